"""Ambassadors and chargés d'affaires whom nobody registered: the name beside the word. PURE."""

from __future__ import annotations

from ingest.coding.bodies import nation_of, owners
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import COURTESY
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.sources import original
from ingest.coding.words import words

_AR = regex(
    r"(?: السفاره)?(?: (?:فرنسا|بريطانيا|المملكه المتحده|المانيا|ايطاليا|الاتحاد الاوروبي|روسيا|الصين|مصر|هولندا|اسبانيا|اليابان|كندا|استراليا|السويد|النرويج|قطر|الكويت|السعوديه|الامارات|لبنان|الاردن|تركيا))?(?: جمهوريه العراق| العراق| سوريا| سوريه| الجمهوريه العربيه السوريه)?(?: (?:السوريه|العراقيه|السوري|العراقي|الفرنسيه?|البريطانيه?|الالمانيه?|الايطاليه?|المصريه?|الروسيه?|الصينيه?|الجديده?))*(?: (?:في|لدي) (?:بغداد|دمشق|العراق|سوريا|سوريه|الجمهوريه العربيه السوريه|جمهوريه العراق))?[،,]? "
    r"(?:(?:السيده?|الدكتوره?) )?(?P<name>[\u0621-\u064a]{3,} (?:(?:عبد|ابو|ال|بن) )?[\u0621-\u064a]{3,}(?: [\u0621-\u064a]{3,})?)"
)
_NAME_EN = r"[A-Z][\w’'-]+(?: (?:(?:al|el|bin|Al|El)[- ])?[A-Z][\w’-]+){1,3}"
_EN = regex(rf"(?: [a-z]+){{0,3}},? (?P<name>{_NAME_EN})")
_EN_AHEAD = regex(
    rf"(?:nam(?:ed|es|ing)|appoint\w*|ch[oa]ose?n?|nominat\w+|pick\w*|select\w*|tapp?\w*|posted|assigned|design\w+|approv\w+|sent|send\w*) (?:[a-z,]+ ){{0,5}}(?P<name>{_NAME_EN}),? (?:(?:as|to be|to serve as|to become|to the post of|for the post of) )?(?:[\w'’]+ ){{0,5}}$"
)
_NO_NAME = regex(
    r"(?:فوق|العاده|تحيات|المرشح|حسم|الرييس|ومفوض\w*|مفوض\w*|مساله|امر|ايام|مهمه|قريبا|غدا|موخرا|رسميا|اوراق|نسخه|في|من|الي|علي|عن|مع|ان|الذي|التي|خلال|بعد|قبل|لدي|الجديد|السابق|المقبل|السوري|العراقي|اليوم|امس|رييسا|قايلا|مهامه"
    r"|(?!(?:باتريك|بسام|باسم|بشار|بشير|بهاء|بدر|برهان|بلال|بكر|بنيامين|برونو|بيتر|بول|بيير|برنار|بريت|براين|براد|وليد|وسام|وايل|وفاء|وضاح|وجيه|وليم|ويليام|لوي|لطيف|ليث|لويس|لورا|ليلي|ليندا|لوران|لبني|لقمان)$)[لبو]\w+)$"
)
_PLACE_EN = regex(r"\b(?:Syria|Iraq|Baghdad|Damascus|Arab|Republic|Ministry|Embassy|Extraordinary|Iraqi|Syrian)\b")


