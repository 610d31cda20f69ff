"""Who gives information to whom. PURE."""

from __future__ import annotations

from dataclasses import replace

from events.codebook import EventType, Part, Side
from ingest.coding.event_types import Draft
from ingest.coding.mentions import Mention
from ingest.coding.on_whose_word import informers
from ingest.coding.regexes import regex
from ingest.coding.roles import GOVERNMENTS, STATE_OF, Who, add
from ingest.coding.struck import Struck

_AMONG = regex(r"(?:^|\s)(?:في|داخل|ضمن|in|within|inside)\s+(?:the )?$")
_GIVEN = regex(r"(?:\bto|\bonto|\bwith|الي|لدي)\s+(?:the )?$|(?<!\w)ل$")
_GIVEN_REACH = 24
"""Characters behind the word of giving within which an authority is the one that is given to."""
_TAIL = 3
"""Sentences behind an act within which who was told is named."""
_GIVES = regex(
    r"(?<!\w)[وف]?(?:قد )?(?:قدم|سلم|زود|ارسل|احال|منح|وفر|ابلغ|مرر|وضع|اودع|بعث|نقل)(?:ت)?(?:ها|ه|هم|هما)? ?(?:اليه|اليها|اليهم|له|لها|اياه|اياها|بين يديه|بين يديها) $"
)
"""«قدّمها إليه جهاز الاستخبارات»: who stands behind gave it."""


_ITS_MAN = regex(
    r"(?<!\w)(?:مسوول|مسوولان|مسوولون|مسوولين|مصدر|مصادر|ضابط|ضباط|قيادي)ا?(?: [^\s،.]+){0,4} (?:في|من|ب) ?$"
)
_DISCLOSES = regex(r"^[^.؛]{0,60}?(?:[،,] )?(?:عن|ان|بان|انه|انها|انهم) ")
_PROVIDING = regex(
    r"(?<!\w)[وبل]?(?:ال)?(?:تزويد|ابلاغ|اطلاع|موافاه|امداد|مد|اخطار) $|\b(?:providing|supplying|informing|briefing|tipping off) (?:the )?$"
)
_WITH_IT = regex(r" (?:ب(?!ال)|علي )| (?:with|of|about) ")
"""«كشف عن تزويد السلطات بمعلومات»: those right behind the noun are given it."""
_OURS = (Side.IQ, Side.SY)


class Informing(Struck):
    """Decides the parts where information is given."""

    def _told(self, found: dict[str, Who]) -> None:
        """Who is given information: «زوّد بها الجهاز دمشق», "gave Baghdad a list"."""
        if self.happening.type is not EventType.INTELLIGENCE_SHARING:
            return
        for draft in self.happening.body:
            for mention in draft.mentions:
                country = STATE_OF.get(mention.place or "")
                if (
                    country
                    and 0 <= mention.start - draft.end <= 70
                    and not _AMONG.search(draft.clause.before(mention.start))
                ):
                    actor = self.lexicon.government(country, self.day)
                    add(found, Who(actor, Part.PARTICIPANT, draft.clause, mention.start, mention.end))
        self._givers(found)
        self._disclosed_by_its_man(found)
        self._told_later(found)

    def on_their_word(self, found: dict[str, Who]) -> None:
        """ "Acting on a tip from Damascus, Iraqi forces arrested": who told it takes part, who struck did it."""
        if self.happening.type is not EventType.JOINT_OPERATION:
            return
        for draft in self.happening.body:
            for mention in informers(draft.clause, draft.start):
                country = STATE_OF.get(mention.place or "") or (mention.actor if mention.kind == "country" else None)
                actor = self.lexicon.government(country, self.day) if country else mention.actor
                if actor is None:
                    continue
                side = self.rolled_actor(actor)
                if not any(self.rolled(w) is side and w.part is not Part.MENTIONED for w in found.values()):
                    found[actor] = Who(actor, Part.PARTICIPANT, draft.clause, mention.start, mention.end)
                taking = [k for k, w in found.items() if w.part in (Part.INITIATOR, Part.PARTICIPANT)]
                found.update(
                    {k: replace(found[k], part=Part.PARTICIPANT) for k in taking if self.rolled(found[k]) is side}
                )
                others = [k for k in taking if self.rolled(found[k]) is not side]
                if others and not any(found[k].part is Part.INITIATOR for k in others):
                    found[others[0]] = replace(found[others[0]], part=Part.INITIATOR)

    def _disclosed_by_its_man(self, found: dict[str, Who]) -> None:
        """«كشف مسؤول في جهاز المخابرات عن تزويد دمشق بملف»: the service of him who tells of it gave it."""
        first = self.happening.first
        acting = [w for w in found.values() if w.part is not Part.MENTIONED]
        for mention in first.clause.mentions:
            actor = self.actor_of(mention)
            if actor is None or mention.kind not in ("government_body", "military_unit") or mention.end > first.start:
                continue
            before, side = first.clause.before(mention.head), self.rolled_actor(actor)
            gives = _ITS_MAN.search(before) and _DISCLOSES.search(first.clause.text.plain[mention.end : first.end])
            if not gives or side not in _OURS or any(self.rolled(w) is side for w in acting):
                continue
            found.update({k: replace(w, part=Part.PARTICIPANT) for k, w in found.items() if w in acting})
            found[actor] = self.who(mention, actor, Part.INITIATOR, first.clause)
            return

    def _told_later(self, found: dict[str, Who]) -> None:
        """ "The file was handed over to the service": who is told, where the act itself names one side only."""
        sides = {self.rolled(w) for w in found.values() if w.actor not in GOVERNMENTS}
        last = self.happening.first.clause.order + _TAIL
        for clause in self.follow if len(sides) < 2 else ():
            for mention, actor, before in self.named(clause) if clause.has("give_info", "hand_over", "move") else ():
                bodily = mention.kind in ("government_body", "military_unit") and clause.order <= last
                if bodily and _GIVEN.search(before) and actor and self.side(actor) not in sides:
                    add(found, self.who(mention, actor, Part.PARTICIPANT, clause))
                    return

    def _givers(self, found: dict[str, Who]) -> None:
        """«باتت بحوزة الجهاز بيانات … بعدما قدّمها إليه جهاز …»: who gave it, and who has it now only got it."""
        for draft in self.happening.body:
            for mention, actor, before in self.named(draft.clause):
                if mention.kind == "person" or actor is None or not _GIVES.search(before):
                    continue
                side = self.rolled_actor(actor)
                others = [k for k, w in found.items() if w.part is Part.INITIATOR and self.rolled(w) is not side]
                known = found.get(actor)
                if others or known is None or known.part is not Part.INITIATOR:
                    found.update({k: replace(found[k], part=Part.PARTICIPANT) for k in others})
                    found[actor] = self.who(mention, actor, Part.INITIATOR, draft.clause)
                return

    def _is_given(self, draft: Draft, mention: Mention, before: str, found: dict[str, Who]) -> bool:
        """Whether an authority is the one that is given information."""
        given = any(w.part is Part.INITIATOR for w in found.values())
        if _PROVIDING.search(before) and _WITH_IT.match(draft.clause.text.plain, mention.end):
            return True
        if mention.kind == "person":
            return given and bool(_GIVEN.search(before))
        return bool(_GIVEN.search(before)) or (given and 0 <= mention.head - draft.end <= _GIVEN_REACH)
