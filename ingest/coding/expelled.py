"""Foreigners without papers: who is put over the border, or let off, for lack of them. PURE."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_PAPERS = regex(
    r"\bdeport\w*|\bexpel\w*|\bexpulsion|\bresidency\b|\bovers?stay\w*|\boutstay\w*|\bwithout (?:\w+ )?(?:papers|permits|documents|visas?)\b|\bundocumented"
    r"|(?<!\w)[وف]?(?:رحل(?!ه|ات|تا|تين|تي)\w*|[يت]رحل\w*|ترحيل\w*|(?:ال)?مرحل(?:ين|ون)|ابعد\w*|ابعاد\w*|(?:ال)?مبعد(?:ين|ون))(?!\w)"
    r"|(?<!\w)[وبل]?(?:ال|لل)?مخالف\w*(?: \S+){0,3} (?:ال)?اقامه|(?:قانون|شروط|قوانين|انظمه) الاقامه|دون (?:اوراق|تصاريح|اقامات|اقامه)"
    r"|(?:سوريين|سوريون) (?:ال)?مخالف"
)
_THEY = regex(
    r"\b(?P<en>(?:(?:syrian|foreign) (?:nationals|workers|citizens|men|youths|labou?rers|visitors)|syrians|deportees|foreigners|labou?rers|workers))\b"
    r"|(?<!\w)[ولب]?(?P<ar>(?:شخصا|شابا|عاملا|مواطنا|(?:ال|لل)?(?:عمال|عماله|مواطنين|شبان|شباب|رعايا|مقيمين|مخالفين)(?: (?:ال)?(?:سوري|اجانب)\w*)?|(?:ال|لل)?(?:سوريين|سوريون|اجانب|مرحلين|مبعدين)|سوريا(?= (?:كانوا|لمخالف|دخلوا|لعدم|الي|عبر|رحل|بعد|ابعد|مخالف))))(?!\w)"
)
_NEAR = 2
"""Sentences from an act within which it is told that people had no papers."""
_OUR_MEN = frozenset(("pop_sy_soldiers", "pop_camp_families", "pop_refugees"))


def without_papers(told: Sequence[Clause], near: Iterable[Clause]) -> tuple[Clause, int, int] | None:
    """Where those stand of whom `told`, or the clauses near it, say that they have no papers, and nothing else."""
    first = told[0]
    around = [
        c for c in near if c.text is first.text and abs(c.order - first.order) <= _NEAR and not c.has("background")
    ]
    if any(c.classes & _OUR_MEN for c in told) or not any(_PAPERS.search(c.plain) for c in (*told, *around)):
        return None
    for clause in told:
        found = _THEY.search(clause.text.plain, clause.start, clause.end)
        if found is not None:
            return clause, *found.span(found.lastgroup or 0)
    return None
