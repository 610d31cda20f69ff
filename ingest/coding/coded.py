"""What the coder makes of one text. PURE."""

from __future__ import annotations

from dataclasses import dataclass

from events.reports import Report
from ingest.coding.roles import Proposal


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """The reports found in one text. `relevant`: at least one is no background; `confidence` of that. `proposals`:
    persons in office whom the registry does not know."""

    relevant: bool
    confidence: float
    reports: tuple[Report, ...]
    proposals: tuple[Proposal, ...] = ()


NOTHING = CodedArticle(False, 0.01, ())
