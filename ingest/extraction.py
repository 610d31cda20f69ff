"""From a page's bytes to an article's title, text, time and language. PURE.

trafilatura finds the text; limits on size, depth and number of elements keep it from hanging. A page without an article
is an ExtractionProblem, never an empty text.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
from dataclasses import dataclass
from itertools import chain
from typing import Any

import trafilatura
from lxml import etree, html
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from events.codebook import BAGHDAD, DatePrecision
from ingest.charsets import decode
from ingest.cleaning import clean_line, clean_text
from ingest.coding.arabic import fold
from ingest.coding.dates import find_days
from ingest.feeds import MAX_AUTHOR

MAX_ELEMENTS = 20_000
MIN_BODY = 40
"""Characters below which a text is no article."""

_LANGUAGES = ["ar", "en", "fa", "tr", "ku"]
_ARABIC = re.compile("[\u0600-\u06ff]")
_LATIN = re.compile("[A-Za-z]")
_NEIGHBOURS = re.compile("[پچژگکیەۆێڵڕہھےٹڈÀ-ÖØ-öø-ɏ]")
"""Letters that other languages in these scripts cannot do without, and Arabic and English hardly have."""
_COUNT = etree.XPath("count(//* | //comment() | //processing-instruction())")
_SCRIPTS = etree.XPath("//script[not(@type='application/ld+json')]")
_AROUND = ("style", "noscript", "svg", "iframe", "nav", "aside", "footer", "select", "button", "figure", "video")
"""What trafilatura drops as well, one element at a time."""


def _paths(*written: str) -> tuple[etree.XPath, ...]:
    return tuple(etree.XPath(path) for path in written)


_TIME_META = _paths(
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='pubdate' or @name='publishdate' or @name='date' or @name='DC.date.issued']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//article//time/@datetime",
    "//time/@datetime",
)
_SHOWN_TIMES = _paths(
    "//article//*[contains(@class, 'date') or contains(@class, 'time') or contains(@class, 'publish')]",
    "//*[contains(@class, 'date') or contains(@class, 'time') or contains(@class, 'publish') or self::time]",
)
"""Where a page shows its day in words."""
_AUTHOR_META = tuple(
    (word, etree.XPath(path))
    for word, path in (
        ("author", "//meta[@name='author' or @property='author']/@content"),
        ("author", "//meta[@property='article:author']/@content"),
        ("author", "//*[@itemprop='author']//*[@itemprop='name']//text()"),
        ("author", "//*[@itemprop='author' or @rel='author']//text()"),
        ("DC.creator", "//meta[@name='DC.creator']/@content"),
        ("byline", "//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]//text()"),
    )
)
"""A word without which a page has no such element, and where it stands."""
_TITLE_META = _paths("//meta[@property='og:title']/@content", "//h1//text()", "//title/text()")
_CANONICAL = _paths("//link[@rel='canonical']/@href")
_LINKED = etree.XPath("//script[@type='application/ld+json']/text()")
_Linked = list[dict[str, Any]]
"""The objects of a page's structured data."""


class ExtractionProblem(ValueError):
    """A page from which no article could be read, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article's parts. `published_precision` is 'minute' or 'day'; `published` None where the page gives none."""

    title: str
    text: str
    published: dt.datetime | None
    published_precision: str
    lang: str
    canonical_url: str
    author: str = ""


def extract(body: bytes, content_type: str, now: dt.datetime) -> Extracted:
    """Read a page. ExtractionProblem when there is no article in it."""
    if body[:5] == b"%PDF-" or not body.strip():
        raise ExtractionProblem("not a web page" if body.strip() else "the page is empty")
    problems: list[str] = []
    text = decode(body, content_type, problems)
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ExtractionProblem(f"the page cannot be read: {clean_line(str(error), 200)}") from error
    if _COUNT(tree) > MAX_ELEMENTS:
        raise ExtractionProblem(f"the page has more than {MAX_ELEMENTS:,} elements")
    linked = _linked_data(tree)
    published, precision = _published(tree, linked, now)
    title = _first(tree, _TITLE_META)
    canonical = _first(tree, _CANONICAL)
    author = _author(tree, linked, text)
    found = _article_text(tree)
    if len(found) < MIN_BODY:
        raise ExtractionProblem("no article text was found on the page")
    title = clean_line(title)
    lang = language(f"{title}\n{found}")
    return Extracted(title, found, published, precision, lang, canonical, author)


def read_message(title: str, text: str) -> Extracted:
    """A channel's message as an article: its first line is the title. ExtractionProblem when it is too short."""
    body = clean_text(text)
    if len(body) < MIN_BODY:
        raise ExtractionProblem("the message is too short for an article")
    return Extracted(clean_line(title), body, None, "minute", language(f"{title}\n{body}"), "")


def _article_text(tree: Any) -> str:
    """What trafilatura finds once that is gone which it never takes for text: half the page, and half its time."""
    for script in _SCRIPTS(tree):
        script.drop_tree()
    etree.strip_elements(tree, *_AROUND, with_tail=False)
    found = trafilatura.extract(
        tree, fast=True, include_comments=False, include_tables=False, with_metadata=False, deduplicate=False
    )
    return clean_text(found or "")


