"""What an article looks like as a whole: a fitted model of its words, for what no rule knows. PURE."""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Mapping, Sequence

from ingest.coding.reading import Clause
from ingest.coding.words import FOLDER

NONE = "none"
"""The class of an article that tells of nothing in scope."""
_HEAD, _REST = 450, 1_500
"""Characters of the body that count as its head, and up to which the rest is looked at."""
WORD = re.compile(r"[^\W\d]{2,}")
_BEFORE = ("وال", "بال", "فال", "كال", "لل", "ال")
_BEHIND_AR = ("ات", "ون", "ين", "ان", "ها", "هم", "ه", "ي")
_BEHIND_EN = ("ing", "ed", "es", "s", "ly")
_SHORTEST = 3


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


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word of folded text without what is written before and behind it: rough, but the same way each time."""
    if word < "\u0600":
        end = next((e for e in _BEHIND_EN if word.endswith(e) and len(word) - len(e) > _SHORTEST), "")
        return word.removesuffix(end)
    start = next((s for s in _BEFORE if word.startswith(s) and len(word) - len(s) >= _SHORTEST), "")
    bare = word.removeprefix(start)
    if not start and bare[0] in "وفبل" and len(bare) > _SHORTEST + 1:
        bare = bare[1:]
    end = next((e for e in _BEHIND_AR if bare.endswith(e) and len(bare) - len(e) >= _SHORTEST), "")
    return bare.removesuffix(end)


@functools.cache
def model() -> tuple[tuple[str, ...], Mapping[str, Sequence[float]]]:
    """The classes, and per feature its weight in each of them; `make calibrate` fits them."""
    kept = json.loads((FOLDER / "prior.json").read_text(encoding="utf-8"))
    rows = {f: dict(zip(row[::2], row[1::2], strict=True)) for f, row in kept["weights"].items()}
    numbers = range(len(kept["classes"]))
    return tuple(kept["classes"]), {f: tuple(row.get(n, 0.0) for n in numbers) for f, row in rows.items()}


def shares(told: Sequence[Clause]) -> dict[str, float]:
    """The probability of each class (a type, or NONE) for an article."""
    names, weights = model()
    rows = [weights[f] for f in features(told) if f in weights]
    score = [math.fsum(column) for column in zip(weights[""], *rows, strict=True)]
    top = max(score)
    raised = [math.exp(s - top) for s in score]
    total = sum(raised)
    return {name: value / total for name, value in zip(names, raised, strict=True)}
