"""Who takes part in what way, and who says so. PURE."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from events.codebook import ROLLED_UP, EventType, Part, Side
from events.reports import Claimant, ParticipantMention, Span
from ingest.coding.actors import Mention
from ingest.coding.cues import cues
from ingest.coding.event_types import Draft, Happening
from ingest.coding.lexicon import Lexicon

TALKS = {EventType.MEETING, EventType.CALL, EventType.AGREEMENT}
_LEADER = re.compile(
    r"\b(?:president|prime minister|king|leader|commander of the new administration|emir|crown prince)\b", re.I
)
_ROLE_OF_COUNTRY = {
    "IQ": (Side.IQ, Side.KRG),
    "SY": (Side.SY, Side.SY_FORMER, Side.SDF),
    "JO": (Side.JO,),
    "TR": (Side.TR,),
}
_UNNAMED = re.compile(
    r"(?:مصدر|مصادر|مسوول)\w* (?:\w+ )?(?P<ar>عراقي|سوري|كردي|امريكي|اميركي)\w*"
    r"|(?:an? |the )?(?P<en>iraqi|syrian|kurdish|us|american) (?:\w+ )?(?:sources?|officials?)"
)
_UNNAMED_SIDE = {
    "عراقي": Side.IQ,
    "iraqi": Side.IQ,
    "سوري": Side.SY,
    "syrian": Side.SY,
    "كردي": Side.SDF,
    "kurdish": Side.SDF,
}
_SPEECH_REACH = 90
_NEVER_ACTING = ("population_group", "camp_or_facility")
_SUBJECT_GAP = re.compile(r",?(?:\s+(?!(?:his|her|whose|its|office|ministry|spokes)\w*)[\w'-]+){0,2},?\s*")


@dataclass(frozen=True, slots=True)
class Who:
    """A participant and the place of its name."""

    actor: str
    part: Part
    draft: Draft
    start: int
    end: int

    def span(self, field: str) -> Span:
        """Its name in the text."""
        return self.draft.text.span(field, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says it, at [start, end) of the draft's text."""

    claimant: Claimant
    draft: Draft
    start: int
    end: int


