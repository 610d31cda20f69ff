"""When: days said in a text, resolved against the article's publication day in Baghdad. PURE."""

from __future__ import annotations

import functools
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ahocorasick_rs import AhoCorasick, MatchKind

from events.codebook import DatePrecision
from ingest.coding.day_numbers import HIJRI
from ingest.coding.day_rules import HINTS, Day, calendar, day_rules
from ingest.coding.regexes import regex


def find_days(
    text: str,
    published: date,
    start: int = 0,
    end: int | None = None,
    relative: bool = True,
    hints: Sequence[tuple[int, str]] | None = None,
) -> list[Day]:
    """All days said in a stretch, left to right; a day inside a longer expression is part of it. Not `relative`: what
    counts from the publication («أمس») says nothing, as when that is unknown. `hints`: those of the text, in order."""
    found: list[Day] = []
    taken: list[tuple[int, int]] = []
    last = len(text) if end is None else end
    places = day_hints(text) if hints is None else hints
    first = bisect_left(places, start, key=_at)
    named = {name for _, name in places[first : bisect_left(places, last, lo=first, key=_at)]}
    if not named:
        return found
    for pattern, resolve, needed in day_rules().rules:
        if needed.isdisjoint(named) or (not relative and needed & _RELATIVE):
            continue
        for match in pattern.finditer(text, start, last):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            day = resolve(match, published)
            if day is not None:
                taken.append(match.span())
                found.append(day)
    return _settled(text, start, sorted(found, key=lambda d: d.start))


def day_hints(text: str) -> list[tuple[int, str]]:
    """Where in a folded text something stands that may be a day, in order, and of what sort: one scan for all of its
    stretches, of which most have none."""
    forms, automaton = _hinting()
    found = [(m.start(), "DIGIT") for m in _DIGITS.finditer(text)]
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        kind = forms[index]
        if kind in _BOUNDED:
            if end < len(text) and text[end].isalnum():
                continue
            if start and text[start - 1].isalnum() and (kind == "MONTH" or text[start - 1] not in "وبل"):
                continue
        found.append((start, kind))
    found.sort()
    return found


@functools.cache
def _hinting() -> tuple[list[str], AhoCorasick]:
    table = calendar()
    words = [(name, "MONTH") for row in table["months"].values() for name in row]
    words += [(name, "WEEKDAY") for row in table["weekdays"].values() for name in row]
    words += [(name, "HIJRI") for name in HIJRI] + [(name, name) for name in HINTS]
    automaton = AhoCorasick([name for name, _ in words], matchkind=MatchKind.Standard, store_patterns=False)
    return [kind for _, kind in words], automaton


def _at(hint: tuple[int, str]) -> int:
    return hint[0]


