"""Whom a title alone means, and who newly holds one: offices that both states have, changes of holder. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped
from tests.ingest.coding.coded import parts, told

DAY = dt.date(2026, 2, 18)


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        (
            "بحث وزير الداخلية أمس الثلاثاء في اتصال هاتفي مع نظيره السوري أمن الحدود.",
            {"p_shammari": "participant", "p_khattab": "participant"},
        ),
        (
            "دمشق - استقبل وزير الدفاع وفداً عسكرياً عراقياً أمس الثلاثاء لبحث أمن الحدود.",
            {"p_abu_qasra": "host", "iq_gov": "participant"},
        ),
        (
            "بحث وفد أمني عراقي أمس الثلاثاء في دمشق مع وزير الداخلية السوري أنس خطاب ضبط الحدود.",
            {"p_khattab": "host", "iq_gov": "participant"},
        ),
        (
            "استقبل رئيس هيئة الأركان السورية في دمشق أمس الثلاثاء وفداً عسكرياً عراقياً لبحث ضبط الحدود.",
            {"p_naasan": "host"},
        ),
        (
            "Iraq's parliament speaker received a Syrian delegation in Baghdad on Tuesday for talks on the "
            "joint border.",
            {"p_h_halbousi": "host", "sy_gov": "participant"},
        ),
    ],
)
def test_the_holder_of_the_day_by_his_title(text: str, cast: dict[str, str]) -> None:
    (report,) = told(text, DAY)
    assert parts(report) == cast


@pytest.mark.parametrize(
    "text",
    [
        "بغداد - بحث وزير الداخلية اللبناني في بغداد أمس الثلاثاء أمن الحدود مع وفد سوري.",
        "بغداد - استقبل وزير الداخلية عبد الأمير الشمري أمس الثلاثاء معاون نظيره السوري اللواء عبد القادر الطحان.",
    ],
)
def test_a_neighbours_minister_and_a_deputy_are_not_the_minister(text: str) -> None:
    assert all("p_khattab" not in parts(r) for r in told(text, DAY))
    assert all("p_shammari" not in parts(r) or "عبد الأمير" in text for r in told(text, DAY))


def test_those_named_beside_a_minister_are_no_name_of_his() -> None:
    (report,) = told(
        "أجرى رئيس الوزراء العراقي محمد شياع السوداني، أمس الثلاثاء، جولة على الحدود مع سوريا في قضاء سنجار رافقه فيها "
        "وزير الداخلية ورئيس أركان الجيش وقائد قوات الحدود، وأمر ببناء ساتر جديد.",
        DAY,
    )
    assert set(parts(report)) == {"p_sudani", "p_shammari", "p_yarallah", "p_sukkar"}


def test_what_a_commander_meets_is_no_name() -> None:
    text = "Adm. Brad Cooper met Syrian President Ahmed al-Sharaa in Damascus on Sept. 12 on moving detainees to Iraq."
    coded = code_article("CENTCOM Commander Meets Syrian President", text, dt.date(2025, 9, 12), None, shipped())
    (report,) = coded.reports
    assert parts(report) == {"p_cooper": "participant", "p_sharaa": "host"}


@pytest.mark.parametrize(
    ("text", "day", "relevant"),
    [
        (
            "أصدر الرئيس أحمد الشرع، أمس السبت، قراراً بتعيين حسين السلامة رئيساً لجهاز الاستخبارات العامة.",
            dt.date(2025, 5, 4),
            True,
        ),
        (
            "DAMASCUS, May 3 (Reuters) - Syria on Saturday named Hussein al-Salama head of its General Intelligence "
            "Service, succeeding Anas Khattab.",
            dt.date(2025, 5, 3),
            True,
        ),
        (
            "أصدر الرئيس أحمد الشرع، أمس السبت، قراراً بتعيين حسين السلامة رئيساً لجهاز الاستخبارات العامة.",
            dt.date(2025, 9, 7),
            False,
        ),
        ("عيّن الرئيس أحمد الشرع، أمس السبت، مديراً جديداً للآثار والمتاحف في دمشق.", dt.date(2025, 5, 4), False),
    ],
    ids=["by decree", "in English", "months later nobody took the office", "no office of the file"],
)
def test_a_known_change_of_holder_where_one_country_is_named(text: str, day: dt.date, relevant: bool) -> None:
    coded = code_article("", text, day, None, shipped())
    assert coded.relevant is relevant
    assert {r.type.value for r in coded.reports} == ({"appointment"} if relevant else set())
    assert all("p_salama" in parts(r) for r in coded.reports)
