"""Holders of offices by the title alone: "the Minister of Interior", of the country the text speaks of. English. PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from datetime import date

from events.codebook import ROLLED_UP, Side
from ingest.coding.bare_bodies import owner_of
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention, touching
from ingest.coding.regexes import regex
from ingest.coding.text import Text
from ingest.coding.words import read_yaml

_HINTS = ("minister", "chief", "premier", "commander", "intelligence", "advis")
_BEFORE = 44
"""Characters before a title within which it is told whose it is."""
_OWN = regex(
    r"\b(?P<of>iraq|syria|baghdad|damascus)(?:i|n|['’]s?)?(?: intelligence)? (?:(?:new|interim|caretaker|then|transitional|acting|army['’]s|military['’]s|armed forces['’]) )*$"
)
_BARE = regex(r"(?:^|[.!?\n:;–—|/\"“”] ?|\b(?:the|and|country's|his|its|their),? |, )$")
"""What stands before a title that nobody's name goes ahead of."""
_ITS = regex(r"\b(?:its|their|his|country's) $")
_AND = regex(r"(?:,| and|, and|,? as well as|,? along with)? (?:the )?")
_AIDE = regex(
    r"\b(?:spokes\w+|office|advis[eo]rs?|deputy|deputies|assistants?|aides?|envoy|secretary|representative|undersecretary|nominee|candidate|post|position|title|role|job|choice)\b(?: to| of| for| as)?(?: the| a)? $"
    r"|\b(?:former|ex|ousted|next|future|first|previous|new|as|become|becoming|vice|deputy|an?)[ -]$"
)
"""Whose man it is, or what somebody was or will be."""
_OTHERS = regex(r"(?: of (?!(?:the republic of )?iraq\b|syria\b|the (?:army|armed)\b)|['’]s? (?!media\b)|-)(?:\w+)")
_NAME_BEHIND = regex(r",? (?:(?:[A-Z][a-z]{0,5}\.? )*[A-Z][\w’'-]+ (?:al-|Al |al |El )?[A-Z])")
_BODIES = ("government_body", "military_unit")
_POSSESSIVES = ("'s ", "’s ", "' ", "’ ")
_SIDES = {Side.IQ: "iq", Side.SY: "sy", Side.SY_FORMER: "sy"}
_LANDS = {"iraq": "iq", "baghdad": "iq", "syria": "sy", "damascus": "sy"}


def with_offices(text: Text, found: Sequence[Mention], lexicon: Lexicon, day: date, home: Side | None) -> list[Mention]:
    """The mentions, and the holders of the day of offices that are named by their title alone; `home`: the country that
    the text is told from."""
    known = list(found)
    if not any(hint in text.plain for hint in _HINTS) or (found and text.plain[found[0].start] > "\u0600"):
        return known
    pattern, posts = _posts()
    for match in pattern.finditer(text.plain):
        start, end = match.span()
        before = text.plain[max(0, start - _BEFORE) : start]
        over = [m for m in known if m.start < end and start < m.end]
        if (
            any(m.kind not in _BODIES or m.end == end for m in over)
            or _AIDE.search(before)
            or _OTHERS.match(text.plain, end)
            or _named(text, end, known)
        ):
            continue
        land = _land(text, start, before, known, lexicon, home)
        office = posts[match.group()].get(land or "", "")
        person = lexicon.holder(office, day) if office in lexicon.offices else None
        if person is not None:
            known = [m for m in known if m not in over and not _heads(text, m, start)]
            known.append(Mention(start, end, actor=person, kind="person", office=office))
    return sorted(known, key=lambda m: m.start)


def _land(
    text: Text, start: int, before: str, known: Sequence[Mention], lexicon: Lexicon, home: Side | None
) -> str | None:
    """Of which of the two countries the office is: its owner's, his who stands beside, that of the report."""
    own = _OWN.search(before)
    if own is not None:
        return _LANDS[own["of"]]
    if not _BARE.search(before):
        return None
    if _ITS.search(before):
        return owner_of(text, start, known, lexicon, home)
    beside = next((m for m in known if m.kind == "person" and _AND.fullmatch(text.plain, m.end, start)), None)
    if beside is not None and beside.actor:
        side = lexicon.actors[beside.actor].side
        return _SIDES.get(ROLLED_UP.get(side, side))
    return _SIDES[home] if home in _SIDES else owner_of(text, start, known, lexicon, home)


def _heads(text: Text, mention: Mention, start: int) -> bool:
    """Whether it is the body whose head the title names: "the Syrian army's chief of staff"."""
    return mention.kind in _BODIES and text.plain[mention.end : start] in _POSSESSIVES


def _named(text: Text, end: int, known: Sequence[Mention]) -> bool:
    """Whether his name stands right behind."""
    if any(m.kind == "person" and touching(text, end, m.start) for m in known):
        return True
    first, last = text.folded.span(end - 1, end)
    return _NAME_BEHIND.match(text.original, last) is not None


@functools.cache
def _posts() -> tuple[re.Pattern[str], Mapping[str, Mapping[str, str]]]:
    """The expression of all titles, and per title which office it is in which country."""
    rows = read_yaml("nations.yaml")["posts"]
    posts = {name: row["offices"] for row in rows for name in row["en"]}
    names = "|".join(sorted(map(re.escape, posts), key=len, reverse=True))
    return regex(rf"\b(?:{names})\b"), posts
