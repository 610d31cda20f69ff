"""What is said to be over cannot lie more than two days after we last heard of it (no constraint calls now())."""

from django.db import migrations

CHECK = """
ALTER TABLE events_event ADD CONSTRAINT event_done_by_then CHECK (
    modality IN ('planned', 'cancelled', 'denied')
    OR date <= (last_claim_at AT TIME ZONE 'Asia/Baghdad')::date + 2)
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0005_public_ids")]

    operations = [migrations.RunSQL(CHECK, "ALTER TABLE events_event DROP CONSTRAINT event_done_by_then")]
