"""Batches added up against what was announced: within one unit, never across scopes, no part with its total. PURE."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from events.codebook import Scope

OWN_SIZE = 2
"""A plan up to so many times its batch is for that batch: a programme has many."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The adopted number of one event of scope `batch`, with the lowest and highest that anybody gives."""

    event: int
    day: date
    unit: str
    best: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Announced:
    """A total so far or a plan that somebody gives of an event; `claim` is its key."""

    claim: int
    event: int
    day: date
    unit: str
    scope: Scope
    low: Decimal
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """One announced number against the batches it should hold; `gap` is what no recorded batch accounts for.

    `own`: a plan for the one batch of which it was told, not for the whole programme.
    """

    announced: Announced
    own: bool
    batches: int
    added: Decimal
    gap: Decimal


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One unit: its batches added up (best, lowest, highest) and every announced number against them."""

    unit: str
    batches: int
    best: Decimal
    low: Decimal
    high: Decimal
    gaps: tuple[Gap, ...]


def reckon(batches: Iterable[Batch], announced: Iterable[Announced]) -> list[Reckoning]:
    """One reckoning per unit that has batches. A total is set against the batches up to its day, a plan against all.

    Totals and plans are never added to anything; a stock is no total of batches and is left out.
    """
    by_unit: dict[str, list[Batch]] = defaultdict(list)
    for batch in batches:
        by_unit[batch.unit].append(batch)
    said: dict[str, list[Announced]] = defaultdict(list)
    for number in announced:
        if number.scope in (Scope.CUMULATIVE, Scope.PLANNED):
            said[number.unit].append(number)
    return [_unit(unit, rows, said[unit]) for unit, rows in by_unit.items()]


def _unit(unit: str, batches: list[Batch], said: list[Announced]) -> Reckoning:
    return Reckoning(
        unit=unit,
        batches=len(batches),
        best=sum((b.best for b in batches), Decimal(0)),
        low=sum((b.low for b in batches), Decimal(0)),
        high=sum((b.high for b in batches), Decimal(0)),
        gaps=tuple(_gap(n, batches) for n in sorted(said, key=lambda n: (n.scope is Scope.PLANNED, n.day, n.claim))),
    )


def _gap(number: Announced, batches: list[Batch]) -> Gap:
    own = _own_batch(number, batches)
    if own is not None:
        return Gap(number, True, 1, own.best, number.low - own.best)
    counted = [b for b in batches if number.scope is Scope.PLANNED or b.day <= number.day]
    added = sum((b.best for b in counted), Decimal(0))
    return Gap(number, False, len(counted), added, number.low - added)


def _own_batch(number: Announced, batches: list[Batch]) -> Batch | None:
    """The batch that a plan is for: told of it, and of its size, or smaller than what had been moved by then."""
    own = next((b for b in batches if b.event == number.event), None)
    if number.scope is not Scope.PLANNED or own is None:
        return None
    before = sum((b.best for b in batches if b.day < own.day), Decimal(0))
    return own if number.low <= OWN_SIZE * own.best or number.low < before else None
