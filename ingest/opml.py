"""Lists of feeds as OPML, the form in which feed readers exchange them. PURE."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from ingest.cleaning import clean_line

MAX_BYTES = 2_000_000
MAX_FEEDS = 2_000
_KINDS = {
    "rss": "rss",
    "atom": "atom",
    "json": "json",
    "sitemap": "sitemap",
    "listing": "listing",
    "telegram": "telegram",
}
_ENTITY = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]{0,500}\[", re.I)


class OpmlProblem(ValueError):
    """A file that is no list of feeds, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list: its source's name and page, its address, kind, section, language and CSS selector."""

    source: str
    url: str
    kind: str = "rss"
    homepage: str = ""
    section: str = ""
    lang: str = ""
    selector: str = ""


def read_opml(raw: bytes) -> list[Outline]:
    """The feeds of a file, each address once. OpmlProblem when it is something else."""
    if len(raw) > MAX_BYTES:
        raise OpmlProblem("the file is larger than 2 MB")
    if _ENTITY.search(raw[:65536]):
        raise OpmlProblem("the file defines XML entities, which are refused")
    try:
        root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise OpmlProblem("the file is not well-formed XML") from error
    if etree.QName(root).localname != "opml":
        raise OpmlProblem("this is not OPML")
    found: dict[str, Outline] = {}
    for node in root.iter("outline"):
        url = clean_line(node.get("xmlUrl") or "", 2049)
        if not url.startswith(("http://", "https://")) or len(url) > 2048:
            continue
        parent = node.getparent()
        group = parent.get("text") if parent is not None and parent.tag == "outline" else None
        own = clean_line(node.get("title") or node.get("text") or "", 200)
        found.setdefault(
            url,
            Outline(
                source=clean_line(group or own, 200),
                url=url,
                kind=_KINDS.get((node.get("type") or "rss").lower(), "rss"),
                homepage=clean_line(node.get("htmlUrl") or "", 2048),
                section=own if group else "",
                lang=clean_line(node.get("language") or "", 8),
                selector=clean_line(node.get("selector") or "", 300),
            ),
        )
    if not found:
        raise OpmlProblem("the file lists no feeds")
    if len(found) > MAX_FEEDS:
        raise OpmlProblem(f"the file lists more than {MAX_FEEDS:,} feeds")
    return list(found.values())


def write_opml(feeds: Iterable[Outline]) -> bytes:
    """OPML 2.0, feeds grouped by source."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Iraq–Syria security cooperation: feeds"
    body = etree.SubElement(root, "body")
    groups: dict[str, etree._Element] = {}
    for feed in feeds:
        if feed.source not in groups:
            groups[feed.source] = etree.SubElement(body, "outline", text=feed.source)
        values = {
            "text": feed.section or feed.source, "type": feed.kind, "xmlUrl": feed.url, "htmlUrl": feed.homepage,
            "language": feed.lang, "selector": feed.selector,
        }  # fmt: skip
        etree.SubElement(groups[feed.source], "outline", {k: v for k, v in values.items() if v})
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))
