from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IngestConfig(AppConfig):
    """From feeds to reports; imports events, never the reverse."""

    name = "ingest"
    verbose_name = _("Ingestion")
    default_auto_field = "django.db.models.BigAutoField"
