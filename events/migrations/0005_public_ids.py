"""Public ids ISC-<year first recorded>-<number>, from one sequence a year: never reused, never waited for."""

from django.db import migrations

YEARS = range(2024, 2100)

FUNCTION = """
CREATE FUNCTION isc_next_public_id() RETURNS text LANGUAGE sql VOLATILE AS $$
    SELECT 'ISC-' || y || '-' || lpad(nextval('isc_event_number_' || y)::text, 4, '0')
    FROM (SELECT extract(year FROM now() AT TIME ZONE 'Asia/Baghdad')::text) AS this(y)
$$
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0004_person_over_machine")]

    operations = [
        migrations.RunSQL(
            [f"CREATE SEQUENCE isc_event_number_{y}" for y in YEARS],
            [f"DROP SEQUENCE isc_event_number_{y}" for y in YEARS],
        ),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION isc_next_public_id()"),
    ]
