"""What Arabic news tells beside its first event, and what only sounds like one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.coding import coder
from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def told(text: str) -> list[Any]:
    row = {"id": "x", "title": "", "text": text, "published": "2025-10-14T15:05:00+03:00", "lang": "ar"}
    return [(r["type"], r["modality"], r["date"]) for r in answer(json.dumps(row), 0, shipped())["reports"]]


ARRIVED = (
    "وصلت إلى بغداد، اليوم الثلاثاء، دفعة جديدة من معتقلي داعش تضم 130 معتقلاً نقلتهم القوات الأمريكية من الحسكة.\n"
)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            ARRIVED
            + "وأجرى ماركو روبيو، الاثنين، مكالمة هاتفية مع رئيس الوزراء العراقي محمد شياع السوداني تناولت المعتقلين.",
            ("call", "done", "2025-10-13"),
        ),
        (
            "ألقت قوات الحدود العراقية القبض على ثلاثة متسللين قرب سنجار، اليوم الثلاثاء. وفي الجانب المقابل،"
            " ضبطت إدارة مكافحة المخدرات السورية أمس الاثنين في البوكمال 50 ألف حبة كبتاغون معدة للتهريب إلى العراق.",
            ("border_operation", "done", "2025-10-13"),
        ),
        (
            "شهدت الحدود العراقية السورية حوادث عدة:\n• اليوم الثلاثاء: أحبطت قوات الحدود محاولة تسلل أربعة"
            " أشخاص قرب سنجار.\n• أمس الاثنين: ضبط لواء الحدود الثالث 20 ألف حبة كبتاغون في قضاء القائم قادمة من"
            " سوريا.",
            ("border_operation", "done", "2025-10-13"),
        ),
        (
            "ضبطت وزارة الداخلية العراقية مليون حبة كبتاغون داخل الأراضي السورية بالتعاون مع إدارة مكافحة المخدرات"
            " السورية، الاثنين.\nوهذه ثاني عملية من نوعها بعد تلك التي جرت في حمص يوم 5 أيلول الماضي وضُبط"
            " خلالها نصف مليون حبة.",
            ("joint_operation", "done", "2025-09-05"),
        ),
        (
            "عيّن الرئيس السوري أحمد الشرع حسين السلامة رئيساً للاستخبارات السورية السبت. وأمس الاثنين، هنأه رئيس جهاز"
            " المخابرات العراقي حميد الشطري في اتصال هاتفي وبحثا ملف الحدود.",
            ("call", "done", "2025-10-13"),
        ),
    ],
)
def test_a_second_event_stands_beside_the_news(text: str, second: tuple[str, str, str]) -> None:
    found = told(text)
    assert len(found) == 2
    assert found[1] == second


def test_rules_find_an_appeal_beside_the_news(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model of clauses gives such a sentence one in five, and would not believe it."""
    monkeypatch.setattr(coder, "judged", lambda happening, *told: happening)
    appeal = "وخلال إحاطة أمام مجلس الأمن أمس، دعا المبعوث الأممي غير بيدرسون الدول إلى استعادة رعاياها من سوريا."
    assert told(ARRIVED + appeal)[1:] == [("statement", "done", "2025-10-13")]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        (
            "يصل وفد أمني عراقي يضم ضباطاً من قوات الحدود إلى دمشق الخميس المقبل لبحث ملف السجون.",
            ("meeting", "planned", "2025-10-16"),
        ),
        (
            "أعلنت هيئة المنافذ أن العمل في منفذ ربيعة مع سوريا سيتوقف ابتداءً من يوم غد الأربعاء.",
            ("crossing_status", "planned", "2025-10-15"),
        ),
        (
            "يفتح منفذ القائم مع سوريا أبوابه أمام المسافرين اعتباراً من الأحد المقبل.",
            ("crossing_status", "planned", "2025-10-19"),
        ),
        (
            "لن تنطلق الوجبة الجديدة من عائلات مخيم الهول إلى العراق يوم الخميس الموافق 16 تشرين الأول بعدما"
            " أرجأتها الوزارة.",
            ("repatriation", "cancelled", "2025-10-16"),
        ),
        (
            "أكدت هيئة المنافذ الحدودية، اليوم، عدم صحة الأنباء التي تحدثت عن إغلاق منفذ القائم مع سوريا أمس الاثنين.",
            ("crossing_status", "denied", "2025-10-13"),
        ),
        (
            "باشرت وزارة الداخلية السورية، الأحد، تسوية أوضاع العسكريين العائدين من العراق في مدينة دير الزور.",
            ("amnesty", "done", "2025-10-12"),
        ),
        (
            "ما زال مئات النازحين السوريين يتدفقون إلى إقليم كردستان عبر معبر سيمالكا، اليوم الثلاثاء.",
            ("refuge", "ongoing", "2025-10-14"),
        ),
        (
            "قدّم السفير السوري لدى بغداد نسخة من أوراق اعتماده إلى وزير الخارجية فؤاد حسين، اليوم الثلاثاء.",
            ("meeting", "done", "2025-10-14"),
        ),
        (
            "حالت قوات الحدود العراقية، أمس، دون عبور أربعين شاباً الساتر باتجاه الأراضي السورية من دون توقيف أحد.",
            ("border_operation", "done", "2025-10-13"),
        ),
        (
            "سلّم جهاز المخابرات الوطني العراقي جهاز الاستخبارات العامة السوري، أمس الاثنين، قائمة بأسماء 63 مطلوباً.",
            ("intelligence_sharing", "done", "2025-10-13"),
        ),
    ],
)
def test_an_event_is_told_with_its_type_modality_and_day(text: str, one: tuple[str, str, str]) -> None:
    assert told(text) == [one]


@pytest.mark.parametrize(
    "aside",
    [
        "واتفق الجانبان على تسهيل عودة العوائل العراقية من مخيم الهول.",
        "وأكدا ديمومة قنوات الاتصال بين الجانبين.",
        "وتعترض فصائل عراقية مسلحة على استقبال مسؤولين سوريين.",
        "ويعبر يومياً من منفذ القائم مع سوريا ما بين 600 و700 مسافر.",
        "ويفصل بين البلدين ساتر ترابي على الحدود السورية.",
    ],
)
def test_what_is_agreed_usual_or_only_standing_is_no_second_event(aside: str) -> None:
    call = "بحث محمد شياع السوداني، رئيس الوزراء العراقي، مع أحمد الشرع في اتصال هاتفي مساء الاثنين أمن الحدود.\n"
    assert told(call + aside) == [("call", "done", "2025-10-13")]
