"""At what level two sides talk: from the English title of an office to leader, minister, chief, technical. PURE."""

from __future__ import annotations

import re
from collections.abc import Iterable

from events.codebook import Level

_RULES: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern, re.I))
    for level, pattern in (
        (Level.SERVICE_CHIEF, r"^deputy commander, joint operations"),
        (Level.MINISTER, r"^deputy (?:prime minister|pm)\b"),
        (Level.TECHNICAL, r"\b(?:deputy|assistant|spokes\w+|media|negotiat\w+|co-chair|chargé|ambassador|official)\b"),
        (Level.TECHNICAL, r"\b(?:governor|commissioner of|camps?|division|brigade|provincial|director of relations)\b"),
        (Level.TECHNICAL, r"\bdirector of \w+ affairs|\bcommander for\b"),
        (Level.MINISTER, r"judicial council|^secretary-general of the presidency|department of foreign relations"),
        (Level.MINISTER, r"^(?:security adviser|national security adviser)|^secretary,.*security council"),
        (Level.LEADER, r"^(?:caretaker |acting )?prime minister|^(?:vice-)?president\b|^crown prince|^king\b|^emir\b"),
        (Level.LEADER, r"^supreme leader|\bleader\b|^(?:acting )?speaker|secretary-general|caliph"),
        (Level.LEADER, r"^commander-in-chief of the sdf|^commander of the new administration"),
        (Level.MINISTER, r"\bminister\b|^secretary of|\benvoy\b|high commissioner|\bsrsg\b"),
        (Level.SERVICE_CHIEF, r"\b(?:head|chief|commander|chairman|director|director[- ]general|commander-in-chief)\b"),
    )
)
"""The first rule that a title meets gives its level."""


def level_of(title_en: str) -> Level:
    """The level of an office; one that no rule knows is technical."""
    return next((level for level, pattern in _RULES if pattern.search(title_en)), Level.TECHNICAL)


def highest(levels: Iterable[Level]) -> Level | None:
    """The level of a contact: that of the highest office taking part; None when no office is known."""
    present = set(levels)
    return next((level for level in Level if level in present), None)
