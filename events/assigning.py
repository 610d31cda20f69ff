"""Which event a report stands in: the last assignment counts. Reading and appending assignments, nothing else."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from events.models import Assignment, Decision, Event


def events_now(reports: Collection[int]) -> dict[int, int]:
    """The event in which each of these reports stands now."""
    rows = Assignment.objects.filter(report__in=list(reports)).order_by("report_id", "-id").distinct("report_id")
    return dict(rows.values_list("report_id", "event_id"))


def reports_in(events: Collection[int]) -> list[int]:
    """All reports, live or not, that stand in these events now."""
    ever = Assignment.objects.filter(event__in=events).values_list("report_id", flat=True)
    wanted = set(events)
    return sorted(report for report, event in events_now(set(ever)).items() if event in wanted)


def assign(report: int, event: int, score: float, reasons: dict[str, object], decision: Decision | None = None) -> None:
    """Append an assignment; without a person's decision it is the machine's."""
    Assignment.objects.create(report_id=report, event_id=event, score=score, reasons=reasons, decision=decision)


def move(reports: Sequence[int], source: int, target: int, decision: Decision) -> None:
    """Reports leave one event for another."""
    Assignment.objects.bulk_create(
        Assignment(report_id=r, event_id=target, decision=decision, score=1.0, reasons={"from": source})
        for r in reports
    )


def pin(reports: Sequence[int], event: int, decision: Decision) -> None:
    """A person has seen these reports in this event and decided on it: the machine moves them no more."""
    Assignment.objects.bulk_create(
        Assignment(report_id=r, event_id=event, decision=decision, score=1.0, reasons={"kept": True}) for r in reports
    )


def lock_events(ids: Collection[int]) -> dict[int, Event]:
    """These event rows, locked in order of id until the transaction ends; what is read afterwards holds."""
    rows = Event.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    return {e.pk: e for e in rows}
