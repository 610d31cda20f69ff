"""Series: the batches of a programme with the ordinals nobody reported, its totals, stocks, plans, and their curves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Min, Q
from django.utils.translation import gettext as _

from events.codebook import EventStatus, Scope, Unit
from events.filters import Filters
from events.labels import label
from events.ledger import Entry, UnitSum, batches_of, entries_of, sums_of
from events.listing import Row, row, with_rows
from events.models import Event, Series
from events.ordinals import Numbered, Slot, slots
from events.wording import day_text

EPOCH = date(1970, 1, 1)

_STANDING = Q(events__status__in=[EventStatus.CANDIDATE, EventStatus.PUBLISHED], events__date__isnull=False)


@dataclass(frozen=True, slots=True)
class Step:
    """One batch in order, or a gap of ordinals of which nothing is recorded."""

    slot: Slot
    event: Event | None
    row: Row | None
    figures: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """One claimant's numbers of one unit and scope over time; `claimant` '' is our own sum of recorded batches."""

    claimant: str
    scope: str
    points: tuple[tuple[date, Decimal], ...]

    @property
    def name(self) -> str:
        """What the legend says."""
        if not self.claimant:
            return _("recorded batches added up")
        return f"{self.claimant} ({label(Scope(self.scope))})"


@dataclass(frozen=True, slots=True)
class UnitCurves:
    """All curves of one unit, the points as a table, and what the script draws."""

    unit: str
    name: str
    curves: tuple[Curve, ...]
    data: dict[str, Any]

    @property
    def rows(self) -> list[tuple[str, str, Decimal]]:
        """Day, who says it, number: by day."""
        points = [(day, c.name, n) for c in self.curves for day, n in c.points]
        return [(day_text(day), name, n) for day, name, n in sorted(points, key=lambda p: (p[0], p[1]))]


@dataclass(frozen=True, slots=True)
class Programme:
    """The page of one series."""

    series: Series
    steps: tuple[Step, ...]
    batches: int
    missing: int
    sums: tuple[UnitSum, ...]
    scopes: tuple[tuple[str, str, tuple[Entry, ...]], ...]
    curves: tuple[UnitCurves, ...]
    entries: tuple[Entry, ...]


def all_series() -> list[Series]:
    """Every series with `batches`, `first` and `last`."""
    rows = Series.objects.annotate(
        batches=Count("events", filter=_STANDING),
        first=Min("events__date", filter=_STANDING),
        last=Max("events__date", filter=_STANDING),
    )
    return list(rows.order_by("-last", "slug"))


def programme(series: Series, filters: Filters) -> Programme:
    """Read and arrange one series."""
    wanted = replace(filters, statements=True)
    events = list(wanted.apply(with_rows(Event.objects.listed())).filter(series=series).order_by("date", "pk"))
    entries = entries_of(events)
    by_event: dict[int, list[Entry]] = defaultdict(list)
    for one in entries:
        by_event[one.event.pk].append(one)
    shown = {e.pk: e for e in events}
    order = slots(Numbered(e.pk, e.date, e.ordinal) for e in events if e.date)
    steps = tuple(_step(slot, shown, by_event) for slot in order)
    return Programme(
        series=series,
        steps=steps,
        batches=len(events),
        missing=sum(s.slot.missing for s in steps),
        sums=sums_of(batches_of(events), entries),
        scopes=_scopes(entries),
        curves=tuple(curves_of(events, entries)),
        entries=tuple(entries),
    )


def _step(slot: Slot, shown: dict[int, Event], entries: dict[int, list[Entry]]) -> Step:
    if slot.event is None:
        return Step(slot, None, None, ())
    mine = entries[slot.event]
    event = shown[slot.event]
    return Step(slot, event, row(event), tuple(e for e in mine if e.scope == Scope.BATCH and e.stands))


def _scopes(entries: Sequence[Entry]) -> tuple[tuple[str, str, tuple[Entry, ...]], ...]:
    """Totals, stocks and plans, each as the claims they are, oldest first."""
    found = []
    for scope in (Scope.CUMULATIVE, Scope.STOCK, Scope.PLANNED):
        rows = sorted((e for e in entries if e.scope == scope), key=lambda e: (e.unit, e.day, e.claim))
        if rows:
            found.append((scope.value, str(label(scope)), tuple(rows)))
    return tuple(found)


def curves_of(events: Iterable[Event], entries: Iterable[Entry]) -> Iterable[UnitCurves]:
    """Per unit a curve for each claimant of totals or stocks, beside the recorded batches added up by us.

    A number not known to the day is no point of a curve; it stands among the totals below.
    """
    said: dict[str, dict[tuple[str, str], list[tuple[date, Decimal]]]] = defaultdict(lambda: defaultdict(list))
    for one in entries:
        if one.scope in (Scope.CUMULATIVE, Scope.STOCK) and not one.part and one.sure_day:
            said[one.unit][one.scope, one.line.who or one.line.outlet].append((one.sure_day, one.low))
    sums: dict[str, list[tuple[date, Decimal]]] = defaultdict(list)
    for batch in sorted(batches_of(events), key=lambda b: (b.day, b.event)):
        before = sums[batch.unit][-1][1] if sums[batch.unit] else Decimal(0)
        sums[batch.unit].append((batch.day, before + batch.best))
    for unit in Unit:
        curves = [Curve("", Scope.BATCH, tuple(sums[unit]))] if sums[unit] else []
        curves += [Curve(who, scope, tuple(sorted(points))) for (scope, who), points in sorted(said[unit].items())]
        if curves:
            yield UnitCurves(unit.value, str(label(unit)), tuple(curves), drawn(unit, curves))


def drawn(unit: Unit, curves: Iterable[Curve]) -> dict[str, Any]:
    """What the script draws: days since 1970 and numbers."""
    return {
        "unit": str(label(unit)),
        "lines": [
            {
                "label": c.name,
                "own": not c.claimant,
                "points": [[(day - EPOCH).days, float(n)] for day, n in c.points],
            }
            for c in curves
        ],
    }
