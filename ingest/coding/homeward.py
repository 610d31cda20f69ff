"""Whose way it is, whatever the verb: prisoners are handed on, soldiers and families go home, others flee. PURE."""

from __future__ import annotations

from events.codebook import EventType
from ingest.coding.movers import stays_inland
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_PRISONERS = regex(r"(?<!\w)[وفبل]?(?:ال|لل)?(?:سجين|سجناء|معتقل|محتجز|نزلاء|نزيل)(?:ا|ين|ون|ي)?(?!\w)")
_ISIS = regex(r"داعش|د1عش|الدوله الاسلاميه|تنظيم الدوله|التنظيم|ارهاب|جهادي")
_FREE = ("pop_camp_families", "pop_sy_soldiers", "pop_refugees", "pop_migrants", "citizens", "flight", "escape")
_HOME = regex(
    r"(?<!\w)(?:الي|نحو|باتجاه) (?:بلادهم|بلدهم|بلده|وطنهم|ديارهم|موطنهم|بلدهم الام|الاراضي السوريه|الجانب السوري|داخل سوريا|البوكمال)(?!\w)"
)
_SYRIANS = regex(r"(?<!\w)(?:ال)?سوري(?:ا|ين|ون|ه)?(?!\w)")
_FROM_IRAQ = regex(r"(?<!\w)من (?:العراق|الاراضي العراقيه|داخل العراق|مخيم\w* في (?:العراق|الانبار))")
_IRAQIS = regex(r"(?<!\w)(?:ال)?عراقي(?:ا|ين|ون|ات)?(?!\w)")
_TO_IRAQ = regex(
    r"(?<!\w)(?:الي|نحو|باتجاه) (?:بلادهم|بلدهم|وطنهم|ديارهم|الاراضي العراقيه|داخل العراق)(?!\w)[^.؛]{0,40}(?<!\w)من (?:ال)?(?:اراضي ال)?سوري"
    r"|(?<!\w)من (?:ال)?(?:اراضي ال)?سوري\w*(?!\w)[^.؛]{0,40}(?<!\w)(?:الي|نحو|باتجاه) (?:بلادهم|بلدهم|وطنهم|ديارهم)(?!\w)"
)

WANTED = regex(
    r"(?<!\w)[وب]?(?:ال)?(?:مذكره|مذكرات|انتربول|النشره الحمراء|نشره حمراء|متهم\w*|مطلوب\w*|مدان\w*|محكوم\w*|جرايم|بتهم\w*|بجرم|بجريمه)(?!\w)|(?<!\w)(?:من )?الانتربول"
)
"""«بناءً على مذكرة من الإنتربول»: who is wanted is handed over, and does not go home."""
_HANDS = regex(r"[يتس]*(?:سلم|رحل|تسلم|استلم|ستلم|استرد|سترد)|تسليم|ترحيل|استرداد|استلام")


def whose_way(clause: Clause, word: Word, kind: EventType) -> EventType:
    """The kind of movement by those who move: «عبرت إلى العراق قافلة تضم مئات السجناء» is no flight."""
    if kind not in (EventType.REFUGE, EventType.REPATRIATION) or clause.text.plain[word.stem] < "\u0600":
        return kind
    hands = _HANDS.match(clause.text.plain, word.stem, word.end)
    if _in_custody(clause) or (hands and WANTED.search(clause.plain) and not clause.has(_FREE[0], *_FREE[2:])):
        return EventType.DETAINEE_TRANSFER
    if kind is EventType.REFUGE and _goes_home(clause, word):
        return EventType.REPATRIATION
    if kind is EventType.REPATRIATION and _seeks_shelter(clause, word):
        return EventType.REFUGE
    return kind


def _seeks_shelter(clause: Clause, word: Word) -> bool:
    """«وصل 300 جندي سوري إلى الأراضي العراقية»: Syrians who come to Iraq, and whom nobody hands over or sends back."""
    if (
        _GOES_BACK.search(clause.plain)
        or clause.has("pop_isis_detainees")
        or _HANDS.match(clause.text.plain, word.stem)
    ):
        return False
    return _SYRIAN_PEOPLE.search(clause.plain) is not None and _INTO_IRAQ.search(clause.plain) is not None


_GOES_BACK = regex(
    r"(?<!\w)[وف]?(?:ا?عاد|[يت]?عيد|[يت]?عود|عاي?د|رجع|ارجاع|رحل|ترحيل|اعيد|استعاد|استرد|بلادهم|بلدهم|وطنهم|ديارهم)|عراقي(?:ا|ين|ون) "
)
_SYRIAN_PEOPLE = regex(
    r"(?:عايل|اسر|جندي|جنود|عسكري|ضابط|ضباط|شخص|مواطن|نازح|لاجي|مدني|عناصر|عنصر|جريح|جرحي|\d|الف|ميه|ميات|عشرات)\w* (?:(?!من |في |الي |عبر |داخل )[^\s،.]+ )?(?:ال)?سوري(?:ا|ين|ون|ه|ات)?(?!\w)"
)
_INTO_IRAQ = regex(
    r"(?<!\w)(?:الي|داخل|نحو|باتجاه) (?:الاراضي العراقيه|العراق|داخل العراق|اقليم ك\w+|محافظه (?:نينوي|الانبار|دهوك|اربيل))(?!\w)|(?<!\w)(?:دخول|بدخول|دخلوا?|دخلت) (?:الاراضي العراقيه|العراق)(?!\w)"
)


def _in_custody(clause: Clause) -> bool:
    if not clause.has("pop_isis_detainees") or clause.has(*_FREE):
        return False
    return bool(_PRISONERS.search(clause.plain)) and bool(_ISIS.search(clause.plain))


def _goes_home(clause: Clause, word: Word) -> bool:
    """«عبر 1905 من العسكريين السوريين إلى بلادهم», «عبر 12 ألف لاجئ سوري من العراق»."""
    if clause.has("flight") or stays_inland(clause, word):
        return False
    ahead = clause.after(word.end, 120)
    if _SYRIANS.search(clause.plain) and (_HOME.search(ahead) or _FROM_IRAQ.search(ahead)):
        return True
    return _IRAQIS.search(ahead) is not None and _TO_IRAQ.search(ahead) is not None
