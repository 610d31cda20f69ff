"""Names to actors, offices and places: one automaton over all names, with rules for what a name may mean. PURE.

Names are matched in the folded text, longest first, at word boundaries; Arabic names may carry one of و ف ب ل ك.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from events import shipped_yaml
from events.codebook import PRECISION_OF_KIND, DatePrecision, PlaceKind, PlacePrecision, Side
from events.reports import BORDER_PLACE, PlaceMention
from events.tenure import Tenure, holder_on, parse_partial
from ingest.coding.arabic import key
from ingest.coding.names import (
    Meanings,
    Name,
    add_bare_names,
    add_forms,
    add_names,
    add_surnames,
    all_of,
    frozen_names,
    is_acronym,
    names_of,
    title_variants,
    with_contractions,
    with_spellings,
)
from ingest.coding.regexes import regex
from ingest.coding.words import read_yaml

DATA = Path(__file__).parent.parent.parent / "events" / "data"

_CLITICS = frozenset(("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"))
_HIDING = 6
"""Characters from which on a name may hide a shorter one."""
IRAQ, SYRIA = 1, 2
BOTH = IRAQ | SYRIA
_HOL = regex(r"\b(?:al-)?hol\b|الهول")
"""A group named by the camp is in Syria."""
_BIT_OF_SIDE = {
    Side.IQ: IRAQ,
    Side.KRG: IRAQ,
    Side.IQ_FACTION: IRAQ,
    Side.SY: SYRIA,
    Side.SY_FORMER: SYRIA,
    Side.SDF: SYRIA,
}
_NAMES_IRAQ, _NAMES_SYRIA = regex("عراق|iraq|بغداد|baghdad"), regex("سوري|syria|دمشق|damascus")
_BIT_OF_COUNTRY = {"IQ": IRAQ, "SY": SYRIA}

GOVERNMENTS = {"iq": "iq_gov", "sy": "sy_gov", "us": "us_gov"}
"""A state that acts is its government of the day."""
FALL_OF_ASSAD = date(2024, 12, 8)


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as the coder knows it."""

    id: str
    kind: str
    side: Side
    name_en: str
    parent: str | None
    start: date | None
    end: date | None
    sides: tuple[Tenure[str], ...] = ()

    def active(self, day: date) -> bool:
        """Whether it exists on a day."""
        return not ((self.start and day < self.start) or (self.end and day >= self.end))

    def side_on(self, day: date) -> Side:
        """Its side on a day."""
        held = holder_on(self.sides, day)[0]
        return Side(held) if held else self.side


