"""Which events a report might tell of: one indexed query, and the facts that matching compares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from datetime import timedelta

from django.db import connection

from events.codebook import BAGHDAD, ActorKind, DateBasis, DatePrecision, EventType, Family, Modality, Part
from events.derivation import role_on
from events.indexing import place_keys
from events.matching import SLACK, Facts, Match, best_match, window
from events.models import Actor, Event, Place
from events.reports import Report

_LOCK_SPACE = 0x15C0
_LONGEST_MONTH = timedelta(days=31)


def report_facts(
    report: Report, published: dt.datetime | None, actors: dict[str, Actor], places: dict[str, Place]
) -> Facts:
    """What matching compares of a report; it must have a date. `actors` and `places` by registry id."""
    assert report.date is not None
    announced = published.astimezone(BAGHDAD).date() if published else None
    first, last = window(report.date, report.end_date, report.date_precision, report.date_basis, announced)
    place = places.get(report.place.id) if report.place else None
    taking_part = [actors[p.actor] for p in report.participants if p.actor in actors and p.part is not Part.MENTIONED]
    return Facts(
        type=report.type,
        modality=report.modality,
        first=first,
        last=last,
        place=_folded(place),
        places=frozenset(place_keys(place)) if place else frozenset(),
        actors=frozenset(_with_offices(taking_part, report.date)),
        cast=frozenset(
            _cast_name(actors.get(p.actor or ""), p.name, p.side)
            for p in report.participants
            if p.part is not Part.MENTIONED
        ),
        ends=frozenset(places[p.id].pk for p in (report.origin, report.destination) if p and p.id in places),
        undated=report.background and report.date_basis is DateBasis.PUBLISHED,
    )


def event_facts(event: Event) -> Facts:
    """The same of an event, from its derived rows (participations with role and office prefetched)."""
    assert event.date is not None
    precision, basis = DatePrecision(event.date_precision), DateBasis(event.date_basis)
    first, last = window(event.date, event.date_end, precision, basis, None)
    taking_part = [who for who in event.participations.all() if who.part != Part.MENTIONED]
    actors: set[int] = set()
    for who in taking_part:
        if who.actor_id:
            actors |= {who.actor_id} | ({who.role.office.org_id} if who.role else set())
    return Facts(
        type=EventType(event.type),
        modality=Modality(event.modality),
        first=first,
        last=last,
        place=_folded(event.place),
        places=frozenset(place_keys(event.place)) if event.place else frozenset(),
        actors=frozenset(actors),
        cast=frozenset(_cast_name(who.actor, who.name, who.side) for who in taking_part),
        ends=frozenset(key for key in (event.origin_id, event.destination_id) if key),
    )


def _cast_name(actor: Actor | None, name: str, side: str) -> str:
    """A body stands for its side: one capital's outlets name its ministry, the other's its government."""
    if actor is None:
        return f"?{name}"
    own = (ActorKind.PERSON, ActorKind.POPULATION_GROUP)
    return actor.code if actor.kind in own else f"side {side}"


def find_match(facts: Facts, exclude: Iterable[int] = ()) -> Match | None:
    """The listed event that tells of the same happening, or None. Call `lock_window` first."""
    events = (
        Event.objects.listed()
        .filter(
            family=facts.type.family,
            date__gte=facts.first - SLACK - _LONGEST_MONTH,
            date__lte=facts.last + SLACK + _LONGEST_MONTH,
        )
        .exclude(pk__in=list(exclude))
        .select_related("place")
        .prefetch_related("participations__role__office", "participations__actor")
        .order_by("pk")
    )
    return best_match(facts, ((e.pk, event_facts(e)) for e in events))


def lock_windows(windows: Iterable[Facts]) -> None:
    """Until the transaction ends, nobody else decides about happenings of these families and weeks.

    Two reports of one happening have overlapping windows, hence a week in common; locks are taken in one order.
    """
    keys = set()
    for facts in windows:
        family = list(Family).index(facts.type.family)
        start = (facts.first - SLACK).toordinal() // 7
        end = (facts.last + SLACK).toordinal() // 7
        keys |= {(_LOCK_SPACE + family, week) for week in range(start, end + 1)}
    with connection.cursor() as cursor:
        for space, week in sorted(keys):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [space, week])


def _folded(place: Place | None) -> int | None:
    """A border town stands for its crossing."""
    return (place.crossing_id or place.pk) if place else None


def _with_offices(people: Iterable[Actor], day: dt.date) -> set[int]:
    """The actors and the bodies whose offices they held that day (roles and their offices prefetched)."""
    found: set[int] = set()
    for actor in people:
        role = role_on(actor.roles.all(), day)
        found |= {actor.pk} | ({role.office.org_id} if role else set())
    return found
