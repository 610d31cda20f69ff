"""Stretches that count back from the publication: «خلال اليومين الماضيين», "two nights ago", "three weeks ago". PURE."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from events.codebook import DatePrecision
from events.tenure import period_start


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of the past by the first of them; not `own`: since then."""

    first: date
    precision: DatePrecision = DatePrecision.DAY
    own: bool = True
    last: date | None = None


_SMALL = {
    "واحد": 1, "ثلاثه": 3, "ثلاث": 3, "اربعه": 4, "اربع": 4, "خمسه": 5, "خمس": 5, "سته": 6, "ست": 6, "سبعه": 7, "سبع": 7, "ثمانيه": 8, "تسعه": 9,
    "عشره": 10, "عده": 3, "ليلتين": 2, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "several": 3,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_UNITS = {"اسبوع": 7, "اسابيع": 7, "week": 7, "weeks": 7, "شهر": 30, "اشهر": 30, "month": 30, "months": 30}
_DUALS = {"اسبوعين": "اسبوع", "شهرين": "شهر"}
_FAR = 36_500
_PERIODS_AGO = (
    r"(?<!\w)(?:قبل|منذ) (?:نحو |حوالي |قرابه )?(?:(?P<n>\d+|ثلاثه|اربعه|خمسه|سته|سبعه|عشره|ثلاث|اربع|خمس|عده) )?(?P<u>اسبوعين|اسابيع|اسبوع|شهرين|اشهر|شهر|عامين|عام|سنوات|سنتين|سنه)(?!\w| من)(?! ?(?:\d{1,2}(?!\d| [^\W\d]{3})|(?:19|20)\d\d(?!\d)))"
    r"|(?<!\w)(?P<n2>\d+|a|an|one|two|three|four|five|six|several) (?P<u2>weeks?|months?|years?) ago(?!\w)"
)
_LAST_DAYS = (
    r"(?<!\w)(?:خلال|في|علي مدي) (?:(?:ال)?يومين (?:ال)?(?:ماضيين|فايتين|اخيرين|منصرمين)|(?:ال)?(?:48|ثماني واربعين) ساعه (?:ال)?(?:ماضيه|اخيره)"
    r"|الايام ال(?P<n>ثلاثه|اربعه|خمسه) ال(?:ماضيه|اخيره|فايته)|اليومين (?:الماضيين|الفايتين|الاخيرين|المنصرمين))(?!\w)"
    r"|(?<!\w)(?:in|over|during|for|within) the (?:last|past|previous) (?:48 hours|(?P<n2>two|three|four|five) days)(?!\w)"
)
_DAYS_AGO = (
    r"(?<!\w)(?:قبل (?:نحو |حوالي |قرابه )?(?:(?P<n>\d{1,2}|ثمانيه|تسعه|عشره) (?:ايام|يوما?)|(?P<one>يوم(?: واحد)?))|منذ (?P<two>يومين))(?!\w)(?! (?:من|ال|\d))"
    r"|(?<!\w)(?P<n2>\d{1,2}|eight|nine|ten|eleven|twelve) days ago(?!\w)"
)
_PAST_WEEK = r"(?<!\w)(?:in|over|during|within) the (?:past|last) week(?!\w)"
_NIGHTS_AGO = r"(?<!\w)(?:قبل (?P<n>ليلتين)|(?P<n2>two|three|four) nights ago)(?!\w)"
_FORTNIGHT = r"(?<!\w)a fortnight ago(?!\w)"


def _number(match: re.Match[str]) -> int:
    said = match["n"] or match["n2"] or ""
    return int(said) if said.isdigit() else _SMALL.get(said, 2)


def _periods_ago(match: re.Match[str], published: date) -> Stretch | None:
    """Weeks ago name the week, months ago the month, years ago the year."""
    unit = match["u"] or match["u2"]
    word = match["n"] or match["n2"] or ("2" if unit.endswith("ين") else "1")
    length = _UNITS.get(_DUALS.get(unit, unit), 365)
    days = length * (int(word) if word.isdigit() else _SMALL[word])
    precision = {7: DatePrecision.WEEK, 30: DatePrecision.MONTH}.get(length, DatePrecision.YEAR)
    if days > _FAR:
        return None
    own = not match.group().startswith("منذ")
    if precision is DatePrecision.MONTH:
        year, month = divmod(published.year * 12 + published.month - 1 - days // length, 12)
        return Stretch(date(year, month + 1, 1), precision, own)
    return Stretch(period_start(published - timedelta(days=days), precision), precision, own)


def _days_ago(match: re.Match[str], published: date) -> Stretch:
    days = 1 if match["one"] else 2 if match["two"] else _number(match)
    return Stretch(published - timedelta(days=days))


def _past_week(_match: re.Match[str], published: date) -> Stretch:
    return Stretch(period_start(published - timedelta(days=7), DatePrecision.WEEK), DatePrecision.WEEK)


def _last_days(match: re.Match[str], published: date) -> Stretch:
    return Stretch(published - timedelta(days=_number(match) - 1), last=published)


def _nights_ago(match: re.Match[str], published: date) -> Stretch:
    return Stretch(published - timedelta(days=_number(match)))


def _fortnight(_match: re.Match[str], published: date) -> Stretch:
    return Stretch(period_start(published - timedelta(days=14), DatePrecision.WEEK), DatePrecision.WEEK)


def week_of(year: int, month: int, which: str) -> date:
    """The first day of the first, second … or last week of a month."""
    last = which in ("الاخير", "last", "final")
    day = monthrange(year, month)[1] if last else 4 + 7 * (_WHICH.index(which) % 4)
    return period_start(date(year, month, day), DatePrecision.WEEK)


_WHICH = ("الاول", "الثاني", "الثالث", "الرابع", "first", "second", "third", "fourth")
_NEW_YEAR = r"(?<!\w)(?:مطلع|بدايه|اوايل|مستهل) (?:العام|السنه) (?:ال)?(?P<y>مقبله?|قادمه?|جديده?|حاليه?|جاريه?)(?!\w)"


def _new_year(match: re.Match[str], published: date) -> Stretch:
    """«مطلع العام المقبل», «بداية السنة الحالية»: its first month."""
    year = published.year + (not match["y"].startswith(("حالي", "جاري")))
    return Stretch(date(year, 1, 1), DatePrecision.MONTH)


LATELY: tuple[tuple[str, Callable[[re.Match[str], date], Stretch | None]], ...] = (
    (_LAST_DAYS, _last_days),
    (_NIGHTS_AGO, _nights_ago),
    (_DAYS_AGO, _days_ago),
    (_PAST_WEEK, _past_week),
    (_FORTNIGHT, _fortnight),
    (_PERIODS_AGO, _periods_ago),
    (_NEW_YEAR, _new_year),
)
