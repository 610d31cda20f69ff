"""Acts of one article that are one happening, put together. PURE."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from events.codebook import DatePrecision, EventType, Modality
from ingest.coding.event_types import Draft, Happening, is_outcome
from ingest.coding.movers import another_group
from ingest.coding.retelling import retold
from ingest.coding.rivals import elsewhere, listed_apart, other_side, reversed_by, so_far_too
from ingest.coding.rules import MOVEMENTS

SAME_HAPPENING = dt.timedelta(days=3)
"""Further apart, two dated sentences of one type tell of two happenings."""


def gather(drafts: Sequence[Draft]) -> list[Happening]:
    """Drafts of one type are one happening unless their days are too far apart; a headline only backs the body; what
    talks agree on is their outcome, no event of its own."""
    found: list[Happening] = []
    drafts = retold(drafts)
    if any(d.type is EventType.JOINT_OPERATION and d.lead for d in drafts):
        drafts = [
            replace(d, type=EventType.JOINT_OPERATION) if d.type is EventType.BORDER_OPERATION else d for d in drafts
        ]
    if any(d.type in (EventType.MEETING, EventType.CALL) and d.lead and not d.clause.titular for d in drafts):
        drafts = [d for d in drafts if d.type is not EventType.AGREEMENT or not is_outcome(d)]
    for draft in sorted(drafts, key=lambda d: d.clause.titular):
        if draft.clause.titular and _told_otherwise(draft, found):
            continue
        for happening in found:
            if happening.type is draft.type and _alike(happening, draft) and not _apart(happening, draft):
                happening.drafts.append(draft)
                break
        else:
            found.append(Happening(draft.type, [draft]))
    return found


_UNDONE = frozenset((Modality.PLANNED, Modality.CANCELLED, Modality.DENIED))


def _alike(happening: Happening, draft: Draft) -> bool:
    """One is not done what the other is: a planned visit is told beside one that took place. Words without a cue may
    mean either."""
    theirs = happening.first.modality
    if draft.clause.titular and happening.lead:
        return True
    if draft.type is EventType.STATEMENT and _interview(draft) and not _interview(happening.first):
        told = {m.actor for d in happening.drafts for m in d.mentions if m.kind == "person"}
        here = {m.actor for m in draft.mentions if m.kind == "person"}
        return not here or bool(here & told)
    if draft.type is EventType.CROSSING_STATUS and reversed_by(happening.first, draft):
        return False
    if draft.type in MOVEMENTS and another_group(draft.clause, [d.clause for d in happening.body]):
        return False
    if (
        draft.modality is Modality.PLANNED
        and not any(d.own and d.precision is not DatePrecision.YEAR for d in draft.days)
        and not _NEXT_ONE.search(draft.clause.plain)
    ):
        return True
    if draft.modality in _UNDONE:
        return draft.clause.titular or theirs is draft.modality
    past = [d for d in draft.days if d.own and d.precision is DatePrecision.DAY]
    dated = any(d.own for x in happening.drafts for d in x.days)
    elsewhere_told = draft.clause.start != happening.first.clause.start or so_far_too(happening.first, draft)
    return not (theirs in _UNDONE and past and dated and elsewhere_told)


def _interview(draft: Draft) -> bool:
    """An interview or an address is a position of its own."""
    return any("interview" in w.classes for w in draft.clause.words if w.start == draft.start)


_NEXT_ONE = re.compile(r"لاحق|اخري|جديد|المقبل|القادم|another|further|next|later|more ")


def _told_otherwise(draft: Draft, found: Sequence[Happening]) -> bool:
    lead = [h for h in found if h.lead and h.type is not EventType.STATEMENT]
    return bool(lead) and not any(h.type is draft.type for h in lead)


def _crossings(draft: Draft) -> set[str]:
    return {m.place for m in draft.mentions if m.place and m.place.startswith("x_")}


def _apart(happening: Happening, draft: Draft) -> bool:
    if draft.clause.titular and happening.lead and happening.first.modality is Modality.PLANNED:
        return False
    mine = [d.date for d in draft.days if d.own]
    theirs = [d.date for other in happening.drafts for d in other.days if d.own]
    if draft.type is EventType.CROSSING_STATUS:
        here, there = _crossings(draft), {x for d in happening.drafts for x in _crossings(d)}
        if here and there and not here & there:
            return True
    if draft.type is not EventType.STATEMENT and listed_apart(happening.first, draft):
        return True
    if draft.type is EventType.BORDER_OPERATION and other_side(happening.first, draft):
        return True
    if draft.type is EventType.BORDER_MEASURE and elsewhere(draft, happening.drafts):
        return True
    far = bool(mine and theirs) and min(abs(a - b) for a in mine for b in theirs) > SAME_HAPPENING
    if far or _TOOK_PLACE.match(draft.clause.plain):
        return far
    return bool(mine and theirs) and not set(mine) & set(theirs) and draft.clause.has("background")


_TOOK_PLACE = re.compile(
    r"\W*(?:the|this) (?:[\w'-]+ ){1,3}(?:took place|occurred|happened|was carried out|came)\b|\W*(?:و\w+ ){0,3}?(?:ان )?(?:عمليه )?ال\w+ (?:جرت|تمت|وقعت|وقع|جري|نفذت)(?!\w)"
)
"""«The breakout took place on Tuesday, when guards had left»: what was told, not something recalled."""
