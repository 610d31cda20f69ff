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
        ("في الـ18 من كانون الأول", "2024-12-18"),
        ("الثلاثاء قبل الماضي", "2024-12-17"),
        ("on Monday of last week", "2024-12-16"),
        ("this coming Sunday", "2024-12-29"),
        ("two nights ago", "2024-12-25"),
        ("قبل يومين", "2024-12-25"),
        ("قبل ثلاثة أيام", "2024-12-24"),
        ("على مدى يوم السبت المقبل", "2024-12-28"),
        ("صباح غد السبت", "2024-12-28"),
        ("السبت الموافق 28 كانون الأول", "2024-12-28"),
        ("في 11 / 12 / 2024", "2024-12-11"),
        ("العاشر من الشهر المقبل", "2025-01-10"),
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


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("عبرت منذ ليل الاثنين وحتى ظهر اليوم الجمعة", "2024-12-23", "2024-12-27"),
        ("crossed on Wednesday and Thursday", "2024-12-25", "2024-12-26"),
        ("خلال الساعات الأربع والعشرين الماضية", "2024-12-26", "2024-12-27"),
        ("بين 15 و17 كانون الأول", "2024-12-15", "2024-12-17"),
        ("في الخامس والسادس من كانون الأول/ديسمبر", "2024-12-05", "2024-12-06"),
        ("نقلوا يومي السبت والأحد", "2024-12-21", "2024-12-22"),
        ("between 15 and 17 December 2024", "2024-12-15", "2024-12-17"),
        ("on Dec. 15-17, in Rabia", "2024-12-15", "2024-12-17"),
        ("flights on Nov. 30 and Dec. 1", "2024-11-30", "2024-12-01"),
        ("عبروا خلال اليومين الماضيين", "2024-12-26", "2024-12-27"),
        ("over the past three days", "2024-12-25", "2024-12-27"),
    ],
)
def test_a_stretch_of_days_has_a_first_and_a_last(words: str, first: str, last: str) -> None:
    text = fold(words).text
    (day,) = find_days(text, FRIDAY)
    assert (str(day.date), str(day.last), day.own) == (first, last, True)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("نقل خلال الليل 160 معتقلا", "2024-12-26"),
        ("were flown overnight", "2024-12-26"),
        ("بعد غد السبت", "2024-12-29"),
        ("في الحادي والعشرين من الشهر الجاري", "2024-12-21"),
        ("في الثامن من كانون الأول/ ديسمبر 2024", "2024-12-08"),
        ("on the 12th of this month", "2024-12-12"),
        ("في الثامن والعشرين من تشرين الثاني", "2024-11-28"),
        ("on December 5 and 7 smugglers were held", "2024-12-05"),
    ],
)
def test_nights_and_days_of_the_month(words: str, day: str) -> None:
    text = fold(words).text
    assert [str(d.date) for d in find_days(text, FRIDAY)] == [day]


def test_a_day_of_the_month_that_was_named_before() -> None:
    text = fold("في كانون الأول 2023 دخلوا ثم أعيدوا في التاسع عشر من الشهر ذاته").text
    assert [str(d.date) for d in find_days(text, FRIDAY)] == ["2023-12-01", "2023-12-19"]


@pytest.mark.parametrize("words", ["BAGHDAD, Dec. 27 (Xinhua) -- Iraqi border guards", "انتشرت منذ فجر اليوم"])
def test_a_dateline_and_since_when_are_no_day_of_the_act(words: str) -> None:
    text = fold(words).text
    assert [d.own for d in find_days(text, FRIDAY)] == [False]


def test_the_first_half_of_a_month_is_no_day() -> None:
    text = fold("في النصف الأول من كانون الثاني").text
    (day,) = find_days(text, FRIDAY)
    assert day.precision is DatePrecision.MONTH


@pytest.mark.parametrize(
    ("words", "month"),
    [("في آذار المقبل", "2025-03-01"), ("في آذار الماضي", "2024-03-01"), ("مطلع العام المقبل", "2025-01-01")],
)
def test_a_month_to_come_or_past(words: str, month: str) -> None:
    (day,) = find_days(fold(words).text, FRIDAY)
    assert (str(day.date), day.precision) == (month, DatePrecision.MONTH)
