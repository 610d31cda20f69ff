"""Who else takes part, and who does not after all: a fitted model of the names that stand by an act. PURE.

Rules cast the parts by the words beside a name; the model weighs their choice together with where, how often and beside
whom each name stands, and decides where it is sure enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from events.codebook import EventType, Part, Side
from ingest.coding.came_after import hinged
from ingest.coding.event_types import Draft, drafts_of
from ingest.coding.fitted import NONE, WORD, model, shares, stem
from ingest.coding.mentions import Mention
from ingest.coding.nearness import GROUPS, in_a_name
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import Roles, Who
from ingest.coding.standing import standing
from ingest.coding.uncaught import only_theirs

FILE = "company.json"
STAYS, JOINS, OTHERWISE = 0.3, 0.45, 0.6
"""P of taking part below which a name that rules cast is dropped, and from which another joins; the share of that from
which its part is another than the rules'."""
_BEFALLEN_STAYS = 0.1
"""The same of a group of people that rules cast: words name it less surely than names do a body, and rules know more."""
_NEAR, _BESIDE, _FAR = 24, 8, 30
"""Characters between a name and the words, or the names, that stand by it; and within which words are looked at."""
_SIDES = {
    Side.IQ: "IQ", Side.KRG: "IQ", Side.IQ_FACTION: "IQf", Side.SY: "SY", Side.SY_FORMER: "SYf", Side.SDF: "SDF", Side.US: "US",
    Side.COALITION: "US", Side.ISIS: "ISIS",
}  # fmt: skip
_GROUPS = frozenset(GROUPS)
_BEFALLEN = _GROUPS | {"isis"}
Place = tuple[Clause, Mention]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may take part: where it stands, and the part that rules gave it, if any."""

    actor: str | None
    places: Sequence[Place]
    who: Who | None

    @property
    def part(self) -> str:
        """Its part by rule."""
        return self.who.part.value if self.who else NONE


def weighed(roles: Roles, cast: Sequence[Who], main: bool) -> list[Who]:
    """The cast that stands by the model: some dropped, some of another part, some joined."""
    found: list[Who] = []
    for candidate in candidates(roles, cast, main):
        odds = shares(features(roles, candidate, cast, main), model(FILE))
        who = _judged(roles, candidate, odds, 1 - odds.pop(NONE))
        if (
            who is None
            and candidate.who is not None
            and any(_as_one(w, candidate.who, roles.happening.type) for w in found)
        ):
            who = candidate.who
        if who is not None:
            found.append(who)
    found = _with_doer(found, cast)
    acting = any(w.part is not Part.MENTIONED for w in found)
    return found if acting or not cast else list(cast)


def _as_one(kept: Who, next_one: Who, kind: EventType) -> bool:
    """«منظمة بدر وحركة النجباء»: the second of two that rules gave one part, where the first keeps it; «تبادل الجيش العراقي
    والجيش السوري معلومات»: of those who told each other."""
    each_other = kind is EventType.INTELLIGENCE_SHARING and kept.part is Part.INITIATOR
    alike = kept.part is next_one.part or (each_other and next_one.part is Part.PARTICIPANT)
    if not alike or kept.clause is not next_one.clause or next_one.part is Part.MENTIONED:
        return False
    return _AND.fullmatch(kept.clause.text.plain, kept.end, next_one.start) is not None


_AND = regex(r" and (?:(?!by|with|from|in|on|at|to)[\w'-]+ ){0,2}(?:al-)?| و(?:(?!في|من|مع|الي|علي)\w+ ){0,2}(?:ال)?")


def _with_doer(found: list[Who], cast: Sequence[Who]) -> list[Who]:
    """Of what rules gave a doer somebody is left to do it: whoever they said, if the model has him take part at all."""
    doers = {w.key for w in cast if w.part is Part.INITIATOR}
    if not doers or any(w.part is Part.INITIATOR for w in found):
        return found
    return [replace(w, part=Part.INITIATOR) if w.key in doers and w.part is Part.PARTICIPANT else w for w in found]


def _judged(roles: Roles, candidate: Candidate, odds: dict[str, float], takes_part: float) -> Who | None:
    best = max(odds, key=lambda part: odds[part])
    who = candidate.who
    if who is None:
        return _joining(candidate, Part(best)) if takes_part >= JOINS else None
    if who.part is Part.MENTIONED:
        return replace(who, part=Part(best)) if takes_part >= JOINS else who
    if any(roles.itself(*place) for place in candidate.places if place[1].start == who.start):
        return who
    if takes_part < (_BEFALLEN_STAYS if who.actor in _BEFALLEN else STAYS):
        told = roles.saying is not None and who.actor is not None and roles.saying.claimant.actor == who.actor
        return replace(who, part=Part.MENTIONED) if told else None
    return replace(who, part=Part(best)) if odds[best] >= OTHERWISE * takes_part else who


def _joining(candidate: Candidate, part: Part) -> Who:
    clause, mention = candidate.places[0]
    return Who(candidate.actor, part, clause, mention.start, mention.end, mention.office)


def candidates(roles: Roles, cast: Sequence[Who], main: bool) -> Iterator[Candidate]:
    """Whom rules cast, in their order, and everyone else named where the happening is told."""
    named: dict[str, list[Place]] = {}
    for clause in roles.speech.clauses:
        for mention, actor, _ in roles.named(clause):
            named.setdefault(actor or clause.text.plain[mention.start : mention.end], []).append((clause, mention))
    for group, clause, mention in _befallen(roles):
        named.setdefault(group, []).append((clause, mention))
    for who in cast:
        yield Candidate(who.actor, named.pop(who.key, []), who)
    told = {id(d.clause) for d in roles.happening.drafts} | {id(c) for c in roles.follow}
    for key, places in named.items():
        near = [
            (c, m)
            for c, m in places
            if id(c) not in roles.happening.aside
            if id(c) in told or (main and c.lead and not hinged(c) and not _of_another(roles, c))
        ]
        if near:
            yield Candidate(key if key in roles.lexicon.actors else None, near, None)


def _of_another(roles: Roles, clause: Clause) -> bool:
    """Whether a clause of the body tells only of other acts, or of what was on an earlier day."""
    if clause.has("background") and any(d.own for d in clause.days):
        return True
    acts = {d.type for d in drafts_of(clause) if not d.subordinate}
    return bool(acts) and not clause.titular and roles.happening.type not in acts and EventType.STATEMENT not in acts


def _befallen(roles: Roles) -> Iterator[tuple[str, Clause, Mention]]:
    """The groups of people, and ISIS, that a text names: nobody who acts, but it may be they whom an act befell."""
    for clause in roles.speech.clauses:
        for group in sorted(clause.classes & _GROUPS):
            word = next((w for w in clause.words if group in w.classes and not in_a_name(clause, w)), None)
            if word is not None and group == "pop_suspects" and only_theirs(clause, word):
                continue
            if word is not None and group in roles.lexicon.actors:
                yield group, clause, Mention(word.stem, word.end, group, kind="population_group")
        taking = {id(m) for m, _, _ in roles.named(clause)}
        for mention in clause.mentions:
            actor = roles.actor_of(mention)
            if actor is not None and id(mention) not in taking and roles.side(actor) is Side.ISIS:
                yield actor, clause, mention


def features(roles: Roles, one: Candidate, cast: Sequence[Who], main: bool) -> set[str]:
    """The rules' part with the type, kind and side of the name, whom they cast besides, and the words where it stands."""
    kind, part = roles.happening.type.value, one.part
    sort, side = _sort(roles, one.actor), _side(roles, one.actor)
    found = {
        f"r {part}", f"rt {part} {kind}", f"rk {part} {sort}", f"rkt {part} {sort} {kind}", f"rst {part} {side} {kind}",
        f"rsk {part} {side} {sort}", f"n {part} {min(len(one.places), 3)}", f"main {part} {main}",
        f"mod {part} {roles.happening.first.modality.value}",
    }  # fmt: skip
    if one.actor:
        found |= {f"a {one.actor}", f"ra {part} {one.actor}"}
        if roles.saying is not None and roles.saying.claimant.actor == one.actor:
            found |= {f"claimant {part}", f"claimant {part} {kind} {sort}"}
    found |= set(_others(roles, one, cast, sort, side))
    found |= set(_where(roles, one, sort))
    for place in _best(roles, one)[:2]:
        found |= set(_words(part, *place))
        found |= set(_by_the_act(roles, part, sort, *place))
        found |= set(_joined(roles, part, cast, *place))
    return found


