"""What changes the state of a crossing, and what does not."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict

from events.codebook import ClaimField, CrossingState, EventStatus, EventType, Modality, PlaceKind
from events.crossings import Crossing, crossings
from events.filters import read_filters
from events.models import Event, Place
from tests.builders import claim, event
from tests.reporting import place, registry

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TODAY = dt.date(2025, 12, 1)


@pytest.fixture(autouse=True)
def _registry(db: None) -> None:
    registry()


def told(state: CrossingState, day: dt.date, where: str = "x_qaim", modality: Modality = Modality.DONE) -> Event:
    status = claim(ClaimField.STATUS, v_choice=state)
    return event(EventType.CROSSING_STATUS, day, (), where, modality, title=f"{state} {modality}", extra=(status,))


def qaim(query: str = "") -> Crossing:
    page = crossings(read_filters(QueryDict(query)), TODAY)
    return next(c for c in page.rows if c.place.code == "x_qaim")


def states(crossing: Crossing) -> list[str]:
    return [s.state for s in crossing.stretches]


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.DENIED, Modality.CANCELLED])
def test_words_alone_change_nothing_and_are_told(modality: Modality) -> None:
    told(CrossingState.OPEN, dt.date(2025, 1, 1))
    told(CrossingState.CLOSED, dt.date(2025, 2, 1), modality=modality)
    assert states(qaim()) == ["unknown", "open"]
    assert [row.title for row, _what in qaim().others] == [f"closed {modality}"]


def test_the_town_at_its_end_is_the_crossing() -> None:
    told(CrossingState.CLOSED, dt.date(2025, 1, 1), "albukamal")
    assert states(qaim()) == ["unknown", "closed"]


def test_a_candidate_waits_for_its_check() -> None:
    told(CrossingState.OPEN, dt.date(2025, 1, 1))
    Event.objects.filter(pk=told(CrossingState.CLOSED, dt.date(2025, 2, 1)).pk).update(status=EventStatus.CANDIDATE)
    crossing = qaim()
    assert states(crossing) == ["unknown", "open"]
    assert [row.candidate for row, _what in crossing.others] == [True]


def test_a_crossing_of_the_border_is_shown_even_when_nobody_tells_of_it() -> None:
    place("x_far", PlaceKind.CROSSING, border_pair="IQ-SY")
    place("x_elsewhere", PlaceKind.CROSSING)
    page = crossings(read_filters(QueryDict("")), TODAY)
    assert [c.place.code for c in page.rows] == ["x_far"]
    assert Place.objects.filter(kind=PlaceKind.CROSSING).count() == 3


def test_the_strip_is_filled_from_end_to_end() -> None:
    told(CrossingState.OPEN, dt.date(2025, 1, 1))
    told(CrossingState.CLOSED, dt.date(2025, 8, 1))
    widths = [float(s.width.rstrip("%")) for s in qaim().stretches]
    assert len(widths) == 3 and sum(widths) == pytest.approx(100, abs=0.1)
