"""Planned, under way, done, called off or denied: the words around a trigger tell. PURE."""

from __future__ import annotations

import re

from events.codebook import Modality
from ingest.coding.cues import cues

_REACH = {Modality.DENIED: 60, Modality.CANCELLED: 30, Modality.PLANNED: 60, Modality.ONGOING: 25}
"""Characters before a trigger within which a cue bears on it."""
_AFTER = 45
_NEXT = re.compile(r"(?:المقبل|المقبله|القادم|القادمه|next (?:week|month|\w+day)|tomorrow|غدا)(?!\w)")


def read_modality(text: str, start: int, end: int, trigger: tuple[int, int]) -> tuple[Modality, tuple[int, int] | None]:
    """The modality of a trigger in the sentence [start, end), and where its cue stands (None: no cue, it is done)."""
    for modality, reach in _REACH.items():
        pattern = cues().modality[modality]
        first = max(start, trigger[0] - reach)
        found = list(pattern.finditer(text, first, trigger[1]))
        if found:
            return modality, found[-1].span()
    coming = _NEXT.search(text, trigger[1], min(end, trigger[1] + _AFTER))
    return (Modality.PLANNED, coming.span()) if coming else (Modality.DONE, None)
