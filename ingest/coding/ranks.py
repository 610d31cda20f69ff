"""Who stands for whom: a person for his body, a body for the larger one, who is named as having done it. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.codebook import EventType, Modality, Part, Side
from ingest.coding.event_types import Draft
from ingest.coding.mentions import Mention
from ingest.coding.peoples import Peoples
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import GOVERNMENTS, STATE_OF, Who, add, word_of

_MOVED = frozenset((EventType.DETAINEE_TRANSFER, EventType.REPATRIATION, EventType.REFUGE))
HANDED = frozenset((EventType.DETAINEE_TRANSFER, EventType.REPATRIATION))
RECEIVES = regex(
    r"(?:ي|ت|ن)?(?:تسلم|ستلم|ستقبل|ستعيد)|استلام|استلم|استقب|استعاد|receiv|receipt|t(?:ake|akes|aken|aking|ook) (?:in\b|custody|delivery|charge|possession|into custody)"
)
_HANDS_ON = regex(r"[^.؛]{4,70} (?:الي|ل)(?: ال|ل)(?:جانب|سلطات|حكومه|اداره|طرف|جهات)(?!\w)")
"""«أن تسلّمه القوات إلى الجانب الآخر»: given, and not received."""
_RECEIVING = regex(r" (?:قد |سوف )?(?:س?[يت]?تسلمت?|س?[يت]ستلم|استلمت?)(?!\w)")
"""«أن العراق تسلّم …», whatever word tells the act."""
_DECIDED_BY = regex(
    r"(?<!\w)(?:ال)?(?:قرار|اجراء|اغلاق|تعليق|ايقاف|افتتاح)(?: [^\s،.]+){0,2}? (?:قد )?(?:صدر|صادر|اتخذته|اتخذتها|جاء) ?(?:(?:عن|من) (?:قبل )?|بقرار من |بامر من |بتوجيه من )?$"
    r"|\bdecision (?:was |had been )?(?:taken|made|issued) by (?:the )?$"
)
_BY_VERB, _SOON = 24, 2
_THE_UNIT = regex(r"(?<!\w)ال(?P<n>دوريه|قوه|مفرزه|كمين|مفارز|دوريات)(?!\w)")
_A_UNIT = regex(
    r"(?<!\w)[وبلف]?(?P<n>دوريه|قوه|مفرزه|كمين|مفارز|دوريات)(?: (?!ال)[^\s،.]+){0,2} (?:من |تابعه? ل|ل|في )?$"
)
_MINISTRIES = ("iq_mfa", "sy_mfa")
_DID_IT = regex(
    r"\s(?:نفذت?|قامت? ب|تولت?) ?(?:تنفيذ )?(?:هذه )?(?:ال)?(?:عمليه|مداهمه|ضربه|انزال)|\s(?:carried out|conducted|executed|led) the (?:operation|raid|strike)"
)
_DONE_BY = regex(
    r"(?:نفذها|نفذتها|نفذه|قام بها|قامت بها) $|\b(?:operation|raid|strike) was (?:carried out|conducted|executed|led)\b[^.]{0,60}\bby (?:the |iraq's |syria's )?$"
)
_MEN_FROM = regex(r"\b(?:reinforcements?|troops|soldiers|units?|forces?|men|fighters),? from (?:the )?(?:\w+'s )?$")
_ANNOUNCES = regex(r"(?: \(\w+\))? (?:announced|said|reported|confirmed)(?: (?:on )?\w+){0,2} that ")
MOUTHPIECES = frozenset(("iq_smc",))
"""Bodies that only publish what others did."""
_TWO_OPEN = regex(
    r"(?<!\w)[وف]?(?:اعاد|افتتح|فتح|اغلق|استانف|اعلن) (?P<ar>(?:البلدان|الجانبان|الطرفان|الحكومتان)(?: الجاران)?)(?!\w)"
    r"|(?<!\w)(?P<they>(?:البلدان|الجانبان|الطرفان|الحكومتان)(?: الجاران)?) (?:قد )?(?:اعادا|اعادتا|افتتحا|فتحا|اغلقا|استانفا)(?!\w)"
    r"|\b(?P<en>(?:the two|both) (?:countries|governments|sides|neighbou?rs)) (?:(?:have|had|also|formally|officially) )*(?:reopened|opened|closed|shut|resumed)\b"
)
_RELATIONS = regex(
    r"(?:(?:ال)?علاقات\w*|\b(?:relations|ties))\b(?: (?!في|الي|من|to |in )[^\s،.]+){0,3} (?:بين|مع|between|with) (?:the )?(?:(?:ال)?\S+ (?:و|and ))?(?:ال)?$"
)
_SAME_DAY_AS = regex(
    r"\b(?:on the same day (?:as|of|that)|the (?:same )?day (?:of|that)|to coincide with|coincid(?:ed|ing) with) (?:the )?$"
    r"|(?<!\w)(?:تزامنا|بالتزامن|تزامن\w*) مع (?:زياره|وصول|اجتماع|لقاء|محادثات|جوله) (?:[^\s،.]+ ){0,3}$"
)
_JOINS = regex(r"\bjoin(?:ing|ed)? (?:the )?$")
_AT_WAR = regex(r"\bwar (?:between|with|on|against) (?:the )?(?:\w+ and )?$")
_ITS_MEN = regex(
    r"\b(?:its|their) (?:own )?(?:forces|fighters|units|men|troops|members|brigades|positions|factions)\b"
    r"|(?<!\w)(?:مقاتلي|قطعات|الوي|الويت|عناصر|فصايل|قوات|منتسبي|افراد|مواقع|تشكيلات|مفارز)(?:ها|ه|تها|ته)(?!\w)"
)
_GENERAL = frozenset(("iq_armed_forces", "iq_gov", "sy_gov", "us_forces", "us_gov", "sy_army"))
_OPERATIONS = (EventType.JOINT_OPERATION, EventType.BORDER_OPERATION)
_NEAR = 2
"""Sentences behind an act within which the body that did it may be named."""
_LEFT = regex(
    r"(?:انسحاب|انسحبت?|مغادره|غادرت\w*|اخلا\w*|خروج|رحيل|تراجع|جلاء|withdrawal of|withdrew|departure of|pull-?out of|exit of|vacated by|left by)\s(?:\w+ )?(?:the )?$"
)
_HANDING = ("takeover", "hand_over")
_FORCES = ("military_unit", "armed_group", "coalition")
_FROM_THEM = regex(
    r"(?<!\w)[وف]?(?:تسلم|تسلمت|يتسلم|تتسلم|استلم|استلمت|استلام|تسلمها|تسلمته|تسلمه|استلمها|استعاد|استعادت|انتزع|انتزعت)(?!\w)[^.]{0,80} من (?:قوات |عناصر |مقاتلي )?$"
    r"|\b(?:took|taken|taking|takes|received|receives) [^.]{0,80} from (?:the )?$"
)
_ADMINISTRATION = regex(r"(?<!\w)[ولب]{0,2}(?P<n>اداره (?=(?:معبر|منفذ) ))")
_ADMINISTERS = regex(r"(?P<n>\b(?:administration|management|directorate) of )(?:the )?$")
_ITS_RUNNERS = regex(r"(?:(?: border)? crossing)?(?:['’]s)? (?:administration|management|directorate)\b")
_CROSSING = regex(r"(?: border)? crossing\b")
_GATE, _VERB = 7, 12
_RUN_BY = {
    "x_semalka": None,
    "fishkhabur": None,
    "x_qaim": "iq_border_ports",
    "x_rabia": "iq_border_ports",
    "x_walid": "iq_border_ports",
}
"""Who runs a crossing whose administration acts; nobody registered at Semalka and Faysh Khabur."""
_LEAVERS = (Side.US, Side.COALITION, Side.SDF)
_TAKES_OVER = regex(
    r"\s(?:has |have |had )?(?:assumed|taken (?:over|control|charge)|took (?:over|control|charge)|moved in|deployed there|is now in control)"
)
_TAKEN = regex(r"(?:تولت?|تسلمت?|تسلم|سيطرت?|دخلت?|انتشرت?) (?:عليها |فيها )?$")
_LEAVING = regex(r"\s(?:withdrew|left|pulled out|vacated|departed|handed|turned over|have left)\b")


def _gate_runners(clause: Clause) -> tuple[int, int] | None:
    """ "The administration of the Semalka border crossing", "the Semalka administration". English."""
    for mention in clause.mentions:
        if mention.place != "x_semalka" or clause.text.plain[mention.start] > "\u0600":
            continue
        ahead = _ADMINISTERS.search(clause.before(mention.head, 40))
        if ahead is not None:
            noun = _CROSSING.match(clause.text.plain, mention.end, clause.end)
            return mention.head - (ahead.end() - ahead.start("n")), noun.end() if noun else mention.end
        behind = _ITS_RUNNERS.match(clause.text.plain, mention.end, clause.end)
        if behind is not None:
            return mention.start, behind.end()
    return None


_FROM_WHOM = regex(r"(?:(?<!\w)من|\bfrom(?: the)?) $")


class Ranks(Peoples):
    """Puts one participant in another's place."""

    def _receiving(self, found: list[Who]) -> list[Who]:
        """Who is said to receive the people moved is their host, and Iraq's bodies of families brought home."""
        if self.happening.type not in HANDED:
            return found
        first = self.happening.first
        receives = RECEIVES.match(first.text.plain[word_of(first).stem : first.end]) is not None
        receives = receives and not _HANDS_ON.match(first.text.plain, first.end, first.clause.end)
        families = any(w.actor == "pop_camp_families" for w in self.targets(found))
        iraqi = {id(w) for w in found if w.part is Part.INITIATOR and self.rolled(w) is Side.IQ}
        others = [w for w in found if id(w) not in iraqi and w.part in (Part.INITIATOR, Part.PARTICIPANT)]
        receives = receives or any(_RECEIVING.match(w.clause.text.plain, w.end) for w in found if id(w) in iraqi)
        if receives and not families:
            return self._from_hand_to_hand(found, others, iraqi)
        return [replace(w, part=Part.HOST) if id(w) in iraqi else w for w in found] if families else found

    def _from_hand_to_hand(self, found: list[Who], others: Sequence[Who], iraqi: set[int]) -> list[Who]:
        """«استلمت السلطات السورية من الجانب العراقي …»: who receives is the host, from whom it comes hands over."""
        home, other = (Side.IQ, Side.SY) if iraqi else (Side.SY, Side.IQ)
        given = (w for w in found if w.part is Part.PARTICIPANT and self.rolled(w) is other)
        givers = {id(w) for w in given if _FROM_WHOM.search(w.clause.before(w.start, 16))}
        takers = iraqi or {id(w) for w in others if w.part is Part.INITIATOR and self.rolled(w) is Side.SY}
        received = not iraqi and any(w.part is Part.HOST for w in found)
        if received or not takers or any(self.rolled(w) is home for w in others if id(w) not in takers):
            return found
        parts = {**dict.fromkeys(takers, Part.HOST), **dict.fromkeys(givers - takers, Part.INITIATOR)}
        return [replace(w, part=parts.get(id(w), w.part)) for w in found]

    def _naming(self, found: list[Who]) -> list[Who]:
        """A foreign ministry that announces whom it names does it, and the other side only agrees."""
        said = self.saying.behind or self.saying if self.saying else None
        actor = said.claimant.actor if said else None
        if self.happening.type is not EventType.DIPLOMATIC_STATUS or said is None or actor not in _MINISTRIES:
            return found
        side = self.side(actor)
        if any(self.rolled(w) is side and w.part is Part.INITIATOR for w in found):
            return found
        rest = [replace(w, part=Part.PARTICIPANT) if w.part is Part.INITIATOR else w for w in found if w.actor != actor]
        return [Who(actor, Part.INITIATOR, said.clause, said.start, said.end), *rest]

    def _without_bosses(self, found: list[Who]) -> list[Who]:
        """A named person stands for the office: not also the body that he heads."""
        heads = {
            self.lexicon.offices[o.id].org
            for w in found
            if w.actor
            for o in [self.lexicon.office_of(w.actor, self.day)]
            if o
        }
        first = {w.actor for w in found if w.actor in heads and w.part is Part.INITIATOR and not self.is_person(w)}
        kept = [w for w in found if w.actor not in heads or self.is_person(w)]
        return [replace(w, part=Part.INITIATOR) if first and self._heads(w) in first else w for w in kept]

    def _heads(self, who: Who) -> str | None:
        office = self.lexicon.office_of(who.actor, self.day) if who.actor and self.is_person(who) else None
        return office.org if office else None

    def referred(self, found: dict[str, Who]) -> None:
        """«وسبق أن ضبطت المديرية …»: where nobody by name does it, the body named before that the act's own noun means."""
        if any(w.part in (Part.INITIATOR, Part.HOST) for w in found.values()):
            return
        for draft in self.happening.body:
            meant = self.speech.references.subject(draft.clause, draft.start, draft.end)
            if meant is not None and meant.actor in self.lexicon.actors and meant.actor not in MOUTHPIECES:
                add(found, Who(meant.actor, Part.INITIATOR, draft.clause, meant.start, meant.end))
                return

    def both_countries(self, found: dict[str, Who]) -> None:
        """«أعاد البلدان فتح المعبر», "the two countries reopened it": where nobody by name does it."""
        if self.happening.type is not EventType.CROSSING_STATUS or found:
            return
        for draft in self.happening.body:
            both = _TWO_OPEN.search(draft.clause.text.plain, draft.clause.start, draft.clause.end)
            if both is not None:
                for country in ("iq", "sy"):
                    actor = self.lexicon.government(country, self.day)
                    add(found, Who(actor, Part.INITIATOR, draft.clause, *both.span(both.lastgroup or 0)))

    def related(self, found: dict[str, Who]) -> None:
        """«عادت العلاقات الدبلوماسية بين بغداد ودمشق», "cut ties with Iraq": the two whose relations they are."""
        if self.happening.type is not EventType.DIPLOMATIC_STATUS:
            return
        for draft in self.happening.body:
            for mention in draft.mentions:
                country = STATE_OF.get(mention.place or "") or (mention.actor if mention.kind == "country" else None)
                if country in ("iq", "sy") and _RELATIONS.search(draft.clause.before(mention.head, 70)):
                    actor = self.lexicon.government(country, self.day)
                    add(found, Who(actor, Part.PARTICIPANT, draft.clause, mention.start, mention.end))

    def as_one(self, actor: str | None) -> bool:
        """«أعاد العراق وسوريا فتح المعبر»: two states open what is between them."""
        return self.happening.type is EventType.CROSSING_STATUS and actor in GOVERNMENTS

    def without_parents(self, found: list[Who]) -> list[Who]:
        """A ministry stands back behind a body of its own that acts."""
        acting = [w for w in found if w.actor and not self.is_person(w)]
        above = {p: w.part for w in acting for p in self._above(w.actor or "")}
        moves = self.happening.type in (*_MOVED, EventType.CROSSING_STATUS)
        leads = {p for p, part in above.items() if part is Part.PARTICIPANT and moves}
        leading = {w.actor for w in found if w.actor in leads and w.part in (Part.INITIATOR, Part.HOST)}
        return [w for w in found if w.actor not in above or w.actor in leading or self.is_person(w)]

    def _above(self, actor: str) -> set[str]:
        found: set[str] = set()
        current = self.lexicon.actors[actor].parent
        while current in self.lexicon.actors and current not in found:
            found.add(current)
            current = self.lexicon.actors[current].parent
        return found

    def did_it(self, found: list[Who]) -> list[Who]:
        """«قوة عراقية», then «خلية الصقور نفذت العملية»: the body that is named as having done it."""
        general = {id(w) for w in found if w.part is Part.INITIATOR and w.actor in _GENERAL}
        last = self.happening.first.clause.order + _NEAR
        near = [c for c in self.speech.clauses if c.text is self.happening.first.clause.text and c.order <= last]
        lone = self.happening.type in _OPERATIONS and not any(w.part is Part.INITIATOR for w in found)
        for clause in near if general or lone else ():
            if clause.order < self.happening.first.clause.order or clause.has("background"):
                continue
            for mention, actor, _ in self.named(clause):
                did = (
                    self._their_unit(mention, clause)
                    or _DID_IT.match(clause.after(mention.end, 50))
                    or _DONE_BY.search(clause.before(mention.head, 90))
                )
                if not did or actor is None or actor in _GENERAL or mention.kind == "person":
                    continue
                doer = self.who(mention, actor, Part.INITIATOR, clause)
                rest = [w for w in found if w.actor != actor and not (id(w) in general and self._same(w, doer))]
                return [doer, *rest]
        return found

    def _their_unit(self, mention: Mention, clause: Clause) -> bool:
        """ "The reinforcements, from the army's 86th Division": whose men they are that a state sends."""
        if self.happening.type is not EventType.BORDER_MEASURE or mention.kind != "military_unit":
            return False
        return _MEN_FROM.search(clause.before(mention.head)) is not None

    def own_men(self, actor: str | None) -> bool:
        """ "The PMF denied that its fighters had crossed": what is denied was said of its men."""
        force = actor is not None and self.lexicon.actors[actor].kind in ("military_unit", "armed_group")
        return force and any(_ITS_MEN.search(d.clause.plain) for d in self.happening.body)

    def only_announces(self, draft: Draft, mention: Mention) -> bool:
        """ "CENTCOM announced that U.S. forces completed …": who announces what another body did."""
        told = _ANNOUNCES.match(draft.text.plain, mention.end, draft.start)
        acting = ("military_unit", "government_body")
        if told is None or mention.kind not in acting:
            return False
        return any(told.end() <= m.start < draft.start and m.kind in acting for m in draft.mentions)

    def beside_it(self, before: str) -> bool:
        """Whom somebody wants to join, whose war it is, or whose visit fell on the same day, has no part."""
        at_war = self.happening.type is EventType.BORDER_MEASURE and _AT_WAR.search(before)
        return bool(at_war or _JOINS.search(before) or _SAME_DAY_AS.search(before))

    def _same(self, one: Who, other: Who) -> bool:
        return self.rolled(one) is self.rolled(other)

    def _taken_by(self, found: list[Who]) -> list[Who]:
        """ "… have withdrawn and the army has assumed control": who takes over what others leave takes part."""
        leavers = [w for w in found if w.part is Part.INITIATOR and self.side(w.actor or "us") in _LEAVERS]
        known = {w.actor for w in found}
        for draft in self.happening.body if leavers and len(found) == 1 else ():
            for mention, actor, before in self.named(draft.clause):
                takes = _TAKES_OVER.match(draft.clause.after(mention.end, 40)) or _TAKEN.search(before)
                if takes and mention.kind == "military_unit" and actor is not None and actor not in known:
                    return [*found, self.who(mention, actor, Part.PARTICIPANT, draft.clause)]
        return found

    def _handed_by(self, found: list[Who]) -> list[Who]:
        """«تسلمها الجيش من القوات الأمريكية», «سيطر عليه الجيش إثر انسحاب قسد»: who gave it up takes part."""
        takers = {self.rolled(w) for w in found if w.part is Part.INITIATOR and not self.is_person(w)}
        known = {w.actor for w in found}
        for draft in self.happening.body if len(takers) == 1 else ():
            for mention, actor, before in self.named(draft.clause) if draft.clause.has(*_HANDING) else ():
                force = actor is not None and self.lexicon.actors[actor].kind in _FORCES
                if not force or actor is None or actor in known or self.rolled_actor(actor) in takers:
                    continue
                if _FROM_THEM.search(before) or (_LEFT.search(before) and draft.clause.has("takeover")):
                    return [*found, self.who(mention, actor, Part.PARTICIPANT, draft.clause)]
        return found

    def its_unit(self, found: dict[str, Who]) -> None:
        """«دورية لقوات الفلانية … وأوقفت الدورية ثلاثة»: the body whose patrol the sentence before told of."""
        line = self.happening.type in (EventType.BORDER_OPERATION, EventType.JOINT_OPERATION)
        if not line or any(w.part is Part.INITIATOR for w in found.values()):
            return
        for draft in self.happening.body:
            near = draft.text.plain[max(draft.clause.start, draft.start - _BY_VERB) : draft.end + _BY_VERB]
            unit = _THE_UNIT.search(near)
            first = draft.clause.order
            told = (c for c in self.speech.clauses if c.text is draft.text and 0 < first - c.order <= _SOON)
            for clause in reversed(list(told)) if unit else ():
                for mention, actor, before in self.named(clause):
                    one = _A_UNIT.search(before)
                    if unit and one and one["n"] == unit["n"] and mention.kind in ("military_unit", "government_body"):
                        add(found, self.who(mention, actor, Part.INITIATOR, clause))
                        return

    def gatekeepers(self, found: list[Who]) -> list[Who]:
        """«قررت إدارة معبر سيمالكا …»: those who run a crossing open and close it; no state runs al-Semalka's Syrian end."""
        denied = self.happening.first.modality is Modality.DENIED
        states = [w for w in found if self.is_state(w)]
        only_ground = len(states) + sum(w.actor == "krg" for w in found) == len(found)
        if self.happening.type is not EventType.CROSSING_STATUS or denied or not only_ground:
            return found
        near = [c for c in self.follow if not c.titular and c.order - self.happening.first.clause.order <= _NEAR]
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *near]):
            runners = _gate_runners(clause)
            if runners is not None:
                return [Who(None, Part.INITIATOR, clause, *runners), *states]
            told = _ADMINISTRATION.search(clause.text.plain, clause.start, clause.end)
            gate = next((m for m in clause.mentions if told and told.end() - 1 <= m.end and m.place in _RUN_BY), None)
            if told is None or gate is None or gate.start > told.end() + _GATE:
                continue
            runs = _RUN_BY[gate.place or ""]
            if runs is None or runs in self.lexicon.actors:
                end = gate.start + len(clause.text.plain[gate.start : gate.end].removesuffix(" الحدودي"))
                return [Who(runs, Part.INITIATOR, clause, told.start("n"), end), *states]
        for clause in near if not found else ():
            for mention, actor, before in self.named(clause) if not clause.has("background") else ():
                opens = any(0 <= w.start - mention.end <= _VERB for w in clause.of("open", "close", "upgrade"))
                opens = opens or _DECIDED_BY.search(before) is not None
                if opens and mention.kind == "government_body" and actor is not None:
                    return [self.who(mention, actor, Part.INITIATOR, clause)]
        return found

    def ordering(self, found: list[Who]) -> list[Who]:
        """«ويولي الزيدي … اهتماماً؛ ففي 31 أيار جال على المخافر وأمر بنشر لواء»: who the sentence began with."""
        first = self.happening.first.clause
        told = first.has("order", "tour") and not first.titular
        if found or self.happening.type is not EventType.BORDER_MEASURE or not told:
            return found
        ahead = [
            c for c in self.speech.clauses if c.text is first.text and c.order == first.order and c.end <= first.start
        ]
        people = [(c, m, a) for c in ahead for m, a, _ in self.named(c) if m.kind == "person"]
        return [self.who(m, a, Part.INITIATOR, c) for c, m, a in people[:1]]

    def left_to(self, found: list[Who]) -> list[Who]:
        """«تسلمت القاعدة بعد انسحاب القوات الأمريكية»: who leaves a base hands it over, who takes it receives it."""
        if self.happening.type is not EventType.BORDER_MEASURE:
            return found
        found = self._handed_by(self._taken_by(found))
        takers = [w for w in found if w.part is Part.INITIATOR and self.rolled(w) is not Side.US]
        for draft in self.happening.body if takers and word_of(self.happening.first).classes & {"takeover"} else ():
            for mention, actor, before in self.named(draft.clause):
                if actor is None or self.lexicon.actors[actor].kind not in ("military_unit", "coalition", "country"):
                    continue
                left = _LEFT.search(before) or _LEAVING.match(draft.clause.after(mention.end, 24))
                if left and self.side(actor) in (Side.US, Side.COALITION):
                    leaver = self.who(mention, actor, Part.INITIATOR, draft.clause)
                    rest = [replace(w, part=Part.PARTICIPANT) if w in takers else w for w in found if w.actor != actor]
                    return [leaver, *rest]
        return found
