"""`python -m benchmarks.prior`: fits the model of whole articles on the development set and writes its weights.

Multinomial logistic regression over the features of `ingest.coding.prior`, with shrinkage; no random numbers.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from unittest import mock

import numpy as np

from benchmarks.score import FRESH, read_set
from ingest.coding import coder
from ingest.coding.contract import answer
from ingest.coding.fitted import NONE, Model, as_model
from ingest.coding.lexicon import shipped
from ingest.coding.prior import FILE, features
from ingest.coding.words import FOLDER

STEPS, RATE, SHRINKAGE = 400, 0.1, 1.0
FEWEST = 2
"""Examples in which a feature must stand."""
FOLDS = 5
HARDLY = 0.05
"""Part of the shrinkage that holds for firm features."""
SMALLEST = 0.04
"""Weights below are left out of the file."""


def examples(name: str) -> list[tuple[set[str], str]]:
    """Features and class of every article in which both countries are named."""
    found: list[tuple[set[str], str]] = []
    seen: list[Sequence[Any]] = []
    original = coder.with_context
    lexicon = shipped()

    def note(told: Any) -> Any:
        seen.append(original(told))
        return seen[-1]

    without = {"guessed": lambda *told: None, "unlikely": lambda article: False, "sensed": nothing}
    with mock.patch.multiple(coder, with_context=note, **without):
        for row in read_set(name, without=FRESH):
            seen.clear()
            answer(json.dumps(row), 0, lexicon)
            if seen:
                found.append((features(seen[-1]), kind_of(row["expected"])))
    return found


def apart(rows: Sequence[tuple[set[str], str]]) -> list[Model]:
    """A model for every row, fitted on others only: what it says of the row is what it would say of any new article."""
    folds = [as_model(fit([row for n, row in enumerate(rows) if n % FOLDS != fold])) for fold in range(FOLDS)]
    return [folds[n % FOLDS] for n in range(len(rows))]


def nothing(*told: Any) -> tuple[()]:
    """Stands in for what senses second events."""
    return ()


def kind_of(expected: dict[str, Any]) -> str:
    """The type of an article's first report that is no background; NONE out of scope."""
    reports = sorted(expected["reports"], key=lambda r: bool(r["background"]))
    return str(reports[0]["type"]) if expected["relevant"] else NONE


def fit(
    rows: Sequence[tuple[set[str], str]],
    fewest: int = FEWEST,
    shrinkage: float = SHRINKAGE,
    firm: str | tuple[str, ...] = (),
) -> dict[str, Any]:
    """Classes, and per feature a flat list of class numbers and weights; the feature "" is the intercept. `firm`: how
    features begin that hardly shrink: few and telling, they would else be outvoted by many weak ones."""
    classes = sorted({kind for _, kind in rows})
    counted = Counter(f for found, _ in rows for f in found)
    places = {f: n for n, f in enumerate(sorted(f for f, count in counted.items() if count >= fewest))}
    given = [[places[f] for f in sorted(found) if f in places] + [len(places)] for found, _ in rows]
    forth, back = sums(given), sums(turned(given, len(places) + 1))
    wanted = np.zeros((len(rows), len(classes)), dtype=np.float32)
    wanted[np.arange(len(rows)), [classes.index(kind) for _, kind in rows]] = 1
    weights = np.zeros((len(places) + 1, len(classes)), dtype=np.float32)
    shrunk = np.full((len(places) + 1, 1), shrinkage, dtype=np.float32)
    shrunk[[n for f, n in places.items() if f.startswith(firm)]] *= HARDLY
    slopes = np.full_like(weights, 1e-8)
    for _ in range(STEPS):
        scores = forth(weights)
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        slope = back(raised / raised.sum(axis=1, keepdims=True) - wanted) + shrunk * weights
        slopes += slope**2
        weights -= RATE * slope / np.sqrt(slopes)
    named = {**places, "": len(places)}
    kept = {f: _flat(weights[n]) for f, n in sorted(named.items())}
    return {"classes": classes, "weights": {f: row for f, row in kept.items() if row}}


def sums(lists: Sequence[Sequence[int]]) -> Callable[[Any], Any]:
    """What adds up the rows of a table that each list names, a row per list; no list is empty."""
    numbers = np.concatenate([np.asarray(one, dtype=np.int32) for one in lists])
    starts = np.cumsum([0, *(len(one) for one in lists[:-1])])
    return lambda table: np.add.reduceat(table[numbers], starts, axis=0)


def turned(lists: Sequence[Sequence[int]], count: int) -> list[list[int]]:
    """Per number the lists that name it."""
    turned: list[list[int]] = [[] for _ in range(count)]
    for n, one in enumerate(lists):
        for number in one:
            turned[number].append(n)
    return turned


def _flat(row: Any) -> list[int]:
    return [value for n, w in enumerate(row) if abs(w) >= SMALLEST for value in (n, round(float(w) * 100))]


def main() -> int:
    """Fit and write."""
    rows = examples("dev")
    print(f"{len(rows)} articles, {write(fit(rows), FILE)}")
    return 0


def write(fitted: dict[str, Any], name: str) -> str:
    """Write a model into a file of patterns; how large it is, in words."""
    text = json.dumps(fitted, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n")
    (FOLDER / name).write_text(text + "\n", encoding="utf-8")
    return f"{len(fitted['weights'])} features, {len(text) // 1024} KB"


if __name__ == "__main__":
    sys.exit(main())
