"""What keeps coming, or has begun and is to go on. PURE."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coding.regexes import regex
from ingest.coding.words import Word

if TYPE_CHECKING:
    from ingest.coding.reading import Clause


def goes_on(clause: Clause, act: Word) -> tuple[int, int] | None:
    """«عملية الإخلاء انطلقت الاثنين وستستمر أسابيع»: begun, and to go on."""
    begun = _BEGUN.match(clause.text.plain, act.end, clause.end) if act.nominal else None
    return begun.span("v") if begun else None


_BEGUN = regex(
    r"[^،.؛]{0,70}? (?:قد )?(?P<v>بد[اء]ت?|انطلقت?|باشرت?|شرعت?|بوشر\w*)(?!\w)[^،.؛]{0,40} و(?:ست|سي)(?:ستمر|تواصل|ستغرق|دوم|متد|طول)"
)


def keeps_coming(clause: Clause, act: Word) -> tuple[int, int] | None:
    """ "Since Sunday, 1,184 refugees have been admitted": people who have been coming since."""
    if act.classes.isdisjoint(_PEOPLE) or not _PERFECT.search(clause.before(act.start, 24)):
        return None
    days = (d for d in clause.days if not d.own)
    plain = clause.text.plain
    found = (
        _SINCE.search(plain, max(clause.start, d.start - 20), d.start) or _FROM.match(plain, d.start) for d in days
    )
    return next((m.span("s") for m in found if m), None)


_PEOPLE = frozenset(("move", "return", "refuge", "arrive"))
_PERFECT = regex(r"\b(?:has|have) (?:been )?(?:\w+ly )?$")
_FROM = regex(r"(?P<s>since) ")
_SINCE = regex(r"\b(?P<s>since) (?:\S+ ){0,2}$")
