"""News in the manner of the English wires: agents of the passive, what something came after, gates by their towns."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import parts, told


def test_whoever_takes_custody_is_host_and_the_flyers_do_it() -> None:
    text = (
        "BAGHDAD - Iraq has taken custody of 60 Islamic State detainees flown out of Hasakah by US forces, "
        "a judge said on Monday."
    )
    assert parts(told(text)[0]) == {"iq_gov": "host", "us_forces": "initiator", "pop_isis_detainees": "target"}


def test_those_by_whom_refugees_are_received_are_host() -> None:
    text = (
        "Some 90 Syrian families fleeing the fighting crossed into the Kurdistan Region on Sunday through the Semalka "
        "crossing. They were received by the joint emergency response office of the KRG Interior Ministry."
    )
    assert parts(told(text)[0]) == {"krg_moi": "host", "pop_refugees": "target"}


def test_the_meeting_that_a_visit_came_after_is_told_on_its_own_day() -> None:
    text = (
        "Iraqi Foreign Minister Fuad Hussein spoke by phone with his Syrian counterpart Asaad al-Shaibani on Monday "
        "about the border. Both voiced satisfaction. The call came five days after Iraq's intelligence chief, Hamid "
        "al-Shatri, led a security delegation to Damascus."
    )
    call, visit = told(text)
    assert (visit.type.value, visit.date, visit.background) == ("meeting", dt.date(2025, 10, 8), True)
    assert "p_shatri" not in parts(call)


def test_another_call_is_a_second_one() -> None:
    text = (
        "Iraqi Prime Minister Mohammed Shia al-Sudani and Syrian President Ahmed al-Sharaa discussed the border by "
        "telephone on Monday. Both want calm. The frontier is long. Al-Sudani told the commander of the Syrian "
        "Democratic Forces, Mazloum Abdi, in a separate call that the prisons must be guarded."
    )
    first, second = told(text)
    assert set(parts(first)) == {"p_sudani", "p_sharaa"}
    assert set(parts(second)) == {"p_sudani", "p_mazloum"}


def test_a_gate_opens_by_a_far_verb_or_by_the_name_of_its_town() -> None:
    text = (
        "The Rabia border crossing between the Iraqi province of Nineveh and the Syrian province of Hasakah was "
        "formally reopened on Monday. Iraq closed al-Qaim in August, when clashes broke out across the border."
    )
    opened, closed = told(text)
    assert opened.place is not None and closed.place is not None
    assert (opened.place.id, opened.status, closed.place.id, closed.status) == ("x_rabia", "open", "x_qaim", "closed")


def test_barriers_lifted_open_a_gate() -> None:
    text = "Iraq and Syria lifted the barriers at the al-Qaim crossing on Monday after months of closure."
    report = told(text)[0]
    assert (report.type.value, report.status) == ("crossing_status", "open")


def test_who_the_sentence_is_about_is_not_the_source_it_opens_with() -> None:
    text = (
        "Iraqi and Syrian officials met in Damascus on Monday. According to a document seen by the agency, Ahmed "
        "al-Sharaa is expected to meet Mohammed Shia al-Sudani at the al-Qaim crossing in November."
    )
    assert {"p_sharaa", "p_sudani"} <= set(parts(told(text)[1]))


def test_a_state_before_the_verb_acts_and_not_the_man_who_tells_of_it() -> None:
    text = (
        "Iraq has reopened its embassy in Damascus on Monday, Prime Minister Mohammed Shia al-Sudani said in an "
        "interview, and its diplomats are back from Amman."
    )
    found = parts(told(text)[0])
    assert (found["iq_gov"], found["p_sudani"]) == ("initiator", "mentioned")


def test_what_had_been_due_and_was_called_off_is_one_thing() -> None:
    text = (
        "Iraq has postponed the repatriation of a new group of families from al-Hol camp, the migration ministry said "
        "on Sunday. The convoy of 80 families had been scheduled to leave on Wednesday."
    )
    (report,) = told(text)
    assert (report.modality.value, report.date) == ("cancelled", dt.date(2025, 10, 15))


def test_a_wall_of_which_the_rest_is_hoped_for_is_under_way() -> None:
    text = (
        "Iraq has finished about 250 kilometers of a concrete wall along its border with Syria and aims to complete "
        "the rest next spring, its interior ministry said on Monday."
    )
    assert told(text)[0].modality.value == "ongoing"


def test_a_man_of_intelligence_who_is_sent_is_no_intelligence() -> None:
    text = (
        "Talks in Amman on Sunday were hosted by Jordan's Foreign Minister Ayman Safadi, with Syria's Asaad "
        "al-Shaibani attending. Iraq sent Foreign Minister Fuad Hussein and the head of its intelligence "
        "service, Hamid al-Shatri."
    )
    (report,) = told(text)
    assert (report.type.value, "p_shatri" in parts(report)) == ("meeting", True)


@pytest.mark.parametrize(
    "deal",
    [
        "Under the March 10 agreement between the SDF and Damascus",
        "Under the deal signed on March 10 between the Syrian government and the SDF",
        "Under the agreement between Damascus and the SDF of March 10",
    ],
)
def test_a_deal_named_with_its_day_and_sides_is_told_aside(deal: str) -> None:
    text = (
        "Iraq and Syria reopened the Rabia crossing on Monday. Officials of both countries attended. "
        f"{deal}, the gates are run by the state."
    )
    pact = told(text)[-1]
    assert (pact.type.value, pact.date, pact.background) == ("agreement", dt.date(2025, 3, 10), True)
    assert parts(pact) == {"sdf": "participant", "sy_gov": "participant"}


def test_a_man_who_told_the_press_by_phone_rang_nobody() -> None:
    text = (
        "The Syrian Ministry of Defense on Monday named Sipan Hamo as assistant defense minister for the region along "
        'the border with Iraq. "We know every stone," Hamo told the agency by phone.'
    )
    assert "call" not in {r.type.value for r in told(text)}


@pytest.mark.parametrize(
    "aside",
    [
        'A few dozen officers stayed behind. "They shot my two cousins," said one.',
        'Iraq\'s command said "a few dozen" men stayed. One conscript spoke of his three brothers.',
    ],
)
def test_kin_and_a_few_dozen_are_no_exact_numbers(aside: str) -> None:
    text = f"Iraq on Monday sent home 900 Syrian soldiers through the al-Qaim crossing. {aside}"
    assert not {2.0, 3.0, 12.0} & {c.value for c in told(text)[0].counts}


def test_those_guarded_for_years_did_not_escape() -> None:
    text = (
        "Dozens of Islamic State prisoners escaped from a prison in Shaddadi near the Iraqi border on Monday, 70 of "
        "them Iraqis. The SDF has guarded some 8,000 suspects in Syria since 2019."
    )
    assert 8000.0 not in {c.value for c in told(text)[0].counts}


def test_ministries_of_several_trades_came_along() -> None:
    text = (
        "Iraq's intelligence chief Hamid al-Shatri held talks with Syrian President Ahmed al-Sharaa in Damascus on "
        "Monday. He headed a delegation that included the Ministries of Trade and Oil."
    )
    assert {"iq_mot", "iq_moo"} <= set(parts(told(text)[0]))