class Casting:
    """Decides the parts of one happening."""

    def __init__(self, happening: Happening, lexicon: Lexicon, day: dt.date, with_mentioned: bool) -> None:
        self.happening, self.lexicon, self.day = happening, lexicon, day
        self.with_mentioned = with_mentioned
        self.saying = self._saying()

    def side(self, actor: str) -> Side:
        """The side of an actor on the day."""
        return self.lexicon.actors[actor].side_on(self.day)

    def cast(self, place_country: str) -> list[Who]:
        """All participants, each actor once, the talkers' bodies standing back behind their people."""
        found = self._talkers(place_country) if self.happening.type in TALKS else self._doers()
        return self._with_speaker(found)

    def actor_of(self, mention: Mention) -> str | None:
        """The actor a mention stands for: a state is its government of the day."""
        if mention.actor is None or mention.adjective:
            return None
        if mention.kind == "country":
            return self.lexicon.government(mention.actor, self.day)
        return mention.actor

    def _named(self, draft: Draft) -> Iterable[tuple[Mention, str, str]]:
        """Mentions that may take part: (mention, actor, what stands before it)."""
        other = cues().other
        for mention in draft.mentions:
            actor = self.actor_of(mention)
            if actor is None or mention.kind in _NEVER_ACTING or self.side(actor) is Side.ISIS:
                continue
            before = draft.before(mention.head)
            if other["fall_of"].search(before):
                continue
            if mention.kind == "country" and other["only_place_after"].search(before):
                continue
            yield mention, actor, before

    def _talkers(self, place_country: str) -> list[Who]:
        found: dict[str, Who] = {}
        for draft in self.happening.drafts:
            for mention, actor, before in self._named(draft):
                aside = cues().other["mentioned_after"].search(before) or self._is_speaker(draft, mention)
                part = Part.MENTIONED if aside else Part.PARTICIPANT
                known = found.get(actor)
                if known is None or (known.part is Part.MENTIONED and part is Part.PARTICIPANT):
                    found[actor] = Who(actor, part, draft, mention.start, mention.end)
        taking_part = [w for w in found.values() if w.part is Part.PARTICIPANT]
        people = {self._rolled(w.actor) for w in taking_part if self._is_person(w.actor)}
        kept = [w for w in taking_part if self._is_person(w.actor) or self._rolled(w.actor) not in people]
        asides = [w for w in found.values() if w.part is Part.MENTIONED and self._is_person(w.actor)]
        hosted = self._host(kept, place_country) if self.happening.type is EventType.MEETING else kept
        return hosted + (asides if self.with_mentioned else [])

    def _host(self, people: Sequence[Who], country: str) -> list[Who]:
        """Whose ground it is: the leader there, else the first of that side."""
        sides = _ROLE_OF_COUNTRY.get(country, ())
        at_home = [w for w in people if self.side(w.actor) in sides]
        if not at_home or len(at_home) == len(people):
            return list(people)
        leaders = [w for w in at_home if self._is_leader(w.actor)]
        host = (leaders or at_home)[0]
        return [Who(w.actor, Part.HOST, w.draft, w.start, w.end) if w is host else w for w in people]

    def _is_leader(self, actor: str) -> bool:
        office = self.lexicon.office_of(actor, self.day)
        return office is not None and bool(_LEADER.search(office.title_en))

    def _doers(self) -> list[Who]:
        """Operations, movements and the rest: who does it, with whom, to whom."""
        kind = self.happening.type
        found: dict[str, Who] = {}
        for draft in self.happening.drafts:
            for mention, actor, before in self._named(draft):
                aside = kind is not EventType.STATEMENT and cues().other["mentioned_after"].search(before)
                if actor in found or aside or self._is_speaker(draft, mention):
                    continue
                if kind is EventType.APPOINTMENT and mention.kind != "person":
                    continue
                part = self._doer_part(found, before)
                if part is not None:
                    found[actor] = Who(actor, part, draft, mention.start, mention.end)
            if found and kind in (EventType.APPOINTMENT, EventType.STATEMENT):
                break
        return [*found.values(), *self._targets(), *self._shelter(found)]

    def _doer_part(self, found: dict[str, Who], before: str) -> Part | None:
        kind = self.happening.type
        if kind is EventType.JOINT_OPERATION:
            return Part.PARTICIPANT
        if kind is EventType.APPOINTMENT:
            return None if found else Part.PARTICIPANT
        if kind is EventType.REFUGE:
            return None
        if not found:
            return Part.INITIATOR
        if kind is EventType.STATEMENT:
            return None
        return Part.PARTICIPANT if cues().other["with_before"].search(before) else None

    def _targets(self) -> list[Who]:
        """The group of people moved, sheltered, pardoned or caught: the most specific that is named."""
        if self.happening.type.family not in ("movement",) and self.happening.type is not EventType.BORDER_OPERATION:
            return []
        for draft in self.happening.drafts:
            for name, pattern in cues().groups.items():
                if self.happening.type is EventType.REPATRIATION and name == "pop_isis_detainees":
                    continue
                found = pattern.search(draft.text.plain, draft.sentence.start, draft.sentence.end)
                if found and name in self.lexicon.actors:
                    return [Who(name, Part.TARGET, draft, *found.span())]
        return []

    def _shelter(self, found: dict[str, Who]) -> list[Who]:
        """In a refuge the government of the country they came to is host."""
        if self.happening.type is not EventType.REFUGE:
            return []
        for draft in self.happening.drafts:
            for mention in draft.mentions:
                actor = self.actor_of(mention)
                into = re.search(r"(?:الي|داخل|\bto|\binto|\bin)\s+(?:the )?$|(?<!\w)ل$", draft.before(mention.start))
                if actor and mention.kind == "country" and into:
                    return [Who(actor, Part.HOST, draft, mention.start, mention.end)]
        return []

    def _is_person(self, actor: str) -> bool:
        return self.lexicon.actors[actor].kind == "person"

    def _rolled(self, actor: str) -> Side:
        side = self.side(actor)
        return ROLLED_UP.get(side, side)

    def _is_speaker(self, draft: Draft, mention: Mention) -> bool:
        said = self.saying
        if said is None or self.happening.type is EventType.STATEMENT:
            return False
        own_act = self.happening.type is EventType.JOINT_OPERATION and mention.kind != "person"
        return said.draft is draft and said.start == mention.start and not own_act

    def _with_speaker(self, found: list[Who]) -> list[Who]:
        """Who only announces is mentioned."""
        said = self.saying
        if said is None or said.claimant.actor is None or not self.with_mentioned:
            return found
        if any(w.actor == said.claimant.actor for w in found):
            return found
        return [*found, Who(said.claimant.actor, Part.MENTIONED, said.draft, said.start, said.end)]

    def _saying(self) -> Saying | None:
        """The authority quoted: behind an Arabic verb of speech, before an English one."""
        if self.happening.type is EventType.STATEMENT:
            return None
        for draft in self.happening.drafts:
            for verb in cues().other["speech"].finditer(draft.text.plain, draft.sentence.start, draft.sentence.end):
                said = self._speaker(draft, verb.start(), verb.end())
                if said is not None:
                    return said
        return None

    def _speaker(self, draft: Draft, start: int, end: int) -> Saying | None:
        verb = draft.text.plain[start:end]
        if not verb.isascii() or verb == "according to":
            near = [m for m in draft.mentions if 0 <= m.start - end <= _SPEECH_REACH and self._speaks(m)]
            unnamed = _UNNAMED.search(draft.text.plain, end, min(draft.sentence.end, end + 40))
            mention = near[0] if near else None
        else:
            near = [m for m in draft.mentions if self._speaks(m) and _right_before(draft, m.end, start)]
            unnamed = _UNNAMED.search(draft.text.plain, max(draft.sentence.start, start - 60), start)
            mention = near[-1] if near else None
        if unnamed is not None and (mention is None or unnamed.start() < mention.start):
            word = unnamed["ar"] or unnamed["en"]
            name = draft.text.span("", *unnamed.span()).text
            claimant = Claimant(None, name, _UNNAMED_SIDE.get(word, Side.OTHER))
            return Saying(claimant, draft, *unnamed.span())
        actor = self.actor_of(mention) if mention else None
        if mention is None or actor is None:
            return None
        name = draft.text.span("", mention.start, mention.end).text
        return Saying(Claimant(actor, name, self.side(actor)), draft, mention.start, mention.end)

    def _speaks(self, mention: Mention) -> bool:
        return mention.kind == "person" or (mention.kind == "government_body" and not mention.adjective)


def _right_before(draft: Draft, end: int, verb: int) -> bool:
    """Whether an English name is the subject of a verb: at most two words between them."""
    return 0 <= verb - end <= 40 and bool(_SUBJECT_GAP.fullmatch(draft.text.plain, end, verb))


def participant(who: Who, lexicon: Lexicon, day: dt.date) -> ParticipantMention:
    """A participant as the report names it."""
    actor = lexicon.actors[who.actor]
    office = lexicon.office_of(who.actor, day)
    name = who.span("").text
    side = actor.side_on(day)
    return ParticipantMention(actor.id, name, actor.name_en, who.part, side, office.title_en if office else None)
