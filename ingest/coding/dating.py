"""The day a happening took place: its own, not the dateline's, the background's or the announcement's. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from events.codebook import DateBasis, DatePrecision, EventType, Family, Flag, Modality
from events.tenure import period_start
from ingest.coding.announced import announcing, led_up, of_arrival
from ingest.coding.apart import SEPARATE
from ingest.coding.cues import cues
from ingest.coding.day_rules import Day, its_week
from ingest.coding.due import (
    BY_WORD,
    GOING_ON,
    as_of,
    coming_one,
    denied_days,
    fitting,
    in_months,
    not_to_come,
    of_agreement,
    said_later,
)
from ingest.coding.event_types import Draft, Happening
from ingest.coding.reading import Clause
from ingest.coding.reckoned import reckoned
from ingest.coding.regexes import regex
from ingest.coding.rivals import of_what_comes, opens_apart
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.speaking import backshifted
from ingest.coding.words import Word

RECENT = dt.timedelta(days=4)
"""An event dated further back than this, told in passing, is background."""
_FRESH = dt.timedelta(days=2)
_CAUGHT = frozenset((EventType.BORDER_OPERATION, EventType.JOINT_OPERATION))
_DUE = frozenset((Modality.PLANNED, Modality.CANCELLED, Modality.DENIED))
_DECREED = frozenset((EventType.AGREEMENT, EventType.AMNESTY))
_SIGNED, _TOLD_OF = 14, 4
_WINDOW, _WEEK = dt.timedelta(days=3), dt.timedelta(days=7)
_OTHER_REACH = 70
_LONG, _MONTH = dt.timedelta(days=5), dt.timedelta(days=33)


@dataclass(frozen=True, slots=True)
class Dating:
    """A day with what proves it: [start, end) of a clause's text, or nothing where it is the publication's."""

    date: dt.date | None
    basis: DateBasis
    precision: DatePrecision
    background: bool
    clause: Clause | None = None
    start: int = 0
    end: int = 0
    end_date: dt.date | None = None
    flags: tuple[Flag, ...] = ()

    def covers(self, day: dt.date) -> bool:
        """Whether a day is this one, or in this week or month."""
        long = {DatePrecision.WEEK: _WEEK, DatePrecision.MONTH: _MONTH}.get(self.precision)
        return day == self.date or bool(long and self.date and self.date <= day < self.date + long)


def date_of(
    happening: Happening,
    follow: Sequence[Clause],
    published: dt.date | None,
    modality: Modality,
    main: bool,
    lead: Dating | None = None,
    leads: Sequence[Clause] = (),
) -> Dating:
    """The event's own day; else the announcement's; else the publication's, or its month where it is told aside. What
    is told as done beside the main event, whose day `lead` is, took place on that day."""
    recalled = not main and _is_recalled(happening.first, published)
    own, announced = _days(happening, follow)
    own += [p for p in announced if published is not None and p[1].date > published]
    counted = reckoned(happening.first, own, announced, lead.date if lead else None, published)
    if counted is not None:
        return _said(happening.first.clause, counted[0], published, background=counted[1])
    if not own and happening.type is EventType.CROSSING_STATUS:
        own = [(d.clause, day) for d in happening.drafts for day in d.days if not day.own][:1]
    if modality is Modality.DENIED:
        own, announced = denied_days(happening, own, announced, follow[:_TOLD_OF])
    own = fitting(not_to_come(happening, own, modality, published), modality, published)
    if modality is Modality.PLANNED and published is not None:
        ahead = _ahead(own, published) or as_of(happening, published) or said_later(happening, follow, published)
        return _due_on(happening, ahead or own, published)
    if happening.type is EventType.STATEMENT:
        own = _stated_on(own, announced, published)
        announced = own and announced
    if not own and modality in GOING_ON and (not announced or happening.type is EventType.REFUGE):
        own = _ever_since(happening, published)
    if lead is not None and not any(d.own for x in happening.drafts for d in x.days) and _that_day(happening):
        return lead
    if own:
        recalled = recalled or (not main and _told_on_the_way(happening.first, own[0][1], published))
        return _said(*own[0], published, background=_old(own[0][1], published, main) or recalled)
    if announced:
        clause, day = in_months(announced)[0] if modality is Modality.CANCELLED else announced[0]
        if modality is Modality.DONE and day.precision is DatePrecision.DAY and _of_the_week(happening):
            return _said(clause, its_week(day), published, background=recalled or _old(day, published, main))
        old = modality is not Modality.DENIED and _old(announced[0][1], published, main)
        return _said(clause, day, published, background=old or recalled)
    signed = next(((c, d) for c in follow if _is_signature(c) for d in c.days), None)
    if signed and happening.type in _CAUGHT and modality is Modality.DONE and main:
        return _said(signed[0], its_week(signed[1]), published, background=recalled)
    if published is None:
        return Dating(None, DateBasis.PUBLISHED, DatePrecision.DAY, not main)
    if not main and lead is not None and lead.date is not None and _beside_it(happening, modality):
        another = lead.date > published or _another_matter(happening)
        return Dating(published, DateBasis.PUBLISHED, DatePrecision.DAY, False) if another else lead
    return _by_publication(happening, published, modality, main and lead is None, main, leads)


def _another_matter(happening: Happening) -> bool:
    """English "in a separate operation": of the day of the text; the Arabic phrase goes on telling of one day."""
    return happening.first.text.plain[happening.first.start] < "\u0600" and opens_apart(happening.first.clause)


def _is_recalled(first: Draft, published: dt.date | None) -> bool:
    """Told by a word of recalling; with a day of these days only where the sentence opens with it."""
    recalled = first.clause.has("background") and not backshifted(first.clause)
    if published is not None and any(d.own and d.date >= published - _FRESH for d in first.days):
        return recalled and bool(RECALLING.match(first.clause.plain))
    return recalled


def _stated_on(
    own: list[tuple[Clause, Day]], announced: list[tuple[Clause, Day]], published: dt.date | None
) -> list[tuple[Clause, Day]]:
    """The day of a position, not of what it is about."""
    told = announced or [(c, d) for c, d in own if not _OF_THAT.search(c.before(d.start, 50))]
    return [p for p in told if published is None or p[1].date <= published]


def _that_day(happening: Happening) -> bool:
    """«وفي اليوم ذاته …»."""
    return _THAT_DAY.search(happening.first.clause.plain) is not None


def _by_publication(
    happening: Happening,
    published: dt.date,
    modality: Modality,
    first: bool,
    main: bool,
    leads: Sequence[Clause],
) -> Dating:
    """Without a day of its own: a lead's day for the first of the main events, else the publication's or its month."""
    same_day = any(not d.subordinate and cues().other["same_day"].search(d.clause.plain) for d in happening.drafts)
    if modality in _DUE and (main or modality is not Modality.DENIED):
        return Dating(published.replace(day=1), DateBasis.PUBLISHED, DatePrecision.MONTH, False)
    told = next(_leading(leads, published), None) if first and modality is Modality.DONE else None
    if told is not None:
        return _said(*told, published, background=False)
    rang = happening.type is EventType.CALL and not happening.first.clause.has("background")
    if main or same_day or rang or _said_lately(happening):
        return Dating(published, DateBasis.PUBLISHED, DatePrecision.DAY, False)
    background = modality is not Modality.DENIED or happening.first.clause.has("background")
    return Dating(published.replace(day=1), DateBasis.PUBLISHED, DatePrecision.MONTH, background)


def _said_lately(happening: Happening) -> bool:
    """A position told aside that is of the day: of the lead, or an interview that nothing else came after."""
    first = happening.first
    if happening.type is not EventType.STATEMENT:
        return False
    earlier = any(w.end <= first.start for w in first.clause.of("subordinate", "background"))
    interview = first.clause.has("interview") and not earlier
    return interview or (happening.lead and first.text.plain[first.start] > "\u0600")


def _of_the_week(happening: Happening) -> bool:
    """Operations announced on a day took place in its week, unless an hour is told."""
    return happening.type in _CAUGHT and not any(_THAT_MORNING.search(d.clause.plain) for d in happening.drafts)


def _ahead(own: Sequence[tuple[Clause, Day]], published: dt.date) -> list[tuple[Clause, Day]]:
    """The days and periods that are not over."""
    return [(c, d) for c, d in own if d.date >= period_start(published, d.precision)]


def _due_on(happening: Happening, own: Sequence[tuple[Clause, Day]], published: dt.date) -> Dating:
    """The day to come that a plan names; else the month of its announcement."""
    coming = _ahead(own, published) or [(c, d) for c, d in own if d.precision is not DatePrecision.DAY]
    acts = {id(d.clause) for d in happening.drafts}
    due = coming or [(c, coming_one(d)) for c, d in own if d.weekday and (id(c) in acts or _shall(c, d))]
    if due:
        return _said(*due[0], published, background=False)
    return Dating(published.replace(day=1), DateBasis.PUBLISHED, DatePrecision.MONTH, False)


def _shall(clause: Clause, day: Day) -> bool:
    """«The first batch is to reach Qaim on Saturday»: a day behind words of what is to come."""
    return any(w.end <= day.start for w in clause.of("planned"))


def _beside_it(happening: Happening, modality: Modality) -> bool:
    """Whether an undated act is news like the main one, not something recalled."""
    first = happening.first
    recalled = first.subordinate or any(d.clause.has("background") for d in happening.drafts)
    recalled = recalled or _LONG_AGO.match(first.clause.plain) is not None or _came_before(first)
    told = happening.type is not EventType.STATEMENT and happening.after is None
    return modality is Modality.DONE and not recalled and told


def _told_on_the_way(first: Draft, day: Day, published: dt.date | None) -> bool:
    """ "including those who came back three days ago", "it began on Wednesday, when 150 were taken": recalled."""
    if published is None or first.type is EventType.STATEMENT or day.date >= published - dt.timedelta(days=1):
        return False
    return first.subordinate or _BEGAN_WHEN.search(first.clause.plain) is not None


_BEGAN_WHEN = regex(r"(?<!\w)منذ [^.؛]{0,60} (?:حين|عندما) |\b(?:began|started)\b[^.;]{0,40}\bwhen\b")


def _came_before(draft: Draft) -> bool:
    """ "They are thought to have stayed after the bulk of those who fled went home": earlier than what is told."""
    words = (w for w in draft.clause.of("subordinate") if draft.clause.start + 8 < w.start < draft.start)
    plain = draft.clause.text.plain
    return any(plain.startswith("after ", w.start) and "," not in plain[w.end : draft.start] for w in words)


_LONG_AGO = regex(
    r"\W*(?:after|during the|from the start|for years|over the (?:past|years)|at the height|historically|by then)\b"
)
"""«After Baghouz, thousands were moved …»: what a sentence opens by recalling."""


def _leading(leads: Sequence[Clause], published: dt.date) -> Iterator[tuple[Clause, Day]]:
    """A day of these days in the lead that is nobody's telling: of the main event, where its own words give none."""
    for clause in leads:
        for day in clause.days:
            recent = published - _WINDOW <= day.date <= published and day.precision is DatePrecision.DAY
            if day.own and recent and not announcing(clause, day) and not _is_signature(clause):
                yield clause, day


