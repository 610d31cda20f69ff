"""Reports of one happening come to stand in one event, whatever the order in which they came.

For a new report the connected neighbourhood is parted anew (`clustering`), and the database is made to agree: of the
events that a happening's reports stand in, the one that holds most of them and then the older stands; emptied ones are
merged into it. A person's assignment or rejection is never touched: it is a condition of the partition.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection

from events.clustering import Doubt as Pair
from events.clustering import Happening, Told, partition
from events.codebook import DecisionKind, DoubtState, EventStatus, StatusBy
from events.facts import Facts
from events.matching import compare
from events.models import Assignment, Decision, Doubt, Event, Report
from events.neighbourhood import around, lock, store


@dataclass(slots=True)
class Gathered:
    """What became of new reports: events made for them, and all events whose reports changed."""

    created: list[int] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)


def new_event(by: StatusBy, status: EventStatus = EventStatus.CANDIDATE) -> Event:
    """An event without reports yet, with the next public id."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT isc_next_public_id()")
        public_id = cursor.fetchone()[0]
    return Event.objects.create(public_id=public_id, status=status, status_by=by)


def gather(reports: Sequence[Report], facts: Mapping[int, Facts]) -> Gathered:
    """Find the events of new reports; inside the caller's transaction. Without a day, a report has its own event."""
    store(facts)
    lock(facts.values())
    done = Gathered()
    if facts:
        _Parting(around(facts), done).write()
    for report in reports:
        if report.pk not in facts and not Assignment.objects.filter(report=report).exists():
            event = new_event(StatusBy.MACHINE)
            done.created.append(event.pk)
            _assign(report.pk, event.pk, 1.0, {"new": True})
    done.touched |= set(done.created)
    return done


class _Parting:
    """Makes assignments agree with the partition of one neighbourhood."""

    def __init__(self, hood: Mapping[int, Told], done: Gathered) -> None:
        self.hood, self.done = hood, done
        self.parts = partition(hood.values())
        self.stands = _events_now(hood)

    def write(self) -> None:
        """Assign every report whose event changed, merge events that were emptied, keep the doubts."""
        chosen = self._chosen()
        for n, happening in enumerate(self.parts.happenings):
            if n not in chosen:
                chosen[n] = new_event(StatusBy.MACHINE).pk
                self.done.created.append(chosen[n])
            self._settle(happening, chosen[n])
        self._merge_emptied()
        self._keep_doubts(chosen)

    def _chosen(self) -> dict[int, int]:
        """Which existing event each happening keeps: an event goes to the happening that holds most of it."""
        holders: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for n, happening in enumerate(self.parts.happenings):
            for event, held in Counter(self.stands[r] for r in happening.reports if r in self.stands).items():
                holders[event].append((-held, n))
        fixed = {n: h.fixed for n, h in enumerate(self.parts.happenings) if h.fixed is not None}
        owned: dict[int, list[int]] = defaultdict(list)
        for event, rows in holders.items():
            if event not in fixed.values():
                owned[min(rows)[1]].append(event)
        return {**{n: min(events) for n, events in owned.items()}, **fixed}

    def _settle(self, happening: Happening, event: int) -> None:
        members = sorted(happening.reports)
        for report in members:
            was = self.stands.get(report)
            if was == event:
                continue
            score, reasons = self._why(report, members)
            decision = None
            if was is not None:
                decision = Decision.objects.create(
                    kind=DecisionKind.SPLIT, events=[was, event], reason="the reports tell of different happenings"
                )
                self.done.touched.add(was)
            _assign(report, event, score, reasons, decision)
            self.done.touched.add(event)

    def _why(self, report: int, members: Sequence[int]) -> tuple[float, dict[str, object]]:
        """The best reasons that a report has to stand beside another of its happening."""
        mine = self.hood[report]
        found = [
            compare(mine.facts, self.hood[r].facts, copies=mine.root is not None and mine.root == self.hood[r].root)
            for r in members
            if r != report
        ]
        if not found:
            return 1.0, {"new": True}
        best = max(found, key=lambda c: c.score)
        return best.score, {"matched": best.reasons}

    def _merge_emptied(self) -> None:
        """An event whose reports all moved into one other is merged into it: its old address leads on."""
        now = _events_now(self.hood)
        for event in sorted(set(self.stands.values()) - set(now.values())):
            moved = Counter(now[r] for r, was in self.stands.items() if was == event)
            if _has_reports(event) or not moved:
                continue
            target = min(moved, key=lambda e: (-moved[e], e))
            row = Event.objects.select_for_update().get(pk=event)
            detail = {"was": {str(event): [row.status, row.status_by]}}
            Decision.objects.create(
                kind=DecisionKind.MERGE, events=[target, event], reason="the machine found one happening", detail=detail
            )
            Event.objects.filter(pk=event).update(
                status=EventStatus.MERGED, status_by=StatusBy.MACHINE, merged_into=target
            )
            self.done.touched |= {event, target}

    def _keep_doubts(self, chosen: Mapping[int, int]) -> None:
        """Pairs of events that a person should look at; what a person has decided is not asked again."""
        event_of = {r: chosen[n] for n, h in enumerate(self.parts.happenings) for r in h.reports}
        asked = {_pair(event_of[d.one], event_of[d.other]): d for d in self.parts.doubts}
        asked = {pair: d for pair, d in asked.items() if pair[0] != pair[1]}
        here = set(event_of.values())
        gone = Doubt.objects.filter(one__in=here, other__in=here, state=DoubtState.OPEN)
        for doubt in gone:
            if (doubt.one_id, doubt.other_id) not in asked:
                doubt.delete()
        for (one, other), doubt in sorted(asked.items()):
            _ask(one, other, doubt)


def _ask(one: int, other: int, doubt: Pair) -> None:
    row, new = Doubt.objects.get_or_create(
        one_id=one, other_id=other, defaults={"score": doubt.score, "reasons": doubt.reasons}
    )
    if not new and row.state == DoubtState.OPEN and row.score != doubt.score:
        Doubt.objects.filter(pk=row.pk).update(score=doubt.score, reasons=doubt.reasons)


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _assign(
    report: int, event: int, score: float, reasons: dict[str, object], decision: Decision | None = None
) -> None:
    Assignment.objects.create(report_id=report, event_id=event, score=score, reasons=reasons, decision=decision)


def _events_now(reports: Collection[int]) -> dict[int, int]:
    """The event in which each of these reports stands now."""
    rows = Assignment.objects.filter(report__in=list(reports)).order_by("report_id", "-id").distinct("report_id")
    return dict(rows.values_list("report_id", "event_id"))


def _has_reports(event: int) -> bool:
    """Whether any report, live or not, stands in an event."""
    reports = set(Assignment.objects.filter(event=event).values_list("report_id", flat=True))
    return event in _events_now(reports).values()
