"""The expressions of patterns/cues.yaml, compiled once. PURE apart from reading the package's own files."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from ingest.coding.regexes import regex
from ingest.coding.words import read_yaml


@dataclass(frozen=True, slots=True)
class Cues:
    """All expressions, Arabic and English in one. `discard`: what a title or lead out of scope begins with."""

    discard: tuple[re.Pattern[str], ...]
    other: dict[str, re.Pattern[str]]


def both(row: dict[str, str]) -> re.Pattern[str]:
    """Arabic or English."""
    return regex(f"(?:{row['ar']})|(?:{row['en']})")


@functools.cache
def cues() -> Cues:
    """Read and compile the file."""
    data = read_yaml("cues.yaml")
    return Cues(
        discard=tuple(regex(p) for p in data["discard"]),
        other={name: both(row) for name, row in data.items() if name not in ("discard",)},
    )
