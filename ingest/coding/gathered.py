"""Acts of one article that are one happening, put together. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from events.codebook import DatePrecision, EventType, Modality
from ingest.coding.announced import announcing, of_arrival
from ingest.coding.apart import other_item
from ingest.coding.borders import GATE_TOWNS, gate_town
from ingest.coding.day_rules import Day
from ingest.coding.event_types import Draft, Happening, is_outcome
from ingest.coding.movers import another_group
from ingest.coding.nearness import GROUPS
from ingest.coding.other_talks import of_others, rang_another
from ingest.coding.pending import put_off_to, to_come
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.retelling import retold
from ingest.coding.rivals import (
    by_another_force,
    elsewhere,
    listed_apart,
    of_what_comes,
    opens_apart,
    other_side,
    raided_elsewhere,
    reversed_by,
    so_far_too,
    under_fire,
)
from ingest.coding.rules import MOVEMENTS, TALKS

SAME_HAPPENING = dt.timedelta(days=3)
"""Further apart, two dated sentences of one type tell of two happenings."""


def gather(drafts: Sequence[Draft], recent: dt.date | None = None) -> list[Happening]:
    """Drafts of one type are one happening unless their days are too far apart; a headline only backs the body; what
    talks agree on is their outcome, no event of its own. `recent`: the latest day that the lead tells, if it is one of the
    days before the publication: what then opens with an older day is something else."""
    found: list[Happening] = []
    drafts = _of_those_let_in(_of_the_group(_by_pronoun(retold(drafts))))
    if any(d.type in _QUIET and d.lead for d in drafts) and not any(_by_force(d) for d in drafts):
        drafts = [d for d in drafts if d.type is not EventType.JOINT_OPERATION]
    if any(d.type is EventType.JOINT_OPERATION and d.lead for d in drafts):
        drafts = _as_joint(drafts)
    if any(d.type in (EventType.MEETING, EventType.CALL) and _held(d) for d in drafts):
        drafts = [d for d in drafts if d.type is not EventType.AGREEMENT or not is_outcome(d)]
    drafts = _by_phone(drafts)
    if any(d.type is EventType.MEETING and d.lead and not d.clause.titular for d in drafts):
        drafts = [d for d in drafts if not _faces_press(d)]
    if any(d.type is EventType.INCIDENT and d.lead for d in drafts):
        drafts = [d for d in drafts if d.type is not EventType.BORDER_OPERATION or not under_fire(d.clause)]
    for draft in sorted(drafts, key=lambda d: d.clause.titular):
        if draft.clause.titular and _told_otherwise(draft, found):
            continue
        others = next((h for h in found if of_others(h, draft)), None)
        if others is not None:
            others.aside.add(id(draft.clause))
        for happening in found:
            apart = happening is others or _apart(happening, draft) or (happening.lead and _long_before(draft, recent))
            if happening.type is draft.type and _alike(happening, draft) and not apart:
                happening.drafts.append(draft)
                break
        else:
            found.append(Happening(draft.type, [draft]))
    later = [o for h in found for o in put_off_to(h)]
    return [*found, *(Happening(d.type, [d]) for h in found if (d := to_come(h)) is not None), *later]


def _by_phone(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """«بحث طالباني مع عبدي …. وذكر البيان أن الاتصال الهاتفي …», «جاء ذلك في اتصال هاتفي», «يبحثان هاتفياً» in the headline:
    what two discussed was their call, unless a place is told."""
    calls = [d for d in drafts if d.type is EventType.CALL and (d.lead or _THAT_WAS.match(d.clause.plain))]
    if not any(d.clause.titular or _THE_CALL.match(d.text.plain, d.start) for d in calls):
        return drafts
    return [
        replace(d, type=EventType.CALL)
        if d.type is EventType.MEETING
        and d.lead
        and d.clause.has("discuss")
        and not d.clause.has("meet", "visit", "receive")
        else d
        for d in drafts
    ]


_THAT_WAS = regex(
    r"\W*(?:و?(?:جاء|ورد|جري|تم|كان) ذلك (?:في|خلال|اثناء|عبر) (?:ال)?(?:اتصال|مكالم|محادثه هاتفي)"
    r"|(?:this|that|the (?:discussion|talks|remarks|exchange)) (?:came|took place|was|were made) (?:in|during|by|over|on) (?:an? |the )?(?:phone|telephone|call))"
)
_THE_CALL = regex(r"و?(?:ال)?(?:اتصال|مكالمه|محادثه)(?: ال?هاتفي\w*)?(?!\w)|(?:the )?(?:phone |telephone )?call\b")


def _held(draft: Draft) -> bool:
    """Whether the lead tells of talks that took place: those to come have no outcome."""
    return draft.lead and not draft.clause.titular and draft.modality not in _UNDONE


def _as_joint(drafts: Sequence[Draft]) -> list[Draft]:
    """Operations told behind a joint one are its own account, unless a day of their own sets them apart."""
    joint = {d.date for x in drafts if x.type is EventType.JOINT_OPERATION for d in _exact(x)}
    return [
        replace(d, type=EventType.JOINT_OPERATION)
        if d.type is EventType.BORDER_OPERATION
        and not opens_apart(d.clause)
        and not (joint and _opens(d) and not joint & {x.date for x in _exact(d)})
        else d
        for d in drafts
    ]


def _by_pronoun(drafts: Sequence[Draft]) -> list[Draft]:
    """ "handed them over": those whom the headline or the lead tells of, and no prisoners unless it does."""
    told = {d.type for d in drafts if d.lead and d.type in MOVEMENTS and not _them(d)}
    if EventType.DETAINEE_TRANSFER in told or EventType.REPATRIATION not in told:
        return list(drafts)
    return [
        replace(d, type=EventType.REPATRIATION) if d.type is EventType.DETAINEE_TRANSFER and _them(d) else d
        for d in drafts
    ]


def _of_the_group(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """ "The group consists of 208 families and had entered through Rabia": those whom the lead brings home."""
    lead = {
        d.type
        for d in drafts
        if d.lead and not d.clause.titular and d.type in MOVEMENTS and d.modality in (Modality.DONE, Modality.PLANNED)
    }
    if EventType.REPATRIATION not in lead or len(lead) > 1 + (EventType.REFUGE in lead):
        return drafts
    first = next(d for d in drafts if d.lead and not d.clause.titular and d.type in MOVEMENTS)
    if first.type is not EventType.REPATRIATION:
        return drafts
    return [
        replace(d, type=EventType.REPATRIATION)
        if d.type is EventType.REFUGE and not d.clause.titular and _THE_GROUP.search(d.clause.plain)
        else d
        for d in drafts
    ]


def _of_those_let_in(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """«عبرت 90 عائلة إلى دهوك …. وقد نُقلوا إلى مخيم دوميز»: where those who fled were taken is no return."""
    lead = [d for d in drafts if d.lead and d.type in MOVEMENTS and not d.clause.titular]
    fled = bool(lead) and lead[0].type is EventType.REFUGE and lead[0].clause.has("flight", "pop_refugees")
    if not fled or any(d.lead and _goes_back(d) for d in drafts):
        return drafts
    return [
        replace(d, type=EventType.REFUGE)
        if d.type is EventType.REPATRIATION
        and d.clause.order <= _NEXT_BUT_ONE
        and _TAKEN_ON.match(d.text.plain, d.start)
        else d
        for d in drafts
    ]


def _goes_back(draft: Draft) -> bool:
    return draft.type is EventType.REPATRIATION and _TAKEN_ON.match(draft.text.plain, draft.start) is None


_NEXT_BUT_ONE = 4
_TAKEN_ON = regex(
    r"[وف]?(?:[يت])?نقل(?:وا|ون|ت|هم|هن|تهم|وهم)(?!\w)|(?:were|was) (?:\w+ )?(?:taken|moved|transferred|bussed|driven)\b"
)
"""Words of moving on, without a word of return."""
_THE_GROUP = regex(
    r"\b(?:the|this) (?:group|convoy|batch|contingent|returnees|buses|families)\b|(?<!\w)(?:ان )?(?:المجموعه|القافله|الدفعه|الوجبه|العايدين|العايلات العايده|الحافلات)(?!\w)"
)


def _them(draft: Draft) -> bool:
    return _THEM.search(draft.text.plain, draft.start, draft.end) is not None and not draft.clause.has(
        GROUPS[0], GROUPS[-1]
    )


_THEM = regex(r"\b(?:them|him|her)\b")


def _exact(draft: Draft) -> list[Day]:
    return [d for d in draft.days if d.own and d.precision is DatePrecision.DAY]


def _opens(draft: Draft) -> bool:
    """Whether an exact day of its own stands before an act or right behind it."""
    return any(d.start - draft.end <= _BEHIND for d in _exact(draft)) and not draft.clause.lead


_BEHIND = 40


def _long_before(draft: Draft, recent: dt.date | None) -> bool:
    """«وفي 4 من نيسان الماضي، داهمت …» behind news of these days."""
    if recent is None or draft.clause.lead or draft.clause.titular:
        return False
    first = min((d for d in draft.days if d.own), key=lambda d: d.start, default=None)
    if first is None:
        return False
    old = recent - first.date > dt.timedelta(days=60) and draft.type not in MOVEMENTS
    if first.start - draft.clause.start > _OPENING and not draft.clause.has("background") and not old:
        return False
    return recent - first.date > _WEEK


_OPENING, _WEEK = 14, dt.timedelta(days=7)
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
    if _fell_through(happening.first, draft):
        return True
    if (
        draft.modality is Modality.PLANNED
        and not (draft.type is EventType.CROSSING_STATUS and any(_as_of(draft, d) for d in draft.days))
        and not any(d.own and d.precision is not DatePrecision.YEAR for d in draft.days)
        and not _NEXT_ONE.search(draft.clause.plain)
    ):
        return True
    if draft.modality in _UNDONE:
        return draft.clause.titular or theirs is draft.modality
    past = [d for d in _exact(draft) if not announcing(draft.clause, d)]
    if (
        theirs is Modality.PLANNED
        and past
        and draft.modality is Modality.DONE
        and draft.type in TALKS
        and draft.clause is not happening.first.clause
    ):
        return False
    dated = any(d.own for x in happening.drafts for d in x.days)
    elsewhere_told = draft.clause.start != happening.first.clause.start or so_far_too(happening.first, draft)
    return not (theirs in _UNDONE and past and dated and elsewhere_told)


def _fell_through(first: Draft, draft: Draft) -> bool:
    """ "The convoy had been due to leave on Saturday": what was called off, told before or behind."""
    planned = draft if draft.modality is Modality.PLANNED else first
    both = {draft.modality, first.modality} == {Modality.PLANNED, Modality.CANCELLED}
    return both and _HAD_BEEN_DUE.search(planned.clause.plain) is not None


_HAD_BEEN_DUE = regex(
    r"\b(?:had been|was to have|were to have|would have)\b|(?<!\w)(?:كان|كانت) (?:من )?(?:ال)?(?:مقرر|متوقع|مفترض|منتظر|مزمع)\w*"
)


def _as_of(draft: Draft, day: Day) -> bool:
    """ "will be let through as of Monday": a gate's next step has that day."""
    return _FROM_DAY.search(draft.clause.before(day.start, 24)) is not None and not draft.clause.titular


