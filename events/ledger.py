"""The numbers ledger: every figure that anybody gives, and batches added up against announced totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from events.claimtext import ClaimLine, claim_line, with_context
from events.codebook import ClaimField, DatePrecision, EventStatus, EventType, Scope, Unit
from events.filters import Filters
from events.labels import label
from events.listing import Row, row, with_rows
from events.models import Claim, Event, Figure, Series
from events.outcomes import last_due_day
from events.reckoning import Announced, Batch, Reckoning, reckon
from events.saying import days_said, offices_of
from events.standing import live_reports
from events.wording import day_text

LEDGER_EVENTS = 500
"""Newest events with numbers that one page adds up; more are left to narrower filters, and the page says so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure that somebody gives for one event. `part`: it is of a total, with which it never competes."""

    claim: int
    event: Event
    row: Row
    line: ClaimLine
    unit: str
    scope: str
    kind: str
    low: Any
    high: Any
    part: bool
    stands: bool
    said_from: date | None
    said_to: date | None

    @property
    def scope_name(self) -> str:
        """The scope in words."""
        return str(label(Scope(self.scope)))

    @property
    def said(self) -> str:
        """The day on which it was said, '' where it is not known to the day."""
        return day_text(self.said_to) if self.said_to and self.said_from == self.said_to else ""

    @property
    def sure_day(self) -> date | None:
        """The day that the number speaks for: when it was said, else that of an event known to the day."""
        if self.said_to and self.said_from == self.said_to:
            return self.said_to
        event = self.event
        return (event.date_end or event.date) if event.date_precision == DatePrecision.DAY else None

    @property
    def day(self) -> date:
        """`sure_day`, else the last day of the week or month of the event: batches until then are set against it."""
        if self.sure_day:
            return self.sure_day
        first: date = self.event.date  # type: ignore[assignment]  # listed events are dated
        return last_due_day(first, DatePrecision(self.event.date_precision), self.event.date_end)

    @property
    def when(self) -> str:
        """That day in words, no more exact than it is known."""
        return day_text(self.sure_day) if self.sure_day else self.row.date_text


@dataclass(frozen=True, slots=True)
class Gapped:
    """One announced number against the batches recorded until then."""

    entry: Entry
    own: bool
    batches: int
    added: Any
    gap: Any


@dataclass(frozen=True, slots=True)
class UnitSum:
    """The batches of one unit added up; `range` when the reports differ."""

    unit: str
    name: str
    reckoning: Reckoning
    gaps: tuple[Gapped, ...]

    @property
    def differs(self) -> bool:
        """Whether anybody gives a batch another number."""
        return self.reckoning.low != self.reckoning.high


@dataclass(frozen=True, slots=True)
class Section:
    """The numbers of one programme, or of the events outside any: only within it are batches added up."""

    series: Series | None
    sums: tuple[UnitSum, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole page; `capped` when older events were left out."""

    sections: tuple[Section, ...]
    events: int
    capped: bool

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All figures of all sections."""
        return tuple(e for s in self.sections for e in s.entries)


def ledger(filters: Filters, most: int = LEDGER_EVENTS) -> Ledger:
    """The figures of the newest events with numbers that the filters ask for."""
    numbered = Exists(Figure.objects.filter(event=OuterRef("pk")))
    rows = filters.apply(with_rows(Event.objects.listed())).filter(numbered).select_related("place", "series")
    events = list(rows.newest_first()[: most + 1])
    shown = events[:most]
    found = entries_of(shown)
    by_series: dict[Series | None, list[Event]] = defaultdict(list)
    for event in shown:
        by_series[event.series].append(event)
    order = sorted(by_series, key=lambda s: (s is None, s.slug if s else ""))
    sections = tuple(_section(series, by_series[series], found) for series in order)
    return Ledger(sections, len(shown), len(events) > most)


def _section(series: Series | None, events: Sequence[Event], entries: Sequence[Entry]) -> Section:
    ids = {e.pk for e in events}
    mine = tuple(e for e in entries if e.event.pk in ids)
    sums = sums_of(batches_of(events), mine) if series is not None else _loose_sums(events)
    return Section(series, sums, mine)


def _loose_sums(events: Sequence[Event]) -> tuple[UnitSum, ...]:
    """Outside a programme only like is added to like: soldiers let in are not added to soldiers returned."""
    found: list[UnitSum] = []
    for kind in EventType:
        sums = sums_of(batches_of(e for e in events if e.type == kind), ())
        found += [replace(s, name=f"{s.name} · {label(kind)}") for s in sums if s.reckoning.batches > 1]
    return tuple(found)


def entries_of(events: Collection[Event]) -> list[Entry]:
    """Every standing figure of these events (with their rows prefetched), newest event first, then as recorded."""
    by_id = {e.pk: e for e in events}
    if not by_id:
        return []
    reports = {r.pk: r for r in live_reports(by_id).prefetch_related("citations__source")}
    claims = Claim.objects.filter(report__in=reports, field=ClaimField.COUNT, withdraws=None, withdrawn_by=None)
    rows = list(with_context(claims.filter(asserts=True, v_low__isnull=False)).order_by("id"))
    standing = {f.claim_id for e in events for f in e.figures.all()}
    offices = offices_of(rows)
    shown = {pk: row(e) for pk, e in by_id.items()}
    found = []
    for claim in rows:
        event = by_id[reports[claim.report_id].event_now]  # type: ignore[attr-defined]
        citations = list(reports[claim.report_id].citations.all())
        line = claim_line(claim, citations, claim.pk in standing, event.date, offices)
        found.append(entry(claim, event, shown[event.pk], line, days_said(claim, citations)))
    return sorted(found, key=lambda e: (-e.event.date.toordinal(), -e.event.pk, e.claim))  # type: ignore[union-attr]


def entry(claim: Claim, event: Event, shown: Row, line: ClaimLine, days: tuple[date, date] | None) -> Entry:
    """One count claim as the ledger holds it."""
    return Entry(
        claim=claim.pk,
        event=event,
        row=shown,
        line=line,
        unit=claim.v_unit or "",
        scope=claim.v_scope or "",
        kind=claim.v_kind or "",
        low=claim.v_low,
        high=claim.v_high,
        part=claim.v_of_id is not None,
        stands=line.adopted,
        said_from=days[0] if days else None,
        said_to=days[1] if days else None,
    )


def batches_of(events: Iterable[Event]) -> list[Batch]:
    """The adopted batch of each published event; a candidate adds nothing to a sum."""
    return [
        Batch(e.pk, e.date, f.unit, f.best, f.low, f.high)
        for e in events
        if e.status == EventStatus.PUBLISHED and e.date is not None
        for f in e.figures.all()
        if f.scope == Scope.BATCH
    ]


def sums_of(batches: Iterable[Batch], entries: Iterable[Entry]) -> tuple[UnitSum, ...]:
    """Batches added up per unit against the totals and plans among `entries`; parts of a total are no totals."""
    by_claim = {e.claim: e for e in entries if not e.part}
    announced = [
        Announced(e.claim, e.event.pk, e.day, e.unit, Scope(e.scope), e.low, e.high)
        for e in by_claim.values()
        if e.scope in (Scope.CUMULATIVE, Scope.PLANNED)
    ]
    return tuple(
        UnitSum(
            unit=r.unit,
            name=str(label(Unit(r.unit))),
            reckoning=r,
            gaps=tuple(Gapped(by_claim[g.announced.claim], g.own, g.batches, g.added, g.gap) for g in r.gaps),
        )
        for r in reckon(batches, announced)
    )
