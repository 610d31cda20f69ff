"""What an article is about: the happenings that title and lead tell of, or else its news of these days. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from events.codebook import DateBasis, DatePrecision, EventType, Family, Modality, Part, Side
from events.reports import ParticipantMention, Report
from ingest.coding.dating import RECENT
from ingest.coding.event_types import BESIDE, Happening
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.rivals import WIRE, opens_apart, other_side, shut_and_guarded, under_fire
from ingest.coding.rules import MOVEMENTS, TALKS

_LENGTH = {
    DatePrecision.WEEK: dt.timedelta(7),
    DatePrecision.MONTH: dt.timedelta(31),
    DatePrecision.YEAR: dt.timedelta(366),
}
_YEARS = dt.timedelta(days=7300)
_LATELY = dt.timedelta(days=45)
"""A feature's news may be some weeks old."""


_LESSER = frozenset(
    (
        EventType.BORDER_MEASURE,
        EventType.INCIDENT,
        EventType.BORDER_OPERATION,
        EventType.INTELLIGENCE_SHARING,
    )
)
"""Types that beside another of their family on the same day only elaborate it."""
_ELABORATED = frozenset((Family.OPERATIONS, Family.MOVEMENT))
"""Families of which a second act without a day of its own only elaborates the first."""


def main_of(happenings: Sequence[Happening], day: dt.date) -> list[Happening]:
    """What title or lead tell of; a statement only when nothing of these days is told as an act."""
    lead = [h for h in happenings if h.lead and not _long_ago(h, day) and not _one_before(h)]
    if any(h.type is EventType.STATEMENT and h.first.clause.order == 0 for h in lead):
        lead = [h for h in lead if not _recalled(h, day)]
    acts = [h for h in lead if h.type is not EventType.STATEMENT]
    fresh = [h for h in happenings if h.type is not EventType.STATEMENT and not h.first.subordinate and _fresh(h, day)]
    court = [h for h in lead if h.first.clause.has("court")] or [h for h in lead if tours(h)]
    acts = [h for h in acts if not _recalled(h, day)] or acts
    if any(_fresh(h, day) for h in lead):
        acts, lead = ([h for h in found if not _stale(h, day)] for found in (acts, lead))
    if len(acts) > 1 and any(_fresh(h, day) for h in acts):
        acts = [h for h in acts if not _older(h, day)]
    return acts or court or fresh[:1] or lead or [h for h in happenings if _of_late(h, day)][:1]


def tours(happening: Happening) -> bool:
    """A tour that headline and lead tell of: the news, whatever its text recalls of those who were visited."""
    told = [any(w.start == d.start and "tour" in w.classes for w in d.clause.words) for d in happening.drafts]
    headed = any(d.clause.titular for d in happening.drafts)
    return happening.type is EventType.STATEMENT and headed and all(told)


_THAT_DAY = regex(r"(?:ال)?يوم (?:ذاته|نفسه|عينه)|(?:the same|that very|that same) day|earlier in the day")


def dated(happening: Happening) -> bool:
    """Whether it is told with a day of its own, were it the day of what was told before."""
    return any(any(d.own for d in draft.days) or _THAT_DAY.search(draft.clause.plain) for draft in happening.drafts)


def _of_late(happening: Happening, day: dt.date) -> bool:
    """A feature's news: an act on a day of the last weeks, whatever the piece begins with."""
    days = [d.date for d in happening.first.days if d.own and d.precision is DatePrecision.DAY]
    return happening.type is not EventType.STATEMENT and any(abs(d - day) <= _LATELY for d in days)


def _long_ago(happening: Happening, day: dt.date) -> bool:
    """What took place months before is no news, even where a feature begins with it."""
    days = [(d.last or d.date) + _LENGTH.get(d.precision, dt.timedelta(0)) for d in happening.first.days if d.own]
    done = happening.first.modality is Modality.DONE and happening.type is not EventType.STATEMENT
    return done and bool(days) and _LATELY < day - max(days) < _YEARS


