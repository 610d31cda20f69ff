"""Adjectives of other states, as parts of regular expressions over folded text. PURE."""

from __future__ import annotations

from ingest.coding.bodies import nations
from ingest.coding.regexes import regex
from ingest.coding.text import Text

FOREIGN_EN = "|".join(nations()["third"]["en"])
"""Alternatives without a group: "turkish|iranian|…"."""
FOREIGN_AR = "|".join(nations()["third"]["ar"])
"""Stems without their ending: «ترك|ايران|…»; «ي» follows, then what the noun asks for."""

_SYRIA = "سوريا"
_TANWIN = "\u064b"
_INDEFINITE = regex(
    r"(?<!\w)[وفبل]?(?:وفدا|رتلا|ضابطا|مسوولا|قياديا|مطلوبا|متهما|متسللا|عنصرا|جنديا|عسكريا|لاجيا|معتقلا|موقوفا|سجينا|نزيلا|مواطنا|شخصا|شابا|امنيا|رفيعا|حكوميا|دبلوماسيا|وزاريا|رسميا|فنيا|مشتركا) $"
)
_REACH = 16


def syrian(text: Text, start: int, end: int) -> bool:
    """«وفداً سورياً», folded «وفدا سوريا»: an adjective in its indefinite accusative, and no state."""
    if text.plain[start:end] != _SYRIA:
        return False
    written = text.span("", start, end).text
    return _TANWIN in written or _INDEFINITE.search(text.plain, max(0, start - _REACH), start) is not None
