"""Questions about many events, as named and chainable queryset methods."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from events.codebook import KEY_CODES, Dim, EventStatus, EventType, Family, Modality, Side

if TYPE_CHECKING:
    from events.filters import Filters


class EventQuerySet(QuerySet):  # type: ignore[type-arg]
    """Events; every filter is answered from `event_key`, so none of them scans events."""

    def listed(self) -> EventQuerySet:
        """What the timeline may show: standing, typed and dated."""
        return self.filter(
            status__in=[EventStatus.CANDIDATE, EventStatus.PUBLISHED], type__isnull=False, date__isnull=False
        )

    def published(self) -> EventQuerySet:
        """Listed and published."""
        return self.listed().filter(status=EventStatus.PUBLISHED)

    def with_key(self, dim: Dim, keys: list[int]) -> EventQuerySet:
        """Events that have any of `keys` in a dimension."""
        rows = self.model.keys.rel.related_model.objects
        return self.filter(Exists(rows.filter(event=OuterRef("pk"), dim=dim, key__in=keys, listed=True)))

    def with_words(self, dim: Dim, words: list[Side] | list[Modality] | list[Family]) -> EventQuerySet:
        """`with_key` for a dimension whose keys are words of the codebook."""
        return self.with_key(dim, [KEY_CODES[dim][w] for w in words]) if words else self

    def within(self, first: date | None, last: date | None) -> EventQuerySet:
        """Events dated on or between two days, either of which may be open."""
        rows = self
        if first:
            rows = rows.filter(date__gte=first)
        if last:
            rows = rows.filter(date__lte=last)
        return rows

    def of_types(self, types: list[EventType]) -> EventQuerySet:
        """Events of any of these types; an empty list means all."""
        return self.filter(type__in=types) if types else self

    def older_than(self, day: date, pk: int) -> EventQuerySet:
        """The next page of the newest-first order: events after (day, pk)."""
        return self.filter(date__lte=day).exclude(Q(date=day, pk__gte=pk))

    def newest_first(self) -> EventQuerySet:
        """The timeline's order."""
        return self.order_by("-date", "-pk")

    def matching(self, filters: Filters) -> EventQuerySet:
        """Listed events that a reader's filters ask for; every part of the URL is answered here."""
        return filters.apply(self.listed())
