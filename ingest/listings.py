"""What announces articles without being RSS or Atom: JSON Feed, news sitemaps, listing pages, Telegram previews. PURE.

Each reader takes an answer's bytes and gives the same `ParsedFeed` that a feed gives, or says in a FeedProblem why not.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urljoin, urlsplit

from cssselect import GenericTranslator, SelectorError
from lxml import etree, html

from ingest.charsets import decode
from ingest.cleaning import clean_line, clean_text
from ingest.feeds import MAX_ENTRIES, MAX_SUMMARY, FeedEntry, FeedProblem, ParsedFeed, parse, time_of

MAX_LINK = 2_048
MIN_TITLE = 12
"""Characters below which a link's words are no headline."""
_TELEGRAM_TITLE = 160
_BLANK = re.compile(r"\s+")


def read(kind: str, body: bytes, content_type: str, url: str, selector: str, now: dt.datetime) -> ParsedFeed:
    """Read an answer as the kind of feed it is. `selector`: of a listing page's links, in CSS."""
    if kind in ("rss", "atom"):
        return parse(body, content_type, now, url)
    if not body.strip():
        raise FeedProblem("the answer is empty")
    readers: dict[str, Callable[[], ParsedFeed]] = {
        "json": lambda: json_feed(body, now),
        "sitemap": lambda: sitemap(body, now),
        "listing": lambda: listing(body, content_type, url, selector, now),
        "telegram": lambda: telegram(body, content_type, url, now),
    }
    if kind not in readers:
        raise FeedProblem(f"{kind} is no kind of feed that we read")
    return readers[kind]()


def json_feed(body: bytes, now: dt.datetime) -> ParsedFeed:
    """JSON Feed 1.0 and 1.1."""
    try:
        data = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise FeedProblem("this is not JSON") from error
    if not isinstance(data, dict) or "jsonfeed.org" not in str(data.get("version")):
        raise FeedProblem("this is not a JSON Feed")
    items = data.get("items")
    if not isinstance(items, list):
        raise FeedProblem("the JSON Feed has no items")
    rows = []
    for item in items:
        if isinstance(item, dict):
            text = item.get("summary") or item.get("content_text") or _text_of(str(item.get("content_html") or ""))
            rows.append(
                (item.get("url") or item.get("external_url") or item.get("id"), item.get("id"), item.get("title"), text,
                 item.get("date_published") or item.get("date_modified"))
            )  # fmt: skip
    return _feed(rows, now)


def sitemap(body: bytes, now: dt.datetime) -> ParsedFeed:
    """A news sitemap (or a plain one): addresses with their titles and times."""
    if re.search(rb"<!ENTITY|<!DOCTYPE[^>]{0,500}\[", body[:65536], re.I):
        raise FeedProblem("the sitemap defines XML entities, which are refused")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.LxmlError, ValueError) as error:
        raise FeedProblem("this is not a sitemap") from error
    if root is None or etree.QName(root).localname not in ("urlset", "sitemapindex"):
        raise FeedProblem("this is not a sitemap")
    if etree.QName(root).localname == "sitemapindex":
        raise FeedProblem("this is an index of sitemaps; give the address of one of them")
    rows = []
    for entry in root.iterchildren("{*}url"):
        found = {etree.QName(e).localname: (e.text or "") for e in entry.iter() if isinstance(e.tag, str)}
        rows.append(
            (
                found.get("loc"),
                found.get("loc"),
                found.get("title"),
                "",
                found.get("publication_date") or found.get("lastmod"),
            )
        )
    return _feed(rows, now)


def listing(body: bytes, content_type: str, url: str, selector: str, now: dt.datetime) -> ParsedFeed:
    """The links of a page that a CSS selector picks: the link itself, or the first one inside what is picked."""
    if not selector.strip():
        raise FeedProblem("a listing page needs a CSS selector for its links")
    try:
        path = GenericTranslator().css_to_xpath(selector)
    except SelectorError as error:
        raise FeedProblem(f"the CSS selector cannot be read: {error}") from error
    tree = _page(body, content_type)
    site = urlsplit(url).hostname
    rows = []
    for picked in tree.xpath(path)[:MAX_ENTRIES]:
        link = picked if picked.tag == "a" else next(iter(picked.xpath(".//a[@href]")), None)
        if link is None or not link.get("href"):
            continue
        address = urljoin(url, link.get("href").strip())
        title = clean_line(link.text_content() or link.get("title") or "")
        if urlsplit(address).hostname != site or len(title) < MIN_TITLE:
            continue
        time = next(iter(picked.xpath(".//time/@datetime")), None)
        rows.append((address, address, title, "", time))
    if not rows:
        raise FeedProblem("the CSS selector picks no headlines of this site")
    return _feed(rows, now)


def telegram(body: bytes, content_type: str, url: str, now: dt.datetime) -> ParsedFeed:
    """A public channel's preview page (t.me/s/…): each message is an article of its own."""
    tree = _page(body, content_type)
    rows = []
    for message in tree.xpath("//*[contains(concat(' ', normalize-space(@class), ' '), ' tgme_widget_message ')]"):
        post = message.get("data-post") or ""
        texts = message.xpath(".//*[contains(concat(' ', normalize-space(@class), ' '), ' tgme_widget_message_text ')]")
        text = clean_text("\n".join(_lines(t) for t in texts), MAX_SUMMARY)
        if not re.fullmatch(r"\w{3,64}/\d{1,12}", post) or not text:
            continue
        time = next(iter(message.xpath(".//time/@datetime")), None)
        address = f"https://t.me/{post}"
        rows.append((address, post, text.splitlines()[0][:_TELEGRAM_TITLE], text, time))
    if not rows:
        raise FeedProblem("this page shows no messages: the channel has no public preview, or is empty")
    return _feed(rows, now)


def _lines(element: Any) -> str:
    for line_break in element.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return str(element.text_content())


def _page(body: bytes, content_type: str) -> Any:
    text = decode(body, content_type, [])
    try:
        return html.document_fromstring(text, parser=html.HTMLParser(huge_tree=False, no_network=True))
    except (etree.LxmlError, ValueError) as error:
        raise FeedProblem("the page cannot be read") from error


def _text_of(markup: str) -> str:
    try:
        return _BLANK.sub(" ", html.fromstring(markup).text_content()) if markup.strip() else ""
    except (etree.LxmlError, ValueError):
        return ""


def _feed(rows: Iterable[tuple[Any, Any, Any, Any, Any]], now: dt.datetime) -> ParsedFeed:
    """Rows of (address, guid, title, summary, time) as entries, each address once."""
    problems: list[str] = []
    entries: dict[str, FeedEntry] = {}
    for link, guid, title, summary, time in rows:
        url = clean_line(str(link or ""), MAX_LINK + 1)
        if not url.startswith(("http://", "https://")) or len(url) > MAX_LINK:
            problems.append("some entries have no web address")
            continue
        published = time_of(str(time), now) if time else None
        if time and published is None:
            problems.append("some entries have a date that cannot be believed")
        entry = FeedEntry(
            url, clean_line(str(guid or ""), MAX_LINK), clean_line(str(title or "")),
            clean_text(str(summary or ""), MAX_SUMMARY), published,
        )  # fmt: skip
        entries.setdefault(url, entry)
        if len(entries) >= MAX_ENTRIES:
            problems.append(f"more than {MAX_ENTRIES} entries; the first {MAX_ENTRIES} were kept")
            break
    if not entries:
        problems.append("the feed has no entries")
    return ParsedFeed(tuple(entries.values()), tuple(dict.fromkeys(problems)))
