"""Who took part in a meeting, a call or an agreement. PURE."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from events.codebook import EventType, Modality, Part, Side
from ingest.coding.cues import cues
from ingest.coding.envoys import envoy, foreign_leader, heading
from ingest.coding.event_types import Draft, topic_zones
from ingest.coding.guests import Guests, is_guest
from ingest.coding.hosting import MOST_OF_TWO, holder
from ingest.coding.mentions import Mention
from ingest.coding.nameless_envoys import nameless_envoy
from ingest.coding.pairs import HOW_MANY, TWO_STATES, paired, whole_row
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import GOVERNMENTS, Who, add, word_of
from ingest.coding.unnamed import envoy_of, foreign_envoy
from ingest.coding.words import Word

_SOON, _TWO = 3, 2
"""Sentences behind the first within which those who talked for their states are named."""
_CLOSE = 24
"""Characters between a word and the name that belongs to it."""
_INVITED_BY = regex(r"(?:بدعوه (?:رسميه )?من|invitation (?:of|from)|invited by) (?:\w+ )?$")
_NEXT_ROUND = regex(
    r"(?:ال)?(?:اجتماع|جوله|جلسه|لقاء|قمه)\w* (?:ال)?(?:مقبل|قادم|تالي|ثاني)|\b(?:next|second|follow-up) (?:meeting|round|session|talks)"
)
_DELEGATION = regex(
    r"(?:وفد|الوفد)\w*(?: [^\s.]+){0,10}? (?:وضم |ضم|[يت]ضم|ضمت|سيضم|يتالف من|مولف من|شمل|يشمل)(?!\w)"
    r"|\bdelegation\b[^.]{0,60}?\b(?:included|includes|including|comprising|comprises|comprised|made up of|consist(?:s|ed|ing) of|composed of|grouped|grouping|brought together|drawn from|with)\b"
)
_MEN = r"(?:ممثل|مسوول|ضباط|ضابط|مندوب|موفد|مبعوث|خبراء|قاده|قياد|مستشار|اعضاء|عضو|اخر|كوادر|عناصر)\w*"
_MEN_OF = regex(rf"(?<!\w)[وب]?(?:ال)?{_MEN}(?: (?!في |من |عن )[^\s،.:]+){{0,2}} (?:عن|من|في|ل)(?: كل من)? ?$")
_AND_BODY = regex(rf"[»\")]?\s?[،,]? ?و?(?:{_MEN}(?: (?!في |من |عن )[^\s،.:]+){{0,2}} (?:عن|من|في) )?(?:ال)?")
"""Words for men who sit for their bodies."""
_MINISTER, _HEAD = regex(r"^minister|minister$", re.I), regex(r"^(?:interim )?president\b", re.I)
_RANKS = {"وزيران": _MINISTER, "وزيرا": _MINISTER, "ministers": _MINISTER, "رييسان": _HEAD, "presidents": _HEAD}
"""The office that a word for two people names."""
_COUNCILS = ("iq_mcns",)
"""What one side alone decides is decided by its council, whoever is in the chair."""
_HIM = regex(
    r"(?<!\w)[وفبل]?(?P<v>هاتفه|هاتفته|التقاه|التقته|استقبله|استقبلته|زاره|زارته|حادثه|هناه|هناته|جمعه|جمعته|جمعها|اتصل به|التقي به|اجتمع به|اجتمع معه|بحث معه|ناقش معه)(?!\w)"
)
_HE_WENT = regex(
    r"\W*(?:ثم|كما|و) ?(?P<v>(?:عاد|زار|توجه|سافر|انتقل) (?:الي|مجددا|بعدها|في|لاحقا|ثانيه)(?:ها|ه)?)(?!\w)"
)
"""«ثم عاد إليها في نيسان … والتقى الرئيس»: he of whom the sentences before speak."""
_MANNED = ("government_body", "military_unit")
_LETTER = regex(r"رساله|الرساله|message|letter")
_SIGNED_IT = regex(r"(?<!\w)و?(?:وقعها|وقعه|وقعاها|وقعته)(?!\w)")
_DAYS_AFTER = regex(
    r"\b(?:(?:hours?|days?|weeks?|months?) (?:after|before)|(?:followed|following|comes|came|come) (?:\w+ ){0,3}?(?:after|before)) "
)
_ELSEWHERE = ("armed_group", "military_unit", "coalition", "government_body")
_OF_ANOTHER = regex(
    r"(?<!\w)[وبفل]?(?:ال)?(?:اتفاق\w*|هدنه|معارك|اشتباكات|حرب|مواجهات|قتال|خلاف\w*|مفاوضات)(?: \S+){0,3} (?:مع|بين|ضد)(?: \S+ و)? ?$|(?<!\w)(?:من |بعد )?اعلان $"
)
"""«اتفاق وقف إطلاق النار مع قوات سوريا الديمقراطية», «بعد ساعات من إعلان القيادة المركزية»: what is talked about."""
_THE = regex(r"\bthe $")
_SIDE_OF_COUNTRY = {
    "IQ": (Side.IQ, Side.KRG),
    "SY": (Side.SY, Side.SY_FORMER, Side.SDF),
    "JO": (Side.JO,),
    "TR": (Side.TR,),
    "US": (Side.US,),
}

_PASSIVE = regex(r"\b(?:was|were|is|be|been|being)(?: \w+){0,2} $")
"""«was later received by …»: who receives is named behind."""


class Talkers(Guests):
    """Decides the parts of talks: nobody is initiator, and host is whose ground it is."""

    def talkers(self, place_country: str, main: bool) -> list[Who]:
        found: dict[str, Who] = {}
        told = [d for d in self.happening.drafts if not d.subordinate or d is self.happening.first]
        if self.couple is not None and self.happening.first.clause.has("couple") and not self._others_will():
            word = self.happening.first.clause.of("couple")[0]
            for who in (w for w in self._of_that_rank(word) if w.actor or len(self.couple) == _TWO):
                found[who.key] = replace(
                    who, clause=self.happening.first.clause, start=word.start, end=word.end, part=Part.PARTICIPANT
                )
        self._delegates(found)
        for draft in told:
            zones = topic_zones(draft.clause, [word_of(draft)])
            relink = next((w.end for w in draft.clause.of("relink")), None)
            for mention, actor, before in self.named(draft.clause):
                if self._earlier(draft, mention) or self.apart(draft, mention):
                    continue
                relinked = relink is not None and relink <= mention.start
                if not relinked and any(a <= mention.start < b for a, b in zones):
                    continue
                if mention.kind in _ELSEWHERE and _OF_ANOTHER.search(before):
                    continue
                if mention.kind == "person" and (self.is_mouth(actor) or self._tells_of_next(draft, mention)):
                    continue
                if self.tells_of_others(draft, mention):
                    add(found, self.who(mention, actor, Part.MENTIONED, draft.clause))
                    continue
                aside = cues().other["mentioned_after"].search(before) and not _INVITED_BY.search(before)
                aside = aside or (
                    self.only_speaks(draft.clause, mention) and not self.announced_together(draft, mention)
                )
                one = self.who(mention, actor, Part.MENTIONED if aside else Part.PARTICIPANT, draft.clause)
                add(found, one if aside else self._headed(one))
        self._him(found)
        self.he_himself(found)
        men = self.relinked(found) | self._men(told)
        self._both_states(found)
        sent = men | self._delegation(found) if self.happening.type is EventType.MEETING else set()
        self._in_person(found)
        self.tells_of_itself(found)
        self._unregistered(found)
        self.strangers(found)
        self.nameless(found)
        if self.happening.type is EventType.CALL:
            self._carried(found)
        return self._with_holder(self._seated(list(found.values()), place_country, main, sent))

    def _others_will(self) -> bool:
        """«واتفق الجانبان على أن يزور وفد …»: those of whom it is agreed that they will meet."""
        first = self.happening.first
        sent = first.clause.of("delegation", "joint_body") if first.modality is Modality.PLANNED else []
        couple = first.clause.of("couple")[0].start
        return any(w.start > couple or not self._known(first.clause, w.start, w.end) for w in sent)

    def _of_that_rank(self, word: Word) -> Sequence[Who]:
        """ "The two ministers": those of the couple who hold such an office, where two of them do."""
        couple, text = self.couple or (), self.happening.first.text.plain[word.start : word.end]
        if any(name in text and len(couple) < number for name, number in HOW_MANY.items()):
            return ()
        if self.happening.type is EventType.AGREEMENT and TWO_STATES.search(text):
            states = (self.lexicon.government(country, self.day) for country in ("iq", "sy"))
            return [Who(one, Part.PARTICIPANT, self.happening.first.clause, word.start, word.end) for one in states]
        rank = next((title for name, title in _RANKS.items() if name in text), None)
        held = {w.key: self.lexicon.office_of(w.actor, self.day) for w in couple if w.actor}
        meant = [w for w in couple if rank and (o := held.get(w.key)) and rank.search(o.title_en)]
        if rank is not None and len(meant) != 2:
            meant = self._of_rank_before(rank)
        return meant if len(meant) == 2 else couple

    def _of_rank_before(self, rank: re.Pattern[str]) -> list[Who]:
        """«وعقد الوزيران أول لقاء …» behind a call of the two: those of that rank whom the text has named, one a side."""
        first, people = self.happening.first.clause, dict[str, Who]()
        for clause in self.speech.clauses:
            for mention, actor, _ in (
                self.named(clause) if clause.text is first.text and clause.order < first.order else ()
            ):
                office = self.lexicon.office_of(actor, self.day) if actor and mention.kind == "person" else None
                if office is not None and rank.search(office.title_en):
                    people[actor or ""] = self.who(mention, actor, Part.PARTICIPANT, clause)
        return list(people.values()) if len({self.rolled(w) for w in people.values()}) == len(people) else []

    def _men(self, told: Sequence[Draft]) -> set[str]:
        """Bodies that a man without a name sits there for, beside whoever else is of their side: "and the head of …"."""
        named = (one for d in told for one in self.named(d.clause))
        return {actor for m, actor, before in named if actor and m.kind in _MANNED and self.for_a_body(before)}

    def _tells_of_next(self, draft: Draft, mention: Mention) -> bool:
        """«وقال فيدان إن الاجتماع المقبل سيعقد في تركيا»: who tells of the next round that others will hold."""
        if draft.modality is not Modality.PLANNED or not _NEXT_ROUND.search(draft.clause.plain):
            return False
        said = (w for w in draft.clause.of("say") if w.start <= draft.start)
        return mention.start < draft.start and any(abs(w.end - mention.head) <= _CLOSE for w in said)

    def _delegation(self, found: dict[str, Who]) -> set[str]:
        """«وفد ضم ممثلين عن قيادة قوات الحدود ووزارتي النفط والتجارة»: bodies whose men came along."""
        added: set[str] = set()
        people = [self.lexicon.office_of(w.actor, self.day) for w in found.values() if w.actor]
        headed = {office.org for office in people if office}
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow]):
            if clause.has("background"):
                continue
            for mention, actor in [*self._in_delegation(clause), *self._represented(clause)]:
                if mention.kind in ("government_body", "military_unit") and actor not in (*GOVERNMENTS, *headed):
                    one = self.who(mention, actor, Part.PARTICIPANT, clause)
                    add(found, one)
                    added.add(one.key)
        return added

    def _in_delegation(self, clause: Clause) -> Iterator[tuple[Mention, str | None]]:
        """The names right behind «وفد ضم», one by one."""
        told = _DELEGATION.search(clause.text.plain, clause.start, clause.end)
        last = told.end() if told else 0
        for mention, actor, _ in self.named(clause) if told else ():
            gap = clause.text.plain[last : mention.head] if mention.start >= last else "."
            if len(gap) <= _CLOSE * 2 and "." not in gap:
                last = mention.end
                yield mention, actor

    def _represented(self, clause: Clause) -> Iterator[tuple[Mention, str | None]]:
        """«حضر اللقاء ممثلون عن قيادة قوات الحدود وجهاز المخابرات»: bodies in a row behind a word for their men."""
        since = min((w.start for w in clause.of("relink")), default=None)
        row = None
        for mention, actor, before in self.named(clause) if since is not None else ():
            joined = row is not None and _AND_BODY.fullmatch(clause.text.plain, row, mention.head)
            if since is not None and mention.start > since and (joined or _MEN_OF.search(before)):
                row = mention.end
                yield mention, actor

    def _earlier(self, draft: Draft, mention: Mention) -> bool:
        """ "The visit came five days after Jordan hosted …": other talks, to which the day of these is told."""
        gap = draft.clause.text.plain[draft.end : mention.head] if draft.end <= mention.head else ""
        return _DAYS_AFTER.search(gap) is not None

    def _him(self, found: dict[str, Who]) -> None:
        """«هاتفه رئيس الإقليم», «لقاء جمعه بالمبعوث»: he of whom the sentence before spoke first."""
        clause = self.happening.first.clause
        object_of = _HIM.search(clause.text.plain, clause.start, clause.end)
        went = object_of or _HE_WENT.match(clause.text.plain, clause.start, clause.end)
        taking = [w for w in found.values() if w.part is Part.PARTICIPANT and (object_of or self.is_person(w))]
        sides = {self.rolled(w) for w in taking}
        one = self.man_before(clause, sides) if went is not None and len(sides) == 1 else None
        if one is not None and went is not None:
            add(found, replace(one, clause=clause, start=went.start("v"), end=went.end("v")))

    def _unregistered(self, found: dict[str, Who]) -> None:
        """Envoys and leaders whom nobody registered: he who leads a delegation stands for it, another state's man where
        only one side is named."""
        if self.happening.type is EventType.AGREEMENT:
            return
        for who in [w for w in found.values() if not self.is_person(w) and w.part is Part.PARTICIPANT]:
            sent = "وفد" in who.clause.plain and not who.clause.titular
            head = heading(who.clause, who.end, self.lexicon) if sent else None
            if head is not None and head[0] > who.start:
                for key in [k for k, w in found.items() if self._stands_back(w, who)]:
                    del found[key]
                add(found, Who(None, Part.PARTICIPANT, who.clause, *head))
                return
        taking = [w for w in found.values() if w.part is Part.PARTICIPANT]
        if len({self.rolled(w) for w in taking if not _ITS_ENVOY.search(w.clause.before(w.start, 24))}) > 1:
            return
        for draft in self.happening.body:
            other = foreign_leader(draft.clause, self.lexicon)
            for word in draft.clause.of("ambassador") if other is None else ():
                other = other or envoy(draft.clause, word.start, word.end, self.lexicon)
            other = other or (None if draft.clause.titular else nameless_envoy(draft.clause))
            if other is not None:
                add(found, Who(None, Part.PARTICIPANT, draft.clause, *other))
                return

    def _stands_back(self, one: Who, sent: Who) -> bool:
        """Whether a body, or a government, is that of a delegation at whose head somebody stands."""
        return one is sent or (not self.is_person(one) and self.rolled(one) is self.rolled(sent))

    def _headed(self, who: Who) -> Who:
        """«استقبل … الوفد السوري»: a delegation is whoever was said to talk for its side before."""
        if self.couple is None or who.actor is None or not self._known(who.clause, who.start, who.end):
            return who
        people = [w for w in self.couple if w.actor and self.is_person(w) and self.rolled(w) is self.rolled(who)]
        return replace(people[0], clause=who.clause, start=who.start, end=who.end, part=who.part) if people else who

    def _known(self, clause: Clause, start: int, end: int) -> bool:
        """«الوفد», "the delegation": the one told of before."""
        told = clause.text.plain[start:end]
        return "الوفد" in told or ("delegation" in told and _THE.search(clause.before(start)) is not None)

    def _both_states(self, found: dict[str, Who]) -> None:
        """«اجتماع اللجنة العراقية السورية»: where nobody else is named, the two governments met."""
        for draft in self.happening.body:
            pair = paired(draft.clause)
            if pair is None or len({self.rolled(w) for w in found.values() if w.part is not Part.MENTIONED}) > 1:
                continue
            for mention in whole_row(draft.clause, pair):
                actor = self.lexicon.government(mention.actor or (mention.place or "").removeprefix("c_"), self.day)
                if actor in self.lexicon.actors:
                    add(found, Who(actor, Part.PARTICIPANT, draft.clause, mention.start, mention.end))

    def _in_person(self, found: dict[str, Who]) -> None:
        """Where only states, or bodies, are said to talk, the two persons of their sides named next did."""
        taking = [w for w in found.values() if w.part is Part.PARTICIPANT]
        sides = {self.rolled(w) for w in taking} - {self.rolled(w) for w in taking if self.is_person(w)}
        if len(taking) < 2 or len(sides) < 2:
            return
        for clause in self._tellers():
            if clause.has("background") or clause.order - self.happening.first.clause.order > _SOON:
                continue
            people = [
                self.who(m, a, Part.PARTICIPANT, clause)
                for m, a, before in self.named(clause)
                if m.kind == "person" and a is not None and not cues().other["mentioned_after"].search(before)
            ]
            people = [w for w in people if self.rolled(w) in sides]
            if len({self.rolled(w) for w in people}) > 1:
                for who in people:
                    add(found, who)
                return

    def _tellers(self) -> list[Clause]:
        """The clauses that may name them: those that follow on it; of an agreement also those that tell of signing."""
        if self.happening.type is not EventType.AGREEMENT:
            return list(self.follow)
        first = self.happening.first.clause
        later = (c for c in self.speech.clauses if c.text is first.text and c.order >= first.order)
        return list(dict.fromkeys([*self.follow, *(c for c in later if c.has("sign") or _SIGNED_IT.search(c.plain))]))

    def _carried(self, found: dict[str, Who]) -> None:
        """«نقل الرسالة …»: who handed the message over."""
        for clause in self.follow:
            if clause.has("move", "hand_over", "give_info") and _LETTER.search(clause.plain):
                for mention, actor, _ in self.named(clause):
                    if mention.kind == "person":
                        add(found, self.who(mention, actor, Part.PARTICIPANT, clause))

    def _delegates(self, found: dict[str, Who]) -> None:
        """«يتوجه الوفد إلى أربيل للقاء …»: the delegation is the one told of before."""
        clause = self.happening.first.clause
        words = [w for w in clause.of("delegation") if self._known(clause, w.start, w.end)]
        if not words or self.couple is None or self.happening.first.modality is not Modality.PLANNED:
            return
        guests = [w for w in self.couple if w.part is Part.PARTICIPANT]
        for who in guests[:1]:
            found[who.key] = replace(who, clause=clause, start=words[0].start, end=words[0].end)

    def _seated(self, everyone: Sequence[Who], place_country: str, main: bool, sent: set[str]) -> list[Who]:
        taking = [w for w in everyone if w.part is Part.PARTICIPANT and not self._joined(w)]
        people = {self.rolled(w) for w in taking if self.is_person(w)}
        alone = self.happening.type is EventType.AGREEMENT and len({self.rolled(w) for w in taking}) == 1
        kept = [w for w in taking if self.is_person(w) or w.key in sent or self.rolled(w) not in people]
        kept = [w for w in taking if w in kept or (alone and w.actor in _COUNCILS)]
        asides = [w for w in everyone if w.part is Part.MENTIONED and self.is_person(w)]
        hosted = self._host(kept, place_country) if self.happening.type is EventType.MEETING else kept
        return self.without_governments(hosted) + (asides if main else [])

    def _joined(self, who: Who) -> bool:
        """«دمج المقاتلين في الجيش السوري»: what others are to become part of signs nothing."""
        return not self.is_person(who) and _JOINED.search(who.clause.before(who.start, 120)) is not None

    def seated_anew(self, everyone: Sequence[Who], place_country: str) -> list[Who]:
        """Those of talks that others follow, each in the part that the ground of the next gives: its host is another's
        guest there."""
        people = _as_guests(everyone)
        if len(people) > MOST_OF_TWO:
            return self._with_holder([])
        return self._with_holder(self._host(people, place_country) if place_country else people)

    def _with_holder(self, people: list[Who]) -> list[Who]:
        """Those who will meet, and the state that will have them."""
        mention = holder(self.happening)
        if mention is None:
            return people
        country = mention.actor or (mention.place or "").removeprefix("c_")
        host = self.lexicon.government(country, self.day)
        if host not in self.lexicon.actors:
            return people
        clause = self.happening.first.clause
        rest = [w for w in people if w.actor != host]
        return [Who(host, Part.HOST, clause, mention.start, mention.end), *_as_guests(rest)]

    def _host(self, people: Sequence[Who], country: str) -> list[Who]:
        """Whose ground it is: the leader there, else the first of that side; without a place, who receives."""
        sides = _SIDE_OF_COUNTRY.get(country, ())
        at_home = [
            w for w in people if w.actor and (self.side(w.actor) in sides or self._country(w.actor) == country.lower())
        ]
        first = self.happening.first
        receives = "receive" in word_of(first).classes and not _PASSIVE.search(first.clause.before(first.start, 24))
        calls = foreign_envoy(first.clause) or envoy_of(first.clause) != ""
        near = [w for w in people if receives and w.clause is first.clause and (len(people) > 1 or calls)]
        guests = [w for w in near if is_guest(w)]
        near = [w for w in near if w not in guests]
        host: Who | None = None
        if at_home and (len(at_home) < len(people) or (near and calls)):
            host = next((w for w in at_home if self.is_leader(w.actor)), at_home[0])
        elif not country and near:
            host = near[0]
        elif not country and guests:
            others = [w for w in people if self.is_person(w) and self.rolled(w) is not self.rolled(guests[0])]
            host = others[0] if len(others) == 1 else None
        if near and host is not None and self.rolled(near[0]) is not self.rolled(host):
            host = near[0]
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


def _as_guests(people: Sequence[Who]) -> list[Who]:
    return [replace(w, part=Part.PARTICIPANT) if w.part is Part.HOST else w for w in people]


_ITS_ENVOY = regex(r"(?:سفير|سفيره|بالاعمال) (?:ال)?$")
"""«السفير السوري»: his state stands back behind him."""
_JOINED = regex(
    r"(?:(?<!\w)\w{0,3}(?:دمج|اندماج|ادماج|انضمام)|\b(?:integrat\w+|merg\w+|incorporat\w+|absor\w+))(?: [^\s.;؛]+){0,12} (?:في(?: صفوف| هيكليه)?|ضمن|الي|ب|into|in|within|with) (?:the )?(?:new )?(?:ال)?$|\bin which (?:the )?$"
)
