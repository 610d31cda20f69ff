"""Days reckoned from another: «في اليوم السابق», "two days earlier", «بعد يومين من عودة …». PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from events.codebook import DatePrecision
from ingest.coding.day_rules import Day
from ingest.coding.days_later import ANY_NUMBER, NUMBERS, days_of, later
from ingest.coding.event_types import Draft
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_FAR = 4
"""Days before the main event from which what is told is background."""
_EARLIER = regex(
    rf"(?<!\w)(?:في )?(?:اليوم السابق|اليوم الذي سبق\w*|وقبل (?:اربع وعشرين|24) ساعه|وسبقت? (?:[^\s،.]+ ){{1,3}}?بيوم(?: واحد)?|(?:قبل ذلك|قبلها|قبله) ب(?P<n>{ANY_NUMBER}))(?!\w)"
    rf"|\b(?:on )?the (?:previous|preceding) day\b|\bthe day before\b(?! yesterday| the | his | her | its | a )"
    rf"|\b(?P<n2>{ANY_NUMBER}) (?:earlier|before)\b(?! the | his | her | its | a )"
)
"""The day before, or some days before, what is told beside."""
_EARLY = ("سابق", "سبق", "قبل", "earlier", "before", "the previous", "the preceding")
"""Parts of what it looks for: most clauses have none."""
_PAUSE = regex(r"[،,;](?!\d)")
_DAYS_AFTER = regex(rf"(?<!\w)(?P<said>(?:بعد (?=\S+ (?:\S+ )?من))?(?P<n>{ANY_NUMBER}) (?:من|علي|after))(?!\w)")


def reckoned(
    first: Draft,
    own: Sequence[tuple[Clause, Day]],
    announced: Sequence[tuple[Clause, Day]],
    beside: dt.date | None,
    published: dt.date | None,
) -> tuple[Day, bool] | None:
    """The day of an act, said as so many days from another, and whether it is background; `beside`: the main event's day."""
    return (
        _days_earlier(first, own, announced, beside, published)
        or _days_later(first, own, beside)
        or _days_before(first, own, beside, published)
    )


def _days_later(first: Draft, own: Sequence[tuple[Clause, Day]], beside: dt.date | None) -> tuple[Day, bool] | None:
    """«وبعد يومين، زوّد …», "two days later": so long after what it is told beside."""
    clause = first.clause
    found = later(clause.text.plain, clause.start, clause.end)
    if found is None:
        return None
    if any(c is clause and _beside(clause, d, *found.span()) for c, d in own):
        return None
    named = _named_before(clause, found.start()) if found.end() <= first.start else None
    beside = named.date if named else None if own else beside
    if beside is None:
        return None
    return Day(found.start(), found.end(), beside + dt.timedelta(days=days_of(found))), False


def _days_earlier(
    first: Draft,
    own: Sequence[tuple[Clause, Day]],
    announced: Sequence[tuple[Clause, Day]],
    beside: dt.date | None,
    published: dt.date | None,
) -> tuple[Day, bool] | None:
    """Before what it is told beside, or before it was told."""
    clause = first.clause
    if (own and beside is None) or not any(part in clause.plain for part in _EARLY):
        return None
    found = _EARLIER.search(clause.text.plain, clause.start, clause.end)
    if found is None:
        return None
    if any(c is clause and d.start == found.start() for c, d in own):
        return None  # counted from the sentence before
    named = _named_before(clause, found.start())
    base = (named.date if named else None) or beside or (announced[0][1].date if announced else published)
    if base is None:
        return None
    if any(c is clause and _beside(clause, d, *found.span()) for c, d in own):
        return None
    number = NUMBERS.get(found["n"] or found["n2"] or "", 1)
    day = Day(found.start(), found.end(), base - dt.timedelta(days=number))
    return day, beside is not None and number > _FAR


def _named_before(clause: Clause, until: int) -> Day | None:
    """The last day that the same clause names before: «signed on Monday, and on the next day …»."""
    exact = [d for d in clause.days if d.end <= until and d.precision is DatePrecision.DAY]
    return exact[-1] if exact else None


def _beside(clause: Clause, day: Day, start: int, end: int) -> bool:
    """Whether a day stands right before the words at [start, end), or right behind them: "two days earlier, on January 19"."""
    plain = clause.text.plain
    ahead = day.end <= start and _APPOSED.fullmatch(plain, day.end, start)
    return bool(ahead or (end <= day.start and _NAMED_NEXT.fullmatch(plain, end, day.start)))


_NAMED_NEXT = regex(r"[,،] (?:on |in |في |اي في |اي )?(?:يوم )?")
_APPOSED = regex(r"[,،] (?:just |only |barely )?")
"""«on Dec. 7, a day before rebels took Damascus»: the day itself, and what it came before."""


def _days_before(
    first: Draft, own: Sequence[tuple[Clause, Day]], beside: dt.date | None, published: dt.date | None
) -> tuple[Day, bool] | None:
    """«بعد يومين من عودة …», "three days after they were handed over": days before what it is told beside."""
    before = first.clause.before(first.start, _REACH)
    found = _DAYS_AFTER.search(before)
    if found is None or _PAUSE.search(_NAMED_BESIDE.sub(" ", before[found.end() :])):
        return None
    since = first.start - len(before) + found.start()
    exact = [d for c, d in own if c is first.clause and d.precision is DatePrecision.DAY]
    if any(d.start > since for d in exact):
        return None  # "came two days after he was freed on Monday"
    base = next((d.date for d in exact), None) or beside or published
    if base is None:
        return None
    number = NUMBERS.get(found["n"]) or int(found["n"])
    return Day(since, since + len(found["said"]), base - dt.timedelta(days=number)), True


_NAMED_BESIDE = regex(r", [^,;،]{3,130}, ")
""" "after its intelligence chief, so-and-so, led …": a name between two commas is no pause."""
_REACH = 170
"""Characters between «بعد يومين من» and the act."""
