"""What no rule knows is found by the model of whole articles, and looks like nothing less than news of the two."""

from __future__ import annotations

import json

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped
from ingest.coding.prior import NONE, model, stem


def read(title: str, text: str) -> dict[str, object]:
    lang = "ar" if "\u0600" < text[0] < "\u06ff" else "en"
    row = {"id": "x", "title": title, "text": text, "published": "2025-10-14T15:05:00+03:00", "lang": lang}
    return dict(answer(json.dumps(row), 0, shipped()))


def test_an_act_by_a_verb_that_nobody_listed_is_reported_with_its_proof_and_little_confidence() -> None:
    text = (
        "Iraqi border guards and Syrian border guards squared away the smuggling dossier over tea at the al-Qaim gate "
        "on Sunday, the Iraqi Interior Ministry said. Their commanders went through drug routes across the border."
    )
    found = read("Iraqi and Syrian border commanders over tea", text)
    assert found["relevant"]
    (report, *_) = found["reports"]  # type: ignore[misc]
    assert report["confidence"] < 0.9
    for span in report["spans"]:
        assert ({"title": "", "text": text}[span["in"]] or text)[span["start"] : span["end"]] == span["text"] or (
            span["in"] == "title"
        )


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
    names, weights = model()
    assert NONE in names and len(names) > 15
    assert weights[""]


@pytest.mark.parametrize(("word", "rest"), [("والمعتقلين", "معتقل"), ("smuggling", "smuggl"), ("بالحدود", "حدود")])
def test_stems_are_rough_and_steady(word: str, rest: str) -> None:
    assert stem(word) == rest
