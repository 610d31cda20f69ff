"""Who takes part in what way. PURE."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from events.codebook import ROLLED_UP, EventType, Modality, Part, Side
from events.reports import ParticipantMention, Span
from ingest.coding.actors import Mention
from ingest.coding.claimants import Saying
from ingest.coding.cues import cues
from ingest.coding.event_types import GROUPS, MOVEMENTS, TALKS, Draft, Happening, topic_zones
from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.words import Word

_LEADER = re.compile(
    r"\b(?:president|prime minister|king|leader|commander of the new administration|emir|crown prince)\b", re.I
)
_NEVER_ACTING = ("population_group", "camp_or_facility")
_BY = re.compile(r"(?:من قبل|علي يد|من جانب|\bby)\s+(?:the )?$")
_FROM = re.compile(
    r"(?:^|\s)(?<!لواء )(?<!الويه )(?<!سريه )(?<!قوه )(?<!قوات )(?<!وحده )(?<!وحدات )(?<!مفرزه )(?<!مفارز )(?<!عناصر )(?<!عدد )"
    r"(?<!مجموعه )(?<!دوريه )(?<!قطعات )(?<!فوج )(?<!عنصران )(?<!عنصرين )(?:من|(?<!units )(?<!troops )from)\s+(?:the |قبل )?$"
)
_TO = re.compile(r"(?:^|\s)(?:الي|لدي|to)\s+(?:the )?$|(?:^|\s)ل$")
_VICTIM = re.compile(r"(?:قتل|اصيب|اصابه|مقتل|استشهد|جرح|killed|wounded|injured|killing|wounding)\s(?:[^،,.]{0,30}\s)?(?:من|of|from)?\s*(?:the )?$")
_MARGINS = re.compile(r"(?:هامش|اطار|ضمن|قرار|بيانات|margins of|sidelines of|session of|resolution)\s+(?:\S+ ){0,3}?$")
_LETTER = re.compile(r"رساله|الرساله|message|letter")
_AMONG = re.compile(r"(?:^|\s)(?:في|داخل|ضمن|in|within|inside)\s+(?:the )?$")
_AGAINST = re.compile(r"(?:ضد|استهدف\w*|تستهدف|\bagainst|\btargeting|\btargeted|\bon)\s+(?:the )?[^،,.]{0,16}$")
_AND = re.compile(r"\s*(?:[،,]|و|and|, and|،? و|(?:[،,] )?بالتنسيق مع|بالتعاون مع)?\s*(?:the )?")
_SUBJECT_REACH = 70
_INTO = re.compile(r"(?:الي|داخل|\bto|\binto|\bin)\s+(?:the )?$|(?<!\w)ل$")
_SIDE_OF_COUNTRY = {"IQ": (Side.IQ, Side.KRG), "SY": (Side.SY, Side.SY_FORMER, Side.SDF), "JO": (Side.JO,), "TR": (Side.TR,), "US": (Side.US,)}


@dataclass(frozen=True, slots=True)
class Who:
    """A participant and the place of its name. `actor` is None for a person whom the registry does not know; `office`
    is what he is said to hold."""

    actor: str | None
    part: Part
    clause: Clause
    start: int
    end: int
    office: str | None = None

    def span(self, field: str) -> Span:
        """Its name in the text."""
        return self.clause.text.span(field, self.start, self.end)

    @property
    def key(self) -> str:
        """What makes it one participant."""
        return self.actor or self.clause.text.plain[self.start : self.end]


class Casting:
    """Decides the parts of one happening."""

    def __init__(
        self,
        happening: Happening,
        lexicon: Lexicon,
        day: dt.date,
        saying: Saying | None,
        follow: Sequence[Clause],
        couple: Sequence[Who] | None = None,
    ) -> None:
        self.happening, self.lexicon, self.day = happening, lexicon, day
        self.saying, self.follow, self.couple = saying, follow, couple

    def side(self, actor: str) -> Side:
        """The side of an actor on the day."""
        return self.lexicon.actors[actor].side_on(self.day)

    def cast(self, place_country: str, main: bool) -> list[Who]:
        """All participants, each actor once, the talkers' bodies standing back behind their people."""
        kind = self.happening.type
        if kind in TALKS:
            found = self._talkers(place_country, main)
        elif kind is EventType.STATEMENT:
            found = self._speaker_alone()
        elif kind is EventType.APPOINTMENT:
            found = self._appointed()
        else:
            found = self._doers()
        return self._with_speaker(found) if main else found

    def actor_of(self, mention: Mention) -> str | None:
        """The actor a mention stands for: a state is its government of the day."""
        if mention.actor is None or mention.adjective:
            return None
        return self.lexicon.government(mention.actor, self.day) if mention.kind == "country" else mention.actor

    def _named(self, clause: Clause) -> Iterable[tuple[Mention, str | None, str]]:
        """Mentions that may take part: (mention, actor, what stands before it)."""
        for mention in clause.mentions:
            actor = self.actor_of(mention)
            if (actor is None and not mention.unknown) or mention.kind in _NEVER_ACTING:
                continue
            attacked = self.happening.type is EventType.INCIDENT
            if actor is not None and self.side(actor) is Side.ISIS and not attacked:
                continue
            before = clause.before(mention.head)
            if mention.kind == "international_org" and _MARGINS.search(before):
                continue
            if not cues().other["fall_of"].search(before):
                yield mention, actor, before

    def _who(self, mention: Mention, actor: str | None, part: Part, clause: Clause) -> Who:
        return Who(actor, part, clause, mention.start, mention.end, mention.office)

    # Talks

    def _talkers(self, place_country: str, main: bool) -> list[Who]:
        found: dict[str, Who] = {}
        told = [d for d in self.happening.drafts if not d.subordinate or d is self.happening.first]
        if self.couple is not None and self.happening.first.clause.has("couple"):
            word = self.happening.first.clause.of("couple")[0]
            for who in self.couple:
                found[who.key] = replace(who, clause=self.happening.first.clause, start=word.start, end=word.end, part=Part.PARTICIPANT)
        self._delegates(found)
        for draft in told:
            zones = topic_zones(draft.clause, [_word(draft)])
            for mention, actor, before in self._named(draft.clause):
                relinked = any(w.end <= mention.start and "relink" in w.classes for w in draft.clause.words)
                if not relinked and any(a <= mention.start < b for a, b in zones):
                    continue
                aside = cues().other["mentioned_after"].search(before) or self._only_speaks(draft.clause, mention)
                _add(found, self._who(mention, actor, Part.MENTIONED if aside else Part.PARTICIPANT, draft.clause))
        self._relinked(found)
        if self.happening.type is EventType.CALL:
            self._carried(found)
        return self._seated(list(found.values()), place_country, main)

    def _relinked(self, found: dict[str, Who]) -> None:
        """«بحضور …», «يرافقه …»: persons who also took part."""
        for clause in dict.fromkeys([*self.follow, *(d.clause for d in self.happening.body)]):
            for word in clause.of("relink"):
                for mention, actor, before in self._named(clause):
                    aside = cues().other["mentioned_after"].search(before)
                    if mention.start >= word.end and mention.kind == "person" and not aside:
                        _add(found, self._who(mention, actor, Part.PARTICIPANT, clause))

    def _carried(self, found: dict[str, Who]) -> None:
        """«نقل الرسالة …»: who handed the message over."""
        for clause in self.follow:
            if clause.has("move", "hand_over", "give_info") and _LETTER.search(clause.plain):
                for mention, actor, _ in self._named(clause):
                    if mention.kind == "person":
                        _add(found, self._who(mention, actor, Part.PARTICIPANT, clause))

    def _delegates(self, found: dict[str, Who]) -> None:
        """«يتوجه الوفد إلى أربيل للقاء …»: the delegation is the one told of before."""
        clause = self.happening.first.clause
        words = [w for w in clause.of("delegation") if clause.text.plain[w.start : w.end] in ("الوفد", "delegation")]
        if not words or self.couple is None or self.happening.first.modality is not Modality.PLANNED:
            return
        guests = [w for w in self.couple if w.part is Part.PARTICIPANT]
        for who in guests[:1]:
            found[who.key] = replace(who, clause=clause, start=words[0].start, end=words[0].end)

    def _seated(self, everyone: Sequence[Who], place_country: str, main: bool) -> list[Who]:
        taking = [w for w in everyone if w.part is Part.PARTICIPANT]
        people = {self._rolled(w) for w in taking if self._is_person(w)}
        kept = [w for w in taking if self._is_person(w) or self._rolled(w) not in people]
        asides = [w for w in everyone if w.part is Part.MENTIONED and self._is_person(w)]
        hosted = self._host(kept, place_country) if self.happening.type is EventType.MEETING else kept
        return self._without_governments(hosted) + (asides if main else [])

    def _host(self, people: Sequence[Who], country: str) -> list[Who]:
        """Whose ground it is: the leader there, else the first of that side; without a place, who receives."""
        sides = _SIDE_OF_COUNTRY.get(country, ())
        at_home = [w for w in people if w.actor and (self.side(w.actor) in sides or self._country(w.actor) == country.lower())]
        host: Who | None = None
        if at_home and len(at_home) < len(people):
            host = next((w for w in at_home if self._is_leader(w.actor)), at_home[0])
        elif not country and len(people) > 1:
            first = self.happening.first
            receives = "receive" in _word(first).classes and not first.clause.before(first.start, 4).endswith("was ")
            near = [w for w in people if w.clause is first.clause]
            host = near[0] if receives and near else None
        return [replace(w, part=Part.HOST) if w is host else w for w in people]

    def _country(self, actor: str) -> str:
        seen: set[str] = set()
        current: str | None = actor
        while current and current in self.lexicon.actors and current not in seen:
            seen.add(current)
            if self.lexicon.actors[current].kind == "country":
                return current
            current = self.lexicon.actors[current].parent
        return ""

    def _is_leader(self, actor: str | None) -> bool:
        office = self.lexicon.office_of(actor, self.day) if actor else None
        return office is not None and bool(_LEADER.search(office.title_en))

    # The rest

    def _speaker_alone(self) -> list[Who]:
        said = self.saying
        if said is None or said.claimant.actor is None:
            return []
        speaker = Who(said.claimant.actor, Part.INITIATOR, said.clause, said.start, said.end)
        if not self.happening.first.clause.has("court"):
            return [speaker]
        found = {speaker.key: speaker}
        for mention, actor, _ in self._named(self.happening.first.clause):
            if actor is not None and actor.startswith("iq_") and mention.kind == "government_body":
                _add(found, self._who(mention, actor, Part.PARTICIPANT, self.happening.first.clause))
        return [*found.values(), *self._group(("pop_isis_detainees",))]

    def _appointed(self) -> list[Who]:
        for draft in self.happening.drafts:
            people = [(m, a) for m, a, _ in self._named(draft.clause) if m.kind == "person"]
            behind = [(m, a) for m, a in people if m.start >= draft.start]
            if len(behind) > 1 and self._is_leader(behind[0][1]):
                initiator, appointee = behind[:2]
                appointed = self._who(*appointee, Part.PARTICIPANT, draft.clause)
                return [appointed, self._who(*initiator, Part.INITIATOR, draft.clause)]
            ahead = [(m, a) for m, a in people if m.start < draft.start]
            for mention, actor in (behind or ahead)[:1]:
                appointed = self._who(mention, actor, Part.PARTICIPANT, draft.clause)
                leaders = [(m, a) for m, a in ahead if behind and self._is_leader(a)]
                return [appointed, *(self._who(m, a, Part.INITIATOR, draft.clause) for m, a in leaders[:1])]
        return []

    def _doers(self) -> list[Who]:
        """Operations, movements and the rest: who does it, with whom, to whom."""
        found: dict[str, Who] = {}
        for draft in self.happening.body:
            previous: tuple[Mention, Part] | None = None
            for mention, actor, before in self._named(draft.clause):
                if (draft.subordinate and mention.end <= draft.start) or self._apart(draft, mention):
                    continue
                part = self._doer_part(draft, mention, before, found)
                if part is None and previous and _AND.fullmatch(draft.text.plain, previous[0].end, mention.head):
                    part = Part.PARTICIPANT if previous[1] is Part.INITIATOR else previous[1]
                if part is None:
                    continue
                previous = (mention, part)
                _add(found, self._who(mention, actor, part, draft.clause))
        if not any(w.part is Part.INITIATOR for w in found.values()):
            self._from_title(found)
        if self.happening.type is EventType.BORDER_MEASURE:
            self._relinked(found)
        self._shelter(found)
        self._told(found)
        self._coordinated(found)
        everyone = self._without_bosses([w for w in found.values() if w.part is not Part.MENTIONED])
        if not any(w.part is Part.INITIATOR for w in everyone):
            everyone = self._announcer(everyone)
        everyone = self._without_governments(everyone)
        return [*everyone, *self._receiver(everyone), *self._targets(everyone)]

    def _without_governments(self, found: list[Who]) -> list[Who]:
        """A government stands back behind any body or person of its side that acts."""
        acting = {self._rolled(w) for w in found if w.actor not in _GOVERNMENTS}
        return [w for w in found if w.actor not in _GOVERNMENTS or self._rolled(w) not in acting]

    def _receiver(self, found: Sequence[Who]) -> list[Who]:
        """Detainees moved to a state are received by its government, unless another authority of it is named."""
        if self.happening.type is not EventType.DETAINEE_TRANSFER or any(w.part is Part.HOST for w in found):
            return []
        sides = {self._rolled(w) for w in found}
        for draft in self.happening.body:
            for mention in draft.mentions:
                country = (mention.place or "").removeprefix("c_")
                if country not in ("iq", "sy") or not _INTO.search(draft.clause.before(mention.start)):
                    continue
                actor = self.lexicon.government(country, self.day)
                if self.side(actor) not in sides:
                    return [Who(actor, Part.HOST, draft.clause, mention.start, mention.end)]
        return []

    def _from_title(self, found: dict[str, Who]) -> None:
        """Who does it may stand in the headline alone: «الحشد يعزز انتشاره»."""
        for draft in self.happening.drafts:
            for mention, actor, before in self._named(draft.clause) if draft.clause.titular else ():
                spoken = draft.text.plain[mention.end : mention.end + 2].strip() == ":"
                if not spoken and self._doer_part(draft, mention, before, found) is Part.INITIATOR:
                    _add(found, self._who(mention, actor, Part.INITIATOR, draft.clause))

    def _told(self, found: dict[str, Who]) -> None:
        """Who is given information: «زوّد بها الجهاز دمشق», "gave Baghdad a list"."""
        if self.happening.type is not EventType.INTELLIGENCE_SHARING:
            return
        for draft in self.happening.body:
            for mention in draft.mentions:
                country = _CAPITALS.get(mention.place or "")
                if country and 0 <= mention.start - draft.end <= 70 and not _AMONG.search(draft.clause.before(mention.start)):
                    actor = self.lexicon.government(country, self.day)
                    _add(found, Who(actor, Part.PARTICIPANT, draft.clause, mention.start, mention.end))

    def _apart(self, draft: Draft, mention: Mention) -> bool:
        """«… وسط اشتباكات بين قسد و…», "after talks with …": who is named behind such a word has no part."""
        if self.happening.type is EventType.JOINT_OPERATION:
            return False
        words = [w for w in draft.clause.words if draft.end <= w.start < mention.head and "subordinate" in w.classes]
        return any(draft.clause.text.plain[w.start : w.end] in _ASIDE for w in words)

    def _coordinated(self, found: dict[str, Who]) -> None:
        """«وجرى النقل بالتنسيق مع …» in what follows names who else took part."""
        for clause in (c for c in self.follow if not c.has("background")):
            for word in clause.of("coordination", "support"):
                for mention, actor, _ in self._named(clause):
                    if 0 <= mention.head - word.end <= 90 and mention.kind != "person":
                        _add(found, self._who(mention, actor, Part.PARTICIPANT, clause))

    def _shelter(self, found: dict[str, Who]) -> None:
        """In a refuge the government of the country they came to is host."""
        if self.happening.type is not EventType.REFUGE or any(w.part is Part.HOST for w in found.values()):
            return
        for draft in self.happening.body:
            for mention in draft.mentions:
                country = (mention.place or "").removeprefix("c_")
                if mention.kind == "country" and country in ("iq", "sy") and _INTO.search(draft.clause.before(mention.start)):
                    actor = self.lexicon.government(country, self.day)
                    found[actor] = Who(actor, Part.HOST, draft.clause, mention.start, mention.end)
                    return

    def _without_bosses(self, found: list[Who]) -> list[Who]:
        """A named person stands for the office: not also the body that he heads."""
        heads = {self.lexicon.offices[o.id].org for w in found if w.actor for o in [self.lexicon.office_of(w.actor, self.day)] if o}
        return [w for w in found if w.actor not in heads or self._is_person(w)]

    def _announcer(self, found: list[Who]) -> list[Who]:
        """A body that announces an act nobody else is named for does it; of a spokesman, the body he speaks for."""
        said = self.saying
        kind = self.happening.type
        denied = self.happening.first.modality is Modality.DENIED
        if said is None or said.claimant.actor is None or kind is EventType.INCIDENT or denied:
            return found
        actor = said.claimant.actor
        if self.lexicon.actors[actor].kind == "person":
            return found
        if self.lexicon.actors[actor].kind in ("international_org",) or any(w.actor == actor for w in found):
            return found
        return [Who(actor, Part.INITIATOR, said.clause, said.start, said.end), *found]

    def _doer_part(self, draft: Draft, mention: Mention, before: str, found: dict[str, Who]) -> Part | None:
        """The part by the words right before a name; None where it only stands by."""
        kind, other = self.happening.type, cues().other
        if other["mentioned_after"].search(before):
            return Part.MENTIONED
        if self._only_speaks(draft.clause, mention) and mention.kind == "person":
            return Part.MENTIONED
        if kind in MOVEMENTS and _FROM.search(before):
            return Part.PARTICIPANT
        if kind in MOVEMENTS and _TO.search(before):
            return Part.HOST
        if kind is EventType.INCIDENT and _VICTIM.search(before):
            return Part.TARGET
        if kind in (EventType.INCIDENT, EventType.JOINT_OPERATION) and _AGAINST.search(before):
            return Part.TARGET if kind is EventType.INCIDENT else None
        if _AMONG.search(before):
            return None
        if kind is EventType.BORDER_MEASURE and _TO.search(before) and mention.kind != "person":
            return Part.PARTICIPANT
        if kind not in MOVEMENTS and (_FROM.search(before) or _TO.search(before)) and kind is not EventType.JOINT_OPERATION:
            return None
        if _BY.search(before):
            return Part.INITIATOR
        if kind is EventType.REFUGE and "move" not in _word(draft).classes:
            return Part.HOST if mention.kind == "country" and not found else None
        if other["with_before"].search(before):
            joint = kind is EventType.JOINT_OPERATION and not found and "op" not in _word(draft).classes
            return Part.PARTICIPANT if found or not joint else Part.PARTICIPANT
        whole = kind is EventType.JOINT_OPERATION
        if any(w.part is Part.INITIATOR for w in found.values()):
            return Part.PARTICIPANT if whole and mention.kind != "person" else None
        subject = whole or mention.end <= draft.start or mention.head - draft.end <= _SUBJECT_REACH
        if not subject or self._only_speaks(draft.clause, mention):
            return None
        return Part.PARTICIPANT if whole and "op" not in _word(draft).classes else Part.INITIATOR

    def _targets(self, found: Sequence[Who]) -> list[Who]:
        """The group of people moved, sheltered, pardoned or caught: the most specific that is named."""
        kind = self.happening.type
        if kind.family != "movement" and kind not in _CATCHING:
            return (self._group(("pop_isis_detainees",)) or self._enemy()) if kind is EventType.INCIDENT else []
        wanted: tuple[str, ...] = GROUPS if kind not in _CATCHING else ("pop_suspects",)
        if kind is EventType.REPATRIATION:
            wanted = GROUPS[1:6]
        fought = kind in _CATCHING and any(d.clause.has("op") for d in self.happening.body)
        return self._group(wanted) + (self._enemy() if fought else [])

    def _group(self, wanted: Sequence[str]) -> list[Who]:
        found = self._grouped(wanted)
        if found or self.happening.type is not EventType.REPATRIATION:
            return found
        for clause in [d.clause for d in self.happening.body]:
            for mention in clause.mentions:
                if (mention.place or "").startswith("camp_") and "pop_camp_families" in self.lexicon.actors:
                    return [Who("pop_camp_families", Part.TARGET, clause, mention.start, mention.end)]
            for word in clause.of("facility"):
                return [Who("pop_camp_families", Part.TARGET, clause, word.start, word.end)]
        return []

    def _grouped(self, wanted: Sequence[str]) -> list[Who]:
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow]):
            for name in wanted:
                word = next((w for w in clause.words if name in w.classes), None)
                if word is not None and name in self.lexicon.actors:
                    if name == "pop_camp_families" and self.happening.type is EventType.REFUGE:
                        camp = clause.has("facility") or any((m.place or "").startswith("camp_") for m in clause.mentions)
                        name = name if camp else "pop_refugees"
                    return [Who(name, Part.TARGET, clause, word.stem, word.end)]
        return []

    def _enemy(self) -> list[Who]:
        """ISIS where it is fought."""
        for draft in self.happening.body:
            for mention in draft.mentions:
                if mention.actor and self.side(mention.actor) is Side.ISIS and mention.kind != "population_group":
                    return [Who(mention.actor, Part.TARGET, draft.clause, mention.start, mention.end)]
        return []

    def _is_person(self, who: Who) -> bool:
        return who.actor is None or self.lexicon.actors[who.actor].kind == "person"

    def _rolled(self, who: Who) -> Side:
        side = self.side(who.actor) if who.actor else self._office_side(who)
        return ROLLED_UP.get(side, side)

    def _office_side(self, who: Who) -> Side:
        return self.lexicon.actors[self.lexicon.offices[who.office].org].side if who.office else Side.OTHER

    def _only_speaks(self, clause: Clause, mention: Mention) -> bool:
        """Whether a name stands here only as the one who tells: a spokesman, a body that issued the statement."""
        said = self.saying
        if said is None:
            return False
        same = said.clause.text is clause.text and said.start == mention.start
        if not same and (said.claimant.actor is None or said.claimant.actor != self.actor_of(mention) or mention.kind != "person"):
            return False
        return said.aside or (self.happening.type not in TALKS and mention.kind == "person")

    def _with_speaker(self, found: list[Who]) -> list[Who]:
        """Who only announces is mentioned."""
        said = self.saying
        if said is None or said.claimant.actor is None or any(w.actor == said.claimant.actor for w in found):
            return found
        return [*found, Who(said.claimant.actor, Part.MENTIONED, said.clause, said.start, said.end)]


