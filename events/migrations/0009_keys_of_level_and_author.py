"""The two filters `by` and `level` find the events that are there already: their rows in the index tables."""

from collections import defaultdict

from django.db import migrations

from events.codebook import KEY_CODES, Dim
from events.levels import highest, level_of

BY, LEVEL = int(Dim.BY), int(Dim.LEVEL)
CHUNK = 5000

_KEY = """
    INSERT INTO events_eventkey (dim, key, type, date, event_id, listed)
    SELECT %s, w.key, k.type, k.date, k.event_id, k.listed
    FROM events_eventkey k JOIN {source} ON {match}
    WHERE k.dim = 0 AND k.key = 0
    ON CONFLICT DO NOTHING
"""


def fill(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        words = KEY_CODES[Dim.BY]
        source = "events_event e ON e.id = k.event_id JOIN unnest(%s::text[], %s::int[]) AS w(word, key)"
        cursor.execute(
            _KEY.format(source=source, match="w.word = e.status_by"), [BY, list(words), list(words.values())]
        )
        cursor.execute(
            "SELECT p.event_id, o.title_en FROM events_participation p JOIN events_role r ON r.id = p.role_id"
            " JOIN events_office o ON o.id = r.office_id JOIN events_event e ON e.id = p.event_id"
            " WHERE e.family = 'talks' AND p.part <> 'mentioned'"
        )
        levels = defaultdict(set)
        for event, title in cursor.fetchall():
            levels[event].add(level_of(title))
        rows = [(event, KEY_CODES[Dim.LEVEL][highest(found)]) for event, found in sorted(levels.items())]
        for n in range(0, len(rows), CHUNK):
            events, keys = zip(*rows[n : n + CHUNK], strict=True)
            source = "unnest(%s::bigint[], %s::int[]) AS w(event, key)"
            cursor.execute(_KEY.format(source=source, match="w.event = k.event_id"), [LEVEL, list(events), list(keys)])
        cursor.execute(
            "INSERT INTO events_monthcount (dim, key, type, month, n)"
            " SELECT dim, key, type, date_trunc('month', date)::date, count(*) FROM events_eventkey"
            " WHERE listed AND dim IN (%s, %s) GROUP BY 1, 2, 3, 4 ON CONFLICT DO NOTHING",
            [BY, LEVEL],
        )


def empty(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("DELETE FROM events_eventkey WHERE dim IN (%s, %s)", [BY, LEVEL])
        cursor.execute("DELETE FROM events_monthcount WHERE dim IN (%s, %s)", [BY, LEVEL])


class Migration(migrations.Migration):
    dependencies = [("events", "0008_matching_and_doubts")]

    operations = [migrations.RunPython(fill, empty)]
