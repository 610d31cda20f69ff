"""Who did it, with whom and to whom, as the text tells it by turns of its own. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import parts, told

DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        (
            "أكدت قيادة العمليات المشتركة العراقية، اليوم، أنها سلّمت دمشق الأسبوع الماضي معلومات "
            "دقيقة عن ثلاثة مخابئ "
            "للسلاح في البادية السورية.",
            "iq_joc",
        ),
        (
            "The Iraqi National Intelligence Service said it had handed Damascus a list of 40 wanted men of the "
            "Islamic State.",
            "iq_inis",
        ),
    ],
)
def test_who_tells_of_its_own_act_did_it(text: str, giver: str) -> None:
    cast = parts(told(text, DAY)[0])
    assert (cast[giver], cast["sy_gov"]) == ("initiator", "participant")


def test_earlier_talks_are_where_they_were_whoever_travelled_later() -> None:
    text = (
        "أنهى وفد عراقي يترأسه حميد الشطري زيارة إلى دمشق أمس. وكان الشطري قد التقى الشرع هناك في 26 "
        "كانون الأول الماضي بحضور "
        "وزير الخارجية أسعد الشيباني. كما زار الشيباني بغداد في 14 شباط وأجرى محادثات مع نظيره فؤاد حسين."
    )
    found = {str(r.date): (r.place and r.place.id, "p_fuad_hussein" in parts(r)) for r in told(text, DAY)}
    assert found["2025-12-26"] == ("damascus", False)
    assert found["2026-02-14"] == ("baghdad", True)


def test_who_leads_a_delegation_is_of_its_state() -> None:
    text = "اجتمع وفد أمني عراقي برئاسة وكيل وزارة الداخلية مع مسؤولين سوريين في دمشق الأحد لبحث ملف المفقودين."
    assert parts(told(text, DAY)[0]) == {"iq_moi": "participant", "sy_gov": "host"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Iraq and Syria agreed to exchange lists of wanted persons during a meeting in Damascus on Sunday.",
            "damascus",
        ),
        ("Iraq and Syria agreed to reopen the Rabia crossing during talks in Baghdad on Sunday.", "baghdad"),
    ],
)
def test_what_was_agreed_at_talks_is_what_came_of_them(text: str, place: str) -> None:
    (one,) = told(text, DAY)
    assert (one.type.value, one.modality.value, one.place and one.place.id) == ("meeting", "done", place)


def test_those_who_told_each_other_both_take_part() -> None:
    text = "تبادل الجيش العراقي والجيش السوري معلومات عن تحركات داعش عبر مركز التنسيق في بغداد."
    cast = parts(told(text, DAY)[0])
    assert (cast["iq_army"], cast["sy_army"]) == ("initiator", "participant")


def test_whom_a_force_killed_inside_the_other_country_is_the_target_there() -> None:
    text = "قتلت القوات العراقية قيادياً في داعش داخل سوريا بالتنسيق مع التحالف الدولي."
    one = told(text, DAY)[0]
    assert one.place is not None
    assert (one.place.id, parts(one)["isis"]) == ("c_sy", "target")


@pytest.mark.parametrize(
    "text",
    [
        "قال مصدر أمني عراقي إن ثلاثة صواريخ أطلقت من داخل الأراضي العراقية باتجاه قاعدة أمريكية في سوريا مساء أمس.",
        "Three rockets were fired from Iraq at a US base in northeastern Syria on Sunday.",
    ],
)
def test_whose_base_was_hit_is_the_target(text: str) -> None:
    one = told(text, DAY)[0]
    assert (one.type.value, parts(one)) == ("incident", {"us_forces": "target"})


def test_the_side_from_which_it_came_was_not_hit() -> None:
    text = "استشهد جندي عراقي وأصيب اثنان بنيران قناص من الجانب السوري قرب ربيعة."
    assert parts(told(text, DAY)[0]) == {"iq_army": "target"}
