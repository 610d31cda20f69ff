"""Forms in which a day is said, and what each resolves to. PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from hijridate import Hijri

from events.codebook import BAGHDAD, DatePrecision
from events.tenure import period_start
from ingest.coding.day_numbers import (
    COMING,
    ENGLISH,
    HIJRI,
    HIJRI_MONTH,
    ORDINALS,
    PAST,
    day_number,
    month_distance,
    said_which,
    said_year,
    stretches,
)
from ingest.coding.lately import LATELY, Stretch, week_of
from ingest.coding.regexes import regex
from ingest.coding.weekdays import stretch_of, two_weekdays
from ingest.coding.words import read_yaml

Date = date


@dataclass(frozen=True, slots=True)
class Day:
    """A day said at [start, end) of a folded text. `conflict`: its two month names contradict each other; not `own`:
    since or until when; `last`: the last day of a range; `same_month`: of the month that was named before."""

    start: int
    end: int
    date: date
    precision: DatePrecision = DatePrecision.DAY
    conflict: bool = False
    own: bool = True
    last: Date | None = None
    weekday: bool = False
    same_month: bool = False


@functools.cache
def calendar() -> Any:
    """Names of months, weekdays and numbers."""
    return read_yaml("calendar.yaml")


@dataclass(frozen=True, slots=True)
class _Patterns:
    months: dict[str, int]
    weekdays: dict[str, int]
    rules: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Day | None], frozenset[str]], ...]


def _names(table: dict[int, list[str]]) -> dict[str, int]:
    return {name: number for number, names in table.items() for name in names}


_Rule = tuple[str, Callable[[re.Match[str], date], Day | None]]


def _full(month: str) -> list[_Rule]:
    """Days that need no publication day, or only its year."""
    return [
        (r"(?<![\w-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", _numeric),
        (r"(?<![\w/])(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![\w/])", _numeric),
        (r"(?<![\w.])(?P<d>\d{1,2})[.-](?P<m>\d{1,2})[.-](?P<y>(?:19|20)\d\d)(?![\w.]\d)", _numeric),
        (r"(?<![\w/])(?P<d>\d{1,2}) ?/ ?(?P<m>\d{1,2}) ?/ ?(?P<y>(?:19|20)\d\d)(?![\w/])", _numeric),
        (
            rf"(?:(?<!\w)|(?<=[\s/]ال))(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: من)?(?: of)? (?:شهر )?(?P<m>{month})"
            rf"(?: ?[/( ] ?(?P<m2>{month})\)?)?(?!\w)(?:(?: من)?(?: عام| العام| سنه)?,? (?P<y>20\d\d|19[5-9]\d)(?!\w)(?! من ال))?",
            _named,
        ),
        (
            rf"(?<!\w)(?P<m>{month})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\w)(?:,? (?P<y>(?:19|20)\d\d)(?!\w)|,? (?:of )?(?P<ago>last year)(?!\w))?",
            _named,
        ),
        (
            rf"(?<!\w)(?<!النصف )(?<!الاسبوع )(?<!الربع )(?P<d>{'|'.join(sorted(map(re.escape, ORDINALS), key=len, reverse=True))})(?: من| of)? (?:شهر )?(?P<m>{month})"
            rf"(?: ?[/( ] ?(?P<m2>{month})\)?)?(?!\w)(?:(?: من)?(?: عام| العام| سنه)?,? (?P<y>20\d\d|19[5-9]\d)(?!\w)(?! من ال))?",
            _ordinal,
        ),
        (
            rf"(?<!\w)(?P<d>{'|'.join(sorted(ENGLISH, key=len, reverse=True))}) of (?P<m>{month})(?!\w)(?:,? (?P<y>(?:19|20)\d\d)(?!\w))?",
            _ordinal,
        ),
        (
            rf"(?<!\w)(?<!\d )(?P<m>{month})(?: ?[/( ] ?(?P<m2>{month})\)?)?,?(?: من)?(?: عام)? (?P<y>(?:19|20)\d\d)(?!\w)",
            _month,
        ),
    ]


_YESTERDAY = r"(?<!\w)(?:و|ف|ل)?(?:امس|بالامس|البارحه|ليله امس|الليله الماضيه|الليله الفايته|yesterday|last night|the night before(?! last)|the previous night|the evening before|the previous evening)(?!\w)"
_TODAY = r"(?<!\w)(?<!ل[\"«]بغداد )(?<!لبغداد )(?<!وكاله بغداد )(?<!موقع بغداد )(?<!شبكه بغداد )(?:هذا )?(?:اليوم|today|tonight|this morning|this evening)(?!\w)(?! (?:ذاته|نفسه|السابق|التالي|الذي|الاول|الثاني|الثالث|العالمي|الوطني|الدولي))"


def _weekdays(weekday: str) -> list[_Rule]:
    """Weekdays, with what says which week's: behind them in Arabic, before them in English."""
    arabic = "|".join(name for name in weekday.split("|") if name > "\u0600")
    latin = "|".join(name for name in weekday.split("|") if name < "\u0600")
    return [
        (two_weekdays(arabic), _lately(lambda m, p: stretch_of(m, day_rules().weekdays, p))),
        (
            r"(?:(?<!\w)|(?<=\Wو))(?:ال|ل|ب)?(?:يوم |نهار |مساء |صباح |فجر |ليل |ظهر |عصر |ليله |امس )?(?:يوم )?"
            rf"(?P<w>{arabic})(?P<next> (?:المقبله?|القادمه?|التالي))?(?P<past> (?:(?P<twice>قبل )?الماضيه?|الفايته?|المنصرمه?))?(?P<week>،? (?:من )?الاسبوع (?:الماضي|الفايت|المنصرم))?(?!\w)",
            _weekday,
        ),
        (
            rf"(?<!\w)(?P<next>next |this coming |(?:this|the coming) (?!morning|evening))?(?:late |early )?(?:on )?(?P<past>last |the previous )?(?P<w>{latin})(?P<next2> next week)?(?P<twice> before last)?(?P<week>,? (?:of )?last week)?(?!\w)",
            _weekday,
        ),
    ]


