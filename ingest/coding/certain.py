"""Whose part the grammar settles, whatever a model of names makes of it: agents of a passive verb. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.codebook import Part
from ingest.coding.event_types import Happening
from ingest.coding.roles import Who
from ingest.coding.rules import MOVEMENTS

_OF_IT = r"(?:(?:an? |the )?(?:[\w-]+ ){1,4}(?:of|from) )?(?:the |iraq's |syria's |iraqi |syrian )?$"
_TAKEN_IN = re.compile(
    r"\b(?:received|let in|let through|let across|allowed in|taken in|admitted|sheltered|welcomed|housed|put up)"
    rf"(?: (?!by\b)[\w-]+){{0,3}} by {_OF_IT}"
)
_MOVED = re.compile(
    r"\b(?:flown|airlifted|moved|transferred|transported|evacuated|shipped|relocated|handed over|extradited|deported)"
    r"\b[^.;:]{0,90}\bby (?:the )?$"
)
_REACH = 140


def settled_by_grammar(happening: Happening, ruled: Sequence[Who], weighed: Sequence[Who]) -> list[Who]:
    """The weighed cast, in which who takes people in, or moves them, by the words right before keeps that part."""
    if happening.type not in MOVEMENTS:
        return list(weighed)
    sure = {w.key: w for w in ruled if _is_sure(w)}
    kept = [sure.pop(w.key, w) for w in weighed]
    return [*kept, *sure.values()]


def _is_sure(who: Who) -> bool:
    """Whether the verb right before a name says what it does."""
    before = who.clause.before(who.start, _REACH)
    if who.part is Part.HOST:
        return _TAKEN_IN.search(before) is not None
    return who.part is Part.INITIATOR and _MOVED.search(before) is not None
