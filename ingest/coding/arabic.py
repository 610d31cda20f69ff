"""One form of a text for matching, with a map back to the original's offsets. PURE.

Folding either keeps a character's place or deletes it, so the map is a sorted list of deletions. Only presentation
forms, which expand, take a slower way. Nothing here is ever shown as a quote.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import chain, pairwise

from ingest.coding.regexes import regex

_MARKS = "".join(
    chr(c)
    for first, last in (
        (0x64B, 0x65F), (0x640, 0x640), (0x670, 0x670), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2060),
        (0x2066, 0x2069), (0xFEFF, 0xFEFF), (0xAD, 0xAD), (0x61C, 0x61C), (0x300, 0x36F), (0x610, 0x61A),
        (0x6D6, 0x6DC), (0x6DF, 0x6E8), (0x6EA, 0x6ED),
    )
    for c in range(first, last + 1)
)  # fmt: skip
_DELETED = regex(f"[{_MARKS}]")
_QUOTATION = '"«»“”'
_OUTER_QUOTES = r"(?:(?<=[\s(])|^)[\"«“](?=\w)|(?<=\w)[\"»”](?=[\s.,،؛;:)!?؟]|$)"
"""Quotation marks around words: «مخيم "الهول"» is the camp's name all the same."""
_QUOTES = regex(_OUTER_QUOTES)
_QUOTED = regex(f"[{_MARKS}]|{_OUTER_QUOTES}")
_PLAIN = regex("[\x00-\x7f\u0621-\u063f\u0641-\u064a\u0660-\u0669\u00ab\u00bb\u060c\u061b\u061f\u2010-\u201f…]*")
_PRESENTATION = regex("[\ufb50-\ufdff\ufe70-\ufefc]")
_SURROGATE = regex("[\ud800-\udfff]")
_CENSORED = regex("(?<=[\u0621-\u064a])1(?=[\u0621-\u064a])")
_FOLDS = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ى", "ي"), ("ة", "ه"), ("ؤ", "و"), ("ئ", "ي"), ("’", "'"), ("‘", "'"), ("_", " "),
)  # fmt: skip
_RARE_FOLDS = (
    ("ٱ", "ا"), ("ک", "ك"), ("ی", "ي"), ("ە", "ه"), ("٬", ","), ("٫", "."), ("\u00a0", " "), ("\u202f", " "),
    ("\u2009", " "), *((c, str(n % 10)) for n, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `gaps` are folded positions before which original characters were deleted; `places`, if given,
    holds the original position of every folded character instead."""

    text: str
    gaps: tuple[int, ...]
    places: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original offsets of folded ones (start < end)."""
        return self._back(start), self._back(end - 1) + 1

    def part(self, start: int, end: int) -> Folded:
        """A stretch of it by itself, with places in the whole original."""
        if self.places:
            return Folded(self.text[start:end], (), self.places[start:end])
        bounds = [start, *(min(max(gap, start), end) for gap in self.gaps), end]
        runs = (range(a + n, b + n) for n, (a, b) in enumerate(pairwise(bounds)))
        return Folded(self.text[start:end], (), tuple(chain.from_iterable(runs)))

    def _back(self, at: int) -> int:
        return self.places[at] if self.places else at + bisect_right(self.gaps, at)


def fold(text: str) -> Folded:
    """Lower case; no marks, tatweel, bidi or zero-width characters; alef, ya, ta marbuta, digits made one."""
    quoted = any(q in text for q in _QUOTATION)
    if text.isascii() and not quoted and "&nbsp;" not in text:
        return Folded(text.lower(), ())
    plain = _PLAIN.match(text)
    if plain is None or plain.end() < len(text):
        if _PRESENTATION.search(text):
            return _fold_expanding(text)
        if _DELETED.search(text):
            return _without(_QUOTED if quoted else _DELETED, text)
    if quoted:
        return _without(_QUOTES, text)
    return Folded(fold_letters(text), ())


def is_arabic(text: str) -> bool:
    """Whether Arabic letters stand in it; a dash or a bullet makes no text Arabic."""
    return any("\u0621" <= c <= "\u064a" for c in text)


def _without(deleted: re.Pattern[str], text: str) -> Folded:
    found = [m.start() for m in deleted.finditer(text)]
    gaps = tuple(position - n for n, position in enumerate(found))
    return Folded(fold_letters(deleted.sub("", text)), gaps)


def fold_letters(text: str) -> str:
    """The part of folding that keeps every character's place."""
    lowered = lower_in_place(text)
    for old, new in _FOLDS:
        lowered = lowered.replace(old, new)
    for old, new in _RARE_FOLDS:
        if old in lowered:
            lowered = lowered.replace(old, new)
    if "&nbsp;" in lowered:
        lowered = lowered.replace("&nbsp;", " " * 6)
    return _CENSORED.sub("ا", lowered) if "1" in lowered else lowered


def lower_in_place(text: str) -> str:
    """Lower case of ASCII letters; half a surrogate pair becomes the replacement character."""
    if text.isascii():
        return text.lower()
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        encoded = _SURROGATE.sub("\ufffd", text).encode()
    return encoded.lower().decode()


def _fold_expanding(text: str) -> Folded:
    letters: list[str] = []
    places: list[int] = []
    for n, c in enumerate(text):
        for d in unicodedata.normalize("NFKC", c) if _PRESENTATION.match(c) else c:
            if not _DELETED.match(d):
                letters.append(d)
                places.append(n)
    return Folded(fold_letters("".join(letters)), (), tuple(places))


@functools.lru_cache(maxsize=1 << 14)
def key(name: str) -> str:
    """A name as patterns hold it; kept, for a registry is gone through many times."""
    return " ".join(fold(name).text.split())
