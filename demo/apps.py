from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Sample articles that the stack serves to itself, so that a newcomer sees ingestion at work offline."""

    name = "demo"
