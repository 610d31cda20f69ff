"""Who works on an entry: claimed by one conditional update, finished only by whoever still holds it.

The database's clock decides. `attempts` counts claims, so a worker that dies counts too; with the state it is the
fencing token of a claim.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.db.models.functions import Now

from ingest.models import OPEN_STATES, Entry, State

FIRST_PAUSE = timedelta(seconds=30)
"""Pause before the second try; it doubles with each further one."""


class LeaseLost(Exception):
    """Somebody else has this entry now: whatever was done is rolled back."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to finish one step of one entry."""

    entry: int
    state: State
    attempts: int

    @property
    def last(self) -> bool:
        """Whether a failure now is the last one allowed."""
        return self.attempts >= settings.MAX_ATTEMPTS


def claim(entry: int, state: State) -> Lease | None:
    """Claim an entry that waits in `state`; None when it does not, or somebody holds it."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE ingest_entry
            SET attempts = attempts + 1, lease_until = now() + make_interval(secs => %s), updated_at = now()
            WHERE id = %s AND state = %s AND attempts < %s AND next_try_at <= now()
                AND (lease_until IS NULL OR lease_until < now())
            RETURNING attempts
            """,
            [settings.LEASE_SECONDS, entry, state, settings.MAX_ATTEMPTS],
        )
        row = cursor.fetchone()
    return Lease(entry, state, row[0]) if row else None


def finish(lease: Lease, state: State, **values: Any) -> None:
    """Move the entry on, inside the caller's transaction. LeaseLost when it is no longer ours."""
    changes = {"reason": "", **values, "state": state, "attempts": 0, "lease_until": None, "queued_at": None}
    rows = Entry.objects.filter(pk=lease.entry, state=lease.state, attempts=lease.attempts)
    if not rows.update(**changes, next_try_at=Now(), updated_at=Now()):
        raise LeaseLost


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
