"""An analyst's archive: articles from files, through the same pipeline from `extracted` on, in this process."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.text import slugify

from events.codebook import BAGHDAD, Side
from events.models import Event, Source
from ingest import pipeline, storing
from ingest.cleaning import clean_line, clean_text
from ingest.dedupe import url_key
from ingest.extraction import MIN_BODY, ExtractionProblem, extract, language
from ingest.models import Entry, State

MAX_LINE = 5_000_000
EARLIEST = 1990
UNNAMED = {"en": "unknown", "ar": "غير معروف"}
"""What the source of a text is called where its line names none."""


class BadInput(ValueError):
    """One article that cannot be imported, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Given:
    """An article as a file gives it. `where` is file and line, for messages."""

    where: str
    identity: str
    url: str
    publisher: str
    title: str
    text: str
    lang: str
    published: dt.datetime | None
    precision: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: 'coded', 'irrelevant', 'duplicate' or 'failed' (with the reason)."""

    where: str
    identity: str
    outcome: str
    reason: str = ""
    events: tuple[dict[str, Any], ...] = field(default=())


def read_jsonl(name: str, lines: Iterable[str], now: dt.datetime) -> Iterator[Given | Outcome]:
    """Articles of a .jsonl file; a bad line is an Outcome 'failed' with its number, and the rest goes on."""
    for number, line in enumerate(lines, start=1):
        where = f"{name}:{number}"
        if not line.strip():
            continue
        try:
            yield _given(where, _object(line), now)
        except BadInput as error:
            yield Outcome(where, "", "failed", str(error))


def _object(line: str) -> dict[str, Any]:
    if len(line) > MAX_LINE:
        raise BadInput(f"longer than {MAX_LINE:,} characters")
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise BadInput("not a JSON object")
    return row


def _given(where: str, row: dict[str, Any], now: dt.datetime) -> Given:
    for name in ("id", "url", "publisher", "lang", "published", "title", "text"):
        if row.get(name) is not None and not isinstance(row[name], str | int):
            raise BadInput(f"{name} must be a text")
    text = clean_text(str(row.get("text") or ""))
    if len(text) < MIN_BODY:
        raise BadInput("text is missing or too short to be an article")
    title = clean_line(str(row.get("title") or "")) or text.split("\n", 1)[0][:200]
    url = clean_line(str(row.get("url") or ""), 2048)
    if url and not url.startswith(("http://", "https://")):
        raise BadInput(f"url is no web address: {url[:80]!r}")
    published, precision = parse_published(row.get("published"), now)
    identity = clean_line(str(row.get("id") or ""))
    return Given(
        where=where,
        identity=identity or where,
        url=url or pipeline.file_key(f"{title}\n{text}"),
        publisher=clean_line(str(row.get("publisher") or "")) or UNNAMED["en"],
        title=title,
        text=text,
        lang=clean_line(str(row.get("lang") or ""), 8) or language(f"{title}\n{text}"),
        published=published,
        precision=precision,
    )


def parse_published(value: object, now: dt.datetime) -> tuple[dt.datetime | None, str]:
    """An ISO date or date-time as an aware time and its precision; no zone means Baghdad. BadInput otherwise."""
    if value is None or value == "":
        return None, "minute"
    text = str(value).strip()
    try:
        when = dt.datetime.fromisoformat(text)
    except ValueError:
        raise BadInput(f"published is no ISO date or date-time: {text[:40]!r}") from None
    precision = "day" if re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{8}", text) else "minute"
    aware = when if when.tzinfo else when.replace(tzinfo=BAGHDAD)
    if aware.year < EARLIEST or aware > now + dt.timedelta(days=2):
        raise BadInput(f"published cannot be believed: {text[:40]} (expected {EARLIEST} to two days from now)")
    return aware, precision


def read_page(path: Path, url: str, publisher: str, published: str, now: dt.datetime) -> Given:
    """An article of a .html or .txt file (of the latter the first line is the title). BadInput when there is none."""
    when, precision = parse_published(published, now)
    body = path.read_bytes()
    if path.suffix.lower() in (".html", ".htm"):
        try:
            found = extract(body, "text/html", now)
        except ExtractionProblem as error:
            raise BadInput(str(error)) from error
        title, text, lang = found.title, found.text, found.lang
        if when is None:
            when, precision = found.published, found.published_precision
        url = url or found.canonical_url
    else:
        try:
            whole = clean_text(body.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise BadInput(f"not UTF-8: {error.reason} at byte {error.start}") from error
        title, _, text = whole.partition("\n")
        title, lang = clean_line(title), language(whole)
    row = {"id": path.name, "url": url, "publisher": publisher, "lang": lang, "title": title, "text": text}
    given = _given(str(path), row, now)
    return Given(
        given.where, given.identity, given.url, given.publisher, given.title, given.text, given.lang, when, precision
    )


def source_for(publisher: str, url: str) -> tuple[Source, bool]:
    """The source of a publisher's name or id; a new one, of lowest reliability, when nobody knows it."""
    found = (
        Source.objects.filter(code__iexact=publisher).first()
        or Source.objects.filter(name_en__iexact=publisher).first()
        or Source.objects.filter(name_ar=publisher).first()
    )
    if found:
        return found, False
    code = (slugify(publisher, allow_unicode=True) or "unknown")[:70]
    return Source.objects.get_or_create(
        code=f"import-{code}",
        defaults={
            "name_en": publisher,
            "name_ar": UNNAMED["ar"] if publisher == UNNAMED["en"] else "",
            "family": publisher,
            "kind": "imported",
            "side": Side.OTHER,
            "reliability": "F",
        },
    )


