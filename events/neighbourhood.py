"""Which reports may tell of the same happenings as a new one: found by what they have in common, by index alone."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import connection

from events.clustering import Told, alike
from events.codebook import Family
from events.facts import Facts, from_json, to_json
from events.matching import JOIN, PROPOSE, WEIGHTS, compare, kind_of
from events.models import ReportAnchor, ReportFacts
from events.numbers import SMALL

SLACK = timedelta(days=3)
"""The same haul may be dated three days apart by two capitals."""
SHORT_SLACK = timedelta(days=1)
"""Two outlets may date one night to either of two days."""
MOST = 150
"""Reports of one neighbourhood from which on nothing more is looked up: so many are not one happening, and comparing
each with each would hold up everybody else."""
_LONGEST = timedelta(days=400)
"""How far back a wide window (a month, a year) may begin."""
_NARROW = timedelta(days=11)
_LOCK_SPACE = 0x15C0
_PLACE, _PERSON, _BODY, _GROUP, _NAME, _SIDE, _INSIDE, _UNDER, _NUMBER, _BARE = range(10)
_SPAN = 10**10


def anchors(facts: Facts) -> set[int]:
    """Numbers that stand for what a report is found by: its places and what contains them, people, bodies and those
    above them, groups, amounts, sides."""
    places, around_ = _places(facts)
    found = _common(facts) | _many(_PLACE, places) | _many(_INSIDE, around_ - places)
    found |= _many(_BODY, facts.bodies) | _many(_UNDER, facts.over)
    sides = {_crc(side) for side in facts.sides}
    found |= _many(_SIDE, sides)
    return found | (_many(_BARE, sides) if facts.bare else set())


def sought(facts: Facts) -> set[int]:
    """The anchors by which reports are found that may stand in one event with this one: whoever names the same, what
    contains it or what it contains; who says only which sides took part is looked for among all of these. Whoever finds
    is found, and `compare` joins nobody whom this does not find: the order of arrival changes nothing."""
    places, around_ = _places(facts)
    found = _common(facts) | _many(_PLACE, around_) | _many(_INSIDE, places)
    found |= _many(_BODY, facts.bodies | facts.over) | _many(_UNDER, facts.bodies)
    return found | _many(_SIDE if facts.bare else _BARE, {_crc(side) for side in facts.sides})


def _common(facts: Facts) -> set[int]:
    found = _many(_PERSON, {p.key for p in facts.persons}) | _many(_GROUP, {_crc(code) for code in facts.groups})
    found |= _many(_NAME, {_crc(name) for name in facts.unknown})
    return found | _many(_NUMBER, {_crc(f"{n.unit} {n.low:g}") for n in facts.numbers if n.low >= SMALL})


def _places(facts: Facts) -> tuple[set[int], set[int]]:
    """The places named, and those with all that contain them."""
    spots = [
        s for s in (facts.spot, facts.origin, facts.destination) if s is not None and (s.specific or s is facts.spot)
    ]
    return {s.key for s in spots}, {s.key for s in spots}.union(*(s.within for s in spots))


def _many(kind: int, keys: Collection[int]) -> set[int]:
    return {kind * _SPAN + key for key in keys}


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
    hood = Hood(tell(fresh))
    found: dict[int, Facts] = {}
    known = dict(hood.told)
    frontier = [*hood.told.values(), *gone]
    first = True
    while frontier and len(hood.told) < MOST:
        found |= like([t.facts for t in frontier], [*found, *known])
        promising = [pk for pk, facts in found.items() if any(_promises(t.facts, facts) for t in frontier)]
        known |= tell(promising)
        for pk in promising:
            del found[pk]
        near = _linked(frontier, [other for pk, other in known.items() if pk not in hood.told], hood, first)
        hood.told |= near
        frontier, first = list(near.values()), False
    hood.weak = [(pk, other) for pk, other in hood.weak if pk in hood.told and other.report not in hood.told]
    return hood


def _promises(one: Facts, other: Facts) -> bool:
    """Whether a pair might join, were one a copy of the other: only then is more read of it."""
    found = compare(one, other)
    return not found.veto and found.score >= JOIN - WEIGHTS["copy of one text"]


def _linked(frontier: Sequence[Told], others: Sequence[Told], hood: Hood, first: bool) -> dict[int, Told]:
    """Which of the others are linked to the frontier; in the first round those that are merely alike are kept too."""
    near = {}
    for other in others:
        found = [(t, alike(t, other)) for t in frontier]
        if any(c.joins or t.digest == other.digest for t, c in found):
            near[other.report] = other
        elif first:
            hood.weak += [(t.report, other) for t, c in found if not c.veto and c.score >= PROPOSE]
    return near


def ghosts(reports: Collection[int]) -> list[Told]:
    """Reports that are no longer live, as they were."""
    rows = ReportFacts.objects.filter(report__in=reports).order_by("report")
    return [Told(-r.report_id, None, None, from_json(r.facts), bytes(r.digest)) for r in rows]


_TOLD = """
SELECT f.report_id, x.id, coalesce(x.copy_of_id, x.id), f.facts, f.digest, s.event_id,
       r.origin <> 'machine' OR d.author_id IS NOT NULL OR (e.status = 'rejected' AND e.status_by = 'person')
