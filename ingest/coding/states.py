"""The two states behind one verb. PURE."""

from __future__ import annotations

import re

_HEAD = re.compile(
    r"(?:\A|[\n.:]\s?)(?!بين|في |من |الي |علي |عبر|حدود|الحدود|مع |عن )[وف]?[^\W\d]{2,8} (?:(?:العراق|بغداد|سوريا|دمشق) و)?(?:ال)?$"
)
_AND_OTHER = re.compile(r" و(?:سوريا|العراق|دمشق|بغداد)(?!\w)")


def both_act(plain: str, before: str, end: int) -> bool:
    """«شكّل العراق وسوريا لجنة»: whether a state that ends at `end` acts with the other at the head of a sentence."""
    if _HEAD.search(before) is None:
        return False
    return before.endswith(" و") or _AND_OTHER.match(plain, end) is not None
