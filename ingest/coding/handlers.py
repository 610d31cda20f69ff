"""Who else has a hand in moving people: who sends them off, sees them on their way, helps them. PURE.

The act is told by its own sentence («انطلقت قافلة …»); whose hands it went through stands in those behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from events.codebook import EventType, Part
from ingest.coding.apart import SEPARATE
from ingest.coding.mentions import Mention
from ingest.coding.nearness import GROUPS
from ingest.coding.reading import Clause
from ingest.coding.receivers import Receivers
from ingest.coding.regexes import regex
from ingest.coding.roles import GOVERNMENTS, Who, add
from ingest.coding.rules import MOVEMENTS
from ingest.coding.unlisted import KIND as UNLISTED

GIVEN_TO = regex(
    r"(?:^|\s)(?:الي|لدي|to)\s+(?:the |an? |(?:قوه|قوات|وحده|وحدات|دوريه|عناصر|ممثلين|ممثلي|لجنه|وفد|ضباط|مفرزه|مفارز)(?: \S+)? (?:من|عن) )?$|(?:^|\s)ل$"
)
PART_OF_LAND = regex(
    r"(?<!\w)(?:كوردستان|كردستان|شمال|شرق|غرب|جنوب|شمالي|شرقي|غربي|جنوبي|وسط|داخل) $|\b(?:northern|eastern|northeast(?:ern)?|western|southern|north-?east) $"
)
"""«عائلات من كردستان سوريا»: where they come from, nobody who lets them in."""
_NEAR = 3
"""Sentences behind the act in which they are told of."""
_BODIES = ("coalition", "military_unit", "government_body", "armed_group", "international_org", UNLISTED)
_MOVED = (EventType.REPATRIATION, EventType.DETAINEE_TRANSFER)
_MEN = r"(?:متطوع\w*|فرق|فريق|طواقم|طاقم|كوادر|عناصر|قوات|قوه|وحدات|وحده|دوريات|دوريه|مفارز|ضباط|موظف\w*|ممثل\w*|اليات|عربات|مدرعات|مروحيات|طايرات|طيران)"
_TASK = r"(?:ال)?(?:حمايه|تامين|حراسه|مرافقه|مواكبه|خفر|خفاره|اسناد|نقل|نقلهم|نقلها|استقبال|استقبالهم|توزيع|تقديم|توفير|تسجيل|تدقيق|ايواء|ايوايهم|تجهيز|تنظيم|تفتيش|فحص|اجلاء|مهمه|عمليه)"
_TAKES_ON = regex(
    rf"(?<!\w)[وف]?(?:قد |ان )?س?[يت]?(?:تول[تي]?|تولي|تكفلت?|باشرت?|باشر|بدات?|واصلت?|قامت?|تعهدت?|اشترك\w*|شاركت?|ساهمت?|اسهمت?) (?:{_MEN} (?:من |تابعه ل)?)?$"
)
"""«فيما تولت قوى الأمن الداخلي حماية الطريق», «وشارك متطوعون من الهلال الأحمر في توزيع الماء»."""
_ITS_TASK = regex(rf"(?: \([^)]{{2,20}}\))?(?: ايضا| من جانبها| بدورها)? (?:في |ب)?{_TASK}(?!\w)")
_TOOK_PART = regex(rf"(?<!\w)[وف]?(?:[يت]?شاركت?|[يت]?ساهمت?|اسهمت?|اشتركت?) (?:فيها|فيه|بها) (?:{_MEN} (?:من )?)?$")
_TOGETHER = regex(
    r"(?<!\w)(?:ال)?(?:عمليه|رحله|نقل|عوده|خروج)[^.؛]{0,24} (?:بالتنسيق|بالتعاون|بتنسيق|بتعاون) (?:بين|مع) (?:[^.؛]{0,60} و(?:مع )?)?(?:وفد|لجنه|فريق|ممثلين|ممثلي)?(?: (?:من|عن))? ?$"
)
"""«وجرت العملية بالتنسيق بين الإدارة الذاتية ووفد من وزارة الهجرة»."""
_ESCORTED_BY = regex(
    r"\b(?:escorted|accompanied|shepherded|shadowed|flanked|driven|convoyed|seen off|assisted|arranged)"
    r"(?: \w+){0,3}? by (?:(?:\w+ )?(?:fighters|forces|men|officers|members|units|vehicles|troops|guards|convoys?|helicopters|aircraft|patrols|staff|teams?|volunteers) (?:of|from) )?(?:the |iraq's |syria's )?$"
)
_SEES_ON = regex(
    r"(?: \([a-z .-]{2,20}\))?(?:'s)?,?(?: (?:forces|fighters|troops|officers|aircraft|helicopters|vehicles|staff|teams|volunteers|which|who|had|has|have|also|then|later|its|jointly|and))*"
    r" (?:escort(?:s|ed) |accompan(?:ied|ies) |(?:guard|protect|secur)(?:ed|es|s) (?:the|their) (?:convoy|buses|column|road|route|way|transfer|operation|flight|move)|provid(?:ed|es) (?:security|protection|air cover|escort|buses|transport)|planned|coordinated|organi[sz]ed|arranged|oversaw|supervised|carried out|ran the|took part|took charge of|lent|help(?:ed|s) )"
)
_HANDED = r"(?:hand(?:ed|s)|turn(?:ed|s)|g[ai]ve[ns]?|deliver(?:ed|s)|transferred|transfers|released|surrendered|entrusted|sent|put|brought)"
_THEM = r"(?:them|him|her|those|the (?:\w+ )?(?:group|men|women|families|children|detainees|prisoners|soldiers|returnees|convoy|inmates|convicts|suspects|youths|refugees|batch))"
_SENDS_EN = regex(
    rf"(?: \([a-z .-]{{2,20}}\))?(?: (?:has|had|have|then|later|also|then))* {_HANDED} (?:over |back )?{_THEM}\b"
)
_SENDS = regex(r"(?<!\w)[وف]?(?:قد )?(?:سلمت?|اعادت?|رحلت?|ابعدت?|نقلت?|ارسلت?|سيرت?)(?P<them>هم|ها|هن|ته|ه)? $")
_SENT = regex(r" (?:قد |كانت |كان )*(?:سلمت?|رحلت?|اعادت?|نقلت?)(?:هم|هن)(?!\w)")
_OBJECT = 60
"""Characters behind a sender within which those are named whom he sends."""
_TO_MEN_OF = regex(
    r"(?:(?<!\w)الي|(?<!\w)ل)\s?(?:وفد|لجنه|قوه|ممثلين|ممثلي|ممثل|ضباط|فريق|مفرزه|عناصر)(?: \S+)? (?:من|عن) (?:قبل )?$"
    r"|\bto (?:an? |the )?(?:\w+ )?(?:team|delegation|force|officers|officials|representatives|committee|unit|agents|members|envoys?) (?:of|from) (?:the |iraq's |syria's )?$"
)
_MET_BY = regex(
    r"\b(?:met|received|welcomed|greeted|collected|picked up|taken over)(?: [\w-]+){0,5}? by (?:(?:[\w-]+ ){1,3}(?:of|from) )?(?:the |iraq's |syria's )?(?:new |interim )?$"
    rf"|(?<!\w)[وف]?(?:[يت]?ستقبل|استقبل|[يت]?تسلم|استلم)(?:ت|ته)?(?:هم|ها)(?: هناك| منها| منهم)? (?:{_MEN} (?:من |عن |تابع\w* ل)?)?$"
)
"""«وفي الطرف السوري استقبلهم ضباط من الأمن الداخلي», "were met on the other side by fighters of the …"."""
_HOMECOMING = "iq_momd"
_FLYERS = frozenset(("centcom", "us_forces", "coalition", "cjtf_oir"))
_FLIES = regex(
    r"(?: \([^)]{2,12}\))?(?: (?:has|have|had|began|begun|started|is|are|was|were|been|to|already|also|then))*"
    r" (?:flew|flown|flying|fly|mov(?:e|ed|ing)|transferr(?:ed|ing)|transfer|transport(?:ed|ing)?|airlift(?:ed|ing)?|empty(?:ing)?|emptied|clear(?:ed|ing)?|evacuat(?:ed|ing)|ferr(?:ied|ying)|relocat(?:ed|ing)|tak(?:en|ing)|took|shift(?:ed|ing))\b"
)
""" "The US military has been moving the men": who does it."""
_HANDING = frozenset(("hand_over", "move", "return"))


class Handlers(Receivers):
    """Finds the bodies through whose hands people go."""

    def handled(self, found: dict[str, Who]) -> None:
        """Senders, escorts and helpers named in the sentences of the act and those right behind it."""
        if self.happening.type not in MOVEMENTS:
            return
        for clause in self._behind():
            for mention, actor, before in self.named(clause):
                known = found.get(actor or "")
                if mention.kind not in _BODIES or (known is not None and known.part is not Part.MENTIONED):
                    continue
                part = self._hand(clause, mention, before, found)
                if part is not None:
                    add(found, self.who(mention, actor, part, clause))

    def tells(self, clause: Clause, mention: Mention) -> bool:
        """Whether a person stands in a clause as the one who says it."""
        return mention.kind == "person" and any(said.start == mention.start for said in self.speech.sayings([clause]))

    def given_to(self, clause: Clause, mention: Mention, before: str) -> bool:
        """«إلى الجيش», «سلّمت القاعدة للجيش السوري», where the article hides in the preposition."""
        hidden = clause.has("hand_over") and clause.text.plain.startswith("لل", mention.head)
        return hidden or GIVEN_TO.search(before) is not None

    def _behind(self) -> Iterator[Clause]:
        first = self.happening.first.clause
        own = [d.clause for d in self.happening.body]
        near = (c for c in self.speech.clauses if c.text is first.text and 0 <= c.order - first.order <= _NEAR)
        for clause in dict.fromkeys([*own, *self.follow, *near]):
            if clause not in own and SEPARATE.match(clause.plain):
                return
            if not clause.titular and not clause.has("background") and clause.order >= first.order:
                yield clause

    def _hand(self, clause: Clause, mention: Mention, before: str, found: dict[str, Who]) -> Part | None:
        """What a body has to do with it, or nothing."""
        if self.happening.type in _MOVED and self._sends(clause, mention, before):
            others = any(w.part is Part.INITIATOR and w.actor not in GOVERNMENTS for w in found.values())
            return Part.PARTICIPANT if others else Part.INITIATOR
        if self.happening.type in _MOVED and clause.has(*_HANDING) and _TO_MEN_OF.search(before):
            return Part.HOST
        hosted = any(w.part is Part.HOST and w.actor not in GOVERNMENTS for w in found.values())
        if self.happening.type in _MOVED and not hosted and _MET_BY.search(before):
            return Part.HOST
        if clause.text.plain[mention.start] > "\u0600":
            after = clause.after(mention.end, 50)
            takes_on = _TAKES_ON.search(before) and _ITS_TASK.match(after)
            helps = _TOOK_PART.search(before) or _TOGETHER.search(before)
            return Part.PARTICIPANT if takes_on or helps else None
        after = clause.after(mention.end, 90)
        return Part.PARTICIPANT if _ESCORTED_BY.search(before) or _SEES_ON.match(after) else None

    def _sends(self, clause: Clause, mention: Mention, before: str) -> bool:
        """«سلّمت الإدارة الذاتية 193 عائلة», "the administration handed the group over"."""
        if clause.text.plain[mention.start] < "\u0600":
            return _SENDS_EN.match(clause.after(mention.end, 60)) is not None
        if _SENT.match(clause.after(mention.end, 24)):
            return True
        verb = _SENDS.search(before)
        if verb is None or verb["them"] in ("ها", "ه", "ته"):
            return False
        people = (w for name in GROUPS if name in clause.classes for w in clause.of(name))
        return verb["them"] is not None or any(0 <= w.start - mention.end <= _OBJECT for w in people)

    def flown_by(self, found: list[Who]) -> list[Who]:
        """ "The last plane landed in Baghdad, US Central Command said": the force that tells of its own flights."""
        if self.happening.type is not EventType.DETAINEE_TRANSFER or any(w.part is Part.INITIATOR for w in found):
            return found
        told = [d.clause for d in self.happening.body]
        for clause in dict.fromkeys([*told, *self.follow]):
            for mention, actor, _ in self.named(clause):
                if actor in _FLYERS and _FLIES.match(clause.after(mention.end, 60)):
                    return [self.who(mention, actor, Part.INITIATOR, clause), *(w for w in found if w.actor != actor)]
        first = self.happening.first.clause
        near = [c for c in self.follow if abs(c.order - first.order) <= _NEAR * (not c.has("background"))]
        for said in self.speech.sayings(list(dict.fromkeys([*(d.clause for d in self.happening.body), *near]))):
            actor = said.claimant.actor
            if actor in _FLYERS and not any(w.actor == actor for w in found):
                return [Who(actor, Part.INITIATOR, said.clause, said.start, said.end), *found]
        return found

    def by_its_ministry(self, found: list[Who]) -> list[Who]:
        """«قال مسؤول في وزارة الهجرة إن بلاده تعتزم إعادة 60 أسرة»: the ministry whose man tells of families brings them home."""
        said = self.saying.behind or self.saying if self.saying else None
        if self.happening.type is not EventType.REPATRIATION or said is None or said.body != _HOMECOMING:
            return found
        return [
            replace(w, actor=_HOMECOMING, clause=said.clause, start=said.start, end=said.end)
            if w.actor == "iq_gov"
            else w
            for w in found
        ]
