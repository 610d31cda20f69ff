"""A process killed in any step: recovered within a lease and two sweeps; what always kills is set aside."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from events.models import Article, ArticleText, Coding, Event
from ingest.dedupe import url_key
from ingest.leases import retry
from ingest.models import Entry, Feed, State
from tests.faults.test_workers import PATIENCE, Workers, broker
from tests.ingest.site import Page, Site, serve
from tests.reporting import source

__all__ = ["broker"]
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.faults,
    pytest.mark.usefixtures("shipped_afresh"),
]
LEASE, SWEEP = 2, 1
SLACK = 4.0
"""Seconds for the work itself; a new process takes its start besides, as the first one was seen to take."""
STEPS = ("fetch", "extract", "store", "code", "record")
TEXT = (
    "Iraqi intelligence chief Hamid al-Shatri met Syrian President Ahmed al-Sharaa in Damascus on {day} March 2025 to "
    "discuss border security between Iraq and Syria, a statement said. {mark}. Both sides agreed on further talks."
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as running:
        settings.FETCH_ALLOW = [running.host]
        yield running


@pytest.fixture
def workers(tmp_path: Path, broker: Any, site: Site) -> Iterator[Workers]:
    running = Workers(tmp_path / "celery.log")
    running.env |= {"LEASE_SECONDS": str(LEASE), "SWEEP_SECONDS": str(SWEEP), "TRAP_LOG": str(tmp_path / "trap.log")}
    running.app = "tests.faults.trap"
    (tmp_path / "trap.log").touch()
    yield running
    for process in running.processes:
        running.kill(process)


def page(n: int, mark: str) -> Page:
    text = TEXT.format(day=1 + 6 * n, mark=mark)
    return Page(f"<html><body><article><h1>Talks {n}</h1><p>{text}</p></article></body></html>".encode())


def announce(site: Site, n: int, mark: str) -> Entry:
    """An entry of its own, without a feed."""
    site.pages[f"/{mark}"] = page(n, mark)
    url = site.url(f"/{mark}")
    return Entry.objects.create(source=source(), url=url, url_sha256=url_key(url))


def kills(workers: Workers) -> dict[str, list[float]]:
    """When each mark killed a process."""
    found: dict[str, list[float]] = {}
    for line in workers.log.with_name("trap.log").read_text().splitlines():
        mark, when = line.split()
        found.setdefault(mark, []).append(float(when))
    return found


def wait_for(row: Entry, *states: State) -> Entry:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        row.refresh_from_db()
        if row.state in states:
            return row
        time.sleep(0.05)
    raise AssertionError(f"{row.state} {row.attempts} {row.reason}")


def started(site: Site, workers: Workers) -> float:
    """Clock and worker, warmed up; returns how many seconds that took."""
    began = time.monotonic()
    workers.beat()
    workers.worker()
    wait_for(announce(site, 0, "warm-up"), State.CODED)
    return time.monotonic() - began


def test_a_kill_in_any_step_is_made_good_within_a_lease_and_two_sweeps(site: Site, workers: Workers) -> None:
    start = started(site, workers)
    for n, step in enumerate(STEPS):
        mark = f"trap-{step}-{n}"
        row = wait_for(announce(site, n % 4, mark), State.CODED, State.QUARANTINED)
        assert row.state == State.CODED
        (died,) = kills(workers)[mark]
        assert (
            datetime.now(UTC) - datetime.fromtimestamp(died, UTC)
        ).total_seconds() <= LEASE + 2 * SWEEP + start + SLACK
    assert Article.objects.count() == ArticleText.objects.count() == Coding.objects.count() == len(STEPS) + 1
    assert Event.objects.filter(status="candidate").count() == 4, "one event a day, however many tell of it"


def test_a_poll_that_is_killed_is_made_again(site: Site, workers: Workers) -> None:
    site.pages["/1"] = page(1, "plain")
    start = started(site, workers)
    body = f'<rss version="2.0"><channel><title>trap-poll-1</title><item><title>t</title><link>{site.url("/1")}</link>'
    site.pages["/feed"] = Page(f"{body}</item></channel></rss>".encode())
    feed = Feed.objects.create(source=source(), url=site.url("/feed"), enabled=True)
    end = time.monotonic() + PATIENCE
    while Entry.objects.filter(state=State.CODED).count() < 2 and time.monotonic() < end:
        time.sleep(0.05)
    (died,) = kills(workers)["trap-poll-1"]
    feed.refresh_from_db()
    assert feed.last_success_at is not None
    assert feed.last_success_at.timestamp() - died <= LEASE + 2 * SWEEP + start + SLACK
    assert feed.failures == 0


def test_what_kills_every_time_is_set_aside_after_four_tries_and_the_rest_goes_on(site: Site, workers: Workers) -> None:
    workers.env["TRAP_TIMES"] = "99"
    poison = announce(site, 0, "trap-code-9")
    good = [announce(site, n % 4, f"good-{n}") for n in range(8)]
    workers.beat()
    workers.worker()
    row = wait_for(poison, State.QUARANTINED)
    assert len(kills(workers)["trap-code-9"]) == settings.MAX_ATTEMPTS == 4
    assert "died" in row.reason
    for entry in good:
        assert wait_for(entry, State.CODED).attempts == 0
    assert retry([poison.pk]) == 1
    poison.refresh_from_db()
    assert (poison.state, poison.attempts) == (State.EXTRACTED, 0)
