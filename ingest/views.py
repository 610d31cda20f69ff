"""The sources page, and what monitors ask."""

from __future__ import annotations

import hmac
from typing import Any

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from events.access import readable
from events.api import json
from events.board_files import as_csv
from ingest.coverage import coverage, outages_between, silences
from ingest.health import Figures, checks, consumption

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
        "alarm": not consumption(now).ok,
    }
    return render(request, "ingest/sources.html", context)


_COLUMNS = (
    "source", "name_en", "name_ar", "state", "last_success", "last_new", "new_articles", "per_day", "relevant_share",
    "median_delay_minutes", "set_aside", "errors",
)  # fmt: skip


def _rows() -> list[dict[str, Any]]:
    """The sources page as plain rows; `per_day` the new articles of the last 30 days, oldest first."""
    return [
        {
            "source": c.source.code,
            "name_en": c.source.name_en,
            "name_ar": c.source.name_ar,
            "state": c.sight.value,
            "last_success": c.last_success.isoformat() if c.last_success else None,
            "last_new": c.last_new.isoformat() if c.last_new else None,
            "new_articles": c.total,
            "per_day": " ".join(map(str, c.per_day)),
            "relevant_share": None if c.share is None else round(c.share, 4),
            "median_delay_minutes": None if c.delay is None else round(c.delay, 1),
            "set_aside": c.quarantined,
            "errors": "; ".join(c.errors),
        }
        for c in coverage(timezone.now())
    ]


@require_safe
@readable
def sources_json(request: HttpRequest) -> HttpResponse:
    """The figures of every source, and the stretches of a day or more in which one could not be read."""
    gaps = [
        {
            "source": o.feed.source.code,
            "feed": o.feed.url,
            "began": o.began.isoformat(),
            "ended": o.ended.isoformat() if o.ended else None,
            "reason": o.reason,
        }
        for o in outages_between(None, None)
    ]
    return json({"sources": _rows(), "gaps": gaps})


@require_safe
@readable
def sources_csv(request: HttpRequest) -> HttpResponseBase:
    """The figures of every source, a line each."""
    return as_csv(_rows(), _COLUMNS, "sources.csv")


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
