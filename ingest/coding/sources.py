"""Sources whom the registry does not know: «مصدر أمني», "an interior ministry official", a new name behind a title.
PURE."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.coding.lexicon import Hit, Lexicon
from ingest.coding.mentions import COURTESY
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.text import Text
from ingest.coding.words import words

_DAYS = r"(?:(?:ال)?يوم|امس|صباح|مساء|فجر|ليل|ظهر|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|،)"
_NOUNS_AR = r"(?:(?:(?:ثلاثه|اربعه|خمسه|عده) )?(?:ال)?(?:مصدر|مصادر|مصدران|مصدرين|عضو|عضوان|نايب|نايبان|نواب|شهود|شاهد|ناشط|ناشطون|ناشطين|متحدث(?! باسم)|ضابطين|ضابطان|مسوول|مسوولون|مسوولين|مسوولان|ضابط|ضباط|قيادي|قياديه|سياسي|اداري|اداريه|موظف|موظفه|امر|منتسب|سكان|اهالي|مصدران|دبلوماسي|دبلوماسيه|دبلوماسيون)ا?|(?:احد|احدي) (?:المصادر|المسوولين|المصدرين|الضباط)|(?:ال)?اداره (?:ال)?(?:معبر|مخيم|منفذ|سجن))"
_NO_NP = r"(?!ان |بان |الي |في ان|ل(?!ل)|لل(?!حشد|قوات|تحالف)|اليوم|يوم|عن |مساء|صباح|امس|وكاله |طلب|رفض|فضل|مفضل|تحدث|اشترط|قوله|انه|انها|ومراسل|قال |ذكر|الوكاله(?!\w)|المنصه(?!\w)|الموقع(?!\w)|القناه(?!\w)|الشبكه(?!\w)|شفق|رووداو|بينهم|طالبا|مفضلا|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد(?!\w)|خلال|عبر|لم |قد )"
_SOURCE_AR = regex(
    rf"\s*(?:{_DAYS} ?)*(?:عن |علي لسان |من |به |بها |عنه |عنها )?(?P<np>{_NOUNS_AR}(?!\w)(?: {_NO_NP}[^\s،,.:()«]+){{0,7}})"
)
_SOURCE_EN = regex(
    r"(?P<np>(?:\b(?:an?|the|two|three|several|some|one|another|multiple)\s)?(?:[\w.'-]+\s){0,5}?"
    r"(?:sources?|circles|police|witnesses|residents|locals|villagers|activists|medics|lawyers?|foundation|observatory|officials?|officers?|commanders?|diplomats?|advis[eo]rs?|spokes\w+|lawmakers?|mayors?|governors?|monitors?|watchdogs?|judges?|heads?(?! of (?:the|his|her|its) (?:[\w-]+ )?delegation)|directors?|members?|co-chairs?|coordinators?|managers?|headquarters|(?:crossing|camp)(?:'s)? administration|administration of the (?:[\w-]+ ){1,3}(?:crossing|camp))"
    r"(?:\s(?:in|at|from|with|within|of|to|for|close to|familiar with|on)\s[^,;\"“”]{2,70}?)?)(?: t?here)?"
    r"(?:,[^,;\"“”]{3,90},)?,?\s(?:(?:also|later|has|had|have|further|then|separately|earlier|on|late|early|\w+day),?\s)*$"
)
_NOUNS_EN = (
    "source", "offic", "commander", "diplomat", "advis", "spokes", "lawmaker", "mayor", "governor", "monitor", "watchdog", "judge", "head", "director", "member", "co-chair", "coordinator", "manager",
    "administration", "circles", "police", "witness", "resident", "locals", "villager", "activist", "medics", "lawyer", "foundation", "observatory",
)  # fmt: skip
"""One of these stands in whatever `_SOURCE_EN` finds."""
_SOURCE_BEHIND = regex(
    r"\s(?P<np>(?:an? |the |two |three |several |some )?(?:[\w.'-]+ ){0,4}?(?:sources?|officials?|officers?|diplomats?)\b(?: (?:in|at|from|close to) [^,;.\"]{2,40})?|(?:the )?(?:directorate|department|administration|organi[sz]ation|committee) (?:of|for) [^,;.\"]{2,60})"
)
_SPOKESMAN = regex(r"\bspokes\w+")
_ANONYMOUS = regex(r"مصدر|مصادر|source")
"""A source stays unnamed; an official may be named in the next sentence."""

_STOP = regex(
    r"\s(?:ان|بان|انه|انها|في (?:حديث|تصريح\w*|بيان|مقابله|موتمر|اتصال|منشور|تدوينه)|خلال|ل\w{4,}|عن|عبر|اليوم|امس|يوم|لا|مساء|صباح)(?!\w)"
    r"|[:(.;]|\s[-–—]\s"
)
_TITLED = regex(
    rf"\s*(?:{_DAYS} ?)*(?:عن |علي لسان )?(?:ال)?(?:مدير|مديره|قايد|رييس|رييسه|متحدث|ناطق|مسوول|نايب|معاون|عضو|محافظ|قايممقام|قايمقام|مستشار|وكيل|امر|سفير|قنصل|امين|مفوض)\w*(?!\w)"
)
_RANK = regex(rf"^(?:{COURTESY}\s+)+")
_PLAIN_WORD = regex(
    r"(?:في|من|الي|علي|مع|باسم|لشوون|قاطع|قضاء|ناحيه|مدينه|محافظه|مخيم|معبر|منفذ|قوات|حرس|هيئه|وزاره|لجنه|مجلس|دايره|قسم|و\w{5,}|ب\w{5,}|ل\w{4,})$"
)
_TAIL = frozenset(("الدين", "الله", "الرحمن", "الساده", "الساده", "الامير", "الكريم", "القادر", "العلوم", "الوهاب"))
_MOST = 4

_NAME_EN = r"[A-Z][\w’'-]+(?: (?:(?:al|el|bin|ibn|abu|Abu|Al|El)[- ])?[A-Z][\w’-]+){1,3}"
_NAMED_EN = regex(
    rf"(?:^|(?<=[\s\"”]))(?P<name>{_NAME_EN})(?P<aside>, [^,;\"“”]{{3,90}},|,)?\s"
    r"(?:(?:also|later|has|had|have|further|then|separately|earlier|on|late|early|\w+day),?\s)*$",
    re.S,
)
_POST_EN = regex(
    r"\b(?:head|heads|headed|director|spokes\w+|chief|commander|commands|governor|mayor|minister|deputy|adviser|advisor|of the|charge|member|official|officer)\b",
    re.I,
)
_RANKED_EN = regex(
    r"(?:spokes\w+|director|commander|governor|mayor|official|Gen\.?|Col\.?|Brig\.?|General|Colonel|Captain|Head of [^,]{2,50},|[a-z]+'s (?:spokes\w+|director|head),?)\s*$",
    re.I,
)
_NO_NAME_EN = regex(
    r"\b(?:Ministry|Command|Council|Authority|Department|Office|Agency|News|Commission|Service|Forces|Army|Presidency|Government|Camp|State|Media|Cell|\w+day|Directorate|Organi[sz]ation|Observatory|Network|Administration|Monitor|Kurdistan24)\b"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A source at [start, end) of a clause's text: `named` where it is a person's name that nobody registered."""

    start: int
    end: int
    named: bool
    anonymous: bool = False
    speaks_for: bool = False


