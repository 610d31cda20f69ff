"""`python -m benchmarks.ingest [--pages 300] [--json]`: pages a second from fetch to event, beside bare extraction.

Runs on throw-away services and a local file server, all on the same cores as what is measured. In one run, in turns
and by the median: trafilatura alone on the same pages; the chain of steps without a queue; one worker process; two.
Then where the time of a page goes in the chain, step by step.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import multiprocessing
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any
from unittest import mock

import trafilatura

from benchmarks.score import read_set
from config import embedded
from ingest.coding import lexicon
from ingest.coding.arabic import fold

RELEVANT_EVERY = 100
"""As in `benchmarks.speed`: one article in a hundred of a general stream is relevant."""
LINKS = 220
"""Teasers around an article; with their pictures and scripts a page comes to about 85 KB."""
SENTENCES, WORDS = 24, 18
PATIENCE = 900.0
MESSAGE = 20
"""Entries of one message, as the sweeper packs them."""
_WORD = re.compile(r"\w{2,}")


def write_pages(folder: Path, n: int) -> list[Path]:
    """Pages of an outlet: one in a hundred tells of the two countries, no two alike.

    The others are words of out-of-scope articles in any order, without names: what matters of them is their number.
    """
    articles = [a for a in read_set("dev") if a.get("title") and len(a["text"]) > 200]
    relevant = [a for a in articles if a["expected"]["relevant"]]
    names = lexicon.shipped()
    others = [_WORD.findall(a["text"]) for a in articles if not a["expected"]["relevant"]]
    words = sorted({w for found in others for w in found if not names.find(fold(w).text)})
    by_script = [[w for w in words if w.isascii() is latin] for latin in (False, True)]
    chance = random.Random(1)
    paths = []
    for i in range(n):
        pool = by_script[i % 5 == 0]
        body = [" ".join(chance.choices(pool, k=WORDS)) + "." for _ in range(SENTENCES)]
        title = f"{body[0][:80]} {i}"
        if i % RELEVANT_EVERY == 0:
            told = relevant[i // RELEVANT_EVERY % len(relevant)]
            title, body = told["title"], [*told["text"].split("\n"), f"({i})"]
        paths.append(folder / f"{i}.html")
        paths[-1].write_text(_page(title, body, chance), encoding="utf-8")
    return paths


def _page(title: str, body: list[str], chance: random.Random) -> str:
    teasers = [_teaser(title, chance.randrange(10**6)) for _ in range(LINKS)]
    script = "<script>var a = " + json.dumps([chance.random() for _ in range(300)]) + ";</script>"
    paragraphs = "".join(f"<p>{line}</p>\n" for line in body)
    head = f'<meta charset="utf-8"><title>{title}</title>{script}'
    head += '<meta property="article:published_time" content="2025-08-29T09:00:00+03:00">'
    return (
        f"<!doctype html><html><head>{head}</head><body><nav><ul>{''.join(teasers[::2])}</ul></nav>"
        f"<main><article><h1>{title}</h1>{paragraphs}</article></main>"
        f"<aside><ul>{''.join(teasers[1::2])}</ul></aside><footer>All rights</footer></body></html>"
    )


def _teaser(title: str, n: int) -> str:
    picture = f'<img src="/media/{n}/small.webp" srcset="/media/{n}/wide.webp 2x" width="320" height="180" alt="">'
    return (
        f'<li class="item"><div class="card"><a class="card-link" href="/news/{n}">{picture}<h3>{title[:40]}</h3></a>'
        f'<div class="meta"><span class="section">{n % 7}</span><time>{n % 24}:00</time></div></div></li>\n'
    )


def _extract(path: Path) -> int:
    return len(trafilatura.extract(path.read_bytes(), fast=True, include_comments=False, include_tables=False) or "")


def bare_extraction(paths: list[Path], processes: int) -> float:
    """Pages a second of trafilatura alone."""
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        pool.map(_extract, paths[:40], chunksize=5)
        began = time.perf_counter()
        pool.map(_extract, paths, chunksize=10)
        return len(paths) / (time.perf_counter() - began)


@contextlib.contextmanager
def file_server(folder: Path) -> Iterator[str]:
    """The pages on a loopback port; gives host:port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    argv = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "-d", str(folder), str(port)]
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield f"127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def fresh_entries(host: str, n: int) -> list[int]:
    """Empty the tables of ingestion and announce every page anew; returns the entries."""
    from django.core.management import call_command
    from django.db import connection

    from events.models import Source
    from ingest.dedupe import url_key
    from ingest.models import Entry

    with open(os.devnull, "w") as quiet, connection.cursor() as cursor:
        cursor.execute("TRUNCATE ingest_entry, events_article, events_event RESTART IDENTITY CASCADE")
        call_command("load_shipped", stdout=quiet)
    source = Source.objects.order_by("pk").first()
    urls = [f"http://{host}/{i}.html" for i in range(n)]
    rows = [Entry(source=source, url=url, url_sha256=url_key(url)) for url in urls]
    return [row.pk for row in Entry.objects.bulk_create(rows)]


