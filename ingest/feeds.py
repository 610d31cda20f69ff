"""From a feed's bytes to what it says of each article. PURE.

feedparser does the reading, behind a check of the first bytes: no entities, no HTML pages, no broken characters.
"""

from __future__ import annotations

import calendar
import datetime as dt
import html
import io
import re
from dataclasses import dataclass
from typing import Any

import feedparser

from ingest.charsets import decode
from ingest.cleaning import clean_line, clean_text

MAX_ENTRIES = 2_000
MAX_TAGS = 25_000
"""Tags outside of CDATA that are read; more cost the reader seconds."""
MAX_SUMMARY = 5_000
FIRST_YEAR = 1990
MAX_AUTHOR, MAX_PERSON = 200, 2_000
"""Characters of an author's name, and of the markup around it."""
WEB = ("http://", "https://")

_ENCODING_ATTRIBUTE = re.compile(r"""(<\?xml[^>]{0,200}?)\sencoding\s*=\s*(?:"[^"]*"|'[^']*')""")
_ENTITY = re.compile(r"<!ENTITY|<!DOCTYPE[^>]{0,500}\[", re.I)
_ITEM = re.compile(r"<(/?)((?:[a-z][\w.-]{0,40}:)?(?:item|entry))\b[^<>]*>?", re.I)
_ENDING = re.compile(r"(?:</(?:[a-z][\w.-]{0,40}:)?(?:channel|rss|feed|rdf)\s*>\s*)+$", re.I)
_LONG_TAG = re.compile(r"<[a-z][^<>]{20000}", re.I)
_PERSON = re.compile(
    r"<((?:[a-z][\w.-]{0,40}:)?(?:author|creator|contributor|managingeditor|webmaster|publisher|owner))\b[^<>]{0,500}>",
    re.I,
)
_FEED_ROOT = re.compile(r"<\s*(?:[a-z][\w.-]{0,40}:)?(?:rss|feed|rdf|channel|items?|entry)\b", re.I)
_HTML = re.compile(r"<\s*(?:!doctype\s+html|html)\b", re.I)
_NUMERIC_REFERENCE = re.compile(r"&#(x[0-9a-fA-F]+|[0-9]+);")


class FeedProblem(ValueError):
    """Bytes that are no usable feed; the message is for the person who looks after the source."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed says of one article. `published` is aware, or None where nothing believable is given.

    `url` may be empty or no web address: the entry is what the feed has, whether or not it can be fetched.
    """

    url: str
    guid: str
    title: str
    summary: str
    published: dt.datetime | None
    author: str = ""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """The entries, newest first as given, and what was odd about the feed, in words."""

    entries: tuple[FeedEntry, ...]
    problems: tuple[str, ...]


def parse(body: bytes, content_type: str, now: dt.datetime, url: str = "") -> ParsedFeed:
    """Read RSS, Atom or CDF. FeedProblem when it is something else; an empty feed is a result, with a problem noted.

    `url`: where it came from; relative links are resolved against it where the feed names no base of its own.
    """
    if not body.strip():
        raise FeedProblem("the answer is empty")
    problems: list[str] = []
    text = decode(body, content_type, problems).lstrip("\ufeff \t\r\n")
    _check_start(text[:65536])
    text = _with_short_persons(_bounded(_without_bad_references(text), problems))
    parsed = _parsed(_ENCODING_ATTRIBUTE.sub(r"\1", text, count=1), url)
    if parsed.bozo and not parsed.entries:
        raise FeedProblem(f"the feed cannot be read: {clean_line(str(parsed.bozo_exception), 200)}")
    if parsed.bozo:
        problems.append("the feed is not well-formed; what could be read was kept")
    if len(parsed.entries) > MAX_ENTRIES:
        problems.append(_TOO_MANY)
    entries = tuple(_entry(raw, now, problems) for raw in parsed.entries[:MAX_ENTRIES])
    if not entries:
        problems.append("the feed has no entries")
    return ParsedFeed(entries, tuple(dict.fromkeys(problems)))


def _check_start(start: str) -> None:
    """FeedProblem for what is no feed, or defines entities, before anything reads it."""
    if _ENTITY.search(start):
        raise FeedProblem("the feed defines XML entities, which are refused")
    bare = _without(start, "<!--", "-->")
    found, page = _FEED_ROOT.search(bare), _HTML.search(bare[:4096])
    if page and (not found or page.start() < found.start()):
        raise FeedProblem("this is a web page, not a feed")
    if not found:
        raise FeedProblem("this is not a feed")


