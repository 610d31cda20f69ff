"""Whether talks are on trade, pipelines or water alone, on what has nothing to do with security, or on security. PURE."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.codebook import Theme
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.themes import themes_in

_ECONOMY = frozenset((Theme.TRADE, Theme.ENERGY, Theme.WATER))


def economic_only(clauses: Iterable[Clause]) -> bool:
    """Trade, pipelines or water alone, or culture, schools, health, sport."""
    clauses = list(clauses)
    found = {t for c in clauses for t, _, _ in themes_in(c.text.plain, c.start, c.end)}
    trade = bool(found & _ECONOMY) or any(_WARES.search(c.plain) or _ARTS.search(c.plain) for c in clauses)
    return trade and not found - _ECONOMY


_WARES = regex(
    r"(?<!\w)[وبل]*(?:ال)?(?:زراع|صادرات|واردات|استيراد|منتجات|محاصيل|استثمار|سياح|سلع|(?<!سجن ال)صناع|بنوك|مصرف)"
)
_ARTS = regex(
    r"(?<!\w)[وبل]*(?:ال)?(?:ثقاف|حقوق النشر|(?<!في )معرض|جامعات|تعليم|تربي[هة]|مناهج|صحي[اه]?(?!\w)|مستشفي|رياض[يه]|شباب|سينما|مسرح|تراث|متاحف|متحف|خطوط جويه|اوقاف|حج |زيار(?:ه|ات) الدينيه|اتحاد كره|بطوله)"
    r"|(?<!\w)(?:وزار[هت]\w*|وزير\w*|قطاع\w*|منظمه|شرك\w+|مجال|رحلات) (?:ال)?(?:صحه|طيران)(?!\w)|(?:ال)?طيران المدني|(?<!\w)[وبل]?الاثار(?!\w)|(?:قطع|تهريب|سرقه|نهب) اثار"
    r"|\b(?:cultur\w+|copyright|universit\w+|education\w*|schools?|curricul\w+|health|hospitals?|sports?|youth|tourism|agricultur\w+|heritage|antiquit\w+|museums?|aviation|airlines?|film|theatre|book fair|football|banking)\b"
)


_SECURITY = frozenset(
    (Theme.BORDER_SECURITY, Theme.COUNTER_ISIS, Theme.DETAINEES, Theme.DRUGS, Theme.ARMS, Theme.INTELLIGENCE)
)


def on_security(clauses: Sequence[Clause]) -> bool:
    held = ("camp_hol", "camp_roj", "prison_")
    if any(c.has("pop_isis_detainees") or any((m.place or "").startswith(held) for m in c.mentions) for c in clauses):
        return True
    if any(_HELD_THERE.search(c.plain) or c.bordering for c in clauses):
        return True
    return any(t in _SECURITY for c in clauses for t, _, _ in themes_in(c.text.plain, c.start, c.end))


_HELD_THERE = regex(
    r"\b(?:suspects|fighters|militants|jihadists|extremists|foreigners) (?:\w+ )?(?:held|jailed|detained|locked up)\b"
    r"|\b(?:camps?|prisons?|jails?) (?:\w+ )?(?:in|near|inside) (?:\w+ )?(?:iraq|syria|hasakah|the border)\b"
)
"""«taking in suspects held in Hasakah»: prisoners of the file by other words."""
