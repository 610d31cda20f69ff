from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ingest", "0007_entry_author")]

    operations = [
        migrations.AddField(
            "feed",
            "archive_url",
            models.CharField(blank=True, editable=False, help_text="The next page to read back.", max_length=2048),
        ),
        migrations.AddField(
            "feed",
            "archive_pages",
            models.PositiveSmallIntegerField(
                default=0, editable=False, help_text="Pages of the archive still to be read back."
            ),
        ),
        migrations.AddField(
            "feed",
            "archive_note",
            models.TextField(blank=True, editable=False, help_text="Where reading back ended, and why."),
        ),
    ]
