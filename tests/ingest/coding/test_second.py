"""A second reader's proposals stand only where they quote the text."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from ingest.coding.coder import NOTHING, code_article
from ingest.coding.lexicon import shipped
from ingest.coding.second import MOST_CONFIDENT, admitted, with_second_opinion
from ingest.second_opinion import HttpReader

TITLE = "Baghdad and Damascus"
BODY = "Fuad Hussein and Asaad al-Shaibani shared a table in Baghdad, Iraq, far from Syria."
DAY = dt.date(2025, 9, 12)


def proposal(**changes: Any) -> dict[str, Any]:
    """A sound proposal, with changes."""
    sound: dict[str, Any] = {
        "type": "meeting",
        "modality": "done",
        "date": None,
        "date_basis": "published",
        "place": "baghdad",
        "participants": [
            {"actor": "p_fuad_hussein", "name": "Fuad Hussein", "part": "host"},
            {"actor": "p_shaibani", "name": "Asaad al-Shaibani", "part": "participant"},
        ],
        "confidence": 0.99,
        "spans": [
            {"field": "type", "text": "shared a table", "in": "text"},
            {"field": "modality", "text": "shared a table", "in": "text"},
            {"field": "place", "text": "Baghdad, Iraq", "in": "text"},
            {"field": "participants.0", "text": "Fuad Hussein", "in": "text"},
            {"field": "participants.1", "text": "Asaad al-Shaibani", "in": "text"},
        ],
    }
    return {**sound, **changes}


def test_a_sound_proposal_is_a_report_of_little_confidence() -> None:
    report = admitted(proposal(), TITLE, BODY, DAY, shipped())
    assert report is not None
    assert (report.date, report.confidence, report.participants[0].actor) == (DAY, MOST_CONFIDENT, "p_fuad_hussein")
    assert all(BODY[s.start : s.end] == s.text for s in report.spans)


@pytest.mark.parametrize(
    "changes",
    [
        {"spans": [{"field": "type", "text": "shook hands", "in": "text"}]},
        {"spans": proposal()["spans"][:2]},
        {"type": "party"},
        {"place": "atlantis"},
        {"participants": [{"actor": "p_nobody", "name": "Fuad Hussein"}]},
        {"spans": None},
        {"counts": [{"value": "many", "unit": "soldiers"}]},
    ],
    ids=["no quote", "value without quote", "type", "place", "actor", "no spans", "count"],
)
def test_what_is_not_proved_or_not_known_is_left_out(changes: dict[str, Any]) -> None:
    assert admitted(proposal(**changes), TITLE, BODY, DAY, shipped()) is None


def test_what_the_coder_reports_itself_is_not_proposed_again() -> None:
    body = "Iraqi Foreign Minister Fuad Hussein met Asaad al-Shaibani in Baghdad on Friday. They shared a table."
    own = code_article(TITLE, body, DAY, None, shipped())

    class Reader:
        def propose(self, *article: object) -> list[dict[str, Any]]:
            place = {"field": "place", "text": "Baghdad", "in": "text"}
            return [proposal(spans=[place if s["field"] == "place" else s for s in proposal()["spans"]])]

    assert with_second_opinion(own, Reader(), TITLE, body, DAY, None, shipped()) == own
    assert len(with_second_opinion(NOTHING, Reader(), TITLE, body, DAY, None, shipped()).reports) == 1


ANSWERS = {
    "good": (200, json.dumps({"choices": [{"message": {"content": json.dumps({"reports": [proposal()]})}}]})),
    "nonsense": (200, "<html>"),
    "prose": (200, json.dumps({"choices": [{"message": {"content": "I think there was a meeting."}}]})),
    "error": (500, "{}"),
}


class _Endpoint(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        assert asked["messages"][1]["content"]
        status, body = ANSWERS[asked["model"]]
        self.send_response(status)
        self.send_header("content-length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()


@pytest.mark.parametrize(("model", "found"), [("good", 1), ("nonsense", 0), ("prose", 0), ("error", 0)])
def test_an_endpoint_proposes_or_changes_nothing(endpoint: str, model: str, found: int) -> None:
    coded = with_second_opinion(NOTHING, HttpReader(endpoint, model, "key", 5), TITLE, BODY, DAY, "en", shipped())
    assert len(coded.reports) == found


def test_an_endpoint_that_is_not_there_changes_nothing() -> None:
    assert list(HttpReader("http://127.0.0.1:9/v1", "good", "", 2).propose(TITLE, BODY, DAY, "en")) == []
