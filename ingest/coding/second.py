"""A second reader's proposals: taken only where every value quotes the text exactly. PURE.

The reader answers in the contract's form; its spans are quotes, and where they stand is looked up here. A proposal with
a value that nothing quotes, an id that the registry lacks or a word the codebook does not know is left out whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from events.codebook import (
    CountKind,
    CrossingState,
    DateBasis,
    DatePrecision,
    EventType,
    Modality,
    Part,
    Scope,
    SpanIn,
    Theme,
    Unit,
)
from events.reports import Count, InvalidReport, ParticipantMention, PlaceMention, Report, Span, check_report
from ingest.coding.coded import CodedArticle
from ingest.coding.lexicon import Lexicon

MOST_CONFIDENT = 0.5
"""A proposal never counts for more: it is for a person's eyes."""
MAX_PROPOSALS = 12


class Reader(Protocol):
    """Reads an article and proposes reports in the contract's form, without any promise that they are right."""

    def propose(
        self, title: str, body: str, published: dt.date | None, lang: str | None
    ) -> Iterable[Mapping[str, Any]]:
        """Proposals; none where the reader has nothing to say or cannot be reached."""
        ...


def with_second_opinion(
    coded: CodedArticle,
    reader: Reader,
    title: str,
    body: str,
    published: dt.date | None,
    lang: str | None,
    lexicon: Lexicon,
) -> CodedArticle:
    """The coding with the proposals that stand: of types and days that the coder itself did not report."""
    known = {(r.type, r.date) for r in coded.reports}
    added: list[Report] = []
    for proposal in list(reader.propose(title, body, published, lang))[:MAX_PROPOSALS]:
        report = admitted(proposal, title, body, published, lexicon)
        if report is not None and (report.type, report.date) not in known:
            known.add((report.type, report.date))
            added.append(report)
    if not added:
        return coded
    relevant = coded.relevant or any(not r.background for r in added)
    confidence = coded.confidence if coded.relevant else MOST_CONFIDENT
    return replace(coded, relevant=relevant, confidence=confidence, reports=(*coded.reports, *added))


def admitted(
    proposal: Mapping[str, Any], title: str, body: str, published: dt.date | None, lexicon: Lexicon
) -> Report | None:
    """The report that a proposal makes, or None where anything of it is not proved or not known."""
    try:
        report = _report(proposal, title, body, published, lexicon)
        check_report(report, title, body)
    except (KeyError, TypeError, ValueError, AttributeError, InvalidReport):
        return None
    return report


def _report(proposal: Mapping[str, Any], title: str, body: str, published: dt.date | None, lexicon: Lexicon) -> Report:
    basis = DateBasis(proposal.get("date_basis") or "text")
    said = dt.date.fromisoformat(proposal["date"]) if proposal.get("date") else None
    dated = published if basis is DateBasis.PUBLISHED else said
    return Report(
        type=EventType(proposal["type"]),
        modality=Modality(proposal.get("modality") or "done"),
        confidence=min(float(proposal.get("confidence") or MOST_CONFIDENT), MOST_CONFIDENT),
        spans=tuple(_spans(proposal["spans"], title, body)),
        background=bool(proposal.get("background", False)),
        date=dated,
        date_basis=basis,
        date_precision=DatePrecision(proposal.get("date_precision") or "day"),
        place=_place(proposal.get("place"), lexicon),
        origin=_place(proposal.get("origin"), lexicon),
        destination=_place(proposal.get("destination"), lexicon),
        participants=tuple(
            _participant(p, dated or dt.date(2025, 6, 1), lexicon) for p in proposal.get("participants", ())
        ),
        counts=tuple(_count(c) for c in proposal.get("counts", ())),
        themes=tuple(Theme(t) for t in proposal.get("themes", ())),
        status=CrossingState(proposal["status"]) if proposal.get("status") else None,
    )


def _spans(spans: Iterable[Mapping[str, Any]], title: str, body: str) -> Iterable[Span]:
    for span in spans:
        where = SpanIn.TITLE if span.get("in") == "title" else SpanIn.BODY
        quote = str(span["text"])
        start = (title if where is SpanIn.TITLE else body).find(quote)
        if not quote.strip() or start < 0:
            raise ValueError("not a quote")
        yield Span(str(span["field"]), start, start + len(quote), quote, where)


def _place(value: Any, lexicon: Lexicon) -> PlaceMention | None:
    code = value.get("id") if isinstance(value, Mapping) else value
    return lexicon.places[code].mention() if code else None


def _participant(value: Mapping[str, Any], day: dt.date, lexicon: Lexicon) -> ParticipantMention:
    actor = lexicon.actors[value["actor"]]
    office = lexicon.office_of(actor.id, day)
    return ParticipantMention(
        actor.id,
        str(value["name"]),
        actor.name_en,
        Part(value.get("part") or "participant"),
        actor.side_on(day),
        office.title_en if office else None,
    )


def _count(value: Mapping[str, Any]) -> Count:
    high = value.get("high")
    return Count(
        float(value["value"]),
        Unit(value["unit"]),
        CountKind(value.get("kind") or "exact"),
        Scope(value.get("scope") or "batch"),
        None if high is None else float(high),
    )
