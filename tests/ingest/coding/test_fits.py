"""What the models are fitted on: every fit still finds its examples in hand-coded articles."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

import pytest

from benchmarks import company, days, sentences
from benchmarks.score import read_set
from ingest.coding import prior
from ingest.coding.fitted import NONE

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def rows() -> Rows:
    return list(islice(read_set("dev", "en_b"), 12))


def _classes(examples: Iterable[tuple[set[str], str]]) -> set[str]:
    return {kind for _, kind in examples}


def test_clauses_are_examples_of_what_they_tell_and_of_nothing(rows: Rows) -> None:
    found = sentences.examples(rows, [prior.fitted()] * len(rows))
    assert NONE in _classes(found) and len(_classes(found)) > 2
    assert all(any(f.startswith("whole ") for f in features) for features, _ in found)


def test_names_are_examples_of_their_parts(rows: Rows) -> None:
    assert {NONE, "participant"} <= _classes(company.examples(rows))


def test_days_are_examples_of_choices(rows: Rows) -> None:
    assert days.examples(rows)
