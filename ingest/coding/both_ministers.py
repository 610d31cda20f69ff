"""Holders of one office of both states, named in one breath: «وزيرا الخارجية العراقي والسوري», "the two interior
ministers", "the intelligence chiefs of Iraq and Syria". PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from events.codebook import ROLLED_UP, Side
from ingest.coding.bodies import nations
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Text

OFFICES = {
    "mfa": ("خارجيه", "foreign"),
    "moi": ("داخليه", "interior"),
    "mod": ("دفاع", "defen[cs]e"),
    "moj": ("عدل", "justice"),
}
_CHIEFS = ("مخابرات|استخبارات", "intelligence|spy")
"""What the two services are called whose heads are named together."""
_BODIES = {**{kind: (f"iq_{kind}", f"sy_{kind}") for kind in OFFICES}, "spies": ("iq_inis", "sy_gid")}
_HINTS = ("وزيرا ", "وزيري ", "رييسا ", "رييسي ", "مديرا ", "مديري ", "ministers", "chiefs", "heads")
_TWO = regex(r"\btwo\b|بلدين|دولتين")
_OURS, _NEAR, _SOON = frozenset((Side.IQ, Side.SY)), 320, 60
"""Whose two ministers count, and characters before and behind them within which it is told whose they are."""
_BOTH_AR = r"(?:ال)?(?:(?:عراقي|عراق)(?:ه)? و(?:ال)?(?:سوري\w?|سوريا|سوريه)|(?:سوري\w?|سوريا|سوريه) و(?:ال)?(?:عراقي|عراق)(?:ه)?|(?:في |ل)?(?:كلا )?(?:ال)?(?:بلدين|دولتين))"
_BOTH_EN = r"(?:(?:iraq(?:i|'s)? and syria(?:n|'s)?|syria(?:n|'s)? and iraq(?:i|'s)?)|(?:the )?two(?: countries'| sides'| neighbou?rs')?)"
_OF_BOTH = r" (?:of|from) (?:iraq and syria|syria and iraq|(?:the )?(?:two|both) (?:countries|states|neighbou?rs))"


def with_both(text: Text, found: Sequence[Mention], lexicon: Lexicon, day: date) -> list[Mention]:
    """The mentions, and in place of the two nationalities the two who hold the office on the day."""
    if not any(hint in text.plain for hint in _HINTS):
        return list(found)
    known = list(found)
    for start, end, kind in _pairs(text.plain):
        inside = [m for m in known if m.start < end and start < m.end]
        named = not _TWO.search(text.plain, start, end) or _sides(known, start, lexicon) == _OURS
        if any(m.kind == "person" for m in inside) or not named:
            continue
        people = [lexicon.holder(post, day) for post in _posts(kind) if post in lexicon.offices]
        middle = text.plain.find(" ", start, end)
        if len(people) != 2 or not all(people) or middle < 0:
            continue
        known = [
            m for m in known if m not in inside or m.place in lexicon.places and not m.adjective and m.kind != "country"
        ]
        for person, (a, b) in zip(people, ((start, middle), (middle + 1, end)), strict=True):
            known.append(Mention(a, b, actor=person, kind="person"))
    return sorted(known, key=lambda m: m.start)


def _sides(found: Sequence[Mention], before: int, lexicon: Lexicon) -> set[Side]:
    """Whose people, bodies and names of states stand around: «the two» are they."""
    near = [m.actor or (m.place or "").removeprefix("c_") for m in found if before - _NEAR <= m.start < before + _SOON]
    sides = {lexicon.actors[a].side for a in near if a in lexicon.actors}
    return {ROLLED_UP.get(s, s) for s in sides} if len(sides) > 1 else {Side.OTHER}


def _posts(kind: str) -> list[str]:
    posts: Mapping[str, str] = nations()["counterpart_offices"]
    return [posts[body] for body in _BODIES[kind]]


def _pairs(plain: str) -> Iterator[tuple[int, int, str]]:
    """Where such a pair stands, and of which office it is."""
    for match in _pattern().finditer(plain):
        kind = next(name for name, value in match.groupdict().items() if value)
        yield match.start(), match.end(), kind.rstrip("_")


@functools.cache
def _pattern() -> re.Pattern[str]:
    rows = []
    for kind, (arabic, english) in OFFICES.items():
        rows.append(rf"(?P<{kind}>(?<!\w)وزير[اي] (?:ال)?(?:{arabic}) {_BOTH_AR}(?!\w))")
        rows.append(
            rf"(?P<{kind}_>\b(?:{_BOTH_EN} (?:{english}) ministers|(?:{english}) ministers{_OF_BOTH})\b(?! of| from))"
        )
    arabic, english = _CHIEFS
    rows.append(rf"(?P<spies>(?<!\w)(?:رييس|مدير)[اي] (?:جهازي )?(?:ال)?(?:{arabic}) {_BOTH_AR}(?!\w))")
    rows.append(
        rf"(?P<spies_>\b(?:{_BOTH_EN} (?:{english}) (?:chiefs|heads|directors)|(?:{english}) (?:chiefs|heads|directors){_OF_BOTH})\b)"
    )
    return regex("|".join(rows))
