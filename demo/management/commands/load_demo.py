"""`manage.py load_demo`: the sample outlets and their feeds, served by this very server."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.urls import reverse

from demo.samples import read
from events.models import Source
from ingest.models import Feed

DEFAULT_PORT = "8001"


class Command(BaseCommand):
    help = "Load the demo's sample outlets; their feeds point at this server."

    def handle(self, *args: Any, **options: Any) -> None:
        outlets, samples = read()
        port = os.environ.get("PORT") or DEFAULT_PORT
        for outlet in outlets:
            names = {"name_en": outlet.name_en, "name_ar": outlet.name_ar, "family": outlet.name_en}
            source, _ = Source.objects.update_or_create(
                code=outlet.id, defaults={**names, "kind": "sample", "side": outlet.side}
            )
            url = f"http://127.0.0.1:{port}{reverse('demo-feed', args=[outlet.id])}"
            Feed.objects.filter(source=source).exclude(url=url).update(enabled=False)
            values = {"source": source, "lang": outlet.lang, "enabled": True, "interval": timedelta(minutes=1)}
            Feed.objects.update_or_create(url=url, defaults=values)
        self.stdout.write(f"demo: {len(outlets)} sample feeds with {len(samples)} articles")
