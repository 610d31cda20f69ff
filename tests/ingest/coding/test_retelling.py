"""Acts in the light of the others that an article tells."""

from __future__ import annotations

import datetime as dt

from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped


def told(title: str, text: str) -> list[str]:
    """`type/modality` of every report."""
    coded = code_article(title, text, dt.date(2026, 1, 30), "en", shipped())
    return [f"{r.type.value}/{r.modality.value}" for r in coded.reports]


def test_what_was_begun_and_counted_is_done() -> None:
    text = (
        "US forces began moving Islamic State detainees from Syria to Iraq on Wednesday.\n\n"
        "They flew 150 detainees from a prison in Hasakah to Baghdad that day, Central Command said."
    )
    assert told("", text) == ["detainee_transfer/done"]


def test_a_relative_clause_tells_no_second_escape() -> None:
    text = (
        "About 120 Islamic State detainees escaped from a prison in Shaddadi in Syria on Monday.\n\n"
        "The ministry said on Tuesday that 81 of those who slipped out of the prison had been "
        "caught. Iraq is alarmed."
    )
    assert told("", text) == ["incident/done"]


def test_a_wall_of_which_a_part_stands_is_under_way() -> None:
    text = (
        "Iraq finished 415 kilometers of the concrete wall on the Syrian border, and the remaining part "
        "is to follow, it said."
    )
    assert told("", text) == ["border_measure/ongoing"]
