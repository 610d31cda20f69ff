"""What each source gives us, and what we are blind to: silence is told apart from blindness."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import connection
from django.db.models import Count, F, Max, Q
from django.utils import timezone

from events.codebook import BAGHDAD, EventType, Modality
from events.labels import label
from events.models import Event, Source
from ingest.models import Entry, Feed, Outage, State

DAYS = 30
"""Days that the figures of a source cover."""
QUIET = dt.timedelta(days=3)
"""A source that is read but announces nothing for so long is called quiet."""
_WIDTH, _HEIGHT = 120, 24


class Sight(StrEnum):
    """How well a source is seen."""

    READ = "read"
    QUIET = "quiet"
    FAILING = "failing"
    BLIND = "blind"
    NEVER = "never"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Coverage:
    """A source's figures over the last 30 days. `share` of what was coded that was relevant (0–1); `delay` in minutes
    from publication to us; `line`: points of a sparkline of new articles a day, 120 × 24."""

    source: Source
    sight: Sight
    last_success: dt.datetime | None
    last_new: dt.datetime | None
    per_day: tuple[int, ...]
    share: float | None
    delay: float | None
    errors: tuple[str, ...]
    quarantined: int

    @property
    def total(self) -> int:
        """New articles in these days."""
        return sum(self.per_day)

    @property
    def percent(self) -> int | None:
        """The share in whole per cent."""
        return None if self.share is None else round(100 * self.share)

    @property
    def line(self) -> str:
        """The sparkline's points."""
        top = max(self.per_day, default=0) or 1
        step = _WIDTH / max(len(self.per_day) - 1, 1)
        return " ".join(
            f"{n * step:.1f},{_HEIGHT - 1 - v / top * (_HEIGHT - 2):.1f}" for n, v in enumerate(self.per_day)
        )


def coverage(now: dt.datetime) -> list[Coverage]:
    """All sources that have feeds: those that need a look first, then by name."""
    feeds: dict[int, list[Feed]] = defaultdict(list)
    for feed in Feed.objects.select_related("source"):
        feeds[feed.source_id].append(feed)
    figures = _Figures(now)
    rows = [figures.of(own[0].source, own) for own in feeds.values()]
    order = [Sight.BLIND, Sight.FAILING, Sight.NEVER, Sight.QUIET, Sight.READ, Sight.OFF]
    return sorted(rows, key=lambda c: (order.index(c.sight), c.source.name_en))


class _Figures:
    """The figures of all sources, each kind by one query."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now
        since = now - dt.timedelta(days=DAYS)
        self.daily = _per_day(since)
        states = Entry.objects.filter(updated_at__gte=since).values("source").annotate(
            coded=Count("pk", filter=Q(state=State.CODED)),
            refused=Count("pk", filter=Q(state=State.IRRELEVANT)),
            quarantined=Count("pk", filter=Q(state=State.QUARANTINED)),
        )  # fmt: skip
        self.states: Mapping[int, dict[str, Any]] = {row["source"]: row for row in states}
        self.newest = dict(Entry.objects.values_list("source").annotate(t=Max("created_at")))
        self.delays = _delays(since)

    def of(self, source: Source, feeds: list[Feed]) -> Coverage:
        """The figures of one source."""
        own = [f for f in feeds if f.enabled]
        successes = [f.last_success_at for f in own if f.last_success_at]
        days = self.daily.get(source.pk, {})
        today = self.now.astimezone(BAGHDAD).date()
        state = self.states.get(source.pk, {"coded": 0, "refused": 0, "quarantined": 0})
        read = state["coded"] + state["refused"]
        return Coverage(
            source=source,
            sight=_sight(own, successes, self.newest.get(source.pk), self.now),
            last_success=max(successes, default=None),
            last_new=self.newest.get(source.pk),
            per_day=tuple(days.get(today - dt.timedelta(days=n), 0) for n in range(DAYS - 1, -1, -1)),
            share=state["coded"] / read if read else None,
            delay=self.delays.get(source.pk),
            errors=tuple(dict.fromkeys(f.last_error for f in own if f.last_error)),
            quarantined=state["quarantined"],
        )


def _sight(feeds: list[Feed], successes: list[dt.datetime], newest: dt.datetime | None, now: dt.datetime) -> Sight:
    if not feeds:
        return Sight.OFF
    if all(f.opened_at is not None for f in feeds):
        return Sight.BLIND
    if any(f.failures for f in feeds):
        return Sight.FAILING
    if not successes:
        return Sight.NEVER
    return Sight.QUIET if newest is None or newest < now - QUIET else Sight.READ


def _per_day(since: dt.datetime) -> dict[int, dict[dt.date, int]]:
    found: dict[int, dict[dt.date, int]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT source_id, (first_seen AT TIME ZONE 'Asia/Baghdad')::date, count(*)
            FROM events_article WHERE first_seen >= %s GROUP BY 1, 2
            """,
            [since],
        )
        for source, day, n in cursor.fetchall():
            found[source][day] = n
    return found


def _delays(since: dt.datetime) -> dict[int, float]:
    """Median minutes from publication to us, where the time of publication is known to the minute."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT a.source_id, percentile_cont(0.5) WITHIN GROUP (
                ORDER BY greatest(0, extract(epoch FROM a.first_seen - t.published)) / 60)
            FROM events_article a JOIN events_articletext t ON t.article_id = a.id AND t.n = 1
            JOIN ingest_entry e ON e.article_id = a.id AND e.feed_id IS NOT NULL
            WHERE a.first_seen >= %s AND t.published IS NOT NULL AND t.published_precision = 'minute'
            GROUP BY 1
            """,
            [since],
        )
        return {source: float(minutes) for source, minutes in cursor.fetchall()}


@dataclass(frozen=True, slots=True)
class Silence:
    """How long nothing of a type was reported to have happened: whole days, None where it never was."""

    type: EventType
    days: int | None

    @property
    def label(self) -> str:
        """The type in the reader's language."""
        return str(label(self.type))


def silences(now: dt.datetime) -> list[Silence]:
    """By type of talks, operations and movements: days since the last one that happened."""
    last = dict(
        Event.objects.listed().filter(modality=Modality.DONE).values_list("type").annotate(day=Max(F("date")))
    )  # fmt: skip
    today = now.astimezone(BAGHDAD).date()
    return [Silence(t, (today - last[t]).days if last.get(t) else None) for t in _WATCHED]


_WATCHED = (EventType.MEETING, EventType.JOINT_OPERATION, EventType.BORDER_OPERATION, EventType.REPATRIATION)


def outages_between(first: dt.date | None, last: dt.date | None) -> list[Outage]:
    """Longest first: stretches of a day or more within these days in which a feed could not be read; 20 at most."""
    now = timezone.now()
    rows = Outage.objects.select_related("feed__source").filter(feed__enabled=True)
    if first is not None:
        rows = rows.filter(Q(ended=None) | Q(ended__date__gte=first))
    if last is not None:
        rows = rows.filter(began__date__lte=last)
    long = [o for o in rows[:500] if (o.ended or now) - o.began >= dt.timedelta(days=1)]
    return sorted(long, key=lambda o: o.began - (o.ended or now))[:20]
