"""Which reports may tell of the same happenings as a new one: found by what they have in common, by index alone."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from events.clustering import Told, alike
from events.codebook import EventStatus, Origin, StatusBy
from events.facts import Facts, from_json, to_json
from events.matching import PROPOSE, kind_of
from events.models import Assignment, Event, Report, ReportAnchor, ReportFacts

SLACK = timedelta(days=3)
"""The same haul may be dated three days apart by two capitals."""
MOST = 400
"""Reports of one neighbourhood at most; beyond it nothing more is looked up."""
_LONGEST = timedelta(days=400)
"""How far back a wide window (a month, a year) may begin."""
_NARROW = timedelta(days=11)
_LOCK_SPACE = 0x15C0
_PLACE, _PERSON, _BODY, _GROUP, _NAME, _SIDE = range(6)
_SPAN = 10**10


def anchors(facts: Facts) -> set[int]:
    """Numbers that stand for what a report is found by: its specific places, people, groups, and else its sides."""
    found = {_PLACE * _SPAN + key for key in facts.route}
    found |= {_PERSON * _SPAN + p.key for p in facts.persons}
    found |= {_BODY * _SPAN + key for key in facts.bodies}
    found |= {_GROUP * _SPAN + _crc(code) for code in facts.groups}
    found |= {_NAME * _SPAN + _crc(name) for name in facts.unknown}
    if facts.spot is not None:
        found.add(_PLACE * _SPAN + facts.spot.key)
    if not found or facts.vague:
        found |= {_SIDE * _SPAN + _crc(side) for side in facts.sides}
    return found


def _crc(text: str) -> int:
    return zlib.crc32(text.encode())


def store(facts: Mapping[int, Facts]) -> None:
    """Keep the facts of reports and where they are found; what was kept of them before is replaced."""
    ReportAnchor.objects.filter(report__in=list(facts)).delete()
    ReportFacts.objects.bulk_create(
        [ReportFacts(report_id=pk, facts=to_json(f), digest=f.digest()) for pk, f in facts.items()],
        update_conflicts=True,
        unique_fields=["report"],
        update_fields=["facts", "digest"],
    )
    ReportAnchor.objects.bulk_create(
        ReportAnchor(report_id=pk, kind=kind_of(f.type), anchor=a, wide=f.wide, first=f.first, last=f.last)
        for pk, f in facts.items()
        for a in sorted(anchors(f))
    )


def lock(facts: Iterable[Facts]) -> None:
    """Until the transaction ends nobody else decides about happenings of these kinds; in one order.

    A neighbourhood may reach over any number of weeks, so the lock is on the kind alone: relevant reports are few, and
    what is done under it takes milliseconds.
    """
    with connection.cursor() as cursor:
        for kind in sorted({kind_of(f.type) for f in facts}):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK_SPACE, kind])


@dataclass(slots=True)
class Hood:
    """A connected neighbourhood; `weak`: pairs of one of it and one outside that are alike, but not enough to join."""

    told: dict[int, Told]
    weak: list[tuple[int, Told]] = field(default_factory=list)


def around(fresh: Collection[int], gone: Iterable[Told] = ()) -> Hood:
    """New reports and all that are linked to them, directly or by way of others; `gone`: reports that no longer count,
    whose neighbours may therefore stand otherwise now."""
    hood = Hood(tell(list(fresh)))
    known = dict(hood.told)
    frontier = [*hood.told.values(), *gone]
    first = True
    while frontier and len(hood.told) < MOST:
        known |= tell(sorted(like([t.facts for t in frontier]) - known.keys()))
        linked = {}
        for pk, other in known.items():
            if pk in hood.told:
                continue
            found = [alike(told, other) for told in frontier]
            if any(c.joins for c in found):
                linked[pk] = other
            elif first:
                hood.weak += [
                    (t.report, other) for t, c in zip(frontier, found, strict=True) if not c.veto and c.score >= PROPOSE
                ]
        hood.told |= linked
        frontier, first = list(linked.values()), False
    hood.weak = [(pk, other) for pk, other in hood.weak if pk in hood.told and other.report not in hood.told]
    return hood


def ghosts(reports: Collection[int]) -> list[Told]:
    """Reports that are no longer live, as they were."""
    rows = ReportFacts.objects.filter(report__in=reports).order_by("report")
    return [Told(-r.report_id, None, None, from_json(r.facts), bytes(r.digest)) for r in rows]


def like(facts: Sequence[Facts]) -> set[int]:
    """Reports with something in common with any of these (all of one kind) and days that may be the same: index scans
    alone, the more particular things first."""
    found: set[int] = set()
    for kind in {kind_of(f.type) for f in facts}:
        alike = [f for f in facts if kind_of(f.type) == kind]
        keys = sorted({a for f in alike for a in anchors(f)})
        first, last = min(f.first for f in alike) - SLACK, max(f.last for f in alike) + SLACK
        rows = ReportAnchor.objects.filter(kind=kind, anchor__in=keys)
        narrow = rows.filter(wide=False, first__gte=first - _NARROW, first__lte=last, last__gte=first)
        wide = rows.filter(wide=True, first__gte=first - _LONGEST, first__lte=last, last__gte=first)
        for part in (narrow, wide):
            found |= set(part.values_list("report", flat=True).distinct()[: MOST * 4])
    return found


def tell(reports: Sequence[int]) -> dict[int, Told]:
    """Live reports with facts as the partition sees them."""
    found = {}
    rows = list(_live(reports).select_related("facts", "coding__text__article"))
    off = _taken_off({row.event_now for row in rows})  # type: ignore[attr-defined]
    for row in rows:
        article = row.coding.text.article if row.coding else None
        root = (article.copy_of_id or article.pk) if article else None
        pinned = row.origin != Origin.MACHINE or row.assigned_by is not None  # type: ignore[attr-defined]
        pinned = pinned or row.event_now in off  # type: ignore[attr-defined]
        found[row.pk] = Told(
            report=row.pk,
            article=article.pk if article else None,
            root=root,
            facts=from_json(row.facts.facts),
            digest=bytes(row.facts.digest),
            fixed=row.event_now if pinned else None,  # type: ignore[attr-defined]
        )
    return found


def _taken_off(events: set[int]) -> set[int]:
    """Events that a person rejected: what stands in them stays there."""
    rows = Event.objects.filter(pk__in=events - {None}, status=EventStatus.REJECTED, status_by=StatusBy.PERSON)
    return set(rows.values_list("pk", flat=True))


def _live(reports: Collection[int]) -> QuerySet[Report]:
    last = Assignment.objects.filter(report=OuterRef("pk")).order_by("-id")
    newer = Report.objects.filter(
        dataset=OuterRef("dataset"), dataset_key=OuterRef("dataset_key"), id__gt=OuterRef("id")
    )
    return (
        Report.objects.filter(pk__in=reports, facts__isnull=False)
        .filter(
            Q(origin=Origin.PERSON)
            | (Q(origin=Origin.IMPORT) & ~Exists(newer))
            | Q(origin=Origin.MACHINE, coding__text__article__current_coding=F("coding"))
        )
        .annotate(
            event_now=Subquery(last.values("event_id")[:1]),
            assigned_by=Subquery(last.values("decision__author_id")[:1]),
        )
        .order_by("pk")
    )
