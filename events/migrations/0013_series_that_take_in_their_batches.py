"""Series say which events join by themselves; what the chronology put into a series stays its word."""

import django.db.models.deletion
import events.codebook
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0012_proposed_roles"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="series_by",
            field=models.CharField(
                choices=[("machine", "Machine-coded"), ("import", "Shipped chronology"), ("person", "Editor")],
                default=events.codebook.StatusBy["MACHINE"],
                editable=False,
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="series",
            name="destination",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="events.place"
            ),
        ),
        migrations.AddField(
            model_name="series",
            name="first_day",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="series",
            name="group",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="events.actor"
            ),
        ),
        migrations.AddField(
            model_name="series",
            name="last_day",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="series",
            name="origin",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="events.place"
            ),
        ),
        migrations.AddField(
            model_name="series",
            name="takes_type",
            field=models.CharField(
                blank=True,
                choices=[
                    ("meeting", "Meeting"),
                    ("call", "Call or message"),
                    ("agreement", "Agreement"),
                    ("statement", "Statement"),
                    ("diplomatic_status", "Diplomatic status"),
                    ("border_operation", "Border operation"),
                    ("joint_operation", "Joint operation"),
                    ("intelligence_sharing", "Intelligence sharing"),
                    ("border_measure", "Border measure"),
                    ("crossing_status", "Crossing status"),
                    ("refuge", "Refuge"),
                    ("repatriation", "Repatriation"),
                    ("detainee_transfer", "Detainee transfer"),
                    ("amnesty", "Amnesty"),
                    ("appointment", "Appointment"),
                    ("incident", "Incident"),
                ],
                max_length=20,
                null=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("series_by__in", ["machine", "import", "person"]), ("series_by__isnull", True), _connector="OR"
                ),
                name="event_series_by_word",
            ),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "takes_type__in",
                        [
                            "meeting",
                            "call",
                            "agreement",
                            "statement",
                            "diplomatic_status",
                            "border_operation",
                            "joint_operation",
                            "intelligence_sharing",
                            "border_measure",
                            "crossing_status",
                            "refuge",
                            "repatriation",
                            "detainee_transfer",
                            "amnesty",
                            "appointment",
                            "incident",
                        ],
                    ),
                    ("takes_type__isnull", True),
                    _connector="OR",
                ),
                name="series_takes_type_word",
            ),
        ),
        migrations.RunSQL(
            "UPDATE events_event SET series_by = 'import' WHERE series_id IS NOT NULL OR status_by = 'import'", migrations.RunSQL.noop
        ),
    ]
