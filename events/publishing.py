"""What the machine publishes by itself: a sure event that an outlet of each side tells, marked as machine-coded."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings

from events.codebook import DecisionKind, EventStatus, Side, StatusBy
from events.corroboration import sides_heard
from events.derivation import derive_events, voices_of
from events.models import Decision, Event
from events.standing import standing_claims


def publish_ready(event_ids: Collection[int]) -> list[int]:
    """Publish the candidates among these events that reach PUBLISH_CONFIDENCE and are told by one family of each side.

    What a person or an import decided is never touched; nothing is ever taken back here. Inside the caller's
    transaction; returns the ids that were published.
    """
    ready = list(
        Event.objects.select_for_update()
        .filter(
            pk__in=event_ids,
            status=EventStatus.CANDIDATE,
            status_by=StatusBy.MACHINE,
            confidence__gte=settings.PUBLISH_CONFIDENCE,
        )
        .order_by("pk")
    )
    live = standing_claims([e.pk for e in ready]) if ready else {}
    both = {Side.IQ, Side.SY}
    chosen = [e for e in ready if e.pk in live and sides_heard(voices_of(live[e.pk].reports.values())) >= both]
    for event in chosen:
        Event.objects.filter(pk=event.pk).update(status=EventStatus.PUBLISHED, status_by=StatusBy.MACHINE)
    if chosen:
        ids = [e.pk for e in chosen]
        Decision.objects.create(kind=DecisionKind.PUBLISH, events=ids, reason="sure, and told by outlets of both sides")
        derive_events(ids)
    return [e.pk for e in chosen]
