"""What one clause most likely tells: a fitted model of clauses, for second events that no rule knows. PURE."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence

from events.codebook import DatePrecision, EventType, Side
from ingest.coding.apart import goes_into
from ingest.coding.counts import find_numbers
from ingest.coding.event_types import Draft, Happening, drafts_of
from ingest.coding.fitted import NONE, WORD, Model, model, shares, stem
from ingest.coding.guessing import speaks_most
from ingest.coding.lexicon import Lexicon
from ingest.coding.misread import misread
from ingest.coding.modality import read_modality
from ingest.coding.opposing import wish_zones
from ingest.coding.outcomes import at_once, only_agreed_on
from ingest.coding.reading import Clause
from ingest.coding.tenses import BY_WORD, told_modality
from ingest.coding.words import Word

FILE = "sentences.json"
Around = Mapping[int, Collection[str]]
"""Features of each clause (by id) that tell what stands around it."""
LIKELY, INSTEAD = 0.3, 0.4
"""P(type) from which a clause that nothing else tells of is an event told beside the main one; and from which a clause that
does not tell what a rule found in it tells that."""
_CLEAR = 4
"""Log odds from which an article as a whole is clear."""
_ORDERS = (0, 2, 5)
_LENGTH, _LONGEST = 60, 4
"""Sentences, and characters of a clause, by which it is told where it stands and how long it is."""
HARDLY = 0.3
"""P of its own type below which what a rule found in a clause is not believed."""
_APART = 0.1
"""The same of what is told beside the news on a day of its own."""
_FOLLOWING = 3
"""Sentences behind an event found late that may go on telling of it."""
_MISSION = ("embassy", "ambassador", "relations", "credentials")


def its_clauses(clauses: Sequence[Clause], found: Happening, owners: Mapping[int, Happening]) -> list[Clause]:
    """The clause of an event found late, and those behind it that are nobody else's."""
    at = next(n for n, c in enumerate(clauses) if c is found.first.clause)
    mine = [clauses[at]]
    for clause in clauses[at + 1 : at + 1 + _FOLLOWING]:
        if id(clause) in owners or clause.titular or clause.has("background"):
            break
        mine.append(clause)
    return mine


def surroundings(told: Sequence[Clause], article: Mapping[str, float]) -> Around:
    """The acts that rules find in the headline, in the clause before, and in all before, and what the article looks like
    as a whole by its `prior.shares`."""
    looks = {kind: odds for kind, share in article.items() if (odds := _odds(share)) > -_CLEAR}
    whole = {f"whole {kind} {odds}" for kind, odds in looks.items()}
    headline = {act.type.value for clause in told if clause.titular for act in drafts_of(clause)}
    found: dict[int, set[str]] = {}
    before: set[str] = set()
    seen: set[str] = set()
    first = True
    for clause in told:
        own = {act.type.value for act in drafts_of(clause)}
        mine = {f"headline {kind}" for kind in headline or {NONE}}
        mine.update(f"headed {kind} {kind in headline}" for kind in own)
        mine |= whole
        mine.update(f"told {kind} {looks.get(kind, -_CLEAR)}" for kind in own)
        if not clause.titular:
            if not first:
                mine.update(f"before {kind}" for kind in before or {NONE})
            mine.update(f"again {kind} {kind in seen}" for kind in own)
            mine.update(f"seen {kind}" for kind in seen)
            before, first = own, False
            seen |= own
        found[id(clause)] = mine
    return found


def _odds(share: float) -> int:
    """A probability as whole log odds, within what counts as clear."""
    if not 0 < share < 1:
        return _CLEAR if share else -_CLEAR
    return max(-_CLEAR, min(_CLEAR, math.floor(math.log(share / (1 - share)))))