FROM unnest(%(ids)s::bigint[]) AS near(id)
JOIN events_reportfacts f ON f.report_id = near.id
JOIN events_report r ON r.id = near.id
LEFT JOIN events_coding c ON c.id = r.coding_id
LEFT JOIN events_articletext t ON t.id = c.text_id
LEFT JOIN events_article x ON x.id = t.article_id
LEFT JOIN LATERAL (
    SELECT a.event_id, a.decision_id FROM events_assignment a WHERE a.report_id = near.id ORDER BY a.id DESC LIMIT 1
) s ON true
LEFT JOIN events_decision d ON d.id = s.decision_id
LEFT JOIN events_event e ON e.id = s.event_id
WHERE CASE r.origin WHEN 'person' THEN true WHEN 'machine' THEN x.current_coding_id = r.coding_id
    ELSE NOT EXISTS (SELECT FROM events_report n WHERE (n.dataset, n.dataset_key) = (r.dataset, r.dataset_key)
                     AND n.id > r.id) END
ORDER BY 1
"""
"""Live reports: facts, article, the event in which they stand, and whether a person or an import put them there."""

_NEAR = """
SELECT f.report_id, f.facts FROM (
    SELECT report_id FROM events_reportanchor
    WHERE kind = %(kind)s AND anchor = ANY(%(keys)s) AND NOT wide AND first BETWEEN %(narrow)s AND %(last)s
        AND last >= %(first)s
    UNION
    SELECT report_id FROM events_reportanchor
    WHERE kind = %(kind)s AND anchor = ANY(%(keys)s) AND wide AND first BETWEEN %(wide)s AND %(last)s
        AND last >= %(first)s
    EXCEPT SELECT unnest(%(known)s::bigint[])
    LIMIT %(most)s
) near JOIN events_reportfacts f USING (report_id)
"""


def like(facts: Sequence[Facts], known: Collection[int] = ()) -> dict[int, Facts]:
    """Reports, live or not and not of `known`, with something in common with any of these and days that may be the
    same: index scans alone."""
    found: dict[int, Facts] = {}
    for kind in sorted({kind_of(f.type) for f in facts}):
        alike = [f for f in facts if kind_of(f.type) == kind]
        slack = SLACK if alike[0].type.family is Family.OPERATIONS else SHORT_SLACK
        first, last = min(f.first for f in alike) - slack, max(f.last for f in alike) + slack
        values = {
            "kind": kind,
            "keys": sorted({a for f in alike for a in sought(f)}),
            "first": first,
            "last": last,
            "narrow": first - _NARROW,
            "wide": first - _LONGEST,
            "known": list(known),
            "most": MOST * 4,
        }
        with connection.cursor() as cursor:
            cursor.execute(_NEAR, values)
            found |= {report: from_json(_parsed(kept)) for report, kept in cursor.fetchall()}
    return found


def tell(reports: Collection[int]) -> dict[int, Told]:
    """Those of these reports that are live and have facts, as the partition sees them."""
    if not reports:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_TOLD, {"ids": list(reports)})
        rows = cursor.fetchall()
    return {
        report: Told(report, article, root, from_json(_parsed(facts)), bytes(digest), event if fixed else None)
        for report, article, root, facts, digest, event, fixed in rows
    }


def _parsed(facts: Any) -> dict[str, Any]:
    """Django hands JSON to a bare cursor as text."""
    return json.loads(facts) if isinstance(facts, str) else facts
