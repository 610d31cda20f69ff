"""Persons who are named beside an act and have no part in it: whose man acts, who only tells of it. PURE."""

from __future__ import annotations

import re

from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause

_MAN_OF = re.compile(
    r"(?<!\w)[وفبل]{0,2}(?:مبعوث|موفد|مندوب|ممثل|مستشار|نجل|شقيق)(?:ا|ي)? $"
    r"|\b(?:envoy|adviser|advisor|aide|representative|emissary|brother|son|deputy) (?:of|to) $"
)
_HIS_MAN = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}?(?:envoy|advis[eo]r|aide|representative|emissary|brother|son|deputy|spokes\w+|chief of staff)\b"
)
"""«مبعوث السوداني يلتقي …», "Sudani's envoy meets …"."""
_BY_HIS_WORD = re.compile(r"\baccording to (?:[\w'’-]+ ){1,7}[\w'’-]+,? $")
"""«according to the district's mayor, Turki al-Mahlawi»."""


def stands_by(clause: Clause, mention: Mention, before: str) -> bool:
    """Whether a person is named for his man, who acts, or for his word."""
    if mention.kind != "person":
        return False
    if _MAN_OF.search(before) or _HIS_MAN.match(clause.after(mention.end, 40)):
        return True
    return "according to" in before and _BY_HIS_WORD.search(before) is not None
