"""One Celery task per step, over a short list of ids. Each id is claimed and finished on its own.

Messages carry ids and nothing else; the sweeper finds what a lost one would have done.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

import structlog
from celery import shared_task
from django.conf import settings
from kombu.exceptions import OperationalError

from ingest import health, pipeline, polling, recoding
from ingest.models import State

MAX_IDS = 20
log = structlog.get_logger(__name__)


def _ids(values: object) -> list[int]:
    """A message's ids; a message with anything else is refused."""
    if not isinstance(values, list) or len(values) > MAX_IDS or not all(type(v) is int for v in values):
        raise ValueError("a message carries at most 20 whole numbers")
    return values


def _publish(task: Callable[..., object], ids: Iterable[int]) -> None:
    """Queue ids in short lists. A broker that is away costs nothing: the sweeper comes again."""
    todo = list(ids)
    for start in range(0, len(todo), MAX_IDS):
        try:
            task.apply_async(args=[todo[start : start + MAX_IDS]], retry=False)  # type: ignore[attr-defined]
        except OperationalError as error:
            log.warning("broker away; the sweeper will queue it again", error=str(error))
            return


@shared_task
def sweep() -> None:
    """Queue whatever waits and is not queued.

    When the broker holds nothing (it was wiped, or a killed worker took the last messages along), what is marked
    queued is queued again after two sweeps instead of a minute. A message too many does no harm: a claim is exclusive.
    """
    health.heartbeat()
    soon = min(pipeline.REQUEUE_AFTER, dt.timedelta(seconds=2 * settings.SWEEP_SECONDS))
    for state, ids in pipeline.sweep(soon if health.nothing_queued() else pipeline.REQUEUE_AFTER).items():
        _publish(_STEP[state], ids)


@shared_task
def poll_due_feeds() -> None:
    """Queue the feeds that are due, one message each, so that a slow one delays nobody."""
    for feed in polling.due_feeds():
        _publish(poll_feeds, [feed])


@shared_task
def poll_feeds(ids: list[int]) -> None:
    """Poll feeds and queue what they announce."""
    for feed in _ids(ids):
        found = polling.collect(feed, dt.datetime.now(dt.UTC))
        log.info("feed polled", feed=feed, new=len(found.entries), error=found.error, problems=found.problems)
        _publish(fetch_entries, found.entries)


@shared_task
def fetch_entries(ids: list[int]) -> None:
    """Fetch pages; what was fetched is queued for extraction."""
    _publish(extract_entries, _each("fetch", _ids(ids), pipeline.fetch))


@shared_task
def extract_entries(ids: list[int]) -> None:
    """Extract articles and code them at once: one message less per article."""
    now = dt.datetime.now(dt.UTC)
    ready = _each("extract", _ids(ids), lambda entry: pipeline.extract(entry, now))
    _each("code", ready, pipeline.code)


@shared_task
def code_entries(ids: list[int]) -> None:
    """Code extracted articles."""
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
    """Do one step for each id; returns those for which it went on."""
    done = []
    for entry in ids:
        went_on = work(entry)
        log.info(step, entry=entry, went_on=went_on)
        if went_on:
            done.append(entry)
    return done


@shared_task
def housekeeping() -> None:
    """Remove what was kept long enough."""
    log.info("housekeeping", pages=pipeline.housekeeping())


_STEP = {State.NEW: fetch_entries, State.FETCHED: extract_entries, State.EXTRACTED: code_entries}
