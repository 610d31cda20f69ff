"""The choices of `status_by` have names that a page can show."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0010_promises_found_by_index")]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="status_by",
            field=models.CharField(
                choices=[("machine", "Machine-coded"), ("import", "Shipped chronology"), ("person", "Editor")],
                default="machine",
                max_length=20,
            ),
        ),
    ]
