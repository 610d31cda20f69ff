"""Words before a number that look like its scope and are another's: «الدفعة الثامنة منذ 2021، وضمت 218 عائلة». PURE."""

from __future__ import annotations

import re

_REACH = 170
_NTH_SINCE = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|\w+tieth|\w+ty-\w+|latest|largest|biggest|smallest|only)\b"
    r"(?: (?!\d+,\d|\d{3})[^\s.]+){0,14}? since (?:\w+ ?){1,3}"
    r"|(?<!\w)[وبلف]?(?:ال)?(?:\d+|اول|اولي|ثانيه?|ثالثه?|رابعه?|خامسه?|سادسه?|سابعه?|ثامنه?|تاسعه?|عاشره?|اكبر|احدث|اضخم)(?!\w)(?: (?!\d)[^\s،.]+){0,12}? منذ (?:\S+ ?){1,3}"
)
"""Which one it is of a row that began then, and no sum of them."""


def before(text: str, start: int, at: int, reach: int) -> str:
    """What stands up to `reach` characters before a number at `at`, not before `start`; blanks where another's scope is."""
    told = text[max(start, at - _REACH) : at]
    if "since" not in told and "منذ" not in told:
        return told[-reach:]
    return _NTH_SINCE.sub(lambda m: " " * len(m.group()), told)[-reach:]
