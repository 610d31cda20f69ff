"""Do two reports tell of one happening? A scored decision with its reasons. PURE.

Each part of the evidence gives points (`WEIGHTS`); what cannot be reconciled is a veto. At `JOIN` points two reports
may stand in one event, from `PROPOSE` on a person is asked. Points come from what two reports say, never from when they
came in: the same two reports always compare alike.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date

from events.codebook import CountKind, EventType, Family, Modality
from events.facts import PROVINCE, TOWNSHIP, Facts, Person, Spot
from events.numbers import SMALL, Number, agreement

JOIN = 3.0
PROPOSE = 2.0

WEIGHTS = {
    "same type": 1.0,
    "kindred type": 0.3,
    "same stage": 0.3,
    "same day": 2.0,
    "days apart by one": -1.3,
    "talks apart by one day": -0.3,
    "told by both capitals within three days": -0.3,
    "periods overlap": 1.0,
    "wide periods overlap": 0.3,
    "just outside the window": -0.5,
    "same place": 1.5,
    "same larger place": 0.6,
    "place within place": 0.6,
    "place within a country": 0.2,
    "neighbouring places": 0.5,
    "places some way apart": -1.0,
    "shared route": 1.2,
    "places do not fit": -1.5,
    "shared person": 1.2,
    "more shared persons": 0.6,
    "shared name": 0.8,
    "shared bodies": 0.5,
    "shared sides": 0.3,
    "same people concerned": 0.5,
    "other people concerned": -3.0,
    "another target": -1.5,
    "another delegation": -4.2,
    "another counterpart": -2.2,
    "numbers": 1.5,
    "same ordinal": 1.5,
    "names in both titles": 0.15,
    "copy of one text": 2.0,
}
"""Points per reason. Set by hand from the codebook, held by benchmarks/clusters.py."""

_PUBLISHED_LAG = (1.5, 1.3, 0.8, 0.5)
"""A report dated by publication, so many days after the day that another tells."""
_PUBLISHED_BOTH = (1.3, 1.0, 0.6, 0.3)
"""Two reports dated by publication, so many days apart."""
_NEIGHBOURS_KM, _APART_KM = 10.0, 30.0
_CAPITALS_DAYS = 3
_ANOTHER_NUMBER = -0.6

KINDS = (
    frozenset({EventType.BORDER_OPERATION, EventType.JOINT_OPERATION, EventType.INTELLIGENCE_SHARING}),
    frozenset({EventType.MEETING, EventType.AGREEMENT}),
)
"""Types by which different outlets may call one happening."""

_GROUPS = (frozenset({"pop_isis_detainees", "pop_suspects"}), frozenset({"pop_refugees", "pop_migrants"}))
"""Populations that outlets take for one another."""

_OPEN = frozenset({Modality.PLANNED, Modality.ONGOING, Modality.DONE})
_HAULS = frozenset({Family.OPERATIONS})
_CAPITALS = frozenset({"IQ", "SY"})


@dataclass(slots=True)
class Comparison:
    """Points with their reasons; `veto` says what keeps two reports apart whatever the points."""

    reasons: dict[str, float] = field(default_factory=dict)
    veto: str = ""
    anchored: bool = False

    def add(self, reason: str, times: float = 1.0) -> None:
        """Count a reason."""
        self.reasons[reason] = round(self.reasons.get(reason, 0.0) + WEIGHTS[reason] * times, 3)

    def points(self, reason: str, value: float) -> None:
        """Count a reason whose points depend on the case."""
        self.reasons[reason] = round(self.reasons.get(reason, 0.0) + value, 3)

    @property
    def score(self) -> float:
        """The sum of the points; a pair with nothing particular in common stays below JOIN."""
        total = round(sum(self.reasons.values()), 3)
        return total if self.anchored else min(total, JOIN - 0.05)

    @property
    def joins(self) -> bool:
        """Enough for one event."""
        return not self.veto and self.score >= JOIN


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
    found.add("same type" if one.type is other.type else "kindred type")
    if one.modality is other.modality:
        found.add("same stage")
    for part in (_days, _places, _cast, _counts):
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
    if one.status and other.status and one.status != other.status:
        return "another status"
    if one.type is EventType.APPOINTMENT and one.office and other.office and one.office != other.office:
        return "another office"
    if one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal:
        return "another ordinal"
    return ""


def _gap(one: Facts, other: Facts) -> int:
    """Days between two windows; 0 or less where they overlap."""
    return max((one.first - other.last).days, (other.first - one.last).days)


def _days(one: Facts, other: Facts, found: Comparison) -> None:
    gap = _gap(one, other)
    if gap > 0 and (gap > 1 or one.undated or other.undated) and not (one.exact and other.exact):
        found.veto = "other days"
    elif one.said and other.said and not (one.wide or other.wide):
        _by_lag(abs((one.said - other.said).days), _PUBLISHED_BOTH, found)
    elif one.exact and other.exact:
        _exact_days(gap, one, other, found)
    elif gap == 1:
        found.add("just outside the window")
    elif one.wide or other.wide:
        found.add("wide periods overlap")
    elif one.said or other.said:
        _by_lag(_lag(one, other), _PUBLISHED_LAG, found)
    else:
        found.add("periods overlap")


def _lag(one: Facts, other: Facts) -> int:
    """Days from the day that one tells to the publication that dates the other."""
    said: date = one.said or other.said or one.first
    told = other.last if one.said else one.last
    return max((said - told).days, 0)


def _by_lag(days: int, points: tuple[float, ...], found: Comparison) -> None:
    if days >= len(points):
        found.veto = "other days"
    else:
        found.points("published near the day", points[days])


def _exact_days(gap: int, one: Facts, other: Facts, found: Comparison) -> None:
    if gap <= 0:
        found.add("same day")
    elif one.type.family in _HAULS and gap <= _CAPITALS_DAYS and {one.voice, other.voice} == _CAPITALS:
        found.add("told by both capitals within three days")
    elif gap == 1:
        found.add("talks apart by one day" if one.type.family is Family.TALKS else "days apart by one")
    else:
        found.veto = "other days"


def _places(one: Facts, other: Facts, found: Comparison) -> None:
    if one.type.family is Family.MOVEMENT and one.route & other.route:
        same = one.spot is not None and other.spot is not None and one.spot.key == other.spot.key
        found.add("same place" if same and one.spot and one.spot.specific else "shared route")
        return
    if one.spot is None or other.spot is None:
        return
    _spots(one.spot, other.spot, found)
    if found.veto and one.type.family is Family.MOVEMENT and _vaguely_one_route(one, other):
        found.veto = ""
        found.add("places do not fit", 0.5)


def _vaguely_one_route(one: Facts, other: Facts) -> bool:
    """One names the camp, the other the governorate around it and a crossing: ends that contain each other."""
    if one.origin is None or other.origin is None:
        return False
    return one.origin.key in other.origin.within or other.origin.key in one.origin.within


def _spots(one: Spot, other: Spot, found: Comparison) -> None:
    if one.key == other.key:
        found.add("same place" if one.specific else "same larger place")
        return
    inner, outer = (one, other) if other.key in one.within else (other, one)
    if outer.key in inner.within:
        found.add("place within place" if outer.size <= PROVINCE else "place within a country")
        return
    if one.size <= TOWNSHIP and other.size <= TOWNSHIP:
        km = distance_km(one, other)
        if km > _APART_KM:
            found.veto = "places far apart"
        else:
            found.add("neighbouring places" if km <= _NEIGHBOURS_KM else "places some way apart")
    elif PROVINCE in (one.size, other.size) and max(one.size, other.size) == PROVINCE:
        found.veto = "another province"
    else:
        found.add("places do not fit")


def distance_km(one: Spot, other: Spot) -> float:
    """Great-circle distance in kilometres."""
    lat, lat2 = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((lat2 - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(lat2) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))


def _cast(one: Facts, other: Facts, found: Comparison) -> None:
    mine, theirs = {p.key for p in one.persons}, {p.key for p in other.persons}
    shared, bodies, sides = mine & theirs, one.bodies & other.bodies, one.sides & other.sides
    names, groups = one.unknown & other.unknown, _same_groups(one.groups, other.groups)
    anybody = (one.sides or one.groups or one.unknown) and (other.sides or other.groups or other.unknown)
    if anybody and not (shared or bodies or sides or names or groups):
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
    elif one.groups != other.groups and one.targets and other.targets and not one.targets & other.targets:
        found.add("another target")
    _delegations(one, other, found)


def _same_groups(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or any(one & alike and other & alike for alike in _GROUPS)


def _delegations(one: Facts, other: Facts, found: Comparison) -> None:
    """One delegation, one city, one day is one meeting; another person of the visiting side is another delegation."""
    if one.type.family is not Family.TALKS and one.type is not EventType.APPOINTMENT:
        return
    strangers = one.type in KINDS[1] and _strangers(one, other)
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
        found.add("another counterpart", _softened(one, other))


def _strangers(one: Facts, other: Facts) -> bool:
    """Both name who came, and no person is in both."""
    mine, theirs = {p.key for p in one.persons}, {p.key for p in other.persons}
    guests = [{p.key for p in f.persons if not p.host} for f in (one, other)]
    return bool(guests[0] and guests[1]) and not mine & theirs


def _softened(one: Facts, other: Facts) -> float:
    """A name that nobody knows may be the one that is missed."""
    return 0.5 if one.unknown or other.unknown else 1.0


def _of(facts: Facts, side: str) -> set[int]:
    return {p.key for p in facts.persons if p.side == side}


def _counts(one: Facts, other: Facts, found: Comparison) -> None:
    total = 0.0
    for (unit, scope), mine in _by_slot(one.numbers).items():
        theirs = _by_slot(other.numbers).get((unit, scope))
        if theirs:
            total += max(agreement(a, b) for a in mine for b in theirs)
    if total <= _ANOTHER_NUMBER and one.exact and other.exact and _gap(one, other) > 0:
        found.veto = "another number on another day"
    elif total:
        found.points(
            "numbers agree" if total > 0 else "numbers differ", WEIGHTS["numbers"] * max(-2.0, min(total, 1.0))
        )


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
        return
    told = {"shared person", "shared name", "same place", "shared route"} & found.reasons.keys()
    known = told or _same_number(one, other) or "copy of one text" in found.reasons
    fits = found.reasons.get("place within place") and found.reasons.get("shared bodies")
    border = one.spot is not None and other.spot is not None and one.spot.key == other.spot.key
    lone = one.vague != other.vague or (one.vague and other.vague and border and "same day" in found.reasons)
    open_place = (one.spot is None or other.spot is None) and "shared bodies" in found.reasons
    carried = "same day" in found.reasons and _same_journey(one, other)
    found.anchored = found.anchored or bool(known or fits or lone or open_place or carried)


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


def _same_number(one: Facts, other: Facts) -> bool:
    return any(
        a.unit == b.unit and a.scope == b.scope and a.kind is b.kind is CountKind.EXACT and a.low == b.low >= SMALL
        for a in one.numbers
        for b in other.numbers
    )


__all__ = ["JOIN", "KINDS", "PROPOSE", "WEIGHTS", "Comparison", "Person", "compare", "distance_km", "kind_of"]