def source_behind(clause: Clause, at: int) -> Source | None:
    """Behind an Arabic verb of speech, or "according to"."""
    plain = clause.text.plain
    found = _SOURCE_AR.match(plain, at, clause.end) or _SOURCE_BEHIND.match(plain, at, clause.end)
    if found is None:
        return None
    return Source(*found.span("np"), named=False, anonymous=bool(_ANONYMOUS.search(found["np"])))


def source_before(clause: Clause, at: int) -> Source | None:
    """Before an English verb of speech."""
    plain = clause.text.plain
    window = plain[max(clause.start, at - 170) : at]
    if not any(noun in window for noun in _NOUNS_EN):
        return None
    found = _SOURCE_EN.search(plain, max(clause.start, at - 170), at)
    if found is None:
        return None
    anonymous = bool(_ANONYMOUS.search(found["np"]))
    return Source(*found.span("np"), False, anonymous, bool(_SPOKESMAN.search(found["np"])))


def source_titled(clause: Clause, at: int) -> Source | None:
    """«قال مدير المركز لـ…»: somebody by his post alone, who is not named."""
    plain = clause.text.plain
    title = _TITLED.match(plain, at, clause.end)
    stop = _STOP.search(plain, title.end(), min(clause.end, at + 60)) if title else None
    if title is None or stop is None or stop.start() == title.end():
        return None
    start = title.end() - len(title[0].lstrip())
    name = plain[start : stop.start()].split(" ل«")[0].split(' ل"')[0].rstrip('، ,"')
    return Source(start, start + len(name), named=False) if 2 <= len(name.split()) <= _POST else None


