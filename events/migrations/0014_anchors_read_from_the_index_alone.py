"""Candidates are found without a look at the table of anchors."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0013_batch_in_its_series"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="reportanchor",
            name="report_anchor_like",
        ),
        migrations.AddIndex(
            model_name="reportanchor",
            index=models.Index(
                fields=["kind", "anchor", "wide", "first"], include=("last", "report"), name="report_anchor_like"
            ),
        ),
    ]
