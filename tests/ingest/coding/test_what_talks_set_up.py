"""What talks set up: a committee that is agreed on is their outcome, and its first meeting is to come. Own wordings."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import told

FRIDAY = dt.date(2026, 11, 20)
RECEIVED_AR = "استقبل وزير الداخلية العراقي، اليوم الجمعة، في بغداد نظيره السوري أنس خطاب. "
RECEIVED_EN = "Iraq's interior minister received his Syrian counterpart Anas Khattab in Baghdad on Friday. "


@pytest.mark.parametrize(
    "agreed",
    [
        RECEIVED_EN + "The two sides agreed to form a joint security committee that will hold its first meeting in"
        " Damascus next month.",
        RECEIVED_EN + "The two sides agreed to set up a joint committee on smuggling, which will meet in Damascus next"
        " month.",
        RECEIVED_EN + "They agreed to exchange information and to hold a second round in Damascus next month.",
        RECEIVED_AR + "واتفق الجانبان على تشكيل لجنة أمنية مشتركة تعقد اجتماعها الأول في دمشق الشهر المقبل.",
        RECEIVED_AR + "واتفق الجانبان على تشكيل لجنة أمنية مشتركة ستجتمع في دمشق الشهر المقبل.",
        RECEIVED_AR + "واتفق الجانبان على تشكيل لجنة أمنية مشتركة على أن تعقد أول اجتماعاتها في دمشق الشهر المقبل.",
        RECEIVED_AR + "واتفق الجانبان على عقد جولة ثانية في دمشق الشهر المقبل.",
    ],
)
def test_a_body_that_talks_set_up_is_to_meet(agreed: str) -> None:
    met, due = told(agreed, FRIDAY)
    assert (met.type.value, met.modality.value, met.place and met.place.id) == ("meeting", "done", "baghdad")
    assert (due.type.value, due.modality.value, due.place and due.place.id) == ("meeting", "planned", "damascus")
    assert (due.date, due.date_precision.value) == (dt.date(2026, 12, 1), "month")


@pytest.mark.parametrize(
    "agreed",
    [
        RECEIVED_EN + "The two ministers agreed to open a joint operations room that is to start work in January.",
        RECEIVED_AR + "وتم الاتفاق على إنشاء غرفة عمليات مشتركة تباشر عملها مطلع العام المقبل.",
        RECEIVED_AR + "واتفقا على تبادل المعلومات بشأن المطلوبين.",
    ],
)
def test_what_is_agreed_on_at_talks_is_no_second_event(agreed: str) -> None:
    assert [(r.type.value, r.modality.value) for r in told(agreed, FRIDAY)] == [("meeting", "done")]


@pytest.mark.parametrize(
    "agreed",
    [
        "Iraq and Syria agreed on Friday to form a joint security committee that will hold its first meeting in"
        " Damascus next month.",
        "اتفق العراق وسوريا، اليوم الجمعة، على تشكيل لجنة أمنية مشتركة تعقد اجتماعها الأول في دمشق الشهر المقبل.",
    ],
)
def test_a_body_agreed_on_by_itself_is_formed_then_and_meets_later(agreed: str) -> None:
    formed, due = told(agreed, FRIDAY)
    assert (formed.type.value, formed.modality.value, formed.date) == ("agreement", "done", FRIDAY)
    assert (due.type.value, due.modality.value, due.date) == ("meeting", "planned", dt.date(2026, 12, 1))


def test_where_a_signed_committee_is_to_sit_is_not_where_it_was_signed() -> None:
    signed, due = told(
        "Iraqi Defence Minister Thabet al-Abbasi and his Syrian counterpart Murhaf Abu Qasra signed an agreement in"
        " Amman on Friday to set up a joint border committee, which is to hold its first meeting in al-Qaim on"
        " December 5.",
        FRIDAY,
    )
    assert (signed.type.value, signed.place and signed.place.id) == ("agreement", "amman")
    assert (due.type.value, due.date, due.place and due.place.id) == ("meeting", dt.date(2026, 12, 5), "qaim")


@pytest.mark.parametrize(
    "postponed",
    [
        "أرجأت بغداد ودمشق اجتماع اللجنة الأمنية المشتركة الذي كان مقرراً الأحد المقبل في دمشق.",
        "Baghdad and Damascus have postponed a meeting of their joint security committee that was due in Damascus on"
        " Sunday.",
    ],
)
def test_two_capitals_that_act_are_no_place(postponed: str) -> None:
    (off,) = told(postponed, FRIDAY)
    assert (off.type.value, off.modality.value, off.place and off.place.id) == ("meeting", "cancelled", "damascus")


def test_walls_that_an_army_began_to_build_are_a_measure() -> None:
    (built,) = told(
        "The Iraqi army began on Friday to build a second line of concrete walls along the border with Syria.", FRIDAY
    )
    assert (built.type.value, built.place and built.place.id) == ("border_measure", "border_iq_sy")
