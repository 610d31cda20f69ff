"""Who takes part, where, and how many, in sentences that no dev file holds."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def _first(text: str) -> dict[str, Any]:
    line = {"id": 1, "title": "", "text": text, "published": "2025-10-14T15:05:00+03:00", "lang": "ar"}
    found: dict[str, Any] = answer(json.dumps(line), 0, shipped())["reports"][0]
    return found


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "استلم الجيش العراقي أمس السبت قاعدة عين الأسد من قوات التحالف الدولي، وباشرت قطعاته "
            "الانتشار قرب الحدود السورية.",
            {"iq_army": "initiator", "coalition": "participant"},
        ),
        (
            "وقعت وزارة العدل العراقية ونظيرتها السورية الثلاثاء في بغداد مذكرة تفاهم لتبادل المحكومين.",
            {"iq_moj": "participant", "sy_moj": "participant"},
        ),
        (
            "استقبل رئيس الوزراء محمد شياع السوداني اليوم الثلاثاء في بغداد السفير البريطاني عرفان "
            "صديق، وبحثا نقل سجناء داعش من سوريا إلى العراق.",
            {"p_sudani": "host", "عرفان صديق": "participant"},
        ),
        (
            "أغلقت إدارة معبر فيشخابور الثلاثاء المعبر أمام المسافرين القادمين من سوريا إلى إقليم كردستان.",
            {"إدارة معبر فيشخابور": "initiator"},
        ),
    ],
)
def test_who_takes_part_is_named(text: str, parties: dict[str, str]) -> None:
    told = {p["actor"] or p["name"]: p["part"] for p in _first(text)["participants"]}
    assert told == parties


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "سلّم العراق الأحد إلى السلطات الفرنسية 12 معتقلاً من عناصر داعش كانوا نُقلوا من سجون "
            "الحسكة السورية، بحسب وزارة العدل العراقية.",
            "c_iq",
        ),
        (
            "أنجزت قيادة قوات الحدود 410 كيلومترات من الجدار الكونكريتي على الحدود مع سوريا، والعمل "
            "مستمر في قاطع البعاج.",
            "border_iq_sy",
        ),
        (
            "سلّم جهاز المخابرات الوطني العراقي نظيره السوري يوم الاثنين في دمشق قائمة بأسماء 20 مطلوباً من داعش.",
            "damascus",
        ),
    ],
)
def test_the_place_is_where_it_happened(text: str, place: str) -> None:
    assert _first(text)["place"]["id"] == place


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "ضبطت قوات الحدود العراقية الثلاثاء في القائم شاحنة أسمنت تزن 20 طناً أخفي فيها 40 "
            "كيلوغراماً من الحشيش القادم من سوريا.",
            {(40, "kilograms")},
        ),
        (
            "أطاحت قوة من اللواء السادس في قوات الحدود فجر الثلاثاء بخمسة متسللين قدموا من الأراضي "
            "السورية غربي سنجار، وأحيلوا إلى القضاء.",
            {(5, "arrested")},
        ),
        (
            "سجل منفذ القائم مع سوريا الثلاثاء، بعد إعادة افتتاحه، دخول 500 مسافر ومغادرة 300 آخرين.",
            {(500, "people"), (300, "people")},
        ),
    ],
)
def test_only_what_befell_is_counted(text: str, counts: set[tuple[int, str]]) -> None:
    assert {(c["value"], c["unit"]) for c in _first(text)["counts"]} == counts