def envoy(clause: Clause, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the unregistered name beside an ambassador's title at [start, end) stands."""
    arabic = clause.text.plain[start] > "\u0600"
    found = _arabic(clause, start, end) if arabic else _english(clause, start, end)
    if found is None or clause.text.plain[found[0] : found[1]].split()[0] in owners():
        return None
    known = lexicon.find(clause.text.plain[found[0] : found[1]])
    sure = any(set(h.name.actors) - h.name.weak_actors or h.name.places or h.name.offices for h in known)
    return None if sure else found


_AHEAD_AR = regex(
    rf"(?:[،,]|(?<!\w)و?(?:عين|عينت|سمي|سمت|تسميه|تعيين|اختارت?|اختيار|رشحت?|ترشيح|كلفت?|اوفدت?|بات|صار|اصبح)|(?:ال)?(?:دبلوماسي|سيد|مرشح|مسوول|موظف)) (?:{COURTESY} )?(?:(?:ال)?(?:دبلوماسي|سفير|سيد) )?(?P<name>[\u0621-\u064a]{{3,}} (?:(?:عبد|ابو|ال|بن) )?[\u0621-\u064a]{{3,}}(?: [\u0621-\u064a]{{3,}})?) $"
)
_COUNTED = regex(r"\d $|(?:عدد|ضم) $")


def _arabic(clause: Clause, start: int, end: int) -> tuple[int, int] | None:
    """The name behind the title, or before «… سفيراً لها»."""
    ahead = _AHEAD_AR.search(clause.text.plain[max(clause.start, start - 70) : start])
    made = clause.text.plain[start:end].split()[0] in ("سفيرا", "سفيره", "قايما")
    if ahead is not None and made and not any(_NO_NAME.match(part) for part in ahead["name"].split()):
        first = max(clause.start, start - 70)
        return first + ahead.start("name"), first + ahead.end("name")
    if _COUNTED.search(clause.before(start, 8)):
        return None
    match = _AR.match(clause.text.plain, end, clause.end)
    if match is None:
        return None
    kept = match["name"].split()
    while len(kept) > 1 and (_NO_NAME.match(kept[-1]) or words().find(kept[-1])):
        kept.pop()
    if len(kept) < 2 or any(_NO_NAME.match(k) for k in kept) or words().find(" ".join(kept[:1])):
        return None
    first = match.start("name")
    return first, first + len(" ".join(kept))


def _english(clause: Clause, start: int, end: int) -> tuple[int, int] | None:
    behind = _EN.match(original(clause.text, end, min(clause.end, end + 70)))
    if behind is not None and not _PLACE_EN.search(behind["name"]):
        return end + behind.start("name"), end + behind.end("name")
    first = max(clause.start, start - 90)
    ahead = _EN_AHEAD.search(original(clause.text, first, start))
    if ahead is None or _PLACE_EN.search(ahead["name"]):
        return None
    return first + ahead.start("name"), first + ahead.end("name")


_HEADED = regex(
    rf"(?<!\w)(?:برياسه|يراسه|تراسه|يتراسه|تتراسه|يقوده|بقياده|يضم) (?:[^،.]{{0,70}}?|[^،.]{{3,70}}، )(?:{COURTESY} ){{1,2}}(?P<name>[\u0621-\u064a]{{3,}} (?:(?:عبد|ابو|ال|بن) )?[\u0621-\u064a]{{3,}}(?: ال[\u0621-\u064a]{{3,}})?)"
)
_LEADER = regex(
    rf"(?<!\w)[وبل]?(?:ال)?(?:رييس|رييسه|رييس الوزراء|رييس وزراء|رييسه الوزراء|مستشار|مستشاره|وزيره?(?: (?:ال)?\w+)?|مبعوث|امين عام) (?:ال)?(?P<of>\w+)[،,]? (?:{COURTESY} )?(?P<name>[\u0621-\u064a]{{3,}} (?:(?:عبد|ابو|ال|بن|دي|فان) )?[\u0621-\u064a]{{3,}})"
)


def heading(clause: Clause, at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """«وفداً … برئاسة وكيل الوزارة الفريق حسين العوادي»: the unregistered name of him who leads a delegation."""
    found = _HEADED.search(clause.text.plain, at, min(clause.end, at + 150))
    return _new(clause, *found.span("name"), lexicon) if found else None


def foreign_leader(clause: Clause, lexicon: Lexicon) -> tuple[int, int] | None:
    """«بالرئيس الفرنسي إيمانويل ماكرون»: the unregistered holder of another state's office."""
    for found in _LEADER.finditer(clause.text.plain, clause.start, clause.end):
        country = nation_of("ال" + found["of"]) or nation_of(found["of"])
        if country is not None and country not in ("iq", "sy") or found["of"] in _FAR:
            return _new(clause, *found.span("name"), lexicon)
    return None


_FAR = frozenset(
    f"{word}{end}"
    for word in (
        "فرنسي",
        "بريطاني",
        "الماني",
        "ايطالي",
        "مصري",
        "روسي",
        "صيني",
        "قطري",
        "اماراتي",
        "هولندي",
        "اسباني",
        "ياباني",
        "استرالي",
        "كندي",
        "نرويجي",
        "سويدي",
    )
    for end in ("", "ه")
)


def _new(clause: Clause, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The stretch, unless one of its words is none of a name or somebody is registered by it."""
    name = clause.text.plain[start:end]
    if any(_NO_NAME.match(part) for part in name.split()) or words().find(name):
        return None
    if any(m.kind == "person" and start - 4 <= m.start <= end + 8 for m in clause.mentions):
        return None
    known = (set(h.name.actors) - h.name.weak_actors or h.name.places or h.name.offices for h in lexicon.find(name))
    return None if any(known) else (start, end)