_POST = 4
"""Words of a post."""
_HANDED_ON = regex(
    rf"(?<!\w)[وف]?(?:ي|ت)?نقلت? (?:[^\s،.]+ ){{1,5}}?عن (?P<np>{_NOUNS_AR}(?!\w)(?: {_NO_NP}[^\s،,.:()«]+){{0,7}})"
    rf"|^\W*(?:عاجل\W+)?(?P<head>{_NOUNS_AR}(?: [^\s،,.:()«]+){{0,3}}):"
)


_AHEAD = regex(
    rf"(?P<np>{_NOUNS_AR}(?!\w)(?: {_NO_NP}[^\s،,.:()«]+){{0,4}})(?:،[^،.]{{3,60}}،)?(?: طلب\w* عدم [^،.]{{3,40}})? (?:قد )?$"
)


def source_ahead(clause: Clause, at: int) -> Source | None:
    """«لكن مسؤولاً أمنياً عراقياً قال …»: before an Arabic verb of speech."""
    found = _AHEAD.search(clause.text.plain, max(clause.start, at - 110), at)
    if found is None:
        return None
    return Source(*found.span("np"), named=False, anonymous=bool(_ANONYMOUS.search(found["np"])))


def sources_handed_on(clause: Clause) -> Iterator[Source]:
    """«نقل الموقع عن مسؤول …», and «مصدر أمني: …» at the head of a flash."""
    plain = clause.plain
    if "نقل" not in plain and ":" not in plain:
        return
    for found in _HANDED_ON.finditer(plain):
        group = "np" if found["np"] else "head"
        start, end = found.span(group)
        yield Source(clause.start + start, clause.start + end, False, bool(_ANONYMOUS.search(found[group])))


def name_behind(clause: Clause, at: int, lexicon: Lexicon) -> Source | None:
    """«قال مدير المخيم، بيوار محمد، لـ…»: a name nobody registered behind an Arabic verb and a title."""
    plain = clause.text.plain
    title = _TITLED.match(plain, at, clause.end)
    if title is None:
        return None
    stop = _STOP.search(plain, title.end(), min(clause.end, at + 110))
    end = stop.start() if stop else min(clause.end, at + 110)
    stretch = plain[title.end() : end].rstrip('، ,"')
    if stop is None or not stretch.strip():
        return None
    start = _name_start(stretch, original(clause.text, title.end(), title.end() + len(stretch)))
    if start is None:
        return None
    first, last = title.end() + start, title.end() + len(stretch)
    leading = next((h for h in lexicon.find(plain[first:last]) if h.start == 0 and h.name.places), None)
    if leading is not None and not leading.name.actors:
        first += leading.end + 1
    name = plain[first:last]
    if len(name.split()) < 2:
        return None
    if words().find(name) or any(_is_known(h, lexicon) for h in lexicon.find(name)):
        return None
    return Source(first, last, named=True)


_GUEST = regex(
    r"(?:^|(?<=[\s،]))و?(?:ال)?(?:مدير|مديره|قايد|رييس|رييسه|مسوول|نايب|معاون|مساعد|عضو|محافظ|قايممقام|قايمقام|مستشار|وكيل|امر|سفير|قنصل|امين|مفوض|مبعوث|وزير|قايم بالاعمال|القايم بالاعمال)(?!\w)"
)
_GUEST_ENDS = regex(r"[،,.:;()]|\sو(?=\w{4,})|\s(?:في|خلال|حيث|الي|من)(?!\w)|$")


def guests(clause: Clause, at: int, lexicon: Lexicon) -> Iterator[Source]:
    """«بحضور … ومعاون رئيس الهيئة خالد البراد»: names nobody registered behind Arabic titles from here on."""
    plain = clause.text.plain
    for title in _GUEST.finditer(plain, at, clause.end):
        for ends in _GUEST_ENDS.finditer(plain, title.end(), min(clause.end, title.end() + _GUEST_REACH)):
            stretch = plain[title.end() : ends.start()]
            if _GUEST.search(stretch):
                break
            start = _name_start(stretch, original(clause.text, title.end(), ends.start())) if stretch.strip() else None
            if start is None:
                continue
            first, name = title.end() + start, stretch[start:]
            known = any(_is_known(h, lexicon) for h in lexicon.find(name))
            body = _BODY_NOUN.match(name) is not None
            if len(name.split()) > 1 and not words().find(name) and not known and not body:
                yield Source(first, first + len(name), named=True)
            break


_GUEST_REACH = 90
_BODY_NOUN = regex(
    r"(?:هييه|ديوان|مكتب|لجنه|فرع|قسم|دايره|شعبه|مجلس|اداره|مديريه|جهاز|وحده|غرفه|مركز|خليه|شركه|جامعه|محكمه|نقابه|بلديه|ناحيه|قضاء|منطقه|طرفي|كلا|جانبي|شرف|تحيات|يوم|فوق)(?!\w)"
)
"""«رئيس هيئة العمليات»: no name."""


