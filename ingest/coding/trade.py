"""Whether talks are on trade, pipelines or water alone. PURE."""

from __future__ import annotations

from collections.abc import Iterable

from events.codebook import Theme
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.themes import themes_in

_ECONOMY = frozenset((Theme.TRADE, Theme.ENERGY, Theme.WATER))


def economic_only(clauses: Iterable[Clause]) -> bool:
    """Trade, pipelines or water alone."""
    clauses = list(clauses)
    found = {t for c in clauses for t, _, _ in themes_in(c.text.plain, c.start, c.end)}
    trade = bool(found & _ECONOMY) or any(_WARES.search(c.plain) for c in clauses)
    return trade and not found - _ECONOMY


_WARES = regex(r"(?<!\w)[وبل]*(?:ال)?(?:زراع|صادرات|واردات|استيراد|منتجات|محاصيل|استثمار|سياح|سلع|صناع|بنوك|مصرف)")
