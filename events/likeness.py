"""What speaks for two reports telling of one happening: reasons and their points, those of days and places. PURE."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date

from events.codebook import CountKind, EventType, Family, Modality
from events.facts import PROVINCE, TOWNSHIP, Facts, Spot
from events.numbers import SMALL, Number

JOIN = 3.0
PROPOSE = 2.0
UNANCHORED = 1.2
"""Points that a pair without a person, a place or a number in common must have beyond others."""

WEIGHTS = {
    "same type": 1.0,
    "kindred type": 0.3,
    "talks and what was signed": -1.2,
    "same stage": 0.3,
    "same day": 2.0,
    "days apart by one": -1.3,
    "talks apart by one day": -1.3,
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
    "a region without edges": -0.4,
    "ends of one journey": 0.6,
    "shared person": 1.2,
    "more shared persons": 0.6,
    "shared name": 0.8,
    "shared bodies": 0.5,
    "kindred bodies": 0.3,
    "other bodies": -0.5,
    "shared sides": 0.3,
    "same people concerned": 0.5,
    "other people concerned": -3.0,
    "another target": -1.5,
    "another delegation": -4.2,
    "another counterpart": -2.2,
    "other goods": -2.0,
    "partly open": -0.5,
    "numbers": 1.5,
    "other numbers": 2.0,
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
_ROUND_A_CITY_KM = 45.0
"""Damascus and its countryside are two governorates and one place in the press."""
_CAPITALS_DAYS = 3


HAULS = frozenset({Family.OPERATIONS})
CAPITALS = frozenset({"IQ", "SY"})


@dataclass(slots=True)
class Comparison:
    """Points with their reasons; `veto` says what keeps two reports apart whatever the points. `held`: only a person
    joins them: batches follow each other from day to day. `capped`: too little in common to join by points."""

    reasons: dict[str, float] = field(default_factory=dict)
    veto: str = ""
    anchored: bool = False
    capped: bool = False
    held: bool = False

    def add(self, reason: str, times: float = 1.0) -> None:
        """Count a reason."""
        self.reasons[reason] = round(self.reasons.get(reason, 0.0) + WEIGHTS[reason] * times, 3)

    def points(self, reason: str, value: float) -> None:
        """Count a reason whose points depend on the case."""
        self.reasons[reason] = round(self.reasons.get(reason, 0.0) + value, 3)

    @property
    def score(self) -> float:
        """The sum of the points, less where the pair has nothing particular in common."""
        total = round(sum(self.reasons.values()) - (0.0 if self.anchored else UNANCHORED), 3)
        return min(total, JOIN - 0.05) if self.held or self.capped else total

    @property
    def joins(self) -> bool:
        """Enough for one event."""
        return not self.veto and self.score >= JOIN


def gap_between(one: Facts, other: Facts) -> int:
    """Days between two windows; 0 or less where they overlap."""
    return max((one.first - other.last).days, (other.first - one.last).days)


def compare_days(one: Facts, other: Facts, found: Comparison) -> None:
    """Points for days, or a veto where they cannot be one."""
    gap = gap_between(one, other)
    if _foretold(one, other) or _foretold(other, one):
        found.veto = "told before it happened"
    elif gap > 0 and (gap > 1 or one.undated or other.undated) and not (one.exact and other.exact):
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


def _foretold(one: Facts, other: Facts) -> bool:
    """Published as done before the day that the other tells."""
    return bool(one.said and other.exact and one.modality is Modality.DONE and other.first > one.said)


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
    elif one.type.family in HAULS and gap <= _CAPITALS_DAYS and {one.voice, other.voice} == CAPITALS:
        found.add("told by both capitals within three days")
    elif gap == 1:
        found.held = one.type.family is Family.MOVEMENT and not same_number(one, other)
        found.add("talks apart by one day" if one.type.family is Family.TALKS else "days apart by one")
    else:
        found.veto = "other days"


def compare_places(one: Facts, other: Facts, found: Comparison) -> None:
    """Points for places, or a veto where they cannot be one."""
    if one.type.family is Family.MOVEMENT and _the_other_way(one, other):
        found.veto = "the other way"
        return
    if one.type.family is Family.MOVEMENT and one.route & other.route:
        same = one.spot is not None and other.spot is not None and one.spot.key == other.spot.key
        found.add("same place" if same and one.spot and one.spot.specific else "shared route")
        return
    if one.spot is None or other.spot is None or one.type is EventType.APPOINTMENT:
        return
    if one.type.family is Family.MOVEMENT and _ends_fit(one, other):
        found.add("ends of one journey")
        return
    _spots(one.spot, other.spot, found)


def _the_other_way(one: Facts, other: Facts) -> bool:
    """One was taken where the other came from."""
    if one.origin is None or one.destination is None or other.origin is None or other.destination is None:
        return False
    crossed = _nested(one.origin, other.destination) and _nested(one.destination, other.origin)
    return crossed and not _nested(one.origin, other.origin)


def _ends_fit(one: Facts, other: Facts) -> bool:
    """One names the camp, the other the governorate around it and a crossing: ends that contain each other."""
    if one.origin is None or other.origin is None or not _nested(one.origin, other.origin):
        return False
    return one.destination is None or other.destination is None or _nested(one.destination, other.destination)


def _nested(one: Spot, other: Spot) -> bool:
    return one.key in other.within or other.key in one.within


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
    elif (one.region or other.region) and one.within & other.within:
        found.add("a region without edges")
    elif PROVINCE in (one.size, other.size) and max(one.size, other.size) == PROVINCE:
        if distance_km(one, other) > _ROUND_A_CITY_KM:
            found.veto = "another province"
    else:
        found.add("places do not fit")


def distance_km(one: Spot, other: Spot) -> float:
    """Great-circle distance in kilometres."""
    lat, lat2 = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((lat2 - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(lat2) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))


def same_number(one: Facts, other: Facts) -> bool:
    return any(
        a.unit == b.unit and a.scope == b.scope and a.low == b.low >= SMALL and (_exact(a, b) or _odd(a.low))
        for a in one.numbers
        for b in other.numbers
    )


def _exact(one: Number, other: Number) -> bool:
    return one.kind is other.kind is CountKind.EXACT


def _odd(value: float) -> bool:
    """More than one digit that counts: 57, 1,905; not 40 or 2,000."""
    return len(str(int(value)).rstrip("0")) > 1
