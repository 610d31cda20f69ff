"""Words that look like cues of modality, or are ones without looking so. PURE."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coding.regexes import regex
from ingest.coding.words import Word

if TYPE_CHECKING:
    from ingest.coding.reading import Clause

_PAST = frozenset(("signed", "concluded", "inked", "struck", "reached", "agreed"))
_REACH = 100


def signed_before(clause: Clause, act: Word) -> bool:
    """«Another 54 are to follow under the deal that they signed in Baghdad»: the paper was signed."""
    told = clause.text.plain[act.start : act.end] in _PAST
    return told and _UNDER_PACT.search(clause.before(act.start, _REACH)) is not None


_UNDER_PACT = regex(
    r"\b(?:under|by|through|per|in line with|as part of|thanks to|in keeping with|based on) (?:an?|the|that) (?:[\w-]+ ){0,3}(?:deal|agreement|protocol|pact|accord|memorandum|understanding)\b[^.;]{0,60}$"
)


def evacuates(clause: Clause, act: Word) -> bool:
    """«أجلت القوات 150 معتقلاً»: evacuated, not put off."""
    return _EVACUATES.match(clause.text.plain, act.stem) is not None


_EVACUATES = regex(
    r"اجل[تي]\w* (?:(?!نقل|اعاده|عوده|رحل|عمليه|موعد|استلام|زياره|اجتماع)[^\s،.]+ ){0,4}?(?:\d|دفعه|عشرات|ميات|عايلات|عايله|عوايل|اسر|عراقي|سوري|معتقل|محتجز|سجناء|نازح|لاجي|مواطن|رعايا|افراد|موظف|طاقم|بعثتها|دبلوماسي)"
)


def on_terms(clause: Clause, act: Word) -> tuple[int, int] | None:
    """«على أن تعيد دمشق فتح سفارتها»: what is to follow on what was told."""
    opens = clause.text.plain[act.stem] > "\u0600" and act.start - clause.start <= _TERMS
    if not opens or "takeover" in act.classes or _ON_TERMS.match(clause.plain) is None:
        return None
    return clause.start, clause.start + len("علي ان")


_ON_TERMS = regex(r"علي ان [يت]")
_TERMS = 24


def gathers(plain: str, cue: Word) -> bool:
    """«لمّ اجتماع الرياض الوزيرين», «كلّم الوزير»: verbs, and no negation."""
    return _GATHERED.match(plain, cue.start) is not None


_GATHERED = regex(r"[وفك]?لم (?!ي|ت|ن|ا(?!ل|جتماع))")


def not_held(clause: Clause, cue: Word) -> bool:
    """«لم يُعقد الاجتماع المقرر اليوم»: it was due, and did not come about."""
    return _NOT_HELD.match(clause.text.plain, cue.start) is not None and _HAD_BEEN_DUE.search(clause.plain) is not None


_NOT_HELD = regex(r"[وف]?لم (?:يعقد|تعقد|ينعقد|تنعقد|يلتيم|تلتيم|يجر|تجر|يتم|تتم|[يت]صل|[يت]نطلق|[يت]غادر)")
_HAD_BEEN_DUE = regex(r"(?<!\w)(?:ال)?مقرر(?:ا|ه)?(?!\w)")
