"""From the claims on a field, which one stands; best, lowest and highest of the numbers. PURE.

Order: a person's newest claim, else the import's, else the machine's. A person's claim may also empty a slot. Among the
claims of one rank the choice is deterministic and does not depend on the order of arrival up to ids.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from events.codebook import Basis, ClaimField, CountKind, Modality, Origin, Part

SINGLE_FIELDS = (
    ClaimField.TYPE,
    ClaimField.MODALITY,
    ClaimField.DATE,
    ClaimField.PLACE,
    ClaimField.ORIGIN,
    ClaimField.DESTINATION,
    ClaimField.STATUS,
    ClaimField.OFFICE,
    ClaimField.TITLE,
)
"""Fields with one value; the others (participants, counts, themes, notes) have one per slot."""

_PROGRESS = {Modality.PLANNED: 1, Modality.ONGOING: 2, Modality.DENIED: 3, Modality.CANCELLED: 3, Modality.DONE: 4}
"""A later report of the same thing done makes the event done; a denial or cancellation stands over a promise."""

_PART_ORDER = (Part.HOST, Part.INITIATOR, Part.TARGET, Part.PARTICIPANT, Part.MENTIONED)
"""Where reports give one actor several parts, the more telling one stands."""

_KIND_ORDER = (CountKind.EXACT, CountKind.APPROX, CountKind.AT_LEAST, CountKind.AT_MOST)


@dataclass(frozen=True, slots=True)
class Standing:
    """A live claim as adoption sees it. Ids are database keys; None where the claim has no such value."""

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


@dataclass(frozen=True, slots=True)
class Figure:
    """One unit and scope: the adopted number and the range of all that was said. `claims` counts who said something."""

    unit: str
    scope: str
    kind: CountKind
    best: Decimal
    low: Decimal
    high: Decimal
    claims: int
    claim: int


@dataclass(frozen=True, slots=True)
class Adopted:
    """What stands: one claim per single field, one per slot of the others, and the figures."""

    single: Mapping[ClaimField, Standing]
    participants: tuple[Standing, ...]
    themes: tuple[Standing, ...]
    figures: tuple[Figure, ...]
    counts: tuple[Standing, ...] = field(default=())

    def choice(self, name: ClaimField) -> str | None:
        """The word adopted for a single field, or None."""
        claim = self.single.get(name)
        return claim.choice if claim else None


def adopt(claims: Iterable[Standing]) -> Adopted:
    """Decide every field of an event from its standing claims (withdrawn ones already left out)."""
    slots: dict[tuple[ClaimField, str], list[Standing]] = defaultdict(list)
    for claim in claims:
        slots[claim.field, claim.slot].append(claim)
    _drop_recalled(slots)
    stands = {key: chosen for key, rows in slots.items() if (chosen := _chosen(key[0], rows)) is not None}
    return Adopted(
        single={name: stands[name, ""] for name in SINGLE_FIELDS if (name, "") in stands},
        participants=_ordered(stands, ClaimField.PARTICIPANT),
        themes=_ordered(stands, ClaimField.THEME),
        figures=_figures(slots, stands),
        counts=tuple(c for (name, _), rows in slots.items() if name is ClaimField.COUNT for c in rows if c.asserts),
    )


def _drop_recalled(slots: dict[tuple[ClaimField, str], list[Standing]]) -> None:
    """Where a field has a first-hand claim, what background paragraphs recall of it is evidence only."""
    first_hand = {name for (name, _), rows in slots.items() if any(not c.background for c in rows)}
    for name, slot in list(slots):
        if name in first_hand:
            slots[name, slot] = [c for c in slots[name, slot] if not c.background]
            if not slots[name, slot]:
                del slots[name, slot]


def _chosen(name: ClaimField, rows: list[Standing]) -> Standing | None:
    """The claim of one slot that stands, or None when a person emptied it."""
    persons = [c for c in rows if c.origin is Origin.PERSON]
    if persons:
        newest = max(persons, key=lambda c: c.id)
        return newest if newest.asserts else None
    if name is ClaimField.MODALITY:
        return min(rows, key=lambda c: (-_PROGRESS[Modality(c.choice or "")], _rank(c)))
    return min(rows, key=_rank)


def _rank(claim: Standing) -> tuple[object, ...]:
    """Smaller stands. Imports keep the order of their file; machine claims go by proof, then confidence, then id."""
    if claim.origin is Origin.IMPORT:
        return (0, 0, 0, 0, 0, 0.0, claim.id)
    return (
        1,
        claim.background,
        claim.basis is Basis.PUBLISHED,
        _PART_ORDER.index(claim.part) if claim.part else 0,
        _KIND_ORDER.index(claim.kind) if claim.kind else 0,
        -claim.confidence,
        claim.id,
    )


def _ordered(stands: Mapping[tuple[ClaimField, str], Standing], name: ClaimField) -> tuple[Standing, ...]:
    """The standing claims of one many-valued field, in the order in which they were made."""
    return tuple(sorted((c for (f, _), c in stands.items() if f is name), key=lambda c: c.id))


def _figures(
    slots: Mapping[tuple[ClaimField, str], list[Standing]], stands: Mapping[tuple[ClaimField, str], Standing]
) -> tuple[Figure, ...]:
    """Best, low and high per unit and scope. Parts of a total and numbers of other scopes never compete."""
    figures = []
    for (name, slot), best in sorted(stands.items()):
        if name is not ClaimField.COUNT or best.is_part or best.low is None or best.kind is None:
            continue
        said = [c for c in slots[name, slot] if c.asserts and c.low is not None]
        figures.append(
            Figure(
                unit=best.unit or "",
                scope=best.scope or "",
                kind=best.kind,
                best=best.low,
                low=min(c.low for c in said if c.low is not None),
                high=max(c.high if c.high is not None else c.low for c in said if c.low is not None),
                claims=len(said),
                claim=best.id,
            )
        )
    return tuple(figures)
