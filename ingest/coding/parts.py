"""Who takes part in what way. PURE."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from events.codebook import ROLLED_UP, EventType, Modality, Part, Side
from events.reports import ParticipantMention
from ingest.coding.claimants import Saying
from ingest.coding.doers import ATTENDED, Doers
from ingest.coding.hearings import COURTS, heard
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.nameless_envoys import state_of
from ingest.coding.pairs import country_of, paired
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import GOVERNMENTS, Who, add
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.talkers import Talkers

_INSTEAD_OF = regex(
    r"(?:خلفا ل|خلفا لل|بديلا عن|بدلا من|محل|replac\w+|succe\w+|in place of|successor to)\s?\w{0,12}\s?$"
)
_NAMES = regex(r",? (?:(?:on |late |early )?\w+day |today |has |have |had )*")
_BY_ORDER = regex(
    r"(?: [^\s.]+){0,3}[،,]?(?: [^\s،.]+){0,4}[،,]? (?:قرارا?|مرسوما?|امرا?|كتابا?)(?: [^\s،.]+){0,3}? (?:ب|يقضي ب|ل)?"
)
"""«أصدرت وزارة الدفاع، الثلاثاء، قراراً بتعيين …»."""
_PRISONERS = regex(r"(?:[\w()]+ ){0,3}(?:detainee|prisoner|inmate|captive|convict|jihadists held)")
_NAMED_MEMBER = regex(
    r"(?: (?:السابق|النايب|الدكتور|السيد))*،? (?P<name>[\u0621-\u064a]{2,}(?: (?!في|من|ان|عن|علي|الي)[\u0621-\u064a]{2,}){1,3})(?=[،,:] | (?:في|من|ان|عن) )"
)
_OPENING = 20
"""Characters of a sentence within which its subject stands."""
_VOICES = frozenset(("government_body", "military_unit", "armed_group"))
"""Bodies whose word on an act is heard beside that of the one who tells it."""

_DECREE = regex(r"(?:مرسوم|قرار|امر)\w*(?: [^\s،.]+){0,2}? (?:وقعه|اصدره|صدر عن|صادر عن|من) $")
_TRADE = {
    EventType.INTELLIGENCE_SHARING: {"iq_gov": "iq_inis", "sy_gov": "sy_gid"},
}
"""By which body a state does such a thing."""
_DENIED = (EventType.CROSSING_STATUS, *MOVEMENTS)


class Casting(Talkers, Doers):
    """Decides the parts of one happening."""

    def cast(self, place_country: str, main: bool) -> list[Who]:
        """All participants, each actor once, the talkers' bodies standing back behind their people."""
        kind, self.ground = self.happening.type, place_country
        if kind in TALKS:
            found = self.talkers(place_country, main)
        elif kind is EventType.STATEMENT:
            found = self._speaker_alone()
        elif kind is EventType.APPOINTMENT:
            found = self._appointed()
        else:
            found = self._without_denier(self.doers())
            found = self.came_along(found) if kind in ATTENDED else found
        if kind is EventType.JOINT_OPERATION:
            self._both_at_work(found)
            found = self._without_own_courts(self._with_announcing(found))
        found = self._embodied(found)
        return self._with_speaker(found) if main else found

    def _embodied(self, found: list[Who]) -> list[Who]:
        """A state that acts by a body whose trade it is, where the text names that body: intelligence by its service."""
        recalled = self.happening.first.clause.has("background")
        both = {"iq_gov", "sy_gov"} <= {w.actor for w in found if w.clause is self.happening.first.clause}
        trade = _TRADE.get(self.happening.type, {}) if not recalled and not both else {}
        for n, who in enumerate(found):
            body = trade.get(who.actor or "")
            if body is None or who.part is Part.TARGET or any(w.actor == body for w in found):
                continue
            for clause in self.speech.clauses:
                named = next((m for m in clause.mentions if m.actor == body and not clause.titular), None)
                if named is not None:
                    found[n] = replace(who, actor=body, clause=clause, start=named.start, end=named.end)
                    break
        return found

    def _without_denier(self, found: list[Who]) -> list[Who]:
        """A body that denies what is said of a crossing or of people moved did nothing."""
        said = self.saying.behind or self.saying if self.saying else None
        kind, drafts = self.happening.type, self.happening.drafts
        denied = kind in _DENIED and any(d.modality is Modality.DENIED for d in drafts)
        if said is None or not denied:
            return found
        return [w for w in found if w.actor is None or w.actor != said.claimant.actor or w.part is not Part.INITIATOR]

    def _without_own_courts(self, found: list[Who]) -> list[Who]:
        """«مطلوبين للقضاء العراقي»: the courts of the side whose men strike only want whom they take."""
        doing = {self.rolled(w) for w in found if w.part is Part.INITIATOR and w.actor not in COURTS}
        return [w for w in found if w.actor not in COURTS or self.rolled(w) not in doing]

    def _both_at_work(self, found: list[Who]) -> None:
        """«عملية عراقية سورية», "authorities in Iraq and Syria": the state that nobody else stands for."""
        for draft in self.happening.drafts:
            pair = paired(draft.clause)
            for mention in pair or ():
                actor = self.lexicon.government(country_of(mention), self.day)
                who = Who(actor, Part.PARTICIPANT, draft.clause, mention.start, mention.end)
                if self.rolled(who) not in {self.rolled(w) for w in found if w.part is not Part.TARGET}:
                    found.append(who)

    def _with_announcing(self, found: list[Who]) -> list[Who]:
        """«أعلنت وزارة الداخلية السورية ضبط … بناءً على معلومات من الجانب العراقي»: who tells of it did it, the other
        side helped."""
        said, acting = self.saying, {self.rolled(w) for w in found if w.part not in (Part.TARGET, Part.MENTIONED)}
        if said is None or said.claimant.actor is None or len(acting) != 1:
            return found
        actor = said.claimant.actor
        if self.lexicon.actors[actor].kind == "person" or self.lexicon.actors[actor].kind == "international_org":
            return found
        teller = Who(actor, Part.INITIATOR, said.clause, said.start, said.end)
        if self.rolled(teller) in acting or self.rolled(teller) is Side.OTHER:
            return found
        rest = [replace(w, part=Part.PARTICIPANT) if w.part is Part.INITIATOR else w for w in found if w.actor != actor]
        return [teller, *rest]

    def _speaker_alone(self) -> list[Who]:
        said = self.saying
        toured = self._touring()
        if toured:
            return toured
        if said is not None and said.named:
            return [Who(None, Part.INITIATOR, said.clause, said.start, said.end)]
        if said is None or said.claimant.actor is None:
            return self._member(said) or self._interviewee() or self._alarmed()
        speaker = Who(said.claimant.actor, Part.INITIATOR, said.clause, said.start, said.end)
        if not self.happening.first.clause.has("court"):
            held = self.group(("pop_isis_detainees",))
            prisoners = [w for w in held if _PRISONERS.match(w.clause.text.plain, w.start)]
            return [speaker, *(prisoners or (self._accused() if speaker.actor in COURTS else ()))]
        found = {speaker.key: speaker}
        for mention, actor, _ in self.named(self.happening.first.clause):
            if actor is not None and actor.startswith("iq_") and mention.kind == "government_body":
                add(found, self.who(mention, actor, Part.PARTICIPANT, self.happening.first.clause))
        return [*found.values(), *(self.group(("pop_isis_detainees",)) or self._accused())]

    def _accused(self) -> list[Who]:
        """«التحقيق مع 1387 متهماً», "questioned 500 of them": whom a court hears is of the prisoners that the text tells of."""
        clause = self.happening.first.clause
        men = heard(clause)
        if men is None or "pop_isis_detainees" not in self.lexicon.actors:
            return []
        return [Who("pop_isis_detainees", Part.TARGET, clause, *men)]

    def _member(self, said: Saying | None) -> list[Who]:
        """«حذر عضو لجنة الأمن والدفاع النيابية فلان الفلاني، أمس»: whose name stands behind his body. Arabic."""
        body = next((m for m in said.clause.mentions if 0 <= m.start - said.end <= 1), None) if said else None
        name = _NAMED_MEMBER.match(said.clause.text.plain, body.end, said.clause.end) if said and body else None
        return [Who(None, Part.INITIATOR, said.clause, *name.span("name"))] if said and name else []

    def _interviewee(self) -> list[Who]:
        """«دافع … فائق زيدان، في مقابلة مع»: who gave it, by whatever verb."""
        first = self.happening.first
        if not any(w.start == first.start for w in first.clause.of("interview")):
            return []
        people = [(m, a) for m, a, _ in self.named(first.clause) if m.kind == "person" and m.end <= first.start]
        return [self.who(m, a, Part.INITIATOR, first.clause) for m, a in people[-1:]]

    def _alarmed(self) -> list[Who]:
        """«Iraq is alarmed …, a spokesman said»: the state that the position is said to be of."""
        first = self.happening.first
        named = [(m, a) for m, a, _ in self.named(first.clause) if m.start - first.clause.start <= _OPENING]
        return [self.who(m, a, Part.INITIATOR, first.clause) for m, a in named[:1] if a in ("iq_gov", "sy_gov")]

    def _touring(self) -> list[Who]:
        """Who walks the line acts, whoever tells of it."""
        first = self.happening.first
        if not any(w.start == first.start and "tour" in w.classes for w in first.clause.words):
            return []
        people = [(m, a) for m, a, _ in self.named(first.clause) if m.kind == "person" and m.start < first.start]
        if not people and first.text.plain[first.start] > "\u0600":
            named = self.named(first.clause)
            people = [(m, a) for m, a, _ in named if m.kind == "person" and 0 <= m.head - first.end <= _OPENING][:1]
        return [self.who(m, a, Part.INITIATOR, first.clause) for m, a in people[-1:]]

    def _appointed(self) -> list[Who]:
        for draft in self.happening.drafts:
            people = [(m, a) for m, a, _ in self.named(draft.clause) if m.kind == "person"]
            behind = [(m, a) for m, a in people if m.start >= draft.start]
            if len(behind) > 1 and self.is_leader(behind[0][1]):
                initiator, appointee = behind[:2]
                appointed = self.who(*appointee, Part.PARTICIPANT, draft.clause)
                return [appointed, self.who(*initiator, Part.INITIATOR, draft.clause), *self._former(appointee[1])]
            ahead = [(m, a) for m, a in people if m.start < draft.start]
            if not behind and len(ahead) > 1 and self.is_leader(ahead[0][1]):
                appointed = self.who(*ahead[1], Part.PARTICIPANT, draft.clause)
                return [appointed, self.who(*ahead[0], Part.INITIATOR, draft.clause), *self._former(ahead[1][1])]
            for mention, actor in (behind or ahead)[:1]:
                appointed = self.who(mention, actor, Part.PARTICIPANT, draft.clause)
                leaders = [(m, a) for m, a in ahead if behind and self.is_leader(a)]
                leaders = leaders or self._decreeing(draft.clause, actor)
                by = [self.who(m, a, Part.INITIATOR, draft.clause) for m, a in leaders[:1]]
                by = by or self._appointed_by() or self._appointing()
                return [appointed, *by, *self._former(actor)]
        return []

    def _appointed_by(self) -> list[Who]:
        """ "The Ministry of Defense on Tuesday appointed …": the body that does it."""
        for draft in self.happening.drafts:
            for mention, actor, _ in self.named(draft.clause):
                body = mention.kind == "government_body"
                ahead = mention.end <= draft.start and _NAMES.fullmatch(draft.text.plain, mention.end, draft.start)
                behind = 0 <= mention.head - draft.end <= 1 and draft.text.plain[draft.start] > "\u0600"
                decreed = mention.end <= draft.start and _BY_ORDER.fullmatch(draft.text.plain, mention.end, draft.start)
                if body and (ahead or behind or decreed):
                    return [self.who(mention, actor, Part.INITIATOR, draft.clause)]
        return []

    def _decreeing(self, clause: Clause, appointee: str | None) -> list[tuple[Mention, str | None]]:
        """«بموجب مرسوم وقعه الرئيس السوري أحمد الشرع»."""
        named = self.named(clause)
        return [(m, a) for m, a, before in named if a != appointee and m.kind == "person" and _DECREE.search(before)]

    def _appointing(self) -> list[Who]:
        """A body that announces whom it appoints."""
        said = self.saying.behind or self.saying if self.saying else None
        if said is None or said.claimant.actor is None or said.clause.titular:
            return []
        if self.lexicon.actors[said.claimant.actor].kind != "government_body":
            return []
        return [Who(said.claimant.actor, Part.INITIATOR, said.clause, said.start, said.end)]

    def _former(self, appointed: str | None) -> list[Who]:
        """«خلفاً لـ…», "replacing …": who held the office before."""
        first = self.happening.first.clause
        next_one = [c for c in self.speech.clauses if c.text is first.text and 0 < c.order - first.order <= 1]
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow, *next_one]):
            for mention, actor, before in self.named(clause):
                if mention.kind == "person" and actor not in (None, appointed) and _INSTEAD_OF.search(before):
                    return [self.who(mention, actor, Part.MENTIONED, clause)]
        return []

    def _with_speaker(self, found: list[Who]) -> list[Who]:
        """Who only announces is mentioned."""
        said = self.saying
        actor = said.claimant.actor if said else None
        talk = self.happening.type in TALKS
        listed = list(found)
        new = said is not None and (actor or said.named) and not any(actor and w.actor == actor for w in found)
        if said is not None and new and not (talk and (actor is None or not self._is_someone(actor))):
            listed.append(Who(actor, Part.MENTIONED, said.clause, said.start, said.end))
        return listed if talk else [*listed, *self._others(listed)]

    def _other_voice(self, actor: str) -> bool:
        """Whether a body speaks for another side than the one that tells it."""
        told = self.saying.claimant.side if self.saying else None
        side = self.side(actor)
        other = told is not None and ROLLED_UP.get(side, side) is not ROLLED_UP.get(told, told)
        return other and self.lexicon.actors[actor].kind in _VOICES

    def _is_someone(self, actor: str) -> bool:
        return self.lexicon.actors[actor].kind == "person"

    def _others(self, found: list[Who]) -> list[Who]:
        """Persons and bodies quoted beside."""
        known = {w.key for w in found}
        beside: dict[str, Who] = {}
        for said in self.speech.sayings(self.follow):
            actor = said.claimant.actor
            if actor is None or actor in known or actor in GOVERNMENTS:
                continue
            if not self._is_someone(actor) and not self._other_voice(actor):
                continue
            add(beside, Who(actor, Part.MENTIONED, said.clause, said.start, said.end))
        return list(beside.values())


def participant(who: Who, lexicon: Lexicon, day: dt.date) -> ParticipantMention:
    """A participant as the report names it."""
    name = who.span("").text
    if who.actor is None:
        office = lexicon.offices[who.office] if who.office else None
        state = state_of(who.clause.text.plain[who.start : who.end])
        body = office.org if office else lexicon.government(state, day) if state else None
        side = lexicon.actors[body].side_on(day) if body else Side.OTHER
        return ParticipantMention(None, name, name, who.part, side, office.title_en if office else None)
    actor = lexicon.actors[who.actor]
    held = lexicon.office_of(who.actor, day)
    return ParticipantMention(
        actor.id, name, actor.name_en, who.part, actor.side_on(day), held.title_en if held else None
    )
