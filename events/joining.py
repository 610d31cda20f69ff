"""Which programme a machine-coded event belongs to, by what the series say they take in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.codebook import Modality, Part
from events.models import Event, Participation, Place, Series


def programme_of(event: Event, people: Sequence[Participation], programmes: Iterable[Series]) -> Series | None:
    """The one series that takes the event in; None where none does, or more than one.

    `event` has its derived type, day and places, `people` its participants. Asks nothing of the database but the
    places of the event itself.
    """
    groups = {p.actor_id for p in people if p.part != Part.MENTIONED}
    found = [s for s in programmes if _takes(s, event, groups)]
    return found[0] if len(found) == 1 else None


def _takes(series: Series, event: Event, groups: set[int | None]) -> bool:
    if series.takes_type != event.type or event.date is None or event.modality == Modality.DENIED:
        return False
    if series.group_id is not None and series.group_id not in groups:
        return False
    if (series.first_day and event.date < series.first_day) or (series.last_day and event.date > series.last_day):
        return False
    return _within(event.origin or event.place, series.origin_id) and _within(event.destination, series.destination_id)


def _within(place: Place | None, wanted: int | None) -> bool:
    return wanted is None or (place is not None and (place.pk == wanted or wanted in place.ancestors))
