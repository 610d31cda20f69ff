"""Names that are none, whose units act, who is told, who receives, who stands back: made-up news."""

from __future__ import annotations

import pytest

from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped
from tests.ingest.coding.coded import parts, told


def test_a_middle_name_is_nobody_else() -> None:
    (one,) = told(
        "بغداد - واع\nبحث رئيس أركان الجيش الفريق أول عبد الأمير رشيد يارالله، الثلاثاء، هاتفياً مع رئيس هيئة الأركان "
        "السورية علي النعسان ضبط الحدود."
    )
    assert set(parts(one)) == {"p_yarallah", "p_naasan"}


def test_operations_of_two_are_no_command() -> None:
    reports = told(
        "بغداد - واع\nضبطت المديرية العامة لشؤون المخدرات بالتعاون مع وزارة الداخلية السورية، الثلاثاء، 300 ألف حبة في "
        "حمص، ضمن سلسلة من العمليات المشتركة بين الجانبين."
    )
    assert all("iq_joc" not in parts(r) for r in reports)


def test_another_call_is_with_others() -> None:
    (one,) = told(
        "دمشق - سانا\nتلقى الرئيس أحمد الشرع، الثلاثاء، اتصالاً هاتفياً من رئيس الوزراء العراقي محمد شياع "
        "السوداني بحثا "
        "فيه أمن الحدود.\nوأجرى الشرع كذلك اتصالاً هاتفياً مع الرئيس التركي رجب طيب أردوغان."
    )
    assert set(parts(one)) == {"p_sharaa", "p_sudani"}


@pytest.mark.parametrize(
    ("text", "actor", "part"),
    [
        (
            "بغداد - واع\nكشف مصدر أمني عراقي، الثلاثاء، عن تزويد السلطات السورية بمعلومات عن خلية لداعش.",
            "sy_gov",
            "participant",
        ),
        (
            "الأنبار - واع\nأعلن وزير الداخلية عبد الأمير الشمري، الثلاثاء، أن العراق تسلم 60 من عناصر تنظيم داعش من "
            "سوريا.",
            "iq_gov",
            "host",
        ),
        (
            "الأنبار - واع\nأعلن وزير الداخلية عبد الأمير الشمري، الثلاثاء، أن العراق تسلم 60 من عناصر تنظيم داعش من "
            "سوريا.",
            "pop_isis_detainees",
            "target",
        ),
        (
            "دير الزور - سانا\nاندلعت اشتباكات، الثلاثاء، بين دورية لقوات حرس الحدود السورية ومهربين قرب الحدود "
            "العراقية.\nوأوقفت الدورية أربعة مهربين كانوا متجهين إلى العراق.",
            "sy_border_guard",
            "initiator",
        ),
        (
            "الأنبار - واع\nأفاد مسؤول محلي، الثلاثاء، بتعليق حركة المسافرين في منفذ القائم مع سوريا.\nوأوضح أن القرار "
            "صدر عن هيئة المنافذ الحدودية.",
            "iq_border_ports",
            "initiator",
        ),
    ],
    ids=["who is provided", "who received", "men of ISIS", "the patrol's body", "who decided"],
)
def test_the_part_by_the_words_beside(text: str, actor: str, part: str) -> None:
    found = [parts(r).get(actor) for r in told(text)]
    assert part in found


def test_a_separate_story_lends_no_body() -> None:
    first = told(
        "الحسكة - نورث برس\nسلمت قوات سوريا الديمقراطية، الثلاثاء، 30 معتقلاً من داعش إلى السلطات العراقية.\nوفي سياق "
        "منفصل، نفذت قوات التحالف عملية في دير الزور بالتنسيق مع جهاز المخابرات العراقي."
    )[0]
    assert "iq_inis" not in parts(first)


def test_a_body_that_ended_is_known_in_an_undated_text() -> None:
    text = (
        "دمشق - سانا\nافتتحت إدارة العمليات العسكرية في 5 كانون الثاني 2025 مركز تسوية لعناصر الجيش السابق العائدين من "
        "العراق."
    )
    reports = code_article("", text, None, None, shipped()).reports
    assert any("sy_moa" in parts(r) for r in reports)


def test_whose_position_it_is_claims_it() -> None:
    (one,) = told(
        "بغداد - واع\nدافع رئيس مجلس القضاء الأعلى فائق زيدان، في مقابلة مع قناة محلية الثلاثاء، عن تسلم معتقلي داعش "
        "من سوريا."
    )
    assert one.claimant is not None
    assert one.claimant.actor == "p_zaidan"


def test_both_who_sign_in_one_breath_stay() -> None:
    reports = told(
        "الأنبار - واع\nوقع قائد قوات الحدود الفريق محمد عبد الوهاب سكر وقائد قوات حرس الحدود السورية، الثلاثاء، في "
        "منفذ القائم مذكرة تفاهم لضبط الحدود."
    )
    assert {"p_sukkar", "sy_border_guard"} <= set(parts(reports[0]))


def test_subject_and_object_are_two_men() -> None:
    (one,) = told(
        "بغداد - واع\nهاتف الأعرجي خطاب، مساء الثلاثاء، وأبلغه تمسك العراق بضبط الحدود مع سوريا.\nويشغل قاسم "
        "الأعرجي منصب "
        "مستشار الأمن القومي وأنس خطاب منصب وزير الداخلية السوري."
    )
    assert {"p_araji", "p_khattab"} <= set(parts(one))


def test_whose_word_it_rests_on_is_mentioned_beside_the_news() -> None:
    reports = told(
        "بغداد - واع\nأعلنت وزارة الهجرة، الثلاثاء، وصول 120 أسرة عراقية من مخيم الهول إلى مخيم الجدعة.\nوأضاف "
        "المتحدث باسم "
        "الوزارة علي عباس أن دفعة أخرى تضم 90 أسرة ستعود من المخيم في تشرين الثاني المقبل."
    )
    assert any(r.modality == "planned" and parts(r).get("p_ali_abbas") == "mentioned" for r in reports)


def test_a_side_of_which_an_official_tells_does_not_speak() -> None:
    reports = told(
        "الأنبار - واع\nأعلن قائممقام القائم تركي المحلاوي، الثلاثاء، إغلاق منفذ القائم أمام المسافرين.\nوأضاف "
        "أن الجانب "
        "السوري عزز انتشار قواته على الحدود قبالة القائم، الثلاثاء."
    )
    assert all(r.claimant is None or r.claimant.actor != "sy_gov" for r in reports)


def test_what_is_called_off_was_only_planned() -> None:
    (one,) = told(
        "نينوى - واع\nأعلنت وزارة الهجرة العراقية، الثلاثاء، تأجيل عودة دفعة تضم 110 عائلات من مخيم الهول "
        "السوري إلى إشعار آخر."
    )
    assert [(c.value, c.scope.value) for c in one.counts] == [(110, "planned")]
