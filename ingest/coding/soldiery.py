"""Soldiers by their nation: "Syrian troops arrested …", "killed three Iraqi soldiers", «قُتل جنديان سوريان»: their army, where they fight. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.coding.bodies import Bodies
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Text

_MEN = regex(
    r"\b(?:(?P<sy>syrian)|iraqi) (?:army |government )?(?:soldiers?|troops|servicemen|conscripts?)\b"
    r"|(?<!\w)(?:جندي|جنديان|جنديين|جنود|عسكريان|عسكريين|عسكريون) (?:(?P<sy2>سوري)|عراقي)(?:ان|ين|ون|ا)?(?!\w)"
)
_FIGHT = regex(
    r"(?: (?:on|late|early|overnight|last|\w+day|night|evening|morning|afternoon))*"
    r" (?:also |then |have |had |reportedly |later )?(?:arrest|detain|seiz|captur|kill|wound|injur|shot\b|shoot|raid|foil|open\w* fire|fir(?:ed|ing)\b|clash|deploy|were deployed|took (?:up|control|over)|enter|patrol|storm|swept|sweep|intercept|exchang|fought|battl|set up|dug\b|block|repel|thwart|guard|secur|search|advanc|surround|recover|stop|confiscat)"
    r"|,? (?:were |was |have been |had been )?(?:killed|wounded|injured|shot|attacked|ambushed|targeted|kidnapped|abducted|captured|hurt|martyred|died)\b"
    r"|,? (?:and|,) (?:the |iraqi |syrian )"
)
"""What an army's men do, and what befalls them, right behind."""
_BEFALLS = regex(
    r"\b(?:killed|killing|kill|wounded|wounding|injured|injuring|attacked|attacks? on|ambushed|ambush of|kidnapped|abducted|captured|shot(?: dead| and \w+)?|clash\w* with|clash\w* between|against|fir(?:ed|e) (?:at|on)|fighting (?:with|between)|firing at|death of|deaths of) (?:the |an? |\w+ ){0,2}$"
    r"|(?<!\w)[وف]?(?:ب|ل)?(?:قتل\w*|مقتل|اصيب|اصابه|استشهد|استشهاد|جرح|هاجم\w*|استهدف\w*|استهداف|خطف\w*|اختطف\w*|اسر) (?:\S+ ){0,2}$"
)
"""What befalls them, right before."""
_GONE = regex(
    r"\b(?:fle[de]\w*|return\w*|repatriat\w*|handed|hands|former|ex-|asylum|refuge|sheltered|defect\w*|bodies|remains|crossed into|hosted|surrender\w*|disarm\w*|went home|sent (?:home|back))\b"
    r"|(?<!\w)[وفبلسيت]{0,2}(?:ال)?(?:هرب|فر(?:وا|ار|ت)?(?!\w)|فار[ينه]|لجا|لاجي|عود|عاد|اعاد|تسليم|سلم|تسلم|جثث|جثامين|رفات|سابق|منشق|استضاف|ايواء)"
)
"""Men of the army of before who fled and came back, and those handed over, are no force."""


HURT_MAN = regex(
    r"(?:قتل|مقتل|اصيب|اصابه|استشهد|استشهاد|جرح|خطف\w*|اختطف\w*) (?:\S+ ){0,3}?(?:ضابط|ضباط|جندي|جنود|عنصر|عناصر|مقاتل|مقاتلين|منتسب|فرد|افراد)\w* (?:في|من) $"
)
"""«قُتل ضابط في الجيش السوري»: his army was hit."""


def is_soldiers(text: Text, start: int, end: int) -> bool:
    """Whether a name is that of soldiers by their nation."""
    return _MEN.fullmatch(text.plain, start, end) is not None


def with_soldiers(text: Text, found: Sequence[Mention], bodies: Bodies) -> list[Mention]:
    """The mentions, and those of the armies of the day whose men fight."""
    known = list(found)
    for match in _MEN.finditer(text.plain):
        start, end = match.span()
        land = "sy" if match["sy"] or match["sy2"] else "iq"
        taken = [m for m in known if m.start < end and start < m.end]
        if any(not m.adjective for m in taken):
            continue
        first = max(text.plain.rfind(". ", 0, start), 0)
        last = text.plain.find(". ", end)
        if _GONE.search(text.plain, first, last if last > 0 else len(text.plain)):
            continue
        if not _FIGHT.match(text.plain, end) and not _BEFALLS.search(text.plain, max(0, start - 40), start):
            continue
        actor = "iq_army" if land == "iq" else bodies.holder("forces", land)
        if actor in bodies.lexicon.actors:
            known = [m for m in known if m not in taken]
            known.append(Mention(start, end, actor=actor, kind=bodies.lexicon.actors[actor].kind))
    return sorted(known, key=lambda m: m.start)
