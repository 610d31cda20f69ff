"""Holders of one office of several states: "the interior ministers of Iraq, Syria and Jordan", "his Iraqi and Syrian
counterparts", «وزراء خارجية العراق وسوريا وتركيا». PURE."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ingest.coding.bodies import nations
from ingest.coding.both_ministers import OFFICES
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Text

_ROW = regex(
    r"\b(?P<en>foreign|interior|defen[cs]e|justice) ministers (?:of|from) (?:\w+, ){0,5}\w+,? and \w+\b"
    r"|(?<!\w)[وفبل]?وزراء (?:ال)?(?P<ar>خارجيه|داخليه|دفاع|عدل) (?:كل من )?\w+(?:،? و\w+|، \w+){1,5}"
)
_COUNTERPARTS = regex(
    r"\b(?:his|her) \w+(?:, \w+)*,? and \w+ (?:counterparts|opposite numbers)\b|(?<!\w)[وبل]?نظ(?:راء|رايه|راءه|يريه)ه? (?:ال)\w+(?:،? و(?:ال)\w+)+"
)


def with_many(text: Text, found: Sequence[Mention], lexicon: Lexicon, day: date) -> list[Mention]:
    """The mentions, and in place of each state's name in such a row the one who holds the office on the day."""
    known = list(found)
    for start, end, kind in _rows(text.plain, found, lexicon, day):
        for n, mention in enumerate(known):
            state = _state(mention) if start <= mention.start and mention.end <= end else None
            person = _holder(state, kind, lexicon, day) if state else None
            if person is not None and not any(m.actor == person for m in known):
                known[n] = replace(mention, actor=person, place=None, kind="person", adjective=False)
    return known


def _rows(plain: str, found: Sequence[Mention], lexicon: Lexicon, day: date) -> Iterator[tuple[int, int, str]]:
    """Where such a row stands, and of which office it is: of the one who has counterparts, his own."""
    for match in _ROW.finditer(plain):
        name = match["en"] or match["ar"]
        yield *match.span(), next(kind for kind, words in OFFICES.items() if any(re.fullmatch(w, name) for w in words))
    for match in _COUNTERPARTS.finditer(plain):
        men = [m.actor for m in found if m.kind == "person" and m.actor and m.end <= match.start()]
        office = lexicon.office_of(men[-1], day) if men else None
        kind = office.org.partition("_")[2] if office else ""
        if kind in OFFICES:
            yield *match.span(), kind


def _state(mention: Mention) -> str | None:
    """The state that a name is of."""
    if mention.kind == "country" and mention.actor:
        return mention.actor
    if mention.actor in ("iq_gov", "sy_gov"):
        return mention.actor[:2]
    return mention.place[2:] if mention.place and mention.place.startswith("c_") else None


def _holder(state: str, kind: str, lexicon: Lexicon, day: date) -> str | None:
    body = f"{state}_{kind}"
    post = nations()["counterpart_offices"].get(body)
    if post is None:
        posts = sorted(o for o in lexicon.offices if o.startswith(f"{body}:") and "minister" in o)
        post = posts[0] if len(posts) == 1 else None
    return lexicon.holder(post, day) if post in lexicon.offices else None
