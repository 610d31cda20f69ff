"""The patterns of patterns/*.yaml, compiled once. PURE apart from reading the package's own files."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from events.codebook import EventType, Modality, Theme

FOLDER = Path(__file__).parent / "patterns"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What announces a type, what must stand beside it, and what undoes it. `also`: beside another type's trigger."""

    type: EventType
    pattern: re.Pattern[str]
    needs: str
    unless: re.Pattern[str] | None
    also: bool


@dataclass(frozen=True, slots=True)
class Cues:
    """All cue patterns, Arabic and English in one."""

    triggers: tuple[Trigger, ...]
    discard: tuple[re.Pattern[str], ...]
    groups: dict[str, re.Pattern[str]]
    modality: dict[Modality, re.Pattern[str]]
    themes: dict[Theme, re.Pattern[str]]
    other: dict[str, re.Pattern[str]]


def both(row: dict[str, str]) -> re.Pattern[str]:
    """Arabic or English."""
    return re.compile(f"(?:{row['ar']})|(?:{row['en']})")


def _yaml(name: str) -> Any:
    with open(FOLDER / name, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


@functools.cache
def cues() -> Cues:
    """Read and compile the pattern files."""
    triggers, data = _yaml("triggers.yaml"), _yaml("cues.yaml")
    sections = ("groups", "modality", "themes")
    return Cues(
        triggers=tuple(
            Trigger(
                EventType(t["type"]),
                both(t),
                t.get("needs", ""),
                re.compile(t["unless"]) if "unless" in t else None,
                bool(t.get("also")),
            )
            for t in triggers["types"]
        ),
        discard=tuple(re.compile(p) for p in triggers["discard"]),
        groups={name: both(row) for name, row in data["groups"].items()},
        modality={Modality(name): both(row) for name, row in data["modality"].items()},
        themes={Theme(name): both(row) for name, row in data["themes"].items()},
        other={name: both(row) for name, row in data.items() if name not in sections},
    )
