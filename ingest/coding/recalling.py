"""What a text recalls of what is known: a dated sentence about an event of the shipped chronology. PURE.

A report's closing paragraphs recall what went before in words of every kind; the day, with the place, a body or a number
of the event that is known to have taken place on it, says which one is meant.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from events import shipped_yaml
from events.codebook import ROLLED_UP, DatePrecision, EventType, Modality, Part, Side
from ingest.coding.borders import GATE_TOWNS
from ingest.coding.counts import find_numbers
from ingest.coding.day_rules import Day
from ingest.coding.event_types import Draft, Happening
from ingest.coding.guessing import speaks_most
from ingest.coding.known import Known
from ingest.coding.lexicon import DATA, Lexicon
from ingest.coding.prior import fitted
from ingest.coding.reading import Clause, within
from ingest.coding.regexes import regex
from ingest.coding.roles import Who

_PAST = dt.timedelta(days=2)
"""What is recalled lies at least this far back."""
_SURE = 2
"""Marks of an event that a part of a sentence must have."""
_MUCH = 3
"""Marks that a whole sentence must have of an event beside its own act."""
_ROOM = 6
"""Characters before a day that belong to it: "since", «في»."""
_OPENS = regex(
    r"[,;:،؛(–—] ?|\b(?:who|whom|which|when|where|after|before|since|while|but|although|though|as|and)\b"
    r"|(?<!\w)و?(?:الذين|الذي|التي|اللذين|ممن|بعدما|بعد|قبل|عندما|حين|حيث|منذ|منها|فيما|بينما|اذ|لكن)(?!\w)"
)
_WHO_HAD = regex(
    r"\b(?:who|whom|which|that) (?:had|have|were)\b|(?<!\w)(?:الذين|الذي|التي|ممن|بعدما|بعد ان) (?:كان\w* )?(?:قد )?[^\s،.]+"
)
"""Behind it stands what went before the news."""
_CLOSES = regex(r"[,;،؛]|\b(?:and|but|while|before|after)\b|(?<!\w)(?:قبل ان|فيما|بينما|لكن)(?!\w)")
"""Where the part of a sentence that a day stands in begins and ends."""


@functools.cache
def chronology() -> Mapping[dt.date, Sequence[Known]]:
    """The shipped events that were done, by their day."""
    rows = shipped_yaml.read(DATA / "chronology.yaml")["events"]
    found: dict[dt.date, list[Known]] = defaultdict(list)
    for row in rows:
        if row["date_precision"] == DatePrecision.DAY and row["modality"] in (Modality.DONE, Modality.ONGOING):
            found[dt.date.fromisoformat(row["date"])].append(_known(row))
    return found


def _known(row: Mapping[str, Any]) -> Known:
    places = {row.get(name) for name in ("place", "origin", "destination")}
    parts = {
        p["actor"]: Part(p["part"]) for p in row.get("participants", ()) if p.get("actor") and p["part"] != "mentioned"
    }
    numbers = frozenset(float(c["value"]) for c in row.get("counts", ()))
    return Known(
        EventType(row["type"]), frozenset(m for m in places | set(parts) if m), numbers, parts, row.get("place")
    )


def recalled(told: Sequence[Clause], happenings: Sequence[Happening], published: dt.date) -> Iterator[Happening]:
    """The happenings that a text recalls and none of its own tells: each with the word that speaks most for its type. One
    of its own that is told aside and meant by the chronology is known from then on."""
    seen: set[tuple[dt.date, EventType]] = {
        (day.date, h.type) for h in happenings for draft in h.drafts for day in draft.days
    }
    news = {
        day.date
        for h in happenings
        for draft in h.drafts
        if draft.lead
        for day in draft.days
        if not _WHO_HAD.search(draft.text.plain, draft.end, max(draft.end, day.start))
    }
    taken = {id(d.clause): h for h in happenings if h.type is not EventType.STATEMENT for d in h.drafts}
    for clause in told:
        for day in clause.days if not clause.titular else ():
            if day.precision is not DatePrecision.DAY or day.date > published - _PAST:
                continue
            owner = taken.get(id(clause))
            if owner is not None:
                event, at = (None, clause) if day.date in news else _beside(clause, day, owner)
            else:
                event, at = (_meant(clause, day) if day.own else None), clause
            if event is None or (day.date, event.type) in seen:
                continue
            if event.type is EventType.DIPLOMATIC_STATUS and not at.has("embassy", "ambassador", "relations"):
                continue
            seen.add((day.date, event.type))
            word = speaks_most([at], event.type, "h", fitted())[1]
            draft = Draft(event.type, at, word.start, word.end, Modality.DONE, None)
            yield Happening(event.type, [draft], known=True, event=event)
            break


def _beside(clause: Clause, day: Day, owner: Happening) -> tuple[Known | None, Clause]:
    """What a sentence recalls on a day beside the act that it tells: "repatriated soldiers who had fled across the border
    on December 7"; the part around the day, or the whole of it where much points to the event."""
    text = clause.text.plain
    start = max((m.end() for m in _OPENS.finditer(text, clause.start, day.start - _ROOM)), default=clause.start)
    ends = _CLOSES.search(text, day.end + (0 if day.start - start > _ROOM else _ROOM), clause.end)
    part = within(clause, start, ends.start() if ends else clause.end, day)
    event = _meant(part, day, _SURE)
    if event is None:
        part = within(clause, clause.start, clause.end, day)
        event = _meant(part, day, _MUCH)
    if event is not None and event.type is owner.type and not any(d.lead for d in owner.drafts):
        owner.known, owner.event = True, event
    return event, part


