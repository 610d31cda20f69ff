"""The day on which something was only told, by the words beside it. PURE."""

from __future__ import annotations

from events.codebook import DatePrecision
from ingest.coding.day_rules import Day
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_SAID_REACH = 90


def announcing(clause: Clause, day: Day) -> bool:
    """«أعلنت الوزارة، الثلاثاء، ضبط …», "said on Tuesday that": the day of telling, not of the act."""
    if day.precision is DatePrecision.WEEK:
        return _TOLD_THEN.search(clause.before(day.start, 40)) is not None
    hour = _HOUR.search(clause.before(day.start, 8)) and not _OF_WHAT.match(clause.after(day.end, 10))
    if day.precision is not DatePrecision.DAY or hour:
        return False
    if _SHOWN.search(clause.before(day.start, 60)) and not _THAT.search(clause.before(day.start, 60)):
        return True
    before = clause.before(day.start, 80)
    if any(word in before for word in _COMING) and _CAME.search(before):
        return True
    for word in clause.words:
        if "say" not in word.classes or _FOUND_OUT.match(clause.text.plain, word.start):
            continue
        if 0 <= day.start - word.end <= _SAID_REACH:
            between = clause.text.plain[word.end : day.start]
            acts = any(w.classes & _ACTS for w in clause.words if word.end <= w.start < day.start)
            if not _THAT.search(between) and not acts:
                return True
        if 0 <= word.start - day.end <= 12:
            return not _told_then(clause, day, word)
    return False


def _told_then(clause: Clause, day: Day, word: Word) -> bool:
    """ "captured two men near Markadah on April 9, CENTCOM said", «تغادر دفعة الأحد المقبل، وفق المصدر»: the day of the
    act, and then who says it."""
    if _ACCORDING.match(clause.text.plain, word.start):
        return day.start - clause.start > _TOLD
    comma = _COMMA.match(clause.text.plain, day.end) and clause.text.plain[clause.start] < "\u0600"
    return bool(comma) and any(w.classes & _ACTS for w in clause.words if w.end < day.start)


def of_arrival(clause: Clause, day: Day, act: int, talks: bool) -> bool:
    """«التقى خطاب، الذي وصل الاثنين، …», «الجنود ممن دخلوا في السابع … نُقلوا»: when somebody came, not when he was met or moved."""
    if talks:
        return _ON_ARRIVAL.search(clause.before(day.start, 40)) is not None
    came = _CAME_IN.search(clause.text.plain, max(clause.start, day.start - 120), day.start)
    return came is not None and came.end() < act and day.end <= act


def led_up(clause: Clause, day: Day, act: int) -> bool:
    """«بعد اجتماع عقد في 15 شباط، وقع … اليوم», "U.S. forces, which left on Feb. 11, handed …": the day of what went
    before, in the phrase that a clause opens with or in one that says who or what."""
    plain = clause.text.plain
    if day.end > act:
        return False
    opening = _LED_UP.match(plain, clause.start, clause.end)
    if opening is not None and day.end <= opening.end() <= act:
        return True
    said_which = _WHICH.search(plain, max(clause.start, day.start - 90), day.start)
    if said_which is None or _THOSE_MOVED.search(plain, max(clause.start, said_which.start() - 40), said_which.start()):
        return False
    goes_on = _GOES_ON.match(plain, day.end, act) is not None
    return not goes_on and _UP_TO.fullmatch(plain, said_which.end(), day.start) is not None


_THOSE_MOVED = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:اسر|عايل|عوايل|دفعه|قافله|رحله|وجبه|معتقل|محتجز|مجموعه|حافلات|عمليه|زياره|اجتماع|لقاء)\w*(?: \S+)? $"
    r"|\b(?:families|batch|convoy|group|flight|detainees|prisoners|men|buses|operation|visit|meeting|talks)(?: \S+)? ?$"
)
"""«الأسر التي خرجت أمس تضم»: who is told about, and when."""
_GOES_ON = regex(r"[^,،.]*(?:\band\b| و(?=\S))")


