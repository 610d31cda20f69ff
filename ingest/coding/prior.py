"""What an article looks like as a whole: a fitted model of its words, for what no rule knows. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.coding.fitted import WORD, Model, model, stem
from ingest.coding.fitted import shares as shares_of
from ingest.coding.reading import Clause

FILE = "prior.json"
_HEAD, _REST = 450, 1_500
"""Characters of the body that count as its head, and up to which the rest is looked at."""


def features(told: Sequence[Clause]) -> set[str]:
    """Stems and pairs of stems of headline and head, classes of words and kinds of names there, stems of the rest."""
    found: set[str] = set()
    for clause in told:
        if not clause.titular and clause.start > _REST:
            break
        stems = [stem(w) for w in WORD.findall(clause.plain)]
        if not clause.titular and clause.start > _HEAD:
            found.update(f"t {s}" for s in stems)
            continue
        found.update(f"h {s}" for s in stems)
        found.update(f"b {a} {b}" for a, b in zip(stems, stems[1:], strict=False))
        found.update(f"c {name}" for name in clause.classes)
        for mention in clause.mentions:
            found.add(f"m {mention.kind} {(mention.actor or mention.place or '').split('_')[0]}")
            if mention.land:
                found.add(f"l {mention.land}")
    return found


def fitted() -> Model:
    """The model of whole articles."""
    return model(FILE)


def shares(told: Sequence[Clause]) -> dict[str, float]:
    """The probability of each class (a type, or NONE) for an article."""
    return shares_of(features(told), fitted())
