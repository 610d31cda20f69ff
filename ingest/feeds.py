"""From a feed's bytes to what it says of each article. PURE.

feedparser does the reading, behind a check of the first bytes: no entities, no HTML pages, no broken characters.
"""

from __future__ import annotations

import calendar
import codecs
import datetime as dt
import io
import re
from dataclasses import dataclass
from typing import Any

import feedparser

from ingest.cleaning import clean_line, clean_text

MAX_ENTRIES = 2_000
MAX_SUMMARY = 5_000
FIRST_YEAR = 1990

_CHARSETS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "windows-1256": "cp1256",
    "cp1256": "cp1256",
    "iso-8859-6": "iso8859-6",
    "utf-16": "utf-16",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "windows-1252": "cp1252",
    "us-ascii": "utf-8",
}
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""")
_ENCODING_ATTRIBUTE = re.compile(r"""(<\?xml[^>]{0,200}?)\sencoding\s*=\s*(?:"[^"]*"|'[^']*')""")
_ENTITY = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]{0,500}\[", re.I)
_FEED_ROOT = re.compile(rb"<\s*(?:[a-z]+:)?(?:rss|feed|rdf)\b", re.I)
_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html)\b", re.I)
_NUMERIC_REFERENCE = re.compile(r"&#(x[0-9a-fA-F]+|[0-9]+);")
_ARABIC = re.compile("[\u0621-\u064a]")


class FeedProblem(ValueError):
    """Bytes that are no usable feed; the message is for the person who looks after the source."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed says of one article. `published` is aware, or None where nothing believable is given."""

    url: str
    guid: str
    title: str
    summary: str
    published: dt.datetime | None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """The entries, newest first as given, and what was odd about the feed, in words."""

    entries: tuple[FeedEntry, ...]
    problems: tuple[str, ...]


def parse(body: bytes, content_type: str, now: dt.datetime) -> ParsedFeed:
    """Read RSS or Atom. FeedProblem when it is something else; an empty feed is a result, with a problem noted."""
    start = body[:65536].lstrip()
    if not start:
        raise FeedProblem("the answer is empty")
    if _ENTITY.search(start):
        raise FeedProblem("the feed defines XML entities, which are refused")
    if not _FEED_ROOT.search(start[:4096]):
        if _HTML.search(start[:1024]):
            raise FeedProblem("this is a web page, not a feed")
        raise FeedProblem("this is not a feed")
    problems: list[str] = []
    text = _without_bad_references(decode(body, content_type, problems))
    text = _ENCODING_ATTRIBUTE.sub(r"\1", text, count=1)
    parsed = _parsed(text)
    if parsed.bozo and not parsed.entries:
        raise FeedProblem(f"the feed cannot be read: {clean_line(str(parsed.bozo_exception), 200)}")
    if parsed.bozo:
        problems.append("the feed is not well-formed; what could be read was kept")
    if len(parsed.entries) > MAX_ENTRIES:
        problems.append(f"more than {MAX_ENTRIES} entries; the first {MAX_ENTRIES} were kept")
    entries = tuple(e for raw in parsed.entries[:MAX_ENTRIES] if (e := _entry(raw, now, problems)) is not None)
    if not entries:
        problems.append("the feed has no entries")
    return ParsedFeed(entries, tuple(dict.fromkeys(problems)))


_READER_ERRORS = (LookupError, ValueError, AttributeError, TypeError, RecursionError, AssertionError)
"""What feedparser itself stumbles with over broken markup (a link's end before its start, for one)."""


def _parsed(text: str) -> Any:
    try:
        return feedparser.parse(
            io.BytesIO(text.encode("utf-8")),
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    except _READER_ERRORS as error:
        raise FeedProblem(f"the feed cannot be read: {clean_line(repr(error), 200)}") from error


def decode(body: bytes, content_type: str, problems: list[str]) -> str:
    """Bytes to text: byte order mark, strict UTF-8, the declared set, windows-1256. Odd characters are replaced."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    found = _DECLARED.search(body[:2048]) or _DECLARED.search(content_type.encode("latin-1", "replace"))
    declared = _CHARSETS.get(found.group(1).decode("ascii").lower(), "") if found else ""
    if body.startswith(b"\x00<") or body[1:2] == b"\x00":
        return body.decode("utf-16-be" if body.startswith(b"\x00") else "utf-16-le", "replace")
    if declared and declared not in ("utf-8", "cp1252"):
        return body.decode(declared, "replace")
    arabic = body.decode("cp1256", "replace")
    if len(_ARABIC.findall(arabic)) > len(arabic) // 20:
        problems.append("the declared character set is wrong; read as windows-1256")
        return _better_arabic(body, arabic)
    return body.decode(declared or "utf-8", "replace")


def _better_arabic(body: bytes, as_1256: str) -> str:
    """windows-1256 or ISO-8859-6: the latter leaves 0x80–0xBF almost unused."""
    used = sum(1 for b in body if 0x80 <= b <= 0xBF and b not in (0xA0, 0xA4, 0xAC, 0xAD, 0xBB, 0xBF))
    odd = sum(1 for b in body if b in (0xF3, 0xF5, 0xF6, 0xF8, 0xFA, 0xC0, 0xDB, 0xDC, 0xE0, 0xE2))
    high = sum(1 for b in body if b >= 0xC0)
    if not used and high and any(0xE3 <= b <= 0xEA for b in body) and odd < high // 3:
        try:
            text = body.decode("iso8859-6")
        except UnicodeDecodeError:
            return as_1256
        common = sum(text.count(w) for w in ("ال", "في", "من", "على"))
        return text if common > sum(as_1256.count(w) for w in ("ال", "في", "من", "على")) else as_1256
    return as_1256


def _without_bad_references(text: str) -> str:
    """Character references outside Unicode, to surrogates or to NUL crash the reader: they become U+FFFD."""

    def replace(found: re.Match[str]) -> str:
        digits = found.group(1)
        number = int(digits[1:9], 16) if digits[0] == "x" else int(digits[:9])
        bad = number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF
        return "\ufffd" if bad else found.group(0)

    return _NUMERIC_REFERENCE.sub(replace, text).replace("\x00", "")


def _entry(raw: Any, now: dt.datetime, problems: list[str]) -> FeedEntry | None:
    url = clean_line(str(raw.get("link") or ""), 2049)
    guid = clean_line(str(raw.get("id") or ""), 2048)
    if not url.startswith(("http://", "https://")) and guid.startswith(("http://", "https://")):
        url = guid
    if not url.startswith(("http://", "https://")):
        problems.append("some entries have no web address")
        return None
    given = [name for name in ("published", "updated") if dict.__contains__(raw, name)]
    published = next((when for name in given if (when := _time(raw.get(f"{name}_parsed"), now))), None)
    if published is None and given:
        problems.append("some entries have a date that cannot be believed")
    return FeedEntry(
        url=url,
        guid=guid,
        title=clean_line(_plain(str(raw.get("title") or ""))),
        summary=clean_text(_plain(str(raw.get("summary") or "")), MAX_SUMMARY),
        published=published,
    )


_TAG = re.compile(r"<[^<>]{0,2000}>")


def _plain(text: str) -> str:
    return _TAG.sub(" ", text)


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
