"""Which reports may tell of the same happenings as a new one: found by what they have in common, by index alone."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from events.clustering import Told, strongly_linked
from events.codebook import EventStatus, Origin, StatusBy
from events.facts import Facts, from_json, to_json
from events.matching import kind_of
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
    """Keep the facts of new reports and where they are found."""
    ReportFacts.objects.bulk_create(
        [ReportFacts(report_id=pk, facts=to_json(f), digest=f.digest()) for pk, f in facts.items()]
    )
    ReportAnchor.objects.bulk_create(
        ReportAnchor(report_id=pk, kind=kind_of(f.type), anchor=a, wide=f.wide, first=f.first, last=f.last)
        for pk, f in facts.items()
        for a in sorted(anchors(f))
    )


def lock(facts: Iterable[Facts]) -> None:
    """Until the transaction ends nobody else decides about happenings of these kinds and weeks; in one order."""
    keys = set()
    for f in facts:
        first, last = (f.first - SLACK).toordinal() // 7, (f.last + SLACK).toordinal() // 7
        keys |= {(_LOCK_SPACE + kind_of(f.type), week) for week in range(first, last + 1)}
    with connection.cursor() as cursor:
        for space, week in sorted(keys):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [space, week])


def around(fresh: Mapping[int, Facts]) -> dict[int, Told]:
    """The new reports and all that are linked to them, directly or by way of others."""
    found = tell(list(fresh))
    todo = list(found.values())
    seen = set(found)
    while todo and len(found) < MOST:
        told = todo.pop()
        near = tell(sorted(like(told.facts, MOST) - seen))
        seen |= set(near)
        linked = {pk: t for pk, t in near.items() if strongly_linked(told, t)}
        found |= linked
        todo += linked.values()
        seen -= near.keys() - linked.keys()
    return found


def like(facts: Facts, limit: int = MOST) -> set[int]:
    """Reports with something in common and days that may be the same, the nearest days first: one index scan each."""
    kind, keys = kind_of(facts.type), sorted(anchors(facts))
    first, last = facts.first - SLACK, facts.last + SLACK
    rows = ReportAnchor.objects.filter(kind=kind, anchor__in=keys)
    narrow = rows.filter(wide=False, first__gte=first - _NARROW, first__lte=last, last__gte=first)
    wide = rows.filter(wide=True, first__gte=first - _LONGEST, first__lte=last, last__gte=first)
    return {pk for part in (narrow, wide) for pk in part.values_list("report", flat=True)[: limit * 4]}


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
