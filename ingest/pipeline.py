"""The path of an entry: fetch, extract, code; and the sweeper that finds what was lost. One transaction each.

    Entry(new) ──fetch──▶ Page, Entry(fetched) ──extract──▶ Article, Entry(extracted) ──code──▶ Reports, Entry(coded)

No network inside a transaction. A failure is stored on the entry's row with its reason. Messages may be lost or
doubled: a step claims its entry first, and leaves alone what somebody else holds.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max, Min
from django.db.models.functions import Now

from events.codebook import BAGHDAD
from events.models import Article, ArticleText, Source
from events.proposals import propose
from events.reports import InvalidReport
from events.resolution import Recorded, record
from events.role_changes import propose_changes
from ingest import http, politeness, reprints
from ingest.coding.arabic import fold
from ingest.coding.coder import CODER_VERSION, CodedArticle, code_article, publication_day
from ingest.coding.second import with_second_opinion
from ingest.dedupe import canonical_url, text_key, url_key
from ingest.extraction import Extracted, ExtractionProblem, read_message
from ingest.extraction import extract as extract_page
from ingest.leases import Lease, LeaseLost, claim, fail, finish, hand_back, set_aside_exhausted
from ingest.lexicon_source import current_lexicon
from ingest.limits import OutOfTime, within
from ingest.models import OPEN_STATES, Entry, FeedKind, Page, State
from ingest.second_opinion import configured_reader

STEP_SECONDS = 10.0
"""A page that takes longer to read is set aside: it holds up the others."""
SWEEP_LIMIT = 400
OUTSTANDING_LIMIT = 2_000
REQUEUE_AFTER = timedelta(seconds=60)
"""A message not consumed for so long counts as lost."""
FEWEST_PER_SOURCE = 10
_SWEEP_LOCK = 0x15C5EE9
_GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a text: its version row, or why nothing new was stored."""

    article: Article
    text: ArticleText | None
    duplicate_of: Article | None = None


def fetch(entry_id: int) -> bool:
    """Get the page of a new entry. True when the next step can follow."""
    lease = claim(entry_id, State.NEW)
    if lease is None:
        return False
    entry = Entry.objects.select_related("feed").get(pk=entry_id)
    if _is_whole(entry):
        return _finish_without_page(lease)
    try:
        answer = politeness.get(entry.url)
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


def _is_whole(entry: Entry) -> bool:
    """Whether the feed gave the article itself: a channel's preview page shows each message whole."""
    return entry.feed is not None and entry.feed.kind == FeedKind.TELEGRAM and bool(entry.summary)


def _finish_without_page(lease: Lease) -> bool:
    try:
        with transaction.atomic():
            finish(lease, State.FETCHED, queued_at=Now())
    except LeaseLost:
        return False
    return True


def _finish_fetch(lease: Lease, answer: http.Response) -> bool:
    try:
        with transaction.atomic():
            Page.objects.update_or_create(
                entry_id=lease.entry,
                defaults={
                    "final_url": answer.url,
                    "http_status": answer.status,
                    "content_type": answer.content_type,
                    "body": zlib.compress(answer.body, 6),
                    "expires_at": Now() + timedelta(days=settings.PAGE_KEEP_DAYS),
                    "fetched_at": Now(),
                },
            )
            finish(lease, State.FETCHED, queued_at=Now())
    except LeaseLost:
        return False
    return True


