"""The sources page, and what monitors ask."""

from __future__ import annotations

import hmac

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from events.access import readable
from ingest.coverage import coverage, outages_between, silences
from ingest.health import Figures, checks

log = structlog.get_logger(__name__)


@require_safe
@readable
def sources(request: HttpRequest) -> HttpResponse:
    """What each source gives us, what fails, and what is merely silent."""
    now = timezone.now()
    rows = coverage(now)
    context = {
        "rows": rows,
        "on": [r for r in rows if r.sight != "off"],
        "blind": [r for r in rows if r.sight == "blind"],
        "unread": [r for r in rows if r.sight == "never"],
        "silences": silences(now),
        "outages": outages_between(None, None),
    }
    return render(request, "ingest/sources.html", context)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 where all checks hold, else 503; names and words, no secrets."""
    found = checks()
    healthy = all(check.ok for check in found)
    for check in found:
        if not check.ok:
            log.error("unhealthy", check=check.name, reason=check.words)
    body = {"ok": healthy, "checks": {c.name: c.words or "ok" for c in found}}
    return JsonResponse(body, status=200 if healthy else 503)


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """Figures for Prometheus: with the token of METRICS_TOKEN, or for staff."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    token = settings.METRICS_TOKEN
    known = bool(token) and hmac.compare_digest(given.encode(), token.encode())
    if not known and not request.user.is_staff:  # type: ignore[union-attr]
        return HttpResponseForbidden("a token is needed")
    registry = CollectorRegistry()
    registry.register(Figures())  # type: ignore[arg-type]
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
