"""Changes in office, proposed from appointments that were recorded: an editor accepts or declines each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from events.codebook import ActorKind, ClaimField, DatePrecision, EventStatus, EventType, Modality, Part
from events.derivation import derive_events
from events.models import Actor, Claim, Event, Office, Participation, ProposedRole, Role
from events.standing import live_reports
from events.tenure import period_end

NEAR = timedelta(days=31)
"""A role that began so near to the day of an appointment is the one that the appointment tells of."""

BATCH = 200


def propose_changes(event_ids: Collection[int]) -> list[ProposedRole]:
    """Note what these events tell of offices taken; what the registry holds already is no change."""
    events = Event.objects.filter(
        pk__in=event_ids,
        type=EventType.APPOINTMENT,
        modality=Modality.DONE,
        date__isnull=False,
        status__in=[EventStatus.CANDIDATE, EventStatus.PUBLISHED],
    )
    found = []
    for event in events.order_by("pk"):
        person, office = _person(event), _office(event)
        if person is not None and office is not None and not _known(person, office, event.date):
            found.append(_propose(event, person, office))
    return found


def _person(event: Event) -> Actor | None:
    """The one person who takes part; with several it is not told who takes office."""
    rows = Participation.objects.filter(event=event, actor__kind=ActorKind.PERSON).exclude(part=Part.MENTIONED)
    people = [p.actor for p in rows.select_related("actor")]
    return people[0] if len(people) == 1 else None


def _office(event: Event) -> Office | None:
    """The office that its claims name: by title, and by the body where the words or the participants tell it."""
    claims = Claim.objects.filter(report__in=live_reports([event.pk]), field=ClaimField.OFFICE, asserts=True)
    bodies = {p.actor_id for p in Participation.objects.filter(event=event, actor__isnull=False)}
    for claim in claims.filter(withdrawn_by=None).order_by("-origin", "id"):
        found = office_named(claim.v_office or "", bodies)
        if found is not None:
            return found
    return None


def office_named(words: str, bodies: Iterable[int] = ()) -> Office | None:
    """The office of a title, written alone or followed by the id of its body; None where two bodies share the title."""
    title, _comma, code = words.rpartition(", ")
    if title and Actor.objects.filter(code=code).exists():
        rows = Office.objects.filter(org__code=code)
        return _one(rows.filter(Q(title_en__iexact=title) | Q(title_ar=title)))
    rows = Office.objects.filter(Q(title_en__iexact=words) | Q(title_ar=words) | Q(code=words))
    return _one(rows) or _one(rows.filter(org__in=list(bodies)))


def _one(offices: Iterable[Office]) -> Office | None:
    found = list(offices)
    return found[0] if len(found) == 1 else None


def _known(person: Actor, office: Office, day: date) -> bool:
    """Whether the registry has this person in this office from about that day, or on it."""
    roles = Role.objects.filter(person=person, office=office)
    return any(r.tenure().holds(day) or (r.start and abs(r.start - day) <= NEAR) for r in roles)


def _holders(office: Office, person: Actor, day: date) -> Sequence[Role]:
    """Whose open time in the office ends when the person takes it."""
    rows = Role.objects.filter(office=office, end=None).exclude(person=person)
    return list(rows.filter(Q(start__lt=day) | Q(start=None)).select_related("person").order_by("-start", "-pk"))


def _propose(event: Event, person: Actor, office: Office) -> ProposedRole:
    day: date = event.date  # type: ignore[assignment]  # only dated events come here
    leaving = next((r.person for r in _holders(office, person, day)), None)
    found, _created = ProposedRole.objects.get_or_create(
        event=event,
        person=person,
        office=office,
        defaults={"day": day, "precision": event.date_precision, "leaving": leaving},
    )
    return found


def accept(proposal: ProposedRole, author: AbstractBaseUser) -> Role:
    """Write the new holder from that day and end the old one's time there; events since are derived again."""
    with transaction.atomic():
        row = ProposedRole.objects.select_for_update().select_related("event", "person", "office").get(pk=proposal.pk)
        if row.status != ProposedRole.Status.OPEN:
            raise ValueError("already decided")
        ending = _holders(row.office, row.person, row.day)
        Role.objects.filter(pk__in=[r.pk for r in ending]).update(end=row.day, end_precision=row.precision)
        role = Role.objects.create(
            person=row.person,
            office=row.office,
            start=row.day,
            start_precision=row.precision,
            last_seen=period_end(row.day, DatePrecision(row.precision)) - timedelta(days=1),
            basis="source",
            source_urls=_urls(row.event),
            note=f"accepted from {row.event.public_id}",
        )
        _decide(row, ProposedRole.Status.ACCEPTED, author, role)
        _derive_since(row.day, [row.person_id, *(r.person_id for r in ending)])
        return role


def decline(proposal: ProposedRole, author: AbstractBaseUser) -> None:
    """Leave the registry as it is; the same event does not propose it again."""
    _decide(proposal, ProposedRole.Status.DECLINED, author, None)


def _decide(proposal: ProposedRole, status: str, author: AbstractBaseUser, role: Role | None) -> None:
    ProposedRole.objects.filter(pk=proposal.pk).update(status=status, role=role, decided_by=author, decided_at=Now())


def _urls(event: Event) -> list[str]:
    """Where the appointment is told, at most five."""
    reports = live_reports([event.pk]).select_related("coding__text__article").prefetch_related("citations")
    urls = []
    for report in reports.order_by("id"):
        urls += [report.coding.text.article.url] if report.coding else [c.url for c in report.citations.all()]
    return list(dict.fromkeys(u for u in urls if u))[:5]


def _derive_since(day: date, people: Collection[int]) -> None:
    """Labels are those of the day: events of these persons from then on are derived again."""
    rows = Participation.objects.filter(actor__in=people, event__date__gte=day).order_by("event")
    ids = list(rows.values_list("event", flat=True).distinct())
    for start in range(0, len(ids), BATCH):
        derive_events(ids[start : start + BATCH])
