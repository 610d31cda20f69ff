"""A machine's assignment never follows a person's, and the worker's role cannot sign as a person."""

from django.db import migrations

ASSIGNMENT = """
CREATE FUNCTION isc_assignment_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_by_person boolean;
    this_by_person boolean;
BEGIN
    SELECT d.author_id IS NOT NULL INTO last_by_person
        FROM events_assignment a LEFT JOIN events_decision d ON d.id = a.decision_id
        WHERE a.report_id = NEW.report_id ORDER BY a.id DESC LIMIT 1;
    SELECT d.author_id IS NOT NULL INTO this_by_person FROM events_decision d WHERE d.id = NEW.decision_id;
    IF coalesce(last_by_person, false) AND NOT coalesce(this_by_person, false) THEN
        RAISE EXCEPTION 'report % was assigned by a person', NEW.report_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$
"""

DECISION = """
CREATE FUNCTION isc_decision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'app_worker' AND NEW.author_id IS NOT NULL THEN
        RAISE EXCEPTION 'the worker''s role cannot decide as a person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0003_claim_guard")]

    operations = [
        migrations.RunSQL(ASSIGNMENT, "DROP FUNCTION isc_assignment_guard()"),
        migrations.RunSQL(DECISION, "DROP FUNCTION isc_decision_guard()"),
        migrations.RunSQL(
            "CREATE TRIGGER person_over_machine BEFORE INSERT ON events_assignment "
            "FOR EACH ROW EXECUTE FUNCTION isc_assignment_guard()",
            "DROP TRIGGER person_over_machine ON events_assignment",
        ),
        migrations.RunSQL(
            "CREATE TRIGGER worker_decides_as_machine BEFORE INSERT ON events_decision "
            "FOR EACH ROW EXECUTE FUNCTION isc_decision_guard()",
            "DROP TRIGGER worker_decides_as_machine ON events_decision",
        ),
    ]
