"""From reports to events: the only writers, with derivation, of what happened.

Each function is one transaction. Reports, claims, assignments and decisions are only ever added; what an event shows is
derived from them. A machine's assignment never follows a person's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, transaction

from events.assigning import lock_events, pin
from events.claiming import claim_digest
from events.codebook import Basis, DecisionKind, EventStatus, Origin, StatusBy
from events.derivation import derive_events
from events.enrolling import BY_HAND, enrol
from events.facting import corrections_of, facts_of
from events.gathering import Gathered, gather, new_event
from events.models import (
    Article,
    ArticleText,
    Assignment,
    Citation,
    Claim,
    Coding,
    Decision,
    Event,
    Series,
)
from events.models import Report as ReportRow
from events.neighbourhood import store
from events.publishing import publish_ready
from events.recording import Recording, insert_claims, last_assignments
from events.reports import Report, check_reports
from events.standing import live_reports

_MERGES = 20
"""How often an event may lead on to another before it is a circle."""


class DecisionRefused(Exception):
    """A decision that cannot be carried out, with the reason for the person who asked."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of one coding: the events its reports belong to, and which of them are new."""

    coding: int
    events: tuple[int, ...]
    created: tuple[int, ...]


def record(
    text: ArticleText, reports: Sequence[Report], *, coder: str, lexicon: str, relevant: bool, confidence: float
) -> Recorded:
    """Make the database agree with what one coder reads in one text version; run twice, it changes nothing.

    Raises InvalidReport, and writes nothing, when a value has no span or a span does not quote its text.
    """
    check_reports(reports, text.title, text.body)
    if not reports:
        first = _nothing_told(text, coder, lexicon, relevant, confidence)
        if first is not None:
            return Recorded(first, (), ())
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
        done = Recording(text, coding, before).write(reports) if new else _again(coding, before)
        after = _events_of(coding.reports.all())
        derive_events({*_events_of(before), *after, *done.touched})
        enrol({*after, *done.touched})
        publish_ready({*after, *done.touched})
        return Recorded(coding.pk, after, tuple(done.created))


_NOTHING_TOLD = """
WITH article AS (SELECT id FROM events_article WHERE id = %s AND current_coding_id IS NULL FOR UPDATE),
coding AS (
    INSERT INTO events_coding (text_id, coder, lexicon, relevant, confidence) SELECT %s, %s, %s, %s, %s FROM article
    ON CONFLICT (text_id, coder, lexicon) DO NOTHING RETURNING id
)
UPDATE events_article SET current_coding_id = coding.id FROM coding WHERE events_article.id = %s RETURNING coding.id
"""


def _nothing_told(text: ArticleText, coder: str, lexicon: str, relevant: bool, confidence: float) -> int | None:
    """Note, in one statement, that an article's first reading found no report: so it is with nearly every page.

    None, and nothing written, where the article was read before.
    """
    with connection.cursor() as cursor:
        row = [text.article_id, text.pk, coder, lexicon, relevant, confidence, text.article_id]
        cursor.execute(_NOTHING_TOLD, row)
        found = cursor.fetchone()
    return found[0] if found else None


def _again(coding: Coding, before: Sequence[ReportRow]) -> Gathered:
    """An earlier reading counts again: its reports find their events among what is known now."""
    rows = list(coding.reports.order_by("id"))
    return gather(rows, facts_of(rows), gone=[r.pk for r in before])


def _live_reports_of(article: Article) -> list[ReportRow]:
    if article.current_coding_id is None:
        return []
    return list(ReportRow.objects.filter(coding=article.current_coding_id).order_by("id"))


def _events_of(reports: Iterable[ReportRow]) -> tuple[int, ...]:
    """The events of these reports, in order of report, each once."""
    rows = list(reports)
    last = last_assignments(rows)
    return tuple(dict.fromkeys(last[r.pk].event_id for r in rows if r.pk in last))


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
        last = last_assignments([newest[d.key] for d in todo if d.key in newest])
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
        event = _standing_event(event.pk)
        digest = b"".join(claim_digest(c) for c in claims)
        row = ReportRow.objects.create(origin=Origin.PERSON, author=author, digest=digest[:32], confidence=1.0)
        for claim in claims:
            claim.report, claim.origin, claim.confidence = row, Origin.PERSON, 1.0
            claim.basis = claim.basis or Basis.PERSON
            claim.digest = claim_digest(claim)
        insert_claims(claims)
        decision = _decide(DecisionKind.CORRECT, [event], author, reason, report=row)
        _vouch(event, decision)
        derive_events([event.pk])
        return row


def _standing_event(pk: int) -> Event:
    """The event, locked; where it was merged meanwhile, the one in which its reports stand now."""
    for _ in range(_MERGES):
        event = lock_events([pk])[pk]
        if event.merged_into_id is None:
            return event
        pk = event.merged_into_id
    raise DecisionRefused("merged over and over")


def _vouch(event: Event, decision: Decision) -> None:
    """A person has decided on this event as it is: its reports stay in it, and are compared as the person has it."""
    live = list(live_reports([event.pk]).exclude(origin=Origin.PERSON).values_list("pk", flat=True))
    last = last_assignments(ReportRow.objects.filter(pk__in=live))
    loose = [pk for pk in live if last[pk].decision is None or last[pk].decision.author_id is None]
    pin(loose, event.pk, decision)
    refresh(event.pk)


def refresh(event: int) -> None:
    """Write anew what matching compares of an event's live reports: a person's word on type, day or place counts."""
    live = list(live_reports([event]).filter(facts__isnull=False))
    store(facts_of(live, corrections_of(event)))


def set_series(event: Event, series: Series | None, ordinal: int | None, author: AbstractBaseUser) -> None:
    """A person puts an event into a series, or takes it out: the machine decides on that no more."""
    with transaction.atomic():
        lock_events([event.pk])
        Event.objects.filter(pk=event.pk).update(series=series, ordinal=ordinal)
        detail = {BY_HAND: series.slug if series else None, "ordinal": ordinal}
        Decision.objects.create(
            kind=DecisionKind.CORRECT, events=[event.pk], author=author, reason="series", detail=detail
        )


def withdraw(claim: Claim, author: AbstractBaseUser, reason: str) -> None:
    """Take back a person's claim: what it stood over stands again."""
    if claim.origin != Origin.PERSON:
        raise DecisionRefused("only a person's claim can be withdrawn; correct the value instead")
    with transaction.atomic():
        event = _standing_event(last_assignments([claim.report])[claim.report_id].event_id)
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
        refresh(event.pk)
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
        rows = list(lock_events([e.pk for e in events]).values())
        merged = [e.public_id for e in rows if e.status == EventStatus.MERGED]
        if merged:
            raise DecisionRefused(f"merged into another event: {', '.join(merged)}")
        for event in rows:
            event.status = status
            event.status_by = StatusBy.PERSON if author else StatusBy.MACHINE
            event.save(update_fields=["status", "status_by"])
        decision = _decide(kind, rows, author, reason)
        if author is not None:
            for event in rows:
                _vouch(event, decision)
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
