"""The page of promises finds what was once planned without reading every claim."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("events", "0009_keys_of_level_and_author")]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX claim_promised ON events_claim (report_id) WHERE field = 'modality' AND v_choice = 'planned'",
            "DROP INDEX claim_promised",
        )
    ]
