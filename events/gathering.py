"""Reports of one happening come to stand in one event, whatever the order in which they came.

For a new report the connected neighbourhood is parted anew (`clustering`), and the database is made to agree: of the
events that a happening's reports stand in, the one that holds most of them and then the older stands; emptied ones are
merged into it. A person's assignment or rejection is never touched: it is a condition of the partition.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction

from events.assigning import assign, events_now, lock_events, reports_in
from events.clustering import Doubt as Pair
from events.clustering import Happening, alike, partition
from events.codebook import DecisionKind, DoubtState, EventStatus, StatusBy
from events.facts import Facts
from events.matching import PROPOSE
from events.models import Assignment, Decision, Doubt, Event, Report
from events.neighbourhood import Hood, around, ghosts, lock, store, tell

_TRIES = 5


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


def gather(reports: Sequence[Report], facts: Mapping[int, Facts], gone: Collection[int] = ()) -> Gathered:
    """Find the events of new reports; inside the caller's transaction. Without a day, a report has its own event.

    `gone`: reports that no longer count; what stood with them is looked at again.
    """
    store(facts)
    past = ghosts(gone)
    lock([*facts.values(), *(t.facts for t in past)])
    done = Gathered()
    hood = around(list(facts), past)
    if hood.told:
        _hold(hood)
        _Parting(hood, done).write()
    for report in reports:
        if report.pk not in facts and not Assignment.objects.filter(report=report).exists():
            event = new_event(StatusBy.MACHINE)
            done.created.append(event.pk)
            assign(report.pk, event.pk, 1.0, {"new": True})
    done.touched |= set(done.created)
    return done


def _hold(hood: Hood) -> None:
    """Lock the events of the neighbourhood and read again where its reports stand: a person may have moved them.

    Rows are always locked in order of id; where a person's decision brought in another event, everything is let go and
    locked anew.
    """
    for _ in range(_TRIES):
        with transaction.atomic():
            held = lock_events(set(events_now(hood.told).values()))
            hood.told = tell(sorted(hood.told))
            if set(events_now(hood.told).values()) <= held.keys():
                return
            transaction.set_rollback(True)
    lock_events(set(events_now(hood.told).values()))


class _Parting:
    """Makes assignments agree with the partition of one neighbourhood."""

    def __init__(self, hood: Hood, done: Gathered) -> None:
        self.hood, self.weak, self.done = hood.told, hood.weak, done
        self.parts = partition(self.hood.values())
        self.stands = events_now(self.hood)

    def write(self) -> None:
        """Assign every report whose event changed, merge events that were emptied, keep the doubts."""
        chosen = self._chosen()
        for n, _ in enumerate(self.parts.happenings):
            if n not in chosen:
                chosen[n] = new_event(StatusBy.MACHINE).pk
                self.done.created.append(chosen[n])
        decisions = self._decisions({r: chosen[n] for n, h in enumerate(self.parts.happenings) for r in h.reports})
        for n, happening in enumerate(self.parts.happenings):
            self._settle(happening, chosen[n], decisions)
        self._keep_doubts(chosen)

    def _decisions(self, goes: Mapping[int, int]) -> dict[tuple[int, int], Decision]:
        """One decision per pair of events between which reports move. An event that is emptied is merged into the one
        that takes most of it (of equal ones the oldest): its old address leads on, and undoing sends all back."""
        moves = Counter((was, goes[r]) for r, was in self.stands.items() if goes[r] != was)
        found = {}
        for was in sorted({was for was, _ in moves}):
            left = [r for r in reports_in([was]) if goes.get(r, was) == was]
            targets = {to: n for (source, to), n in moves.items() if source == was}
            heir = None if left else min(targets, key=lambda to: (-targets[to], to))
            for to in sorted(targets):
                found[was, to] = self._merged(was, to) if to == heir else self._parted(was, to)
        return found

    def _parted(self, was: int, to: int) -> Decision:
        return Decision.objects.create(
            kind=DecisionKind.SPLIT, events=[was, to], reason="the reports tell of different happenings"
        )

    def _merged(self, was: int, to: int) -> Decision:
        row = Event.objects.get(pk=was)
        detail = {"was": {str(was): [row.status, row.status_by]}}
        Event.objects.filter(pk=was).update(status=EventStatus.MERGED, status_by=StatusBy.MACHINE, merged_into=to)
        return Decision.objects.create(
            kind=DecisionKind.MERGE, events=[to, was], reason="the machine found one happening", detail=detail
        )

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

    def _settle(self, happening: Happening, event: int, decisions: Mapping[tuple[int, int], Decision]) -> None:
        for report in happening.reports:
            was = self.stands.get(report)
            if was == event:
                continue
            score, reasons = self._why(report, happening.reports)
            if was is not None:
                reasons["from"] = was
                self.done.touched.add(was)
            assign(report, event, score, reasons, decisions[was, event] if was is not None else None)
            self.done.touched.add(event)

    def _why(self, report: int, members: Sequence[int]) -> tuple[float, dict[str, object]]:
        """The best reasons that a report has to stand beside another of its happening."""
        mine = self.hood[report]
        found = [alike(mine, self.hood[r]) for r in members if r != report]
        if not found:
            return 1.0, {"new": True}
        best = max(found, key=lambda c: c.score)
        return best.score, {"matched": best.reasons}

    def _keep_doubts(self, chosen: Mapping[int, int]) -> None:
        """Pairs of events that a person should look at; what a person has decided is not asked again."""
        event_of = {r: chosen[n] for n, h in enumerate(self.parts.happenings) for r in h.reports}
        asked = {_pair(event_of[d.one], event_of[d.other]): d for d in self.parts.doubts}
        asked = {pair: d for pair, d in asked.items() if pair[0] != pair[1]}
        asked |= self._weak(event_of)
        here = set(event_of.values())
        gone = Doubt.objects.filter(one__in=here, other__in=here, state=DoubtState.OPEN)
        for doubt in gone:
            if (doubt.one_id, doubt.other_id) not in asked:
                doubt.delete()
        for (one, other), doubt in sorted(asked.items()):
            _ask(one, other, doubt)

    def _weak(self, event_of: Mapping[int, int]) -> dict[tuple[int, int], Pair]:
        """Pairs across the border of the neighbourhood whose points reach PROPOSE, unless the rest of the happening
        speaks against it."""
        found: dict[tuple[int, int], Pair] = {}
        outside = events_now({other.report for _, other in self.weak})
        for report, other in self.weak:
            event, theirs = event_of.get(report), outside.get(other.report)
            if event is None or theirs is None or event == theirs:
                continue
            members = [self.hood[r] for r, e in event_of.items() if e == event]
            compared = [alike(m, other) for m in members]
            if any(c.veto for c in compared) or any(m.article == other.article for m in members if m.article):
                continue
            mean = sum(c.score for c in compared) / len(compared)
            pair = _pair(event, theirs)
            if mean >= PROPOSE and (pair not in found or found[pair].score < mean):
                best = max(compared, key=lambda c: c.score)
                found[pair] = Pair(report, other.report, round(mean, 3), best.reasons)
        return found


def _ask(one: int, other: int, doubt: Pair) -> None:
    row, new = Doubt.objects.get_or_create(
        one_id=one, other_id=other, defaults={"score": doubt.score, "reasons": doubt.reasons}
    )
    if not new and row.state == DoubtState.OPEN and row.score != doubt.score:
        Doubt.objects.filter(pk=row.pk).update(score=doubt.score, reasons=doubt.reasons)


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
