"""Prisoners who go from the hands of one state into those of the other, whatever the verb. English. PURE.

"Damascus returned 12 Iraqi prisoners to Baghdad", "passed to Syrian officers": who is held, a verb of giving or bringing,
and to whom, where somebody or something of the other state stands in the same clause.
"""

from __future__ import annotations

import re

from events.codebook import EventType
from ingest.coding.arabic import is_arabic
from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_HEAD = 40
"""Characters that tell the language of a clause."""
_PEOPLE = r"(?:men|women|man|woman|officers?|figures?|members?|iraqis?|syrians?|nationals?|persons?|people|citizens?)"
_JAILED = r"(?:held|detained|arrested|imprisoned|jailed|caught|captured|apprehended|in custody|locked up|serving)"
_HELD = regex(
    r"\b(?:detainees?|prisoners?|inmates?|convicts?|fugitives?|suspects?|captives?|mercenaries"
    rf"|{_PEOPLE} (?:\w+ ){{0,5}}?(?:suspected|accused|convicted|wanted|sought|sentenced|cleared|{_JAILED}|(?:who|that) (?:(?:were|was|had been|have been|are|is) )?{_JAILED})"
    rf"|(?:wanted|accused|convicted|sentenced|jailed|suspected) (?:\w+ ){{0,3}}?{_PEOPLE})\b"
)
_VERB = regex(
    r"\b(?:hand(?:s|ed|ing)?|gave|gives?|given|turn(?:s|ed)?|pass(?:es|ed)?|surrender(?:s|ed)?|deliver(?:s|ed|y)?|return(?:s|ed)?"
    r"|sen[dt]s?|transfer(?:s|red)?|consign(?:s|ed)?|render(?:s|ed)?|deport(?:s|ed)?|extradit(?:es|ed|ion)|entrust(?:s|ed)?|yield(?:s|ed)?"
    r"|brought|taken|flown|moved|driven|conveyed|committed|ceded|released)\b"
)
_TO = regex(
    r"\b(?:to|in(?:to)? the (?:hands|custody) of)(?: (?:the|an?|officers of|agents of|members of|neighbou?ring))* ?$"
)
_BODY = regex(
    r" (?:\w+ )?(?:officers|police|authorities|agents|side|custody|hands|troops|guards|forces|soldiers|jails?|prisons?)\b"
)
_NO_MATTER = regex(r"\b(?:information|intelligence|lists?|names|files|evidence|data|weapons|letter|message)\b")


def handed(clause: Clause) -> tuple[Word, EventType] | None:
    """The verb by which prisoners are given to the other state, as a transfer."""
    if is_arabic(clause.plain[:_HEAD]):
        return None
    held = _HELD.search(clause.text.plain, clause.start, clause.end)
    if held is None:
        return None
    return _given(clause) or _got_back(clause, held)


def _got_back(clause: Clause, held: re.Match[str]) -> tuple[Word, EventType] | None:
    """ "Iraq took delivery of 12 nationals held in Syria": who is received, and where they sat."""
    found = _GOT.search(clause.text.plain, clause.start, held.end())
    if found is None or held.start() - found.end() > _OBJECT or clause.has("pop_camp_families"):
        return None
    if _NO_MATTER.search(clause.text.plain, found.end(), held.start()):
        return None
    ours = {_land(m) for m in clause.mentions if m.end <= held.end()} - {""}
    there = {_land(m) for m in clause.mentions if m.start >= held.start() and _SAT.search(clause.before(m.start, 24))}
    if not there - {""} or not ours - there:
        return None
    at = found.start("verb"), found.end("verb")
    coming = ("planned",) if _AWAITS.match(found["verb"]) else ()
    return Word(*at, at[0], frozenset(("move", "receive", *coming))), EventType.DETAINEE_TRANSFER


_GOT = regex(
    r"\b(?P<verb>receiv(?:es|ed|ing)|receipt of|took (?:back|in|delivery of|custody of|charge of)|takes? (?:back|delivery of)|taking (?:back|delivery of)"
    r"|recover(?:s|ed|y of)|retriev(?:es|ed|al of)|g[eo]ts? back|collect(?:s|ed)|brought (?:back|home)|bring(?:s|ing)? (?:back|home)|secured the (?:handover|return) of"
    r"|accept(?:s|ed)|expects|is expecting|awaits|is awaiting|braces for|is bracing for|prepares for|(?:arrival|homecoming|handover|return) of)\b"
)
_OBJECT = 40
"""Characters between the verb and those who are received."""
_AWAITS = regex(r"expect|is |await|brace|prepare")
_SAT = regex(
    r"\b(?:in|from|by|inside)(?: (?:the|neighbou?ring|northeast|north-east|northeastern|eastern|prisons?|jails?|camps?|cells|custody|detention|of|in))* ?$"
)


def _given(clause: Clause) -> tuple[Word, EventType] | None:
    for goal in clause.mentions:
        land = _land(goal)
        if (
            not land
            or (goal.adjective and not _BODY.match(clause.after(goal.end, 24)))
            or not _TO.search(clause.before(goal.start, 36))
        ):
            continue
        if not any(_land(m) not in ("", land) for m in clause.mentions if m is not goal):
            continue
        verbs = [m for m in _VERB.finditer(clause.text.plain, clause.start, goal.start) if not _within(m, clause)]
        if verbs and not _NO_MATTER.search(clause.text.plain, verbs[-1].end(), goal.start):
            found = verbs[-1]
            return Word(
                found.start(), found.end(), found.start(), frozenset(("move", "hand_over"))
            ), EventType.DETAINEE_TRANSFER
    return None


def _within(found: re.Match[str], clause: Clause) -> bool:
    return any(m.start <= found.start() < m.end for m in clause.mentions if m.actor)


def _land(mention: Mention) -> str:
    """`iq` or `sy`, whose body, ground or national a mention names."""
    name = mention.land or (mention.actor or mention.place or "").removeprefix("c_")
    return (
        "iq"
        if name.startswith(("iq", "krg", "baghdad"))
        else "sy"
        if name.startswith(("sy", "damascus", "sdf", "aanes", "asayish"))
        else ""
    )
