"""«وبعد ثلاثة أيام، تسلّم …», "Four days later, soldiers took over …": counted from the day named before. PURE."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from events.codebook import DatePrecision
from ingest.coding.day_rules import Day
from ingest.coding.regexes import regex

NUMBERS = {
    "يوم": 1, "يومين": 2, "ثلاثه ايام": 3, "اربعه ايام": 4, "خمسه ايام": 5, "سته ايام": 6, "اسبوع": 7, "a day": 1, "one day": 1,
    "two days": 2, "three days": 3, "four days": 4, "five days": 5, "six days": 6, "a week": 7, "the day": 1,
}  # fmt: skip
ANY_NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))
_LATER = regex(
    rf"(?<!\w)و?بعد(?:ها| ذلك)? (?:ب)?(?P<n>{ANY_NUMBER})(?=[،,])|(?<!\w)(?:و?بعدها|و?بعد ذلك) ب(?P<n3>{ANY_NUMBER})(?!\w)|(?<!\w)و?في اليوم التالي(?!\w)|(?<!\w)(?:و|التي |الذي )?سبقت? ب(?P<n4>{ANY_NUMBER}) (?=\w)"
    rf"|\b(?P<n2>{ANY_NUMBER}) later\b|\b(?:on )?the (?:following|next) day\b"
)
_WORDS = ("بعد", "سبق", "تالي", "later", "the following", "the next")
"""Parts of what it looks for: most clauses have none."""
_OPENING = 40
"""Characters of a clause that it opens: «ثم», "Then," may stand before it."""


def later(plain: str, start: int, end: int) -> re.Match[str] | None:
    """Words in a stretch that count days on, «وبعد يومين،», "two days later"."""
    return _LATER.search(plain, start, end) if any(word in plain[start:end] for word in _WORDS) else None


def led_to(plain: str, start: int, day: Day) -> bool:
    """Whether a day is of what came before what a clause tells: «after a delegation visited on 20 February»."""
    return _CAME_BEFORE.search(plain, start, day.start) is not None


_CAME_BEFORE = regex(r"\b(?:after|since|following)\b[^,.;]*$|(?<!\w)(?:بعد|عقب|منذ|غداه|اثر)(?!\w)[^،.؛]*$")


def days_of(found: re.Match[str]) -> int:
    """How many days what `later` found counts."""
    return NUMBERS.get(found["n"] or found["n2"] or found["n3"] or found["n4"] or "", 1)


_EVE = regex(
    r"\b(?:the (?:night|evening) before(?! last)|(?:on )?the previous (?:night|evening|day)|on (?:its|the) eve|the day before(?! yesterday))\b"
    rf"|\b(?P<n>{ANY_NUMBER}) (?:earlier|previously)\b(?! (?:than|this|in)\b)"
    r"|(?<!\w)و?(?:في )?(?:اليوم السابق|الليله السابقه|الليله التي سبقت)(?!\w)|(?<!\w)و?عشيه ذلك(?!\w)"
    rf"|(?<!\w)و?(?:قبل ذلك|قبلها) ب(?P<n2>{ANY_NUMBER})(?!\w)"
)
"""The day before the one that was told of: "The night before, guards had seized pills"."""
_BACK = ("before", "previous", "earlier", "eve", "سابق", "سبق", "قبل", "عشيه")


def counted_on(days: Sequence[Day], plain: str, start: int, end: int, before: Iterable[Day]) -> tuple[Day, ...]:
    """The days of a clause; where it names none, the day that its first words count from the last one of the sentence
    `before` it, if they count any. "The night before" is that of a day told before, and else of the publication."""
    eve = _eve(days, plain, start, end)
    found = eve or (None if days else later(plain, start, min(end, start + _OPENING)))
    base = next((d for d in before if d.precision is DatePrecision.DAY), None) if found else None
    if found is None or base is None:
        return tuple(days)
    back = NUMBERS.get((eve["n"] or eve["n2"] or "") if eve else "", 1)
    day = base.date - dt.timedelta(days=back) if eve else (base.last or base.date) + dt.timedelta(days=days_of(found))
    return (Day(found.start(), found.end(), day),)


def _eve(days: Sequence[Day], plain: str, start: int, end: int) -> re.Match[str] | None:
    """Words for the day before, where a clause opens with them or names no other day."""
    if len(days) > 1 or not any(word in plain[start:end] for word in _BACK):
        return None
    found = _EVE.search(plain, start, end)
    if found is None:
        return None
    if days:
        return found if days[0].start <= found.start() < days[0].end or days[0].start == found.start() else None
    return found if found.start() - start <= _OPENING or found.end() >= end - 2 else None
