"""Who works on an entry: claimed by one conditional update, finished only by whoever still holds it.

The database's clock decides. `attempts` counts claims, so a worker that dies counts too; with the state it is the
fencing token of a claim.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.db.models.functions import Now

from events.models import ArticleText
from ingest.models import OPEN_STATES, Entry, State

FIRST_PAUSE = timedelta(seconds=30)
"""Pause before the second try; it doubles with each further one."""


class LeaseLost(Exception):
    """Somebody else has this entry now: whatever was done is rolled back."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to finish one step of one entry, and what the step has to know of it.

    `kind`: its feed's. `page`: to extract from, compressed bytes and content type; None once it has expired. `text`: to
    be coded, the article's latest.
    """

    entry: int
    state: State
    attempts: int
    source: int
    url: str
    title: str
    summary: str
    author: str
    published: dt.datetime | None
    published_precision: str
    kind: str | None
    page: tuple[bytes, str] | None = None
    text: ArticleText | None = None

    @property
    def last(self) -> bool:
        """Whether a failure now is the last one allowed."""
        return self.attempts >= settings.MAX_ATTEMPTS


_TEXT = ("id", "article_id", "n", "lang", "title", "body", "published", "published_precision")
_STEP_NEEDS = {
    State.NEW: ("", ""),
    State.FETCHED: (", p.body, p.content_type", "LEFT JOIN ingest_page p ON p.entry_id = mine.id"),
    State.EXTRACTED: (
        "".join(f", t.{name}" for name in _TEXT),
        """LEFT JOIN LATERAL (
            SELECT * FROM events_articletext WHERE article_id = mine.article_id ORDER BY n DESC LIMIT 1
        ) t ON true""",
    ),
}
_CLAIM = {
    state: f"""
    WITH mine AS (
        UPDATE ingest_entry
        SET attempts = attempts + 1, lease_until = now() + make_interval(secs => %s), updated_at = now()
        WHERE id = %s AND state = '{state}' AND attempts < %s AND next_try_at <= now()
            AND (lease_until IS NULL OR lease_until < now())
        RETURNING *
    )
    SELECT mine.attempts, mine.source_id, mine.url, mine.title, mine.summary, mine.author, mine.published,
        mine.published_precision, f.kind{columns}
    FROM mine LEFT JOIN ingest_feed f ON f.id = mine.feed_id {table}
    """
    for state, (columns, table) in _STEP_NEEDS.items()
}
_SHARED = 9
"""Columns of a claim that every step gets."""
FINISH = """
UPDATE ingest_entry
SET state = %(to)s, reason = %(reason)s, attempts = %(held)s::int,
    lease_until = CASE WHEN %(held)s THEN now() + make_interval(secs => %(hold)s) END,
    queued_at = CASE WHEN %(queued)s THEN statement_timestamp() END,
    next_try_at = statement_timestamp(), updated_at = statement_timestamp(),
    article_id = coalesce(%(article)s, article_id), author = coalesce(%(author)s, author)
WHERE id = %(entry)s AND state = %(state)s AND attempts = %(attempts)s
"""


def claim(entry: int, state: State) -> Lease | None:
    """Claim an entry that waits in `state`; None when it does not, or somebody holds it."""
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM[state], [settings.LEASE_SECONDS, entry, settings.MAX_ATTEMPTS])
        row = cursor.fetchone()
    if row is None:
        return None
    lease = Lease(entry, state, *row[:_SHARED])
    if state == State.FETCHED and row[_SHARED] is not None:
        return replace(lease, page=row[_SHARED:])
    if state == State.EXTRACTED and row[_SHARED] is not None:
        return replace(lease, text=ArticleText(**dict(zip(_TEXT, row[_SHARED:], strict=True))))
    return lease


def finish(lease: Lease, state: State, **values: Any) -> None:
    """Move the entry on, in the caller's transaction. `values`: see `ending`. LeaseLost when it is not ours now."""
    with connection.cursor() as cursor:
        cursor.execute(FINISH, ending(lease, state, **values))
        if not cursor.rowcount:
            raise LeaseLost


def ending(
    lease: Lease,
    state: State,
    *,
    reason: str = "",
    queued: bool = False,
    held: bool = False,
    article: int | None = None,
    author: str | None = None,
) -> dict[str, Any]:
    """What FINISH asks for. `queued`: the next step is in a message already; `held`: it follows at once, claimed by
    this; of the rest None leaves what is there."""
    mine = {"entry": lease.entry, "state": lease.state, "attempts": lease.attempts, "hold": settings.LEASE_SECONDS}
    return {**mine, "to": state, "reason": reason, "queued": queued, "held": held, "article": article, "author": author}


def held(lease: Lease, state: State, **known: Any) -> Lease:
    """The lease of the step that follows at once, after a `finish` with `held`."""
    return replace(lease, state=state, attempts=1, page=None, **known)


def fail(lease: Lease, reason: str, *, final: bool = False, pause: timedelta | None = None) -> None:
    """Give the entry back with the reason; after the last try, or when nothing can help, set it aside."""
    rows = Entry.objects.filter(pk=lease.entry, state=lease.state, attempts=lease.attempts)
    if final or lease.last:
        rows.update(state=State.QUARANTINED, reason=reason, lease_until=None, queued_at=None, updated_at=Now())
        return
    wait = pause if pause is not None else FIRST_PAUSE * 2 ** (lease.attempts - 1)
    rows.update(reason=reason, lease_until=None, queued_at=None, next_try_at=Now() + wait, updated_at=Now())


def hand_back(lease: Lease, reason: str, pause: timedelta) -> None:
    """Give the entry back untried: not its fault, and no try of its own is spent."""
    Entry.objects.filter(pk=lease.entry, state=lease.state, attempts=lease.attempts).update(
        attempts=F("attempts") - 1,
        reason=reason,
        lease_until=None,
        queued_at=None,
        next_try_at=Now() + pause,
        updated_at=Now(),
    )


def hold(entries: Iterable[int]) -> None:
    """Note that a message with these entries is queued or in hand: what is not noted again soon counts as lost."""
    Entry.objects.filter(pk__in=list(entries), lease_until=None, state__in=OPEN_STATES).update(queued_at=Now())


def release(entries: list[int]) -> None:
    """Give up entries of a message that were not begun: the next sweep queues them again."""
    Entry.objects.filter(pk__in=entries, lease_until=None).update(queued_at=None)


def retry(entries: list[int]) -> int:
    """Put quarantined entries back to where they stopped; returns how many."""
    rows = Entry.objects.filter(pk__in=entries, state=State.QUARANTINED)
    fresh: dict[str, Any] = {"attempts": 0, "next_try_at": Now(), "queued_at": None, "updated_at": Now()}
    with_page = rows.filter(page__isnull=False, article=None).update(state=State.FETCHED, **fresh)
    with_text = rows.filter(article__isnull=False).update(state=State.EXTRACTED, **fresh)
    return with_page + with_text + rows.update(state=State.NEW, **fresh)


def set_aside_exhausted() -> int:
    """Quarantine open entries whose last allowed try ended with the worker's death; returns how many."""
    rows = Entry.objects.filter(
        state__in=[State.NEW, State.FETCHED, State.EXTRACTED],
        attempts__gte=settings.MAX_ATTEMPTS,
        lease_until__lt=Now(),
    )
    return rows.update(
        state=State.QUARANTINED,
        lease_until=None,
        reason=f"{settings.MAX_ATTEMPTS} tries ended without a result: the worker died or ran out of time each time",
        updated_at=Now(),
        queued_at=F("queued_at"),
    )
