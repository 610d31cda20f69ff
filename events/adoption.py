"""From the claims on a field, which one stands; best, lowest and highest of the numbers. PURE.

Order: a person's newest claim, else the import's, else the machine's. A person's claim may also empty a slot. Among
machine claims first-hand comes before background and the text's day before that of publication; then the finer value,
then the better supported (`weighing.py`): independent families, the acting body's own word before a paraphrase. The
choice does not depend on the order of arrival, up to ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from events.codebook import Basis, ClaimField, CountKind, Flag, Modality, Origin, Part, PlacePrecision
from events.weighing import Scales, Standing, best_number, value_of

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

_FINE: dict[str | None, int] = {
    PlacePrecision.POINT: 0,
    PlacePrecision.TOWN: 0,
    PlacePrecision.ADMIN2: 1,
    PlacePrecision.ADMIN1: 2,
    PlacePrecision.BORDER: 3,
    PlacePrecision.COUNTRY: 3,
    "day": 0,
    "week": 1,
    "month": 2,
    "year": 3,
}
"""How fine a day or place is: who says more says more, and the vaguer word does not contradict it."""

_SHARE = 0.5
"""A crossing stands before the town at its end when at least this share of the best support is behind it."""

DISOWNED = "disowned:"
"""Slot of an editor's note on a claim, by its id, whose alleged author disowns it: it leaves best, low and high."""


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
    flags: frozenset[Flag] = frozenset()

    def choice(self, name: ClaimField) -> str | None:
        """The word adopted for a single field, or None."""
        claim = self.single.get(name)
        return claim.choice if claim else None


def adopt(claims: Iterable[Standing]) -> Adopted:
    """Decide every field of an event from its standing claims (withdrawn ones already left out)."""
    rows = list(claims)
    scales = Scales.of(rows)
    slots: dict[tuple[ClaimField, str], list[Standing]] = defaultdict(list)
    for claim in rows:
        slots[claim.field, claim.slot].append(claim)
    _drop_recalled(slots)
    disowned = {c.slot.removeprefix(DISOWNED) for c in rows if c.slot.startswith(DISOWNED) and c.asserts}
    counts = tuple(c for (name, _), said in slots.items() if name is ClaimField.COUNT for c in said if c.asserts)
    for key in [k for k in slots if k[0] is ClaimField.COUNT]:
        slots[key] = [c for c in slots[key] if str(c.id) not in disowned]
    stands = {
        key: chosen for key, said in slots.items() if said and (chosen := _chosen(key[0], said, scales)) is not None
    }
    return Adopted(
        single={name: stands[name, ""] for name in SINGLE_FIELDS if (name, "") in stands},
        participants=_ordered(stands, ClaimField.PARTICIPANT, slots, scales),
        themes=_ordered(stands, ClaimField.THEME, slots, scales),
        figures=_figures(slots, stands),
        counts=counts,
        flags=frozenset({Flag.TITLE_CONFLICT}) if scales.overstated else frozenset(),
    )


def _drop_recalled(slots: dict[tuple[ClaimField, str], list[Standing]]) -> None:
    """Where a field has a first-hand claim, what background paragraphs recall of it is evidence only."""
    first_hand = {name for (name, _), rows in slots.items() if any(not c.background for c in rows)}
    for name, slot in list(slots):
        if name in first_hand:
            slots[name, slot] = [c for c in slots[name, slot] if not c.background]
            if not slots[name, slot]:
                del slots[name, slot]


def _chosen(name: ClaimField, rows: list[Standing], scales: Scales) -> Standing | None:
    """The claim of one slot that stands, or None when a person emptied it."""
    persons = [c for c in rows if c.origin is Origin.PERSON]
    if persons:
        newest = max(persons, key=lambda c: c.id)
        return newest if newest.asserts else None
    imported = [c for c in rows if c.origin is Origin.IMPORT]
    if name is ClaimField.MODALITY:
        furthest = max(_PROGRESS[Modality(c.choice or "")] for c in rows)
        rows = [c for c in rows if _PROGRESS[Modality(c.choice or "")] == furthest]
        imported = [c for c in imported if c in rows]
    if imported:
        return min(imported, key=lambda c: c.id)
    if name is ClaimField.COUNT:
        return best_number(rows, scales)
    return _best(name, rows, scales)


def _best(name: ClaimField, rows: list[Standing], scales: Scales) -> Standing:
    """Among machine claims: first-hand, by the text, the finest; then by support; ties by what is said."""

    def first(claim: Standing) -> tuple[object, ...]:
        part = _PART_ORDER.index(claim.part) if claim.part else 0
        return (claim.background, claim.basis is Basis.PUBLISHED, part, _FINE.get(claim.precision, 0))

    top = min(first(c) for c in rows)
    finest = [c for c in rows if first(c) == top]
    support = scales.support(finest)
    most = max(support.values())
    if name in (ClaimField.PLACE, ClaimField.ORIGIN, ClaimField.DESTINATION):
        points = [c for c in finest if c.precision == PlacePrecision.POINT and support[value_of(c)] >= _SHARE * most]
        finest = points or finest
    return min(finest, key=lambda c: (-support[value_of(c)], -scales.weight(c), -c.confidence, str(value_of(c)), c.id))


def _ordered(
    stands: Mapping[tuple[ClaimField, str], Standing],
    name: ClaimField,
    slots: Mapping[tuple[ClaimField, str], list[Standing]],
    scales: Scales,
) -> tuple[Standing, ...]:
    """The standing claims of one many-valued field: an import's in its order, then by how many tell it, then by where
    texts name it; persons' last, as they came."""

    def order(claim: Standing) -> tuple[object, ...]:
        if claim.origin is Origin.MACHINE:
            said = slots[name, claim.slot]
            told = -round(sum(scales.support(said).values()), 6)
            return (1, told, min(c.position for c in said), claim.slot)
        return (0 if claim.origin is Origin.IMPORT else 2, claim.id)

    return tuple(sorted((c for (f, _), c in stands.items() if f is name), key=order))


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
