"""Who did it, with whom, to whom: operations, movements and the rest. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from events.codebook import EventType, Modality, Part
from ingest.coding.attacked import FIRED_BY
from ingest.coding.claimants import Saying
from ingest.coding.cues import cues
from ingest.coding.envoys import envoy
from ingest.coding.event_types import Draft
from ingest.coding.handlers import GIVEN_TO, PART_OF_LAND
from ingest.coding.informing import Informing
from ingest.coding.mentions import Mention
from ingest.coding.missions import MISSIONS
from ingest.coding.movers import told_of_entry
from ingest.coding.ranks import HANDED, MOUTHPIECES
from ingest.coding.receivers import TOOK_IN
from ingest.coding.regexes import regex
from ingest.coding.roles import GOVERNMENTS, Who, add, word_of
from ingest.coding.rules import MOVEMENTS
from ingest.coding.together import both_men

_AGENT_OF = r"من قبل|علي يد|من جانب|(?<!wanted )(?<!sought )\bby"
_BY = regex(rf"(?:{_AGENT_OF}|(?<!\w)(?:قاد|نفذ|تول|سير|ادار|اجر)(?:ا|ت|ته|تا|رت)?(?:ها|ه))\s+(?:the )?$")
_ESCORTED = regex(
    r"(?:escorted|guarded|accompanied|backed|supported|protected|secured|assisted) by (?:the )?$|(?:حمايه|حراسه|مرافقه) (?:\w+ )?من (?:قبل|جانب) $"
    r"|(?<!\w)[وف]?[يت]?(?:ساند|سند|ازر|دعم|رافق)(?:ت?ها|ته|ه|هم) (?:(?:قوه|قوات|عناصر|وحدات|وحده|دوريه|دوريات|مفارز) )?(?:من )?$"
)
_FROM = regex(
    r"(?:^|\s)(?<!لواء )(?<!الويه )(?<!سريه )(?<!قوه )(?<!قوات )(?<!وحده )(?<!وحدات )(?<!مفرزه )(?<!مفارز )(?<!عناصر )(?<!عدد )"
    r"(?<!مجموعه )(?<!دوريه )(?<!قطعات )(?<!فوج )(?<!عنصران )(?<!عنصرين )(?:من|(?<!units )(?<!troops )from)\s+(?:the |قبل )?$"
)
_VICTIM = regex(
    r"(?:قتل|اصيب|اصابه|مقتل|استشهد|جرح|killed|wounded|injured|killing|wounding)\s(?:(?:(?!بنيران|برصاص|بقذ|بقصف|fire )[^،,.]){0,30}\s)?(?:من|of|from)?\s*(?:the )?$"
)
_AMONG = regex(r"(?:^|\s)(?:في|داخل|ضمن|in|within|inside)\s+(?:the )?$")
_AGAINST = regex(r"(?:ضد|استهدف\w*|تستهدف|\bagainst|\btargeting|\btargeted|\bon)\s+(?:the )?[^،,.]{0,16}$")
_AND = regex(r"\s*(?:[،,]|و|and|, and|،? و|(?:[،,] )?بالتنسيق مع|بالتعاون مع)?\s*(?:the )?")
_MEDIA = regex(r"(?i)spokes|media|relations")
_SUBJECT_REACH, _AUXILIARY = 70, 6
_ATTACKED_BY = regex(
    r"(?<!\w)و?شنت? [^،,.]{0,24}$|(?:هجوم\w* ل|شنه\w?|نفذه\w?|شنها|نفذها|تبناه|يعتقد انهم من|(?:launched|carried out|claimed|staged) by|attack by|believed to (?:be|belong to))\s?[^،,.]{0,40}$"
)
_HANDS = regex(r"(?:ي|ت|س)*سلم|hand(?:ed|s)(?! over| back)")
_JUST_HANDED = regex(r"(?<!\w)[وف]?(?:قد )?(?:[يتس]*سلمت?|اعادت? الي) $")
_CLASH_WITH = regex(
    r"(?:اشتباك\w*|تبادل\w* (?:ل?اطلاق )?(?:ال)?نار|clash\w*|gunfight|firefight|shootout|exchange of fire)(?: \w+)? (?:مع|with) (?:the )?$"
)
_MIXED = regex(r"(?:مشتركه|مشترك) (?:من|بين) |joint force of (?:the )?$")
_SUPERVISED = regex(
    r"(?:under the (?:supervision|protection|escort) of|with the (?:help|support|assistance) of)\s+(?:the )?$"
    r"|(?<!\w)و(?:حمايه|مرافقه|حراسه|اشراف) $|(?<!\w)(?:تحت |ب)(?:اشراف|حمايه|مرافقه|حراسه|مساعده)(?: مباشر| من)* $"
)
_HOLDS = regex(r"\bto \S+(?: \S+)? (?:controlled|run|operated|held|administered) by (?:the )?$")
_MOVED_BY = regex(r"(?:نقلهم|تسليمهم|ترحيلهم|نقلها)(?: \S+){0,2} من (?:قبل|جانب) $")
_VERB_GAP = frozenset(("", "has", "have", "had", "also", "will"))
_AGENT = regex(rf"(?:{_AGENT_OF})\s+(?:the )?$")
_PRESENT = regex(r"(?:presence of|(?:ب|في )حضور(?: كل من)?)\s+(?:the )?$")
_INFORMED = regex(
    r"(?:information|intelligence|tip(?:-off)?s?|معلومات\w*)(?: \w+)?? (?:(?:provided|supplied|passed|shared|given) )?(?:by|from|من|قدمها|وفرها|زودها? به\w*) (?:the |iraq's |syria's )?$"
)
_WITH_BODY = regex(r"(?:بالتنسيق مع|بالتعاون مع|coordination with|cooperation with)\s+(?:the )?$")
_LETS = regex(r"سمح|تسمح|السماح|استضاف|تستضيف|استقب|يستقبل|ايوا|اوي|let|admit|allow|shelter|receiv|host|t[oa]+k")
_UNITS_OF = regex(
    r"(?<!\w)[وف]?(?:ال)?(?:قوه|قوات|مفرزه|مفارز|لواء|الويه|فوج|افواج|وحده|وحدات|عناصر|دوريه|دوريات|قطعات|فرقه|سريه|كمين|رتل|ارتال|رتلا|تعزيزات|كتيبه|كتايب|مجموعه|مجموعات)(?!\w)[^،.:]{0,70}$"
    r"|\b(?:units?|troops|soldiers|forces|members|elements|patrols?|agents|detachment|regiment|brigade|division)\b[^,.:]{0,50}$"
)
"""«قوة من اللواء الخامس في …»: what stands behind is the body whose men act."""
_BORDER_WITH = regex(
    r"(?:شريط|حدود|(?<!\w)(?:ال)?حد|خط|الحدودي|المشتركه|جدار|الجدار|الكونكريتي|الخرساني|ساتر|سياج|خندق|border|frontier|line|strip|wall|fence|barrier|trench|berm)(?: \S+){0,2} (?:مع|with) (?:the )?$"
)
_TAIL = 3
"""Sentences behind an act within which coordination is told of it."""
_ASIDE = frozenset(
    ("تزامنا", "بالتزامن", "بعد", "عقب", "اثر", "منذ", "قبيل", "after", "following", "since", "amid", "وسط", "before", "ahead")
)  # fmt: skip
_SINCE = regex(
    r"منذ (?:ال)?(?:صباح|مساء|فجر|ليل|ظهر|عصر|امس|يوم|عام|اعوام|سنه|سنوات|عقد|شهر|اشهر|اسبوع|اسابيع|ايام|ساعات|ساعه|مطلع|بدايه|منتصف|نهايه|اول|\d)"
)
"""«منذ الصباح»: a time, nothing told aside."""
_CONSULATE = regex(r"(?:فتح|فتتح|افتتاح|اغلاق|اغلق|اعاده)\w* (?:[^\s،.]+ )?(?:ال)?قنصلي")
_CONSULAR = regex(r"(?:ال)?قنصلي|consul")
"""«استئناف عمل القنصلية في أربيل»: no embassy."""
_COUNCILS = frozenset(("iq_anbar_gov", "iq_nineveh_gov"))
"""Whose members speak of crossings that others open."""
_TOLD_BY = regex(r"(?:^|\s)(?:من|قدم\w*|وفر\w*|زود\w*|مصدرها) $|(?:قدم|وفر|زود)\w*")
ATTENDED = frozenset((EventType.BORDER_MEASURE, EventType.CROSSING_STATUS, EventType.DIPLOMATIC_STATUS))
"""What ceremonies and tours are held for."""
_HELD_BY_PERSONS = (EventType.BORDER_MEASURE, EventType.DIPLOMATIC_STATUS)
_MEANWHILE = regex(r"\s?[،,] [^،,.]{2,40}[،,] ?")  # «سلّمت قسد، أمس الخميس، السلطات …»


class Doers(Informing):
    """Decides the parts of acts by the words right before a name."""

    def doers(self) -> list[Who]:
        """Operations, movements and the rest: who does it, with whom, to whom."""
        found: dict[str, Who] = {}
        for draft in self.happening.body:
            self._cast_draft(draft, found)
        for by_words in (self.referred, self.both_countries, self.related):
            by_words(found)
        if not any(w.part is Part.INITIATOR for w in found.values()) and not self.jailbreak(()):
            self._from_title(found)
            self._by_ministry(found)
        if self.happening.type in (*ATTENDED, *MOVEMENTS, EventType.JOINT_OPERATION):
            self.relinked(found, bodies=self.happening.type not in _HELD_BY_PERSONS)
        for of_others in (self.its_unit, self.taken_over, self.sheltered, self.aided, self.handled, self.ribbon):
            of_others(found)
        self._told(found)
        self._coordinated(found)
        self.on_their_word(found)
        everyone = self._without_bosses([w for w in found.values() if w.part is not Part.MENTIONED])
        if not any(w.part is Part.INITIATOR for w in everyone):
            everyone = self.ordering(self.gatekeepers(self._announcer(everyone)))
        if self.happening.type is EventType.INCIDENT and any(w.actor == "pop_isis_detainees" for w in self.targets([])):
            everyone = [w for w in everyone if w.actor != "isis"]
        everyone = self._receiving(
            self._naming(self.without_governments(self.exchanged(self.left_to(self.did_it(everyone)))))
        )
        everyone = self.families_host(self.without_parents(everyone))
        everyone = self.by_its_ministry(self.flown_by(self.jailers(everyone)))
        everyone += [*self._envoys(), *self.own_posts(everyone)]
        everyone = self.struck(self.claiming([*everyone, *self.militants(everyone)]))
        everyone += self.strangers_attack(everyone)
        acting = {w.actor for w in everyone}
        targets = [w for w in self.slain() or self.crossers(self.targets(everyone)) if w.actor not in acting]
        return [*everyone, *self.receiver(everyone), *self.approving(everyone), *self._embassy(everyone), *targets]

    def _cast_draft(self, draft: Draft, found: dict[str, Who]) -> None:
        """The parts of those whom one telling of the act names."""
        previous: tuple[Mention, Part] | None = None
        subject = self._subject(draft)
        for mention, actor, before in self.named(draft.clause):
            told = self.happening.type is EventType.INTELLIGENCE_SHARING
            if mention.kind == "person" and self.is_mouth(actor):
                continue
            joint = subject is not None and both_men(draft.text, mention, subject)
            if subject and mention.end < subject.start and (told or mention.kind == "person") and not joint:
                continue
            if (draft.subordinate and mention.end <= draft.start) or self._apart(draft, mention):
                continue
            part = self._doer_part(draft, mention, before, found)
            speaks = self.only_speaks(draft.clause, mention)
            part = Part.MENTIONED if part is not None and self.tells(draft.clause, mention) else part
            joined = previous and not speaks and _AND.fullmatch(draft.text.plain, previous[0].end, mention.head)
            as_one = previous is not None and both_men(draft.text, previous[0], mention)
            beside = bool(joined) or as_one
            if previous and self._handed_to(draft, previous, mention):
                part = Part.HOST
            if beside and previous and previous[1] is Part.PARTICIPANT and part is Part.INITIATOR:
                part = Part.PARTICIPANT
            if part is None and previous and beside:
                mixed = _MIXED.search(draft.clause.before(previous[0].head, 24)) or as_one or self.as_one(actor)
                part = Part.PARTICIPANT if previous[1] is Part.INITIATOR and not mixed else previous[1]
            if part is None:
                continue
            previous = (mention, part)
            add(found, self.who(mention, actor, part, draft.clause))

    def _envoys(self) -> list[Who]:
        """Ambassadors who are named, whom nobody registered."""
        if self.happening.type is not EventType.DIPLOMATIC_STATUS:
            return []
        first = self.happening.first.clause
        near = (c for c in self.speech.clauses if c.text is first.text and abs(c.order - first.order) <= 1)
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow, *near]):
            for word in clause.of("ambassador"):
                found = envoy(clause, word.start, word.end, self.lexicon)
                if found is not None:
                    return [Who(None, Part.PARTICIPANT, clause, *found)]
        return []

    def _handed_to(self, draft: Draft, before: tuple[Mention, Part], mention: Mention) -> bool:
        """«سلّم العراق الإدارة السورية …», "handed Iraq 47 men": the second name right behind the first, or the verb."""
        if self.happening.type not in HANDED or before[1] is not Part.INITIATOR or mention.kind == "person":
            return False
        verb = word_of(draft)
        handed = _HANDS.match(draft.text.plain, verb.stem, verb.end) is not None
        first = max(before[0].end, verb.end)
        close = 0 <= mention.head - first <= 1 or bool(_MEANWHILE.fullmatch(draft.text.plain, first, mention.head))
        if _JUST_HANDED.search(draft.clause.before(mention.head, 16)):
            handed = close = True
        one, other = self.actor_of(before[0]), self.actor_of(mention)
        return handed and close and one is not None and other is not None and self.side(one) is not self.side(other)

    def _subject(self, draft: Draft) -> Mention | None:
        """The name right before an English verb does it, whoever is named earlier in the sentence."""
        plain = draft.text.plain
        for mention in draft.mentions:
            if 0 < draft.start - mention.end <= _AUXILIARY and plain[mention.end : draft.start].strip() in _VERB_GAP:
                return mention if plain[draft.start] < "\u0600" and not mention.adjective else None
        return None

    def _embassy(self, found: Sequence[Who]) -> list[Who]:
        """The mission whose state changes is the target, unless it is said to act itself."""
        if self.happening.type is not EventType.DIPLOMATIC_STATUS or any(w.actor in MISSIONS.values() for w in found):
            return []
        named = self.happening.first
        if any(w.start == named.start for w in named.clause.of("ambassador")) and not named.clause.has("open", "close"):
            return []
        told = [d.clause for d in self.happening.body[:1]]
        clauses = list(dict.fromkeys([*told, *(c for c in self.follow if not c.has("background"))]))
        for clause in clauses:
            for mention, actor, _ in self.named(clause):
                if actor in MISSIONS.values():
                    return [self.who(mention, actor, Part.TARGET, clause)]
        sides = [self.rolled(w) for w in found if w.part is Part.INITIATOR]
        mission = MISSIONS.get(sides[0]) if sides else None
        for clause in clauses if mission in self.lexicon.actors else ():
            for word in clause.of("embassy") if not _CONSULATE.search(clause.plain) else ():
                if _CONSULAR.match(clause.text.plain, word.stem):
                    continue
                if clause.text.plain.startswith("consulate", word.stem):
                    return []
                return [Who(mission, Part.TARGET, clause, word.start, word.end)]
        return []

    def _from_title(self, found: dict[str, Who]) -> None:
        """Who does it may stand in the headline alone: «الحشد يعزز انتشاره»."""
        for draft in self.happening.drafts:
            for mention, actor, before in self.named(draft.clause) if draft.clause.titular else ():
                spoken = draft.text.plain[mention.end : mention.end + 2].strip() == ":"
                if not spoken and self._doer_part(draft, mention, before, found) is Part.INITIATOR:
                    add(found, self.who(mention, actor, Part.INITIATOR, draft.clause))

    def _by_ministry(self, found: dict[str, Who]) -> None:
        """A state that only the headline names stands back behind its body that announces it in the text."""
        said = self.saying.behind or self.saying if self.saying else None
        actor = said.claimant.actor if said else None
        if said is not None and actor is not None and self.lexicon.actors[actor].kind == "person":
            actor = self._acting(said)
        if said is None or actor is None or said.clause.titular or actor in MOUTHPIECES:
            return
        if self.lexicon.actors[actor].kind not in ("government_body", "military_unit") or actor in GOVERNMENTS:
            return
        for key, who in list(found.items()):
            titled = who.part is Part.INITIATOR and who.clause.titular and who.actor in GOVERNMENTS
            if titled and self.rolled(who) is self.side(actor):
                del found[key]
                add(found, Who(actor, Part.INITIATOR, said.clause, said.start, said.end))

    def _apart(self, draft: Draft, mention: Mention) -> bool:
        """«… وسط اشتباكات بين قسد و…», "after talks with …": who is named behind such a word has no part."""
        if self.happening.type is EventType.JOINT_OPERATION:
            return False
        if self.happening.type is EventType.BORDER_OPERATION and _CLASH_WITH.search(draft.clause.before(mention.head)):
            return False
        if self.happening.type in MOVEMENTS and _MOVED_BY.search(draft.clause.before(mention.head, 80)):
            return False
        if self.beside_it(draft.clause.before(mention.head)) or self.only_announces(draft, mention):
            return True
        words = [w for w in draft.clause.words if draft.end <= w.start < mention.head and "subordinate" in w.classes]
        plain = draft.clause.text.plain
        return any(plain[w.start : w.end] in _ASIDE and not _SINCE.match(plain, w.start) for w in words)

    def _coordinated(self, found: dict[str, Who]) -> None:
        """«وجرى النقل بالتنسيق مع …» in what follows names who else took part."""
        last = self.happening.first.clause.order + _TAIL
        for clause in (c for c in self.follow if not c.has("background") and (c.titular or c.order <= last)):
            for word in clause.of("coordination", "support"):
                escort = clause.text.plain[word.start : word.end] == "escort"
                told = clause.text.plain[word.start : word.end].endswith("معلومات")
                for mention, actor, _ in self.named(clause):
                    if told and not _TOLD_BY.search(clause.text.plain, word.end, mention.head):
                        continue
                    if self.only_speaks(clause, mention):
                        continue
                    near = 0 <= mention.head - word.end <= 90 or (escort and 0 <= word.start - mention.end <= 3)
                    if near and mention.kind != "person":
                        add(found, self.who(mention, actor, Part.PARTICIPANT, clause))

    def _announcer(self, found: list[Who]) -> list[Who]:
        """A body that announces an act nobody else is named for does it; of a spokesman, the body he speaks for."""
        said = self.saying.behind or self.saying if self.saying else None
        kind = self.happening.type
        denied = self.happening.first.modality is Modality.DENIED or self.happening.first.clause.has("denied")
        actor = self._acting(said) if said else None
        if said is None or actor is None:
            return found
        undone = (kind is EventType.INCIDENT or denied) and not (denied and self.own_men(actor))
        if undone or self.lexicon.actors[actor].kind == "international_org" or any(w.actor == actor for w in found):
            return found
        return [Who(actor, Part.INITIATOR, said.clause, said.start, said.end), *found]

    def lets_in(self, draft: Draft) -> bool:
        """Whether the word is one of admitting or sheltering people."""
        return bool(_LETS.match(draft.clause.text.plain, word_of(draft).stem, draft.end))

    def _acting(self, said: Saying) -> str | None:
        """The body that acts where it, its source or its spokesman announces the act; of works on the border, the
        body whose commander tells of them."""
        actor = said.claimant.actor
        if actor is None or self.lexicon.actors[actor].kind != "person":
            council = actor is None and self.happening.type is EventType.CROSSING_STATUS
            moved = actor is None and self.happening.type is EventType.REPATRIATION
            body = None if moved or (council and said.body in _COUNCILS) else said.body
            return None if actor in MOUTHPIECES else actor or body
        office = self.lexicon.office_of(actor, self.day)
        if office is None:
            return None
        if self.happening.type is EventType.CROSSING_STATUS and _MEDIA.search(office.title_en):
            return office.org
        own = self.happening.type is EventType.BORDER_MEASURE and not said.aside
        return office.org if own and self.lexicon.actors[office.org].kind == "military_unit" else None

    def _doer_part(self, draft: Draft, mention: Mention, before: str, found: dict[str, Who]) -> Part | None:
        """The part by the words right before a name; None where it only stands by."""
        kind = self.happening.type
        against = kind is EventType.JOINT_OPERATION and _AGAINST.search(before)
        marked = None if _BORDER_WITH.search(before) else self._marked(draft, mention, before)
        if marked is not None or against or _BORDER_WITH.search(before):
            return marked
        of_units = mention.kind == "military_unit" and bool(_UNITS_OF.search(before))
        if _AMONG.search(before) and not of_units and not draft.text.plain.startswith("قياده", mention.start):
            return None
        if kind is EventType.INTELLIGENCE_SHARING and self._is_given(draft, mention, before, found):
            return Part.PARTICIPANT
        taking = kind is EventType.BORDER_MEASURE and mention.kind != "person"
        if (taking and self.given_to(draft.clause, mention, before)) or _ESCORTED.search(before):
            return Part.PARTICIPANT
        if _BY.search(before):
            return Part.INITIATOR
        placed = kind not in (*MOVEMENTS, EventType.JOINT_OPERATION) and not of_units
        if placed and (_FROM.search(before) or GIVEN_TO.search(before)):
            return None
        if kind is EventType.REFUGE and "move" not in word_of(draft).classes:
            return self._sheltering(draft, mention, before, found)
        if cues().other["with_before"].search(before):
            return Part.PARTICIPANT
        return self._as_subject(draft, mention, found, of_units)

    def _marked(self, draft: Draft, mention: Mention, before: str) -> Part | None:
        """The part that a turn of words gives by itself: «بحضور», «من قبل», «بحسب», «من», «إلى»."""
        kind = self.happening.type
        if kind in ATTENDED and _PRESENT.search(before):
            return Part.PARTICIPANT
        handled = self._handling(draft, before) if kind in MOVEMENTS else None
        if handled is not None:
            return handled
        if kind is EventType.BORDER_OPERATION and _CLASH_WITH.search(before):
            return Part.INITIATOR if mention.kind == "military_unit" else None
        if kind in (EventType.JOINT_OPERATION, EventType.BORDER_OPERATION) and _INFORMED.search(before):
            return Part.PARTICIPANT
        aside = cues().other["mentioned_after"].search(before) and not self.itself(draft.clause, mention)
        if aside or mention.actor in MOUTHPIECES:
            return Part.MENTIONED
        if self.only_speaks(draft.clause, mention) and mention.kind == "person":
            return Part.MENTIONED
        if kind in MOVEMENTS and (_FROM.search(before) or self.given_to(draft.clause, mention, before)):
            return self.giver(draft, mention) if _FROM.search(before) else Part.HOST
        return self._in_an_attack(draft, mention, before) if kind is EventType.INCIDENT else None

    def _handling(self, draft: Draft, before: str) -> Part | None:
        """Who supervises, holds or carries out a movement."""
        if _SUPERVISED.search(before):
            return Part.PARTICIPANT
        if _HOLDS.search(before) and not draft.subordinate:
            return Part.HOST
        if not _AGENT.search(before) or _HOLDS.search(before):
            return None
        took = TOOK_IN.search(before) or self.happening.type is EventType.REFUGE
        return Part.HOST if took else Part.PARTICIPANT if _ESCORTED.search(before) else Part.INITIATOR

    def _in_an_attack(self, draft: Draft, mention: Mention, before: str) -> Part | None:
        if (mention.actor == "isis" and _ATTACKED_BY.search(before)) or FIRED_BY.search(before):
            return Part.INITIATOR
        if told_of_entry(draft.clause, draft.start):
            return Part.INITIATOR if mention.kind == "armed_group" else None
        hit = _VICTIM.search(before) or self.suffers(draft, mention, before) or _AGAINST.search(before)
        return Part.TARGET if hit else None

    def _sheltering(self, draft: Draft, mention: Mention, before: str, found: dict[str, Who]) -> Part | None:
        if _WITH_BODY.search(before):
            return Part.PARTICIPANT
        subject = mention.end <= draft.start + 4 or 0 <= mention.head - draft.end <= 1
        lets = mention.kind == "government_body" and subject and self.lets_in(draft)
        whole = mention.kind == "country" and not PART_OF_LAND.search(before)
        return Part.HOST if (whole or lets) and not found else None

    def _hands_over(self, draft: Draft, mention: Mention) -> bool:
        """«… إذ سبقها تسليم القوات الأمريكية قاعدة التنف»: right behind a later word of handing over."""
        behind = draft.clause.of("takeover", "withdraw") if self.happening.type is EventType.BORDER_MEASURE else []
        return any(draft.end < w.start and 0 <= mention.head - w.end <= 1 for w in behind)

    def _as_subject(self, draft: Draft, mention: Mention, found: dict[str, Who], of_units: bool) -> Part | None:
        """Who stands near the word of the act does it, unless somebody does already."""
        whole = self.happening.type is EventType.JOINT_OPERATION
        if any(w.part is Part.INITIATOR for w in found.values()):
            return Part.PARTICIPANT if whole and mention.kind != "person" else None
        near = mention.end <= draft.start or mention.head - draft.end <= _SUBJECT_REACH
        subject = whole or of_units or near or self._hands_over(draft, mention)
        if not subject or self.only_speaks(draft.clause, mention):
            return None
        if self.happening.type is EventType.REFUGE and self.lets_in(draft):
            return Part.HOST
        strikes = not word_of(draft).classes.isdisjoint(("op", "kill"))
        return Part.PARTICIPANT if whole and not strikes else Part.INITIATOR
