"""From feeds to articles: what we poll, what it announced, what we fetched.

`Entry` is the queue and the state machine: the database, not the message broker, knows how far each URL got.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.models import Article, ArticleText, Source


class FeedKind(StrEnum):
    """How a feed's bytes are read."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json"
    SITEMAP = "sitemap"
    LISTING = "listing"
    TELEGRAM = "telegram"


class State(StrEnum):
    """How far an entry got. The last four are ends; a quarantined entry is tried again only by hand."""

    NEW = "new"
    FETCHED = "fetched"
    EXTRACTED = "extracted"
    CODED = "coded"
    IRRELEVANT = "irrelevant"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"


OPEN_STATES = (State.NEW, State.FETCHED, State.EXTRACTED)
"""States with work left to do."""


class Feed(models.Model):
    """A URL of a source that we poll. This row is the schedule: `next_check_at` says when, `interval` how often."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="feeds")
    url = models.URLField(max_length=2048, unique=True)
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in FeedKind], default=FeedKind.RSS)
    selector = models.CharField(
        max_length=300, blank=True, help_text="Of a listing page: CSS that picks the headlines' links."
    )
    section = models.CharField(max_length=200, blank=True)
    lang = models.CharField(max_length=8, blank=True)
    enabled = models.BooleanField(default=False)
    interval = models.DurationField(default=timedelta(minutes=15), help_text="Time between two polls.")
    reported = models.CharField(max_length=30, blank=True, help_text="What others reported of this address.")
    note = models.TextField(blank=True)
    etag = models.CharField(max_length=500, blank=True, editable=False)
    last_modified = models.CharField(max_length=200, blank=True, editable=False)
    fetched_at = models.DateTimeField(null=True, editable=False, help_text="When its bytes were last sent to us whole.")
    body_sha256 = models.BinaryField(max_length=32, null=True, editable=False)
    archive_url = models.CharField(max_length=2048, blank=True, editable=False, help_text="The next page to read back.")
    archive_pages = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text="Pages of the archive still to be read back."
    )
    archive_note = models.TextField(blank=True, editable=False, help_text="Where reading back ended, and why.")
    failures = models.PositiveIntegerField(default=0, editable=False)
    opened_at = models.DateTimeField(null=True, editable=False, help_text="Since when the breaker is open.")
    next_check_at = models.DateTimeField(db_default=Now())
    lease_until = models.DateTimeField(null=True, editable=False)
    last_checked_at = models.DateTimeField(null=True, editable=False)
    last_success_at = models.DateTimeField(null=True, editable=False)
    last_error = models.TextField(blank=True, editable=False)
    last_error_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = _("feed"), _("feeds")
        ordering = ["source__name_en", "url"]
        constraints = [
            models.CheckConstraint(name="feed_interval_sane", condition=Q(interval__gte=timedelta(minutes=1))),
        ]
        indexes = [models.Index(fields=["next_check_at"], name="feed_due", condition=Q(enabled=True))]

    def __str__(self) -> str:
        return self.url


class Outage(models.Model):
    """A stretch in which a feed could not be read: what we were blind to. Open while `ended` is empty."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="outages")
    began = models.DateTimeField(help_text="When it was last read, or the first failure where it never was.")
    ended = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-began"]
        constraints = [
            models.UniqueConstraint(name="outage_open_once", fields=["feed"], condition=Q(ended=None)),
            models.CheckConstraint(name="outage_ends_after", condition=Q(ended=None) | Q(ended__gte=models.F("began"))),
        ]
        indexes = [models.Index(fields=["began", "ended"], name="outage_time")]

    def __str__(self) -> str:
        return f"{self.feed}: {self.reason}"


class Entry(models.Model):
    """A URL to get, and how far we got.

    A step claims it with one conditional update that raises `attempts` (the fencing token) and sets `lease_until`; it
    finishes in one transaction, conditional on still holding the lease.
    """

    feed = models.ForeignKey(Feed, null=True, blank=True, on_delete=models.PROTECT, related_name="entries")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="entries")
    url = models.TextField()
    url_sha256 = models.BinaryField(max_length=32)
    title = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    published = models.DateTimeField(null=True, blank=True)
    published_precision = models.CharField(max_length=6, default="minute")
    lang = models.CharField(max_length=8, blank=True)
    author = models.CharField(max_length=200, blank=True)
    backlog = models.BooleanField(default=False, help_text="Old news: worked on when nothing fresh waits.")
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in State], default=State.NEW)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    queued_at = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField(db_default=Now())
    reason = models.TextField(blank=True, help_text="Why the last step failed, or why it ended here.")
    article = models.ForeignKey(Article, null=True, blank=True, on_delete=models.PROTECT, related_name="entries")
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name, verbose_name_plural = _("entry"), _("entries")
        constraints = [
            models.CheckConstraint(name="entry_state_word", condition=Q(state__in=[s.value for s in State])),
            models.UniqueConstraint(name="entry_url_once", fields=["source", "url_sha256"]),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"], name="entry_open", condition=Q(state__in=[s.value for s in OPEN_STATES])
            ),
            models.Index(fields=["-id"], name="entry_newest"),
        ]

    def __str__(self) -> str:
        return self.url


class Sketch(models.Model):
    """What finds the near-copies of a stored text: band keys of its MinHash, and when it was published or came in."""

    text = models.OneToOneField(ArticleText, on_delete=models.CASCADE, related_name="sketch")
    bands = ArrayField(models.BigIntegerField())
    told_at = models.DateTimeField()

    class Meta:
        indexes = [GinIndex(fields=["bands"], name="sketch_bands", fastupdate=False)]

    def __str__(self) -> str:
        return str(self.text)


class Page(models.Model):
    """The fetched bytes of an entry, zlib-compressed, kept a set time."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="page")
    final_url = models.TextField()
    http_status = models.PositiveSmallIntegerField()
    content_type = models.CharField(max_length=200, blank=True)
    body = models.BinaryField()
    fetched_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="page_expiry")]

    def __str__(self) -> str:
        return self.final_url
