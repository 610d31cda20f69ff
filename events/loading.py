"""Writes the shipped registry to the database, and never over what a person changed.

Per row the digest of what was loaded last is kept (`ShippedRow`). A row whose present content has another digest was
changed by somebody: it is left alone and reported.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from events.models import Alias, ShippedRow
from events.shipped import Entry

Content = Mapping[str, Any]
"""A row with all that belongs to it, as plain values: equal content has an equal digest."""


@dataclass(slots=True)
class Loaded:
    """What a load did, per kind of row."""

    created: dict[str, int] = field(default_factory=dict)
    updated: dict[str, int] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def digest(content: Content) -> str:
    """A digest of a row's content."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Kind:
    """How rows of one kind are read and written. `write` makes or changes the rows of the given codes."""

    name: str
    wanted: Mapping[str, Content]
    present: Callable[[], Mapping[str, Content]]
    write: Callable[[Mapping[str, Content]], None]


def load_kind(kind: Kind, loaded: Loaded) -> None:
    """Create what is missing, update what only we wrote, keep and report what a person changed."""
    with transaction.atomic():
        present = kind.present()
        stored = dict(ShippedRow.objects.filter(kind=kind.name).values_list("code", "digest"))
        todo: dict[str, Content] = {}
        created = 0
        for code, content in kind.wanted.items():
            new = digest(content)
            now = digest(present[code]) if code in present else None
            if now == new == stored.get(code):
                continue
            if now is not None and now not in (new, stored.get(code)):
                loaded.kept.append(f"{kind.name} {code}")
                continue
            todo[code] = content
            created += now is None
        kind.write(todo)
        ShippedRow.objects.bulk_create(
            (ShippedRow(kind=kind.name, code=code, digest=digest(content)) for code, content in todo.items()),
            update_conflicts=True,
            unique_fields=["kind", "code"],
            update_fields=["digest"],
        )
        loaded.created[kind.name], loaded.updated[kind.name] = created, len(todo) - created


def put_rows(model: Any, todo: Mapping[str, Content], columns: Iterable[str]) -> dict[str, Any]:
    """Insert or update rows by their code; returns them."""
    fields = list(columns)
    rows = [model(code=code, **{f: content[f] for f in fields}) for code, content in todo.items()]
    model.objects.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=fields)
    return {r.code: r for r in model.objects.filter(code__in=todo)}


def columns_of(row: Any, columns: Iterable[str]) -> dict[str, Any]:
    return {c: getattr(row, c) for c in columns}


def alias_content(e: Entry) -> list[list[Any]]:
    """All names of an entry as sorted rows: language, text, weak, metonym."""
    rows: dict[tuple[str, str], list[Any]] = {}
    for lang in ("ar", "en"):
        weak = set(e.get(f"weak_aliases_{lang}", []))
        for text in [*e.get(f"aliases_{lang}", []), *weak]:
            rows[lang, text] = [lang, text, text in weak, False]
        for text in e.get(f"metonyms_{lang}", []):
            rows[lang, text] = [lang, text, text in weak, True]
    return sorted(rows.values())


def alias_rows(aliases: Iterable[Alias]) -> list[list[Any]]:
    return sorted([a.lang, a.text, a.weak, a.metonym] for a in aliases)


def write_aliases(owner: str, rows: Mapping[str, Any], todo: Mapping[str, Content]) -> None:
    Alias.objects.filter(**{f"{owner}__in": list(rows.values())}).delete()
    Alias.objects.bulk_create(
        Alias(**{owner: rows[code]}, lang=lang, text=text, weak=weak, metonym=metonym)
        for code, content in todo.items()
        for lang, text, weak, metonym in content["aliases"]
    )
