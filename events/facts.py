"""What matching compares of one report, as a plain value that is stored as JSON. PURE.

Ids of actors and places are database keys; sides are rolled up (KRG counts as Iraq's). Crossing ends are folded into
their crossing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from events.codebook import CountKind, DateBasis, DatePrecision, EventType, Modality
from events.numbers import Number
from events.tenure import period_end, period_start

PUBLISHED_SLACK = timedelta(days=3)
"""A report dated by its publication happened on that day or up to three days before."""

WIDE_DAYS = 10
"""Windows longer than this (a month, a year) are looked up apart, so that short ones stay cheap."""

POINT, TOWNSHIP, PROVINCE, COUNTRY = range(4)
"""How large a place is: a point or town; a district; a governorate; a country or region."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place. `within`: itself and all that contain it. `lat`, `lon` in WGS84 degrees."""

    key: int
    within: frozenset[int]
    lat: float
    lon: float
    size: int = POINT

    @property
    def region(self) -> bool:
        """A stretch of land larger than a governorate, or across several, whose edges nobody draws alike."""
        return self.size == COUNTRY and len(self.within) > 1

    @property
    def specific(self) -> bool:
        """A point, town or district: something that tells two happenings apart."""
        return self.size <= TOWNSHIP


@dataclass(frozen=True, slots=True)
class Person:
    """A person who takes part, on a side that day."""

    key: int
    side: str
    host: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """One report's type, window, place and cast.

    `first`, `last`: the days on which it may have happened, before slack. `exact`: told as one day in the text.
    `said`: the day of publication where the report is dated by it. `undated`: background without a day. `voice`: the
    side that speaks. `targets`: registry ids of whom it was done to. `titled`: registry ids of names in the title.
    `over`: the bodies to which its bodies belong.
    """

    type: EventType
    modality: Modality
    first: dt.date
    last: dt.date
    exact: bool = True
    said: dt.date | None = None
    undated: bool = False
    background: bool = False
    spot: Spot | None = None
    origin: Spot | None = None
    destination: Spot | None = None
    persons: frozenset[Person] = frozenset()
    bodies: frozenset[int] = frozenset()
    groups: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    numbers: tuple[Number, ...] = ()
    status: str | None = None
    office: str | None = None
    series: str | None = None
    ordinal: int | None = None
    titled: frozenset[str] = frozenset()
    over: frozenset[int] = frozenset()
    voice: str = ""

    @property
    def wide(self) -> bool:
        """Whether the window is a month or longer."""
        return (self.last - self.first).days > WIDE_DAYS

    @property
    def route(self) -> frozenset[int]:
        """The specific places that a movement touches."""
        return frozenset(s.key for s in (self.spot, self.origin, self.destination) if s and s.specific)

    @property
    def vague(self) -> bool:
        """Nothing in it that would tell it from another happening of its kind and days."""
        return not (self.route or self.persons or self.numbers)

    @property
    def bare(self) -> bool:
        """No place, person or body in it: it is found by its sides alone."""
        return self.spot is None and not (self.route or self.persons or self.bodies)

    def digest(self) -> bytes:
        """The same for equal facts, whatever their ids: ties are broken by it."""
        return hashlib.sha256(json.dumps(to_json(self), sort_keys=True).encode()).digest()


def window(
    day: dt.date,
    end: dt.date | None,
    precision: DatePrecision,
    basis: DateBasis,
    published: dt.date | None,
) -> tuple[dt.date, dt.date]:
    """First and last day on which a report's happening may have taken place, before slack.

    A day by publication reaches back three days; an undated background report (month, by publication) reaches from the
    first of that month to the day of publication.
    """
    if basis is DateBasis.PUBLISHED and precision is DatePrecision.DAY:
        return day - PUBLISHED_SLACK, day
    last = max(end or day, period_end(day, precision) - timedelta(days=1))
    if basis is DateBasis.PUBLISHED and published is not None:
        last = min(last, max(published, day))
    return period_start(day, precision), last


_SETS = ("bodies", "groups", "sides", "unknown", "targets", "titled", "over")


def to_json(facts: Facts) -> dict[str, Any]:
    """Plain values, sets sorted: equal facts give equal JSON."""
    return {
        "type": facts.type.value,
        "modality": facts.modality.value,
        "first": facts.first.isoformat(),
        "last": facts.last.isoformat(),
        "exact": facts.exact,
        "said": facts.said.isoformat() if facts.said else None,
        "undated": facts.undated,
        "background": facts.background,
        **{name: _spot_json(getattr(facts, name)) for name in ("spot", "origin", "destination")},
        "persons": sorted([p.key, p.side, p.host] for p in facts.persons),
        **{name: sorted(getattr(facts, name)) for name in _SETS},
        "numbers": sorted([n.unit, n.scope, n.kind.value, n.low, n.top] for n in facts.numbers),
        **{name: getattr(facts, name) for name in ("status", "office", "series", "ordinal", "voice")},
    }


def from_json(data: dict[str, Any]) -> Facts:
    """The facts of `to_json`."""
    sets: dict[str, Any] = {name: frozenset(data.get(name, ())) for name in _SETS}
    plain = {name: data[name] for name in ("exact", "undated", "background", "status", "office", "series", "ordinal")}
    return Facts(
        type=EventType(data["type"]),
        modality=Modality(data["modality"]),
        first=dt.date.fromisoformat(data["first"]),
        last=dt.date.fromisoformat(data["last"]),
        said=dt.date.fromisoformat(data["said"]) if data["said"] else None,
        spot=_spot(data["spot"]),
        origin=_spot(data["origin"]),
        destination=_spot(data["destination"]),
        persons=frozenset(Person(*p) for p in data["persons"]),
        numbers=tuple(Number(u, s, CountKind(k), low, top) for u, s, k, low, top in data["numbers"]),
        voice=data["voice"],
        **sets,
        **plain,
    )


def _spot_json(spot: Spot | None) -> list[Any] | None:
    return [spot.key, sorted(spot.within), spot.lat, spot.lon, spot.size] if spot else None


def _spot(data: list[Any] | None) -> Spot | None:
    return Spot(data[0], frozenset(data[1]), data[2], data[3], data[4]) if data else None
