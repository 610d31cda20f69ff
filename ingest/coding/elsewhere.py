"""What a text names beside an act that was not there: where its men came from, where they were taken. PURE."""

from __future__ import annotations

from events.codebook import EventType, PlaceKind
from ingest.coding.event_types import Happening
from ingest.coding.goals import treated
from ingest.coding.missions import TELLER
from ingest.coding.regexes import regex
from ingest.coding.where import Where

_ABOUT = regex(
    r"(?:بشان|حول|\babout|\bregarding|(?<!hand)(?<!handed)(?<!handing)(?<!turned)(?<!turning)(?<!take)(?<!took)(?<!taken)(?<!taking)(?<!control)(?<!flew)(?<!flying) over) $"
)
"""Before what something is about; "handed over al-Tanf" tells where it was."""
_IN_THE_AIR = regex(
    r"\b(?:drones?|jets?|aircraft|planes?|helicopters?|balloons?|airspace|shot down|downed)\b[^.;]* over $"
)
"""«shot down a drone over Baaj»: above it."""
_BODY_OF = regex(r"(?:'s)? (?:intelligence|operations|police|commissioner|council|mayor|authorities|governor)\b")
""" "Qaim intelligence": a body that bears the name of a place."""
_AMID = regex(
    r"(?:(?<!\w)[وف]?(?:تزامنا|بالتزامن|تزامن|اثر|(?<!عن )(?<!علي )بعد|عقب|وسط|خشيه|تحسبا|علي خلفيه|جراء|مع تصاعد|مع استمرار)|\b(?:amid|as|after|following|while)|fearing|because of)\s"
    r"(?!(?:ان )?(?:[^\s،.]+ )?(?:محاول\w*|عبور\w*ه\w*|تسلل\w*ه\w*|دخول\w*ه\w*|اجتياز\w*ه\w*|عبروا|تسللوا|حاولوا|رصد\w*|ملاحق\w*|مطارد\w*|كمين\w*|مداهم\w*|تعقب\w*|متابع\w*|تفتيش\w*|تحري\w*|ورود|توفر\w*|كاميرا\w*|الكاميرات)"
    r"|(?:(?:they|he|she|the \w+|had|were|was) ){0,3}(?:(?:tried|trying|attempt\w*|cross\w*|slip\w*|sneak\w*|enter\w*|infiltrat\w*|search\w*|track\w*|spott\w*)|an? (?:\w+ )?(?:chase|pursuit|ambush|search|stakeout|tip))"
    r"|(?:[\w-]+ ){0,3}(?:cameras?|sensors?|drones?|radars?|patrols?|guards|lookouts?) (?:had |have )?(?:picked up|spott\w+|detect\w+|notic\w+|observ\w+|record\w+|saw|track\w+))"
    r"(?:[^،.]+)?$"
)
"""What the act answers to; not the own doings of the men it met: «بعد محاولتهم التسلل», "as they tried to slip in"."""
_START_OF_WAY = regex(r"\s?(?:حتي|الي|to|up to)\s")
_FROM_THERE = ("من ", "from ")
_END_OF_WAY = regex(r"(?:^|\s)(?:من|from) (?:the )?(?:[^\s،.,]+ ){1,3}(?:حتي|الي|to|up to) $")
_LEFT = regex(
    r"(?:^|\s)(?:فرو?ا?|هربوا?|فر|الفارين|هاربين|fled|escaped|escapees|fugitives|broke out)\s+(?:\S+ )?(?:من|from|of)\s+(?:the )?$"
    r"|\b(?:brothers?|natives?|men|women|man|woman|nationals?|citizens?|residents?|recruits?|born) (?:from|in|of) (?:the )?$|\bfled (?:an? |the )?$|\b(?:bound|destined|headed|heading|meant) for (?:the )?$|\b(?:weapons|drugs|pills|arms|fuel|guns|goods|hashish|captagon) in?to (?:the )?$"
)
_CAME_FROM = regex(
    r"(?:(?<!\w)[وف]?(?:ال)?(?:[يت]?عبر\w*|[يت]?تسلل\w*|[يت]?قدم\w*|[يت]?دخل\w*|قادم\w*|[يت]?نقل\w*|[يت]?هرب\w*|تهريب\w*|ات\w{1,3}|ادخال\w*|[اي]?نطلق\w*|اطلق\w*|متجه\w*|متوجه\w*)"
    r"|\b(?:cross\w*|came|come|coming|slip\w*|enter\w*|infiltrat\w*|smuggl\w*|brought|bring\w*|get in|launched|fired|moved|moving|travel\w*|sneak\w*|arriv\w+))"
    r"(?: [^\s،.]+){0,6} (?:من|from) (?:(?:محيط|جهه|اتجاه|ناحيه|منطقه|مدينه|بلده|قريه|محافظه|ريف|بريف|ضواحي|the|an?|area|town|city|village|countryside|syrian|iraqi|of|around) ?){0,4}(?:ال)?$"
)
"""«عبروا من محيط البوكمال», "smuggled from al-Bukamal": where the men or the haul had come from."""
_BOUND_FOR = regex(
    r"(?<!\w)(?<!محاوله )(?<!محاولات )(?:لادخال|لتهريب|لنقل|لايصال|تمهيدا ل|بغيه|بقصد|بهدف|قبل (?:ادخال|تهريب|نقل|وصول|ايصال)|في طريق|كانت? متجه|كانت? معد|معد\w* ل|متجه\w* (?:الي|نحو)|يعدون)[^،.]*(?:عن طريق|عبر|الي|نحو|من خلال|باتجاه|صوب) (?:\S+ ){0,2}$"
)
"""«كانوا يعدون الشحنة لإدخالها عن طريق بادية الرطبة»: where a haul was meant to go."""
_TAKEN_TO = regex(
    r"(?<!\w)[وف]?(?:تم |جري |جرى )?\w{0,3}(?:نقل|اقتاد|اقتياد|تسليم|سلم|احال|ترحيل)\w*(?: [^\s،.]+){0,3} (?:الي|ل)\s?(?:مركز شرطه |مقر |سجن |مخيم |مدينه |قضاء |ناحيه |بلده )?(?:ال)?$"
    r"|\b(?:taken|moved|transferred|sent|handed over|turned over|referred|driven|escorted|flown)\b(?: [^\s,.]+){0,3} to (?:the )?(?:\w+ )?(?:(?:police|camp|prison|jail|town|city|headquarters|court|authorities)[^\s]* (?:station |there )?(?:in |of |at )?)?$"
    r"|(?<!\w)\w{0,4}(?:محكمه|محاكم|مركز شرطه|مديريه شرطه) (?:في |ب)?(?:قضاء |ناحيه |مدينه )?(?:ال)?$|\b(?:courts?|police station) (?:in|of|at) (?:the )?$"
)
"""«وجرى نقلهم إلى الجدعة», "were taken to Qaim": behind the act."""
_NATIVE = regex(
    r"(?<!\w)[وهم]{0,4} ?(?:من )?(?:اهالي|ابناء|سكان|مواليد|وجهاء|عشاير|نايب عن|النايب عن) (?:قضاء |مدينه |ناحيه |بلده |محافظه |منطقه )?(?:ال)?$"
)
"""«وهو من أهالي قضاء القائم»: where somebody is from."""


