"""Numbers of something."""

from __future__ import annotations

import pytest

from ingest.coding.arabic import fold
from ingest.coding.counts import find_numbers


@pytest.mark.parametrize(
    ("words", "value", "unit", "kind"),
    [
        ("أعاد 1905 من الضباط والجنود", 1905, "soldiers", "exact"),
        ("١٬٩٠٥ جنود", 1905, "soldiers", "exact"),
        ("ألف وتسعمائة وخمسة جنود", 1905, "soldiers", "exact"),
        ("نحو ألفي جندي", 2000, "soldiers", "approx"),
        ("مئات الجنود", 200, "soldiers", "at_least"),
        ("عشرات العائلات", 20, "families", "at_least"),
        ("أكثر من 1900 عسكري", 1900, "soldiers", "at_least"),
        ("1,905 Syrian soldiers", 1905, "soldiers", "exact"),
        ("nearly 2,000 troops", 2000, "soldiers", "approx"),
        ("handed over 45 detainees", 45, "detainees", "exact"),
        ("over 45 detainees", 45, "detainees", "at_least"),
        ("two hundred families", 200, "families", "exact"),
        ("مليون حبة كبتاغون", 1_000_000, "pills", "exact"),
        ("300 ألف حبة", 300_000, "pills", "exact"),
        ("1.1 طن من المخدرات", 1100, "kilograms", "exact"),
        ("36 موظفا", 36, "people", "exact"),
    ],
)
def test_a_number(words: str, value: float, unit: str, kind: str) -> None:
    text = fold(words).text
    (found,) = find_numbers(text, 0, len(text), planned=False)
    assert (found.value, found.unit.value, found.kind.value) == (value, unit, kind)


@pytest.mark.parametrize("words", ["عام 2024", "اللواء 53", "on 19 December 2024", "15 million dollars", "40 عاما"])
def test_what_is_no_count(words: str) -> None:
    text = fold(words).text
    assert find_numbers(text, 0, len(text), planned=False) == ()


def test_a_part_of_a_total_says_so() -> None:
    text = fold("5703 معتقلا، بينهم 467 عراقيا").text
    total, part = find_numbers(text, 0, len(text), planned=False)
    assert (total.part, part.part) == (False, True)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("القبض على مهرب قرب الحدود", [(1, "arrested")]),
        ("مقتل مسلحين وجرح ثالث", [(2, "killed"), (1, "wounded")]),
        ("ضبط طن ونصف الطن من الحشيش", [(1500, "kilograms")]),
        ("اعتقال خمسة متهمين، أحدهم سوري", [(5, "arrested"), (1, "people")]),
        ("قائمة تضم أسماء 90 مطلوباً", []),
        ("كانت قبل عام 2024 معقلاً", []),
        ("تفجيرات 2013 من السلطات السورية معتقل", []),
    ],
)
def test_one_in_words_counts_and_names_and_years_do_not(words: str, wanted: list[tuple[float, str]]) -> None:
    text = fold(words).text
    assert [(n.value, n.unit) for n in find_numbers(text, 0, len(text), planned=False)] == wanted
