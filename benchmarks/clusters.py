"""`python -m benchmarks.clusters [a|b|all] [--seed N] [--errors]`: does each happening end in one event?

The labelled reports go through `resolution.record` in a shuffled order, on a database of its own. Printed per set:
B-cubed precision, recall and F1 over reports, and the share of pairs in one event that are of two happenings.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import throwaway

HERE = Path(__file__).parent / "clusters"
SETS = ("a", "b", "c", "d", "e")
GOAL_F1, MOST_FALSE = 0.92, 0.01


@dataclass(frozen=True, slots=True)
class Score:
    """B-cubed over reports; `false_merges`: pairs put together that are of two happenings, of all put together."""

    precision: float
    recall: float
    false_merges: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def read_set(name: str) -> list[dict[str, Any]]:
    """The labelled reports of a set."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def judge(found: Mapping[str, int], labels: Mapping[str, str]) -> Score:
    """Score events (by article) against happenings (by article)."""
    events, happenings = _groups(found), _groups(labels)
    precision = recall = 0.0
    for article in labels:
        mine, right = events[found[article]], happenings[labels[article]]
        precision += len(mine & right) / len(mine)
        recall += len(mine & right) / len(right)
    pairs = wrong = 0
    for members in events.values():
        rows = sorted(members)
        for n, one in enumerate(rows):
            for other in rows[n + 1 :]:
                pairs += 1
                wrong += labels[one] != labels[other]
    return Score(precision / len(labels), recall / len(labels), wrong / pairs if pairs else 0.0)


def _groups(of: Mapping[str, Any]) -> dict[Any, set[str]]:
    groups: dict[Any, set[str]] = defaultdict(set)
    for article, key in of.items():
        groups[key].add(article)
    return groups


def record_all(rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Record every report in the order given; the event of each article afterwards."""
    from events.models import Article
    from events.resolution import record

    for row in rows:
        text, report = stored(row)
        record(text, [report], coder="labelled", lexicon="-", relevant=True, confidence=0.9)
    return {
        article.url: _event_of(article.current_coding_id)
        for article in Article.objects.filter(url__in=[r["article"] for r in rows])
    }


def _event_of(coding: int | None) -> int:
    from events.assigning import events_now
    from events.models import Report

    reports = Report.objects.filter(coding=coding).values_list("pk", flat=True)
    return next(iter(events_now(list(reports)).values()))


def stored(row: Mapping[str, Any]) -> tuple[Any, Any]:
    """A stored text whose words are the report's values, and the report that quotes them."""
    import hashlib

    from events.models import Article, ArticleText, Source

    report = report_of(row)
    body = "".join(f"{span.text} " for span in report.spans)
    day = dt.datetime.fromisoformat(row["published"]).replace(hour=9, tzinfo=dt.UTC)
    article = Article.objects.create(
        source=Source.objects.get(code=row["outlet"]),
        url=row["article"],
        url_sha256=hashlib.sha256(row["article"].encode()).digest(),
    )
    text = ArticleText.objects.create(
        article=article,
        n=1,
        lang=row["lang"],
        title=row.get("title", ""),
        body=body,
        sha256=hashlib.sha256((row["article"] + body).encode()).digest(),
        published=day,
    )
    return text, report


def report_of(row: Mapping[str, Any]) -> Any:
    """The report of a labelled line; its spans quote one made-up word per value."""
    from events import codebook as words
    from events.reports import Count, ParticipantMention, PlaceMention, Report, Span

    def place(code: str | None) -> PlaceMention | None:
        return PlaceMention(code, code, 0.0, 0.0, words.PlacePrecision.TOWN) if code else None

    fields = ["type", "date"] + [f for f in ("place", "origin", "destination", "status", "office") if row.get(f)]
    fields += [f"participants.{n}" for n in range(len(row["who"]))] + [f"counts.{n}" for n in range(len(row["counts"]))]
    spans, at = [], 0
    for field in fields:
        quote = f"({field})"
        spans.append(Span(field, at, at + len(quote), quote))
        at += len(quote) + 1
    scope = words.Scope.PLANNED if row["modality"] == "planned" else words.Scope.BATCH
    return Report(
        type=words.EventType(row["type"]),
        modality=words.Modality(row["modality"]),
        confidence=0.9,
        spans=tuple(spans),
        date=dt.date.fromisoformat(row["date"]),
        date_basis=words.DateBasis(row["basis"]),
        date_precision=words.DatePrecision(row["precision"]),
        place=place(row["place"]),
        origin=place(row["origin"]),
        destination=place(row["destination"]),
        participants=tuple(ParticipantMention(a, a, a, words.Part(p), words.Side.OTHER) for a, p in row["who"]),
        counts=tuple(Count(v, words.Unit(u), words.CountKind(k), scope) for v, u, k in row["counts"]),
        status=words.CrossingState(row["status"]) if row.get("status") else None,
        office=row.get("office"),
    )


def wrong(found: Mapping[str, int], labels: Mapping[str, str]) -> Iterable[str]:
    """The events that mix happenings and the happenings that fell apart, in words."""
    for event, members in sorted(_groups(found).items()):
        kinds = {labels[a] for a in members}
        if len(kinds) > 1:
            yield f"mixed {sorted(kinds)}: {sorted(members)} (event {event})"
    for happening, members in sorted(_groups(labels).items()):
        parts = _groups({a: found[a] for a in members})
        if len(parts) > 1:
            yield f"apart {happening}: {[sorted(p) for p in parts.values()]}"


def main() -> int:
    """Record, judge, print; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", nargs="?", default="all", choices=[*SETS, "all"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    missed = 0
    with throwaway.database():
        for name in SETS if options.set == "all" else [options.set]:
            throwaway.empty()
            throwaway.load_registry()
            rows = read_set(name)
            random.Random(options.seed).shuffle(rows)
            labels = {r["article"]: r["happening"] for r in rows}
            found = record_all(rows)
            score = judge(found, labels)
            told, events = len(set(labels.values())), len(set(found.values()))
            print(f"{name}: {len(rows)} reports of {told} happenings, {events} events")
            print(f"   B-cubed P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}", end="")
            print(f"   false merges {score.false_merges:.2%}")
            missed += score.f1 < GOAL_F1 or score.false_merges > MOST_FALSE
            for line in wrong(found, labels) if options.errors else ():
                print("  ", line)
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