def _ever_since(happening: Happening, published: dt.date | None) -> list[tuple[Clause, Day]]:
    """«منذ 18 كانون الثاني دخل …», "deployed since Friday": the first day; of people moved the last is the publication's."""
    since = [
        (d.clause, day)
        for d in happening.drafts
        for day in d.days
        if not day.own and _SINCE.search(d.clause.before(day.start, 16))
    ]
    moved = happening.type.family is Family.MOVEMENT
    if not since or not (moved or happening.type is EventType.BORDER_MEASURE):
        return []
    clause, day = since[0]
    if day.precision is not DatePrecision.DAY or published is None or not day.date <= published <= day.date + _STRETCH:
        return []
    return [(clause, replace(day, last=published if moved and day.date < published else None))]


def _old(day: Day, published: dt.date | None, main: bool) -> bool:
    last = day.last or day.date
    if day.precision is not DatePrecision.DAY:
        return not main
    return published is not None and last < published - RECENT and not main


def _said(clause: Clause, day: Day, published: dt.date | None, *, background: bool) -> Dating:
    flags = (Flag.DATE_CONFLICT,) if day.conflict else ()
    return Dating(day.date, DateBasis.TEXT, day.precision, background, clause, day.start, day.end, day.last, flags)


def said_on(clause: Clause, day: Day, published: dt.date | None, main: bool) -> Dating:
    """The dating that a day of a clause gives a happening."""
    return _said(clause, day, published, background=_old(day, published, main))