def features(clause: Clause, around: Around, lexicon: Lexicon) -> set[str]:
    """Stems, pairs of stems, classes of words, kinds, countries and sides of names, what is counted, the acts that rules
    find in it and around it, how it is dated, and where it stands."""
    stems = [stem(w) for w in WORD.findall(clause.plain)]
    found = {f"s {s}" for s in stems}
    found.update(f"b {a} {b}" for a, b in zip(stems, stems[1:], strict=False))
    found.update(f"c {name}" for name in clause.classes)
    found.update(around.get(id(clause), ()))
    for mention in clause.mentions:
        found.add(f"m {mention.kind}{'~' if mention.adjective else ''}")
        if mention.actor:
            found.add(f"a {mention.actor.split('_')[0]}")
        if mention.place:
            found.add(f"p {mention.place.split('_')[0]}")
        if mention.land:
            found.add(f"l {mention.land}")
    actors = (lexicon.actors[m.actor] for m in clause.mentions if m.actor and not m.adjective)
    found.update(f"side {actor.side.value}" for actor in actors)
    found.add("lands " + "+".join(sorted({m.land for m in clause.mentions if m.land})))
    for number in find_numbers(clause.text.plain, clause.start, clause.end, False):
        found.update((f"u {number.unit.value}", f"us {number.unit.value} {number.scope.value}"))
    found.add(f"order {next((n for n in _ORDERS if clause.order <= n), 'late')}")
    found.add(f"length {min((clause.end - clause.start) // _LENGTH, _LONGEST)}")
    acts = drafts_of(clause)
    for act in acts:
        found.update(
            (
                f"d {act.type.value}",
                f"dm {act.type.value} {act.modality.value}",
                f"ds {act.type.value} {act.subordinate}",
            )
        )
    if not acts:
        found.add("d none")
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


def judged(
    happening: Happening, around: Around, lexicon: Lexicon, beside: Collection[EventType] = (), apart: bool = False
) -> Happening | None:
    """A happening as the clause that proves it tells it: itself, one of another type where that is likely, or None where
    it is hardly a telling of its type. `beside`: types that the same clause proves as well, which leave it only the
    rest of the probability; `apart`: whether it is told beside the news, on a day of its own."""
    first = happening.first
    found = shares(features(first.clause, around, lexicon), fitted())
    rest = 1 - sum(found.pop(kind, 0.0) for kind in beside if kind is not first.type)
    own = found.pop(first.type) / max(rest, HARDLY)
    found.pop(NONE)
    if own >= (_APART if apart else HARDLY):
        return happening
    if not _of_two(first.clause, lexicon):
        found.pop(EventType.JOINT_OPERATION, None)
    kind = max(found, key=lambda name: found[name])
    return _happening(first.clause, kind) if found[kind] >= INSTEAD else None


def _of_two(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether two sides may have a hand in what a clause tells: by their names, or by a word of doing it together."""
    sides = {
        m.land or lexicon.actors[m.actor].side for m in clause.mentions if m.actor and m.kind != "population_group"
    }
    return len(sides - {Side.ISIS}) > 1 or clause.has("coordination", "joint_act", "support")


def sensed(
    told: Sequence[Clause], covered: Collection[int], around: Around, lexicon: Lexicon
) -> Iterator[tuple[Happening, float]]:
    """Happenings that clauses outside `covered` (ids) likely tell, with how likely; their proof is the word that
    speaks most for the type."""
    for clause in told:
        if clause.titular or id(clause) in covered or goes_into(clause):
            continue
        found = shares(features(clause, around, lexicon), fitted())
        found.pop(NONE)
        kind = max(found, key=lambda name: found[name])
        if found[kind] < LIKELY or (kind == EventType.DIPLOMATIC_STATUS and not clause.has(*_MISSION)):
            continue
        happening = _happening(clause, kind)
        at = happening.first.start
        first = happening.first
        if only_agreed_on(first):
            continue
        word = Word(first.start, first.end, first.start, frozenset())
        if misread(clause, word, first.type):
            continue
        if not any(a <= at < b for a, b in wish_zones(clause)):
            yield happening, found[kind]


def _happening(clause: Clause, kind: str) -> Happening:
    word = speaks_most([clause], kind, "s", fitted())[1]
    told = (read_modality if EventType(kind) in BY_WORD else told_modality)(clause, word)
    modality, at = at_once(EventType(kind), told)
    draft = Draft(EventType(kind), clause, word.start, word.end, modality, at)
    return Happening(draft.type, [draft], known=True)
