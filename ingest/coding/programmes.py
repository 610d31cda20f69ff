"""Batches of one programme: Iraqis who are brought home from the camps in Syria. PURE."""

from __future__ import annotations

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_BATCH = regex(
    r"(?<!\w)[وفبل]?(?:ال|لل)?(?:دفع[ها]\w*|رحل(?:ه|تين|تان|ات)|قافل(?:ه|تين)|قوافل|وجب(?:ه|ات)|عود[هت]\w*|[اي]?عاد(?:ه|تهم)|عايد\w+|ترحيل|اخلاء)(?!\w)"
    r"|\b(?:convoys?|groups?|batch(?:es)?|returns?|returnees?|trips?|repatriation)\b"
)
_OTHERS = ("pop_sy_soldiers", "pop_crossing_staff", "pop_migrants", "pop_isis_detainees")
_IRAQIS = regex(r"(?<!\w)[وبل]?(?:ال|لل)?عراقي\w*(?!\w)|\biraqis?\b")
_SYRIANS_MOVE = regex(
    r"(?<!\w)(?:ال)?(?:لاجي\w*|نازح\w*|عايل\w*|اسر\w?|سوري\w{1,2}) (?:ال)?سوري\w*|\bsyrian (?:refugees|famil|returnees|soldiers|kurd)|\bsyrians\b"
)


def of_iraqis(clause: Clause) -> bool:
    """«علّقت الوزارة الرحلة ذاتها»: a batch of Iraqis, as far as it tells."""
    if clause.has(*_OTHERS) or _SYRIANS_MOVE.search(clause.plain):
        return False
    return bool(_BATCH.search(clause.plain)) or bool(_IRAQIS.search(clause.plain))
