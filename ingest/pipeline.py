"""The path of an entry: fetch, extract, code. One transaction each.

    Entry(new) ──fetch──▶ Page, Entry(fetched) ──extract──▶ Article, Entry(extracted) ──code──▶ Reports, Entry(coded)

No network inside a transaction. A failure is stored on the entry's row with its reason. Messages may be lost or
doubled: a step claims its entry first, and leaves alone what somebody else holds.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction
from django.db.models.functions import Now

from events.codebook import BAGHDAD
from events.models import ArticleText
from events.proposals import propose
from events.reports import InvalidReport
from events.resolution import Recorded, record
from events.role_changes import propose_changes
from ingest import http, leases, politeness
from ingest.coding.arabic import fold
from ingest.coding.coder import CODER_VERSION, CodedArticle, code_article
from ingest.coding.day_rules import publication_day
from ingest.coding.second import with_second_opinion
from ingest.dedupe import canonical_url
from ingest.extraction import Extracted, ExtractionProblem, read_message
from ingest.extraction import extract as extract_page
from ingest.leases import Lease, LeaseLost, claim, fail, finish, hand_back
from ingest.lexicon_source import current_lexicon
from ingest.limits import OutOfTime, within
from ingest.models import FeedKind, Page, State
from ingest.second_opinion import configured_reader
from ingest.storing import Stored, store_text

STEP_SECONDS = 10.0
"""A page that takes longer to read is set aside: it holds up the others."""
_GONE = (404, 410)


def fetch(entry_id: int) -> bool:
    """Get the page of a new entry. True when the next step can follow."""
    lease = claim(entry_id, State.NEW)
    if lease is None:
        return False
    if _is_whole(lease):
        return _finish_without_page(lease)
    try:
        answer = politeness.get(lease.url)
    except politeness.Postponed as error:
        hand_back(lease, str(error), timedelta(seconds=error.seconds))
        return False
    except http.HttpStatus as error:
        pause = timedelta(seconds=error.retry_after) if error.retry_after is not None else None
        fail(lease, str(error), final=error.status in _GONE, pause=pause)
        return False
    except http.Refused as error:
        fail(lease, str(error), final=True)
        return False
    except http.FetchError as error:
        fail(lease, str(error))
        return False
    if isinstance(answer, http.NotModified):
        fail(lease, "the site answers «not modified» to a first request")
        return False
    return _finish_fetch(lease, answer)


def _is_whole(lease: Lease) -> bool:
    """Whether the feed gave the article itself: a channel's preview page shows each message whole."""
    return lease.kind == FeedKind.TELEGRAM and bool(lease.summary)


def _finish_without_page(lease: Lease) -> bool:
    try:
        finish(lease, State.FETCHED, queued=True)
    except LeaseLost:
        return False
    return True


_KEEP = f"""
WITH done AS ({leases.FINISH} RETURNING id)
INSERT INTO ingest_page (entry_id, final_url, http_status, content_type, body, fetched_at, expires_at)
SELECT id, %(url)s, %(status)s, %(type)s, %(body)s, now(), now() + make_interval(days => %(days)s) FROM done
ON CONFLICT (entry_id) DO UPDATE SET final_url = excluded.final_url, http_status = excluded.http_status,
    content_type = excluded.content_type, body = excluded.body, fetched_at = excluded.fetched_at,
    expires_at = excluded.expires_at
"""


def _finish_fetch(lease: Lease, answer: http.Response) -> bool:
    """Keep the page and move the entry on, in one statement. False when the lease was lost."""
    page = {
        "url": answer.url,
        "status": answer.status,
        "type": answer.content_type,
        "body": zlib.compress(answer.body, 1),
        "days": settings.PAGE_KEEP_DAYS,
    }
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, {**leases.ending(lease, State.FETCHED, queued=True), **page})
        return bool(cursor.rowcount)


def extract(entry_id: int, now: dt.datetime) -> bool:
    """Read the article out of a fetched page. True when it is to be coded."""
    return _extract(entry_id, now, hold=False) is not None


def read(entry_id: int, now: dt.datetime) -> bool:
    """Extract and code in one go: two steps, but nobody else can take the entry between them. True when relevant."""
    lease = _extract(entry_id, now, hold=True)
    return lease is not None and _code(lease)


