"""Every form of RSS and Atom, whole or damaged, gives the entries that feedparser alone finds in it."""

from __future__ import annotations

import datetime as dt
import html
import re

import feedparser
import pytest

from ingest.feeds import FeedProblem, parse

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
TITLES = [
    "لقاء أمني في دمشق",
    "Q&amp;A &lt;b&gt;session&lt;/b&gt;",
    "<![CDATA[بغداد & <i>دمشق</i>]]>",
    "Za\u017c\u00f3\u0142\u0107",
    "",
]
LINKS = [
    "https://a.example/{n}",
    "/news/{n}?a=1&amp;b=2",
    "{n}.html",
    "https://a.example/خبر/{n}",
    " https://a.example/{n} ",
]


def rss(version: str, wrap: str = "", tail: str = "</channel></rss>") -> str:
    items = "".join(
        f"<item>{wrap}<title>{title}</title><link>{link.format(n=n)}</link><description>نص {n}</description>"
        f"<pubDate>Fri, 26 Dec 2025 09:0{n}:00 +0300</pubDate></item>"
        for n, (title, link) in enumerate(zip(TITLES, LINKS, strict=True))
    )
    return f'<rss version="{version}"><channel><title>ت</title><link>https://a.example/</link>{items}{tail}'


def rdf(namespace: str, prefix: str = "") -> str:
    p, declared = (f"{prefix}:", f"xmlns:{prefix}") if prefix else ("", "xmlns")
    items = "".join(
        f'<{p}item rdf:about="https://a.example/{n}"><{p}title>{title}</{p}title><{p}link>{link.format(n=n)}</{p}link>'
        f"<dc:date>2025-12-26T09:00:00Z</dc:date></{p}item>"
        for n, (title, link) in enumerate(zip(TITLES, LINKS, strict=True))
    )
    return (
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {declared}="{namespace}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><{p}channel><{p}title>c</{p}title></{p}channel>{items}</rdf:RDF>'
    )


def atom(namespace: str, base: str = "", prefix: str = "") -> str:
    p, declared = (f"{prefix}:", f"xmlns:{prefix}") if prefix else ("", "xmlns")
    entries = "".join(
        f'<{p}entry><{p}title type="html">{title}</{p}title><{p}link rel="alternate" href="{link.format(n=n)}"/>'
        f'<{p}link rel="self" href="https://a.example/self"/><{p}id>urn:x:{n}</{p}id>'
        f"<{p}author><{p}name>أ. كاتب</{p}name></{p}author><{p}updated>2025-12-26T09:00:00Z</{p}updated></{p}entry>"
        for n, (title, link) in enumerate(zip(TITLES, LINKS, strict=True))
    )
    return f'<{p}feed {declared}="{namespace}" {base}><{p}title>c</{p}title>{entries}</{p}feed>'


def cdf() -> str:
    items = "".join(
        f'<item href="https://a.example/{n}" lastmod="2025-12-26T09:00"><title>ت {n}</title></item>' for n in range(3)
    )
    return f'<channel href="https://a.example/"><title>c</title>{items}</channel>'


FORMS = {
    "rss 0.90": rdf("http://my.netscape.com/rdf/simple/0.9/"),
    "rss 0.91": '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
    + rss("0.91"),
    "rss 0.92": rss("0.92"),
    "rss 0.93": rss("0.93"),
    "rss 0.94": rss("0.94", "<guid isPermaLink='false'>x</guid>"),
    "rss 1.0": rdf("http://purl.org/rss/1.0/"),
    "rss 1.0 prefixed": rdf("http://purl.org/rss/1.0/", "rss"),
    "rss 2.0": rss("2.0", "<guid>https://a.example/guid</guid>"),
    "rss without a version": rss("").replace(' version=""', ""),
    "rss in capitals": rss("2.0").replace("item>", "ITEM>"),
    "rss in a namespace": rss("2.0").replace("<rss ", '<rss xmlns="http://backend.userland.com/rss2" '),
    "rss after a comment": "<!-- " + "x" * 5_000 + " <html> -->" + rss("2.0"),
    "rss after blank lines": "\n\n  " + rss("2.0"),
    "rss with a style sheet": '<?xml-stylesheet type="text/xsl" href="a.xsl"?>' + rss("2.0"),
    "rss cut off": rss("2.0", tail="")[:-40],
    "rss without its end": rss("2.0", tail=""),
    "rss with a stray end": rss("2.0").replace("</title><link>", "</title></b><link>"),
    "rss with bare ampersands": rss("2.0").replace("&amp;", "&"),
    "rss with unknown entities": rss("2.0").replace("نص", "&laquo;نص&raquo; &bogus;"),
    "rss with an undeclared prefix": rss("2.0", "<media:thumbnail url='x'/>"),
    "rss with atom links": rss(
        "2.0", '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="https://b.example/"/>'
    ),
    "rss with a base": rss("2.0").replace("<channel>", '<channel xml:base="https://b.example/x/">'),
    "rss with a second root": rss("2.0") + rss("2.0"),
    "rss with text behind": rss("2.0") + "<!-- cached -->\n<script>1</script>",
    "rss with no items": rss("2.0").split("<item>")[0] + "</channel></rss>",
    "atom 0.3": atom("http://purl.org/atom/ns#"),
    "atom 1.0": atom("http://www.w3.org/2005/Atom"),
    "atom 1.0 prefixed": atom("http://www.w3.org/2005/Atom", prefix="a"),
    "atom 1.0 with a base": atom("http://www.w3.org/2005/Atom", 'xml:base="https://b.example/dir/"'),
    "atom without a namespace": atom("").replace('xmlns=""', ""),
    "cdf": cdf(),
}
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]


def plainly(body: bytes) -> list[tuple[str, str]]:
    """Links and titles as feedparser alone finds them."""
    found = feedparser.parse(
        body, response_headers={"content-type": "application/xml", "content-location": "https://a.example/f"}
    )
    return [(" ".join((e.get("link") or e.get("id") or "").split()), words(e)) for e in found.entries]


def words(entry: feedparser.FeedParserDict) -> str:
    title = entry.get("title", "")
    if entry.get("title_detail", {}).get("type") != "text/plain":
        title = html.unescape(re.sub("<[^>]*>", " ", title))
    return " ".join(title.split())


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", FORMS)
def test_entries_are_those_that_feedparser_finds(form: str, encoding: str) -> None:
    label = encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    head = "" if form.startswith("rss after") else f'<?xml version="1.0" encoding="{label}"?>\n'
    body = (head + FORMS[form]).encode(encoding)
    plain = plainly((head.replace(label, "utf-8") + FORMS[form]).encode())
    try:
        mine = [(e.url, e.title) for e in parse(body, "application/xml", NOW, "https://a.example/f").entries]
    except FeedProblem:
        mine = []
    assert mine == plain
    assert plain or form == "rss with no items"


def test_an_author_is_read() -> None:
    assert parse(FORMS["atom 1.0"].encode(), "", NOW).entries[0].author == "أ. كاتب"


def test_an_entry_without_an_address_is_told_but_kept() -> None:
    found = parse(b'<rss version="2.0"><channel><item><title>a</title></item></channel></rss>', "", NOW)
    assert [(e.url, e.title) for e in found.entries] == [("", "a")]
    assert "some entries have no web address" in found.problems
