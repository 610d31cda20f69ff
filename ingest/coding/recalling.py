"""What a text recalls of what is known: a dated sentence about an event of the shipped chronology. PURE.

A report's closing paragraphs recall what went before in words of every kind; the day, with the place, a body or a number
of the event that is known to have taken place on it, says which one is meant.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from events.codebook import DatePrecision, EventType, Modality
from ingest.coding.counts import find_numbers
from ingest.coding.day_rules import Day
from ingest.coding.event_types import Draft, Happening
from ingest.coding.guessing import speaks_most
from ingest.coding.lexicon import DATA
from ingest.coding.prior import fitted
from ingest.coding.reading import Clause

_PAST = dt.timedelta(days=2)
"""What is recalled lies at least this far back."""


@dataclass(frozen=True, slots=True)
class Known:
    """An event that the chronology has on a day: its type, and the places, actors and numbers by which it is told."""

    type: EventType
    marks: frozenset[str]
    numbers: frozenset[float]


@functools.cache
def chronology() -> Mapping[dt.date, Sequence[Known]]:
    """The shipped events that were done, by their day."""
    with open(DATA / "chronology.yaml", encoding="utf-8") as file:
        rows = yaml.load(file, Loader=yaml.CSafeLoader)["events"]
    found: dict[dt.date, list[Known]] = defaultdict(list)
    for row in rows:
        if row["date_precision"] == DatePrecision.DAY and row["modality"] in (Modality.DONE, Modality.ONGOING):
            found[dt.date.fromisoformat(row["date"])].append(_known(row))
    return found


def _known(row: Mapping[str, Any]) -> Known:
    places = {row.get(name) for name in ("place", "origin", "destination")}
    actors = {p.get("actor") for p in row.get("participants", ()) if p["part"] != "mentioned"}
    numbers = frozenset(float(c["value"]) for c in row.get("counts", ()))
    return Known(EventType(row["type"]), frozenset(m for m in places | actors if m), numbers)


def recalled(told: Sequence[Clause], happenings: Sequence[Happening], published: dt.date) -> Iterator[Happening]:
    """The happenings that a text recalls and none of its own tells: each with the word that speaks most for its type."""
    seen: set[tuple[dt.date, EventType]] = {
        (day.date, h.type) for h in happenings for draft in h.drafts for day in draft.days
    }
    taken = {id(d.clause) for h in happenings if h.type is not EventType.STATEMENT for d in h.drafts}
    for clause in told:
        if clause.titular or id(clause) in taken:
            continue
        for day in clause.days:
            if not day.own or day.precision is not DatePrecision.DAY or day.date > published - _PAST:
                continue
            event = _meant(clause, day)
            mission = event is not None and event.type is EventType.DIPLOMATIC_STATUS
            if (
                event is None
                or (mission and not clause.has("embassy", "ambassador", "relations"))
                or (day.date, event.type) in seen
            ):
                continue
            seen.add((day.date, event.type))
            word = speaks_most([clause], event.type, "h", fitted())[1]
            yield Happening(
                event.type, [Draft(event.type, clause, word.start, word.end, Modality.DONE, None)], known=True
            )
            break


def _meant(clause: Clause, day: Day) -> Known | None:
    """The event of that day to which most in the sentence points."""
    events = chronology().get(day.date, ())
    scored = [(_points(clause, event), event) for event in events]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] > 0 else None


def _points(clause: Clause, event: Known) -> int:
    marks = {m.actor for m in clause.mentions} | {m.place for m in clause.mentions}
    numbers = {n.value for n in find_numbers(clause.text.plain, clause.start, clause.end, False, False)}
    return len(event.marks & marks) + 2 * len(event.numbers & numbers)
