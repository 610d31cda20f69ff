"""Do this report and this event tell of one happening? PURE.

First version: same family and compatible type, days within the report's window, places compatible, somebody shared, and
exactly one best candidate. The caller finds the candidates and writes the outcome.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from events.codebook import DateBasis, DatePrecision, EventType, Modality
from events.tenure import period_end, period_start

SLACK = timedelta(days=1)
"""Two outlets may date one night to either of two days."""

PUBLISHED_SLACK = timedelta(days=3)
"""A report dated by its publication happened on that day or up to three days before."""

_COMPATIBLE = (
    frozenset({EventType.BORDER_OPERATION, EventType.JOINT_OPERATION, EventType.INTELLIGENCE_SHARING}),
    frozenset({EventType.MEETING, EventType.AGREEMENT}),
)
"""Types by which different outlets may call one happening."""

_OPEN = frozenset({Modality.PLANNED, Modality.ONGOING, Modality.DONE})


@dataclass(frozen=True, slots=True)
class Facts:
    """What matching compares. `places` holds the place and all that contain it (crossing ends folded); ids are keys.

    `place` is None when nobody says where. `actors` leaves out the merely mentioned. `cast` is for telling candidates
    apart: persons and groups as they are, bodies as their side, the unknown by name. `ends` are origin and destination.
    `undated`: background without a day, which needs more than people to be told from other happenings of its month.
    """

    type: EventType
    modality: Modality
    first: dt.date
    last: dt.date
    place: int | None
    places: frozenset[int]
    actors: frozenset[int]
    cast: frozenset[str] = frozenset()
    ends: frozenset[int] = frozenset()
    undated: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate that tells of the same happening, how strongly (0–1) and why."""

    event: int
    score: float
    reasons: tuple[str, ...]


def window(
    day: dt.date,
    end: dt.date | None,
    precision: DatePrecision,
    basis: DateBasis,
    published: dt.date | None,
) -> tuple[dt.date, dt.date]:
    """First and last day on which a report's happening may have taken place, before slack.

    A day by publication reaches back three days; an undated background report (month, by publication) reaches from the
    first of that month to the day of publication.
    """
    if basis is DateBasis.PUBLISHED and precision is DatePrecision.DAY:
        return day - PUBLISHED_SLACK, day
    last = max(end or day, period_end(day, precision) - timedelta(days=1))
    if basis is DateBasis.PUBLISHED and published is not None:
        last = min(last, max(published, day))
    return period_start(day, precision), last


def compatible_types(one: EventType, other: EventType) -> bool:
    """Whether two types may name one happening."""
    return one is other or any({one, other} <= group for group in _COMPATIBLE)


def compatible_modalities(one: Modality, other: Modality) -> bool:
    """A plan, its course and its end are one happening; so are a plan and its cancellation; a denial stands alone."""
    if one is other or {one, other} <= _OPEN:
        return True
    return {one, other} == {Modality.PLANNED, Modality.CANCELLED}


def compatible_places(one: Facts, other: Facts) -> bool:
    """Unknown fits all; otherwise one must be, or contain, the other."""
    if one.place is None or other.place is None:
        return True
    return one.place in other.places or other.place in one.places


def same_happening(report: Facts, candidate: Facts) -> tuple[str, ...] | None:
    """The reasons why both may tell of one happening, or None."""
    if report.type.family is not candidate.type.family or not compatible_types(report.type, candidate.type):
        return None
    if not compatible_modalities(report.modality, candidate.modality):
        return None
    if candidate.last < report.first - SLACK or candidate.first > report.last + SLACK:
        return None
    if not compatible_places(report, candidate):
        return None
    shared = report.actors & candidate.actors
    if not shared or (report.undated and not _anchored(report, candidate)):
        return None
    known_place = report.place is not None and candidate.place is not None
    return (
        "type" if report.type is candidate.type else "compatible type",
        "modality" if report.modality is candidate.modality else "compatible modality",
        "days overlap",
        "place" if known_place else "place unsaid",
        f"{len(shared)} shared participants",
    )


def _anchored(report: Facts, candidate: Facts) -> bool:
    """Whether place, origin or destination tie an undated report to the candidate: people alone are not enough."""
    same_place = report.place is not None and report.place == candidate.place
    return same_place or bool(report.ends & candidate.ends)


def best_match(report: Facts, candidates: Iterable[tuple[int, Facts]]) -> Match | None:
    """The one candidate that stands out, or None: two that fit equally well are left to a person."""
    scored = []
    for event, facts in candidates:
        reasons = same_happening(report, facts)
        if reasons is not None:
            scored.append((_closeness(report, facts), event, reasons))
    if not scored:
        return None
    top = max(s for s, _, _ in scored)
    best = [(s, e, r) for s, e, r in scored if s == top]
    if len(best) > 1:
        return None
    closeness, event, reasons = best[0]
    return Match(event=event, score=closeness[-1], reasons=reasons)


def _closeness(report: Facts, candidate: Facts) -> tuple[bool, bool, bool, float]:
    """Order among fitting candidates: the same modality, type and place first, then the share of participants."""
    union = report.cast | candidate.cast
    overlap = len(report.cast & candidate.cast) / len(union) if union else 0.0
    return (
        report.modality is candidate.modality,
        report.type is candidate.type,
        report.place is not None and report.place == candidate.place,
        round(overlap, 6),
    )
