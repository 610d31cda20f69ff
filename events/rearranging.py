"""Merge, unmerge, split, keep apart: what people decide about which reports tell of one happening.

Each is one transaction, appends a decision with author and reason, and can be undone: `unmerge(merge(x))` gives the
very same derived rows. What a person has put together or apart, matching never touches again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from events.assigning import assign, events_now, lock_events, move, pin, reports_in
from events.codebook import DecisionKind, DoubtState, EventStatus, StatusBy
from events.derivation import derive_events
from events.gathering import new_event
from events.models import Assignment, Decision, Doubt, Event
from events.resolution import DecisionRefused


def merge(target: Event, others: Sequence[Event], author: AbstractBaseUser, reason: str) -> Decision:
    """All reports of `others` move to `target`, best the older; the others' addresses lead to it."""
    with transaction.atomic():
        rows = lock_events([target.pk, *(e.pk for e in others)])
        into, gone = rows[target.pk], [rows[e.pk] for e in others if e.pk != target.pk]
        if not gone:
            raise DecisionRefused("an event cannot be merged into itself")
        for event in (into, *gone):
            if event.status == EventStatus.MERGED:
                raise DecisionRefused(f"{event.public_id} is merged already")
        was = {str(e.pk): [e.status, e.status_by] for e in gone}
        ids = [into.pk, *(e.pk for e in gone)]
        decision = Decision.objects.create(
            kind=DecisionKind.MERGE, events=ids, author=author, reason=reason, detail={"was": was}
        )
        pin(reports_in([into.pk]), into.pk, decision)
        for event in gone:
            move(reports_in([event.pk]), event.pk, into.pk, decision)
            Event.objects.filter(pk=event.pk).update(
                status=EventStatus.MERGED, status_by=StatusBy.PERSON, merged_into=into
            )
        _settle_doubts(ids, DoubtState.SAME, decision)
        derive_events(ids)
        return decision


def unmerge(decision: Decision, author: AbstractBaseUser, reason: str) -> Decision:
    """Undo a merge: every report that it moved, and that nobody moved since, goes back; statuses are as before."""
    if decision.kind != DecisionKind.MERGE:
        raise DecisionRefused("only a merge can be undone")
    with transaction.atomic():
        rows = lock_events(decision.events)
        target, gone = decision.events[0], decision.events[1:]
        for pk in gone:
            if rows[pk].status != EventStatus.MERGED or rows[pk].merged_into_id != target:
                raise DecisionRefused(f"{rows[pk].public_id} no longer stands as that merge left it")
        undone = Decision.objects.create(
            kind=DecisionKind.UNMERGE,
            events=decision.events,
            author=author,
            reason=reason,
            detail={"undoes": decision.pk},
        )
        _send_back(decision, undone)
        for pk in gone:
            status, by = decision.detail["was"][str(pk)]
            Event.objects.filter(pk=pk).update(status=status, status_by=by, merged_into=None)
        for doubt in Doubt.objects.filter(one__in=decision.events, other__in=decision.events):
            Doubt.objects.filter(pk=doubt.pk).update(state=DoubtState.DIFFERENT, decision=undone)
        derive_events(decision.events)
        return undone


def split(event: Event, reports: Collection[int], author: AbstractBaseUser, reason: str) -> Event:
    """These reports become an event of their own, with the status of the one they leave."""
    with transaction.atomic():
        row = lock_events([event.pk])[event.pk]
        inside = set(reports_in([row.pk]))
        chosen = sorted(inside & set(reports))
        if not chosen or len(chosen) == len(inside):
            raise DecisionRefused("choose some of the event's reports, not all")
        made = new_event(StatusBy.PERSON, EventStatus(row.status))
        decision = Decision.objects.create(
            kind=DecisionKind.SPLIT, events=[row.pk, made.pk], author=author, reason=reason
        )
        move(chosen, row.pk, made.pk, decision)
        pin(sorted(inside - set(chosen)), row.pk, decision)
        derive_events([row.pk, made.pk])
        made.refresh_from_db()
        return made


def keep_apart(doubt: Doubt, author: AbstractBaseUser, reason: str) -> Decision:
    """Two events are two happenings: their reports stay where they are, and the question is not asked again."""
    with transaction.atomic():
        pair = [doubt.one_id, doubt.other_id]
        lock_events(pair)
        decision = Decision.objects.create(
            kind=DecisionKind.SPLIT, events=pair, author=author, reason=reason, detail={"kept apart": True}
        )
        for pk in pair:
            pin(reports_in([pk]), pk, decision)
        Doubt.objects.filter(pk=doubt.pk).update(state=DoubtState.DIFFERENT, decision=decision)
        derive_events(pair)
        return decision


def last_merge(event: Event) -> Decision | None:
    """The merge that made an event lead to another, or that brought the last one into it."""
    rows = Decision.objects.filter(kind=DecisionKind.MERGE, events__contains=[event.pk]).order_by("-id")
    undone = set(
        Decision.objects.filter(kind=DecisionKind.UNMERGE, events__contains=[event.pk]).values_list(
            "detail__undoes", flat=True
        )
    )
    return next((d for d in rows if d.pk not in undone), None)


def _send_back(decision: Decision, undone: Decision) -> None:
    """Every report that the merge moved and that still stands where it put it goes back."""
    rows = Assignment.objects.filter(decision=decision, reasons__has_key="from").order_by("id")
    moved = {a.report_id: a for a in rows}
    now = events_now(moved)
    for report, row in sorted(moved.items()):
        if now[report] == row.event_id:
            assign(report, row.reasons["from"], 1.0, {"undone": decision.pk}, undone)


def _settle_doubts(events: Sequence[int], state: DoubtState, decision: Decision) -> None:
    Doubt.objects.filter(one__in=events, other__in=events, state=DoubtState.OPEN).update(state=state, decision=decision)
