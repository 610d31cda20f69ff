"""From dated changes to intervals of a crossing."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from events.codebook import CrossingState, DatePrecision
from events.intervals import Change, Interval, intervals

OPEN, PARTIAL, CLOSED = CrossingState.OPEN, CrossingState.PARTIAL, CrossingState.CLOSED
DAY, MONTH = DatePrecision.DAY, DatePrecision.MONTH


def change(event: int, day: str, state: CrossingState, precision: DatePrecision = DAY) -> Change:
    return Change(event, dt.date.fromisoformat(day), precision, state)


def shape(found: list[Interval]) -> list[tuple[str | None, str | None, str | None]]:
    return [(i.state and i.state.value, i.start and i.start.isoformat(), i.end and i.end.isoformat()) for i in found]


def test_nothing_told_is_not_known() -> None:
    assert shape(intervals([])) == [(None, None, None)]


def test_each_change_ends_the_interval_before() -> None:
    found = intervals(
        [change(2, "2024-12-08", CLOSED), change(1, "2024-12-07", PARTIAL), change(3, "2025-06-14", OPEN)]
    )
    assert shape(found) == [
        (None, None, "2024-12-07"),
        ("partial", "2024-12-07", "2024-12-08"),
        ("closed", "2024-12-08", "2025-06-14"),
        ("open", "2025-06-14", None),
    ]


def test_the_same_state_told_again_is_more_evidence() -> None:
    found = intervals([change(1, "2025-01-01", OPEN), change(2, "2025-02-01", OPEN)])
    assert [i.events for i in found] == [(), (1, 2)]


def test_inside_the_month_of_a_change_the_state_is_not_known() -> None:
    found = intervals([change(1, "2025-01-10", CLOSED), change(2, "2025-03-01", OPEN, MONTH)])
    assert shape(found)[1:] == [
        ("closed", "2025-01-10", "2025-03-01"),
        (None, "2025-03-01", "2025-04-01"),
        ("open", "2025-04-01", None),
    ]


def test_of_two_changes_on_one_day_the_later_record_stands() -> None:
    found = intervals([change(1, "2025-01-01", OPEN), change(2, "2025-01-01", CLOSED)])
    assert shape(found) == [(None, None, "2025-01-01"), ("closed", "2025-01-01", None)]


changes = st.lists(
    st.builds(
        Change,
        event=st.integers(1, 99),
        day=st.dates(dt.date(2024, 1, 1), dt.date(2026, 1, 1)),
        precision=st.sampled_from([DAY, DatePrecision.WEEK, MONTH]),
        state=st.sampled_from(list(CrossingState)),
    ),
    max_size=12,
)


@given(changes)
def test_intervals_follow_each_other_without_gap_or_overlap(rows: list[Change]) -> None:
    found = intervals(rows)
    assert found[0].start is None and found[-1].end is None
    for before, after in pairwise(found):
        assert before.end == after.start is not None
        assert before.start is None or before.start < after.start
