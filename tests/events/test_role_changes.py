"""Changes in office proposed from appointments."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from events.codebook import ActorKind, ClaimField, EventType, Modality, Part, Side
from events.models import Actor, Event, Office, Participation, ProposedRole, Role
from events.role_changes import accept, decline, office_named, propose_changes
from tests.builders import claim, event
from tests.reporting import actor, editor, registry

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DAY = dt.date(2025, 3, 14)


@pytest.fixture(autouse=True)
def _registry(db: None) -> None:
    registry()
    actor("p_next")


def appointment(office: str = "Head of INIS", person: str = "p_next", **values: Any) -> Event:
    told = claim(ClaimField.OFFICE, v_office=office)
    people = ((person, Part.PARTICIPANT), ("iq_gov", Part.INITIATOR), ("p_shatri", Part.MENTIONED))
    return event(EventType.APPOINTMENT, DAY, people, None, extra=(told,), **values)


def test_an_appointment_proposes_who_comes_and_who_goes() -> None:
    (found,) = propose_changes([appointment().pk])
    assert (found.person.code, found.office.code, found.day) == ("p_next", "inis-head", DAY)
    assert found.leaving is not None and found.leaving.code == "p_shatri"


def test_it_is_proposed_once() -> None:
    made = appointment()
    assert propose_changes([made.pk]) == propose_changes([made.pk])
    assert ProposedRole.objects.count() == 1


def test_accepted_the_new_holder_begins_where_the_old_one_ends() -> None:
    (found,) = propose_changes([appointment().pk])
    role = accept(found, editor())
    assert (role.person.code, role.start, role.basis) == ("p_next", DAY, "source")
    assert role.source_urls == ["https://daily.example/a"]
    assert Role.objects.get(person__code="p_shatri").end == DAY
    found.refresh_from_db()
    assert (found.status, found.role, found.decided_by) == ("accepted", role, editor())
    with pytest.raises(ValueError, match="decided"):
        accept(found, editor())


def test_events_since_then_show_the_new_office_and_earlier_ones_the_old() -> None:
    before = event(day=DAY - dt.timedelta(days=1))
    after = event(day=DAY + dt.timedelta(days=1), people=(("p_next", Part.PARTICIPANT), ("p_shatri", Part.HOST)))
    (found,) = propose_changes([appointment().pk])
    accept(found, editor())
    roles = {p.actor.code: p.role for p in Participation.objects.filter(event=after) if p.actor}
    assert roles["p_next"] is not None and roles["p_next"].office.code == "inis-head"
    assert roles["p_shatri"] is None
    assert Participation.objects.get(event=before).role is not None


def test_declined_it_changes_nothing_and_is_not_proposed_again() -> None:
    made = appointment()
    (found,) = propose_changes([made.pk])
    decline(found, editor())
    propose_changes([made.pk])
    assert ProposedRole.objects.get().status == "declined"
    assert Role.objects.get().end is None


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.CANCELLED, Modality.DENIED])
def test_a_nomination_is_no_change(modality: Modality) -> None:
    assert propose_changes([appointment(modality=modality).pk]) == []


def test_what_the_registry_holds_is_no_change() -> None:
    assert propose_changes([appointment(person="p_shatri").pk]) == []


def test_an_office_that_is_not_known_proposes_nothing() -> None:
    assert propose_changes([appointment(office="Harbour master").pk]) == []


def test_a_title_of_two_bodies_needs_its_body() -> None:
    other = actor("sy_gid", Side.SY, ActorKind.GOVERNMENT_BODY)
    for code, org in (("a", Actor.objects.get(code="iq_inis")), ("b", other)):
        Office.objects.create(code=code, org=org, title_en="Director")
    assert office_named("Director") is None
    assert getattr(office_named("Director, sy_gid"), "code", "") == "b"
    assert getattr(office_named("Director", [other.pk]), "code", "") == "b"


def test_an_editor_decides_in_the_admin(client: Client) -> None:
    (found,) = propose_changes([appointment().pk])
    user = editor("chief")
    user.is_staff = user.is_superuser = True
    user.save()
    client.force_login(user)
    path = reverse("admin:events_proposedrole_changelist")
    html = client.get(path).content.decode()
    assert "Head of INIS" in html and f"/events/{found.event.public_id}/" in html
    client.post(path, {"action": "take_in", "_selected_action": [found.pk]})
    found.refresh_from_db()
    assert found.status == "accepted" and found.decided_by == user
