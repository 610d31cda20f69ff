"""`python -m benchmarks.sentences`: fits the model of clauses on the development set and writes its weights.

A clause is an example of a type where a report of that type that is right has its proof in it, or where a report that
the coder missed is told by its day, its names and its numbers; of none where a report is wrong or nothing is told.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from unittest import mock

from benchmarks.prior import apart, fit, nothing, write
from benchmarks.prior import examples as articles_of
from benchmarks.score import FRESH, pair, read_set
from ingest.coding import coder
from ingest.coding import prior as articles
from ingest.coding.arabic import fold
from ingest.coding.contract import answer
from ingest.coding.counts import find_numbers
from ingest.coding.event_types import Happening, find_drafts
from ingest.coding.fitted import NONE, Model, shares
from ingest.coding.lexicon import shipped
from ingest.coding.reading import Clause
from ingest.coding.sentences import FILE, features, surroundings

RULED = ("d ", "dm ", "ds ", "headline ", "headed ", "before ", "again ", "whole ", "told ")
"""How the features begin that say what rules find in a clause and around it."""
TOLD = 2
"""Points of day, names and numbers from which a clause is taken to tell a report that the coder missed."""


def examples(rows: Iterable[dict[str, Any]], models: Sequence[Model]) -> list[tuple[set[str], str]]:
    """Features and class of the clauses of every article in which both countries are named; `models`: the model of
    articles that each of these is looked at by."""
    found: list[tuple[set[str], str]] = []
    by = iter(models)
    told: list[Sequence[Clause]] = []
    original, lexicon = coder.with_context, shipped()

    def note(clauses: Any) -> Any:
        told.append(original(clauses))
        return told[-1]

    with mock.patch.multiple(coder, with_context=note, sensed=nothing, judged=_believed):
        for row in rows:
            told.clear()
            said = answer(json.dumps(row), 0, lexicon)
            if told:
                article = shares(articles.features(told[-1]), next(by))
                found += _of_article(told[-1], article, said["reports"], row["expected"]["reports"])
    return found


def _believed(happening: Happening, *told: Any) -> Happening:
    """Stands in for what judges acts: all are believed."""
    return happening


def _of_article(
    told: Sequence[Clause],
    article: Mapping[str, float],
    said: Sequence[dict[str, Any]],
    expected: Sequence[dict[str, Any]],
) -> Iterator[tuple[set[str], str]]:
    """The clauses of one article with their class; those that repeat what another clause proves are left out."""
    pairs = pair(list(said), list(expected))
    kinds: dict[int, str] = {}
    for report in said:
        clause = _proof(told, report)
        right = next((t for mine, t in pairs if mine is report), None)
        if clause is not None:
            kinds[id(clause)] = str(right["type"]) if right else NONE
    main = expected[0]["date"] if expected else None
    for report in expected:
        if any(t is report for _, t in pairs):
            continue
        free = [c for c in told if not c.titular and kinds.get(id(c), NONE) == NONE]
        best = max(free, key=lambda c: _points(c, report, main), default=None)
        if best is not None and _points(best, report, main) >= TOLD:
            kinds[id(best)] = str(report["type"])
    repeated = {kinds[id(c)] for c in told if id(c) in kinds}
    around = surroundings(told, article)
    for clause in told:
        if id(clause) in kinds:
            yield features(clause, around, shipped()), kinds[id(clause)]
        elif not clause.titular and not _repeats(clause, repeated):
            yield features(clause, around, shipped()), NONE


def _repeats(clause: Clause, kinds: set[str]) -> bool:
    """Whether an act of a type that is proved elsewhere is told in a clause."""
    return any(draft.type in kinds for draft in find_drafts([clause]))


def _proof(told: Sequence[Clause], report: dict[str, Any]) -> Clause | None:
    """The clause in which the proof of a report's type stands."""
    span = next((s for s in report["spans"] if s["field"] == "type"), None)
    for clause in told if span else ():
        whole = clause.text.span("", clause.start, clause.end)
        if span and clause.titular is (span["in"] == "title") and whole.start <= span["start"] < whole.end:
            return clause
    return None


def _points(clause: Clause, report: dict[str, Any], main: str | None) -> int:
    """How much of a report stands in a clause: its day, unless it is the main event's, its names, its numbers."""
    days = {str(d.date) for d in clause.days if d.own}
    names = [fold(p["name"]).text for p in report["participants"]]
    numbers = {n.value for n in find_numbers(clause.text.plain, clause.start, clause.end, False, False)}
    dated = (1 + (report["date"] != main)) if report["date"] in days else 0
    return (
        dated
        + sum(bool(n) and n in clause.plain for n in names)
        + 2 * len({c["value"] for c in report["counts"]} & numbers)
    )


def main() -> int:
    """Fit and write."""
    rows = examples(read_set("dev", without=FRESH), apart(articles_of("dev")))
    print(f"{len(rows)} clauses, {write(fit(rows, fewest=3, firm=RULED), FILE)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
