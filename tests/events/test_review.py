"""The review desk: pairs with reasons; an editor's word is carried out, kept and not asked for again."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from events.codebook import DoubtState, EventStatus
from events.matching import WEIGHTS
from events.models import Decision, Doubt, Event
from events.rearranging import last_merge
from events.reasons import WORDS, in_words
from tests.events.test_rearranging import TOLD, in_doubt, three, told_by_text
from tests.reporting import registry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told_by_text"), pytest.mark.slow]
__all__ = ["TOLD", "told_by_text"]

DESK = "admin:events_doubt_changelist"


@pytest.fixture
def chief(client: Client) -> Client:
    registry()
    client.force_login(get_user_model().objects.create_superuser("chief"))
    return client


def act(client: Client, url: str, action: str, *rows: Any) -> str:
    answer = client.post(reverse(url), {"action": action, "_selected_action": [r.pk for r in rows]}, follow=True)
    return answer.content.decode()


def test_the_desk_lists_open_pairs_with_their_reasons(chief: Client) -> None:
    doubt = in_doubt()
    page = chief.get(reverse(DESK)).content.decode()
    assert doubt.one.public_id in page and doubt.other.public_id in page
    assert "<bdi>-1.3</bdi> one day apart" in page


def test_the_same_is_merged_into_the_older(chief: Client) -> None:
    doubt = in_doubt()
    assert "1 pairs were decided" in act(chief, DESK, "say_same", doubt)
    other = Event.objects.get(pk=doubt.other_id)
    assert (other.status, other.merged_into_id) == (EventStatus.MERGED, doubt.one_id)
    assert Decision.objects.get(kind="merge").author.username == "chief"


def test_different_is_remembered_and_leaves_the_desk(chief: Client) -> None:
    doubt = in_doubt()
    act(chief, DESK, "say_different", doubt)
    doubt.refresh_from_db()
    assert doubt.state == DoubtState.DIFFERENT
    assert doubt.one.public_id not in chief.get(reverse(DESK)).content.decode()
    assert doubt.one.public_id in chief.get(reverse(DESK), {"state": "different"}).content.decode()


def test_a_decision_on_the_form_keeps_its_reason(chief: Client) -> None:
    doubt = in_doubt()
    path = reverse("admin:events_doubt_change", args=[doubt.pk])
    assert chief.post(path, {"verdict": "different"}).status_code == 200, "a reason is asked for"
    assert chief.post(path, {"verdict": "different", "reason": "two convoys"}).status_code == 302
    assert Doubt.objects.get().decision.reason == "two convoys"
    assert "two convoys" in chief.get(path).content.decode()


def test_readers_do_not_see_the_desk(client: Client) -> None:
    client.force_login(get_user_model().objects.create_user("reader", is_staff=True))
    assert client.get(reverse(DESK)).status_code == 403


def test_events_are_merged_from_the_list_and_the_merge_is_undone(chief: Client) -> None:
    first, second, _ = three()
    assert f"Merged into {first.public_id}" in act(
        chief, "admin:events_event_changelist", "merge_selected", first, second
    )
    second.refresh_from_db()
    assert second.merged_into_id == first.pk
    act(chief, "admin:events_event_changelist", "undo_merge", second)
    second.refresh_from_db()
    assert (second.status, last_merge(second)) == (EventStatus.CANDIDATE, None)


def test_ticked_reports_become_an_event_of_their_own(chief: Client) -> None:
    _, second, _ = three()
    path = reverse("admin:events_event_change", args=[second.pk])
    form = chief.get(path).context["adminform"].form
    choices = form.fields["split_reports"].choices
    assert len(choices) == 2
    data = {name: value for name in form.fields if (value := form[name].value()) is not None}
    answer = chief.post(path, {**data, "split_reports": [choices[1][0]], "reason": "two visits"})
    assert answer.status_code == 302
    assert Event.objects.count() == 4


def test_every_reason_has_words() -> None:
    told = WEIGHTS.keys() - {"numbers", "other numbers"} | {"numbers agree", "numbers differ", "published near the day"}
    assert told == WORDS.keys()
    assert in_words({"same day": 2.0, "numbers differ": -3.0}) == [("numbers differ", -3.0), ("same day", 2.0)]
