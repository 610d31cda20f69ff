"""What full-text search compares: one folded form of Arabic and English words. PURE."""

from __future__ import annotations

import re
import unicodedata

MAX_SEARCH_TEXT = 20_000
"""Characters of folded text that are indexed; the rest would only bloat the index."""

_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LETTERS = str.maketrans("أإآٱىةئؤکی٠١٢٣٤٥٦٧٨٩", "اااايهيوكي0123456789")
_ARTICLE = re.compile(r"\b(?:[وفبكل])?(?:ال|لل)(?=\w{3})")


def fold(text: str) -> str:
    """Lower case, without marks, tatweel and the article; alef, ya, ta marbuta, kaf and digits folded."""
    plain = unicodedata.normalize("NFKC", _MARKS.sub("", text[:MAX_SEARCH_TEXT]))
    return _ARTICLE.sub("", plain.translate(_LETTERS).lower())
