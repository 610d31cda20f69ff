"""Whether a number is the day of a month. PURE."""

from __future__ import annotations

import functools
import re

from ingest.coding.day_rules import calendar
from ingest.coding.quantities import Quantity
from ingest.coding.regexes import regex

_LAST_DAY = 31


def in_month(text: str, quantity: Quantity, around: str) -> bool:
    """«2 من تشرين الثاني», "on September 19 killed": a day."""
    if quantity.value > _LAST_DAY:
        return False
    behind, before = _months()
    return bool(behind.match(text, quantity.end) or before.search(around))


@functools.cache
def _months() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The name of a month behind the number of a day, and before it."""
    known = {name for names in calendar()["months"].values() for name in names} - _OTHER_WORDS
    month = rf"(?:{'|'.join(sorted(known, key=len, reverse=True))})(?!\w)"
    return regex(rf"\)?(?: من)?(?: شهر)? {month}"), regex(rf"(?<!\w){month}\.? $")


_OTHER_WORDS = frozenset(("may", "اب"))
"""Names of months that mostly mean something else beside a number."""
