"""Promises: kept by the same event or by another, withdrawn, and who made them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict
from django.test import Client

from events.codebook import ClaimField, EventType, Modality, Outcome
from events.filters import read_filters
from events.models import Event
from events.promises import Promise, promises
from events.resolution import correct, reject, withdraw
from tests.builders import claim, event
from tests.reporting import editor, registry

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TODAY = dt.date(2025, 6, 1)


@pytest.fixture(autouse=True)
def _registry(db: None) -> None:
    registry()


def found(query: str = "", grace: int = 30) -> dict[str, Promise]:
    page = promises(read_filters(QueryDict(query)), TODAY, grace)
    return {p.event.title_en: p for p in page.all}


def planned(title: str = "Plan", day: dt.date = dt.date(2025, 5, 1), **values: object) -> Event:
    return event(EventType.REPATRIATION, day, modality=Modality.PLANNED, title=title, **values)  # type: ignore[arg-type]


def test_a_promise_waits_and_then_is_overdue() -> None:
    planned()
    assert found(grace=31)["Plan"].outcome is Outcome.OPEN
    late = found(grace=30)["Plan"]
    assert (late.outcome, late.late) == (Outcome.OVERDUE, 31)


def test_a_promise_that_was_kept_stays_visible(client: Client) -> None:
    kept = planned()
    correct(kept, [claim(ClaimField.MODALITY, v_choice=Modality.DONE)], editor(), "it happened")
    assert found()["Plan"].outcome is Outcome.FULFILLED
    assert "Announced beforehand by" in client.get(f"/events/{kept.public_id}/").content.decode()


def test_what_was_never_promised_is_none() -> None:
    event(title="Done at once")
    assert found() == {}


def test_a_rejected_promise_is_gone() -> None:
    reject([planned()], editor(), "no promise")
    assert found() == {}


def test_an_editors_plan_that_is_withdrawn_is_no_promise() -> None:
    shown = event(title="Done")
    report = correct(shown, [claim(ClaimField.MODALITY, v_choice=Modality.PLANNED)], editor(), "it was only planned")
    assert list(found()) == ["Done"]
    withdraw(report.claims.get(), editor(), "a mistake")
    assert found() == {}


def test_open_promises_come_oldest_first_and_filters_narrow_them() -> None:
    planned("Later", dt.date(2025, 5, 20))
    planned("Sooner", dt.date(2025, 5, 10))
    assert list(found()) == ["Sooner", "Later"]
    assert list(found("from=2025-05-15")) == ["Later"]
    assert found("by=machine") == {}