_ASIDE = frozenset("بعد عقب اثر منذ قبيل after following since amid وسط before ahead".split())
_CAPITALS = {"baghdad": "iq", "damascus": "sy", "c_iq": "iq", "c_sy": "sy"}
_GOVERNMENTS = frozenset(("iq_gov", "sy_gov", "us_gov", "sy_former_regime"))
_CATCHING = frozenset((EventType.BORDER_OPERATION, EventType.JOINT_OPERATION))


def _add(found: dict[str, Who], who: Who) -> None:
    known = found.get(who.key)
    if known is None or (known.part is Part.MENTIONED and who.part is not Part.MENTIONED):
        found[who.key] = who


def _word(draft: Draft) -> Word:
    return next(w for w in draft.clause.words if w.start == draft.start)


def participant(who: Who, lexicon: Lexicon, day: dt.date) -> ParticipantMention:
    """A participant as the report names it."""
    name = who.span("").text
    if who.actor is None:
        office = lexicon.offices[who.office] if who.office else None
        side = lexicon.actors[office.org].side_on(day) if office else Side.OTHER
        return ParticipantMention(None, name, name, who.part, side, office.title_en if office else None)
    actor = lexicon.actors[who.actor]
    held = lexicon.office_of(who.actor, day)
    return ParticipantMention(actor.id, name, actor.name_en, who.part, actor.side_on(day), held.title_en if held else None)
