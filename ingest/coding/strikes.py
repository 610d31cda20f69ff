"""Strikes by a third state: "Turkish drones hit SDF positions", «بقصف جوي أمريكي على موقع للحشد». PURE."""

from __future__ import annotations

import functools

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_WHOSE = {
    "tr": ("turkish", "ترك"),
    "us_forces": ("american|u\\.?s\\.?", "ام[ير]+ك"),
    "il": ("israeli", "اسراييل"),
    "ir": ("iranian", "ايران"),
    "jo": ("jordanian", "اردن"),
    "ru": ("russian", "روس"),
}
_EN = "|".join(f"(?P<{actor}>{en})" for actor, (en, _) in _WHOSE.items())
_AR = "|".join(f"(?P<{actor}_ar>{ar})" for actor, (_, ar) in _WHOSE.items())
STRIKE = regex(
    rf"\b(?:{_EN}) (?:[\w-]+ )?(?:drones?|aircraft|jets?|f-16s?|war ?planes?|planes?|helicopters?|gunships?|air ?strikes?|air raids?|strikes?|raids?|bombing|bombardment|shelling|shells|artillery|missiles?|rockets?|army|military|air force|forces|troops)\b"
    rf"|(?<!\w)[وفبل]?(?:ال)?(?:طايرات|طايره|طايرتان|مسيره|مسيرات|مدفعيه|مقاتلات|طيران|مروحيات|مروحيه|قصف|غاره|غارات|ضربه|ضربات|صواريخ|قوات|جيش|سلاح الجو)(?: (?:ال)?(?:جوي|جويه|حربي|حربيه|مسيره|مدفعي|صاروخي|صاروخيه))? (?:ال)?(?:{_AR})(?:ي|يه|يتان|يين)(?!\w)"
)
"""A strike, or what strikes, with the adjective of a state that is none of the two."""
HITS = regex(
    r"\b(?:hit|struck|strik(?:es|ing)|bomb(?:ed|s|ing)|shell(?:ed|s|ing)|target(?:ed|s|ing)|attack(?:ed|s|ing)|kill(?:ed|s|ing)|destroy(?:ed|s|ing)|pounded|raided|wound(?:ed|ing)|air ?strikes? (?:on|in|near|against)|strikes? (?:on|against))\b"
    r"|قصف|استهد|ضرب|دمر|غار|قتل|اصيب"
)
_STRIKERS = frozenset(("us_forces", "centcom", "cjtf_oir", "jo_army", "irgc", "quds_force"))
_ISIS = ("isis", "isis_iraq", "isis_sham")


def foreign_strike(clause: Clause, _word: Word) -> bool:
    """The rule of an incident: a strike by a third state on a body of the two, or a faction; none on ISIS."""
    return _by_third_state(clause)


@functools.lru_cache(maxsize=256)
def _by_third_state(clause: Clause) -> bool:
    if STRIKE.search(clause.plain) is None or HITS.search(clause.plain) is None:
        return False
    named = {m.actor: m for m in clause.mentions if m.actor and not m.adjective}
    bodies = {a for a, m in named.items() if m.kind in ("armed_group", "military_unit")}
    return named.keys().isdisjoint(_ISIS) and "داعش" not in clause.plain and bool(bodies - _STRIKERS)
