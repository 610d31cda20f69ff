"""Who is named again by his country: «الوزير السوري», "the visiting minister", «نظيره الجديد». PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from events.codebook import ROLLED_UP, Side
from ingest.coding.bodies import Bodies
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Text

_AGAIN_AR = regex(
    r"(?<!\w)[وفبلك]?(?:ال|لل?)(?P<noun>وزير|ضيف|مسوول|زاير|دبلوماسي|مبعوث|سفير)"
    r" ال(?P<of>سوري|عراقي|ضيف|زاير)(?!\w)(?! ال(?!ي?وم|ذي|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد|سابق|ضيف|زاير|عاصمه))"
)
_AGAIN_EN = regex(
    r"\b(?:the|his|her) (?P<of>syrian|iraqi|visiting)(?: (?:foreign|interior|defen[cs]e))?"
    r" (?P<noun>minister|guest|official|visitor|diplomat|envoy|ambassador|security chief|spy chief|intelligence chief)\b(?!'s?\b)"
    r"|\bthe (?P<alone>syrian|iraqi)(?= (?:was|is|will|later|also|had|has|then|met|held|flew|arrived|travelled|traveled|left|told)\b)"
)
_COLLEAGUE = regex(
    r"(?<!\w)[ولب]?(?P<ar>نظير(?:ه|ها)) (?:الجديد|المعين|هناك|في (?:دمشق|بغداد))(?!\w)"
    r"|\b(?P<en>(?:his|her) (?:(?:newly appointed|new|freshly named|newly named) counterpart\b|counterpart (?=in (?:damascus|baghdad))))"
)
_HINTS = (" السوري", " العراقي", " الضيف", " الزاير", "نظيره", "نظيرها")
_HINTS_EN = (" syrian ", " iraqi ", " visiting ", "counterpart")
_SIDES = {"سوري": Side.SY, "syrian": Side.SY, "عراقي": Side.IQ, "iraqi": Side.IQ}
_HELD = {
    "وزير": ("minister",), "minister": ("minister",), "سفير": ("ambassador",), "ambassador": ("ambassador",),
    "مبعوث": ("envoy",), "envoy": ("envoy",), "دبلوماسي": ("minister of foreign", "foreign minister", "ambassador", "envoy"),
    "diplomat": ("minister of foreign", "foreign minister", "ambassador", "envoy"),
    "security chief": ("intelligence", "security", "interior"), "spy chief": ("intelligence",),
    "intelligence chief": ("intelligence",),
}  # fmt: skip
"""What an office is called that such a word stands for; the others stand for any."""
_OTHER = {Side.SY: Side.IQ, Side.IQ: Side.SY}


@dataclass(frozen=True, slots=True)
class Visitors:
    """Finds the persons of one string that are named again without a name."""

    text: Text
    bodies: Bodies
    day: date
    home: Side | None

    def among(self, found: Sequence[Mention]) -> list[Mention]:
        """The mentions, and those of such persons."""
        known = list(found)
        arabic = bool(found) and self.text.plain[found[0].start] > "\u0600"
        if not found or not any(hint in self.text.plain for hint in (_HINTS if arabic else _HINTS_EN)):
            return known
        for match in (_AGAIN_AR if arabic else _AGAIN_EN).finditer(self.text.plain):
            self._put(known, found, match.start("noun" if arabic else 0), match.end(), self._again(found, match))
        for match in _COLLEAGUE.finditer(self.text.plain):
            start, end = match.span(match.lastgroup or 0)
            self._put(known, found, start, end, self._colleague(found, start))
        return sorted(known, key=lambda m: m.start)

    def _put(self, known: list[Mention], found: Sequence[Mention], start: int, end: int, person: str | None) -> None:
        over = [m for m in known if m.start < end and start < m.end]
        named = any(m.kind == "person" and 0 <= m.start - end < _BEHIND for m in found)
        if person is None or named or any(not m.adjective for m in over):
            return
        known[:] = [m for m in known if m not in over]
        known.append(Mention(start, end, actor=person, kind="person"))

    def _again(self, found: Sequence[Mention], match: re.Match[str]) -> str | None:
        """The last person of that country before it who holds such an office."""
        groups = match.groupdict()
        noun, side = groups["noun"] or "", _SIDES.get(groups.get("alone") or groups["of"] or "")
        wanted = side or _OTHER.get(self.home or Side.OTHER)
        for one in reversed([m for m in found if m.end <= match.start() and m.kind == "person"]):
            if one.actor is None:
                if one.office is not None and self._side(self.bodies.lexicon.offices[one.office].org) is wanted:
                    return None
                continue
            if self._side(one.actor) is wanted and self._holds(one.actor, _HELD.get(noun)):
                return one.actor
        return None

    def _holds(self, person: str, titles: Sequence[str] | None) -> bool:
        office = self.bodies.lexicon.office_of(person, self.day)
        title = office.title_en.lower() if office else ""
        return bool(title) and not _LESSER.search(title) and (titles is None or any(t in title for t in titles))

    def _side(self, actor: str) -> Side:
        side = self.bodies.lexicon.actors[actor].side_on(self.day)
        return ROLLED_UP.get(side, side)

    def _colleague(self, found: Sequence[Mention], start: int) -> str | None:
        """The holder, on the other side, of the office of him who is named right before."""
        last = next((m for m in reversed(found) if m.end <= start and m.kind == "person" and m.actor), None)
        if last is None or last.actor is None:
            return None
        country = {Side.IQ: "sy", Side.SY: "iq"}.get(self._side(last.actor))
        return self.bodies.other_side(last, country) if country else None


_LESSER = regex(r"prime minister(?! and)|^president|spokes|supreme|commander")
_BEHIND = 4
"""Characters between such words and a name that says who is meant."""


def with_visitors(text: Text, found: Sequence[Mention], bodies: Bodies, day: date, home: Side | None) -> list[Mention]:
    """The mentions, and those of persons named again by their country; `home`: that which the text is told from."""
    return Visitors(text, bodies, day, home).among(found)