def _recalled(happening: Happening, day: dt.date) -> bool:
    """What even the lead only recalls: an older day behind «it is worth noting»."""
    days = [d.date for d in happening.first.days if d.own and d.precision is DatePrecision.DAY]
    old = bool(days) and max(days) < day - RECENT
    return old and happening.first.clause.has("background") and not happening.first.clause.titular


def _one_before(happening: Happening) -> bool:
    """The last one of its kind before the one that is told."""
    return happening.after is not None and happening.first.modality is Modality.DONE


def _stale(happening: Happening, day: dt.date) -> bool:
    """Told in the second sentence on a day well before the news of the first."""
    first = happening.first
    days = [(d.last or d.date) + _LENGTH.get(d.precision, dt.timedelta(0)) for d in first.days if d.own]
    done = first.modality is Modality.DONE and not first.clause.titular and first.clause.order > 0
    return done and bool(days) and max(days) < day - 2 * RECENT


def _older(happening: Happening, day: dt.date) -> bool:
    """«وفي 22 آذار الماضي، أُطلقت …» behind the news of these days."""
    first = happening.first
    if first.clause.order == 0 or first.modality is not Modality.DONE or first.text.plain[first.start] < "\u0600":
        return False
    days = [d.date for d in first.days if d.own and d.precision is DatePrecision.DAY]
    return bool(days) and max(days) < day - _WEEKS


_WEEKS = dt.timedelta(days=10)


def _fresh(happening: Happening, day: dt.date) -> bool:
    days = [d for d in happening.first.days if d.own and d.precision is DatePrecision.DAY]
    return any(abs(d.date - day) <= RECENT for d in days) and happening.first.modality is Modality.DONE


_DEFENDED = regex(r"تصد|اسقط|اسقاط|اعترض|اعتراض|تفكيك|فكك|shot down|intercept|defus")


_RECAUGHT = regex(
    r"(?:قبض علي|اعتقل\w*|اعتقال|توقيف|امسكت ب) (?:\S+ ){0,3}?(?:منهم|من الفارين|فارين|الفارين|هاربين|الهاربين|منهم)(?!\w)"
)


def answers(happening: Happening, found: Sequence[Happening]) -> bool:
    """«وجرى إسقاطها»: what was done about the attack that is told already."""
    first = happening.first
    attacked = any(h.type is EventType.INCIDENT for h in found)
    if happening.type is EventType.BORDER_OPERATION and any(
        h.type is EventType.INCIDENT and h.first.clause.has("escape") for h in found
    ):
        return _RECAUGHT.search(first.text.plain, first.start, first.clause.end) is not None
    return (
        attacked
        and happening.type is EventType.BORDER_OPERATION
        and bool(_DEFENDED.search(first.text.plain, first.start, first.end))
    )


_COUNCIL = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:مجلس (?:ال)?(?:وزاري|امن|وزراء|دفاع|قضاء)|مجلس وزاري|لجنه (?:ال)?(?:امن|دفاع|علاقات)|خليه (?:ال)?ازم|هييه (?:ال)?اركان|قياده (?:ال)?عمليات)"
    r"|\b(?:national security council|ministerial council|security council|council of ministers|security committee|cabinet|crisis cell|emergency) \b"
)


def sits_alone(happening: Happening) -> bool:
    """«ترأس السوداني اجتماع المجلس الوزاري للأمن الوطني»: a meeting of one side is a position."""
    first = happening.first
    return (
        happening.type is EventType.MEETING
        and first.modality is Modality.DONE
        and bool(_COUNCIL.search(first.clause.plain))
        and not first.clause.has("joint_body", "order", "approved")
    )


_ROUND = regex(
    r"(?<!\w)(?:اول اجتماعات\w*|(?:ال)?(?:اجتماع|جوله|جلسه|لقاء)\w* (?:ال)?(?:مقبل|قادم|تالي|ثاني|مقبله|قادمه|تاليه|ثانيه)|اجتماعاتها|اجتماعها|تلتيم|اللجنه)(?!\w)"
    r"|\b(?:next|second|third|another|further|follow-up|new) (?:[\w-]+ )?(?:round|meeting|session|gathering)\b"
)


