"""Builds the report of one happening, each value with its span. PURE."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from events.codebook import CountKind, CrossingState, EventType, Modality, Theme, Unit
from events.reports import Count, Report, Span
from ingest.coding.bare import bare_numbers
from ingest.coding.claimants import Saying
from ingest.coding.confidence import report_confidence
from ingest.coding.counts import BARRIER, Number, find_numbers
from ingest.coding.dating import Dating, date_of
from ingest.coding.event_types import Draft, Happening
from ingest.coding.lexicon import Lexicon
from ingest.coding.parts import participant
from ingest.coding.places import Where
from ingest.coding.reading import Clause
from ingest.coding.roles import Who, word_of
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.themes import themes_in
from ingest.coding.words import Word

UNDATED = dt.date(2025, 6, 1)
"""Holders of offices are looked up on this day where nothing tells when an article appeared."""


class Build:
    """Builds the report of one happening."""

    def __init__(
        self,
        lexicon: Lexicon,
        published: dt.date | None,
        happening: Happening,
        main: bool,
        follow: Sequence[Clause],
        cast: Sequence[Who],
        saying: Saying | None,
        lead: Dating | None = None,
    ) -> None:
        self.lexicon, self.published, self.day = lexicon, published, published or UNDATED
        self.happening, self.main, self.follow = happening, main, follow
        self.cast, self.saying, self.lead = cast, saying, lead
        self.dating: Dating | None = None
        self.spans: list[Span] = []

    def report(self, places: Mapping[str, Where]) -> Report | None:
        """The report, or None where it has no date that may stand."""
        first = self.happening.first
        self._span("type", first.clause, first.start, first.end)
        modality = self._modality(first)
        dating = date_of(self.happening, self.follow, self.published, modality, self.main, self.lead)
        self.dating = dating
        if modality is Modality.DONE and self.published and dating.date and dating.date > self.published:
            modality = Modality.PLANNED
        if dating.clause is not None:
            self._span("date", dating.clause, dating.start, dating.end)
        mentioned = {}
        for name, where in places.items():
            self._span(name, where.clause, where.start, where.end)
            mentioned[name] = where.place.mention()
        self.spans += [w.span(f"participants.{n}") for n, w in enumerate(self.cast)]
        counts = self._counts(modality)
        themes = self._themes()
        if self.saying is not None:
            self._span("claimant", self.saying.clause, self.saying.start, self.saying.end)
        report = Report(
            type=self.happening.type,
            modality=modality,
            confidence=0.0,
            spans=(),
            background=dating.background,
            date=dating.date,
            date_basis=dating.basis,
            date_precision=dating.precision,
            end_date=dating.end_date,
            place=mentioned.get("place"),
            origin=mentioned.get("origin"),
            destination=mentioned.get("destination"),
            participants=tuple(participant(w, self.lexicon, self.day) for w in self.cast),
            counts=counts,
            themes=themes,
            claimant=self.saying.claimant if self.saying else None,
            flags=dating.flags,
        )
        report = replace(self._special(report), spans=tuple(self.spans))
        return replace(report, confidence=report_confidence(report, self.happening, self.main))

    def _span(self, field: str, clause: Clause, start: int, end: int) -> None:
        self.spans.append(clause.text.span(field, start, end))

    def _modality(self, first: Draft) -> Modality:
        if first.modality is Modality.DONE and first.modality_at is None:
            for draft in self.happening.drafts:
                if (
                    draft.clause.titular
                    and draft.modality in (Modality.CANCELLED, Modality.DENIED)
                    and draft.modality_at
                ):
                    self._span("modality", draft.clause, *draft.modality_at)
                    return draft.modality
        if first.modality is Modality.DONE and self.main:
            for clause in [first.clause, *self.follow]:
                denial = next((w for w in clause.words if "denied" in w.classes), None)
                if denial is not None and _REPORTED.search(clause.plain) and clause.order - first.clause.order <= 2:
                    self._span("modality", clause, denial.start, denial.end)
                    return Modality.DENIED
        if first.modality is Modality.ONGOING:
            for clause in self.follow:
                end = next((w for w in clause.words if "completed" in w.classes), None)
                if end is not None and not clause.titular and clause.order - first.clause.order <= 3:
                    self._span("modality", clause, end.start, end.end)
                    return Modality.DONE
        if first.modality is Modality.DONE and first.type is EventType.BORDER_MEASURE:
            progress = _PROGRESS.search(first.clause.text.plain, first.clause.start, first.clause.end)
            if progress is not None:
                self._span("modality", first.clause, *progress.span())
                return Modality.ONGOING
        at = first.modality_at or (first.start, first.end)
        self._span("modality", first.clause, *at)
        return first.modality

    def _counts(self, modality: Modality) -> tuple[Count, ...]:
        """The numbers of the clauses that tell of it; a number repeated is one count."""
        kind = self.happening.type
        court = kind is EventType.STATEMENT and self.happening.first.clause.has("court")
        if kind in TALKS or kind is EventType.APPOINTMENT or (kind is EventType.STATEMENT and not court):
            return ()
        found: dict[tuple[object, ...], Count] = {}
        told = [d.clause for d in self.happening.drafts]
        order = [c for c in [*self.follow, *told] if not c.titular] + [c for c in told if c.titular]
        for clause in dict.fromkeys(order):
            for number in self._numbers(clause, modality, found.values()):
                number = _in_context(number, kind, self.cast)
                if number.unit in _FOREIGN.get(kind, ()):
                    continue
                key = (number.value, number.unit)
                if key in found or (clause.titular and (_rounded(number, found.values()) or _vague(number, found))):
                    continue
                totals = [n for n, c in enumerate(found.values()) if c.of is None]
                self._span(f"counts.{len(found)}", clause, number.start, number.end)
                of = totals[-1] if number.part and totals else None
                if of is not None:
                    number = _like_its_total(number, list(found.values())[of])
                    key = (number.value, number.unit)
                said = self.saying.claimant.actor if self.saying else None
                found[key] = Count(number.value, number.unit, number.kind, number.scope, number.high, of, said)
        return tuple(found.values())

    def _numbers(self, clause: Clause, modality: Modality, found: Iterable[Count]) -> list[Number]:
        """The numbers of a clause; those without a unit count the people moved."""
        plain, planned = clause.text.plain, modality is Modality.PLANNED
        walls = self.happening.type is EventType.BORDER_MEASURE
        barrier = walls and any(BARRIER.search(d.clause.plain) for d in self.happening.drafts)
        numbers = find_numbers(plain, clause.start, clause.end, planned, barrier)
        unit = next((c.unit for c in found if c.unit in _PEOPLE), None)
        unit = unit or next((_UNIT_OF[w.actor] for w in self.cast if w.actor in _UNIT_OF), None)
        people = self.happening.type in MOVEMENTS or any(w.actor == "pop_isis_detainees" for w in self.cast)
        if not people or unit is None:
            return list(numbers)
        bare = bare_numbers(plain, clause.start, clause.end, unit, planned)
        free = [b for b in bare if not any(n.start < b.end and b.start < n.end for n in numbers)]
        return sorted([*numbers, *free], key=lambda n: n.start)

    def _themes(self) -> tuple[Theme, ...]:
        """What the clauses of it, and those that follow on it, are about."""
        found: list[Theme] = []
        if not self.main and self.happening.type is not EventType.STATEMENT:
            return ()
        for clause in self.follow:
            for theme, start, end in themes_in(clause.text.plain, clause.start, clause.end):
                if theme not in found:
                    self._span(f"themes.{len(found)}", clause, start, end)
                    found.append(theme)
        return tuple(found)

    def _special(self, report: Report) -> Report:
        """What only some types carry: the new status of a crossing, the office of an appointment."""
        first = self.happening.first
        if report.type is EventType.CROSSING_STATUS:
            trigger = word_of(first)
            partly = next((w for d in self.happening.drafts for w in d.clause.words if _limits(d.clause, w)), None)
            closing = "close" in trigger.classes and self.happening.after is None
            status = CrossingState.CLOSED if closing else CrossingState.OPEN
            self._span("status", first.clause, first.start, first.end)
            if partly is not None:
                status = CrossingState.PARTIAL
            return replace(report, status=status)
        if report.type is EventType.APPOINTMENT and self.cast:
            actor, office = self.cast[0].actor, None
            if actor is not None:
                office = self.lexicon.office_of(actor, self.day)
            elif self.cast[0].office:
                office = self.lexicon.offices[self.cast[0].office]
            if office is not None:
                self.spans.append(self.cast[0].span("office"))
                return replace(report, office=office.title_en)
        return report


_PROGRESS = re.compile(
    r"(?:كم|كيلومتر\w*|كيلو متر\w*)[^،.]{0,60}(?:من اصل|من مجموع)|km[^,.]{0,40}out of|(?:kilomet\w+|km)[^,.]{0,40}(?:so far|out of)"
)
"""A wall told by its length so far is still being built."""
_PEOPLE = frozenset((Unit.PEOPLE, Unit.SOLDIERS, Unit.DETAINEES))
_UNIT_OF = {
    "pop_isis_detainees": Unit.DETAINEES,
    "pop_sy_soldiers": Unit.SOLDIERS,
    "pop_camp_families": Unit.PEOPLE,
    "pop_refugees": Unit.PEOPLE,
}
_CARGO = frozenset((Unit.KILOGRAMS, Unit.PILLS, Unit.KM, Unit.WEAPONS))
_FATES = frozenset((Unit.KILLED, Unit.WOUNDED))
_FOREIGN: dict[EventType, frozenset[Unit]] = {
    EventType.REPATRIATION: _CARGO | _FATES | {Unit.ARRESTED},
    EventType.DETAINEE_TRANSFER: _CARGO | _FATES,
    EventType.REFUGE: _CARGO | {Unit.ARRESTED},
    EventType.AMNESTY: _CARGO | _FATES,
    EventType.CROSSING_STATUS: _CARGO | _FATES | {Unit.ARRESTED, Unit.SOLDIERS},
    EventType.STATEMENT: _CARGO | _FATES | {Unit.VEHICLES, Unit.FAMILIES},
}
"""What an event of a type does not count: a number of it belongs to something told beside."""
_REPORTED = re.compile(
    r"انباء|شايعات|ما تداول|ما نشر|ما ذكر|ما اشيع|معلومات|تقارير|صحه|reports|rumou?rs|claims|allegations|circulat"
)


def _limits(clause: Clause, word: Word) -> bool:
    """«جزئياً», "for trucks only", unless it tells of the time before, or of travellers and goods alike."""
    if _TRAVELLERS.search(clause.plain) and _GOODS.search(clause.plain):
        return False
    return "partly" in word.classes and not _BEFORE.search(clause.before(word.start, 12))


_TRAVELLERS = re.compile(r"مسافر|passenger|travell?er")


_GOODS = re.compile(r"شاحن|بضايع|بضاي|تجاري|truck|goods|cargo|freight|trade|commerc")


_BEFORE = re.compile(r"(?:بعد|after|following)(?: \S+)? $")


def _like_its_total(number: Number, total: Count) -> Number:
    """«القبض على ستة، بينهم امرأتان»: the part are of the kind of the total."""
    known = number.unit is Unit.PEOPLE and total.unit in (Unit.ARRESTED, Unit.DETAINEES, Unit.SOLDIERS)
    return replace(number, unit=total.unit) if known else number


def _in_context(number: Number, kind: EventType, cast: Sequence[Who]) -> Number:
    """People and suspects moved as detainees are detainees; those on the border are soldiers."""
    escaped = kind is EventType.INCIDENT and any(w.actor == "pop_isis_detainees" for w in cast)
    if escaped and number.unit is Unit.PEOPLE:
        return replace(number, unit=Unit.DETAINEES)
    if kind is EventType.AMNESTY and number.unit is Unit.PEOPLE and any(w.actor == "pop_sy_soldiers" for w in cast):
        return replace(number, unit=Unit.SOLDIERS)
    if (
        kind in (EventType.BORDER_OPERATION, EventType.JOINT_OPERATION)
        and number.unit is Unit.PEOPLE
        and any(w.actor == "pop_suspects" for w in cast)
    ):
        return replace(number, unit=Unit.ARRESTED) if not number.part else number
    held = kind in (EventType.DETAINEE_TRANSFER, EventType.STATEMENT) and number.unit in (
        Unit.PEOPLE,
        Unit.ARRESTED,
        Unit.SOLDIERS,
    )
    if kind is EventType.BORDER_MEASURE and number.unit is Unit.PEOPLE:
        return replace(number, unit=Unit.SOLDIERS)
    return replace(number, unit=Unit.DETAINEES) if held else number


def _vague(number: Number, counts: Iterable[tuple[object, ...]]) -> bool:
    """«مئات» in a headline over a text that counts them."""
    return (
        number.kind is CountKind.AT_LEAST and number.value in _VAGUE and any(unit is number.unit for _, unit in counts)
    )


_VAGUE = (20.0, 200.0, 2000.0)


def _rounded(number: Number, counts: Iterable[Count]) -> bool:
    """Whether a headline's number only rounds one of the text."""
    return any(c.unit is number.unit and abs(c.value - number.value) <= 0.06 * c.value for c in counts)
