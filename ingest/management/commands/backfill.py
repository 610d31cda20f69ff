"""`manage.py backfill`: have a feed's archive read back, page by page, by the workers or here and now."""

from __future__ import annotations

import datetime as dt
import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from ingest.archives import order, read_back
from ingest.models import Feed


class Command(BaseCommand):
    help = "Read a feed's archive back. Its entries wait behind fresh news; what is known already is left alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("feed", help="the feed's id or address")
        parser.add_argument("--pages", type=int, default=20, help="how many pages back (20)")
        parser.add_argument("--now", action="store_true", help="read here instead of leaving it to the workers")

    def handle(self, *args: Any, **options: Any) -> None:
        given = options["feed"]
        rows = Feed.objects.filter(pk=int(given)) if given.isdigit() else Feed.objects.filter(url=given)
        feed = rows.first()
        if feed is None:
            raise CommandError(f"there is no feed {given}")
        order([feed.pk], options["pages"])
        if not options["now"]:
            self.stdout.write(f"{options['pages']} pages of {feed.url} will be read back by the workers")
            return
        self._read(feed)

    def _read(self, feed: Feed) -> None:
        new = 0
        feed.refresh_from_db()
        with tqdm(total=feed.archive_pages, unit=" pages", file=sys.stderr, disable=None, leave=False) as bar:
            while feed.archive_pages:
                new += read_back(feed.pk, dt.datetime.now(dt.UTC)).new
                before = feed.archive_pages
                feed.refresh_from_db()
                bar.update(before - feed.archive_pages)
                if feed.archive_pages == before:
                    time.sleep(1)
        self.stdout.write(f"{new} new entries. {feed.archive_note}".strip())
