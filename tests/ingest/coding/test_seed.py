"""The user's own article gives exactly what a careful coder found in it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from events.codebook import Part
from events.reports import Report, check_reports
from ingest.coding.coder import CodedArticle, code_article
from ingest.coding.lexicon import shipped

SEED = Path(__file__).resolve().parents[3].parent / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed article is not shipped")


@pytest.fixture(scope="module")
def article() -> tuple[str, str]:
    title, text = (SEED / "article-ar.txt").read_text(encoding="utf-8").split("\n", 1)
    return title, text.lstrip("\n")


@pytest.fixture(scope="module")
def coded(article: tuple[str, str]) -> CodedArticle:
    return code_article(*article, dt.date(2024, 12, 27), "ar", shipped())


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return dict(json.loads((SEED / "expected.json").read_text(encoding="utf-8")))


def as_expected(report: Report) -> dict[str, Any]:
    """A report in the words of the expectation."""
    return {
        "type": report.type.value,
        "modality": report.modality.value,
        "background": report.background,
        "date_basis": report.date_basis.value,
        "date_precision": report.date_precision.value,
        "participants": {p.actor: p.part.value for p in report.participants if p.part is not Part.MENTIONED},
        "mentioned": sorted(p.actor or "" for p in report.participants if p.part is Part.MENTIONED),
        "place": report.place.id if report.place else None,
        "themes": sorted(t.value for t in report.themes),
        "counts": [(c.value, c.unit.value, c.kind.value, c.scope.value) for c in report.counts],
    }


def test_the_reports_are_those_and_no_others(coded: CodedArticle, expected: dict[str, Any]) -> None:
    wanted = [
        {
            "type": r["type"],
            "modality": r["modality"],
            "background": r["background"],
            "date_basis": r["date_basis"],
            "date_precision": r["date_precision"],
            "participants": r["participants"],
            "mentioned": sorted(r.get("mentioned", [])),
            "place": r.get("place"),
            "themes": sorted(r.get("themes", [])),
            "counts": [(c["value"], c["unit"], c["kind"], c["scope"]) for c in r.get("counts", [])],
        }
        for r in expected["reports"]
    ]
    found = [as_expected(r) for r in coded.reports]
    assert sorted(found, key=str) == sorted(wanted, key=str)
    assert coded.relevant is expected["relevant"]


def test_the_meeting_is_told_by_the_spokesman_on_the_day_of_publication(coded: CodedArticle) -> None:
    meeting = next(r for r in coded.reports if r.type.value == "meeting")
    assert meeting.claimant is not None and meeting.claimant.actor == "p_awadi"
    assert meeting.date == dt.date(2024, 12, 27)


def test_every_value_is_proved_by_the_text(coded: CodedArticle, article: tuple[str, str]) -> None:
    check_reports(coded.reports, *article)
