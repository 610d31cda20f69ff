"""What a page shows of our own blindness."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import template

from ingest.coverage import outages_between

register = template.Library()


@register.inclusion_tag("ingest/_gaps.html")
def gaps(first: dt.date | None, last: dt.date | None) -> dict[str, Any]:
    """Stretches within these days in which sources could not be read."""
    return {"outages": outages_between(first, last)}
