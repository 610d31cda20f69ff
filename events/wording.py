"""Days, numbers and probabilities in a reader's words. Digits are Western in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import get_language, gettext

from events.codebook import CountKind, DatePrecision, Unit
from events.labels import label

MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTHS_AR = (
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيو",
    "تموز/يوليو",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)
"""Levantine and Iraqi name first, then the one of the Gulf and Egypt: readers of either know the month."""

_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAYS_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")

_HIGH, _MIDDLE = 0.85, 0.6
"""Where a confidence is called high and moderate."""


def arabic() -> bool:
    """Whether the page is in Arabic."""
    return (get_language() or "en").startswith("ar")


def month_name(day: date) -> str:
    """The month's name without its year."""
    return (MONTHS_AR if arabic() else MONTHS_EN)[day.month - 1]


def month_text(day: date) -> str:
    """ "December 2024"."""
    return f"{month_name(day)} {day.year}"


def month_short(day: date) -> str:
    """A label for an axis: "Dec 2024", and in Arabic the first of the two names, «كانون الأول 2024»."""
    name = MONTHS_AR[day.month - 1].split("/")[0] if arabic() else MONTHS_EN[day.month - 1][:3]
    return f"{name} {day.year}"


def weekday(day: date) -> str:
    """The day of the week, short."""
    return (_WEEKDAYS_AR if arabic() else _WEEKDAYS_EN)[day.weekday()]


def day_text(day: date) -> str:
    """ "19 December 2024"."""
    return f"{day.day} {month_text(day)}"


def date_text(day: date | None, precision: str | None = None, end: date | None = None) -> str:
    """A day with its precision in words: a day, a range, "week of …", a month, a year."""
    if day is None:
        return ""
    if end and end != day:
        if (end.year, end.month) == (day.year, day.month):
            return f"{day.day}–{end.day} {month_text(day)}"
        return f"{day_text(day)} – {day_text(end)}"
    if precision == DatePrecision.WEEK:
        return gettext("week of %(day)s") % {"day": day_text(day)}
    if precision == DatePrecision.MONTH:
        return month_text(day)
    if precision == DatePrecision.YEAR:
        return str(day.year)
    return day_text(day)


def number(value: Decimal | int | float | None) -> str:
    """1,905 · 2.5: grouped by thousands, without idle zeros."""
    if value is None:
        return ""
    text = f"{Decimal(str(value)):,.3f}"
    return text.rstrip("0").rstrip(".")


def signed(value: Decimal) -> str:
    """A difference with its sign: +4,646 · −12 · 0."""
    if not value:
        return "0"
    sign = "+" if value > 0 else "\N{MINUS SIGN}"
    return sign + number(abs(value))


def amount(value: Decimal, high: Decimal | None, kind: str | None) -> str:
    """A number with how it was given: "at least 100", "about 2,000", "20–30"."""
    text = number(value) + (f"–{number(high)}" if high is not None and high != value else "")
    return text if kind in (None, CountKind.EXACT) else f"{label(CountKind(kind))} {text}"


def counted(amount_text: str, unit: str) -> str:
    """A number of something: "1,905 soldiers"; in Arabic the noun comes first, as its form depends on the number."""
    return gettext("%(amount)s %(unit)s") % {"amount": amount_text, "unit": label(Unit(unit))}


def confidence_word(value: float) -> str:
    """High, moderate or low."""
    if value >= _HIGH:
        return gettext("high")
    return gettext("moderate") if value >= _MIDDLE else gettext("low")


def percent(value: float) -> str:
    """0.87 → "87%"."""
    return f"{round(value * 100)}%"
