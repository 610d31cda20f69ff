"""People counted by their nationality alone: «22 سورياً» are citizens of Syria, and no Syria. PURE."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence

from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_COUNTED = regex(
    r"(?:(?<![\d,.])(?!(?:19|20)\d\d )\d[\d,.]{0,9}\)?|(?<!\w)[وبل]?(?:ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره|عشر|عشرين|ثلاثين|اربعين|خمسين|ستين|سبعين|ثمانين|تسعين|ميه|مايه|ميتي|الف|الاف)) "
    r"(?P<who>(?:سوري|عراقي)(?:ا|ين|ون)?)(?!\w)"
)
_LAND = "c_sy"


def with_nationals(words: Sequence[Word], plain: str) -> list[Word]:
    """The words, and those counted by nationality among them as citizens."""
    found = list(words)
    for match in _COUNTED.finditer(plain):
        at, end = match.span("who")
        insort(found, Word(at, end, at, frozenset(("citizens",))), key=lambda w: w.start)
    return found


def no_lands(mentions: Iterable[Mention], plain: str) -> list[Mention]:
    """The names without those that are the people counted."""
    counted = {m.start("who") for m in _COUNTED.finditer(plain)}
    return [m for m in mentions if not (m.start in counted and m.place == _LAND)]
