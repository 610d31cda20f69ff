"""When: days said in a text, resolved against the article's publication day in Baghdad. PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from events.codebook import DatePrecision
from events.tenure import period_start

_FILE = Path(__file__).parent / "patterns" / "calendar.yaml"


@dataclass(frozen=True, slots=True)
class Day:
    """A day said at [start, end) of a folded text. `conflict`: its two month names contradict each other."""

    start: int
    end: int
    date: date
    precision: DatePrecision = DatePrecision.DAY
    conflict: bool = False


@functools.cache
def calendar() -> Any:
    """Names of months, weekdays and numbers."""
    with open(_FILE, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


@dataclass(frozen=True, slots=True)
class _Patterns:
    months: dict[str, int]
    weekdays: dict[str, int]
    rules: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Day | None]], ...]


def _names(table: dict[int, list[str]]) -> dict[str, int]:
    return {name: number for number, names in table.items() for name in names}


def find_days(text: str, published: date, start: int = 0, end: int | None = None) -> list[Day]:
    """All days said in a stretch, left to right; a day inside a longer expression is part of it."""
    found: list[Day] = []
    taken: list[tuple[int, int]] = []
    for pattern, resolve in _patterns().rules:
        for match in pattern.finditer(text, start, len(text) if end is None else end):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            day = resolve(match, published)
            if day is not None:
                taken.append(match.span())
                found.append(day)
    return sorted(found, key=lambda d: d.start)


@functools.cache
def _patterns() -> _Patterns:
    table = calendar()
    months, weekdays = _names(table["months"]), _names(table["weekdays"])
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    weekday = "|".join(sorted(map(re.escape, weekdays), key=len, reverse=True))
    rules: list[tuple[str, Callable[[re.Match[str], date], Day | None]]] = [
        (r"(?<![\w-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", _numeric),
        (r"(?<![\w/])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\w/])", _numeric),
        (
            rf"(?<!\w)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: من)?(?: of)? (?:شهر )?(?P<m>{month})"
            rf"(?: ?[/(] ?(?P<m2>{month})\)?)?(?!\w)(?:(?: من)?(?: عام| العام| سنه)?,? (?P<y>(?:19|20)\d\d)(?!\w))?",
            _named,
        ),
        (rf"(?<!\w)(?P<m>{month})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\w)(?:,? (?P<y>(?:19|20)\d\d)(?!\w))?", _named),
        (
            rf"(?<!\w)(?<!\d )(?P<m>{month})(?: ?/ ?(?P<m2>{month}))?,?(?: من)?(?: عام)? (?P<y>(?:19|20)\d\d)(?!\w)",
            _month,
        ),
        (
            r"(?<!\w)(?:و|ف)?(?:اول امس|اول من امس|قبل امس|قبل يومين|the day before yesterday|two days ago|2 days ago)"
            r"(?!\w)",
            _ago(2),
        ),
        (r"(?<!\w)(?:و|ف|ل)?(?:امس|البارحه|ليله امس|yesterday|last night)(?!\w)", _ago(1)),
        (
            r"(?<!\w)قبل (?P<n>ثلاثه|اربعه|خمسه|سته|سبعه|\d) ايام(?!\w)"
            r"|(?<!\w)(?P<n2>three|four|five|six|seven|\d) days ago(?!\w)",
            _days_ago,
        ),
        (
            r"(?<!\w)(?:ال|ل|ب)?(?:يوم |نهار |مساء |صباح |فجر |ليل |ظهر |عصر |ليله |امس )?(?:يوم )?"
            rf"(?P<w>{weekday})(?P<next> (?:المقبل|القادم))?(?: الماضي)?(?!\w)",
            _weekday,
        ),
        (rf"(?<!\w)(?P<next>next )?(?:late |early )?(?:on )?(?:last )?(?P<w>{weekday})(?!\w)", _weekday),
        (r"(?<!\w)(?:هذا )?(?:اليوم|today|tonight|this morning|this evening)(?!\w)(?! (?:ذاته|نفسه))", _ago(0)),
        (r"(?<!\w)(?:غدا|يوم غد|tomorrow)(?!\w)", _ago(-1)),
        (r"(?<!\w)(?:الاسبوع الماضي|last week)(?!\w)", _last(DatePrecision.WEEK)),
        (r"(?<!\w)(?:الشهر الماضي|last month)(?!\w)", _last(DatePrecision.MONTH)),
        (r"(?<!\w)(?:العام الماضي|السنه الماضيه|last year)(?!\w)", _last(DatePrecision.YEAR)),
    ]  # fmt: skip
    return _Patterns(months, weekdays, tuple((re.compile(p), f) for p, f in rules))


def _make(match: re.Match[str], year: int, month: int, day: int, conflict: bool = False) -> Day | None:
    try:
        return Day(match.start(), match.end(), date(year, month, day), conflict=conflict)
    except ValueError:
        return None


def _numeric(match: re.Match[str], published: date) -> Day | None:
    return _make(match, int(match["y"]), int(match["m"]), int(match["d"]))


def _named(match: re.Match[str], published: date) -> Day | None:
    months = _patterns().months
    month = months[match["m"]]
    second = months.get(match.groupdict().get("m2") or "")
    conflict = second is not None and second != month
    if conflict and second is not None:
        month = min((month, second), key=lambda m: _distance(m, published))
    year = int(match["y"]) if match["y"] else _year_of(month, published)
    return _make(match, year, month, int(match["d"]), conflict)


def _distance(month: int, published: date) -> int:
    away = abs(month - published.month)
    return min(away, 12 - away)


def _year_of(month: int, published: date) -> int:
    """The year that brings a bare month nearest to the publication, at most two months ahead of it."""
    ahead = (month - published.month) % 12
    if ahead <= 2:
        return published.year + (month < published.month)
    return published.year if month <= published.month else published.year - 1


def _month(match: re.Match[str], published: date) -> Day | None:
    month = _patterns().months[match["m"]]
    return Day(match.start(), match.end(), date(int(match["y"]), month, 1), DatePrecision.MONTH)


def _ago(days: int) -> Callable[[re.Match[str], date], Day | None]:
    return lambda match, published: Day(match.start(), match.end(), published - timedelta(days=days))


def _days_ago(match: re.Match[str], published: date) -> Day | None:
    word = match["n"] or match["n2"]
    number = int(word) if word.isdigit() else int(calendar()["numbers"][word])
    return Day(match.start(), match.end(), published - timedelta(days=number))


def _weekday(match: re.Match[str], published: date) -> Day | None:
    wanted = _patterns().weekdays[match["w"]]
    if match.groupdict().get("next"):
        return Day(match.start(), match.end(), published + timedelta(days=(wanted - published.weekday() - 1) % 7 + 1))
    return Day(match.start(), match.end(), published - timedelta(days=(published.weekday() - wanted) % 7))


def _last(precision: DatePrecision) -> Callable[[re.Match[str], date], Day | None]:
    def resolve(match: re.Match[str], published: date) -> Day | None:
        before = period_start(published, precision) - timedelta(days=1)
        return Day(match.start(), match.end(), period_start(before, precision), precision)

    return resolve
