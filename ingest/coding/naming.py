"""Words that name an act without telling it: the name of a pact, a subject of talks, what there has not been. PURE."""

from __future__ import annotations

import functools

from events.codebook import EventType
from ingest.coding.carried import no_captive, no_guest
from ingest.coding.lookalikes import names_which_ones, tells_no_act
from ingest.coding.misread import misread
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_TITLES_OF = regex(
    r"(?<!\w)[وفبل]?(?:ال|لل)?(?:اتفاقيه|اتفاقيات|اتفاق|مذكره|مذكره تفاهم|بروتوكول|معاهده|قانون|لجنه|لجان|برنامج|مشروع|خطه|مكتب|دايره|قسم|صندوق|ملف|مسار)"
    r" (?:(?:خاصه?|الخاصه?|متعلقه?|المتعلقه?|معنيه?|المعنيه?) ب|بشان |حول |ل)?$"
)
"""«اتفاقية نقل المحكومين», «لجنة إعادة النازحين»: what a pact, a body or a file is called after."""
_NO_SUCH = regex(
    r"(?<!\w)[وف]?(?:لا (?:ي|ت)?وجد|لا (?:ي|ت)وجد|لم (?:ن|ت|ي)سجل|لم (?:ن|ت|ي)رصد|لم (?:ي|ت)حدث|عدم (?:وجود|تسجيل|حدوث|حصول|رصد)|خاليه? من|دون (?:اي|حدوث|تسجيل|وقوع)|بلا اي)"
    r"\s+(?:اي |حدوث |وجود )?(?:[^\s،.]+ ){0,6}$"
)
"""«لا يوجد أي خرق»: how things stand, no denial of one attack."""
_FORBIDS = regex(r"(?<!\w)(?:لن|لا|عدم) (?:[يتن]سمح\w*|السماح|[يتن]قبل) [^.؛]*$")
"""«لن تسمح بعبور المسلحين»: a position."""
_OF_TALKS = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:مستقبل|مسار|نتايج|مخرجات|مقررات|استيناف|مواصله|استكمال|متابعه|ملف|بشان|حول|سياق|اطار|ضوء|اهميه)\s+$"
)
"""«مستقبل المباحثات», «نتائج الاجتماع»: talks as a subject, or recalled."""
_TOPICAL = frozenset(("discuss", "topic", "demand", "say"))
_ARMS = regex(r" (?:[^\s،.]+ ){0,2}?(?:ال)?(?:سلاح|اسلح|عتاد|انفس|نفس(?:ه|ها)|قطع)")
"""«سلموا أسلحتهم»: they laid down their arms."""
_IDEAS = regex(r" (?:ال)?(?:فكره|افكار|حكايه|قصه|قصص|روايه|سوال|اسيله|صوره|صور|فيلم|خبر|اخبار|ملايين الدولارات)(?!\w)")
"""«خرجت الفكرة»: no people who leave."""
_ASYLUM = regex(
    r"(?<!\w)[وبل]?(?:ال)?(?:طلب|طلبات|ملف|ملفات|حق|قضايا|نظام|قانون|قوانين|سياس\w*|اجراءات|بلدان|دول|صفه|وضع)(?: [^\s،.]+)? (?:ال)?$"
)
"""«طلبات اللجوء»: papers, nobody who fled."""
_PASSPORT = regex(r"(?:جوازات?|وثايق|وثيقه|تذاكر|تذكره|اوراق|منع|حظر|وكالات?) (?:ال)?$")
_FOILED = regex(r"(?:محاوله|محاولات|احباط|احبط\w*|افشال|افشلت?)(?: (?:ال)?[^\s،.]+)? (?:ال)?$")


def _no_flight(clause: Clause, word: Word) -> bool:
    """Asylum's papers, passports, a flight from a camp or prison that was foiled, and how many live somewhere."""
    if not clause.lead and _HOSTS.match(clause.text.plain, word.stem):
        return True
    before = clause.before(word.stem, 24)
    if clause.text.plain.startswith("سفر", word.stem) and _PASSPORT.search(before):
        return True
    if clause.text.plain.startswith(("فرار", "هروب", "هرب"), word.stem) and _FOILED.search(before):
        return True
    return _ASYLUM.search(before) is not None


_HOSTS = regex(r"[يت](?:ستضيف|ستقبل|اوي|وي)(?!\w)")
"""«ويستضيف الإقليم ربع مليون لاجئ»: how many live there."""


