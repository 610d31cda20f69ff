"""Who is meant by the words beside, who will come, what was put off, and numbers of the next sentence. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import parts, told

DAY = dt.date(2026, 2, 24)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        (
            "DAMASCUS - The Syrian Ministry of Interior handed over five Iraqis wanted by the judiciary of their "
            "country to the Iraqi authorities at the al-Bukamal border crossing on Monday.",
            {"sy_moi": "initiator", "iq_gov": "host", "pop_suspects": "target"},
        ),
        (
            "بغداد - سلّم العراق إلى دمشق أمس 30 ضابطاً من الجيش السوري السابق عبر منفذ القائم.",
            {"iq_gov": "initiator", "pop_sy_soldiers": "target"},
        ),
        (
            "QAMISHLI - Four days after the pullout, US troops handed the al-Tanf garrison near Iraq over to "
            "Damascus on Sunday.",
            {"us_forces": "initiator", "sy_gov": "participant"},
        ),
        (
            "BAGHDAD - Iraq and Syria work together. A joint operation by the two countries' anti-narcotics "
            "services on Sunday led to the seizure of 57 kilograms of narcotics inside Syrian territory.",
            {"iq_gdnc": "initiator", "sy_counternarc": "initiator"},
        ),
    ],
)
def test_whose_hand_it_was(text: str, cast: dict[str, str]) -> None:
    assert parts(told(text, DAY)[0]) == cast


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        (
            "بغداد - وقع وزير الداخلية العراقي عبد الأمير الشمري ونظيره السوري أنس خطاب أمس مذكرة في دمشق. وستستضيف "
            "بغداد وفداً سورياً في حزيران المقبل لعقد أول اجتماع للجنة المتابعة.",
            {"iq_gov": "host", "sy_gov": "participant"},
        ),
        (
            "بغداد - وقع وزير الداخلية العراقي عبد الأمير الشمري ونظيره السوري أنس خطاب أمس مذكرة في بغداد. وستعقد "
            "لجنة المتابعة أول اجتماعاتها في دمشق في حزيران المقبل.",
            {"لجنة المتابعة": "participant"},
        ),
        (
            "DAMASCUS - Iraq's deputy commander of joint operations Qais al-Muhammadawi and Syria's assistant "
            "interior minister Abdul Qader Tahhan signed a memorandum in Damascus on Monday. Baghdad will host a "
            "Syrian delegation in June for the first meeting of the committee.",
            {"iq_gov": "host", "sy_gov": "participant"},
        ),
    ],
)
def test_who_will_come(text: str, cast: dict[str, str]) -> None:
    assert parts(next(r for r in told(text, DAY) if r.modality == "planned")) == cast


def test_a_letter_given_at_talks_is_no_call() -> None:
    text = (
        "بغداد - بحث وزير الداخلية العراقي عبد الأمير الشمري مع نظيره السوري أنس خطاب في بغداد أمس ضبط الحدود. وكان "
        "رئيس جهاز المخابرات العراقي حميد الشطري قد زار دمشق في 28 أغسطس (آب) الماضي، والتقى الرئيس السوري أحمد "
        "الشرع وسلّمه رسالة."
    )
    found = [(r.type.value, r.background, parts(r)) for r in told(text, DAY)]
    assert found[1] == ("meeting", True, {"p_shatri": "participant", "p_sharaa": "host"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "شفق نيوز- بغداد\nقررت وزارة الهجرة والمهجرين العراقية تأجيل نقل دفعة جديدة من العائلات العراقية في "
            "مخيم الهول السوري إلى مخيم الجدعة، كان مقرراً وصولها يوم غد الأربعاء.\nوقال المتحدث باسم الوزارة اليوم "
            "الثلاثاء إن الدفعة المؤجلة تضم 150 عائلة.",
            {"repatriation/cancelled 2026-02-25"},
        ),
        (
            "دمشق - نقلت السلطات السورية، أمس الاثنين، دفعة من قاطني مخيم الهول في ريف الحسكة إلى بلدة أخترين بريف "
            "حلب.\nفي المقابل، أعلنت وزارة الهجرة العراقية، أمس، توقف دفعات إعادة العراقيين من مخيم الهول إلى العراق.",
            {"refuge/done 2026-02-23", "repatriation/cancelled 2026-02-01"},
        ),
        (
            "ERBIL - UNHCR and the Kurdistan Regional Government today supported 74 Syrian families to go home from "
            "Domiz camp in Dohuk to Syria.",
            {"repatriation/done 2026-02-24"},
        ),
        (
            "HASAKAH - On Feb. 19, some 840 Iraqis left al-Hol for the al-Jadaa camp in Iraq's Nineveh Governorate, "
            "in the last convoy organized before the camp changed hands.",
            {"repatriation/done 2026-02-19"},
        ),
    ],
)
def test_what_was_put_off_and_what_went_on(text: str, expected: set[str]) -> None:
    assert {f"{r.type}/{r.modality} {r.date}" for r in told(text, DAY)} == expected


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "BAGHDAD - Iraq on Monday handed over to Turkey 47 Turkish nationals who were among the Islamic State "
            "suspects brought from Syrian prisons.\nBetween January 21 and February 12, US forces transferred 5,704 "
            "detainees from northeastern Syria to Iraq. They included 3,543 Syrians and 467 Iraqis, according to "
            "Baghdad.",
            {(5704, "cumulative"), (3543, "cumulative"), (467, "cumulative")},
        ),
        (
            "بغداد - أكملت قوات الحدود أمس نصب مقطع جديد من الجدار الكونكريتي على الحدود مع سوريا ضمن قضاء سنجار "
            "بطول 17 كيلومتراً، ليرتفع ما أُنجز إلى 400 كيلومتر.",
            {(17, "cumulative"), (400, "cumulative")},
        ),
    ],
)
def test_numbers_of_what_was_just_told(text: str, counts: set[tuple[float, str]]) -> None:
    assert {(c.value, c.scope.value) for c in told(text, DAY)[-1].counts} == counts


def test_brought_away_is_not_put_off() -> None:
    text = (
        "حلب - افتتح العراق أمس قنصلية في حلب. وكانت بغداد أجلت موظفي سفارتها في دمشق إلى لبنان في 8 من كانون الأول "
        "2024."
    )
    assert [(r.type.value, r.modality.value, r.place and r.place.id) for r in told(text, DAY)] == [
        ("diplomatic_status", "done", "aleppo_city"),
        ("diplomatic_status", "done", "damascus"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The European Union supported a proposal on Monday to repatriate 800 Iraqi families from al-Hol camp in "
            "Syria.",
            {"repatriation/planned camp_hol"},
        ),
        (
            "بغداد - أجلت بعثة الأمم المتحدة نقل 300 عائلة عراقية من مخيم الهول في سوريا إلى العراق يوم الاثنين.",
            {"repatriation/cancelled camp_hol"},
        ),
        (
            "Iraqi border guards continued building the concrete wall in Sinjar on the Syrian border on Monday.",
            {"border_measure/ongoing sinjar"},
        ),
        (
            "Iraqi Foreign Minister Fuad Hussein met the Syrian ambassador in Baghdad on Monday and spoke by phone "
            "with Syria's foreign minister Asaad al-Shaibani, conveying a message of solidarity.",
            {"call/done -"},
        ),
        (
            "Iraqi border guards arrested three Syrian infiltrators in Qaim district on Sunday.\nThe border guards "
            "seized two rifles at al-Qaim crossing from them on Monday.",
            {"border_operation/done x_qaim"},
        ),
    ],
)
def test_words_that_only_look_alike(text: str, expected: set[str]) -> None:
    assert {f"{r.type}/{r.modality} {r.place.id if r.place else '-'}" for r in told(text, DAY)} == expected


def test_days_are_not_counted_from_what_came_before_the_news() -> None:
    text = (
        "Iraq and Syria reopened the al-Qaim crossing on 18 February, after a Syrian delegation visited Baghdad on "
        "2 February. Two days later, Iraqi border guards arrested three Syrian smugglers near Rabia."
    )
    assert {str(r.date) for r in told(text, DAY)} == {"2026-02-18", "2026-02-20"}
