"""From reports to events: the only writers, with derivation, of what happened.

Each function is one transaction. Reports, claims, assignments and decisions are only ever added; what an event shows is
derived from them. A machine's assignment never follows a person's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from events.claiming import ClaimBuilder, Registry, anchor, claim_digest, report_digest
from events.codebook import Basis, DecisionKind, EventStatus, EventType, Origin, SpanIn, StatusBy
from events.derivation import derive_events
from events.facting import facts_of
from events.facts import Facts, from_json
from events.gathering import Gathered, gather, new_event
from events.matching import compare
from events.models import (
    Actor,
    Article,
    ArticleText,
    Assignment,
    Citation,
    Claim,
    Coding,
    Decision,
    Event,
    Place,
    ReportFacts,
    Series,
)
from events.models import Report as ReportRow
from events.publishing import publish_ready
from events.reports import Report, check_reports


class DecisionRefused(Exception):
    """A decision that cannot be carried out, with the reason for the person who asked."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of one coding: the events its reports belong to, and which of them are new."""

    coding: int
    events: tuple[int, ...]
    created: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """The registry rows that a batch of reports names, by registry id."""

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]

    def keys(self) -> Registry:
        return Registry({c: a.pk for c, a in self.actors.items()}, {c: p.pk for c, p in self.places.items()})


def record(
    text: ArticleText, reports: Sequence[Report], *, coder: str, lexicon: str, relevant: bool, confidence: float
) -> Recorded:
    """Make the database agree with what one coder reads in one text version; run twice, it changes nothing.

    Raises InvalidReport, and writes nothing, when a value has no span or a span does not quote its text.
    """
    check_reports(reports, text.title, text.body)
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=text.article_id)
        coding, new = Coding.objects.get_or_create(
            text=text, coder=coder, lexicon=lexicon, defaults={"relevant": relevant, "confidence": confidence}
        )
        if not new and article.current_coding_id == coding.pk:
            return Recorded(coding.pk, _events_of(coding.reports.all()), ())
        before = _live_reports_of(article)
        article.current_coding = coding
        article.save(update_fields=["current_coding"])
        done = _Recording(text, coding, before).write(reports) if new else Gathered()
        after = _events_of(coding.reports.all())
        derive_events({*_events_of(before), *after, *done.touched})
        publish_ready({*after, *done.touched})
        return Recorded(coding.pk, after, tuple(done.created))


def _live_reports_of(article: Article) -> list[ReportRow]:
    if article.current_coding_id is None:
        return []
    return list(ReportRow.objects.filter(coding=article.current_coding_id).order_by("id"))


def _last_assignments(reports: Iterable[ReportRow]) -> dict[int, Assignment]:
    """The assignment that counts, per report id."""
    rows = (
        Assignment.objects.filter(report__in=[r.pk for r in reports])
        .select_related("decision", "event")
        .order_by("report_id", "-id")
        .distinct("report_id")
    )
    return {a.report_id: a for a in rows}


def _events_of(reports: Iterable[ReportRow]) -> tuple[int, ...]:
    """The events of these reports, in order of report, each once."""
    rows = list(reports)
    last = _last_assignments(rows)
    return tuple(dict.fromkeys(last[r.pk].event_id for r in rows if r.pk in last))


class _Recording:
    """Writes the reports of one new coding and finds each its event."""

    def __init__(self, text: ArticleText, coding: Coding, before: list[ReportRow]) -> None:
        self.text, self.coding, self.before = text, coding, before
        self.earlier = _last_assignments(before)
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
            self._continue(row, facts.get(row.pk))
        return gather(list(rows.values()), facts)

    def _same_told(self, facts: Facts | None) -> Assignment | None:
        """The assignment of a report of the last coding that tells of the same happening."""
        if facts is None:
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

    def _continue(self, row: ReportRow, facts: Facts | None) -> None:
        """A report that continues one of the article's last coding starts in that one's event; where a person put it
        there, it stays. One whose sentence changed continues the report that tells the same."""
        kept = self.earlier.get(row.continues_id) if row.continues_id else self._same_told(facts)
        if kept is None or kept.report_id in self.taken:
            return
        self.taken.add(kept.report_id)
        by_person = kept.decision is not None and kept.decision.author_id is not None
        Assignment.objects.create(
            report=row,
            event=kept.event,
            decision=kept.decision if by_person else None,
            score=kept.score,
            reasons={"continues": kept.report_id},
        )


def _types_of(reports: Sequence[ReportRow]) -> dict[int, EventType]:
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


@dataclass(slots=True)
class ImportDraft:
    """One entry of a data set: unsaved citations and claims (basis citation; `claim.citation` one of `citations`)."""

    key: str
    digest: bytes
    confidence: float
    claims: list[Claim]
    citations: list[Citation] = field(default_factory=list)
    series: Series | None = None
    ordinal: int | None = None


