"""What a name may mean: names of the registry's rows gathered by their folded form. PURE."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.coding.arabic import key


@dataclass(frozen=True, slots=True)
class Name:
    """What one name may mean: ids by kind. `weak`: needs a second cue; `acronym`: only in capitals."""

    actors: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    weak_actors: frozenset[str] = frozenset()
    weak_places: frozenset[str] = frozenset()
    metonym: bool = False
    acronym: bool = False


@dataclass(slots=True)
class Meanings:
    actors: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    weak_actors: set[str] = field(default_factory=set)
    weak_places: set[str] = field(default_factory=set)
    metonym: bool = False
    acronym: bool = True


def all_of(row: Mapping[str, Any], prefix: str) -> set[str]:
    return {t for lang in ("ar", "en") for t in row.get(f"{prefix}_{lang}", ())}


def is_acronym(text: str) -> bool:
    return text.isascii() and text.replace(".", "").isalpha() and text.upper() == text and len(text) <= 6


def add_names(meanings: dict[str, Meanings], row: Mapping[str, Any], kind: str) -> None:
    metonyms, weak = all_of(row, "metonyms"), all_of(row, "weak_aliases")
    for text in {row["name_en"], row.get("name_ar") or ""} | all_of(row, "aliases") | weak | metonyms:
        if not text:
            continue
        meaning = meanings[key(text)]
        getattr(meaning, kind).add(row["id"])
        if text in weak:
            getattr(meaning, f"weak_{kind}").add(row["id"])
        meaning.metonym |= text in metonyms
        meaning.acronym &= is_acronym(text)


def with_contractions(meanings: dict[str, Meanings]) -> dict[str, Meanings]:
    """ل before the article swallows its alef: «للعراق». The contracted form is a name too."""
    return {**{"لل" + p[2:]: m for p, m in meanings.items() if p.startswith("ال") and len(p) > 4}, **meanings}


def add_surnames(meanings: dict[str, Meanings], people: Iterable[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """Every person's last name is a weak name of his; who has which first name decides."""
    first_names = {}
    for row in people:
        known: set[str] = set()
        for name in {row["name_en"], row.get("name_ar") or ""} | all_of(row, "aliases"):
            parts = key(name).split()
            if len(parts) < 2:
                continue
            known.add(parts[0])
            last = parts[-1]
            if len(last) > 2 + last.isascii() and (last not in meanings or row["id"] not in meanings[last].actors):
                if last in meanings and (meanings[last].places or meanings[last].offices):
                    continue
                meaning = meanings[last]
                meaning.actors.add(row["id"])
                meaning.weak_actors.add(row["id"])
                meaning.acronym = False
        first_names[row["id"]] = frozenset(known)
    return first_names


def with_spellings(meanings: dict[str, Meanings]) -> dict[str, Meanings]:
    """«كوردستان» beside «كردستان», «ديموقراطية» beside «ديمقراطية»."""
    pairs = (("كرد", "كورد"), ("ديمقراط", "ديموقراط"))
    added = {p.replace(a, b): m for p, m in meanings.items() for a, b in pairs if a in p}
    return {**added, **meanings}


def frozen_name(m: Meanings) -> Name:
    return Name(
        tuple(sorted(m.actors)),
        tuple(sorted(m.offices)),
        tuple(sorted(m.places)),
        frozenset(m.weak_actors),
        frozenset(m.weak_places),
        m.metonym,
        m.acronym,
    )
