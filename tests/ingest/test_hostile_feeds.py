"""Feeds as broken and as hostile as we can make them end in entries or in words, never in a crash."""

from __future__ import annotations

import datetime as dt
import random
import time

import pytest

from ingest.feeds import FeedProblem
from ingest.listings import read

pytestmark = pytest.mark.slow

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
ITEM = (
    "<item><title>لقاء أمني في دمشق {n}</title><link>https://a.example/{n}</link><guid>{n}</guid>"
    "<pubDate>Fri, 26 Dec 2025 09:00:00 +0300</pubDate><description>نص &amp; شرح</description></item>"
)
RSS = '<?xml version="1.0" encoding="{charset}"?><rss version="2.0"><channel><title>ت</title>{items}</channel></rss>'
ODD = [
    b"\x00", b"\xff\xfe", b"&#0;", b"&#xD800;", b"&#x110000;",
    b"<![CDATA[", b"]]>", b"<!--", b"<item>", b"</item>", b"&unknown;",
    b"<?xml version='1.0'?>", b"<!DOCTYPE rss SYSTEM 'file:///etc/passwd'>", b'<!ENTITY a "b">',
    b"\xed\xa0\x80", b"\xe2\x80\xae",
    b"<script>alert(1)</script>", b"<link>javascript:alert(1)</link>", b"<pubDate>99999-99-99</pubDate>",
    b"<title/>", b"\xd9",
    b"xmlns:x='y'", b"<x:y>", b"<content:encoded>" + b"a" * 5_000, b"<link>" + b"h" * 5_000 + b"</link>", b"\r\n" * 500,
]  # fmt: skip
CHARSETS = ("utf-8", "cp1256", "iso8859-6", "utf-16")


def hostile(seed: int) -> bytes:
    """A feed with a handful of things wrong with it."""
    chance = random.Random(seed)
    charset = chance.choice(CHARSETS)
    items = "".join(ITEM.format(n=n) for n in range(chance.randrange(0, 8)))
    body = RSS.format(charset=chance.choice(CHARSETS), items=items * chance.choice((1, 1, 1, 40)))
    raw = body.encode(charset, "replace")
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(raw) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            raw = raw[:at] + chance.choice(ODD) + raw[at:]
        elif kind == 1:
            raw = raw[:at] + raw[min(len(raw), at + chance.randrange(60)) :]
        elif kind == 2:
            raw = raw[:at] + bytes([chance.randrange(256)]) * chance.randrange(1, 9) + raw[at:]
        else:
            raw = raw[:at]
    return raw


@pytest.mark.parametrize("start", range(0, 500, 50))
def test_500_hostile_feeds_end_in_entries_or_words(start: int) -> None:
    named = 0
    for seed in range(start, start + 50):
        began = time.process_time()
        try:
            parsed = read("rss", hostile(seed), "application/xml", "https://a.example/feed", "", NOW)
        except FeedProblem as problem:
            assert str(problem)
            named += 1
            continue
        finally:
            assert time.process_time() - began < 2
        for entry in parsed.entries:
            (entry.url + entry.title + entry.summary + entry.guid).encode()
    assert named < 50


def rss(items: str) -> bytes:
    return f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()


def item(inside: str) -> bytes:
    return rss(f"<item><title>t</title><link>https://a.example/1</link>{inside}</item>")


MONSTERS = {
    "open items": b"<rss><channel>" + b"<item>" * 50_000,
    "deep": b"<rss>" + b"<a>" * 100_000 + b"</rss>",
    "references": item("<description>" + "&amp;" * 200_000 + "</description>"),
    "attributes": b"<rss " + b"a='b' " * 100_000 + b"/>",
    "many": rss("<item><link>https://a.example/x</link></item>" * 20_000),
    "many, never closed": rss("<item><title>t</title><link>https://a.example/x</link>" * 50_000),
    "author": item("<author>" + "a" * 64_000 + "</author>"),
    "author in pieces": item("<author>" + "a<b>x</b>" * 10_000 + "</author>"),
    "author never closed": item("<author>" * 10_000 + "a" * 64_000),
    "comments": item("<description>" + "<!--" * 100_000 + "</description>"),
    "comments, escaped": item("<description>" + "&lt;!--" * 100_000 + "</description>"),
    "scripts": item("<description><![CDATA[" + "<script" * 60_000 + "]]></description>"),
    "titles": item("<title>x</title>" * 50_000),
    "categories": item("<category>x</category>" * 50_000),
    "marks": item("<description>" + "\u0301\u0323" * 200_000 + "</description>"),
    "dates": rss("".join(f"<item><title>{n}</title><pubDate>{'1' * 5000}</pubDate></item>" for n in range(200))),
}


@pytest.mark.parametrize("name", MONSTERS)
def test_size_and_depth_cost_no_more_than_two_seconds(name: str) -> None:
    began = time.process_time()
    try:
        parsed = read("rss", MONSTERS[name], "", "https://a.example/feed", "", NOW)
    except FeedProblem as problem:
        assert str(problem)
    else:
        assert 0 < len(parsed.entries) <= 2_000
    assert time.process_time() - began < 2


def test_of_a_long_feed_the_first_entries_are_kept_in_order() -> None:
    body = rss("".join(f"<item><title>t{n}</title><link>https://a.example/{n}</link></item>" for n in range(2_500)))
    parsed = read("rss", body, "", "https://a.example/feed", "", NOW)
    assert [parsed.entries[n].url for n in (0, 1_999)] == ["https://a.example/0", "https://a.example/1999"]
    assert parsed.problems == ("more than 2000 entries; the first 2000 were kept",)
