"""Men and papers of both states named in one breath, and whom a call, a summit or a swap is between. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import parts, told

DAY = dt.date(2025, 11, 5)


@pytest.mark.parametrize(
    ("text", "kind", "cast"),
    [
        (
            "Iraqi and Syrian border guards patrolled the al-Qaim strip on Tuesday.",
            "joint_operation",
            {"iq_border_guard", "sy_border_guard"},
        ),
        (
            "Iraqi and Syrian police jointly seized two million pills in Deir ez-Zor on Monday.",
            "joint_operation",
            {"iq_moi", "sy_moi"},
        ),
        (
            "Iraqi and Syrian engineers jointly blew up ISIS arms dumps in Wadi Suwab on Monday.",
            "joint_operation",
            {"iq_armed_forces", "sy_army"},
        ),
        (
            "Iraqi and Syrian officers swapped lists of wanted men at al-Qaim on Wednesday.",
            "intelligence_sharing",
            {"iq_gov", "sy_gov"},
        ),
        ("تبادل ضباط عراقيون وسوريون قوائم مطلوبين في القائم الأربعاء.", "intelligence_sharing", {"iq_gov", "sy_gov"}),
        (
            "مذكرة تفاهم عراقية - سورية لمكافحة المخدرات ترى النور في عمّان، اليوم الاثنين.",
            "agreement",
            {"iq_gov", "sy_gov"},
        ),
        (
            "دخلت حيّز النفاذ، الاثنين، الاتفاقية العراقية السورية الخاصة بالمطاردة عبر الحدود.",
            "agreement",
            {"iq_gov", "sy_gov"},
        ),
        (
            "أُرجئت العملية العراقية السورية المشتركة التي كان مقرراً أن تبدأ الخميس في محيط البوكمال.",
            "joint_operation",
            {"iq_gov", "sy_gov"},
        ),
        (
            "A protocol on hot pursuit along the Iraqi-Syrian border was initialled Thursday by "
            "staff officers of the two"
            " armies, the Iraqi defence ministry said.",
            "agreement",
            {"iq_gov", "sy_gov"},
        ),
        (
            "CENTCOM said its forces, together with Iraqi and Syrian partners, conducted raids on "
            "November 2 near al-Bukamal"
            " that led to the arrest of seven ISIS operatives.",
            "joint_operation",
            {"centcom", "iq_gov", "sy_gov"},
        ),
    ],
)
def test_men_of_both_states_in_one_breath_are_of_both(text: str, kind: str, cast: set[str]) -> None:
    (report,) = told(text, DAY)
    acting = {actor for actor, part in parts(report).items() if part in ("initiator", "participant", "host")}
    assert (report.type, acting) == (kind, cast)


def test_one_states_men_alone_make_no_joint_operation() -> None:
    text = "Iraq's Counter Terrorism Service swooped on an Islamic State hideout near the Syrian border on Tuesday."
    assert told(text, DAY)[0].type == "border_operation"


@pytest.mark.parametrize(
    ("text", "kind", "cast"),
    [
        (
            "احتضنت عمّان، الاثنين، اجتماعاً أمنياً جمع ممثلين عن العراق وسوريا والأردن وتركيا ولبنان لبحث مواجهة داعش.",
            "meeting",
            {"iq_gov", "sy_gov", "jo", "tr", "lb"},
        ),
        (
            "تناول اتصال هاتفي بين رئيس الوزراء العراقي والعاهل الأردني الملك عبد الله الثاني، مساء "
            "الأحد، أمن الحدود العراقية السورية.",
            "call",
            {"p_sudani", "p_abdullah2"},
        ),
        (
            "Iraq's national security adviser Qasim al-Araji and US envoy Tom Barrack held talks in "
            "Baghdad on Sunday on the"
            " residents of al-Hol camp.",
            "meeting",
            {"p_araji", "p_barrack"},
        ),
        (
            "In a call with US Secretary of State Marco Rubio on Sunday, Iraqi Prime Minister "
            "Mohammed Shia al-Sudani laid out"
            " Iraq's terms for taking in suspects held in Hasakah.",
            "call",
            {"p_rubio", "p_sudani"},
        ),
    ],
)
def test_talks_of_many_or_with_a_third_state_on_the_file(text: str, kind: str, cast: set[str]) -> None:
    (report,) = told(text, DAY)
    assert (report.type, set(parts(report))) == (kind, cast)


@pytest.mark.parametrize(
    "text",
    [
        "Iraq and Syria carried out a prisoner swap at al-Qaim on Monday: 11 Iraqis for 14 Syrians.",
        "العراق وسوريا يتبادلان سجناء لأول مرة: 11 عراقياً من سجن عدرا مقابل 14 سورياً كانوا في سجون بغداد، الاثنين.",
        "دخلت قافلة تضم 80 موقوفاً من داعش عبر ربيعة الأربعاء تتقدمها مدرعات أمريكية قادمة من الشدادي.",
        "Syria's SDF turned over 30 Iraqi jihadists to Baghdad's security services at Rabia on "
        "Sunday, Iraq's National Security Service said.",
        "Iraq took delivery on Sunday of six men arrested in Idlib on Iraqi warrants.",
    ],
)
def test_prisoners_are_swapped_driven_and_turned_over(text: str) -> None:
    assert [r.type for r in told(text, DAY)] == ["detainee_transfer"]


def test_a_paper_on_swapping_prisoners_swaps_none() -> None:
    text = "Iraq and Syria signed a prisoner exchange agreement in Baghdad on Monday."
    assert [r.type for r in told(text, DAY)] == ["agreement"]


def test_prisoners_received_at_an_airport_are_no_base_taken_over() -> None:
    text = "تسلّم جهاز مكافحة الإرهاب العراقي في مطار بغداد، فجر الأحد، 90 معتقلاً من عناصر داعش جيء بهم جواً من سوريا."
    (report,) = told(text, DAY)
    assert (report.type, parts(report)["iq_cts"]) == ("detainee_transfer", "host")
