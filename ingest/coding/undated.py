"""The day of an article whose publication nobody told: by its dateline, a line of its page, or the days it names. PURE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from events.codebook import DatePrecision
from ingest.coding.arabic import fold
from ingest.coding.broken_lines import lines_of
from ingest.coding.dates import find_days
from ingest.coding.furniture import is_furniture
from ingest.coding.regexes import regex

_YEAR = regex(r"(?<!\d)20[0-4]\d(?!\d)")
_DATELINE = regex(r"[^.!?؟\n]{0,90}?(?: [-–—]{1,2} |[-–—:](?=\s)|\)(?=\s)|$)")
"""The head of a line that a dash or a bracket sets apart."""
_TOLD_ON = regex(
    r"(?:(?<!\w)(?:اليوم|و?(?:قال|ذكر|اعلن|افاد|اوضح|اكد|كشف|صرح)ت?(?: (?!ان(?!\w)|انه|انها)[^\s.؛()]+){0,7})"
    r"|\b(?:today|said|told|announced|revealed|confirmed|stated|reported)\b(?: (?!that\b)[\w'’-]+){0,5},?)"
    r"[ ,،]*(?:\w+ )?(?:on )?(?:\w+day,? )?\(?(?P<day>[^()\n.;]{6,30}?20[0-4]\d)(?!\d)"
)
_HEAD = 2
"""Lines of a text that may open with a dateline: the headline may stand before it."""


def page_day(body: str, some: date) -> date | None:
    """The day that the dateline or the page itself gives, or on which it was told («قال المصدر (2 أيلول 2025)»), year and
    all. `some`: any day; none is counted from it."""
    plain = fold(body).text
    lines = [plain[start:end] for start, end in lines_of(plain) if end > start]
    heads = [head.group() for line in lines[:_HEAD] if (head := _DATELINE.match(line))]
    for stretch in (*heads, *(line for line in lines if is_furniture(line))):
        for day in _whole(stretch, some):
            return day
    told = _TOLD_ON.search(plain)
    return next(_whole(told["day"], some), None) if told else None


def about(texts: Sequence[str], some: date) -> date:
    """The last day, with its year, that folded texts name; `some` where they name none."""
    return max((day for text in texts for day in _whole(text, some)), default=some)


def _whole(text: str, some: date) -> Iterator[date]:
    """Days that are told with their year."""
    if _YEAR.search(text):
        for day in find_days(text, some, relative=False):
            if day.precision is DatePrecision.DAY and _YEAR.search(text, day.start, day.end):
                yield day.date
