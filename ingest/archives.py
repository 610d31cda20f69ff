"""Back-fill on demand: a feed's archive read page by page, at its host's pace and behind fresh news."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from ingest import http, politeness
from ingest.feeds import FeedProblem
from ingest.limits import OutOfTime, within
from ingest.listings import read
from ingest.models import Entry, Feed
from ingest.older import older
from ingest.polling import READ_SECONDS, announce

AT_ONCE = 20
MOST_PAGES = 500


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What one page of an archive gave: new entries, and why it went no further, if it did not."""

    new: int = 0
    error: str = ""


def order(feeds: list[int], pages: int) -> int:
    """Have the archives of feeds read back by so many pages, from their present page on; returns how many."""
    rows = Feed.objects.filter(pk__in=feeds)
    return rows.update(archive_url=F("url"), archive_pages=min(pages, MOST_PAGES), archive_note="")


def waiting() -> list[int]:
    """Ids of feeds whose archive is to be read further and that nobody is reading."""
    rows = Feed.objects.filter(archive_pages__gt=0).filter(Q(lease_until=None) | Q(lease_until__lt=Now()))
    return list(rows.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])


def read_back(feed_id: int, now: dt.datetime) -> ReadBack:
    """Read the next page of a feed's archive, if nobody else reads the feed."""
    free = Feed.objects.filter(pk=feed_id, archive_pages__gt=0, lease_until=None)
    if not free.update(lease_until=Now() + timedelta(seconds=settings.LEASE_SECONDS)):
        return ReadBack()
    feed = Feed.objects.select_related("source").get(pk=feed_id)
    try:
        answer = politeness.get(feed.archive_url)
        if isinstance(answer, http.NotModified):
            return _stop(feed, "the site answers «not modified» to a first request")
        with within(READ_SECONDS):
            parsed = read(feed.kind, answer.body, answer.content_type, answer.url, feed.selector, now)
            beyond = older(feed.kind, answer.body, answer.content_type, answer.url)
    except politeness.Postponed as error:
        Feed.objects.filter(pk=feed.pk).update(lease_until=None)
        return ReadBack(error=str(error))
    except (http.FetchError, FeedProblem, OutOfTime) as error:
        return _stop(feed, str(error))
    with transaction.atomic():
        before = Entry.objects.filter(feed=feed).count()
        announce(feed, parsed, now, backlog=True)
        new = Entry.objects.filter(feed=feed).count() - before
        if not beyond or not parsed.entries:
            return _stop(feed, "the archive ends here", new)
        left = feed.archive_pages - 1
        Feed.objects.filter(pk=feed.pk).update(archive_url=beyond, archive_pages=left, lease_until=None)
    return ReadBack(new)


def _stop(feed: Feed, reason: str, new: int = 0) -> ReadBack:
    note = f"{feed.archive_url}: {reason}"
    Feed.objects.filter(pk=feed.pk).update(archive_pages=0, archive_note=note, lease_until=None)
    return ReadBack(new, reason)
