"""Which happening each clause of an article tells of. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from events.codebook import EventType
from ingest.coding.event_types import Happening
from ingest.coding.guests import held
from ingest.coding.reading import Clause
from ingest.coding.rules import TALKS
from ingest.coding.speaking import backshifted


def owners_of(clauses: Sequence[Clause], happenings: Sequence[Happening]) -> dict[int, Happening]:
    """Each clause belongs to the happening it tells of, or to the one it follows on."""
    owners: dict[int, Happening] = {}
    drafts: dict[int, list[tuple[int, Happening]]] = {}
    for happening in happenings:
        for draft in happening.drafts:
            drafts.setdefault(id(draft.clause), []).append((draft.start, happening))
    owner: Happening | None = None
    speakers = {
        m.actor: h for h in happenings if h.type is EventType.STATEMENT for m in h.first.mentions if m.kind == "person"
    }
    for clause in clauses:
        here = drafts.get(id(clause))
        speaking = [speakers[m.actor] for m in clause.mentions if m.actor in speakers]
        if speaking:
            owner = speaking[0]
        elif here:
            talks = [p for p in here if p[1].type in TALKS or p[1].type is EventType.STATEMENT]
            owner = max(talks, key=lambda p: p[0])[1] if talks else min(here, key=lambda p: (p[0], len(p[1].drafts)))[1]
        elif clause.has("background") and clause.days and not backshifted(clause):
            owner = None
        if owner is not None:
            owners[id(clause)] = owner if here else held(clause, owner, happenings)
        if owner is not None and owner.after is not None:
            owner = owner.after
    return owners
