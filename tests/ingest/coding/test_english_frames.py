"""Frames of English news: prisoners given by any verb, doers behind the act, second events with their own day."""

from __future__ import annotations

import datetime as dt

import pytest

from events.reports import check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped

TUESDAY = dt.date(2025, 10, 14)


def told(text: str, title: str = "") -> list[str]:
    """`type/modality` of every report, its spans checked."""
    coded = code_article(title, text, TUESDAY, "en", shipped())
    check_reports(coded.reports, title, text)
    return [f"{r.type.value}/{r.modality.value}" for r in coded.reports]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            "detainee_transfer/done",
            "Iraq handed over to Damascus on Sunday 22 Syrians who had been detained after crossing without papers.",
        ),
        (
            "detainee_transfer/done",
            "Iraq's foreign ministry announced on Monday the receipt of five Iraqis who had been held in Syria.",
        ),
        (
            "detainee_transfer/planned",
            "Iraq expects a further 500 ISIS detainees from the prisons of northeast Syria, the justice ministry said.",
        ),
        (
            "joint_operation/done",
            "Iraqi anti-narcotics officers working inside Syria took part on Sunday in an operation that netted a "
            "million captagon pills in Damascus, the Interior Ministry in Baghdad said.",
        ),
        (
            "border_operation/done",
            "Border guards turned back some 20 men near Sinjar on Sunday who wanted to cross to fight alongside the "
            "Syrian Democratic Forces, an Iraqi official said.",
        ),
        (
            "incident/done",
            "Two members of the Syrian Ministry of Defense were killed in a clash with gunmen who fired from Iraqi "
            "territory near al-Hari on Sunday.",
        ),
        ("border_measure/ongoing", "Crews have begun rebuilding the Rabia border post with Syria, Iraq said Sunday."),
        (
            "border_measure/ongoing",
            "An American convoy rolled out of the Qasrak base in Syria on Sunday and made for Iraq, in the latest "
            "stage of a withdrawal, officials said.",
        ),
        ("border_measure/ongoing", "U.S. forces began pulling out of Qasrak in Syria on Sunday, towards Iraq."),
        (
            "refuge/done",
            "Iraq opened its border to hundreds of Syrian soldiers on Saturday, the mayor of al-Qaim said.",
        ),
        (
            "refuge/ongoing",
            "Syria began moving the last inhabitants of al-Hol, relatives of Islamic State fighters, on Monday to a "
            "new site in the province of Aleppo. Iraqis were among them.",
        ),
        (
            "crossing_status/denied",
            "Iraq's Border Ports Commission denied on Tuesday what was circulated about the closure of Al-Qaim border "
            "port with Syria.",
        ),
        (
            "statement/done",
            "Speaking at a news conference in Damascus on Monday, Iraqi Foreign Minister Fuad Hussein said the border "
            "with Syria was calm and that IS cells must be pursued.",
        ),
    ],
)
def test_a_frame_tells_its_event_whatever_its_verb(expected: str, text: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ["crossing_status/done", "crossing_status/planned"],
            "The Kurdistan Region closed the Semalka crossing with Syria on Monday, an official said.\n\n"
            "It is to reopen on Thursday for students and the sick, he added.",
        ),
        (
            ["joint_operation/done", "border_operation/done"],
            "Iraqi and Syrian forces seized a million pills in Damascus in a joint operation on Sunday.\n\n"
            "On Friday, the Iraqi border guard had seized 20,000 pills on the Syrian frontier near Rabia.",
        ),
        (
            ["border_operation/done", "intelligence_sharing/done"],
            "Syrian forces seized a truck of rockets bound for Iraq near al-Bukamal on Monday.\n\n"
            "Last month Iraqi intelligence passed to Damascus the names of 12 smugglers, an official said.",
        ),
        (
            ["meeting/done", "meeting/done"],
            "Iraqi Foreign Minister Fuad Hussein met Asaad al-Shaibani in Baghdad on Thursday.\n\n"
            "On Tuesday Hussein had received Syrian Interior Minister Anas Khattab in Baghdad.",
        ),
    ],
)
def test_a_second_event_stands_by_its_own_day(expected: list[str], text: str) -> None:
    assert told(text) == expected


def test_talks_with_a_third_state_count_where_the_headline_names_both_and_security() -> None:
    text = (
        "French Foreign Minister Jean-Noel Barrot met Fuad Hussein in Baghdad on Thursday. He said Paris was grateful."
    )
    assert told(text, "French minister presses Baghdad on IS detainees from Syria") == ["meeting/done"]
    assert told(text, "French minister in Baghdad for talks on trade") == []
