"""Crossings, missions and offices: whether a word of opening, closing or naming is about one. PURE."""

from __future__ import annotations

from ingest.coding.borders import GATE_TOWNS, OUR_CROSSINGS, border_of, gate_town
from ingest.coding.nearness import REACH, near
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.unnamed import presents
from ingest.coding.words import Word


def lets_pass(clause: Clause, word: Word) -> bool:
    """«أصدرت هيئة المنافذ قراراً بالسماح للسوريين بالعودة عبر منفذ القائم»: who runs the gates opens one to some."""
    if clause.text.plain[word.stem] < "\u0600":
        return _let_through(clause, word)
    if not clause.text.plain.startswith(("سمح", "سماح", "السماح", "يسمح", "تسمح"), word.stem):
        return False
    runs = any((m.actor or "").endswith("_ports") for m in clause.mentions) or _ORDERED.search(clause.plain)
    return bool(runs) and any(m.place in OUR_CROSSINGS and m.start >= word.end for m in clause.mentions)


def _let_through(clause: Clause, word: Word) -> bool:
    """ "passengers would be allowed through as of May 4": a gate opens to them."""
    through = _THROUGH.match(clause.text.plain, word.start, word.end) is not None
    return through and _TRAVELLERS.search(clause.before(word.start, 90)) is not None


_THROUGH = regex(r"(?:let|allowed|waved|admitted|permitted) (?:through|across|to (?:cross|pass))")
_TRAVELLERS = regex(
    r"\b(?:passengers?|travell?ers?|trucks?|lorries|vehicles|cars|traffic|pedestrians|visitors|goods|cargo|holders of|patients|the sick|students|traders|drivers)\b[^.;]*$"
)
_ORDERED = regex(
    r"(?<!\w)(?:تقرر|قررت?|قرارا?|تعميما?|تعليمات|كتابا رسميا|توجيها?|هييه المنافذ|اداره (?:ال)?معبر|اداره (?:ال)?منفذ)(?!\w)"
)


def opens_or_closes(clause: Clause, word: Word) -> bool:
    named = [m for m in clause.mentions if m.place and m.place.startswith("x_")]
    if _LOADS.match(clause.after(word.end, 40)) and clause.text.plain.startswith(("resum", "restart"), word.start):
        return False
    if any(m.place in GATE_TOWNS and _VIA.search(clause.before(m.start, 20)) for m in clause.mentions):
        return True
    if _FLOW.search(clause.before(word.start, 90)) and any(m.place in OUR_CROSSINGS for m in clause.mentions):
        return True
    if _TO_PEOPLE.match(clause.after(word.end, 80)):
        return False
    declared = any("say" in w.classes and w.end <= word.start for w in clause.words)
    if _it_was(clause, word):
        return True
    reach = REACH if declared and clause.text.plain[word.start : word.end] in ("open", "closed", "shut") else 45
    if _SMUGGLERS.match(clause.after(word.end, 60)):
        return False
    close = any(max(m.start - word.end, word.start - m.end) <= 60 or _passive(clause, m.end, word) for m in named)
    if _BORDER_SHUT.match(clause.after(word.end, 48)) and border_of(clause) is not None:
        return True
    close = close or gate_town(clause, word) or it_is_to(clause, word.start)
    return (close or near(clause, word, "crossing", reach=reach) is not None) and not near(
        clause, word, "embassy", reach=30
    )


def _passive(clause: Clause, gate: int, word: Word) -> bool:
    """ "The Rabia crossing between the two provinces was officially opened": the gate is the subject, however far."""
    return (
        0 <= word.start - gate <= _SUBJECT_REACH
        and _IS_SUBJECT.fullmatch(clause.text.plain, gate, word.start) is not None
    )


_SUBJECT_REACH = 140
_IS_SUBJECT = regex(r"[^,;:.]* (?:was|were|is|are|been|be|being)(?: \w+ly)? $")


def it_is_to(clause: Clause, act: int) -> bool:
    """ "It is to reopen on Thursday": the gate that the text named."""
    plain = clause.text.plain
    return plain[act] < "\u0600" and _IT.fullmatch(plain, clause.start, act) is not None


_IT = regex(
    r"\W*(?:\w+ ){0,3}?it (?:(?:is|was|will|would|has|had|should|may|could|can|been|be|to|due|set|expected|scheduled|later|only|now|briefly|fully|partially|then|again|again) ?)+"
)


def barred(clause: Clause, word: Word) -> bool:
    """ "have not been let through", "no traveller is allowed to pass": shut, by a word of opening."""
    told = clause.text.plain[word.start : word.end]
    return _PASSAGE.search(told) is not None and _NOT_LET.search(clause.before(word.start, 80)) is not None


