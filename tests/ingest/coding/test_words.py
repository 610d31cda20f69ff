"""Words and their classes; names that make up bodies; persons whom nobody registered."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.coding.arabic import fold
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped
from ingest.coding.words import arabic_forms, english_forms, words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وبتسليمهم", "move"),
        ("المذكرة", "pact"),
        ("سيلتقي", "meet"),
        ("التقت", "meet"),
        ("returning", "return"),
        ("smugglers", "pop_suspects"),
        ("للمعبر", "crossing"),
    ],
)
def test_a_word_is_known_in_its_forms(text: str, name: str) -> None:
    assert any(name in w.classes for w in words().find(fold(text).text))


@pytest.mark.parametrize("text", ["التواصل", "الشرع", "للآليات", "multiplayer", "openly"])
def test_a_longer_word_is_another_word(text: str) -> None:
    found = {c for w in words().find(fold(text).text) for c in w.classes}
    assert not found & {"ongoing", "topic", "open"}


def test_forms_of_verbs() -> None:
    assert {"التقت", "التقوا", "يلتقيان", "سيلتقي"} <= set(arabic_forms("التقي/لتقي"))
    assert set(english_forms("seize~")) == {"seize", "seizes", "seized", "seizing"}
    assert {"agreeing", "agreed"} <= set(english_forms("agree~")) and "admitted" in set(english_forms("admit~"))
    assert "carried out" in set(english_forms("carry~ out")) | {"carried out"}


def participants(text: str, day: dt.date = dt.date(2025, 9, 12)) -> set[str | None]:
    """Who takes part in the first report."""
    coded = code_article(None, text, day, None, shipped())
    return {p.actor for p in coded.reports[0].participants}


def test_an_adjective_makes_up_the_state_s_body_of_that_day() -> None:
    text = "اجتمع وفد أمني عراقي رفيع في دمشق مع الجانب السوري، أمس الخميس، لبحث أمن الحدود."
    assert participants(text) == {"iq_gov", "sy_gov"}
    assert "sy_former_regime" in participants(text, dt.date(2024, 11, 29))


def test_his_counterpart_is_the_same_office_of_the_other_side() -> None:
    text = (
        "بحث وزير الداخلية العراقي عبد الأمير الشمري مع نظيره السوري في بغداد، الخميس، تأمين الحدود ومكافحة المخدرات."
    )
    assert participants(text) == {"p_shammari", "p_khattab"}


def test_a_person_nobody_registered_is_proposed_with_his_office() -> None:
    text = (
        "استقبل وزير الدفاع السوري مرهف أبو قصرة في دمشق، الخميس، وزير العدل العراقي كاظم الفلاحي"
        " لبحث ملف السجناء وأمن الحدود بين البلدين."
    )
    coded = code_article(None, text, dt.date(2026, 6, 12), None, shipped())
    (person,) = coded.proposals
    assert (person.name, person.office) == ("كاظم الفلاحي", "iq_moj:minister-of-justice")
    assert person.sentence == text
    assert text[person.start : person.end] == person.name
