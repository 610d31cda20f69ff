"""A throw-away database with the shipped registry for a benchmark; nothing else is touched."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config import embedded


@contextmanager
def database(**settings: str) -> Iterator[None]:
    """Services of our own, Django set up on them, tables migrated."""
    with tempfile.TemporaryDirectory(prefix="isc-bench-") as folder:
        home = Path(folder)
        services = embedded.Services(home, say=lambda line: None, durable=False)
        services.start()
        os.environ.update(embedded.planned_urls(home), ISC_HOME=folder, ISC_EMBEDDED="true", **settings)
        os.environ.update(SECRET_KEY="benchmark" * 8, DJANGO_SETTINGS_MODULE="config.settings")
        try:
            import django
            from django.core.management import call_command

            django.setup()
            call_command("migrate", verbosity=0)
            yield
        finally:
            services.stop()


def empty() -> None:
    """Every table empty again."""
    from django.core.management import call_command

    call_command("flush", interactive=False, verbosity=0)


def load_registry() -> None:
    """Actors, offices, places, sources and series, without the chronology's events."""
    from events.loading import Loaded, load_kind
    from events.shipped import read
    from events.shipped_kinds import actor_kind, holding_kind, load_series, office_kind, place_kind, source_kind

    shipped = read()
    for kind in (
        source_kind(shipped.sources),
        place_kind(shipped.places),
        actor_kind(shipped.actors),
        office_kind(shipped.offices),
        holding_kind(shipped.holdings),
    ):
        load_kind(kind, Loaded())
    load_series(shipped.series)
