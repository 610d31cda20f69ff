"""Batches in order, with gaps."""

from __future__ import annotations

import datetime as dt

from events.ordinals import Numbered, Slot, slots


def numbered(event: int, month: int, ordinal: int | None) -> Numbered:
    return Numbered(event, dt.date(2025, month, 1), ordinal)


def test_missing_ordinals_are_one_gap_before_the_next_batch() -> None:
    found = slots([numbered(3, 3, 23), numbered(1, 1, 20), numbered(2, 2, 21)])
    assert found == [Slot(None, 1, 19), Slot(1, 20, 20), Slot(2, 21, 21), Slot(None, 22, 22), Slot(3, 23, 23)]
    assert [s.missing for s in found] == [19, 0, 0, 1, 0]


def test_batches_without_a_number_stand_by_their_day_and_make_no_gap() -> None:
    found = slots([numbered(2, 2, None), numbered(1, 1, 1), numbered(3, 3, 2)])
    assert [(s.event, s.first) for s in found] == [(1, 1), (2, None), (3, 2)]


def test_an_ordinal_told_out_of_order_is_no_gap() -> None:
    found = slots([numbered(1, 1, 2), numbered(2, 2, 1)])
    assert [s.event for s in found] == [1, 2]
