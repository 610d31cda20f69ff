"""The one gate for text: nothing from outside reaches the database by another way. PURE.

What it drops can never matter to a reader; what it keeps is what spans count.
"""

from __future__ import annotations

import re
import unicodedata

MAX_TITLE = 500
MAX_BODY = 1_000_000
MAX_MARKS = 4
"""Combining marks kept per letter; more are an attack on the normaliser, which is quadratic in them."""
MAX_TATWEEL = 3

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ZERO_WIDTH = re.compile(
    "[\u200b\u2060\ufeff\u00ad]|(?<![\u0600-\u06ff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u06ff])"
)
_MARK = "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
_MARK_RUN = re.compile(f"({_MARK}{{{MAX_MARKS}}}){_MARK}+")
_TATWEEL_RUN = re.compile(f"\u0640{{{MAX_TATWEEL + 1},}}")
_SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_LINES = re.compile(r" *\n[ \n]*")


def clean_text(text: str, limit: int = MAX_BODY) -> str:
    """A text as it is stored: NFC, one space, one line break between paragraphs, no control or bidi marks."""
    text = text[: limit * 2].replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _ZERO_WIDTH.sub("", _BIDI.sub("", _CONTROLS.sub("", text)))
    text = _TATWEEL_RUN.sub("\u0640" * MAX_TATWEEL, _MARK_RUN.sub(r"\1", text))
    text = unicodedata.normalize("NFC", text)
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()[:limit]


def clean_line(text: str, limit: int = MAX_TITLE) -> str:
    """A title, name or reason: one line."""
    return clean_text(text.replace("\n", " "), limit).replace("\n", " ")
