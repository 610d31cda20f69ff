"""Whole families of Arabic wordings: who speaks, how many, what is told, told as it is told nowhere in the sets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def reports(text: str) -> list[Any]:
    row = {"id": "x", "title": "", "text": text, "published": "2025-10-14T15:05:00+03:00", "lang": "ar"}
    found: list[Any] = answer(json.dumps(row), 0, shipped())["reports"]
    return found


@pytest.mark.parametrize(
    ("by", "speaker"),
    [
        ("على حد قول خلية الإعلام الأمني", "iq_smc"),
        ("وفق أرقام خلية الإعلام الأمني", "iq_smc"),
        ("بحسب متحدث باسم خلية الإعلام الأمني", "iq_smc"),
        ("وفق ما نقلته واع عن خلية الإعلام الأمني", "iq_smc"),
        ("وفق ما ذكره مصدر أمني", "مصدر أمني"),
        ("بحسب ما أبلغ به مسؤول في وزارة الداخلية المنصة", "مسؤول في وزارة الداخلية"),
    ],
)
def test_whoever_a_sentence_is_attributed_to_speaks(by: str, speaker: str) -> None:
    told = reports(f"ضبطت قوة عراقية الأحد شحنة مخدرات قرب الحدود السورية غربي نينوى، {by}.")
    assert [r["claimant"]["actor"] or r["claimant"]["name"] for r in told] == [speaker]


@pytest.mark.parametrize(
    ("deed", "count"),
    [
        ("قبضت قوات الحدود على أحد عشر متسللاً", (11, "arrested")),
        ("أمسكت قوات الحدود بثلاثة مهربين", (3, "arrested")),
        ("تفكيك شبكة تهريب واعتقال أفرادها السبعة", (7, "arrested")),
        ("ضبطت قوات الحدود نصف طن من الحشيش", (500, "kilograms")),
        ("ضبطت قوات الحدود مليون وربع مليون حبة كبتاغون", (1_250_000, "pills")),
    ],
)
def test_a_number_counts_what_the_verb_before_its_subject_says(deed: str, count: tuple[int, str]) -> None:
    told = reports(f"{deed} قرب الحدود السورية غربي نينوى، الأحد، بحسب قيادة قوات الحدود العراقية.")
    assert [(c["value"], c["unit"]) for r in told for c in r["counts"]] == [count]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("بلغت مخيم الجدعة جنوبي الموصل 214 عائلة عراقية قادمة من مخيم الهول السوري، الأحد.", "repatriation"),
        ("اجتاز 1905 من العسكريين السوريين إلى بلادهم عبر منفذ القائم، الخميس.", "repatriation"),
        ("عبرت إلى العراق الأحد قافلة تقل مئات السجناء من عناصر داعش كانوا في سجون الحسكة.", "detainee_transfer"),
        ("عاد عشرات الطلبة العراقيين العالقين في دمشق إلى بغداد، الأحد.", "repatriation"),
        ("جرى تبادل لإطلاق النار بين حرس الحدود ومهربين على الحدود العراقية السورية، الأحد.", "border_operation"),
        ("جُرح ثلاثة من حرس الحدود العراقي في اشتباك مع مهربين على الحدود السورية، الأحد.", "incident"),
        ("ناقش فؤاد حسين وأسعد الشيباني عبر الهاتف أمن الحدود بين البلدين، الأحد.", "call"),
        ("شكّل العراق وسوريا لجنة عليا للتنسيق الأمني، الأحد.", "agreement"),
        ("عاد منفذ القائم مع سوريا إلى العمل، الأحد، بحسب هيئة المنافذ الحدودية.", "crossing_status"),
    ],
)
def test_an_act_is_told_by_who_moves_and_who_acts(text: str, kind: str) -> None:
    assert [r["type"] for r in reports(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "باشر السفير الإيراني في بغداد مهامه، الأحد، بعد أن عمل سابقاً في دمشق.",
        "ناقشت لجنة الأمن النيابية العراقية أمن الانتخابات وإقامات العمال السوريين، الأحد.",
        "أصبح العراق ثاني أكبر مستورد للقمح السوري، الأحد، بحسب وزارة التجارة.",
    ],
)
def test_what_only_sounds_like_it_stays_out(text: str) -> None:
    assert reports(text) == []
