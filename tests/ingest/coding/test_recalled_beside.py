"""What a sentence recalls beside its own act, both bodies of one name, gates by their towns: made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped
from tests.ingest.coding.coded import parts, told


@pytest.mark.parametrize(
    ("text", "published", "recalled"),
    [
        (
            "BAGHDAD - Iraq on Thursday sent home 1,905 soldiers of the former Syrian army who had fled across the "
            "border at al-Qaim on December 7 as rebels closed in on Damascus.",
            dt.date(2024, 12, 20),
            ("refuge", "2024-12-07"),
        ),
        (
            "سلّم العراق الحكومة السورية، اليوم الجمعة، 40 محكوما عبر منفذ القائم. وجاء التسليم فيما يحقق القضاء مع "
            "معتقلي داعش الذين بدأ الجيش الأميركي نقلهم من سجون الحسكة إلى العراق في 21 كانون الثاني.",
            dt.date(2026, 2, 20),
            ("detainee_transfer", "2026-01-21"),
        ),
    ],
)
def test_a_part_of_a_sentence_recalls_what_the_chronology_knows(
    text: str, published: dt.date, recalled: tuple[str, str]
) -> None:
    reports = code_article(None, text, published, None, shipped()).reports
    assert recalled in {(r.type.value, str(r.date)) for r in reports if r.background}


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "The Iraqi and Syrian interior ministries seized two million pills in a joint operation in Homs on Monday.",
            {"iq_moi", "sy_moi"},
        ),
        (
            "ضبطت وزارتا الداخلية السورية والعراقية مليوني حبة كبتاغون في عملية مشتركة في حمص أمس الاثنين.",
            {"iq_moi", "sy_moi"},
        ),
        (
            "أعلنت وزارة الداخلية أن الجهازين العراقي والسوري لمكافحة المخدرات ضبطا في عملية مشتركة 300 كيلوغرام من "
            "الكبتاغون في ريف دمشق أمس الاثنين.",
            {"iq_gdnc", "sy_counternarc"},
        ),
        (
            "Syrian and Iraqi troops killed an ISIS commander in a joint raid in Deir ez-Zor on Monday.",
            {"iq_armed_forces", "sy_army"},
        ),
    ],
)
def test_both_bodies_of_one_name_take_part(text: str, both: set[str]) -> None:
    found = parts(told(text)[0])
    assert both <= {actor for actor, part in found.items() if part in ("initiator", "participant")}


def test_people_come_in_at_the_gate_of_the_town_that_is_named() -> None:
    report = told(
        "Some 400 Syrian soldiers laid down their arms and were let into Iraq on Sunday night, the mayor of al-Qaim "
        "said."
    )[0]
    assert (report.type.value, report.place and report.place.id) == ("refuge", "x_qaim")


def test_another_meeting_without_a_place_is_where_the_news_was() -> None:
    reports = told(
        "Syrian Foreign Minister Asaad al-Shaibani met his Iraqi counterpart Fuad Hussein in Baghdad on Monday to "
        "discuss border security. On Sunday he was received by National Security Adviser Qasim al-Araji."
    )
    assert [r.place and r.place.id for r in reports if r.type.value == "meeting"] == ["baghdad"] * len(reports)
