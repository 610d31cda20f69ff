"""Who stands back behind whom the model of names joins: a government or ministry behind the body of its own. PURE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from events.codebook import EventType, Part
from ingest.coding.roles import Roles, Who

_ACTING = (Part.INITIATOR, Part.HOST)
_NOT_ACTING = (Part.TARGET, Part.MENTIONED)
_BY_BODIES = frozenset((EventType.INTELLIGENCE_SHARING, EventType.JOINT_OPERATION))
"""What states do by their services alone: no government stands beside one of its own."""
_FORCES = {"iq_armed_forces": "IQ", "us_forces": "US"}
"""All the forces of a side: any unit of theirs is named instead."""


def without_outdone(roles: Roles, cast: Sequence[Who], weighed: Sequence[Who]) -> list[Who]:
    """The weighed names without those that rules cast and that one joined since stands for: "Iraq has sent troops … two
    border guard battalions took up positions"."""
    ruled = {w.key for w in cast if w.part is not Part.MENTIONED}
    joined = [w for w in weighed if w.actor and w.key not in ruled and w.part not in _NOT_ACTING]
    above = {higher for one in joined for higher in _above(roles, one.actor or "")}
    if roles.happening.type in _BY_BODIES:
        joined = [w for w in weighed if w.actor and w.part not in _NOT_ACTING and not roles.is_person(w)]
    if "pop_migrants" in ruled and "pop_suspects" not in ruled:
        weighed = [w for w in weighed if w.actor != "pop_suspects"]
    return [
        w
        for w in weighed
        if w.part in _NOT_ACTING
        or not (w.actor in above and not roles.is_state(w) or any(_instead(roles, one, w) for one in joined))
    ]


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
