"""A surname that nobody introduced: whose it is, of those in high office, where a man does something or is met. PURE."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ingest.coding.lexicon import Hit, Lexicon
from ingest.coding.text import Text

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
    return _holder(people, lexicon, day) if _MAN.search(before) is not None else None


def of_two_states(text: Text, hits: Sequence[Hit], lexicon: Lexicon, day: date) -> Iterator[str]:
    """«السوداني والشرع», "Sudani and Sharaa": two surnames of men in high office on two sides stand for each other."""
    for one, other in zip(hits, hits[1:], strict=False):
        if _AND.fullmatch(text.plain, one.end, other.start):
            men = [_holder(h.name.actors, lexicon, day) for h in (one, other)]
            sides = {lexicon.actors[m].side for m in men if m}
            if len(sides) == len(men):
                yield from (m for m in men if m)


_AND = re.compile(r" و| and ")


def _holder(people: Sequence[str], lexicon: Lexicon, day: date) -> str | None:
    offices = {p: lexicon.office_of(p, day) for p in people if lexicon.actors[p].kind == "person"}
    found = [p for p, office in offices.items() if office is not None and _HIGH.match(office.title_en)]
    return found[0] if len(found) == 1 else None
