"""The expressions of patterns/cues.yaml, compiled once. PURE apart from reading the package's own files."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from events.codebook import Theme
from ingest.coding.words import read_yaml


@dataclass(frozen=True, slots=True)
class Cues:
    """All expressions, Arabic and English in one. `discard`: what a title or lead out of scope begins with."""

    discard: tuple[re.Pattern[str], ...]
    themes: dict[Theme, re.Pattern[str]]
    other: dict[str, re.Pattern[str]]


def both(row: dict[str, str]) -> re.Pattern[str]:
    """Arabic or English."""
    return re.compile(f"(?:{row['ar']})|(?:{row['en']})")


@functools.cache
def cues() -> Cues:
    """Read and compile the file."""
    data = read_yaml("cues.yaml")
    return Cues(
        discard=tuple(re.compile(p) for p in data["discard"]),
        themes={Theme(name): both(row) for name, row in data["themes"].items()},
        other={name: both(row) for name, row in data.items() if name not in ("discard", "themes")},
    )


@functools.lru_cache(maxsize=256)
def themes_in(plain: str, start: int, end: int) -> tuple[tuple[Theme, int, int], ...]:
    """The themes that [start, end) of a folded text touches, each where it is first named."""
    found = ((theme, pattern.search(plain, start, end)) for theme, pattern in cues().themes.items())
    return tuple((theme, *match.span()) for theme, match in found if match)