def _relative(weekday: str, month: str) -> list[_Rule]:
    """Days that count from the publication."""
    ordinal = "|".join(sorted(map(re.escape, ORDINALS), key=len, reverse=True))
    return [
        *((pattern, _lately(found)) for pattern, found in LATELY),
        (r"(?<!\w)(?:بعد غد|the day after tomorrow)(?!\w)(?: (?:ال\w+))?", _ago(-2)),
        (rf"(?<!\w)(?:يوم )?غدا?،? (?:يوم )?(?:{weekday})(?!\w)", _ago(-1)),
        (
            r"(?<!\w)(?:و|ف)?(?:اول امس|اول من امس|امس الاول|قبل امس|قبل يومين|the day before yesterday|two days ago|2 days ago)"
            r"(?!\w)",
            _ago(2),
        ),
        (_YESTERDAY, _ago(1)),
        (
            r"(?<!\w)قبل (?P<n>ثلاثه|اربعه|خمسه|سته|سبعه|\d) ايام(?!\w)"
            r"|(?<!\w)(?P<n2>three|four|five|six|seven|\d) days ago(?!\w)",
            _days_ago,
        ),
        *_weekdays(weekday),
        (_TODAY, _ago(0)),
        (r"(?<!\w)(?:غدا|يوم غد|(?:يوم |صباح |ظهر |مساء |فجر )الغد|صباح غد|مساء غد|tomorrow)(?!\w)", _ago(-1)),
        (r"(?<!\w)(?:خلال الليل(?! ال)|اثناء الليل|overnight|during the night)(?!\w)", _ago(1)),
        (
            r"(?<!\w)(?:خلال|في) (?:ال)?(?:ساعات ال)?(?:24 ساعه|اربع وعشرين ساعه|اربع والعشرين|24)(?: ساعه)? (?:الماضيه|الاخيره)(?!\w)"
            r"|(?<!\w)(?:in|over|during) the (?:last|past) 24 hours(?!\w)",
            _last_day,
        ),
        (
            rf"(?<!\w)(?P<d>\d{{1,2}}|{ordinal}) (?:من )?(?:هذا |(?P<that>ذلك |نفس ))?الشهر(?P<which> (?:الجاري|الحالي|الماضي|المنصرم|المقبل|القادم|ذاته|نفسه))?(?!\w)"
            r"|(?<!\w)(?P<d2>\d{1,2})(?:st|nd|rd|th)? of (?:this|the same|that|last) month(?!\w)",
            _of_month,
        ),
        (
            rf"(?<!\w)(?P<d>\d{{1,2}}) (?:من )?(?P<h>{'|'.join(HIJRI)}),? (?P<y>1[34]\d\d)(?:ه|هـ)?(?!\w)",
            _hijri,
        ),
        (r"(?<!\w)(?:قبل (?:بضعه |عده )?ايام|(?:a few |several |some )days ago)(?!\w)", _days_since),
    ]


