"""Reprints: a new text that tells an earlier one again is linked to the first; it is coded all the same."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from events.models import Article, ArticleText
from ingest.models import Sketch
from ingest.nearness import is_copy, sketched

WITHIN = timedelta(hours=72)
"""Later, the same words are a series or an archive, no reprint."""
_MOST_CANDIDATES = 50
_LOCK = 0x15C5EEA


def link(text: ArticleText) -> Article | None:
    """Keep a text's sketch and link its article to the first of which it is a near-copy, in the caller's transaction.

    A new version of an article loses the link when it is no copy any more.
    """
    mine = sketched(text.body)
    bands = mine.bands()
    told = text.published or timezone.now()
    first = None
    if bands:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        rows = Sketch.objects.filter(bands__overlap=bands, told_at__range=(told - WITHIN, told + WITHIN))
        rows = rows.exclude(text__article=text.article).filter(text__lang=text.lang)
        for sketch in rows.select_related("text__article__copy_of").order_by("text_id")[:_MOST_CANDIDATES]:
            if is_copy(mine, sketched(sketch.text.body)):
                found = sketch.text.article
                first = found.copy_of or found
                break
    Sketch.objects.update_or_create(text=text, defaults={"bands": bands, "told_at": told})
    if first is not None and first.pk == text.article_id:
        first = None
    if text.article.copy_of_id != (first.pk if first else None):
        Article.objects.filter(pk=text.article_id).update(copy_of=first)
    return first


def is_near(article: Article) -> bool:
    """Whether a linked article is a near-copy, with words of its own, and not the very same text."""
    return Sketch.objects.filter(text__article=article).exists()
