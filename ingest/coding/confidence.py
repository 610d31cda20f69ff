"""How sure a coding is: the probability that a careful reader would agree, fitted on the development set. PURE.

A logistic model over a few facts of the reading; `make calibrate` fits its weights anew and writes patterns/weights.json.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from events.codebook import DateBasis, DatePrecision, EventType, Family, Modality, Part
from events.reports import Report
from ingest.coding.words import FOLDER

if TYPE_CHECKING:
    from ingest.coding.event_types import Happening

NOT_RELEVANT = 0.03
"""P(relevant) of an article in which nothing was found."""


def report_features(report: Report, happening: Happening, main: bool) -> dict[str, float]:
    """What speaks for and against a report, each 0 or 1."""
    acting = [p for p in report.participants if p.part not in (Part.MENTIONED, Part.TARGET)]
    sides = {p.side for p in acting}
    return {
        "always": 1.0,
        "main": float(main),
        "headline": float(any(d.clause.titular for d in happening.drafts)),
        "first_sentence": float(any(d.clause.order == 0 and not d.clause.titular for d in happening.drafts)),
        "told_twice": float(len(happening.drafts) > 1),
        "dated": float(report.date_basis is DateBasis.TEXT and report.date_precision is DatePrecision.DAY),
        "undated_aside": float(report.background and report.date_basis is DateBasis.PUBLISHED),
        "placed": float(report.place is not None),
        "two_sides": float(len(sides) > 1),
        "nobody": float(not acting),
        "unknown_person": float(any(p.actor is None for p in report.participants)),
        "said": float(report.claimant is not None),
        "counted": float(bool(report.counts)),
        "talks": float(report.type.family is Family.TALKS),
        "movement": float(report.type.family is Family.MOVEMENT),
        "statement": float(report.type is EventType.STATEMENT),
        "incident": float(report.type is EventType.INCIDENT),
        "not_done": float(report.modality is not Modality.DONE),
        "background": float(report.background),
        "latin": float(happening.first.text.plain[happening.first.start] < "\u0600"),
    }


@functools.cache
def weights() -> Mapping[str, float]:
    """The fitted weights by feature."""
    fitted: dict[str, float] = json.loads((FOLDER / "weights.json").read_text(encoding="utf-8"))
    return fitted


def probability(features: Mapping[str, float], fitted: Mapping[str, float]) -> float:
    """P(right) by the logistic model, never quite 0 or 1."""
    score = sum(value * fitted.get(name, 0.0) for name, value in features.items())
    return min(max(1 / (1 + math.exp(-score)), 0.02), 0.98)


def report_confidence(report: Report, happening: Happening, main: bool) -> float:
    """P(type, date and main participants right)."""
    return probability(report_features(report, happening, main), weights())


def article_confidence(reports: Sequence[Report], relevant: bool) -> float:
    """P(relevant): one report that is right is enough."""
    if not relevant:
        return NOT_RELEVANT
    wrong = math.prod(1 - r.confidence for r in reports if not r.background)
    return min(0.99, 0.6 + 0.4 * (1 - wrong))
