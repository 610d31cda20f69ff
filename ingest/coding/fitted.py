"""Fitted linear models over sets of features: how their files are read, and what they give. PURE."""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence

from ingest.coding.words import FOLDER

NONE = "none"
"""The class of what tells of nothing in scope."""
WORD = re.compile(r"[^\W\d]{2,}")
_BEFORE = ("وال", "بال", "فال", "كال", "لل", "ال")
_BEHIND_AR = ("ات", "ون", "ين", "ان", "ها", "هم", "ه", "ي")
_BEHIND_EN = ("ing", "ed", "es", "s", "ly")
_SHORTEST = 3

Model = tuple[tuple[str, ...], Mapping[str, Sequence[float]]]
"""The classes, and per feature its weight in each of them; the feature "" is the intercept."""


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
def model(name: str) -> Model:
    """The model that `make calibrate` wrote into a file of patterns."""
    kept = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    rows = {f: dict(zip(row[::2], row[1::2], strict=True)) for f, row in kept["weights"].items()}
    numbers = range(len(kept["classes"]))
    return tuple(kept["classes"]), {f: tuple(row.get(n, 0.0) for n in numbers) for f, row in rows.items()}


def shares(features: Iterable[str], fitted: Model) -> dict[str, float]:
    """The probability of each class (a type, or NONE)."""
    names, weights = fitted
    rows = [weights[f] for f in features if f in weights]
    score = [math.fsum(column) for column in zip(weights[""], *rows, strict=True)]
    top = max(score)
    raised = [math.exp(s - top) for s in score]
    total = sum(raised)
    return {name: value / total for name, value in zip(names, raised, strict=True)}


def weight(feature: str, kind: str, fitted: Model) -> float:
    """What a feature adds to a class."""
    names, weights = fitted
    row = weights.get(feature)
    return row[names.index(kind)] if row else 0.0
