"""Do two reports tell of one happening? A scored decision with its reasons. PURE.

Each part of the evidence gives points (`WEIGHTS`); what cannot be reconciled is a veto. At `JOIN` points two reports
may stand in one event, from `PROPOSE` on a person is asked. Points come from what two reports say, never from when they
came in: the same two reports always compare alike.
"""

from __future__ import annotations

from events.codebook import EventType, Family, Modality
from events.facts import Facts
from events.likeness import (
    CAPITALS,
    HAULS,
    JOIN,
    PROPOSE,
    WEIGHTS,
    Comparison,
    compare_days,
    compare_places,
    gap_between,
    same_number,
)
from events.numbers import Number, agreement

KINDS = (
    frozenset({EventType.BORDER_OPERATION, EventType.JOINT_OPERATION, EventType.INTELLIGENCE_SHARING}),
    frozenset({EventType.MEETING, EventType.AGREEMENT}),
)
"""Types by which different outlets may call one happening."""

_ANOTHER_NUMBER = -0.6

_AGREED = 0.6
"""Points from which numbers say that two neighbouring places are one."""

_GROUPS = (
    frozenset({"pop_isis_detainees", "pop_suspects"}),
    frozenset({"pop_refugees", "pop_migrants"}),
)
"""Populations that outlets take for one another."""

_OPEN = frozenset({Modality.PLANNED, Modality.ONGOING, Modality.DONE})

_ALLIES = {"coalition": "US"}
"""Sides that outlets name for one another."""

_GOODS = {"pills": "drugs", "kilograms": "drugs", "weapons": "arms"}


def kind_of(event_type: EventType) -> int:
    """Types that may name one happening have one kind; matching never looks beyond it."""
    for n, group in enumerate(KINDS, start=1):
        if event_type in group:
            return n
    return len(KINDS) + 1 + list(EventType).index(event_type)


def compatible_modalities(one: Modality, other: Modality) -> bool:
    """A plan, its course and its end are one happening; so are a plan and its cancellation; a denial stands alone."""
    if one is other or {one, other} <= _OPEN:
        return True
    return {one, other} == {Modality.PLANNED, Modality.CANCELLED}


def compare(one: Facts, other: Facts, *, copies: bool = False) -> Comparison:
    """Points and reasons for two reports of different articles. `copies`: one text is a reprint of the other's."""
    found = Comparison()
    found.veto = _irreconcilable(one, other)
    if found.veto:
        return found
    talks = one.type.family is Family.TALKS
    found.add("same type" if one.type is other.type else "talks and what was signed" if talks else "kindred type")
    if one.modality is other.modality:
        found.add("same stage")
    if one.status != other.status and one.status and other.status:
        found.add("partly open")
    for part in (compare_days, compare_places, _cast, _counts):
        part(one, other, found)
        if found.veto:
            return found
    if copies:
        found.add("copy of one text")
        found.anchored = True
    common = one.titled & other.titled
    if common:
        found.add("names in both titles", min(len(common), 4))
    if one.ordinal is not None and one.ordinal == other.ordinal:
        found.add("same ordinal")
        found.anchored = True
    _anchor(one, other, found)
    return found


def _irreconcilable(one: Facts, other: Facts) -> str:
    """What no other evidence can bridge."""
    if kind_of(one.type) != kind_of(other.type):
        return "another type"
    if not compatible_modalities(one.modality, other.modality):
        return "another stage"
    if one.status and other.status and one.status != other.status and "closed" in (one.status, other.status):
        return "another status"
    if one.type is EventType.APPOINTMENT and one.office and other.office and one.office != other.office:
        return "another office"
    if one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal:
        return "another ordinal"
    return ""


def _cast(one: Facts, other: Facts, found: Comparison) -> None:
    mine, theirs = {p.key for p in one.persons}, {p.key for p in other.persons}
    shared, bodies, sides = mine & theirs, one.bodies & other.bodies, one.sides & other.sides
    names, groups = one.unknown & other.unknown, _same_groups(one.groups, other.groups)
    if not (shared or bodies):
        if one.bodies & other.over or one.over & other.bodies:
            found.add("kindred bodies")
        elif one.type.family in HAULS and one.over and other.over:
            found.add("other bodies")
    at_one_crossing = one.type is EventType.CROSSING_STATUS and "same place" in found.reasons
    anybody = (one.sides or one.groups or one.unknown) and (other.sides or other.groups or other.unknown)
    if anybody and not (shared or bodies or sides or names or groups or at_one_crossing):
        found.veto = "nobody shared"
        return
    if shared:
        found.add("shared person")
        found.add("more shared persons", min(len(shared) - 1, 2))
    if names:
        found.add("shared name")
    if bodies:
        found.add("shared bodies", min(len(bodies), 2))
    if sides:
        found.add("shared sides", min(len(sides), 2))
    if groups:
        found.add("same people concerned")
    elif one.groups and other.groups:
        found.add("other people concerned")
    elif one.groups != other.groups and one.targets and other.targets and not _same_groups(one.targets, other.targets):
        found.add("another target")
    _delegations(one, other, found)


