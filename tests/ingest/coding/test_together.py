"""Two sides as one subject make an operation joint."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped


def kind(text: str) -> str:
    """The type of the first report."""
    return code_article(None, text, dt.date(2025, 11, 12), "en", shipped()).reports[0].type.value


@pytest.mark.parametrize(
    "text",
    [
        "US special operations forces and members of Iraq's Counter Terrorism Service killed an "
        "Islamic State leader in eastern "
        "Syria on Friday.",
        "Iraqi and Syrian anti-drug forces dismantled a trafficking network inside Syria on Sunday, Baghdad said.",
        "Syrian anti-narcotics officers acting on a tip-off from their Iraqi counterparts seized "
        "800,000 captagon pills on Monday.",
    ],
)
def test_forces_of_two_sides_act_jointly(text: str) -> None:
    assert kind(text) == "joint_operation"


def test_one_side_at_the_line_acts_alone() -> None:
    text = "Iraqi border guards seized 800,000 captagon pills smuggled from Syria near al-Qaim on Monday."
    assert kind(text) == "border_operation"


def test_an_officer_s_title_makes_nothing_joint() -> None:
    text = (
        "The deputy commander of joint operations said on Tuesday the army sent two brigades to the "
        "Syrian border in Iraq."
    )
    assert kind(text) == "border_measure"
