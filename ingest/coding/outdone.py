"""Who stands back behind whom the model of names joins: a government or ministry behind the body of its own. PURE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from events.codebook import EventType, Part
from ingest.coding.guests import another_call
from ingest.coding.regexes import regex
from ingest.coding.roles import Roles, Who
from ingest.coding.rules import TALKS
from ingest.coding.soldiery import is_soldiers
from ingest.coding.strikes import STRIKE

_ACTING = (Part.INITIATOR, Part.HOST)
_NOT_ACTING = (Part.TARGET, Part.MENTIONED)
_BY_BODIES = frozenset((EventType.INTELLIGENCE_SHARING, EventType.JOINT_OPERATION))
"""What states do by their services alone: no government stands beside one of its own."""
_RAIDS = frozenset((EventType.JOINT_OPERATION, EventType.BORDER_OPERATION))
"""What takes men who are free: suspects, and no prisoners besides."""
_FORCES = {"iq_armed_forces": "IQ", "us_forces": "US"}
"""All the forces of a side: any unit of theirs is named instead."""
_TOGETHER = frozenset((EventType.MEETING, EventType.JOINT_OPERATION, EventType.AGREEMENT, EventType.CALL))
"""What takes two."""
_AND = regex(r"\s*(?:و|and|and the)\s*")

_AND_MAN = regex(
    r"\s*و(?:قايد |امر |رييس |مدير |ممثل )?|,? and (?:the )?(?:head|commander|chief|director) of (?:the )?"
)


def without_outdone(roles: Roles, cast: Sequence[Who], weighed: Sequence[Who]) -> list[Who]:
    """The weighed names without those that rules cast and that one joined since stands for: "Iraq has sent troops … two
    border guard battalions took up positions"."""
    ruled = {w.key for w in cast if w.part is not Part.MENTIONED}
    joined = [w for w in weighed if w.actor and w.key not in ruled and w.part not in _NOT_ACTING]
    told = {id(d.clause) for d in roles.happening.body}
    new = [w for w in joined if w.key not in {c.key for c in cast}]
    elsewhere = {w.key for w in new if any(_told_as(roles, o, w, told) for o in weighed if o.key in ruled)}
    if roles.happening.type is EventType.CALL:
        others = {id(d.clause) for d in roles.happening.body if another_call(d)} - {id(roles.happening.first.clause)}
        left = [w for w in weighed if w.key in ruled or id(w.clause) not in others]
        weighed = left if len({roles.rolled(w) for w in left}) > 1 else list(weighed)
    weighed = [*weighed, *_with_them(roles, cast, weighed), *_its_doer(roles, cast, weighed)]
    weighed, joined = ([w for w in row if w.key not in elsewhere] for row in (weighed, joined))
    speaks = roles.happening.type is EventType.STATEMENT
    above = {
        (higher, part)
        for one in joined
        for higher in _above(roles, one.actor or "")
        for part in {one.part, Part.PARTICIPANT}
        if not speaks or roles.is_person(one)
    }
    if roles.happening.type in _BY_BODIES:
        joined = [w for w in weighed if w.actor and w.part not in _NOT_ACTING and not roles.is_person(w)]
    if roles.happening.type is EventType.INCIDENT and ("isis", Part.INITIATOR) in {(w.actor, w.part) for w in weighed}:
        weighed = [w for w in weighed if w.actor or w.part is not Part.INITIATOR]  # "gunmen", who are its men
    jail = any(c.has("escape", "facility") for c in roles.speech.clauses)
    if roles.happening.type in _RAIDS and not jail and any(w.actor == "pop_suspects" for w in weighed):
        weighed = [w for w in weighed if w.actor != "pop_isis_detainees" or w.key in ruled]
    if "pop_migrants" in ruled and "pop_suspects" not in ruled:
        weighed = [w for w in weighed if w.actor != "pop_suspects"]
    return [
        w
        for w in _without_soldiers(roles, weighed)
        if w.part in _NOT_ACTING
        or not ((w.actor, w.part) in above and not roles.is_state(w) or any(_instead(roles, one, w) for one in joined))
    ]


def _with_them(roles: Roles, cast: Sequence[Who], weighed: Sequence[Who]) -> Iterator[Who]:
    """The states that rules cast in one breath with one that stays: "Iraq and Syria had announced …"."""
    acting = [w for w in weighed if w.part not in _NOT_ACTING]
    yield from _other_side(roles, cast, acting)
    if roles.happening.type not in _TOGETHER or not all(_a_state(roles, w) for w in acting):
        return
    kept, sides = {w.key for w in acting}, {roles.rolled(w) for w in acting}
    states = [w for w in cast if w.part is not Part.MENTIONED and roles.is_state(w)]
    for one in states:
        if one.key in kept or roles.rolled(one) in sides:
            continue
        beside = (w for w in states if w.key in kept and w.clause is one.clause)
        if any(_AND.fullmatch(one.clause.text.plain, *_between(one, other)) for other in beside):
            yield one


