"""Which kilometres are the length of works: not distances, not how long a border is. PURE."""

from __future__ import annotations

from ingest.coding.regexes import regex
from ingest.coding.units import Counted

BARRIER = regex(r"جدار|خندق|ساتر|سواتر|سياج|تحصين|اسلاك|wall|trench|fence|fencing|barrier|berm|fortif")
_WIDE = 170
_AWAY = regex(
    r" (?:to the |due )?(?:south|north|east|west|away|inside|outside|deep|off)\w*(?! (?:section|stretch))|,? from\b"
    r"|(?: فقط| تقريبا)? (?:عن|(?:جنوب|شمال|شرق|غرب)ي?)(?!\w)"
)
_OF_LINE = regex(r"\b(?:border|frontier|boundary)\b|(?<!\w)[وبل]?(?:ال|لل)?(?:حدود|شريط الحدودي)(?!\w)")
KM_OF = regex(r"(?:كيلومتر\w*|(?<!\w)كم|\bkm|kilomet\w+)(?: \S+)? (?:من اصل|من مجموع|out of)(?: \w+)? $")
"""«383 كيلومتراً من أصل 618»."""


def is_distance(text: str, noun: Counted, around: str, end: int, value: float) -> bool:
    """ "The frontier is 615 kilometers long", "shares 618 kilometers of border", "400 kilometers to the south": no length
    of works."""
    if _AWAY.match(text, noun.end, end):
        return True
    whole = text.startswith(" long", noun.end) or _RUNS.search(around)
    line = _OF_LINE.search(around) or (int(value) in _WHOLE_LINE and _LINE_BEHIND.match(text, noun.end, end))
    return bool((whole or int(value) in _WHOLE_LINE) and line) and not BARRIER.search(around)


_RUNS = regex(r"\b(?:runs|stretches|extends|shares)\b|(?<!\w)[وب]?(?:ال)?(?:طول|طولها|طوله|[يت]متد|بالغه?)(?!\w)")
_LINE_BEHIND = regex(r" (?:of|من) (?:the |its )?(?:shared |common |syrian |iraqi )*(?:border|frontier|الحدود|الشريط)\b")
_WHOLE_LINE = range(590, 631)
"""Kilometres that are given for the line between the two countries."""


def of_works(text: str, start: int, at: int, last: int) -> bool:
    """«خندق جديد بطول 37 كيلومتراً», «المسافة المنجزة 380»: how long what is built is, no line's length."""
    wide = text[max(start, at - _WIDE) : at]
    return (_BUILT.search(wide[-_WIDE // 2 :]) is not None and not _ORDERED.search(text, start, at)) or _DONE.match(
        text, last
    ) is not None


_BUILT = regex(
    r"(?:جدار|خندق|ساتر|سواتر|سياج|كتل كونكريتيه|الكتل الكونكريتيه|اسلاك|حاجز)\w*(?: (?!الحدود|حدود|الحدودي|علي الشريط|من اصل)[^\s،.]+){0,6} (?:بطول|علي امتداد|لمسافه|بمسافه)(?: [^\s،.]+)? $"
    r"|(?<!\w)(?:ال)?(?:مقطعا?|جزءا?|مقاطع|اجزاء) [^.؛]{0,70} (?:بطول|لمسافه|طوله|طولها)(?: [^\s،.]+)? $"
    r"|(?<!\w)المسافه المنجزه(?: [^\s،.]+){0,9} $"
    r"|\b(?:length of the (?:barrier|wall|fence|trench|berm|works?)(?: (?!border|frontier)[\w-]+){0,3} |(?:wall|fence|trench|berm|barrier)s?(?: (?!border|frontier|of the)[\w-]+){0,6} (?:over a distance of|over|along|for) )(?:about |some |nearly |around )?$"
)
_ORDERED = regex(r"(?<!\w)[وف]?(?:[يت]?وجه|[يت]?امر|اوعزت?|[يت]وعز)(?!\w)")
_DONE = regex(r" (?:\w+ )?(?:completed|finished|built|done|dug|erected|put up)\b| (?:منجزه?|انجزت|اكتملت?)(?!\w)")
