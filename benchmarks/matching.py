"""`python -m benchmarks.matching [--sizes 10000,1000000]`: matching one report against so many events, in one run.

Synthetic reports (one per event, 1990 to 2026, all types, the registry's places and people, a few of them often) are
written by COPY to a database of its own: at a million, seventy-six events a day. Measured per probe: finding a report's
neighbourhood, and parting it.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from benchmarks import throwaway

FIRST, DAYS = date(1990, 1, 1), 365 * 36
PROBES = 300
GOAL_MS = 10.0

SHELLS = """
INSERT INTO events_article (id, source_id, url, url_sha256, first_seen)
    SELECT n, {source}, 'https://synthetic.example/' || n, sha256(n::text::bytea), now()
    FROM generate_series({a}, {b}) n;
INSERT INTO events_articletext (id, article_id, n, lang, title, body, sha256, published_precision, recorded_at)
    SELECT n, n, 1, 'ar', '', '', sha256(n::text::bytea), 'day', now() FROM generate_series({a}, {b}) n;
INSERT INTO events_coding (id, text_id, coder, lexicon, relevant, confidence, recorded_at)
    SELECT n, n, 'synthetic', '-', true, 0.9, now() FROM generate_series({a}, {b}) n;
UPDATE events_article SET current_coding_id = id WHERE id BETWEEN {a} AND {b};
INSERT INTO events_report (id, origin, coding_id, digest, background, flags, confidence, recorded_at)
    SELECT n, 'machine', n, sha256(n::text::bytea), false, '{{}}', 0.9, now() FROM generate_series({a}, {b}) n;
INSERT INTO events_event (id, public_id, status, status_by, first_recorded, title_en, title_ar, families, flags,
                          rules_version, reliability)
    SELECT n, 'SYN-' || n, 'candidate', 'machine', now(), '', '', 1, '{{}}', 1, '' FROM generate_series({a}, {b}) n;
INSERT INTO events_assignment (report_id, event_id, score, reasons, recorded_at)
    SELECT n, n, 1, '{{}}', now() FROM generate_series({a}, {b}) n;
"""


class Making:
    """Draws the facts of synthetic reports."""

    def __init__(self, seed: int) -> None:
        from events.models import Actor, Place

        self.chance = random.Random(seed)
        self.people = list(Actor.objects.filter(kind="person").order_by("pk").values_list("pk", "side"))
        self.bodies = list(Actor.objects.filter(kind="government_body").order_by("pk").values_list("pk", "side"))
        self.places = list(Place.objects.order_by("pk"))

    def facts(self) -> Any:
        """One report's facts."""
        from events.codebook import EventType, Modality
        from events.facting import spot_of
        from events.facts import Facts, Person

        chance = self.chance
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        published = chance.random() < 0.4
        people = [self._often(self.people) for _ in range(chance.randint(0, 3))]
        bodies = [self._often(self.bodies) for _ in range(chance.randint(1, 2))]
        return Facts(
            type=chance.choice(list(EventType)),
            modality=Modality.DONE,
            first=day - timedelta(days=3) if published else day,
            last=day,
            exact=not published,
            said=day if published else None,
            spot=spot_of(chance.choice(self.places)) if chance.random() < 0.9 else None,
            persons=frozenset(Person(pk, side, False) for pk, side in people),
            bodies=frozenset(pk for pk, _ in bodies),
            sides=frozenset(side for _, side in [*people, *bodies]),
        )

    def _often(self, rows: list[Any]) -> Any:
        return rows[min(int(self.chance.expovariate(0.05)), len(rows) - 1)]


def unguard() -> None:
    """Take foreign keys and triggers off the tables that are filled: what we write is whole, and much."""
    from django.db import connection

    filled = ["article", "articletext", "coding", "report", "event", "assignment", "reportfacts", "reportanchor"]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint "
            "WHERE contype = 'f' AND conrelid::regclass::text = ANY(%s)",
            [[f"events_{name}" for name in filled]],
        )
        for table, name in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        cursor.execute("ALTER TABLE events_assignment DISABLE TRIGGER USER")


def fill(first: int, last: int, making: Making) -> None:
    """Write reports and events `first` to `last`."""
    from django.db import connection, transaction

    from events.models import Source

    source = Source.objects.order_by("pk")[0].pk
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in SHELLS.format(a=first, b=last, source=source).split(";")[:-1]:
            cursor.execute(statement)
        for start in range(first, last + 1, 20_000):
            _copy(cursor, [(n, making.facts()) for n in range(start, min(start + 20_000, last + 1))])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _copy(cursor: Any, rows: Iterable[tuple[int, Any]]) -> None:
    from events.facts import to_json
    from events.matching import kind_of
    from events.neighbourhood import anchors

    rows = list(rows)
    with cursor.copy("COPY events_reportfacts (report_id, facts, digest) FROM STDIN") as copy:
        for n, facts in rows:
            copy.write_row((n, json.dumps(to_json(facts)), facts.digest()))
    with cursor.copy("COPY events_reportanchor (report_id, kind, anchor, wide, first, last) FROM STDIN") as copy:
        for n, facts in rows:
            for anchor in anchors(facts):
                copy.write_row((n, kind_of(facts.type), anchor, facts.wide, facts.first, facts.last))


def measure(size: int, seed: int = 5) -> dict[str, float]:
    """Medians in milliseconds over probes of all types and days; `cold`: pages not read before, as for old news."""
    from django.db import connection
    from django.db import reset_queries as forget

    from events.clustering import partition
    from events.neighbourhood import around

    chance = random.Random(seed)
    probes = [chance.randint(1, size) for _ in range(PROBES)]
    cold = []
    for pk in probes:
        began = time.perf_counter()
        around([pk])
        cold.append(time.perf_counter() - began)
    finding, parting, asked, database = [], [], [], []
    connection.force_debug_cursor = True
    for pk in probes:
        forget()
        began = time.perf_counter()
        hood = around([pk])
        found = time.perf_counter()
        partition(hood.told.values())
        parting.append(time.perf_counter() - found)
        finding.append(found - began)
        asked.append(len(connection.queries))
        database.append(sum(float(q["time"]) for q in connection.queries))
    connection.force_debug_cursor = False
    return {
        "cold_ms": statistics.median(cold) * 1000,
        "find_ms": statistics.median(finding) * 1000,
        "find_p95_ms": sorted(finding)[int(PROBES * 0.95)] * 1000,
        "database_ms": statistics.median(database) * 1000,
        "part_ms": statistics.median(parting) * 1000,
        "queries": statistics.median(asked),
    }


def main() -> int:
    """Fill, measure, print per size; 1 when the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,1000000")
    sizes = [int(n) for n in parser.parse_args().sizes.split(",")]
    missed = False
    with throwaway.database(DEBUG="false"):
        throwaway.load_registry()
        unguard()
        making, filled = Making(1), 0
        for size in sizes:
            began = time.perf_counter()
            fill(filled + 1, size, making)
            filled = size
            print(f"{size:>9} events filled in {time.perf_counter() - began:.0f} s", flush=True)
            found = measure(size)
            print("          " + "  ".join(f"{name} {value:.2f}" for name, value in found.items()), flush=True)
            missed |= found["find_ms"] + found["part_ms"] > GOAL_MS
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