def extract(entry_id: int, now: dt.datetime) -> bool:
    """Read the article out of a fetched page. True when it is to be coded."""
    lease = claim(entry_id, State.FETCHED)
    if lease is None:
        return False
    entry = Entry.objects.select_related("source", "page", "feed").get(pk=entry_id)
    try:
        if _is_whole(entry):
            found = read_message(entry.title, entry.summary)
        else:
            with within(STEP_SECONDS):
                found = extract_page(zlib.decompress(entry.page.body), entry.page.content_type, now)
    except Page.DoesNotExist:
        fail(lease, "the stored page has expired", final=True)
        return False
    except (ExtractionProblem, zlib.error, OutOfTime) as error:
        fail(lease, str(error), final=True)
        return False
    published, precision = _published(entry, found)
    url = _article_url(entry, found)
    try:
        with transaction.atomic():
            stored = store_text(
                entry.source,
                url,
                title=found.title or entry.title,
                body=found.text,
                lang=found.lang,
                published=published,
                precision=precision,
            )
            author = found.author or entry.author
            state = _state_after(stored)
            handed_on = Now() if state == State.EXTRACTED else None
            finish(
                lease, state, article=stored.article, reason=_reason_after(stored), author=author, queued_at=handed_on
            )
    except LeaseLost:
        return False
    return stored.text is not None


def _state_after(stored: Stored) -> State:
    return State.EXTRACTED if stored.text is not None else State.DUPLICATE


def _reason_after(stored: Stored) -> str:
    if stored.duplicate_of is not None:
        return f"the same text as {stored.duplicate_of.url}"
    return "" if stored.text is not None else "this text is stored already"


def _published(entry: Entry, found: Extracted) -> tuple[dt.datetime | None, str]:
    """The page's own time, to the minute, before the feed's, before the page's day."""
    if found.published is not None and found.published_precision == "minute":
        return found.published, "minute"
    if entry.published is not None:
        return entry.published, entry.published_precision
    return found.published, found.published_precision


def _article_url(entry: Entry, found: Extracted) -> str:
    """The page's own canonical address where it is of the same site, else the one that the feed gave."""
    own = canonical_url(found.canonical_url) if found.canonical_url.startswith(("http://", "https://")) else ""
    given = canonical_url(entry.url)
    same_site = own and urlsplit(own).hostname == urlsplit(given).hostname
    return own if same_site and urlsplit(own).path not in ("", "/") else entry.url


def store_text(
    source: Source,
    url: str,
    *,
    title: str,
    body: str,
    lang: str,
    published: dt.datetime | None,
    precision: str = "minute",
) -> Stored:
    """Store a cleaned text as a new article or a new version of it, inside the caller's transaction.

    The same text again, here or under another address, is not stored as new: `text` is None.
    """
    key, digest = url_key(url), text_key(title, body)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [digest.hex()])
    article, _ = Article.objects.get_or_create(url_sha256=key, defaults={"url": url, "source": source})
    Article.objects.select_for_update().get(pk=article.pk)
    last = article.texts.order_by("-n").first()
    if last is not None and bytes(last.sha256) == digest:
        return Stored(article, None if _is_coded(article) else last)
    original = _original(article, digest)
    n = (article.texts.aggregate(n=Max("n"))["n"] or 0) + 1
    text = ArticleText.objects.create(
        article=article,
        n=n,
        lang=lang[:8],
        title=title,
        body=body,
        sha256=digest,
        published=published,
        published_precision=precision,
    )
    if original is not None:
        Article.objects.filter(pk=article.pk).update(copy_of=original)
        return Stored(article, None, duplicate_of=original)
    reprints.link(text)
    return Stored(article, text)


def _is_coded(article: Article) -> bool:
    if article.current_coding_id is not None:
        return True
    return article.copy_of_id is not None and not reprints.is_near(article)


def _original(article: Article, digest: bytes) -> Article | None:
    """The first article with the very same words under another address."""
    twin = ArticleText.objects.filter(sha256=digest).exclude(article=article).order_by("id").first()
    return (twin.article.copy_of or twin.article) if twin else None


def code(entry_id: int) -> bool:
    """Code an extracted article and record what it reports. True when it was relevant."""
    lease = claim(entry_id, State.EXTRACTED)
    if lease is None:
        return False
    text = ArticleText.objects.filter(article__entries=entry_id).select_related("article").order_by("-n").first()
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
    propose_changes(recorded.events)
    return recorded


