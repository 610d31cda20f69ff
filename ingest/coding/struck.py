"""Whose strike hit whom, where a third state strikes. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.codebook import EventType, Part
from ingest.coding.attacked import Attacked
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import Who
from ingest.coding.strikes import HITS, STRIKE

_OF_US = ("centcom", "cjtf_oir", "coalition")


class Struck(Attacked):
    """Reads strikes by other states."""

    def struck(self, found: list[Who]) -> list[Who]:
        """All, with the state whose strike it was as the attacker, and whoever else was taken for one as hit."""
        if self.happening.type is not EventType.INCIDENT:
            return found
        for draft in self.happening.body:
            clause = draft.clause
            strike = STRIKE.search(clause.text.plain, clause.start, clause.end)
            if strike is None or strike.lastgroup is None or HITS.search(clause.plain) is None:
                continue
            actor = strike.lastgroup.removesuffix("_ar")
            if actor in self.lexicon.actors and not self._hit(clause, *strike.span()):
                return [Who(actor, Part.INITIATOR, clause, *strike.span()), *self._struck_ones(found, actor)]
        return found

    def _struck_ones(self, found: Sequence[Who], striker: str) -> list[Who]:
        state = striker[:2]
        allied = _OF_US if state == "us" else ()
        own = [
            w for w in found if w.actor and (w.actor == state or w.actor.startswith(f"{state}_") or w.actor in allied)
        ]
        rest = [w for w in found if w not in own]
        return [replace(w, part=Part.TARGET) if w.part is Part.INITIATOR and w.actor else w for w in rest]

    def _hit(self, clause: Clause, start: int, end: int) -> bool:
        """Whether it is that state's men who are hit: "fired at US forces", «استهدف القوات الأمريكية», or its drone shot down."""
        plain = clause.text.plain
        if _DOWNED.search(plain, max(clause.start, start - 30), start):
            return True
        if _OF_MEN.search(plain, start, end) is None:
            return False
        upon = _UPON.search(plain, max(clause.start, start - 40), start)
        return upon is not None or _SUFFERED.match(plain, end, clause.end) is not None


_DOWNED = regex(r"\b(?:shot|brought|downed|downing) (?:down )?(?:\w+ ){0,2}$|(?:اسقط|اسقاط)\w* (?:\S+ )?$")
_OF_MEN = regex(r"\b(?:forces|troops|army|military)$|(?:قوات|جيش) ")
_UPON = regex(
    r"\b(?:at|on|against|hit|struck|targeted|targeting|attacked|attacking|wounded|killed|injured|killing|wounding|hosts|housing|hosting|with|from|for|to|near|alongside) (?:(?!by |in |after |during |when )\w+ ){0,2}$"
    r"|(?:استهد\w*|علي|ضد|قرب|مع|تضم|تستضيف|هاجم\w*|اصابه|مقتل|قتل)\s(?:\S+ )?$"
)
_SUFFERED = regex(
    r" (?:\w+ ){0,2}?(?:were|was|came under|at|in|stationed|based)\b|,? (?:said|says|announced|told)\b| (?:تعرض|تمركز|في قاعد|المتمركز|المتواجد)"
)