def _sort(roles: Roles, actor: str | None) -> str:
    return str(roles.lexicon.actors[actor].kind) if actor else "unknown"


def _side(roles: Roles, actor: str | None) -> str:
    return _SIDES.get(roles.side(actor), "other") if actor else "other"


def _others(roles: Roles, one: Candidate, cast: Sequence[Who], sort: str, side: str) -> Iterator[str]:
    """Whom rules cast besides: of its side, and altogether."""
    kind, part = roles.happening.type.value, one.part
    same = [w for w in cast if w.actor and w.actor != one.actor and w.part is not Part.MENTIONED]
    same = [w for w in same if _side(roles, w.actor) == side]
    acting = [w for w in cast if w.part in (Part.INITIATOR, Part.PARTICIPANT, Part.HOST)]
    yield f"same {part} {min(len(same), 2)}"
    yield f"samek {part} {sort} {min(len(same), 2)} {kind}"
    yield f"ncast {part} {min(len(acting), 4)}"
    yield f"init {part} {any(w.part is Part.INITIATOR for w in cast)} {kind}"
    yield from (f"sk {part} {sort} {_sort(roles, w.actor)}" for w in same)


def _where(roles: Roles, one: Candidate, sort: str) -> Iterator[str]:
    kind = roles.happening.type.value
    for place in {standing(roles.happening, roles.follow, clause) for clause, _ in one.places}:
        yield f"l {one.part} {place}"
        yield f"lkt {one.part} {place} {sort} {kind}"


