"""Acts told by verbs that nobody listed: where from, where to, how many tell a movement; guards who seize, a deed."""

from __future__ import annotations

import json

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def types(text: str) -> list[str]:
    """The types that a text without a headline tells."""
    lang = "ar" if "\u0600" < text[0] < "\u06ff" else "en"
    row = {"id": "x", "title": "", "text": text, "published": "2025-10-14T15:05:00+03:00", "lang": lang}
    return [r["type"] for r in answer(json.dumps(row), 0, shipped())["reports"]]


@pytest.mark.parametrize("verb", ["was moved", "was bused", "was relocated", "was taken", "was shepherded"])
def test_families_who_leave_a_camp_for_iraq_go_home_whatever_the_verb(verb: str) -> None:
    text = (
        f"A group of 160 Iraqi families {verb} from al-Hol camp in Syria to the Jadaa camp on Sunday, a ministry said."
    )
    assert types(text) == ["repatriation"]


@pytest.mark.parametrize("verb", ["retrieved", "collected", "took charge of", "absorbed"])
def test_detainees_whom_iraq_takes_from_syria_are_transferred_whatever_the_verb(verb: str) -> None:
    assert types(f"Iraq {verb} 150 ISIS detainees from Syria on Sunday, the justice ministry said.") == [
        "detainee_transfer"
    ]


@pytest.mark.parametrize("verb", ["fears", "sentenced", "is seeking"])
def test_what_is_wished_or_done_to_them_at_home_is_no_transfer(verb: str) -> None:
    text = f"Iraq {verb} 150 ISIS detainees from Syria on Sunday, the justice ministry said."
    assert "detainee_transfer" not in types(text)


@pytest.mark.parametrize("verb", ["انتقلت", "دخلت", "قدمت", "أجليت"])
def test_arabic_families_on_the_way_home(verb: str) -> None:
    text = f"{verb} 160 عائلة عراقية من مخيم الهول في سوريا إلى مخيم الجدعة، الأحد، بحسب وزارة الهجرة والمهجرين."
    assert types(text) == ["repatriation"]


@pytest.mark.parametrize(
    "deed",
    [
        "تقبض على متسللين اثنين",
        "توقف خمسة أشخاص",
        "تضع اليد على شحنة مخدرات",
        "تمشط الصحراء",
        "تعترض شاحنة محملة بالمخدرات",
    ],
)
def test_what_border_guards_do_at_the_line_is_an_operation(deed: str) -> None:
    assert types(f"قوات الحدود العراقية {deed} قرب الحدود السورية في نينوى، الأحد.") == ["border_operation"]


@pytest.mark.parametrize("measure", ["يستنفر قواته", "يمد أسلاكاً شائكة", "يسد الثغرات", "يتخذ إجراءات مشددة"])
def test_what_a_state_does_to_its_border_is_a_measure(measure: str) -> None:
    assert types(f"العراق {measure} على الحدود مع سوريا، الأحد.") == ["border_measure"]


def counts(text: str) -> list[tuple[float, str]]:
    """Numbers and their scopes of the first report."""
    lang = "ar" if "\u0600" < text[0] < "\u06ff" else "en"
    row = {"id": "x", "title": "", "text": text, "published": "2025-10-14T15:05:00+03:00", "lang": lang}
    return [(c["value"], c["scope"]) for c in answer(json.dumps(row), 0, shipped())["reports"][0]["counts"]]


def test_soldiers_who_are_sent_home_are_no_troops_sent_to_the_line() -> None:
    text = "Iraq sent 1,905 Syrian soldiers home through al-Qaim on Sunday while 130 of the 2,490 who entered stayed."
    assert types(text) == ["repatriation"]
    assert (1905, "batch") in counts(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "تسلم العراق، الأحد، 43 معتقلاً عراقياً من سجون قسد في سوريا ليرتفع العدد إلى 1,200.",
            [(43, "batch"), (1200, "cumulative")],
        ),
        (
            "أعاد العراق، الأحد، 1905 جنود سوريين عبر منفذ القائم فيما رفض 130 العودة من أصل 2490.",
            [(1905, "batch"), (2490, "stock")],
        ),
        (
            "Iraq brought home 850 people from al-Hol camp in Syria on Sunday. Some 26,000 people, most of them "
            "children, remain there.",
            [(850, "batch"), (26000, "stock")],
        ),
    ],
)
def test_totals_and_those_who_remain_never_stand_as_a_batch(text: str, found: list[tuple[int, str]]) -> None:
    assert counts(text) == found


def test_those_who_returned_are_told_of_and_not_only_named() -> None:
    assert types("About 200 Iraqi families returned from al-Hol camp in Syria on Sunday.") == ["repatriation"]