def _periods(month: str) -> list[_Rule]:
    """Weeks, months and years that count from the publication."""
    return [
        (
            rf"(?<!\w)(?:في |خلال )?(?:الاسبوع (?P<k>الاول|الثاني|الثالث|الرابع|الاخير) من|(?:in )?(?:the )?(?P<k2>first|second|third|fourth|last|final) week of) (?:شهر )?(?P<m>{month})(?:,? (?P<y>(?:19|20)\d\d)(?!\w))?(?!\w)",
            _week_of_month,
        ),
        (
            rf"(?<!\w)و?(?:في |خلال |مطلع |منتصف |اواخر |اوايل |نهايه |بدايه |شهر |(?:النصف|الربع|الثلث|الاسبوع|الايام) (?:الاول|الثاني|الثالث|الاخير|الاولي|الاخيره) من |(?:first|second) half of |(?:first|opening|early|last|final) (?:days|weeks?) of |in |early |mid-|late |end of |during |since |last |this |(?:planned|scheduled|set|due|expected|slated|foreseen) for )(?:شهر |the month of )?(?P<m>{month})(?: ?[/( ] ?(?P<m2>{month})\)?)?"
            r"(?P<w> (?:الجاري|الحالي|الماضي|المنصرم|الفايت|المقبل|القادم))?(?!\w)(?! ?\d{1,2}(?!\d|,\d| [^\W\d]{3}))(?!,? ?(?:19|20)\d\d(?! (?:عايل|اسر|معتقل|محتجز|سجين|شخص|جندي|عسكري|حبه|كيلو|متسلل|مطلوب|عراقي|سوري|famil|detainee|prisoner|people|soldier|pill|kilo)))",
            _bare_month,
        ),
        (r"(?<!\w)(?:العام (?:المقبل|القادم)|السنه (?:المقبله|القادمه)|next year)(?!\w)", _next(DatePrecision.YEAR)),
        (r"(?<!\w)(?:الاسبوع (?:المقبل|القادم)|next week)(?!\w)", _next(DatePrecision.WEEK)),
        (r"(?<!\w)(?:الشهر (?:المقبل|القادم)|next month)(?!\w)", _next(DatePrecision.MONTH)),
        (r"(?<!\w)(?:هذا الاسبوع|الاسبوع (?:الجاري|الحالي)|(?:earlier )?this week)(?!\w)", _this(DatePrecision.WEEK)),
        (
            r"(?<!\w)(?:هذا الشهر|الشهر (?:الجاري|الحالي)|(?:وقت سابق|مطلع|بدايه|اوايل|مستهل|منتصف|اواخر|وقت لاحق)(?: من)? (?:هذا )?الشهر(?: ذاته| نفسه)?(?! (?:الماضي|المنصرم|الفايت|المقبل|القادم|الذي|الاول))|(?:earlier |later )?(?:this|in the same) month)(?!\w)",
            _this(DatePrecision.MONTH),
        ),
        (r"(?<!\w)(?:الاسبوع (?:الماضي|الفايت|المنصرم)|last week)(?!\w)", _last(DatePrecision.WEEK)),
        (r"(?<!\w)(?:الشهر (?:الماضي|الفايت|المنصرم)|last month)(?!\w)", _last(DatePrecision.MONTH)),
        (r"(?<!\w)(?:العام (?:الماضي|الفايت|المنصرم)|السنه الماضيه|last year)(?!\w)", _last(DatePrecision.YEAR)),
    ]


@functools.cache
def day_rules() -> _Patterns:
    """Names of months and weekdays, and the rules in the order they are tried."""
    table = calendar()
    months, weekdays = _names(table["months"]), _names(table["weekdays"])
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    weekday = "|".join(sorted(map(re.escape, weekdays), key=len, reverse=True))
    rules = (*((p, _stretch) for p in stretches(month)), *_full(month), *_relative(weekday, month), *_periods(month))
    return _Patterns(months, weekdays, tuple((regex(p), f, _needed(p)) for p, f in rules))


