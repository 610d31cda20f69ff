"""A text as it was meant: what pages, feeds and pasting do to news is undone, and every character keeps its place. PURE.

Entities and tags of HTML, runs of blanks, lines broken inside a sentence, blanks left out behind a full stop, and lines
of the page that are no news (buttons, credits, links to other news). A text that needs none of it is left alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.coding.arabic import Folded, fold
from ingest.coding.furniture import is_furniture

_Edit = tuple[int, int, str]
"""[start, end) of a text and what stands there instead."""

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")
_TAG = re.compile(
    r"<(/?)(br|p|div|li|ul|ol|h[1-6]|tr|table|b|i|u|em|strong|span|a|img|figure|figcaption)\b[^<>\n]{0,300}>", re.I
)
_BREAKING = frozenset(
    ("br", "p", "div", "li", "ul", "ol", "tr", "table", "figure", "figcaption", *(f"h{n}" for n in range(1, 7)))
)
_BLANKS = re.compile(
    r"[ \t\u00a0\u2000-\u200a\u202f\u3000](?:[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[ \t\u00a0\u2000-\u200a\u202f\u3000])+|[\t\u2000-\u200a\u3000]|\r\n?|[\u2028\u2029\x0b\x0c\x85]"
)
_NEWLINE = re.compile("[\r\u2028\u2029\x0b\x0c\x85]")
_JAMMED = re.compile(
    r"(?<=[\u0621-\u064a]{2})(?P<ar>[.؟!،؛:])(?=[\u0621-\u064a]{2})|(?<=[\u0621-\u064a]{2}[\"»”])(?P<quote>[.،])(?=[\u0621-\u064a]{2})"
    r"|(?<=\d)(?P<number>[،؛])(?=[\u0621-\u064a])|(?<=[a-z]{2})(?P<en>[.,;:?!])(?=[A-Z][a-z])|(?<=[a-z])(?P<comma>,)(?=[a-z]{2})"
    r"|(?<=\w[.،؛,;:!؟?])(?P<mark>)(?=[\"«“](?:[\u0621-\u064a]|[A-Z][a-z]))"
)  # fmt: skip
_ENDED = re.compile(r"[.!?؟:…؛]+[\"'”»)\]]*$")
_GOES_ON = re.compile(
    r"(?:[،,–-]|(?<!\w)(?:في|من|الي|إلى|على|علي|عن|مع|أن|ان|إن|التي|الذي|الذين|بين|the|of|to|in|and|with|a|an|on|for|by|at|from|that))$"
)
_WIDEST, _NARROWEST = 130, 30
"""Characters of a line of text that was broken to fit a width."""
_LONG = 60
"""Characters from which a line without a full stop is no subheading."""
_FEWEST = 3


def mended(original: str) -> Folded | None:
    """The folded form of a text once it is mended, with places in the original; None where nothing is to mend."""
    text, places = original, tuple(range(len(original)))
    for edits in (_unmarked, _single_blanks, _without_furniture, _joined, _spaced):
        found = list(edits(text))
        if found:
            text, places = _apply(text, places, found)
    if text is original:
        return None
    folded = fold(text)
    return Folded(folded.text, (), tuple(places[folded.span(n, n + 1)[0]] for n in range(len(folded.text))))


def _apply(text: str, places: Sequence[int], edits: Iterable[_Edit]) -> tuple[str, tuple[int, ...]]:
    """The text after its edits, and where each of its characters stood. What is put in stands where it was put."""
    parts: list[str] = []
    kept: list[int] = []
    at = 0
    for start, end, new in edits:
        parts += (text[at:start], new)
        kept += places[at:start]
        kept += [places[min(start, len(places) - 1)] if end > start else places[start - 1]] * len(new)
        at = end
    parts.append(text[at:])
    kept += places[at:]
    return "".join(parts), tuple(kept)


def _unmarked(text: str) -> Iterator[_Edit]:
    """HTML that was taken for text."""
    if "&" in text:
        found: list[_Edit] = [(m.start(), m.end(), html.unescape(m.group())) for m in _ENTITY.finditer(text)]
    else:
        found = []
    if "<" in text:
        found += ((m.start(), m.end(), "\n" if m[2].lower() in _BREAKING else "") for m in _TAG.finditer(text))
    yield from sorted(edit for edit in found if text[edit[0] : edit[1]] != edit[2])


def _single_blanks(text: str) -> Iterator[_Edit]:
    """One blank where several stand, one kind of line end."""
    for match in _BLANKS.finditer(text):
        yield match.start(), match.end(), "\n" if _NEWLINE.match(match.group()) else " "


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """[start, end) of each line, blanks around it left out."""
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        start = at + line.find(bare) if bare else at
        yield start, start + len(bare)
        at += len(line) + 1


def _without_furniture(text: str) -> Iterator[_Edit]:
    """Lines that belong to the page."""
    if "\n" in text:
        for start, end in _lines(text):
            if end > start and is_furniture(text[start:end]):
                yield start, end, ""


def _joined(text: str) -> Iterator[_Edit]:
    """Lines of one sentence: a newline that is none becomes a blank."""
    if "\n" not in text:
        return
    lines = list(_lines(text))
    told = [(s, e) for s, e in lines if e > s]
    width = _width(text, told)
    first = told[0] if told else (0, 0)
    stopped = _mostly_stopped(text, told)
    for here, behind in zip(lines, lines[1:], strict=False):
        if here[1] == here[0] or behind[1] == behind[0]:
            continue
        if _is_broken(text, here, behind, width, stopped and here != first):
            yield here[1], behind[0], " "


def _is_broken(text: str, here: tuple[int, int], behind: tuple[int, int], width: int, stopped: bool) -> bool:
    """Whether a line goes on in the next: the next word did not fit, or nothing ends where it ends."""
    line = text[here[0] : here[1]]
    opens = text[behind[0]]
    if width:
        word = text[behind[0] : behind[1]].split(" ", 1)[0]
        if len(line) + 1 + len(word) > width * 0.85:
            return True
    if _ENDED.search(line):
        return False
    if opens.islower() or _GOES_ON.search(line):
        return True
    return stopped and len(line) >= _LONG


def _width(text: str, told: Sequence[tuple[int, int]]) -> int:
    """The width that the lines were broken to, 0 where they were not: none is long, and most end inside a sentence."""
    lengths = [end - start for start, end in told]
    if len(told) <= _FEWEST or max(lengths) > _WIDEST:
        return 0
    open_ended = [n for (start, end), n in zip(told, lengths, strict=True) if not _ENDED.search(text[start:end])]
    long = [n for n in open_ended if n >= _NARROWEST]
    if len(long) < _FEWEST or len(open_ended) * 2 < len(told):
        return 0
    return max(lengths)


def _mostly_stopped(text: str, told: Sequence[tuple[int, int]]) -> bool:
    """Whether the long lines of a text end with a full stop."""
    long = [(s, e) for s, e in told[1:] if e - s >= _LONG]
    return len(long) >= _FEWEST and sum(bool(_ENDED.search(text[s:e])) for s, e in long) * 10 >= len(long) * 7


def _spaced(text: str) -> Iterator[_Edit]:
    """A blank where one was left out behind a full stop or a comma."""
    for match in _JAMMED.finditer(text):
        yield match.end(), match.end(), " "
