"""An event's derived columns and tables, written from its standing claims. The only writer of them.

`derive_events` locks the event rows (in order of id) before it reads their claims, so the last derivation has seen
every committed claim. Run twice, it changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.search import SearchVector
from django.db import models, transaction
from django.db.models import Value
from django.db.models.functions import Cast

from events.adoption import Adopted, adopt
from events.codebook import (
    BAGHDAD,
    RULES_VERSION,
    Basis,
    ClaimField,
    DateBasis,
    EventType,
    Flag,
    Modality,
    Origin,
    Part,
    Scope,
    Side,
    Unit,
)
from events.corroboration import Voice, best_reliability, credibility, event_confidence, independent
from events.indexing import Months, apply_months, keys_of, sync_keys
from events.models import Actor, Event, EventKey, Figure, Participation, Place, Report, Role, Source
from events.searching import fold
from events.standing import LiveClaims, standing_claims
from events.tenure import holder_on
from events.titles import Name, TitleParts, as_written, most_telling, title_ar, title_en
from events.weighing import Standing

_NOT_YET = (Modality.PLANNED, Modality.CANCELLED, Modality.DENIED)

_DERIVED = [
    f.attname
    for f in Event._meta.concrete_fields
    if not f.editable and f.name not in ("id", "search", "public_id", "first_recorded")
]


@dataclass(slots=True)
class Lookup:
    """The registry rows that a batch of events needs, read at once."""

    actors: dict[int, Actor]
    places: dict[int, Place]
    roles: dict[int, list[Role]]


def derive_events(event_ids: Collection[int]) -> int:
    """Derive these events again in one transaction; returns how many changed."""
    if not event_ids:
        return 0
    with transaction.atomic():
        events = list(Event.objects.select_for_update().filter(pk__in=event_ids).order_by("pk"))
        live = standing_claims([e.pk for e in events])
        lookup = _lookup(live.values())
        derived = {e.pk: _Derivation(e, live.get(e.pk, LiveClaims()), lookup) for e in events}
        rows = _current_rows([e.pk for e in events])
        months: Months = Counter()
        changed = 0
        for event in events:
            changed += derived[event.pk].write(rows[event.pk], months)
        apply_months(months)
        return changed


@dataclass(slots=True)
class _Rows:
    """The derived rows an event has now."""

    people: list[Participation]
    figures: list[Figure]
    keys: list[EventKey]


def _current_rows(ids: Sequence[int]) -> dict[int, _Rows]:
    rows: dict[int, _Rows] = defaultdict(lambda: _Rows([], [], []))
    for person in Participation.objects.filter(event__in=ids):
        rows[person.event_id].people.append(person)
    for figure in Figure.objects.filter(event__in=ids):
        rows[figure.event_id].figures.append(figure)
    for key in EventKey.objects.filter(event__in=ids):
        rows[key.event_id].keys.append(key)
    return rows


def _lookup(live: Iterable[LiveClaims]) -> Lookup:
    claims = [c for each in live for c in each.claims]
    actors = {c.actor for c in claims if c.actor}
    roles: dict[int, list[Role]] = defaultdict(list)
    for role in Role.objects.filter(person__in=actors).select_related("office").order_by("id"):
        roles[role.person_id].append(role)
    return Lookup(
        actors={a.pk: a for a in Actor.objects.filter(pk__in=actors).prefetch_related("holdings")},
        places={p.pk: p for p in Place.objects.filter(pk__in={c.place for c in claims if c.place})},
        roles=roles,
    )


def voices_of(reports: Iterable[Report]) -> list[Voice]:
    """The outlets of first-hand reports; a reprint speaks with the original's voice."""
    voices = []
    for report in reports:
        if report.background:
            continue
        if report.coding is not None:
            article = report.coding.text.article
            voices.append(_voice((article.copy_of or article).source))
        voices += [_voice(c.source) for c in report.citations.all() if c.source]
    return voices


def _voice(source: Source) -> Voice:
    return Voice(source.family, Side(source.side), source.state_media, source.reliability or "F")


def role_on(roles: Iterable[Role], day: date) -> Role | None:
    """The office a person held on a day: the surest, not acting before acting, the latest begun."""
    held = [r for r in roles if holder_on([r.tenure()], day)[0] is not None]
    if not held:
        return None
    return max(held, key=lambda r: (bool(r.tenure().holds(day)), not r.acting, r.start or date.min, r.pk))