def _is_known(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether it is a nation's, an office's, a place's, or surely somebody's name; a surname alone is many people's."""
    strong = set(hit.name.actors) - hit.name.weak_actors or hit.name.places
    nation = any(lexicon.actors[a].kind == "country" for a in hit.name.actors)
    return nation or bool(hit.name.offices) or (hit.end - hit.start > 4 and bool(strong))


def _name_start(stretch: str, letters: str) -> int | None:
    """Where the name at the end of a title begins. `letters`: the stretch as written, where «علي» is no «على»."""
    cut = max(stretch.rfind("،"), stretch.rfind(","))
    tail = stretch[cut + 1 :]
    start = cut + 1 + len(tail) - len(tail.lstrip())
    rank = _RANK.match(stretch[start:])
    start += rank.end() if rank else 0
    tokens = [(m.start() + start, m.group()) for m in re.finditer(r"\S+", stretch[start:])]
    kept: list[int] = []
    for n, (at, token) in reversed(list(enumerate(tokens))):
        ali = token == "علي" and letters[at : at + 3] == "علي" and bool(kept)
        if (_PLAIN_WORD.match(token) and not ali) or token[0].isdigit() or len(kept) >= _MOST:
            break  # «بينهم 320», «قوة إضافية قوامها 300 مقاتل» name nobody
        article = token.startswith("ال") and token not in _TAIL
        if article and kept and tokens[n - 1][1] not in ("عبد", "ابو", "ال"):
            break
        kept.append(at)
    whole = (cut >= 0 or rank is not None) and len(kept) == len(tokens)
    while len(kept) > 2 and not whole and tokens[len(tokens) - len(kept)][1] in _OFFICES:
        kept.pop()
    return kept[-1] if len(kept) >= 2 else None


_OFFICES = frozenset(("المخيم", "المركز", "المعبر", "المنفذ", "الهيئه", "الوزاره"))


def original(text: Text, start: int, end: int) -> str:
    """The original letters of a folded stretch, one for each folded one."""
    if start >= end:
        return ""
    first, last = text.folded.span(start, end)
    if last - first == end - start:
        return text.original[first:last]
    return "".join(text.original[text.folded.span(n, n + 1)[0]] for n in range(start, end))


_INVERTED_EN = regex(rf"\s(?P<name>{_NAME_EN}), (?P<aside>[^.;\"“”]{{3,90}})")


def name_inverted(clause: Clause, at: int, lexicon: Lexicon) -> Source | None:
    """ "said Farouq Tozo, co-chair of the house": a name nobody registered behind an English verb."""
    text, stop = clause.text, min(clause.end, at + 150)
    window = original(text, at, stop)
    found = _INVERTED_EN.match(window)
    if found is None or not _POST_EN.search(found["aside"]) or _NO_NAME_EN.search(found["name"]):
        return None
    return _unregistered(clause, at + found.start("name"), at + found.end("name"), lexicon)


def _unregistered(clause: Clause, begin: int, end: int, lexicon: Lexicon) -> Source | None:
    hits = lexicon.find(clause.text.plain[begin:end])
    known = any(h.name.actors or h.name.places or h.name.offices for h in hits)
    return None if known else Source(begin, end, named=True)


def name_before(clause: Clause, at: int, lexicon: Lexicon) -> Source | None:
    """ "Bayar Mohammed, who heads the office, told": a name nobody registered before an English verb."""
    start = max(clause.start, at - 170)
    text = clause.text
    window = original(text, start, at)
    found = _NAMED_EN.search(window)
    if found is None or _NO_NAME_EN.search(found["name"]):
        return None
    posted = bool(found["aside"] and _POST_EN.search(found["aside"]))
    if not posted and not _RANKED_EN.search(window[: found.start("name")]):
        return None
    begin, end = start + found.start("name"), start + found.end("name")
    return _unregistered(clause, begin, end, lexicon)


_STATE_OUTLET = regex(
    r"(?P<n>\bstate(?:-run|-owned)? (?:television|tv|media|radio|news agency|news))(?:,?\s(?:also|later|has|had|on|late|early|\w+day))*,?\s*$"
)


def state_outlet(clause: Clause, at: int) -> tuple[int, int] | None:
    """ "State television reported": the government's own outlet before an English verb of speech."""
    found = _STATE_OUTLET.search(clause.text.plain, max(clause.start, at - 60), at)
    return found.span("n") if found else None
