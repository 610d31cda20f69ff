from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ingest", "0006_entry_backlog")]

    operations = [
        migrations.AddField("entry", "author", models.CharField(blank=True, max_length=200)),
    ]
