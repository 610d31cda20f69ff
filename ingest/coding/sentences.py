"""What one clause most likely tells: a fitted model of clauses, for second events that no rule knows. PURE."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from events.codebook import DatePrecision, EventType
from ingest.coding.event_types import Draft, Happening, wish_zones
from ingest.coding.fitted import NONE, WORD, Model, model, shares, stem
from ingest.coding.guessing import speaks_most
from ingest.coding.modality import read_modality
from ingest.coding.reading import Clause
from ingest.coding.rules import TALKS

FILE = "sentences.json"
LIKELY = 0.3
"""P(type) from which a clause that nothing else tells of is an event told beside the main one."""
_SAID = frozenset((EventType.STATEMENT, *TALKS))
"""Types whose sentences name other acts, as what is talked about."""
SURE, UNLIKELY, _FOLLOWING = 0.6, 0.05, 3
"""P of another type from which, and P of its own up to which, what a rule found in a clause is not believed."""


def its_clauses(clauses: Sequence[Clause], found: Happening, owners: Mapping[int, Happening]) -> list[Clause]:
    """The clause of an event found late, and those behind it that are nobody else's."""
    at = next(n for n, c in enumerate(clauses) if c is found.first.clause)
    mine = [clauses[at]]
    for clause in clauses[at + 1 : at + 1 + _FOLLOWING]:
        if id(clause) in owners or clause.titular or clause.has("background"):
            break
        mine.append(clause)
    return mine


def features(clause: Clause) -> set[str]:
    """Stems, pairs of stems, classes of words, kinds and countries of names, and how it is dated."""
    stems = [stem(w) for w in WORD.findall(clause.plain)]
    found = {f"s {s}" for s in stems}
    found.update(f"b {a} {b}" for a, b in zip(stems, stems[1:], strict=False))
    found.update(f"c {name}" for name in clause.classes)
    for mention in clause.mentions:
        found.add(f"m {mention.kind}{'~' if mention.adjective else ''}")
        if mention.actor:
            found.add(f"a {mention.actor.split('_')[0]}")
        if mention.place:
            found.add(f"p {mention.place.split('_')[0]}")
        if mention.land:
            found.add(f"l {mention.land}")
    own = [d for d in clause.days if d.own]
    exact = any(d.precision is DatePrecision.DAY for d in own)
    found.add("dated" if exact else "period" if own else "undated")
    found.add("lead" if clause.lead else "rest")
    if clause.bordering:
        found.add("bordering")
    return found


def fitted() -> Model:
    """The model of clauses."""
    return model(FILE)


def doubted(happening: Happening) -> Happening | None:
    """What the clause that proves a happening likely tells instead of it; None where that is not sure."""
    first = happening.first
    if first.type in _SAID:
        return None
    found = shares(features(first.clause), fitted())
    own = found.pop(first.type)
    kind = max(found, key=lambda name: found[name])
    if kind == NONE or found[kind] < SURE or own > UNLIKELY or EventType(kind).family is first.type.family:
        return None
    return _happening(first.clause, kind)


def sensed(told: Sequence[Clause], covered: Collection[int]) -> Iterator[tuple[Happening, float]]:
    """Happenings that clauses outside `covered` (ids) likely tell, with how likely; their proof is the word that
    speaks most for the type."""
    for clause in told:
        if clause.titular or id(clause) in covered:
            continue
        found = shares(features(clause), fitted())
        found.pop(NONE)
        kind = max(found, key=lambda name: found[name])
        if found[kind] < LIKELY:
            continue
        happening = _happening(clause, kind)
        at = happening.first.start
        if not any(a <= at < b for a, b in wish_zones(clause)):
            yield happening, found[kind]


def _happening(clause: Clause, kind: str) -> Happening:
    word = speaks_most([clause], kind, "s", fitted())[1]
    modality, at = read_modality(clause, word)
    draft = Draft(EventType(kind), clause, word.start, word.end, modality, at)
    return Happening(draft.type, [draft], known=True)
