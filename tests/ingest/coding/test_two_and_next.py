"""Two happenings side by side, each on its day and at its place, and what comes next. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import parts, told

DAY = dt.date(2026, 2, 24)
"""A Tuesday."""
CONVOY = "الحسكة - غادر رتل أميركي قاعدة قسرك شمال شرق سوريا أمس نحو إقليم كردستان العراق. "
CONVOY_EN = "QAMISHLI - A US convoy left Qasrak base in northeast Syria on Monday for Iraq's Kurdistan Region. "


def coded(text: str) -> set[str]:
    """Type, modality, day and place of every report."""
    return {f"{r.type}/{r.modality} {r.date} {r.place.id if r.place else '-'}" for r in told(text, DAY)}


@pytest.mark.parametrize(
    "text",
    [
        CONVOY + "وفي 11 شباط، سلّمت القوات الأميركية قاعدة التنف إلى الجيش السوري، وبعدها بأربعة أيام دخل الجيش السوري "
        "قاعدة الشدادي.",
        CONVOY + "وكانت القوات الأميركية قد أخلت قاعدة التنف في 11 من شباط الجاري، وقاعدة الشدادي التي تسلمها الجيش "
        "السوري في 15 من الشهر نفسه.",
        CONVOY_EN + "US troops handed the al-Tanf garrison to the Syrian army on Feb. 11 and four days later left the "
        "Shaddadi base.",
        CONVOY_EN
        + "US forces left al-Tanf garrison on Feb. 11. Four days later, Syrian soldiers took over Shaddadi base.",
    ],
)
def test_bases_left_on_two_days_are_two_measures(text: str) -> None:
    assert {
        "border_measure/done 2026-02-23 base_qasrak",
        "border_measure/done 2026-02-11 base_tanf",
        "border_measure/done 2026-02-15 base_shaddadi",
    } <= coded(text)


@pytest.mark.parametrize(
    "text",
    [
        "نينوى - ضبطت قوات الحدود العراقية اليوم الثلاثاء 120 ألف حبة مخدرة في قضاء البعاج قرب الحدود مع سوريا.\n"
        "وفي قاطع آخر، قالت الخلية إن قوة من الجيش العراقي ألقت القبض، يوم أمس الاثنين، على أربعة متسللين سوريين ضمن "
        "ناحية ربيعة.",
        "نينوى - ضبطت قوات الحدود العراقية اليوم الثلاثاء 120 ألف حبة مخدرة في قضاء البعاج قرب الحدود مع سوريا.\n"
        "وألقت قوة من الجيش العراقي القبض، أمس الاثنين، على أربعة متسللين سوريين ضمن ناحية ربيعة.",
    ],
)
def test_another_raid_has_its_own_day_and_town(text: str) -> None:
    assert coded(text) == {"border_operation/done 2026-02-24 d_baaj", "border_operation/done 2026-02-23 rabia"}


@pytest.mark.parametrize(
    "text",
    [
        "بغداد - وقّع وزيرا الداخلية العراقي عبد الأمير الشمري والسوري أنس خطاب، أمس، في بغداد، مذكرة تفاهم، وذلك "
        "في ختام مباحثات عقداها بمقر الوزارة.",
        "بغداد - وقع العراق وسوريا الاثنين مذكرة تفاهم لأمن الحدود، وذلك خلال زيارة وزير الداخلية السوري أنس خطاب إلى "
        "بغداد.",
        "Iraq and Syria signed a memorandum on border security on Monday during a visit to Baghdad by Syrian Interior "
        "Minister Anas Khattab.",
    ],
)
def test_talks_and_what_was_signed_at_them_are_two(text: str) -> None:
    assert coded(text) == {"meeting/done 2026-02-23 baghdad", "agreement/done 2026-02-23 baghdad"}


@pytest.mark.parametrize(
    ("text", "coming"),
    [
        (
            "دهوك - عاد 310 لاجئين سوريين من مخيم دوميز إلى الحسكة، أمس الاثنين، عبر معبر سيمالكا. وتعتزم المفوضية "
            "تسيير قافلة ثانية في 27 من الشهر الجاري.",
            "repatriation/planned 2026-02-27 x_semalka",
        ),
        (
            CONVOY + "ورجّح مصدر عسكري سوري أن يتسلم الجيش السوري القاعدة في الأول من آذار المقبل.",
            "border_measure/planned 2026-03-01 base_qasrak",
        ),
        (
            "BAGHDAD - Iraqi Border Forces have finished 520 kilometers of the concrete wall along the border with "
            "Syria, their commander said on Sunday. The remaining stretch will be completed before the end of July, "
            "he said.",
            "border_measure/planned 2026-07-01 border_iq_sy",
        ),
        (
            "DAMASCUS - Foreign Minister Asaad al-Shaibani received on Monday a phone call from Iraqi Foreign "
            "Minister Fuad Hussein. Hussein invited his Syrian counterpart to visit Baghdad, and al-Shaibani "
            "promised to make the visit in March.",
            "meeting/planned 2026-03-01 baghdad",
        ),
    ],
)
def test_what_is_intended_or_expected_comes_next(text: str, coming: str) -> None:
    assert coming in coded(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "QAMISHLI, Syria - U.S. forces have begun to pull out of one of their last bases in northeast Syria, "
            "sending a convoy toward Iraq on Monday. Trucks were seen leaving the Qasrak base and heading for the "
            "border.",
            "base_qasrak",
        ),
        (
            "بغداد - قال قائد قوات الحدود الفريق محمد عبد الوهاب سكر إن قواته أنجزت 480 كيلومتراً من الجدار "
            "الكونكريتي مع سوريا، وإن العمل متواصل في المقاطع الوعرة من سنجار.",
            "border_iq_sy",
        ),
    ],
)
def test_where_all_of_it_is(text: str, place: str) -> None:
    assert [r.place and r.place.id for r in told(text, DAY)] == [place]


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        (
            "دمشق - قُتل جندي من حرس الحدود السوري أمس بانفجار لغم من مخلفات تنظيم داعش على الخط الحدودي مع العراق.",
            {"sy_border_guard": "target"},
        ),
        (
            "بغداد - أنهت الولايات المتحدة في 12 شباط الجاري نقل أكثر من 5700 معتقل من التنظيم من شمال شرقي سوريا إلى "
            "العراق.",
            {"us_gov": "initiator", "pop_isis_detainees": "target"},
        ),
        (
            "بغداد - استقبل وزير الداخلية العراقي عبد الأمير الشمري في بغداد أمس وفداً سورياً لبحث أمن الحدود.",
            {"p_shammari": "host", "sy_gov": "participant"},
        ),
        (
            "AMMAN - The foreign ministers of Iraq, Syria, Jordan, Turkey and Lebanon met in Amman on Sunday to "
            "discuss the fight against IS.",
            {
                "p_fuad_hussein": "participant",
                "p_shaibani": "participant",
                "p_safadi": "host",
                "p_fidan": "participant",
                "lb": "participant",
            },
        ),
    ],
)
def test_who_acts_by_the_words_beside(text: str, cast: dict[str, str]) -> None:
    report = told(text, DAY)[0]
    assert cast.items() <= parts(report).items()
    assert ("isis" in parts(report)) is ("isis" in cast)


def test_those_held_in_prisons_are_a_stock() -> None:
    text = (
        "The US military moved 150 detainees from Syria to Iraq on Sunday. Some 9,000 IS members have been held in "
        "more than a dozen prisons in the northeast."
    )
    counts = {c.value: c.scope for c in told(text, DAY)[0].counts}
    assert counts == {150: "batch", 9000: "stock"}
