"""Plain leads: at which gate or camp, a man and his body, whose dead, the day of what went before. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import parts, told

DAY = dt.date(2026, 2, 5)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "The SDF handed over 47 Iraqi ISIS prisoners to Iraq's Counter Terrorism Service at Rabia on Sunday.",
            "rabia",
        ),
        (
            "A delegation of Iraq's national security advisory met the administration of Roj Camp "
            "near Derik on Monday over "
            "the repatriation of Iraqi women.",
            "camp_roj",
        ),
        (
            "An Iraqi security delegation visited Ghwayran prison in the city of Hasakah today and met its SDF guards.",
            "prison_sinaa",
        ),
    ],
)
def test_the_gate_and_the_camp_before_the_town(text: str, place: str) -> None:
    (report,) = told(text, DAY)
    assert report.place is not None
    assert report.place.id == place


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        (
            "Border Forces commander Lieutenant General Mohammed Abdulwahab Sukkar al-Saidi "
            "supervised on Saturday the "
            "installation of thermal cameras in al-Baaj, on the Syrian border.",
            {"p_sukkar": "initiator"},
        ),
        (
            "Two soldiers of the Border Forces' First Region were killed by sniper fire from the "
            "Syrian side near al-Qaim "
            "on Friday.",
            {"iq_border_guard": "target"},
        ),
        (
            "دخل نحو ألفي جندي من الجيش السوري إلى العراق عبر منفذ القائم، السبت، بعد موافقة السلطات العراقية.",
            {"iq_gov": "host", "pop_sy_soldiers": "target"},
        ),
        (
            "Iraq's judiciary has sent back to Turkey 14 Turkish ISIS suspects who were brought from "
            "Syria last month, "
            "handing them over in Baghdad on Tuesday.",
            {"iq_sjc": "initiator", "tr": "host", "pop_isis_detainees": "target"},
        ),
        (
            "توصلت الحكومتان السورية والعراقية في دمشق، في الثاني من شباط، إلى اتفاق على دوريات "
            "متزامنة على جانبي الحدود.",
            {"sy_gov": "participant", "iq_gov": "participant"},
        ),
        ("بحث الجيشان العراقي والسوري في القائم الأحد تأمين الحدود.", {"iq_army": "host", "sy_army": "participant"}),
    ],
)
def test_who_took_part_and_how(text: str, cast: dict[str, str]) -> None:
    (report,) = told(text, DAY)
    assert parts(report) == cast


def test_the_day_of_what_went_before_is_not_its_day() -> None:
    text = (
        "Iraq's intelligence gave Damascus the names of 12 suspects after Sunday's bombing, an official said on Monday."
    )
    assert told(text, DAY)[0].date == dt.date(2026, 2, 2)


def test_what_somebody_was_sent_to_do_was_done() -> None:
    text = "Iraq's Popular Mobilisation Forces sent a brigade to reinforce the border opposite Al Bukamal on Saturday."
    (report,) = told(text, DAY)
    assert (report.type, report.modality, report.date) == ("border_measure", "done", dt.date(2026, 1, 31))


def test_so_far_is_still_going_on() -> None:
    text = "Iraq has received 3,000 Islamic State detainees from Syria so far, Minister Fuad Hussein said on Tuesday."
    assert told(text, DAY)[0].modality == "ongoing"


def test_a_massacre_that_bears_the_name_of_a_base_is_no_base() -> None:
    text = "Syria's Interior Ministry on Monday turned over to Iraq a man accused in the Camp Speicher massacre."
    assert [r.type for r in told(text, DAY)] == ["detainee_transfer"]


def test_a_town_with_a_common_name_is_read_on_beside_syria() -> None:
    text = "أحبطت قوة من الفرقة السابعة محاولة تسلل من الأراضي السورية غرب الرطبة فجر الاثنين، واعتقلت ثلاثة مهربين."
    assert [r.type for r in told(text, DAY)] == ["border_operation"]


def test_a_third_states_general_talks_of_the_line() -> None:
    text = (
        "بحث رئيس هيئة الأركان المشتركة الأردنية اللواء الركن يوسف الحنيطي مع رئيس أركان الجيش "
        "العراقي في عمّان، الأحد، "
        "أمن المثلث الحدودي مع سوريا."
    )
    (report,) = told(text, DAY)
    assert (report.type, set(parts(report))) == ("meeting", {"p_huneiti", "p_yarallah"})
