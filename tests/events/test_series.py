"""Numbers per month: the stored counts and the live ones agree, and totals stop at their cap."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict

from events import series
from events.codebook import EventType, Family, Part
from events.filters import Filters, read_filters
from events.series import per_month, total
from tests.builders import event
from tests.reporting import registry

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def _events(db: None) -> None:
    registry()
    event(EventType.MEETING, dt.date(2024, 11, 30))
    event(EventType.STATEMENT, dt.date(2024, 11, 30))
    event(EventType.REPATRIATION, dt.date(2024, 12, 1), (("pop_sy_soldiers", Part.TARGET),))
    event(EventType.CALL, dt.date(2025, 2, 28), (("p_shatri", Part.PARTICIPANT), ("p_sharaa", Part.PARTICIPANT)))


def counts(query: str) -> list[tuple[str, int]]:
    return [(m.first.strftime("%Y-%m"), m.total) for m in per_month(read_filters(QueryDict(query)))]


def test_months_without_events_are_there() -> None:
    assert counts("") == [("2024-11", 1), ("2024-12", 1), ("2025-01", 0), ("2025-02", 1)]


def test_statements_count_only_when_asked() -> None:
    assert counts("statements=1")[0] == ("2024-11", 2)
    assert counts("type=statement") == [("2024-11", 1)]


def test_a_month_is_split_by_family() -> None:
    first, second = per_month(Filters())[:2]
    assert dict(zip(Family, first.counts, strict=True))[Family.TALKS] == 1
    assert dict(zip(Family, second.counts, strict=True))[Family.MOVEMENT] == 1


@pytest.mark.parametrize(
    "query",
    [
        "",
        "actor=p_shatri",
        "side=IQ",
        "family=talks",
        "from=2024-12&to=2025-01",
        "type=call",
        "place=c_sy&statements=1",
    ],
)
def test_stored_and_live_counts_agree(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    filters = read_filters(QueryDict(query))
    stored = per_month(filters)
    assert filters.rollup() is not None
    monkeypatch.setattr(Filters, "rollup", lambda self: None)
    assert per_month(filters) == stored


def test_an_event_of_two_chosen_actors_counts_once() -> None:
    assert counts("actor=p_shatri&actor=p_sharaa&from=2025-02-01") == [("2025-02", 1)]


def test_part_of_a_month_is_counted_by_its_days() -> None:
    assert counts("from=2024-12-01&to=2025-02-27") == [("2024-12", 1)]


def test_nothing_found_is_no_month() -> None:
    assert per_month(Filters(first=dt.date(2030, 1, 1))) == []


def test_totals_stop_at_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (total(Filters()).n, total(Filters()).more) == (3, False)
    monkeypatch.setattr(series, "TOTAL_CAP", 2)
    assert (total(Filters()).n, total(Filters()).more) == (2, True)
