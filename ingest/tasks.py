"""One Celery task per step, over a short list of ids. Each id is claimed and finished on its own.

Messages carry ids and nothing else; the sweeper finds what a lost one would have done.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable

import structlog
from celery import Task, shared_task
from django.conf import settings
from kombu.exceptions import OperationalError

from ingest import archives, health, leases, pipeline, polling, recoding, sweeping
from ingest.models import State

MAX_IDS = 20
MESSAGE_SECONDS = 20.0
BACKLOG_QUEUE = "slow"
log = structlog.get_logger(__name__)


def _ids(values: object) -> list[int]:
    """A message's ids; a message with anything else is refused."""
    if not isinstance(values, list) or len(values) > MAX_IDS or not all(type(v) is int for v in values):
        raise ValueError("a message carries at most 20 whole numbers")
    return values


def _publish(task: Callable[..., object], ids: Iterable[int], queue: str | None = None) -> None:
    """Queue ids in short lists. A broker that is away costs nothing: the sweeper comes again."""
    todo = list(ids)
    for start in range(0, len(todo), MAX_IDS):
        try:
            task.apply_async(args=[todo[start : start + MAX_IDS]], queue=queue, retry=False)  # type: ignore[attr-defined]
        except OperationalError as error:
            log.warning("broker away; the sweeper will queue it again", error=str(error))
            return


@shared_task
def sweep() -> None:
    """Queue whatever waits and is not queued.

    What is marked as queued counts as lost after two sweeps, when no message as old waits in its queue (the broker was
    wiped, or a killed worker took it along). A message too many does no harm: a claim is exclusive.
    """
    health.heartbeat()
    lost_after = dt.timedelta(seconds=2 * settings.SWEEP_SECONDS)
    for backlog in (False, True):
        found = {
            queue: health.oldest_messages(queue) for queue in (_QUEUE.values() if not backlog else [BACKLOG_QUEUE])
        }
        if None in found.values():
            return
        waiting = {state: found[BACKLOG_QUEUE if backlog else queue] or [] for state, queue in _QUEUE.items()}
        for state, ids in sweeping.sweep(lost_after, backlog=backlog, waiting=waiting).items():
            _publish(_STEP[state], ids, BACKLOG_QUEUE if backlog else None)


@shared_task
def poll_due_feeds() -> None:
    """Queue the feeds that are due, one message each, so that a slow one delays nobody."""
    polling.count_the_lost()
    for feed in polling.due_feeds():
        _publish(poll_feeds, [feed])
    _publish(read_archives, archives.waiting())


@shared_task
def poll_feeds(ids: list[int]) -> None:
    """Poll feeds and queue what they announce."""
    for feed in _ids(ids):
        found = polling.collect(feed, dt.datetime.now(dt.UTC))
        log.info("feed polled", feed=feed, new=len(found.entries), error=found.error, problems=found.problems)
        leases.hold(found.entries)
        _publish(fetch_entries, found.entries)


@shared_task
def read_archives(ids: list[int]) -> None:
    """Read one page further back in the archives of feeds."""
    for feed in _ids(ids):
        found = archives.read_back(feed, dt.datetime.now(dt.UTC))
        log.info("archive read", feed=feed, new=found.new, error=found.error)


@shared_task(bind=True)
def fetch_entries(self: Task, ids: list[int]) -> None:
    """Fetch pages; what was fetched is queued for extraction, old news behind fresh."""
    _publish(extract_entries, _each("fetch", _ids(ids), pipeline.fetch), _own_queue(self))


def _own_queue(task: Task) -> str | None:
    """The queue of old news where the message came by it, else the usual one."""
    came_by = (task.request.delivery_info or {}).get("routing_key")
    return BACKLOG_QUEUE if came_by == BACKLOG_QUEUE else None


@shared_task
def extract_entries(ids: list[int]) -> None:
    """Extract articles and code them at once: one message less per article."""
    pipeline.prepare()
    now = dt.datetime.now(dt.UTC)
    _each("read", _ids(ids), lambda entry: pipeline.read(entry, now))


@shared_task
def code_entries(ids: list[int]) -> None:
    """Code extracted articles."""
    pipeline.prepare()
    _each("code", _ids(ids), pipeline.code)


@shared_task
def recode_texts(ids: list[int]) -> None:
    """Read stored texts anew."""
    done = recoding.recode_ids(_ids(ids))
    log.info("recoded", articles=done.articles, gained=done.gained, lost=done.lost, changed=done.changed)
    for line in done.failed:
        log.error("not recoded", reason=line)


def queue_recoding(ids: Iterable[int]) -> None:
    """Share stale texts among the workers, behind whatever is fresh."""
    _publish(recode_texts, ids)


def _each(step: str, ids: list[int], work: Callable[[int], bool]) -> list[int]:
    """Do one step for each id; returns those for which it went on.

    A message ends well before its time limit: what it had no time for is left to the next sweep, no try spent.
    """
    began = noted = time.monotonic()
    leases.hold(ids)
    done = []
    for n, entry in enumerate(ids):
        now = time.monotonic()
        if now - began > MESSAGE_SECONDS:
            leases.release(ids[n:])
            break
        if now - noted > settings.SWEEP_SECONDS / 2:
            leases.hold([*done, *ids[n:]])
            noted = now
        went_on = work(entry)
        log.info(step, entry=entry, went_on=went_on)
        if went_on:
            done.append(entry)
    return done


@shared_task
def housekeeping() -> None:
    """Remove what was kept long enough."""
    log.info("housekeeping", pages=pipeline.housekeeping())


_QUEUE = {State.NEW: "fetch", State.FETCHED: "extract", State.EXTRACTED: "extract"}
_STEP = {State.NEW: fetch_entries, State.FETCHED: extract_entries, State.EXTRACTED: code_entries}
