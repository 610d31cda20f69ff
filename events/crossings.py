"""The state of each crossing over time, with the events that prove it, as a strip and as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from events.codebook import CrossingState, DatePrecision, EventStatus, EventType, Modality, PlaceKind
from events.filters import Filters
from events.intervals import CHANGES, Change, Interval, intervals
from events.labels import label
from events.listing import Row, row, with_rows
from events.models import Event, Place
from events.wording import arabic, day_text, month_name

PAIR = "IQ-SY"
"""Crossings of this border are shown even when no event tells of them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One interval in words; `x` and `width` are percentages of the strip in the reader's direction."""

    state: str
    name: str
    start: date | None
    end: date | None
    events: tuple[Row, ...]
    x: str
    width: str

    @property
    def span(self) -> str:
        """The days from and until which it holds."""
        first = day_text(self.start) if self.start else _("not recorded")
        return f"{first} – {day_text(self.end) if self.end else _('today')}"


@dataclass(frozen=True, slots=True)
class Crossing:
    """One crossing: its stretches in order of time, and what was told of it without changing its state."""

    place: Place
    stretches: tuple[Stretch, ...]
    others: tuple[tuple[Row, str], ...]

    @property
    def now(self) -> Stretch:
        """The present state."""
        return self.stretches[-1]


@dataclass(frozen=True, slots=True)
class Crossings:
    """All crossings and the ticks of their common axis: (position in percent, label, whether a year begins)."""

    rows: tuple[Crossing, ...]
    ticks: tuple[tuple[str, str, bool], ...]
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days to percentages, from the right on an Arabic page."""

    first: date
    last: date
    mirrored: bool

    def at(self, start: date, end: date) -> tuple[str, str]:
        """Position and width of a stretch of days."""
        whole = (self.last - self.first).days or 1
        begins = min(max((start - self.first).days / whole, 0), 1)
        ends = min(max((end - self.first).days / whole, 0), 1)
        x = 1 - ends if self.mirrored else begins
        return f"{x * 100:.2f}%", f"{(ends - begins) * 100:.2f}%"


def crossings(filters: Filters, today: date) -> Crossings:
    """Every crossing of the border and every other of which an event tells."""
    wanted = replace(filters, statements=True, type=(EventType.CROSSING_STATUS,))
    rows = wanted.apply(with_rows(Event.objects.listed()))
    rows = rows.filter(crossing_state__isnull=False, place__isnull=False).select_related("place__crossing")
    told: dict[int, list[Event]] = defaultdict(list)
    places = {p.pk: p for p in Place.objects.filter(kind=PlaceKind.CROSSING, border_pair=PAIR)}
    for event in rows.order_by("date", "pk"):
        place = event.place if event.place.kind == PlaceKind.CROSSING else event.place.crossing
        if place is not None:
            places[place.pk] = place
            told[place.pk].append(event)
    days = [e.date for events in told.values() for e in events if e.date]
    first = (min(days, default=today) - timedelta(days=31)).replace(day=1)
    axis = _Axis(first, today + timedelta(days=1), arabic())
    language = "ar" if arabic() else "en"
    ordered = sorted(places.values(), key=lambda p: (-len(told[p.pk]), p.name_in(language)))
    found = tuple(_crossing(p, told[p.pk], axis) for p in ordered)
    return Crossings(found, tuple(_ticks(axis)), first, today)


def changes_of(events: Iterable[Event]) -> list[Change]:
    """What changes a crossing's state: done or under way, and published; a candidate waits for its check."""
    return [
        Change(e.pk, e.date, DatePrecision(e.date_precision), CrossingState(e.crossing_state))
        for e in events
        if e.status == EventStatus.PUBLISHED and e.modality in CHANGES and e.date is not None
    ]


def _crossing(place: Place, events: Sequence[Event], axis: _Axis) -> Crossing:
    shown = {e.pk: row(e) for e in events}
    changes = changes_of(e for e in events if e.date and e.date <= axis.last)
    changing = {c.event for c in changes}
    stretches = tuple(_stretch(i, shown, axis) for i in intervals(changes))
    others = tuple((shown[e.pk], _told_only(e)) for e in reversed(events) if e.pk not in changing)
    return Crossing(place, stretches, others)


def _stretch(interval: Interval, shown: dict[int, Row], axis: _Axis) -> Stretch:
    x, width = axis.at(interval.start or axis.first, interval.end or axis.last)
    return Stretch(
        state=interval.state.value if interval.state else "unknown",
        name=str(label(interval.state)) if interval.state else _("not known"),
        start=interval.start,
        end=interval.end,
        events=tuple(shown[pk] for pk in interval.events),
        x=x,
        width=width,
    )


def _told_only(event: Event) -> str:
    """The state that was only announced or denied."""
    state = label(CrossingState(event.crossing_state))
    if event.modality == Modality.PLANNED:
        return _("announced: %(state)s") % {"state": state}
    if event.modality == Modality.DENIED:
        return _("denied: %(value)s") % {"value": state}
    if event.modality == Modality.CANCELLED:
        return _("called off: %(state)s") % {"state": state}
    return str(state)


def _ticks(axis: _Axis) -> Iterable[tuple[str, str, bool]]:
    """A tick per quarter; a year's first carries the year."""
    day = date(axis.first.year, 1, 1)
    while day < axis.last:
        if day >= axis.first:
            x, _width = axis.at(day, day)
            year = day.month == 1
            yield x, str(day.year) if year else month_name(day).split("/")[0], year
        day = date(day.year + (day.month + 3) // 13, (day.month + 2) % 12 + 1, 1)
