"""What is still to come beside what was done of the same sort: an event of its own. PURE."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from events.codebook import EventType, Modality
from ingest.coding.event_types import Draft, Happening
from ingest.coding.regexes import regex
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


def put_off_to(happening: Happening) -> Iterator[Happening]:
    """«أُرجئ الاجتماع إلى 8 تموز», "has been put off until Monday": it is planned for that day now."""
    first = happening.first
    if first.modality is not Modality.CANCELLED or happening.type not in _PUT_OFF or first.clause.titular:
        return
    for day in first.days:
        before = first.clause.before(day.start, _CUE_REACH)
        if _UNTIL.search(before):
            clause = replace(first.clause, days=(day,))
            planned = replace(first, clause=clause, modality=Modality.PLANNED, modality_at=first.modality_at)
            yield Happening(happening.type, [planned], known=True)
            return


_PUT_OFF = frozenset(
    EventType(t) for t in ("meeting", "agreement", "crossing_status", "repatriation", "detainee_transfer")
)
_CUE_REACH = 160
_UNTIL = regex(
    r"(?<!\w)(?:(?:ارجي|اجل|تاجل|ارجا)\w*|(?:ارجاء|تاجيل)\w*)(?: [^\s،.؛]+){0,18} (?:الي|حتي)(?: يوم)?(?: ال(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت))? (?:ال)?$"
    r"|\b(?:postponed|put off|delayed|pushed back|moved|deferred|rescheduled|put back)(?: [\w'-]+){0,12} (?:to|until|till|for)(?: the)? $"
)
