"""The coder's contract as JSON: one article per line in, one coding per line out. PURE."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from events.codebook import BAGHDAD, SpanIn
from events.reports import Count, ParticipantMention, PlaceMention, Report, Span
from ingest.coding.coder import code_article
from ingest.coding.lexicon import Lexicon


def answer(line: str, number: int, lexicon: Lexicon) -> dict[str, Any]:
    """The coding of one input line, or its error with the line's number."""
    identity: Any = None
    try:
        article = json.loads(line)
        if not isinstance(article, dict):
            raise ValueError("not a JSON object")
        identity = article.get("id")
        if isinstance(identity, bool) or not isinstance(identity, str | int | float):
            identity = None
            raise ValueError("id must be a string or a number")
        return {"id": identity, **_code(article, lexicon)}
    except (ValueError, RecursionError) as error:
        return {"id": identity, "line": number, "error": str(error)}


def _code(article: dict[str, Any], lexicon: Lexicon) -> dict[str, Any]:
    title, text, lang = article.get("title"), article.get("text"), article.get("lang")
    if not isinstance(text, str):
        raise ValueError("text must be a string")
    if title is not None and not isinstance(title, str):
        raise ValueError("title must be a string or null")
    coded = code_article(title, text, parse_published(article.get("published")), lang, lexicon)
    return {
        "relevant": coded.relevant,
        "confidence": round(coded.confidence, 3),
        "reports": [report_json(r) for r in coded.reports],
    }


def parse_published(value: object) -> dt.datetime | dt.date | None:
    """An ISO date or date-time; no zone means Baghdad. ValueError on anything else or out of 1990–2100."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError("published must be an ISO date or date-time, or null")
    try:
        day: dt.datetime | dt.date = dt.date.fromisoformat(value)
    except ValueError:
        try:
            when = dt.datetime.fromisoformat(value)
        except ValueError:
            raise ValueError(f"published is no ISO date or date-time: {value[:40]!r}") from None
        day = when if when.tzinfo else when.replace(tzinfo=BAGHDAD)
    if not 1990 <= day.year < 2100:
        raise ValueError(f"published is out of range: {value[:40]!r}")
    return day


def report_json(report: Report) -> dict[str, Any]:
    """A report in the contract's form."""
    dated = report.date is not None
    return {
        "type": report.type.value,
        "modality": report.modality.value,
        "background": report.background,
        "themes": [t.value for t in report.themes],
        "confidence": round(report.confidence, 3),
        "flags": [f.value for f in report.flags],
        "date": report.date.isoformat() if report.date else None,
        "date_precision": report.date_precision.value if dated else None,
        "date_basis": report.date_basis.value if dated else None,
        "end_date": report.end_date.isoformat() if report.end_date else None,
        "place": _place(report.place),
        "origin": _place(report.origin),
        "destination": _place(report.destination),
        "participants": [_participant(p) for p in report.participants],
        "counts": [_count(c) for c in report.counts],
        "claimant": report.claimant
        and {
            "actor": report.claimant.actor,
            "name": report.claimant.name,
            "side": report.claimant.side.value if report.claimant.side else None,
        },
        "status": report.status.value if report.status else None,
        "office": report.office,
        "series": report.series,
        "ordinal": report.ordinal,
        "spans": [_span(s) for s in report.spans],
    }


def _participant(p: ParticipantMention) -> dict[str, Any]:
    names = {"actor": p.actor, "name": p.name, "name_en": p.name_en}
    return {**names, "part": p.part.value, "side": p.side.value, "role_en": p.role_en}


def _count(c: Count) -> dict[str, Any]:
    words = {"unit": c.unit.value, "kind": c.kind.value, "scope": c.scope.value}
    return {"value": _number(c.value), "high": _number(c.high), **words, "of": c.of, "claimant": c.claimant}


def _span(s: Span) -> dict[str, Any]:
    where = "title" if s.where is SpanIn.TITLE else "text"
    return {"field": s.field, "start": s.start, "end": s.end, "text": s.text, "in": where}


def _place(mention: PlaceMention | None) -> dict[str, Any] | None:
    if mention is None:
        return None
    return {
        "id": mention.id,
        "name_en": mention.name_en,
        "lat": mention.lat,
        "lon": mention.lon,
        "precision": mention.precision.value,
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
