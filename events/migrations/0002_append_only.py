"""Texts, codings, reports, citations, claims, decisions and assignments are only ever added to."""

from django.db import migrations

TABLES = ("articletext", "coding", "report", "citation", "claim", "decision", "assignment")

FUNCTION = """
CREATE FUNCTION isc_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$
"""


def trigger(table: str) -> str:
    return (
        f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON events_{table} "
        "FOR EACH ROW EXECUTE FUNCTION isc_append_only()"
    )


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION isc_append_only()"),
        *[migrations.RunSQL(trigger(t), f"DROP TRIGGER append_only ON events_{t}") for t in TABLES],
    ]
