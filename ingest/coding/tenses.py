"""What a clause as a whole tells: to come, called off or done, where no rule knows which of its words is the act. PURE."""

from __future__ import annotations

from events.codebook import EventType, Modality
from ingest.coding.foreseen import invited
from ingest.coding.modality import SHALL, read_modality
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_ACTS = frozenset(
    ("op", "move", "return", "meet", "visit", "receive", "call", "open", "close", "refuge", "sign", "appoint", "deploy")
    + (
        "hand_over",
        "cross",
        "withdraw",
        "takeover",
        "share",
        "resume",
        "attack",
        "order",
        "tour",
        "give_info",
        "delegation",
        "embassy",
    )
)
_CUES = {"cancelled": Modality.CANCELLED, "planned": Modality.PLANNED}
_SHALL = regex(SHALL + r"|\b(?P<e>(?:is|are) going to|(?:is|are) to be)\b")
_BARE = frozenset(("to be", "was to", "were to"))
"""«believed to be hiding»: nothing to come."""
BY_WORD = frozenset((EventType.STATEMENT, EventType.AMNESTY, EventType.APPOINTMENT, EventType.CALL))
"""What is done by being said, whatever is to come of it."""


def told_modality(clause: Clause, word: Word) -> tuple[Modality, tuple[int, int] | None]:
    """The modality of what a clause tells, `word` being its proof though it need not be its verb."""
    found = read_modality(clause, word)
    if found[0] is not Modality.DONE or _is_act(word):
        return found
    asked = invited(clause)
    if asked is not None:
        return Modality.PLANNED, asked
    acts = [w for w in clause.words if _is_act(w)]
    if acts:
        other = read_modality(clause, acts[0])
        return other if other[0] in _CUES.values() else _by_cue(clause, acts[0].start) or found
    return _by_cue(clause, clause.end) or found


def _is_act(word: Word) -> bool:
    return not word.classes.isdisjoint(_ACTS)


def _by_cue(clause: Clause, until: int) -> tuple[Modality, tuple[int, int]] | None:
    """ "Barrack is expected in Damascus": a cue of what is to come, with no act told before it."""
    for cue in clause.of(*_CUES):
        if cue.end <= until and clause.text.plain[cue.start : cue.end] not in _BARE:
            name = next(n for n in _CUES if n in cue.classes)
            return _CUES[name], (cue.start, cue.end)
    shall = _SHALL.search(clause.text.plain, clause.start, until)
    return (Modality.PLANNED, shall.span(shall.lastgroup or 0)) if shall else None
