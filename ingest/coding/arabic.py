"""One form of a text for matching, with a map back to the original's offsets. PURE.

Folding either keeps a character's place or deletes it, so the map is a sorted list of deletions. Only presentation
forms, which expand, take a slower way. Nothing here is ever shown as a quote.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_DELETED = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_CENSORED = re.compile("(?<=[\u0621-\u064a])1(?=[\u0621-\u064a])")
_FOLDS = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ة", "ه"), ("ؤ", "و"), ("ئ", "ي"),
    ("ک", "ك"), ("ی", "ي"), ("ە", "ه"), ("٬", ","), ("٫", "."), ("’", "'"), ("‘", "'"), ("\u00a0", " "),
)  # fmt: skip
_DIGITS = tuple((c, str(n % 10)) for n, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"))
_ANY_ARABIC = re.compile("[\u0600-\u06ff]")


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

    def _back(self, at: int) -> int:
        return self.places[at] if self.places else at + bisect_right(self.gaps, at)


def fold(text: str) -> Folded:
    """Lower case; no marks, tatweel, bidi or zero-width characters; alef, ya, ta marbuta, digits made one."""
    if _PRESENTATION.search(text):
        return _fold_expanding(text)
    gaps: tuple[int, ...] = ()
    if _DELETED.search(text):
        found = [m.start() for m in _DELETED.finditer(text)]
        gaps = tuple(position - n for n, position in enumerate(found))
        text = _DELETED.sub("", text)
    return Folded(fold_letters(text), gaps)


def fold_letters(text: str) -> str:
    """The part of folding that keeps every character's place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    if _ANY_ARABIC.search(lowered):
        for old, new in (*_FOLDS, *_DIGITS):
            if old in lowered:
                lowered = lowered.replace(old, new)
        lowered = _CENSORED.sub("ا", lowered)
    else:
        lowered = lowered.replace("’", "'").replace("‘", "'").replace("\u00a0", " ")
    return lowered


def _fold_expanding(text: str) -> Folded:
    letters: list[str] = []
    places: list[int] = []
    for n, c in enumerate(text):
        for d in unicodedata.normalize("NFKC", c) if _PRESENTATION.match(c) else c:
            if not _DELETED.match(d):
                letters.append(d)
                places.append(n)
    return Folded(fold_letters("".join(letters)), (), tuple(places))


def key(name: str) -> str:
    """A name as patterns hold it."""
    return " ".join(fold(name).text.split())
