"""Which state holds the talks to come: «ستستضيف تركيا الاجتماع المقبل», "Turkey will host the next round". PURE."""

from __future__ import annotations

from events.codebook import EventType, Modality
from ingest.coding.event_types import Happening
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.where import Where

_HOSTS_BEHIND = regex(
    r"(?: (?:ان|عن)?ها?)? ?س?[يت]ستضيف(?!\w)| (?:will|would|is to|are to|said it (?:will|would)|offered to|agreed to|plans to) host\b"
)
_HOSTS_BEFORE = regex(r"(?<!\w)(?:و|ف|ان )?س?[يت]ستضيف(?:ه|ها)? $|\b(?:hosted by|to be held by) $")
_HELD_IN = regex(
    r"(?<!\w)(?:س?[يت]عقد|عقد|انعقاد|ستلتيم|سيلتيم)\w*(?: [^\s،.]+){0,3} (?:في |ب)$|\b(?:held|take place|convene|meet|meeting|round|talks) in $"
)
MOST_OF_TWO = 2
"""Of talks of more than two nobody says that all will come again."""


def holder(happening: Happening) -> Mention | None:
    """The name of the state, other than the two, that will hold the talks which a clause tells of."""
    first = happening.first
    if happening.type is not EventType.MEETING or first.modality is not Modality.PLANNED:
        return None
    for mention in first.clause.mentions:
        country = mention.kind == "country" or (mention.place or "").startswith("c_")
        if not country or mention.adjective:
            continue
        before, after = first.clause.before(mention.head, 40), first.clause.after(mention.end, 40)
        if _HOSTS_BEHIND.match(after) or _HOSTS_BEFORE.search(before) or _HELD_IN.search(before):
            return mention
    return None


def held_in_land(happening: Happening, lexicon: Lexicon) -> Where | None:
    """That state as the place of the talks, unless a town of it is named."""
    mention = holder(happening)
    clause = happening.first.clause
    if mention is None or any(m.place and not m.place.startswith("c_") and m is not mention for m in clause.mentions):
        return None
    place = lexicon.places.get(mention.place or f"c_{mention.actor}")
    return Where(place, clause, mention.start, mention.end) if place else None