def _same_groups(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or any(one & alike and other & alike for alike in _GROUPS)


def _delegations(one: Facts, other: Facts, found: Comparison) -> None:
    """One delegation, one city, one day is one meeting; another person of the visiting side is another delegation."""
    if one.type.family is not Family.TALKS and one.type is not EventType.APPOINTMENT:
        return
    if "talks apart by one day" in found.reasons and one.sides != other.sides and len(one.sides | other.sides) > 2:
        found.veto = "another round on another day"
        return
    strangers = (one.type in KINDS[1] and _strangers(one, other)) or _another_party(one, other)
    sides = {p.side for p in one.persons} & {p.side for p in other.persons}
    shares = {side for side in sides if _of(one, side) & _of(other, side)}
    clashes = sides - shares
    if strangers:
        found.add("another delegation", _softened(one, other))
        return
    if not clashes:
        return
    if one.type is EventType.APPOINTMENT:
        found.veto = "another person"
        return
    if "talks apart by one day" in found.reasons:
        found.veto = "another counterpart on another day"
        return
    hosts = {p.side for p in one.persons | other.persons if p.host}
    in_room = one.type in KINDS[1]
    guests = clashes - hosts if in_room else clashes
    if in_room and not hosts and shares:
        guests = set()
    if guests or not in_room:
        found.add("another delegation", _softened(one, other))
    elif not shares:
        found.add("another counterpart", _softened(one, other) * (1.0 if one.bodies & other.bodies else 1.6))


def _strangers(one: Facts, other: Facts) -> bool:
    """Both name who came, and no person is in both."""
    mine, theirs = {p.key for p in one.persons}, {p.key for p in other.persons}
    guests = [{p.key for p in f.persons if not p.host} for f in (one, other)]
    return bool(guests[0] and guests[1]) and not mine & theirs


def _another_party(one: Facts, other: Facts) -> bool:
    """Talks of two sides each, and not the same two."""
    mine, theirs = ({_ALLIES.get(side, side) for side in f.sides} for f in (one, other))
    return len(mine) == len(theirs) == 2 and mine != theirs


def _softened(one: Facts, other: Facts) -> float:
    """A name that nobody knows may be the one that is missed."""
    return 0.5 if one.unknown or other.unknown else 1.0


def _of(facts: Facts, side: str) -> set[int]:
    return {p.key for p in facts.persons if p.side == side}


def _counts(one: Facts, other: Facts, found: Comparison) -> None:
    if one.type.family in HAULS and _goods(one) and _goods(other) and not _goods(one) & _goods(other):
        found.add("other goods")
    total = 0.0
    for (unit, scope), mine in _by_slot(one.numbers).items():
        theirs = _by_slot(other.numbers).get((unit, scope))
        if theirs:
            total += max(agreement(a, b) for a in mine for b in theirs)
    if total <= _ANOTHER_NUMBER and one.exact and other.exact and gap_between(one, other) > 0:
        found.veto = "another number on another day"
    elif total:
        weight = WEIGHTS["numbers"] if total > 0 or {one.voice, other.voice} == CAPITALS else WEIGHTS["other numbers"]
        found.points("numbers agree" if total > 0 else "numbers differ", weight * max(-2.0, min(total, 1.0)))


def _goods(facts: Facts) -> set[str]:
    return {_GOODS[n.unit] for n in facts.numbers if n.unit in _GOODS}


def _by_slot(numbers: tuple[Number, ...]) -> dict[tuple[str, str], list[Number]]:
    slots: dict[tuple[str, str], list[Number]] = {}
    for n in numbers:
        slots.setdefault((n.unit, n.scope), []).append(n)
    return slots


def _anchor(one: Facts, other: Facts, found: Comparison) -> None:
    """Something particular in common: a person, a place, a number. Type, days and sides alone join nothing specific.

    Against a report that names nothing particular itself, the points decide: whoever fits two happenings alike is left
    to a person by the partition.
    """
    if one.undated or other.undated:
        found.anchored = bool(_tied(one, other))
        found.capped = not (found.anchored and _threaded(one, other, found))
        return
    told = {"shared person", "shared name", "same place", "shared route"} & found.reasons.keys()
    known = told or same_number(one, other) or "copy of one text" in found.reasons
    near = {"place within place", "neighbouring places"} & found.reasons.keys()
    fits = near and (found.reasons.get("shared bodies") or found.reasons.get("numbers agree", 0.0) >= _AGREED)
    border = one.spot is not None and other.spot is not None and one.spot.key == other.spot.key
    lone = one.vague != other.vague or (one.vague and other.vague and border and "same day" in found.reasons)
    open_place = (one.spot is None or other.spot is None) and "shared bodies" in found.reasons
    carried = "same day" in found.reasons and _same_journey(one, other)
    found.anchored = found.anchored or bool(known or fits or lone or open_place or carried)
    found.capped = not _threaded(one, other, found)


_THREADS = frozenset(
    {
        "shared person", "shared name", "shared bodies", "kindred bodies", "same place", "same larger place",
        "shared route", "place within place", "place within a country",
    }
)  # fmt: skip


def _threaded(one: Facts, other: Facts, found: Comparison) -> bool:
    """Something by which either is found from the other (`neighbourhood.sought`)."""
    if not _THREADS.isdisjoint(found.reasons) or one.groups & other.groups or same_number(one, other):
        return True
    return (one.bare or other.bare) and bool(one.sides & other.sides)


def _same_journey(one: Facts, other: Facts) -> bool:
    """One group taken from one place to another: on one day that is one transfer, though figures differ a little."""
    if not (one.origin and other.origin and one.destination and other.destination and one.groups & other.groups):
        return False
    return (one.origin.key, one.destination.key) == (other.origin.key, other.destination.key)


def _tied(one: Facts, other: Facts) -> bool:
    """People alone do not tell an undated report from other happenings of its month."""
    ends = {s.key for s in (one.origin, one.destination) if s} & {s.key for s in (other.origin, other.destination) if s}
    same = one.spot is not None and other.spot is not None and one.spot.key == other.spot.key
    return same or bool(ends)


__all__ = ["JOIN", "KINDS", "PROPOSE", "WEIGHTS", "Comparison", "compare", "kind_of"]
