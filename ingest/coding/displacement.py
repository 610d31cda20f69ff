"""People who flee Syria for the Kurdistan Region or Iraq: refuge, whatever verb takes them in. PURE."""

from __future__ import annotations

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex


def displaced(clause: Clause) -> bool:
    """Displaced people from Syria who come to Iraq go to no home."""
    arabic = _RAN_OVER.search(clause.plain) or (_NAZIHIN.search(clause.plain) and not _TO_HOMES.search(clause.plain))
    return bool(arabic or (_DISPLACED.search(clause.plain) and not _HOMEWARD.search(clause.plain)))


_RAN_OVER = regex(
    r"(?<!كانوا )(?<!قد )(?<!الذين )(?<!ممن )(?<!\w)(?:فروا|هربوا|لجاوا|نزحوا) (?:\S+ ){0,2}?عبر (?:ال)?(?:منفذ|معبر|حدود|شريط)"
)
"""«استقبلت ألفي جندي سوري فروا عبر منفذ القائم»."""
_NAZIHIN = regex(
    r"(?:اقليم كو?ردستان|دهوك|اربيل|زاخو|السليمانيه)[^.؛]{0,90}(?:نازح|لاجي|فار(?:ين|ون|ه|ا)(?!\w)|هارب)\w*[^.؛]{0,60}(?:حسكه|قامشلي|سوري|كوباني|حلب|روجافا)"
    r"|(?:نازح|لاجي|فار(?:ين|ون|ه|ا)(?!\w)|هارب)\w*[^.؛]{0,90}(?:الي|في|نحو|باتجاه|اراضي) (?:اقليم كو?ردستان|دهوك|اربيل|زاخو)"
)
_TO_HOMES = regex(r"عراقي|عوده|عادوا|عاد |عادت|اعاد|العايد|الهول|روج(?!افا)|الي سوريا|الي بلد|الي ديار|الي مناطق")
_DISPLACED = regex(
    r"\b(?:displaced|refugees|kurds|syrians|civilians)\b[^.;]{0,90}\b(?:in|into|to) (?:the )?(?:kurdistan region|iraqi|iraq|duhok|erbil|zakho)\b"
)
_HOMEWARD = regex(r"\biraqis?\b(?! kurdistan)|\b(?:home|return\w*|repatriat\w*|hol|roj|back)\b")
