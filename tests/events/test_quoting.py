"""Texts cut at their marks, links that lead out, days and numbers in words. No database."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from events.highlighting import Mark, pieces, sentences
from events.links import host_of, safe_url
from events.wording import amount, counted, date_text, number


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(max_size=40))
    spans = draw(st.lists(st.tuples(st.integers(0, 45), st.integers(1, 10)), max_size=6))
    return text, [Mark(start, start + length, key) for key, (start, length) in enumerate(spans)]


@given(marked())
def test_pieces_joined_are_the_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    assert "".join(p.text for p in pieces(text, marks)) == text


@given(marked())
def test_a_mark_covers_exactly_its_characters(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    for mark in marks:
        covered = "".join(p.text for p in pieces(text, marks) if mark.key in p.keys)
        assert covered == text[mark.start : mark.end]


def test_overlapping_marks_share_their_common_piece() -> None:
    found = pieces("abcdef", [Mark(0, 4, 1), Mark(2, 6, 2)])
    assert [(p.text, p.keys, p.opens, p.closes) for p in found] == [
        ("ab", (1,), (1,), ()),
        ("cd", (1, 2), (2,), (1,)),
        ("ef", (2,), (), (2,)),
    ]


def test_the_sentences_that_prove_most_are_kept_in_order() -> None:
    text = "One. Two two. Three. Four."
    spans = sentences(text, [Mark(0, 3, 1), Mark(5, 8, 2), Mark(9, 12, 3), Mark(14, 19, 4)], 2)
    assert [text[a:b].strip() for a, b in spans] == ["One.", "Two two."]


@pytest.mark.parametrize(
    ("url", "href", "host"),
    [
        ("https://www.example.org/a?b=c#d", "https://www.example.org/a?b=c#d", "example.org"),
        ("HTTP://Example.org", "http://example.org", "example.org"),
        ("https://example.org:8443/x", "https://example.org:8443/x", "example.org"),
        ("https://مثال.إختبار/ملف", "https://xn--mgbh0fb.xn--kgbechtv/%D9%85%D9%84%D9%81", "xn--mgbh0fb.xn--kgbechtv"),
        ("https://gооgle.com/", "https://xn--ggle-55da.com/", "xn--ggle-55da.com"),
        ("https://bank.example@evil.example/", "https://evil.example/", "evil.example"),
        ('https://e.org/%20"><script>', "https://e.org/%20%22%3E%3Cscript%3E", "e.org"),
        ("javascript:alert(1)", "", ""),
        ("JaVaScRiPt:alert(1)", "", ""),
        ("java\tscript:alert(1)", "", ""),
        ("data:text/html,x", "", ""),
        ("//evil.example/x", "", ""),
        ("ftp://e.org/", "", ""),
        ("https:\\\\evil.example", "", ""),
        ("https://", "", ""),
        ("https://[::1", "", ""),
        ("https://e.org:99999/", "", ""),
        ("https://e.org/\u202egpj.exe", "", ""),
        ("", "", ""),
    ],
)
def test_only_plain_web_links_lead_out(url: str, href: str, host: str) -> None:
    assert (safe_url(url), host_of(url)) == (href, host)


@pytest.mark.parametrize(
    ("precision", "end", "english", "arabic"),
    [
        ("day", None, "19 December 2024", "19 كانون الأول/ديسمبر 2024"),
        ("week", None, "week of 19 December 2024", "أسبوع 19 كانون الأول/ديسمبر 2024"),
        ("month", None, "December 2024", "كانون الأول/ديسمبر 2024"),
        ("year", None, "2024", "2024"),
        ("day", dt.date(2024, 12, 21), "19–21 December 2024", "19–21 كانون الأول/ديسمبر 2024"),
        (
            "day",
            dt.date(2025, 1, 2),
            "19 December 2024 – 2 January 2025",
            "19 كانون الأول/ديسمبر 2024 – 2 كانون الثاني/يناير 2025",
        ),
    ],
)
def test_a_day_in_words(precision: str, end: dt.date | None, english: str, arabic: str) -> None:
    day = dt.date(2024, 12, 19)
    assert date_text(day, precision, end) == english
    with translation.override("ar"):
        assert date_text(day, precision, end) == arabic


@pytest.mark.parametrize(
    ("value", "text"), [("1905.000", "1,905"), ("2.500", "2.5"), ("0", "0"), ("1000000", "1,000,000")]
)
def test_a_number_has_groups_and_no_idle_zeros(value: str, text: str) -> None:
    assert number(Decimal(value)) == text


def test_a_number_says_how_exact_it_is() -> None:
    assert counted(amount(Decimal(2000), None, "approx"), "soldiers") == "about 2,000 soldiers"
    assert amount(Decimal(20), Decimal(30), "exact") == "20–30"
    with translation.override("ar"):
        assert counted(amount(Decimal(1905), None, "at_least"), "soldiers") == "جنود: ما لا يقل عن 1,905"
