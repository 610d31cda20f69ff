"""A man whom nobody registered, named as he who was killed: "killing Umar Abd al-Karim", «المستهدف عمر عبد القادر». PURE."""

from __future__ import annotations

from ingest.coding.arabic import is_arabic
from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.sources import original

_HEAD = 40
"""Characters that tell the language of a clause."""
_NAME_EN = r"[A-Z][\w’'-]+(?: (?:(?:al|el|bin|ibn|abu|Abu|Al|El|Abd|Abdul|Abdel)[- ])*[A-Z][\w’'-]+){1,4}"
_MARKED_EN = regex(
    r"\b(?:killed|killing|kills|the death of|killing of|eliminated|eliminating|arrested|arrest of|captured|capture of"
    r"|(?:(?:facilitator|leader|commander|emir|financier|planner|operative|member|man|suspect|courier|figure|official)s?,? )(?:named|called|known|identified)(?: by \w+(?: \w+)?)?(?: as)?"
    r"|named (?:him|the man|the target|the dead man) as|named as|identified (?:him |the \w+ )?as|known as|identified as"
    rf"|went by the name(?: of)?|by the name of|nom de guerre|dead man,|leader,|emir,) (?P<name>{_NAME_EN})"
)
_NO_MAN = regex(
    r"\b(?:Islamic|State|ISIS|IS|Daesh|Forces?|Army|Service|Syrian?|Iraqi?|Ministry|Command|Operation|Guards?|Corps|Abu Ghraib)\b"
)
_MARKED_AR = regex(
    r"(?<!\w)(?:[وب]?(?:ال)?مدعو|ال[ام]ستهدف|المستهدف|[يت]دع[اي]|(?:المعروف|[يت]عرف|الملقب|[يت]لقب|المكني|[يت]كني)(?: باسم| ب)?) ?(?:ب ?)?"
    r"(?P<name>(?:(?:ابو|ابي|عبد|ابن|بن) )?[\u0621-\u064a]{2,}(?: (?!و|في |من |الذي|خلال|بعد|قرب|اثناء|مع |اثر |علي |قتل|كان|داخل|احد|ضمن)"
    r"(?:(?:ابو|عبد|ابن|بن) )?[\u0621-\u064a]{2,}){1,3})"
)
_KILLED = regex(
    r"قتل|مقتل|تصفيه|القضاء علي|تحييد|اغتيال|\bkill|\bdeath of\b|\beliminat|\bneutrali|\bdead\b|\btargeted\b"
)


def marked(clause: Clause, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where such a name stands."""
    text = clause.text
    if is_arabic(clause.plain[:_HEAD]):
        found = _MARKED_AR.search(text.plain, clause.start, clause.end)
        return (
            found.span("name")
            if found and _unknown(text.plain[found.start("name") : found.end("name")], lexicon)
            else None
        )
    window = original(text, clause.start, clause.end)
    for found in _MARKED_EN.finditer(window):
        if not _NO_MAN.search(found["name"]) and _unknown(found["name"].lower(), lexicon):
            return clause.start + found.start("name"), clause.start + found.end("name")
    return None


def is_deadly(clause: Clause) -> bool:
    """Whether somebody is said to have been killed."""
    return _KILLED.search(clause.plain) is not None


def _unknown(name: str, lexicon: Lexicon) -> bool:
    return not any(h.name.actors and set(h.name.actors) - h.name.weak_actors for h in lexicon.find(name))
