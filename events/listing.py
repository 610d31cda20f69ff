"""What a list of events shows of each, worked out before the template: rows grouped by month, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse

from events.codebook import EventStatus, EventType, Family, Modality, Part, Scope, Side, StatusBy
from events.filterform import Cursor
from events.filters import Filters
from events.indexing import contact_level
from events.labels import label, side_group
from events.models import Event, Figure, Participation
from events.querysets import EventQuerySet
from events.titles import most_telling
from events.wording import amount, arabic, counted, date_text, month_text, weekday

PAGE_SIZE = 50
"""Events on one page of a list."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event in a list; words in the reader's language."""

    public_id: str
    url: str
    title: str
    day: str
    weekday: str
    date_text: str
    iso: str
    family: str
    type: str
    modality: str
    modality_word: str
    candidate: bool
    by_machine: bool
    place: str
    sides: tuple[tuple[str, str], ...]
    figure: str
    families: int
    level: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: rows by month, and the cursor of the next page if there is one."""

    months: tuple[tuple[str, tuple[Row, ...]], ...]
    events: tuple[Event, ...]
    next: Cursor | None


def with_rows(events: EventQuerySet) -> EventQuerySet:
    """The events with all that their rows read: three queries for any number of them."""
    people = Participation.objects.exclude(part=Part.MENTIONED).select_related("role__office").order_by("id")
    return events.select_related("place").prefetch_related(
        Prefetch("participations", people), Prefetch("figures", Figure.objects.order_by("id"))
    )


def page_of(filters: Filters, size: int = PAGE_SIZE, who: int | None = None) -> Page:
    """The page of events that filters and cursor ask for; `who`: each with this person's office of its day."""
    found = list(filters.page(with_rows(Event.objects.listed()), size))
    shown = found[:size]
    last = shown[-1] if len(found) > size else None
    by_month = groupby(shown, key=lambda e: (e.date.year, e.date.month))
    months = [list(group) for _month, group in by_month]
    return Page(
        months=tuple((month_text(group[0].date), tuple(row(e, who) for e in group)) for group in months),
        events=tuple(shown),
        next=Cursor(last.date, last.pk) if last and last.date else None,
    )


def row(event: Event, who: int | None = None) -> Row:
    """One event as a row, with the office that the actor `who` held on its day."""
    day: date = event.date  # type: ignore[assignment]  # listed events are dated
    exact = event.date_precision == "day" and not event.date_end
    return Row(
        public_id=event.public_id,
        url=reverse("events:event", args=[event.public_id]),
        title=event.title_in("ar" if arabic() else "en"),
        day=str(day.day) if exact else "",
        weekday=weekday(day) if exact else "",
        date_text=date_text(day, event.date_precision, event.date_end),
        iso=day.isoformat(),
        family=event.family or Family.CONTEXT,
        type=str(label(EventType(event.type))),
        modality=event.modality or "",
        modality_word="" if event.modality in (None, Modality.DONE) else str(label(Modality(event.modality))),
        candidate=event.status == EventStatus.CANDIDATE,
        by_machine=event.status_by == StatusBy.MACHINE,
        place=event.place.name_in("ar" if arabic() else "en") if event.place else "",
        sides=sides_of(event.participations.all()),
        figure=figure_text(event.figures.all()),
        families=event.families,
        level=str(label(level)) if (level := contact_level(event, event.participations.all())) else "",
        office=_office(event, who) if who else "",
    )


def _office(event: Event, who: int) -> str:
    roles = (p.role for p in event.participations.all() if p.actor_id == who and p.role is not None)
    return next((role.office.title_in("ar" if arabic() else "en") for role in roles), "")


def sides_of(people: Sequence[Participation] | Any) -> tuple[tuple[str, str], ...]:
    """The sides that take part, each once, in the codebook's order: (class, name)."""
    present = {Side(p.side) for p in people}
    return tuple((side_group(s), str(label(s))) for s in Side if s in present and s is not Side.OTHER)


def figure_text(figures: Sequence[Figure] | Any) -> str:
    """The number a row shows: the most telling of this event itself, else of totals and plans, with its scope."""
    best = most_telling(figures)
    if best is None:
        return ""
    text = counted(amount(best.best, None, best.kind), best.unit)
    return text if best.scope == Scope.BATCH else f"{text} ({label(Scope(best.scope))})"
