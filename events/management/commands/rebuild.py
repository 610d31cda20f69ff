"""`manage.py rebuild`: derive every event again from its claims; the result is the same, or the difference is told."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from tqdm import tqdm

from events.derivation import derive_events
from events.indexing import recount_months
from events.models import Event
from events.resolution import refresh

BATCH = 200


class Command(BaseCommand):
    help = "Derive every event again from its standing claims. With --check nothing is written and a difference fails."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when anything would change")
        parser.add_argument("--facts", action="store_true", help="write anew what matching compares, after an upgrade")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["facts"] and options["check"]:
            raise CommandError("--facts writes, --check does not: choose one")
        ids = list(Event.objects.order_by("pk").values_list("pk", flat=True))
        changed = 0
        with tqdm(total=len(ids), unit=" events", file=sys.stderr, disable=None, leave=False) as bar:
            for start in range(0, len(ids), BATCH):
                for event in ids[start : start + BATCH] if options["facts"] else ():
                    refresh(event)
                changed += self._batch(ids[start : start + BATCH], options["check"])
                bar.update(len(ids[start : start + BATCH]))
        months = self._months(options["check"])
        verb = "would change" if options["check"] else "changed"
        self.stdout.write(f"{len(ids)} events derived; {changed} {verb}; {months} month counts {verb}")
        if options["check"] and (changed or months):
            sys.exit(1)

    def _batch(self, ids: list[int], check: bool) -> int:
        with transaction.atomic():
            changed = derive_events(ids)
            transaction.set_rollback(check)
        return changed

    def _months(self, check: bool) -> int:
        with transaction.atomic():
            rows = recount_months()
            transaction.set_rollback(check)
        return rows
