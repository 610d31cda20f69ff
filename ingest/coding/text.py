"""Title and body as sentences with their place in the original. PURE."""

from __future__ import annotations

from dataclasses import dataclass, field

from events.codebook import SpanIn
from events.reports import Span
from ingest.coding.arabic import Folded, fold
from ingest.coding.regexes import regex

_END = regex(r"[.!?؟]+[\"'”»)\]]*(?=\s)|\n+")
_ABBREVIATED = regex(
    r"(?:\b(?:mr|dr|st|gen|lt|col|maj|brig|no|adm|sgt|capt|rep|sen|jan|feb|dec|nov|oct|sept|aug|د|م)|\.[a-z]|\b[a-z])$"
)
_VOWELS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
MAX_SENTENCE = 1_200
"""Characters after which a sentence is cut: texts without full stops stay bounded."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as [start, end) of the folded text; `paragraph` counts from 0, the title is sentence -1 of its own."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Text:
    """One of an article's two strings, or a part of it, with its folded form and sentences. `plain`: the folded text;
    `titular`: whether it is the headline, wherever that stands."""

    where: SpanIn
    original: str
    folded: Folded
    sentences: tuple[Sentence, ...]
    titular: bool = False
    plain: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", self.folded.text)

    def span(self, field: str, start: int, end: int) -> Span:
        """A span of the original for a folded stretch, marks on its last letter included: «وفداً», not «وفدا»."""
        first, last = self.folded.span(start, end)
        while self.original[last : last + 1] in _VOWELS:
            last += 1
        return Span(field, first, last, self.original[first:last], self.where)


def read(where: SpanIn, original: str) -> Text:
    """Fold and split a string."""
    return split(where, original, fold(original))


def split(where: SpanIn, original: str, folded: Folded, titular: bool = False) -> Text:
    """Split a string that is folded already."""
    return Text(where, original, folded, tuple(_sentences(folded.text)), titular or where is SpanIn.TITLE)


def _sentences(text: str) -> list[Sentence]:
    found: list[Sentence] = []
    start = paragraph = 0
    for end in _END.finditer(text):
        if text[end.start()] == "." and _ABBREVIATED.search(text, max(0, end.start() - 5), end.start()):
            continue
        found += _cut(text, start, end.end(), paragraph)
        paragraph += "\n" in end.group()
        start = end.end()
    return found + _cut(text, start, len(text), paragraph)


def _cut(text: str, start: int, end: int, paragraph: int) -> list[Sentence]:
    """One sentence, or several where it is too long; none where it is blank."""
    found = []
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        found.append(Sentence(start, cut, paragraph))
        start = cut
    if text[start:end].strip():
        found.append(Sentence(start, end, paragraph))
    return found