def _bounded(text: str, problems: list[str]) -> str:
    """The text without what is beyond the most items and tags that are taken: reading it would cost minutes. Where the
    first item alone is too long, it is cut behind a part of it and closed: what is not well-formed is read twice."""
    if _LONG_TAG.search(text):
        raise FeedProblem("a tag of the feed is longer than 20,000 characters")
    at = tags = items = whole = closed = 0
    opened = ""
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<![CDATA[", at):
            at = text.find("]]>", at)
            if at < 0:
                break
            continue
        tags += 1
        found = _ITEM.match(text, at)
        if found and found.group(1):
            whole = found.end()
        elif found:
            items, opened, closed = items + 1, found.group(2), 0
        if tags > MAX_TAGS and not items:
            raise FeedProblem(f"the feed has no entry among its first {MAX_TAGS} tags")
        if items > MAX_ENTRIES or tags > MAX_TAGS:
            problems.append(_TOO_MANY if items > MAX_ENTRIES else "the feed is too long; its first entries were kept")
            ending = _ENDING.search(text[-300:])
            rest = ending.group() if ending else ""
            if items > MAX_ENTRIES or whole or not closed:
                return text[: at if items > MAX_ENTRIES else whole or at] + rest
            return f"{text[:closed]}</{opened}>{rest}"
        if opened and text.startswith("/", at + 1):
            closed = text.find(">", at) + 1
        at += 1
    return text


def _with_short_persons(text: str) -> str:
    """The text with the authors' values cut: the reader's search for an address in them is quadratic."""
    kept, at = [], 0
    unclosed: set[str] = set()
    while found := _PERSON.search(text, at):
        end = -1 if found.group(1) in unclosed else text.find(f"</{found.group(1)}", found.end())
        if end < 0:
            unclosed.add(found.group(1))
            end = next((n for n in [text.find("<", found.end())] if n >= 0), len(text))
        kept.append(text[at : found.end()])
        value = text[found.end() : end]
        if len(value) > MAX_PERSON:
            value = _TAG.sub(" ", value[:MAX_PERSON]).translate({60: " ", 62: " ", 38: " "})[:MAX_AUTHOR]
        kept.append(value)
        at = end
    return "".join([*kept, text[at:]])


_TOO_MANY = f"more than {MAX_ENTRIES} entries; the first {MAX_ENTRIES} were kept"
_READER_ERRORS = (LookupError, ValueError, AttributeError, TypeError, RecursionError, AssertionError)
"""What feedparser itself stumbles with over broken markup (a link's end before its start, for one)."""


def _parsed(text: str, url: str) -> Any:
    try:
        return feedparser.parse(
            io.BytesIO(text.encode("utf-8")),
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
        )
    except _READER_ERRORS as error:
        raise FeedProblem(f"the feed cannot be read: {clean_line(repr(error), 200)}") from error


def _without_bad_references(text: str) -> str:
    """Character references outside Unicode, to surrogates or to NUL crash the reader: they become U+FFFD."""

    def replace(found: re.Match[str]) -> str:
        digits = found.group(1)
        number = int(digits[1:9], 16) if digits[0] == "x" else int(digits[:9])
        bad = number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF
        return "\ufffd" if bad else found.group(0)

    return _NUMERIC_REFERENCE.sub(replace, text).replace("\x00", "")


def _entry(raw: Any, now: dt.datetime, problems: list[str]) -> FeedEntry:
    url = clean_line(str(raw.get("link") or ""), 2049)
    guid = clean_line(str(raw.get("id") or ""), 2048)
    if not url.startswith(WEB) and guid.startswith(WEB):
        url = guid
    if not url.startswith(WEB):
        problems.append("some entries have no web address")
    given = [name for name in ("published", "updated") if dict.__contains__(raw, name)]
    published = next((when for name in given if (when := _time(raw.get(f"{name}_parsed"), now))), None)
    if published is None and given:
        problems.append("some entries have a date that cannot be believed")
    return FeedEntry(
        url=url,
        guid=guid,
        title=clean_line(_words_of(raw, "title")),
        summary=clean_text(_words_of(raw, "summary"), MAX_SUMMARY),
        published=published,
        author=clean_line(_without_tags(str(raw.get("author") or "")), MAX_AUTHOR),
    )


_TAG = re.compile(r"<[^<>]{0,2000}>")
_UNSEEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))


def _words_of(raw: Any, name: str) -> str:
    """A value as its reader sees it: markup is taken out of HTML, angle brackets stay in plain text."""
    text = str(raw.get(name) or "")[: MAX_SUMMARY * 20]
    detail = dict.get(raw, f"{name}_detail") or {}
    return text if detail.get("type") == "text/plain" else _without_tags(text)


def _without_tags(text: str) -> str:
    for first, last in _UNSEEN:
        text = _without(text, first, last)
    return html.unescape(_TAG.sub(" ", text)) if "<" in text or "&" in text else text


def _without(text: str, first: str, last: str) -> str:
    """The text without what stands between the two, in one pass; what is never closed stays."""
    lower = text.lower() if first in text.lower() else ""
    if len(lower) != len(text):
        return text
    kept, at = [], 0
    while (start := lower.find(first, at)) >= 0 and (end := lower.find(last, start)) >= 0:
        kept.append(text[at:start])
        at = end + len(last)
    return " ".join([*kept, text[at:]])


def time_of(text: str, now: dt.datetime) -> dt.datetime | None:
    """An aware time out of an ISO date or date-time; no zone means UTC. None where it cannot be believed."""
    try:
        when = dt.datetime.fromisoformat(clean_line(text, 40).replace("Z", "+00:00"))
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=dt.UTC)
    if when.year < FIRST_YEAR or when.year > now.year + 1:
        return None
    return when if when <= now + dt.timedelta(days=2) else None


def _time(parsed: Any, now: dt.datetime) -> dt.datetime | None:
    """An aware time between 1990 and two days from now, else None."""
    if parsed is None or parsed.tm_year < FIRST_YEAR or parsed.tm_year > now.year + 1:
        return None
    try:
        when = dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return when if when <= now + dt.timedelta(days=2) else None
