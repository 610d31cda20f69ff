"""JSON Feed, sitemaps, listing pages, Telegram previews."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from ingest.feeds import FeedProblem
from ingest.listings import read

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
URL = "https://moi.example/news"


def listed(kind: str, body: str | bytes, selector: str = "") -> list[tuple[str, str]]:
    """Address and title of what a page announces."""
    raw = body.encode() if isinstance(body, str) else body
    return [(e.url, e.title) for e in read(kind, raw, "text/html", URL, selector, NOW).entries]


def test_a_json_feed() -> None:
    item = {
        "id": "1",
        "url": "https://a.example/1",
        "title": "لقاء",
        "content_html": "<p>نص</p>",
        "date_published": "2025-12-26T09:00:00+03:00",
    }
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item, "odd", {"id": "x"}]})
    parsed = read("json", body.encode(), "application/json", URL, "", NOW)
    (entry,) = parsed.entries
    assert (entry.title, entry.summary, entry.published) == ("لقاء", "نص", dt.datetime(2025, 12, 26, 6, tzinfo=dt.UTC))
    assert parsed.problems == ("some entries have no web address",)


def test_a_news_sitemap() -> None:
    body = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc><news:news>
      <news:publication_date>2025-12-26</news:publication_date><news:title>لقاء</news:title></news:news></url></urlset>"""
    parsed = read("sitemap", body.encode(), "text/xml", URL, "", NOW)
    assert [(e.url, e.title, e.published and e.published.date()) for e in parsed.entries] == [
        ("https://a.example/1", "لقاء", dt.date(2025, 12, 26))
    ]


PAGE = """<html><body><nav><a href="/about">من نحن وماذا نعمل هنا</a></nav><ul class="news">
<li><time datetime="2025-12-26T09:00:00+03:00"></time><a href="/news/1">وزير الداخلية يلتقي نظيره السوري</a></li>
<li><a href="https://other.example/2">خبر من موقع آخر تماما هنا</a></li>
<li><a href="/news/3">المزيد</a></li></ul></body></html>"""


def test_a_listing_page_gives_the_headlines_that_the_selector_picks() -> None:
    assert listed("listing", PAGE, "ul.news li") == [("https://moi.example/news/1", "وزير الداخلية يلتقي نظيره السوري")]
    assert listed("listing", PAGE, "ul.news a")[0][0] == "https://moi.example/news/1"


CHANNEL = """<div class="tgme_widget_message js-widget_message" data-post="iraqmoi/482">
<div class="tgme_widget_message_text">أحبطت قوات الحدود محاولة تهريب<br/>قرب منفذ القائم</div>
<time datetime="2025-12-26T09:00:00+00:00"></time></div>
<div class="tgme_widget_message" data-post="../evil"><div class="tgme_widget_message_text">x</div></div>"""


def test_a_telegram_preview_gives_each_message_with_its_text() -> None:
    parsed = read("telegram", CHANNEL.encode(), "text/html", "https://t.me/s/iraqmoi", "", NOW)
    (entry,) = parsed.entries
    assert (entry.url, entry.title) == ("https://t.me/iraqmoi/482", "أحبطت قوات الحدود محاولة تهريب")
    assert "قرب منفذ القائم" in entry.summary


@pytest.mark.parametrize(
    ("kind", "body", "selector", "words"),
    [
        ("json", "<html>", "", "not JSON"),
        ("json", "{}", "", "not a JSON Feed"),
        ("sitemap", "<html/>", "", "not a sitemap"),
        ("sitemap", '<!DOCTYPE u [<!ENTITY x "y">]><urlset/>', "", "entities"),
        ("sitemap", "<sitemapindex/>", "", "index of sitemaps"),
        ("listing", PAGE, "", "needs a CSS selector"),
        ("listing", PAGE, "li:::", "cannot be read"),
        ("listing", PAGE, "ol li", "picks no headlines"),
        ("telegram", "<html><body/></html>", "", "no messages"),
        ("gopher", "x", "", "no kind of feed"),
        ("json", " ", "", "empty"),
    ],
)
def test_what_is_something_else_says_so(kind: str, body: str, selector: str, words: str) -> None:
    with pytest.raises(FeedProblem, match=words):
        listed(kind, body, selector)


@pytest.mark.parametrize("kind", ["json", "sitemap", "listing", "telegram"])
@pytest.mark.parametrize(
    "body",
    [
        b"\x00\xff\xfe<",
        b"[" * 50_000,
        b"<div>" * 5_000,
        b'{"items": [1e999]}',
        "\ud800".encode("utf-8", "surrogatepass"),
    ],
)
def test_hostile_bytes_end_in_words(kind: str, body: bytes) -> None:
    try:
        read(kind, body, "", URL, "a", NOW)
    except FeedProblem as error:
        assert str(error)
