"""Whom talks are about, in their number. PURE."""

from __future__ import annotations

import re

from events.codebook import Scope, Unit
from ingest.coding.counts import Number
from ingest.coding.reading import Clause

VAGUE = (20.0, 200.0, 2000.0, 20_000.0, 200_000.0)
"""What «عشرات», «مئات» and their like stand for."""
_SOME, _WHOLE, _NEAR = 50, 60_000, 40
_TO_COME = re.compile(r"خطه|ل(?:اعاده|نقل|استعاده)|plans? to|to (?:bring|return|repatriate)")
_ARMED = re.compile(r"مقاتل|عناصر|عنصر|fighter|militant|members|troops|soldier")
_GONE_HOME = re.compile(
    r"(?<!\w)[وف]?(?:اعاد|اعيد|استعاد|عادوا|استعيد)|نقلوا|المنقول|repatriated|taken back|transferred|brought (?:home|back)|returned home"
)


def spoken_of(number: Number, clause: Clause) -> bool:
    """Talks count those whom they are about: people held, and those of a camp."""
    if not _SOME <= number.value <= _WHOLE or number.value in VAGUE or number.part or number.told is Scope.PLANNED:
        return False
    if _TO_COME.search(clause.before(number.start, _NEAR)) or _ARMED.search(
        clause.text.plain, number.start, number.end
    ):
        return False
    camp = number.unit in (Unit.PEOPLE, Unit.FAMILIES) and clause.has("facility", "pop_camp_families")
    return camp or number.unit is Unit.DETAINEES or _GONE_HOME.search(clause.plain) is not None
