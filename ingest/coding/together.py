"""Two sides that act as one subject: «العراق وسوريا يضبطان», "US troops and members of Iraq's CTS killed". PURE."""

from __future__ import annotations

import re

from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.text import Text
from ingest.coding.words import Word

_ROLLED = {"coalition": "us", "centcom": "us", "cjtf_oir": "us", "krg": "iq", "peshmerga": "iq", "aanes": "sdf"}
_MEN = "(?:members|fighters|officers|agents|personnel|men|troops|forces|units|elements|commandos|special|operations|soldiers|aircraft)"
_LINK = regex(
    rf"(?:\s{_MEN})*,?\s*(?:\([a-z]+\),?\s*)?(?:and|along with|together with|alongside|backed by|backed|supported|joined|with)"
    rf"(?:\s(?:their|its|the|of|from|iraq's|syria's|iraqi|syrian|{_MEN}))*\s*"
)
_OPPOSITES = regex(
    r"\b(?:and|with|alongside) (?:their|its|his) (?:iraqi|syrian|american|u\.?s\.?|turkish|jordanian)"
    r" (?:security )?(?:counterparts?|opposite numbers?|colleagues|peers|partners)\b"
)
_NATIONS = r"(?:iraqi|syrian|u\.?s\.?|american|turkish|jordanian|coalition)"
_COMPOUND = regex(
    rf"\b{_NATIONS}(?:,? and |[-–/]| & ){_NATIONS} (?:\w+ ){{0,3}}?"
    r"(?:forces|troops|commandos|soldiers|services|agents|officers|units|police|armies|raid|operation|patrol|sweep|strike)"
)
_FORCES = r"(?:forces|troops|commandos|soldiers|services|agents|officers|units|police|intelligence|guards|squads?|men)"
_EACH = regex(
    rf"\b{_NATIONS} (?:[\w-]+ ){{0,3}}?{_FORCES}(?: \([a-z]+\))?,? (?:and|with|alongside|aided by|assisted by|helped by|backed by|along with)"
    rf" (?:the |members of |their )?{_NATIONS} (?:[\w-]+ ){{0,3}}?{_FORCES}\b"
)
_NEAR, _AGENT = 60, 50
_BY = regex(
    rf"\bby (?:(?:the|a|an|its|joint|{_MEN}) )*(?:{_MEN} of (?:the )?|(?:(?:team|unit|force|group) of (?:the )?))?$"
)
"""«in an operation by members of Iraq's intelligence service along with coalition forces»: who did it, behind the act."""


def acts_together(clause: Clause, word: Word) -> bool:
    """Whether two sides are the subject of an act, or said to be its doers behind it."""
    named = [m for m in clause.mentions if _side(m)]
    for one, other in zip(named, named[1:], strict=False):
        if _side(one) != _side(other) and _linked(clause, one, other):
            if _done_by(clause, one, word):
                return True
            by = _BY.search(clause.before(one.start, _AGENT)) is not None
            if 0 <= word.start - other.end <= _NEAR or by:
                return True
    plain = clause.plain
    return bool(_OPPOSITES.search(plain) or _COMPOUND.search(plain) or _crossed(plain))


def _done_by(clause: Clause, one: Mention, word: Word) -> bool:
    """«عملية نفذها التحالف الدولي وجهاز مكافحة الإرهاب العراقي»: the verb before both."""
    if clause.text.plain[word.stem] < "\u0600":
        return False
    return 0 <= one.start - word.end <= _NEXT or _BY_BOTH.search(clause.before(one.start, 40)) is not None


_NEXT = 12
_BY_BOTH = regex(
    r"(?<!\w)[وف]?(?:[يت]?نفذ\w*|شن\w*|[يت]شن\w*|خاض\w*|قام\w* ب\w*|اشترك\w* فيها?|شارك\w* فيها?|(?:قوه|وحده|مفرزه|عمليه|دوريه|وحدات|قوات) مشتركه (?:من|بين)) (?:[^\s،.]+ ){0,2}$"
)


