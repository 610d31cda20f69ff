"""A congress of many states, at which two of them meet no more than all others do. PURE."""

from __future__ import annotations

from ingest.coding.event_types import Happening
from ingest.coding.regexes import regex

_AMONG_OTHERS = regex(r"(?<!\w)بمشاركه (?:ال)?(?:عراق|سوريا)")
_CONGRESS = regex(r"موتمر|قمه|ملتقي|منتدي|conference|summit|forum")
_GREAT = regex(
    r"(?:شارك\w*|حضر\w*|مشاركه|حضور|القي\w*) (?:[^.،؛]{1,90} )?(?:ال)?(?:قمه|موتمر|منتدي|جمعيه) (?:ال)?(?:عربيه|اسلاميه|مناخ|عامه|دوليه?|اقتصادي)"
)
"""«شارك الرئيسان في القمة العربية»: both among many."""


def crowded(happening: Happening) -> bool:
    """Whether a meeting is one of many states."""
    first = happening.first
    if any(m.kind == "person" for d in happening.drafts for m in d.mentions):
        return _GREAT.search(first.clause.plain) is not None
    crowd = _CONGRESS.search(first.text.plain, first.start, first.end) or _AMONG_OTHERS.search(first.clause.plain)
    return crowd is not None
