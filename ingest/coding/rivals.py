"""Of two acts in one clause: which is the news, and which only goes with it. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from events.codebook import DatePrecision, EventType, Modality
from ingest.coding.borders import GATE_TOWNS
from ingest.coding.modality import SHALL
from ingest.coding.regexes import regex

if TYPE_CHECKING:
    from ingest.coding.day_rules import Day
    from ingest.coding.event_types import Draft, Happening
    from ingest.coding.reading import Clause


def ordered(visit: Draft, measure: Draft) -> bool:
    """«زار القضاء … حيث أمر بإكمال الساتر»: a visit of inspection is what it ordered."""
    seen = any(w.start == visit.start and w.classes & {"visit", "tour"} for w in visit.clause.words)
    told = any(w.start == measure.start and "order" in w.classes for w in measure.clause.words)
    return measure.type is EventType.BORDER_MEASURE and seen and told


def struck(first: Draft, rival: Draft) -> bool:
    """«تعرضت … لهجوم، تصدت الوحدات»: who was hit and then defended himself."""
    if _added(first, rival):
        return True
    if first.type is EventType.BORDER_MEASURE and rival.type is EventType.BORDER_OPERATION:
        taken = any(w.start == first.start and w.classes & {"takeover", "withdraw"} for w in first.clause.words)
        return taken and bool(_bases(first)) and _SWEEP.match(rival.text.plain, rival.start) is not None
    if first.type is EventType.INCIDENT and _LAUNCHER.match(rival.text.plain, rival.end):
        return True
    hit = first.type is EventType.INCIDENT and (
        _HIT.search(first.text.plain, first.start, first.end)
        or _FLEW_AT.search(first.text.plain, first.start, rival.start)
    )
    return (
        bool(hit)
        and rival.type is EventType.BORDER_OPERATION
        and _DEFENDED.search(rival.text.plain, rival.start, rival.end) is not None
    )


def _added(first: Draft, rival: Draft) -> bool:
    """«بدأت السلطات نقل …، موضحاً أن القافلة الأولى غادرت»: what a speaker adds."""
    return first.type in _MOVES and _ADDS.search(first.text.plain, first.end, rival.start) is not None


_MOVES = frozenset((EventType.REFUGE, EventType.REPATRIATION, EventType.DETAINEE_TRANSFER))
_ADDS = regex(r"[،,] (?:لافت|مشير|منوه|موضح|مضيف|مبين|موكد|معلن|كاشف)(?:ا|ه|ين) (?:الي |ب)?ان ")


def opens_apart(clause: Clause) -> bool:
    """«وفي حادث منفصل»: what follows is another matter."""
    return not clause.titular and _APART.match(clause.plain) is not None


_APART = regex(
    r"\W*[وف]?(?:(?:في|علي) (?:ال)?(?:سياق|صعيد|ملف|حادث|حادثه|عمليه|تطور|شان|موضوع|واقعه|جانب|محور|قاطع|كمين|مداهمه|قضيه|خبر|نشاط|مكان|موقع) (?:ال)?(?:اخر|اخري|منفصل|منفصله|ثان|ثانيه|مواز|موازيه)|في (?:ال)?(?:يوم|ليله|وقت) (?:ذاته|نفسه|ذاتها|نفسها)|(?:من|ومن) (?:جهه|ناحيه) (?:اخري|ثانيه)|بشكل منفصل|كذلك في|الي ذلك)(?!\w)"
    r"|\W*(?:and )?(?:separately|elsewhere|on (?:another|a separate) (?:front|note|matter|track)|(?:in|on) (?:another|an? (?:separate|unrelated|related|parallel|different|further|second)) (?:\w+ )?(?:incident|operation|case|development|measure|context|move|step|announcement|raid|matter|statement|attack|action|ambush|sector|sign|decision|event|occasion|initiative))\b"
)


def of_what_comes(draft: Draft, day: Day) -> bool:
    """«جرى الافتتاح …، وسيبدأ الدوام يوم الأحد»: the day of the verb to come behind what was done."""
    done = draft.modality is Modality.DONE and draft.end < day.start
    return done and _AND_SHALL.search(draft.text.plain, draft.end, day.start) is not None


_AND_SHALL = regex(r"[،,] و" + SHALL.removeprefix(r"(?<!\w)[وف]?"))


def opened(draft: Draft, day: Day) -> bool:
    """ "for those who returned from Iraq was opened on Monday": the day of the opening."""
    return any(draft.end <= w.start and w.end <= day.start for w in draft.clause.of("open", "amnesty"))


def reversed_by(first: Draft, other: Draft) -> bool:
    """ "will be open as of Thursday … had been suspended last Sunday": what went before has a day of its own."""
    if first.clause is other.clause and _shut_before(first, other):
        return True
    if other.clause.titular or not other.clause.has("background") or not any(d.own for d in other.days):
        return False
    return _closes(first) is not _closes(other)


def _closes(draft: Draft) -> bool:
    return any(w.start == draft.start and "close" in w.classes for w in draft.clause.words)


def later(draft: Draft, day: Day) -> bool:
    """A day of its own behind a subordinate act: right behind it, or a month or week."""
    apart = day.start - draft.end
    if _SOME_TIME.fullmatch(draft.text.plain, day.start, day.end):
        return False
    if (
        "،" in draft.text.plain[draft.end : day.start]
        and draft.text.plain[day.end : draft.clause.end].strip(" .") == ""
    ):
        return False
    return day.own and apart >= 0 and (apart <= _CLOSE or day.precision is not DatePrecision.DAY)


_CLOSE = 22
_SOME_TIME = regex(r"قبل (?:بضعه |عده )?(?:ايام|اسابيع|اشهر|سنوات)")
"""«عادوا قبل أسابيع»: no day that tells of an act by itself."""


def by_hand(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """«زار دمشق والتقى الرئيس وسلّمه رسالة»: a letter given at talks is no call."""
    met = any(d.type is EventType.MEETING for d in drafts)
    rang = any(word in d.clause.plain for d in drafts for word in WIRE)
    if not met or rang:
        return drafts
    return [d for d in drafts if not (d.type is EventType.CALL and _LETTER.search(d.clause.plain))]


WIRE = ("phone", "call", "video", "فيديو", "هاتف", "اتصل", "اتصال", "مكالم")
"""Parts of words for talking over a wire."""


_LETTER = regex(
    r"(?<!\w)[وفب]?(?:سلم|سلمه|سلمها|نقل|حمل|حمله|تسليم\w*) (?:[^\s،.]+ ){0,3}?رساله|\b(?:deliver|hand|convey|carr|pass|gave)\w*(?: \w+){0,4} (?:letter|message)\b"
)


def beside(draft: Draft, other: Draft) -> bool:
    """What stands by itself in the clause of another act."""
    return (
        _call_after(draft, other)
        or so_far_too(draft, other)
        or _then_back(draft, other)
        or _shut_before(draft, other)
        or _came_once(draft, other)
        or signed_there(draft, other)
        or _shut_and_guarded(draft, other)
    )


def shut_and_guarded(one: Happening, other: Happening) -> bool:
    """Whether two happenings are told by one clause as two things done."""
    return one.first.clause is other.first.clause and _shut_and_guarded(one.first, other.first)


def _shut_and_guarded(one: Draft, other: Draft) -> bool:
    """ "Iraq has closed the crossing and reinforced its frontier", «أغلق المعبر ونشر تعزيزات»: two things done."""
    first, second = sorted((one, other), key=lambda d: d.start)
    if {first.type, second.type} != {EventType.CROSSING_STATUS, EventType.BORDER_MEASURE}:
        return False
    between = first.text.plain[first.end : second.start]
    joined = between.endswith("and ") or first.text.plain[second.start : second.start + 1] == "و"
    return joined and any(w.start == second.start and w.classes & _DOES for w in second.clause.words)


_DOES = frozenset(("measure", "send", "close", "open"))


def signed_there(one: Draft, other: Draft) -> bool:
    """«وقّع الوزيران مذكرة …، في ختام مباحثات عقداها», "signed during a visit": the talks and what was signed at them."""
    pact, talks = (one, other) if one.type is EventType.AGREEMENT else (other, one)
    if (pact.type, talks.type) != (EventType.AGREEMENT, EventType.MEETING) or talks.clause is not pact.clause:
        return False
    done = pact.modality is talks.modality is Modality.DONE and pact.clause.has("sign")
    return done and talks.start >= pact.end and _AT_TALKS.search(pact.text.plain, pact.end, talks.start) is not None


_AT_TALKS = regex(
    r"(?<!\w)[وف]?(?:في (?:ختام|نهايه|اعقاب)|خلال|اثناء|عقب|بعد|علي هامش) (?:\S+ ){0,1}$"
    r"|\b(?:at the (?:end|close|conclusion) of|during|after|following|on the sidelines of) (?:a |an |the |his |their )?(?:[\w-]+ ){0,2}$"
)


def _then_back(draft: Draft, other: Draft) -> bool:
    """«كان نحو ألفي جندي قد دخلوا البلاد، ثم أُعيد معظمهم في التاسع عشر …»."""
    if (draft.type, other.type) != (EventType.REFUGE, EventType.REPATRIATION) or other.start < draft.end:
        return False
    then = draft.text.plain[max(draft.end, other.start - 5) : other.start].endswith("ثم ")
    return then and any(d.own and 0 <= d.start - other.end <= _SOON for d in other.days)


def _came_once(draft: Draft, other: Draft) -> bool:
    """«الجنود ممن دخلوا في السابع من الشهر … نُقلوا إلى المعبر»: when those who go home had come, on a day of its own."""
    if draft.type is not EventType.REPATRIATION or not came_in(other):
        return False
    until = draft.start if other.end < draft.start else draft.clause.end
    return any(other.end <= d.start and d.end <= until for d in other.days if d.own)


def came_in(draft: Draft) -> bool:
    """«ممن دخلوا العراق في السابع من كانون الأول»: who they are, by their flight on a day of its own."""
    if draft.type is not EventType.REFUGE or not draft.subordinate or draft.text.plain[draft.start] < "\u0600":
        return False
    exact = [d for d in draft.days if d.own and d.precision is DatePrecision.DAY]
    return _THOSE_WHO.search(draft.clause.before(draft.start, 24)) is not None and any(
        0 <= d.start - draft.end <= _ON_THE_WAY for d in exact
    )


_THOSE_WHO = regex(r"(?<!\w)(?:ممن|الذين) (?:كانوا )?(?:قد )?$")


_ON_THE_WAY = 90


def _shut_before(draft: Draft, other: Draft) -> bool:
    """«أعيد افتتاحه في حزيران، بعد أن أغلقته السلطات في كانون الأول»: each on a day of its own."""
    if draft.type is not EventType.CROSSING_STATUS or other.type is not draft.type or other.start < draft.end:
        return False
    first, second = ([d for d in x.days if d.own and 0 <= d.start - x.end <= _SOON] for x in (draft, other))
    turned = _closes(draft) is not _closes(other) and bool(first and second)
    return turned and first[0].end <= other.start and first[0].date != second[0].date


_SOON = 40


def so_far_too(draft: Draft, other: Draft) -> bool:
    """«ستتسلم الإثنين 500 معتقل، بعدما تسلمت أمس 120 آخرين»: what is to come and what was, each on its day."""
    if other.type is not draft.type or (draft.modality, other.modality) != (Modality.PLANNED, Modality.DONE):
        return False
    behind = any(d.own and 0 <= d.start - other.end <= _CLOSE for d in other.days)
    return behind and any(d.own and d.start - draft.end >= 0 and d.end <= other.start for d in draft.days)


def _call_after(draft: Draft, call: Draft) -> bool:
    """«فبعد ساعات من إعلان … نقل 150 سجيناً، أجرى رئيس الوزراء اتصالاً»: the call stands beside what it came after."""
    acts = draft.type not in (EventType.MEETING, EventType.AGREEMENT, EventType.STATEMENT, EventType.CALL)
    return acts and call.type is EventType.CALL and draft.end < call.start and bool(_AFTER.match(draft.clause.plain))


_AFTER = regex(r"\W*[وف]?(?:بعد|عقب|بالتزامن مع|تزامنا مع|غداه) ")


def sealed(first: Draft, rival: Draft) -> bool:
    """«تفاهم جرى التوصل إليه حين التقى …»: the meeting at which something was agreed."""
    if (first.type, rival.type) != (EventType.AGREEMENT, EventType.MEETING):
        return False
    return _WHEN.search(first.text.plain, first.end, rival.start) is not None


_WHEN = regex(r"(?<!\w)(?:حين|حينما|عندما|لدي|خلال|اثناء) $|\bwhen (?:\S+ ){0,3}$")


def listed_apart(first: Draft, other: Draft) -> bool:
    """«- فجر اليوم الاثنين، أسقطت …», «- وأمس الأحد، أوقفت …»: items that open with days of their own."""
    if first.clause is other.clause or first.clause.titular or other.clause.titular:
        return False
    one, two = _opening(first), _opening(other)
    if one is not None and two is not None:
        return one.date != two.date
    return _item(first) and _item(other) and not _days_of(first) & _days_of(other) and bool(_days_of(other))


def _item(draft: Draft) -> bool:
    """Whether an act is told in an item of a list."""
    return _BULLET.match(draft.clause.plain) is not None


def _days_of(draft: Draft) -> set[dt.date]:
    return {d.date for d in draft.days if d.own and d.precision is DatePrecision.DAY}


_BULLET = regex(r"\W*?[▪•●◾■▫–—*-]\ufe0f? ?\w|\s*\d{1,2}[-.)] ")


def _opening(draft: Draft) -> Day | None:
    days = (d for d in draft.days if d.own and d.precision is DatePrecision.DAY)
    return next((d for d in days if d.start - draft.clause.start <= _FIRST_WORDS), None)


_FIRST_WORDS = 14


def other_side(first: Draft, other: Draft) -> bool:
    """«وعثرت قوة من الأمن الداخلي السوري …» behind what Iraq's border force did: the other side's own operation."""
    one, two = _force(first), _force(other)
    return one != "" and two != "" and one != two


def _force(draft: Draft) -> str:
    """Whose force stands right behind the Arabic verb."""
    if draft.clause.titular or draft.text.plain[draft.start] < "\u0600":
        return ""
    ours = [m for m in draft.mentions if m.kind in _FORCES and (m.actor or "")[:3] in ("iq_", "sy_")]
    behind = [m for m in ours if 0 <= m.start - draft.end <= _SUBJECT]
    before = [m for m in ours if 0 <= draft.start - m.end <= 2 * _SUBJECT]
    return next((m.actor[:2] for m in behind or before[-1:] if m.actor), "")


_FORCES = frozenset(("military_unit", "government_body"))
_SUBJECT = 30


def elsewhere(draft: Draft, others: Sequence[Draft]) -> bool:
    """A base left or taken over is another measure than that of another base."""
    here = _bases(draft)
    there = {base for other in others for base in _bases(other)}
    return bool(here and there) and not here & there


def raided_elsewhere(draft: Draft, others: Sequence[Draft]) -> bool:
    """Another raid: another day stands by it, and another town or district."""
    if draft.type is not EventType.BORDER_OPERATION or any(o.clause.order == draft.clause.order for o in others):
        return False
    if _THE_SAME.search(draft.clause.plain):
        return False
    days, theirs = _own_days([draft]), _own_days(others)
    towns, there = _towns([draft]), _towns(others)
    return bool(days and theirs and towns and there) and not (days & theirs or towns & there)


def _own_days(drafts: Iterable[Draft]) -> set[dt.date]:
    return {d.date for x in drafts for d in x.days if d.own and d.precision is DatePrecision.DAY}


def _towns(drafts: Iterable[Draft]) -> set[str]:
    places = {m.place for x in drafts for m in x.mentions if m.place and not m.place.startswith(_REGIONS)}
    return {GATE_TOWNS.get(p, p).removeprefix("x_").removeprefix("d_") for p in places}


_REGIONS = ("c_", "iq_", "sy_", "border_", "ne_", "baghdad", "damascus")
"""Ids of states, provinces, lines and the capitals, where the caught are tried."""
_THE_SAME = regex(
    r"\b(?:them|the (?:two|three|four|five|six|\d+|same|arrested|detained) (?:men|suspects|infiltrators|smugglers|people|others))\b|(?<!\w)(?:منهم|بحوزتهم|معهم|المذكورين|المقبوض عليهم|الموقوفين|المعتقلين)(?!\w)"
)
"""Who was caught before."""


def _bases(draft: Draft) -> set[str]:
    if not draft.clause.has("withdraw", "takeover", "base"):
        return set()
    return {m.place for m in draft.mentions if m.place and m.place.startswith("base_")}


_SWEEP = regex(r"[وفبل]*(?:ال)?(?:تمشيط|مسح|تفتيش|دوري)")
"""«دخلت القاعدة وتسلمتها، وبدأت تمشيط الطريق»."""
_LAUNCHER = regex(r" (?:[^\s،.]+ ){0,4}?علي (?:ال)?منص(?:ه|ات)")
"""«أُطلقت صواريخ …، وعثرت القوات على المنصة»: fire is the news, not what was found after it."""
_FLEW_AT = regex(
    r"\w*(?:مسير|صاروخ|صواريخ|قذيف|قذايف)\w* (?:[^.؛]{0,70} )?(?:استهدفت?|[يت]ستهدف|هاجمت?|[يت]هاجم|قصفت?|ضربت?|سقطت?|انفجرت?|حاولت|حاول)(?!\w)"
)
"""«أربع طائرات مسيرة … استهدفت القاعدة، مؤكدة إسقاط ثلاث منها»."""
_HIT = regex(r"تعرض|هجوم|قصف|استهد|اغتيال|سقوط|سقطت")
_DEFENDED = regex(r"تصد|اسقط|اسقاط|اعترض|اعتراض|دمر|تدمير|فكك|تفكيك")
OWN_DEAD = regex(
    r"(?<!\w)(?:جثث|جثه|جثامين|مقتل|استشهاد|استشهد|اصابه|اصيب|قتل|مصرع) (?:\S+ ){0,4}?(?:منتسب\w*|جندي\w*|جنود|شرطي\w*|ضابط\w*|ضباط|عنصر\w* (?:من|في) (?:قوات|الجيش|حرس|الحدود|الحشد|قوي)|عناصر (?:من )?(?:قوات|الجيش|حرس|الحدود|الحشد|قوي))"
)
"""«مقتل منتسبين في قوات الحدود»: the force was hit, whatever it did."""


def under_fire(clause: Clause) -> bool:
    """«رصدت النقطة مجموعة … فبادر أفرادها بإطلاق النار ثم لاذوا بالفرار»: how a post was hit, nobody caught."""
    hit = clause.has("attack", "harm") and clause.has("escape") or _COMBED.search(clause.plain) is not None
    return hit and _GOT.search(clause.plain) is None


_COMBED = regex(r"(?<!\w)[وف]?(?:مشط\w*|تمشيط|[يت]مشط)(?!\w)|\b(?:combed|combing|swept|searched)\b")
_GOT = regex(
    r"قبض|ضبط|اعتقل|اعتقال|اوقف|توقيف|صادر|مصادر|استول|استيلاء|قتل|مصرع|عثر\w* علي(?! (?:ال)?(?:مهاجم|منفذ|فاعل))|arrest|seiz|captur|detain|confiscat|recover|kill|shot dead"
)


def by_another_force(others: Sequence[Draft], draft: Draft) -> bool:
    """«وفي السياق ذاته، دفعت هيئة الحشد باللواء 25 إلى الشريط»: another's measure beside the border guard's."""
    if draft.type is not EventType.BORDER_MEASURE:
        return False
    told = {m.actor for d in others for m in d.mentions}
    here = [m.actor for m in draft.mentions if m.kind in _ARMED]
    return bool(here) and not told & set(here)


_ARMED = frozenset(("military_unit", "government_body", "coalition", "armed_group"))
