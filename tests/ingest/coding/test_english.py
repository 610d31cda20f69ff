"""What English news tells: acts in their many wordings, what went before, what came to nothing, and on which day."""

from __future__ import annotations

import datetime as dt

import pytest

from events.reports import check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped


def told(day: str, title: str, text: str) -> list[str]:
    """`type/modality/day` of every report, with `/bg` where it is background."""
    coded = code_article(title, text, dt.date.fromisoformat(day), "en", shipped())
    check_reports(coded.reports, title, text)
    return [f"{r.type.value}/{r.modality.value}/{r.date}{'/bg' if r.background else ''}" for r in coded.reports]


@pytest.mark.parametrize(
    ("day", "expected", "text"),
    [
        (
            "2025-05-11",
            "repatriation/done/2025-05-11",
            "Iraq on Sunday brought home 642 of its nationals from a sprawling camp in northeast Syria.",
        ),
        (
            "2024-12-19",
            "repatriation/ongoing/2024-12-19",
            "Syrian soldiers who crossed into Iraq as Assad's government was collapsing were being driven back to "
            "their country on Thursday morning, an Iraqi border official said.",
        ),
        (
            "2025-11-03",
            "repatriation/cancelled/2025-11-02",
            "A convoy that was to carry 150 Iraqi families from al-Hol camp to Iraq on Sunday did not set out, a "
            "source in the camp said.",
        ),
        (
            "2025-09-24",
            "border_operation/done/2025-09-23",
            "Iraqi border guards on Tuesday arrested eight people who had entered Iraq illegally from Syria near "
            "Mount Sinjar.",
        ),
        (
            "2025-11-19",
            "joint_operation/done/2025-11-18",
            "Acting on information supplied by Iraqi intelligence, Syria's General Security arrested four members of "
            "an Islamic State cell in Deir Ezzor on Tuesday.",
        ),
        (
            "2026-02-13",
            "detainee_transfer/done/2026-02-13",
            "The US military has completed its operation to move Islamic State detainees from Syria to Iraq, Central "
            "Command said on Friday.",
        ),
        (
            "2026-01-24",
            "detainee_transfer/done/2026-01-23",
            "US forces flew 150 Islamic State group suspects out of a jail in Hasakah to Iraq on Friday.",
        ),
        (
            "2026-04-22",
            "call/done/2026-04-21",
            "The commanders of the Iraqi and Syrian border guards held a video conference on Tuesday to coordinate "
            "patrols along the frontier.",
        ),
        (
            "2025-07-05",
            "refuge/done/2025-07-02",
            "The Autonomous Administration moved 56 families of non-Iraqi nationality from Hawl camp to Roj camp "
            "overnight on Wednesday to Thursday.",
        ),
        (
            "2024-12-05",
            "incident/denied/2024-12-01",
            "Iraq's military on Monday denied reports that PMF fighters had crossed into Syria.",
        ),
        (
            "2025-08-20",
            "crossing_status/done/2025-08-19",
            "The al-Walid crossing with Syria opened to cargo trucks on Tuesday, with passengers to wait until next "
            "month, the Border Ports Commission said.",
        ),
    ],
)
def test_an_act_is_told(day: str, expected: str, text: str) -> None:
    assert told(day, "", text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A 4.2-magnitude earthquake struck the Iraq-Syria border near Hasakah on Sunday.",
        "Kataib Hezbollah leader Abu Hussein al-Hamidawi has called Syrian President Ahmed al-Sharaa a terrorist.",
    ],
)
def test_what_only_looks_like_an_act_tells_none(text: str) -> None:
    assert told("2025-03-03", "", text) == []


def test_the_one_before_is_background_on_its_own_day() -> None:
    text = (
        "Some 160 Iraqi families left al-Hol camp on Sunday for Jadaa, Iraq's migration ministry said.\n\n"
        "The previous batch, of 180 families, arrived on May 25."
    )
    assert told("2025-06-23", "", text) == ["repatriation/done/2025-06-22", "repatriation/done/2025-05-25/bg"]


def test_what_was_shut_before_it_opens_has_a_day_of_its_own() -> None:
    text = (
        "Al-Bukamal crossing will be open as of Thursday to Syrians returning from Iraq, the ports authority said.\n\n"
        "The authority had suspended movement through the crossing last Sunday because of floods."
    )
    assert told("2025-12-10", "", text) == [
        "crossing_status/planned/2025-12-11",
        "crossing_status/done/2025-12-07",
    ]


def test_under_a_headline_that_quotes_a_man_the_lead_is_his_word() -> None:
    text = (
        "Iraq's National Security Advisor Qasim al-Araji has said that Baghdad took in thousands of ISIS detainees "
        'from Syria to protect its own borders.\n\n"We are not a warehouse," Araji told Rudaw in Baghdad on Wednesday.'
    )
    title = "Iraq will not be 'a warehouse' for ISIS prisoners: Araji"
    assert told("2026-02-27", title, text) == ["statement/done/2026-02-25"]


def test_a_month_without_a_year_of_something_done_has_been() -> None:
    text = (
        "Kurdistan Region President Nechirvan Barzani received SDF commander Mazloum Abdi in Erbil on Wednesday to "
        "discuss ISIS prisoners.\n\nThe meeting was attended by aides. Barzani last met Abdi in January."
    )
    assert told("2025-11-20", "", text)[1] == "meeting/done/2025-01-01/bg"


def test_the_month_in_which_assad_fell_dates_nothing() -> None:
    text = (
        "Iraq has taken custody of 5,704 ISIS detainees from Syria, the Supreme Judicial Council said on Saturday, "
        "closing a transfer that began last month."
    )
    assert told("2026-02-14", "", text) == ["detainee_transfer/done/2026-02-14"]
