"""Days as what is told of them wants them: due, called off, or when it last was. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from events.codebook import DatePrecision, EventType, Modality
from ingest.coding.day_rules import Day
from ingest.coding.event_types import Happening
from ingest.coding.modality import SHALL
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

GOING_ON = (Modality.DONE, Modality.ONGOING)
BY_WORD = frozenset((EventType.APPOINTMENT, EventType.DIPLOMATIC_STATUS, EventType.AGREEMENT))
"""Acts that take place by being announced."""


def _called_off(own: Sequence[tuple[Clause, Day]], published: dt.date) -> list[tuple[Clause, Day]]:
    """The days for which what is called off was due, not to when it was put off."""
    stood = [(c, d) for c, d in own if not _PUT_OFF_TO.search(c.before(d.start, 12))]
    return [(c, d) for c, d in stood if d.date > published or _was_due(c, d)] or stood


def as_of(happening: Happening, published: dt.date) -> list[tuple[Clause, Day]]:
    """ "as of October 25", «اعتباراً من»: from when a plan is to hold."""
    days = ((d.clause, day) for d in happening.drafts for day in d.days)
    return [(c, d) for c, d in days if not d.own and d.date >= _from(d, published)]


def said_later(happening: Happening, follow: Sequence[Clause], published: dt.date) -> list[tuple[Clause, Day]]:
    """«وقال إن العملية ستتم على دفعتين خلال نيسان»: the period to come that the next sentences give a plan."""
    first = happening.first.clause
    near = [c for c in follow if c.text is first.text and 0 <= c.order - first.order <= _SENTENCES and c is not first]
    days = ((c, d) for c in near if not c.has("cancelled", "denied") for d in c.days)
    return [(c, d) for c, d in days if d.own and d.date >= _from(d, published) and _to_come(c, d)][:1]


_SENTENCES = 2


def _to_come(clause: Clause, day: Day) -> bool:
    """Whether a word or a verb of what is to come stands before a day."""
    planned = any(w.end <= day.start for w in clause.of("planned"))
    return planned or _SHALL_AR.search(clause.plain, 0, day.start - clause.start) is not None


_SHALL_AR = regex(SHALL)


def _from(day: Day, published: dt.date) -> dt.date:
    """From when on a day or a period is still to come: "by the end of June" in May, "by Thursday"."""
    return published if day.precision is DatePrecision.DAY else published.replace(day=1)


def coming_one(day: Day) -> Day:
    """A bare weekday of something planned is the coming one."""
    return Day(day.start, day.end, day.date + dt.timedelta(days=7))


def not_to_come(
    happening: Happening, own: Sequence[tuple[Clause, Day]], modality: Modality, published: dt.date | None
) -> Sequence[tuple[Clause, Day]]:
    """What takes place by being announced did so on no day to come."""
    if happening.type not in BY_WORD or modality is not Modality.DONE or published is None:
        return own
    return [p for p in own if p[1].date <= published]


def fitting(
    own: Sequence[tuple[Clause, Day]], modality: Modality, published: dt.date | None
) -> list[tuple[Clause, Day]]:
    """The days as the modality wants them, without those of what went before."""
    found = list(_wanted([p for p in own if not _of_another_act(*p)], modality, published))
    return _called_off(found, published) if modality is Modality.CANCELLED and published is not None else found


_LONG_GONE = dt.timedelta(days=60)
_STARTED = regex(
    r"(?<!\w)(?:بد[اء]\w*|باشر\w*|انطلق\w*|انطلاق\w*|منذ|شرع\w*)(?: [^\s.؛]+){0,4} $|\b(?:began|begun|start\w*|launched|since)(?: [^\s.;]+){0,4} $"
)


def _started(clause: Clause, day: Day) -> bool:
    """Whether it is told as the day since which it goes on."""
    return _STARTED.search(clause.before(day.start, 50)) is not None


def _wanted(
    own: Sequence[tuple[Clause, Day]], modality: Modality, published: dt.date | None
) -> Iterator[tuple[Clause, Day]]:
    """Each day as wanted; a year to come is none of what was done, nor is one long gone of what goes on."""
    for clause, day in own:
        if published is None:
            yield clause, day
        elif modality is Modality.ONGOING and published - day.date > _LONG_GONE and not _started(clause, day):
            continue
        elif modality not in GOING_ON or day.date <= published or day.precision is not DatePrecision.YEAR:
            yield clause, _by_modality(clause, day, modality, published)


def _by_modality(clause: Clause, day: Day, modality: Modality, published: dt.date) -> Day:
    """A day as what is told of it wants it: called off before it came, or done when it last was."""
    if modality in _UNDONE and day.weekday and day.date < published - _JUST and _was_due(clause, day):
        return coming_one(day)
    if modality is Modality.PLANNED and day.precision is DatePrecision.MONTH and day.date < published.replace(day=1):
        return _coming(clause, day)
    return _last_time(clause, day, published) if modality is Modality.DONE else day


def _last_time(clause: Clause, day: Day, published: dt.date) -> Day:
    """ "They last met in January", read in November: the January that has been."""
    ahead = day.precision is DatePrecision.MONTH and day.date > published
    said = clause.text.plain[day.start : day.end]
    if not ahead or _TO_COME.search(said) or any(x.isdigit() for x in said):
        return day
    return replace(day, date=day.date.replace(year=day.date.year - 1))


def _coming(clause: Clause, day: Day) -> Day:
    """«سيُعقد في أنقرة خلال أيلول»: the September to come."""
    said = clause.text.plain[day.start : day.end]
    bare = not any(x.isdigit() for x in said) and not _GONE.search(said)
    return replace(day, date=day.date.replace(year=day.date.year + 1)) if bare else day


_UNDONE = frozenset((Modality.CANCELLED, Modality.DENIED))
_GONE = regex(r"ماضي|منصرم|فايت|سابق|last|past|شهر ال")
_TO_COME = regex(r"next|coming|مقبل|قادم")
_PUT_OFF_TO = regex(r"(?<!\w)(?:الي|حتي|لغايه|to|until|till)(?: يوم| the)? $")
"""«أُجّلت إلى 30 أيلول»: to when it was put off."""
_JUST = dt.timedelta(days=2)
"""What was due so shortly before may be told as called off afterwards."""


def _was_due(clause: Clause, day: Day) -> bool:
    """«كانت مقررة السبت», "scheduled for Saturday": the coming one, called off before it came."""
    return bool(_SCHEDULED.search(clause.before(day.start, 80)))


_SCHEDULED = regex(
    r"مقرر|(?<!\w)س[يت]\w{3,}|كانت? س[يت]|كان يفترض|مفترض|موعد|scheduled|due|planned|set for|expected|\bwould\b|\b(?:was|were) to \w"
)


def of_agreement(clause: Clause, day: Day) -> bool:
    """«تنفيذاً للاتفاق الموقع في 29 كانون الثاني», "under a memorandum signed on March 29": its own day, of nothing else."""
    before = clause.before(day.start, 110)
    return any(word in before for word in _SIGNING) and _SIGNED_THEN.search(before) is not None


def _of_another_act(clause: Clause, day: Day) -> bool:
    """ "The names of plotters after Sunday's bombing": the day of what went before."""
    behind = clause.text.plain.startswith(("'s ", "’s "), day.end)
    return behind and _AFTER.search(clause.before(day.start, 20)) is not None


_AFTER = regex(r"\b(?:after|following|since|before|ahead of|wake of) (?:the )?$")
_SIGNING = ("موقع", "مبرم", "صادر", "معلن", "signed", "reached", "concluded", "struck", "agreed", "issued")
_SIGNED_THEN = regex(
    r"(?:اتفاق|اتفاقيه|مذكره|تفاهم|تفاهمات|بروتوكول|مرسوم|معاهده)(?: [^\s،.]+){0,3} (?:ال)?(?:موقعه?|مبرمه?|صادره?|معلنه?)(?: [^\s.؛]+){0,8} $"
    r"|\b(?:agreement|deal|memorandum|protocol|accord|treaty|pact|decree)(?: (?!was\b|were\b|is\b)[\w-]+){0,6} (?:signed|reached|concluded|struck|agreed|issued)(?: [\w-]+){0,8} $"
)


def denied_days(
    happening: Happening,
    own: list[tuple[Clause, Day]],
    announced: list[tuple[Clause, Day]],
    follow: Sequence[Clause],
) -> tuple[list[tuple[Clause, Day]], list[tuple[Clause, Day]]]:
    """What is denied is dated by the day on which it was due; the day of the denial gives its month."""
    acts = {id(d.clause): d.start for d in happening.drafts}
    due = [p for p in own if not _of_denial(*p, acts.get(id(p[0]), 0)) or _rumoured(*p) or _negated(*p)]
    due += [p for p in announced if _negated(*p) or _right_behind(*p, acts.get(id(p[0])))]
    due = due or [(d.clause, day) for d in happening.drafts for day in d.days if _since_then(d.clause, day, d.end)]
    due = due or [(c, d) for c in follow for d in c.days if _exact(d) and _RUMOUR.search(c.before(d.start, 90))]
    due.sort(key=lambda pair: _RUMOUR.search(pair[0].text.plain, pair[0].start, pair[1].start) is None)
    return due, in_months([*announced, *(pair for pair in own if pair not in due)])


def _negated(clause: Clause, day: Day) -> bool:
    """«لم تجر أي مداهمة في ربيعة الجمعة», "no arrests were made on Monday": when what did not happen would have."""
    return _NEVER.search(clause.before(day.start, 120)) is not None


def _right_behind(clause: Clause, day: Day, act: int | None) -> bool:
    """«ينفي نقل عائلات إلى العراق الثلاثاء، ويؤكد …»: the day of what is denied stands in one stretch with it."""
    return act is not None and act < day.start and not _BREAK.search(clause.text.plain[act : day.start])


_NEVER = regex(r"(?<!\w)(?:لم|لا) [يت]\w+ [^،,.؛]*$|\b(?:no|not|never)\b[^,.;]*$")
_BREAK = regex(r"[،,.؛;:]|(?<!\w)(?:ان|انه|انها|التي|الذي|الذين)(?!\w)|\b(?:that|which|who|said|told)\b")


def in_months(told: Sequence[tuple[Clause, Day]]) -> list[tuple[Clause, Day]]:
    """The months of the days on which it was told: what was to come on no day that is known has no other."""
    return [(c, Day(d.start, d.end, d.date.replace(day=1), DatePrecision.MONTH, d.conflict)) for c, d in told]


def _of_denial(clause: Clause, day: Day, act: int) -> bool:
    """«نفت، الأحد، صحة …», «بهذه العبارة رد، اليوم الخميس»: when it was denied, not what was."""
    if not clause.has("denied"):
        return False
    return day.start < act or _ANSWERED.search(clause.before(day.start, 90)) is not None


_ANSWERED = regex(
    r"(?<!\w)(?:رد|ردت|قايلا|قايله|قال|قالت|موكدا|موكده|كتب|كتبت|نشرته|نشره|اوضح\w*|اكد\w*)(?: (?!ان(?!\w)|انه|انها|تداول|اشيع)[^\s.؛]+){0,9}? $"
    r"|\b(?:said|told|wrote|replied|answered|added)(?: (?!that\b)[\w',]+){0,6} (?:on )?$"
)


def _since_then(clause: Clause, day: Day, act: int) -> bool:
    """«نفت إغلاق المعبر منذ أمس», "denied that it has been shut since Monday": when it is said to have begun."""
    exact = day.precision is DatePrecision.DAY and day.start >= act
    return exact and _SINCE.search(clause.before(day.start, 20)) is not None


_SINCE = regex(r"(?<!\w)منذ (?:يوم |ليل |مساء |صباح |فجر )?(?:ال)?$|\bsince (?:\w+ )?$")


def _exact(day: Day) -> bool:
    return day.own and day.precision is DatePrecision.DAY


def _rumoured(clause: Clause, day: Day) -> bool:
    """«نفى ما أشيع يوم أمس عن تسلل»: the day of what was said to have happened."""
    denial = next((w for w in clause.of("denied") if w.end <= day.start), None)
    return denial is not None and bool(_RUMOUR.search(clause.text.plain[denial.end : day.start]))


_RUMOUR = regex(r"اشيع|تداول|نشر|انباء|شايعات|reports|rumou?rs|claims")
