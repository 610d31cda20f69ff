"""A seeded generator of synthetic events, by COPY, for load measurements. Only for a throw-away database."""

from __future__ import annotations

import random
from datetime import date, timedelta

from django.db import connection, transaction

from events.codebook import KEY_CODES, TYPE_CODE, Dim, EventType, Modality, Side
from events.indexing import recount_months
from events.models import Actor, Event, EventKey, Place

FIRST = date(2015, 1, 1)
DAYS = 365 * 11


def generate(n: int, seed: int = 1) -> None:
    """Insert `n` published events with their key rows and month counts."""
    chance = random.Random(seed)
    actors = list(Actor.objects.filter(kind="person").order_by("pk").values_list("pk", flat=True))
    places = list(Place.objects.order_by("pk").values_list("pk", "ancestors"))
    start = (Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    with transaction.atomic(), connection.cursor() as cursor:
        events, keys = [], []
        for pk in range(start, start + n):
            event, rows = _one(chance, pk, actors, places)
            events.append(event)
            keys += rows
        columns = (
            "id, public_id, status, status_by, type, family, modality, date, date_precision, date_basis, place_id, "
        )
        columns += "title_en, title_ar, confidence, families, flags, last_claim_at, rules_version"
        _copy(cursor, f"COPY {Event._meta.db_table} ({columns}) FROM STDIN", events)
        _copy(cursor, f"COPY {EventKey._meta.db_table} (event_id, dim, key, type, date, listed) FROM STDIN", keys)
    recount_months()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _one(chance: random.Random, pk: int, actors: list[int], places: list[tuple[int, list[int]]]) -> tuple[tuple, list]:
    kind = chance.choice(list(EventType))
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    place, ancestors = chance.choice(places)
    modality = chance.choice([Modality.DONE] * 8 + [Modality.PLANNED, Modality.ONGOING])
    title = f"Synthetic {kind.value} {pk}"
    identity = (pk, f"SYN-{pk}", "published", "import")
    derived = (kind.value, kind.family.value, modality.value, day, "day", "text", place)
    event = (*identity, *derived, title, f"حدث مولّد {pk}", 0.9, 1, "{}", "2026-06-01", 1)
    keys = {(Dim.ALL, 0), (Dim.STATUS, KEY_CODES[Dim.STATUS]["published"])}
    keys |= {(Dim.ACTOR, actors[min(int(chance.expovariate(0.05)), len(actors) - 1)]) for _ in range(3)}
    keys |= {(Dim.SIDE, KEY_CODES[Dim.SIDE][s]) for s in chance.sample([Side.IQ, Side.SY, Side.US, Side.SDF], 2)}
    keys |= {(Dim.PLACE, p) for p in (place, *ancestors)}
    keys |= {(Dim.FAMILY, KEY_CODES[Dim.FAMILY][kind.family]), (Dim.MODALITY, KEY_CODES[Dim.MODALITY][modality])}
    return event, [(pk, int(dim), key, TYPE_CODE[kind], day, True) for dim, key in sorted(keys)]


def _copy(cursor: object, statement: str, rows: list) -> None:
    with cursor.cursor.copy(statement) as copy:  # type: ignore[attr-defined]
        for row in rows:
            copy.write_row(row)
