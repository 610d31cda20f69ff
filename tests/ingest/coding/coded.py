"""What the coder tells of made-up news, of 14 October 2025, a Tuesday, or of another day, for the tests beside."""

from __future__ import annotations

import datetime as dt

from events.reports import Report, check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped

DAY = dt.date(2025, 10, 14)


def told(text: str, day: dt.date = DAY) -> tuple[Report, ...]:
    """The reports of a text without a title; an error where a value is not at its span."""
    coded = code_article("", text, day, None, shipped())
    check_reports(coded.reports, "", text)
    return coded.reports


def parts(report: Report) -> dict[str, str]:
    """The part of every participant, by id or else by name."""
    return {p.actor or p.name: p.part.value for p in report.participants}