_STRUCK = regex(
    r"(?<!\w)[وفبل]{0,2}(?:ال|لل)?(?:اطلاق (?:ال)?نار|هجوم|هجمات|استهداف|قصف|حادث\w*|اشتباك\w*|خرق\w*|خروقات|تفجير\w*|هروب|فرار|تسلل|نقطه حدوديه|دوريه)(?: [^\s،.]+){0,5} (?:في|قرب|ب|عند|من)\s?(?:قضاء |مدينه |منطقه |ناحيه |قاطع |سجن |محيط )?(?:ال)?$"
    r"|\b(?:attacks?|shooting|incidents?|clash\w*|breach\w*|breakouts?|jailbreak|escapes?|strikes?|shelling|gunfire|infiltration|fighting)\b(?: [^\s,.]+){0,4} (?:in|at|near|around|from) (?:the )?(?:\S+ )?$"
)
"""«مذكرة احتجاج على إطلاق نار في قضاء القائم»: what talks are about."""
_LIVING = regex(
    r"(?<!\w)[وفبل]{0,2}(?:ال|لل)?(?:عايلات|عوايل|اسر|نازحين|نازحون|محتجز\w*|معتقل\w*|سجناء|نزلاء|موجود\w*|متبق\w*|عالق\w*|رعايا\w*|قاطن\w*|مقيم\w*|اوضاع|ملف|وضع)(?: [^\s،.]+){0,5} (?:في|ب|داخل)\s?(?:مخيم |سجن |قاعده )?(?:ال)?$"
    r"|\b(?:families|residents|people|nationals|citizens|women|children|iraqis|detainees|prisoners|inmates|men|remaining|held|those|situation|conditions|camps?)\b(?: [^\s,.]+){0,5} (?:in|at|inside) (?:the )?(?:\S+ )?$"
)
_DASH = regex(r"\s*(?:[،,] ?[^\s،,.]+ ?)?(?:\([^()]{2,30}\)\s*)?[-–—:/]")


