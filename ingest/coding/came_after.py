"""What a meeting, visit or convoy is said to have come after: the act told is the earlier one. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

if TYPE_CHECKING:
    from ingest.coding.event_types import Draft

_HINGE = regex(
    r"\W*(?:the|this|that|his|her|their|its|\w+day's) (?!(?:convoy|batch|group|flight|men)\b)(?:[\w'-]+ ){1,7}?(?:came|comes|followed|follows|took place|takes place|is coming)"
    r" (?:(?:just|only|barely|less than|more than|about|some|nearly|almost|a few|several|an?|the|one|two|three|four|five|six|\d+)"
    r" )*(?:(?:hours?|days?|weeks?|months?|day) )?(?:after|since) (?!(?:a|an|the|his|her|its|their|that|this) )"
    r"|\W*(?:the|this|that|his|her|their|its|\w+day's) (?:[\w'-]+ ){1,4}?(?:follows|followed|comes after|came after|comes on the heels of) "
    r"[^,;]{3,90}, (?:where|when|in which|during which) "
)
""" "The call came four days after Baghdad's envoy met …", "The airlift follows a change of guard at the prison, where …":
whole clauses, no noun of an act."""


def hinged(clause: Clause) -> bool:
    """Whether a clause tells, after so many days, of what something came after."""
    return _HINGE.match(clause.plain) is not None


def told_earlier(clause: Clause, drafts: Sequence[Draft]) -> list[Draft]:
    """The acts of a clause without those before such a hinge; what stands behind it is told in its own right."""
    hinge = _HINGE.match(clause.plain)
    at = clause.start + hinge.end() if hinge is not None else clause.start
    behind = [d for d in drafts if d.start >= at]
    if hinge is None or not behind:
        return list(drafts)
    return [replace(d, subordinate=False) for d in behind]
