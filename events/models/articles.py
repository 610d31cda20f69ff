"""The stored texts: an article is a URL of a source, its versions are immutable."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.models.registry import Source


class Article(models.Model):
    """One URL of a source. `current_coding` decides which machine reports are live; `copy_of` links a reprint."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="articles")
    url = models.TextField()
    url_sha256 = models.BinaryField(max_length=32, unique=True)
    copy_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="copies")
    current_coding = models.ForeignKey(
        "events.Coding", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    first_seen = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name, verbose_name_plural = _("article"), _("articles")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.url


class ArticleText(models.Model):
    """A version of an article after the one cleaning gate; append-only. Spans count its code points.

    `published` is None where neither feed nor page gives a believable time.
    """

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="texts")
    n = models.PositiveSmallIntegerField()
    lang = models.CharField(max_length=8)
    title = models.TextField()
    body = models.TextField()
    sha256 = models.BinaryField(max_length=32)
    published = models.DateTimeField(null=True, blank=True)
    published_precision = models.CharField(
        max_length=6, choices=[("minute", "minute"), ("day", "day")], default="minute"
    )
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["article", "n"]
        constraints = [
            models.UniqueConstraint(name="article_text_once", fields=["article", "n"]),
            models.CheckConstraint(
                name="article_text_published_precision",
                condition=models.Q(published_precision__in=["minute", "day"]),
            ),
            models.CheckConstraint(
                name="article_text_published_range",
                condition=models.Q(published=None)
                | models.Q(
                    published__gte=datetime(1990, 1, 1, tzinfo=UTC),
                    published__lte=models.F("recorded_at") + timedelta(hours=48),
                ),
            ),
        ]
        indexes = [models.Index(fields=["sha256"], name="article_text_sha256")]

    def __str__(self) -> str:
        return self.title
