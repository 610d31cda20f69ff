"""Who opens a crossing by his own hand: whoever cuts the ribbon, and with whom. PURE."""

from __future__ import annotations

import re

from events.codebook import EventType, Part
from ingest.coding.handlers import Handlers
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import GOVERNMENTS, Who, add

_NEAR = 3
"""Sentences behind the opening in which its ceremony is told of."""
_RIBBON = regex(
    r"\bcut(?:s|ting)? (?:a|the) (?:\w+ )?ribbon\b|\bribbon(?: was|-)? ?cut(?:ting)?\b|(?<!\w)[وف]?(?:[يت]?قص|قصا|قصوا|قصت) (?:[^.؛]{0,90} )?(?:ال)?شريط(?!\w)"
)
_WITH = regex(
    r"\b(?:with|alongside|and|while|together with) (?:[\w'’-]+ ){0,2}?(?:officials?|officers?|representatives?|staff|counterparts?|colleagues?)?(?: (?:of|from))? ?(?:the |syria's |iraq's )?$"
    r"|(?<!\w)(?:مع|و|والي جانب|الي جانب|بحضور|برفقه)\s?(?:(?:مسوول\w*|ممثل\w*|وفد|ضباط)(?: \S+)? (?:من|عن|في) )?$"
)
_REACH = 110
"""Characters between the ribbon and those who cut it."""


class Ribbons(Handlers):
    """Finds those who open a crossing themselves."""

    def ribbon(self, found: dict[str, Who]) -> None:
        """ "Omar al-Waeli cut the ribbon alongside officials of Syria's ports authority": he opens it, they take part."""
        first = self.happening.first.clause
        if self.happening.type is not EventType.CROSSING_STATUS:
            return
        for clause in self.speech.clauses:
            near = clause.text is first.text and 0 <= clause.order - first.order <= _NEAR and not clause.titular
            cut = _RIBBON.search(clause.text.plain, clause.start, clause.end) if near else None
            if cut is not None and not clause.has("background"):
                self._cut(clause, cut, found)
                return

    def _cut(self, clause: Clause, cut: re.Match[str], found: dict[str, Who]) -> None:
        cutters = [
            (mention, actor)
            for mention, actor, _ in self.named(clause)
            if mention.kind == "person" and cut.start() - _REACH <= mention.start <= cut.end()
        ]
        for mention, actor in cutters[:1]:
            one = self.who(mention, actor, Part.INITIATOR, clause)
            found.pop(one.key, None)
            add(found, one)
            for key in [k for k, w in found.items() if w.actor in GOVERNMENTS and self.rolled(w) is self.rolled(one)]:
                del found[key]
        for mention, actor, before in self.named(clause) if cutters else ():
            if mention.start >= cut.end() and mention.kind in ("government_body", "person") and _WITH.search(before):
                add(found, self.who(mention, actor, Part.PARTICIPANT, clause))
