"""Fitted linear models over sets of features: how their files are read, and what they give. PURE."""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ingest.coding.words import FOLDER

NONE = "none"
"""The class of what tells of nothing in scope."""
WORD = re.compile(r"[^\W\d]{2,}")
_BEFORE = ("وال", "بال", "فال", "كال", "لل", "ال")
_BEHIND_AR = ("ات", "ون", "ين", "ان", "ها", "هم", "ه", "ي")
_BEHIND_EN = ("ing", "ed", "es", "s", "ly")
_SHORTEST = 3

Model = tuple[tuple[str, ...], Mapping[str, Sequence[tuple[int, int]]]]
"""The classes, and per feature in which of them (by number) it weighs how many hundredths; "" is the intercept. Whole
numbers add up to the same in any order, and most features weigh in two or three classes only."""
_HUNDRED = 100


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
    return as_model(json.loads((FOLDER / name).read_text(encoding="utf-8")))


def as_model(kept: Mapping[str, Any]) -> Model:
    """A model by what is kept of it: `classes`, and `weights` as flat lists of numbers of classes and weights."""
    rows = {
        f: tuple(zip(row[::2], (round(w * _HUNDRED) for w in row[1::2]), strict=True))
        for f, row in kept["weights"].items()
    }
    return tuple(kept["classes"]), rows


def shares(features: Iterable[str], fitted: Model) -> dict[str, float]:
    """The probability of each class (a type, or NONE)."""
    names, weights = fitted
    score = [0] * len(names)
    for feature in ("", *features):
        for number, hundredths in weights.get(feature, ()):
            score[number] += hundredths
    top = max(score)
    raised = [math.exp((s - top) / _HUNDRED) for s in score]
    total = sum(raised)
    return {name: value / total for name, value in zip(names, raised, strict=True)}


def score(features: Iterable[str], fitted: Model) -> float:
    """What features add up to in a model of one class: log odds against others of a choice."""
    weights = fitted[1]
    return sum(hundredths for f in features for _, hundredths in weights.get(f, ())) / _HUNDRED


def weight(feature: str, kind: str, fitted: Model) -> float:
    """What a feature adds to a class."""
    names, weights = fitted
    return dict(weights.get(feature, ())).get(names.index(kind), 0) / _HUNDRED
