"""English words that look like an act: what tells one, and what does not."""

from __future__ import annotations

import datetime as dt

import pytest

from events.reports import check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped

DAY = dt.date(2025, 11, 12)


def told(title: str, text: str) -> list[str]:
    """`type/modality` of every report."""
    coded = code_article(title, text, DAY, "en", shipped())
    check_reports(coded.reports, title, text)
    return [f"{r.type.value}/{r.modality.value}" for r in coded.reports]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            "meeting/done",
            "The joint Iraqi-Syrian security committee convened in Baghdad on Tuesday to review wanted lists.",
        ),
        (
            "meeting/planned",
            "Baghdad is getting ready to host a Syrian security delegation next Sunday, a source said.",
        ),
        (
            "call/done",
            "Iraq's ambassador handed Syrian President Ahmad al-Sharaa a letter from President Abdul "
            "Latif Rashid on border "
            "cooperation, the Syrian presidency said on Monday.",
        ),
        (
            "agreement/done",
            "Syrian Justice Minister Mazhar al-Wais and his Iraqi counterpart Khalid Shwani put "
            "their names on Tuesday to a "
            "memorandum on the handover of convicts.",
        ),
        (
            "statement/done",
            "Iraqi Defense Minister Thabet al-Abbasi inspected units stationed on the Syrian border on Monday.",
        ),
        (
            "border_operation/done",
            "Iraqi warplanes bombed an Islamic State hideout in the desert along the Syrian border "
            "on Saturday, the Security "
            "Media Cell said.",
        ),
        (
            "incident/done",
            "Islamic State gunmen ambushed an Iraqi army patrol on the road to the Syrian border "
            "near Akashat on Sunday, killing "
            "a lieutenant.",
        ),
        (
            "border_measure/ongoing",
            "Iraq is building a 160-kilometre concrete wall along its border with Syria, the army said.",
        ),
        ("crossing_status/done", "Movement at al-Qaim crossing between Iraq and Syria returned to normal on Sunday."),
        (
            "refuge/ongoing",
            "Displaced families from Hasakah continue to arrive in the Kurdistan Region through the "
            "Fish Khabur crossing, an "
            "office in Duhok said on Tuesday.",
        ),
        (
            "repatriation/cancelled",
            "The return of 180 Iraqi families from al-Hol camp, which was set for Monday, has been put on hold.",
        ),
        (
            "detainee_transfer/done",
            "Syria handed Iraq five fugitives wanted on murder charges at al-Qaim crossing on Monday.",
        ),
        (
            "detainee_transfer/done",
            "A batch of 500 ISIS detainees left Hasakah for Iraq by land on Tuesday, a source said.",
        ),
    ],
)
def test_an_act_is_told_in_many_words(expected: str, text: str) -> None:
    assert told("", text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Bankers from Iraq and Syria met in Dubai on Monday.",
        "Iraqi truck drivers went on strike at al-Qaim on Monday against fees charged by Syria.",
        "Iraq named a new ambassador to Tehran on Monday; he served in Damascus before.",
        "US forces killed a senior Islamic State leader, originally from Iraq, in a raid in Idlib, Syria on Saturday.",
        "Iraq is building a wall on its border with Iran, a border guard commander said, after "
        "finishing one with Syria.",
        "Some 120 families returned to Sinjar from camps in Duhok on Monday, the ministry said. Sinjar borders Syria.",
        "Kuwait foiled the smuggling of captagon pills that came from Syria through Iraq, its interior ministry said.",
        "Several channels claimed that Iraq had closed its border with Syria; no official confirmed it.",
        "Two Iraqi soldiers were killed in Kirkuk on Tuesday, police said. ISIS seized swathes of "
        "Iraq and Syria in 2014.",
        "Prime Minister Mohammed Shia al-Sudani dismissed on Saturday calls to change Iraq's system "
        "after events in Syria.",
        "Syrian President Ahmad al-Sharaa met President Donald Trump in Washington on Monday. He was "
        "once jailed in Iraq.",
        "Iraqi authorities detained several refugees on Monday who had praised extremist groups in Syria, police said.",
        "The trade ministry said wheat for Syria will move by trucks through al-Qaim border crossing in Iraq.",
    ],
)
def test_what_looks_like_an_act_of_ours_is_none(text: str) -> None:
    assert told("", text) == []


def test_a_message_handed_over_at_a_meeting_is_that_meeting_s() -> None:
    text = (
        "Qasim al-Araji handed Syrian President Ahmad al-Sharaa a verbal message from Prime Minister "
        "Mohammed Shia al-Sudani "
        "on Tuesday at a meeting in Damascus."
    )
    assert told("", text) == ["meeting/done"]
