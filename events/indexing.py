"""The index tables of the timeline: `event_key` per event and value, `month_count` per value, type and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from django.db import connection, transaction

from events.codebook import KEY_CODES, ROLLED_UP, TYPE_CODE, Dim, EventType, Family, Level, Part, Side
from events.levels import highest, level_of
from events.models import Event, EventKey, Participation, Place

Key = tuple[int, int]
"""A dimension and a value in it."""

Months = Counter[tuple[int, int, int, date]]
"""How many listed events per dimension, value, type and month (its first day)."""


def keys_of(event: Event, people: Iterable[Participation], themes: Iterable[str], sources: Iterable[int]) -> set[Key]:
    """Every value by which a filter finds the event. The merely mentioned are not found by their name."""
    keys: set[Key] = {
        (Dim.ALL, 0),
        (Dim.STATUS, KEY_CODES[Dim.STATUS][event.status]),
        (Dim.BY, KEY_CODES[Dim.BY][event.status_by]),
    }
    if event.family:
        keys.add((Dim.FAMILY, KEY_CODES[Dim.FAMILY][event.family]))
    if event.modality:
        keys.add((Dim.MODALITY, KEY_CODES[Dim.MODALITY][event.modality]))
    people = [who for who in people if who.part != Part.MENTIONED]
    level = contact_level(event, people)
    if level:
        keys.add((Dim.LEVEL, KEY_CODES[Dim.LEVEL][level]))
    for who in people:
        sides = {Side(who.side), ROLLED_UP.get(Side(who.side), Side(who.side))}
        keys |= {(Dim.SIDE, KEY_CODES[Dim.SIDE][side]) for side in sides}
        if who.actor_id:
            keys.add((Dim.ACTOR, who.actor_id))
        if who.role is not None:
            keys.add((Dim.ACTOR, who.role.office.org_id))
    if event.place is not None:
        keys |= {(Dim.PLACE, place) for place in place_keys(event.place)}
    keys |= {(Dim.THEME, KEY_CODES[Dim.THEME][theme]) for theme in themes}
    keys |= {(Dim.SOURCE, source) for source in sources}
    return keys


def contact_level(event: Event, people: Iterable[Participation]) -> Level | None:
    """The level of talks by the offices of the day; None for other events and where no office is known."""
    if event.family != Family.TALKS:
        return None
    return highest(level_of(p.role.office.title_en) for p in people if p.role is not None and p.part != Part.MENTIONED)


def place_keys(place: Place) -> set[int]:
    """The place, the crossing of which it is an end, and all that contain it."""
    return {place.pk, *place.ancestors, *({place.crossing_id} if place.crossing_id else ())}


def sync_keys(event: Event, old: list[EventKey], keys: set[Key]) -> Months:
    """Make the event's key rows those of `keys`; the change of month counts is returned, to be written at once."""
    before = {(row.dim, row.key): row for row in old}
    months: Months = Counter()
    for row in old:
        months.subtract(_month(row.dim, row.key, row.type, row.date, row.listed))
    if not (event.type and event.date):
        EventKey.objects.filter(event=event).delete()
        return months
    code = TYPE_CODE[EventType(event.type)]
    wanted = (code, event.date, event.listed)
    same = {k for k in keys & before.keys() if (before[k].type, before[k].date, before[k].listed) == wanted}
    if len(same) != len(before):
        EventKey.objects.filter(pk__in=[before[k].pk for k in before.keys() - same]).delete()
    EventKey.objects.bulk_create(
        EventKey(dim=dim, key=key, type=code, date=event.date, event=event, listed=event.listed)
        for dim, key in sorted(keys - same)
    )
    for dim, key in keys:
        months.update(_month(dim, key, code, event.date, event.listed))
    return months


def _month(dim: int, key: int, code: int, day: date, listed: bool) -> Mapping[tuple[int, int, int, date], int]:
    return {(dim, key, code, day.replace(day=1)): 1} if listed else {}


def apply_months(months: Months) -> None:
    """Add the changes to `month_count` in key order, so that two writers never wait for each other in a circle."""
    changes = sorted((key, n) for key, n in months.items() if n)
    if not changes:
        return
    columns = [list(column) for column in zip(*(key for key, _ in changes), strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO events_monthcount AS m (dim, key, type, month, n)
            SELECT * FROM unnest(%s::smallint[], %s::int[], %s::smallint[], %s::date[], %s::int[])
            ON CONFLICT (dim, key, type, month) DO UPDATE SET n = m.n + excluded.n
            """,
            [*columns, [n for _, n in changes]],
        )
        cursor.execute(
            """
            DELETE FROM events_monthcount m
            USING unnest(%s::smallint[], %s::int[], %s::smallint[], %s::date[]) AS c(dim, key, type, month)
            WHERE (m.dim, m.key, m.type, m.month) = (c.dim, c.key, c.type, c.month) AND m.n = 0
            """,
            columns,
        )


def recount_months() -> int:
    """Write `month_count` afresh from `event_key`; returns how many rows had to change."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE events_monthcount IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute(
            """
            WITH fresh AS (
                SELECT dim, key, type, date_trunc('month', date)::date AS month, count(*)::int AS n
                FROM events_eventkey WHERE listed GROUP BY 1, 2, 3, 4
            ), gone AS (
                DELETE FROM events_monthcount m WHERE NOT EXISTS (
                    SELECT FROM fresh f WHERE (f.dim, f.key, f.type, f.month) = (m.dim, m.key, m.type, m.month))
                RETURNING 1
            ), put AS (
                INSERT INTO events_monthcount AS m (dim, key, type, month, n) SELECT * FROM fresh
                ON CONFLICT (dim, key, type, month) DO UPDATE SET n = excluded.n WHERE m.n <> excluded.n
                RETURNING 1
            )
            SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM put)
            """
        )
        return int(cursor.fetchone()[0])