def next_round(happening: Happening) -> bool:
    """«على أن يعقد الاجتماع المقبل في …»: of those who met, whoever is named."""
    return (
        happening.type is EventType.MEETING
        and happening.first.modality is Modality.PLANNED
        and (happening.after is not None or bool(_ROUND.search(happening.first.clause.plain)))
    )


_ACCOUNT = regex(
    r"(?<!\w)[وف]?(?:ا|ل|لا)?طلع\w* (?:\S+ ){0,2}?علي|لاطلاع\w*|نتايج|خطه النقل|عمليه النقل|العمليه(?!\w)|\bbrief(?:ed|ing)\b|\b(?:about|on) (?:the|its|this) (?:plan|transfers?|operation|detainees|prisoners|move)\b"
)
_BACKERS = frozenset((Side.US, Side.COALITION))
_OURS = frozenset((Side.IQ, Side.KRG, Side.SY, Side.SDF))


def on_its_account(happening: Happening, people: Sequence[ParticipantMention]) -> bool:
    """«أطلعه خلاله على خطة النقل»: talks of one of the two with a third about what the text tells."""
    ours = any(p.side in _OURS and p.part is not Part.MENTIONED for p in people)
    kind = happening.type in (EventType.CALL, EventType.MEETING)
    return kind and ours and bool(_ACCOUNT.search(happening.first.clause.plain))


def of_the_held(happening: Happening, people: Sequence[ParticipantMention]) -> bool:
    """«أجرى روبيو مكالمة مع … تناولت … المحتجزين»: a backer talks with one of the two of those whom the text tells of."""
    sides = {p.side for p in people if p.part is not Part.MENTIONED}
    talk = happening.type in (EventType.CALL, EventType.MEETING)
    return talk and bool(sides & _BACKERS and sides & _OURS) and happening.first.clause.has("pop_isis_detainees")


def plainly_told(report: Report) -> bool:
    """What is told aside without a day stands only where somebody is said to have done it."""
    acting = any(p.part not in (Part.MENTIONED, Part.TARGET) for p in report.participants)
    return acting and (report.type.family is Family.MOVEMENT or report.type is EventType.JOINT_OPERATION)


def same_move(report: Report, other: Report) -> bool:
    """Two movements of one group on one day are one."""
    targets = [{p.actor for p in r.participants if p.part is Part.TARGET} for r in (report, other)]
    moved = report.type in MOVEMENTS and other.type in MOVEMENTS
    return (
        moved
        and bool(targets[0] & targets[1])
        and (report.date == other.date or report.date_basis is DateBasis.PUBLISHED)
    )


def told_by(happening: Happening) -> bool:
    """A tour, an interview or a step of a court: a position of its own, whatever else the lead tells."""
    kinds = ("tour", "interview", "court")
    return happening.type is EventType.STATEMENT and happening.first.clause.has(*kinds)


def interviewed(happening: Happening) -> bool:
    """A position told aside counts where an interview or an address is reported."""
    return any("interview" in w.classes for w in happening.first.clause.words)


def passed_over(happening: Happening) -> bool:
    """What told aside is no event: a position that is no interview nor sensed on a day of its own, an office changing
    hands without a day."""
    if happening.type is EventType.STATEMENT:
        return not (interviewed(happening) or (happening.known and dated(happening)))
    return happening.type is EventType.APPOINTMENT and not dated(happening)


def _denied_again(report: Report, found: Sequence[Report]) -> bool:
    """«made no visit to Damascus on Friday», then «did not meet Sharaa»: one thing denied in other words, without a day."""
    if report.modality is not Modality.DENIED or report.date_precision is DatePrecision.DAY:
        return False
    return any(r.modality is Modality.DENIED and r.type is report.type for r in found)


