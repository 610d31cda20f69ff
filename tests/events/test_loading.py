"""The shipped data in the database: whole, once, and never over a person."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import Any

import pytest
from django.core.management import call_command

from events.codebook import Dim, Side
from events.models import Actor, Claim, Event, EventKey, Holding, Place, Report, Role, Source
from events.shipped import Shipped, ShippedError, check, read
from ingest.models import Feed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped"), pytest.mark.slow]


def load() -> str:
    out = io.StringIO()
    call_command("load_shipped", stdout=out)
    call_command("load_feeds", stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def files() -> Shipped:
    return read()


def test_everything_is_there_once(files: Shipped) -> None:
    counts = [m.objects.count() for m in (Actor, Place, Source, Role, Holding, Event, Report, Claim, Feed)]
    assert counts[:3] == [len(files.actors), len(files.places), len(files.sources)]
    assert counts[5] == len(files.events) == 183
    assert Event.objects.published().count() == 183
    assert Feed.objects.filter(enabled=True).count() == 63
    assert load() == ""
    assert counts == [m.objects.count() for m in (Actor, Place, Source, Role, Holding, Event, Report, Claim, Feed)]


def test_a_persons_change_is_kept_and_named() -> None:
    Actor.objects.filter(code="p_shatri").update(name_en="Hamid Rashid al-Shatri")
    Feed.objects.filter(enabled=True).order_by("pk").first().delete()  # type: ignore[union-attr]
    told = load()
    assert "kept as changed here: actor p_shatri" in told
    assert "feeds: 1 new" in told
    assert Actor.objects.get(code="p_shatri").name_en == "Hamid Rashid al-Shatri"


def test_an_actor_gives_his_meetings() -> None:
    key = Actor.objects.get(code="p_shatri").pk
    found = EventKey.objects.filter(dim=Dim.ACTOR, key=key, listed=True).values_list("event__type", "event__date")
    assert ("meeting", Event.objects.get(title_en__contains="first official Iraqi visit").date) in list(found)
    assert len(found) >= 4


def test_a_place_changes_hands_on_its_day() -> None:
    camp = Actor.objects.prefetch_related("holdings").get(code="hol_camp")
    event = Event.objects.filter(date__isnull=False).first()
    assert event is not None
    import_day = event.date.replace(year=2026, month=1, day=20)
    assert camp.side_on(import_day) is Side.SDF
    assert camp.side_on(import_day.replace(day=21)) is Side.SY


def test_claims_of_the_sides_are_kept_with_their_claimant() -> None:
    notes = Claim.objects.filter(field="note", claimant_side="IQ", citation__isnull=False)
    assert notes.count() > 30
    assert Claim.objects.filter(field="count", claimant_actor__code="iq_joc", v_low=1905).exists()


BAD: list[tuple[str, Any, str]] = [
    ("type", "party", "not in the codebook"),
    ("modality", "maybe", "not in the codebook"),
    ("date", "0025-12-19", "is not between"),
    ("date", "2024-13-01", "is no day"),
    ("place", "atlantis", "unknown"),
    ("participants", [], "nobody takes part"),
    ("participants", [{"actor": "nobody", "part": "host"}], "unknown"),
    ("participants", [{"actor": "iq_gov", "part": "hero"}], "not in the codebook"),
    ("counts", [{"value": 5, "high": 3, "unit": "people", "kind": "exact", "scope": "batch"}], "below the value"),
    ("counts", [{"value": 5, "unit": "camels", "kind": "exact", "scope": "batch"}], "not in the codebook"),
    ("themes", ["football"], "not in the codebook"),
    ("sources", [], "needs a citation"),
    ("sources", [{"url": "javascript:alert(1)"}], "no web address"),
]


@pytest.mark.parametrize(("field", "value", "words"), BAD, ids=[f"{f}-{n}" for n, (f, _, _) in enumerate(BAD)])
def test_the_loader_refuses_what_the_codebook_refuses(files: Shipped, field: str, value: Any, words: str) -> None:
    wrong = deepcopy(files)
    wrong.events[0] = {**wrong.events[0], field: value}  # type: ignore[index]
    with pytest.raises(ShippedError, match=words) as caught:
        check(wrong)
    assert str(wrong.events[0]["id"]) in str(caught.value)


def test_in_a_meeting_nobody_is_initiator(files: Shipped) -> None:
    wrong = deepcopy(files)
    n = next(i for i, e in enumerate(wrong.events) if e["type"] == "meeting")
    wrong.events[n] = {**wrong.events[n], "participants": [{"actor": "iq_gov", "part": "initiator"}]}  # type: ignore[index]
    with pytest.raises(ShippedError, match="nobody is initiator"):
        check(wrong)
