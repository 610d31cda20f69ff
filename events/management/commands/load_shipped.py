"""`manage.py load_shipped`: the shipped registry and chronology, loaded once and never over a person's change."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from events.chronology import DATASET, Lookup, drafts
from events.loading import Loaded, load_kind
from events.resolution import import_reports
from events.role_changes import propose_changes
from events.shipped import ShippedError, read
from events.shipped_kinds import actor_kind, holding_kind, load_series, office_kind, place_kind, source_kind


class Command(BaseCommand):
    help = "Load the shipped actors, places, sources and chronology; rows that a person changed are kept and named."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            shipped = read()
        except ShippedError as error:
            raise CommandError(f"shipped data refused: {error}") from error
        loaded = Loaded()
        for kind in (
            source_kind(shipped.sources),
            place_kind(shipped.places),
            actor_kind(shipped.actors),
            office_kind(shipped.offices),
            holding_kind(shipped.holdings),
        ):
            load_kind(kind, loaded)
        series = load_series(shipped.series)
        touched: list[int] = []
        if not settings.ISC_DEMO:
            lookup = Lookup.load(series)
            touched = import_reports(DATASET, drafts(shipped.events, lookup))
            propose_changes(touched)
        self._tell(loaded, len(touched))

    def _tell(self, loaded: Loaded, events: int) -> None:
        for kind in loaded.created:
            if loaded.created[kind] or loaded.updated[kind]:
                self.stdout.write(f"{kind}: {loaded.created[kind]} new, {loaded.updated[kind]} updated")
        if events:
            self.stdout.write(f"chronology: {events} events")
        if any(loaded.updated.values()):
            self.stdout.write("rows were updated: `manage.py rebuild --facts` derives the events anew from them")
        for row in loaded.kept:
            self.stdout.write(f"kept as changed here: {row}")
