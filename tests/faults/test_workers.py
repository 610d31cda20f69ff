"""A real Celery worker on real services: stopped, killed, its broker wiped. Nothing lost, nothing doubled."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis
from django.conf import settings
from django.db import connection

from events.models import Article, Event
from ingest.models import Entry, Feed, State
from tests.ingest.site import Page, Site, serve
from tests.reporting import source

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.faults, pytest.mark.usefixtures("shipped_afresh")]

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = 24
PATIENCE = 120.0
MONTHS = ("January", "February", "March", "May", "June", "July")
"""Six days apart and away from shipped meetings, so that each article tells of a meeting of its own."""
TEXT = (
    "Iraqi intelligence chief Hamid al-Shatri met Syrian President Ahmed al-Sharaa in Damascus "
    "on {day} {month} 2025. {more}"
)


class Workers:
    """Worker and beat processes of the test's own database and broker."""

    def __init__(self, log: Path) -> None:
        self.log, self.app = log, "config"
        self.processes: list[subprocess.Popen[bytes]] = []
        name = connection.settings_dict["NAME"]
        host = connection.settings_dict["HOST"]
        self.env = {
            **os.environ,
            "DATABASE_URL": f"postgresql://owner@/{name}?host={host}",
            "LEASE_SECONDS": "4",
            "SWEEP_SECONDS": "1",
            "POLL_SECONDS": "1",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "FETCH_ALLOW": ",".join(settings.FETCH_ALLOW),
        }

    def start(self, *words: str, log: Path | None = None) -> subprocess.Popen[bytes]:
        argv = [sys.executable, "-m", "celery", "-A", self.app, *words]
        with open(log or self.log, "ab") as out:
            process = subprocess.Popen(argv, cwd=ROOT, env=self.env, stdout=out, stderr=out, start_new_session=True)
        self.processes.append(process)
        return process

    def worker(self) -> subprocess.Popen[bytes]:
        return self.start("worker", "-Q", "fetch,extract,slow", "-c", "2", "--without-gossip", "--without-mingle")

    def beat(self) -> subprocess.Popen[bytes]:
        return self.start("beat", "-s", str(self.log.parent / "beat"), "--pidfile=")

    @staticmethod
    def kill(process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def broker() -> Iterator[Any]:
    with redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        client.flushall()
        yield client
        client.flushall()


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as running:
        settings.FETCH_ALLOW = [running.host]
        items = ""
        for n in range(ARTICLES):
            text = TEXT.format(
                day=1 + 6 * (n % 4),
                month=MONTHS[n // 4],
                more="They discussed border security between Iraq and Syria. " * 3,
            )
            html = f"<html><body><article><h1>Talks {n}</h1><p>{text}</p><p>Number {n}.</p></article></body></html>"
            running.pages[f"/{n}"] = Page(html.encode())
            items += f"<item><title>Talks {n}</title><link>{running.url(f'/{n}')}</link></item>"
        running.pages["/feed"] = Page(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
        yield running


@pytest.fixture
def workers(tmp_path: Path, broker: Any, site: Site) -> Iterator[Workers]:
    Feed.objects.create(source=source(), url=site.url("/feed"), enabled=True)
    running = Workers(tmp_path / "celery.log")
    yield running
    for process in running.processes:
        running.kill(process)


def wait_until_done(running: Workers) -> None:
    end = time.monotonic() + PATIENCE
    while Entry.objects.filter(state__in=[State.CODED, State.IRRELEVANT]).count() < ARTICLES:
        if time.monotonic() > end:
            tail = running.log.read_text(errors="replace")[-2000:]
            pytest.fail(f"{list(Entry.objects.values_list('state', 'attempts', 'reason'))}\n{tail}")
        time.sleep(0.1)


def wait_for_some(n: int = 1) -> None:
    end = time.monotonic() + PATIENCE
    while Entry.objects.exclude(state=State.NEW).count() < n and time.monotonic() < end:
        time.sleep(0.02)


def balance() -> None:
    """Every announced entry ended well, as one article; one event per day's talks."""
    assert Entry.objects.filter(state=State.CODED).count() == ARTICLES
    assert Article.objects.count() == ARTICLES
    assert Event.objects.filter(status="candidate").count() == ARTICLES
    assert max(Entry.objects.values_list("attempts", flat=True)) <= 3


def test_a_worker_killed_in_the_middle_loses_nothing(workers: Workers) -> None:
    workers.beat()
    first = workers.worker()
    wait_for_some(3)
    workers.kill(first)
    workers.worker()
    wait_until_done(workers)
    balance()


def test_work_queued_while_no_worker_runs_is_done_when_one_starts_and_a_wiped_broker_loses_nothing(
    workers: Workers, broker: Any
) -> None:
    workers.beat()
    time.sleep(3)
    assert not Entry.objects.exists()
    workers.worker()
    wait_for_some(3)
    broker.flushall()
    wait_until_done(workers)
    balance()
