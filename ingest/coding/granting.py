"""Leave given for an act, or an act decided and prepared: it is still to come. PURE."""

from __future__ import annotations

from events.codebook import EventType
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_GRANT = 60
"""Characters between leave given for an act and the act."""
_GRANTED = frozenset(
    (EventType.REPATRIATION, EventType.DETAINEE_TRANSFER, EventType.CROSSING_STATUS, EventType.BORDER_MEASURE)
)
_MOVED = frozenset((EventType.REPATRIATION, EventType.DETAINEE_TRANSFER, EventType.REFUGE))
_REACH = 60
_DECIDED = regex(
    r"\b(?P<d>decid(?:ed|es) to|decision to|resolved to|vow(?:ed|s) to|pledg(?:ed|es) to|offer(?:ed|s) to|prepar(?:ed|es|ing) to"
    r"|preparations? (?:[\w-]+ ){0,4}?(?:for|to)|arrangements? (?:[\w-]+ ){0,3}?for|registered for) (?:[\w'-]+ ){0,3}$"
)
"""«decided to speed up the return», «preparations were wrapped up for the departure»."""
_TO_SEND = regex(
    r"(?P<d>\b(?:(?:is|are) (?:sending|dispatching)|(?:decid|agre)(?:ed|es) to (?:send|dispatch))\b"
    r"|(?<!\w)[وف]?(?:قرر|قررت|تقرر|[يت]عتزم|[يت]نوي) (?:ارسال|ايفاد)(?!\w))[^.؛;]{0,60}$"
)
"""«قررت إيفاد وفد»; "is sending a security delegation"."""


def leave_given(clause: Clause, word: Word, kind: EventType) -> tuple[int, int] | None:
    """Where a clause tells that an act was only allowed, decided or prepared; None where it was done."""
    if kind in _GRANTED:
        granted = next((w for w in clause.of("approved") if 0 <= word.start - w.end <= _GRANT), None)
        if granted is not None:
            return granted.start, granted.end
    if kind is EventType.MEETING and "delegation" in word.classes:
        sent = _TO_SEND.search(clause.plain[: word.start - clause.start])
        return (clause.start + sent.start("d"), clause.start + sent.end("d")) if sent else None
    if kind not in _MOVED or clause.text.plain[word.stem] > "\u0600":
        return None
    start = max(clause.start, word.start - _REACH)
    decided = _DECIDED.search(clause.text.plain[start : word.start])
    return (start + decided.start("d"), start + decided.end("d")) if decided else None
