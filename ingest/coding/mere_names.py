"""What reads like a name and is none: the middle of a longer name, operations that two carried out; and whose units a
name without a state is of. PURE."""

from __future__ import annotations

from events.codebook import Side
from ingest.coding.lexicon import Hit, Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Text

_REACH, _FIRST_NAMES = 130, 4
"""Characters before a name that are looked at; words of them that may be first names."""
_JOINT_OPERATIONS = "العمليات المشتركه"
_SOME_OF = regex(
    r"(?<!\w)[وفب]?(?:من|سلسله|عدد|اطار|ضمن|سياق|تنفيذ|هذه|تلك|جميع|كل|باقي|ابرز|اخر|احدي|عشرات|مواصله|تكثيف|استمرار|نجاح) $"
)
_OF_TWO = regex(
    r" (?:بين|ضد|التي|الاخيره|السابقه|الناجحه|المقبله|المنفذه|الميدانيه|الامنيه|مع (?!قياده))(?!\w)| العراقيه (?:ال)?سوريه"
)


def no_name(text: Text, hit: Hit, following: Hit | None, lexicon: Lexicon) -> bool:
    """Whether a hit only reads like a name where it stands."""
    return _middle(text, hit, following, lexicon) or _operations(text, hit) or _left_by(text, hit) or _first(text, hit)


def _first(text: Text, hit: Hit) -> bool:
    """ "Deputy minister Hussein al-Awadi": a surname of one man that is another's first name."""
    weak = bool(hit.name.actors) and set(hit.name.actors) == hit.name.weak_actors
    if not weak or " " in text.plain[hit.start : hit.end] or text.plain[hit.start] > "\u0600":
        return False
    _, end = text.folded.span(hit.start, hit.end)
    return _SURNAME.match(text.original, end) is not None


_SURNAME = regex(r" al-[A-Z]")


def _middle(text: Text, hit: Hit, following: Hit | None, lexicon: Lexicon) -> bool:
    """«عبد الله كريم الجبوري»: a surname of one man, right before that of another, is a name of the other's."""
    weak = bool(hit.name.actors) and set(hit.name.actors) == hit.name.weak_actors
    if not weak or following is None or " " in text.plain[hit.start : hit.end]:
        return False
    before = text.plain[max(0, hit.start - _REACH) : hit.start].split()[-_FIRST_NAMES:]
    others = set(following.name.actors).difference(hit.name.actors)
    named = any(lexicon.first_names.get(a, frozenset()).intersection(before) for a in others)
    apart = len(others) == len(following.name.actors)
    return named and apart and text.plain[hit.end : following.start] == " "


def _operations(text: Text, hit: Hit) -> bool:
    """«سلسلة من العمليات المشتركة بين البلدين»: no command."""
    if text.plain[hit.start : hit.end] != _JOINT_OPERATIONS:
        return False
    before = text.plain[max(0, hit.start - 14) : hit.start]
    return bool(_SOME_OF.search(before) or _OF_TWO.match(text.plain, hit.end))


_LEFT_BY = regex(
    r"(?<!\w)مخلفات (?:حرب |معارك )?(?:تنظيم |عصابات |كيان )?$|\b(?:left behind|left over|leftover|abandoned) (?:by|from) (?:the )?$"
)


def _left_by(text: Text, hit: Hit) -> bool:
    """«لغم من مخلفات داعش»: whose mine it once was does nothing now."""
    return bool(_LEFT_BY.search(text.plain, max(0, hit.start - _NEAR), hit.start))


_GONE_AR = regex(r"(?: العربي)?(?: السوري)? (?:السابق|المنحل|البايد|المخلوع)(?!\w)")
_GONE_EN = regex(r"\b(?:former|ex|old|defunct|dissolved|disbanded|assad-era)[ -]$")


def disbanded(text: Text, mention: Mention) -> bool:
    """«ضباط من الجيش السوري السابق», "the former Syrian army": who once served in it, no army of today."""
    if mention.actor != "sy_army":
        return False
    before = text.plain[max(0, mention.start - _NEAR) : mention.start]
    return bool(_GONE_AR.match(text.plain, mention.end) or _GONE_EN.search(before))


_SIDES = {"عراقي": Side.IQ, "سوري": Side.SY}
_SENDS = regex(r"(?:الجانب|الطرف|القوات|السلطات|الحكومه|الجيش) ال(?P<of>عراقي|سوري)ه?(?!\w)[^.؛:]{0,90}$")
_UNITS = regex(
    r"(?<!\w)[وبل]?(?:لواءا?|الويه|فوجا?|افواج|قوه|قوات|وحدات|وحده|تعزيزات|كتيبه|كتايب|دوريات|عناصر) (?:اضافيه? )?(?:من |ل)$"
)
_NEAR = 24


def sending(text: Text, hit: Hit) -> Side | None:
    """«عزز الجانب السوري انتشاره وأرسل وحدات من حرس الحدود»: whose units they are by who sends them."""
    if not _UNITS.search(text.plain[max(0, hit.start - _NEAR) : hit.start]):
        return None
    found = _SENDS.search(text.plain, max(0, hit.start - _REACH), hit.start)
    return _SIDES[found["of"]] if found else None


def its_own(text: Text, hit: Hit) -> Side | None:
    """ "Syria has picked an ambassador for Iraq, its Foreign Ministry announced": of the state that the sentence opens
    with."""
    if not text.plain.endswith(_ITS, 0, hit.start):
        return None
    start = text.plain.rfind(". ", 0, hit.start)
    start = max(text.plain.rfind("\n", 0, hit.start), start + 1 if start >= 0 else -1) + 1
    found = _STATE.search(text.plain, start, min(hit.start, start + _SUBJECT))
    return _SIDES_EN[found["of"]] if found else None


_ITS = (" its ", " the country's ")
_STATE = regex(r"\b(?P<of>iraq|baghdad|syria|damascus)\b")
_SIDES_EN = {"iraq": Side.IQ, "baghdad": Side.IQ, "syria": Side.SY, "damascus": Side.SY}
_SUBJECT = 48
"""Characters of a sentence within which its subject is named."""


def of_delegation(text: Text, hit: Hit) -> Side | None:
    """«وفد أمني عراقي برئاسة وكيل وزارة الداخلية», "an Iraqi delegation led by the deputy interior minister": of the state whose
    delegation its man leads."""
    found = _DELEGATION.search(text.plain, max(0, hit.start - _LED_REACH), hit.start)
    return (_SIDES if found.lastgroup == "ar" else _SIDES_OF)[found[str(found.lastgroup)]] if found else None


_LED_REACH = 90
_SIDES_OF = {"iraqi": Side.IQ, "syrian": Side.SY}
_DELEGATION = regex(
    r"(?<!\w)[وبلف]?(?:ال)?وفدا?(?: [^\s،.]+){0,3}? (?:ال)?(?P<ar>عراقي|سوري)ا?(?: [^\s،.]+){0,3}? (?:برياسه|بقياده|[يت]?تراسه|يراسه|يقوده|[يت]?ضم)(?: (?!مع )[^\s،.]+){0,3} $"
    r"|\b(?P<en>iraqi|syrian) (?:[\w-]+ ){0,2}delegation,? (?:led|headed|chaired) by (?:the |its )?(?:(?!with|and|met)[\w-]+ ){0,3}$"
)
