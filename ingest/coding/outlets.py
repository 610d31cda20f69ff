"""Names of towns that tell where somebody speaks, or which paper he speaks to. PURE."""

from __future__ import annotations

from ingest.coding.regexes import regex
from ingest.coding.where import Where

_SPEAKS = regex(
    r"[،,]? ?(?:اعلن|قال|افاد|ذكر|اكد|صرح|كشف|دعا|نفي|اوضح)\w* |,? (?:the |an? )?(?:\S+ ){1,4}(?:said|announced|declared|told|stated)\b"
)
"""«وفي دمشق، أعلنت الإدارة …»: where somebody says it."""
_SAYS = regex(
    r"[،,]? ?(?:شدد|حذر|اعتبر|راي|جدد|طالب|اعرب|عبر|نبه|رحب|وصف)\w* |,? (?:[^\s.;,]+ ){1,10}?(?:said|told|warned|stressed|declared|stated|insisted|called on)\b"
)
""" "In Baghdad, national security adviser Qasim al-Araji said": with his title before the word of saying."""
_OPENING = 12
"""Characters before a name that opens its clause."""
_TOLD_TO = regex(
    r"(?:(?<!\w)ل|(?<!\w)[وفبل]{0,2}(?:ال)?(?:وكاله|موقع|منصه|شبكه|صحيفه|قناه|مراسله?|علمت|حصلت|نقلت|رصدت|تلقت|تلقته|تلقتها|تابعت|تابعته) )$"
)


def speaks_behind(where: Where) -> bool:
    """Whether somebody speaks right behind the name."""
    return _SPEAKS.match(where.clause.after(where.end, 40)) is not None


def opens_speech(where: Where) -> bool:
    """«وفي بغداد، قال مصدر إن …»: it opens the clause in which somebody speaks."""
    opens = where.start - where.clause.start <= _OPENING
    return opens and (speaks_behind(where) or _SAYS.match(where.clause.after(where.end, 120)) is not None)


def outlet(where: Where) -> bool:
    """«قال لـ"بغداد اليوم"»: an outlet that bears the name of a capital."""
    return where.clause.after(where.end, 6) == " اليوم" and _TOLD_TO.search(where.before) is not None
