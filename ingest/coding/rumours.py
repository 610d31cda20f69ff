"""What is told only to be called untrue: «تتداول صفحات خبراً مفاده … هذا الخبر كاذب». PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.codebook import EventType, Modality
from ingest.coding.event_types import Draft
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_RUMOUR = regex(
    r"(?<!\w)[وف]?(?:[تي]تداول|تداولت?|تناقلت?|[تي]تناقل|انباء|اخبارا?|خبرا|شايعات|شايعه|مزاعم|ادعاءات|مزعوم\w*|ما (?:اشيع|نشر|تردد|تداولته|نقلته))(?!\w)[^.]*$"
)
_CLAIMED = regex(
    r"(?<!\w)[وف]?(?:قد )?(?:زعمت?|زعموا|ادعت?|اشاعت?|روجت?)(?!\w)[^.]*$"
    r"|\b(?:pages|accounts|users|posts?|reports|outlets|channels|websites)\b[^.]{0,40}\bclaim(?:ed|ing)\b[^.]*$"
)
"""«وكانت صفحات قد زعمت أن …»: what is denied, told behind the denial."""
_THIS_NEWS = regex(
    r"(?<!\w)(?:ال)?(?:خبر|اخبار|انباء|معلومات|ادعاءات|مزاعم|شايعات|شايعه|تقارير|ذلك|جمله وتفصيلا|قاطعا|الامر|ما تداولت\w*|ما (?:اشيع|نشر|تناقلت\w*))(?!\w)"
    r"|\b(?:reports|rumou?rs|claims|circulated|allegations|untrue|baseless)\b"
)
_FURTHER = 3
"""Sentences within which what was rumoured is denied."""
_DENIALS = frozenset(("denied", "untrue"))
_ASSERTED = frozenset((Modality.DONE, Modality.ONGOING))


def denied_later(drafts: Sequence[Draft], clauses: Sequence[Clause]) -> list[Draft]:
    """The drafts; what is told as a rumour and denied in one of the next sentences is denied."""
    denials = [c for c in clauses if not c.titular and c.has(*_DENIALS) and _THIS_NEWS.search(c.plain)]
    if not denials:
        return list(drafts)
    return [_denied(d, denials) for d in drafts]


def _denied(draft: Draft, denials: Sequence[Clause]) -> Draft:
    clause = draft.clause
    if draft.type is EventType.STATEMENT:
        return draft
    claimed = _CLAIMED.search(clause.before(draft.start, 160))
    if claimed is not None and any(abs(c.order - clause.order) <= _FURTHER for c in denials):
        start = draft.start - len(clause.before(draft.start, 160)) + claimed.start()
        return replace(draft, modality=Modality.DENIED, modality_at=_word_at(clause, start))
    if draft.modality not in _ASSERTED:
        return draft
    told = clause.before(draft.start, 160)
    ahead, behind = _RUMOUR.search(told), _ALLEGED.search(clause.after(draft.end, 30))
    near = clause.titular or any(0 <= c.order - clause.order <= _FURTHER for c in denials)
    if (ahead is None and behind is None) or not near:
        return draft
    start = draft.start - len(told) + ahead.start() if ahead else draft.end + (behind.start() if behind else 0)
    return replace(draft, modality=Modality.DENIED, modality_at=_word_at(clause, start))


_ALLEGED = regex(r"(?<!\w)مزعوم\w*")
_WORD = regex(r"\w+")


def _word_at(clause: Clause, start: int) -> tuple[int, int]:
    found = _WORD.search(clause.text.plain, start)
    assert found is not None  # a cue begins with a word
    return found.span()
