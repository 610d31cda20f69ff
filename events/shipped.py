"""The shipped data files, read and checked against the codebook before anything is written. PURE apart from reading.

Every refusal names file, entry and field. The files' shape is described in events/data/README.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from events import shipped_yaml
from events.codebook import (
    ActorKind,
    CountKind,
    CrossingState,
    DatePrecision,
    EventType,
    Modality,
    Part,
    PlaceKind,
    Scope,
    Side,
    Theme,
    Unit,
)
from events.tenure import parse_partial

FOLDER = Path(__file__).parent / "data"
FIRST, LAST = dt.date(1990, 1, 1), dt.date(2100, 1, 1)

Entry = Mapping[str, Any]


class ShippedError(ValueError):
    """An entry of a data file that the codebook or the registry refuses."""

    def __init__(self, file: str, entry: object, field: str, problem: str) -> None:
        super().__init__(f"{file}: {entry}: {field}: {problem}")


@dataclass(frozen=True, slots=True)
class Shipped:
    """The checked contents of all files."""

    sources: list[Entry]
    places: list[Entry]
    actors: list[Entry]
    offices: list[Entry]
    holdings: list[Entry]
    series: list[Entry]
    events: list[Entry]


def read(folder: Path = FOLDER) -> Shipped:
    """Read and check every file of the folder; ShippedError on the first entry that is wrong."""
    people, chronology = _load(folder / "actors.yaml"), _load(folder / "chronology.yaml")
    shipped = Shipped(
        sources=_load(folder / "sources.yaml")["sources"],
        places=_load(folder / "places.yaml")["places"],
        actors=people["actors"],
        offices=people["offices"],
        holdings=_load(folder / "holdings.yaml")["holdings"],
        series=chronology["series"],
        events=chronology["events"],
    )
    check(shipped)
    return shipped


def _load(path: Path) -> dict[str, Any]:
    try:
        data: dict[str, Any] = shipped_yaml.read(path)
        return data
    except (OSError, ValueError) as error:
        raise ShippedError(path.name, "file", "", str(error)) from error


def check(shipped: Shipped) -> None:
    """Refuse whatever the codebook refuses, and every reference to nothing."""
    sources = _ids("sources.yaml", shipped.sources)
    places = _ids("places.yaml", shipped.places)
    actors = _ids("actors.yaml", shipped.actors)
    _ids("actors.yaml", shipped.offices)
    _ids("chronology.yaml", shipped.events)
    series = _ids("chronology.yaml", shipped.series)
    for source in shipped.sources:
        one_of("sources.yaml", source, "side", Side)
    for place in shipped.places:
        one_of("places.yaml", place, "kind", PlaceKind)
        for parent in [*place.get("parents", []), *([place["crossing"]] if "crossing" in place else [])]:
            known("places.yaml", place, "parents", parent, places)
    for actor in shipped.actors:
        one_of("actors.yaml", actor, "kind", ActorKind)
        one_of("actors.yaml", actor, "side", Side)
        known("actors.yaml", actor, "parent", actor.get("parent"), actors)
        known("actors.yaml", actor, "place", actor.get("place"), places)
    for office in shipped.offices:
        known("actors.yaml", office, "org", office["org"], actors)
        for holder in office["holders"]:
            known("actors.yaml", office, "holders", holder["person"], actors)
            _partial("actors.yaml", office, holder)
    for n, holding in enumerate(shipped.holdings):
        _check_holding(n, holding, actors, places)
    for event in shipped.events:
        EventChecker(event, actors, places, sources, series).check()


def _ids(file: str, entries: Iterable[Entry]) -> set[str]:
    found: set[str] = set()
    for entry in entries:
        code = entry.get("id")
        if not code or code in found:
            raise ShippedError(file, code, "id", "missing or given twice")
        found.add(code)
    return found


def one_of(file: str, entry: Entry, field: str, words: type[StrEnum]) -> None:
    """Refuse a value that is no word of the codebook."""
    if entry.get(field) not in {w.value for w in words}:
        raise ShippedError(file, entry.get("id"), field, f"{entry.get(field)!r} is not in the codebook")


def known(file: str, entry: Entry, field: str, code: str | None, codes: set[str]) -> None:
    """Refuse a reference to an entry that is not there; None refers to nothing."""
    if code is not None and code not in codes:
        raise ShippedError(file, entry.get("id"), field, f"{code!r} is unknown")


def _partial(file: str, entry: Entry, row: Entry) -> None:
    for field in ("from", "to", "last_seen"):
        if row.get(field) is not None:
            try:
                parse_partial(str(row[field]))
            except ValueError as error:
                raise ShippedError(file, entry.get("id"), field, str(error)) from error


def _check_holding(n: int, holding: Entry, actors: set[str], places: set[str]) -> None:
    entry = {"id": n, **holding}
    one_of("holdings.yaml", entry, "side", Side)
    if ("actor" in holding) == ("place" in holding):
        raise ShippedError("holdings.yaml", n, "actor", "either an actor or a place")
    known("holdings.yaml", entry, "actor", holding.get("actor"), actors)
    known("holdings.yaml", entry, "place", holding.get("place"), places)
    _partial("holdings.yaml", entry, holding)


@dataclass(frozen=True, slots=True)
class EventChecker:
    """Holds one chronology entry against the codebook."""

    event: Entry
    actors: set[str]
    places: set[str]
    sources: set[str]
    series: set[str]

    def check(self) -> None:
        """Raise ShippedError on the first thing that is wrong."""
        event = self.event
        for field, words in (("type", EventType), ("modality", Modality), ("date_precision", DatePrecision)):
            one_of("chronology.yaml", event, field, words)
        if event.get("status") is not None:
            one_of("chronology.yaml", event, "status", CrossingState)
        for theme in event.get("themes", []):
            one_of("chronology.yaml", {"id": event["id"], "themes": theme}, "themes", Theme)
        self._day("date", event.get("date"))
        for field in ("place", "origin", "destination"):
            known("chronology.yaml", event, field, event.get(field), self.places)
        known("chronology.yaml", event, "series", event.get("series"), self.series)
        self._participants()
        self._counts()
        self._claims()
        if not event.get("sources"):
            self._refuse("sources", "an imported event needs a citation")
        for source in event["sources"]:
            known("chronology.yaml", event, "sources", source.get("source"), self.sources)
            if not str(source.get("url", "")).startswith(("http://", "https://")):
                self._refuse("sources", f"{source.get('url')!r} is no web address")

    def _refuse(self, field: str, problem: str) -> None:
        raise ShippedError("chronology.yaml", self.event["id"], field, problem)

    def _day(self, field: str, value: object) -> None:
        try:
            day = dt.date.fromisoformat(str(value))
        except ValueError:
            self._refuse(field, f"{value!r} is no day")
            return
        if not FIRST <= day <= LAST:
            self._refuse(field, f"{day} is not between {FIRST} and {LAST}")

    def _participants(self) -> None:
        people = self.event.get("participants", [])
        if not people:
            self._refuse("participants", "nobody takes part")
        for who in people:
            entry = {"id": self.event["id"], **who}
            one_of("chronology.yaml", entry, "part", Part)
            if "actor" in who:
                known("chronology.yaml", entry, "participants", who["actor"], self.actors)
            elif not who.get("name_en"):
                self._refuse("participants", "neither an actor nor a name")
            else:
                one_of("chronology.yaml", entry, "side", Side)
        talks = self.event["type"] in (EventType.MEETING, EventType.CALL)
        if talks and any(who["part"] == Part.INITIATOR for who in people):
            self._refuse("participants", "in a meeting or call nobody is initiator")

    def _counts(self) -> None:
        for count in self.event.get("counts", []):
            entry = {"id": self.event["id"], **count}
            for field, words in (("unit", Unit), ("kind", CountKind), ("scope", Scope)):
                one_of("chronology.yaml", entry, field, words)
            known("chronology.yaml", entry, "counts", count.get("claimant"), self.actors)
            if count.get("high") is not None and count["high"] < count["value"]:
                self._refuse("counts", "the high end is below the value")

    def _claims(self) -> None:
        for claim in self.event.get("claims", []):
            known("chronology.yaml", self.event, "claims", claim.get("claimant"), self.actors)
            if claim.get("side") is not None:
                one_of("chronology.yaml", {"id": self.event["id"], **claim}, "side", Side)