_SWEEP = """
WITH open AS (
    SELECT id, state, source_id, backlog, next_try_at, lease_until, queued_at,
        queued_at IS NULL OR lease_until < now() OR queued_at < least(now() - %(lost_after)s, CASE state
            WHEN 'new' THEN %(new)s::timestamptz WHEN 'fetched' THEN %(fetched)s::timestamptz
            ELSE %(extracted)s::timestamptz END) AS unqueued
    FROM ingest_entry
    WHERE state IN ('new', 'fetched', 'extracted') AND next_try_at <= now() AND attempts < %(attempts)s
), fair AS (
    SELECT id, state, row_number() OVER (PARTITION BY source_id, state ORDER BY id DESC) AS turn
    FROM open
    WHERE backlog = %(backlog)s AND unqueued AND (lease_until IS NULL OR lease_until < now())
)
UPDATE ingest_entry e SET queued_at = now(), lease_until = NULL
FROM (
    SELECT id FROM fair WHERE state <> 'new' OR turn <= %(each)s ORDER BY turn, id DESC
    LIMIT greatest(0, least(%(limit)s, %(most)s - (SELECT count(*) FROM open WHERE NOT unqueued)))
) AS chosen
WHERE e.id = chosen.id RETURNING e.id, e.state, e.source_id
"""


def sweep(
    lost_after: timedelta = REQUEUE_AFTER,
    *,
    backlog: bool = False,
    waiting: Mapping[State, Sequence[int]] | None = None,
) -> dict[State, list[int]]:
    """Entries whose next step waits and is not queued (lost messages included): newest first, fair by source.

    One sweeper at a time; a bounded number at once, so that a backlog never floods the broker; of a source no more new
    ones than the pause between two requests lets through. `lost_after` says how long ago an entry must have been noted
    as queued for its message to count as lost; `waiting`: entries of the oldest messages in the queue of a state, for
    what was queued after them is not lost but waits; `backlog`: old news instead of fresh.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_SWEEP_LOCK])
        if not cursor.fetchone()[0]:
            return {}
        set_aside_exhausted()
        oldest = {state: _queued_since((waiting or {}).get(state, ())) for state in OPEN_STATES}
        cursor.execute(
            _SWEEP,
            {
                **{state.value: when for state, when in oldest.items()},
                "attempts": settings.MAX_ATTEMPTS,
                "backlog": backlog,
                "lost_after": lost_after,
                "each": _per_source(),
                "limit": SWEEP_LIMIT,
                "most": OUTSTANDING_LIMIT,
            },
        )
        return _by_state(cursor.fetchall())


def _queued_since(entries: Sequence[int]) -> dt.datetime | None:
    """When the oldest of some entries was queued; None where none is any more."""
    found: dt.datetime | None = Entry.objects.filter(pk__in=entries).aggregate(t=Min("queued_at"))["t"]
    return found


def _by_state(rows: list[tuple[int, str, int]]) -> dict[State, list[int]]:
    """Ids by state, newest first, the sources in turns: one message then asks many hosts."""
    waiting: dict[tuple[str, int], list[int]] = defaultdict(list)
    for entry, state, source in sorted(rows, reverse=True):
        waiting[state, source].append(entry)
    turns = sorted((turn, -entry, state) for (state, _), ids in waiting.items() for turn, entry in enumerate(ids))
    found: dict[State, list[int]] = defaultdict(list)
    for _, entry, state in turns:
        found[State(state)].append(-entry)
    return dict(found)


def _per_source() -> int:
    """How many new entries of one source are queued at once; hosts of our own are asked without a pause."""
    pause = settings.HOST_SPACING_SECONDS
    if not pause or settings.FETCH_ALLOW:
        return SWEEP_LIMIT
    return max(FEWEST_PER_SOURCE, round(settings.SWEEP_SECONDS / pause))


def housekeeping() -> int:
    """Remove fetched pages that were kept long enough; returns how many."""
    return int(Page.objects.filter(expires_at__lt=Now()).delete()[0])


def file_key(text: str) -> str:
    """An address for a text that has none: by its digest."""
    return f"urn:sha256:{hashlib.sha256(text.encode()).hexdigest()}"
