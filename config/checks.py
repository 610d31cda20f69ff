"""System checks for settings that would be dangerous or lose work."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register


@register(Tags.security)
def serving(**kwargs: Any) -> list[CheckMessage]:
    """DEBUG and weak keys have no place on an own server."""
    found: list[CheckMessage] = []
    if settings.DEBUG and not settings.EMBEDDED:
        found.append(Error("DEBUG is on with own services", hint="Unset DEBUG.", id="isc.E001"))
    if len(settings.SECRET_KEY) < 50 or len(set(settings.SECRET_KEY)) < 5:
        found.append(Error("SECRET_KEY is weak", hint="Use 50 or more random characters.", id="isc.E002"))
    if "*" in settings.ALLOWED_HOSTS:
        found.append(Error("ALLOWED_HOSTS allows any host", hint="Name the hosts you serve.", id="isc.E003"))
    if settings.FETCH_ALLOW and not settings.ISC_DEMO:
        hint = "Every host:port listed may be fetched although its address is private."
        found.append(Warning(f"FETCH_ALLOW opens the guard for {settings.FETCH_ALLOW}", hint=hint, id="isc.W001"))
    return found


@register()
def queueing(**kwargs: Any) -> list[CheckMessage]:
    """The queue's promises rest on these."""
    found: list[CheckMessage] = []
    if settings.CELERY_ACCEPT_CONTENT != ["json"]:
        found.append(Error("Celery must accept JSON only", id="isc.E010"))
    if settings.CELERY_WORKER_PREFETCH_MULTIPLIER != 1:
        found.append(Error("CELERY_WORKER_PREFETCH_MULTIPLIER must be 1", id="isc.E011"))
    if settings.LEASE_SECONDS * 1000 < 1000:
        found.append(Error("LEASE_SECONDS is too short", id="isc.E012"))
    return found
