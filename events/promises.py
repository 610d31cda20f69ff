"""Promises: what was planned, cancelled or denied, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from events.claimtext import ClaimLine, claim_line, with_context
from events.codebook import ClaimField, DatePrecision, Modality, Outcome
from events.filters import Filters
from events.labels import label
from events.listing import Row, row, with_rows
from events.models import Assignment, Claim, Event, Report
from events.outcomes import last_due_day, outcome
from events.saying import days_said, offices_of
from events.standing import live_reports
from events.wording import day_text

PROMISES = 500
"""Promises on one page; more are left to narrower filters, and the page says so."""

_NOT_DONE = (Modality.PLANNED, Modality.CANCELLED, Modality.DENIED)


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: who made it and when, when it was due, and what became of it."""

    event: Event
    row: Row
    outcome: Outcome
    due: date
    late: int
    said: date | None
    lines: tuple[ClaimLine, ...]
    result: Event | None

    @property
    def due_text(self) -> str:
        """The last day on which it was in time."""
        return day_text(self.due)

    @property
    def said_text(self) -> str:
        """The day on which it was first told."""
        return day_text(self.said) if self.said else ""


@dataclass(frozen=True, slots=True)
class Promises:
    """All promises by outcome; those still open oldest first, the others newest first."""

    groups: tuple[tuple[Outcome, str, tuple[Promise, ...]], ...]
    capped: bool

    @property
    def all(self) -> tuple[Promise, ...]:
        """Every promise in the order of the page."""
        return tuple(p for _outcome, _name, rows in self.groups for p in rows)


def promises(filters: Filters, today: date, grace: int, most: int = PROMISES) -> Promises:
    """The promises that the filters ask for; `grace` days after they were due they count as overdue."""
    made = Assignment.objects.filter(
        report__claims__field=ClaimField.MODALITY, report__claims__v_choice=Modality.PLANNED
    )
    wanted = replace(filters, statements=True)
    events = wanted.apply(with_rows(Event.objects.listed()))
    events = events.filter(Q(modality__in=_NOT_DONE) | Q(pk__in=made.values("event")))
    rows = list(events.order_by("date", "pk")[: most + 1])
    shown = rows[:most]
    told = _told(shown)
    results = results_of({e.pk: claims for e, claims in told.items()})
    found = [_promise(e, told[e], results.get(e.pk), today, grace) for e in shown if e in told]
    groups = [(o, [p for p in found if p.outcome is o]) for o in Outcome]
    return Promises(
        tuple((o, str(label(o)), tuple(_ordered(o, group))) for o, group in groups if group), len(rows) > most
    )


def _ordered(word: Outcome, rows: list[Promise]) -> Iterable[Promise]:
    return rows if word in (Outcome.OVERDUE, Outcome.OPEN) else reversed(rows)


def _told(events: Sequence[Event]) -> dict[Event, list[tuple[Claim, ClaimLine, date | None]]]:
    """Per event its live words about the stage and its outcome; events whose promise is withdrawn are left out."""
    by_id = {e.pk: e for e in events}
    reports = {r.pk: r for r in live_reports(by_id).prefetch_related("citations__source")} if by_id else {}
    claims = Claim.objects.filter(report__in=reports, withdraws=None, withdrawn_by=None, asserts=True)
    claims = claims.filter(
        Q(field=ClaimField.MODALITY, v_choice__in=_NOT_DONE) | Q(field=ClaimField.NOTE, slot="fulfilled_by")
    )
    rows = list(with_context(claims).order_by("id"))
    offices = offices_of(rows)
    found: dict[Event, list[tuple[Claim, ClaimLine, date | None]]] = defaultdict(list)
    for claim in rows:
        report = reports[claim.report_id]
        event = by_id[report.event_now]  # type: ignore[attr-defined]
        citations = list(report.citations.all())
        days = days_said(claim, citations)
        line = claim_line(claim, citations, day=event.date, offices=offices)
        found[event].append((claim, line, days[0] if days else None))
    return {e: rows for e, rows in found.items() if any(c.field == ClaimField.MODALITY for c, _line, _day in rows)}


def results_of(told: dict[int, Sequence[tuple[Claim, ClaimLine, date | None]]]) -> dict[int, Event]:
    """The events that a data set names as the outcome of these promises."""
    notes = {pk: c for pk, rows in told.items() for c, _line, _day in rows if c.field == ClaimField.NOTE}
    return named_results(notes)


def named_results(notes: dict[int, Claim]) -> dict[int, Event]:
    """Per promise the event that its note `fulfilled_by` names: the one to which the newest such report belongs now."""
    wanted = {(c.report.dataset, c.v_text_en) for c in notes.values()}
    if not wanted:
        return {}
    rows = Report.objects.filter(dataset__in={d for d, _ in wanted}, dataset_key__in={k for _, k in wanted})
    newest = {(r.dataset, r.dataset_key): r.pk for r in rows.order_by("id")}
    now = Assignment.objects.filter(report__in=newest.values()).select_related("event").order_by("id")
    events = {a.report_id: a.event for a in now}
    found = {pk: events.get(newest.get((c.report.dataset, c.v_text_en), 0)) for pk, c in notes.items()}
    return {pk: event for pk, event in found.items() if event is not None and event.listed}


def _promise(
    event: Event,
    told: Collection[tuple[Claim, ClaimLine, date | None]],
    result: Event | None,
    today: date,
    grace: int,
) -> Promise:
    day: date = event.date  # type: ignore[assignment]  # listed events are dated
    due = last_due_day(day, DatePrecision(event.date_precision), event.date_end)
    lines = [(line, said) for claim, line, said in told if claim.field == ClaimField.MODALITY]
    days = [said for _line, said in lines if said]
    became = outcome(Modality(event.modality), due, today, grace, carried_out=result is not None)
    return Promise(
        event=event,
        row=row(event),
        outcome=became,
        due=due,
        late=max((today - due).days, 0) if became is Outcome.OVERDUE else 0,
        said=min(days, default=None),
        lines=tuple(line for line, _said in lines),
        result=result if result is not None else event if became is Outcome.FULFILLED else None,
    )
