"""`python -m benchmarks.days`: fits the model that chooses the day of a happening on the development set.

An example is a report that is right with the days that may be its own, of which the hand coding names one.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from unittest import mock

import numpy as np

from benchmarks.prior import RATE, SMALLEST, sums, turned, write
from benchmarks.score import FRESH, pair, read_set
from ingest.coding import building
from ingest.coding.contract import answer
from ingest.coding.dating import Dating
from ingest.coding.day_choice import FILE, TAKEN_PLACE, Telling, features, options
from ingest.coding.lexicon import shipped

STEPS, FEWEST, SHRINKAGE = 300, 3, 1.0
Choice = list[tuple[set[str], bool]]
"""The features of each day, and whether it is the right one."""


def examples(rows: Iterable[dict[str, Any]]) -> list[Choice]:
    """The choices of all reports that are right and whose day is among those of the text."""
    found: list[Choice] = []
    seen: dict[tuple[str, str, int], list[tuple[set[str], str]]] = {}
    lexicon = shipped()

    def note(telling: Telling, ruled: Dating) -> Dating:
        if telling.modality not in TAKEN_PLACE:
            return ruled
        first = telling.happening.first
        proof = first.clause.text.span("type", first.start, first.end)
        key = (telling.happening.type.value, "title" if first.clause.titular else "text", proof.start)
        seen[key] = [(features(telling, ruled, o), o.date.isoformat()) for o in options(telling, ruled)]
        return ruled

    with mock.patch.object(building, "chosen", note):
        for row in rows:
            seen.clear()
            said = answer(json.dumps(row), 0, lexicon)
            for mine, theirs in pair(said["reports"], row["expected"]["reports"]):
                proof = next(s for s in mine["spans"] if s["field"] == "type")
                days = seen.get((mine["type"], proof["in"], proof["start"]), [])
                choice = [(told, date == theirs["date"]) for told, date in days]
                if any(right for _, right in choice):
                    found.append(choice)
    return found


def fit(choices: Sequence[Choice]) -> dict[str, Any]:
    """Conditional logistic regression: what makes a day likelier than the others of its text."""
    counted = Counter(f for choice in choices for told, _ in choice for f in told)
    places = {f: n for n, f in enumerate(sorted(f for f, count in counted.items() if count >= FEWEST))}
    given = [[places[f] for f in sorted(told) if f in places] + [len(places)] for c in choices for told, _ in c]
    forth, back = sums(given), sums(turned(given, len(places) + 1))
    sizes = [len(choice) for choice in choices]
    starts = np.cumsum([0, *sizes[:-1]])
    of = np.repeat(np.arange(len(choices)), sizes)
    right = np.asarray([float(r) for choice in choices for _, r in choice], dtype=np.float32)
    right /= np.add.reduceat(right, starts)[of]
    weights = np.zeros((len(places) + 1, 1), dtype=np.float32)
    slopes = np.full_like(weights, 1e-8)
    for _ in range(STEPS):
        scores = forth(weights)[:, 0]
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        missed = raised / np.add.reduceat(raised, starts)[of] - right
        slope = back(missed[:, None]) + SHRINKAGE * weights
        slopes += slope**2
        weights -= RATE * slope / np.sqrt(slopes)
    kept = {f: [0, round(float(weights[n, 0]) * 100)] for f, n in places.items() if abs(weights[n, 0]) >= SMALLEST}
    return {"classes": ["right"], "weights": kept}


def main() -> int:
    """Fit and write."""
    choices = examples(read_set("dev", without=FRESH))
    print(f"{len(choices)} choices, {write(fit(choices), FILE)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
