from django.apps import AppConfig


class IngestConfig(AppConfig):
    """From feeds to reports; imports events, never the reverse."""

    name = "ingest"
    default_auto_field = "django.db.models.BigAutoField"