def ingest_one(given: Given, source: Source) -> Outcome:
    """Store, code and record one article. What cannot be coded is set aside with its reason, and told."""
    with transaction.atomic():
        stored = storing.store_text(
            source.pk,
            given.url,
            title=given.title,
            body=given.text,
            lang=given.lang,
            published=given.published,
            precision=given.precision,
        )
        entry = _entry(given, source)
        Entry.objects.filter(pk=entry.pk).update(
            article=stored.article,
            state=State.EXTRACTED if stored.text is not None else State.DUPLICATE,
            reason="",
            attempts=0,
            lease_until=None,
        )
    if stored.text is None:
        same = stored.duplicate_of.url if stored.duplicate_of else "stored before"
        return Outcome(given.where, given.identity, "duplicate", same, _events(stored.article.pk))
    pipeline.code(entry.pk)
    entry.refresh_from_db()
    if entry.state == State.CODED:
        return Outcome(given.where, given.identity, "coded", "", _events(stored.article.pk))
    if entry.state == State.IRRELEVANT:
        return Outcome(given.where, given.identity, "irrelevant")
    return Outcome(given.where, given.identity, "failed", entry.reason or f"left in state {entry.state}")


def _entry(given: Given, source: Source) -> Entry:
    """The entry of this address, taken over from whatever state it was in: a file has no queue."""
    key = url_key(given.url)
    entry, _ = Entry.objects.get_or_create(
        source=source,
        url_sha256=key,
        defaults={
            "url": given.url,
            "title": given.title,
            "published": given.published,
            "published_precision": given.precision,
            "state": State.EXTRACTED,
        },
    )
    return entry


def _events(article: int) -> tuple[dict[str, Any], ...]:
    """The events that an article's live reports belong to."""
    rows = (
        Event.objects.filter(
            assignments__report__coding__text__article=article,
            assignments__report__coding=F("assignments__report__coding__text__article__current_coding"),
        )
        .distinct()
        .order_by("pk")
    )
    return tuple(
        {"id": e.public_id, "title": e.title_en, "title_ar": e.title_ar, "status": e.status, "date": str(e.date or "")}
        for e in rows
    )
