"""Everything an event's page says, worked out before the template: values, who says them, and on what basis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from events.adoption import adopt
from events.capitals import Capitals, capitals
from events.claimtext import ClaimLine, claim_line, with_context
from events.codebook import (
    ActorKind,
    ClaimField,
    EventStatus,
    Family,
    Flag,
    Modality,
    Part,
    Scope,
    Side,
    Theme,
    Unit,
)
from events.evidence import Evidence, evidence
from events.labels import label, side_group
from events.lags import Told, told_of, words_in
from events.ledger import Entry, UnitSum, batches_of, entry, sums_of
from events.levels import highest, level_of
from events.listing import Row, row, with_rows
from events.models import Claim, Event, Figure, Participation
from events.promises import named_results
from events.querysets import EventQuerySet
from events.saying import days_said, offices_of
from events.standing import LiveClaims, standing_claims
from events.wording import amount, arabic, date_text, number


@dataclass(frozen=True, slots=True)
class Person:
    """Who took part: with the office held that day. `unsure`: nobody was seen confirming it for a year before."""

    name: str
    url: str
    office: str
    org: str
    unsure: bool
    person: bool
    side: str
    side_class: str
    part: str
    mentioned: bool


@dataclass(frozen=True, slots=True)
class Number:
    """One unit and scope: the adopted number, the range of what was said, and who said which."""

    best: str
    low: str
    high: str
    unit: str
    scope: str
    differs: bool
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Dossier:
    """The page of one event."""

    event: Event
    row: Row
    summary: list[ClaimLine] = field(default_factory=list)
    notes: list[ClaimLine] = field(default_factory=list)
    fulfilled_by: Event | None = None
    people: list[Person] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    sums: tuple[UnitSum, ...] = ()
    entries: list[Entry] = field(default_factory=list)
    capitals: Capitals | None = None
    told: Told | None = None
    promised: list[ClaimLine] = field(default_factory=list)
    levels: list[tuple[str, str, str]] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    ledger: list[tuple[str, list[ClaimLine], bool]] = field(default_factory=list)
    themes: list[tuple[str, str]] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    batches: list[tuple[str, str, bool, Event]] = field(default_factory=list)


def for_page(events: EventQuerySet) -> EventQuerySet:
    """Events with what the head of the page reads."""
    return with_rows(events).select_related("place", "origin", "destination", "series", "merged_into")


def dossier(event: Event) -> Dossier:
    """Read and arrange everything about one event."""
    live = standing_claims([event.pk]).get(event.pk, LiveClaims())
    adopted = _adopted(live)
    claims = list(with_context(Claim.objects.filter(pk__in=[c.id for c in live.claims]).order_by("id")))
    cited = {pk: list(report.citations.all()) for pk, report in live.reports.items()}
    offices = offices_of(claims)
    lines = {c.pk: claim_line(c, cited[c.report_id], c.pk in adopted, event.date, offices) for c in claims}
    page = Dossier(event, row(event))
    notes = {c.slot: lines[c.pk] for c in claims if c.field == ClaimField.NOTE}
    page.summary = [notes[slot] for slot in ("summary", "") if slot in notes]
    page.notes = [notes["note"]] if "note" in notes else []
    page.fulfilled_by = _fulfilled_by(claims)
    page.promised = _promised(event, claims, lines)
    page.people = _people(event)
    page.levels = _levels(event)
    page.entries = [
        entry(c, event, page.row, lines[c.pk], days_said(c, cited[c.report_id]))
        for c in claims
        if c.field == ClaimField.COUNT and c.asserts and c.v_low is not None
    ]
    page.numbers = [_number(f, page.entries) for f in event.figures.all()]
    page.capitals = capitals(claims, lines)
    page.told = _told(event, live, claims)
    page.evidence = evidence(live.reports.values(), claims, lines)
    page.ledger = _ledger(claims, lines)
    page.themes = _themes(claims, adopted)
    page.flags = [str(label(Flag(f))) for f in event.flags if f in list(Flag)]
    fellows = _fellows(event)
    page.batches = [_batch(e, event) for e in fellows]
    page.sums = _sums(event, fellows, page.entries)
    return page


def _adopted(live: LiveClaims) -> set[int]:
    """Ids of the claims whose values the event shows."""
    found = adopt(live.claims)
    return {
        *(c.id for c in found.single.values()),
        *(c.id for c in found.participants),
        *(c.id for c in found.themes),
        *(f.claim for f in found.figures),
    }


def _told(event: Event, live: LiveClaims, claims: Sequence[Claim]) -> Told | None:
    """When each capital first told of it; what a background paragraph recalls is no announcement."""
    by_report: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report_id].append(claim)
    reports = [r for r in live.reports.values() if not r.background]
    return told_of(event, [w for r in reports for w in words_in(r, by_report[r.pk], event.date)])


def _fulfilled_by(claims: Sequence[Claim]) -> Event | None:
    """The event that a data set names as the outcome of this promise."""
    named = next((c for c in claims if c.field == ClaimField.NOTE and c.slot == "fulfilled_by"), None)
    return named_results({0: named}).get(0) if named else None


def _promised(event: Event, claims: Sequence[Claim], lines: Mapping[int, ClaimLine]) -> list[ClaimLine]:
    """Who announced beforehand what has happened since."""
    if event.modality not in (Modality.DONE, Modality.ONGOING):
        return []
    return [lines[c.pk] for c in claims if c.field == ClaimField.MODALITY and c.v_choice == Modality.PLANNED]


def _levels(event: Event) -> list[tuple[str, str, str]]:
    """For talks the highest office of each side: (class, side, level)."""
    if event.family != Family.TALKS:
        return []
    by_side: dict[Side, list[str]] = defaultdict(list)
    for who in event.participations.all():
        if who.role is not None:
            by_side[Side(who.side)].append(who.role.office.title_en)
    return [
        (side_group(side), str(label(side)), str(label(level)))
        for side in Side
        if (level := highest(map(level_of, by_side[side]))) is not None
    ]


def _people(event: Event) -> list[Person]:
    rows = Participation.objects.filter(event=event).select_related("actor", "role__office__org").order_by("id")
    order = list(Part)
    return [_person(p, event) for p in sorted(rows, key=lambda p: order.index(Part(p.part)))]


def _person(who: Participation, event: Event) -> Person:
    language = "ar" if arabic() else "en"
    office = who.role.office if who.role else None
    unsure = bool(who.role and event.date and who.role.tenure().unconfirmed(event.date))
    return Person(
        name=who.actor.name_in(language) if who.actor else who.name,
        url=reverse("events:actor", args=[who.actor.code]) if who.actor else "",
        office=office.title_in(language) if office else "",
        org=office.org.name_in(language) if office else "",
        unsure=unsure,
        person=who.actor is not None and who.actor.kind == ActorKind.PERSON,
        side=str(label(Side(who.side))),
        side_class=side_group(who.side),
        part=str(label(Part(who.part))),
        mentioned=who.part == Part.MENTIONED,
    )


def _number(figure: Figure, entries: Sequence[Entry]) -> Number:
    return Number(
        best=amount(figure.best, None, figure.kind),
        low=number(figure.low),
        high=number(figure.high),
        unit=str(label(Unit(figure.unit))),
        scope=str(label(Scope(figure.scope))),
        differs=figure.low != figure.high,
        entries=tuple(e for e in entries if (e.unit, e.scope) == (figure.unit, figure.scope)),
    )


def _sums(event: Event, fellows: Sequence[Event], entries: Sequence[Entry]) -> tuple[UnitSum, ...]:
    """Totals and plans told of this event against the batches recorded, for those units of which there is one."""
    batches = batches_of(fellows or [event])
    units = {e.unit for e in entries if e.scope in (Scope.CUMULATIVE, Scope.PLANNED) and not e.part}
    return sums_of((b for b in batches if b.unit in units), entries)


def _ledger(claims: Sequence[Claim], lines: Mapping[int, ClaimLine]) -> list[tuple[str, list[ClaimLine], bool]]:
    """Every value with its basis, by field, what stands first; True where something else was said too."""
    by_field: dict[str, list[ClaimLine]] = defaultdict(list)
    for claim in claims:
        if claim.field != ClaimField.NOTE:
            by_field[claim.field].append(lines[claim.pk])
    return [
        (rows[0].field_name, sorted(rows, key=lambda x: (not x.adopted, x.id)), not all(x.adopted for x in rows))
        for rows in (by_field[name] for name in ClaimField if name in by_field)
    ]


def _themes(claims: Sequence[Claim], adopted: set[int]) -> list[tuple[str, str]]:
    chosen = {c.v_choice for c in claims if c.field == ClaimField.THEME and c.pk in adopted}
    return [(t.value, str(label(t))) for t in Theme if t.value in chosen]


def _fellows(event: Event) -> list[Event]:
    """The events of the same series, this one among them, in order of day."""
    if event.series_id is None:
        return []
    rows = with_rows(Event.objects.filter(series=event.series_id))
    rows = rows.exclude(status__in=[EventStatus.REJECTED, EventStatus.MERGED])
    return sorted(rows, key=lambda e: (e.date is None, e.date, e.pk))


def _batch(other: Event, event: Event) -> tuple[str, str, bool, Event]:
    """An event of the series: (url, label, whether it is this one, the row that tells its standing)."""
    ordinal = f"{other.ordinal} · " if other.ordinal else ""
    name = ordinal + date_text(other.date, other.date_precision, other.date_end)
    return reverse("events:event", args=[other.public_id]), name, other.pk == event.pk, other
