"""Writes the reports of one new coding, continues those of the last one, and finds each its event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from events.claiming import ClaimBuilder, Registry, anchor, report_digest
from events.codebook import EventType, Origin, SpanIn
from events.facting import corrections_of, facts_of
from events.facts import Facts, from_json
from events.gathering import Gathered, gather
from events.matching import compare
from events.models import Actor, ArticleText, Assignment, Claim, Coding, Place, ReportFacts
from events.models import Report as ReportRow
from events.reports import Report


@dataclass(frozen=True, slots=True)
class _Names:
    """The registry rows that a batch of reports names, by registry id."""

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]

    def keys(self) -> Registry:
        return Registry({c: a.pk for c, a in self.actors.items()}, {c: p.pk for c, p in self.places.items()})


def last_assignments(reports: Iterable[ReportRow]) -> dict[int, Assignment]:
    """The assignment that counts, per report id."""
    ids = [r.pk for r in reports]
    if not ids:
        return {}
    rows = (
        Assignment.objects.filter(report__in=ids)
        .select_related("decision", "event")
        .order_by("report_id", "-id")
        .distinct("report_id")
    )
    return {a.report_id: a for a in rows}


class Recording:
    """Writes the reports of one new coding and finds each its event."""

    def __init__(self, text: ArticleText, coding: Coding, before: list[ReportRow]) -> None:
        self.text, self.coding, self.before = text, coding, before
        self.earlier = last_assignments(before)
        self.types = _types_of(before)
        self.taken: set[int] = set()

    def write(self, reports: Sequence[Report]) -> Gathered:
        """Insert reports and claims and find their events."""
        names = _names(reports)
        unique = {report_digest(r): r for r in reports}
        rows = {digest: self._row(digest, report) for digest, report in unique.items()}
        self._insert_claims([(rows[d], r) for d, r in unique.items()], names.keys())
        facts = facts_of(list(rows.values()))
        for row in rows.values():
            event = self._continue(row, facts.get(row.pk))
            if event is not None:
                facts |= facts_of([row], corrections_of(event))
        return gather(list(rows.values()), facts, gone=[r.pk for r in self.before])

    def _same_told(self, facts: Facts | None) -> Assignment | None:
        """The assignment of a report of the last coding that tells of the same happening."""
        if facts is None or not self.before:
            return None
        for old in ReportFacts.objects.filter(report__in=[r.pk for r in self.before]).order_by("report"):
            if old.report_id not in self.taken and compare(facts, from_json(old.facts)).joins:
                return self.earlier.get(old.report_id)
        return None

    def _row(self, digest: bytes, report: Report) -> ReportRow:
        start, end, where = anchor(report, self.text)
        return ReportRow.objects.create(
            origin=Origin.MACHINE,
            coding=self.coding,
            digest=digest,
            continues=self._continued(report.type, start, end, where),
            anchor_start=start,
            anchor_end=end,
            anchor_in=where,
            background=report.background,
            flags=[f.value for f in report.flags],
            confidence=report.confidence,
        )

    def _continued(self, kind: EventType, start: int, end: int, where: SpanIn) -> ReportRow | None:
        """The report of the article's last coding of the same family whose anchor sentence this one overlaps."""
        for row in self.before:
            if self.types.get(row.pk) is None or self.types[row.pk].family is not kind.family:
                continue
            if self._same_sentence(row, start, end, where):
                return row
        return None

    def _same_sentence(self, row: ReportRow, start: int, end: int, where: SpanIn) -> bool:
        if row.anchor_in != where or row.anchor_start is None or row.anchor_end is None:
            return False
        if row.coding.text_id == self.text.pk:
            return row.anchor_start < end and start < row.anchor_end
        old, new = row.coding.text, self.text
        was = (old.title if where is SpanIn.TITLE else old.body)[row.anchor_start : row.anchor_end]
        now = (new.title if where is SpanIn.TITLE else new.body)[start:end]
        return was.strip() == now.strip()

    def _insert_claims(self, pairs: list[tuple[ReportRow, Report]], registry: Registry) -> None:
        claims = [c for row, report in pairs for c in ClaimBuilder(row, report, self.text, registry).build()]
        insert_claims(claims)

    def _continue(self, row: ReportRow, facts: Facts | None) -> int | None:
        """A report that continues one of the article's last coding starts in that one's event; where a person put it
        there, it stays (that event is returned). One whose sentence changed continues the report that tells the
        same."""
        kept = self.earlier.get(row.continues_id) if row.continues_id else self._same_told(facts)
        if kept is None or kept.report_id in self.taken:
            return None
        self.taken.add(kept.report_id)
        by_person = kept.decision is not None and kept.decision.author_id is not None
        Assignment.objects.create(
            report=row,
            event=kept.event,
            decision=kept.decision if by_person else None,
            score=kept.score,
            reasons={"continues": kept.report_id},
        )
        return kept.event_id if by_person else None


def _types_of(reports: Sequence[ReportRow]) -> dict[int, EventType]:
    if not reports:
        return {}
    claims = Claim.objects.filter(report__in=[r.pk for r in reports], field="type")
    return {c.report_id: EventType(c.v_choice) for c in claims}


def _names(reports: Sequence[Report]) -> _Names:
    actors = {p.actor for r in reports for p in r.participants if p.actor}
    actors |= {r.claimant.actor for r in reports if r.claimant and r.claimant.actor}
    actors |= {c.claimant for r in reports for c in r.counts if c.claimant}
    places = {p.id for r in reports for p in (r.place, r.origin, r.destination) if p}
    found = Actor.objects.filter(code__in=actors).prefetch_related("roles__office")
    return _Names({a.code: a for a in found}, {p.code: p for p in Place.objects.filter(code__in=places)})


def insert_claims(claims: Sequence[Claim]) -> None:
    """Insert claims of new reports, totals before the parts that point at them; equal ones of a report once."""
    seen: set[tuple[int, bytes]] = set()
    unique = []
    for claim in claims:
        key = (claim.report_id, bytes(claim.digest))
        if key not in seen:
            seen.add(key)
            unique.append(claim)
    Claim.objects.bulk_create(c for c in unique if c.v_of is None)
    parts = [c for c in unique if c.v_of is not None]
    for part in parts:
        part.v_of = part.v_of  # the total has its id now; Django copies it to v_of_id on assignment
    Claim.objects.bulk_create(p for p in parts if p.v_of_id is not None)