def only_elaborates(
    report: Report,
    happening: Happening,
    main: Sequence[Happening],
    found: Sequence[tuple[Happening, Report]],
    day_known: bool,
) -> bool:
    """Whether what is told, without a day or beside another of its family, only elaborates what stands already;
    `day_known`: a main event of the text has its day."""
    unsaid = report.date_basis is DateBasis.PUBLISHED
    aside = happening not in main and happening.type is not EventType.STATEMENT
    aside = aside and unsaid and report.background
    undated = unsaid and report.modality is Modality.DONE
    if (_denied_aside(report) and happening not in main) or _denied_again(report, [r for _, r in found]):
        return True
    if _their_arrest(happening) and any(h.type in MOVEMENTS for h, _ in found):
        return True
    if (aside and not plainly_told(report)) or (unsaid and answers(happening, [h for h, _ in found])):
        return True
    apart = opens_apart(happening.first.clause) or SAME_DAY.match(happening.first.clause.plain) is not None
    apart = apart or _received_elsewhere(report, found) or any(shut_and_guarded(h, happening) for h, _ in found)
    if day_known and unsaid and (report.background or (undated and happening.type not in BESIDE)) and not apart:
        return not rang(report)
    again = any(h.type.family is happening.type.family and h in main for h, _ in found)
    theirs = any(other_side(h.first, happening.first) for h, _ in found if h.type is happening.type)
    same_day = [h for h, r in found if h in main and r.date == report.date]
    if again and happening.type in _LESSER and same_day and not (theirs or apart):
        return True
    families = {h.type.family for h in main if h.type is not EventType.STATEMENT}
    if aside and happening.type.family in families and report.modality is not Modality.PLANNED:
        return True
    twice = happening in main and any(same_move(report, other) for _, other in found)
    return twice or (again and undated and happening.type.family in _ELABORATED and not apart)


SAME_DAY = regex(
    r"\W*(?:also )?(?:on|later|earlier) (?:the|that) same (?:day|night|evening|morning)\b|\W*(?:by (?:noon|midday|nightfall|dusk|sunset|evening|dawn)|(?:within )?hours later|in response|in reaction|thereupon|shortly after(?:wards?|ward)?)\b"
    r"|\W*و?(?:علي اثر ذلك|علي اثره\w*|علي الفور|اثر ذلك|عقب ذلك|ردا علي ذلك|في رد فوري|وردا علي الهجوم)(?!\w)"
)
"""Where a text goes on to what was done upon it."""


def _received_elsewhere(report: Report, found: Sequence[tuple[Happening, Report]]) -> bool:
    """A paper was signed, and somebody who did not sign it received the guest."""
    if report.type is not EventType.MEETING or not any(r.type is EventType.AGREEMENT for _, r in found):
        return False
    signed = {p.actor for _, r in found for p in r.participants}
    people = [p for p in report.participants if p.actor and p.part is not Part.MENTIONED]
    return any(p.part is Part.HOST and p.actor not in signed for p in people) and len(people) > 1


def rang(report: Report) -> bool:
    """A call of two sides is an event of its own, whatever else the text tells and without a day."""
    sides = {p.side for p in report.participants if p.part is not Part.MENTIONED and p.actor}
    return report.type is EventType.CALL and len(sides) > 1


def by_wire(happening: Happening) -> bool:
    """Whether the act's own words, in one telling of it, speak of a telephone, not of a letter."""
    said = " ".join(d.text.plain[d.start : d.end] for d in happening.drafts)
    return any(part in said for part in WIRE)


def only_recalled(report: Report, recalled: Sequence[Report], day: dt.date) -> bool:
    """What a feature recalls, or is long past, and nothing of these days."""
    done = report.modality is Modality.DONE
    past = ((report.date or day) + _LONG_AGO) < day
    return done and (
        past or any((r.type, r.date, r.modality) == (report.type, report.date, Modality.DONE) for r in recalled)
    )


_LONG_AGO = dt.timedelta(days=45)
_NEXT_DAY = dt.timedelta(days=1)


