from django.apps import AppConfig

from config import checks

__all__ = ["ConfigConfig", "checks"]


class ConfigConfig(AppConfig):
    """How it runs. Importing `checks` registers them."""

    name = "config"
