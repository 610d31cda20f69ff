"""Where somebody speaks, what a denial is of, what befell a mission, threats and takeovers: common "
"turns. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import parts, told

DAY = dt.date(2026, 2, 5)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "وفي بغداد، قال مستشار الأمن القومي العراقي قاسم الأعرجي، في مقابلة بثت مساء الجمعة، إن "
            "ملف المخيمات على الحدود مع سوريا ينبغي أن يغلق.",
            "baghdad",
        ),
        ("في دمشق، أكد وزير الداخلية السوري أنس خطاب الأحد أن الحدود مع العراق مضبوطة.", "damascus"),
        (
            "In Baghdad, national security adviser Qasim al-Araji said on Sunday that the border "
            "with Syria was secure.",
            "baghdad",
        ),
    ],
)
def test_where_somebody_speaks_may_open_the_sentence(text: str, place: str) -> None:
    (report,) = told(text, DAY)
    assert (report.type, report.place.id if report.place else None) == ("statement", place)


@pytest.mark.parametrize(
    "text",
    [
        "لم تجرِ أي عملية دهم في ربيعة الحدودية مع سوريا الثلاثاء، هذا ما أكدته قيادة عمليات غرب "
        "نينوى رداً على تقارير تحدثت عن مطاردة متسللين.",
        "الناطق باسم وزارة الهجرة علي عباس ينفي نقل عائلات عراقية من مخيم روج إلى العراق الثلاثاء، "
        "ويؤكد أن الملف قيد التدقيق.",
        "No one has crossed from Syria into Nineveh and no arrests were made there on Tuesday, "
        "Iraq's Border Forces Command said, refuting rumours of captured infiltrators.",
    ],
)
def test_what_did_not_happen_on_a_day_is_dated_by_it(text: str) -> None:
    (report,) = told(text, DAY)
    assert (report.modality, report.date, report.date_precision) == ("denied", dt.date(2026, 2, 3), "day")


@pytest.mark.parametrize(
    "text",
    [
        "The embassy of Syria in Baghdad was reopened on Sunday after months of closure.",
        "أعيد فتح السفارة السورية في بغداد أمس بعد أشهر من الإغلاق.",
    ],
)
def test_a_mission_that_is_reopened_is_the_target(text: str) -> None:
    (report,) = told(text, DAY)
    assert (report.type, parts(report)) == ("diplomatic_status", {"sy_embassy_baghdad": "target"})


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Iraq warned Syria on Sunday of a planned Islamic State attack in Damascus.", ["intelligence_sharing"]),
        (
            "Baghdad tipped off the Syrian authorities on Monday about a cell preparing bombings.",
            ["intelligence_sharing"],
        ),
        (
            "نبّه الجانب السوري العراق، الأربعاء، إلى شحنة أسلحة يُخطط لإدخالها من بادية الميادين.",
            ["intelligence_sharing"],
        ),
        (
            "The interior ministers of Iraq and Syria sat down in Amman on Sunday to discuss border control.",
            ["meeting"],
        ),
        (
            "Hamid al-Shatri took over Iraq's National Intelligence Service on Thursday, inheriting the Syrian file.",
            ["appointment"],
        ),
        ("أخلت الإدارة الذاتية لشمال وشرق سوريا، الثلاثاء، سبيل 60 عراقياً بموجب قانون العفو العام.", ["amnesty"]),
        ("سقطت ثلاث قذائف هاون مصدرها الأراضي السورية على أطراف القائم أمس الثلاثاء من دون إصابات.", ["incident"]),
        ("Mortar shells rained on an Iraqi outpost facing Baghuz in Syria on Monday; no one was hurt.", ["incident"]),
        ("هزّ انفجار عبوة ناسفة عجلة للجيش السوري على طريق البوكمال - القائم مساء الثلاثاء.", ["incident"]),
        (
            "Baghdad on Sunday denied that its forces had raided a village on the Syrian side of the "
            "border near Baghuz.",
            ["border_operation"],
        ),
        ("Iraq took in 61 Syrian Yazidis on Wednesday, ushering them across at Rabia.", ["refuge"]),
        (
            "Iraq has closed the Al-Qaim crossing and reinforced its frontier with Syria since Sunday.",
            ["crossing_status", "border_measure"],
        ),
    ],
)
def test_common_turns_are_the_event_they_tell(text: str, kinds: list[str]) -> None:
    assert [r.type for r in told(text, DAY)] == kinds


def test_what_is_denied_to_be_true_is_not_about_health() -> None:
    text = "تنفي وزارة الدفاع العراقية توقيع أي اتفاقية عسكرية مع دمشق، وتصف ما نُشر الأحد بأنه عارٍ من الصحة."
    (report,) = told(text, DAY)
    assert (report.type, report.modality) == ("agreement", "denied")


def test_ministers_of_health_still_talk_of_health() -> None:
    assert told("بحث وزير الصحة العراقي صالح الحسناوي مع نظيره السوري في بغداد الأحد التعاون في مجال الصحة.", DAY) == ()


def test_a_drone_shot_down_over_a_town_fell_there() -> None:
    (report,) = told("Iraqi fighter jets shot down a drone carrying drugs from Syria over Baaj on Sunday.", DAY)
    assert (report.type, report.place.id if report.place else None) == ("border_operation", "baaj")


def test_the_syrian_side_of_the_border_is_nobody() -> None:
    text = "Iraqi guards saw smugglers on the Syrian side of the border near Rabia and arrested five infiltrators."
    assert "sy_gov" not in parts(told(text, DAY)[0])
