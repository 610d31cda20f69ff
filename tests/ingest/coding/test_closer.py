"""The more exact place that later words tell, and names that are no place of the act."""

from __future__ import annotations

import datetime as dt

import pytest

from events.reports import check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped

PLACES = [
    (
        "the land behind a body's name is its address",
        ("joint_operation", "jayrud"),
        "Syrian anti-drug police, working with the General Directorate for Narcotics Affairs in Iraq, broke up a "
        "trafficking ring on Monday. The raid took place in the town of Jayrud and three suspects were arrested.",
    ),
    (
        "the same in Arabic",
        ("joint_operation", "jayrud"),
        "داهمت إدارة مكافحة المخدرات السورية مستودعاً للكبتاغون بالتنسيق مع وزارة الداخلية في العراق، وأسفرت "
        "العملية التي جرت في بلدة جيرود عن توقيف ثلاثة متهمين.",
    ),
    (
        "the town within the district",
        ("border_operation", "ubaydi"),
        "أعلنت قيادة قوات الحدود العراقية القبض على خمسة متسللين من سوريا إلى قضاء القائم. وقالت إن دوريتها رصدتهم "
        "في ناحية العبيدي فجر الخميس.",
    ),
    (
        "the garrison's name near a post is the town",
        ("incident", "tanf_loc"),
        "A drone launched from Iraq hit a Syrian army post near al-Tanf late on Sunday, wounding two soldiers, the "
        "defence ministry said.",
    ),
    (
        "talks to come are not where somebody speaks of them",
        ("meeting", "damascus"),
        "وفي بغداد، كشف مسؤول أن مستشار الأمن القومي قاسم الأعرجي سيجتمع بوزير الداخلية السوري أنس خطاب في دمشق "
        "يوم الأحد المقبل.",
    ),
    (
        "who is handed to a third state leaves Iraq",
        ("detainee_transfer", "c_iq"),
        "يستعد العراق لتسليم روسيا 130 من مواطنيها من عناصر داعش الذين نقلوا من سوريا في شباط.",
    ),
    (
        "who is sent home leaves Iraq",
        ("detainee_transfer", "c_iq"),
        "About 40 Tunisian detainees who were flown to Iraq from Syria will be sent home in May, the Iraqi justice "
        "ministry said on Monday.",
    ),
    (
        "prisoners changed hands at the point told later",
        ("detainee_transfer", "x_rabia"),
        "Syria handed Iraq four wanted Islamic State members on Tuesday, the Iraqi interior ministry said. Judges from "
        "Mosul were present. Three guards came along. The handover took place at the Rabia crossing.",
    ),
    (
        "a tour's first stop",
        ("border_measure", "qaim"),
        "أجرى رئيس أركان الجيش العراقي عبد الأمير يارالله جولة على الحدود مع سوريا شملت القائم وربيعة، وأمر بنشر "
        "لواء إضافي.",
    ),
    (
        "the heart of a capital",
        ("joint_operation", "damascus"),
        "ضبطت مديرية المخدرات العراقية مليون حبة كبتاغون في قلب العاصمة السورية دمشق بالتعاون مع إدارة مكافحة "
        "المخدرات السورية.",
    ),
    (
        "where those sent to the line arrived",
        ("border_measure", "rabia"),
        "دفع العراق بتعزيزات عسكرية إلى الحدود مع سوريا. ووصل الفوجان مساء السبت إلى محيط ناحية ربيعة.",
    ),
]


@pytest.mark.parametrize(("why", "wanted", "text"), PLACES, ids=[p[0] for p in PLACES])
def test_the_more_exact_place_is_found(why: str, wanted: tuple[str, str], text: str) -> None:
    reports = list(code_article(None, text, dt.date(2026, 2, 10), None, shipped()).reports)
    check_reports(reports, "", text)
    found = [(r.type.value, r.place.id if r.place else None) for r in reports]
    assert wanted in found, found
