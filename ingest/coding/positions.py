"""Positions at the line: bases and posts that change hands, forces and barriers that are set up. PURE."""

from __future__ import annotations

from ingest.coding.borders import OUR_CROSSINGS, across, border_of, border_zone
from ingest.coding.movers import is_camp
from ingest.coding.nearness import AMERICANS, GROUPS, near
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_UNDER_FIRE = regex(
    r"(?: [\w-]+){0,2} (?:attack|fire|shelling|bombardment|pressure|scrutiny|criticism|assault|siege)\b"
)
_GOING = (*GROUPS[:3], "pop_refugees")
"""Who leaves a place without giving it up."""
_POSTS = regex(r"نقاط|مخفر|مخافر|مواقع|posts\b|outposts|positions")
_GARRISONS = frozenset(("tanf_loc", "shaddadi", "rmelan", "malikiyah", "hasakah_city", "sy_hasakah"))
_OIL = regex(r"نفط|\boil\b")


def sends_troops(clause: Clause, word: Word) -> bool:
    """Whether it is formations that a verb sends: whoever else the clause names, prisoners who fled among them, is why."""
    return word.classes.isdisjoint(("return", "hand_over")) and _TROOPS.match(clause.after(word.end, 60)) is not None


_TROOPS = regex(
    r" (?:(?!of |to |from |with |by |and )[\w-]+ ){0,3}?(?:brigades?|battalions?|regiments?|reinforcements|(?:more|extra|additional|fresh|further|new) (?:troops|forces|units|soldiers|guards)|army units|armou?r|tanks)\b"
    r"| (?:[^\s،.]+ ){0,4}?(?:(?:ب?تعزيزات|ب?قوات اضافيه|ب?(?:لواءين|فوجين|كتيبتين|سريتين)|ب(?:لواء|فوج|كتيبه|سريه|رتل|وحدات|قطعات)"
    r"|(?:ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|عده|\d+) (?:الويه|افواج|كتايب|سرايا|ارتال)))(?!\w)"
)
"""«دفع الحشد بلواءين إلى الحدود», "sent two brigades to the frontier"."""


def iraqs_own(clause: Clause, soldiers: Word) -> bool:
    """«2400 جندي من الجيش العراقي»: none of the former Syrian army."""
    return _IRAQS_OWN.match(clause.after(soldiers.end, 60)) is not None


_IRAQS_OWN = regex(
    r" (?:عراقي(?:ا|ين|ون)?|من (?:(?:افراد|عناصر|منتسبي|قوات|قطعات|الويه) )?(?:ال)?(?:جيش|قوات|حشد|شرطه|فرقه|حرس)(?: ال\S+)? (?:ال)?(?:عراقي\w*|شعبي|عشايري))(?!\w)"
)


def handover(clause: Clause, word: Word) -> bool:
    """A base taken over or handed over; an oil field is another matter, prisoners received at an airport as well."""
    if _THEM.match(clause.after(word.end, 12)):
        return False
    if _UNDER_FIRE.match(clause.after(word.end, 40)) and clause.text.plain[word.start : word.end].endswith("under"):
        return False
    if near(clause, word, "pop_isis_detainees", reach=90) is not None and near(clause, word, "base", reach=12) is None:
        return False
    if _OIL.search(clause.plain) and not any(m.actor in AMERICANS for m in clause.mentions):
        return False
    if near(clause, word, "base", reach=70) is not None:
        return near(clause, word, *_GOING, reach=50) is None
    crossed = any(m.place in OUR_CROSSINGS and 0 <= m.start - word.end <= 60 for m in clause.mentions)
    if crossed and near(clause, word, "unit", reach=40) is not None and not clause.has(*GROUPS):
        return True
    behind = (m for m in clause.mentions if 0 <= m.start - word.end <= _AT_ONCE)
    gate = any(m.place in OUR_CROSSINGS or _ITS_GATE.match(clause.after(m.end, 16)) for m in behind)
    if gate and _TAKES.match(clause.text.plain, word.stem) and not clause.has(*GROUPS):
        return True
    if border_of(clause) is not None and _POSTS.search(clause.after(word.end, 60)):
        return True
    if any((m.place or "").startswith("base_") and not _CRIME.match(clause.after(m.end, 14)) for m in clause.mentions):
        return True
    towns = any(m.place in _GARRISONS and -10 <= m.start - word.end <= 30 for m in clause.mentions)
    return towns and any(m.actor in AMERICANS for m in clause.mentions)


