"""Through whose hands people go, who opens a crossing himself, and who is only named beside it."""

from __future__ import annotations

import json

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def _parts(text: str, published: str = "2025-06-10T12:00:00+03:00") -> dict[str, str]:
    line = {"id": 1, "title": None, "text": text, "published": published, "lang": None}
    told = answer(json.dumps(line), 0, shipped())["reports"][0]["participants"]
    return {p["actor"] or p["name"]: p["part"] for p in told}


_LEFT = "غادرت مخيم الهول صباح اليوم قافلة تضم 120 عائلة عراقية باتجاه مخيم الجدعة. "
_GONE = "A group of 200 Iraqi families left al-Hol camp on Sunday for Iraq. "


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            _LEFT + "وسلّمت الإدارة الذاتية العائلات إلى وفد من الحكومة العراقية.",
            {"aanes": "initiator", "iq_gov": "host"},
        ),
        (_LEFT + "وتولت قوات سوريا الديمقراطية حماية الطريق حتى الحدود.", {"sdf": "participant"}),
        (
            _LEFT + "وشارك متطوعون من الهلال الأحمر السوري في توزيع الماء على الأطفال.",
            {"الهلال الأحمر السوري": "participant"},
        ),
        (
            _GONE + "The Autonomous Administration turned the families over to a delegation from the Iraqi government, "
            "and they were accompanied by fighters of the Syrian Democratic Forces.",
            {"aanes": "initiator", "sdf": "participant"},
        ),
        (
            "سلم العراق الثلاثاء إلى تركيا 58 من رعاياها كانوا ضمن معتقلي تنظيم الدولة الإسلامية الذين نقلوا من سوريا.",
            {"iq_gov": "initiator", "tr": "host"},
        ),
    ],
)
def test_through_whose_hands_people_go(text: str, parts: dict[str, str]) -> None:
    assert parts.items() <= _parts(text).items()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "أعيد اليوم افتتاح منفذ ربيعة الحدودي مع سوريا. وقص رئيس هيئة المنافذ الحدودية عمر الوائلي شريط الافتتاح "
            "إلى جانب مسؤولين من الهيئة العامة للمنافذ والجمارك السورية.",
            {"p_waeli": "initiator", "sy_ports": "participant"},
        ),
        (
            "أعلنت إدارة معبر سيمالكا، اليوم السبت، إغلاق المعبر الرابط بين روجآفا وإقليم كوردستان أمام المسافرين.",
            {"إدارة معبر سيمالكا": "initiator"},
        ),
    ],
)
def test_who_opens_or_closes_a_crossing_himself_stands_for_his_state(text: str, parts: dict[str, str]) -> None:
    assert _parts(text, "2026-04-20T12:00:00+03:00") == parts


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        (
            "Officers of the Iraqi Border Guard and the Syrian Border Guard sat together for an hour at Al-Qaim"
            ", according to the district's mayor, Turki al-Mahlawi.",
            "p_mahlawi",
        ),
        (
            "قررت الحكومة العراقية رفع مستوى بعثتها في دمشق من قائم بالأعمال إلى سفير. وأبلغت بغداد الجانب السوري "
            "بالقرار عبر مذكرة رسمية.",
            "sy_gov",
        ),
    ],
)
def test_who_only_tells_or_is_told_has_no_part(text: str, absent: str) -> None:
    assert absent not in _parts(text)


def test_an_army_named_behind_a_preposition_that_hides_the_article_receives() -> None:
    told = _parts("سلّمت القوات الأمريكية يوم الأربعاء قاعدة التنف على الحدود العراقية للجيش السوري.", "2026-02-12")
    assert told["sy_army"] == "participant"


def test_a_name_keeps_the_mark_on_its_last_letter() -> None:
    text = "يتوجه وفد أمني عراقي إلى دمشق الأسبوع المقبل. وقال المتحدث إن وفداً أمنياً سيتوجه إلى دمشق الأسبوع المقبل."
    line = {"id": 1, "title": None, "text": text, "published": "2025-12-13", "lang": "ar"}
    spans = answer(json.dumps(line), 0, shipped())["reports"][0]["spans"]
    assert all(text[s["start"] : s["end"]] == s["text"] for s in spans)
    assert not any(text[s["end"] : s["end"] + 1] == "ً" for s in spans if s["in"] == "text")


def test_who_crosses_in_search_of_work_is_a_migrant() -> None:
    told = _parts(
        "ألقت قوات الحدود العراقية القبض على ستة أشخاص يحملون الجنسية السورية حاولوا عبور الشريط الحدودي يوم "
        "الأحد. وبيّنت التحقيقات أنهم جاؤوا بحثاً عن العمل."
    )
    assert "pop_migrants" in told
    assert "pop_suspects" not in told
