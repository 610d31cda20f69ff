"""The same acts in the frames that communiqués put them in: managed, to come, recalled, behind other talks. "
"Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from events.codebook import DatePrecision
from tests.ingest.coding.coded import parts, told

DAY = dt.date(2025, 11, 26)
IN_2026 = dt.date(2026, 6, 17)


def heads(text: str, day: dt.date = DAY) -> set[str]:
    """Type, modality and day of every report."""
    return {f"{r.type.value}/{r.modality.value} {r.date}" for r in told(text, day)}


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (
            "تمكنت وكالة الاستخبارات والتحقيقات الاتحادية، أمس الثلاثاء، من تسلّم أربعة مطلوبين عراقيين من السلطات "
            "السورية في منفذ القائم الحدودي.",
            "detainee_transfer/done 2025-11-25",
        ),
        (
            "Iraqi border guards managed on Tuesday to arrest four infiltrators near the Syrian border.",
            "border_operation/done 2025-11-25",
        ),
        (
            "استقبلت السلطات العراقية، أمس الثلاثاء، ألفي جندي سوري فروا عبر منفذ القائم.",
            "refuge/done 2025-11-25",
        ),
        (
            "استقبلت السلطات السورية، أمس الثلاثاء، ألفي جندي كانوا قد فروا إلى العراق عبر منفذ القائم.",
            "repatriation/done 2025-11-25",
        ),
        (
            "Syrian authorities on Tuesday settled the status of 200 soldiers who came back from Iraq in Deir ez-Zor, "
            "officials said.",
            "amnesty/done 2025-11-25",
        ),
        (
            "عقب المباحثات في بغداد أمس الثلاثاء وقّع الوزير السوري مرهف أبو قصرة والفريق أول عبد الأمير رشيد يار الله "
            "بروتوكولاً لتنسيق حماية الحدود بين العراق وسوريا.",
            "agreement/done 2025-11-25",
        ),
        (
            "كشف مصدر عراقي مطلع عن أن وفداً أمنياً سورياً سيصل إلى بغداد قبل نهاية الشهر الحالي للبحث في "
            "التفاصيل الفنية.",
            "meeting/planned 2025-11-01",
        ),
        (
            "أوضح البيان أن اللجنة الأمنية المشتركة بين العراق وسوريا ستعقد جلستها في مدينة القائم يوم الأحد المقبل.",
            "meeting/planned 2025-11-30",
        ),
        (
            "وصل 2400 جندي من الجيش العراقي إلى الحدود مع سوريا أمس الثلاثاء.",
            "border_measure/done 2025-11-25",
        ),
    ],
)
def test_an_act_in_its_frame(text: str, head: str) -> None:
    assert heads(text) == {head}


@pytest.mark.parametrize(
    "text",
    [
        "أعاد العراق وسوريا أمس فتح معبر ربيعة. واستؤنفت الحركة في معبر القائم في 14 حزيران من العام الماضي.",
        "Iraq reopened the Rabia crossing on Tuesday. Traffic resumed at the al-Qaim crossing on 14 June of last year.",
    ],
)
def test_the_year_behind_a_day(text: str) -> None:
    _, recalled = told(text, IN_2026)
    assert recalled.date == dt.date(2025, 6, 14)
    assert recalled.date_precision is DatePrecision.DAY
    assert recalled.background


def test_a_day_earlier_than_the_sentence_before() -> None:
    text = (
        "An Iraqi delegation headed by intelligence chief Hamid al-Shatri met Syria's new leader Ahmed al-Sharaa in "
        "Damascus on Thursday. Iraqi authorities shut the Qaim crossing on December 8. A day earlier, some "
        "2,000 Syrian "
        "soldiers had been let in through the same post and disarmed."
    )
    assert "refuge/done 2024-12-07" in heads(text, dt.date(2024, 12, 26))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "أعاد العراق أمس الثلاثاء 160 عائلة من مخيم الهول في سوريا. وكانت آخر وجبة قد غادرت المخيم في 29 "
            "تشرين الأول "
            "الماضي، وقالت إدارة المخيم إنها ضمت 840 شخصاً.",
            [(160.0, "families")],
        ),
        (
            "سيصل 600 مقاتل من الحشد الشعبي إلى الحدود مع سوريا الخميس.",
            [(600.0, "soldiers")],
        ),
    ],
)
def test_numbers_of_the_news_alone(text: str, counts: list[tuple[float, str]]) -> None:
    first = told(text)[0]
    assert [(c.value, c.unit.value) for c in first.counts] == counts
    assert all(c.kind.value == "exact" for c in first.counts)


def test_what_still_is_is_no_most() -> None:
    (report,) = told(
        "عادت 84 عائلة سورية أمس الثلاثاء من دهوك إلى القامشلي عبر معبر سيمالكا، وما زال أكثر من 25 ألف لاجئ سوري في "
        "مخيم دوميز."
    )
    assert ("25000.0", "at_least") in {(str(c.value), c.kind.value) for c in report.counts}


def test_a_groups_strength_is_counted_as_people_in_stock() -> None:
    (report,) = told(
        "حذر رئيس جهاز المخابرات العراقي حميد الشطري من أن عدد مقاتلي داعش في سوريا بلغ نحو 10 آلاف مقاتل."
    )
    (count,) = report.counts
    assert (count.value, count.unit.value, count.kind.value, count.scope.value) == (10_000, "people", "approx", "stock")


def test_a_distance_is_no_length_of_works() -> None:
    reports = told("عزز الجيش السوري أمس مواقعه قرب مخيم الهول الذي لا يبعد سوى 13 كيلومتراً عن الأراضي العراقية.")
    assert all(not r.counts for r in reports)


def test_denied_again_in_other_words_is_denied_once() -> None:
    reports = told(
        "Iraqi intelligence head Hamid al-Shatri did not travel to Damascus on Friday, a government source said. "
        '"Al-Shatri is in Baghdad and did not meet Syrian President Ahmed al-Sharaa," the source added.',
        dt.date(2025, 7, 5),
    )
    assert [(r.modality.value, r.date) for r in reports] == [("denied", dt.date(2025, 7, 4))]


def test_the_two_men_are_the_two_and_a_titles_holder_is_named_once() -> None:
    reports = told(
        "Iraqi Prime Minister Mohammed Shia Al Sudani and Syrian President Ahmad Al Shara held talks in the Qatari "
        "capital on Tuesday. The Emir of Qatar, Sheikh Tamim bin Hamad, arranged the meeting and was present "
        "for part of "
        "it. The two men first spoke on the phone on March 31, when they exchanged greetings.",
        dt.date(2025, 4, 18),
    )
    call = next(r for r in reports if r.type.value == "call")
    assert parts(call) == {"p_sudani": "participant", "p_sharaa": "participant"}
    assert all(p.actor for r in reports for p in r.participants)


def test_he_of_the_other_side_named_last() -> None:
    reports = told(
        "بحث رئيس جهاز المخابرات العراقي حميد الشطري، أمس الثلاثاء، مع الرئيس السوري أحمد الشرع في دمشق ملف الحدود. "
        "ثم تحدث الرئيس السوري إلى الصحافيين. وفي 28 آب الماضي استقبله الشرع للمرة الثالثة."
    )
    recalled = next(r for r in reports if r.date == dt.date(2025, 8, 28))
    assert parts(recalled) == {"p_sharaa": "host", "p_shatri": "participant"}
