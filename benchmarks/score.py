"""`python -m benchmarks.score [gold|dev] [--json]`: how right the coder is on hand-coded articles.

Every line of benchmarks/<set>/*.jsonl holds an article and what a careful human coder found in it (`expected`: the
contract's form without spans, confidences and coordinates). Per language: precision, recall and F1 by field, the
calibration error, and whether every value is proved by its span. Lines of <set>/second/ code the same
articles again, by another hand; the agreement of the two codings bounds what a program can reach.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped

HERE = Path(__file__).parent
BINS = 5
Row = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Hits, false alarms and misses of one field."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """Of what was said, the share that is right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Of what is right, the share that was said."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 1.0

    def sets(self, said: Iterable[Any], right: Iterable[Any]) -> None:
        """Count two multisets against each other."""
        left = list(right)
        for value in said:
            if value in left:
                left.remove(value)
                self.tp += 1
            else:
                self.fp += 1
        self.fn += len(left)

    def equal(self, same: bool) -> None:
        """Count one value that is right or wrong."""
        self.tp += same
        self.fp += not same
        self.fn += not same


@dataclass(slots=True)
class Scores:
    """All fields of one language, and the pairs (confidence, right) behind the calibration error."""

    fields: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    reports: list[tuple[float, bool]] = field(default_factory=list)
    articles: list[tuple[float, bool]] = field(default_factory=list)
    count: int = 0


FRESH = (
    *("ar_9a", "ar_9b", "en_9a", "ar_10a", "ar_10b", "en_10a"),
    *("ar_11a", "ar_11b", "en_11a", "ar_12a", "ar_12b", "en_12a", "ar_13a", "ar_13b", "en_13a"),
    *("ar_14a", "ar_14b", "en_14a", "ar_15a", "ar_15b", "en_15a", "ar_16a", "ar_16b", "en_16a"),
    *("ar_17a", "ar_17b", "en_17a", "ar_18a", "ar_18b", "en_18a", "ar_18w", "en_18w", "ar_18p", "en_18p"),
    *("ar_19a", "ar_19b", "ar_19c", "en_19a"),
)
"""Files of dev that no model is fitted on, but for that of names, and hardly any rule was written on."""
UNSEEN = (
    *("ar_15a", "ar_15b", "en_15a", "ar_17a", "ar_17b", "en_17a"),
    *("ar_18a", "ar_18b", "en_18a", "ar_18w", "en_18w", "ar_18p", "en_18p"),
    *("ar_19a", "ar_19b", "ar_19c", "en_19a"),
)
"""Those of them that no model at all is fitted on."""


def read_set(name: str, files: str = "*", without: Collection[str] = ()) -> Iterator[Row]:
    """The articles of a set in the order of its files (`files`: their stem, `without`: stems to leave out); ValueError
    where a line does not parse."""
    for file in sorted(f for f in (HERE / name).glob(f"{files}.jsonl") if f.stem not in without):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise ValueError(f"{file.name}:{number}: {error}") from error


def language(row: Row) -> str:
    """The language by its letters; the `lang` of a row may be missing or wrong."""
    text = row["text"]
    return "ar" if sum("\u0600" <= c <= "\u06ff" for c in text) > len(text) / 4 else "en"


def place_of(value: Any) -> Any:
    """A place is an id in the hand coding and an object in the coder's."""
    return value["id"] if isinstance(value, dict) else value


def actors(report: Row) -> list[Any]:
    """Who takes part; who only speaks of it is left out."""
    return [p["actor"] or p["name"] for p in report["participants"] if p["part"] != "mentioned"]


def likeness(said: Row, right: Row) -> float:
    """How much two reports of one article look like the same happening; 0 for different types."""
    if said["type"] != right["type"]:
        return 0.0
    mine, theirs = set(actors(said)), set(actors(right))
    shared = len(mine & theirs) / max(len(mine | theirs), 1)
    near = said["date"] == right["date"]
    placed = place_of(said["place"]) == place_of(right["place"])
    return 1 + near + placed * 0.5 + shared + (said["background"] == right["background"]) * 0.25


def pair(said: list[Row], right: list[Row]) -> list[tuple[Row, Row]]:
    """Reports of one type matched to each other, the most alike first."""
    ranked = sorted(
        ((likeness(s, r), i, j) for i, s in enumerate(said) for j, r in enumerate(right)), key=lambda x: -x[0]
    )
    taken_said: set[int] = set()
    taken_right: set[int] = set()
    pairs = []
    for score, i, j in ranked:
        if score and i not in taken_said and j not in taken_right:
            taken_said.add(i)
            taken_right.add(j)
            pairs.append((said[i], right[j]))
    return pairs


def compare(scores: Scores, article: Row, said: Row, right: Row) -> None:
    """Count one article's coding against the hand coding."""
    scores.count += 1
    tally = scores.fields
    tally["relevant"].tp += said["relevant"] and right["relevant"]
    tally["relevant"].fp += said["relevant"] and not right["relevant"]
    tally["relevant"].fn += right["relevant"] and not said["relevant"]
    scores.articles.append((said.get("confidence", 1.0), said["relevant"] and right["relevant"]))
    tally["type"].sets([r["type"] for r in said["reports"]], [r["type"] for r in right["reports"]])
    first = [[r for r in side["reports"] if not r["background"]] for side in (said, right)]
    tally["type, first-hand"].sets([r["type"] for r in first[0]], [r["type"] for r in first[1]])
    pairs = pair(said["reports"], right["reports"])
    for mine, theirs in pairs:
        _fields(tally, mine, theirs)
    for report in said["reports"]:
        partner = next((theirs for mine, theirs in pairs if mine is report), None)
        right = partner is not None and agreed(report, partner)
        scores.reports.append((report.get("confidence", 1.0), right))
        if "spans" in report:
            tally["spans"].equal(proved(article, report))