def _needed(pattern: str) -> frozenset[str]:
    """Which hints a rule cannot do without."""
    if "(?P<h>" in pattern:
        return frozenset(("HIJRI",))
    if "(?P<m>\\d" in pattern:
        return frozenset(("DIGIT",))
    if "(?P<m>" in pattern or "(?P<w>" in pattern:
        return frozenset(("MONTH",) if "(?P<m>" in pattern else ("WEEKDAY",))
    return frozenset(word for word in HINTS if word in pattern)


HINTS = (
    "امس", "الليل", "ساعات", "ساعه", "الشهر", "hours", "overnight", "اليوم", "ليلتين", "الايام", "ايام", "يومين", "days", "fortnight", "البارحه", "غد", "قبل", "منذ", "الاسبوع", "اسبوع", "شهر",
    "العام", "السنه", "هذا", "today", "tonight", "tomorrow", "yesterday", "night", "morning", "evening", "ago", "week", "month", "year",
)  # fmt: skip
"""Words of which one stands in whatever counts from the publication; a rule is tried where one of its own stands."""


def _ordinal(match: re.Match[str], published: date) -> Day | None:
    month = day_rules().months[match["m"]]
    number = day_number(match["d"])
    year = int(match["y"]) if match["y"] else said_year(month, said_which(match), published, number)
    return _make(match, year, month, number)


def _stretch(match: re.Match[str], published: date) -> Day | None:
    """Two days of a month, the second after the first."""
    first, last = (day_number(match[name]) for name in ("d", "l"))
    found = _named_day(match, published, first)
    try:
        return replace(found, last=found.date.replace(day=last)) if found and first < last else None
    except ValueError:
        return None


def _hijri(match: re.Match[str], published: date) -> Day | None:
    try:
        day = Hijri(int(match["y"]), HIJRI_MONTH[match["h"]], int(match["d"])).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return Day(match.start(), match.end(), date(day.year, day.month, day.day))


def _bare_month(match: re.Match[str], published: date) -> Day | None:
    month = day_rules().months[match["m"]]
    if match["m"] in ("may", "mar") and not match.group().startswith(
        ("in ", "early", "late", "mid", "end", "last", "first ", "second half", "opening", "during", "final")
    ):
        return None
    year = said_year(month, match["w"] or "", published)
    return Day(match.start(), match.end(), date(year, month, 1), DatePrecision.MONTH)


def _lately(found: Callable[[re.Match[str], date], Stretch | None]) -> Callable[[re.Match[str], date], Day | None]:
    def resolve(match: re.Match[str], published: date) -> Day | None:
        back = found(match, published)
        if back is None:
            return None
        return Day(*match.span(), back.first, back.precision, own=back.own, last=back.last)

    return resolve


def _days_since(match: re.Match[str], published: date) -> Day | None:
    """«قبل أيام»: the week of three days before."""
    return Day(
        match.start(), match.end(), period_start(published - timedelta(days=3), DatePrecision.WEEK), DatePrecision.WEEK
    )


def _last_day(match: re.Match[str], published: date) -> Day | None:
    return Day(match.start(), match.end(), published - timedelta(days=1), last=published)


def _of_month(match: re.Match[str], published: date) -> Day | None:
    """«الحادي والعشرين من الشهر الجاري»; `month_of`: of the month named before."""
    word, which = match["d"] or match["d2"], match["which"] or match.group()
    month = published.replace(day=1)
    if which.endswith(COMING):
        month = (month + timedelta(days=32)).replace(day=1)
    if which.endswith(PAST) or "last" in which:
        month = (month - timedelta(days=1)).replace(day=1)
    found = _make(match, month.year, month.month, int(word) if word.isdigit() else ORDINALS[word])
    same = bool(match["that"]) or any(word in which for word in ("ذاته", "نفسه", "same", "that"))
    return replace(found, same_month=same) if found else None


def _make(match: re.Match[str], year: int, month: int, day: int, conflict: bool = False) -> Day | None:
    try:
        return Day(match.start(), match.end(), date(year, month, day), conflict=conflict)
    except ValueError:
        return None


