"""What every casting needs: who is named, whose side they are on, which people are moved or caught. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from events.codebook import ROLLED_UP, EventType, Part, Side, SpanIn
from events.reports import Span
from ingest.coding.claimants import Saying, Speech
from ingest.coding.cues import cues
from ingest.coding.event_types import Draft, Happening
from ingest.coding.lexicon import FALL_OF_ASSAD, Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.rules import TALKS
from ingest.coding.soldiery import HURT_MAN
from ingest.coding.sources import guests, original
from ingest.coding.speaking import of_itself, praises
from ingest.coding.standins import stands_by, told_of_it
from ingest.coding.unlisted import KIND as UNLISTED
from ingest.coding.words import Word

_LEADER = regex(
    r"(?i)\b(?:president|prime minister|king|leader|commander of the new administration|emir|crown prince)\b"
)
_SPOKES = regex(r"(?i)spokes|media|(?<!foreign )(?<!external )relations")
_SERVANT = regex(r"(?i)\b(?:envoy|advis[eo]r|deputy|spokes\w+|office|representative)\b")
_RULE = regex(r"[’']s? (?:rule|regime|fall|ouster|overthrow|downfall|era|reign)")
"""«al-Assad's rule»: a time, nobody who acts."""
_JOINED = frozenset(
    (
        "attended the",
        "took part as well",
        "were in the room",
        "were also in the room",
        "took part in the",
        "was present",
    )
    + ("also took part", "joined the meeting", "were also present", "was also present", "also attended", "were present")
    + ("in attendance", "took part in the meeting", "attended the meeting", "attended the talks", "joined the talks")
    + ("sat in on the", "sat in")
)
"""Who took part stands before these words."""
_GUESTS = ("government_body", "military_unit", "coalition", "international_org")
_FOR_A_BODY = regex(
    r"(?:ممثل\w*|وفد\w*|مندوب\w*|موفد\w*)(?: \w+)? (?:عن |من )$|(?:^|[\s،])و?(?:قايد|مدير|رييس) $|\b(?:representatives?|delegations?|officials?|officers?|experts?|employees|staff|envoys?|members?|teams?|directors?(?: general)?|directors?-general|undersecretar(?:y|ies)|advis[eo]rs?|delegates?|judges|engineers|doctors) (?:of|from|at|in|for) (?:the |syria's |iraq's )?$"
    r"|\band the (?:head|commander|chief|director) of (?:the )?$"
)
_ITS_MAN = regex(
    r"(?:['’]s)? (?:[\w-]+ ){0,3}(?:director|representatives?|officers?|officials?|commander|head|chief|delegates?|delegation|envoy|team|experts|adviser|coordinator|mission chief)\b"
)
_NAMED = regex(r",? (?:of staff\b|[A-Z])|(?: of)? \S+,? [A-Z]")
"""«the UNODC country director»: a man of a body who is not named."""
_BODIES = ("government_body", "military_unit", "armed_group", "coalition", "international_org", "party", UNLISTED)
_MOUTH_OF = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:مصدرا?|مصادر|متحدث|ناطق|المتحدث|الناطق|مسوولا?|قيادي|سياسي|نايب|عضو|ضابط|امر|موظف)(?: (?!مع )[^\s،.]+){0,3} (?:في|من|ب)\s?$|(?:باسم|بلسان) $|(?<!\w)و?(?:عضوه?|اعضاء) $"
    r"|\b(?:sources?|spokes\w+|(?:an?|the|one|another) (?:\w+ ){0,2}official)\s(?:for|of|in|at|from|with|within) (?:the |iraq's |syria's )?$"
)
_MOUTH = regex(r"(?:'s)? (?:spokes\w+|sources?)\b")
_MEN_SPEAK = regex(
    r"\b(?:officials?|officers?|sources?|employees?|members?|judges)(?: (?:of|from|at|in|with|within))?(?: the)?[^,.]{0,3}$"
)
_THEY_SAY = regex(r"(?: \([^)]{2,12}\))?,? (?:\w+ ){0,2}?(?:said|told|says|tell|confirmed|announced|explained)\b")
"""«two Iraqi security officials said», "officials of the centre told us": who speaks of it."""
_ON_ITS_SIDE = regex(r"(?:\b(?:on|at|to|from) the |(?<!\w)(?:في|عند|علي|داخل|نحو) )$")
_SIDE_OF = regex(r"(?:ال)?(?:جانب|طرف|ضفه)\b.*|.*\bside")
"""«on the Syrian side», «عند الجانب العراقي»: a place."""
"""A body that is named only to say whose man speaks."""
_ALONGSIDE = regex(r"\b(?:alongside|along with|together with)\s[^,;.]{0,50},?\s?$")
_INFORMS = regex(
    r"(?<!\w)[وف]?(?:قد )?(?:[يت]?توقع|توقعت|رجح|رجحت|[يت]رجح|استبعد|[يت]ستبعد|[يت]?امل|اطلع|اطلعت|احاط|احاطت|اخبر|اخبرت|ابلغ|ابلغت|شرح|عرض|استعرض) $"
)
"""«أطلع القائد ضيفه على ما جرى»: he tells of it."""
_FORMER = regex(
    r"\b(?:former|ousted|defunct|ex|old|collapsing|collapsed|fallen|toppled|disbanded|dissolved|deposed|assad-era)[ -](?:the )?$"
)
"""The army of before: men who are moved, nobody who acts."""
_REGION = "kurdistan_region"
_ACTS = regex(
    r"(?: of iraq)?(?: (?:has|have|had|also|already|on \w+day|\w+day))* (?:tak(?:en|es|ing) in|took in|receiv(?:es|ed)|admit(?:s|ted)|shelter(?:s|ed)|host(?:s|ed)|welcom(?:es|ed)|let|lets|opened its)\b"
)
_AUTHORITIES = regex(r"\b(?:authorities|government|administration) (?:of|in) (?:the )?$")
_ABSENT = regex(
    r"(?: \w+){0,3} (?:stayed away|(?:did|do|does|will) not (?:attend|take part|join)|boycott(?:ed|s)?|(?:was|were) (?:absent|not (?:invited|present|represented)))\b"
)
"""«PMF officials stayed away from the talks»."""
_ONE_SIDED = (EventType.CROSSING_STATUS, EventType.DIPLOMATIC_STATUS, EventType.BORDER_MEASURE)
"""What one side does and the other may hear of."""
_AWAY = ("away", " not ", "boycott", "absent")
"""Words that one of these holds."""
_OF_MINISTRY = regex(
    r",? (?:of|affiliated with|belonging to|under) (?:the |syria's )?(?:syrian )?(?:ministry|interior|government)"
)
FALL_OF_NORTHEAST = dt.date(2026, 1, 18)
_DAMASCUS = ("sy_gov", "sy_moi", "sy_mod", "sy_army")
_THEIR_CAMPS = frozenset(("camp_hol", "camp_roj"))
_RUN_CAMPS = {"camp_hol": "hol_camp"}
_RUNS_CAMP = regex(
    r"(?<!\w)[وبلف]{0,2}اداره (?:مخيم )?$|\b(?:administration|management|directorate) (?:of|at|in) (?:the )?$"
)
"""«إدارة مخيم الهول»: those who run a camp."""
_NEVER_ACTING = ("population_group", "camp_or_facility")
_MARGINS = regex(r"(?:هامش|اطار|ضمن|قرار|بيانات|margins of|sidelines of|session of|resolution)\s+(?:\S+ ){0,3}?$")
_RUNS = regex(r"(?<!\w)(?:[يت]نظم|[يت]رعا|[يت]رعي|[يت]شرف علي|[يت]نفذ|[يت]دير|[يت]مول|[يت]قود)(?:ه|ها) $")
"""«في إطار برنامج تنظمه المفوضية»: she who runs it."""
_POST_OF = regex(r"(?:^|[\s،])و?(?P<post>قايد) $")
STATE_OF = {"baghdad": "iq", "damascus": "sy", "c_iq": "iq", "c_sy": "sy"}
"""The two states by their names as places and by their capitals, which stand for them."""
GOVERNMENTS = frozenset(("iq_gov", "sy_gov", "us_gov", "sy_former_regime"))


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
        stayed_away = any(word in clause.plain for word in _AWAY)
        for mention in clause.mentions:
            actor = self.actor_of(mention)
            if actor is None and mention.place == _REGION:
                mention = self._governing(clause, mention)
                actor = mention.actor
            if self._runs_a_camp(clause, mention):
                yield mention, _RUN_CAMPS[mention.place or ""], clause.before(mention.head)
                continue
            if actor == "sy_isf" and not _OF_MINISTRY.match(clause.after(mention.end, 40)) and self._northeast():
                actor = "asayish_nes"
            if (actor is None and not mention.unknown) or mention.kind in _NEVER_ACTING:
                continue
            attacked = self.happening.type is EventType.INCIDENT and not clause.has("escape")
            if actor is not None and self.side(actor) is Side.ISIS and not attacked:
                continue
            before = clause.before(mention.head)
            gone = actor == "p_assad" and self.day >= FALL_OF_ASSAD and self.happening.type is not EventType.APPOINTMENT
            former = mention.kind == "military_unit" and _FORMER.search(before)
            if gone or former:
                continue
            if attacked and mention.kind in _BODIES and HURT_MAN.search(clause.before(mention.head, 60)):
                yield mention, actor, before
                continue
            if mention.kind in _BODIES and (_MOUTH_OF.search(before) or _MOUTH.match(clause.after(mention.end, 40))):
                continue
            if self._a_place(clause, mention, before) or self._they_say(clause, mention, before):
                continue
            told = self.happening.type in _ONE_SIDED and told_of_it(mention, before)
            if told or (stands_by(clause, mention, before) and self.happening.type is not EventType.STATEMENT):
                continue
            goods = actor == "gcc" and self.happening.type not in TALKS  # «إلى دول الخليج»: where they go
            on_margins = mention.kind == "international_org" and _MARGINS.search(before) and not _RUNS.search(before)
            if goods or on_margins or (stayed_away and _ABSENT.match(clause.text.plain, mention.end, clause.end)):
                continue
            if not cues().other["fall_of"].search(before) and not _RULE.match(clause.after(mention.end, 14)):
                yield mention, actor, before

    def _runs_a_camp(self, clause: Clause, mention: Mention) -> bool:
        """Whether those who run a camp act; families are sent home by others."""
        if mention.place not in _RUN_CAMPS or self.happening.type is EventType.REPATRIATION:
            return False
        return _RUNS_CAMP.search(clause.before(mention.head)) is not None

    def _a_place(self, clause: Clause, mention: Mention, before: str) -> bool:
        """Whether a side of a crossing is only where something is."""
        if self.happening.type is not EventType.CROSSING_STATUS or not _ON_ITS_SIDE.search(before):
            return False
        return _SIDE_OF.fullmatch(clause.text.plain, mention.start, mention.end) is not None

    def _they_say(self, clause: Clause, mention: Mention, before: str) -> bool:
        """Whether men of a body only tell of what was done. English."""
        if mention.kind not in _GUESTS or self.happening.type in (*TALKS, EventType.STATEMENT):
            return False
        men = _MEN_SPEAK.search(clause.text.plain, mention.start, mention.end) or _MEN_SPEAK.search(before)
        return men is not None and _THEY_SAY.match(clause.after(mention.end, 50)) is not None

    def _northeast(self) -> bool:
        """Whether a report speaks of the Asayish of northeast Syria, or of its administration while that had forces."""
        told = self.speech.clauses
        if any("asayish" in c.plain or "اسايش" in c.plain for c in told):
            return True
        theirs = (m.actor == "aanes" or m.place in _THEIR_CAMPS for c in told for m in c.mentions)
        ruled = self.day < FALL_OF_NORTHEAST and any(theirs)
        return ruled and not any(m.actor in _DAMASCUS for c in told for m in c.mentions)

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

    def is_mouth(self, actor: str | None) -> bool:
        """Whether it is a spokesman: he tells of acts and has no part in them."""
        office = self.lexicon.office_of(actor, self.day) if actor else None
        return office is not None and bool(_SPOKES.search(office.title_en))

    def without_governments(self, found: list[Who]) -> list[Who]:
        """A government stands back behind any body or person of its side that acts."""
        acting = [w for w in found if not self.is_state(w)]
        return [w for w in found if not self.is_state(w) or not any(self._outdoes(a, w) for a in acting)]

    def is_state(self, who: Who) -> bool:
        country = who.actor is not None and self.lexicon.actors[who.actor].kind == "country"
        return who.actor in GOVERNMENTS or (country and self.rolled(who) is not Side.OTHER)

    def _outdoes(self, one: Who, government: Who) -> bool:
        """Whether a body or person of its side stands for a government; who only attends does not."""
        guest = self.is_person(one) or self.happening.type is EventType.CROSSING_STATUS
        attends = government.part is Part.INITIATOR and one.part is Part.PARTICIPANT and guest
        return self.rolled(one) == self.rolled(government) and not attends

    def is_person(self, who: Who) -> bool:
        if who.actor is None:
            return not any(m.kind == UNLISTED and m.start == who.start for m in who.clause.mentions)
        return self.lexicon.actors[who.actor].kind == "person"

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
        said, acts = self.saying, self.happening.type not in TALKS
        if acts and (
            praises(clause, mention) or (mention.kind == "person" and _INFORMS.search(clause.before(mention.head)))
        ):
            return True
        if said is None or self.itself(clause, mention):
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

    def itself(self, clause: Clause, mention: Mention) -> bool:
        """Whether a body tells of an act of its own, «أكدت القيادة أنها سلّمت …»."""
        acts = [d.start for d in self.happening.body if d.clause is clause and d.start >= mention.end]
        return mention.kind != "person" and any(of_itself(clause, act) for act in acts)

    def relinked(self, found: dict[str, Who], *, bodies: bool = False) -> set[str]:
        """«بحضور …», «يرافقه …»: persons who also took part, and with `bodies` the authorities they came from. Which
        bodies did so by men without a name."""
        men: set[str] = set()
        for clause in dict.fromkeys([*self.follow, *(d.clause for d in self.happening.body)]):
            for word in clause.of("relink"):
                ahead = clause.text.plain[word.start : word.end] in _JOINED
                for mention, actor, before in self.named(clause):
                    aside = cues().other["mentioned_after"].search(before) and not _FOR_A_BODY.search(before)
                    guest = mention.kind == "person" or (bodies and mention.kind in _GUESTS)
                    of_body = mention.kind in _GUESTS and self._by_a_man(clause, mention, before)
                    taking = guest or of_body or _FOR_A_BODY.search(before)
                    placed = mention.end <= word.start if ahead else mention.start >= word.end
                    placed = placed or (ahead and bool(_ALONGSIDE.search(before)))
                    if placed and taking and not aside:
                        add(found, self._guest(mention, actor, clause))
                        men |= {actor} if of_body and actor else set()
                if not ahead and clause.text.plain[word.start] > "\u0600":
                    self._unregistered_guests(found, clause, word.end)
        return men

    def for_a_body(self, before: str) -> bool:
        """Whether these words make a man of what stands behind: "officers of the", «ممثلين عن»."""
        return _FOR_A_BODY.search(before) is not None

    def _by_a_man(self, clause: Clause, mention: Mention, before: str) -> bool:
        """ "a representative of the ministry", "the UNODC country director". English."""
        if clause.text.plain[mention.start] > "\u0600":
            return False
        man = _ITS_MAN.match(clause.text.plain, mention.end, min(clause.end, mention.end + 60))
        named = man and _NAMED.match(original(clause.text, man.end(), min(clause.end, man.end() + 6)))
        return bool(_FOR_A_BODY.search(before) or (man and not named))

    def _guest(self, mention: Mention, actor: str | None, clause: Clause) -> Who:
        """Who came along; «قائد عمليات الجزيرة» is a man without a name, and not his command."""
        posted = _POST_OF.search(clause.before(mention.head, 12)) if mention.kind == "military_unit" else None
        if posted is None:
            return self.who(mention, actor, Part.PARTICIPANT, clause)
        return Who(None, Part.PARTICIPANT, clause, mention.head - len(posted["post"]) - 1, mention.end)

    def _unregistered_guests(self, found: dict[str, Who], clause: Clause, at: int) -> None:
        for one in guests(clause, at, self.lexicon):
            if not any(m.start < one.end and one.start < m.end for m in clause.mentions):
                add(found, Who(None, Part.PARTICIPANT, clause, one.start, one.end))
