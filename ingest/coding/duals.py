"""Ministries named two or more at a time: «وزارتي الداخلية والدفاع السوريتين», "the oil and trade ministries", "the
ministries of oil and trade". PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from events.codebook import Side
from ingest.coding.bare_bodies import owner_of
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Text
from ingest.coding.words import read_yaml

_PLURALS = ("وزارتي", "وزارتا", "وزارات", "ministries")
_LAND_AR = regex(r" (?:ال(?:عراقي|سوري)\w* و)?(?:في |ب)?(?:ال)?(?P<of>عراق|سوري)")
_BOTH_AR = regex(r" (?:في (?:العراق وسوريا|سوريا والعراق)|ال(?:عراقيه والسوريه|سوريه والعراقيه))")
_LAND_EN = regex(r"\b(?P<of>iraq|syria)(?:i|'s|n)? (?:the )?$")
_LAND_BEHIND = regex(r" (?:of|in) (?P<of>iraq|syria)\b")
_LANDS = {"عراق": "iq", "iraq": "iq", "سوري": "sy", "syria": "sy"}
_REACH = 30


def with_duals(text: Text, found: Sequence[Mention], lexicon: Lexicon, home: Side | None) -> list[Mention]:
    """The mentions, and each ministry of such a row, of the country whose adjective stands by it, else that the text
    speaks of."""
    if not any(word in text.plain for word in _PLURALS):
        return list(found)
    added = []
    for start, end, kinds in _rows(text.plain):
        owners = _owners(text, start, end, found, lexicon, home)
        for at, stop, kind in kinds:
            if any(m.start < stop and at < m.end and not m.adjective for m in found):
                continue
            bodies = _table()[kind]
            lone = next(iter(bodies.values())) if len(bodies) == 1 else None
            for actor in {bodies.get(land, lone) for land in owners or ("",)} & set(lexicon.actors):
                added.append(Mention(at, stop, actor=actor, kind="government_body"))
    return sorted([*found, *added], key=lambda m: (m.start, m.actor or ""))


def _rows(plain: str) -> Iterator[tuple[int, int, list[tuple[int, int, str]]]]:
    """Each row of ministries: where it stands, and each of them at its words."""
    pattern, word, kinds = _patterns()
    for row in pattern.finditer(plain):
        stretch = str(row.lastgroup) if not row["ar"] else "ar"
        start, end = row.span(stretch)
        named = [(m.start(), m.end(), kinds[m.group()]) for m in word.finditer(plain, start, end)]
        if named:
            first, _, kind = named[0]
            named[0] = (row.start("head") if row["ar"] else first, named[0][1], kind)
            yield row.start(), row.end(), named


def _owners(
    text: Text, start: int, end: int, found: Sequence[Mention], lexicon: Lexicon, home: Side | None
) -> tuple[str, ...]:
    """Whose they are: «في العراق وسوريا» makes them of both."""
    if _BOTH_AR.match(text.plain, end):
        return ("iq", "sy")
    near = _LAND_AR.match(text.plain, end) or _LAND_BEHIND.match(text.plain, end)
    near = near or _LAND_EN.search(text.plain, max(0, start - _REACH), start)
    land = _LANDS[near["of"]] if near else owner_of(text, start, found, lexicon, home)
    return (land,) if land else ()


@functools.cache
def _table() -> Mapping[str, Mapping[str, str]]:
    rows = read_yaml("nations.yaml")["ministries"]
    return {name: row["actors"] for row in rows for name in (*row["ar"], *row["en"])}


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, str]]:
    """A row of ministries, one of them, and which each is."""
    rows = read_yaml("nations.yaml")["ministries"]
    arabic = "|".join(sorted((n for r in rows for n in r["ar"]), key=len, reverse=True))
    english = "|".join(sorted((n for r in rows for n in r["en"]), key=len, reverse=True))
    joined = rf"(?:{english})(?:,? and (?:the )?(?:{english})|, (?:the )?(?:{english}))*"
    row = regex(
        rf"(?<!\w)[وفبلك]?(?P<head>وزارتي|وزارتا|وزارات) (?P<ar>(?:ال)?(?:{arabic})(?:(?: |، )و(?:ال)?(?:{arabic}))*)(?!\w)"
        rf"|\b(?P<en>{joined}) ministries\b|\bministries (?:of|for) (?:the )?(?P<of>{joined})\b"
    )
    kinds = {name: name for r in rows for name in (*r["ar"], *r["en"])}
    return row, regex(rf"(?<=ال)(?:{arabic})|\b(?:{english})\b"), kinds
