"""Cleaning, extraction, and the one form of a URL."""

from __future__ import annotations

import datetime as dt
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cleaning import clean_line, clean_text
from ingest.dedupe import canonical_url, text_key
from ingest.extraction import ExtractionProblem, extract, language, parse_time, time_in_words

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
PARAGRAPH = "شهدت العاصمة دمشق اجتماعا بين وفد عراقي والإدارة السورية بحث أمن الحدود المشتركة بين البلدين. " * 3
PAGE = f"""<html><head><title>عنوان آخر</title><meta property="og:title" content="لقاء في دمشق">
<meta property="article:published_time" content="2025-12-26T09:00:00+03:00">
<link rel="canonical" href="https://a.example/x">
</head><body><nav>القائمة</nav>
<article><h1>لقاء في دمشق</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></article></body></html>"""


def test_an_article_is_found_on_its_page() -> None:
    found = extract(PAGE.encode(), "text/html; charset=utf-8", NOW)
    assert found.title == "لقاء في دمشق"
    assert "شهدت العاصمة" in found.text and "القائمة" not in found.text
    assert found.published == dt.datetime(2025, 12, 26, 6, 0, tzinfo=dt.UTC)
    assert (found.lang, found.canonical_url) == ("ar", "https://a.example/x")


def test_what_stands_around_an_article_is_none_of_its_text() -> None:
    around = "<nav><p>Other news of the week, at some length</p></nav>"
    page = PAGE.replace("<article>", f"{around}<aside>{around}</aside><article>") + f"<footer>{around}</footer>"
    assert extract(page.encode(), "", NOW).text == extract(PAGE.encode(), "", NOW).text


def test_an_article_that_only_its_structured_data_hold_is_found() -> None:
    told = "Iraqi and Syrian officials met in Baghdad on Sunday. They spoke of the border and what is smuggled. " * 2
    data = json.dumps({"@type": "NewsArticle", "headline": "Talks", "articleBody": told})
    page = f'<html><body><script type="application/ld+json">{data}</script><div id="app"></div></body></html>'
    assert "what is smuggled" in extract(page.encode(), "", NOW).text


def test_a_legacy_page_is_read_in_its_own_character_set() -> None:
    assert "شهدت العاصمة" in extract(PAGE.encode("windows-1256"), "text/html; charset=utf-8", NOW).text


@pytest.mark.parametrize(
    "body", [b"", b"%PDF-1.7 x", b"<html><body><form>login</form></body></html>", b"<p>" * 30_000 + b"x"]
)
def test_a_page_without_an_article_is_a_named_problem(body: bytes) -> None:
    with pytest.raises(ExtractionProblem):
        extract(body, "text/html", NOW)


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("2025-12-26", "2025-12-25T21:00:00+00:00", "day"),
        ("2025-12-26T09:00:00Z", "2025-12-26T09:00:00+00:00", "minute"),
        ("2025-12-26T09:00:00+03:00", "2025-12-26T06:00:00+00:00", "minute"),
        ("2025-12-26 09:00", "2025-12-26T06:00:00+00:00", "minute"),
    ],
)
def test_times_are_aware_and_without_zone_of_baghdad(text: str, expected: str, precision: str) -> None:
    when, how = parse_time(text, NOW)
    assert when is not None and when.astimezone(dt.UTC).isoformat() == expected
    assert how == precision


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 كانون الثاني 2025 - 14:30", "2025-01-12T14:30"),
        ("نُشر في: ١٢ كانون الأول ٢٠٢٥", "2025-12-12T00:00"),
        ("الأحد 9 تشرين الثاني/نوفمبر 2025 الساعة 08:05 م", "2025-11-09T20:05"),
        ("26 شباط، 2025", "2025-02-26T00:00"),
        ("7 آب 2025", "2025-08-07T00:00"),
        ("3 أيار 2025 | 12:10 ص", "2025-05-03T00:10"),
        ("December 24, 2025 9:15 AM", "2025-12-24T09:15"),
        ("15 حزيران 2025", "2025-06-15T00:00"),
    ],
)
def test_a_day_in_words_is_read_in_the_months_of_both_usages(text: str, expected: str) -> None:
    when, _ = time_in_words(text, NOW)
    assert when is not None and when.strftime("%Y-%m-%dT%H:%M") == expected


