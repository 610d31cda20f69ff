"""What a number without a noun counts: those of whom it is a part, those already counted, those whom the event is about.
PURE."""

from __future__ import annotations

from collections.abc import Sequence

from events.codebook import EventType, Unit
from events.reports import Count
from ingest.coding.counts import Number
from ingest.coding.roles import Who
from ingest.coding.rules import MOVEMENTS
from ingest.coding.units import PERSONS

_PEOPLE = frozenset((Unit.PEOPLE, Unit.SOLDIERS, Unit.DETAINEES))
_BEINGS = PERSONS | {Unit.KILLED, Unit.WOUNDED}
_UNIT_OF = {
    "pop_isis_detainees": Unit.DETAINEES,
    "pop_sy_soldiers": Unit.SOLDIERS,
    "pop_camp_families": Unit.PEOPLE,
    "pop_refugees": Unit.PEOPLE,
}
_UNNAMED = {
    EventType.REPATRIATION: Unit.PEOPLE,
    EventType.REFUGE: Unit.PEOPLE,
    EventType.DETAINEE_TRANSFER: Unit.DETAINEES,
    EventType.AMNESTY: Unit.PEOPLE,
    EventType.CROSSING_STATUS: Unit.PEOPLE,
}
"""Whom a number counts that follows on nobody counted: those who move in such a happening."""


def already_named(
    number: Number, kind: EventType, found: Sequence[Count], cast: Sequence[Who], *, prison: bool, fled: bool
) -> Unit | None:
    """The unit of a number without a noun; none where nobody is known whom it may count."""
    if number.part:
        total = next((c.unit for c in reversed(found) if c.of is None and c.unit in _BEINGS), None)
        if total is not None:
            return total
    known = next((c.unit for c in found if c.unit in _PEOPLE), None)
    if known is None and prison and (kind is EventType.STATEMENT or (fled and kind is EventType.INCIDENT)):
        return Unit.DETAINEES
    if known is None and number.part and any(c.unit is Unit.FAMILIES for c in found):
        known = Unit.FAMILIES
    moved = next((_UNIT_OF[w.actor] for w in cast if w.actor in _UNIT_OF), None)
    unit = known or moved or _UNNAMED.get(kind)
    if kind is EventType.AMNESTY:
        return moved if moved is not None and unit is Unit.PEOPLE else unit
    if kind in (*MOVEMENTS, EventType.CROSSING_STATUS) or unit is Unit.DETAINEES:
        return unit
    if kind is EventType.BORDER_MEASURE and unit is Unit.SOLDIERS:
        return unit
    return next((c.unit for c in found if c.unit in (Unit.KILLED, Unit.ARRESTED)), None)