class _Derivation:
    """One event: from its standing claims to the rows it should have."""

    def __init__(self, event: Event, live: LiveClaims, lookup: Lookup) -> None:
        self.event, self.live, self.lookup = event, live, lookup
        self.adopted: Adopted = adopt(live.claims)

    def write(self, rows: _Rows, months: Months) -> bool:
        """Write what differs; `months` collects the change of the month counts. True when anything changed."""
        before = {name: getattr(self.event, name) for name in _DERIVED}
        self._fill()
        people = self._people()
        figures = self._figures()
        self._titles(people)
        changed = before != {name: getattr(self.event, name) for name in _DERIVED}
        if changed:
            self._save()
        changed |= _sync(rows.people, people, ("actor_id", "name", "part", "role_id", "side", "claim_id"))
        changed |= _sync(rows.figures, figures, ("unit", "scope", "kind", "best", "low", "high", "claims", "claim_id"))
        themes = [c.choice for c in self.adopted.themes if c.choice]
        delta = sync_keys(self.event, rows.keys, keys_of(self.event, people, themes, self._sources()))
        months.update(delta)
        return changed or any(delta.values())

    def _save(self) -> None:
        event = self.event
        event.save(update_fields=_DERIVED)
        text = fold(f"{event.title_en} {event.title_ar}")
        vector = SearchVector(Cast(Value(text), models.TextField()), config="simple")
        Event.objects.filter(pk=event.pk).update(search=vector)

    def _fill(self) -> None:
        """The event's own columns."""
        event, adopted = self.event, self.adopted
        event_type = adopted.choice(ClaimField.TYPE)
        event.type = event_type
        event.family = EventType(event_type).family.value if event_type else None
        event.modality = adopted.choice(ClaimField.MODALITY)
        event.crossing_state = adopted.choice(ClaimField.STATUS)
        event.last_claim_at = self.live.last_claim_at
        event.flags = self._flags()
        self._date(adopted.single.get(ClaimField.DATE))
        place = adopted.single.get(ClaimField.PLACE)
        event.place = self._place(ClaimField.PLACE)
        event.place_precision = place.precision if place else None
        event.origin = self._place(ClaimField.ORIGIN)
        event.destination = self._place(ClaimField.DESTINATION)
        event.families = len(self._families())
        self._standing()
        event.rules_version = RULES_VERSION

    def _date(self, claim: Standing | None) -> None:
        """Take over the adopted day. A done act two days or more after we last heard of it is no day at all."""
        event = self.event
        if claim is not None and claim.date is not None and self.live.last_claim_at is not None:
            heard = self.live.last_claim_at.astimezone(BAGHDAD).date()
            if event.modality not in _NOT_YET and claim.date > heard + timedelta(days=2):
                event.flags = sorted({*event.flags, Flag.DATE_CONFLICT.value})
                claim = None
        event.date = claim.date if claim else None
        event.date_end = claim.date_end if claim else None
        event.date_precision = claim.precision if claim else None
        published = claim is not None and claim.basis is Basis.PUBLISHED
        event.date_basis = (DateBasis.PUBLISHED if published else DateBasis.TEXT).value if claim else None

    def _place(self, name: ClaimField) -> Place | None:
        claim = self.adopted.single.get(name)
        return self.lookup.places[claim.place] if claim and claim.place else None

    def _first_hand(self) -> list[Report]:
        reports = list(self.live.reports.values())
        return [r for r in reports if not r.background] or reports

    def _standing(self) -> None:
        """Confidence, reliability and credibility from who tells it; a person settles it."""
        reports = self._first_hand()
        voices = voices_of(reports)
        settled = any(r.origin == Origin.PERSON for r in reports)
        imported = any(r.origin == Origin.IMPORT for r in reports)
        base = max((r.confidence for r in reports), default=None)
        families = len(independent(voices))
        conflict = Flag.DATE_CONFLICT.value in self.event.flags or self._contradicted()
        self.event.reliability = best_reliability(voices)
        self.event.credibility = credibility(families, conflict=conflict, settled=settled) if reports else None
        self.event.confidence = (
            base
            if imported and not settled
            else event_confidence(
                base, families, reliability=self.event.reliability, conflict=conflict, settled=settled
            )
        )

    def _contradicted(self) -> bool:
        """Whether first-hand reports give the event different days, none of them a person's."""
        days = {
            (c.date, c.precision)
            for c in self.live.claims
            if c.field is ClaimField.DATE and c.basis is not Basis.PUBLISHED and not c.background
        }
        exact = {day for day, precision in days if precision == "day"}
        return len(exact) > 1

    def _flags(self) -> list[str]:
        told = {flag for report in self._first_hand() for flag in report.flags}
        return sorted(told | {flag.value for flag in self.adopted.flags})

    def _families(self) -> set[str]:
        """Independent publisher families of the first-hand reports; a reprint counts for the original's."""
        families: set[str] = set()
        for report in self.live.reports.values():
            if report.background:
                continue
            if report.coding is not None:
                article = report.coding.text.article
                families.add((article.copy_of or article).source.family)
            families |= {c.source.family if c.source else c.publisher for c in report.citations.all()}
        return families - {""}

    def _sources(self) -> set[int]:
        sources: set[int] = set()
        for report in self.live.reports.values():
            if report.coding is not None:
                sources.add(report.coding.text.article.source_id)
            sources |= {c.source_id for c in report.citations.all() if c.source_id}
        return sources

    def _people(self) -> list[Participation]:
        """Who takes part, with the role and side of the event's day."""
        day = self.event.date
        rows = []
        for claim in self.adopted.participants:
            actor = self.lookup.actors[claim.actor] if claim.actor else None
            role = role_on(self.lookup.roles[actor.pk], day) if actor and day else None
            side = actor.side_on(day) if actor and day else claim.side or (actor.side if actor else Side.OTHER)
            name = "" if actor else claim.name or ""
            part = (claim.part or Part.PARTICIPANT).value
            rows.append(
                Participation(
                    event=self.event, actor=actor, name=name, part=part, role=role, side=side, claim_id=claim.id
                )
            )
        return rows

    def _figures(self) -> list[Figure]:
        return [
            Figure(
                event=self.event,
                unit=f.unit,
                scope=f.scope,
                kind=f.kind.value,
                best=f.best,
                low=f.low,
                high=f.high,
                claims=f.claims,
                claim_id=f.claim,
            )
            for f in self.adopted.figures
        ]

    def _titles(self, people: Sequence[Participation]) -> None:
        """A person's or import's title stands over the composed one, language by language."""
        event = self.event
        if not event.type:
            event.title_en = event.title_ar = ""
            return
        parts = self._title_parts(people)
        given = self.adopted.single.get(ClaimField.TITLE)
        event.title_en = (given.text_en if given else None) or title_en(parts)
        event.title_ar = (given.text_ar if given else None) or title_ar(parts)

    def _title_parts(self, people: Sequence[Participation]) -> TitleParts:
        event = self.event
        order = list(Part)
        named = sorted(people, key=lambda p: order.index(Part(p.part)))
        best = most_telling(f for f in self.adopted.figures if f.scope == Scope.BATCH)
        return TitleParts(
            type=EventType(event.type),
            modality=Modality(event.modality or Modality.DONE),
            people=[(Part(p.part), _name(p.actor) if p.actor else as_written(p.name)) for p in named],
            place=_name(event.place),
            destination=_name(event.destination),
            count=(best.best, Unit(best.unit), best.kind) if best else None,
        )


def _name(row: Actor | Place | None) -> Name | None:
    return Name(row.name_en, row.name_ar) if row else None


def _sync(old: Sequence[models.Model], new: Sequence[models.Model], columns: Sequence[str]) -> bool:
    """Replace derived rows only where they differ, so that deriving again leaves the very same rows."""

    def values(row: Any) -> tuple[Any, ...]:
        return tuple(getattr(row, c) for c in columns)

    wanted, present = {values(r): r for r in new}, {values(r): r for r in old}
    gone = [present[v].pk for v in present.keys() - wanted.keys()]
    fresh = [row for v, row in wanted.items() if v not in present]
    if gone:
        type(old[0])._default_manager.filter(pk__in=gone).delete()
    if fresh:
        type(fresh[0])._default_manager.bulk_create(fresh)
    return bool(gone or fresh)
