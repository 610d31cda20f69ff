"""The batches of a programme in order, with the ordinals that nobody reported as gaps. PURE."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Numbered:
    """An event of a programme; `ordinal` None: reported without a number."""

    event: int
    day: date
    ordinal: int | None


@dataclass(frozen=True, slots=True)
class Slot:
    """A batch (`event`), or a gap: ordinals `first` to `last` of which nothing is recorded."""

    event: int | None
    first: int | None
    last: int | None

    @property
    def missing(self) -> int:
        """How many ordinals a gap spans; 0 for a batch."""
        return self.last - self.first + 1 if self.event is None and self.first and self.last else 0


def slots(events: Iterable[Numbered]) -> list[Slot]:
    """Batches by day; before a batch whose ordinal skips some, one gap for all that are missing."""
    rows = sorted(events, key=lambda e: (e.day, e.ordinal or 0, e.event))
    given = {e.ordinal for e in rows if e.ordinal}
    found: list[Slot] = []
    reached = 0
    for row in rows:
        if row.ordinal and row.ordinal > reached:
            missing = [n for n in range(reached + 1, row.ordinal) if n not in given]
            if missing:
                found.append(Slot(None, missing[0], missing[-1]))
            reached = row.ordinal
        found.append(Slot(row.event, row.ordinal, row.ordinal))
    return found
