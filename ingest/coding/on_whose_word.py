"""On whose word a force struck: what the one state told, in the clause of what the other did. PURE.

"After the SDF passed on intercepts", "going by coordinates sent from Baghdad", "using information that Iraq's
intelligence service had handed over": words of information, words of giving, and men of the two sides.
"""

from __future__ import annotations

from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_MATTER = (
    r"(?:tips?|tip-offs?|intelligence|information|coordinates|intercepts|leads?|data|(?:its|their|his|the) (?:\w+ )?(?:location|whereabouts|hideout|address|position)"
    r"|names?|details|imagery|footage|photographs|phone numbers|surveillance|reports?|warnings?)"
)
_GIVES = r"(?:pass(?:ed|ing)(?: on| along)?|shar(?:ed|ing)|provid(?:ed|ing)|suppl(?:ied|ying)|sent|sending|relay(?:ed|ing)|hand(?:ed|ing) over|gave|giving|given|tipped|flagged|forward(?:ed|ing)|furnish(?:ed|ing)|transmitt(?:ed|ing)|convey(?:ed|ing)|pinpoint(?:ed|ing)|alerted|obtained|received)"
_TOLD = regex(
    rf"\b(?:after|when|once|as|because|since|following)\b[^.;]{{0,90}}?\b{_GIVES}\b[^.;,]{{0,40}}?\b{_MATTER}\b"
    rf"|\b(?:acting|going|working|using|relying|based|drawing|moving|guided|armed|led|aided|helped|tipped off)\b[^.;]{{0,20}}?\b{_MATTER}\b[^.;]{{0,70}}?\b(?:{_GIVES}|from|by)\b"
    rf"|\b(?:acting|going|working|relying|based|drawing) (?:on|off|from|by) (?:iraqi|syrian) (?:\w+ )?{_MATTER}\b|\b(?:thanks to|following|on|after) (?:an? )?(?:iraqi|syrian) (?:\w+ )?{_MATTER}\b"
    rf"|\b(?:on|off|thanks to|by|with|through|following|after|using|from)\b (?:an? |the |some )?(?:\w+ )?{_MATTER} (?:that |which |had |been |it |they )*(?:{_GIVES}|from|by)\b"
)
_WORD_OF = regex(
    r"(?<!\w)[وف]?(?:باخطار|بايعاز|بمعلومات|بطلب|(?:بناء علي|استنادا الي|استنادا ل|وفق|اثر|بعد|عقب|بموجب|في ضوء|بفضل|عبر) (?:ال)?(?:معلومات|احداثيات|بلاغ|اخطار|تحذير)\w*)"
    r"(?: (?:استخباريه|استخباراتيه|دقيقه|امنيه|مسبقه|موثوقه))*(?: (?:قدم|وفر|زود|مرر|ارسل|وصل|ورد|تلق)\w*(?: بها)?)? (?:(?:من|عن) )?(?:قبل |جانب |طريق )?(?:ال)?$"
)
"""«بناءً على معلومات من الجانب السوري», «بإخطار من بغداد»."""
_FORCES = regex(r"^(?:iq|sy|sdf|krg|peshmerga|aanes|asayish)")


def informed(clause: Clause, word: Word) -> bool:
    """Whether a clause tells that a side gave the other the information on which an act, `word`, was done."""
    return bool(informers(clause, word.start))


def informers(clause: Clause, act: int) -> list[Mention]:
    """Who gave the other side the information on which the act at `act` was done: forces, states, their capitals."""
    plain = clause.text.plain
    if plain[act] > "\u0600":
        named = [m for m in clause.mentions if _land(m)]
        told_by = [m for m in named if _WORD_OF.search(clause.before(m.head, 80))]
        return [m for m in told_by if any(_land(o) != _land(m) for o in named)]
    told = _TOLD.search(plain, clause.start, clause.end)
    if told is None or told.start() <= act < told.end():
        return []
    inside = [
        m
        for m in clause.mentions
        if told.start() <= m.start < told.end() + _NAME and (not m.adjective or _OF_STATE.match(plain, m.end))
    ]
    doing = {_land(m) for m in clause.mentions if m not in inside} - {""}
    if not doing:
        inside, doing = _apart(inside, told.end())
    return [m for m in inside if _land(m) and doing and _land(m) not in doing]


def _apart(inside: list[Mention], end: int) -> tuple[list[Mention], set[str]]:
    """ "Acting on a tip from Damascus, Iraqi intelligence arrested": who is named first told it, who comes next did it."""
    named = [m for m in inside if _land(m)]
    return (named[:1], {_land(m) for m in named[1:]}) if named and named[0].start - end <= _NEXT else ([], set())


_OF_STATE = regex(rf" (?:\w+ )?{_MATTER}\b")
""" "Acting on Iraqi information": whose it was, by an adjective."""
_NAME = 40
"""Characters behind the verb within which the giver is named: "sent from the Iraqi directorate"."""
_NEXT = 12


def _land(mention: Mention) -> str:
    """Which side a force, a state or its capital is of; nothing for persons and groups."""
    if mention.kind in ("person", "population_group"):
        return ""
    actor = mention.actor or ""
    if _FORCES.match(actor):
        return "iq" if actor.startswith(("iq", "krg", "peshmerga")) else "sy"
    return {"baghdad": "iq", "damascus": "sy", "c_iq": "iq", "c_sy": "sy"}.get(mention.place or "", "")
