"""Polling a feed: what it announces becomes entries; every way out writes the feed's row."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import Now

from ingest import http, politeness
from ingest.dedupe import url_key
from ingest.feeds import WEB, FeedEntry, FeedProblem, ParsedFeed
from ingest.limits import OutOfTime, within
from ingest.listings import read
from ingest.models import Entry, Feed, Outage, State

BREAKER = 5
"""Failures in a row after which a feed is only probed."""
FIRST_PROBE, LAST_PROBE = timedelta(minutes=15), timedelta(hours=6)
END_STATES = (State.CODED, State.IRRELEVANT, State.DUPLICATE)
POLL_LIMIT = 50
READ_SECONDS = 10.0
EDIT_PAUSE = timedelta(hours=1)
QUEUED_AT_ONCE = 200
FRESH, FRESH_PLACES = timedelta(days=3), 100
"""News of the last days is fresh; without a time, what stands among the first of its feed."""
WHOLE_EVERY = timedelta(hours=24)
"""Once in so long a feed is asked for without validators: some servers say «not modified» for ever."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What one poll found: ids of entries to fetch, and a failure or oddities in words."""

    entries: tuple[int, ...] = ()
    error: str = ""
    problems: tuple[str, ...] = field(default=())


def due_feeds() -> list[int]:
    """Ids of enabled feeds that are due and not being polled, the longest waiting first."""
    rows = Feed.objects.filter(enabled=True, next_check_at__lte=Now())
    rows = rows.filter(Q(lease_until=None) | Q(lease_until__lt=Now()))
    return list(rows.order_by("next_check_at").values_list("pk", flat=True)[:POLL_LIMIT])


def count_the_lost() -> int:
    """A poll that ended with its worker is a failure of the feed: it may be what kills the worker."""
    lost = 0
    for feed in Feed.objects.filter(lease_until__lt=Now(), enabled=True).select_related("source"):
        if Feed.objects.filter(pk=feed.pk, lease_until=feed.lease_until).update(lease_until=None):
            _fail(feed, "the worker died or ran out of time while reading it", None, at_once=True)
            lost += 1
    return lost


def collect(feed_id: int, now: dt.datetime) -> Collected:
    """Poll one feed, if nobody else does."""
    if not _claim(feed_id):
        return Collected()
    feed = Feed.objects.select_related("source").get(pk=feed_id)
    try:
        known = feed.fetched_at is not None and feed.fetched_at > now - WHOLE_EVERY
        validators = {"etag": feed.etag, "last_modified": feed.last_modified} if known else {}
        answer = politeness.get(feed.url, **validators)
        if isinstance(answer, http.NotModified):
            return _succeed(feed, ())
        Feed.objects.filter(pk=feed.pk).update(fetched_at=Now())
        digest = hashlib.sha256(answer.body).digest()
        if feed.body_sha256 is not None and bytes(feed.body_sha256) == digest:
            return _succeed(feed, ())
        with within(READ_SECONDS):
            parsed = read(feed.kind, answer.body, answer.content_type, answer.url, feed.selector, now)
    except OutOfTime as error:
        return _fail(feed, str(error), None)
    except politeness.Unreachable as error:
        return _fail(feed, str(error), error.seconds)
    except politeness.Postponed as error:
        return _postpone(feed, error)
    except http.HttpStatus as error:
        return _fail(feed, str(error), error.retry_after)
    except (http.FetchError, FeedProblem) as error:
        return _fail(feed, str(error), None)
    feed.etag, feed.last_modified, feed.body_sha256 = answer.etag, answer.last_modified, digest
    return _store(feed, parsed, now)


