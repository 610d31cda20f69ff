"""An event that the shipped chronology has on a day. PURE."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from events.codebook import EventType, Part


@dataclass(frozen=True, slots=True)
class Known:
    """Its type, the places, actors and numbers by which it is told, who took what part, and where it was."""

    type: EventType
    marks: frozenset[str]
    numbers: frozenset[float]
    parts: Mapping[str, Part]
    place: str | None
