"""Both states named in one breath: «اللجنة العراقية السورية», "officials from Iraq and Syria". PURE."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from ingest.coding.borders import OUR_CROSSINGS
from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_JOIN = regex(r"\s*(?:[-–—/،,]|و|and|and the)?\s*(?:ال|the )?")
_HEADS = regex(
    r"(?:عمليه|عمليات|عمليتين|قوه مشتركه|دوريه مشتركه|فريق مشترك|خليه مشتركه|مفرزه مشتركه|لجنه|لجان|مباحثات|محادثات|اجتماع|لقاء|قمه|وزيرا|وزيري|وزراء|وزيرا (?:ال)?\w+|وزيري (?:ال)?\w+|ضباط\w*|مسوول\w*|ممثل\w*|وفدا|وفدي|جيشان|جيشين|جيشا|جانبان|جانبين|طرفان|طرفين|وزارتا|وزارتي|مديريتا|مديريتي|ادارتا|ادارتي|جهازا|جهازي|هييتا|هييتي|قيادتا|قيادتي|حكومتا|حكومتي|وزيران|رييسا|قايدا|وفود|قاده|روساء|مديرو|مديري"
    r"|سلطات|قوات|اجهزه|شرطه|اتفاقيه|اتفاق|مذكره|ميثاق|بروتوكول|معاهده|تفاهم|محضر|operation|raid|committee|authorities|forces|police|agents|services|troops|talks|meeting|ministers|officials|officers|delegations|commanders|chiefs|leaders|representatives|teams|experts)"
    r"(?: \S+){0,6}? (?:في |من |بين |from |of |between )?(?:(?:تركيا|الاردن|ايران|لبنان|مصر|السعوديه|قطر|الولايات المتحده) و){0,3}(?:ال|the )?$"
)
_TAILS = regex(
    r" (?:\w+ ){0,2}?(?:committee|delegations|ministers|officials|officers|commanders|chiefs|teams|experts|authorities|services|leaders|sides|governments|ministries|armies|presidencies|talks|meetings?|consultations|dialogue|sessions?|summit|negotiations|discussions|contacts|conversations|generals|envoys|diplomats|negotiators|experts|patrols?|operations?|raids?|sweeps?|units|troops|police|agreements?|accords?|protocols?|memorand\w+|pacts?|deal)\b"
)
"""English names the two before their noun: "the Iraqi-Syrian security committee"."""
_LINE = regex(r"(?:حدود|حدوديه?|شريط|ساتر|مثلث) (?:ال)?$")
"""«مفارز الحدود عند الشريط الحدودي العراقي-السوري»: the line, nobody's men."""
_REACH = 70
TWO_STATES = regex(r"بلدان|بلدين|دولتان|دولتين|countries|states|capitals|governments|حكومت|عاصمت")
"""«ووقّع البلدان مذكرة»: the states, not the men who met."""
HOW_MANY = {"three": 3, "four": 4, "five": 5, "ثلاث": 3, "اربع": 4, "خمس": 5}
"""«A committee of the five countries»: more than the two whom the text has named."""


@functools.lru_cache(maxsize=256)
def paired(clause: Clause) -> tuple[Mention, Mention] | None:
    """Two neighbouring names, one of Iraq and one of Syria, that stand for those who met or talked."""
    if any(m.actor == "five_neighbours_mech" for m in clause.mentions):
        return None
    for one, other in _neighbours(clause.mentions):
        gap = clause.text.plain[one.end : other.start]
        if "عراقيا" in (clause.text.plain[m.start : m.end] for m in (one, other)):
            continue  # «اعتقلت عراقياً وسورياً»: two men
        if _LINE.search(clause.before(one.start, 14)):
            continue
        ahead = other.adjective and _TAILS.match(clause.after(other.end, 50))
        if _JOIN.fullmatch(gap) and (ahead or _HEADS.search(clause.before(one.start, _REACH))):
            return one, other
    return None


def whole_row(clause: Clause, pair: tuple[Mention, Mention]) -> list[Mention]:
    """The pair and the states named right beside it: «في سوريا والعراق والأردن وتركيا ولبنان»."""
    states = [m for m in clause.mentions if m.kind == "country"]
    first, last = states.index(pair[0]), states.index(pair[1])
    while first > 0 and _JOIN.fullmatch(clause.text.plain[states[first - 1].end : states[first].start]):
        first -= 1
    while last + 1 < len(states) and _JOIN.fullmatch(clause.text.plain[states[last].end : states[last + 1].start]):
        last += 1
    return states[first : last + 1]


def country_of(mention: Mention) -> str:
    """`iq` or `sy` where a mention is the state's name or adjective, else nothing."""
    if mention.kind != "country":
        return ""
    found = (mention.actor or (mention.place or "").removeprefix("c_") or "")[:2]
    return found if found in ("iq", "sy") else ""


def _neighbours(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    for one, other in zip(mentions, mentions[1:], strict=False):
        if {country_of(one), country_of(other)} == {"iq", "sy"}:
            yield one, other


def twins(clause: Clause) -> list[tuple[Mention, Mention]]:
    """Bodies of one name of both states, with nothing between: «الجيشان العراقي والسوري»."""
    row = zip(clause.mentions, clause.mentions[1:], strict=False)
    bodies = ((a, b) for a, b in row if 0 <= b.start - a.end <= 1 and not b.adjective)
    return [(a, b) for a, b in bodies if {(a.actor or "")[:2], (b.actor or "")[:2]} == {"iq", "sy"}]


def by_gate(clause: Clause) -> bool:
    """Whether a crossing between the two is named."""
    return any(m.place in OUR_CROSSINGS for m in clause.mentions)


def both_grounds(clause: Clause) -> bool:
    """Whether the clause names something of both countries."""
    found = {c for m in clause.mentions for c in (country_of(m), (m.actor or m.place or "")[:2], m.land)}
    found |= {_CAPITALS[m.place] for m in clause.mentions if m.place in _CAPITALS}
    grounds = {m.place for m in clause.mentions}
    return (found >= {"iq", "sy"}) or (
        bool(grounds & {"baghdad", "apt_baghdad"}) and bool(found & {"sy"} or grounds & {"damascus", "apt_damascus"})
    )


_CAPITALS = {"damascus": "sy", "baghdad": "iq", "x_qaim": "sy"}
