"""What is still to come beside what was done of the same sort: an event of its own. PURE."""

from __future__ import annotations

from events.codebook import EventType, Modality
from ingest.coding.event_types import Draft, Happening
from ingest.coding.rules import MOVEMENTS

_TYPES = frozenset(EventType) - MOVEMENTS - {EventType.STATEMENT, EventType.AMNESTY, EventType.APPOINTMENT}
"""What may be planned beside what was done; of people who are moved a plan mostly tells where they go."""


def _handed_on(draft: Draft, first: Draft) -> bool:
    """«يتواصل إخلاء القاعدة، على أن يجري تسليمها إلى الجيش»: to whom what is being left will be given."""
    given = any(w.start == draft.start and "hand_over" in w.classes for w in draft.clause.words)
    left = any(w.start == first.start and "withdraw" in w.classes for w in first.clause.words)
    return draft.modality is Modality.PLANNED and draft.clause is not first.clause and given and left


def to_come(happening: Happening) -> Draft | None:
    """The first plan among the acts of something done, told in a clause of its own."""
    if happening.type not in _TYPES or happening.first.modality not in (Modality.DONE, Modality.ONGOING):
        return None
    if happening.first.modality is Modality.ONGOING:
        return next((d for d in happening.body if _handed_on(d, happening.first)), None)
    done = {id(d.clause) for d in happening.drafts if d.modality is not Modality.PLANNED}
    plans = (d for d in happening.body if d.modality is Modality.PLANNED and id(d.clause) not in done)
    return next(plans, None)
