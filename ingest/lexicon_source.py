"""The coder's lexicon as the database has it now: rebuilt when the registry changed, without a restart."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from events.models import Actor, Alias, Office, Place
from ingest.coding.lexicon import Lexicon

CHECK_SECONDS = 30.0
"""How often a process looks whether the registry changed."""

_TABLES = ("actor", "alias", "office", "role", "place", "place_parents", "holding")


@dataclass(slots=True)
class _Cache:
    lexicon: Lexicon | None = None
    fingerprint: str = ""
    checked: float = float("-inf")


_cache = _Cache()


def current_lexicon() -> Lexicon:
    """The lexicon of the registry as it was at most CHECK_SECONDS ago."""
    now = time.monotonic()
    if _cache.lexicon is None or now - _cache.checked > CHECK_SECONDS:
        fingerprint = registry_fingerprint()
        if _cache.lexicon is None or fingerprint != _cache.fingerprint:
            _cache.lexicon, _cache.fingerprint = build_lexicon(), fingerprint
        _cache.checked = now
    return _cache.lexicon


def registry_fingerprint() -> str:
    """A short text that changes with any change of a registry row."""
    parts = " UNION ALL ".join(
        f"SELECT '{t}' AS name, count(*) AS n, coalesce(sum(hashtextextended(r::text, 0)::numeric), 0) AS h "
        f"FROM events_{t} r"
        for t in _TABLES
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT string_agg(name || n || ':' || h, ' ' ORDER BY name) FROM ({parts}) AS every")
        return str(cursor.fetchone()[0])


def build_lexicon() -> Lexicon:
    """Read the whole registry and build the lexicon of it."""
    return Lexicon.from_records(_actors(), _offices(), _places())


def _actors() -> list[dict[str, Any]]:
    rows = Actor.objects.select_related("parent", "place").prefetch_related("aliases", "holdings")
    return [
        {
            **_names(a, a.aliases.all()),
            "kind": a.kind,
            "side": a.side,
            "country": a.country,
            "parent": a.parent.code if a.parent else None,
            "place": a.place.code if a.place else None,
            "active": {"from": _iso(a.active_from), "to": _iso(a.active_to)},
            "holdings": [{"side": h.side, "from": _iso(h.start), "to": _iso(h.end)} for h in a.holdings.all()],
        }
        for a in rows.order_by("code")
    ]


def _offices() -> list[dict[str, Any]]:
    rows = Office.objects.select_related("org").prefetch_related("aliases", "roles__person")
    return [
        {
            "id": o.code,
            "org": o.org.code,
            "title_en": o.title_en,
            "title_ar": o.title_ar,
            **_aliases(o.aliases.all()),
            "holders": [
                {
                    "person": r.person.code,
                    "from": _partial(r.start, r.start_precision),
                    "to": _partial(r.end, r.end_precision),
                    "last_seen": _iso(r.last_seen),
                    "acting": r.acting,
                }
                for r in o.roles.all()
            ],
        }
        for o in rows.order_by("code")
    ]


def _places() -> list[dict[str, Any]]:
    rows = Place.objects.select_related("crossing").prefetch_related("aliases", "parents")
    return [
        {
            **_names(p, p.aliases.all()),
            "kind": p.kind,
            "country": p.country,
            "lat": p.lat,
            "lon": p.lon,
            "border_pair": p.border_pair,
            "parents": sorted(q.code for q in p.parents.all()),
            "crossing": p.crossing.code if p.crossing else None,
        }
        for p in rows.order_by("code")
    ]


def _names(row: Actor | Place, aliases: Iterable[Alias]) -> dict[str, Any]:
    return {"id": row.code, "name_en": row.name_en, "name_ar": row.name_ar, **_aliases(aliases)}


def _aliases(aliases: Iterable[Alias]) -> dict[str, list[str]]:
    """Aliases as the shipped files have them: weak ones and metonyms in lists of their own too."""
    found: dict[str, list[str]] = {}
    for a in aliases:
        found.setdefault(f"metonyms_{a.lang}" if a.metonym else f"aliases_{a.lang}", []).append(a.text)
        if a.weak:
            found.setdefault(f"weak_aliases_{a.lang}", []).append(a.text)
    return {name: sorted(texts) for name, texts in found.items()}


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _partial(day: Any, precision: str) -> str | None:
    """A day as the shipped files write it: cut to its precision."""
    if day is None:
        return None
    return str(day.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)])
