"""Arabic words that look like an act and tell none: warrants issued, words carried, tents put up, what it cost. PURE."""

from __future__ import annotations

from events.codebook import EventType
from ingest.coding.press import PRESS
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_ISSUED = regex(r"(?:ال)?صادر(?:ه|ا|ان|ين|تين|تان|ات)? (?:عن|من|بحق|ب)(?!\w)")
"""«مذكرات قبض صادرة عن القضاء»: issued, not seized."""
_BY_ORDER = regex(r"[وف]?تنفيذا(?!\w)")
"""«تنفيذاً لتوجيهات …»: on whose orders."""
_PUBLISHED = regex(r"(?:[يتن]|س[يتن])?نشر(?:ت|وا|ه|ها|تها|ته)?(?!\w)")
_WRITING = regex(
    r"(?<!\w)[وفبل]*(?:ال)?(?:ما|بيانا?|ايضاحا?|توضيحا?|تعميما?|تقريرا?|خبرا?|صورا?|صوره|مقطعا?|مقاطع|تسجيلا?|فيديو|كتابا?|حوارا?|مقابله|تصريحا?|تصريحات|قرارا?|بلاغا?|منشورا?|تدوينه|تغريده|رساله|وثيقه|قايمه|انباء)"
    r" (?:(?:له|لها|رسمي|صحفي|صحافي|مقتضب|رسميه|مشترك) )?(?:قد |كانت? )?$"
)
"""«في إيضاح نُشر اليوم»: a text, no forces."""
_UTTERED = regex(r"[وف]?عبر(?:ت|وا|ا)?(?: [^\s،.؛]+){0,8}? عن (?!طريق|كثب|قرب)")
"""«وعبّر الشيباني عن شكر بلاده»: said, nobody crosses."""
_RETOLD = regex(r"[وف]?[يتن]?نقل(?:ت|وا)?(?: [^\s،.؛\d]+){0,6}? عن (?!طريق|كثب|قرب)")
"""«ونقلت الصفحات عن أحد العائدين قوله»: words are carried, no people."""
_TO_HOSPITAL = regex(
    r"(?: [^\s،.؛]+){0,6}? (?:ال|لل|ب|ل)?(?:مستشف\w*|مشف\w*|مركز صحي|مركز طبي|طبابه|علاج|طب العدلي|مشرحه|اسعاف)(?!\w)"
)
"""«ونُقل إلى مستشفى سنجار»: a patient."""
_TENTS = regex(r"(?<!\w)[وفبل]*(?:ال)?(?:خيم|خيام|خيمه|سرادق|شاشات|تمثال|نصب تذكاري|مخيم)(?!\w)")
"""«خيام نُصبت لهم»."""
_COST = regex(r"[وف]?كلف(?:ه|ت|ته|تها|تهم)(?!\w)")
_SUM = regex(r"(?:تقدر|قدرت|بلغت|تبلغ|تصل|وصلت|ارتفعت|تجاوزت|تتجاوز) $")
_MONEY = regex(r" (?:ب|نحو |حوالي |اكثر من )?\S*(?: \S+){0,4}? (?:دولار|دينار|ليره|مليون|مليار)")
"""«وتقدَّر كلفتها بنحو مليون دولار»."""
_HASTE = regex(
    r"(?<!\w)[وفبل]*(?:ال)?(?:اسراع|تعجيل|تسريع|استعجال|حث)(?: (?:في|ب|وتيره|اجراءات|عمليه|خطوات))* (?:ب|ل)?$"
)
"""«وجّه بالإسراع في افتتاح …»: wished for."""
_SPEED = regex(
    r" (?:[^.؛]{0,30} )?ب(?:ال)?(?:اسراع|تعجيل|تسريع)(?: في| ب)? ?(?:اعاده )?(?:افتتاح|فتح|تشغيل|استيناف|تاهيل)"
)
_DEVICES = regex(r"(?<!\w)[وفبل]*(?:ال)?(?:اجهزه|جهاز|معدات|منظومه|منظومات|ادوات|قاعه|صاله|ساحه|رسوم|اجراءات) $")
"""«أجهزة تفتيش بالأشعة»: what stands at a gate."""
_MORE = regex(
    r"(?<!\w)[وفبل]*(?:ال)?(?:رفع|تعزيز|زياده|تطوير|توسيع|تفعيل|تكثيف|تحسين|استمرار|مواصله|اليه|اليات|مجال|مجالات|اهميه|ضروره|قناه|قنوات|منصه|غرفه|مركز|مستوي)"
    r" (?:(?:مستوي|وتيره|اليات|اليه|مجال|ل) ?)?(?:ال|لل|ل)?$"
)
"""«لرفع مستوى تبادل المعلومات»: a wish, nothing shared."""
_IF = regex(r"(?<!\w)[وف]?(?:لو|اذا|ان) (?:ما )?(?:حضر|شارك|التقي|زار|عقد|جاء)(?: [^\s،.]+)? $")
"""«لو حضر القمة»."""
_CROWD = regex(
    r"[وف]?(?:استقبل|[يتن]ستقبل)\w*(?: [^\s،.؛]+){0,6}? (?:\d[\d,.]*|الف|الفي|الاف|ميات|عشرات|ميه|مايه)(?: \S+){0,2}? (?:ال)?(?:مواطن|شخص|مسافر|لاجي|عايد|عايل|اسر|شاحن|سيار|حافل|مركب|طلب|نازح|عراقي|سوري|زاير|مريض|جريح|نسم)"
)
"""«استقبلنا 214 مواطناً»: no guests."""
_FORTS = regex(r"[وفبلك]*(?:ال)?(?:تحصينات|تحكيمات|ابراج|كاميرات|سواتر|جدار|خندق|ساتر|سياج)\w{0,2}")
_STATE = regex(
    r" (?:[^\s،.؛]+ ){0,5}?(?:جيده|جيد|كافيه|كاف|قويه|متينه|ممتازه|ضعيفه|هشه|محكمه|محكم|مختلفه?|موجوده?|لا (?:[يت]كفي|[يت]منع|[يت]وقف)|ليست?)(?!\w)"
)
"""«التحصينات على الشريط الحدودي جيدة»: how things stand."""
_THEM = regex(r"[يت]?(?:ت)?(?:سلم|ستلم|تسلم|استلم)(?:ت|وا)?(?:هم|هن|هما)")
"""«تسلمهم بموجب قوائم»: people, no papers."""
_MOST = regex(r"(?<!\w)[ول]?(?:ال)?(?:اكثر|اشد) $")
"""«بات الأكثر تحصيناً»: how it stands."""
_WISHES = regex(r"(?<!\w)[وف]?(?:[يت]?هن(?:ا|ات|يه|ءه)\w*|مهنيا|تهني\w*|تهان\w*|بمناسبه)(?!\w)[^.؛]*$")
"""«هنأه خلاله بتوليه منصبه»: what a call is about."""
_WITH_PRESS = regex(
    r"(?<!\w)[وفبل]*(?:ال)?(?:لقاء|حوار|حديث|مقابله)ا?(?: (?:خاص|متلفز|تلفزيوني|صحفي|صحافي|اذاعي|مطول|اجراه|اجرته))? مع "
    + PRESS
)
"""«خلال لقاء مع رووداو»: an interview, no talks."""
_OPERATIONS = frozenset((EventType.BORDER_OPERATION, EventType.JOINT_OPERATION))
_MOVES = frozenset((EventType.REPATRIATION, EventType.REFUGE, EventType.DETAINEE_TRANSFER))