@functools.lru_cache(maxsize=256)
def _anniversary(clause: Clause) -> bool:
    """A clause that marks a day of years ago."""
    return _ANNIVERSARY.search(clause.plain) is not None


_ANNIVERSARY = regex(r"(?<!\w)في مثل هذا اليوم|(?<!\w)(?:ال)?ذكري (?:ال)?(?:سنويه|اولي|ثانيه|ثالثه|رابعه|خامسه|عاشره)")
_TIES = regex(
    r" (?:\S+ )?(?:ال)?(?:تشاور|تنسيق|تعاون|جهود|حوار|اتصالات|علاقات|لقاءات|مشاورات|شراكه|ثقه|روابط|زيارات|استثمار|تبادل|سياده|دور)(?!\w)"
)
"""«تكثيف التشاور»: what is strengthened is no guard of the line."""
_STANDING = regex(
    r"[وفبلك]*(?:ال)?(?:جدارا?|خندقا?|خنادق|ساتر|سواتر|سياجا?|اسوار|اسلاك شايكه|ابراج|ابراج مراقبه|كاميرات?|مخافر|نقاط مراقبه|نقطه مراقبه|نقاط تفتيش)(?:ه|ها|هم)?"
)
_WORKS = regex(
    r"(?<!\w)[وفبلسيتن]*(?:ال)?(?:بناء|بني|انشا\w*|انشي\w*|نشي|نصب\w*|حفر\w*|تحصين\w*|حصن\w*|اكمل\w*|كمل\w*|استكم\w*|ستكمل\w*|اكتم\w*|كتمل\w*|انجز\w*|نجز\w*|انجاز\w*|منجز\w*|تركيب|مد|تمديد|تعزيز\w*|عزز\w*|تجهيز"
    r"|زود\w*|مزود\w*|تزويد\w*|رفع|ارتف\w*|توسيع|توسع\w*|تشييد|شيد\w*|اقام\w*|اقيم\w*|اقامه|باشر\w*|بدء|بدا\w*|شرع\w*|واصل\w*|تواصل\w*|اضاف\w*|اتم\w*|اتمام|انته\w*|نته\w*|فرغ\w*|بلغ\w*|وصل\w*|تخط\w*|امتد\w*|متد\w*"
    r"|نسبه|مشروع\w*|كم|كيلومتر\w*|اعمال|تاهيل|ترميم|تطوير|صيانه|خلف|نشر\w*|انتش\w*|وضع\w*|ثبت\w*|تثبيت|غط\w*|تغطيه|ربط\w*|ادخل\w*|ادخال|شغل\w*|تشغيل|دشن\w*|افتت\w*|فتح\w*(?! (?:ال)?(?:نار|نيران))|شدد\w*|تشديد|كثف\w*|تكثيف|مسك\w*|تامين|امن\w*|جديد\w*|اضافي\w*)(?!\w)"
)
"""What stands at the line is a measure only where somebody works on it."""
_BY_IT = regex(
    r"(?<!\w)(?:قرب|عند|عبر|خلف|نحو|باتجاه|صوب|[بو]?محاذاه|ل?تجاوز|ل?اجتياز|ل?عبور|ب?محيط|امام|فوق|تحت|قباله|حتي|جوار|وراء) (?:ال)?$"
)
"""«تحرك أشخاص قرب الساتر»: where it was."""
_PUBLISHED = regex(r"س?[يتن]?نشر")
_POSTED = regex(
    r"(?<!\w)[وبل]?(?:ال)?(?:قوات|قوه|قطعات|جنود|عناصر|نقاط|نقطه|حواجز|دبابات|مدرعات|كاميرا|اسلحه|جيش|لواء|الويه|مفارز|دوريات|حرس|وحدات|فوج|افواج|تعزيزات|منظوم|رادار|طاير|ابراج|الاف(?!\w)|ميات|مقاتل|حشد|مفرزه|اليات|كماين|ابراج)"
)
"""«نشر قوات»; anything else is published."""
_QUOTES = regex(r" عن(?!\w)")
"""«نقلت عن مصدر»: words are carried, no people."""
_ADMITS = regex(r"[يتس]*سمح|سماح|السماح")
_ENTRY = regex(r"دخول|عبور|لجو|مرور|اجتياز|وصول|انتقال|بقاء|اقام|ايواء|العوده|عودت|مغادره|سفر")
"""«سُمح لهم بالدخول»; leave for anything else moves nobody."""
_IS = regex(
    r" [^\d،.؛:]{4,90}? (?:هو )?(?:اجراء|خطوه|قرار سيادي|[يت]حتاج|[يت]تطلب|مسووليه|لا [يت]عني|ليست?|[يت]مثل|[يت]شكل|[يت]عد)(?!\w)"
)
"""«أكد أن نقل المعتقلين إجراء مؤقت»: what is spoken of."""
_PLAN = regex(r"(?<!\w)(?:ضمن|في اطار|وفق|بموجب|بحسب) (?:ال)?خطه (?:ل|ال)?$")
"""«ضمن خطة إعادة تموضع أُقرّت»: what a plan is called, not what was done."""
_DAILY = regex(r" (?:\S+ ){0,1}?(?:يوميا|شهريا|اسبوعيا|سنويا|كل يوم|كل اسبوع|كل شهر)(?!\w)")
"""«ويعبر يومياً ما بين 600 و700 مسافر»: how it always is."""
_ISSUED = regex(r" (?:عن|من) ")
"""«بيان صادر عن»: issued, not seized."""
_OBJECTS = regex(r"[يت]?(?:ا)?عترض(?:ت|وا|ون)? (?:[^\s،.]+ ){0,7}?علي(?!\w)")
"""«وتعترض فصائل على استقباله»: they object."""
_RATHER = regex(r"(?<!\w)(?:علي|الي|عبر|لغه|خيار|باب|طاوله|مبدا|سبيل) (?:ال)?$")
"""«شددا على الحوار سبيلاً»: no talks."""
_LINES = regex(
    r"(?<!\w)[وبل]?(?:ال)?(?:قنوات|قناه|خطوط|خط|نقاط|ضباط|ديمومه|ادامه|استمرار|غرف|غرفه|وسايل|اجهزه) (?:ال)?$"
)
"""«ديمومة قنوات الاتصال بين الجانبين»: no call."""
_READ = regex(r" علي(?!\w)|(?:ت|نا)? علي(?:ه|ها)(?!\w)")
"""«تعميم اطلعت عليه الوكالة»: seen, not shared."""
_IT = regex(r" علي(?:ه|ها|هم|هما)(?!\w)")
_FOUND = regex(r"عثر|[يت]عثر|العثور|اكتش")
_RELICS = regex(
    r" (?:[^\s،.]+ ){0,4}?(?:ال)?(?:مقبره|مقابر|رفات|جثه|جثث|جثمان|جثامين|اثار|اثري|اثريه|تماثيل|لوحه|مخطوطات)(?!\w)"
)
"""«عثرت على مقبرة جماعية», «حاسوب عُثر عليه»: no haul."""
_IF = regex(r"(?<!\w)[وف]?(?:لو|اذا|اذا ما|في حال|في حال ما) (?:تم |كانت? |جري )?$")
_OPERATIONS = frozenset((EventType.BORDER_OPERATION, EventType.JOINT_OPERATION))
_MAY = regex(r"(?<!\w)(?:قد|ربما|يحتمل ان|يمكن ان|من الممكن ان|لعلها|لعله) (?:لا )?$")
_PRESENT = regex(r"ي|ت(?:نقل|عيد|ستقبل|غادر|صل|عود|ستعيد|رحل|خرج|دخل)")
"""«قد تنقلهم»: perhaps."""
_REFUSED = regex(r"(?<!\w)و?(?:[يت]رفض\w*|رفضت?|رفضوا) [^،.؛]*$")
"""«ترفض عشائر في الأنبار عودة عائلات»: what they will not have."""
_MOVES = frozenset((EventType.REPATRIATION, EventType.REFUGE, EventType.DETAINEE_TRANSFER, EventType.AGREEMENT))


