"""What became of a promise."""

from __future__ import annotations

import datetime as dt

import pytest

from events.codebook import DatePrecision, Modality, Outcome
from events.outcomes import last_due_day, outcome

DUE = dt.date(2025, 3, 1)


@pytest.mark.parametrize(
    ("modality", "days_later", "carried_out", "became"),
    [
        (Modality.PLANNED, -5, False, Outcome.OPEN),
        (Modality.PLANNED, 30, False, Outcome.OPEN),
        (Modality.PLANNED, 31, False, Outcome.OVERDUE),
        (Modality.PLANNED, 31, True, Outcome.FULFILLED),
        (Modality.DONE, 400, False, Outcome.FULFILLED),
        (Modality.ONGOING, 0, False, Outcome.FULFILLED),
        (Modality.CANCELLED, 400, False, Outcome.CANCELLED),
        (Modality.CANCELLED, 400, True, Outcome.FULFILLED),
        (Modality.DENIED, 400, False, Outcome.DENIED),
    ],
)
def test_outcome(modality: Modality, days_later: int, carried_out: bool, became: Outcome) -> None:
    today = DUE + dt.timedelta(days=days_later)
    assert outcome(modality, DUE, today, 30, carried_out=carried_out) is became


def test_a_month_is_due_on_its_last_day() -> None:
    assert last_due_day(dt.date(2025, 2, 1), DatePrecision.MONTH, None) == dt.date(2025, 2, 28)
    assert last_due_day(DUE, DatePrecision.DAY, None) == DUE
    assert last_due_day(DUE, DatePrecision.DAY, dt.date(2025, 3, 9)) == dt.date(2025, 3, 9)
