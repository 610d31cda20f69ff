"""How well a value is supported: who says it, counted by independent voices. PURE.

A voice is a publisher family. Outlets that quote one side's authorities rewrite one communiqué, and a state agency is
its government's mouth: they are one voice of that side. A reliable outlet counts more than a poor one; the acting
body's own word counts for more than a paraphrase, but not more than several independent newsrooms that agree.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from events.codebook import Basis, ClaimField, CountKind, Origin, Part
from events.numbers import Number, compatible

RELIABILITY_WEIGHT = {"A": 1.0, "B": 0.9, "C": 0.75, "D": 0.5, "E": 0.3, "F": 0.6}
OWN_WORD = 1.5
"""What the official word on one's own act adds: more than one paraphrase, less than two newsrooms that agree."""
RECALLED = 0.3
OVERSTATED = 0.2
"""Weight of a headline's number that its own text contradicts."""
EXACT_SHARE = 0.6
"""An exact number stands before a rounded one when at least this share of the best support is behind it."""

_KIND_ORDER = (CountKind.EXACT, CountKind.APPROX, CountKind.AT_LEAST, CountKind.AT_MOST)


@dataclass(frozen=True, slots=True)
class Standing:
    """A live claim as adoption sees it. Ids are database keys; None where the claim has no such value.

    `family`: the publisher's, of the original where it is a reprint. `state_side`: the side of a state agency.
    `in_title`, `position`: where in its text the claim stands.
    """

    id: int
    report: int
    origin: Origin
    background: bool
    field: ClaimField
    slot: str
    asserts: bool
    basis: Basis
    confidence: float
    choice: str | None = None
    date: dt.date | None = None
    date_end: dt.date | None = None
    precision: str | None = None
    place: int | None = None
    actor: int | None = None
    name: str | None = None
    part: Part | None = None
    side: str | None = None
    office: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    kind: CountKind | None = None
    scope: str | None = None
    is_part: bool = False
    text_ar: str | None = None
    text_en: str | None = None
    claimant_actor: int | None = None
    claimant_side: str | None = None
    family: str = ""
    reliability: str = "F"
    state_side: str | None = None
    in_title: bool = False
    position: int = 0


_ACTING = (Part.INITIATOR, Part.HOST, Part.PARTICIPANT)


def number_of(claim: Standing) -> Number:
    """A count as a plain number."""
    assert claim.low is not None and claim.kind is not None
    high = float(claim.high) if claim.high is not None else None
    return Number(claim.unit or "", claim.scope or "", claim.kind, float(claim.low), high)


def value_of(claim: Standing) -> tuple[object, ...]:
    """What a claim says, apart from who says it."""
    said = (claim.choice, claim.date, claim.date_end, claim.precision, claim.place, claim.actor, claim.part)
    return (*said, claim.office, claim.kind, claim.low, claim.high, claim.text_ar, claim.text_en)


@dataclass(frozen=True, slots=True)
class Scales:
    """Who acts in an event, so that their own word can be told; and headlines' numbers that their texts contradict."""

    actors: frozenset[int] = frozenset()
    sides: frozenset[str] = frozenset()
    overstated: frozenset[int] = field(default=frozenset())

    @classmethod
    def of(cls, claims: Sequence[Standing]) -> Scales:
        """From all standing claims of an event."""
        acting = [
            c
            for c in claims
            if c.field is ClaimField.PARTICIPANT
            and c.asserts
            and c.part in (Part.INITIATOR, Part.HOST, Part.PARTICIPANT)
        ]
        return cls(
            frozenset(c.actor for c in acting if c.actor is not None),
            frozenset(c.side for c in acting if c.side and c.part in (Part.INITIATOR, Part.HOST)),
            frozenset(contradicts_title(claims)),
        )

    def own_word(self, claim: Standing) -> bool:
        """Whether the claimant speaks of its own act: by name, or as the side that acts."""
        if claim.claimant_actor is not None and claim.claimant_actor in self.actors:
            return True
        side = claim.claimant_side or claim.state_side
        return side is not None and side in self.sides

    def voice(self, claim: Standing) -> str:
        """Whose word it is; reports without a known publisher are each their own."""
        side = claim.claimant_side or claim.state_side
        if side is not None and self.own_word(claim):
            return f"side {side}"
        return claim.family or f"report {claim.report}"

    def weight(self, claim: Standing) -> float:
        """What one claim weighs, without the official word's bonus."""
        weight = RELIABILITY_WEIGHT.get(claim.reliability, RELIABILITY_WEIGHT["F"])
        weight *= RECALLED if claim.background else 1.0
        return weight * (OVERSTATED if claim.id in self.overstated else 1.0)

    def backing(self, claims: Iterable[Standing]) -> float:
        """The weight of independent voices that agree: the strongest claim of each, and once the official bonus."""
        voices: dict[str, float] = defaultdict(float)
        own = False
        for claim in claims:
            voice = self.voice(claim)
            voices[voice] = max(voices[voice], self.weight(claim))
            own |= self.own_word(claim) and claim.id not in self.overstated
        return round(sum(voices.values()) + OWN_WORD * own, 6)

    def support(self, claims: Sequence[Standing]) -> dict[tuple[object, ...], float]:
        """Backing per value."""
        groups: dict[tuple[object, ...], list[Standing]] = defaultdict(list)
        for claim in claims:
            groups[value_of(claim)].append(claim)
        return {value: self.backing(group) for value, group in groups.items()}


def best_number(claims: Sequence[Standing], scales: Scales) -> Standing:
    """The number that stands: compatible numbers support each other; of the well supported ones the most exact."""
    said = [c for c in claims if c.low is not None and c.kind is not None]
    if not said:
        return min(claims, key=lambda c: c.id)
    support = {value_of(c): scales.backing(o for o in said if compatible(number_of(c), number_of(o))) for c in said}
    own = {value_of(c): scales.backing(o for o in said if value_of(o) == value_of(c)) for c in said}
    top = max(support.values())
    well = [c for c in said if support[value_of(c)] >= EXACT_SHARE * top]
    return min(
        well,
        key=lambda c: (
            c.background,
            _KIND_ORDER.index(c.kind or CountKind.EXACT),
            -own[value_of(c)],
            -support[value_of(c)],
            -c.confidence,
            c.low,
            c.id,
        ),
    )


def contradicts_title(claims: Iterable[Standing]) -> set[int]:
    """Numbers of headlines that no number of the same unit and scope in their own text can mean."""
    by_report: dict[tuple[int, str, str], list[Standing]] = defaultdict(list)
    for c in claims:
        if c.field is ClaimField.COUNT and c.asserts and not c.is_part and c.low is not None and c.kind is not None:
            by_report[c.report, c.unit or "", c.scope or ""].append(c)
    found = set()
    for rows in by_report.values():
        body = [c for c in rows if not c.in_title]
        for claim in rows:
            if claim.in_title and body and not any(compatible(number_of(claim), number_of(b)) for b in body):
                found.add(claim.id)
    return found
