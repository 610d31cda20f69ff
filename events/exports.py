"""Events and month counts as plain rows for JSON and CSV. Codes, not words: a file reads the same in both languages."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from events.codebook import Family
from events.filterform import Cursor
from events.filters import PUBLISHED, Filters
from events.indexing import contact_level
from events.listing import with_rows
from events.models import Event, Participation
from events.querysets import EventQuerySet
from events.series import Month

CHUNK = 500
"""Events read at once while a file is written; what has been sent is forgotten."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

BOM = "\ufeff"
"""Without it a spreadsheet takes Arabic for Latin-1."""

COLUMNS = (
    "public_id",
    "status",
    "status_by",
    "date",
    "date_end",
    "date_precision",
    "date_basis",
    "type",
    "family",
    "modality",
    "title_en",
    "title_ar",
    "place",
    "place_en",
    "place_ar",
    "lat",
    "lon",
    "place_precision",
    "contact_level",
    "participants",
    "figures",
    "publisher_families",
    "confidence",
    "flags",
)


def published_unless_asked(filters: Filters) -> dict[str, str]:
    """The change that leaves candidates out of a file whose reader did not ask for them with `status`."""
    return {} if filters.status else {"status": PUBLISHED}


def exported(events: EventQuerySet) -> EventQuerySet:
    """Events with what a row of a file reads."""
    return with_rows(events).prefetch_related("participations__actor")


def events_in_chunks(filters: Filters) -> Iterator[Event]:
    """All events asked for, newest first, read page after page."""
    while True:
        rows = list(filters.page(exported(Event.objects.listed()), CHUNK))
        yield from rows[:CHUNK]
        if len(rows) <= CHUNK:
            return
        last = rows[CHUNK - 1]
        filters = filters.with_cursor(Cursor(last.date, last.pk))


def event_row(event: Event) -> dict[str, Any]:
    """One event as plain values; dates as ISO text."""
    place = event.place
    return {
        "public_id": event.public_id,
        "status": event.status,
        "status_by": event.status_by,
        "date": event.date.isoformat() if event.date else None,
        "date_end": event.date_end.isoformat() if event.date_end else None,
        "date_precision": event.date_precision,
        "date_basis": event.date_basis,
        "type": event.type,
        "family": event.family,
        "modality": event.modality,
        "title_en": event.title_en,
        "title_ar": event.title_ar,
        "place": place.code if place else None,
        "place_en": place.name_en if place else None,
        "place_ar": place.name_ar if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "place_precision": event.place_precision,
        "contact_level": contact_level(event, event.participations.all()),
        "participants": [_participant(p) for p in event.participations.all()],
        "figures": [
            {
                "unit": f.unit,
                "scope": f.scope,
                "kind": f.kind,
                "best": float(f.best),
                "low": float(f.low),
                "high": float(f.high),
            }
            for f in event.figures.all()
        ],
        "publisher_families": event.families,
        "confidence": None if event.confidence is None else round(event.confidence, 3),
        "flags": list(event.flags),
    }


def _participant(who: Participation) -> dict[str, str | None]:
    return {
        "actor": who.actor.code if who.actor else None,
        "name": who.name or None,
        "part": who.part,
        "side": who.side,
        "office": who.role.office.code if who.role else None,
        "office_en": who.role.office.title_en if who.role else None,
        "office_ar": who.role.office.title_ar if who.role else None,
    }


def guarded(value: Any) -> Any:
    """A cell that no spreadsheet runs as a formula: such text gets an apostrophe in front."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_lines(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """A CSV file line by line, with a byte order mark."""
    writer = csv.writer(_Echo())
    yield BOM + writer.writerow(header)
    for row in rows:
        yield writer.writerow([guarded(cell) for cell in row])


def event_cells(event: Event) -> list[Any]:
    """One event as cells; lists are joined by '; '."""
    row = event_row(event)
    row["participants"] = "; ".join(
        f"{p['actor'] or p['name']} ({', '.join(filter(None, (p['office_en'], p['part'], p['side'])))})"
        for p in row["participants"]
    )
    row["figures"] = "; ".join(_figure(f) for f in row["figures"])
    row["flags"] = "; ".join(row["flags"])
    return [row[name] for name in COLUMNS]


def _figure(figure: dict[str, Any]) -> str:
    span = "" if figure["low"] == figure["high"] else f" [{figure['low']:g}–{figure['high']:g}]"
    return f"{figure['best']:.10g} {figure['unit']} ({figure['kind']}, {figure['scope']}){span}"


def month_row(month: Month) -> dict[str, Any]:
    """One month as plain values, a column for each family."""
    counts = {family.value: n for family, n in zip(Family, month.counts, strict=True)}
    return {"month": month.first.strftime("%Y-%m"), **counts, "total": month.total}
