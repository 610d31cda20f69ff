"""`manage.py health`: the checks of /healthz for a timer or a monitor; ends with 1 where one fails."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from ingest.health import checks


class Command(BaseCommand):
    help = "Says whether database, broker, clock and workers do their work; exit status 1 where one does not."

    def handle(self, *args: Any, **options: Any) -> None:
        found = checks()
        for check in found:
            self.stdout.write(f"{'ok  ' if check.ok else 'FAIL'} {check.name} {check.words}".rstrip())
        if not all(check.ok for check in found):
            sys.exit(1)
