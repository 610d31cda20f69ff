"""What a text tells that no rule knows: an act by the fitted model of whole articles, sure enough to be looked at. PURE."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from events.codebook import EventType
from ingest.coding.borders import only_of_another
from ingest.coding.event_types import Draft, Happening
from ingest.coding.fitted import NONE, WORD, Model, stem, weight
from ingest.coding.modality import read_modality
from ingest.coding.outcomes import at_once
from ingest.coding.prior import fitted
from ingest.coding.reading import Clause
from ingest.coding.scenery import AT_THE_LINE
from ingest.coding.words import Word

SURE = 0.85
"""P(in scope) from which an article without a report by rule is given one."""
HEAD = 4
"""Sentences within which a text names both countries that is given a report by the model of articles alone."""
BELIEVED = 0.6
"""P(in scope) from which an article keeps its reports though the model of clauses believes none of them."""
_FEW = 3
UNLIKELY = 0.1
"""P(in scope) below which what rules found is no news of the two countries."""


def guessed(
    told: Sequence[Clause], article: Mapping[str, float], acts: Collection[EventType]
) -> tuple[Happening, float] | None:
    """The act that headline and head most likely tell by the article's `prior.shares`, and how likely: one of `acts`, which
    rules found though nothing came of it, where that is nearly as likely. The word that speaks for it most is its proof."""
    heads = [c for c in told if c.lead and not c.titular] or [c for c in told if c.titular]
    if not heads:
        return None
    sure = 1 - article[NONE]
    likely = {name: share * (1 + (name in acts)) for name, share in article.items() if name != NONE}
    kind = max(likely, key=lambda name: likely[name])
    if sure < SURE or (kind in AT_THE_LINE and only_of_another(heads[0])):
        return None
    clause, word = speaks_most(heads, kind, "h", fitted())
    modality, at = at_once(EventType(kind), read_modality(clause, word))
    draft = Draft(EventType(kind), clause, word.start, word.end, modality, at)
    return Happening(draft.type, [draft]), article[kind]


def speaks_most(clauses: Sequence[Clause], kind: str, sort: str, known: Model) -> tuple[Clause, Word]:
    """The word of some clauses that a model weighs most for a type, with its clause; `sort`: of the features of stems."""

    def speaks(told: tuple[Clause, Word]) -> float:
        clause, word = told
        return weight(f"{sort} {stem(clause.text.plain[word.start : word.end])}", kind, known)

    return max(((c, w) for c in clauses for w in _words(c)), key=speaks)


def unlikely(article: Mapping[str, float]) -> bool:
    """Whether an article looks (its `prior.shares`) so little like one in scope that its acts are not believed."""
    return 1 - article[NONE] < UNLIKELY


def doubtful(article: Mapping[str, float], told: Sequence[Clause]) -> bool:
    """Whether an article does not look in scope enough to be told of by reports that the model of clauses believes none
    of; a sentence or two look like nothing."""
    return len(told) > _FEW and 1 - article[NONE] < BELIEVED


def _words(clause: Clause) -> list[Word]:
    known = {w.start: w for w in clause.words}
    plain = clause.text.plain
    found = (m.span() for m in WORD.finditer(plain, clause.start, clause.end))
    return [known.get(a) or Word(a, b, a, frozenset()) for a, b in found] or [
        Word(clause.start, clause.end, clause.start, frozenset())
    ]
