"""Who does it, who receives, whom it is done to: made-up news in the manner of the press."""

from __future__ import annotations

import datetime as dt

import pytest

from events.reports import Report, check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped

DAY = dt.date(2025, 9, 12)


def first(text: str) -> Report:
    title = "العراق وسوريا"
    coded = code_article(title, text, DAY, None, shipped())
    check_reports(coded.reports, title, text)
    return coded.reports[0]


def parts(text: str) -> dict[str, str]:
    return {p.actor or p.name: p.part.value for p in first(text).participants}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "بغداد - واع\nتمكنت قوة من اللواء الخامس عشر في قيادة قوات الحدود، الجمعة، من إلقاء القبض على ثلاثة "
            "متسللين قادمين من الأراضي السورية.",
            {"iq_border_guard": "initiator", "pop_suspects": "target"},
        ),
        (
            "الأنبار - شفق نيوز\nنفذت قوة مشتركة من الجيش والحشد الشعبي، الجمعة، عملية تفتيش في صحراء الرطبة المحاذية "
            "للحدود السورية.",
            {"iq_army": "initiator", "iq_pmf": "initiator"},
        ),
        (
            "بغداد (أ ف ب) - أوقفت قوة عراقية خاصة مطلوبين اثنين في شمال شرق سوريا بالتنسيق مع التحالف الدولي.\nوقالت "
            "خلية الإعلام الأمني إن خلية الصقور الاستخبارية نفذت العملية فجر الجمعة.",
            {
                "iq_falcons": "initiator",
                "coalition": "participant",
                "pop_suspects": "target",
                "iq_smc": "mentioned",
            },
        ),
        (
            "دمشق - سانا\nضبطت قيادة حرس الحدود السورية، الجمعة، شحنة مخدرات معدة للتهريب إلى العراق قرب التنف.",
            {"sy_border_guard": "initiator"},
        ),
    ],
    ids=["men of a body", "a joint force", "the body that did it", "the other state's body of that name"],
)
def test_the_body_whose_men_act_does_it(text: str, expected: dict[str, str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "السومرية نيوز\nأعلن وزير العدل خالد شواني، الجمعة، أن بلاده تسلمت 200 معتقل من تنظيم داعش كانوا محتجزين "
            "في سوريا، وأن عمليات النقل تمت من قبل القوات الأميركية.",
            {
                "us_forces": "initiator",
                "iq_gov": "host",
                "pop_isis_detainees": "target",
                "p_shwani": "mentioned",
            },
        ),
        (
            "HASAKAH - A batch of 180 Iraqi families left al-Hol camp for Iraq on Friday under the supervision of the "
            "Syrian Interior Ministry. Officials from the Iraqi National Security Service oversaw the process.",
            {"sy_moi": "participant", "iq_nss": "host", "pop_camp_families": "target"},
        ),
        (
            "القائم (أ ف ب) - سمحت السلطات العراقية، الجمعة، بدخول مئات الجنود السوريين الفارين عبر منفذ القائم "
            "بالتنسيق مع قوات سوريا الديمقراطية.",
            {"iq_gov": "host", "sdf": "participant", "pop_sy_soldiers": "target"},
        ),
        (
            "Iraq returned 300 Syrian soldiers on Friday to the new authorities in Damascus through al-Qaim crossing.",
            {"iq_gov": "initiator", "sy_gov": "host", "pop_sy_soldiers": "target"},
        ),
    ],
    ids=["his country received", "whose men oversaw it", "who lets people in", "authorities in a capital"],
)
def test_who_receives_is_host(text: str, expected: dict[str, str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "دمشق - سانا\nتسلمت وحدات من الجيش السوري، الجمعة، قاعدة التنف قرب الحدود العراقية بعد انسحاب القوات "
            "الأمريكية منها.",
            {"us_forces": "initiator", "sy_army": "participant"},
        ),
        (
            "الحسكة (رويترز) - قالت وزارة الدفاع السورية يوم الجمعة إن قاعدة للجيش في ريف الحسكة تعرضت لهجوم صاروخي "
            "انطلق من الأراضي العراقية. ونفت كتائب حزب الله العراقية صلتها بالهجوم.",
            {"sy_army": "target", "sy_mod": "mentioned", "kh": "mentioned"},
        ),
        (
            "دير الزور - المرصد السوري\nقتل عنصران من قوات الأمن الداخلي بهجوم لخلايا داعش على حاجز قرب البوكمال على "
            "الحدود العراقية، الجمعة.",
            {"sy_isf": "target", "isis": "initiator"},
        ),
        (
            "بغداد - السومرية\nأعلنت وزارة الخارجية، الجمعة، أن السفير فلاح عبد السادة باشر مهامه رئيساً لبعثة "
            "العراق في دمشق.",
            {"فلاح عبد السادة": "participant"},
        ),
    ],
    ids=["who leaves a base", "whose post is hit", "who attacks", "an envoy nobody registered"],
)
def test_acts_between_two_have_both(text: str, expected: dict[str, str]) -> None:
    found = parts(text)
    assert {k: found.get(k) for k in expected} == expected


def test_persons_who_signed_stand_for_the_states_that_signed() -> None:
    text = (
        "Iraq and Syria have signed a memorandum on fighting narcotics. The paper was signed in Damascus on Thursday "
        "by Interior Minister Anas Khattab and his Iraqi counterpart Abdul Amir Al Shammari."
    )
    assert parts(text) == {"p_khattab": "participant", "p_shammari": "participant"}


def test_the_wall_with_a_state_makes_it_no_partner() -> None:
    text = (
        "بغداد – واع\nأعلنت قيادة قوات الحدود، الجمعة، إنجاز 410 كيلومترات من الجدار الكونكريتي مع سوريا، مؤكدة أن "
        "الشريط مع الجانب السوري بات محكماً."
    )
    assert parts(text) == {"iq_border_guard": "initiator"}
