"""From a report's claims to the facts that matching compares; one way for machine, import and person alike."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from events.assigning import reports_in
from events.codebook import (
    BAGHDAD,
    ROLLED_UP,
    ActorKind,
    Basis,
    ClaimField,
    CountKind,
    DateBasis,
    DatePrecision,
    EventType,
    Modality,
    Origin,
    Part,
    PlaceKind,
    Scope,
    Side,
    SpanIn,
)
from events.derivation import role_on
from events.facts import COUNTRY, POINT, PROVINCE, TOWNSHIP, Facts, Person, Spot, window
from events.models import Actor, Claim, Place, Report, Role
from events.numbers import Number

_SIZE = {PlaceKind.COUNTRY: COUNTRY, PlaceKind.REGION: COUNTRY, PlaceKind.ADMIN1: PROVINCE, PlaceKind.ADMIN2: TOWNSHIP}
_COMPARED = (Scope.BATCH, Scope.PLANNED)
"""Scopes that belong to one happening; totals and stocks say nothing of it."""


_CORRECTED = (
    ClaimField.TYPE,
    ClaimField.MODALITY,
    ClaimField.DATE,
    ClaimField.PLACE,
    ClaimField.ORIGIN,
    ClaimField.DESTINATION,
    ClaimField.STATUS,
)


def facts_of(reports: Collection[Report], corrections: Mapping[str, Claim] | None = None) -> dict[int, Facts]:
    """The facts of these reports by id; one that says no type or day has none. Five queries for any number.

    `corrections`: a person's claims on the event in which they stand; they count before what the reports say.
    """
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim in Claim.objects.filter(report__in=[r.pk for r in reports], asserts=True, withdraws=None).order_by("id"):
        claims[claim.report_id].append(claim)
    said = corrections or {}
    registry = _Registry.of([*(c for rows in claims.values() for c in rows), *said.values()])
    found = {r.pk: _Facts(r, claims[r.pk], registry, said).build() for r in reports}
    return {pk: facts for pk, facts in found.items() if facts is not None}


def corrections_of(event: int) -> dict[str, Claim]:
    """The newest standing claim of a person per field that matching compares; a denial empties the field."""
    rows = Claim.objects.filter(
        report__origin=Origin.PERSON,
        report__in=reports_in([event]),
        field__in=_CORRECTED,
        withdraws=None,
        withdrawn_by=None,
    )
    return {c.field: c for c in rows.order_by("id")}


@dataclass(frozen=True, slots=True)
class _Registry:
    """The rows that some claims name."""

    actors: dict[int, Actor]
    places: dict[int, Place]
    roles: dict[int, list[Role]]

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> _Registry:
        actors = {c.v_actor_id for c in claims if c.v_actor_id}
        places = {c.v_place_id for c in claims if c.v_place_id}
        roles: dict[int, list[Role]] = defaultdict(list)
        for role in (
            Role.objects.filter(person__in=actors).select_related("office__org__parent__parent__parent").order_by("id")
        ):
            roles[role.person_id].append(role)
        return cls(
            {
                a.pk: a
                for a in Actor.objects.filter(pk__in=actors)
                .select_related("parent__parent__parent")
                .prefetch_related("holdings")
            },
            {p.pk: p for p in Place.objects.filter(pk__in=places).select_related("crossing")},
            roles,
        )

    def spot(self, key: int | None) -> Spot | None:
        """A place as matching sees it; a border town stands for its crossing."""
        place = self.places.get(key or 0)
        return spot_of(place) if place else None


def spot_of(place: Place) -> Spot:
    """A place for comparison; a border town is its crossing."""
    at = place.crossing or place
    size = _SIZE.get(PlaceKind(at.kind), POINT)
    return Spot(at.pk, frozenset({at.pk, place.pk, *at.ancestors, *place.ancestors}), place.lat, place.lon, size)


class _Facts:
    """One report's claims as facts."""

    def __init__(
        self, report: Report, claims: Sequence[Claim], registry: _Registry, corrections: Mapping[str, Claim]
    ) -> None:
        self.report, self.registry = report, registry
        self.single = {c.field: c for c in claims} | {f: c for f, c in corrections.items() if c.asserts}
        for name in [f for f, c in corrections.items() if not c.asserts]:
            self.single.pop(name, None)
        self.titled = {_name(c) for c in claims if c.span_in == SpanIn.TITLE and (c.v_actor_id or c.v_place_id)}
        self.people = [c for c in claims if c.field == ClaimField.PARTICIPANT and c.v_part != Part.MENTIONED]
        self.counts = [c for c in claims if c.field == ClaimField.COUNT and c.v_of_id is None]

    def build(self) -> Facts | None:
        """The facts, or None without a type or a day."""
        kind, day = self.single.get(ClaimField.TYPE), self.single.get(ClaimField.DATE)
        if kind is None or day is None or day.v_date is None:
            return None
        modality = self.single.get(ClaimField.MODALITY)
        status, office = self.single.get(ClaimField.STATUS), self.single.get(ClaimField.OFFICE)
        series = self.single.get(ClaimField.SERIES)
        return Facts(
            type=EventType(kind.v_choice or ""),
            modality=Modality(modality.v_choice or "") if modality else Modality.DONE,
            background=self.report.background,
            spot=self._spot(ClaimField.PLACE),
            origin=self._spot(ClaimField.ORIGIN),
            destination=self._spot(ClaimField.DESTINATION),
            numbers=tuple(self._numbers()),
            status=status.v_choice if status else None,
            office=office.v_office if office else None,
            series=series.v_choice if series else None,
            ordinal=int(series.v_low) if series and series.v_low is not None else None,
            titled=frozenset(self.titled),
            voice=self._voice(kind),
            **self._when(day),
            **self._who(day.v_date),
        )

    def _voice(self, kind: Claim) -> str:
        """The side that is quoted, else that of the outlet."""
        outlet = self.report.coding.text.article.source.side if self.report.coding else None
        return _rolled(kind.claimant_side or outlet)

    def _spot(self, field: ClaimField) -> Spot | None:
        claim = self.single.get(field)
        return self.registry.spot(claim.v_place_id) if claim else None

    def _when(self, day: Claim) -> dict[str, Any]:
        by_publication = day.basis == Basis.PUBLISHED
        precision = DatePrecision(day.v_precision or "day")
        text = self.report.coding.text if self.report.coding else None
        said = text.published.astimezone(BAGHDAD).date() if text and text.published else None
        basis = DateBasis.PUBLISHED if by_publication else DateBasis.TEXT
        assert day.v_date is not None
        first, last = window(day.v_date, day.v_date_end, precision, basis, said)
        exact = precision is DatePrecision.DAY
        return {
            "first": first,
            "last": last,
            "exact": exact and not by_publication,
            "said": day.v_date if by_publication and exact else None,
            "undated": self.report.background and by_publication,
        }

    def _who(self, day: dt.date) -> dict[str, Any]:
        persons, bodies, groups, sides, unknown = set(), set(), set(), set(), set()
        over: set[int] = set()
        for claim in self.people:
            actor = self.registry.actors.get(claim.v_actor_id or 0)
            if actor is None:
                unknown.add(claim.v_name or "")
                sides |= {_rolled(claim.v_side)} - {""}
            elif actor.kind == ActorKind.POPULATION_GROUP:
                groups.add(actor.code)
            else:
                side = _rolled(actor.side_on(day))
                sides |= {side} - {""}
                if actor.kind == ActorKind.PERSON:
                    persons.add(Person(actor.pk, side, claim.v_part == Part.HOST))
                    role = role_on(self.registry.roles.get(actor.pk, ()), day)
                    bodies |= {role.office.org_id} if role else set()
                    over |= _over(role.office.org) if role and role.office.org else set()
                else:
                    bodies.add(actor.pk)
                    over |= _over(actor)
        return {
            "persons": frozenset(persons),
            "bodies": frozenset(bodies),
            "over": frozenset(over),
            "groups": frozenset(groups),
            "sides": frozenset(sides),
            "unknown": frozenset(unknown - {""}),
            "targets": frozenset(self._targets()),
        }

    def _targets(self) -> set[str]:
        actors = (self.registry.actors.get(c.v_actor_id or 0) for c in self.people if c.v_part == Part.TARGET)
        return {a.code for a in actors if a is not None}

    def _numbers(self) -> Iterable[Number]:
        for claim in self.counts:
            if claim.v_scope in _COMPARED and claim.v_low is not None:
                high = float(claim.v_high) if claim.v_high is not None else None
                yield Number(
                    claim.v_unit or "", claim.v_scope or "", CountKind(claim.v_kind or ""), float(claim.v_low), high
                )


def _over(body: Actor) -> set[int]:
    """The bodies to which it belongs, below the state itself."""
    found: set[int] = set()
    above = body.parent
    while above is not None and above.parent is not None:
        found.add(above.pk)
        above = above.parent
    return found


def _name(claim: Claim) -> str:
    return f"a{claim.v_actor_id}" if claim.v_actor_id else f"p{claim.v_place_id}"


def _rolled(side: str | None) -> str:
    """KRG counts as Iraq's; who is on no side has none."""
    if not side or side == Side.OTHER:
        return ""
    return ROLLED_UP.get(Side(side), Side(side)).value
