"""robots.txt as RFC 9309 reads it."""

from __future__ import annotations

import time

import pytest

from ingest.robots import MOST_DELAY, parse

AGENT = "isc-tracker"


def allows(text: str, path: str) -> bool:
    return parse(text, AGENT).allows(f"https://a.example{path}")


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/x", True),
        ("Disallow:", "/x", True),
        ("Disallow: /", "/x", False),
        ("Disallow: /", "/robots.txt", True),
        ("Disallow: /a", "/ab", False),
        ("Disallow: /a/", "/a", True),
        ("Disallow: /a\nAllow: /ab", "/abc", True),
        ("Allow: /a\nDisallow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/x/y.pdf", False),
        ("Disallow: /*.pdf$", "/x/y.pdf?z", True),
        ("Disallow: /*?print=", "/news/1?print=1", False),
        ("Disallow: /*?print=", "/news/1", True),
        ("Disallow: /a*b*c$", "/a1b2c", False),
        ("Disallow: /a*b*c$", "/a1b2cd", True),
        ("Disallow: /$", "/", False),
        ("Disallow: /$", "/a", True),
        ("Disallow: *", "/a", False),
        ("Disallow: /خبر", "/%D8%AE%D8%A8%D8%B1/1", False),
        ("Disallow: /%d8%ae", "/%D8%AE%D8%A8", False),
        ("Disallow: /a%62c", "/abc", False),
        ("disallow : /a # why", "/a", False),
        ("Sitemap: https://a.example/s.xml\nDisallow: /a", "/a", False),
    ],
)
def test_the_longest_fitting_rule_decides(rules: str, path: str, allowed: bool) -> None:
    assert allows(f"User-agent: *\n{rules}", path) is allowed


def test_our_own_group_replaces_the_general_one() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: ISC-Tracker/0.1\nDisallow: /private"
    assert allows(text, "/news")
    assert not allows(text, "/private/1")


def test_several_groups_for_us_are_one_and_a_group_may_name_several() -> None:
    text = "User-agent: other\nUser-agent: isc-tracker\nDisallow: /a\n\nUser-agent: isc-tracker\nDisallow: /b"
    assert not allows(text, "/a")
    assert not allows(text, "/b")
    assert allows("User-agent: other\nDisallow: /", "/a")


def test_an_empty_group_of_our_own_allows_all() -> None:
    assert allows("User-agent: isc-tracker\nDisallow:\n\nUser-agent: *\nDisallow: /", "/a")


@pytest.mark.parametrize(("value", "seconds"), [("10", 10.0), ("0.5", 0.5), ("99999", MOST_DELAY), ("soon", 0.0)])
def test_a_delay_is_obeyed_within_reason(value: str, seconds: float) -> None:
    assert parse(f"User-agent: *\nCrawl-delay: {value}", AGENT).delay == seconds


def test_a_hostile_file_costs_no_time() -> None:
    began = time.process_time()
    rules = parse("User-agent: *\n" + "Disallow: /" + "*a" * 1_000 + "\n" + "Disallow: /*a*b$\n" * 5_000, AGENT)
    assert not rules.allows("https://a.example/" + "a" * 2_000)
    assert time.process_time() - began < 1
