"""The numbers ledger: parts, candidates, and the cap."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.http import QueryDict
from django.test import Client

from events.codebook import EventStatus, EventType, Scope
from events.filters import read_filters
from events.ledger import Ledger, ledger
from events.models import Event, Series
from events.resolution import record
from tests.builders import cite, event, soldiers
from tests.reporting import article_text, handover, registry

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def _registry(db: None) -> None:
    registry()


def page(query: str = "", most: int = 500) -> Ledger:
    return ledger(read_filters(QueryDict(query)), most)


def batch(n: int, day: int, series: Series | None = None, *more: int) -> Event:
    extra = (soldiers(n), *(soldiers(m, Scope.CUMULATIVE) for m in more))
    return event(EventType.REPATRIATION, dt.date(2025, 1, day), (), extra=extra, series=series)


def test_batches_of_a_programme_are_added_up_against_its_totals() -> None:
    series = Series.objects.create(slug="s", title_en="Returns")
    batch(100, 1, series)
    batch(50, 2, series, 170)
    (section,) = page().sections
    (total,) = section.sums
    (gap,) = total.gaps
    assert (total.reckoning.best, gap.added, gap.gap, gap.batches) == (150, 150, 20, 2)


def test_a_candidate_adds_nothing_to_a_sum_but_is_listed() -> None:
    series = Series.objects.create(slug="s", title_en="Returns")
    batch(100, 1, series)
    Event.objects.filter(pk=batch(50, 2, series).pk).update(status=EventStatus.CANDIDATE)
    (section,) = page().sections
    assert section.sums[0].reckoning.best == 100
    assert [(e.low, e.row.candidate) for e in section.entries] == [(50, True), (100, False)]


def test_a_part_of_a_total_is_marked_and_never_added() -> None:
    record(article_text(), [handover()], coder="1", lexicon="x", relevant=True, confidence=0.9)
    (section,) = page().sections
    assert {(e.low, e.part) for e in section.entries} == {(Decimal(1905), False), (Decimal(130), True)}
    assert section.sums == ()


def test_outside_a_programme_totals_are_of_other_things_and_stand_alone() -> None:
    batch(100, 1, None, 900)
    batch(50, 2, None)
    (section,) = page().sections
    assert [(s.reckoning.best, s.gaps) for s in section.sums] == [(150, ())]


def test_a_number_is_said_on_the_day_of_its_source() -> None:
    one = event(EventType.REPATRIATION, extra=(soldiers(7),), citation=cite())
    (section,) = page().sections
    assert (section.entries[0].event, section.entries[0].said) == (one, "14 March 2025")


def test_the_page_says_when_it_leaves_older_events_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    batch(100, 1)
    batch(50, 2)
    assert page(most=1).capped and [e.low for e in page(most=1).entries] == [50]
    assert not page().capped
    monkeypatch.setattr("events.ledger.ledger.__defaults__", (1,))
    assert "Only the newest 1 events" in client.get("/numbers/").content.decode()
