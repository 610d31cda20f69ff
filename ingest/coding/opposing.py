"""What somebody is against is not done: «رفض زعيم … نقل المعتقلين», "the MP objected to the transfer of …". PURE."""

from __future__ import annotations

import re

from ingest.coding.reading import Clause

_AGAINST = re.compile(
    r"(?:(?:^|(?<=[\s\"،]))(?:رفضت?|[يت]رفض|عارضت?|[يت]عارض|استنكرت?|[يت]ستنكر|انتقدت?|[يت]نتقد|ندد|نددت|اعترضت?)(?!\w))"
    r"|\b(?:reject(?:ed|s)|oppos(?:ed|es)|denounc(?:ed|es)|condemn(?:ed|s)|criticis(?:ed|es)|criticiz(?:ed|es)|slamm?(?:ed|s)|object(?:ed|s) to|spoke out against)\b"
)
_OPENING, _REACH = 110, 70
"""Characters of a clause in which it says who is against something, and between him and the verb."""
_VOICES = ("person", "armed_group", "party")


def opposed(clause: Clause) -> list[tuple[int, int]]:
    """The stretch that names what a man or a faction, and no government, is against."""
    found = _AGAINST.search(clause.text.plain, clause.start, min(clause.end, clause.start + _OPENING))
    if found is None:
        return []
    who = next((m for m in clause.mentions if m.kind in _VOICES and abs(m.start - found.start()) <= _REACH), None)
    if who is None:
        return []
    arabic = clause.text.plain[found.start()] > "\u0600"
    return [(max(found.end(), who.end) if arabic else found.end(), clause.end)]