@dataclass(frozen=True, slots=True)
class Office:
    """A post and who held it when."""

    id: str
    org: str
    title_en: str
    holders: tuple[Tenure[str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the coder knows it."""

    id: str
    kind: PlaceKind
    country: str
    name_en: str
    lat: float
    lon: float
    border_pair: str
    parents: tuple[str, ...]
    crossing: str | None

    def mention(self) -> PlaceMention:
        """The place as a report names it."""
        precision = PlacePrecision.BORDER if self.id == BORDER_PLACE else PRECISION_OF_KIND[self.kind]
        return PlaceMention(self.id, self.name_en, self.lat, self.lon, precision)


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found at [start, end) of a folded text."""

    start: int
    end: int
    name: Name


class Lexicon:
    """All names, and what they mean."""

    def __init__(
        self,
        actors: dict[str, Actor],
        offices: dict[str, Office],
        places: dict[str, Place],
        names: dict[str, Name],
        version: str,
    ) -> None:
        self.actors, self.offices, self.places, self.version = actors, offices, places, version
        self.offices_of: dict[str, list[tuple[Office, Tenure[str]]]] = defaultdict(list)
        for office in offices.values():
            for tenure in office.holders:
                self.offices_of[tenure.value].append((office, tenure))
        self.first_names: dict[str, frozenset[str]] = {}
        self.surnames: dict[str, frozenset[str]] = {}
        self.patterns = list(names)
        self._names = [names[p] for p in self.patterns]
        brought = {id(n): self._brings(n) for n in {id(n): n for n in self._names}.values()}
        self._bits = [brought[id(n)] | _says(p, n) for p, n in names.items()]
        self._automaton = AhoCorasick(
            self.patterns,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
            store_patterns=False,
        )
        self._index = {pattern: index for index, pattern in enumerate(self.patterns)}
        self._tailed = bytes(pattern.endswith((_TODAY, _LINE)) for pattern in self.patterns)

    @classmethod
    def from_records(
        cls,
        actors: Iterable[Mapping[str, Any]],
        offices: Iterable[Mapping[str, Any]],
        places: Iterable[Mapping[str, Any]],
    ) -> Lexicon:
        """Build from rows shaped like those of the shipped files (docs in events/data/README.md)."""
        rows = [list(actors), list(offices), list(places)]
        digest = hashlib.sha256(json.dumps(rows, sort_keys=True, ensure_ascii=False, default=str).encode())
        meanings: dict[str, Meanings] = defaultdict(Meanings)
        for row in rows[0]:
            add_names(meanings, row, "actors")
        for row in rows[1]:
            titles = {t for t in (row.get("title_ar"), row["title_en"]) if t}
            for text in sorted(titles | all_of(row, "aliases")):
                for name in sorted(title_variants(key(text))):
                    meanings[name].offices.add(row["id"])
                    meanings[name].acronym &= is_acronym(text)
        for row in rows[2]:
            add_names(meanings, row, "places")
        add_bare_names(meanings, rows[0])
        named = set(meanings)
        add_forms(meanings, *rows)
        derived = meanings.keys() - named
        known = {row["id"] for row in rows[0]}
        for country, forms in read_yaml("nations.yaml")["adjectives"].items():
            for text in forms["ar"] + forms["en"] if country in known else ():
                meaning = meanings[text]
                meaning.weak_actors |= {country} - meaning.actors
                meaning.actors.add(country)
                meaning.acronym = False
        for text in read_yaml("nations.yaml")["void"]:
            if text not in meanings:
                meanings[text] = Meanings(acronym=False)
        first_names = add_surnames(meanings, [row for row in rows[0] if row["kind"] == "person"])
        lexicon = cls(
            {r["id"]: _actor(r) for r in rows[0]},
            {r["id"]: _office(r) for r in rows[1]},
            {r["id"]: _place(r) for r in rows[2]},
            frozen_names(with_spellings(with_contractions(meanings), derived)),
            digest.hexdigest()[:16],
        )
        lexicon.first_names = first_names
        lexicon.surnames = {
            r["id"]: frozenset(key(n).split()[-1] for n in names_of(r)) for r in rows[0] if r["kind"] == "person"
        }
        return lexicon

    def find(self, text: str) -> list[Hit]:
        """Names in a folded text, leftmost-longest, at word boundaries. One linear scan."""
        return self._hits(text, self._automaton.find_matches_as_indexes(text))

    def find_if_both(self, texts: Sequence[str]) -> list[list[Hit]] | None:
        """The names in several folded texts if anything of Iraq and anything of Syria is among them, else None: the
        early question, answered from the scan alone."""
        scans = [self._automaton.find_matches_as_indexes(text) for text in texts]
        found, bits = 0, self._bits
        for text, scan in zip(texts, scans, strict=True):
            for index, start, end in scan:
                if bits[index] & ~found and (end - start > _HIDING or _bounded(text, start, end)):
                    found |= bits[index]
            if found == BOTH:
                break
        if found != BOTH:
            return None
        return [self._hits(text, scan) for text, scan in zip(texts, scans, strict=True)]

    def _hits(self, text: str, scan: Iterable[tuple[int, int, int]]) -> list[Hit]:
        """The matches at word boundaries; where the longest ends inside a word, the shorter ones it hid: of "Iraq's
        Border Guards" «iraq»."""
        found: list[Hit] = []
        names, tailed, last = self._names, self._tailed, len(text)
        for index, start, end in scan:
            cut = _cut(text, start, end) if tailed[index] else end
            inside = end < last and (text[end].isalnum() or text[end] == "_")
            if cut == end and not inside and _begins(text, start):
                found.append(Hit(start, end, names[index]))
            elif cut < end or end - start > _HIDING:
                found += self._hidden(text, start, cut)
        return found

    def _hidden(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """The longest names at word boundaries within a stretch, one after the other."""
        ends = [n for n in range(end, start, -1) if n == len(text) or not (text[n].isalnum() or text[n] == "_")]
        at = start
        for first in range(start, end):
            inside = first > 0 and text[first] < "\u0600" and text[first - 1].isalnum()
            for last in () if inside or first < at else ends:
                index = self._index.get(text[first:last]) if last > first else None
                if index is not None and _bounded(text, first, last):
                    at = last
                    yield Hit(first, last, self._names[index])
                    break

    def _brings(self, name: Name) -> int:
        """Which of the two countries a name brings in by what it means; weak names of persons and places bring none."""
        found = 0
        for actor in name.actors:
            weak = actor in name.weak_actors and self.actors[actor].kind != "country"
            found |= 0 if weak else _BIT_OF_SIDE.get(self.actors[actor].side, 0)
        for place in name.places:
            entry = self.places[place]
            if entry.border_pair == "IQ-SY" or place == BORDER_PLACE:
                found |= 0 if place in name.weak_places else BOTH
            elif entry.country == "SY" and entry.kind in (PlaceKind.CAMP, PlaceKind.PRISON, PlaceKind.BASE):
                found |= BOTH
            elif place not in name.weak_places or place in _ON_THE_LINE:
                found |= _BIT_OF_COUNTRY.get(entry.country, 0)
        for office in name.offices:
            found |= _BIT_OF_SIDE.get(self.actors[self.offices[office].org].side, 0)
        return found

    def government(self, country: str, day: date) -> str:
        """The government of a country actor on a day: of Syria, the one of that day; of others the country itself."""
        if country == "sy" and day < FALL_OF_ASSAD:
            return "sy_former_regime"
        body = GOVERNMENTS.get(country, country)
        return body if body in self.actors else country

    def office_of(self, person: str, day: date) -> Office | None:
        """The office that a person holds on a day: the latest begun."""
        held = [(t.start or date.min, o.id, o) for o, t in self.offices_of.get(person, ()) if t.holds(day) is True]
        return max(held)[2] if held else None

    def holder(self, office: str, day: date) -> str | None:
        """Who holds an office on a day, if that is sure or only one can be meant."""
        return holder_on(self.offices[office].holders, day)[0]

    def contains(self, place: str) -> set[str]:
        """The place and everything that contains it."""
        found: set[str] = set()
        todo = [place]
        while todo:
            code = todo.pop()
            if code in self.places and code not in found:
                found.add(code)
                todo += self.places[code].parents
        return found


_TODAY = " today"
"""«received in Baghdad today»: the town and the day, not the outlet of that name."""
_LINE, _MEN_OF_IT = (
    " border",
    regex(
        r" (?:committees?|commissions?|talks|meetings?|agreements?|accords?|deal|pact|protocol|commanders|officers|officials|forces|authorities|police|troops|chiefs|generals)\b"
    ),
)
""" "Iraqi and Syrian border commanders": men of the two, and not the line."""


_ON_THE_LINE = frozenset(("qaim", "walid_town", "rabia", "rutba"))
"""Towns at the line whose names are common words: what names Syria with one of them is read on."""


def _says(text: str, name: Name) -> int:
    """Which of the two countries a name brings in by its words."""
    found = SYRIA if _HOL.search(text) else 0
    if name.actors or name.offices or BORDER_PLACE in name.weak_places:
        found |= (IRAQ if _NAMES_IRAQ.search(text) else 0) | (SYRIA if _NAMES_SYRIA.search(text) else 0)
    return found


def _cut(text: str, start: int, end: int) -> int:
    """Where a name ends whose last word is none of it: "in Iraq today", "Iraqi border commanders"."""
    if text.endswith(_TODAY, start, end) and text.endswith(("in ", "to "), 0, start):
        return end - len(_TODAY)
    return end - len(_LINE) if text.endswith(_LINE, start, end) and _MEN_OF_IT.match(text, end) else end


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a name stands at word boundaries; Arabic clitics may be written together with it."""
    return not (end < len(text) and (text[end].isalnum() or text[end] == "_")) and _begins(text, start)


def _begins(text: str, start: int) -> bool:
    """Whether a word begins there, or behind clitics."""
    first = start
    while first > 0 and start - first < 3 and (text[first - 1].isalnum() or text[first - 1] == "_"):
        first -= 1
    return text[first:start] in _CLITICS


def _tenure(value: str, row: Mapping[str, Any]) -> Tenure[str]:
    start, start_precision = _partial(row.get("from"))
    end, end_precision = _partial(row.get("to"))
    return Tenure(value, start, start_precision, end, end_precision)


def _partial(text: object) -> tuple[date | None, DatePrecision]:
    return parse_partial(str(text)) if text else (None, DatePrecision.DAY)


def _actor(row: Mapping[str, Any]) -> Actor:
    active = row.get("active") or {}
    return Actor(
        row["id"],
        row["kind"],
        Side(row["side"]),
        row["name_en"],
        row.get("parent"),
        _partial(active.get("from"))[0],
        _partial(active.get("to"))[0],
        tuple(_tenure(h["side"], h) for h in row.get("holdings", ())),
    )


def _office(row: Mapping[str, Any]) -> Office:
    return Office(row["id"], row["org"], row["title_en"], tuple(_tenure(h["person"], h) for h in row["holders"]))


def _place(row: Mapping[str, Any]) -> Place:
    return Place(
        row["id"],
        PlaceKind(row["kind"]),
        row.get("country") or "",
        row["name_en"],
        row["lat"],
        row["lon"],
        row.get("border_pair") or "",
        tuple(row.get("parents", ())),
        row.get("crossing"),
    )


def _load(name: str) -> Any:
    return shipped_yaml.read(DATA / name)


@functools.cache
def shipped() -> Lexicon:
    """The lexicon of the shipped files."""
    people, holdings = _load("actors.yaml"), defaultdict(list)
    for row in _load("holdings.yaml")["holdings"]:
        if "actor" in row:
            holdings[row["actor"]].append(row)
    actors = [{**a, "holdings": holdings[a["id"]]} for a in people["actors"]]
    return Lexicon.from_records(actors, people["offices"], _load("places.yaml")["places"])
