"""Where a clause stands to a happening: a feature of the fitted models. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.coding.event_types import Happening
from ingest.coding.reading import Clause


def standing(happening: Happening, follow: Sequence[Clause], clause: Clause) -> str:
    """Where a clause stands to a happening."""
    if clause.titular:
        return "title"
    if any(d.clause is clause for d in happening.drafts):
        return "draft"
    return "follow" if any(c is clause for c in follow) else "lead" if clause.lead else "else"