_TAKES = regex(r"(?:took|takes|taken|take|taking) (?:over|control|charge)|assum\w+ control|[يت]?تسلم|استلم|استلام")
_CRIME = regex(r" (?:massacre|case|file|killings?)\b")
"""«the Camp Speicher massacre»: what somebody is accused of."""
_AT_ONCE = 22
"""«took over the Yarubiyah gate», «تسلمت الحكومة السورية معبر»: characters between the verb and the crossing."""
_ITS_GATE = regex(r" (?:border )?(?:gate|crossing|post|port)\b")
_THEM = regex(r" (?:them|him|her|the men|the women)\b")
""" "Border guards received them at the crossing": people, and no post."""
_FITTED = regex(r"(?<!\w)(?:ال)?(?:محصن|مومن|مزود|معزز|مراقب|محمي|مدعوم)\S* (?:\S+ )?$")
"""«الحدود محصنة بالجدار»: how things stand."""


_PEOPLE_GIVEN = regex(
    r" (?:[^.؛]{0,60} )?(?:\d+|مي\w+|عشر\w*|اربع\w*|ثلاث\w*|خمس\w*|سبع\w*) (?:طفل|اطفال|امراه|نساء|ايزيدي|ايزيديين|شخص|اشخاص|فتا|فتيات|يتيم|ايتام|مواطن)"
)
"""«سلّمت الإدارة 12 طفلاً كانوا في المخيم»: people, no camp."""
_OFFERS = regex(r"\s+(?:\S+ ){0,4}?(?:دعوه|رساله|الشكر|شكره|انتقاد|اتهام|سوال|كلمه|التهم|نداء|ضربه)")
"""«وجّه دعوة»: what is extended, not ordered."""
_WHERE = regex(r" (?:along|at|on|in|near|across|by|around)\b")
_STATIONED = regex(r"(?:units|forces|troops|guards|soldiers|brigades|division|personnel|positions|posts) $")


def measures(clause: Clause, word: Word) -> bool:
    if of_its_envoy(clause, word):
        return False
    if (
        clause.text.plain[word.start : word.end] in ("deployed", "stationed", "positioned")
        and _STATIONED.search(clause.before(word.start, 14))
        and _WHERE.match(clause.after(word.end, 8))
    ):
        return False
    if clause.text.plain[word.stem : word.end] in ("دفعتين", "دفعتان") or _OF_THEM.match(
        clause.text.plain, word.stem, word.end
    ):
        return False
    if "withdraw" in word.classes and near(clause, word, *_GOING, reach=50) is not None:
        return False
    if _NO_ORDER.search(clause.before(word.end, 110)):
        return False
    if "order" in word.classes and _OFFERS.match(clause.after(word.end, 50)):
        return False
    if (
        "measure" in word.classes
        and clause.text.plain[word.start : word.stem] in ("ب", "بال", "وب")
        and "كاميرا" in clause.text.plain[word.start : word.end]
    ):
        return near(clause, word, "order", reach=30) is not None
    if _FITTED.search(clause.before(word.start, 30)) or _PEOPLE_GIVEN.match(clause.after(word.end, 90)):
        return False
    if word.classes.isdisjoint(("measure", "takeover", "send")) and not near(clause, word, "measure", reach=60):
        return False
    if (clause.bordering or any(m.place in border_zone() for m in clause.mentions)) and "takeover" not in word.classes:
        return True
    spread = "measure" in word.classes and border_of(clause) is not None
    if "takeover" in word.classes and "send" not in word.classes and not spread:
        reach = (-130, 14) if clause.text.plain[word.stem] < "\u0600" else (-60, 90)
        held = [m for m in clause.mentions if (m.place or "").startswith(("camp_", "prison_"))]
        if _BARE.match(clause.after(word.end, 60)) and any((m.actor or "")[:3] in _FORCES for m in clause.mentions):
            return True
        camp = any(reach[0] <= m.start - word.end <= reach[1] for m in held)
        people = any(w.classes.intersection(GROUPS[:3]) and not is_camp(clause, w) for w in clause.words)
        taken = _TAKEN.match(clause.text.plain, word.start) or not people
        return handover(clause, word) or (camp and bool(taken))
    if _WALL.search(clause.text.plain, word.start, word.end) and across(clause) and not clause.has("border"):
        return True
    return border_of(clause) is not None or any(m.place in OUR_CROSSINGS for m in clause.mentions)


