"""Where a position was stated, when that is abroad: «على هامش مؤتمر ميونيخ», "told the Security Council". PURE."""

from __future__ import annotations

from collections.abc import Sequence

from events.codebook import PlaceKind
from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.where import Where, named

_OURS = frozenset(("IQ", "SY"))
_CITIES = frozenset((PlaceKind.CITY, PlaceKind.CAPITAL, PlaceKind.TOWN))
_AT_FORUM = regex(
    r"(?<!\w)(?:(?:علي هامش|خلال|في|من|ضمن) (?:(?:اعمال|اجتماعات|فعاليات|جلسات|مشاركته\w* في) )*(?:ال)?(?:موتمر|منتدي|قمه|جلسه|اجتماع)?(?: (?!الي|من|عن)[^\s،.]+)? ?|في )$"
    r"|\b(?:in|at|during|on the sidelines of|on the margins of|attending) (?:the |this year's |an? )?(?:annual )?$"
)
_SPOKE_THERE = regex(
    r"مقابله|حديث|كلمه|احاطه|تصريح|موتمر|خطاب|جلسه|interview|speech|address|remarks|told|briefing|conference|forum|panel|sidelines"
)
_COUNCIL_TOLD = regex(
    r"\b(?:told|briefed|addressed|briefing|addressing|before|to) (?:the )?$|(?<!\w)(?:امام|ابلغ|الي|في|ل)(?: اعضاء)? ?$"
)
_SOON = 2
"""Sentences from a position within which it is told where it was stated."""


def stated_abroad(told: Sequence[Clause], follow: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """The city abroad in which, or the council before which, somebody spoke."""
    first = told[0]
    near = [c for c in follow if c.text is first.text and 0 < c.order - first.order < _SOON and not c.has("background")]
    for clause in dict.fromkeys([*told, *near]):
        for where in named([clause], lexicon):
            abroad = where.place.kind in _CITIES and where.place.country not in _OURS
            if abroad and _AT_FORUM.search(where.before) and _SPOKE_THERE.search(clause.plain):
                return where
        seat = lexicon.places.get("new_york")
        council = next((m for m in clause.mentions if m.actor == "unsc"), None)
        if seat is not None and council is not None and _COUNCIL_TOLD.search(clause.before(council.start, 24)):
            return Where(seat, clause, council.start, council.end)
    return None
