"""Who held what on a day: half-open intervals between days that are known to the day, the month or the year. PURE."""

from __future__ import annotations

import calendar
import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from events.codebook import DatePrecision

H = TypeVar("H", bound=Hashable)

UNCONFIRMED_AFTER = timedelta(days=365)
"""So long after it was last seen, an open role is shown as unconfirmed."""

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def period_end(day: date, precision: DatePrecision) -> date:
    """The first day after the period of `precision` that starts at (or holds) `day`."""
    if precision is DatePrecision.WEEK:
        return day - timedelta(days=day.weekday()) + timedelta(days=7)
    if precision is DatePrecision.MONTH:
        return day.replace(day=1) + timedelta(days=calendar.monthrange(day.year, day.month)[1])
    if precision is DatePrecision.YEAR:
        return date(day.year + 1, 1, 1)
    return day + timedelta(days=1)


def period_start(day: date, precision: DatePrecision) -> date:
    """The first day of the period of `precision` that holds `day`."""
    if precision is DatePrecision.WEEK:
        return day - timedelta(days=day.weekday())
    if precision is DatePrecision.MONTH:
        return day.replace(day=1)
    if precision is DatePrecision.YEAR:
        return date(day.year, 1, 1)
    return day


def parse_partial(text: str) -> tuple[date, DatePrecision]:
    """'2024', '2024-12' or '2024-12-19' → first day of that period and its precision. ValueError on anything else."""
    found = _PARTIAL.fullmatch(text)
    if not found:
        raise ValueError(f"not a year, month or day: {text!r}")
    year, month, day = found.groups()
    if day:
        return date(int(year), int(month), int(day)), DatePrecision.DAY
    if month:
        return date(int(year), int(month), 1), DatePrecision.MONTH
    return date(int(year), 1, 1), DatePrecision.YEAR


@dataclass(frozen=True, slots=True)
class Tenure(Generic[H]):
    """Somebody or something (`value`) holds from `start` until before `end`; None is open.

    `start` and `end` are first days of their period; their precision says how long that period is.
    """

    value: H
    start: date | None
    start_precision: DatePrecision
    end: date | None
    end_precision: DatePrecision
    last_seen: date | None = None

    def holds(self, day: date) -> bool | None:
        """True or False where sure; None inside the uncertain period of a start or end."""
        if self.start is not None:
            if day < self.start:
                return False
            if self.start_precision is not DatePrecision.DAY and day < period_end(self.start, self.start_precision):
                return None
        if self.end is not None:
            if self.end_precision is DatePrecision.DAY:
                return day < self.end
            if day >= period_end(self.end, self.end_precision):
                return False
            if day >= self.end:
                return None
        return True

    def unconfirmed(self, day: date) -> bool:
        """An open tenure last seen more than a year before `day`."""
        return self.end is None and self.last_seen is not None and day > self.last_seen + UNCONFIRMED_AFTER


def holder_on(tenures: Iterable[Tenure[H]], day: date) -> tuple[H | None, bool]:
    """Who holds on `day`, and whether that is sure.

    One sure holder is the answer. Inside an uncertain period there is no answer unless one candidate remains, which is
    then given as unsure. Two sure holders at once give none.
    """
    sure: set[H] = set()
    maybe: set[H] = set()
    for tenure in tenures:
        holds = tenure.holds(day)
        if holds is not False:
            (sure if holds else maybe).add(tenure.value)
    if len(sure) == 1 and not maybe - sure:
        return sure.pop(), True
    candidates = sure | maybe
    if len(candidates) == 1:
        return candidates.pop(), False
    return None, False
