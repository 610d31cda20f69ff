"""News in the manner of the English wires: agents of the passive, what something came after, gates by their towns."""

from __future__ import annotations

import datetime as dt

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
