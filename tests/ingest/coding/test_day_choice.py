"""A fitted model chooses among the days of a text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.coding import day_choice
from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped

TEXT = (
    "Iraqi Interior Minister Abdul Amir al-Shammari met his Syrian counterpart Anas Khattab in Baghdad on Saturday to "
    "discuss border security, a statement said. Khattab had arrived in the Iraqi capital on Friday."
)


def meeting(published: str | None = "2025-10-14T15:05:00+03:00") -> dict[str, Any]:
    row = {"id": 1, "title": None, "text": TEXT, "published": published}
    return next(r for r in answer(json.dumps(row), 0, shipped())["reports"] if r["type"] == "meeting")


def days(monkeypatch: pytest.MonkeyPatch, weights: dict[str, int]) -> dict[str, Any]:
    """The meeting as a model of these weights (in hundredths) would date it."""
    monkeypatch.setattr(day_choice, "model", lambda name: (("right",), weights))
    return meeting()


def test_another_day_stands_where_it_is_much_likelier_and_is_proved_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert days(monkeypatch, {})["date"] == "2025-10-11"
    other = days(monkeypatch, {"w-1 capital": 200})
    assert other["date"] == "2025-10-10"
    assert [s["text"] for s in other["spans"] if s["field"] == "date"] == ["on Friday"]
    assert days(monkeypatch, {"w-1 capital": 40})["date"] == "2025-10-11"


def test_the_day_of_publication_needs_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    found = days(monkeypatch, {"g o same": 300, "p o day": 100})
    assert (found["date"], found["date_basis"]) == ("2025-10-14", "published")
    assert not [s for s in found["spans"] if s["field"] == "date"]


def test_without_a_day_of_publication_rules_alone_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(day_choice, "model", lambda name: pytest.fail("asked"))
    assert meeting(None)["date"] is None
