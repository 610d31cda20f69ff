"""Everything an event's page says, worked out before the template: values, who says them, and on what basis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from events.adoption import adopt
from events.claimtext import ClaimLine, Shown, citation_name, claim_line, shown, with_context
from events.codebook import (
    BAGHDAD,
    ActorKind,
    Basis,
    ClaimField,
    EventStatus,
    Flag,
    Origin,
    Part,
    Scope,
    Side,
    SpanIn,
    Theme,
    Unit,
)
from events.highlighting import Mark, pieces, sentences
from events.labels import label, side_group
from events.listing import Row, row, with_rows
from events.models import Assignment, Citation, Claim, Event, Figure, Participation, Report
from events.querysets import EventQuerySet
from events.standing import LiveClaims, standing_claims
from events.wording import amount, arabic, date_text, day_text, number

SENTENCES = 3
"""Sentences shown of one report: those that prove most. The whole text is on the article's page."""

_GROUPS = ("iq", "sy", "third")

_NOT_COMPARED = (ClaimField.TITLE, ClaimField.NOTE, ClaimField.TYPE, ClaimField.MODALITY)
"""What the accounts of two sides are not set side by side for; all of it stands in the ledger."""


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
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report behind the event and where it stands."""

    origin: str
    outlet: str
    via: str
    title: str
    lang: str
    published: str
    url: str
    article: str
    quotes: tuple[tuple[Shown, ...], ...]
    background: bool
    reprint: bool


@dataclass(frozen=True, slots=True)
class Saying:
    """What one speaker says in one outlet: `line` names them, `values` are (field, values)."""

    line: ClaimLine
    values: tuple[tuple[str, tuple[ClaimLine, ...]], ...]


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
    accounts: list[tuple[str, list[Saying]]] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    ledger: list[tuple[str, list[ClaimLine], bool]] = field(default_factory=list)
    themes: list[tuple[str, str]] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    batches: list[tuple[str, str, bool]] = field(default_factory=list)


def for_page(events: EventQuerySet) -> EventQuerySet:
    """Events with what the head of the page reads."""
    return with_rows(events).select_related("place", "origin", "destination", "series", "merged_into")


def dossier(event: Event) -> Dossier:
    """Read and arrange everything about one event."""
    live = standing_claims([event.pk]).get(event.pk, LiveClaims())
    adopted = _adopted(live)
    claims = list(with_context(Claim.objects.filter(pk__in=[c.id for c in live.claims]).order_by("id")))
    lines = {c.pk: claim_line(c, live.reports[c.report_id].citations.all(), c.pk in adopted) for c in claims}
    page = Dossier(event, row(event))
    notes = {c.slot: lines[c.pk] for c in claims if c.field == ClaimField.NOTE}
    page.summary = [notes[slot] for slot in ("summary", "") if slot in notes]
    page.notes = [notes["note"]] if "note" in notes else []
    page.fulfilled_by = _fulfilled_by(claims)
    page.people = _people(event)
    page.numbers = _numbers(event, claims, lines)
    page.accounts = _accounts(claims, lines)
    page.evidence = _evidence(live.reports.values(), claims, lines)
    page.ledger = _ledger(claims, lines)
    page.themes = _themes(claims, adopted)
    page.flags = [str(label(Flag(f))) for f in event.flags if f in list(Flag)]
    page.batches = _batches(event)
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


def _fulfilled_by(claims: Sequence[Claim]) -> Event | None:
    """The event that a data set names as the outcome of this promise."""
    named = next((c for c in claims if c.field == ClaimField.NOTE and c.slot == "fulfilled_by"), None)
    if named is None:
        return None
    outcome = Report.objects.filter(dataset=named.report.dataset, dataset_key=named.v_text_en).order_by("-id")[:1]
    last = Assignment.objects.filter(report__in=outcome.values("pk")).select_related("event").order_by("-id").first()
    return last.event if last else None


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


def _numbers(event: Event, claims: Sequence[Claim], lines: Mapping[int, ClaimLine]) -> list[Number]:
    said: dict[tuple[str, str], list[ClaimLine]] = defaultdict(list)
    for claim in claims:
        if claim.field == ClaimField.COUNT and claim.v_unit and claim.v_scope:
            said[claim.v_unit, claim.v_scope].append(lines[claim.pk])
    return [_number(f, said[f.unit, f.scope]) for f in event.figures.all()]


def _number(figure: Figure, said: list[ClaimLine]) -> Number:
    return Number(
        best=amount(figure.best, None, figure.kind),
        low=number(figure.low),
        high=number(figure.high),
        unit=str(label(Unit(figure.unit))),
        scope=str(label(Scope(figure.scope))),
        differs=figure.low != figure.high,
        lines=tuple(said),
    )


def _accounts(claims: Sequence[Claim], lines: Mapping[int, ClaimLine]) -> list[tuple[str, list[Saying]]]:
    """What each capital and others say, by speaker and outlet; nothing at all when no side is quoted."""
    said: dict[str, dict[tuple[str, str], list[ClaimLine]]] = {group: defaultdict(list) for group in _GROUPS}
    for claim in claims:
        line = lines[claim.pk]
        account = claim.field == ClaimField.NOTE and ":" in claim.slot
        if account or (line.group and _compared(claim)):
            said[line.group or "third"][line.who, line.outlet or line.url].append(line)
    if not any(said.values()):
        return []
    return [(group, [_saying(rows) for rows in said[group].values()]) for group in _GROUPS]


def _compared(claim: Claim) -> bool:
    """Whether a coded value is the speaker's own: not the day of publication, nor those only mentioned."""
    return claim.field not in _NOT_COMPARED and claim.v_part != Part.MENTIONED and claim.basis != Basis.PUBLISHED


