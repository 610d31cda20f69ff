"""What the type makes of a modality: what is said is done, a base is taken as soon as its taking began. PURE."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.codebook import EventType, Modality
from ingest.coding.naming import agreed_on
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.subordination import first_ever
from ingest.coding.words import Word

if TYPE_CHECKING:
    from ingest.coding.event_types import Draft

SETTLED = frozenset(
    [(EventType(t), Modality.ONGOING) for t in ("diplomatic_status", "incident", "call", "meeting", "appointment")]
    + [(EventType.STATEMENT, m) for m in Modality if m is not Modality.DONE]
)
"""What is said is done, whatever it is about; what happens at once is never under way."""

_SEIZES = regex(r"بسط|[يت]?سيطر|سيطره|[يت]?تسلم|استلام|دخول")
"""«باشرت بسط سيطرتها»: done as soon as begun."""
_SETTLING = regex(r"(?:ال)?(?:تسوي\w*|مركزا? (?:ال|ل|لل)?تسوي\w*|مراكز (?:ال|ل|لل)?تسوي\w*)")
_COME = regex(
    r"(?<!\w)[وف]?(?:[يت]شهد|[يت]واصل|[يت]تواصل|[يت]ستمر|[يت]توافد(?:ون)?|[يت]راجع(?:ون)?|[يت]صطف|[يت]زدحم|[يت]تدفق(?:ون)?|[يت]ستقبل|[يت]نتظر(?:ون)?|اقبال\w*|توافد|ازدحام|طوابير|لليوم (?:ال)?(?:ثاني|ثالث|رابع|خامس))(?!\w)"
)
"""«يشهد مركز التسوية إقبالاً»: who settles his status still comes."""


def settled(
    clause: Clause, word: Word, kind: EventType, modality: Modality, at: tuple[int, int] | None
) -> tuple[Modality, tuple[int, int] | None]:
    """The modality of an act of a type, and where its cue stands."""
    plain = clause.text.plain
    arabic = plain[word.stem] > "\u0600"
    if kind is EventType.AMNESTY and arabic and modality in _AT_WORK and clause.lead:
        come = _COME.search(plain, clause.start, clause.end) if _SETTLING.search(plain, word.start, word.end) else None
        if come is not None:
            return Modality.ONGOING, come.span()
    granting = kind is EventType.AMNESTY or (kind is EventType.BORDER_MEASURE and _SEIZES.match(plain, word.stem))
    if modality is Modality.PLANNED and (first_ever(clause, word) or _of_its_work(clause, word, at)):
        return Modality.DONE, None
    if (kind, modality) in SETTLED or (granting and modality is Modality.ONGOING and arabic):
        return Modality.DONE, None
    return modality, at


def _of_its_work(clause: Clause, word: Word, at: tuple[int, int] | None) -> bool:
    """ "agreed to form a joint committee that will hold its first meeting next month": its meetings are to come."""
    if "joint_body" not in word.classes or at is None or at[0] < word.end:
        return False
    return _ITS_WORK.search(clause.text.plain, word.end, at[1]) is not None


_ITS_WORK = regex(
    r"\b(?:that|which|whose|where) |\bwith (?:its|the) first\b|[,;] (?:to|with)\b"
    r"|(?<!\w)(?:التي|الذي|علي ان|و?س?[يت](?:عقد|جتمع|باشر|بد[اء]|تولي|شرف|ضم|زور|قوم|عمل|لتئم|ناقش|بحث|تابع|نطلق|ستقر|تكون|عني))(?!\w)"
)


def only_agreed_on(draft: Draft) -> bool:
    """«واتفقا على تشكيل لجنة مشتركة», "agreed to exchange information": what came of talks, with nothing to sign."""
    if draft.type is EventType.AGREEMENT:
        return draft.modality is not Modality.DONE and draft.clause.has("joint_body") and not draft.clause.has("sign")
    return draft.type in _AGREED_ON and agreed_on(draft.clause, draft.start, _REACH)


_AGREED_ON = frozenset((EventType.INTELLIGENCE_SHARING, EventType.JOINT_OPERATION))
_REACH = 90


def at_once(kind: EventType, told: tuple[Modality, tuple[int, int] | None]) -> tuple[Modality, tuple[int, int] | None]:
    """What a model found, done where its type is never under way."""
    return (Modality.DONE, None) if (kind, told[0]) in SETTLED else told


_AT_WORK = frozenset((Modality.DONE, Modality.ONGOING))
