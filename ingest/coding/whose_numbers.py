"""Whom a number of a clause counts by the words around it: prisoners, those whom others lead, those in camps. PURE."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from events.codebook import CountKind, DatePrecision, EventType, Scope, Unit
from ingest.coding.counts import Number
from ingest.coding.day_rules import Day
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.rules import MOVEMENTS

MANY = 100
"""A position and talks speak of no smaller numbers of people."""
VAGUE = (20.0, 200.0, 2000.0, 20_000.0, 200_000.0)
JAILED = regex(
    r"افراج|افرج|اطلاق سراح|releas|freed|سجن|سجين|سجناء|معتقل|محكوم|نزيل|نزلاء|موقوف|jailed|prison|inmate|convict"
)
ALL_TAKEN = regex(
    r"القبض عليهم|(?:القبض علي|اعتقال|توقيف) (?:جميع |كافه |كل )?(?:افراد|عناصر|اعضاء)(?:ها|هم|ه|المجموع\w+)|(?:القبض علي|اعتقال|توقيف) (?:المجموعه|الجميع)|القبض علي ال\w+(?: ال\w+)? ال(?:ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره)(?!\w)|اعتقالهم|توقيفهم|اعتقلتهم|جميعهم|arrested (?:all of )?them|(?:all|they) (?:were|was) (?:arrested|detained)"
)
"""«ألقي القبض عليهم جميعاً»: whoever was counted."""
_SMUGGLED = regex(
    r"(?<!\w)(?:(?:ل|ب|و)?(?:ادخال|تهريب|نقل|ايواء)|(?:كان(?:وا|ت)? )?[يت](?:نقل|هرب|قود|رافق|قل)(?:ون|ان)?|(?:برفقت|بصحبت|مع)(?:ه|هم|ها)|[وف]?(?:اعيد|اعاد|اعادت|اعاده)) (?:نحو )?$"
    r"|(?<!\w)(?:تحرير|حررت?|انقاذ|انقذت?) (?:نحو )?$|\b(?:smuggl\w+|freed|freeing|rescu(?:ed|ing)|liberat(?:ed|ing)|sav(?:ed|ing)|ferry(?:ing)?|ferried|sneak(?:ing)?|transport(?:ing|ed)?|guid(?:ing|ed)|escort(?:ing|ed)|hiding|sheltering|bring(?:ing)?|(?<!together )(?<!along )with|found|turn(?:ed|ing) back|sent back) (?:about |some )?$"
)
"""«كانوا يحاولون إدخال 11 سورياً»: those whom others led are people, whoever was caught."""


_SAID_MORE = regex(
    r"(?<!\w)(?:مبين|مضيف|موضح|مشير|لافت|موكد|منوه|مستدرك|متابع|مردف|كاشف|مذكر)(?:ا|ه|ين|ا الي|ه الي)?(?= (?:الي )?ان)|(?<!\w)(?:فيما|بينما|في حين)(?!\w)|، وان(?= )|, and that\b|\b(?:adding|noting|explaining|pointing out|stressing) that\b|\bwhile\b"
)
_SINCE = regex(
    r"(?<!\w)(?:منذ|بد[اء]ت?|بدء|بدايه|انطلاق|انطلقت?|اطلقت?)(?!\w)(?: [^\s،.]+){0,3} $|\b(?:since|began|begun|started|launched|opened)(?: [\w'-]+){0,3} $"
)
"""«منذ بدء العملية الأربعاء الماضي»: when it all began is no day of a number."""
"""«…, مبيناً أن "17 حافلة وصلت ليل السبت"»: the day is not that of what stands before."""


def is_vague(number: Number, clause: Clause) -> bool:
    """«مئات», "dozens"; not «أكثر من ألفي»."""
    round_one = number.kind is CountKind.AT_LEAST and number.value in VAGUE
    return round_one and _VAGUE_WORD.match(clause.text.plain, number.start) is not None


_VAGUE_WORD = regex(
    r"[وبلف]?(?:ال)?(?:عشرات|ميات|مءات|الاف|بضع|عده)(?!\w)|(?:several|a few|many|dozens|scores|hundreds|thousands|tens)\b"
)


def days_of(clause: Clause, number: Number) -> list[Day]:
    """The days of a clause that are told with a number: nothing else is told between them."""
    text = clause.text.plain
    return [
        day
        for day in clause.days
        if not _SAID_MORE.search(text, min(number.end, day.end), max(number.start, day.start))
        and not _SINCE.search(clause.before(day.start, _NEAR))
    ]


FORCE = "force"
_OF_FORCE = regex(
    r"منتسب|جندي|عسكري|ضابط|حرس الحدود|حراس الحدود|قوات الحدود|الحشد|الجيش|من (?:ال)?(?:قوه|قوات|دوريه|مفرزه)|\b(?:border guards?|soldier|sergeant|corporal|lieutenant|officer|policeman|trooper|conscript|of the (?:force|patrol|unit|army|guards?))\b"
)
_OF_FOES = regex(
    r"مهرب|متسلل|مسلح|ارهابي|مطلوب|المجموعه|\b(?:smuggler|infiltrator|gunm[ae]n|militant|attacker|suspect|trafficker)"
)


def side_hit(clause: Clause, number: Number) -> str:
    """Whether one who was hit is of the force: it names him, and none of those it fought."""
    near = clause.text.plain[number.start : min(clause.end, number.end + _NEAR)]
    return FORCE if number.value == 1 and _OF_FORCE.search(near) and not _OF_FOES.search(near) else ""


def led_by_others(before: str) -> bool:
    """Whether those counted behind `before` were smuggled or brought by somebody."""
    return _SMUGGLED.search(before) is not None


def in_jail(clause: Clause, number: Number) -> bool:
    """Whether prisons or prisoners stand by a number that is no commission's."""
    near = max(clause.start, number.start - 40), min(clause.end, number.end + 60)
    return number.value >= MANY and JAILED.search(clause.text.plain, *near) is not None