def chain(entries: list[int], spent: dict[str, float]) -> float:
    """Pages a second through the steps in this process, without a queue; adds the seconds of each part to `spent`."""
    import datetime as dt

    from ingest import pipeline

    parts = {"http": (pipeline.politeness, "get"), "extraction": (pipeline, "extract_page")}
    parts |= {"coder": (pipeline, "code_text"), "storing": (pipeline, "store_text")}
    parts |= {"recording": (pipeline, "record_coded")}
    with contextlib.ExitStack() as stack:
        for part, (module, name) in parts.items():
            stack.enter_context(mock.patch.object(module, name, _timed(getattr(module, name), part, spent)))
        began = time.perf_counter()
        for entry in entries:
            if pipeline.fetch(entry):
                pipeline.read(entry, dt.datetime.now(dt.UTC))
        took = time.perf_counter() - began
    spent["all"] = spent.get("all", 0.0) + took
    return len(entries) / took


def _timed(work: Callable[..., Any], part: str, spent: dict[str, float]) -> Callable[..., Any]:
    def do(*args: Any, **options: Any) -> Any:
        began = time.perf_counter()
        try:
            return work(*args, **options)
        finally:
            spent[part] = spent.get(part, 0.0) + time.perf_counter() - began

    return do


@contextlib.contextmanager
def working(workers: int, folder: Path) -> Iterator[None]:
    """Celery worker processes of one child each, ready to work."""
    argv = [sys.executable, "-m", "celery", "-A", "config", "worker", "-Q", "fetch,extract,slow", "-c", "1"]
    logs = [folder / f"worker{workers}{k}.log" for k in range(workers)]
    running = []
    for k, log in enumerate(logs):
        with open(log, "wb") as out:
            words = [*argv, "-l", "info", "-n", f"w{k}@bench", "--without-gossip", "--without-mingle"]
            running.append(subprocess.Popen(words, stdout=out, stderr=out, start_new_session=True))
    try:
        for log in logs:
            while b" ready." not in log.read_bytes():
                time.sleep(0.1)
        yield
    finally:
        for process in running:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def queued(entries: list[int]) -> float:
    """Pages a second through running workers, from the first message to the last end."""
    from ingest import tasks
    from ingest.models import Entry, State

    open_states = (State.NEW, State.FETCHED, State.EXTRACTED)
    began = time.perf_counter()
    for first in range(0, len(entries), MESSAGE):
        tasks.fetch_entries.delay(entries[first : first + MESSAGE])
    while Entry.objects.filter(state__in=open_states).exists():
        assert time.perf_counter() - began < PATIENCE, "the workers do not come to an end"
        time.sleep(0.05)
    return len(entries) / (time.perf_counter() - began)


def measure(folder: Path, n: int, rounds: int) -> dict[str, Any]:
    """The median of all rates of one run, pages a second."""
    pages = folder / "pages"
    pages.mkdir()
    paths = write_pages(pages, n)
    rates: dict[str, list[float]] = defaultdict(list)
    spent: dict[str, float] = {}
    with file_server(pages) as host:
        os.environ["FETCH_ALLOW"] = host
        import django
        from django.conf import settings
        from django.core.management import call_command

        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        django.setup()
        settings.FETCH_ALLOW = [host]
        call_command("migrate", verbosity=0)
        for _ in range(rounds):
            rates["trafilatura_1"].append(bare_extraction(paths, 1))
            chain(fresh_entries(host, min(n, 40)), {})
            rates["chain_1"].append(chain(fresh_entries(host, n), spent))
            for workers in (1, 2):
                with working(workers, folder):
                    queued(fresh_entries(host, min(n, 40 * workers)))
                    rates[f"worker_{workers}"].append(queued(fresh_entries(host, n)))
            rates["trafilatura_2"].append(bare_extraction(paths, 2))
    found: dict[str, Any] = {"pages": n, "page_kb": sum(p.stat().st_size for p in paths) / n / 1024}
    found |= {name: median(values) for name, values in rates.items()}
    found |= {f"ms_{part}": 1000 * seconds / n / rounds for part, seconds in spent.items()}
    found["queue_overhead"] = 1 - found["worker_1"] / found["chain_1"]
    found["of_trafilatura_1"] = found["worker_1"] / found["trafilatura_1"]
    found["of_trafilatura_2"] = found["worker_2"] / found["trafilatura_2"]
    found["both_cores_of_trafilatura_1"] = found["worker_2"] / found["trafilatura_1"]
    found["second_worker_adds"] = found["worker_2"] / found["worker_1"] - 1
    return found


def main() -> int:
    """Start throw-away services, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="isc-bench-") as name:
        folder = Path(name)
        services = embedded.Services(folder, say=lambda line: None, durable=False)
        services.start()
        os.environ.update(embedded.planned_urls(folder), ISC_HOME=name, ISC_EMBEDDED="true", HOST_SPACING_SECONDS="0")
        os.environ.setdefault("SECRET_KEY", "benchmarks-" + "0123456789abcdef" * 4)
        try:
            found = measure(folder, options.pages, options.rounds)
        finally:
            services.stop()
    for label, value in found.items():
        print(f"{label:<30}{value:>10.2f}")
    if options.json:
        print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
