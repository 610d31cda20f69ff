"""Whatever the text: no crash, every span quotes, every value is proved, nothing quadratic."""

from __future__ import annotations

import datetime as dt
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.reports import check_report
from ingest.coding.arabic import fold
from ingest.coding.coder import code_article
from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped

# ruff: noqa: E501
PIECES = (
    "العراق", "وسوريا", "بغداد", "دمشق", "أعلنت", "وزارة الداخلية العراقية", "ضبط", "1905", "جنديا", "من قبل", "معبر القائم",
    "التقى", "السوداني", "أحمد الشرع", "مخيم \"الهول\"", "أمس", "الخميس", "19 كانون الأول", "لا صحة", "تأجيل", "،", ".", "\n",
    "Iraq", "Syria", "met", "al-Sharaa", "seized", "1.3 million pills", "on Thursday", "said", "the border", "handed over",
    "soldiers", "will", "\u064b", "\u0640", "\u200f", "\ufefb", "د1عش", "١٬٩٠٥", "(", "»", "«", "\x00", "\ud83d\ude00", "between 150 and 200",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(max_size=200),
)
DAY = dt.date(2025, 9, 12)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TEXTS, TEXTS)
def test_every_reading_is_proved(title: str, body: str) -> None:
    title, body = f"العراق وسوريا {title}", f"Iraq and Syria. {body}"
    for report in code_article(title, body, DAY, None, shipped()).reports:
        check_report(report, title, body)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TEXTS)
def test_folded_offsets_lead_back(text: str) -> None:
    folded = fold(text)
    for n in range(len(folded.text)):
        start, end = folded.span(n, n + 1)
        assert 0 <= start < end <= len(text)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=80), st.dictionaries(st.sampled_from(["id", "title", "text", "published", "lang"]), st.one_of(st.none(), st.text(max_size=30), st.integers())).map(json.dumps)))  # fmt: skip
def test_any_line_has_an_answer(line: str) -> None:
    said = answer(line, 3, shipped())
    assert ("error" in said) != ("reports" in said)


@pytest.mark.slow
@pytest.mark.parametrize(
    "flood",
    [
        "العراق وسوريا التقى 150 جندي ",
        "a\u064e",
        "1,",
        "«",
        "met Iraq and Syria on Monday 1,905 soldiers ",
        "من ",
        "\n",
        "و",
    ],
)
def test_twice_the_flood_is_no_more_than_a_few_times_the_work(flood: str) -> None:
    def seconds(size: int) -> float:
        text = "العراق وسوريا. " + (flood * (size // len(flood)))[:size]
        best = float("inf")
        for _ in range(2):
            began = time.process_time()
            code_article("العراق وسوريا", text, DAY, None, shipped())
            best = min(best, time.process_time() - began)
        return best

    assert seconds(40_000) < 8 * seconds(10_000) + 0.05