_FROM_DAY = regex(r"\b(?:as of|starting(?: from)?|beginning(?: on)?|with effect from|effective) (?:\w+ )?$")


def _interview(draft: Draft) -> bool:
    """An interview or an address is a position of its own."""
    return any("interview" in w.classes for w in draft.clause.words if w.start == draft.start)


_QUIET = MOVEMENTS | {EventType.BORDER_MEASURE, EventType.CROSSING_STATUS}
"""What is done in coordination and is no operation."""


def _by_force(draft: Draft) -> bool:
    """An operation told by its own word; «العملية جرت بالتنسيق مع» may be how people were moved."""
    joint = draft.type is EventType.JOINT_OPERATION
    bare = joint and any(w.start == draft.start and "coordination" in w.classes for w in draft.clause.words)
    return (joint or draft.type is EventType.BORDER_OPERATION) and not bare


def _faces_press(draft: Draft) -> bool:
    """«وقال حسين في مؤتمر صحافي مشترك»: where those who met told of it."""
    told = draft.text.plain[draft.start : draft.end]
    return draft.type is EventType.STATEMENT and _PRESS.match(told) is not None


_PRESS = regex(r"\w*موتمر\w* صح\w?ف")
_NEXT_ONE = regex(r"لاحق|اخري|جديد|المقبل|القادم|another|further|next|later|more ")


