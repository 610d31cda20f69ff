"""A claim is what its report is, a span quotes its text, and the machine's role writes machine claims only."""

from django.db import migrations

CLAIM = """
CREATE FUNCTION isc_claim_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    whole text;
    of_report text;
    coded_text bigint;
BEGIN
    SELECT r.origin, c.text_id INTO of_report, coded_text
        FROM events_report r LEFT JOIN events_coding c ON c.id = r.coding_id WHERE r.id = NEW.report_id;
    IF of_report IS DISTINCT FROM NEW.origin THEN
        RAISE EXCEPTION 'a claim of origin % on a report of origin %', NEW.origin, of_report
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.basis = 'span' THEN
        SELECT CASE NEW.span_in WHEN 'title' THEN t.title ELSE t.body END INTO whole
            FROM events_articletext t WHERE t.id = NEW.span_text_id;
        IF substr(whole, NEW.span_start + 1, NEW.span_end - NEW.span_start) IS DISTINCT FROM NEW.quote THEN
            RAISE EXCEPTION 'span %:% of text % does not read the quote', NEW.span_start, NEW.span_end,
                NEW.span_text_id USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.origin = 'machine' AND NEW.span_text_id IS DISTINCT FROM coded_text THEN
            RAISE EXCEPTION 'a machine claim must quote the text that was coded' USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF NEW.withdraws_id IS NOT NULL
       AND (SELECT w.origin FROM events_claim w WHERE w.id = NEW.withdraws_id) <> 'person' THEN
        RAISE EXCEPTION 'only a person''s claim can be withdrawn' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$
"""

ROLE = """
CREATE FUNCTION isc_machine_role_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'app_worker' AND NEW.origin <> 'machine' THEN
        RAISE EXCEPTION 'the worker''s role may only write machine rows' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$
"""

GUARD = "CREATE TRIGGER {name} BEFORE INSERT ON events_{table} FOR EACH ROW EXECUTE FUNCTION {function}()"


class Migration(migrations.Migration):
    dependencies = [("events", "0002_append_only")]

    operations = [
        migrations.RunSQL(CLAIM, "DROP FUNCTION isc_claim_guard()"),
        migrations.RunSQL(ROLE, "DROP FUNCTION isc_machine_role_guard()"),
        migrations.RunSQL(
            GUARD.format(name="claim_guard", table="claim", function="isc_claim_guard"),
            "DROP TRIGGER claim_guard ON events_claim",
        ),
        migrations.RunSQL(
            GUARD.format(name="machine_role", table="claim", function="isc_machine_role_guard"),
            "DROP TRIGGER machine_role ON events_claim",
        ),
        migrations.RunSQL(
            GUARD.format(name="machine_role", table="report", function="isc_machine_role_guard"),
            "DROP TRIGGER machine_role ON events_report",
        ),
    ]