def _first(tree: Any, paths: tuple[etree.XPath, ...]) -> str:
    for path in paths:
        for value in path(tree):
            if str(value).strip():
                return str(value).strip()
    return ""


def _published(tree: Any, linked: _Linked, now: dt.datetime) -> tuple[dt.datetime | None, str]:
    """The page's own publication time: structured data first, then its meta and time elements."""
    told = (v for node in linked if isinstance(v := node.get("datePublished"), str))
    for text in chain(told, (str(v) for path in _TIME_META for v in path(tree))):
        when, precision = parse_time(text, now)
        if when is not None:
            return when, precision
    return _shown_time(tree, now)


def _shown_time(tree: Any, now: dt.datetime) -> tuple[dt.datetime | None, str]:
    """A day in words where pages show theirs («12 كانون الثاني 2025 - 14:30»); short texts with a year only."""
    for path in _SHOWN_TIMES:
        for element in path(tree)[:20]:
            when, precision = time_in_words(" ".join(element.text_content().split())[:120], now)
            if when is not None:
                return when, precision
    return None, "minute"


_HOUR = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?:\s*(am|pm|ص|م)(?!\w))?")


def time_in_words(text: str, now: dt.datetime) -> tuple[dt.datetime | None, str]:
    """A full date in Arabic (months of both usages) or English words, with an hour beside it or without."""
    plain = re.sub(r"\s*[،,]\s*", " ", fold(text).text)
    days = [d for d in find_days(plain, now.date(), relative=False) if re.search(r"\d{4}", plain[d.start : d.end])]
    if len(days) != 1 or days[0].conflict or days[0].last or days[0].precision is not DatePrecision.DAY:
        return None, "minute"
    day, hour = days[0].date, _HOUR.search(plain[: days[0].start] + " " + plain[days[0].end :])
    if not hour:
        return parse_time(day.isoformat(), now)
    late = hour.group(3) in ("pm", "م") and int(hour.group(1)) < 12
    midnight = hour.group(3) in ("am", "ص") and int(hour.group(1)) == 12
    at = int(hour.group(1)) + (12 if late else -12 if midnight else 0)
    return parse_time(f"{day.isoformat()}T{at:02d}:{hour.group(2)}", now)


def _author(tree: Any, linked: _Linked, page: str) -> str:
    """Who signed it, by the page's own words; empty for an address or nothing."""
    named = (n.get("name") if isinstance(n, dict) else n for d in linked for n in _listed(d.get("author")))
    for text in chain(named, (str(v) for word, path in _AUTHOR_META if word in page for v in path(tree)[:3])):
        name = clean_line(text, MAX_AUTHOR) if isinstance(text, str) else ""
        if name and "://" not in name and not name.isdigit():
            return name
    return ""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _linked_data(tree: Any) -> _Linked:
    """The objects of a page's structured data, outermost first."""
    found: _Linked = []
    for script in _LINKED(tree)[:10]:
        try:
            todo: list[Any] = [json.loads(str(script)[:200_000])]
        except (ValueError, RecursionError):
            continue
        for _ in range(200):
            if not todo:
                break
            node = todo.pop(0)
            if isinstance(node, dict):
                found.append(node)
                todo += node.values()
            elif isinstance(node, list):
                todo += node
    return found


_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?")


def parse_time(text: str, now: dt.datetime) -> tuple[dt.datetime | None, str]:
    """An ISO date or date-time as an aware time and its precision ('minute' or 'day').

    No zone means Baghdad. None for anything before 1990 or more than two days ahead of `now`.
    """
    found = _ISO.fullmatch(text.strip()) or _ISO.match(text.strip())
    if not found:
        return None, "minute"
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        when = dt.datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return None, "minute"
    aware = when.replace(tzinfo=_zone(zone) if zone else BAGHDAD)
    if when.year < 1990 or aware > now + dt.timedelta(days=2):
        return None, "minute"
    return aware, "minute" if hour else "day"


def _zone(text: str) -> dt.tzinfo:
    if text == "Z":
        return dt.UTC
    sign = -1 if text[0] == "-" else 1
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return dt.timezone(sign * dt.timedelta(minutes=min(minutes, 14 * 60)))


@functools.cache
def _languages() -> LanguageIdentifier:
    """The language model, loaded when first asked (it costs a tenth of a second)."""
    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages([code for code in _LANGUAGES if code in model.labels])
    return model


def language(text: str) -> str:
    """'ar', 'en', or what it is instead; a look at the letters settles texts that are hardly Arabic or Latin."""
    sample = text[:2000]
    arabic, latin = len(_ARABIC.findall(sample)), len(_LATIN.findall(sample))
    if arabic + latin < 20:
        return "und"
    if len(_NEIGHBOURS.findall(sample)) * 100 < arabic + latin:
        return "ar" if arabic > latin else "en"
    guess = str(_languages().classify(sample)[0])
    if arabic > latin:
        return guess if guess in ("fa", "ku") else "ar"
    return guess if guess in ("en", "tr", "ku") else "en"
