"""How it runs: settings, the embedded services, Celery; no domain logic."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
