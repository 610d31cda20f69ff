"""Batches added up against announced numbers; the figures are those of the transfers from Hasakah."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from events.codebook import Scope
from events.reckoning import Announced, Batch, reckon


def batch(event: int, day: str, n: int, unit: str = "detainees", low: int = 0) -> Batch:
    return Batch(event, dt.date.fromisoformat(day), unit, Decimal(n), Decimal(low or n), Decimal(n))


def told(n: int, day: str, scope: Scope = Scope.CUMULATIVE, unit: str = "detainees", event: int = 9) -> Announced:
    return Announced(n, event, dt.date.fromisoformat(day), unit, scope, Decimal(n))


BATCHES = [batch(1, "2026-01-21", 150, low=144), batch(2, "2026-01-25", 125)]


def test_totals_are_set_against_the_batches_until_their_day_and_never_added() -> None:
    totals = [told(n, "2026-02-13") for n in (5046, 5064, 5703, 5704)]
    (found,) = reckon(BATCHES, [told(150, "2026-01-22"), *totals, told(7000, "2026-01-22", Scope.PLANNED)])
    assert (found.best, found.low, found.high) == (275, 269, 275)
    assert [(g.announced.claim, g.added, g.gap) for g in found.gaps] == [
        (150, 150, 0),
        (5046, 275, 4771),
        (5064, 275, 4789),
        (5703, 275, 5428),
        (5704, 275, 5429),
        (7000, 275, 6725),
    ]


def test_units_are_never_mixed() -> None:
    found = reckon([*BATCHES, batch(1, "2026-01-21", 3, "flights")], [told(40, "2026-02-01", unit="flights")])
    assert [(r.unit, r.best, len(r.gaps)) for r in found] == [("detainees", 275, 0), ("flights", 3, 1)]


def test_people_present_are_no_total_of_batches() -> None:
    (found,) = reckon(BATCHES, [told(9000, "2026-02-01", Scope.STOCK)])
    assert found.gaps == ()


def test_a_plan_told_of_a_batch_and_of_its_size_is_for_that_batch() -> None:
    (found,) = reckon(BATCHES, [told(140, "2026-01-24", Scope.PLANNED, event=2)])
    assert [(g.own, g.added, g.gap) for g in found.gaps] == [(True, 125, 15)]


def test_a_plan_told_with_the_first_batch_and_far_larger_is_for_the_programme() -> None:
    (found,) = reckon(BATCHES, [told(7000, "2026-01-21", Scope.PLANNED, event=1)])
    assert [(g.own, g.added) for g in found.gaps] == [(False, 275)]


def test_without_batches_there_is_nothing_to_set_a_total_against() -> None:
    assert reckon([], [told(5704, "2026-02-13")]) == []
