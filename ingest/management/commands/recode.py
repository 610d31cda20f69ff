"""`manage.py recode`: the coder and lexicon of today over the stored articles; `--dry-run` shows what would change."""

from __future__ import annotations

import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from events.models import ArticleText
from ingest import tasks
from ingest.coding.coder import CODER_VERSION
from ingest.lexicon_source import current_lexicon
from ingest.recoding import Tally, compare, recode_ids, stale, stale_ids

BATCH = 20
WAIT = 1.0


class Command(BaseCommand):
    help = (
        "Read stored articles anew with the present coder and lexicon. Broken off, it goes on where it stopped. "
        "People's decisions and corrections stay. Exit code 1 when an article failed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="show events gained, lost, changed; write nothing")
        parser.add_argument("--limit", type=int, help="at most so many articles")
        parser.add_argument("--workers", action="store_true", help="share the work among the running Celery workers")

    def handle(self, *args: Any, **options: Any) -> None:
        ids = stale_ids(options["limit"])
        version = f"coder {CODER_VERSION}, lexicon {current_lexicon().version}"
        if not ids:
            self.stdout.write(f"every article is read by {version}")
            return
        if options["workers"] and not options["dry_run"]:
            self._share(ids)
            return
        tally = self._compare(ids) if options["dry_run"] else self._recode(ids)
        verb = "would be" if options["dry_run"] else "were"
        self.stdout.write(
            f"{tally.articles} articles read by {version}: {tally.gained} reports {verb} gained,"
            f" {tally.lost} lost, {tally.changed} changed"
        )
        if options["dry_run"]:
            self.stdout.write(
                f"events: at most {tally.gained} would be gained, {len(tally.events_lost)} lost,"
                f" {len(tally.events_changed - tally.events_lost)} changed"
            )
        for line in tally.failed:
            self.stderr.write(line)
        if tally.failed:
            sys.exit(1)

    def _compare(self, ids: list[int]) -> Tally:
        tally = Tally()
        for pk in self._bar(ids):
            found = compare(ArticleText.objects.select_related("article").get(pk=pk))
            tally.add(found)
            for sign, rows in (("+", found.gained), ("-", found.lost)):
                for row in rows:
                    self.stdout.write(f"{sign} text {pk}: {' '.join(filter(None, row))}")
            for sign, events in (("-", found.events_lost), ("~", found.events_changed)):
                for event in events:
                    self.stdout.write(f"{sign} event {event}")
            for old, new in found.changed:
                self.stdout.write(f"~ text {pk}: {' '.join(filter(None, old))} → {' '.join(filter(None, new))}")
        return tally

    def _recode(self, ids: list[int]) -> Tally:
        total = Tally()
        with self._bar(total=len(ids)) as bar:
            for start in range(0, len(ids), BATCH):
                batch = ids[start : start + BATCH]
                done = recode_ids(batch)
                total.articles += done.articles
                total.gained, total.lost = total.gained + done.gained, total.lost + done.lost
                total.changed += done.changed
                total.failed += done.failed
                bar.update(len(batch))
        return total

    def _share(self, ids: list[int]) -> None:
        """Queue all, then watch how many are left; the queue is the workers', so leaving off loses nothing."""
        tasks.queue_recoding(ids)
        left, still = len(ids), 0
        with self._bar(total=len(ids)) as bar:
            while left and still < 120:
                time.sleep(WAIT)
                now = stale().filter(pk__in=ids).count()
                still = still + 1 if now == left else 0
                bar.update(left - now)
                left = now
        self.stdout.write(f"{len(ids) - left} articles recoded by the workers, {left} left")
        if left:
            sys.exit(1)

    def _bar(self, rows: Any = None, total: int | None = None) -> Any:
        return tqdm(rows, total=total, unit=" articles", file=sys.stderr, disable=None, leave=False)
