"""A claim may say which batch of which programme it was."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0012_proposed_roles"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="claim",
            name="claim_field_word",
        ),
        migrations.RemoveConstraint(
            model_name="claim",
            name="claim_value_of_its_kind",
        ),
        migrations.AlterField(
            model_name="claim",
            name="field",
            field=models.CharField(
                choices=[
                    ("type", "type"),
                    ("modality", "modality"),
                    ("date", "date"),
                    ("place", "place"),
                    ("origin", "origin"),
                    ("destination", "destination"),
                    ("participant", "participant"),
                    ("count", "count"),
                    ("theme", "theme"),
                    ("status", "status"),
                    ("office", "office"),
                    ("title", "title"),
                    ("note", "note"),
                    ("series", "series"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "field__in",
                        [
                            "type",
                            "modality",
                            "date",
                            "place",
                            "origin",
                            "destination",
                            "participant",
                            "count",
                            "theme",
                            "status",
                            "office",
                            "title",
                            "note",
                            "series",
                        ],
                    ),
                    ("field__isnull", True),
                    _connector="OR",
                ),
                name="claim_field_word",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asserts", False),
                    ("withdraws__isnull", False),
                    models.Q(
                        ("field__in", ["type", "modality", "theme", "status", "series"]), ("v_choice__isnull", False)
                    ),
                    models.Q(("field", "date"), ("v_date__isnull", False), ("v_precision__isnull", False)),
                    models.Q(("field__in", ["place", "origin", "destination"]), ("v_place__isnull", False)),
                    models.Q(
                        ("field", "participant"),
                        ("v_part__isnull", False),
                        models.Q(("v_actor__isnull", False), ("v_name__isnull", False), _connector="OR"),
                    ),
                    models.Q(
                        ("field", "count"),
                        ("v_kind__isnull", False),
                        ("v_low__isnull", False),
                        ("v_scope__isnull", False),
                        ("v_unit__isnull", False),
                    ),
                    models.Q(("field", "office"), ("v_office__isnull", False)),
                    models.Q(
                        ("field__in", ["title", "note"]),
                        models.Q(("v_text_ar__isnull", False), ("v_text_en__isnull", False), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="claim_value_of_its_kind",
            ),
        ),
    ]
