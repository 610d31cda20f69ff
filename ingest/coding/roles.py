"""What every casting needs: who is named, whose side they are on, which people are moved or caught. PURE."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from events.codebook import ROLLED_UP, EventType, Part, Side, SpanIn
from events.reports import Span
from ingest.coding.claimants import Saying, Speech
from ingest.coding.cues import cues
from ingest.coding.event_types import Draft, Happening
from ingest.coding.lexicon import FALL_OF_ASSAD, Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.nearness import GROUPS
from ingest.coding.reading import Clause
from ingest.coding.routes import ANYBODY
from ingest.coding.rules import TALKS
from ingest.coding.words import Word

_LEADER = re.compile(
    r"\b(?:president|prime minister|king|leader|commander of the new administration|emir|crown prince)\b", re.I
)
_SERVANT = re.compile(r"\b(?:envoy|advis[eo]r|deputy|spokes\w+|office|representative)\b", re.I)
_RULE = re.compile(r"[’']s? (?:rule|regime|fall|ouster|overthrow|downfall|era|reign)")
"""«al-Assad's rule»: a time, nobody who acts."""
_A_CAMP = re.compile(r"مخيم|\bcamps?\b")
_SYRIAN_CAMPS = frozenset(("camp_hol", "camp_roj", "hol_town"))
_JOINED = frozenset(
    (
        "attended the",
        "took part as well",
        "were in the room",
        "were also in the room",
        "took part in the",
        "also took part",
        "joined the meeting",
        "were also present",
        "was also present",
        "also attended",
        "in attendance",
        "took part in the meeting",
        "was present",
    )
)
"""Who took part stands before these words."""
_GUESTS = ("government_body", "military_unit", "coalition", "international_org")
_FOR_A_BODY = re.compile(
    r"(?:ممثل\w*|وفد\w*|مندوب\w*|موفد\w*)(?: \w+)? (?:عن |من )$|(?:^|[\s،])و?(?:قايد|مدير|رييس) $|(?:representatives?|delegations?|officials?) (?:of|from) (?:the |syria's |iraq's )?$"
)
_PEOPLE = re.compile(
    r"(?<!\w)(?P<who>اشخاص|شخصا?|مدني\w*|الاهالي|نساء|اطفال)(?!\w)|\b(?P<who2>people|civilians|persons|women|kurds|yazidis|syrians)\b"
)
_BODIES = ("government_body", "military_unit", "armed_group", "coalition", "international_org", "party")
_MOUTH_OF = re.compile(
    r"(?<!\w)[وفبل]?(?:ال)?(?:مصدرا?|مصادر|متحدث|ناطق|المتحدث|الناطق|مسوولا?)(?: (?!مع )[^\s،.]+){0,3} (?:في|من|ب)\s?$|(?:باسم|بلسان) $"
    r"|\b(?:sources?|spokes\w+|an? (?:\w+ ){0,2}official)\s(?:for|of|in|at|from|with|within) (?:the |iraq's |syria's )?$"
)
_MOUTH = re.compile(r"(?:'s)? (?:spokes\w+|sources?)\b")
"""A body that is named only to say whose man speaks."""
_CONVICT = re.compile(r"محكوم|نزيل|نزلاء|سجين|سجناء|convict|inmate|prisoner")
_ISIS = re.compile(
    r"داعش|د1عش|الدوله الاسلاميه|تنظيم الدوله|ارهاب|جهادي|\bisis\b|\bis\b(?= (?:prison|detain|suspect|member|fight|inmate))|islamic state|daesh|terror|jihadi"
)
_SO_CALLED = re.compile(r"(?:يسمي|منصب|(?<!\w)والي|(?<!\w)امير|so-called) (?:\S+ )?$")
"""«المسؤول المالي لما يسمى ولاية العراق»: what somebody is, who was caught."""
_NO_TERROR = re.compile(
    r"(?:لا (?:[يت]شمل|علاقه|صله|[يت]تعلق)|ليس|باستثناء|[يت]?ستثن\w*|عدا|دون|غير المدانين|no(?:body|ne|t)?\b|never|except|exclud\w+|other than|without|apart from)[^.]{0,60}(?:ارهاب|terror)"
    r"|(?:ارهاب|terror)[^.]{0,30}(?:مستثن|are excluded|not (?:covered|included))"
)
"""«لا يشمل المدانين بجرائم الإرهاب»: of others."""
_SYRIAN_REFUGEES = re.compile(r"(?:لاجي|عايل|عوايل|اسر)\w* (?:ال)?سوري|syrian (?:refugees|families)")
_FROM_CAMP = re.compile(r"الهول|روج(?!ا)|al-?hol|\broj\b")
_ESCAPED = re.compile(r"(?<!\w)من (?P<who>(?:ال)?(?:فار|هارب)(?:ين|ون))(?!\w)")
_ALONGSIDE = re.compile(r"\b(?:alongside|along with|together with)\s[^,;.]{0,50},?\s?$")
_ARRESTED = re.compile(r"arrest|detain|captur|القاء القبض|القبض|القي القبض|القت القبض|اعتقال|اعتقل|توقيف|اوقف|القاء")
_FORMER = re.compile(r"\b(?:former|ousted|defunct|ex|old|collapsing|collapsed|fallen|toppled|disbanded)[ -](?:the )?$")
"""The army of before: men who are moved, nobody who acts."""
_REGION = "kurdistan_region"
_ACTS = re.compile(
    r"(?: of iraq)?(?: (?:has|have|had|also|already|on \w+day|\w+day))* (?:tak(?:en|es|ing) in|took in|receiv(?:es|ed)|admit(?:s|ted)|shelter(?:s|ed)|host(?:s|ed)|welcom(?:es|ed)|let|lets|opened its)\b"
)
_AUTHORITIES = re.compile(r"\b(?:authorities|government|administration) (?:of|in) (?:the )?$")
_NEVER_ACTING = ("population_group", "camp_or_facility")
_MARGINS = re.compile(r"(?:هامش|اطار|ضمن|قرار|بيانات|margins of|sidelines of|session of|resolution)\s+(?:\S+ ){0,3}?$")
GOVERNMENTS = frozenset(("iq_gov", "sy_gov", "us_gov", "sy_former_regime"))
_CATCHING = frozenset((EventType.BORDER_OPERATION, EventType.JOINT_OPERATION))


