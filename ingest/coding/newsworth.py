"""What an article is about: the happenings that title and lead tell of, or else its news of these days. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from events.codebook import DatePrecision, EventType, Modality
from ingest.coding.dating import RECENT
from ingest.coding.event_types import Happening

_LATELY = dt.timedelta(days=45)
"""A feature's news may be some weeks old."""


def main_of(happenings: Sequence[Happening], day: dt.date) -> list[Happening]:
    """What title or lead tell of; a statement only when nothing of these days is told as an act."""
    lead = [h for h in happenings if h.lead]
    acts = [h for h in lead if h.type is not EventType.STATEMENT]
    fresh = [h for h in happenings if h.type is not EventType.STATEMENT and not h.first.subordinate and _fresh(h, day)]
    court = [h for h in lead if h.first.clause.has("court")]
    acts = [h for h in acts if not _recalled(h, day)] or acts
    return acts or court or fresh[:1] or lead or [h for h in happenings if _of_late(h, day)][:1]


def _of_late(happening: Happening, day: dt.date) -> bool:
    """A feature's news: an act on a day of the last weeks, whatever the piece begins with."""
    days = [d.date for d in happening.first.days if d.own and d.precision is DatePrecision.DAY]
    return happening.type is not EventType.STATEMENT and any(abs(d - day) <= _LATELY for d in days)


def _recalled(happening: Happening, day: dt.date) -> bool:
    """What even the lead only recalls: an older day behind «it is worth noting»."""
    days = [d.date for d in happening.first.days if d.own and d.precision is DatePrecision.DAY]
    old = bool(days) and max(days) < day - RECENT
    return old and happening.first.clause.has("background") and not happening.first.clause.titular


def _fresh(happening: Happening, day: dt.date) -> bool:
    days = [d for d in happening.first.days if d.own and d.precision is DatePrecision.DAY]
    return any(abs(d.date - day) <= RECENT for d in days) and happening.first.modality is Modality.DONE
