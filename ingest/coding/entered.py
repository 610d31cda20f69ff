"""Where people came in, when the text names a town at the line and no crossing; where a second meeting was. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from events.codebook import EventType, PlaceKind
from ingest.coding.borders import GATE_TOWNS
from ingest.coding.event_types import Happening
from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.where import Where

_NEAR = 2
"""Sentences behind the act within which the town is named."""
_GATES = {"rabia", "qaim", "fishkhabur"}
"""Towns on Iraq's side, by whose gate people come in."""
_SEATS = (PlaceKind.CAPITAL, PlaceKind.CITY, PlaceKind.CROSSING)


def way_in(happening: Happening, clauses: Sequence[Clause], at: Where | None, lexicon: Lexicon) -> Where | None:
    """ "Iraq opened its gate at Qaim to Syrian soldiers", told with no place but Syria: the crossing at that town."""
    if happening.type is not EventType.REFUGE or at is None or at.place.id != "c_sy":
        return None
    first = happening.first.clause
    near = [c for c in clauses if c.text is first.text and 0 <= c.order - first.order <= _NEAR]
    for clause in near:
        for mention in clause.mentions:
            gate = lexicon.places.get(GATE_TOWNS[mention.place]) if mention.place in _GATES else None
            if gate is not None:
                return Where(gate, clause, mention.start, mention.end)
    return None


def same_table(happening: Happening, grounds: Sequence[Where], main: bool) -> Where | None:
    """Another meeting told with the news and without a place is where the news was, if that is a place to meet."""
    if happening.type is not EventType.MEETING or main or not grounds:
        return None
    return grounds[0] if grounds[0].place.kind in _SEATS else None
