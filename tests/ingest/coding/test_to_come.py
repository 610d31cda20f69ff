"""What is to come, was dropped, denied or done, and on which day, in sentences of many outlets."""

from __future__ import annotations

import json

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped

TUESDAY = "2025-10-14T15:05:00+03:00"


def told(text: str) -> list[tuple[str, str, str]]:
    """Type, modality and day of every report."""
    row = {"id": "x", "title": "", "text": text, "published": TUESDAY, "lang": None}
    return [(r["type"], r["modality"], r["date"]) for r in answer(json.dumps(row), 0, shipped())["reports"]]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        (
            "A first group of 60 Iraqi prisoners held in Syria might soon be "
            "handed over to Baghdad, the Justice Ministry said Tuesday.",
            ("detainee_transfer", "planned", "2025-10-01"),
        ),
        (
            "قال مصدر أمني إن وفداً عراقياً قد يزور دمشق خلال الأيام المقبلة لبحث أمن الحدود.",
            ("meeting", "planned", "2025-10-01"),
        ),
        (
            "Baghdad is weighing the transfer of 300 Iraqi detainees from "
            "prisons in northeast Syria, a security official said.",
            ("detainee_transfer", "planned", "2025-10-01"),
        ),
        (
            "تدرس بغداد استئناف رحلات إعادة العائلات العراقية من مخيم الهول في سوريا، وفق وزارة الهجرة.",
            ("repatriation", "planned", "2025-10-01"),
        ),
        (
            "Barrack, who was in Baghdad on Monday, was to go on to "
            "Damascus on Wednesday to meet President Ahmed al-Sharaa.",
            ("meeting", "planned", "2025-10-15"),
        ),
        (
            "ألغت وزارة الهجرة العراقية قافلة مقررة غداً لنقل 200 عائلة عراقية من مخيم الهول في سوريا إلى الجدعة.",
            ("repatriation", "cancelled", "2025-10-15"),
        ),
        (
            "Iraq has put off a convoy that was to bring 150 families home from "
            "Syria's al-Hol camp on Thursday, the migration ministry said.",
            ("repatriation", "cancelled", "2025-10-16"),
        ),
        (
            "أرجأت الحكومة العراقية زيارة كان من المفترض أن يقوم بها وزير "
            "الداخلية عبد الأمير الشمري إلى دمشق يوم الخميس المقبل.",
            ("meeting", "cancelled", "2025-10-16"),
        ),
        (
            "نفت وزارة الداخلية العراقية دخول مسلحين من سوريا. وقالت الوزارة "
            "إن ما نشرته صفحات عن تسلل مجموعة ليلة الأحد لا صحة له.",
            ("incident", "denied", "2025-10-12"),
        ),
        (
            "وصل وزير الخارجية السوري أسعد الشيباني إلى بغداد، الأحد، تلبية لدعوة "
            "رسمية لزيارة العراق والتقى رئيس الوزراء محمد شياع السوداني.",
            ("meeting", "done", "2025-10-12"),
        ),
        (
            "There has been no handover of Iraqi detainees by Syria to "
            "Baghdad, the Iraqi justice ministry said on Monday.",
            ("detainee_transfer", "denied", "2025-10-01"),
        ),
    ],
)
def test_what_is_to_come_dropped_or_denied_is_told_from_what_was_done(text: str, one: tuple[str, str, str]) -> None:
    assert told(text) == [one]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Overnight into Sunday, Iraqi border guards opened fire on infiltrators "
            "from Syria near Sinjar, killing two, the Security Media Cell said.",
            "2025-10-11",
        ),
        (
            "أعلنت وزارة الداخلية السورية، الثلاثاء، ضبط شحنة أسلحة "
            "معدة للتهريب إلى العراق في البوكمال، فجر اليوم نفسه.",
            "2025-10-14",
        ),
        (
            "أعلنت وزارة الداخلية السورية، الثلاثاء، ضبط شحنة أسلحة معدة للتهريب إلى العراق في ريف البوكمال.",
            "2025-10-13",
        ),
        (
            "وأعلن العراق إعادة 800 شخص من مخيم الهول بين 28 أيلول و2 تشرين الأول، وفق وزارة الهجرة العراقية.",
            "2025-09-28",
        ),
        (
            "بحث السوداني والشرع، الأحد، في اتصال هاتفي هو الأول منذ تولي "
            "الوزير منصبه الشهر الماضي، أمن الحدود العراقية السورية.",
            "2025-10-12",
        ),
        (
            "Iraq's Sudani and Syria's Sharaa spoke by phone on Sunday about the "
            "border, their first call since the new minister took office last month.",
            "2025-10-12",
        ),
        (
            "تسلم العراق من سوريا 12 محتجزاً من عناصر داعش، الأحد، "
            "تنفيذاً لمذكرة التفاهم الموقعة في بغداد يوم 2 أيلول الماضي.",
            "2025-10-12",
        ),
    ],
)
def test_a_day_is_the_events_own(text: str, day: str) -> None:
    assert [date for _, _, date in told(text)][:1] == [day]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        (
            "DAMASCUS (SANA) - Syria will send a delegation led by Deputy Interior Minister Abdulqader al-Tahan to "
            "Baghdad next week to discuss border security, the ministry said on Tuesday.",
            ("meeting", "planned", "2025-10-20"),
        ),
        (
            "Iraq is sending a security delegation to Damascus on Sunday to discuss the repatriation of detainees, "
            "an Iraqi official said.",
            ("meeting", "planned", "2025-10-19"),
        ),
        (
            "Iraq sent a delegation of Interior Ministry officers to Damascus on Monday to discuss border security "
            "with Syrian officials.",
            ("meeting", "done", "2025-10-13"),
        ),
        (
            "قال مسؤول عراقي إن بغداد قررت إيفاد وفد أمني إلى دمشق يوم الأحد لبحث ملف المحتجزين.",
            ("meeting", "planned", "2025-10-19"),
        ),
    ],
)
def test_a_delegation_that_is_sent_meets(text: str, one: tuple[str, str, str]) -> None:
    assert told(text) == [one]
