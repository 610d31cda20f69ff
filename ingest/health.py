"""Is it working? The services, the clock, whether work is taken up: for /healthz, /metrics and `manage.py health`."""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Count, Min, Q
from django.utils import timezone
from prometheus_client.core import GaugeMetricFamily, Metric

from events.models import Article, Event
from ingest.models import OPEN_STATES, Entry, Feed, State

IDLE = dt.timedelta(minutes=3)
"""Work that waits so long while none is taken up means that nobody works."""
_BEAT_KEY = "isc:beat"
_BEAT_LATE = 60.0
_OLDEST = 5
"""Messages at the end of a queue that are looked at: some may hold nothing but what is done already."""
_SECONDS_KEPT = 7 * 86_400


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must be so, and what is wrong where it is not."""

    name: str
    ok: bool
    words: str = ""


def heartbeat() -> None:
    """Note that the clock ticks and a worker answers it; called by the sweeper."""
    try:
        _redis().set(_BEAT_KEY, timezone.now().timestamp(), ex=_SECONDS_KEPT)
    except redis.RedisError:
        return


def oldest_messages(queue: str) -> list[int] | None:
    """Entries of the messages that have waited longest in a queue; None where the broker does not answer."""
    try:
        raw = _redis().lrange(queue, -_OLDEST, -1)
    except redis.RedisError:
        return None
    ids: list[int] = []
    for message in raw:  # type: ignore[union-attr]
        try:
            arguments = json.loads(base64.b64decode(json.loads(message)["body"]))[0][0]
        except (ValueError, LookupError, TypeError):
            continue
        ids += [n for n in arguments if type(n) is int] if isinstance(arguments, list) else []
    return ids


def checks() -> list[Check]:
    """All checks. What depends on the database is left out when it is away."""
    database = _database()
    found = [database, *_broker()]
    if database.ok:
        found.append(consumption(timezone.now()))
    return found


def _redis() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL, socket_timeout=2, socket_connect_timeout=2)


def _database() -> Check:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return Check("database", False, "the database does not answer")
    return Check("database", True)


def _broker() -> list[Check]:
    try:
        last = _redis().get(_BEAT_KEY)
    except redis.RedisError:
        return [Check("broker", False, "the broker does not answer")]
    late = _BEAT_LATE + 3 * settings.SWEEP_SECONDS
    if last is None:
        return [Check("broker", True), Check("beat", False, "the clock has not ticked yet")]
    age = timezone.now().timestamp() - float(last)  # type: ignore[arg-type]
    return [
        Check("broker", True),
        Check("beat", age < late, "" if age < late else f"the last tick was {age:.0f} s ago"),
    ]


def consumption(now: dt.datetime) -> Check:
    """Whether entries and feeds that have been due for three minutes are being taken up."""
    due, since = now - IDLE, Q(lease_until=None) | Q(lease_until__lt=now)
    entries = Entry.objects.filter(since, state__in=OPEN_STATES, next_try_at__lt=due, created_at__lt=due)
    feeds = Feed.objects.filter(since, enabled=True, next_check_at__lt=due)
    if entries.exists() and not Entry.objects.filter(updated_at__gte=due).exclude(created_at__gte=due).exists():
        return Check("consumption", False, "entries wait, and none was taken up for 3 minutes")
    if feeds.exists() and not Feed.objects.filter(last_checked_at__gte=due).exists():
        return Check("consumption", False, "feeds are due, and none was polled for 3 minutes")
    return Check("consumption", True)


class Figures:
    """The figures of /metrics, read from the database when asked."""

    def collect(self) -> Iterator[Metric]:
        """Gauges by state; times in seconds."""
        entries = GaugeMetricFamily("isc_entries", "Entries by state", labels=["state"])
        counted = dict(Entry.objects.values_list("state").annotate(n=Count("pk")))
        for state in State:
            entries.add_metric([state.value], counted.get(state.value, 0))
        yield entries
        now = timezone.now()
        oldest = Entry.objects.filter(state__in=OPEN_STATES, next_try_at__lte=now).aggregate(t=Min("created_at"))["t"]
        waited = (now - oldest).total_seconds() if oldest else 0.0
        yield GaugeMetricFamily("isc_oldest_waiting_seconds", "Age of the oldest entry that waits", value=waited)
        enabled = Feed.objects.filter(enabled=True)
        yield GaugeMetricFamily("isc_feeds", "Feeds that are polled", value=enabled.count())
        failing = enabled.filter(opened_at__isnull=False).count()
        yield GaugeMetricFamily("isc_feeds_failing", "Feeds whose breaker is open", value=failing)
        yield GaugeMetricFamily("isc_articles", "Stored articles", value=Article.objects.count())
        events = GaugeMetricFamily("isc_events", "Events by status", labels=["status"])
        for status, n in Event.objects.values_list("status").annotate(n=Count("pk")).order_by("status"):
            events.add_metric([status], n)
        yield events
        health = GaugeMetricFamily("isc_healthy", "1 where a check holds", labels=["check"])
        for check in checks():
            health.add_metric([check.name], float(check.ok))
        yield health
