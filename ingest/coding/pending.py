"""What is still to come beside what was done of the same sort: an event of its own. PURE."""

from __future__ import annotations

from events.codebook import EventType, Modality
from ingest.coding.event_types import Draft, Happening
from ingest.coding.rules import MOVEMENTS

_TYPES = frozenset(EventType) - MOVEMENTS - {EventType.STATEMENT, EventType.AMNESTY, EventType.APPOINTMENT}
"""What may be planned beside what was done; of people who are moved a plan mostly tells where they go."""


def to_come(happening: Happening) -> Draft | None:
    """The first plan among the acts of something done, told in a clause of its own."""
    if happening.first.modality is not Modality.DONE or happening.type not in _TYPES:
        return None
    done = {id(d.clause) for d in happening.drafts if d.modality is not Modality.PLANNED}
    plans = (d for d in happening.body if d.modality is Modality.PLANNED and id(d.clause) not in done)
    return next(plans, None)
