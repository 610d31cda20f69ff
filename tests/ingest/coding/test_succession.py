"""What stands beside the news on a day of its own: whom a successor replaced, and what opens with an older day."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def _reports(title: str | None, text: str, published: str) -> list[dict[str, Any]]:
    line = {"id": 1, "title": title, "text": text, "published": published, "lang": None}
    return list(answer(json.dumps(line), 0, shipped())["reports"])


def _told(title: str | None, text: str, published: str) -> set[tuple[str, str, bool]]:
    return {(r["type"], r["date"], r["background"]) for r in _reports(title, text, published)}


@pytest.mark.parametrize(
    "text",
    [
        "أصدر الرئيس السوري أحمد الشرع السبت مرسوماً بتعيين حسين السلامة رئيساً لجهاز الاستخبارات العامة، "
        "خلفاً لأنس خطاب "
        "الذي تسلّم حقيبة الداخلية في 29 من آذار الماضي، وهو ما يتابعه العراق باهتمام.",
        "Syrian President Ahmed al-Sharaa on Saturday named Hussein al-Salama head of the General "
        "Intelligence Service, "
        "succeeding Anas Khattab, who took charge of the interior ministry on March 29. Iraq follows the "
        "change closely.",
        "Syrian President Ahmed al-Sharaa on Saturday appointed Hussein al-Salama to head the General "
        "Intelligence Service, "
        "a post that had stood empty since Anas Khattab moved to the interior ministry on 29 March. Iraq took note.",
    ],
)
def test_the_one_before_took_another_office(text: str) -> None:
    told = _reports(None, text, "2025-05-04T10:00:00+03:00")
    assert ("appointment", "2025-05-03", False) in {(r["type"], r["date"], r["background"]) for r in told}
    aside = next(r for r in told if r["background"])
    assert (aside["type"], aside["date"]) == ("appointment", "2025-03-29")
    assert [p["actor"] for p in aside["participants"]] == ["p_khattab"]


def test_an_end_of_a_month_is_no_day_of_an_office() -> None:
    text = (
        "عيّن الرئيس السوري أحمد الشرع السبت حسين السلامة رئيساً لجهاز الاستخبارات العامة خلفاً لأنس خطاب "
        "الذي تولى حقيبة "
        "الداخلية نهاية آذار الماضي، فيما تترقب بغداد."
    )
    assert _told(None, text, "2025-05-04T10:00:00+03:00") == {("appointment", "2025-05-03", False)}


def test_what_opens_with_an_older_day_is_apart() -> None:
    text = (
        "ضبطت قوات حرس الحدود السورية شحنة من الحبوب المخدرة كانت في طريقها إلى العراق قرب بلدة الباغوز.\n"
        "وقالت وزارة الدفاع إن الدورية رصدت أمس السبت أشخاصاً قرب الساتر الترابي وألقت القبض على اثنين منهم.\n"
        "وفي 4 من نيسان الماضي، داهمت وزارة الداخلية السورية أوكار مهربين في قرية الهري وصادرت أسلحة."
    )
    told = _told("ضبط شحنة قرب الباغوز على الحدود مع العراق", text, "2025-10-12T13:00:00+03:00")
    assert told == {("border_operation", "2025-10-11", False), ("border_operation", "2025-04-04", True)}


def test_a_joint_body_stands_beside_the_meeting_it_will_hold() -> None:
    text = (
        "أعلنت بغداد ودمشق في بيان مشترك الأحد تشكيل لجنة عليا للحدود تتابع ملفات التسلل والتهريب.\n"
        "ومن المقرر أن تعقد اللجنة أول اجتماع لها في دمشق في الخامس من أيار/مايو المقبل."
    )
    told = _told(None, text, "2026-04-28T09:00:00+03:00")
    assert told == {("agreement", "2026-04-26", False), ("meeting", "2026-05-05", False)}


def test_a_guest_is_received_beside_a_signing() -> None:
    text = (
        "Syria's interior minister Anas Khattab signed a security memorandum with his Iraqi counterpart Abdul Amir "
        "al-Shammari in Baghdad on Tuesday. Khattab, on his first trip to the Iraqi capital, held talks "
        "with the minister "
        "before that.\nThe Syrian was later received by Prime Minister Mohammed Shia al-Sudani."
    )
    told = _told("Syrian minister signs security pact in Baghdad", text, "2025-11-18T19:00:00+03:00")
    assert told == {("agreement", "2025-11-18", False), ("meeting", "2025-11-18", False)}


def test_a_message_handed_over_in_person_is_a_meeting() -> None:
    text = (
        "Iraqi intelligence chief Hamid al-Shatri met Syrian President Ahmed al-Sharaa in Damascus on Thursday "
        "and delivered a message from Baghdad on border security."
    )
    assert {r[0] for r in _told(None, text, "2025-08-29T12:00:00+03:00")} == {"meeting"}


def test_a_post_under_fire_is_one_incident() -> None:
    text = (
        "أصيب منتسب في حرس الحدود العراقي إثر تعرض نقطته لإطلاق نار من مهربين في أطراف قضاء البعاج المحاذي لسوريا.\n"
        "وقال مصدر أمني إن النقطة رصدت ليلة الأحد مجموعة تحاول تمرير أغنام، فبادر أفرادها بإطلاق النار ثم "
        "لاذوا بالفرار "
        "نحو الأراضي السورية."
    )
    told = {r[0] for r in _told("إصابة منتسب في حرس الحدود بنيران مهربين", text, "2025-06-09T10:00:00+03:00")}
    assert told == {"incident"}


@pytest.mark.parametrize(
    ("text", "published", "due"),
    [
        (
            "يعتزم العراق تسليم سوريا 40 سجيناً سورياً، بحسب ما أفاد مسؤول قضائي الثلاثاء.\nوقال المسؤول إن "
            "عملية التسليم ستتم "
            "على دفعتين خلال نيسان/أبريل.",
            "2026-03-17T14:00:00+03:00",
            "2026-04-01",
        ),
        (
            "Iraq plans to repatriate 43 families from Syria's Roj camp in the first half of May, an official said.",
            "2026-04-09T11:00:00+03:00",
            "2026-05-01",
        ),
    ],
)
def test_a_plan_has_the_period_that_is_said_of_it(text: str, published: str, due: str) -> None:
    (report,) = _reports(None, text, published)
    assert (report["modality"], report["date"], report["date_precision"]) == ("planned", due, "month")


def test_who_became_the_first_to_travel_did_so() -> None:
    text = (
        "The Syrian foreign minister met his Iraqi counterpart in Baghdad on Tuesday. In December 2024, "
        "Iraqi intelligence "
        "chief Hamid al-Shatri became the first senior official from Baghdad to travel to Damascus, meeting "
        "Ahmed al-Sharaa."
    )
    told = _reports(None, text, "2025-11-18T19:00:00+03:00")
    assert {(r["date"], r["modality"]) for r in told} == {("2025-11-18", "done"), ("2024-12-01", "done")}