def _days(happening: Happening, follow: Sequence[Clause]) -> tuple[list[tuple[Clause, Day]], list[tuple[Clause, Day]]]:
    """Days of the act itself, nearest to its words first, and those on which it was only told."""
    own: list[tuple[Clause, Day]] = []
    announced: list[tuple[Clause, Day]] = []
    for draft in [
        *(d for d in happening.drafts if not d.clause.titular),
        *(d for d in happening.drafts if d.clause.titular),
    ]:
        if draft is not happening.first and (SEPARATE.match(draft.clause.plain) or _recalls(draft, happening.first)):
            continue
        for day in _near(draft):
            if day.precision is DatePrecision.YEAR and draft is not happening.first:
                continue
            if happening.type in _DECREED or not of_agreement(draft.clause, day):
                (announced if announcing(draft.clause, day) else own).append((draft.clause, day))
    if not own and not (announced and happening.type in BY_WORD):
        told = {id(d.clause) for d in happening.drafts}
        own += [
            p
            for p in _further(happening, [c for c in follow if id(c) not in told])
            if not _long_before(p[1], announced)
        ]
    first = [pair for pair in own if pair[0] is own[0][0]]
    exact = [pair for pair in (first if own else ()) if pair[1].precision is DatePrecision.DAY]
    within = [p for p in own if own[0][1].precision is not DatePrecision.DAY and _refines(p[1], own[0][1])]
    if within:
        return within, announced
    near = own and own[0][1].precision is not DatePrecision.DAY and _beside(happening, own[0])
    near = near and not any(d.date - own[0][1].date > _MONTH and d.start > own[0][1].end for _, d in exact)
    return (own if near or not exact else exact), announced