def works_at_post(clause: Clause, word: Word) -> bool:
    """ "Crews have begun rebuilding the Rabia border post": works at a crossing of the two; no gate that opens."""
    if any(w.classes & _GATE and w.start < word.start for w in clause.words) or _FIXED.search(
        clause.before(word.start, 30)
    ):
        return False
    if not any(m.place in OUR_CROSSINGS for m in clause.mentions) and border_of(clause) is None:
        return False
    return near(clause, word, "crossing", reach=120) is not None


def opens_post(clause: Clause, word: Word) -> bool:
    """«افتُتح مخفر حدودي في عكاشات», "opened an observation post": a post of the guards, no crossing."""
    if _POST_BUILT.match(clause.after(word.end, 60)) is None:
        return False
    return border_of(clause) is not None or clause.bordering or any(m.place in border_zone() for m in clause.mentions)


_POST_BUILT = regex(
    r" (?:(?!معبر|منفذ|سفاره|قنصلي)[^\s،.]+ ){0,3}?(?:ال)?(?:مخفر\w*|مخافر|ثكنه|مرصد|برج|ابراج|نقطه (?:ال)?(?:مراقبه|حراسه|حدوديه|عسكريه|تفتيش)|نقاط (?:ال)?(?:مراقبه|حراسه|حدوديه|عسكريه)|مقر (?:جديد )?ل\w+)(?!\w)"
    r"| (?:(?!crossing|embassy|gate)[\w-]+ ){0,4}?(?:observation posts?|outposts?|watchtowers?|barracks|guard posts?|patrol bases?|surveillance (?:cent(?:re|er)|post)|control room)\b"
)


def of_its_envoy(clause: Clause, word: Word) -> bool:
    """«withdrew its ambassador from Baghdad», "pulled out its diplomats": no forces."""
    return _ENVOY.match(clause.after(word.end, 50)) is not None


_ENVOY = regex(r"(?: out)? (?:its|the|his|their) (?:[\w-]+ ){0,2}(?:ambassador|envoy|charg|diplomats|mission\b)")
_NO_ORDER = regex(r"\bno (?:new )?(?:orders?|decisions?|instructions?|plans?|intention|need)\b[^.;,]*$")
"""«no order had been given to raise the level of alert»."""
_GATE = frozenset(("open", "close"))
_FIXED = regex(r"\b(?:to|of|after|before|until|once|needs?|require[sd]?|for|pending|without) (?:\w+ )?$")
_OF_THEM = regex(r"[يت]*(?:سلم|تسلم|استلم)\w*(?:هم|هن)")
_BARE = regex(r" (?:[^\s،.]+ ){0,5}?علي ال(?:مخيم|سجن|معبر|منفذ)(?!\w)")
"""«سيطر الجيش السوري على المخيم»: the one that the text named before."""
_FORCES = ("sy_", "iq_", "sdf")
_TAKEN = regex(r"passed (?:in)?to|came under|changed? hands|t(?:ook|aken) over|took control|assumed control")
_WALL = regex(r"wall|barrier|fence|trench|berm|جدار|خندق|خنادق|ساتر|سواتر")
