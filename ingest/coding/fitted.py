"""Fitted linear models over sets of features: how their files are read, and what they give. PURE."""

from __future__ import annotations

import functools
import json
import math
import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any

from ingest.coding.regexes import regex
from ingest.coding.words import FOLDER

NONE = "none"
"""The class of what tells of nothing in scope."""
WORD = regex(r"[^\W\d]{2,}")
_BEFORE = ("وال", "بال", "فال", "كال", "لل", "ال")
_BEHIND_AR = ("ات", "ون", "ين", "ان", "ها", "هم", "ه", "ي")
_BEHIND_EN = ("ing", "ed", "es", "s", "ly")
_SHORTEST = 3

Model = tuple[tuple[str, ...], Mapping[str, int]]
"""The classes, and per feature how many hundredths it weighs in each of them; "" is the intercept. All weights of a
feature are one whole number, class by class in fields of `_BITS`: a hundred features add up in one sum."""
_HUNDRED = 100
_BITS = 32
_HALF = 1 << _BITS - 1


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
    """A model by what is kept of it: `classes`, and `weights` as flat lists of numbers of classes and hundredths."""
    return tuple(kept["classes"]), {feature: _packed(row) for feature, row in kept["weights"].items()}


def _packed(row: Sequence[int]) -> int:
    return sum(w << _BITS * n for n, w in zip(row[::2], row[1::2], strict=True))


def _unpacked(total: int, classes: int) -> list[int]:
    """The hundredths of each class."""
    whole = total + _HALF * ((1 << _BITS * classes) - 1) // ((1 << _BITS) - 1)
    return [field - _HALF for field in struct.unpack(f"<{classes}I", whole.to_bytes(classes * _BITS // 8, "little"))]


def shares(features: Iterable[str], fitted: Model) -> dict[str, float]:
    """The probability of each class (a type, or NONE)."""
    names, weights = fitted
    score = _unpacked(sum(map(weights.get, features, repeat(0)), weights.get("", 0)), len(names))
    top = max(score)
    raised = [math.exp((s - top) / _HUNDRED) for s in score]
    total = sum(raised)
    return {name: value / total for name, value in zip(names, raised, strict=True)}


def score(features: Iterable[str], fitted: Model) -> float:
    """What features add up to in a model of one class: log odds against others of a choice."""
    return sum(map(fitted[1].get, features, repeat(0))) / _HUNDRED


def weight(feature: str, kind: str, fitted: Model) -> float:
    """What a feature adds to a class."""
    names, weights = fitted
    return _unpacked(weights.get(feature, 0), len(names))[names.index(kind)] / _HUNDRED