def _claim(feed_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE ingest_feed SET lease_until = now() + make_interval(secs => %s), last_checked_at = now()
            WHERE id = %s AND enabled AND (lease_until IS NULL OR lease_until < now()) RETURNING id
            """,
            [settings.LEASE_SECONDS, feed_id],
        )
        return cursor.fetchone() is not None


def _store(feed: Feed, parsed: ParsedFeed, now: dt.datetime) -> Collected:
    """Make entries of what is new, and read again what changed; the fresh ones are queued at once."""
    with transaction.atomic():
        keys = announce(feed, parsed, now)
        waiting = Entry.objects.filter(source=feed.source, url_sha256__in=keys, state=State.NEW, lease_until=None)
        ids = tuple(waiting.filter(backlog=False).order_by("-id").values_list("pk", flat=True)[:QUEUED_AT_ONCE])
        return _succeed(feed, ids, parsed.problems)


def announce(feed: Feed, parsed: ParsedFeed, now: dt.datetime, *, backlog: bool = False) -> list[bytes]:
    """Make entries of what a feed lists, inside the caller's transaction; returns their keys."""
    keys = {url_key(e.url): e for e in parsed.entries if e.url.startswith(WEB)}
    known = {bytes(e.url_sha256): e for e in Entry.objects.filter(source=feed.source, url_sha256__in=list(keys))}
    new = [(key, e, backlog or is_old(n, e, now)) for n, (key, e) in enumerate(keys.items()) if key not in known]
    Entry.objects.bulk_create([_entry(feed, *row) for row in reversed(new)], ignore_conflicts=True)
    for key, entry in known.items():
        if entry.state in END_STATES and not backlog and _is_edited(entry, keys[key], now):
            Entry.objects.filter(pk=entry.pk, state=entry.state).update(
                state=State.NEW, title=keys[key].title or entry.title, summary=keys[key].summary, attempts=0,
                next_try_at=Now(), queued_at=None, updated_at=Now(),
            )  # fmt: skip
    return list(keys)


def is_old(position: int, entry: FeedEntry, now: dt.datetime) -> bool:
    """Old news, which waits behind fresh: by its time, or by its place in the list where it has none."""
    return entry.published < now - FRESH if entry.published is not None else position >= FRESH_PLACES


def _is_edited(known: Entry, fresh: FeedEntry, now: dt.datetime) -> bool:
    """Another title, or another summary (at most once an hour: some tell how long ago): it may have been changed."""
    if fresh.title and known.title and fresh.title != known.title:
        return True
    if known.updated_at > now - EDIT_PAUSE:
        return False
    return bool(fresh.summary and known.summary and fresh.summary != known.summary)


def _entry(feed: Feed, key: bytes, e: FeedEntry, backlog: bool) -> Entry:
    return Entry(
        feed=feed,
        source=feed.source,
        url=e.url,
        url_sha256=key,
        title=e.title,
        summary=e.summary,
        published=e.published,
        lang=feed.lang,
        author=e.author,
        backlog=backlog,
    )


def _succeed(feed: Feed, ids: tuple[int, ...], problems: tuple[str, ...] = ()) -> Collected:
    Feed.objects.filter(pk=feed.pk).update(
        etag=feed.etag,
        last_modified=feed.last_modified,
        body_sha256=feed.body_sha256,
        failures=0,
        opened_at=None,
        lease_until=None,
        last_success_at=Now(),
        last_error="; ".join(problems),
        last_error_at=Now() if problems else None,
        next_check_at=Now() + feed.interval,
    )
    if feed.failures:
        Outage.objects.filter(feed=feed, ended=None).update(ended=Now())
    return Collected(ids, problems=problems)


def _postpone(feed: Feed, error: politeness.Postponed) -> Collected:
    """Not our turn: no failure of the feed; it is due again when the host lets us."""
    wait = timedelta(seconds=error.seconds)
    Feed.objects.filter(pk=feed.pk).update(lease_until=None, next_check_at=Now() + wait)
    return Collected(error=str(error))


def _fail(feed: Feed, reason: str, retry_after: float | None, *, at_once: bool = False) -> Collected:
    """Note a failure and when to try again: `at_once` while the breaker is closed, for it may not be the feed's."""
    failures = feed.failures + 1
    usual = timedelta(0) if at_once else feed.interval
    wait = usual if failures < BREAKER else probe_pause(failures)
    if retry_after is not None:
        wait = max(wait, timedelta(seconds=retry_after))
    opening = {"opened_at": Now()} if failures == BREAKER else {}
    Feed.objects.filter(pk=feed.pk).update(
        failures=failures,
        lease_until=None,
        last_error=reason,
        last_error_at=Now(),
        next_check_at=Now() + wait,
        **opening,
    )
    if failures == BREAKER:
        began = feed.last_success_at or Now()
        Outage.objects.bulk_create([Outage(feed=feed, began=began, reason=reason)], ignore_conflicts=True)
    return Collected(error=reason)


def probe_pause(failures: int) -> timedelta:
    """How long an open breaker waits: 15 minutes, doubling with each failure, up to 6 hours."""
    return min(FIRST_PROBE * 2 ** min(failures - BREAKER, 10), LAST_PROBE)
