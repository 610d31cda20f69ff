"""Days said in a text."""

from __future__ import annotations

import datetime as dt

import pytest

from events.codebook import DatePrecision
from ingest.coding.arabic import fold
from ingest.coding.dates import find_days

FRIDAY = dt.date(2024, 12, 27)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("يوم 19 كانون الأول/ديسمبر 2024", "2024-12-19"),
        ("في ١٩ ديسمبر ٢٠٢٤", "2024-12-19"),
        ("19 كانون الأول (ديسمبر)", "2024-12-19"),
        ("مساء أمس", "2024-12-26"),
        ("اليوم الجمعة", "2024-12-27"),
        ("الخميس", "2024-12-26"),
        ("أول من أمس", "2024-12-25"),
        ("قبل يومين", "2024-12-25"),
        ("قبل ثلاثة أيام", "2024-12-24"),
        ("على مدى يوم السبت المقبل", "2024-12-28"),
        ("on Thursday", "2024-12-26"),
        ("late on Saturday", "2024-12-21"),
        ("yesterday", "2024-12-26"),
        ("on December 19", "2024-12-19"),
        ("on 19 December 2024", "2024-12-19"),
        ("Dec. 7, 2024", "2024-12-07"),
        ("2024-12-18", "2024-12-18"),
        ("18/12/2024", "2024-12-18"),
        ("3 شباط", "2025-02-03"),
        ("5 تشرين الثاني", "2024-11-05"),
    ],
)
def test_a_day(words: str, day: str) -> None:
    found = find_days(fold(words).text, FRIDAY)
    assert found[0].date.isoformat() == day
    assert found[0].precision is DatePrecision.DAY


@pytest.mark.parametrize(
    ("words", "first", "precision"),
    [
        ("الشهر الماضي", "2024-11-01", DatePrecision.MONTH),
        ("last week", "2024-12-16", DatePrecision.WEEK),
        ("في تشرين الأول 2024", "2024-10-01", DatePrecision.MONTH),
        ("العام الماضي", "2023-01-01", DatePrecision.YEAR),
    ],
)
def test_a_period(words: str, first: str, precision: DatePrecision) -> None:
    (found,) = find_days(fold(words).text, FRIDAY)
    assert (found.date.isoformat(), found.precision) == (first, precision)


def test_month_names_that_contradict_each_other_are_flagged_and_the_articles_time_decides() -> None:
    (found,) = find_days(fold("7 يناير/كانون الأول").text, FRIDAY)
    assert found.conflict
    assert found.date == dt.date(2024, 12, 7)


@pytest.mark.parametrize("words", ["99 كانون الأول", "31 February 2024", "اللواء 19", "عمره 40 عاما", "32/13/2024"])
def test_what_is_no_day(words: str) -> None:
    assert find_days(fold(words).text, FRIDAY) == []
