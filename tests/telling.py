"""Reports in a line: what an outlet says of a happening, as the coder would hand it over, spans and all."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from itertools import count

from events.codebook import (
    BAGHDAD,
    CountKind,
    DateBasis,
    DatePrecision,
    EventType,
    Flag,
    Modality,
    Part,
    PlacePrecision,
    Scope,
    Side,
    Theme,
    Unit,
)
from events.models import Actor, Article, ArticleText, Place, Source
from events.reports import Claimant, Count, ParticipantMention, PlaceMention, Report, Span
from events.resolution import Recorded, record

_PARTS = {"i": Part.INITIATOR, "p": Part.PARTICIPANT, "h": Part.HOST, "t": Part.TARGET, "m": Part.MENTIONED}
_KINDS = {"": CountKind.EXACT, "~": CountKind.APPROX, ">": CountKind.AT_LEAST, "<": CountKind.AT_MOST}
_numbers = count(1)


@dataclass(slots=True)
class Said:
    """One account. `who`: "p_shatri p_sharaa:h"; `counts`: "~2000 soldiers" or "7000 detainees planned"; `day` None:
    dated by publication."""

    outlet: str
    type: EventType
    day: str | None
    place: str | None = None
    who: str = ""
    counts: tuple[str, ...] = ()
    modality: Modality = Modality.DONE
    published: str = ""
    origin: str | None = None
    destination: str | None = None
    claimant: str | None = None
    themes: tuple[Theme, ...] = ()
    background: bool = False
    flags: tuple[Flag, ...] = ()
    precision: DatePrecision = DatePrecision.DAY
    lang: str = "en"
    spans: list[Span] = field(default_factory=list)
    body: str = ""

    def _quote(self, path: str, words: str) -> None:
        start = len(self.body) + 1
        self.body += f" {words}"
        self.spans.append(Span(path, start, start + len(words), words))

    def report(self) -> Report:
        """The account as a report with its text in `body`."""
        self.spans, self.body = [], self.outlet
        self._quote("type", self.type.value)
        self._quote("modality", self.modality.value)
        people = tuple(self._person(n, w) for n, w in enumerate(self.who.split()))
        counts = tuple(self._count(n, c) for n, c in enumerate(self.counts))
        places = {name: self._place(name) for name in ("place", "origin", "destination")}
        for n, theme in enumerate(self.themes):
            self._quote(f"themes.{n}", theme.value)
        if self.day:
            self._quote("date", self.day)
        claimant = None
        if self.claimant:
            self._quote("claimant", self.claimant)
            claimant = Claimant(self.claimant, self.claimant, _side(self.claimant))
        day = dt.date.fromisoformat(self.day or self._said().date().isoformat())
        return Report(
            type=self.type,
            modality=self.modality,
            confidence=0.8,
            spans=tuple(self.spans),
            background=self.background,
            date=day,
            date_basis=DateBasis.TEXT if self.day else DateBasis.PUBLISHED,
            date_precision=self.precision,
            participants=people,
            counts=counts,
            themes=self.themes,
            claimant=claimant,
            flags=self.flags,
            **places,
        )

    def _person(self, n: int, word: str) -> ParticipantMention:
        code, _, part = word.partition(":")
        self._quote(f"participants.{n}", code)
        return ParticipantMention(code, code, code, _PARTS[part or "p"], _side(code))

    def _count(self, n: int, words: str) -> Count:
        value, unit, *scope = words.split()
        kind = _KINDS[value[0] if value[0] in _KINDS else ""]
        self._quote(f"counts.{n}", words)
        return Count(
            float(value.lstrip("~><")),
            Unit(unit),
            kind,
            Scope(scope[0]) if scope else Scope.BATCH,
            None,
            None,
            self.claimant,
        )

    def _place(self, name: str) -> PlaceMention | None:
        code = getattr(self, name)
        if code is None:
            return None
        row = Place.objects.get(code=code)
        self._quote(name, code)
        return PlaceMention(code, row.name_en, row.lat, row.lon, PlacePrecision.TOWN)

    def _said(self) -> dt.datetime:
        return dt.datetime.fromisoformat(self.published or f"{self.day}T20:00").replace(tzinfo=BAGHDAD)


def _side(code: str) -> Side:
    actor = Actor.objects.filter(code=code).first()
    return Side(actor.side) if actor else Side.OTHER


def outlet(code: str) -> Source:
    """A shipped source, or a newspaper of that name."""
    defaults = {"name_en": code, "name_ar": "", "family": code, "kind": "newspaper", "side": Side.OTHER}
    return Source.objects.get_or_create(code=code, defaults=defaults)[0]


def tell(*accounts: Said, url: str = "") -> Recorded:
    """One article with these accounts, recorded."""
    reports, body = [], ""
    for account in accounts:
        report = account.report()
        shift = len(body)
        spans = tuple(Span(s.field, s.start + shift, s.end + shift, s.text, s.where) for s in report.spans)
        reports.append(_with_spans(report, spans))
        body += account.body + "\n"
    first = accounts[0]
    address = url or f"https://{first.outlet}.example/{next(_numbers)}"
    key = hashlib.sha256(address.encode()).digest()
    article = Article.objects.create(url=address, url_sha256=key, source=outlet(first.outlet))
    text = ArticleText.objects.create(
        article=article,
        n=1,
        lang=first.lang,
        title="",
        body=body,
        sha256=hashlib.sha256(body.encode()).digest(),
        published=first._said(),
    )
    return record(text, reports, coder="t", lexicon="t", relevant=True, confidence=0.9)


def _with_spans(report: Report, spans: tuple[Span, ...]) -> Report:
    values = {name: getattr(report, name) for name in report.__dataclass_fields__}
    return Report(**{**values, "spans": spans})