def may_be_talked_of(clause: Clause) -> bool:
    """Whether a clause names anybody whom talks count."""
    return not clause.titular and (clause.has("pop_isis_detainees") or _HOME.search(clause.plain) is not None)


def talked_of(number: Number, clause: Clause) -> bool:
    """Talks count those in camps or gone home from them, and prisoners: nobody else is theirs."""
    if number.value < MANY or number.value in VAGUE or clause.titular or number.told is Scope.PLANNED:
        return False
    home = number.unit in (Unit.PEOPLE, Unit.FAMILIES) and _HOME.search(clause.plain) is not None
    return number.unit is Unit.DETAINEES or home


_HOME = regex(
    r"مخيم|الهول|استعاد|اعاد|عادوا|العايدين|\bcamps?\b|al-hol\b|repatriat|(?:brought|taken|bring|take|took) (?:back|home)|\breturned\b|come (?:back|home)"
)


def beside(kind: EventType, clause: Clause, number: Number) -> bool:
    """Whether those counted are helped, sentenced, promoted or given work: nobody who moved or was caught."""
    if number.unit not in _BEINGS or number.part:
        return False
    before, behind = (
        clause.before(number.start, _NEAR),
        clause.text.plain[number.end : min(clause.end, number.end + _NEAR)],
    )
    if kind in MOVEMENTS and (_HELPED.search(before) or _TREATED.search(before)):
        return True
    if kind is EventType.BORDER_MEASURE and _OF_ISIS.match(behind):
        return True
    if kind is EventType.CROSSING_STATUS and _STAFF.search(clause.text.plain, number.start, number.end):
        return True
    return kind not in _COURTLY and bool(_SENTENCED.search(before) or _SENTENCED_TOO.match(behind))


def of_what_led_to_it(clause: Clause, number: Number) -> bool:
    """«بعد فرار 120 سجيناً», "after 120 inmates escaped": those whom something befell before, which is why."""
    if _UPON.search(clause.before(number.start, _NEAR)) is not None:
        return True
    after = _AFTER.search(clause.before(number.start, 24)) is not None
    return after and _BEFELL.match(clause.text.plain, number.end, clause.end) is not None