def misread(clause: Clause, word: Word, kind: EventType) -> bool:
    """Whether an Arabic word of an act's class stands for something else here."""
    plain = clause.text.plain
    if kind in _OPERATIONS:
        if word.nominal and _DEVICES.search(clause.before(word.start, 16)):
            return True
        spared = word.nominal and clause.before(word.start, 5).endswith("عدم ")
        return spared or bool(_ISSUED.match(plain, word.stem, clause.end) or _BY_ORDER.match(plain, word.start))
    if kind in _MOVES:
        return _moves_nobody(clause, word)
    if kind is EventType.BORDER_MEASURE:
        return _guards_nothing(clause, word)
    if kind is EventType.CROSSING_STATUS:
        return _HASTE.search(clause.before(word.start, 48)) is not None
    if kind is EventType.APPOINTMENT:
        if _WISHES.search(clause.before(word.start, 70)):
            return True
        cost = _COST.fullmatch(plain, word.start, word.end)
        return cost is not None and bool(
            _SUM.search(clause.before(word.start, 10)) or _MONEY.match(plain, word.end, min(clause.end, word.end + 50))
        )
    if kind is EventType.INTELLIGENCE_SHARING:
        if _THEM.fullmatch(plain, word.stem, word.end):
            return True
        return word.nominal and _MORE.search(clause.before(word.stem, 40)) is not None
    if kind is EventType.MEETING:
        press = _WITH_PRESS.match(plain, word.start, clause.end)
        return bool(press or _CROWD.match(plain, word.start, clause.end) or _IF.search(clause.before(word.start, 30)))
    return False


def _moves_nobody(clause: Clause, word: Word) -> bool:
    plain = clause.text.plain
    if _UTTERED.match(plain, word.start, clause.end) or _RETOLD.match(plain, word.start, clause.end):
        return True
    carried = "نقل" in plain[word.start : word.end]
    return carried and _TO_HOSPITAL.match(plain, word.end, clause.end) is not None


def _guards_nothing(clause: Clause, word: Word) -> bool:
    plain = clause.text.plain
    if "order" in word.classes and _SPEED.match(clause.after(word.end, 60)):
        return True
    if "نصب" in plain[word.stem : word.end]:
        around = clause.before(word.start, 24) + clause.after(word.end, 24)
        return _TENTS.search(around) is not None
    if _PUBLISHED.match(plain, word.stem, word.end):
        return _WRITING.search(clause.before(word.start, 40)) is not None
    if _MOST.search(clause.before(word.start, 8)):
        return True
    return _FORTS.fullmatch(plain, word.start, word.end) is not None and bool(_STATE.match(clause.after(word.end, 70)))