_DIGITS = regex(r"\d(?:[-/.]| ?/ ?)\d")
_BOUNDED = frozenset(("MONTH", "WEEKDAY"))
_RELATIVE = frozenset(("WEEKDAY", *HINTS))
_SINCE = regex(
    r"(?:منذ (?:\S+ ){0,2}?في|since (?:(?!(?:returned|left|arrived|crossed|went|came|were|was|have|has|handed|reached|began|sent|said)\b)[^\s,.;]+ ){0,8}?on|منذ|حتي|لغايه|لحد|since|until|till|as of|by)\s+(?:يوم |ال|the |(?:فجر|صباح|مساء|ليل|ليله|ظهر|عصر|noon|dawn|early|late) (?:يوم )?)?$"
)
_SINCE_HOUR = regex(r"(?<!\w)[وف]?منذ (?:ساعات )?(?:ال)?(?:فجر|صباح|ظهر|مساء)(?: الباكر| الاولي)?(?: من)?(?: يوم)? $")
"""«منذ صباح الخميس اصطفت الحافلات»: the day itself."""
_WHEN = regex(r",? when \w|[،,]? (?:حين|عندما|يوم) \w")
"""«since December 8, when Iraq shut it»: the day of what is told behind it."""
_NAMED_BY = regex(
    r"(?:(?<!\w)[وبلف]?(?:ال)?(?:اتفاق|اتفاقيه|مرسوم|تفاهم|تفاهمات|احداث|ثوره|هجمات|اعلان|agreement of|deal of))\s+(?:يوم )?$"
)
_NAMES = regex(r"\s+(?:agreement|deal|accord|attacks|uprising|ceasefire|decree|memorandum)\b")
"""«اتفاق 10 آذار», "the March 10 agreement": the name of a thing, no day of what is told."""
_RECALLED = regex(
    r"(?<!\w)(?:التي|الذي) (?:كانت |كان )?(?:قد )?(?:بدات?|انطلقت?|اندلعت?)(?: (?:في|يوم|مساء|صباح|فجر|امس))*\s*\Z"
    r"|\b(?:(?:that|which|who) (?:had )?(?:began|begun|started|broke out|erupted)(?: (?:in|on|late|early|at))*"
    r"|(?:fall|ouster|overthrow|toppling|toppled|ousted|overthrown|overthrew|deposed|unseated)\b(?:(?! (?:returned|left|arrived|crossed|went|came|were|was|have|has|handed|reached|began|sent|said)\b)[^.,;]){0,50})\s*\Z"
)
"""«a transfer that began last month», «Assad, overthrown in December 2024»: no day of what is told."""
_COMPARED = regex(
    r"\b(?:unthinkable|unimaginable|inconceivable|(?<!later )(?<!earlier )(?<!sooner )than|as (?:many|much|large|big|high|strong) as|compared (?:with|to)|(?:up|down) (?:on|from))(?: (?:it was|even|just|only|in|what|the|was|seen|during))*\s*\Z"
    r"|(?<!\w)(?:مقارنه|قياسا) (?:ب|مع |الي )\S{0,8}\s*\Z|(?<!\w)(?:عما|مما) (?:كان\w*|هو|هي)(?: عليه)?(?: في| خلال)?\s*\Z"
)
"""«unthinkable a year ago», «مقارنة بالعام الماضي»: no day of what is told."""
_SINCE_DID = regex(
    r"\bsince (?!then\b)(?:(?!(?:returned|left|arrived|crossed|went|were|was|have|has|handed|reached|sent|said|opened|reopened|closed|began|started|signed|resumed|met|visited|landed|moved|seized|deployed)\b)[^\s,.;]+ ){2,10}\s*\Z"
    r"|(?<!\w)منذ (?:بدء\w*|انطلاق\w*|افتتاح\w*|اعاده افتتاح\w*|تولي\w*|تسلم\w*|تشكيل|سقوط|انهيار|انضمام|اندلاع|رحيل|فرار|هروب|انتخاب|نيل|الاطاحه) [^،.؛]{0,50}\s*\Z"
)
"""«their first call since he took office last week»: no day of what is told."""
_SECOND_NIGHT = regex(r"(?:علي|الي) (?:يوم )?$")
_WIRE = regex(r"\s*\([a-z .]{2,14}\)\s*[-–—]|\s*\(ا ?ف ?ب\)")
"""The day of a dateline: "BAGHDAD, Sept. 9 (Xinhua) --"."""
_BEFORE_IT = regex(r"the (?:(?:night|evening) before|previous (?:night|evening))\b")
"""«72 on Thursday night; a flight the night before»: before the day named last."""
_THAT_YEAR = regex(
    r",? (?:of )?(?:that|the same) year\b|،? (?:من )?(?:ذلك العام|العام (?:نفسه|ذاته)|السنه (?:نفسها|ذاتها))(?!\w)"
)
""" "When he flew there on December 26 that year": the year named last."""
_JOINT = 20
_ONE_DAY = timedelta(days=1)
_AND = regex(r"\s*(?:و|and)\s*(?:on )?(?:يوم )?")
_SINCE_X = regex(r"(?:منذ|من|since|from)\s+(?:\S+ )?$")
_UNTIL_Y = regex(r"\s*(?:و?حتي|و?الي|و?لغايه|until|till|to|through)\s+(?:\S+ )?")
_FROM_TO = regex(r"\s*(?:الي|حتي|و|لغايه|[-–—]|to|until|through|and)\s*(?:يوم |the )?$")
_RANGE_BEFORE = regex(r"(?:من|بين|خلال الفتره من|from|between)\s+(?:يوم |the )?$")


def _in_year(day: date, year: int) -> date:
    """The same day of another year; the 28th for a 29 February that it lacks."""
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def _in_month(day: Day, named: Day) -> Day:
    last = monthrange(named.date.year, named.date.month)[1]
    return replace(day, date=named.date.replace(day=min(day.date.day, last)), same_month=False)


def of_month_before(days: Sequence[Day], before: Iterable[Day]) -> tuple[Day, ...]:
    """«في 19 من الشهر ذاته»: of the month named last, in what went `before`, the last first."""
    if not any(d.same_month for d in days):
        return tuple(days)
    named = next((d for d in before if d.precision in (DatePrecision.DAY, DatePrecision.MONTH)), None)
    return tuple(_in_month(d, named) if d.same_month and named else d for d in days)


