"""Which subjects the type of an act adds to the words of its clauses, and which it takes away. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.codebook import EventType, Theme
from ingest.coding.borders import border_of
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.rules import TALKS

Found = dict[Theme, tuple[Clause, int, int]]

_SPOKEN = (*TALKS, EventType.AGREEMENT, EventType.STATEMENT)
_HOMEWARD = (EventType.REPATRIATION, EventType.REFUGE, EventType.AMNESTY)
_NO_LINE = regex(
    r"\W?(?:crossings?|posts?|points?|gates?|ports?|town|trade|terminal|hall|economies|with (?!iraq|syria))"
)
"""«border crossing»: a gate, whose name is no subject."""
_GATE_OF = regex(r"(?:معبر|معابر|منفذ|منافذ)\S*(?: \S+)? $")
_FREIGHT = regex(r"\b(?:trucks?|lorr(?:y|ies)|freight|merchandise|trailers|tankers|shipments?)\b")
_ORDNANCE = regex(
    r"\b(?:missiles?|explosives|machine guns|kalashnikovs?|rockets?|rpgs?|mortars?|firearms?|grenades?|mines|artillery|tnt|c-?4)\b"
)
_TIP = regex(r"\b(?:intelligence|information|surveillance|tip-?offs?|tipped|wiretaps?)\b")
_LINE_ONLY = regex(r"\b(?:border|frontier|infiltrat\w+)\b")
_TRESPASS = regex(
    r"\b(?:airspace|violat\w+|incursions?|trespass\w*)\b|\bfrom (?:inside |within )?(?:iraqi|syrian) (?:territory|soil|territories)\b"
    r"|\bfrom (?:inside|within|across) (?:iraq|syria|the border)\b"
)
"""What crosses the line uninvited: fire, drones, patrols."""


def settle_subjects(kind: EventType, found: Found, own: Sequence[Clause], told: Sequence[Clause]) -> None:
    """Mend the subjects found in the clauses of an act. `own`: those that tell it; `told`: those that follow on it too."""
    if kind in _SPOKEN:
        _line(found, told)
    if kind in _HOMEWARD:
        found.pop(Theme.COUNTER_ISIS, None)
        found.pop(Theme.ARMS, None)
    if kind is EventType.JOINT_OPERATION:
        _word(found, Theme.INTELLIGENCE, _TIP, told)
        if not any(_LINE_ONLY.search(c.plain) for c in own):
            found.pop(Theme.BORDER_SECURITY, None)
    if kind is EventType.INCIDENT:
        _word(found, Theme.SOVEREIGNTY, _TRESPASS, own)
    if kind is EventType.CROSSING_STATUS:
        _word(found, Theme.TRADE, _FREIGHT, told)
    if kind is EventType.BORDER_OPERATION:
        _word(found, Theme.ARMS, _ORDNANCE, told)
    if kind is EventType.AMNESTY:
        _returned(found, told)


def _line(found: Found, told: Sequence[Clause]) -> None:
    """Who talks of the border talks of its security; of a crossing, of traffic."""
    for clause in told if Theme.BORDER_SECURITY not in found else ():
        at = border_of(clause)
        if at is None or _GATE_OF.search(clause.before(at[0], 24)):
            continue
        if not _NO_LINE.match(clause.text.plain, at[1]):
            found[Theme.BORDER_SECURITY] = (clause, *at)
            return


def _word(found: Found, theme: Theme, words: re.Pattern[str], clauses: Sequence[Clause]) -> None:
    for clause in clauses if theme not in found else ():
        at = words.search(clause.text.plain, clause.start, clause.end)
        if at is not None:
            found[theme] = (clause, *at.span())
            return


def _returned(found: Found, told: Sequence[Clause]) -> None:
    """Soldiers who settle their status had fled, and came back."""
    for clause in told if Theme.REFUGEES not in found else ():
        for word in clause.of("pop_sy_soldiers"):
            if clause.text.plain[word.stem] < "\u0600":
                found[Theme.REFUGEES] = (clause, word.start, word.end)
                return