def _told_otherwise(draft: Draft, found: Sequence[Happening]) -> bool:
    lead = [h for h in found if h.lead and h.type is not EventType.STATEMENT]
    return bool(lead) and not any(h.type is draft.type for h in lead)


def _met_another_day(happening: Happening, draft: Draft) -> bool:
    """ "A day earlier, al-Shaibani held talks with Barzani": somebody else, on a day that stands by the act."""
    arabic = draft.text.plain[draft.start] > "\u0600" and draft.type is not EventType.CALL
    if draft.clause.titular or happening.first.clause.titular or arabic:
        return False
    theirs = {d.date for x in happening.body for d in x.days if d.own}
    mine = [d for d in _exact(draft) if d.date not in theirs and _by_the_act(draft, d)]
    met = {m.actor for x in happening.body for m in x.mentions if m.kind == "person"}
    new = [m for m in draft.mentions if m.kind == "person" and m.actor not in met]
    apart = bool(theirs) or _ALSO.search(draft.clause.plain) is not None
    return bool(mine and apart and new) and draft.clause is not happening.first.clause


def _by_the_act(draft: Draft, day: Day) -> bool:
    low, high = min(day.end, draft.end), max(day.start, draft.start)
    return high - low <= _NEAR_ACT and not any(low <= w.start < high for w in draft.clause.of("say"))


