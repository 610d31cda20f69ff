"""From dated changes of state to intervals of a crossing: open, partly open, closed, or not known. PURE."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from events.codebook import CrossingState, DatePrecision, Modality
from events.tenure import period_end, period_start

CHANGES = (Modality.DONE, Modality.ONGOING)
"""Words about a coming act, and words that deny one, change no interval."""


@dataclass(frozen=True, slots=True)
class Change:
    """An event gives a crossing a state on `day`, known to `precision`."""

    event: int
    day: date
    precision: DatePrecision
    state: CrossingState


@dataclass(frozen=True, slots=True)
class Interval:
    """`state` (None: not known) holds from `start` until before `end`; None is open. `events` prove it."""

    state: CrossingState | None
    start: date | None
    end: date | None
    events: tuple[int, ...]


def intervals(changes: Iterable[Change]) -> list[Interval]:
    """The intervals in order of time, the first one unknown, without gaps or overlaps.

    Inside the period of a change that is not known to the day the state is unknown, unless it was the same before. Of
    two changes on one day the one recorded last stands.
    """
    found = [Interval(None, None, None, ())]
    for change in sorted(changes, key=lambda c: (period_start(c.day, c.precision), c.event)):
        begins, sure = period_start(change.day, change.precision), change.day
        if change.precision is not DatePrecision.DAY:
            sure = period_end(change.day, change.precision)
        last = found[-1]
        if last.state is change.state:
            found[-1] = Interval(last.state, last.start, None, (*last.events, change.event))
            continue
        if sure != begins:
            _begin(found, None, begins, (change.event,))
        _begin(found, change.state, sure, (change.event,))
    return found


def _begin(found: list[Interval], state: CrossingState | None, start: date, events: tuple[int, ...]) -> None:
    """End the last interval where a new one starts; one that would be empty gives way."""
    last = found[-1]
    start = max(start, last.start) if last.start else start
    found[-1] = Interval(last.state, last.start, start, last.events)
    if last.start == start:
        found.pop()
    found.append(Interval(state, start, None, events))