def _fields(tally: dict[str, Tally], mine: Row, theirs: Row) -> None:
    tally["date"].equal(mine["date"] == theirs["date"])
    tally["date precision"].equal(mine["date_precision"] == theirs["date_precision"])
    tally["modality"].equal(mine["modality"] == theirs["modality"])
    tally["background"].equal(mine["background"] == theirs["background"])
    tally["place"].equal(place_of(mine["place"]) == place_of(theirs["place"]))
    tally["participants"].sets(actors(mine), actors(theirs))
    parts = [[(p["actor"] or p["name"], p["part"]) for p in r["participants"]] for r in (mine, theirs)]
    tally["participants with part"].sets(*parts)
    numbers = [[(c["value"], c["unit"], c["kind"]) for c in r["counts"]] for r in (mine, theirs)]
    tally["counts"].sets(*numbers)
    left = list(theirs["counts"])
    for count in mine["counts"]:
        partner = next((c for c in left if (c["value"], c["unit"]) == (count["value"], count["unit"])), None)
        if partner is not None:
            left.remove(partner)
            tally["scope of counts"].equal(count["scope"] == partner["scope"])
    tally["themes"].sets(mine["themes"], theirs["themes"])
    said = [[(r["claimant"] or {}).get("actor")] if r["claimant"] else [] for r in (mine, theirs)]
    tally["claimant"].sets(*said)
    tally["status"].equal(mine["status"] == theirs["status"])


def agreed(mine: Row, theirs: Row) -> bool:
    """Whether type, date and main participants agree: what a report's confidence is about."""
    return mine["type"] == theirs["type"] and mine["date"] == theirs["date"] and _main(mine, theirs)


def _main(mine: Row, theirs: Row) -> bool:
    """Whether the main participants agree: most of those a hand coder named."""
    wanted, found = set(actors(theirs)), set(actors(mine))
    return not wanted or len(wanted & found) * 2 >= len(wanted)


def proved(article: Row, report: Row) -> bool:
    """Every value has a span, and every span reads what it quotes."""
    fields = {s["field"] for s in report["spans"]}
    texts = {"title": article.get("title") or "", "text": article["text"]}
    if any(texts[s["in"]][s["start"] : s["end"]] != s["text"] or not s["text"] for s in report["spans"]):
        return False
    wanted = {"type", "modality"} | {f for f in ("place", "origin", "destination", "claimant", "status") if report[f]}
    wanted |= {f"{name}.{n}" for name in ("participants", "counts", "themes") for n in range(len(report[name]))}
    if report["date"] and report["date_basis"] == "text":
        wanted.add("date")
    return wanted <= fields


def calibration_error(pairs: list[tuple[float, bool]]) -> float:
    """Mean distance between what was promised and what came true, over equal shares of the confidences."""
    ordered = sorted(pairs, key=lambda p: p[0])
    size = max(1, -(-len(ordered) // BINS))
    groups = [ordered[n : n + size] for n in range(0, len(ordered), size)]
    gaps = [abs(sum(c for c, _ in g) / len(g) - sum(ok for _, ok in g) / len(g)) * len(g) for g in groups]
    return sum(gaps) / max(len(ordered), 1)


def score(rows: Iterable[Row], given: dict[Any, Row] | None = None) -> dict[str, Scores]:
    """Scores by language and over all. `given`: codings by id to judge in place of the coder's."""
    lexicon = shipped()
    found: dict[str, Scores] = defaultdict(Scores)
    for row in rows:
        said = given[row["id"]] if given is not None else answer(json.dumps(row), 0, lexicon)
        for name in (language(row), "all"):
            compare(found[name], row, said, row["expected"])
    return found


def agreement(name: str) -> dict[str, Scores]:
    """The second coding of a part of a set, judged by the first."""
    second = {row["id"]: row["expected"] for row in read_set(f"{name}/second")}
    return score([row for row in read_set(name) if row["id"] in second], second) if second else {}


def table(found: dict[str, Scores]) -> dict[str, dict[str, float]]:
    """The figures: F1 by field (of single values: the share that is right), and the calibration error."""
    figures = {}
    for name, scores in sorted(found.items()):
        row = {f: round(t.f1, 3) for f, t in scores.fields.items()}
        row["calibration error"] = round(calibration_error(scores.reports), 3)
        row["articles"] = scores.count
        figures[name] = row
    return figures


def show(heading: str, found: dict[str, Scores]) -> None:
    """Print precision, recall and F1 per language and field."""
    print(heading)
    for name, scores in sorted(found.items()):
        print(f"  {name}: {scores.count} articles, {len(scores.reports)} reports")
        for label, t in scores.fields.items():
            print(f"    {label:24} P {t.precision:.3f}  R {t.recall:.3f}  F1 {t.f1:.3f}  ({t.tp + t.fn})")
        print(f"    {'calibration error':24} {calibration_error(scores.reports):.3f}")


def main(arguments: list[str]) -> int:
    """Print the scores of a set and the agreement of its two codings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", nargs="?", default="gold", choices=("gold", "dev"))
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    found = score(read_set(options.set))
    show(f"The coder on {options.set}", found)
    twice = agreement(options.set)
    if twice:
        show("Second hand coding judged by the first", twice)
    if options.json:
        print(json.dumps(table(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
