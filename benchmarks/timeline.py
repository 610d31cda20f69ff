"""`python -m benchmarks.timeline [--events 100000] [--json]`: server time of the timeline on synthetic events.

Runs on a database of its own in the throw-away services and prints medians beside the empty page of the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from config import embedded

QUERIES = ("", "?statements=1", "?actor=p_sudani", "?actor=p_shatri", "?family=movement", "?side=IQ", "?place=x_qaim")
QUERIES += ("?actor=p_sudani&family=talks&side=SY", "?from=2020-01-01&to=2020-12-31", "/about/")
ROUNDS = 15


def measure(events: int) -> dict[str, float]:
    """Median seconds per request, by query."""
    from django.core.management import call_command
    from django.test import Client

    from benchmarks.synthetic import generate

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    with open(os.devnull, "w") as quiet:
        call_command("load_shipped", stdout=quiet)
    generate(events)
    client = Client()
    found = {}
    for query in QUERIES:
        path = query if query.startswith("/") else f"/{query}"
        times = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            answer = client.get(path)
            times.append(time.perf_counter() - began)
            assert answer.status_code == 200, (path, answer.status_code)
        found[path] = statistics.median(times)
    return found


def main() -> int:
    """Start throw-away services, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="isc-bench-") as folder:
        home = Path(folder)
        services = embedded.Services(home, say=lambda line: None, durable=False)
        services.start()
        os.environ.update(embedded.planned_urls(home), ISC_HOME=folder, ISC_EMBEDDED="true", PUBLIC_READ="true")
        os.environ.update(
            SECRET_KEY="benchmark" * 8, DJANGO_SETTINGS_MODULE="config.settings", ALLOWED_HOSTS="testserver"
        )
        try:
            import django

            django.setup()
            call = measure(options.events)
        finally:
            services.stop()
    for path, seconds in call.items():
        print(f"{seconds * 1000:8.1f} ms  {path}")
    if options.json:
        print(json.dumps({"events": options.events, "median_ms": {p: round(s * 1000, 2) for p, s in call.items()}}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
