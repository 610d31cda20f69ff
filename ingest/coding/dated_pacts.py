"""A deal of an earlier day that the news names with its two sides: "the January 30 deal between …". PURE."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from events.codebook import ROLLED_UP, DatePrecision, EventType, Modality, Part, Side
from events.reports import Report
from ingest.coding.day_rules import Day
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.parts import participant
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import Who
from ingest.coding.succession import moved_on
from ingest.coding.words import Word

_SIDES = (Side.IQ, Side.KRG, Side.SY, Side.SY_FORMER, Side.SDF)
_KINDS = ("country", "government_body", "armed_group", "person", "military_unit")
_SIGNED = r"(?: (?:signed|reached|struck|concluded|sealed|inked|announced|agreed|brokered|dated|of))?"
_BETWEEN = regex(
    rf"{_SIGNED} (?:between|by) (?:the )?(?:\w+ )?$|(?: (?:الماضي|الجاري|الحالي))?(?: ال?(?:مبرم|موقع|معلن)\w*)? بين (?:ال)?$"
)
_AND = regex(r"(?: \([^)]{2,12}\))? (?:and (?:the |its )?(?:\w+ )?|و)")
_WITH = regex(
    r"(?: (?:signed|reached|struck|concluded))? with (?:the )?(?:\w+ )?|(?: ال(?:موقع|مبرم|معلن|موقت)\w*)? مع (?:ال)?"
)
"""«الاتفاق الموقع مع قسد في 29 كانون الثاني»: the other side is whoever is told about."""
_DAY_AHEAD = regex(r" (?:\w+ )?")
_ON = regex(rf"(?:{_SIGNED}(?: on)?|(?: ال(?:موقع|مبرم|معلن|موقت)\w*)?(?: (?:في|بتاريخ|يوم))?) $")
_BEHIND = 40
"""Characters behind the two sides within which the day of their deal is told."""
_AGO = dt.timedelta(days=4)
_CONFIDENCE = 0.6


def told_aside(
    told: Sequence[Clause], reports: Sequence[Report], lexicon: Lexicon, published: dt.date
) -> Iterator[Report]:
    """What the text tells of an earlier day on its way: offices taken since, and deals named with day and sides."""
    yield from moved_on(told, reports, lexicon, published)
    if any(r.type is EventType.AGREEMENT for r in reports):
        return
    for clause in told:
        found = None if clause.titular else _named(clause, lexicon, published)
        if found is not None:
            yield _report(clause, *found, lexicon, published)
            return


def _named(
    clause: Clause, lexicon: Lexicon, published: dt.date
) -> tuple[Word, Day, Sequence[tuple[Mention, str]]] | None:
    """The word for a deal, its day and its two sides, or the one it is with."""
    plain = clause.text.plain
    for word in clause.of("pact") if clause.days else ():
        row = [(m, a) for m in clause.mentions if m.start >= word.end and (a := _actor(m, lexicon, published))]
        for one, other in zip(row, row[1:], strict=False):
            sides = {ROLLED_UP.get(s, s) for s in (lexicon.actors[a].side_on(published) for _, a in (one, other))}
            if len(sides) < 2 or not _AND.fullmatch(plain, one[0].end, other[0].head):
                continue
            day = _day(clause, word, one[0], other[0], published)
            if day is not None:
                return word, day, (one, other)
        for one in row[:1]:
            day = _day_with(clause, word, one[0], published)
            if day is not None:
                return word, day, (one,)
    return None


def _day_with(clause: Clause, word: Word, other: Mention, published: dt.date) -> Day | None:
    """The day right behind the one side that a deal is told to be with."""
    if _WITH.fullmatch(clause.text.plain, word.end, other.head) is None:
        return None
    behind = (d for d in clause.days if 0 <= d.start - other.end <= _BEHIND and d.precision is DatePrecision.DAY)
    return next((d for d in behind if d.date <= published - _AGO and not _breaks(clause, other.end, d.start)), None)


def _breaks(clause: Clause, start: int, end: int) -> bool:
    return re.search(r"[.;,،]", clause.text.plain[start:end]) is not None


def _actor(mention: Mention, lexicon: Lexicon, published: dt.date) -> str | None:
    """The actor of a mention that may be a side to a deal of the file."""
    if mention.actor is None or mention.adjective or mention.kind not in _KINDS:
        return None
    actor = lexicon.government(mention.actor, published) if mention.kind == "country" else mention.actor
    return actor if actor in lexicon.actors and lexicon.actors[actor].side_on(published) in _SIDES else None


def _day(clause: Clause, word: Word, one: Mention, other: Mention, published: dt.date) -> Day | None:
    """The day right before the word, between it and the first side, or right behind the second."""
    plain = clause.text.plain
    for day in clause.days:
        if day.precision is not DatePrecision.DAY or day.date > published - _AGO:
            continue
        between = _BETWEEN.fullmatch(plain, word.end, one.head) is not None
        if day.end <= word.start and between and _DAY_AHEAD.fullmatch(plain, day.end, word.start):
            return day
        inside = word.end < day.start and day.end <= one.head and _ON.fullmatch(plain, word.end, day.start)
        if inside and _BETWEEN.fullmatch(plain, day.end, one.head):
            return day
        if between and 0 <= day.start - other.end <= _BEHIND and not _breaks(clause, other.end, day.start):
            return day
    return None


def _report(
    clause: Clause,
    word: Word,
    day: Day,
    sides: Sequence[tuple[Mention, str]],
    lexicon: Lexicon,
    published: dt.date,
) -> Report:
    cast = [Who(actor, Part.PARTICIPANT, clause, m.start, m.end) for m, actor in sides]
    span = clause.text.span
    spans = (span("type", word.start, word.end), span("modality", word.start, word.end))
    return Report(
        type=EventType.AGREEMENT,
        modality=Modality.DONE,
        confidence=_CONFIDENCE,
        spans=(*spans, span("date", day.start, day.end), *(w.span(f"participants.{n}") for n, w in enumerate(cast))),
        background=True,
        date=day.date,
        date_precision=day.precision,
        participants=tuple(participant(w, lexicon, published) for w in cast),
    )