def _numeric(match: re.Match[str], published: date) -> Day | None:
    day, month = int(match["d"]), int(match["m"])
    if month > 12 >= day and "/" in match.group():
        day, month = month, day  # 2/24/2026
    return _make(match, int(match["y"]), month, day)


def _named(match: re.Match[str], published: date) -> Day | None:
    return _named_day(match, published, int(match["d"]))


def _named_day(match: re.Match[str], published: date, day: int) -> Day | None:
    months = day_rules().months
    month = months[match["m"]]
    second = months.get(match.groupdict().get("m2") or "")
    conflict = second is not None and second != month
    if conflict and second is not None:
        month = min((month, second), key=lambda m: month_distance(m, published))
    year = int(match["y"]) if match["y"] else said_year(month, said_which(match), published, day)
    if match.groupdict().get("ago"):
        year = published.year - 1
    return _make(match, year, month, day, conflict)


def _month(match: re.Match[str], published: date) -> Day | None:
    month = day_rules().months[match["m"]]
    return Day(match.start(), match.end(), date(int(match["y"]), month, 1), DatePrecision.MONTH)


def _ago(days: int) -> Callable[[re.Match[str], date], Day | None]:
    return lambda match, published: Day(match.start(), match.end(), published - timedelta(days=days))


def _days_ago(match: re.Match[str], published: date) -> Day | None:
    word = match["n"] or match["n2"]
    number = int(word) if word.isdigit() else int(calendar()["numbers"][word])
    return Day(match.start(), match.end(), published - timedelta(days=number))


_FIRST_OF_WEEK = 5
"""Saturday: the first day of an Arabic week."""


def _weekday(match: re.Match[str], published: date) -> Day | None:
    wanted, groups = day_rules().weekdays[match["w"]], match.groupdict()
    back = (published.weekday() - wanted) % 7
    if groups.get("next") or groups.get("next2"):
        return Day(match.start(), match.end(), published + timedelta(days=(wanted - published.weekday() - 1) % 7 + 1))
    if groups.get("week"):
        first = _FIRST_OF_WEEK if match["w"] > "\u0600" else 0
        back = (published.weekday() - first) % 7 - (wanted - first) % 7 + 7
    elif (groups.get("past") and back == 0) or groups.get("twice"):
        back += 7
    return Day(match.start(), match.end(), published - timedelta(days=back), weekday=True)


def _this(precision: DatePrecision) -> Callable[[re.Match[str], date], Day | None]:
    return lambda match, published: Day(match.start(), match.end(), period_start(published, precision), precision)


def _week_of_month(match: re.Match[str], published: date) -> Day | None:
    """«في الأسبوع الأول من شباط»: the week of the month's fourth day, and so on; its last one."""
    month = day_rules().months[match["m"]]
    year = int(match["y"]) if match["y"] else said_year(month, said_which(match), published)
    week = week_of(year, month, match["k"] or match["k2"])
    return Day(match.start(), match.end(), week, DatePrecision.WEEK)


_LENGTHS = {DatePrecision.WEEK: 7, DatePrecision.MONTH: 32, DatePrecision.YEAR: 367}


def _next(precision: DatePrecision) -> Callable[[re.Match[str], date], Day | None]:
    def resolve(match: re.Match[str], published: date) -> Day | None:
        within = period_start(published, precision) + timedelta(days=_LENGTHS[precision])
        return Day(match.start(), match.end(), period_start(within, precision), precision)

    return resolve


def _last(precision: DatePrecision) -> Callable[[re.Match[str], date], Day | None]:
    def resolve(match: re.Match[str], published: date) -> Day | None:
        before = period_start(published, precision) - timedelta(days=1)
        return Day(match.start(), match.end(), period_start(before, precision), precision)

    return resolve


def publication_day(published: datetime | date | None) -> date | None:
    """The day in Baghdad."""
    if isinstance(published, datetime):
        aware = published if published.tzinfo else published.replace(tzinfo=BAGHDAD)
        return aware.astimezone(BAGHDAD).date()
    return published


def its_week(day: Day) -> Day:
    """What is announced on a day took place in its week."""
    return Day(day.start, day.end, period_start(day.date, DatePrecision.WEEK), DatePrecision.WEEK, day.conflict)
