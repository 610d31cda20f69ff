"""Whole Arabic articles: which acts a text tells, beside each other and not at all, and whether they are done."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def told(text: str, title: str = "") -> list[tuple[str, str]]:
    row = {"id": "x", "title": title, "text": text, "published": "2025-10-14T15:05:00+03:00", "lang": "ar"}
    found: list[Any] = answer(json.dumps(row), 0, shipped())["reports"]
    return [(r["type"], r["modality"]) for r in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "تسلم العراق من سوريا، الاثنين، خمسة مطلوبين عبر القائم وفق مذكرات صادرة عن القضاء.",
            "detainee_transfer",
        ),
        ("عبّرت وزارة الهجرة عن تقديرها، وعادت 180 عائلة عراقية من مخيم الهول إلى نينوى، الاثنين.", "repatriation"),
        ("استقبل مخيم الجدعة 180 عائلة قادمة من الهول، الاثنين، ونُقل مسن منهم إلى مستشفى القيارة.", "repatriation"),
        (
            "تنفيذاً لأوامر رئيس الوزراء، أنجزت قوات الحدود 400 كيلومتر من الجدار مع سوريا، الاثنين.",
            "border_measure",
        ),
        ("وفق تعميم نُشر على صفحة هيئة المنافذ، أُغلق منفذ ربيعة مع سوريا، الاثنين.", "crossing_status"),
        ("بعد أيام في خيام نُصبت لهم غربي الأنبار، عاد 1905 من جنود الجيش السوري إلى سوريا، الاثنين.", "repatriation"),
    ],
)
def test_words_that_look_like_an_act_tell_none(text: str, kind: str) -> None:
    assert [k for k, _ in told(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "نفذ التحالف الدولي وجهاز مكافحة الإرهاب العراقي إنزالاً في ريف الحسكة، الأحد، قُتل فيه قيادي في داعش.",
        "قُتل مسؤول في تنظيم داعش بعملية شنها جهاز مكافحة الإرهاب العراقي وقوات سوريا الديمقراطية، الاثنين.",
        "بناءً على بلاغ من شرطة نينوى، ألقى الأمن الداخلي السوري في القامشلي القبض على قاتل فار من العراق، الاثنين.",
        "ألقت خلية الصقور العراقية القبض على قيادي في داعش داخل سوريا. وقال مصدر إن الإنزال جرى فجر الأحد في ريف"
        " الحسكة بالتنسيق مع وزارة الداخلية السورية.",
    ],
)
def test_two_sides_at_work_are_a_joint_operation_however_it_is_told(text: str) -> None:
    assert told(text) == [("joint_operation", "done")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "تستعد دفعة من 150 عائلة لمغادرة مخيم الهول إلى العراق الأحد المقبل. وتأتي الرحلة المرتقبة بعد سابقتها،"
            " إذ خرجت من المخيم في 30 أيلول الماضي 200 عائلة.",
            {("repatriation", "planned"), ("repatriation", "done")},
        ),
        (
            "عادت 180 عائلة عراقية من مخيم الهول إلى مخيم الجدعة، الاثنين. وقال المتحدث باسم الوزارة إن العراق أعاد"
            " أكثر من 11 ألف شخص، لافتاً إلى أن دفعة جديدة ستصل قبل نهاية الشهر الجاري.",
            {("repatriation", "done"), ("repatriation", "planned")},
        ),
        (
            "ضبطت قوات حرس الحدود العراقية 40 كغم من الحشيش على الحدود مع سوريا، الاثنين. وأُعلن أن منفذ القائم"
            " تتوقف فيه حركة المسافرين غداً الأربعاء.",
            {("border_operation", "done"), ("crossing_status", "planned")},
        ),
        (
            "يشهد مركز التسوية في البوكمال إقبالاً من جنود النظام السابق العائدين من العراق، اليوم الثلاثاء.",
            {("amnesty", "ongoing")},
        ),
    ],
)
def test_what_is_done_and_what_is_to_come_stand_apart(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= set(told(text))


def test_a_press_conference_of_those_who_met_is_no_event_of_its_own() -> None:
    text = (
        "استقبل وزير الخارجية العراقي فؤاد حسين في بغداد، الاثنين، نظيره السوري أسعد الشيباني. وقال حسين في مؤتمر"
        " صحافي مشترك إن المباحثات تناولت أمن الحدود."
    )
    assert told(text) == [("meeting", "done")]


def test_drones_that_flew_at_a_base_are_an_attack_though_some_were_shot_down() -> None:
    text = (
        "أعلنت وزارة الدفاع السورية أن أربع طائرات مسيرة انطلقت من الأراضي العراقية استهدفت، الأحد، قاعدة خراب الجير في"
        " الحسكة، مؤكدة إسقاط ثلاث منها."
    )
    assert told(text) == [("incident", "done")]


def test_another_matter_of_the_same_day_is_an_event_beside_a_joint_one() -> None:
    text = (
        "ضبطت المديرية العامة لشؤون المخدرات العراقية 200 ألف حبة كبتاغون في دمشق، الاثنين، في عملية مشتركة مع وزارة"
        " الداخلية السورية. وفي اليوم ذاته، ضبطت وحدات الداخلية السورية في مدينة البوكمال صواريخ كانت ستُهرّب إلى العراق."
    )
    assert told(text) == [("joint_operation", "done"), ("border_operation", "done")]


def test_a_denial_of_what_was_said_reaches_its_subject() -> None:
    text = "فنّد جهاز الأمن الوطني العراقي مزاعم وسائل إعلام عن تسليم سوريا 40 معتقلاً من داعش إلى العراق، أمس الاثنين."
    assert told(text) == [("detainee_transfer", "denied")]


def test_men_freed_from_the_old_prisons_go_home() -> None:
    text = "تسليم 19 مواطناً عراقياً ممن كانوا معتقلين في سجون النظام البائد إلى الجانب العراقي عبر البوكمال، الاثنين."
    assert told(text, "تسليم 19 مواطناً عراقياً") == [("repatriation", "done")]


def test_sentences_are_found_behind_entities_and_without_commas() -> None:
    row = (
        "ضبطت الجمارك السورية في منفذ البوكمال، الاثنين، 200 كيلوغرام من الحشيش متجهة إلى العراق."
        "&nbsp;وشهد المنفذ عبور 980 شاحنة."
    )
    assert told(row) == [("border_operation", "done")]
    run_on = (
        "كشف مصدر امني اليوم الثلاثاء عن وصول ٣ طائرات شحن امريكية الى مطار بغداد الدولي وعلى متنها ٢٤٠ من عناصر داعش"
        " قادمين من سجون شمال شرق سوريا وقال المصدر ان القوات الامريكية سلمت العناصر الى جهاز مكافحة الارهاب"
        " وتم نقلهم الى"
        " سجن الكرخ المركزي واضاف ان العدد الكلي للذين تم نقلهم منذ بداية العملية وصل الى اكثر من ٢٢٠٠ معتقل عراقي"
        " وسوري ومن جنسيات اخرى"
        " مؤكدا ان الرحلات ستستمر الاسبوع المقبل ايضا حتى نقل جميع المعتقلين"
    )
    assert told(run_on)[0] == ("detainee_transfer", "done")
