"""Where: the place of a happening, and where people were moved from and to. PURE."""

from __future__ import annotations

import re
from dataclasses import dataclass

from events.codebook import EventType, Family, PlaceKind
from ingest.coding.actors import Mention
from ingest.coding.event_types import Draft, Happening
from ingest.coding.lexicon import Lexicon, Place

_FROM = re.compile(r"(?:^|\W)(?:من|قادم\w* من|from)\s+(?:the )?$")
_TO = re.compile(r"(?:^|\W)(?:الي|نحو|صوب|to|into|towards)\s+(?:the )?$|(?<!\w)ل$")
_RANK = {
    PlaceKind.CROSSING: 0,
    PlaceKind.CAMP: 1,
    PlaceKind.PRISON: 1,
    PlaceKind.BASE: 1,
    PlaceKind.TOWN: 2,
    PlaceKind.CITY: 2,
    PlaceKind.CAPITAL: 2,
    PlaceKind.ADMIN2: 3,
    PlaceKind.ADMIN1: 4,
    PlaceKind.REGION: 5,
}


@dataclass(frozen=True, slots=True)
class Where:
    """A place and where it is named."""

    place: Place
    draft: Draft
    mention: Mention


def find_places(happening: Happening, lexicon: Lexicon) -> dict[str, Where]:
    """`place`, and for movements `origin` and `destination`, as far as the sentences tell."""
    named = [
        Where(lexicon.places[m.place], d, m) for d in happening.drafts for m in d.mentions if m.place in lexicon.places
    ]
    found: dict[str, Where] = {}
    if happening.type is EventType.CALL:
        return found
    if happening.type.family is Family.MOVEMENT and happening.type is not EventType.AMNESTY:
        for where in named:
            before = where.draft.before(where.mention.start, 16)
            if _FROM.search(before):
                found.setdefault("origin", where)
            elif _TO.search(before):
                found.setdefault("destination", where)
    moving = happening.type.family is Family.MOVEMENT
    ends = {id(w) for w in found.values()} if moving else set()
    local = [w for w in named if w.place.kind in _RANK and (id(w) not in ends or w.place.kind is PlaceKind.CROSSING)]
    start = found.get("origin")
    if (
        moving
        and start is not None
        and start.place.kind in _RANK
        and not any(w.place.kind is PlaceKind.CROSSING for w in local)
    ):
        found["place"] = start
    elif local:
        found["place"] = min(enumerate(local), key=lambda nw: (_RANK[nw[1].place.kind], nw[0]))[1]
    return found
