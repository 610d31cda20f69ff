"""Talks to come that are told by who will hold them: «ستستضيف تركيا الاجتماع الثاني», "Turkey will host the next round". PURE."""

from __future__ import annotations

from events.codebook import EventType
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_HOSTED = regex(
    r"(?<!\w)(?:و|ان |علي ان )?(?P<ar>س?[يت]ستضيف) (?:[^\s،.]+ ){1,7}?(?:ال)?(?:اجتماع|جوله|قمه|لقاء|مباحثات|محادثات|موتمر)\w*(?!\w)"
    r"|\b(?P<en>(?:will|would|is to|is due to|is set to|has agreed to|offered to) host) (?:[\w-]+ ){0,4}?(?:meeting|round|talks|summit|conference)\b"
)
_TO_COME = regex(r"(?:ال)?(?:مقبل|قادم)|(?<!\w)س[يت]|\b(?:will|would|is to|due|set|agreed|offered)\b")


def hosted(clause: Clause) -> tuple[Word, EventType] | None:
    """The word by which talks to come are told, where no rule knows another."""
    found = _HOSTED.search(clause.text.plain, clause.start, clause.end)
    if found is None or not _TO_COME.search(clause.plain):
        return None
    start, end = found.span(found.lastgroup or 0)
    return Word(start, end, start, frozenset(("planned",))), EventType.MEETING
