"""Places that a text points back to, stretches told by their ends, and the seat of talks."""

from __future__ import annotations

import json

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def places(text: str) -> list[tuple[str, str | None]]:
    """Type and place of each report."""
    row = {"id": 1, "title": None, "text": text, "published": "2025-10-14T15:05:00+03:00"}
    return [(r["type"], r["place"] and r["place"]["id"]) for r in answer(json.dumps(row), 0, shipped())["reports"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "DAMASCUS, Oct 13 (Reuters) - Iraqi Prime Minister Mohammed Shia al-Sudani received in Baghdad today "
            "Syrian Foreign Minister Asaad al-Shaibani to discuss border security.",
            ("meeting", "baghdad"),
        ),
        (
            "Iraq's Border Guards on Monday set up ten new watchtowers along the frontier with Syria from Sinjar "
            "to al-Qaim, the Border Forces Command said.",
            ("border_measure", "border_iq_sy"),
        ),
        (
            "دفعت قيادة قوات الحدود العراقية، الاثنين، بتعزيزات إلى الشريط الحدودي مع سوريا في قاطع القائم.",
            ("border_measure", "qaim"),
        ),
        (
            "QAIM, Iraq (AP) — Iraq on Saturday let in hundreds of Syrian soldiers who fled their posts, "
            "an Iraqi officer said.",
            ("refuge", "x_qaim"),
        ),
    ],
)
def test_where_it_was_is_read_from_the_words_around(text: str, told: tuple[str, str]) -> None:
    assert told in places(text)


def test_men_held_of_whom_nothing_is_said_where_have_no_place_to_lose() -> None:
    text = (
        "A second plane with ISIS detainees from Syria landed in Iraq overnight, raising the total to 275, a security "
        "source said on Sunday. They were taken in armored vehicles to a central prison. A committee is in charge of "
        "the files, the source added.\nThe first flight arrived on January 21.\nEarlier, the Ministry of Justice "
        "refuted claims that some had been housed in Sulaymaniyah."
    )
    row = {"id": 1, "title": "Second flight lands", "text": text, "published": "2026-01-25T09:30:00+03:00"}
    assert {r["type"] for r in answer(json.dumps(row), 0, shipped())["reports"]} == {"detainee_transfer"}
