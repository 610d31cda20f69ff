"""Stores cleaned texts: a new article, a new version of one, or a copy of a known one. In the caller's transaction.

Every page that is read comes through here, so the statements are written out: see docs/decisions/0006.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import connection

from events.models import Article, ArticleText
from ingest import reprints
from ingest.dedupe import text_key, url_key

_ARTICLE = """
SELECT pg_advisory_xact_lock(hashtextextended(%s, 0));
INSERT INTO events_article AS a (source_id, url, url_sha256) VALUES (%s, %s, %s)
ON CONFLICT (url_sha256) DO UPDATE SET url_sha256 = excluded.url_sha256
RETURNING a.id, a.source_id, a.url, a.copy_of_id, a.current_coding_id, a.xmax = 0
"""
"""Nobody else stores this text now; the article of an address, new or known, its row locked either way."""
_LAST = "SELECT id, n, sha256 FROM events_articletext WHERE article_id = %s ORDER BY n DESC LIMIT 1"
_TEXT = """
SELECT o.id, o.url FROM events_articletext t
JOIN events_article a ON a.id = t.article_id
JOIN events_article o ON o.id = coalesce(a.copy_of_id, a.id)
WHERE t.sha256 = %s AND t.article_id <> %s ORDER BY t.id LIMIT 1;
INSERT INTO events_articletext (article_id, n, lang, title, body, sha256, published, published_precision)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s) RETURNING id
"""
"""The first article with the very same words under another address; then the new version's row."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a text: its version row, or why nothing new was stored."""

    article: Article
    text: ArticleText | None
    duplicate_of: Article | None = None


def store_text(
    source: int,
    url: str,
    *,
    title: str,
    body: str,
    lang: str,
    published: dt.datetime | None,
    precision: str = "minute",
) -> Stored:
    """Store a cleaned text as a new article or a new version of it. `source`: its key.

    The same text again, here or under another address, is not stored as new: `text` is None.
    """
    digest = text_key(title, body)
    article, new = _article(source, url, digest)
    last = None if new else _rows(_LAST, article.pk)[0]
    if last is not None and bytes(last[2]) == digest:
        return Stored(article, None if _is_coded(article) else ArticleText.objects.get(pk=last[0]))
    text = ArticleText(
        article=article,
        n=last[1] + 1 if last is not None else 1,
        lang=lang[:8],
        title=title,
        body=body,
        sha256=digest,
        published=published,
        published_precision=precision,
    )
    original = _insert(text)
    if original is not None:
        Article.objects.filter(pk=article.pk).update(copy_of=original)
        return Stored(article, None, duplicate_of=original)
    reprints.link(text)
    return Stored(article, text)


def _article(source: int, url: str, digest: bytes) -> tuple[Article, bool]:
    """The article of an address, locked, and whether it is new."""
    _, row = _rows(_ARTICLE, digest.hex(), source, url, url_key(url))
    pk, of, known_as, copy_of, coding, new = row
    return Article(pk=pk, source_id=of, url=known_as, copy_of_id=copy_of, current_coding_id=coding), new


def _insert(text: ArticleText) -> Article | None:
    """Write the version's row; the first article with the very same words, if there is one."""
    columns = [text.article_id, text.n, text.lang, text.title, text.body, text.sha256]
    original, (text.pk,) = _rows(
        _TEXT, text.sha256, text.article_id, *columns, text.published, text.published_precision
    )
    return Article(pk=original[0], url=original[1]) if original is not None else None


def _is_coded(article: Article) -> bool:
    if article.current_coding_id is not None:
        return True
    return article.copy_of_id is not None and not reprints.is_near(article)


def _rows(statements: str, *values: Any) -> list[Any]:
    """The first row of each statement, None where it has none; all go to the database at once."""
    with connection.cursor() as cursor:
        cursor.execute(statements, values)
        rows = [cursor.fetchone()]
        while cursor.nextset():
            rows.append(cursor.fetchone())
        return rows