def _their_arrest(happening: Happening) -> bool:
    """ "They were arrested by Syrian forces near Mayadin": how those who are handed over were caught once."""
    first = happening.first
    own = any(d.own and d.precision is DatePrecision.DAY for d in first.days)
    caught = happening.type is EventType.BORDER_OPERATION and _CAUGHT.search(first.clause.before(first.start, 60))
    return bool(caught) and not own


_CAUGHT = regex(
    r"\b(?:they|he|she|who|the (?:two|three|four|five|six|\d+|men|prisoners|detainees|suspects|convicts|inmates))\b[^.;]{0,30}\b(?:were|was|had been|have been) (?:\w+ly )?$"
)


def _denied_aside(report: Report) -> bool:
    """Something denied in passing, without its day; a crossing that somebody says is open stands."""
    denied = report.modality is Modality.DENIED and report.date_basis is DateBasis.PUBLISHED
    return denied and not (report.claimant and report.type is EventType.CROSSING_STATUS)


def stands_beside(report: Report, happening: Happening, told: Collection[tuple[EventType, dt.date | None]]) -> bool:
    """Whether an event that no rule knows is told beside others: on a day of its own or still to come, and of a type told
    for these days only where it has a place or is a call."""
    dated = report.date_basis is DateBasis.TEXT and report.date_precision is not DatePrecision.YEAR
    day = report.date
    near = any(k is report.type and d and day and abs(d - day) <= _NEXT_DAY for k, d in told)
    apart = _THAT_DAY.search(happening.first.clause.plain) is not None
    if report.type is EventType.BORDER_OPERATION and (EventType.INCIDENT, day) in told and not report.counts:
        return not under_fire(happening.first.clause)
    return (
        (report.type, day) not in told
        and (dated or apart or report.modality is not Modality.DONE or rang(report))
        and (report.place is not None or not near or rang(report))
    )


_SPOKEN = frozenset((EventType.STATEMENT, *TALKS)) - {EventType.AGREEMENT}
"""Where totals of what moved are told, which talks and positions themselves hardly count."""


def _of_those_moved(happening: Happening, clause: Clause) -> bool:
    """Of people in camps no prisoner's number is told, and the other way round."""
    camp = happening.type is not EventType.DETAINEE_TRANSFER
    return not clause.has("pop_isis_detainees" if camp else "pop_camp_families")


def _in_its_sentence(clause: Clause, recalled: Happening) -> bool:
    """«وكانت آخر وجبة قد غادرت في 29 كانون الأول، وقالت الإدارة إنها ضمت 840 شخصاً»: what follows in the sentence that
    recalls something of a day of its own is told of that."""
    first = recalled.first.clause
    follows = clause.text is first.text and clause.order == first.order and clause.start > first.start
    return follows and first.has("background") and dated(recalled)


def spare_clauses(
    happening: Happening, clauses: Sequence[Clause], owners: Mapping[int, Happening]
) -> tuple[list[Clause], list[Clause]]:
    """The clauses of a plan or of something recalled, and those that only follow on what is recalled: their numbers
    may be the main event's."""
    owned = [(c, o) for c in clauses if (o := owners.get(id(c))) is not None and o is not happening]
    owned = [(c, o) for c, o in owned if not _in_its_sentence(c, o)]
    family = happening.type.family
    recalled = [(c, o) for c, o in owned if o.first.clause.has("background")]
    loose = [c for c, o in recalled if all(d.clause is not c for d in o.drafts)]
    plans = [c for c, o in owned if o.first.modality is Modality.PLANNED and o.type.family is family]
    lost = [c for c in clauses if id(c) not in owners]
    opening = [c for c in lost if c.titular or (c.lead and c.order < happening.first.clause.order)]
    nobodys = [c for c in lost if not c.titular and c not in opening]
    beside = [c for c, o in owned if o.type is happening.type and all(d.clause is not c for d in o.drafts)]
    speaks = happening.type in MOVEMENTS
    said = [c for c, o in owned if speaks and o.type in _SPOKEN and not c.titular and _of_those_moved(happening, c)]
    return [c for c in dict.fromkeys((*plans, *nobodys, *beside, *said)) if c not in loose], [*loose, *opening]
