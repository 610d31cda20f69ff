"""Finds the entries whose next step waits and is not queued: what was lost, and what has come due."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Min

from ingest.leases import set_aside_exhausted
from ingest.models import OPEN_STATES, Entry, State

SWEEP_LIMIT = 400
OUTSTANDING_LIMIT = 2_000
REQUEUE_AFTER = timedelta(seconds=60)
"""A message not consumed for so long counts as lost."""
FEWEST_PER_SOURCE = 10
_SWEEP_LOCK = 0x15C5EE9
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