_LED_UP = regex(
    r"\W*و?(?:بعد|عقب|اثر|بموجب|تنفيذا ل\w*|علي خلفيه|غداه|في اعقاب) (?!ظهر|منتصف|يوم|يومين|ايام|ساع|اسبوع|شهر|اشهر|عام|سنه|سنوات|ذلك|نحو|اكثر|\d|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر)[^،.]{8,140}، "
    r"|\W*(?:after|following|under|in the wake of) (?!midnight|noon|dawn|sunset|dark|nightfall|a (?:day|week|month|year)|(?:two|three|four|five|six|seven|ten|\d+|several|many|some|more|nearly|about|over) )(?:[^,.]|(?<=[a-z]{3})\.(?= \d)){8,110}(?:, \d{4})?, "
)
_WHICH = regex(
    r"(?<!\w)(?:الذي|التي|الذين|اللذين|ممن) (?=[^\s،.]+)|, (?:which|who|that) |\b(?:that|who) (?:had )?(?=(?:arrived|left|took|came|entered|reopened|opened|was|were|had)\b)"
)
_UP_TO = regex(r"[^،,.؛;]*")
_ON_ARRIVAL = regex(
    r"(?<!\w)(?:الذي|التي|الذين) (?:كانت? )?(?:قد )?(?:وصلت?|وصلوا|زارت?|عادت?) (?:\S+ ){0,3}$|\bwho (?:had )?(?:arrived|landed|flew in|came)(?: \w+){0,3} $"
)
_CAME_IN = regex(
    r"(?<!\w)(?:ممن|الذين|من الذين) (?:كانوا )?(?:قد )?(?:دخلوا|لجاوا|لجووا|عبروا|فروا|وصلوا|نزحوا|انسحبوا)(?!\w)[^.؛،]*$"
    r"|\bwho (?:had )?(?:entered|crossed|fled|came|arrived|retreated)\b[^.;,]*$"
)
_TOLD_THEN = regex(r"\b(?:told|said|announced|tells)(?: (?!that\b)[\w'-]+){0,3} $")
""" "…, a spokesman told the agency earlier this week"."""
_TOLD = 20
"""Characters before a day within which no act is told."""
_FOUND_OUT = regex(
    r"(?:كشفت?|كشفوا) (?:في|قرب|يوم|داخل|خلال|امس|قبل|(?:ال)?(?:نفق|نفقا|انفاق|مخبا|مخابي|مستودع|مستودعا|مخزن|مخزنا|معمل|معملا|كدس|كدسا|ممر|ممرا|مقبره))(?!\w)"
)
"""«نفق كُشف في السويعية يوم 4 نيسان», «كشفت دورية مخبأً»: what was found, not told."""
_ACCORDING = regex(r"(?:و?(?:وفق|حسب|بحسب|طبق|نقلا|حسبما)\w*|كما|علي ما)(?!\w)")
_COMMA = regex(r"[\"'”]?,[\"'”]? ")
_SHOWN = regex(r"(?<!\w)(?:[يت]?نشرت?(?:ه|ها)?|بثت?|تداولت?) (?=(?:\S+ ){0,7}$)(?!قوات|تعزيزات|الاف|عناصر)")
"""«نشرت الرئاسة، الخميس، صوراً»: when it was shown."""
_COMING = ("جاء", "ورد", "ياتي", "تاتي", " came ", " made ", " followed", "speaking")
"""One of these stands in whatever `_CAME` finds."""
_CAME = regex(
    r"(?<!\w)[وف]?(?:جاء|جاءت|ورد|وردت|[يت]اتي) (?:ذلك|هذا|هذه|كلام\w*|حديث\w*|ال?تصريح\w*|النفي|التاكيد|الاعلان|البيان|التوضيح|الرد|اقوال\w*|موقف\w*)(?: [^\s.؛]+){0,6} $"
    r"|(?:^|[\W])(?:the )?(?:remarks?|comments?|announcement|denial|clarification) (?:came|were made|was made|followed)(?: [\w'-]+){0,6} $|(?:^|[.,;] |\W)speaking(?: [\w'-]+){0,8} $"
)
"""«جاء كلام المحافظ، الأربعاء، …», "speaking in Baghdad on Monday": when it was told."""
_ACTS = frozenset(
    ("op", "move", "return", "meet", "visit", "receive", "call", "open", "close", "refuge", "attack", "happen")
)
_THAT = regex(r"(?:^|\s)(?:ان|انه|انها|بان|that)(?:\s|$)|:")
_OF_WHAT = regex(r"[،,]? (?:عن|ان|بان)(?!\w)")
"""«كشف مصدر، فجر اليوم الثلاثاء، عن …»: the hour of telling."""
_HOUR = regex(r"فجر $|ليل $|ليله $")
