"""Reprints: a new text that tells an earlier one again is linked to the first; it is coded all the same."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from events.models import Article, ArticleText
from ingest.models import Sketch
from ingest.nearness import Sketched, is_copy, sketched

WITHIN = timedelta(hours=72)
"""Later, the same words are a series or an archive, no reprint."""
_MOST_CANDIDATES = 50
_LOCK = 0x15C5EEA
_CANDIDATES = f"""
SELECT pg_advisory_xact_lock(%s);
WITH near AS MATERIALIZED (
    SELECT DISTINCT s.text_id, s.told_at FROM unnest(%s::bigint[]) AS b(band)
    JOIN ingest_sketch s ON s.bands @> ARRAY[b.band]
)
SELECT t.body, coalesce(a.copy_of_id, a.id) FROM near
CROSS JOIN LATERAL (SELECT * FROM events_articletext WHERE id = near.text_id OFFSET 0) t
CROSS JOIN LATERAL (SELECT * FROM events_article WHERE id = t.article_id OFFSET 0) a
WHERE near.told_at BETWEEN %s AND %s AND t.lang = %s AND t.article_id <> %s
ORDER BY near.text_id LIMIT {_MOST_CANDIDATES};
"""
"""Nobody else links now; the texts of those days that share a band.

One look-up per band, and the days apart: the planner takes an overlap of whole arrays for a tenth of the table, and
would rather read all of it, or every sketch of the week.
"""
_STORE = """
INSERT INTO ingest_sketch (text_id, bands, told_at) VALUES (%s, %s::bigint[], %s)
ON CONFLICT (text_id) DO UPDATE SET bands = excluded.bands, told_at = excluded.told_at
"""


def link(text: ArticleText) -> int | None:
    """Keep a text's sketch and link its article to the first of which it is a near-copy, in the caller's transaction.

    A new version of an article loses the link when it is no copy any more. Returns the first's key.
    """
    mine = sketched(text.body)
    bands = mine.bands()
    told = text.published or timezone.now()
    store: list[object] = [text.pk, bands, told]
    with connection.cursor() as cursor:
        if bands:
            look = [_LOCK, bands, told - WITHIN, told + WITHIN, text.lang, text.article_id]
            cursor.execute(_CANDIDATES + _STORE, look + store)
            cursor.nextset()
            first = _first_told(mine, cursor.fetchall())
        else:
            cursor.execute(_STORE, store)
            first = None
    if first == text.article_id:
        first = None
    if text.article.copy_of_id != first:
        Article.objects.filter(pk=text.article_id).update(copy_of=first)
    return first


def _first_told(mine: Sketched, candidates: list[tuple[str, int]]) -> int | None:
    return next((article for body, article in candidates if is_copy(mine, sketched(body))), None)


def is_near(article: Article) -> bool:
    """Whether a linked article is a near-copy, with words of its own, and not the very same text."""
    return Sketch.objects.filter(text__article=article).exists()
