"""`manage.py load_feeds`: the shipped feeds, never over a person's change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events.loading import Content, Kind, Loaded, load_kind
from events.models import Source
from events.shipped import ShippedError, read
from ingest.models import Feed, FeedKind

_COLUMNS = ("kind", "section", "lang", "enabled", "reported", "note")


class Command(BaseCommand):
    help = "Load the shipped feeds; feeds that a person changed are kept and named."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            sources = read().sources
        except ShippedError as error:
            raise CommandError(f"shipped data refused: {error}") from error
        wanted = {
            f["url"]: {
                "source": s["id"],
                "kind": FeedKind(f["kind"]).value,
                "section": f.get("section") or "",
                "lang": f.get("lang") or "",
                "enabled": bool(f["enabled"]),
                "reported": f.get("reported") or "",
                "note": f.get("note") or "",
            }
            for s in sources
            for f in s["feeds"]
        }
        loaded = Loaded()
        load_kind(Kind("feed", wanted, _present, _write), loaded)
        if loaded.created["feed"] or loaded.updated["feed"]:
            on = Feed.objects.filter(enabled=True).count()
            self.stdout.write(f"feeds: {loaded.created['feed']} new, {loaded.updated['feed']} updated, {on} enabled")
        for row in loaded.kept:
            self.stdout.write(f"kept as changed here: {row}")


def _present() -> Mapping[str, Content]:
    return {
        f.url: {"source": f.source.code, **{c: getattr(f, c) for c in _COLUMNS}}
        for f in Feed.objects.select_related("source")
    }


def _write(todo: Mapping[str, Content]) -> None:
    sources = {s.code: s for s in Source.objects.all()}
    for url, content in todo.items():
        values = {c: content[c] for c in _COLUMNS}
        Feed.objects.update_or_create(url=url, defaults={"source": sources[content["source"]], **values})