@pytest.mark.parametrize(
    "text", ["أمس", "12 كانون الثاني", "من 3 أيار 2025 إلى 5 حزيران 2025", "12 كانون الثاني 2099", "حجم الخط"]
)
def test_what_is_no_full_single_day_says_nothing(text: str) -> None:
    assert time_in_words(text, NOW)[0] is None


def test_a_page_without_structured_data_shows_its_day_and_author() -> None:
    body = f"""<html><body><article><h1>لقاء في دمشق</h1><div class="post-date">12 كانون الثاني 2025 - 14:30</div>
    <span class="byline">أحمد الكاتب</span><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></article></body></html>"""
    found = extract(body.encode(), "", NOW)
    assert found.published == dt.datetime(2025, 1, 12, 11, 30, tzinfo=dt.UTC)
    assert found.author == "أحمد الكاتب"


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="author" content="Sara Ali">', "Sara Ali"),
        ('<meta property="article:author" content="https://facebook.example/x">', ""),
        ('<script type="application/ld+json">{"author": [{"name": "Sara Ali"}, {"name": "B"}]}</script>', "Sara Ali"),
        ('<script type="application/ld+json">{"@graph": [{"author": "Sara Ali"}]}</script>', "Sara Ali"),
        ("", ""),
    ],
)
def test_an_author_is_taken_from_where_pages_name_theirs(head: str, author: str) -> None:
    body = f"<html><head>{head}</head><body><article><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></article></body></html>"
    assert extract(body.encode(), "", NOW).author == author


@pytest.mark.parametrize("text", ["0025-12-26", "2099-01-01", "2025-13-40", "soon", ""])
def test_a_time_that_cannot_be_believed_is_none(text: str) -> None:
    assert parse_time(text, NOW)[0] is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("شهدت العاصمة السورية دمشق اجتماعا بين وفد عراقي والإدارة السورية", "ar"),
        ("The two ministers met in Baghdad today", "en"),
        ("12", "und"),
    ],
)
def test_language(text: str, lang: str) -> None:
    assert language(text) == lang


@pytest.mark.parametrize(
    "mark", ["\u202e", "\u2066", "\u061c", "\u200f", "\u200b", "\ufeff", "\x00", "\x1b", "\ud800", "\u00ad"]
)
def test_marks_that_only_deceive_are_dropped(mark: str) -> None:
    assert clean_text(f"بغداد{mark} دمشق") == "بغداد دمشق"


def test_a_flood_of_marks_costs_no_time() -> None:
    began = time.perf_counter()
    cleaned = clean_text("a" + "\u0301\u0323" * 200_000)
    assert time.perf_counter() - began < 2
    assert len(cleaned) < 10


@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert "\n" not in clean_line(text)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example/news/1",
        "https://www.a.example/news/1/",
        "https://a.example:443/news/1?utm_source=x&fbclid=2",
        "https://a.example/news/1#top",
        "https://a.example/amp/news/1",
        "HTTPS://A.example/news/1",
    ],
)
def test_one_article_has_one_address(url: str) -> None:
    assert canonical_url(url) == "https://a.example/news/1"


def test_other_pages_keep_their_own() -> None:
    assert canonical_url("https://a.example/?p=1") != canonical_url("https://a.example/?p=2")


def test_the_same_words_are_the_same_text() -> None:
    assert text_key("t", "one two.\nthree") == text_key("t", "one  two three")
    assert text_key("t", "one two") != text_key("t", "one three")