def _extract(entry_id: int, now: dt.datetime, *, hold: bool) -> Lease | None:
    """The lease with which to code the stored text (`hold`: it is ours); None when there is nothing to code."""
    lease = claim(entry_id, State.FETCHED)
    if lease is None:
        return None
    try:
        found = _read(lease, now)
    except (ExtractionProblem, zlib.error, OutOfTime) as error:
        fail(lease, str(error), final=True)
        return None
    try:
        with transaction.atomic():
            stored = _store(lease, found)
            new = stored.text is not None
            finish(
                lease,
                State.EXTRACTED if new else State.DUPLICATE,
                article=stored.article.pk,
                reason=_reason_after(stored),
                author=found.author or None,
                queued=new and not hold,
                held=new and hold,
            )
    except LeaseLost:
        return None
    return leases.held(lease, State.EXTRACTED, text=stored.text) if new else None


def _store(lease: Lease, found: Extracted) -> Stored:
    published, precision = _published(lease, found)
    return store_text(
        lease.source,
        _article_url(lease, found),
        title=found.title or lease.title,
        body=found.text,
        lang=found.lang,
        published=published,
        precision=precision,
    )


def _read(lease: Lease, now: dt.datetime) -> Extracted:
    if _is_whole(lease):
        return read_message(lease.title, lease.summary)
    if lease.page is None:
        raise ExtractionProblem("the stored page has expired")
    body, content_type = lease.page
    with within(STEP_SECONDS):
        return extract_page(zlib.decompress(body), content_type, now)


def _reason_after(stored: Stored) -> str:
    if stored.duplicate_of is not None:
        return f"the same text as {stored.duplicate_of.url}"
    return "" if stored.text is not None else "this text is stored already"


def _published(entry: Lease, found: Extracted) -> tuple[dt.datetime | None, str]:
    """The page's own time, to the minute, before the feed's, before the page's day."""
    if found.published is not None and found.published_precision == "minute":
        return found.published, "minute"
    if entry.published is not None:
        return entry.published, entry.published_precision
    return found.published, found.published_precision


def _article_url(entry: Lease, found: Extracted) -> str:
    """The page's own canonical address where it is of the same site, else the one that the feed gave."""
    own = canonical_url(found.canonical_url) if found.canonical_url.startswith(("http://", "https://")) else ""
    given = canonical_url(entry.url)
    same_site = own and urlsplit(own).hostname == urlsplit(given).hostname
    return own if same_site and urlsplit(own).path not in ("", "/") else entry.url


def code(entry_id: int) -> bool:
    """Code an extracted article and record what it reports. True when it was relevant."""
    lease = claim(entry_id, State.EXTRACTED)
    return lease is not None and _code(lease)


def _code(lease: Lease) -> bool:
    text = lease.text
    if text is None:
        fail(lease, "no stored text", final=True)
        return False
    try:
        with within(STEP_SECONDS):
            coded = code_text(text)
        with transaction.atomic():
            record_coded(text, coded)
            finish(lease, State.CODED if coded.relevant else State.IRRELEVANT)
    except LeaseLost:
        return False
    except OutOfTime as error:
        fail(lease, str(error))
        return False
    except InvalidReport as error:
        fail(lease, f"the coder broke its contract: {error}", final=True)
        return False
    return coded.relevant


def prepare() -> None:
    """Load what coding needs before anything is claimed: a new process takes seconds for it, the first time."""
    current_lexicon()


def code_text(text: ArticleText) -> CodedArticle:
    """Read a stored text with the current lexicon."""
    published: dt.datetime | dt.date | None = text.published
    if text.published is not None and text.published_precision == "day":
        published = text.published.astimezone(BAGHDAD).date()
    lexicon = current_lexicon()
    coded = code_article(text.title, text.body, published, text.lang, lexicon)
    reader = configured_reader()
    if reader is None or lexicon.find_if_both([fold(text.title).text, fold(text.body).text]) is None:
        return coded
    day = publication_day(published)
    return with_second_opinion(coded, reader, text.title, text.body, day, text.lang, lexicon)


def record_coded(text: ArticleText, coded: CodedArticle) -> Recorded:
    """Record a reading; an irrelevant article's reports are none."""
    for person in coded.proposals:
        propose(text, person.name, person.office, person.sentence)
    recorded = record(
        text,
        coded.reports if coded.relevant else (),
        coder=CODER_VERSION,
        lexicon=current_lexicon().version,
        relevant=coded.relevant,
        confidence=coded.confidence,
    )
    if recorded.events:
        propose_changes(recorded.events)
    return recorded


def housekeeping() -> int:
    """Remove fetched pages that were kept long enough; returns how many."""
    return int(Page.objects.filter(expires_at__lt=Now()).delete()[0])


def file_key(text: str) -> str:
    """An address for a text that has none: by its digest."""
    return f"urn:sha256:{hashlib.sha256(text.encode()).hexdigest()}"
