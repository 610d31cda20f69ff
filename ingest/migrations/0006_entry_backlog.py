from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ingest", "0005_feed_fetched_at")]

    operations = [
        migrations.AddField(
            "entry",
            "backlog",
            models.BooleanField(default=False, help_text="Old news: worked on when nothing fresh waits."),
        ),
    ]