def import_reports(dataset: str, drafts: Sequence[ImportDraft]) -> list[int]:
    """Store new or changed entries of a data set, each as published event; returns the ids of events touched.

    An entry whose newest report has the same digest is left alone. A changed one stays with its event; what a person
    said of it stands.
    """
    with transaction.atomic():
        newest = _newest_of(dataset)
        todo = [d for d in drafts if d.key not in newest or bytes(newest[d.key].digest) != d.digest]
        last = _last_assignments([newest[d.key] for d in todo if d.key in newest])
        touched: list[int] = []
        created: list[int] = []
        rows: list[ReportRow] = []
        for draft in todo:
            old = newest.get(draft.key)
            row = _import_row(dataset, draft, old)
            kept = last.get(old.pk) if old else None
            event = kept.event if kept else new_event(StatusBy.IMPORT, EventStatus.PUBLISHED)
            if kept is None:
                created.append(event.pk)
                _join_series(event, draft)
            decision = kept.decision if kept else None
            Assignment.objects.create(
                report=row, event=event, decision=decision, score=1.0, reasons={"import": dataset}
            )
            touched.append(event.pk)
            rows.append(row)
        done = gather(rows, facts_of(rows))
        if created:
            Decision.objects.create(kind=DecisionKind.PUBLISH, events=created, reason=f"imported: {dataset}")
        derive_events({*touched, *done.touched})
        return touched


def _newest_of(dataset: str) -> dict[str, ReportRow]:
    rows = ReportRow.objects.filter(dataset=dataset).order_by("dataset_key", "-id").distinct("dataset_key")
    return {r.dataset_key: r for r in rows if r.dataset_key}


def _import_row(dataset: str, draft: ImportDraft, old: ReportRow | None) -> ReportRow:
    row = ReportRow.objects.create(
        origin=Origin.IMPORT,
        dataset=dataset,
        dataset_key=draft.key,
        digest=draft.digest,
        continues=old,
        confidence=draft.confidence,
    )
    for citation in draft.citations:
        citation.report = row
    Citation.objects.bulk_create(draft.citations)
    for claim in draft.claims:
        claim.report, claim.origin, claim.basis = row, Origin.IMPORT, Basis.CITATION
        claim.citation = claim.citation  # its id is known only now
        claim.digest = claim_digest(claim)
    insert_claims(draft.claims)
    return row


def _join_series(event: Event, draft: ImportDraft) -> None:
    if draft.series is not None:
        event.series, event.ordinal = draft.series, draft.ordinal
        event.save(update_fields=["series", "ordinal"])


def correct(event: Event, claims: Sequence[Claim], author: AbstractBaseUser, reason: str) -> ReportRow:
    """Append a person's report with their claims (basis `person` unless a span is given) and show the result.

    `claims` are unsaved; `asserts=False` denies the value of a slot.
    """
    if not claims:
        raise DecisionRefused("nothing was changed")
    with transaction.atomic():
        digest = b"".join(claim_digest(c) for c in claims)
        row = ReportRow.objects.create(origin=Origin.PERSON, author=author, digest=digest[:32], confidence=1.0)
        for claim in claims:
            claim.report, claim.origin, claim.confidence = row, Origin.PERSON, 1.0
            claim.basis = claim.basis or Basis.PERSON
            claim.digest = claim_digest(claim)
        insert_claims(claims)
        _decide(DecisionKind.CORRECT, [event], author, reason, report=row)
        derive_events([event.pk])
        return row


def withdraw(claim: Claim, author: AbstractBaseUser, reason: str) -> None:
    """Take back a person's claim: what it stood over stands again."""
    if claim.origin != Origin.PERSON:
        raise DecisionRefused("only a person's claim can be withdrawn; correct the value instead")
    with transaction.atomic():
        last = _last_assignments([claim.report])
        event = last[claim.report_id].event
        row = ReportRow.objects.create(origin=Origin.PERSON, author=author, digest=bytes(claim.digest), confidence=1.0)
        taken = Claim(
            report=row,
            origin=Origin.PERSON,
            field=claim.field,
            slot=claim.slot,
            withdraws=claim,
            basis=Basis.PERSON,
            confidence=1.0,
        )
        taken.digest = claim_digest(taken)
        taken.save()
        _decide(DecisionKind.WITHDRAW, [event], author, reason, report=row)
        derive_events([event.pk])


def publish(events: Sequence[Event], author: AbstractBaseUser | None, reason: str = "") -> None:
    """Make candidates published."""
    _set_status(events, EventStatus.PUBLISHED, DecisionKind.PUBLISH, author, reason)


def reject(events: Sequence[Event], author: AbstractBaseUser, reason: str) -> None:
    """Take events off the timeline; they keep their page, their claims and the reason."""
    _set_status(events, EventStatus.REJECTED, DecisionKind.REJECT, author, reason)


def _set_status(
    events: Sequence[Event],
    status: EventStatus,
    kind: DecisionKind,
    author: AbstractBaseUser | None,
    reason: str,
) -> None:
    with transaction.atomic():
        rows = list(Event.objects.select_for_update().filter(pk__in=[e.pk for e in events]).order_by("pk"))
        merged = [e.public_id for e in rows if e.status == EventStatus.MERGED]
        if merged:
            raise DecisionRefused(f"merged into another event: {', '.join(merged)}")
        for event in rows:
            event.status = status
            event.status_by = StatusBy.PERSON if author else StatusBy.MACHINE
            event.save(update_fields=["status", "status_by"])
        _decide(kind, rows, author, reason)
        derive_events([e.pk for e in rows])


def _decide(
    kind: DecisionKind,
    events: Sequence[Event],
    author: AbstractBaseUser | None,
    reason: str,
    report: ReportRow | None = None,
) -> Decision:
    decision = Decision.objects.create(kind=kind, events=[e.pk for e in events], author=author, reason=reason)
    if report is not None:
        for event in events:
            Assignment.objects.create(report=report, event=event, decision=decision, score=1.0, reasons={})
    return decision
