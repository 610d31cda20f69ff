"""What is no news: long texts in which nobody is quoted and nothing has a day, and what a writer tells of himself. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from events.reports import Report
from ingest.coding.claimants import Speech, find_saying
from ingest.coding.event_types import Happening
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.rules import MOVEMENTS

_NEWS_FLASH = 500
"""Characters up to which a text may do without a day and a speaker."""
_I = regex(
    r"\bi (?:(?:first|once|recently|still|also|have|had|was|am) )*(?:crossed|met|saw|asked|put|visited|remember|spent|drove|grew|wrote|write|argued|believe|think|told|went|walked|reported|stood|arrived|learned|learnt|had|was|am)\b"
    r"|\bin my (?:view|opinion|years|time)\b|(?<!\w)(?:في رايي|برايي|كتبت قبل|اذكر انني|زرت قبل|التقيت قبل)(?!\w)"
)
"""«When I first crossed from Syria into Iraq …»: a writer of himself."""
_OPENING = 2
"""Sentences in which a writer brings himself in."""


def is_essay(
    clauses: Sequence[Clause], happenings: Sequence[Happening], reports: Sequence[Report], speech: Speech
) -> bool:
    """A long text without any day and without anyone quoted, or one that opens with its writer's own doings."""
    length = sum(c.end - c.start for c in clauses)
    if length <= _NEWS_FLASH:
        return False
    opening = [c for c in clauses if not c.titular and c.order < _OPENING]
    if any(_I.search(c.plain) for c in opening) and not any(c.has("say") for c in opening):
        return True
    said = any(r.claimant for r in reports) or find_saying(clauses, speech) is not None
    headed = any(h.lead and h.type in MOVEMENTS and len(h.body) < len(h.drafts) for h in happenings)
    return not said and not headed and not any(c.days for c in clauses)