@dataclass(frozen=True, slots=True)
class Proposal:
    """A person whom the registry does not know, behind the title of an office: at [start, end) of the original text
    `where`, inside the sentence that is quoted."""

    name: str
    office: str
    sentence: str
    where: SpanIn
    start: int
    end: int


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

    def proposal(self) -> Proposal | None:
        """What an editor may take into the registry."""
        if self.actor is not None or self.office is None:
            return None
        name = self.span("")
        told = self.clause.text.sentences[self.clause.order]
        sentence = self.clause.text.span("", told.start, told.end).text.strip()
        return Proposal(name.text, self.office, sentence, name.where, name.start, name.end)

    @property
    def key(self) -> str:
        """What makes it one participant."""
        return self.actor or self.clause.text.plain[self.start : self.end]


def add(found: dict[str, Who], who: Who) -> None:
    """Note a participant once; taking part outweighs being mentioned."""
    known = found.get(who.key)
    if known is None or (known.part is Part.MENTIONED and who.part is not Part.MENTIONED):
        found[who.key] = who


def word_of(draft: Draft) -> Word:
    """The word of an act."""
    unknown = Word(draft.start, draft.end, draft.start, frozenset())
    return next((w for w in draft.clause.words if w.start == draft.start), unknown)


_NATIONALS = re.compile(r"(?:ال)?(?:مواطن|رعايا|طلبه|طالب|عالق|مغترب|مقيم)\w*(?: (?:ال)?(?:عراقي|سوري)\w*)?")
"""«الطلبة العراقيين العالقين في دمشق»: people of no group who come home."""


def _nationals(clause: Clause) -> tuple[int, int] | None:
    for word in clause.of("citizens"):
        at = word.stem - 2 if clause.text.plain.startswith("ال", word.stem - 2) else word.stem
        found = _NATIONALS.match(clause.text.plain, at)
        if found is not None and not any((m.place or "").startswith(("camp_", "hol_")) for m in clause.mentions):
            return found.span()
    return None