_NEAR_ACT = 60
_ALSO = regex(
    r"(?<!\w)(?:ثم|كما|كذلك|ايضا|وكان|وكانت)(?!\w)|\b(?:as well|too|also|earlier|already|previously|the day before|had|separately)\b"
)


def _crossings(draft: Draft) -> set[str]:
    """The gates that are named, or by the towns beside them."""
    named = {m.place for m in draft.mentions if m.place and m.place.startswith("x_")}
    stands = not draft.lead and any(gate_town(draft.clause, w) for w in draft.clause.words if w.start == draft.start)
    return named or {GATE_TOWNS[m.place] for m in draft.mentions if stands and m.place in GATE_TOWNS}


def _dates(draft: Draft) -> list[dt.date]:
    """The days of its clause that may be its own: not of a verb to come, nor of how those who are moved had come."""
    moved = draft.type in MOVEMENTS
    days = (d for d in draft.days if d.own and not of_what_comes(draft, d))
    return [d.date for d in days if not (moved and of_arrival(draft.clause, d, draft.start, False))]


def _apart(happening: Happening, draft: Draft) -> bool:
    if draft.clause.titular and happening.lead and happening.first.modality is Modality.PLANNED:
        return False
    mine = _dates(draft)
    theirs = [date for other in happening.drafts for date in _dates(other)]
    if draft.type is EventType.CROSSING_STATUS:
        here, there = _crossings(draft), {x for d in happening.drafts for x in _crossings(d)}
        if here and there and not here & there:
            return True
    if draft.type in (EventType.MEETING, EventType.CALL) and _met_another_day(happening, draft):
        return True
    further = draft.type in (EventType.MEETING, EventType.CALL) and _ANOTHER.search(draft.clause.before(draft.end, 40))
    if further or (draft.type is EventType.CALL and rang_another(happening, draft)):
        return True
    if draft.type in _RAIDS and opens_apart(draft.clause) and not happening.first.clause.titular:
        return True
    item = draft.type in _RAIDS and other_item(draft.clause) and not happening.first.clause.titular
    other_day = bool(mine and theirs) and not set(mine) & set(theirs)
    behind = item and draft.clause is not happening.first.clause
    if (item and other_day) or (behind and by_another_force(happening.drafts, draft)):
        return True
    if draft.type is not EventType.STATEMENT and listed_apart(happening.first, draft):
        return True
    if draft.type in (EventType.BORDER_OPERATION, EventType.BORDER_MEASURE) and other_side(happening.first, draft):
        return True
    if draft.type is EventType.BORDER_MEASURE and elsewhere(draft, happening.drafts):
        return True
    if not draft.clause.titular and raided_elsewhere(draft, happening.body):
        return True
    far = bool(mine and theirs) and min(abs(a - b) for a in mine for b in theirs) > SAME_HAPPENING
    if _fell_through(happening.first, draft):
        return False
    if far or _TOOK_PLACE.match(draft.clause.plain):
        return far
    return bool(mine and theirs) and not set(mine) & set(theirs) and draft.clause.has("background")


_ANOTHER = regex(
    r"\b(?:another|a separate|a second|an earlier|a different) (?:\w+ )?(?:call|conversation|meeting)$"
    r"|(?<!\w)(?:مكالمه|محادثه) (?:هاتفيه )?(?:اخري|منفصله|ثانيه)$|(?<!\w)اتصال (?:هاتفي )?(?:اخر|منفصل|ثان)$"
)
_RAIDS = frozenset((EventType.BORDER_OPERATION, EventType.BORDER_MEASURE, EventType.INCIDENT))
"""What may befall twice in one text on one day."""
_TOOK_PLACE = regex(
    r"\W*(?:the|this) (?:[\w'-]+ ){1,3}(?:took place|occurred|happened|was carried out|came)\b|\W*(?:و\w+ ){0,3}?(?:ان )?(?:عمليه )?ال\w+ (?:جرت|تمت|وقعت|وقع|جري|نفذت)(?!\w)"
)
"""«The breakout took place on Tuesday, when guards had left»: what was told, not something recalled."""


def latest(clauses: Sequence[Clause], published: dt.date) -> dt.date | None:
    """The latest day of the lead, where it is one of the week before the publication; the publication's where the lead
    tells none."""
    days = [d.date for c in clauses if c.lead and not c.titular for d in c.days if d.own and d.date <= published]
    last = max(days, default=published)
    return last if published - last <= _WEEK else None
