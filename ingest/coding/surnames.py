"""A surname that nobody introduced: whose it is, of those in high office, where a man does something or is met. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ingest.coding.lexicon import Lexicon

_MAN = re.compile(
    r"(?<!\w)[وف]?(?:قد )?(?:هاتف|التقي|يلتقي|استقبل|يستقبل|استضاف|زار|حادث|اتصل ب|جمع|بين|كان|لقاء|بلقاء|لقاءه|قال|امر|اعلن|اكد|وجه) $"
    r"|(?<!\w)(?:لقاء|لقاء جمع|جمع|بين|لقاءات|اتصال بين) (?:ال)?[\u0621-\u064a]+ و$"
)
"""Words behind which a surname is that of a man, and no adjective."""
_HIGH = re.compile(
    r"(?:President|Prime Minister|Minister of|Deputy Prime Minister|Head of the (?:Iraqi National|General) Intelligence|Leader)\b"
)


def in_high_office(people: Sequence[str], before: str, lexicon: Lexicon, day: date) -> str | None:
    """«هاتف السوداني», «لقاء جمع الشرع والسوداني»: the one who holds a high office, if one of them does."""
    if _MAN.search(before) is None:
        return None
    offices = {p: lexicon.office_of(p, day) for p in people if lexicon.actors[p].kind == "person"}
    found = [p for p, office in offices.items() if office is not None and _HIGH.match(office.title_en)]
    return found[0] if len(found) == 1 else None
