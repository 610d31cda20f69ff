"""From a report of the coder to claim rows: one row per value, each with its first span. Nothing is written here."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from events.codebook import Basis, ClaimField, DateBasis, Origin, Side, SpanIn
from events.models import ArticleText, Claim
from events.models import Report as ReportRow
from events.reports import BORDER_PLACE, Count, InvalidReport, ParticipantMention, PlaceMention, Report, Span

_SENTENCE_END = re.compile(r"[.!?؟\n]")

UNNAMED_SERIES = "?"
"""A batch with a number of a programme that the text does not name."""

_VALUE_COLUMNS = [f.attname for f in Claim._meta.concrete_fields if f.name.startswith(("v_", "claimant_", "span_"))] + [
    "field",
    "slot",
    "asserts",
    "withdraws_id",
    "basis",
    "quote",
]


@dataclass(frozen=True, slots=True)
class Registry:
    """Database keys of the registry ids that a batch of reports names."""

    actors: Mapping[str, int]
    places: Mapping[str, int]

    def place(self, mention: PlaceMention) -> int:
        """The key of a place; InvalidReport when the registry does not know it."""
        try:
            return self.places[mention.id]
        except KeyError:
            raise InvalidReport(f"unknown place {mention.id}") from None


def claim_digest(claim: Claim) -> bytes:
    """A digest of everything a claim says; equal claims of one report are one row."""
    values = {name: str(value) for name in _VALUE_COLUMNS if (value := getattr(claim, name)) is not None}
    if claim.v_of is not None:
        values["v_of_id"] = claim_digest(claim.v_of).hex()
    if claim.citation is not None:
        values["citation"] = claim.citation.url
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).digest()


def report_digest(report: Report) -> bytes:
    """A digest of a coded report: the same reading of the same text is the same report."""
    return hashlib.sha256(repr(report).encode()).digest()


def anchor(report: Report, text: ArticleText) -> tuple[int, int, SpanIn]:
    """The sentence that holds the type's trigger: by it a recoding finds the report that it continues."""
    span = report.spans_of("type")[0]
    where = text.title if span.where is SpanIn.TITLE else text.body
    start = max((m.end() for m in _SENTENCE_END.finditer(where, 0, span.start)), default=0)
    found = _SENTENCE_END.search(where, span.end)
    return start, found.start() if found else len(where), span.where


class ClaimBuilder:
    """Builds the claim rows of one report of the coder."""

    def __init__(self, row: ReportRow, report: Report, text: ArticleText, registry: Registry) -> None:
        self.row, self.report, self.text, self.registry = row, report, text, registry
        self.claims: list[Claim] = []

    def build(self) -> list[Claim]:
        """All claims, totals before their parts."""
        report = self.report
        self._add(ClaimField.TYPE, "type", v_choice=report.type.value)
        modality = "modality" if report.spans_of("modality") else "type"
        self._add(ClaimField.MODALITY, modality, v_choice=report.modality.value)
        self._date()
        for field, mention in ((ClaimField.PLACE, report.place), (ClaimField.ORIGIN, report.origin)):
            self._place(field, mention)
        self._place(ClaimField.DESTINATION, report.destination)
        for n, participant in enumerate(report.participants):
            self._participant(n, participant)
        self._counts()
        for n, theme in enumerate(report.themes):
            self._add(ClaimField.THEME, f"themes.{n}", slot=theme.value, v_choice=theme.value)
        if report.status:
            self._add(ClaimField.STATUS, "status", v_choice=report.status.value)
        if report.series or report.ordinal is not None:
            path = next(p for p in ("ordinal", "series", "type") if report.spans_of(p))
            ordinal = None if report.ordinal is None else Decimal(report.ordinal)
            self._add(ClaimField.SERIES, path, v_choice=report.series or UNNAMED_SERIES, v_low=ordinal)
        if report.office:
            self._add(ClaimField.OFFICE, "office", v_office=report.office[:300])
        return self.claims

    def _date(self) -> None:
        report = self.report
        if report.date is None:
            return
        values: dict[str, Any] = {
            "v_date": report.date,
            "v_date_end": report.end_date,
            "v_precision": report.date_precision.value,
        }
        if report.date_basis is DateBasis.PUBLISHED:
            self._append(ClaimField.DATE, basis=Basis.PUBLISHED, **values)
        else:
            self._add(ClaimField.DATE, "date", **values)

    def _place(self, field: ClaimField, mention: PlaceMention | None) -> None:
        if mention is not None:
            key = self.registry.place(mention)
            precision = "border" if mention.id == BORDER_PLACE else mention.precision.value
            self._add(field, field.value, v_place_id=key, v_precision=precision)

    def _participant(self, n: int, who: ParticipantMention) -> None:
        key = self.registry.actors.get(who.actor) if who.actor else None
        self._add(
            ClaimField.PARTICIPANT,
            f"participants.{n}",
            slot=who.actor if key else f"?{who.name[:300]}",
            v_actor_id=key,
            v_name=who.name[:300],
            v_part=who.part.value,
            v_side=who.side.value,
        )

    def _counts(self) -> None:
        made: dict[int, Claim] = {}
        order = sorted(range(len(self.report.counts)), key=lambda n: self.report.counts[n].of is not None)
        for n in order:
            count = self.report.counts[n]
            total = made.get(count.of) if count.of is not None else None
            made[n] = self._count(n, count, total)

    def _count(self, n: int, count: Count, total: Claim | None) -> Claim:
        claimant = {}
        if count.claimant is not None:
            claimant = {"claimant_actor_id": self.registry.actors.get(count.claimant)}
        return self._add(
            ClaimField.COUNT,
            f"counts.{n}",
            slot=count_slot(count.unit, count.scope, is_part=count.of is not None),
            v_low=Decimal(str(count.value)),
            v_high=None if count.high is None else Decimal(str(count.high)),
            v_unit=count.unit.value,
            v_kind=count.kind.value,
            v_scope=count.scope.value,
            v_of=total,
            **claimant,
        )

    def _add(self, field: ClaimField, path: str, **values: Any) -> Claim:
        """A claim proved by the first span of `path`."""
        span = self._span(path)
        return self._append(
            field,
            basis=Basis.SPAN,
            span_text=self.text,
            span_in=span.where.value,
            span_start=span.start,
            span_end=span.end,
            quote=span.text,
            **values,
        )

    def _span(self, path: str) -> Span:
        spans = self.report.spans_of(path)
        if not spans:
            raise InvalidReport(f"no span proves {path}")
        return spans[0]

    def _append(self, field: ClaimField, *, basis: Basis, **values: Any) -> Claim:
        who = self.report.claimant
        claimant: dict[str, Any] = {}
        if who is not None:
            claimant = {
                "claimant_actor_id": self.registry.actors.get(who.actor) if who.actor else None,
                "claimant_name": who.name[:300],
                "claimant_side": (who.side or Side.OTHER).value,
            }
        claim = Claim(
            report=self.row,
            origin=Origin.MACHINE,
            field=field,
            basis=basis,
            confidence=self.report.confidence,
            **{**claimant, **values},
        )
        claim.digest = claim_digest(claim)
        self.claims.append(claim)
        return claim


def count_slot(unit: str, scope: str, *, is_part: bool) -> str:
    """What a number competes for: its unit and scope; parts of a total compete with nobody's total."""
    return f"{unit}/{scope}/part" if is_part else f"{unit}/{scope}"
