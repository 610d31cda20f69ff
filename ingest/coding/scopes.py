"""Words before a number that look like its scope and are another's: «الدفعة الثامنة منذ 2021، وضمت 218 عائلة». PURE."""

from __future__ import annotations

import functools
import re

from events.codebook import Scope, Unit
from ingest.coding.quantities import table
from ingest.coding.regexes import regex

_REACH = 170
_AROUND, _BEHIND, _FAR = 48, 60, 200
_COMMA = regex(r"[،,;؛]\s")
_NTH_SINCE = regex(
    r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|\w+tieth|\w+ty-\w+|latest|largest|biggest|smallest|only)\b"
    r"(?: (?!\d+,\d|\d{3})[^\s.]+){0,14}? since (?:\w+ ?){1,3}"
    r"|(?<!\w)[وبلف]?(?:ال)?(?:(?:(?<=دفعه )|(?<=وجبه )|(?<=رحله )|(?<=قافله )|(?<=رقم )|(?<=رقم \())\d+|اول|اولي|ثانيه?|ثالثه?|رابعه?|خامسه?|سادسه?|سابعه?|ثامنه?|تاسعه?|عاشره?|اكبر|احدث|اضخم)(?!\w)(?: (?!\d)[^\s،.]+){0,12}? منذ (?:\S+ ?){1,3}"
)
"""Which one it is of a row that began then, and no sum of them."""
_HELPED = regex(
    r"\b(?:helped|assisted|supported|enabled) (?:[\w-]+ ){0,3}$|(?<!\w)[وف]?(?:ساعد|ساند|مكن|عاون)ت? (?:[^\s،.]+ ){0,5}$"
)
"""«helped 214 refugees living in Iraq to go home»: those who went."""

_WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_THAT_DAY = regex(
    rf"(?: (?:of (?:them|whom|these|those)|people|men|detainees|prisoners))?(?: \w+)? (?:on (?:\w+ )?{_WEEKDAYS}|yesterday|overnight|today)\b"
    r"|(?: (?:منهم|منها|شخصا|معتقلا|جنديا|عايله))?(?: (?!قال|اعلن|اضاف|بحسب|ذكر|اكد|افاد|وفق)\S+)? (?:(?:يوم|صباح|مساء|فجر|ليل) )?(?:ال(?:اثنين|ثلاثاء|ثلاثا|اربعاء|اربعا|خميس|جمعه|سبت|احد|يوم)|امس)(?!\w)"
)
"""«منذ 2021، بينهم 320 وصلوا الاثنين»: the part of a total that came on a day."""


def before(text: str, start: int, at: int, reach: int) -> str:
    """What stands up to `reach` characters before a number at `at`, not before `start`; blanks where another's scope is."""
    told = text[max(start, at - _REACH) : at]
    if "since" not in told and "منذ" not in told:
        return told[-reach:]
    return _NTH_SINCE.sub(lambda m: " " * len(m.group()), told)[-reach:]


def of_that_day(text: str, last: int, end: int) -> bool:
    """Whether the words behind a number that ends at `last` tell the day on which these came."""
    return _THAT_DAY.match(text, last, end) is not None


@functools.cache
def cues() -> dict[str, re.Pattern[str]]:
    """What stands before and behind a number, as patterns."""
    rows = table()
    found = {name: words.replace(" |", "|") for name, words in rows["before"].items()} | rows["behind"]
    return {name: regex(words.replace("{today}", f"(?:{rows['today']})")) for name, words in found.items()}


def scope_of(text: str, start: int, at: int, last: int, unit: Unit, end: int) -> Scope:
    """Of what a number at [at, last) is: a batch, all so far, a plan, those who are there."""
    found, around = cues(), before(text, start, at, _AROUND)
    near = _COMMA.split(around)[-1]
    if found["planned"].search(around) or found["due"].match(text, last, end):
        return Scope.PLANNED
    if unit is Unit.KM:
        return Scope.CUMULATIVE
    if found["stock"].search(near) or found["hosted"].search(around) or found["total"].search(around):
        return Scope.STOCK
    if of_that_day(text, last, end):
        return Scope.BATCH
    if found["since_then"].search(text[max(start, at - _FAR) : at]):
        return Scope.CUMULATIVE
    if found["cumulative"].search(around) or found["so_far"].match(text, last, min(end, last + _BEHIND)):
        return Scope.CUMULATIVE
    if _HELPED.search(near):
        return Scope.BATCH
    people = unit in (Unit.PEOPLE, Unit.FAMILIES, Unit.DETAINEES, Unit.SOLDIERS)
    return Scope.STOCK if people and found["still"].match(text, last, min(end, last + _BEHIND)) else Scope.BATCH