def _meant(clause: Clause, day: Day, least: int = 1) -> Known | None:
    """The event of that day to which most in the sentence points, by at least so many marks."""
    events = chronology().get(day.date, ())
    scored = [(_points(clause, event), event) for event in events]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] >= least else None


def _points(clause: Clause, event: Known) -> int:
    places = {m.place for m in clause.mentions if m.place}
    gates = {GATE_TOWNS[place] for place in places if place in GATE_TOWNS}
    marks = {m.actor for m in clause.mentions} | places | gates | clause.classes
    numbers = {n.value for n in find_numbers(clause.text.plain, clause.start, clause.end, False, False)}
    return len(event.marks & marks) + 2 * len(event.numbers & numbers)


def in_their_parts(
    happening: Happening, cast: Sequence[Who], told: Sequence[Clause], lexicon: Lexicon, day: dt.date
) -> list[Who]:
    """A cast as the chronology knows it: who is known to have taken part, and is named beside it, did so in that part; of
    sides that had none, nobody."""
    known = happening.event.parts if happening.event else {}
    cast = [*cast, *_named_beside(happening, cast, known, told)]
    if not any(w.actor in known for w in cast):
        return list(cast)
    sides = {_side(actor, lexicon, day) for actor in known}
    found: list[Who] = []
    for who in cast:
        if who.part is Part.MENTIONED or who.actor is None:
            found.append(who)
        elif who.actor in known:
            found.append(replace(who, part=known[who.actor]))
        elif _side(who.actor, lexicon, day) in sides:
            found.append(who)
    return found


def _named_beside(
    happening: Happening, cast: Sequence[Who], known: Mapping[str, Part], told: Sequence[Clause]
) -> Iterator[Who]:
    """Those known to have taken part whom the same sentence names."""
    first, missing = happening.first.clause, {a for a in known if all(w.actor != a for w in cast)}
    for clause in (c for c in told if c.text is first.text and c.order == first.order):
        for mention in clause.mentions:
            if mention.actor in missing and mention.actor is not None:
                missing.discard(mention.actor)
                yield Who(mention.actor, known[mention.actor], clause, mention.start, mention.end)


def _side(actor: str, lexicon: Lexicon, day: dt.date) -> Side | None:
    entry = lexicon.actors.get(actor)
    side = entry.side_on(day) if entry is not None else None
    return ROLLED_UP.get(side, side) if side is not None else None