def _long_before(day: Day, announced: Sequence[tuple[Clause, Day]]) -> bool:
    """Whether a day of what follows lies long before the act was told, which is dated."""
    return bool(announced) and all(day.date < told.date - _LONG for _, told in announced)


def _recalls(draft: Draft, first: Draft) -> bool:
    """Whether a later act of the same kind is recalled, while the first one is news: «وكانت السلطات قد سمحت …»."""
    opened = RECALLING.match(draft.clause.plain) is not None
    return opened and not first.clause.titular and RECALLING.match(first.clause.plain) is None


def _refines(day: Day, period: Day) -> bool:
    """«الأسبوع المقبل … يوم الاثنين 27 تشرين الأول»: the day within the week named first."""
    return day.precision is DatePrecision.DAY and period_start(day.date, period.precision) == period.date


def _beside(happening: Happening, pair: tuple[Clause, Day]) -> bool:
    """Whether a month or week stands right beside the act's own words."""
    return any(d.clause is pair[0] and 0 <= pair[1].start - d.end <= 60 for d in happening.drafts)


def _near(draft: Draft) -> list[Day]:
    days = [d for d in draft.clause.days if d.own and not of_what_comes(draft, d)]
    if draft.type in TALKS or draft.type in MOVEMENTS:
        days = [d for d in days if not of_arrival(draft.clause, d, draft.start, draft.type in TALKS)]
    days = [d for d in days if not led_up(draft.clause, d, draft.start)] or days
    if _WHICH.search(draft.clause.before(draft.start, 13)):
        later = [d for d in days if d.start > draft.end]
        days = later if draft.clause.has("denied") else later or days
    if draft.subordinate and draft.type is EventType.CROSSING_STATUS:
        days = [d for d in days if d.start > draft.end] or days
    return sorted(days, key=lambda d: min(abs(d.start - draft.end), abs(draft.start - d.end)))


