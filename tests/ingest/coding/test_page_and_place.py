"""Where positions were stated and guests landed, whose the tunnel was, which lines are other news. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import parts, told

DAY = dt.date(2026, 2, 18)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "قال وزير الخارجية العراقي فؤاد حسين، في مقابلة على هامش مؤتمر ميونيخ للأمن أمس الثلاثاء، إن محاكم بلاده "
            "ستبدأ التحقيق مع معتقلي داعش المنقولين من سوريا من الصفر.",
            "munich",
        ),
        (
            "حذر وزير الخارجية العراقي فؤاد حسين، في إحاطة قدمها أمام مجلس الأمن أمس الثلاثاء، من فرار معتقلي داعش في "
            "سوريا.",
            "new_york",
        ),
    ],
)
def test_where_a_position_was_stated_abroad(text: str, place: str) -> None:
    report = next(r for r in told(text, DAY) if r.type.value == "statement")
    assert report.place is not None
    assert report.place.id == place


def test_who_lands_at_an_airport_is_met_in_the_city() -> None:
    (report,) = told("وصل وزير الخارجية السوري أسعد الشيباني أمس الثلاثاء إلى مطار بغداد الدولي لبحث أمن الحدود.", DAY)
    assert report.place is not None
    assert report.place.id == "baghdad"


@pytest.mark.parametrize(
    "text",
    [
        "عثرت قوات الأمن الداخلي السورية أمس الثلاثاء على نفق بطول مئتي متر يفضي إلى الجانب العراقي ويستعمله مهربون.",
        "عثرت قوات الحدود العراقية أمس الثلاثاء في ناحية ربيعة قرب الحدود السورية على ستة آلاف حبة مخدرة تركها مهربون "
        "لاذوا بالفرار.",
        "Syrian border guards on Tuesday seized 300 kilograms of hashish that traffickers meant to carry into Iraq.",
    ],
)
def test_of_whom_only_things_were_found(text: str) -> None:
    (report,) = told(text, DAY)
    assert "pop_suspects" not in parts(report)


def test_headlines_below_read_also_are_other_news() -> None:
    text = (
        "بغداد - استقبل وزير الداخلية العراقي عبد الأمير الشمري أمس الثلاثاء نظيره السوري أنس خطاب في بغداد.\n\n"
        "اقرأ أيضاً\n▪ العراق يعيد 161 عائلة من مخيم الهول\n▪ خمسة أسئلة عن مستقبل قاعدة عين الأسد\n\n"
        "وبحث الجانبان ضبط الحدود."
    )
    reports = told(text, DAY)
    assert [r.type.value for r in reports] == ["meeting"]
    assert reports[0].counts == ()


def test_countries_in_a_row_of_any_bring_nothing_in() -> None:
    assert not told(
        "أنهى مركز التسوية في مدينة اللاذقية أسبوعه الثاني بتسوية أوضاع 2300 من جيش النظام البائد. وقال المدير إن بعض "
        "كبار الضباط فروا إلى لبنان أو العراق أو روسيا ولا يشملهم الإجراء.",
        dt.date(2025, 1, 9),
    )


def test_the_next_ones_come_to_where_those_of_the_news_did() -> None:
    reports = told(
        "دخلت 85 عائلة من كورد سوريا إقليم كوردستان عبر معبر سيمالكا أمس الثلاثاء هرباً من المعارك. ومن المتوقع "
        "أن تدخل "
        "نحو مئتي عائلة أخرى خلال الأيام المقبلة.",
        DAY,
    )
    assert [r.modality.value for r in reports] == ["done", "planned"]
    assert [r.place and r.place.id for r in reports] == ["x_semalka", "x_semalka"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "ضبطت وزارة الداخلية السورية أمس الثلاثاء شحنة أسلحة كانت متجهة إلى العراق في مدينة البوكمال.",
            "albukamal",
        ),
        ("صادرت قوات حرس الحدود العراقية أمس الثلاثاء هواتف قادمة من سوريا في قضاء القائم.", "d_qaim"),
        ("Iraqi border guards on Tuesday seized mortar shells brought from Syria near Rabia.", "rabia"),
    ],
)
def test_a_haul_by_its_name_and_where_it_was_seized(text: str, place: str) -> None:
    (report,) = told(text, DAY)
    assert report.type.value == "border_operation"
    assert report.place is not None
    assert report.place.id == place


def test_a_joint_room_that_is_only_talked_of_is_no_agreement() -> None:
    reports = told(
        "يستعد وفد عسكري عراقي من ثمانية ضباط لزيارة دمشق في العاشر من آذار المقبل لبحث إنشاء غرفة تنسيق مع سوريا.", DAY
    )
    assert [(r.type.value, r.modality.value) for r in reports] == [("meeting", "planned")]