class Roles:
    """One happening's clauses with what is known of the actors in them."""

    def __init__(
        self,
        happening: Happening,
        lexicon: Lexicon,
        day: dt.date,
        saying: Saying | None,
        follow: Sequence[Clause],
        couple: Sequence[Who] | None,
        speech: Speech,
    ) -> None:
        self.happening, self.lexicon, self.day = happening, lexicon, day
        self.saying, self.follow, self.couple, self.speech = saying, follow, couple, speech
        self.ground = ""
        self._named: dict[int, list[tuple[Mention, str | None, str]]] = {}

    def side(self, actor: str) -> Side:
        """The side of an actor on the day."""
        return self.lexicon.actors[actor].side_on(self.day)

    def actor_of(self, mention: Mention) -> str | None:
        """The actor a mention stands for: a state is its government of the day."""
        if mention.actor is None or mention.adjective:
            return None
        return self.lexicon.government(mention.actor, self.day) if mention.kind == "country" else mention.actor

    def named(self, clause: Clause) -> Sequence[tuple[Mention, str | None, str]]:
        """Mentions that may take part: (mention, actor, what stands before it)."""
        known = self._named.get(id(clause))
        if known is None:
            known = self._named[id(clause)] = list(self._taking_part(clause))
        return known

    def _taking_part(self, clause: Clause) -> Iterable[tuple[Mention, str | None, str]]:
        for mention in clause.mentions:
            actor = self.actor_of(mention)
            if actor is None and mention.place == _REGION:
                mention = self._governing(clause, mention)
                actor = mention.actor
            if actor == "sy_isf" and any("asayish" in c.plain for c in self.speech.clauses):
                actor = "asayish_nes"
            if (actor is None and not mention.unknown) or mention.kind in _NEVER_ACTING:
                continue
            attacked = self.happening.type is EventType.INCIDENT and not clause.has("escape")
            if actor is not None and self.side(actor) is Side.ISIS and not attacked:
                continue
            before = clause.before(mention.head)
            if actor == "p_assad" and self.day >= FALL_OF_ASSAD and self.happening.type is not EventType.APPOINTMENT:
                continue
            if mention.kind in _BODIES and (_MOUTH_OF.search(before) or _MOUTH.match(clause.after(mention.end, 40))):
                continue
            if mention.kind == "military_unit" and _FORMER.search(before):
                continue
            if mention.kind == "international_org" and _MARGINS.search(before):
                continue
            if not cues().other["fall_of"].search(before) and not _RULE.match(clause.after(mention.end, 14)):
                yield mention, actor, before

    def _governing(self, clause: Clause, mention: Mention) -> Mention:
        """ "The Kurdistan Region has taken in …", "the authorities of the Kurdistan Region": its government."""
        ruled = _AUTHORITIES.search(clause.text.plain, max(clause.start, mention.start - 30), mention.start)
        if "krg" not in self.lexicon.actors or not (ruled or _ACTS.match(clause.after(mention.end, 40))):
            return mention
        start = ruled.start() if ruled else mention.start
        return replace(mention, start=start, actor="krg", kind="government_body")

    def who(self, mention: Mention, actor: str | None, part: Part, clause: Clause) -> Who:
        return Who(actor, part, clause, mention.start, mention.end, mention.office)

    def is_leader(self, actor: str | None) -> bool:
        office = self.lexicon.office_of(actor, self.day) if actor else None
        return office is not None and bool(_LEADER.search(office.title_en)) and not _SERVANT.search(office.title_en)

    def without_governments(self, found: list[Who]) -> list[Who]:
        """A government stands back behind any body or person of its side that acts."""
        acting = [w for w in found if w.actor not in GOVERNMENTS]
        return [w for w in found if w.actor not in GOVERNMENTS or not any(self._outdoes(a, w) for a in acting)]

    def _outdoes(self, one: Who, government: Who) -> bool:
        """Whether a body or person of its side stands for a government; who only attends does not."""
        guest = self.is_person(one) or self.happening.type is EventType.CROSSING_STATUS
        attends = government.part is Part.INITIATOR and one.part is Part.PARTICIPANT and guest
        return self.rolled(one) == self.rolled(government) and not attends

    def targets(self, found: Sequence[Who]) -> list[Who]:
        """The group of people moved, sheltered, pardoned or caught: the most specific that is named."""
        kind = self.happening.type
        if kind.family != "movement" and kind not in _CATCHING:
            held = self.group(("pop_isis_detainees",)) if self._of_prisoners() else []
            return (held or self._enemy()) if kind is EventType.INCIDENT else []
        wanted: tuple[str, ...] = GROUPS if kind not in _CATCHING else ("pop_suspects",)
        if kind is EventType.REPATRIATION:
            wanted = GROUPS[1:6]
        elif kind is EventType.AMNESTY:
            soldiers = self.group(("pop_sy_soldiers",))
            if soldiers:
                return soldiers
        fought = kind in _CATCHING and any(d.clause.has("op", "kill") for d in self.happening.body)
        named = self._recaptured() if kind in _CATCHING else []
        named = named or self.group(wanted)
        enemy = self._enemy() if fought else []
        caught = named or (self._caught() if kind in _CATCHING else [])
        if caught and all(w.clause.text.plain[w.start] < "\u0600" for w in caught):
            return caught
        return enemy or caught

    def _recaptured(self) -> list[Who]:
        """«قبض على ستة من الفارين»: of a jailbreak that the text tells of."""
        jail = any(c.has("escape", "facility") for c in self.speech.clauses)
        for draft in self.happening.body if jail and "pop_isis_detainees" in self.lexicon.actors else ():
            found = _ESCAPED.search(draft.clause.text.plain, draft.clause.start, draft.clause.end)
            if found is not None:
                return [Who("pop_isis_detainees", Part.TARGET, draft.clause, *found.span("who"))]
        return []

    def _of_prisoners(self) -> bool:
        return any(d.clause.has("escape", "facility", "jailed") for d in self.happening.drafts)

    def group(self, wanted: Sequence[str]) -> list[Who]:
        found = self._grouped(wanted) or self._fleeing()
        if found or self.happening.type is not EventType.REPATRIATION:
            return found
        for clause in [d.clause for d in self.happening.body]:
            citizens = _nationals(clause)
            if citizens is not None:
                return [Who(None, Part.TARGET, clause, *citizens)]
            for mention in clause.mentions:
                if (mention.place or "").startswith(("camp_", "hol_")) and "pop_camp_families" in self.lexicon.actors:
                    return [Who("pop_camp_families", Part.TARGET, clause, mention.start, mention.end)]
            for word in clause.of("facility"):
                return [Who("pop_camp_families", Part.TARGET, clause, word.start, word.end)]
        return self._anybody()

    def _anybody(self) -> list[Who]:
        """ "Two dozen Iraqi orphans": of Iraqis who come home from Syria it is families; Syrians who go home are refugees."""
        for draft in self.happening.body:
            one = ANYBODY.search(draft.clause.text.plain, draft.clause.start, draft.clause.end)
            if one is not None:
                group = "pop_refugees" if "syrian" in one.group() else "pop_camp_families"
                return [Who(group, Part.TARGET, draft.clause, *one.span())] if group in self.lexicon.actors else []
        return []

    def _fleeing(self) -> list[Who]:
        """Whoever crosses for shelter is a refugee."""
        if self.happening.type is not EventType.REFUGE or "pop_refugees" not in self.lexicon.actors:
            return []
        for draft in self.happening.body:
            people = _PEOPLE.search(draft.clause.text.plain, draft.clause.start, draft.clause.end)
            if people is not None:
                return [
                    Who("pop_refugees", Part.TARGET, draft.clause, *people.span("who" if people["who"] else "who2"))
                ]
        return []

    def _caught(self) -> list[Who]:
        """Whoever is arrested is a suspect."""
        if "pop_suspects" not in self.lexicon.actors:
            return []
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow]):
            for word in clause.of("op") if not clause.has("background") else ():
                if _ARRESTED.match(clause.text.plain, word.stem, word.end):
                    return [Who("pop_suspects", Part.TARGET, clause, word.stem, word.end)]
        return []

    def _grouped(self, wanted: Sequence[str]) -> list[Who]:
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow]):
            for name in wanted:
                word = next((w for w in clause.words if name in w.classes), None)
                if word is not None and name == "pop_isis_detainees" and self._convicts(clause, word):
                    name = "pop_suspects"
                if word is not None and name in self.lexicon.actors:
                    if name == "pop_camp_families" and self._refugees_home(clause):
                        name = "pop_refugees"
                    if name == "pop_camp_families" and self.happening.type is EventType.REFUGE:
                        name = name if self._of_the_camp(clause) else "pop_refugees"
                    return [Who(name, Part.TARGET, clause, word.stem, word.end)]
        return []

    def _of_the_camp(self, clause: Clause) -> bool:
        """Whether a camp of families is what these leave: named here, or «المخيم» of a text that is about it."""
        if any(m.place in _SYRIAN_CAMPS for m in clause.mentions):
            return True
        told = _A_CAMP.search(clause.plain) is not None or any(d.clause.titular for d in self.happening.drafts)
        about = [c for c in self.speech.clauses if c.titular or c.lead]
        return told and any(m.place in _SYRIAN_CAMPS for c in about for m in c.mentions)

    def _convicts(self, clause: Clause, word: Word) -> bool:
        """Convicts of ordinary courts, in a text that names no ISIS."""
        third = any(m.adjective and m.actor not in ("iq", "sy") for m in clause.mentions)
        if third or not _CONVICT.match(clause.text.plain, word.stem, word.end):
            return False
        return not any(_ISIS.search(c.plain) and not _NO_TERROR.search(c.plain) for c in self.speech.clauses)

    def _refugees_home(self, clause: Clause) -> bool:
        """Syrian families who went home from Iraq are refugees."""
        syrians = _SYRIAN_REFUGEES.search(clause.plain) is not None
        return self.happening.type is EventType.REPATRIATION and syrians and not _FROM_CAMP.search(clause.plain)

    def _enemy(self) -> list[Who]:
        """ISIS where it is fought."""
        for draft in self.happening.body:
            for mention in draft.mentions:
                if _SO_CALLED.search(draft.clause.before(mention.head, 30)):
                    continue
                if mention.actor and self.side(mention.actor) is Side.ISIS and mention.kind != "population_group":
                    return [Who(mention.actor, Part.TARGET, draft.clause, mention.start, mention.end)]
        return []

    def is_person(self, who: Who) -> bool:
        return who.actor is None or self.lexicon.actors[who.actor].kind == "person"

    def rolled(self, who: Who) -> Side:
        side = self.side(who.actor) if who.actor else self._office_side(who)
        return ROLLED_UP.get(side, side)

    def rolled_actor(self, actor: str) -> Side:
        """The side of an actor as filters take it."""
        side = self.side(actor)
        return ROLLED_UP.get(side, side)

    def _office_side(self, who: Who) -> Side:
        return self.lexicon.actors[self.lexicon.offices[who.office].org].side if who.office else Side.OTHER

    def only_speaks(self, clause: Clause, mention: Mention) -> bool:
        """Whether a name stands here only as the one who tells: a spokesman, a body that issued the statement."""
        said = self.saying
        if said is None:
            return False
        first = said.behind
        if first is not None and first.clause.text is clause.text and first.start == mention.start:
            return True
        same = said.clause.text is clause.text and said.start == mention.start
        if not same and (
            said.claimant.actor is None or said.claimant.actor != self.actor_of(mention) or mention.kind != "person"
        ):
            return False
        if not same and not clause.has("say", "announce", "denied") and not clause.titular:
            return False
        return said.aside or (self.happening.type not in TALKS and mention.kind == "person")

    def relinked(self, found: dict[str, Who], *, bodies: bool = False) -> None:
        """«بحضور …», «يرافقه …»: persons who also took part, and with `bodies` the authorities they came from."""
        for clause in dict.fromkeys([*self.follow, *(d.clause for d in self.happening.body)]):
            for word in clause.of("relink"):
                ahead = clause.text.plain[word.start : word.end] in _JOINED
                for mention, actor, before in self.named(clause):
                    aside = cues().other["mentioned_after"].search(before) and not _FOR_A_BODY.search(before)
                    guest = mention.kind == "person" or (bodies and mention.kind in _GUESTS)
                    taking = guest or _FOR_A_BODY.search(before)
                    placed = mention.end <= word.start if ahead else mention.start >= word.end
                    placed = placed or (ahead and bool(_ALONGSIDE.search(before)))
                    if placed and taking and not aside:
                        add(found, self.who(mention, actor, Part.PARTICIPANT, clause))