def _settled(text: str, start: int, days: list[Day]) -> list[Day]:
    """A weekday beside a full date says nothing of its own; two days joined by «إلى» are a range."""
    kept: list[Day] = []
    for day in days:
        previous = kept[-1] if kept else None
        if previous is not None and _night(text, previous, day):
            begun = _ONE_DAY * (not previous.weekday and text[previous.end : day.start] == " into ")
            kept[-1] = (
                previous if previous.weekday else replace(day, start=previous.start, own=True, date=day.date - begun)
            )
            continue
        if (
            previous is not None
            and day.start - previous.end <= 4
            and not text[previous.end : day.start].strip(" ،,()-:")
        ) or (previous is not None and previous.weekday and text[previous.end : day.start] == " الموافق "):
            paired = previous.last is None or day.last is not None
            weekday_first = previous.weekday and not day.weekday and paired
            kept[-1] = replace(day if weekday_first else previous, start=previous.start, end=day.end)
            continue
        if previous is not None and day.precision is DatePrecision.YEAR and _of_year(text, previous, day):
            kept[-1] = replace(previous, date=_in_year(previous.date, day.date.year), end=day.end)
            continue
        if previous is not None and _BEFORE_IT.match(text, day.start) and previous.end <= day.start:
            day = replace(day, date=previous.date - _ONE_DAY)
        if previous is not None and _THAT_YEAR.match(text, day.end):
            day = replace(day, date=_in_year(day.date, previous.date.year))
        if day.same_month and previous is not None:
            day = _in_month(day, previous)
        ranged = _ranged(text, start, previous, day) if previous is not None else None
        if ranged is not None:
            kept[-1] = ranged
            continue
        if previous is not None and day.start - previous.end <= 12:
            if previous.weekday and day.weekday and _SECOND_NIGHT.fullmatch(text[previous.end : day.start].lstrip()):
                continue
            joins = _FROM_TO.fullmatch(text[previous.end : day.start])
            opened = _RANGE_BEFORE.search(text[max(start, previous.start - 24) : previous.start])
            if joins and opened and previous.date < day.date:
                kept[-1] = replace(previous, end=day.end, last=day.date, own=True)
                continue
        kept.append(replace(day, own=False) if _of_something_else(text, start, day) else day)
    return kept


def _of_something_else(text: str, start: int, day: Day) -> bool:
    """Whether it names a thing, tells since when, or is the dateline's: no day of what is told."""
    before = text[max(start, day.start - 24) : day.start]
    if _NAMED_BY.search(before) or _NAMES.match(text, day.end) or _WIRE.match(text, day.end):
        return True
    far = max(start, day.start - 72)
    if (
        _COMPARED.search(text, far, day.start)
        or _RECALLED.search(text, far, day.start)
        or _since_it(text, far, day.start)
    ):
        return True
    since = _SINCE.search(before) is not None or text.startswith("since ", day.start)
    since = since and not _WHEN.match(text, day.end)
    return since and not (day.weekday and _SINCE_HOUR.search(before))


def _since_it(text: str, start: int, end: int) -> bool:
    before = text[start:end]
    return ("since " in before or "منذ " in before) and _SINCE_DID.search(before) is not None


def _of_year(text: str, first: Day, year: Day) -> bool:
    """«14 حزيران من العام الماضي», "June of last year": the year of the day or month before it."""
    exact = first.precision in (DatePrecision.DAY, DatePrecision.MONTH) and not first.weekday and first.last is None
    return exact and _OF_YEAR.fullmatch(text, first.end, year.start) is not None


_OF_YEAR = regex(r",? (?:of |in |from )?(?:the )?|،? (?:من |في )?")


def _night(text: str, first: Day, second: Day) -> bool:
    """ "overnight on Wednesday", "overnight Wednesday to Thursday": the day on which the night began."""
    if not second.weekday or second.start - first.end > _JOINT:
        return False
    between = text[first.end : second.start]
    if not first.weekday:
        return text.startswith("overnight", first.start) and between in (" ", " on ", " from ", " between ", " into ")
    night = "night" in text[max(0, first.start - 24) : first.end] or text.startswith(" night", second.end)
    return night and second.date - first.date == _ONE_DAY and between in (" to ", " into ", "-", "–", " and ")


def _ranged(text: str, start: int, first: Day, second: Day) -> Day | None:
    """«منذ ليل الاثنين وحتى ظهر اليوم», "on Friday and Saturday": one stretch of days."""
    if not first.date < second.date or second.start - first.end > _JOINT:
        return None
    between = text[first.end : second.start]
    since = _SINCE_X.search(text[max(start, first.start - 24) : first.start])
    if since and _UNTIL_Y.fullmatch(between):
        return replace(first, end=second.end, last=second.date, own=True)
    alike = first.weekday is second.weekday and first.last is None and first.precision is second.precision
    if alike and second.date - first.date == _ONE_DAY and _AND.fullmatch(between):
        return replace(first, end=second.end, last=second.date)
    return None
