"""Events are put into the series of their programme, unless a person or an import has decided on that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef

from events.campaigns import CAMPAIGNS, Movement, campaign_of
from events.claiming import UNNAMED_SERIES
from events.codebook import ClaimField, EventType, Modality, StatusBy
from events.models import Claim, Decision, Event, Place, Series
from events.standing import live_reports

BY_HAND = "series"
"""Key in a decision's detail: a person has set, changed or emptied the series of these events."""


def enrol(event_ids: Collection[int]) -> list[int]:
    """Put events without a series into the one that their reports name or that their movement belongs to; returns those
    that were. The ordinal is the one that most reports give. Inside the caller's transaction."""
    decided = Decision.objects.filter(events__contains=[OuterRef("pk")], detail__has_key=BY_HAND)
    rows = (
        Event.objects.listed()
        .filter(pk__in=event_ids, series=None, type__in=[c.type.value for c in CAMPAIGNS])
        .filter(~Exists(decided))
        .exclude(status_by=StatusBy.IMPORT)
        .select_related("place", "origin", "destination")
        .prefetch_related("participations__actor")
        .order_by("pk")
    )
    enrolled = []
    slugs = dict(Series.objects.values_list("slug", "pk"))
    for event in rows:
        named, ordinal = _told(event.pk)
        slug = named or campaign_of(_movement(event))
        if slug in slugs:
            Event.objects.filter(pk=event.pk).update(series=slugs[slug], ordinal=ordinal)
            enrolled.append(event.pk)
    return enrolled


def _told(event: int) -> tuple[str | None, int | None]:
    """The series and ordinal that most live reports give; of equally many the first by name and number."""
    reports = live_reports([event]).filter(background=False).values("pk")
    said = Claim.objects.filter(report__in=reports, field=ClaimField.SERIES, withdrawn_by=None)
    rows = list(said.values_list("v_choice", "v_low"))
    names = Counter(slug for slug, _ in rows if slug != UNNAMED_SERIES)
    numbers = Counter(int(n) for _, n in rows if n is not None)
    return _most(names), _most(numbers)


def _most(found: Counter[Any]) -> Any:
    return min(found, key=lambda value: (-found[value], value)) if found else None


def _movement(event: Event) -> Movement:
    groups = {p.actor.code for p in event.participations.all() if p.actor}
    ends = [p for p in (event.place, event.origin, event.destination) if p]
    ancestors = {pk for p in ends for pk in p.ancestors}
    codes = dict(Place.objects.filter(pk__in=ancestors).values_list("pk", "code"))

    def within(place: Place | None) -> frozenset[str]:
        return frozenset({place.code, *(codes[pk] for pk in place.ancestors if pk in codes)} if place else ())

    return Movement(
        type=EventType(event.type),
        modality=Modality(event.modality),
        day=event.date,
        groups=frozenset(groups),
        start=within(event.origin or event.place),
        goal=within(event.destination),
    )