_AGREED_ON = frozenset(
    map(EventType, ("repatriation", "refuge", "detainee_transfer", "intelligence_sharing", "joint_operation"))
)
_AGREED = regex(
    r"(?<!\w)[وف]?(?:اتفق\w*|[يت]تفق\w*|توافق(?:ا|وا|نا)?|التوافق|الاتفاق) (?:(?!علي )[^.؛]{0,70} )?علي [^.؛]*$"
    r"|\bagreed (?:to|on) [^.;]*$"
)


def agreed_on(clause: Clause, at: int, reach: int = 220) -> bool:
    """«واتفق الجانبان على تسهيل عودة العوائل», "agreed to exchange information": agreed on within so many characters
    before, not done."""
    return _AGREED.search(clause.before(at, reach)) is not None


def _only_a_name(clause: Clause, word: Word, kind: EventType, before: str) -> bool:
    """Whether an Arabic word names an act, and nobody is said to have done it."""
    if clause.text.plain[word.stem] < "\u0600":
        return False
    if _anniversary(clause) or _IF.search(before) or misread(clause, word, kind):
        return True
    if kind is EventType.INCIDENT and word.nominal and before.endswith((" لا ", ": لا ")):
        return True
    if kind is EventType.INCIDENT and (_NO_SUCH.search(before) or _FORBIDS.search(clause.before(word.start, 120))):
        return True
    if kind is EventType.INCIDENT and any(w.end <= word.start for w in clause.of("interview")):
        return not any(d.own and d.start > word.end for d in clause.days)
    if kind is EventType.MEETING and word.nominal and _OF_TALKS.search(before):
        named = any(w.classes & _TOPICAL and w.end <= word.start for w in clause.words)
        return named and not clause.has("denied")
    if kind is EventType.REFUGE and _no_flight(clause, word):
        return True
    if kind is EventType.MEETING and clause.text.plain.startswith("حوار", word.stem) and _RATHER.search(before):
        return True
    if kind is EventType.CALL and _LINES.search(clause.before(word.stem, 20)):
        return True
    nominal = word.nominal or before.endswith(" علي ")
    if kind in _AGREED_ON and nominal and agreed_on(clause, word.start):
        return True
    if kind is EventType.BORDER_MEASURE and (_PLAN.search(before) or _no_guard(clause, word)):
        return True
    if kind is EventType.INTELLIGENCE_SHARING and _no_sharing(clause, word):
        return True
    if kind in _OPERATIONS:
        if clause.text.plain[word.stem : word.end] == "صادر" and _ISSUED.match(clause.after(word.end, 5)):
            return True
        if _OBJECTS.match(clause.text.plain, word.stem, clause.end):
            return True
        found = _FOUND.match(clause.text.plain, word.stem, word.end)
        return found is not None and bool(
            _IT.match(clause.after(word.end, 12)) or _RELICS.match(clause.after(word.end, 50))
        )
    if kind not in _MOVES:
        return False
    if clause.text.plain[word.stem] in "يت" and _DAILY.match(clause.after(word.end, 16)):
        return True
    if word.nominal and before.endswith((" ان ", " بان ")) and _IS.match(clause.after(word.end, 110)):
        return True
    if _QUOTES.match(clause.after(word.end, 4)) or _no_entry(clause, word):
        return True
    if _MAY.search(before) and _PRESENT.match(clause.text.plain, word.stem):
        return True
    if _ARMS.match(clause.after(word.end, 40)) or _IDEAS.match(clause.after(word.end, 16)):
        return True
    return word.nominal and kind is not EventType.AGREEMENT and bool(_TITLES_OF.search(clause.before(word.stem, 48)))