def _without_soldiers(roles: Roles, weighed: Sequence[Who]) -> list[Who]:
    """Soldiers of a nation stand back behind a force of its side that is named by itself: they are its men."""
    men = [w for w in weighed if is_soldiers(w.clause.text, w.start, w.end)]
    named = [w for w in weighed if w.actor and w not in men]
    units = {roles.rolled(w) for w in named if roles.lexicon.actors[w.actor or ""].kind == "military_unit"}
    return [w for w in weighed if w not in men or roles.rolled(w) not in units]


def _its_doer(roles: Roles, cast: Sequence[Who], weighed: Sequence[Who]) -> Iterator[Who]:
    """ "Iraqi forces, backed by …, arrested", "Turkish drones hit …": who by the rules did it, where nobody else of that
    side stays."""
    sides = {roles.rolled(w) for w in weighed if w.part not in _NOT_ACTING}
    if roles.happening.type in TALKS or any(w.part is Part.INITIATOR for w in weighed):
        return
    told, known = {id(d.clause) for d in roles.happening.body}, {w.key for w in weighed}
    for one in cast:
        forces = one.actor in _FORCES and roles.rolled(one) not in sides
        strikes = roles.happening.type is EventType.INCIDENT and STRIKE.match(one.clause.text.plain, one.start)
        if one.part is Part.INITIATOR and (forces or strikes) and one.key not in known and id(one.clause) in told:
            yield one


def _other_side(roles: Roles, cast: Sequence[Who], acting: Sequence[Who]) -> Iterator[Who]:
    """Talks take two: where all who stay are of one side, whom rules cast of the other in one breath with one of them:
    «وقع قائد القوة الفلاني وآمر قوات الجانب الآخر»."""
    sides = {roles.rolled(w) for w in acting}
    if roles.happening.type not in TALKS or len(sides) != 1:
        return
    for one in cast:
        if one.part in _NOT_ACTING or roles.rolled(one) in sides or _a_state(roles, one):
            continue
        kept = {w.actor for w in acting if w.actor and w.clause is one.clause}
        named = (m for m in one.clause.mentions if roles.actor_of(m) in kept)
        if any(_AND_MAN.fullmatch(one.clause.text.plain, m.end, one.start) for m in named if m.end <= one.start):
            yield one


def _a_state(roles: Roles, who: Who) -> bool:
    """Whether it is a government, or any country."""
    return roles.is_state(who) or (who.actor is not None and roles.lexicon.actors[who.actor].kind == "country")


def _between(one: Who, other: Who) -> tuple[int, int]:
    """What stands between two names."""
    return min(one.end, other.end), max(one.start, other.start)


def _told_as(roles: Roles, forces: Who, one: Who, told: AbstractSet[int]) -> bool:
    """Whether all forces of a side do, where the act is told, what one of its bodies named elsewhere would do: "American
    planes flew … CENTCOM had spoken of 7,000"."""
    same = forces.part is one.part and roles.rolled(forces) is roles.rolled(one)
    aside = id(one.clause) not in told and one.clause.has("background")
    return forces.actor in _FORCES and same and id(forces.clause) in told and aside


def _above(roles: Roles, actor: str) -> Iterator[str]:
    """The bodies over one, and over him who heads it."""
    office = roles.lexicon.office_of(actor, roles.day) if roles.lexicon.actors[actor].kind == "person" else None
    current = office.org if office else roles.lexicon.actors[actor].parent
    seen = {actor}
    while current in roles.lexicon.actors and current not in seen:
        seen.add(current)
        yield current
        current = roles.lexicon.actors[current].parent


def _instead(roles: Roles, one: Who, other: Who) -> bool:
    """Whether a body does in the same part what its state, or all its forces, were said to do."""
    by_bodies = roles.happening.type in _BY_BODIES and roles.is_state(other)
    if one is other or roles.rolled(one) is not roles.rolled(other) or (one.part is not other.part and not by_bodies):
        return False
    if other.actor in _FORCES:
        return one.actor is not None and roles.lexicon.actors[one.actor].kind == "military_unit"
    acting = other.part in _ACTING or roles.happening.type in _BY_BODIES
    return acting and roles.is_state(other) and not roles.is_state(one)
