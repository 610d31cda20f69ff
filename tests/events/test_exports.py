"""The JSON and CSV files: the same filters, published events unless asked, and no formula for a spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import Any

import pytest
from django.test import Client

from events import api, exports
from events.codebook import EventType, Part
from events.exports import BOM, guarded
from events.resolution import record
from tests.builders import event, soldiers
from tests.reporting import article_text, meeting, registry

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def _events(db: None) -> None:
    registry()
    event(EventType.MEETING, dt.date(2025, 1, 10), title="=1+1", title_ar="لقاء")
    event(
        EventType.REPATRIATION,
        dt.date(2025, 2, 10),
        (("pop_sy_soldiers", Part.TARGET),),
        "x_qaim",
        title="Return",
        extra=(soldiers(1905), soldiers(2000)),
    )
    record(article_text(), [meeting()], coder="1", lexicon="x", relevant=True, confidence=0.9)


def rows(answer: Any) -> list[dict[str, str]]:
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx"])
def test_a_formula_is_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["plain", "", "1-1", None, -3.5, 7])
def test_other_cells_stay_as_they_are(cell: Any) -> None:
    assert guarded(cell) == cell


def test_the_csv_has_published_events_newest_first(client: Client) -> None:
    answer = client.get("/timeline.csv")
    assert answer["Content-Type"].startswith("text/csv") and "events.csv" in answer["Content-Disposition"]
    found = rows(answer)
    assert [r["title_en"] for r in found] == ["Return", "'=1+1"]
    assert found[0]["participants"] == "pop_sy_soldiers (target, SY-former)"
    assert found[0]["figures"] == "1905 soldiers (exact, batch) [1905–2000]"
    assert found[0]["place"] == "x_qaim" and found[1]["title_ar"] == "لقاء"


def test_candidates_are_in_files_only_when_asked(client: Client) -> None:
    assert len(rows(client.get("/timeline.csv?status=all"))) == 3
    assert client.get("/timeline.json").json()["total"] == 2
    assert client.get("/timeline.json?status=all").json()["total"] == 3
    assert len(client.get("/months.json").json()["months"]) == 2
    assert len(client.get("/months.json?status=all").json()["months"]) == 3


def test_files_read_the_filters(client: Client) -> None:
    assert [r["title_en"] for r in rows(client.get("/timeline.csv?family=movement"))] == ["Return"]
    data = client.get("/timeline.json?actor=pop_sy_soldiers").json()
    assert data["query"] == "actor=pop_sy_soldiers&status=published"
    assert [e["figures"][0]["best"] for e in data["events"]] == [1905]
    assert data["events"][0]["date"] == "2025-02-10"


def test_json_goes_page_by_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "JSON_PAGE", 1)
    first = client.get("/timeline.json").json()
    second = client.get(f"/timeline.json?{first['next']}").json()
    assert [first["events"][0]["title_en"], second["events"][0]["title_en"]] == ["Return", "=1+1"]
    assert second["next"] is None


def test_a_long_csv_is_read_in_chunks(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "CHUNK", 1)
    assert len(rows(client.get("/timeline.csv?status=all"))) == 3


def test_the_chart_has_its_numbers_as_files(client: Client) -> None:
    months = client.get("/months.json").json()["months"]
    assert months[0] == {"month": "2025-01", "talks": 1, "operations": 0, "movement": 0, "context": 0, "total": 1}
    assert [r["month"] for r in rows(client.get("/months.csv"))] == ["2025-01", "2025-02"]


@pytest.mark.parametrize("path", ["/timeline.json", "/timeline.csv", "/months.json", "/months.csv"])
def test_a_wrong_parameter_is_a_400_in_json(path: str, client: Client) -> None:
    answer = client.get(f"{path}?foo=1")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "foo"


@pytest.mark.parametrize("path", ["/timeline.json", "/timeline.csv", "/months.json", "/months.csv"])
def test_files_need_a_login_when_reading_is_not_public(path: str, client: Client, settings: Any) -> None:
    settings.PUBLIC_READ = False
    assert client.get(path).status_code == 302
    assert client.post(path).status_code == 405