def _no_sharing(clause: Clause, word: Word) -> bool:
    """What a paper was shown, or men handed over «بقوائم اسمية»."""
    plain = clause.text.plain
    if plain.startswith("اطلع", word.stem) and _READ.match(plain, word.end):
        return True
    if "hand_over" not in word.classes:
        return False
    lists = next((w for w in clause.of("info") if w.start >= word.end), None)
    return lists is not None and plain.startswith("بقوايم", lists.start)


def _no_guard(clause: Clause, word: Word) -> bool:
    """Ties that are strengthened, a text that is published, or what merely stands at the line."""
    if _TIES.match(clause.after(word.end, 24)):
        return True
    if _STANDING.fullmatch(clause.text.plain, word.start, word.end):
        ordered = clause.has("order", "send") and not _BY_IT.search(clause.before(word.stem, 14))
        return not ordered and _WORKS.search(clause.plain) is None
    return _PUBLISHED.match(clause.text.plain, word.stem, word.end) is not None and not (
        _POSTED.search(clause.after(word.end, 70)) or _POSTED.search(clause.before(word.start, 30))
    )


def _no_entry(clause: Clause, word: Word) -> bool:
    """«سُمح لهم بالاتصال»: let do something, not let in."""
    admits = "refuge" in word.classes and _ADMITS.match(clause.text.plain, word.stem, word.end)
    return bool(admits) and not _ENTRY.search(clause.after(word.end, 90))