def _it_was(clause: Clause, word: Word) -> bool:
    """«المعبر …، وقد أعيد افتتاحه في 14 حزيران»: the gate that the sentence names, by a pronoun, on a day of its own."""
    dated = any(d.own and 0 <= d.start - word.end <= _DAY_BEHIND for d in clause.days)
    named = near(clause, word, "crossing", reach=_SAME_SENTENCE)
    return dated and named is not None and _IT_BEHIND.search(clause.text.plain, word.stem, word.end) is not None


_DAY_BEHIND = 36
_IT_BEHIND = regex(r"(?:فتح|افتتاح|فتتح|افتتح|اغلاق|اغلق|غلق|تشغيل)(?:ت)?ه$")
_SAME_SENTENCE = 110
_TO_PEOPLE = regex(
    r" (?:up )?(?:its |the |their )?(?:\w+ )?(?:borders?|frontier|gates?|doors?)(?: \w+)? to (?:[\w'-]+ ){0,4}?(?:troops|soldiers|families|refugees|civilians|people|displaced|residents|hundreds|thousands|fleeing)\b"
)
"""«opened its border to Syrian troops fleeing»: refuge, and no gate."""
_PASSAGE = regex(r"let|allow|permit|wav|pass|cross")
_NOT_LET = regex(
    r"\b(?:not|no longer|never)(?: \w+)?(?: been| being)? $|\bno (?:\w+ ){1,6}(?:is|are|was|were|has|have|had)(?: been)?(?: able)? $"
)
_LOADS = regex(
    r" (?:the )?(?:\w+ )?(?:trucking|exporting|exports?|importing|imports?|pumping|shipping|shipments?|flights?|oil|fuel|crude)\b"
)
"""«resumed trucking fuel oil»: trade, and no gate."""
_FLOW = regex(
    r"(?<!\w)[وب]?(?:ال)?حركه (?:ال)?(?:مسافر|عبور|مرور|شاحن|تنقل|نقل|دخول|قوافل|تجار|سير|ركاب|افراد|سفر)[^.؛]*$"
)
"""«إن حركة المسافرين بين الإقليم وشمال شرق سوريا ستتوقف»: the gate was named before."""
_VIA = regex(r"\b(?:via|through|by way of) (?:the )?(?:al[- ])?$")
_SMUGGLERS = regex(r" (?:[^\s،.]+ ){0,3}?(?:ال)?(?:معبر|معابر|منفذ|منافذ|ممر|ممرات)\S* (?:ال)?(?:تهريب|غير |سريه?)")
"""«أغلقت معابر تهريب»: no crossing of travellers."""


def shuts_smugglers(clause: Clause, word: Word) -> bool:
    """Paths of smugglers that a force closes."""
    return _SMUGGLERS.match(clause.after(word.end, 60)) is not None and border_of(clause) is not None


_BORDER_SHUT = regex(
    r"\s+(?:its |the |their |جميع |كامل )?(?:(?:land|shared|syrian|iraqi|western|eastern|whole|entire) ){0,2}?(?:borders?|frontier|(?:ال)?حدود(?:ه|ها|نا)?)(?!\w)"
    r"|\s+(?:[^\s،.]+ ){1,4}حدود(?:ه|ها)(?!\w)"
)


def at_an_embassy(clause: Clause, word: Word) -> bool:
    found = near(clause, word, "embassy", reach=75)
    crossing = near(clause, word, "crossing", reach=45)
    if found is None:
        return False
    return crossing is None or abs(found.start - word.start) < abs(crossing.start - word.start)


def sends_back_mission(clause: Clause, word: Word) -> bool:
    """«أعاد العراق طاقم سفارته إلى دمشق», «عودة السفارة»."""
    if "embassy" not in clause.classes or _BACK.match(clause.text.plain, word.stem, word.end) is None:
        return False
    found = near(clause, word, "embassy", reach=40)
    return found is not None and found.start > word.end and not clause.has("citizens", "pop_camp_families")


def names_envoy(clause: Clause, word: Word) -> bool:
    """An ambassador named, accredited or at his post; of a third state he is nobody's."""
    if _THIRD.match(clause.after(word.end, 40)) or presents(clause):
        return False
    return near(clause, word, "appoint", "credentials", "posting", reach=90) is not None


_THIRD = regex(
    r" (?:\S+ )?(?:ال)?(?:ايراني|تركي|امريكي|اميركي|روسي|سعودي|اماراتي|قطري|مصري|اردني|كويتي|صيني|فرنسي|بريطاني|الماني|ايطالي|لبناني|ياباني|هندي|كندي)"
)
_BACK = regex(r"[يتس]*(?:اعاد|اعيد|عاد|عوده|عودت|عيد)")