def helps(clause: Clause) -> bool:
    """ "Iraqi officers took part in a raid in Damascus": men of the one in an operation on the ground of the other."""
    found = _HELPS.search(clause.plain) if clause.text.plain[clause.start :][:1] < "\u0600" else None
    if found is None:
        return False
    ours = {m.land for m in clause.mentions if m.end <= clause.start + found.start() and m.land}
    return any(m.land in ("iq", "sy") and {m.land} != ours & {"iq", "sy"} for m in clause.mentions) and bool(ours)


_HELPS = regex(
    r"\b(?:took part|takes? part|taken part|taking part|participat(?:ed?|es|ing)|joined|joins|(?:help|assist|aid)(?:s|ed|ing)?)"
    r" (?:on \w+day |in |with |to |an? |the |their |its |syrian |iraqi |syria |iraq |damascus |baghdad |their )*"
    r"(?:[\w-]+ ){0,2}?(?:operations?|raids?|bust|mission|sweep|swoop|ambush|seiz(?:e|ure|ing)|arrest(?:s|ing)?|captur(?:e|ing)|nab|intercept|foil|dismantl(?:e|ing)|track down|hunt down|kill(?:ing)?)\b"
)


def _crossed(plain: str) -> bool:
    """«Syrian police with Iraqi officers»: two nations, each with its men."""
    told = _EACH.search(plain)
    return told is not None and len(set(re.findall(_NATIONS, told.group()))) > 1


def _linked(clause: Clause, one: Mention, other: Mention) -> bool:
    gap = clause.text.plain[one.end : other.start]
    return gap.strip() == "و" or _LINK.fullmatch(gap) is not None


def _side(mention: Mention) -> str:
    """Whose force or state a name is; nothing for adjectives, persons and groups of people."""
    actor = mention.actor or ("us" if mention.place == "c_us" else "")
    if not actor or mention.adjective or mention.kind in ("person", "population_group"):
        return ""
    return _ROLLED.get(actor, actor.split("_")[0])


def american(clause: Clause) -> bool:
    """Soldiers of the United States or the coalition are no Syrian soldiers."""
    actors = {m.actor or "" for m in clause.mentions if not m.adjective}
    return bool(actors & {"us", "us_gov", "us_forces", "coalition", "centcom"}) and not any(
        a.startswith(("sy", "iq")) for a in actors
    )


def within(clause: Clause, word: Word) -> bool:
    """An English visit to a town where no guest of the other state is received: «during a visit to Basra»."""
    if clause.text.plain[word.start] > "\u0600":
        return False
    towns = [m for m in clause.mentions if m.place and 0 <= m.start - word.end <= 12]
    return any(m.land in ("iq", "sy") and m.place not in _SEATS for m in towns)


_SEATS = frozenset(
    (
        "baghdad",
        "damascus",
        "iq_erbil",
        "erbil_city",
        "c_iq",
        "c_sy",
        "kurdistan_region",
        "apt_baghdad",
        "iq_sulaymaniyah",
    )
)


def nearer(one: Word, other: Word, word: Word) -> bool:
    """Whether the one stands nearer to a word than the other."""
    return abs(one.start - word.start) < abs(other.start - word.start)


def tipped(clause: Clause) -> bool:
    """On whose word men of the country struck: «on the strength of intelligence from Baghdad»."""
    return clause.has("coordination") and _TIPPED.search(clause.plain) is not None


_TIPPED = regex(r"\b(?:tips?|intelligence|information)\b|معلومات|بلاغ|احداثيات")


def both_men(text: Text, one: Mention, other: Mention) -> bool:
    """ "Minister A and border ports chief B reopened …": two men joined, the second with a title of his own."""
    return one.kind == other.kind == "person" and one.end <= other.start and and_office(text, one.end, other.start)


def and_office(text: Text, end: int, start: int) -> bool:
    """Whether no more than "and" and a title stand between two names. English."""
    return text.plain[start] < "\u0600" and _AND_OFFICE.fullmatch(text.plain, end, start) is not None


_AND_OFFICE = regex(
    r",? and (?:the |his |iraq's |syria's |its )?(?:(?!met\b|said\b|visited\b|received\b|with\b|told\b|sent\b|from\b|by\b)[\w'-]+ ){0,6}"
)