_UPON = regex(
    r"(?<!\w)(?:بعد|عقب|اثر|غداه) (?:فرار|هروب|مقتل|اختطاف|استشهاد)(?: (?:نحو|قرابه|حوالي|اكثر من|ما لا يقل عن))? $|(?:قصف|هجوم|تفجير|غاره|هجمات)\w* (?:اوقعت?|اودت? بحياه|قتلت?|ادت? الي مقتل|خلفت?|اسفرت? عن مقتل)(?: (?:نحو|قرابه|اكثر من))? $"
    r"|\b(?:fleeing|fled|over|accused of|wanted for|blamed for|after|following) [^.;,]{0,60}\b(?:shelling|attack|bombing|strike|raid|clashes)\b[^.;,]{0,40} (?:that|which) (?:killed|wounded|left) (?:about |some |at least )?$"
)
_AFTER = regex(r"\bafter (?:about |some |nearly |at least |more than |around )?$")
_BEFELL = regex(
    r" (?:[\w-]+ ){0,4}?(?:(?:had )?(?:escaped|died|fled|broke out|drowned)|(?:were|was|had been) (?:killed|wounded|injured|abducted|kidnapped))\b"
)


def some_taken(clause: Clause, number: Number) -> bool:
    """«رصدت أربعة أشخاص … وقبضت على اثنين منهم»: the four are not arrested."""
    return _SOME_OF_THEM.search(clause.text.plain, number.end, clause.end) is not None


def queueing(clause: Clause, number: Number) -> bool:
    """ "Hundreds of men lined up", "a line of some 300 men": visitors of a place."""
    queued = _QUEUED.match(clause.text.plain, number.end, clause.end)
    return queued is not None or _IN_LINE.search(clause.before(number.start, _NEAR)) is not None


_SOME_OF_THEM = regex(
    r"(?:القبض|قبض\w*|اعتقال|اعتقل\w*|توقيف|اوقف\w*|احتجاز|احتجز\w*|امساك) (?:علي |ب)?(?:بعض|عدد|واحد|احد|اثن|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر|\d)\S* من(?:هم|هن|هما)"
    r"|\b(?:some|one|two|three|four|five|six|seven|eight|nine|ten|\d+) of (?:them|whom)(?:,? (?:were|was|had been|have been))? (?:arrested|detained|captured|caught|apprehended|taken)"
    r"|\b(?:arrest|detain|captur|apprehend|catch)\w* (?:some|one|two|three|four|five|six|seven|eight|nine|ten|\d+) of (?:them|whom)"
)
_QUEUED = regex(
    r" (?:\S+ ){0,2}?(?:queued?|queuing|queueing|lined up|lining up|wait(?:ed|ing)?|stood|standing)\b| (?:\S+ )?(?:اصطف|ينتظر|انتظر|وقف)"
)
_IN_LINE = regex(r"\b(?:line|queue)s? of (?:about |some |around )?$")
_STAFF = regex(r"موظف|عامل|employees?|staff|workers?|personnel")
_NEAR = 70
_BEINGS = frozenset((Unit.PEOPLE, Unit.FAMILIES, Unit.OFFICERS, Unit.SOLDIERS, Unit.DETAINEES))
_COURTLY = frozenset((EventType.STATEMENT, EventType.AMNESTY, EventType.DETAINEE_TRANSFER, EventType.AGREEMENT))
_HELPED = regex(
    r"(?<!\w)(?:توزيع|وزع\w*|[يت]وزع\w*|تقديم|قدم\w*|سلال|مساعدات|معونات|خدمات)(?!\w)[^،.]{0,50} (?:علي|ل|الي|شملت?|لصالح|استفاد\w* منها?) ?(?:نحو |اكثر من )?$"
    r"|\b(?:distribut\w+|handed|handing|provid\w+|deliver\w+|donat\w+|gave|given|vaccin\w+|counsell?ing|meals|kits|items|aid|assistance|support)\b[^.,;]{0,60} (?:to|for|reached|reaching) (?:about |some |around |over |more than )?$"
)
_TREATED = regex(
    r"(?<!\w)(?:معالجه|عالجت?|علاج|فحص|تلقيح|لقحت?|تدريب|دربت?) (?:نحو |اكثر من )?$|\b(?:treat(?:ed|ing)|vaccinat(?:ed|ing)|train(?:ed|ing)|screen(?:ed|ing)|examin(?:ed|ing)|an additional|room for|beds for) (?:about |some |an additional )?$"
)
_SENTENCED = regex(
    r"(?<!\w)(?:اعدام|الاعدام|سجن|بالسجن|مذكرات|احكام\w*)(?: \S+){0,3} (?:علي|بحق) (?:نحو )?$|(?<!\w)(?:ترقيه|ترفيع|تعيين|توظيف|تشغيل|[يت]عمل في(?: \S+){1,2}|[يت]وظف\w*|فرص عمل ل) ?(?:نحو )?$"
    r"|\b(?:sentenced|convicted|promotion of|promoted|hir(?:ed|ing)|employ(?:s|ed|ing)?|jobs (?:for|to)|work (?:for|to)) (?:about |some |around )?$"
)
_SENTENCED_TOO = regex(
    r"(?: [^\s،.]+){0,2} (?:ادينوا|حكم عليهم|حوكموا)(?!\w)| (?:[\w-]+ ){0,3}?(?:had been|have been|were|has been) (?:\w+ )?(?:convicted|sentenced|promoted|hired|let out)\b| out without"
)
_OF_ISIS = regex(r" (?:من |of |from )?(?:\S+ ){0,2}?(?:داعش|تنظيم الدول\w*|isis\b|isil\b|(?:the )?islamic state)")


