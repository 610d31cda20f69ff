"""How well an event is backed: independent families, reliability × credibility, and a confidence that uses them. PURE.

Ten outlets that run one agency's text, or rewrite one communiqué, are one family. A state agency is its government's
voice: it makes a claim of that side, and never corroborates it. Letters and digits are those of the Admiralty scale.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from events.codebook import Side

RELIABILITY = "ABCDEF"
"""A completely reliable … E unreliable, F cannot be judged."""

_CORROBORATED = 0.6
_CONFLICT = 0.9
_WEAK_SOURCE = 0.4
_LEAST, _MOST = 0.02, 0.98
_UNRELIABLE = frozenset("DE")


@dataclass(frozen=True, slots=True)
class Voice:
    """One first-hand report's outlet: its publisher family (of the original where it is a reprint), side, and grade."""

    family: str
    side: Side
    state: bool
    reliability: str = "F"


def independent(voices: Iterable[Voice]) -> set[str]:
    """Families that corroborate: state agencies are claimants, not corroborators of themselves."""
    return {v.family for v in voices if v.family and not v.state}


def sides_heard(voices: Iterable[Voice]) -> set[Side]:
    """Sides of which an independent family or a state agency tells it; the KRG is Iraq's, the SDF Syria's."""
    return {_HOME[v.side] for v in voices if v.family and v.side in _HOME}


_HOME = {Side.IQ: Side.IQ, Side.KRG: Side.IQ, Side.SY: Side.SY, Side.SY_FORMER: Side.SY, Side.SDF: Side.SY}


def best_reliability(voices: Iterable[Voice]) -> str:
    """The best grade among the outlets; F where none is graded."""
    return min((v.reliability for v in voices if v.reliability), default="F")


def credibility(families: int, *, conflict: bool, settled: bool) -> int:
    """1 confirmed, 2 probably true, 3 possibly true, 4 doubtful; 6 cannot be judged."""
    if settled:
        return 1
    if conflict:
        return 4 if families < 2 else 3
    if families >= 3:
        return 1
    return {0: 6, 1: 3, 2: 2}[families]


def event_confidence(
    base: float | None, families: int, *, reliability: str = "F", conflict: bool = False, settled: bool = False
) -> float | None:
    """The surest report's probability, raised by every further independent family (less and less), lowered by conflict
    and by outlets of no repute. A reviewer settles it."""
    if settled:
        return 1.0
    if base is None:
        return None
    p = min(max(base, _LEAST), _MOST)
    score = math.log(p / (1 - p)) + _CORROBORATED * math.log2(max(families, 1))
    score -= _CONFLICT * conflict + _WEAK_SOURCE * (reliability in _UNRELIABLE)
    return min(max(1 / (1 + math.exp(-score)), _LEAST), _MOST)
