"""Who is carried or received: a unit flown to its raid is handed to nobody, those brought home are no guests. PURE."""

from __future__ import annotations

from events.codebook import EventType
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_MOVES = frozenset((EventType.DETAINEE_TRANSFER, EventType.REPATRIATION, EventType.REFUGE))
_MEN = r"\b(?:units?|forces?|teams?|troops|commandos|soldiers|paratroopers|squads?|agents|officers|operatives)"
_FORCE, _FORCE_IS = regex(rf"{_MEN} $"), regex(rf"{_MEN} (?:(?:was|were|is|are|has|have|had|been|being) )+$")
_RAID = r"[^.;]{0,90}\b(?:captur|arrest|seiz|raid|kill|storm|hunt|detain|nab|strike|hit)\w*"
_TO_RAID = regex(rf"(?:flown|airlifted|moved|ferried|transported|landed|dropped)\b{_RAID}")
_GOES_TO_RAID = regex(
    rf"(?:flew|fly|flies|landed|land|lands|dropped) (?:down )?(?:in|into|inside|to|across|over|on)\b{_RAID}"
)
_BROUGHT_HOME = regex(
    r"\b(?:nationals|families|returnees|people|refugees|displaced|soldiers|women|children|detainees|prisoners|inmates|convoy|batch|citizens|[\d,]+ (?:iraqis|syrians))\b"
    r"[^.;]{0,120}\b(?:was|were|been|being|are) (?:\w+ly )?$"
)


def no_captive(clause: Clause, word: Word, kind: EventType) -> bool:
    """ "An Iraqi unit was flown into Syria and captured two men": English; who raids is no captive and no returnee."""
    if kind not in _MOVES:
        return False
    before, told = clause.before(word.start, 60), clause.after(word.start, 140)
    if _FORCE_IS.search(before):
        return _TO_RAID.match(told) is not None
    return _FORCE.search(before) is not None and _GOES_TO_RAID.match(told) is not None


def no_guest(clause: Clause, word: Word, kind: EventType) -> bool:
    """ "935 nationals, who came from al-Hol, were received by the government": English; no visit."""
    passive = kind is EventType.MEETING and "received" in clause.text.plain[word.start : word.end]
    if not passive:
        return False
    at = word.start + clause.text.plain[word.start : word.end].index("received")
    return _BROUGHT_HOME.search(clause.before(at, 160)) is not None
