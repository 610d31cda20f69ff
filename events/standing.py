"""Which claims of an event are live: the input of adoption, read in two queries for any number of events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from events.codebook import Basis, ClaimField, CountKind, Origin, Part, SpanIn
from events.models import Assignment, Claim, Report
from events.weighing import Standing


@dataclass(slots=True)
class LiveClaims:
    """What stands behind one event: its claims, publisher families, sources and the newest claim's time."""

    claims: list[Standing] = field(default_factory=list)
    reports: dict[int, Report] = field(default_factory=dict)
    last_claim_at: datetime | None = None


def live_reports(event_ids: Collection[int]) -> QuerySet[Report]:
    """Live reports now assigned to these events, annotated with `event_now`.

    A machine's report is live while its coding is its article's current one, an import's while it is the newest of its
    key, a person's always. The last assignment of a report counts.
    """
    last = Assignment.objects.filter(report=OuterRef("pk")).order_by("-id").values("event_id")[:1]
    newer = Report.objects.filter(
        dataset=OuterRef("dataset"), dataset_key=OuterRef("dataset_key"), id__gt=OuterRef("id")
    )
    return (
        Report.objects.filter(Exists(Assignment.objects.filter(report=OuterRef("pk"), event_id__in=event_ids)))
        .annotate(event_now=Subquery(last))
        .filter(event_now__in=event_ids)
        .filter(
            Q(origin=Origin.PERSON)
            | (Q(origin=Origin.IMPORT) & ~Exists(newer))
            | Q(origin=Origin.MACHINE, coding__text__article__current_coding=F("coding"))
        )
    )


def standing_claims(event_ids: Collection[int]) -> dict[int, LiveClaims]:
    """Per event what stands: live, not withdrawn, in order of id."""
    found: dict[int, LiveClaims] = defaultdict(LiveClaims)
    reports = (
        live_reports(event_ids)
        .select_related("coding__text__article__source", "coding__text__article__copy_of__source")
        .prefetch_related("citations__source")
        .order_by("id")
    )
    event_of: dict[int, int] = {}
    for report in reports:
        event = report.event_now  # type: ignore[attr-defined]
        event_of[report.pk] = event
        found[event].reports[report.pk] = report
    claims = Claim.objects.filter(report__in=event_of, withdraws=None, withdrawn_by=None).order_by("id")
    for claim in claims:
        live = found[event_of[claim.report_id]]
        live.claims.append(_standing(claim, live.reports[claim.report_id]))
        live.last_claim_at = max(live.last_claim_at or claim.recorded_at, claim.recorded_at)
    return found


def _standing(claim: Claim, report: Report) -> Standing:
    return Standing(
        id=claim.pk,
        report=report.pk,
        origin=Origin(claim.origin),
        background=report.background,
        field=ClaimField(claim.field),
        slot=claim.slot,
        asserts=claim.asserts,
        basis=Basis(claim.basis),
        confidence=claim.confidence,
        choice=claim.v_choice,
        date=claim.v_date,
        date_end=claim.v_date_end,
        precision=claim.v_precision,
        place=claim.v_place_id,
        actor=claim.v_actor_id,
        name=claim.v_name,
        part=Part(claim.v_part) if claim.v_part else None,
        side=claim.v_side,
        office=claim.v_office,
        low=claim.v_low,
        high=claim.v_high,
        unit=claim.v_unit,
        kind=CountKind(claim.v_kind) if claim.v_kind else None,
        scope=claim.v_scope,
        is_part=claim.v_of_id is not None,
        text_ar=claim.v_text_ar,
        text_en=claim.v_text_en,
        claimant_actor=claim.claimant_actor_id,
        claimant_side=claim.claimant_side,
        in_title=claim.span_in == SpanIn.TITLE,
        position=claim.span_start if claim.span_start is not None and claim.span_in != SpanIn.TITLE else 0,
        **_publisher(claim, report),
    )


def _publisher(claim: Claim, report: Report) -> dict[str, Any]:
    """Family, grade and, of a state agency, side; a reprint speaks with the original's voice."""
    source = None
    if report.coding is not None:
        article = report.coding.text.article
        source = (article.copy_of or article).source
    elif claim.citation_id is not None:
        cited = next((c for c in report.citations.all() if c.pk == claim.citation_id), None)
        source = cited.source if cited else None
    if source is None:
        return {}
    side = source.side if source.state_media else None
    return {"family": source.family, "reliability": source.reliability or "F", "state_side": side}