def talked_of(where: Where) -> bool:
    """What talks are about: where something had been struck, or who is held in a camp."""
    holding = where.place.kind in _HOLDING
    return bool(_STRUCK.search(where.before) or (holding and _LIVING.search(where.before)))


def datelined(where: Where) -> bool:
    """«روما – كشفت مصادر»: where a report was written."""
    first = where.start == where.clause.start and where.clause.order <= 1 and not where.clause.titular
    return first and _DASH.match(where.clause.after(where.end, 48)) is not None


_HOLDING = (PlaceKind.CAMP, PlaceKind.PRISON, PlaceKind.BASE)
_CAMPS = frozenset(("camp_hol", "camp_roj"))


def held_in(where: Where) -> bool:
    """A camp, a prison, a base: more often talked about than sat in."""
    return where.place.kind in _HOLDING or f"camp_{where.place.id.removesuffix('_town')}" in _CAMPS


def taken_to(where: Where) -> bool:
    """Where the hurt or the caught were brought, or somebody is from."""
    return treated(where) or bool(_TAKEN_TO.search(where.before) or _NATIVE.search(where.before))


_STAYED = regex(
    r"(?<!\w)[وفسيت]{0,3}(?:اقام|قيم|مقيم|قيمون|قيموا|اسكن|سكن|اوي|ايوا|وزع|استضاف|نقلو|نقلهم|بات)\w*(?: [^\s،.]+){0,4} (?:في|ب|قرب|الي|داخل)\s?(?:[^\s،.]+ ){0,2}(?:ال)?$"
    r"|\b(?:sleep\w*|slept|stay\w*|liv(?:e|ing)|lodged|housed|put up|accommodated|sheltered|sheltering|settled|tents?|camped|quartered)\b(?: [^\s,.]+){0,5} (?:in|at|near|outside) (?:the )?(?:\S+ )?$"
)


def stayed_at(where: Where) -> bool:
    """«أقاموا في مخيم قرب الرطبة», "where they sleep in a camp outside Rutba": where those let in stay."""
    return _STAYED.search(where.before) is not None


def elsewhere(where: Where) -> bool:
    """What an operation's men had left, what it was about, whose body it was and where the haul was meant to go."""
    return bool(
        _LEFT.search(where.before)
        or (_ABOUT.search(where.before) and not _IN_THE_AIR.search(where.clause.before(where.start, 120)))
        or _BODY_OF.match(where.clause.after(where.end, 24))
        or _bound_for(where)
    )


