"""Whose an office is that both states have, where its Arabic title does not say so: «بحث وزير الداخلية مع نظيره السوري». PURE."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from events.codebook import ROLLED_UP, Side
from ingest.coding.lexicon import Lexicon
from ingest.coding.regexes import regex

_COUNTERPART = regex(r"[^.؛!؟\n]{0,140}?(?<!\w)[وبل]?نظير(?:ه|ها|هما|يه) (?:في )?(?:ال)?(?:(?P<sy>سوري)|(?P<iq>عراقي))")
_ELSEWHERE = regex(
    r" (?:ال\w{2,}(?:ي|يه|وي)(?!\w)|ال(?:سابق|اسبق|راحل|مكلف|مقبل|جديد|حالي)\w*|في (?:ال)?حكوم|ب?اقليم|(?:ل|ب)?كردستان)"
)
"""«وزير الداخلية اللبناني», «السابق»: of another state, or of another time."""

DEPUTY_OF = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:معاون|مساعد|وكيل|نايب|مستشار|مدير مكتب|سكرتير|مندوب|موفد|مبعوث)ا? $"
    r"|\b(?:deputy|assistant|vice)[ -]$|\b(?:advis[eo]rs?|aides?|deput(?:y|ies)|assistants?|secretary|envoys?|representatives?) (?:to|of|for) (?:the |iraq's |syria's )?$"
)
"""«معاون وزير الداخلية السوري»: not the minister."""


def own_office(
    plain: str, end: int, offices: Sequence[str], lexicon: Lexicon, day: date, home: Side | None
) -> list[str]:
    """Of offices that share a title which ends at `end`, the one whose counterpart of the other state stands behind, else
    that of `home`, the country that the report is told from; none where neither tells."""
    if plain[end - 1] < "\u0600" or _ELSEWHERE.match(plain, end):
        return []
    found = _COUNTERPART.match(plain, end)
    side = home
    if found is not None:
        side = Side.IQ if found["sy"] else Side.SY
    held = (o for o in offices if lexicon.holder(o, day))
    return [o for o in held if _rolled(lexicon.actors[lexicon.offices[o].org].side) is side]


def _rolled(side: Side) -> Side:
    return ROLLED_UP.get(side, side)
