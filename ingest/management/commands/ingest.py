"""`manage.py ingest FILE…`: import an archive of articles and see what became of each."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from ingest.importing import BadInput, Given, Outcome, ingest_one, read_jsonl, read_page, source_for

SUFFIXES = (".jsonl", ".ndjson", ".html", ".htm", ".txt")


class Command(BaseCommand):
    help = (
        "Import articles: .jsonl (one object per line: id, url, publisher, lang, published, title, text), "
        ".html and .txt (with --url --source --published), - for .jsonl on standard input. "
        "Exit code 1 when any article failed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--url", default="", help="address of a .html or .txt article")
        parser.add_argument("--source", default="", help="source id or name of a .html or .txt article")
        parser.add_argument("--published", default="", help="its publication day or time (ISO; no zone: Baghdad)")
        parser.add_argument("--json", action="store_true", help="one JSON object per article on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        now = dt.datetime.now(dt.UTC)
        files = [self._checked(name) for name in options["files"]]
        tally: Counter[str] = Counter()
        bar = tqdm(unit=" articles", file=sys.stderr, disable=None, leave=False)
        with bar:
            for item in self._articles(files, options, now):
                outcome = item if isinstance(item, Outcome) else self._ingest(item)
                tally[outcome.outcome] += 1
                bar.update()
                self._tell(outcome, options["json"])
        if not options["json"]:
            self.stdout.write(", ".join(f"{n} {what}" for what, n in sorted(tally.items())) or "nothing to import")
        if tally["failed"]:
            sys.exit(1)

    def _checked(self, name: str) -> str:
        if name == "-":
            return name
        path = Path(name)
        if not path.is_file():
            raise CommandError(f"{name}: no such file")
        if path.suffix.lower() not in SUFFIXES:
            raise CommandError(f"{name}: expected one of {', '.join(SUFFIXES)}")
        return name

    def _articles(self, files: list[str], options: dict[str, Any], now: dt.datetime) -> Iterator[Given | Outcome]:
        for name in files:
            if name == "-":
                yield from read_jsonl("(standard input)", sys.stdin, now)
            elif name.endswith((".jsonl", ".ndjson")):
                with open(name, encoding="utf-8", errors="replace") as lines:
                    yield from read_jsonl(name, lines, now)
            else:
                yield self._page(name, options, now)

    def _page(self, name: str, options: dict[str, Any], now: dt.datetime) -> Given | Outcome:
        try:
            if not options["source"]:
                raise BadInput("--source is needed: whose article is it?")
            return read_page(Path(name), options["url"], options["source"], options["published"], now)
        except BadInput as error:
            return Outcome(name, name, "failed", str(error))

    def _ingest(self, given: Given) -> Outcome:
        source, new = source_for(given.publisher, given.url)
        if new:
            self.stderr.write(f"{given.where}: new source «{source.name_en}» (reliability F until an editor grades it)")
        return ingest_one(given, source)

    def _tell(self, outcome: Outcome, as_json: bool) -> None:
        if as_json:
            row = {
                "where": outcome.where,
                "id": outcome.identity,
                "outcome": outcome.outcome,
                "reason": outcome.reason,
                "events": list(outcome.events),
            }
            self.stdout.write(json.dumps(row, ensure_ascii=False))
            return
        self.stdout.write(f"{outcome.where}: {outcome.outcome}" + (f" – {outcome.reason}" if outcome.reason else ""))
        for event in outcome.events:
            self.stdout.write(f"    {event['id']} ({event['status']}, {event['date']}) {event['title']}")
