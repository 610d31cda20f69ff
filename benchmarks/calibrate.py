"""`python -m benchmarks.calibrate`: fits the coder's confidence on the development set and writes its weights.

Logistic regression by gradient descent with a little shrinkage; no random numbers, so the same set gives the same file.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from benchmarks.score import agreed, pair, read_set
from ingest.coding import building, confidence
from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped
from ingest.coding.words import FOLDER

STEPS = 4_000
RATE = 0.3
SHRINKAGE = 0.02


def examples() -> list[tuple[dict[str, float], bool]]:
    """Features of every report on the set, and whether the hand coding agrees."""
    found: list[tuple[dict[str, float], bool]] = []
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
    for row in read_set("dev"):
        kept.clear()
        said = answer(json.dumps(row), 0, lexicon)["reports"]
        pairs = pair(said, row["expected"]["reports"])
        for report in said:
            partner = next((theirs for mine, theirs in pairs if mine is report), None)
            where = frozenset(s["start"] for s in report["spans"] if s["field"] == "type")
            found.append((kept[report["type"], where], partner is not None and agreed(report, partner)))
    confidence.report_features = original
    return found


def fit(rows: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
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


def main() -> int:
    """Fit, write, say how often the reports were right."""
    rows = examples()
    fitted = fit(rows)
    (FOLDER / "weights.json").write_text(json.dumps(fitted, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(rows)} reports, {sum(right for _, right in rows)} right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
