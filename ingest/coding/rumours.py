"""What is told only to be called untrue: «تتداول صفحات خبراً مفاده … هذا الخبر كاذب». PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from events.codebook import EventType, Modality
from ingest.coding.event_types import Draft
from ingest.coding.reading import Clause

_RUMOUR = re.compile(
    r"(?<!\w)[وف]?(?:[تي]تداول|تداولت?|تناقلت?|[تي]تناقل|انباء|اخبارا?|خبرا|شايعات|شايعه|مزاعم|ادعاءات|مزعوم\w*|ما (?:اشيع|نشر|تردد|تداولته|نقلته))(?!\w)[^.]*$"
)
_THIS_NEWS = re.compile(
    r"(?<!\w)(?:ال)?(?:خبر|اخبار|انباء|معلومات|ادعاءات|مزاعم|شايعات|شايعه|تقارير|ذلك|جمله وتفصيلا|قاطعا|الامر)(?!\w)"
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
    if draft.type is EventType.STATEMENT or draft.modality not in _ASSERTED:
        return draft
    rumour = _RUMOUR.search(clause.before(draft.start, 160)) or _ALLEGED.search(clause.after(draft.end, 30))
    near = clause.titular or any(0 <= c.order - clause.order <= _FURTHER for c in denials)
    if rumour is None or not near:
        return draft
    told = clause.before(draft.start, 160)
    start = draft.start - len(told) + rumour.start() if rumour.re is _RUMOUR else draft.end + rumour.start()
    return replace(draft, modality=Modality.DENIED, modality_at=_word_at(clause, start))


_ALLEGED = re.compile(r"(?<!\w)مزعوم\w*")
_WORD = re.compile(r"\w+")


def _word_at(clause: Clause, start: int) -> tuple[int, int]:
    found = _WORD.search(clause.text.plain, start)
    assert found is not None  # a cue begins with a word
    return found.span()
