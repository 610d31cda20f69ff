"""What the day and the rest of the text make of a modality: begun on an earlier day is done, so far is going on. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from events.codebook import DatePrecision, EventType, Modality
from ingest.coding.announced import announcing
from ingest.coding.event_types import Draft, Happening
from ingest.coding.regexes import regex

_BATCHES = frozenset(
    (EventType.DETAINEE_TRANSFER, EventType.REPATRIATION, EventType.BORDER_OPERATION, EventType.JOINT_OPERATION)
)
_SO_FAR = regex(
    r"(?<!\w)(?:حتي (?:الان|اللحظه|اليوم|تاريخه)|لغايه (?:الان|اليوم)|الي الان)(?!\w)|\b(?:so far|to date)\b"
)
_SO_FAR_BEEN = regex(r"\bso far(?= (?:been )?$)")
_REACH = 60


def settle(happenings: Sequence[Happening], published: dt.date) -> Sequence[Happening]:
    """The same happenings, their modality as the whole tells it."""
    for happening in happenings:
        first = happening.first
        if first.modality is Modality.DONE and _is_to_come(happening, published):
            told = (first.start, first.end)
            happening.drafts = [
                _as(d, Modality.PLANNED, told) if d.modality is Modality.DONE else d for d in happening.drafts
            ]
        elif first.modality is Modality.ONGOING and _begun_earlier(happening, published):
            happening.drafts = [
                _as(d, Modality.DONE, None) if d.modality is Modality.ONGOING else d for d in happening.drafts
            ]
        elif first.modality is Modality.DONE and happening.type is EventType.DETAINEE_TRANSFER and first.lead:
            at = _so_far(first)
            if at is not None:
                happening.drafts = [_as(d, Modality.ONGOING, at) if d is first else d for d in happening.drafts]
        elif first.modality is Modality.DONE and happening.type is EventType.BORDER_MEASURE and first.lead:
            at = _in_stages(first)
            if at is not None:
                happening.drafts = [_as(d, Modality.ONGOING, at) if d is first else d for d in happening.drafts]
    return happenings


def _is_to_come(happening: Happening, published: dt.date) -> bool:
    """«يوقّع العراق وسوريا في العاشر من الشهر الجاري اتفاقية»: the present of an Arabic verb, and days after the
    publication alone."""
    first = happening.first
    if first.clause.titular or happening.type not in _DATED_AHEAD or first.text.plain[first.start] < "\u0600":
        return False
    verb = _PRESENT.match(first.text.plain, first.start, first.end)
    days = [d.date for d in first.days if d.own and d.precision is DatePrecision.DAY]
    return verb is not None and bool(days) and min(days) > published


_DATED_AHEAD = frozenset(
    (
        EventType.AGREEMENT,
        EventType.MEETING,
        EventType.CROSSING_STATUS,
        EventType.DIPLOMATIC_STATUS,
        EventType.REPATRIATION,
        EventType.DETAINEE_TRANSFER,
    )
)
_PRESENT = regex(r"[وف]?(?:ي|ت(?!سلم|سليم|وقيع|عليق|شكيل|وجه|فقد|بادل|امين))\w{3,}")


def _in_stages(draft: Draft) -> tuple[int, int] | None:
    """ "in the latest stage of a withdrawal", "and work is continuing on what remains": a step of what goes on."""
    given = any(w.start == draft.start and "hand_over" in w.classes for w in draft.clause.words)
    if given or draft.text.plain[draft.start] > "\u0600" or draft.text.plain.startswith("turn", draft.start):
        return None
    found = _STAGE.search(draft.text.plain, draft.start, draft.clause.end)
    return found.span() if found else None


_STAGE = regex(
    r"\b(?:(?:latest|next|first|second|third|final|last|new) (?:stage|phase|step|leg|batch|movements?) (?:of|in) (?:a |an |the |its |their )?(?:\w+ ){0,3}?(?:withdrawal|pull-?out|drawdown|departure|deployment|exit|plan|project)"
    r"|(?:one|some) of the (?:final|last|first) (?:movements|stages|steps|convoys)|(?:first|latest) (?:\w+ )?sign that|withdrawal that (?:began|started)"
    r"|(?:works?|building|construction) (?:is|are|was|were) (?:continuing|under ?way|going on|still)|(?:teams|crews|engineers|workers) are (?:still )?working)\b"
)


def _as(draft: Draft, modality: Modality, at: tuple[int, int] | None) -> Draft:
    return replace(draft, modality=modality, modality_at=at)


def _begun_earlier(happening: Happening, published: dt.date) -> bool:
    """«وكانت العملية بدأت في 21 كانون الثاني بنقل 150 معتقلاً», «بدأت، الأربعاء، نقل …» in Thursday's news."""
    if happening.first.clause.has("background") and not happening.first.lead:
        return True
    clause = happening.first.clause
    own = (d for d in happening.first.days if d.own and d.precision is DatePrecision.DAY)
    days = [
        d.date for d in own if not (_NOW.search(clause.before(happening.first.start, 16)) and announcing(clause, d))
    ]
    return happening.type in _BATCHES and bool(days) and max(days) < published


_NOW = regex(r"\b(?:is|are) (?:\w+ly |now |still )?$")
""" "Troops are combing the desert, the ministry said Tuesday": the day is that of the telling."""


def _so_far(draft: Draft) -> tuple[int, int] | None:
    plain = draft.clause.text.plain
    found = _SO_FAR.search(plain, draft.end, min(draft.clause.end, draft.end + _REACH))
    if found is None:
        found = _SO_FAR_BEEN.search(plain, max(draft.clause.start, draft.start - 24), draft.start)
    return found.span() if found else None
