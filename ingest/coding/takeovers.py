"""Who leaves a base, a camp or a crossing and who takes it over; whose guards lost a jail. PURE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from events.codebook import EventType, Modality, Part, Side
from ingest.coding.ranks import Ranks
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import STATE_OF, Who, add

_CHANGING = ("takeover", "withdraw", "hand_over")
_SITES = ("base_", "camp_", "prison_", "x_", "tanf_", "yarubiyah", "shaddadi", "hol_town", "apt_")
_FORCES = ("military_unit", "armed_group", "coalition")
_TAKING = ("sy_ports", "iq_border_ports", "sy_mod", "sy_moi")
"""Bodies of a government to which a place is handed."""
_ADVERBS = r"(?:(?:has|have|had|since|then|also|later|already|quickly|on \w+day|\w+day|late|early|were|was|are|is|to|be|,|which|who) )*"
_LEAVES = regex(
    rf",? ?(?:'s )?(?:\([a-z]+\),? )?{_ADVERBS}(?:withdr[ae]w\w*|left|leave|leaving|pull(?:ed|ing)? (?:out|back)|vacat\w+|depart\w*|moving out|move out|evacuat\w+|gave (?:it )?up|give it up|abandon\w+|hand(?:ed|ing)|turn(?:ed|ing) (?:it )?over|ced\w+|held\b|lost control)"
    rf"|[^.]{{0,30}} {_ADVERBS}(?:said|say|says|announced|confirmed)(?: \w+day)?(?: that)? (?:they|its (?:forces|troops|men|fighters|units)) {_ADVERBS}(?:withdr[ae]w\w*|left|leave|leaving|pull\w* (?:out|back)|complet\w+ (?:their|the|its) withdrawal|mov\w+ out)"
    r"|،? (?:قد )?(?:انسحبت?|غادرت?|اخلت|خرجت?|سلمت|تخلت)(?!\w)"
)
_LEFT = regex(
    r"(?:انسحاب|انسحبت?|مغادره|غادرت\w*|اخلا\w*|اخلت|خروج|رحيل|تراجع|جلاء|سيطره|عهده)\s(?:(?:اخر|ما تبقي من|كامل|عناصر|مقاتلي|افراد|قوات|وحدات|الجنود من|قوه من) ){0,3}$"
    r"|\b(?:withdrawal|departure|pull-?out|pullback|exit|retreat) (?:of|by) (?:the )?(?:\w+ ){0,2}$|\b(?:vacated|left|abandoned|evacuated|held|run|controlled|given up|handed over) by (?:the )?(?:\w+ ){0,2}$|\bfrom (?:the )?(?:hands of (?:the )?)?$"
)
_TAKES = regex(
    rf"(?:'s)?,? (?:\([a-z]+\),? )?(?:(?:soldiers|units|troops|forces|men) )?{_ADVERBS}(?:assum\w+|t[aoe]*k\w* (?:it )?(?:over|control|charge|up)|mov\w+ in(?:to)?|enter\w*|deploy\w*|driv\w+ in|dr[oi]ve\w* (?:in|through)|rolled in|raised|in control|receiv\w+|secur\w+)"
    r"|،? (?:قد )?(?:دخلت?|تسلمت?|استلمت?|سيطرت?|انتشرت?|تولت?|بسطت?)(?!\w)"
)
_TAKEN = regex(
    r"(?<!\w)[وف]?(?:تولت?|تسلمت?|تسلمته|تسلمتها|تسلمه|تسلمها|استلمت?|استلمته|استلمتها|سيطرت?|دخلت?|دخلتها|دخلته|انتشرت?) (?:عليها |فيها |عليه |فيه |وحدات من |قوات من )?$"
    r"|(?:الي|ل|لصالح|to|by) (?:the |units of the |a unit of the )?$"
)
_GIVEN = regex(r"(?<!\w)الي $|\bto $")
_SOLDIERS = regex(
    rf"\b(?:(?P<of>syrian|iraqi) (?:government )?(?P<men>soldiers))(?= {_ADVERBS}(?:took|taken|tak(?:e|ing)|mov(?:ed|ing) in|enter\w*|deploy\w*)\b)"
)
_ARMIES = {"syrian": "sy_army", "iraqi": "iq_army"}
_SOON = 2
"""Sentences behind the act within which the other side of it is named."""


class Takeovers(Ranks):
    """Reads places that change hands."""

    def exchanged(self, found: list[Who]) -> list[Who]:
        """ "Troops entered the camp on Wednesday, a day after the SDF announced that they were leaving": both."""
        known = {w.key: w for w in found}
        for clause in self._changing():
            for mention, actor, before in self.named(clause):
                if actor is None or not (mention.kind in _FORCES or actor in _TAKING):
                    continue
                after = clause.after(mention.end, 90)
                leaves = _LEAVES.match(after) or _LEFT.search(before)
                if (leaves and mention.kind in _FORCES) or _TAKES.match(after) or _TAKEN.search(before):
                    add(known, self.who(mention, actor, Part.PARTICIPANT, clause))
        for who in self._given_to_a_state():
            if not any(self.rolled(w) is self.rolled(who) for w in known.values()):
                add(known, who)
        return list(known.values()) or list(self._soldiers())

    def _soldiers(self) -> Iterator[Who]:
        """ "Syrian soldiers took over the base": the army, where nobody else is named."""
        for clause in dict.fromkeys(self._changing()):
            found = _SOLDIERS.search(clause.text.plain, clause.start, clause.end)
            actor = _ARMIES[found["of"]] if found else ""
            if found and actor in self.lexicon.actors and clause is self.happening.first.clause:
                yield Who(actor, Part.INITIATOR, clause, found.start(), found.end("men"))

    def _given_to_a_state(self) -> Iterator[Who]:
        """«سلّمت قاعدة التنف إلى دمشق», "handed the base over to Damascus": the state by its capital."""
        sites = [d.clause for d in self.happening.body if d.clause.has("hand_over")]
        for clause in sites if any(True for _ in self._changing()) else ():
            for mention in clause.mentions:
                country = STATE_OF.get(mention.place or "")
                if country and not mention.actor and _GIVEN.search(clause.before(mention.start, 24)):
                    actor = self.lexicon.government(country, self.day)
                    yield Who(actor, Part.PARTICIPANT, clause, mention.start, mention.end)

    def _changing(self) -> Iterator[Clause]:
        """The sentences that tell of a place that changes hands, and the next ones."""
        first = self.happening.first
        if self.happening.type is not EventType.BORDER_MEASURE or first.modality is Modality.DENIED:
            return
        body = [d.clause for d in self.happening.body]
        sites = any((m.place or "").startswith(_SITES) for c in body for m in c.mentions)
        if not sites or not any(c.has(*_CHANGING) for c in body):
            return
        yield from body
        for clause in self._next() if first.modality is Modality.DONE else ():
            if clause not in body and clause.has(*_CHANGING) and not clause.has("planned"):
                yield clause

    def _next(self) -> Iterator[Clause]:
        first = self.happening.first.clause
        for clause in self.speech.clauses:
            if clause.text is first.text and 0 <= clause.order - first.order <= _SOON:
                yield clause

    def jailers(self, found: list[Who]) -> list[Who]:
        """Whose guards a jailbreak befell and whose troops stood before the jail, as the next sentences name them."""
        if self.happening.type is not EventType.INCIDENT or not self.jailbreak(found):
            return found
        known = {w.key: w for w in found}
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self._next()]):
            for mention, actor, _ in self.named(clause) if not clause.has("background") else ():
                guard = actor is not None and mention.kind in _FORCES and self.side(actor) in (Side.SDF, Side.SY)
                if guard:
                    add(known, self.who(mention, actor, Part.PARTICIPANT, clause))
        return list(known.values())

    def jailbreak(self, found: Sequence[Who]) -> bool:
        escape = any(d.clause.has("escape") for d in self.happening.body)
        return escape and any(w.actor == "pop_isis_detainees" for w in (*found, *self.targets(found)))
