"""How sure a coding is: the probability that a careful reader would agree, fitted on the development set. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from events.reports import PlaceMention, Report

if TYPE_CHECKING:
    from ingest.coding.dating import Dating
    from ingest.coding.event_types import Happening


def report_confidence(
    happening: Happening, main: bool, dating: Dating, people: int, places: dict[str, PlaceMention]
) -> float:
    """P(type, date and main participants right)."""
    if dating.background:
        return 0.5
    return 0.8 if main and len(happening.drafts) > 1 else 0.65 if main else 0.55


def article_confidence(reports: Sequence[Report], relevant: bool) -> float:
    """P(relevant)."""
    return max((r.confidence for r in reports if not r.background), default=0.05)
