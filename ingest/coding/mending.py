"""A text as it was meant: what pages, feeds and pasting do to news is undone, and every character keeps its place. PURE.

Entities and tags of HTML, links, bullets and hashes, runs of blanks, lines broken inside a sentence, blanks left out or
put before a full stop, and lines of the page that are no news (buttons, credits, other news). A text that needs none of
it is left alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.coding.arabic import Folded, fold
from ingest.coding.broken_lines import breaks, lines_of
from ingest.coding.furniture import is_furniture, is_link, opens_links
from ingest.coding.regexes import regex

_Edit = tuple[int, int, str]
"""[start, end) of a text and what stands there instead."""

_ENTITY = regex(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")
_TAG = regex(
    r"</?(br|p|div|li|ul|ol|h[1-6]|tr|td|table|b|i|u|em|strong|span|a|img|figure|figcaption|blockquote|script|style)\b[^<>\n]{0,300}>",
    re.IGNORECASE,
)
_INLINE = frozenset(("b", "i", "u", "em", "strong", "span", "a", "img"))
_MARKUP = regex(
    r"(?:https?://|www\.|pic\.twitter\.com/)[^\s<>«»\"]+|\*\*+|__+|(?<![\w&])#(?=\w)|[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f]+"
    r"|^[ \t]*(?:[•·●○▪▫◾◼■□►▶◄◀→‣⁃*–—-][ \t]*)+(?=\S)",
    re.MULTILINE,
)
"""Links, bold print, hashes before a word, pictures, bullets."""
_BLANK_LINE = 2
"""Newlines between two lines from which a blank line stands between them."""
_WIDE = regex("[\uff01-\uff5e]")
_SPACE = " \t\u00a0\u2000-\u200a\u202f\u3000"
_HIDDEN = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_GROUPED = regex(
    r"(?<![\d.,])\d{1,3}(?:[\u00a0\u2009\u202f،]\d{3})+(?!\d|[.,،]\d)"
    r"|(?<![\d.,/:-])\d{1,3}(?:\.\d{3})+(?!\d|[.,/]\d| ?(?:[%٪$]|million|billion|مليون|مليار|ملايين|k[gm]\b|kilo|ton|كيلو|كغ|كلغ|كم(?!\w)|طن|متر|غرام))"
    r"|(?<![\d.,/:-])(?<!\d )(?:[1-9]\d? \d{3}|[1-9]\d\d \d00)(?= [^\W\d])(?! ?(?:k[gm]\b|met|متر))"
)
"""Thousands set apart by a blank, a full stop or an Arabic comma."""
_DIGITS_APART = regex(r"\d[\u00a0\u2009\u202f،. ]\d\d\d")
_MONTH = regex(
    r"(?:كانون|تشرين|شباط|آذار|اذار|نيسان|أيار|ايار|حزيران|تموز|آب|اب|أيلول|ايلول|الأول|الاول|الثاني|يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر|يوم|رقم|اللواء|الفوج|الفرقة|"
    r"jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|on|no|article|brigade|in)\.? $",
    re.IGNORECASE,
)
"""A day of the month, or a number that names: no thousands behind it."""
_BLANKS = regex(rf"[{_SPACE}](?:[{_HIDDEN}]*[{_SPACE}])+|[\t\u2000-\u200a\u3000]|\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_NEWLINE = regex("[\r\u2028\u2029\x0b\x0c\x85]")
_BEFORE = regex(r"(?<=\w|[\"”»)]) +(?=[.،,؛;:!؟](?:[\s\"”»]|$))|(?<=[\w\"”»)])(?<!\.)\.(?=\.(?:\s|$))")
"""A blank before a full stop or a comma; the first of two full stops."""
_MAYBE_BEFORE = regex(r" [.،,؛;:!؟]|\.\.")
_MAYBE_JAMMED = regex(r"[.؟!،؛:,;?][\"«“”»]?[\u0621-\u064aA-Za-z0-9]")
"""Cheap questions before dear ones: most texts have none of it."""
_JAMMED = regex(
    r"(?<=[\u0621-\u064a]{2})[.؟!،؛:](?=[\u0621-\u064a]{2})|(?<=[\u0621-\u064a]{2}[\"»”])[.،](?=[\u0621-\u064a]{2})"
    r"|(?<=\d)[،؛.](?=[\u0621-\u064a]{2})|(?<=[a-z]{2})[.,;:?!](?=[A-Z][a-z])|(?<=\d)\.(?=[A-Z][a-z])|(?<=[a-z]{2})\.(?=\d{1,2}\b)|(?<=[A-Z]\.[A-Z])\.(?=[a-z]{3})|(?<=[a-z]),(?=[a-z]{2})"
    r"|(?<=\w[.،؛,;:!؟?])(?=[\"«“](?:[\u0621-\u064a]|[A-Z][a-z]))"
)
"""Where a blank was left out."""


def mended(original: str) -> Folded | None:
    """The folded form of a text once it is mended, with places in the original; None where nothing is to mend."""
    text: str = original
    places: Sequence[int] = range(len(original))
    for edits in (_unmarked, _without_markup, _single_blanks, _without_furniture, _joined, _pointed, _spaced):
        found = list(edits(text))
        if found:
            text, places = _apply(text, places, found)
    if text is original:
        return None
    folded = fold(text)
    whole = folded.part(0, len(folded.text))
    return Folded(whole.text, (), tuple(places[n] for n in whole.places))


def _apply(text: str, places: Sequence[int], edits: Iterable[_Edit]) -> tuple[str, Sequence[int]]:
    """The text after its edits, and where each of its characters stood. What is put in stands where it was put."""
    parts: list[str] = []
    kept: list[int] = []
    at = 0
    for start, end, new in edits:
        parts += (text[at:start], new)
        kept += places[at:start]
        kept += [places[start if end > start else start - 1]] * len(new)
        at = end
    parts.append(text[at:])
    kept += places[at:]
    return "".join(parts), kept


def _unmarked(text: str) -> Iterator[_Edit]:
    """HTML that was taken for text, letters and digits of full width."""
    found: list[_Edit] = []
    if "&" in text:
        found += ((m.start(), m.end(), html.unescape(m.group())) for m in _ENTITY.finditer(text))
    if "<" in text:
        found += ((m.start(), m.end(), "" if m[1].lower() in _INLINE else "\n") for m in _TAG.finditer(text))
    if not text.isascii():
        found += ((m.start(), m.end(), chr(ord(m.group()) - 0xFEE0)) for m in _WIDE.finditer(text))
    yield from sorted(edit for edit in found if text[edit[0] : edit[1]] != edit[2])


def _without_markup(text: str) -> Iterator[_Edit]:
    for match in _MARKUP.finditer(text):
        yield match.start(), match.end(), ""


def _single_blanks(text: str) -> Iterator[_Edit]:
    """No blank inside a number, one where several stand, one kind of line end."""
    found: list[_Edit] = [
        (m.start(), m.end(), "\n" if _NEWLINE.match(m.group()) else " ") for m in _BLANKS.finditer(text)
    ]
    for number in _GROUPED.finditer(text) if _DIGITS_APART.search(text) else ():
        if not _MONTH.search(text, max(0, number.start() - 12), number.start()):
            found += ((n, n + 1, ",") for n in range(number.start(), number.end()) if not text[n].isdigit())
    yield from sorted(found)


def _without_furniture(text: str) -> Iterator[_Edit]:
    """Lines that belong to the page."""
    listed, last = False, 0
    for start, end in lines_of(text) if "\n" in text else ():
        line = text[start:end]
        listed = listed and text.count("\n", last, start) < _BLANK_LINE and is_link(line)
        if end > start and (listed or is_furniture(line)):
            yield start, end, ""
            listed = listed or opens_links(line)
        last = end


def _joined(text: str) -> Iterator[_Edit]:
    """A newline inside a sentence is a blank."""
    if "\n" in text:
        yield from ((start, end, " ") for start, end in breaks(text))


def _pointed(text: str) -> Iterator[_Edit]:
    """No blank before a full stop, and one full stop only."""
    if _MAYBE_BEFORE.search(text):
        yield from ((m.start(), m.end(), "") for m in _BEFORE.finditer(text))


def _spaced(text: str) -> Iterator[_Edit]:
    """A blank where one was left out behind a full stop or a comma."""
    if _MAYBE_JAMMED.search(text):
        yield from ((m.end(), m.end(), " ") for m in _JAMMED.finditer(text))
