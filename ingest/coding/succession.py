"""What became of the one before: «خلفاً لأنس خطاب الذي تولى حقيبة الداخلية في 29 آذار», told in the sentence that names
his successor. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from events.codebook import DatePrecision, EventType, Modality, Part
from events.reports import Report
from ingest.coding.day_rules import Day
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.parts import participant
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import Who

_TAKES_OFFICE = regex(
    r"[،,]? ?(?:الذي|والذي) (?:كان )?(?:قد )?(?P<ar>تولي|تسلم|انتقل الي|عين|سمي|صار|بات|اصبح|اسندت اليه|تقلد|شغل) (?:[^\s،.]+ ){0,3}?(?:وزير|وزاره|حقيبه|منصب|رياسه|رييس)"
    r"|,? (?:who |since (?=[a-z ]*moved))?(?:had |has )?(?:been )?(?P<en>became|was (?:made|named|appointed)|named|appointed|made|took (?:charge of|over|up|the)|moved to|moved over to|assumed) (?:[\w'-]+ ){0,4}?(?:ministers?|ministry|portfolio|office|chief|head|director)\b"
)
_SINCE = regex(
    r"(?:خلفا|بديلا|يخلف|خلف|محل|مكان)|\b(?:replac|succe|predecessor|vacan|empty|without|chair|filling|in place of)"
)
"""That somebody follows somebody."""
_LATE_IN = regex(r"(?:اواخر|نهايه)(?: شهر)? [^\s]+(?: (?:ال)?(?:ماضي|منصرم|فايت))?$")
"""«نهاية آذار»: no day is meant."""
_AGO = dt.timedelta(days=14)
_REACH, _NEAR = 110, 60
_CONFIDENCE = 0.6
_TOLD = (DatePrecision.DAY, DatePrecision.MONTH)

Taken = tuple[Mention, tuple[int, int], Day]


def offices_taken(clause: Clause, published: dt.date) -> Iterator[Taken]:
    """Whom a clause tells, on the way, to have taken an office: his name, the verb, and the day, weeks ago."""
    if not clause.days or not clause.has("appoint"):
        return
    for mention in clause.mentions:
        if mention.kind != "person" or not mention.actor or not _SINCE.search(clause.before(mention.head, _NEAR)):
            continue
        found = _TAKES_OFFICE.match(clause.text.plain, mention.end, clause.end)
        if found is None:
            continue
        group = str(found.lastgroup)
        ahead = (d for d in clause.days if found.end(group) <= d.start <= found.end() + _REACH)
        day = min(ahead, key=lambda d: d.start, default=None)
        if day is None or day.date > published - _AGO:
            continue
        if day.precision in _TOLD:
            yield mention, found.span(group), day


def set_apart(told: Iterable[Clause], published: dt.date) -> list[Clause]:
    """The clauses, in which the day on which the one before took another office is no day of the appointment."""
    return [_without(clause, [day for _, _, day in offices_taken(clause, published)]) for clause in told]


def _without(clause: Clause, days: Sequence[Day]) -> Clause:
    if not days:
        return clause
    return replace(clause, days=tuple(replace(d, own=False) if d in days else d for d in clause.days))


def moved_on(
    told: Sequence[Clause], reports: Sequence[Report], lexicon: Lexicon, published: dt.date
) -> Iterator[Report]:
    """A report, told aside, for everyone whose successor is the news and whose other office has a day."""
    news = [r for r in reports if r.type is EventType.APPOINTMENT and not r.background and r.date is not None]
    seen = {(r.type, r.date) for r in reports}
    for clause in told if news else ():
        for mention, verb, day in offices_taken(clause, published):
            key = (EventType.APPOINTMENT, day.date)
            if clause.titular or key in seen or _LATE_IN.search(clause.before(day.end, 40)):
                continue
            seen.add(key)
            yield _report(clause, mention, verb, day, lexicon, published)


def _report(
    clause: Clause, mention: Mention, verb: tuple[int, int], day: Day, lexicon: Lexicon, published: dt.date
) -> Report:
    who = Who(mention.actor, Part.PARTICIPANT, clause, mention.start, mention.end, None)
    span = clause.text.span
    spans = (span("type", *verb), span("modality", *verb), span("date", day.start, day.end), who.span("participants.0"))
    return Report(
        type=EventType.APPOINTMENT,
        modality=Modality.DONE,
        confidence=_CONFIDENCE,
        spans=spans,
        background=True,
        date=day.date,
        date_precision=day.precision,
        participants=(participant(who, lexicon, published),),
    )
