"""Where an answer's older entries are: the next page of a feed's archive, by what the answer says itself. PURE."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from lxml import etree, html

from ingest.charsets import decode

_LINK = re.compile(r"<(?:[a-z]\w*:)?link\b[^<>]{0,2000}>", re.I)
_ATTRIBUTE = re.compile(r"""\b(rel|href)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I)
_WORDPRESS = re.compile(r"<generator>[^<]{0,40}wordpress", re.I)
_POST = re.compile(r'data-post="\w{3,64}/(\d{1,12})"')
_NEXT_WORDS = ("next", "older", "older posts", "التالي", "التالية", "الصفحة التالية", "السابق", "المزيد", "›", "»")


def older(kind: str, body: bytes, content_type: str, url: str) -> str:
    """The address of the page with the entries before those of `body`; empty where none is told, or on another host."""
    text = decode(body, content_type, [])
    found = {"rss": _feed, "atom": _feed, "json": _json, "listing": _listing, "telegram": _telegram}
    target = urljoin(url, found[kind](text, url)) if kind in found else ""
    if not target or target == url or urlsplit(target).hostname != urlsplit(url).hostname:
        return ""
    return target if target.startswith(("http://", "https://")) and len(target) <= 2048 else ""


def _feed(text: str, url: str) -> str:
    """RFC 5005 (prev-archive, then next); WordPress counts its pages."""
    links: dict[str, str] = {}
    for tag in _LINK.findall(text):
        values = {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(tag)}
        links.setdefault(values.get("rel", ""), html_text(values.get("href", "")))
    told = links.get("prev-archive") or links.get("next") or ""
    if told or not _WORDPRESS.search(text):
        return told
    return _with(url, "paged", str(_number(url, "paged", 1) + 1))


def _json(text: str, url: str) -> str:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    return str(data.get("next_url") or "") if isinstance(data, dict) else ""


def _listing(text: str, url: str) -> str:
    """A link that says it is the next page, in its markup or its words."""
    try:
        tree = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=False, no_network=True))
    except (etree.LxmlError, ValueError):
        return ""
    for link in tree.xpath("//link[@rel='next'][@href] | //a[@rel='next'][@href]"):
        return str(link.get("href"))
    for link in tree.xpath("//a[@href]"):
        if " ".join(link.text_content().split()).lower() in _NEXT_WORDS:
            return str(link.get("href"))
    return ""


def _telegram(text: str, url: str) -> str:
    """A channel's preview goes back from the first message that it shows."""
    posts = [int(n) for n in _POST.findall(text)]
    return _with(url, "before", str(min(posts))) if posts and min(posts) > 1 else ""


def html_text(value: str) -> str:
    """An attribute's value without its references."""
    return value.replace("&amp;", "&").strip()


def _number(url: str, name: str, default: int) -> int:
    value = dict(parse_qsl(urlsplit(url).query)).get(name, "")
    return int(value) if re.fullmatch("[0-9]{1,6}", value) else default


def _with(url: str, name: str, value: str) -> str:
    parts = urlsplit(url)
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if k != name]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode([*kept, (name, value)]), ""))