def _bound_for(where: Where) -> bool:
    """Whether it is where a haul was meant to go; «كانت متجهة إلى العراق في مدينة البوكمال»: not behind its goal."""
    before = where.clause.before(where.start, 90)
    found = _BOUND_FOR.search(before)
    if found is None:
        return False
    since = where.start - len(before) + found.start()
    goal = any(since <= m.start < where.start and m.place and m.place != where.place.id for m in where.clause.mentions)
    return not (goal and _HERE.search(where.before))


_HERE = regex(
    r"(?<!\w)(?:في|عند|قرب|داخل)(?: (?:مدينه|بلده|قريه|ناحيه|محافظه|ريف|باديه|منطقه|معبر|منفذ))? ?(?:ال)?$|\b(?:in|near|at) (?:the )?(?:[\w-]+ of )?$"
)


_COMES_AFTER = regex(
    r"\b(?:comes?|came|coming|follow(?:s|ed)?)\b[^.]{0,40}\b(?:after|following|amid|as|attack\w*|killing|raid)\b"
    r"|(?<!\w)[وف]?(?:[يت]اتي|جاءت?|[يت]جيء) [^.]{0,40}(?<!\w)(?:بعد|عقب|اثر|وسط|في ظل|غداه|في وقت)(?!\w)"
)
"""«وتأتي العملية بعد مقتل … قرب تدمر»: what had happened before it."""
_OFFICE = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:شرطه|عمليات|محافظ|قايممقام|استخبارات|محكمه|مجلس)(?: (?:محافظه|قضاء|مدينه|شرطه|عمليات))* (?:ال)?$"
)
"""«قيادة شرطة الأنبار»: a body that bears the name of a place."""


def aside(happening: Happening, where: Where) -> bool:
    """Whether it is where somebody only speaks of the act, or what the act answers to: «تزامناً مع المعارك في الحسكة»."""
    if TELLER.search(where.before) or _OFFICE.search(where.before):
        return True
    if _COMES_AFTER.search(where.clause.before(where.start, 150)):
        return True
    if happening.type is not EventType.BORDER_MEASURE and not where.is_crossing and _CAME_FROM.search(where.before):
        return True
    if where.before.endswith(_FROM_THERE) and _START_OF_WAY.match(where.clause.after(where.end, 8)):
        return True
    ahead = [d.end for d in happening.drafts if d.clause is where.clause and d.end <= where.start]
    between = where.clause.text.plain[max(ahead) : where.start] if ahead else ""
    return happening.type is not EventType.INCIDENT and bool(_AMID.search(between))


def along(where: Where) -> bool:
    """«من سنجار إلى القائم», "from Sinjar to al-Qaim": where a wall or a sweep begins and ends."""
    if where.before.endswith(_FROM_THERE):
        return _START_OF_WAY.match(where.clause.after(where.end, 8)) is not None
    return where.before.endswith((" الي ", " حتي ", " to ")) and _END_OF_WAY.search(where.before) is not None


def goes_on(where: Where) -> bool:
    """«أنجز 560 كيلومتراً، والعمل متواصل في سنجار», «بينها 83 في ربيعة»: a part of what is built, not where all of it is."""
    return _GOES_ON.search(where.clause.before(where.start, _FAR_BACK)) is not None


_FAR_BACK = 170
_GOES_ON = regex(
    r"(?<!\w)(?:كيلومتر\w*|كم)(?!\w)[^.؛]*(?<!\w)[وبل]?(?:ال)?(?:متواصل|[يت]?تواصل|مستمر|[يت]ستمر|جار|متبقي|باقي|بينها|منها)(?:ه|ت|ا)?(?!\w)[^.؛]*$"
    r"|\b(?:km|kilomet\w+)\b[^.;]*\b(?:under ?way|continu\w+|remain\w*|in progress|ongoing|including|of which)\b[^.;]*$"
)
"""So long is built: then where more is."""
