"""The contract's command: a line in, a line out, by the schema."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json.loads((ROOT / "ingest" / "coding" / "contract.schema.json").read_text(encoding="utf-8"))
ARTICLE = {
    "id": "a-1",
    "title": "العراق يعيد جنودا سوريين",
    "text": "أعاد العراق، اليوم الخميس، 1905 من الضباط والجنود السوريين إلى سوريا عبر منفذ القائم.",
    "published": "2024-12-19T20:00:00",
    "lang": None,
}


def checked(line: str) -> dict[str, Any]:
    row = answer(line, 1, shipped())
    jsonschema.validate(row, SCHEMA)
    return row


def test_an_article_gives_reports_by_the_schema() -> None:
    row = checked(json.dumps(ARTICLE))
    (report,) = row["reports"]
    assert (report["type"], report["date"], report["place"]["id"]) == ("repatriation", "2024-12-19", "x_qaim")
    assert [(c["value"], c["unit"]) for c in report["counts"]] == [(1905, "soldiers")]
    for span in report["spans"]:
        assert ARTICLE["title" if span["in"] == "title" else "text"][span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize(
    "line",
    [
        "{broken",
        "[]",
        "null",
        '{"id": 1}',
        '{"id": 1, "text": 5}',
        '{"id": true, "text": "x"}',
        '{"id": 1, "text": "x", "published": "yesterday"}',
        '{"id": 1, "text": "x", "published": "0025-12-27"}',
        '{"id": 1, "text": "x", "title": []}',
    ],
)
def test_a_line_that_cannot_be_coded_is_answered_with_its_error(line: str) -> None:
    assert set(checked(line)) == {"id", "line", "error"}


@pytest.mark.parametrize("published", [None, "2024-12-19", "2024-12-19T10:00:00Z", "2024-12-19T10:00:00+03:00"])
def test_publication_in_any_form(published: str | None) -> None:
    assert checked(json.dumps({**ARTICLE, "published": published}))["relevant"] is True


@pytest.mark.slow
def test_the_command_answers_every_line_in_order_whatever_the_locale() -> None:
    lines = [json.dumps(ARTICLE, ensure_ascii=False), "{broken", json.dumps({"id": 3, "text": "\ud800 x"})]
    done = subprocess.run(
        [sys.executable, "-m", "ingest.coding"],
        input="\n".join(lines).encode("utf-8", "surrogatepass"),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        check=True,
    )
    rows = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert [r.get("id") for r in rows] == ["a-1", None, 3]
    assert rows[1]["line"] == 2
