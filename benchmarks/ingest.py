"""`python -m benchmarks.ingest [--pages 600] [--json]`: pages a second from fetch to event, beside bare extraction.

Runs on throw-away services and a local file server, all on the same cores as what is measured. In one run:
trafilatura alone on the same pages; the chain of steps without a queue; one worker process; two of them.
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
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import trafilatura

from benchmarks.score import read_set
from config import embedded

RELEVANT_EVERY = 10
LINKS = 220
"""Links around an article, as a news site has them: a page comes to about 40 KB."""
PATIENCE = 900.0
_OURS = re.compile(r"عراق|سور|بغداد|دمشق|iraq|syria|baghdad|damascus", re.I)
"""What a general outlet's other pages do not speak of."""


def write_pages(folder: Path, n: int) -> list[Path]:
    """Pages of a general outlet: one in ten tells of the two countries, no two alike."""
    articles = [a for a in read_set("dev") if a.get("title") and len(a["text"]) > 200]
    relevant = [a for a in articles if a["expected"]["relevant"]]
    others = [a["text"] for a in articles if not a["expected"]["relevant"]]
    sentences = [s for text in others for s in re.split(r"(?<=[.!؟])\s+|\n+", text) if not _OURS.search(s)]
    chance = random.Random(1)
    paths = []
    for i in range(n):
        body = chance.sample(sentences, 24)
        title = f"{chance.choice(body)[:80]} {i}"
        if i % RELEVANT_EVERY == 0:
            told = relevant[i // RELEVANT_EVERY % len(relevant)]
            title, body = told["title"], [*told["text"].split("\n"), f"({i})"]
        paths.append(folder / f"{i}.html")
        paths[-1].write_text(_page(title, body, chance), encoding="utf-8")
    return paths


def _page(title: str, body: list[str], chance: random.Random) -> str:
    links = "".join(
        f'<li class="item"><a href="/news/{chance.randrange(10**6)}"><span>{title[:40]}</span></a></li>\n'
        for _ in range(LINKS)
    )
    script = "<script>var a = " + json.dumps([chance.random() for _ in range(300)]) + ";</script>"
    paragraphs = "".join(f"<p>{line}</p>\n" for line in body)
    head = f'<meta charset="utf-8"><title>{title}</title>{script}'
    head += '<meta property="article:published_time" content="2025-08-29T09:00:00+03:00">'
    return (
        f"<!doctype html><html><head>{head}</head><body><nav><ul>{links[: len(links) // 2]}</ul></nav>"
        f"<main><article><h1>{title}</h1>{paragraphs}</article></main>"
        f"<aside><ul>{links[len(links) // 2 :]}</ul></aside><footer>All rights</footer></body></html>"
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


def chain(entries: list[int]) -> float:
    """Pages a second through the steps in this process, without a queue."""
    import datetime as dt

    from ingest import pipeline

    began = time.perf_counter()
    for entry in entries:
        if pipeline.fetch(entry) and pipeline.extract(entry, dt.datetime.now(dt.UTC)):
            pipeline.code(entry)
    return len(entries) / (time.perf_counter() - began)


def queued(host: str, n: int, workers: int, folder: Path) -> float:
    """Pages a second through Celery with worker processes of one child each, from the first message to the last end."""
    from ingest import tasks
    from ingest.models import Entry, State

    open_states = (State.NEW, State.FETCHED, State.EXTRACTED)
    argv = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "config",
        "worker",
        "-Q",
        "fetch,extract,slow",
        "-c",
        "1",
        "-l",
        "info",
    ]
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
        entries = fresh_entries(host, n)
        began = time.perf_counter()
        for first in range(0, n, tasks.MAX_IDS):
            tasks.fetch_entries.delay(entries[first : first + tasks.MAX_IDS])
        while Entry.objects.filter(state__in=open_states).exists():
            assert time.perf_counter() - began < PATIENCE, "the workers do not come to an end"
            time.sleep(0.05)
        return n / (time.perf_counter() - began)
    finally:
        for process in running:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def measure(folder: Path, n: int) -> dict[str, Any]:
    """All rates of one run, pages a second."""
    pages = folder / "pages"
    pages.mkdir()
    paths = write_pages(pages, n)
    found: dict[str, Any] = {"pages": n, "page_kb": sum(p.stat().st_size for p in paths) / n / 1024}
    with file_server(pages) as host:
        os.environ["FETCH_ALLOW"] = host
        import django
        from django.conf import settings
        from django.core.management import call_command

        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        django.setup()
        settings.FETCH_ALLOW = [host]
        call_command("migrate", verbosity=0)
        found["trafilatura_1"] = bare_extraction(paths, 1)
        found["trafilatura_2"] = bare_extraction(paths, 2)
        entries = fresh_entries(host, n)
        chain(entries[:20])
        found["chain_1"] = chain(entries[20:])
        found["worker_1"] = queued(host, n, 1, folder)
        found["worker_2"] = queued(host, n, 2, folder)
    found["queue_overhead"] = 1 - found["worker_1"] / found["chain_1"]
    found["of_trafilatura_1"] = found["worker_1"] / found["trafilatura_1"]
    found["of_trafilatura_2"] = found["worker_2"] / found["trafilatura_2"]
    found["second_worker_adds"] = found["worker_2"] / found["worker_1"] - 1
    return found


def main() -> int:
    """Start throw-away services, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="isc-bench-") as name:
        folder = Path(name)
        services = embedded.Services(folder, say=lambda line: None, durable=False)
        services.start()
        os.environ.update(embedded.planned_urls(folder), ISC_HOME=name, ISC_EMBEDDED="true", HOST_SPACING_SECONDS="0")
        os.environ.setdefault("SECRET_KEY", "benchmarks-" + "0123456789abcdef" * 4)
        try:
            found = measure(folder, options.pages)
        finally:
            services.stop()
    for label, value in found.items():
        print(f"{label:<22}{value:>10.2f}")
    if options.json:
        print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
