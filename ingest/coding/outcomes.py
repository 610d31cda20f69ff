"""What the type makes of a modality: what is said is done, a base is taken as soon as its taking began. PURE."""

from __future__ import annotations

from events.codebook import EventType, Modality
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.subordination import first_ever
from ingest.coding.words import Word

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
    if modality is Modality.PLANNED and first_ever(clause, word):
        return Modality.DONE, None
    if (kind, modality) in SETTLED or (granting and modality is Modality.ONGOING and arabic):
        return Modality.DONE, None
    return modality, at


def at_once(kind: EventType, told: tuple[Modality, tuple[int, int] | None]) -> tuple[Modality, tuple[int, int] | None]:
    """What a model found, done where its type is never under way."""
    return (Modality.DONE, None) if (kind, told[0]) in SETTLED else told


_AT_WORK = frozenset((Modality.DONE, Modality.ONGOING))
