"""What no rule knows is found by the model of whole articles, and looks like nothing less than news of the two."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.coding import coder
from ingest.coding.contract import answer
from ingest.coding.fitted import NONE, stem
from ingest.coding.lexicon import shipped
from ingest.coding.prior import fitted


def read(title: str, text: str) -> dict[str, Any]:
    lang = "ar" if "\u0600" < text[0] < "\u06ff" else "en"
    row = {"id": "x", "title": title, "text": text, "published": "2025-10-14T15:05:00+03:00", "lang": lang}
    return dict(answer(json.dumps(row), 0, shipped()))


TITLE = "150 IS detainees land"
TEXT = (
    "A night flight took 150 Islamic State group detainees out of the prisons of Hasakah, northeast Syria, and into "
    "those of Baghdad, an Iraqi security source told AFP on Sunday."
)


def test_an_act_that_no_rule_finds_is_reported_with_its_proof_and_little_confidence() -> None:
    found = read(TITLE, TEXT)
    assert found["relevant"]
    assert all(r["confidence"] < 0.9 for r in found["reports"])
    spans = [s for r in found["reports"] for s in r["spans"]]
    assert {"type", "modality"} <= {s["field"] for s in spans}
    where = {"title": TITLE, "text": TEXT}
    assert [where[s["in"]][s["start"] : s["end"]] for s in spans] == [s["text"] for s in spans]


def test_rules_alone_would_miss_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coder, "guessed", lambda *told: None)
    assert not read(TITLE, TEXT)["relevant"]


@pytest.mark.parametrize(
    "text",
    [
        "Iraq beat Syria 2-1 in a friendly match in Basra on Sunday before thirty thousand fans.",
        "Tomato growers in Syria and Iraq complained on Sunday of the price of diesel and of late rains.",
        "وصل مسلسل سوري جديد إلى شاشات بغداد ويروي حكاية تاجر عراقي في دمشق القديمة.",
    ],
)
def test_the_margins_of_both_countries_stay_out(text: str) -> None:
    assert not read("", text)["relevant"]


def test_the_model_knows_all_types_and_what_is_none() -> None:
    names, weights = fitted()
    assert NONE in names and len(names) > 15
    assert weights[""]


@pytest.mark.parametrize(("word", "rest"), [("والمعتقلين", "معتقل"), ("smuggling", "smuggl"), ("بالحدود", "حدود")])
def test_stems_are_rough_and_steady(word: str, rest: str) -> None:
    assert stem(word) == rest


def test_reports_that_nobody_believes_make_no_doubtful_article_one_of_ours() -> None:
    text = (
        "ترفع وارسو سياجها الحدودي وتنشر آلاف الجنود، فيما يواصل مهاجرون من سوريا والعراق وأفغانستان محاولات "
        "العبور نحو "
        "الاتحاد الأوروبي عبر بيلاروسيا.\n"
        "وقال متحدث باسم حرس الحدود البولندي إن عناصره أحبطوا خلال الأسبوع الأخير 900 محاولة عبور وألقوا "
        "القبض على سبعة "
        "مهربين.\n"
        "ويروي شاب سوري أنه دفع ستة آلاف يورو لمهرب وعده برحلة مضمونة، وأمضى اثني عشر يوماً في الغابة.\n"
        "وعلقت بولندا في آذار حق طلب اللجوء على هذا الجزء من الحدود."
    )
    assert not read("على حدود بولندا.. مهاجرون عالقون", text)["relevant"]