def _best(roles: Roles, one: Candidate) -> Sequence[Place]:
    """The places that tell most: by the act in the body, in the title, or where the happening is followed up."""
    stands = [(standing(roles.happening, roles.follow, clause), place) for place in one.places for clause in place[:1]]
    acts = {id(d.clause) for d in roles.happening.drafts}
    for wanted in (
        [p for s, p in stands if s == "draft"],
        [p for s, p in stands if id(p[0]) in acts],
        [p for s, p in stands if s == "follow" or any(c is p[0] for c in roles.follow)],
    ):
        if wanted:
            return wanted
    return one.places


def _words(part: str, clause: Clause, mention: Mention) -> Iterator[str]:
    """The words right before and behind a name, and the classes of those near it."""
    before = [stem(w) for w in WORD.findall(clause.before(mention.head, _FAR))][-2:]
    behind = [stem(w) for w in WORD.findall(clause.after(mention.end, _FAR))][:1]
    if before:
        yield f"w-1 {before[-1]}"
        yield f"w-1r {part} {before[-1]}"
        yield f"w-2 {' '.join(before)}"
    for word in behind:
        yield f"w+1 {word}"
        yield f"w+1r {part} {word}"
    for word_ in clause.words:
        if abs(word_.start - mention.end) <= _NEAR or abs(mention.head - word_.end) <= _NEAR:
            at = "b" if word_.end <= mention.head else "a"
            for name in word_.classes:
                yield f"nc {at} {name}"
                yield f"ncr {part} {at} {name}"
    if mention.adjective:
        yield f"adj {part}"


def _by_the_act(roles: Roles, part: str, sort: str, clause: Clause, mention: Mention) -> Iterator[str]:
    """On which side of the act a name stands, how far from it, and what act it is."""
    draft = next((d for d in roles.happening.drafts if d.clause is clause), None)
    if draft is None:
        return
    at = "before" if mention.start < draft.start else "after"
    yield f"pos {part} {at} {min(abs(mention.start - draft.start) // _FAR, 3)}"
    yield f"posk {part} {at} {sort} {roles.happening.type.value}"
    for name in _act(draft):
        yield f"trig {at} {name} {sort}"
        yield f"trigr {part} {at} {name}"


def _act(draft: Draft) -> frozenset[str]:
    return next((w.classes for w in draft.clause.words if w.start == draft.start), frozenset())


def _joined(roles: Roles, part: str, cast: Sequence[Who], clause: Clause, mention: Mention) -> Iterator[str]:
    """What rules made of the name right before it, and of the one right behind."""
    parts = {w.actor: w.part.value for w in cast if w.actor}
    before = [m for m in clause.mentions if 0 <= mention.head - m.end <= _BESIDE]
    behind = [m for m in clause.mentions if 0 <= m.start - mention.end <= _BESIDE]
    if before:
        yield f"joined {part} {parts.get(roles.actor_of(before[-1]) or '', 'no')}"
    if behind:
        yield f"joins {part} {parts.get(roles.actor_of(behind[0]) or '', 'no')}"
