"""What became of a promise. PURE."""

from __future__ import annotations

from datetime import date, timedelta

from events.codebook import DatePrecision, Modality, Outcome
from events.tenure import period_end

_SETTLED = {Modality.CANCELLED: Outcome.CANCELLED, Modality.DENIED: Outcome.DENIED}


def last_due_day(day: date, precision: DatePrecision, end: date | None) -> date:
    """The last day on which it would still be in time."""
    return end or period_end(day, precision) - timedelta(days=1)


def outcome(modality: Modality, due: date, today: date, grace: int, *, carried_out: bool) -> Outcome:
    """Carried out, by this event's own reports or by another event that is its outcome, stands over all else.

    A promise is overdue when more than `grace` days have gone since the last day on which it was due.
    """
    if carried_out or modality in (Modality.DONE, Modality.ONGOING):
        return Outcome.FULFILLED
    if modality in _SETTLED:
        return _SETTLED[modality]
    return Outcome.OVERDUE if (today - due).days > grace else Outcome.OPEN