_THAT_DAY = regex(
    r"(?<!\w)(?:في )?(?:ال)?يوم (?:ذاته|نفسه|عينه)(?!\w)|\b(?:the|that) (?:very )?same (?:day|morning|afternoon|evening|night)\b"
    r"|\bby (?:noon|midday|nightfall|dusk|sunset)\b|(?<!\w)(?:علي اثر ذلك|علي اثره\w*|علي الفور)(?!\w)|\b(?:earlier|later) (?:in the|that|the same) (?:day|morning|afternoon|evening|night)\b|\bhours (?:later|earlier)\b"
)
_THAT_MORNING = regex(
    r"(?<!\w)(?:(?:من|منذ|حتي) (?:ساعات |الساعه )?(?:ال)?\S+ (?:فجرا|صباحا)|(?:فجر|صباح|ظهر|عصر|مساء|ليل) (?:ال)?يوم (?:ذاته|نفسه|عينه))(?!\w)|"
    r"\b(?:at|before|since|pre-?) ?(?:dawn|daybreak|sunrise|first light)\b|\b(?:early (?:in the|on the same) morning|in the (?:small|early) hours|this morning)\b"
)
"""«in a raid early in the morning, the ministry said Monday»: on that very day."""
RECALLING = regex(r"\W*و?(?:كان|كانت|سبق|يذكر)(?!\w)")
"""What a clause opens with that looks back: «وكانت الحكومة وقعت …»."""
_SINCE = regex(r"(?:منذ|since) (?:\S+ ){0,2}$")
_STRETCH = dt.timedelta(days=21)
_OTHER_ACTS = ("open", "close", "appoint", "sign")
_OWN_ACT = {EventType.AGREEMENT: "sign", EventType.APPOINTMENT: "appoint"}


def _is_other(clause: Clause, word: Word, others: Sequence[str]) -> bool:
    """«وقّع» signs, «وقع» happens: a word that may be either is no other act, nor is fire that is opened."""
    either = word.classes.isdisjoint(others) or not word.classes.isdisjoint(("happen", "op"))
    return not either and _FIRE.match(clause.after(word.end, 10)) is None


_FIRE = regex(r" (?:ال)?(?:نار|نيران)|ing fire| fire\b")


def _is_signature(clause: Clause) -> bool:
    """A line that is nothing but a day, at the foot of a communiqué."""
    said = sum(d.end - d.start for d in clause.days)
    return bool(said) and len(clause.plain.strip()) - said <= _SIGNED


def _again(happening: Happening, clause: Clause) -> bool:
    return any(d.clause is clause for d in happening.drafts)


_OF_THAT = regex(r"(?<!\w)(?:الذي|التي|الذين) (?!عقد|قال|ادلي|القي)(?:[^\s،.]+ ){1,4}$|\b(?:which|that) (?:\w+ ){1,4}$")
"""«إدانتها للهجوم الذي استهدف أمس دورية»: the day of what a position is about."""
_WHICH = regex(r"(?:التي|الذي|الذين|which|that) (?:جري |تم )?$")


def _further(happening: Happening, follow: Sequence[Clause]) -> Iterator[tuple[Clause, Day]]:
    """Days in what follows on it: of the act where its own words come again, never of who said what."""
    first = happening.first.clause.order
    others = [name for name in _OTHER_ACTS if name != _OWN_ACT.get(happening.type)]
    for clause in follow:
        if clause.order - first > 4 or _is_signature(clause):
            continue
        past = next((w.start for w in clause.of("background")), clause.end)
        elsewhere = [] if _again(happening, clause) else [w for w in clause.words if _is_other(clause, w, others)]
        for day in clause.days:
            if day.start >= past or any(abs(w.start - day.start) <= _OTHER_REACH for w in elsewhere):
                continue
            if happening.type not in _DECREED and of_agreement(clause, day):
                continue
            if day.own and not announcing(clause, day) and day.precision is DatePrecision.DAY and day.date.year > 2000:
                yield clause, day
