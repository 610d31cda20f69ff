"""The only door into events: what one article says of one happening, every value with its span. PURE.

Ids of actors and places are the registry's string ids ("p_shatri", "x_qaim"), never database keys. Offsets are Python
string indices (code points) into the title or body exactly as stored.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from events.codebook import (
    BORDER_PLACE,
    CountKind,
    CrossingState,
    DateBasis,
    DatePrecision,
    EventType,
    Flag,
    Modality,
    Part,
    PlacePrecision,
    Scope,
    Side,
    SpanIn,
    Theme,
    Unit,
)

__all__ = ["BORDER_PLACE", "Claimant", "Count", "InvalidReport", "ParticipantMention", "PlaceMention", "Report", "Span"]


class InvalidReport(ValueError):
    """A report that breaks the contract: a value without its span, or a span that does not quote its text."""


@dataclass(frozen=True, slots=True)
class Span:
    """An exact quote. `field` is a path as in the contract: `type`, `participants.0`, `counts.1`, `themes.0`, …"""

    field: str
    start: int
    end: int
    text: str
    where: SpanIn = SpanIn.BODY


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A gazetteer entry. `lat`, `lon` in WGS84 degrees."""

    id: str
    name_en: str
    lat: float
    lon: float
    precision: PlacePrecision


@dataclass(frozen=True, slots=True)
class ParticipantMention:
    """Somebody who takes part. `actor` None: unknown to the registry, `name` is the surface form."""

    actor: str | None
    name: str
    name_en: str
    part: Part
    side: Side
    role_en: str | None = None


@dataclass(frozen=True, slots=True)
class Claimant:
    """The authority that a report or number is quoted from. `actor` None: unnamed or unknown, `name` as in the text."""

    actor: str | None
    name: str
    side: Side | None


@dataclass(frozen=True, slots=True)
class Count:
    """A number. `high` is the upper end of a range; `of` the index of the count it is a part of."""

    value: float
    unit: Unit
    kind: CountKind
    scope: Scope
    high: float | None = None
    of: int | None = None
    claimant: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One article's account of one happening.

    `date` is the first day of its period when the precision is week (Monday), month or year; None only when neither
    text nor publication time gives one. `claimant` None: the outlet itself speaks. `series`: the programme's id, which
    follows from the registry; `ordinal`: the number of the batch in it, as the text gives it.
    """

    type: EventType
    modality: Modality
    confidence: float
    spans: tuple[Span, ...]
    background: bool = False
    date: dt.date | None = None
    date_basis: DateBasis = DateBasis.TEXT
    date_precision: DatePrecision = DatePrecision.DAY
    end_date: dt.date | None = None
    place: PlaceMention | None = None
    origin: PlaceMention | None = None
    destination: PlaceMention | None = None
    participants: tuple[ParticipantMention, ...] = ()
    counts: tuple[Count, ...] = ()
    themes: tuple[Theme, ...] = ()
    claimant: Claimant | None = None
    status: CrossingState | None = None
    office: str | None = None
    flags: tuple[Flag, ...] = ()
    series: str | None = None
    ordinal: int | None = None

    def spans_of(self, field: str) -> tuple[Span, ...]:
        """The spans of one field path, in the order given."""
        return tuple(s for s in self.spans if s.field == field)

    def valued_fields(self) -> list[str]:
        """Paths of the values that need a span: every non-null value, except a date of basis `published`."""
        paths = ["type"]
        if self.date is not None and self.date_basis is DateBasis.TEXT:
            paths.append("date")
        singles = ("place", "origin", "destination", "claimant", "status", "office")
        paths += [name for name in singles if getattr(self, name)]
        if self.ordinal is not None:
            paths.append("ordinal")
        paths += [f"participants.{n}" for n in range(len(self.participants))]
        paths += [f"counts.{n}" for n in range(len(self.counts))]
        paths += [f"themes.{n}" for n in range(len(self.themes))]
        return paths


def check_report(report: Report, title: str, body: str) -> None:
    """Raise InvalidReport unless every value has a span and every span quotes its text exactly."""
    texts = {SpanIn.TITLE: title, SpanIn.BODY: body}
    proved = set()
    for span in report.spans:
        if not 0 <= span.start < span.end or texts[span.where][span.start : span.end] != span.text:
            raise InvalidReport(f"{span.field}: {span.where} {span.start}:{span.end} does not read {span.text!r}")
        proved.add(span.field)
    missing = [path for path in report.valued_fields() if path not in proved]
    if missing:
        raise InvalidReport(f"no span proves {', '.join(missing)}")
    if report.end_date is not None and (report.date is None or report.end_date < report.date):
        raise InvalidReport("end_date before date")
    for count in report.counts:
        if count.high is not None and count.high < count.value:
            raise InvalidReport("a count's high end below its value")
        if count.of is not None and not 0 <= count.of < len(report.counts):
            raise InvalidReport("a count is part of a count that is not there")


def check_reports(reports: Iterable[Report], title: str, body: str) -> None:
    """`check_report` on each."""
    for report in reports:
        check_report(report, title, body)
