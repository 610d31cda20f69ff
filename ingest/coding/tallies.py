"""Which numbers of an article count what a happening did, and as what. PURE."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from events.codebook import CountKind, EventType, Modality, Scope, Unit
from events.reports import Count
from ingest.coding.claimants import Saying
from ingest.coding.counts import BARRIER, Number, find_numbers
from ingest.coding.event_types import Happening
from ingest.coding.reading import Clause
from ingest.coding.roles import Who
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.units import PERSONS

_VAGUE = (20.0, 200.0, 2000.0)
_ROUNDING = 0.06
_PEOPLE = frozenset((Unit.PEOPLE, Unit.SOLDIERS, Unit.DETAINEES))
_UNIT_OF = {
    "pop_isis_detainees": Unit.DETAINEES,
    "pop_sy_soldiers": Unit.SOLDIERS,
    "pop_camp_families": Unit.PEOPLE,
    "pop_refugees": Unit.PEOPLE,
}
_CARGO = frozenset((Unit.KILOGRAMS, Unit.PILLS, Unit.KM, Unit.WEAPONS))
_FATES = frozenset((Unit.KILLED, Unit.WOUNDED))
_FOREIGN: dict[EventType, frozenset[Unit]] = {
    EventType.REPATRIATION: _CARGO | _FATES | {Unit.ARRESTED},
    EventType.DETAINEE_TRANSFER: _CARGO | _FATES,
    EventType.REFUGE: _CARGO | {Unit.ARRESTED},
    EventType.AMNESTY: _CARGO | _FATES,
    EventType.CROSSING_STATUS: _CARGO | _FATES | {Unit.ARRESTED, Unit.SOLDIERS, Unit.DETAINEES},
    EventType.STATEMENT: _CARGO | _FATES | {Unit.VEHICLES, Unit.FAMILIES},
    EventType.BORDER_MEASURE: _FATES | {Unit.PILLS, Unit.KILOGRAMS, Unit.ARRESTED},
    EventType.INCIDENT: frozenset((Unit.WEAPONS, Unit.KM)),
    EventType.INTELLIGENCE_SHARING: _CARGO | _FATES,
}
"""What an event of a type does not count: a number of it belongs to something told beside."""
_TAKEN = re.compile(r"القبض|اعتقل|اعتقال|اوقف|توقيف|احتجز|ضبط|arrest|detain|captur|apprehend|custody|seiz")


def tally(
    happening: Happening,
    follow: Sequence[Clause],
    modality: Modality,
    main: bool,
    cast: Sequence[Who],
    saying: Saying | None,
) -> Iterator[tuple[Count, Clause, int, int]]:
    """The numbers of the clauses that tell of it, each with its place; a number repeated is one count."""
    kind = happening.type
    court = kind is EventType.STATEMENT and happening.first.clause.has("court")
    if kind in TALKS or kind is EventType.APPOINTMENT or (kind is EventType.STATEMENT and not court):
        return
    found: dict[tuple[object, ...], Count] = {}
    told = [d.clause for d in happening.drafts]
    order = [c for c in [*follow, *told] if not c.titular] + [c for c in told if c.titular]
    said = saying.claimant.actor if saying else None
    for clause in dict.fromkeys(order):
        for number in _numbers(happening, clause, modality, cast, found.values()):
            number = _in_context(number, clause, kind, cast)
            if number.unit in _FOREIGN.get(kind, ()) or (_of_another(number, modality) and not main):
                continue
            of = _total(number, list(found.values()))
            if of is not None:
                number = _like_its_total(number, list(found.values())[of])
            key = (number.value, number.unit)
            if key in found or (clause.titular and _told_already(number, found.values())):
                continue
            found[key] = Count(number.value, number.unit, number.kind, number.scope, number.high, of, said)
            yield found[key], clause, number.start, number.end


def _numbers(
    happening: Happening, clause: Clause, modality: Modality, cast: Sequence[Who], found: Iterable[Count]
) -> tuple[Number, ...]:
    """The numbers of a clause; those without a unit count the people moved."""
    unit = next((c.unit for c in found if c.unit in _PEOPLE), None)
    unit = unit or next((_UNIT_OF[w.actor] for w in cast if w.actor in _UNIT_OF), None)
    people = happening.type in MOVEMENTS or any(w.actor == "pop_isis_detainees" for w in cast)
    return find_numbers(
        clause.text.plain,
        clause.start,
        clause.end,
        modality is Modality.PLANNED,
        happening.type is EventType.BORDER_MEASURE and any(BARRIER.search(d.clause.plain) for d in happening.drafts),
        unit if people else next((c.unit for c in found if c.unit is Unit.KILLED), None),
        happening.type is EventType.INTELLIGENCE_SHARING,
    )


def _of_another(number: Number, modality: Modality) -> bool:
    """A total or a stock told beside a plan is the programme's, not the plan's."""
    return modality is Modality.PLANNED and number.scope in (Scope.STOCK, Scope.CUMULATIVE)


def _total(number: Number, counts: Sequence[Count]) -> int | None:
    """The count of which this one is a part."""
    if not number.part:
        return None
    fitting = [n for n, c in enumerate(counts) if c.of is None and c.unit not in _CARGO and c.value > number.value]
    return fitting[-1] if fitting else None


def _like_its_total(number: Number, total: Count) -> Number:
    """«القبض على ستة، بينهم امرأتان»: the part are of the kind of the total."""
    known = number.unit is Unit.PEOPLE and total.unit in PERSONS - {Unit.OFFICERS}
    return replace(number, unit=total.unit) if known else number


def _in_context(number: Number, clause: Clause, kind: EventType, cast: Sequence[Who]) -> Number:
    """People and suspects moved as detainees are detainees; those caught on the border are arrested."""
    detained = any(w.actor == "pop_isis_detainees" for w in cast)
    if number.unit is Unit.PEOPLE and detained and kind in (EventType.INCIDENT, EventType.INTELLIGENCE_SHARING):
        return replace(number, unit=Unit.DETAINEES)
    if kind in (EventType.BORDER_OPERATION, EventType.JOINT_OPERATION):
        taken = number.unit is Unit.PEOPLE and not number.part and _TAKEN.search(clause.plain)
        return replace(number, unit=Unit.ARRESTED) if taken else number
    held = kind in (EventType.DETAINEE_TRANSFER, EventType.STATEMENT)
    if held and number.unit in (Unit.PEOPLE, Unit.ARRESTED, Unit.SOLDIERS):
        return replace(number, unit=Unit.DETAINEES)
    return number


def _told_already(number: Number, counts: Iterable[Count]) -> bool:
    """A headline's number that rounds one of the text, or its «مئات» over a text that counts them."""
    vague = number.kind is CountKind.AT_LEAST and number.value in _VAGUE
    same = [c for c in counts if c.unit is number.unit]
    return bool(vague and same) or any(abs(c.value - number.value) <= _ROUNDING * c.value for c in same)