def approves_pact(clause: Clause, word: Word) -> bool:
    """«وافق مجلس الوزراء، اليوم، على اتفاقية …»."""
    pact = near(clause, word, "pact", reach=60)
    if pact is None or pact.start < word.end:
        return False
    return clause.text.plain[word.stem] > "\u0600" or bool(_CHAMBER.search(clause.before(word.start, 60)))


_CHAMBER = regex(
    r"\b(?:cabinet|parliament|lawmakers in (?:iraq|syria|baghdad|damascus)|council of (?:ministers|representatives)|council for national security|national security council|judicial council|house|lawmakers|legislature|people's assembly)(?: on \w+day)? (?:(?:has|had|also|unanimously) )*$"
)
"""Who may approve a pact, so that it stands."""


def installs(clause: Clause, word: Word) -> bool:
    """ "Iraq's parliament approved Ali al-Zaidi as prime minister"."""
    named = any(m.kind == "person" for m in clause.mentions)
    return named and bool(_CHAMBER.search(clause.before(word.start, 60)) and _CABINET.match(clause.after(word.end, 90)))


_CABINET = regex(
    r"[^.;]{0,60}?\b(?:as (?:the )?(?:\w+ )?(?:prime minister|premier|president)|as (?:the |its )?(?:new )?(?:\w+ ){0,2}(?:minister|governor|director|chief|head|speaker|commander)|new (?:prime minister|premier|cabinet|government)|(?:cabinet|government) (?:of|led by|headed by|under))\b"
)


def heads_now(clause: Clause, word: Word) -> bool:
    """ "Hamid al-Shatri took over Iraq's intelligence service": a man right before, a body of a state right behind. English."""
    plain = clause.text.plain
    if plain[word.stem] > "\u0600" or not _TAKES_OVER.match(plain, word.start, word.end):
        return False
    man = next((m for m in clause.mentions if m.kind == "person" and 0 <= word.start - m.end <= 6), None)
    body = next((m for m in clause.mentions if m.kind in _HEADED and 0 <= m.head - word.end <= 14), None)
    return man is not None and body is not None


_TAKES_OVER = regex(r"(?:took|takes|taken|taking|take) over\b")
_HEADED = ("government_body", "military_unit", "international_org")


def takes_office(clause: Clause, word: Word) -> bool:
    told = clause.text.plain[word.stem : word.end]
    if told.endswith("انتخابات") or _SINCE.search(clause.before(word.start, 20)):
        return False
    if (
        _FORMER.match(told)
        and not _WAS.search(clause.before(word.start, 16))
        and _RULER.match(clause.after(word.end, 24))
    ):
        return False
    if told.startswith("install") and not _AS.match(clause.after(word.end, 70)):
        return False
    aside = told[-2:] == "ed" and clause.before(word.start, 2) == ", " and word.start - clause.start > _IN_PASSING
    if aside and not any(m.kind == "person" and m.start > word.end for m in clause.mentions):
        return False
    if told in _LIGHT and not _MADE.search(clause.after(word.end, 110)):
        return False
    return bool(any(m.kind == "person" for m in clause.mentions)) and near(clause, word, "ambassador", reach=50) is None


_AS = regex(r"[^.;,]{0,60}? (?:as|at the (?:head|helm)|in (?:office|the post))\b")
"""«installed … as governor», and no scanner."""
_FORMER = regex(r"oust|depos|toppl|unseat")
_RULER = regex(
    r" (?:former |longtime |syrian )?(?:president|leader|ruler|dictator|strongman|regime|government|bashar|assad)"
)
_WAS = regex(r"\b(?:was|were|been|has|have|had|who|that) (?:been )?$")
"""«under ousted president Bashar al-Assad»: how he is called."""
_IN_PASSING = 24
"""«Hussein al-Salama, appointed earlier this month to lead …»: who somebody is, told on the way."""
_LIGHT = frozenset(("عين", "صار", "اصبح", "اسند", "اسندت", "سمي"))
_SINCE = regex(r"(?<!\w)(?:منذ|قبل|قبيل|لدي|عند|بعيد|امن|قانون|ملف) $")
"""«منذ توليه حقيبة الداخلية»: how long ago."""
_MADE = regex(r"(?<!\w)(?:ريي?سا|وزيرا|مديرا|قايدا|معاونا|محافظا|سفيرا|مبعوثا|ناطقا|متحدثا|نايبا|مستشارا|امينا)(?!\w)")
"""«عُيّن … رئيساً»: the word alone is also an eye and a spring."""
