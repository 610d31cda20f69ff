"""The admin: every list and form opens; a correction is appended in the editor's name."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from events.models import Claim, Decision, Event
from events.resolution import record
from tests.reporting import article_text, meeting, registry

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def editor_client(client: Client) -> Client:
    registry()
    record(article_text(), [meeting()], coder="1", lexicon="x", relevant=True, confidence=0.9)
    client.force_login(get_user_model().objects.create_superuser("chief"))
    return client


def form_of(client: Client, event: Event) -> tuple[str, dict[str, Any]]:
    """The change form's address and what it would send unchanged."""
    path = reverse("admin:events_event_change", args=[event.pk])
    form = client.get(path).context["adminform"].form
    return path, {name: value for name in form.fields if (value := form[name].value()) is not None}


def test_every_list_and_form_opens(editor_client: Client) -> None:
    for model, registered in admin.site._registry.items():
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        assert editor_client.get(reverse(f"{base}_changelist"), {"q": "x"}).status_code in (200, 302), model
        row = model._default_manager.first()
        if row is not None:
            assert editor_client.get(reverse(f"{base}_change", args=[row.pk])).status_code == 200, registered


def test_the_list_shows_confidence_in_per_cent(editor_client: Client) -> None:
    event = Event.objects.get()
    assert event.confidence is not None
    page = editor_client.get(reverse("admin:events_event_changelist")).content.decode()
    assert f"{event.confidence:.0%}" in page and str(event.confidence) not in page


def test_a_correction_is_appended_in_the_editors_name(editor_client: Client) -> None:
    event = Event.objects.get()
    path, data = form_of(editor_client, event)
    answer = editor_client.post(path, {**data, "new_date": "2024-12-25", "reason": "the communiqué says so"})
    assert answer.status_code == 302, answer.context["errors"]
    event.refresh_from_db()
    assert str(event.date) == "2024-12-25"
    claim = Claim.objects.get(origin="person")
    assert (claim.field, claim.report.author.username) == ("date", "chief")
    assert Decision.objects.get(kind="correct").reason == "the communiqué says so"


def test_saving_without_a_change_says_nothing(editor_client: Client) -> None:
    path, data = form_of(editor_client, Event.objects.get())
    assert editor_client.post(path, data).status_code == 302
    assert not Claim.objects.filter(origin="person").exists()


def test_a_correction_needs_its_reason(editor_client: Client) -> None:
    path, data = form_of(editor_client, Event.objects.get())
    answer = editor_client.post(path, {**data, "new_date": "2024-12-25"})
    assert answer.status_code == 200
    assert not Claim.objects.filter(origin="person").exists()


def test_a_rejection_is_a_decision(editor_client: Client) -> None:
    event = Event.objects.get()
    path, data = form_of(editor_client, event)
    editor_client.post(path, {**data, "decision": "reject", "reason": "out of scope"})
    event.refresh_from_db()
    assert event.status == "rejected"
