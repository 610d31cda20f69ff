"""Numbers of people already named, without a unit: «العدد 144», "2,000 of them". PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from events.codebook import Unit
from ingest.coding.counts import APPROX, AT_LEAST, AT_MOST, NOT_A_COUNT, NUMBER, Number, scope_of, value_of
from ingest.coding.day_rules import calendar

_LEAD = (
    r"(?P<lead>(?<!\w)[وفبل]?(?:(?:ان )?(?:(?:ال)?(?:عدد|عددهم|مجموع|مجموعهم|حصيله|اجمالي)(?!\w)(?: (?!الي |نحو |ب)\S+){0,4}?"
    r"(?: (?:الي|نحو|هو|بلغ|كان|يبلغ|يناهز|يقارب))?|(?P<of>منهم|بينهم)) ب?"
    r"|\b(?:number|total|toll|figure|estimate|tally)(?: (?!\d)[\w'’-]+){0,6}? (?:was|is|stood|reached|at|to|of) "
    r"|\b(?:bring|brings|bringing|raising|raises) (?:the (?:total|number) )?to |\bspoke of |\bput (?:it |them |the \w+ )?at )\"?)"
)
_BEHIND = r"(?= (?:منهم|من هولاء|of them|of whom|of those|of these|of the (?:men|detainees|prisoners|soldiers|escapees))(?!\w))"
_LEAST = 2
_YEAR = re.compile(r"(?:عام|سنه|منذ|since|in) $")
_FIRST, _LAST = 1990, 2035
"""Numbers that are years where the words before say so."""


def bare_numbers(text: str, start: int, end: int, unit: Unit, planned: bool) -> list[Number]:
    """Numbers of people already named, who are `unit`."""
    found: dict[int, Number] = {}
    for match, lead, part in _matches(text, start, end):
        value, kind = value_of(match)
        if value is None or value < _LEAST or NOT_A_COUNT.match(text[match.end() :][:14]):
            continue
        around = text[max(start, match.start() - 40) : match.start()] + lead
        if match["digits"] and _YEAR.search(lead) and _FIRST <= value <= _LAST:
            continue
        at = match.start("n")
        found.setdefault(at, Number(at, match.end("n"), value, unit, kind, scope_of(around, planned), part))
    return list(found.values())


def _matches(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], str, bool]]:
    """Matches with the words that lead to the number, and whether it is a part of a total."""
    for match in _led().finditer(text, start, end):
        yield match, match["lead"], bool(match["of"])
    for match in _followed().finditer(text, start, end):
        yield match, "", False
    for match in _capped().finditer(text, start, end):
        yield match, "", False


@functools.cache
def _number() -> str:
    words = "|".join(sorted(map(re.escape, calendar()["numbers"]), key=len, reverse=True))
    return (
        rf"(?P<n>(?:(?P<at_least>{AT_LEAST}) |(?P<at_most>{AT_MOST}) |(?P<approx>{APPROX}) )?"
        rf"(?:(?P<digits>{NUMBER})(?P<thousand> (?:الف|الفا|الاف|thousand))?|(?P<vague>(?!x)x)"
        rf"|(?P<spelled>(?:{words})(?:(?: و?|-)(?:{words}))*))(?!\w))"
    )


@functools.cache
def _capped() -> re.Pattern[str]:
    """«ما يصل إلى سبعة آلاف», "up to 7,000", with nothing counted behind it."""
    ends = r"(?=\s*(?:[.،,؛\"”»)\n]|$|في |من |خلال |in |over |from |by |at ))"
    return re.compile(rf"(?<!\w)(?=(?:{AT_MOST}) ){_number()}{ends}")


@functools.cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}{_number()}(?! ?(?:%|بالميه|per cent|percent))")


@functools.cache
def _followed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وبلف]?{_number()}{_BEHIND}")