def _saying(rows: Sequence[ClaimLine]) -> Saying:
    """Accounts in words first, then the coded values in the order of the codebook."""
    order = {name: n for n, name in enumerate(ClaimField)}
    by_field: dict[str, dict[str, ClaimLine]] = defaultdict(dict)
    for line in sorted(rows, key=lambda x: (x.field != ClaimField.NOTE, order[ClaimField(x.field)], x.id)):
        by_field[line.field_name].setdefault(line.value, line)
    return Saying(rows[0], tuple((name, tuple(values.values())) for name, values in by_field.items()))


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


def _evidence(reports: Iterable[Report], claims: Sequence[Claim], lines: Mapping[int, ClaimLine]) -> list[Evidence]:
    """First-hand reports before background, each in the order in which it was recorded."""
    by_report: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report_id].append(claim)
    found: list[Evidence] = []
    for report in sorted(reports, key=lambda r: (r.background, r.pk)):
        if report.coding is not None:
            found.append(_from_text(report, by_report[report.pk], lines))
        elif report.origin == Origin.IMPORT or report.citations.all():
            found += [_from_citation(report, c) for c in report.citations.all()]
    return found


def _from_text(report: Report, claims: Sequence[Claim], lines: Mapping[int, ClaimLine]) -> Evidence:
    text = report.coding.text
    article = text.article
    quotes = [
        q for where in SpanIn for q in _quotes(text.title if where is SpanIn.TITLE else text.body, where, claims, lines)
    ]
    return Evidence(
        origin=report.origin,
        outlet=article.source.name_in("ar" if arabic() else "en"),
        via="",
        title=text.title,
        lang=text.lang,
        published=day_text(text.published.astimezone(BAGHDAD).date()) if text.published else "",
        url=article.url,
        article=f"{reverse('events:article', args=[article.pk])}?version={text.n}",
        quotes=tuple(quotes),
        background=report.background,
        reprint=article.copy_of_id is not None,
    )


def _quotes(
    text: str, where: SpanIn, claims: Sequence[Claim], lines: Mapping[int, ClaimLine]
) -> list[tuple[Shown, ...]]:
    marks = [
        Mark(c.span_start, c.span_end, c.pk)
        for c in claims
        if c.span_in == where and c.span_start is not None and c.span_end is not None
    ]
    if where is SpanIn.TITLE:
        return []
    return [
        shown(pieces(text, marks, *_trimmed(text, start, end)), lines)
        for start, end in sentences(text, marks, SENTENCES)
    ]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))


def _from_citation(report: Report, citation: Citation) -> Evidence:
    quote = (Shown(citation.quote),) if citation.quote else ()
    return Evidence(
        origin=report.origin,
        outlet=citation_name(citation),
        via=citation.via,
        title="",
        lang=citation.lang,
        published=day_text(citation.published) if citation.published else "",
        url=citation.url,
        article="",
        quotes=(quote,) if quote else (),
        background=report.background,
        reprint=False,
    )


def _batches(event: Event) -> list[tuple[str, str, bool]]:
    """The events of the same series in order: (url, label, whether it is this one)."""
    if event.series_id is None:
        return []
    rows = Event.objects.filter(series=event.series_id).exclude(status__in=[EventStatus.REJECTED, EventStatus.MERGED])
    ordered = sorted(
        rows.only("public_id", "ordinal", "date", "date_end", "date_precision"),
        key=lambda e: (e.date is None, e.date, e.pk),
    )
    return [
        (
            reverse("events:event", args=[e.public_id]),
            (f"{e.ordinal} · " if e.ordinal else "") + date_text(e.date, e.date_precision, e.date_end),
            e.pk == event.pk,
        )
        for e in ordered
    ]
