"""Who else is told to take part in Arabic news: states in a row, bodies nobody registered."""

from __future__ import annotations

import datetime as dt

import pytest

from events.reports import Report, check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped

DAY = dt.date(2025, 10, 14)


def first(text: str) -> Report:
    coded = code_article("", text, DAY, None, shipped())
    check_reports(coded.reports, "", text)
    return coded.reports[0]


def taking_part(text: str) -> set[str]:
    return {p.actor or p.name for p in first(text).participants if p.part.value != "mentioned"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "عمان - اجتمع اليوم الأحد وزراء خارجية ودفاع ورؤساء أجهزة استخبارات كل من تركيا والأردن وسوريا "
            "والعراق ولبنان "
            "في عمان لبحث تنظيم داعش.",
            {"tr", "jo", "sy_gov", "iq_gov", "lb"},
        ),
        (
            "بغداد - استقبل مستشار الأمن القومي قاسم الأعرجي اليوم الثلاثاء وزير الداخلية السوري أنس خطاب في "
            "بغداد. وحضر "
            "اللقاء ممثلون عن قيادة قوات الحدود وجهاز المخابرات الوطني وهيئة الحشد الشعبي.",
            {"p_araji", "p_khattab", "iq_border_guard", "iq_inis", "iq_pmf"},
        ),
    ],
)
def test_those_at_the_table_are_read_by_their_state_or_their_body(text: str, expected: set[str]) -> None:
    assert expected <= taking_part(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "الأنبار - عاد اليوم الخميس نحو ألفي جندي سوري إلى بلادهم عبر منفذ القائم. وانطلقت الحافلات من "
            "معسكر قرب الرطبة "
            "تحت حراسة قوة من الجيش العراقي وشرطة الأنبار.",
            {"iq_army", "شرطة الأنبار"},
        ),
        (
            "الأنبار - نفذت قوة من الفرقة الخامسة عملية تفتيش قرب الحدود السورية في صحراء الرطبة اليوم، وضبطت أسلحة.",
            {"الفرقة الخامسة"},
        ),
    ],
)
def test_who_sees_people_on_their_way_takes_part_though_nobody_registered_it(text: str, expected: set[str]) -> None:
    assert expected <= taking_part(text)


def test_a_source_in_a_police_force_takes_no_part() -> None:
    told = "نينوى - قال مصدر في شرطة نينوى اليوم إن قوات الحدود أحبطت محاولة تسلل من سوريا قرب سنجار."
    assert "شرطة نينوى" not in taking_part(told)


def test_the_name_of_a_body_behind_a_title_is_no_mans() -> None:
    told = (
        "دمشق - بحث قائد قوات الحدود العراقية الفريق محمد سكر مع وزير الدفاع السوري مرهف أبو قصرة في دمشق "
        "اليوم أمن الحدود. "
        "وحضر الاجتماع رئيس هيئة العمليات."
    )
    assert "هيئة العمليات" not in taking_part(told)


def test_the_service_whose_man_tells_what_it_gave_is_the_giver() -> None:
    told = (
        "كشف مسؤول رفيع في جهاز المخابرات الوطني عن تزويد السلطات السورية اليوم بملف يتضمن أسماء قادة داعش قرب الحدود."
    )
    assert {p.actor: p.part.value for p in first(told).participants}["iq_inis"] == "initiator"


def test_a_surname_is_his_who_holds_high_office() -> None:
    told = "الدوحة - جمع لقاء في الدوحة اليوم بين الشرع والسوداني وبحث الجانبان أمن الحدود العراقية السورية."
    assert taking_part(told) >= {"p_sharaa", "p_sudani"}
