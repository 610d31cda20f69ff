"""Feeds, right and wrong."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from ingest.feeds import FeedProblem, parse

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def rss(*items: str, encoding: str = "utf-8") -> str:
    head = f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>t</title>'
    return f"{head}{''.join(items)}</channel></rss>"


def item(
    link: str = "https://a.example/1", title: str = "لقاء في دمشق", date: str = "Fri, 26 Dec 2025 09:00:00 +0300"
) -> str:
    parts = f"<title>{title}</title><link>{link}</link><pubDate>{date}</pubDate>"
    return f"<item>{parts}<description>نص الخبر</description></item>"


def test_an_item_becomes_an_entry() -> None:
    (entry,) = parse(rss(item()).encode(), "application/rss+xml", NOW).entries
    assert (entry.url, entry.title, entry.summary) == ("https://a.example/1", "لقاء في دمشق", "نص الخبر")
    assert entry.published == dt.datetime(2025, 12, 26, 6, 0, tzinfo=dt.UTC)


def test_atom_is_read_too() -> None:
    body = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><link href="https://a.example/2"/><id>urn:1</id></entry></feed>'
    assert [e.url for e in parse(body.encode(), "", NOW).entries] == ["https://a.example/2"]


@pytest.mark.parametrize("label", ["utf-8", "windows-1256", "iso-8859-1", ""])
@pytest.mark.parametrize("real", ["utf-8", "windows-1256"])
def test_arabic_is_read_whatever_the_label_says(real: str, label: str) -> None:
    text = rss(item(), encoding=label) if label else rss(item()).replace(' encoding="utf-8"', "")
    (entry,) = parse(text.encode(real), f"text/xml; charset={label}", NOW).entries
    assert entry.title == "لقاء في دمشق"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b"   \n ", "empty"),
        (b"<!DOCTYPE html><html><body>Please log in</body></html>", "web page"),
        (b'{"items": []}', "not a feed"),
        (b"%PDF-1.4", "not a feed"),
        (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>', "entities"),
    ],
)
def test_what_is_no_feed_is_told_in_words(body: bytes, words: str) -> None:
    with pytest.raises(FeedProblem, match=words):
        parse(body, "application/rss+xml", NOW)


def test_an_empty_feed_is_a_result_with_a_problem() -> None:
    found = parse(rss().encode(), "", NOW)
    assert found.entries == ()
    assert "no entries" in found.problems[0]


@pytest.mark.parametrize("date", ["Fri, 26 Dec 0025 09:00:00 +0300", "Fri, 26 Dec 2099 09:00:00 +0300", "يوم ما"])
def test_a_date_that_cannot_be_believed_is_none(date: str) -> None:
    found = parse(rss(item(date=date)).encode(), "", NOW)
    assert found.entries[0].published is None


@pytest.mark.parametrize("odd", ["&#xD800;", "&#x110000;", "&#0;", "\x00", "&#99999999999;"])
def test_odd_characters_do_not_crash_the_reader(odd: str) -> None:
    (entry,) = parse(rss(item(title=f"a{odd}b")).encode(), "", NOW).entries
    assert "\x00" not in entry.title


def test_entries_seen_before_the_feed_breaks_off_are_kept() -> None:
    broken = rss(item(), item("https://a.example/2"))[:-60]
    assert parse(broken.encode(), "", NOW).entries


def test_a_hostile_feed_costs_no_time() -> None:
    began = time.perf_counter()
    parse(rss(item(title="<!--" * 100_000)).encode(), "", NOW)
    assert time.perf_counter() - began < 5


def test_a_first_item_that_is_too_long_is_cut_well_formed_and_read_once() -> None:
    parsed = parse(
        rss(f"<item><link>https://a.example/1</link>{'<category>x</category>' * 50_000}</item>").encode(), "", NOW
    )
    assert [e.url for e in parsed.entries] == ["https://a.example/1"]
    assert parsed.problems == ("the feed is too long; its first entries were kept",)


def test_tags_without_an_entry_are_no_feed() -> None:
    with pytest.raises(FeedProblem, match="no entry among its first 25000 tags"):
        parse(b"<rss>" + b"<a>" * 30_000 + b"</rss>", "application/rss+xml", NOW)
