"""The shipped chronology as imported reports: every value a claim with its citation."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from events.claiming import count_slot
from events.codebook import (
    BORDER_PLACE,
    PRECISION_OF_KIND,
    Basis,
    ClaimField,
    DatePrecision,
    Origin,
    PlaceKind,
    PlacePrecision,
)
from events.models import Actor, Citation, Claim, Place, Series, Source
from events.resolution import ImportDraft
from events.shipped import Entry
from events.tenure import parse_partial

DATASET = "chronology"

CONFIDENCE = {"high": 0.9, "medium": 0.7, "low": 0.5}
"""How sure the compiler was that event, day and participants are right."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """The registry by id."""

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    series: Mapping[str, Series]

    @classmethod
    def load(cls, series: Mapping[str, Series]) -> Lookup:
        """Read the whole registry: it is small."""
        return cls(
            {a.code: a for a in Actor.objects.all()},
            {p.code: p for p in Place.objects.all()},
            {s.code: s for s in Source.objects.all()},
            series,
        )


def drafts(entries: Iterable[Entry], lookup: Lookup) -> list[ImportDraft]:
    """One draft per entry; its digest is that of the entry, so only a changed entry is imported again."""
    return [_Drafting(e, lookup).draft() for e in entries]


class _Drafting:
    def __init__(self, entry: Entry, lookup: Lookup) -> None:
        self.entry, self.lookup = entry, lookup
        self.confidence = CONFIDENCE[entry.get("certainty", "medium")]
        self.claims: list[Claim] = []
        self.citations: dict[str, Citation] = {}

    def draft(self) -> ImportDraft:
        entry = self.entry
        for source in entry["sources"]:
            self._cite(source)
        self._values()
        for who in entry.get("participants", []):
            self._participant(who)
        for count in entry.get("counts", []):
            self._count(count)
        for n, said in enumerate(entry.get("claims", [])):
            self._note(f"{said['field']}:{n}", said["text_en"], said)
        text = json.dumps(entry, sort_keys=True, ensure_ascii=False, default=str)
        return ImportDraft(
            key=entry["id"],
            digest=hashlib.sha256(text.encode()).digest(),
            confidence=self.confidence,
            claims=self.claims,
            citations=list(self.citations.values()),
            series=self.lookup.series[entry["series"]] if entry.get("series") else None,
            ordinal=entry.get("batch_no"),
        )

    def _cite(self, source: Entry) -> Citation:
        url = source["url"]
        if url not in self.citations:
            row = self.lookup.sources.get(source.get("source") or "")
            self.citations[url] = Citation(
                source=row,
                publisher=(source.get("publisher") or "")[:200],
                via=(source.get("via") or "")[:200],
                url=url,
                lang=source.get("lang") or "",
                published=_whole_day(source.get("published")),
            )
        return self.citations[url]

    def _add(self, field: ClaimField, slot: str = "", **values: Any) -> None:
        self.claims.append(
            Claim(
                origin=Origin.IMPORT,
                basis=Basis.CITATION,
                field=field,
                slot=slot,
                confidence=self.confidence,
                **values,
            )
        )

    def _values(self) -> None:
        entry = self.entry
        self._add(ClaimField.TYPE, v_choice=entry["type"])
        self._add(ClaimField.MODALITY, v_choice=entry["modality"])
        self._add(
            ClaimField.DATE,
            v_date=entry["date"],
            v_date_end=entry.get("end_date"),
            v_precision=entry["date_precision"],
        )
        for field in (ClaimField.PLACE, ClaimField.ORIGIN, ClaimField.DESTINATION):
            if entry.get(field):
                place = self.lookup.places[entry[field]]
                self._add(field, v_place=place, v_precision=precision_of(place))
        for theme in entry.get("themes", []):
            self._add(ClaimField.THEME, slot=theme, v_choice=theme)
        if entry.get("status"):
            self._add(ClaimField.STATUS, v_choice=entry["status"])
        if entry.get("office"):
            self._add(ClaimField.OFFICE, v_office=entry["office"])
        self._add(ClaimField.TITLE, v_text_en=entry["title_en"], v_text_ar=entry.get("title_ar"))
        for name in ("summary_en", "note", "fulfilled_by"):
            if entry.get(name):
                self._note(name.removesuffix("_en"), entry[name], {})

    def _note(self, slot: str, text: str, said: Entry) -> None:
        citation = self._cite({"url": said["source_url"]}) if said.get("source_url") else None
        self._add(
            ClaimField.NOTE,
            slot=slot,
            v_text_en=text,
            v_text_ar=said.get("text_ar"),
            claimant_actor=self.lookup.actors.get(said.get("claimant") or ""),
            claimant_side=said.get("side"),
            citation=citation,
        )

    def _participant(self, who: Entry) -> None:
        actor = self.lookup.actors.get(who.get("actor") or "")
        self._add(
            ClaimField.PARTICIPANT,
            slot=actor.code if actor else f"?{who['name_en']}",
            v_actor=actor,
            v_name=None if actor else who["name_en"],
            v_part=who["part"],
            v_side=who.get("side"),
            v_text_en=who.get("name_en"),
            v_text_ar=who.get("name_ar"),
        )

    def _count(self, count: Entry) -> None:
        said = self._said_count(count)
        claimant = self.lookup.actors.get(count.get("claimant") or said.get("claimant") or "")
        self._add(
            ClaimField.COUNT,
            slot=count_slot(count["unit"], count["scope"], is_part=False),
            v_low=Decimal(str(count["value"])),
            v_high=None if count.get("high") is None else Decimal(str(count["high"])),
            v_unit=count["unit"],
            v_kind=count["kind"],
            v_scope=count["scope"],
            claimant_actor=claimant,
            claimant_side=said.get("side") or (claimant.side if claimant else None),
            citation=self._cite({"url": said["source_url"]}) if said.get("source_url") else None,
        )

    def _said_count(self, count: Entry) -> Entry:
        """The entry's own sentence about this very number, if exactly one gives it: it tells who said so and where."""
        number = f"{count['value']:,}"
        told = [
            c
            for c in self.entry.get("claims", [])
            if c["field"] == "count"
            and number in c["text_en"]
            and (count.get("claimant") is None or c.get("claimant") in (None, count["claimant"]))
        ]
        return told[0] if len(told) == 1 else {}


def precision_of(place: Place) -> str:
    """The precision that a gazetteer entry gives."""
    if place.code == BORDER_PLACE:
        return PlacePrecision.BORDER.value
    return PRECISION_OF_KIND[PlaceKind(place.kind)].value


def _whole_day(text: str | None) -> dt.date | None:
    """A source's day; of a few only the month is known, which is none."""
    if not text:
        return None
    day, precision = parse_partial(text)
    return day if precision is DatePrecision.DAY else None
