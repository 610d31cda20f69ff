"""The long fault test (`make chaos`): workers killed whole, Redis wiped, PostgreSQL shot, two sweepers.

CHAOS_ARTICLES says how many articles; without it the test is left out. It prints its figures.
"""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis
from django.conf import settings
from django.db import OperationalError, connection
from django.db.utils import InterfaceError

from events.models import Article, ArticleText, Coding, Event
from ingest.models import Entry, Feed, State
from tests import cluster
from tests.faults.test_workers import Workers
from tests.ingest.site import Page, Site, serve
from tests.reporting import source

ARTICLES = int(os.environ.get("CHAOS_ARTICLES", "0"))
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.faults,
    pytest.mark.usefixtures("shipped_afresh"),
    pytest.mark.skipif(not ARTICLES, reason="only by make chaos"),
]
FEED_SIZE = 1_000
WORKERS = 4
KILL_EVERY = 2.0
WIPES = (0.25, 0.5, 0.75)
SHOT = 0.4
"""Shares of the articles done at which Redis is wiped and PostgreSQL shot."""
PATIENCE = 1_800.0
MOST_TIMES = 3.0
"""How much longer the run with kills may take."""
_QUIETLY = ("--without-gossip", "--without-mingle")
_ENDS = (State.CODED, State.IRRELEVANT, State.DUPLICATE, State.QUARANTINED)
_WORDS = ["border", "patrol", "camp", "crossing", "convoy", "desert", "valley", "ministry", "river", "road", "village"]


def page(n: int) -> Page:
    """One article in ten tells of talks; no two share their words."""
    chance = random.Random(n)
    filler = " ".join(chance.choice(_WORDS) for _ in range(120))
    talks = (
        "Iraqi intelligence chief Hamid al-Shatri met Syrian President Ahmed al-Sharaa in Damascus on 23 October 2025 "
        f"to discuss border security between Iraq and Syria, statement {n} said. "
    )
    text = f"{talks if n % 10 == 0 else ''}Report {n}. {filler}. {' '.join(reversed(filler.split()))} {n}."
    return Page(f"<html><body><article><h1>Report {n}</h1><p>{text}</p></article></body></html>".encode())


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as running:
        settings.FETCH_ALLOW = [running.host]
        for first in range(0, ARTICLES, FEED_SIZE):
            numbers = range(first, min(first + FEED_SIZE, ARTICLES))
            items = "".join(
                f"<item><title>Report {n}</title><link>{running.url(f'/{n}')}</link></item>" for n in numbers
            )
            running.pages |= {f"/{n}": page(n) for n in numbers}
            feed = Page(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
            running.pages[f"/feed{first}"] = feed
        yield running


def start(site: Site, folder: Path) -> Workers:
    """Empty tables with the feeds, and two clocks with their sweepers."""
    for first in range(0, ARTICLES, FEED_SIZE):
        Feed.objects.create(source=source(), url=site.url(f"/feed{first}"), enabled=True)
    workers = Workers(folder / "celery.log")
    workers.env["HOST_SPACING_SECONDS"] = "0"
    for n in range(2):
        workers.start("beat", "-s", str(folder / f"beat{n}"), "--pidfile=")
    return workers


def log_of(workers: Workers, n: int) -> Path:
    return workers.log.with_name(f"worker{n}.log")


def worker(workers: Workers, n: int) -> Any:
    """A worker with a log of its own, emptied, so that its coming up can be read there."""
    log_of(workers, n).write_bytes(b"")
    words = ("worker", "-Q", "fetch,extract,slow", "-c", "1", "-n", f"w{n}@chaos", "-l", "info", *_QUIETLY)
    return workers.start(*words, log=log_of(workers, n))


def is_ready(workers: Workers, n: int) -> bool:
    """Is a worker up? One that is shot while it starts has done nothing that could be lost."""
    return f"w{n}@chaos ready" in log_of(workers, n).read_text(errors="replace")


def done() -> int:
    """Entries that ended; -1 while the database is away."""
    try:
        return Entry.objects.filter(state__in=_ENDS).count()
    except (OperationalError, InterfaceError):
        connection.close()
        return -1


def shoot_postgres() -> None:
    """An immediate shutdown, as a power cut would be; the supervisor of the services starts it again."""
    services: Any = cluster._started[0]
    child = next(c for c in services.supervisor.children if c.name == "postgres")
    child.process.send_signal(signal.SIGQUIT)
    child.process.wait()
    child.start(services.supervisor.guard)
    connection.close()


def run(workers: Workers, broker: Any, *, chaos: bool) -> tuple[float, int]:
    """Seconds until all entries ended, and how many workers were killed."""
    running = [worker(workers, n) for n in range(WORKERS)]
    began, kills, wipes, shot = time.monotonic(), 0, list(WIPES), not chaos
    victim, next_kill = 0, began + KILL_EVERY
    while (n := done()) < ARTICLES:
        now = time.monotonic()
        assert now - began < PATIENCE, f"{n} of {ARTICLES} after {PATIENCE:.0f} s"
        if chaos and now >= next_kill and is_ready(workers, victim):
            victim = kills % WORKERS
            workers.kill(running[victim])
            running[victim] = worker(workers, victim)
            kills, next_kill = kills + 1, now + KILL_EVERY
        if chaos and wipes and n >= wipes[0] * ARTICLES:
            broker.flushall()
            wipes.pop(0)
        if not shot and n >= SHOT * ARTICLES:
            shoot_postgres()
            shot = True
        time.sleep(0.2)
    return time.monotonic() - began, kills


@pytest.fixture
def broker() -> Iterator[Any]:
    with redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        client.flushall()
        yield client
        client.flushall()


def balance() -> dict[str, int]:
    """The books: every entry one article, one text, one coding; nothing lost, nothing doubled."""
    relevant = len(range(0, ARTICLES, 10))
    states = {s.value: Entry.objects.filter(state=s).count() for s in State}
    assert Entry.objects.count() == Article.objects.count() == ArticleText.objects.count() == ARTICLES
    assert list(Entry.objects.filter(state=State.QUARANTINED).values_list("reason", flat=True)) == []
    assert states["coded"] == relevant
    assert Coding.objects.count() == ARTICLES
    assert max(Entry.objects.values_list("attempts", flat=True)) <= 3
    assert threading.active_count() < 200
    events = Event.objects.filter(status="candidate").count()
    assert events == 1, "all those reports tell of one meeting"
    return {"events": events, **states}


walls: dict[bool, float] = {}
"""Seconds of the run without kills, then with them."""


@pytest.mark.parametrize("chaos", [False, True], ids=["calm", "chaos"])
def test_nothing_is_lost_and_nothing_doubled(
    chaos: bool, site: Site, broker: Any, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    workers = start(site, tmp_path)
    try:
        seconds, kills = run(workers, broker, chaos=chaos)
    finally:
        for process in workers.processes:
            workers.kill(process)
    books = balance()
    walls[chaos] = seconds
    times = f", {seconds / walls[False]:.2f} times the run without" if chaos and False in walls else ""
    with capfd.disabled():
        print(
            f"\n{'chaos' if chaos else 'calm '}: {ARTICLES} articles in {seconds:.1f} s, {kills} kills{times}, {books}"
        )
    assert seconds <= MOST_TIMES * walls.get(False, seconds)