def of_another_month(clause: Clause, day: dt.date | None) -> bool:
    """Whether all days of a clause are months and years long before the day of what is told."""
    days = [d for d in clause.days if d.own]
    vague = all(d.precision in (DatePrecision.MONTH, DatePrecision.YEAR) for d in days)
    return bool(day and days) and vague and all(day is not None and _ends(d) < day for d in days)


def _ends(day: Day) -> dt.date:
    """The last day of a year, about that of a month."""
    return day.date.replace(month=12, day=31) if day.precision is DatePrecision.YEAR else day.date + _MONTH


_MONTH = dt.timedelta(days=31)


def part_of_dropped(number: Number, dropped: Number | None) -> bool:
    """Whether a number is part of one right before it that counts another's: "houses 34,600 people, among them 13,300 Iraqis"."""
    return dropped is not None and number.part and dropped.told is Scope.STOCK and dropped.value > number.value


_FIGHTERS = regex(r"مقاتل|مسلح|عنصر|عناصر|\b(?:fighters?|militants?|members|gunmen|jihadis?(?:ts?)?|men under arms)\b")
_ISIS_NAMED = regex(r"داعش|تنظيم الدوله|(?<!\w)(?:ال)?تنظيم(?!\w)|\bisis\b|\bislamic state\b|\bdaesh\b|\bthe group\b")
_HAS = regex(
    r"عدد|[يت]ضم|[يت]ملك|لدي|[يت]زال|[يت]?قدر|[يت]بقي|بلغ|\b(?:commands?|has|have|numbers?|estimat\w+|remain\w*|still|strong|ranks|around|about|some)\b"
)
_STRENGTH_BACK = 80


def is_strength(number: Number, clause: Clause) -> bool:
    """«عدد مقاتلي داعش في سوريا بلغ نحو 10 آلاف مقاتل»: how many the group has, none of them held."""
    start, end = max(clause.start, number.start - _STRENGTH_BACK), min(clause.end, number.end + _NEAR)
    near = clause.text.plain[start:end]
    if clause.has("move", "hand_over", "kill", "pop_camp_families") or JAILED.search(clause.plain):
        return False
    return all(told.search(near) for told in (_FIGHTERS, _HAS)) and _ISIS_NAMED.search(clause.plain) is not None


def as_strength(number: Number, clause: Clause) -> Number:
    """A number that a position gives of a group's men as its strength."""
    if number.unit not in (Unit.PEOPLE, Unit.DETAINEES) or not is_strength(number, clause):
        return number
    return replace(number, unit=Unit.PEOPLE, scope=Scope.STOCK)


def stated(number: Number, clause: Clause, camp: bool) -> bool:
    """A position counts whom it is about: detainees, those in camps or gone home from them (`camp`), a group's men."""
    if number.value < MANY or is_vague(number, clause):
        return False
    return number.unit is Unit.DETAINEES or (number.unit is Unit.PEOPLE and (camp or is_strength(number, clause)))
