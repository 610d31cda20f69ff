from django.apps import AppConfig


class EventsConfig(AppConfig):
    """What happened, who, where, who says so; knows nothing of ingest."""

    name = "events"
    default_auto_field = "django.db.models.BigAutoField"