def names_only(clause: Clause, word: Word, kind: EventType, before: str) -> bool:
    """Words that name which ones, what never will be, or a number."""
    plain = clause.text.plain
    if word.classes & {"return"} and plain[word.start : word.end].endswith("ing") and _PARTICIPLE.search(before):
        return True
    if _only_a_name(clause, word, kind, before) or tells_no_act(clause, word, kind):
        return True
    put_off = any("cancelled" in w.classes and w.start >= word.end for w in clause.words)
    if (_NEVER.search(before) or _WONT.search(before)) and not put_off:
        return True
    if any("refuse" in w.classes and 0 <= word.start - w.end <= 24 for w in clause.words):
        return True
    if word.nominal and plain[word.stem] > "\u0600" and _REFUSED.search(clause.before(word.start, 70)):
        return True
    if _UNCHANGED.match(clause.after(word.end, 30)):
        return True
    if names_which_ones(clause, word) or no_captive(clause, word, kind) or no_guest(clause, word, kind):
        return True
    if kind is EventType.MEETING and _INVITED.search(before) and not invites(clause, word):
        return True
    if plain[word.stem : word.end] in ("يصل", "تصل") and _UP_TO.search(
        clause.before(word.start, 6) + clause.after(word.start, 20)
    ):
        return True
    if plain[word.stem] < "\u0600":
        return False
    whoever = (
        plain[word.stem] in "يت" and _WHOEVER.search(before) and not _MANAGED.search(clause.before(word.start, 110))
    )
    return bool(whoever or _NOR_WHO.search(before))


def invites(clause: Clause, word: Word) -> bool:
    """«وجّه … دعوة إلى … لزيارة بغداد»: one invites the other; the visit is to come."""
    if clause.text.plain[word.stem] < "\u0600" or "visit" not in word.classes:
        return False
    if _INVITES.search(clause.before(word.start, 100)) is None:
        return False
    return len({m.actor for m in clause.mentions if m.kind == "person"}) > 1


def due(clause: Clause, word: Word) -> bool:
    """«استعرضا جدول أعمال الاجتماع المقرر عقده في عمان الأحد»: a meeting to come on a day, named as a subject of talk."""
    if "meet" not in word.classes or not any(d.start >= word.end for d in clause.days):
        return False
    return _DUE.match(clause.after(word.end, 24)) is not None


_DUE = regex(r" (?:\S+ )?(?:ال)?(?:مقرر|مزمع|مرتقب|منتظر)ه? ")
_INVITES = regex(r"(?<!\w)(?:ال)?دعوه [^.]{0,80}$")
_INVITED = regex(r"(?:دعوه|الدعوه|دعوته|invitation|invit(?:e|es|ed|ing)\b)[^.]{0,60}$")
"""An invitation to a summit is no meeting yet."""
_UP_TO = regex(r"(?:^|\s)ما (?:قد )?[يت]صل|[يت]صل (?:ال)?عدد|[يت]صل الي (?:نحو )?\d")
"""«ما يصل إلى ألف»: a number, no arrival."""
_WHOEVER = regex(r"(?:^|\s)(?:كل |ل|وكل )?من\s$")
"""«من يغادر …»: whoever does it, nobody has."""
_MANAGED = regex(r"(?<!\w)[وف]?(?:[يت]?تمكن\w*|(?:ال)?تمكن) [^.؛]*(?<!\w)من $")
"""«تمكنت الوكالة، أمس، من تسلّم أربعة مطلوبين»: what was done."""
_NOR_WHO = regex(r"(?<!\w)(?:ولا|الا|سوي|لكل|كل|او) من $")
"""«لا يشمل المدانين ولا من نُقلوا من السجون»: which ones."""
_PARTICIPLE = regex(r"(?:families|soldiers|iraqis|syrians|people|refugees|troops|those|travellers|travelers|men) $")
"""«families returning home»: which ones, not what happened."""
_UNCHANGED = regex(
    r"\w* (?:لم|لا) [يت]تغير|,? (?:has|had|have) not changed\b|,? (?:did|does|do) not change\b|,? (?:was|were|is|are|remain\w*) unchanged\b"
)
"""«انتشارها لم يتغير»: nothing was done."""
_NEVER = regex(
    r"(?:^|\s)(?:لن|will not|would not|won't|never)\s+(?:\S+ )?$|(?:لن|will not|won't) (?:attend|take part in|join|يحضر|تحضر|يشارك في|تشارك في)\s+(?:\S+ ){0,3}$"
)
"""What will never be is a position, no event."""
_WONT = regex(r"(?<!\w)(?:لن|will not allow|won't allow) (?:\S+ ){0,6}$")
