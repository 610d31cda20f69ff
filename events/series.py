"""Numbers over many events as plain rows: for a chart, the table beside it, and their JSON and CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth

from events.codebook import FAMILY_OF, TYPE_CODE, Family
from events.filters import Filters
from events.models import MonthCount

TOTAL_CAP = 1000
"""Totals are counted up to here and then shown as "1,000+": counting all costs more than it tells."""

_FAMILY_OF_CODE = {TYPE_CODE[t]: family for t, family in FAMILY_OF.items()}


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the chart; `counts` in the order of `Family`."""

    first: date
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Events of all families."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Total:
    """How many events; `more` when there are more than `n`."""

    n: int
    more: bool


def per_month(filters: Filters) -> list[Month]:
    """Events per month and family from the first month with one to the last, months without any included."""
    rollup = filters.rollup()
    rows = _rolled_up(filters, *rollup) if rollup else _live(filters)
    counts: Counter[tuple[date, Family]] = Counter()
    for month, code, n in rows:
        counts[month, _FAMILY_OF_CODE[code]] += n
    if not counts:
        return []
    found = [month for month, _ in counts]
    return [Month(m, tuple(counts[m, f] for f in Family)) for m in _months(min(found), max(found))]


def _rolled_up(filters: Filters, dim: int, key: int) -> Iterable[tuple[date, int, int]]:
    codes = [TYPE_CODE[t] for t in filters.types()]
    rows = MonthCount.objects.filter(dim=dim, key=key, type__in=codes, n__gt=0)
    if filters.first:
        rows = rows.filter(month__gte=filters.first)
    if filters.last:
        rows = rows.filter(month__lte=filters.last)
    return rows.values_list("month", "type").annotate(total=Sum("n"))


def _live(filters: Filters) -> Iterable[tuple[date, int, int]]:
    rows = filters.keys().annotate(month=TruncMonth("date")).values_list("month", "type")
    return rows.annotate(total=Count("event")).order_by()


def _months(first: date, last: date) -> Iterable[date]:
    day = first
    while day <= last:
        yield day
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)


def total(filters: Filters) -> Total:
    """How many events the filters leave, counted up to `TOTAL_CAP`."""
    n = filters.keys().order_by()[: TOTAL_CAP + 1].count()
    return Total(min(n, TOTAL_CAP), n > TOTAL_CAP)
