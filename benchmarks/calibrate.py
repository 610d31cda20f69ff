"""`python -m benchmarks.calibrate`: fits the coder's confidence on the development set and writes its weights.

Logistic regression by gradient descent with a little shrinkage; no random numbers, so the same set gives the same file.
What speaks for a report is learnt from the whole set; how sure that makes it from files that hardly any rule was
written on, for the coder reads the others better than anything it has not seen.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.score import FRESH, agreed, pair, read_set
from ingest.coding import building, confidence
from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped
from ingest.coding.words import FOLDER

STEPS = 4_000
RATE = 0.3
SHRINKAGE = 0.02


TEMPERING = ("ar_j", "en_j", *FRESH)
"""Files on which hardly any rule was written: leads worded on purpose as nobody does, and whole articles that came
last."""

Example = tuple[dict[str, float], bool]


def examples(names: Iterable[str] = ("*",)) -> list[Example]:
    """Features of every report on these files of the set that the model judges, and whether the hand coding agrees."""
    found: list[Example] = []
    kept: dict[tuple[Any, ...], dict[str, float]] = {}
    original = confidence.report_features

    def note(report: Any, happening: Any, main: bool) -> dict[str, float]:
        features = original(report, happening, main)
        where = {s.start for s in report.spans if s.field == "type"}
        kept[report.type.value, frozenset(where)] = features
        return features

    confidence.report_features = note
    building.report_confidence = confidence.report_confidence
    lexicon = shipped()
    for row in (row for name in names for row in read_set("dev", name)):
        kept.clear()
        said = answer(json.dumps(row), 0, lexicon)["reports"]
        pairs = pair(said, row["expected"]["reports"])
        for report in said:
            partner = next((theirs for mine, theirs in pairs if mine is report), None)
            where = frozenset(s["start"] for s in report["spans"] if s["field"] == "type")
            features = kept.get((report["type"], where))
            if features is not None:
                found.append((features, partner is not None and agreed(report, partner)))
    confidence.report_features = original
    return found


def fit(rows: Sequence[Example]) -> dict[str, float]:
    """Weights that make the examples likely."""
    names = sorted({n for features, _ in rows for n in features})
    weights = dict.fromkeys(names, 0.0)
    for _ in range(STEPS):
        slope = {n: SHRINKAGE * w * (n != "always") for n, w in weights.items()}
        for features, right in rows:
            missed = confidence.probability(features, weights) - right
            for name, value in features.items():
                slope[name] += missed * value / len(rows)
        for name in names:
            weights[name] -= RATE * slope[name]
    return {n: round(w, 3) for n, w in weights.items()}


def tempered(weights: dict[str, float], rows: Sequence[Example]) -> dict[str, float]:
    """The weights by one factor, and moved by one constant, so that their probabilities come true on these examples."""
    scores = [(sum(v * weights[n] for n, v in features.items() if n in weights), right) for features, right in rows]
    factor, shift = 1.0, 0.0
    for _ in range(STEPS):
        missed = [(score, 1 / (1 + math.exp(-factor * score - shift)) - right) for score, right in scores]
        factor -= RATE * sum(score * by for score, by in missed) / len(rows)
        shift -= RATE * sum(by for _, by in missed) / len(rows)
    return {n: round(w * factor + (shift if n == "always" else 0.0), 3) for n, w in weights.items()}


def main() -> int:
    """Fit, write, say how often the reports were right."""
    rows = examples()
    fitted = tempered(fit(rows), examples(TEMPERING))
    (FOLDER / "weights.json").write_text(json.dumps(fitted, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(rows)} reports, {sum(right for _, right in rows)} right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
