"""Who else sat at a table: guests nobody registered, delegations without a name, and "he" of the sentence before. PURE."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from events.codebook import EventType, Modality, Part, Side
from ingest.coding.arabic import is_arabic
from ingest.coding.bodies import owners
from ingest.coding.event_types import Draft, Happening
from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import GOVERNMENTS, Roles, Who, add
from ingest.coding.row_strangers import strangers as in_row
from ingest.coding.rules import TALKS
from ingest.coding.sources import original

_SPEAKING = frozenset(("country", "government_body", "military_unit"))
WITH_WHOM = regex(r"(?<!\w)و?مع (?:\S+ )?$|\bwith (?:the |its )?(?:\w+ )?$")
_HEAD, _SOON, _BACK = 40, 3, 6
"""Characters that tell the language of a clause; sentences before a talk within which he of whom it tells is named."""
_HE = regex(
    r"(?:^|[\s,])(?P<v>he|she|the (?:admiral|general|minister|premier|president|envoy|commander|adviser|prime minister|foreign minister|interior minister))"
    r"(?= (?:\w+ly |also |then |later |had |has |was |is |will |would )*(?:\w+ed|met|held|sat|spoke|saw|told|due|to)\b)"
)
_HIM_EN = regex(
    r"\b(?:met|meet|phoned|called|telephoned|congratulate|congratulated|received|saw|told|hosted|welcomed|briefed|joined|visited|with|by) (?P<v>him|her)\b"
    r"|\b(?P<v2>his (?:guest|visitor|host))\b"
)
_PRONOUN_REACH, _CLOSE = 60, 12
_NAME = r"[A-Z][\w’'-]+(?: (?:(?:al|el|bin|ibn|Al|El|Abdul|Abu)[- ])?[A-Z][\w’-]+){1,2}"
_POSTS = (
    r"Minister|minister|[Cc]olleague|[Cc]ounterpart|[Aa]mbassador|[Gg]overnor|[Pp]resident|[Dd]irector(?:[ -][Gg]eneral)?|[Cc]hief(?: of [Ss]taff)?|[Ee]nvoy|[Cc]hair(?:man|woman)|[Hh]ead"
    r"|[Cc]ommander|[Dd]eputy|[Ss]ecretary(?:[ -][Gg]eneral)?|[Uu]nder-?secretary|[Cc]onsul(?:[ -][Gg]eneral)?|[Cc]oordinator|[Rr]epresentative|[Mm]ayor|[Jj]udge|[Ss]heikh|[Cc]harg[ée] d['’]affaires|[Aa]dvis[eo]r"
    r"|[Cc]o-(?:chair|head|leader)|[Ss]peaker|[Dd]elegate|[Aa]ttach[ée]|[Cc]ommissioner|[Gg]en\.|General|[Cc]ol\.|Colonel|[Bb]rig\.|Brigadier|Admiral|Captain|Capt\.|Major|Maj\."
)
_RANK = r"(?:(?:Maj|Lt|Brig|Dr|Mr|Mrs|Ms|Col|Gen|Capt|H\.E)\.? |Lieutenant |Major |Brigadier |First |General |Colonel |Sheikh |Judge )*"
_WHAT = r"(?: (?:of|for|in|to|at) (?:the )?[\w’'-]+(?:(?:,| and|, and| of| for)? (?:the )?[A-Z][\w’'-]+){0,5})?"
_STRANGER = regex(
    rf"(?:\b(?:{_POSTS}){_WHAT},? |\b(?:led|headed|chaired|represented|accompanied|joined|flanked) by (?:[a-z’'-]+ ){{0,5}}){_RANK}(?P<name>{_NAME})"
)
_JOINT = regex(rf",? and (?:by )?{_RANK}(?P<name>{_NAME})")
"""A second name right behind the first."""
_PRESENT = regex(
    rf"(?:^|, |\bby |\bGen\. |\bGeneral |\bColonel )(?P<name>{_NAME})(?:,? (?:and|with) (?:by )?{_RANK}(?P<other>{_NAME}))?,? (?:also |both )?(?:attended|took part|(?:were|was) (?:also )?(?:present|in attendance)|sat in|joined (?:him|them|the))\b"
)
""" "Two members of the command, X and Y, also attended"."""
_LED = regex(r"\b(?:led|headed|chaired) by (?:[\w’'.-]+ ){0,6}$")
_HINTS = (
    "minister", "colleague", "counterpart", "gen", "colonel", "ambassador", "governor", "president", "director",
    "chief", "envoy", "chair", "head", "commander", "deputy", "secretary", "consul", "representative", "mayor",
    "judge", "affaires", "adviser", "advisor", "co-", "speaker", "delegate", "attach", "ed by", "attend",
    "took part", "present", "coordinator", "commissioner",
)  # fmt: skip
_OF_STATE = regex(r"\b(?P<of>[a-z]+)(?:['’]s|)\W+(?:[\w-]+ ){0,4}$")
_NO_NAME = regex(
    r"\b(?:Minister|Ministry|Command|Staff|Council|Authority|Defen[cs]e|Interior|Foreign|Affairs|Intelligence|Security|State|Forces|Army|Iraqi?|Syrian?|National|General|Border|Director|Region|Kurdistan|On|In|The|At|And|Republic|Center|Centre|Service|Military|Department|Agency|Commission|Committee|Union|Nations|Democratic|Party|House|Foundation|Organi[sz]ation|Office|Court|Mission|Advisory|Delegation|Assistance|Brigade|Division|Operations?|Coalition|Group|Crescent|Cross|Relations|Crossing|Crossings|Customs|Ports|Kurdish|Turkish|Jordanian|American|French|British|Arab|Islamic|University|Program(?:me)?|Fund|Bank|News|Agency|Camp|Province|Governorate|District|City|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Lieutenant|Major|Brigadier|Colonel|Sheikh|Judge|Dr|Mr|Mrs|Minister)\b"
)
_SPEAKS = regex(r",? (?:said|says|told|added|announced|stated|noted)\b")
_BODY_AR = regex(
    r"(?<!\w)(?P<np>(?:وفدا?|بعثه|لجنه|فريقا?)(?: (?:ال)?(?:فني|امني|رفيع|عسكري|حكومي|وزاري|مشترك|اوروبي|اممي|تقني|استخباري|رسمي|برلماني)(?:ا|ه)?){1,2}"
    r"|(?:ال)?لجنه(?: (?:ال)?(?:فني|امني|عسكري|وزاري|تنسيقي|حكومي|مشترك|علي)(?:ه|ا)){1,3}|لجنه (?:ال)?(?:متابعه|تنسيق))(?!\w)"
)
_BODY_EN = regex(
    r"\b(?:an?|the|its|his|their) (?P<np>(?:(?:joint|technical|security|high-level|military|government|senior|official|liaison|field|border|ministerial|working|expert|european|un) ){1,3}(?:delegation|committee|mission|team|officers|group))\b"
)
_BODIES = ("delegation", "committee", "mission", "team", "officers", "group", "وفد", "بعثه", "لجنه", "فريق")
_TOGETHER = ("party", "armed_group", "government_body", "military_unit", "country", "coalition")


def held(clause: Clause, owner: Happening, happenings: Sequence[Happening]) -> Happening:
    """«حضر اللقاء …», "X and Y attended": of a talk that was held, though one to come was told of in between."""
    if owner.type not in TALKS or owner.first.modality is not Modality.PLANNED or not clause.has("relink"):
        return owner
    if _WILL.search(clause.plain):
        return owner
    done = [h for h in happenings if h.type is owner.type and h.first.modality is Modality.DONE]
    before = [h for h in done if h.first.clause.text is clause.text and h.first.clause.order < clause.order]
    return before[-1] if before else owner


_HIS_NAME = regex(r",? (?:(?:sheikh|king|prince|mr|dr|gen|lt|maj|brig)\.? )*")
""" "The Emir of Qatar, Sheikh …": the holder's own name, whom his title names already."""
_POST_NAMED = regex(r"\b(?:emir|king|president|minister|sultan|prince|premier|chief|head|commander|envoy)\b")


def _named_after(clause: Clause, titled: Mention, start: int) -> bool:
    """Whether a name that starts there is his whom a title before it names."""
    plain = clause.text.plain
    post = titled.office or _POST_NAMED.search(plain, titled.start, titled.end)
    return bool(post) and _HIS_NAME.fullmatch(plain, titled.end, start) is not None


class Guests(Roles):
    """Finds those who took part in a talk though no registered name says so."""

    def tells_of_others(self, draft: Draft, mention: Mention) -> bool:
        """«كشف حسين أن بلاده سترسل وفداً إلى دمشق»: who tells that others will go does not go himself."""
        if draft.modality is not Modality.PLANNED or mention.kind != "person" or mention.end > draft.start:
            return False
        clause = draft.clause
        said = [
            w
            for w in clause.of("say", "announce")
            if abs(w.start - mention.end) <= _SAID or abs(w.end - mention.head) <= _SAID
        ]
        return bool(said) and self._body(clause, mention.end) is not None

    def apart(self, draft: Draft, mention: Mention) -> bool:
        """Whom only a time, a warning or a signing beside names: «غداة لقاء جمع باراك بالشرع», «وحذر الخزعلي من استقباله»."""
        clause, first = draft.clause, self.happening.first
        plain = clause.text.plain
        told = min((d.start for d in self.happening.drafts if d.clause is clause), default=draft.start)
        if told < mention.head and self._dated_by(clause, told, mention):
            return True
        if self.happening.type is EventType.CALL and draft is not first and another_call(draft):
            return True
        if draft is first or mention.kind != "person" or clause.titular or clause is first.clause:
            return self.happening.type is EventType.AGREEMENT and self._looks_on(draft, mention)
        warns = mention.end <= draft.start and bool(
            _WARNS.search(plain, max(clause.start, mention.head - 12), mention.head)
        )
        signs = [w for w in clause.of("sign") if draft.end <= w.start < mention.head]
        return warns or (bool(signs) and self.happening.type is not EventType.AGREEMENT)

    def _dated_by(self, clause: Clause, told: int, mention: Mention) -> bool:
        """Whether a name stands behind «بعد يومين من لقاء», "a day after talks", to which the day of this is told."""
        if not any(word in clause.plain for word in _TIMES):
            return False
        return _BEFORE_OTHER.search(clause.text.plain, told, mention.head) is not None

    def _looks_on(self, draft: Draft, mention: Mention) -> bool:
        """ "Sharaa and Sudani witnessed the signing": others signed."""
        gap = draft.clause.text.plain[mention.end : draft.start] if mention.end <= draft.start else ""
        return _WITNESSED.search(gap) is not None

    def _body(self, clause: Clause, at: int) -> tuple[int, int] | None:
        """Where a delegation without a name stands behind a place of a clause."""
        if not any(word in clause.plain for word in _BODIES):
            return None
        pattern = _BODY_AR if is_arabic(clause.plain[:_HEAD]) else _BODY_EN
        found = pattern.search(clause.text.plain, at, clause.end)
        return found.span("np") if found else None

    def nameless(self, found: dict[str, Who]) -> None:
        """A delegation, a committee that will meet, where nobody of two sides is named."""
        first = self.happening.first
        if first.modality is not Modality.PLANNED or self.happening.type is not EventType.MEETING:
            return
        if len({self.rolled(w) for w in found.values() if w.part is not Part.MENTIONED}) > 1:
            return
        at = self._body(first.clause, first.clause.start)
        if at is not None and not any(
            w.clause is first.clause and w.start < at[1] and at[0] < w.end for w in found.values()
        ):
            add(found, Who(None, Part.PARTICIPANT, first.clause, *at))

    def announced_together(self, draft: Draft, mention: Mention) -> bool:
        """ "The government and the SDF announced a truce": both agreed to it, whoever is heard."""
        if self.happening.type is not EventType.AGREEMENT or mention.kind not in _TOGETHER:
            return False
        row = [m for m in draft.clause.mentions if m.kind in _TOGETHER and m.actor and not m.adjective]
        plain = draft.clause.text.plain
        pairs = zip(row, row[1:], strict=False)
        return any(mention in (a, b) and plain[a.end : b.head].strip() in _AND for a, b in pairs)

    def tells_of_itself(self, found: dict[str, Who]) -> None:
        """ "Baghdad said it had signed a pact with Damascus": a state, or a body of it, that tells what it did with the
        other side, where nobody else of its own did."""
        first = self.happening.first
        acting = [w for w in found.values() if w.part is not Part.MENTIONED]
        sides = {self.rolled(w) for w in acting}
        told = [w for w in found.values() if w.part is Part.MENTIONED and w.clause is first.clause]
        for who in told if len(sides) == 1 else ():
            bodily = who.actor is not None and self.lexicon.actors[who.actor].kind in _SPEAKING
            if not bodily or self.rolled(who) in sides or self.rolled(who) not in (Side.IQ, Side.SY):
                continue
            others = [w for w in acting if w.clause is first.clause and w.start > who.end]
            if who.end <= first.start and any(WITH_WHOM.search(first.clause.before(w.start, 24)) for w in others):
                found[who.key] = replace(who, part=Part.PARTICIPANT)
                return

    def he_himself(self, found: dict[str, Who]) -> None:
        """ "He was hosted by …", "phoned to congratulate him": he of whom the sentence before spoke first."""
        first = self.happening.first
        plain, clause = first.text.plain, first.clause
        if plain[first.start] > "\u0600" or clause.titular:
            return
        at = self._pronoun(first)
        if at is None:
            return
        sides = {self.rolled(w) for w in found.values() if w.part is Part.PARTICIPANT}
        here = [m for m in clause.mentions if m.kind == "person" and m.end <= at[0]]
        for before in reversed(
            [c for c in self.speech.clauses if c.text is clause.text and c.order < clause.order][-_SOON:]
        ):
            people = [(m, a) for m, a, _ in self.named(before) if m.kind == "person" and a is not None]
            if people and not here:
                one = self.who(*people[0], Part.PARTICIPANT, before)
                if one.key not in found and (self.rolled(one) not in sides or len(sides) > 1):
                    add(found, replace(one, clause=clause, start=at[0], end=at[1]))
                return

    def man_before(self, clause: Clause, sides: Collection[Side]) -> Who | None:
        """The first person of another side in the sentences before, the nearest first."""
        earlier = [c for c in self.speech.clauses if c.text is clause.text and c.order < clause.order]
        for before in reversed(earlier[-_BACK:]):
            people = [(m, a) for m, a, _ in self.named(before) if m.kind == "person" and a is not None]
            for mention, actor in people:
                one = self.who(mention, actor, Part.PARTICIPANT, before)
                if self.rolled(one) not in sides:
                    return one
        return None

    def _pronoun(self, first: Draft) -> tuple[int, int] | None:
        clause, plain = first.clause, first.text.plain
        start = max(clause.start, first.start - _PRONOUN_REACH)
        him = _HIM_EN.search(plain, max(start - 1, 0), min(clause.end, first.end + _PRONOUN_REACH))
        if him is not None:
            return him.span("v" if him["v"] else "v2")
        he = list(_HE.finditer(plain, start, min(clause.end, first.end + 1)))
        return he[-1].span("v") if he else None

    def strangers(self, found: dict[str, Who]) -> None:
        """ "Lebanon's Foreign Minister Youssef Rajji", "their colleague, Gen. …": guests whom nobody registered."""
        if self.happening.type is EventType.CALL or not any(w.part is Part.PARTICIPANT for w in found.values()):
            return
        told = [d.clause for d in self.happening.body if not d.subordinate]
        last = self.happening.first.clause.order + _SOON
        near = [c for c in self.follow if c.order <= last and any(m.actor in found for m in c.mentions if m.actor)]
        more = [c for c in self.follow if (c.has("relink") or c in near) and not c.has("background")]
        if self.happening.type is EventType.AGREEMENT:
            told, more = [c for c in told if c.has("sign")], []
        for clause in dict.fromkeys([*told, *more]):
            if clause.titular:
                continue
            titled = self._strangers(clause) if any(h in clause.plain for h in _HINTS) else []
            for start, end in [*titled, *in_row(clause)]:
                self._without_his_state(found, clause, start)
                self._without_his_body(found, clause, start)
                add(found, Who(None, Part.PARTICIPANT, clause, start, end))

    def _strangers(self, clause: Clause) -> list[tuple[int, int]]:
        places = []
        window = original(clause.text, clause.start, clause.end)
        for one in _STRANGER.finditer(window):
            known = self._new_name(clause, one)
            if known is not None:
                places.append(known)
                another = _JOINT.match(window, one.end("name"))
                second = self._new_name(clause, another) if another else None
                places += [second] if second else []
        for one in _PRESENT.finditer(window) if clause.has("relink") else ():
            places += [p for group in ("name", "other") if one[group] and (p := self._new_name(clause, one, group))]
        return places

    def _new_name(self, clause: Clause, one: re.Match[str], group: str = "name") -> tuple[int, int] | None:
        """Where a name that nobody is registered by stands, unless he only speaks."""
        start, end = clause.start + one.start(group), clause.start + one.end(group)
        taken = any(m.start < end and start < m.end for m in clause.mentions if m.kind == "person" or m.actor)
        nation = clause.text.plain[start:end].split()[0] in owners()
        taken = taken or any(_named_after(clause, m, start) for m in clause.mentions if m.kind == "person")
        if taken or nation or _NO_NAME.search(one[group]) or _SPEAKS.match(clause.text.plain, end):
            return None
        hits = self.lexicon.find(clause.text.plain[start:end])
        known = any(set(h.name.actors) - h.name.weak_actors or h.name.places or h.name.offices for h in hits)
        return None if known else (start, end)

    def came_along(self, found: Sequence[Who]) -> list[Who]:
        """ "Accompanied by Lt. Gen. …": men nobody registered on a tour or at an opening."""
        if not any(w.part is Part.INITIATOR for w in found):
            return list(found)
        told = dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow])
        near = [c for c in told if c.has("relink") and not c.titular and not c.has("background")]
        known = {w.key: w for w in found}
        for clause in near:
            for start, end in self._strangers(clause):
                add(known, Who(None, Part.PARTICIPANT, clause, start, end))
        return list(known.values())

    def _without_his_body(self, found: dict[str, Who], clause: Clause, start: int) -> None:
        """A delegation's body stands back behind him who leads it."""
        led = _LED.search(clause.text.plain, max(clause.start, start - 60), start)
        before = [m for m in clause.mentions if led and m.end <= led.start() and m.actor in found]
        if led and before and led.start() - before[-1].end <= _CLOSE and before[-1].kind in _TOGETHER:
            del found[before[-1].actor or ""]

    def _without_his_state(self, found: dict[str, Who], clause: Clause, start: int) -> None:
        """A state stands back behind its man."""
        of = _OF_STATE.search(clause.text.plain, max(clause.start, start - 60), start)
        words = re.findall(r"[a-z]+", clause.text.plain[max(clause.start, start - 60) : start])
        country = next((owners()[w] for w in reversed(words) if w in owners()), None) if of else None
        actor = self.lexicon.government(country, self.day) if country in self.lexicon.actors else None
        if actor in found and (actor in GOVERNMENTS or self.lexicon.actors[actor or ""].kind == "country"):
            del found[actor or ""]


def another_call(draft: Draft) -> bool:
    """«أجرى كذلك اتصالاً بـ», «كان قد تلقى في وقت سابق اتصالاً من», "he also phoned …": a call with somebody else."""
    near = draft.text.plain[max(draft.clause.start, draft.start - _BEFORE_CALL) : draft.end + _AFTER_CALL]
    return _ANOTHER_CALL.search(near) is not None


_BEFORE_CALL, _AFTER_CALL = 50, 24
_ANOTHER_CALL = regex(
    r"(?<!\w)[وف]?(?:قد )?(?:اجري|اجرت|تلقي|تلقت|بحث|هاتف|اتصل)\w*(?: [^\s،.]+){0,2}? (?:كذلك|ايضا|قبل ذلك|لاحقا|[^.؛]{0,20}في وقت سابق)(?!\w)"
    r"|(?:اتصالا?|مكالمه|محادثه)(?: هاتفيا?ه?)? (?:اخر|اخري|مماثلا?ه?|ثانيا?ه?|منفصلا?ه?)(?!\w)"
    r"|\b(?:also|separately|earlier|later|then) (?:\w+ ){0,2}?(?:phoned|called|telephoned|(?:held|had|made|took|received) (?:a|another) (?:\w+ )?call)\b|\b(?:another|a separate|a similar|a second) (?:\w+ )?call\b"
)
_WILL = regex(r"\b(?:will|would|to|expected|due)\b|(?<!\w)(?:س[يت]\w+|من المقرر|مقرر|ينتظر)")
_SAID = 4
_TIMES = ("غداه", "عشيه", "بعد", "قبل", "عقب", "تزامن")
_BEFORE_OTHER = regex(
    r"(?<!\w)و?(?:غداه|عشيه|عقب|(?:بعد|قبل) (?:[^\s،.]+ ){0,3}?(?:من|علي)|تزامنا مع|بالتزامن مع)(?: [^\s،.]+)?"
    r" (?:لقاء|اجتماع|زياره|جوله|محادثات|مباحثات|اعلان|توقيع|اتصال|قمه|دخول)\w*(?!\w)"
)
_WARNS = regex(r"(?<!\w)[وف]?(?:حذر|انتقد|رفض|عارض|استنكر|ادان|هاجم|استبعد|طالب|دعا|رجح|توقع|راي)ت? $")
_WITNESSED = regex(r"\b(?:witness\w*|looked on|oversaw|watched|presided)\b|(?<!\w)(?:شهد|رعي|حضر)ا?(?!\w)")
_AND = ("and", "و", "and the")


def is_guest(who: Who) -> bool:
    """«واستقبل في مكتبه وفداً من وزارة الداخلية», "he received a delegation of …": who comes, where no host is named."""
    told = who.clause.text.plain[who.start : who.end]
    return _A_DELEGATION.match(told) is not None or _DELEGATES.search(who.clause.before(who.start, 60)) is not None


_A_DELEGATION = regex(r"(?:وفدا|وفد|مسوولا|مسوولين|ضباطا)(?!\w)")
_DELEGATES = regex(
    r"(?<!\w)(?:وفدا|مسوولا|مسوولين|ضباطا|ممثلين)(?: [^\s،.]+){0,3}? (?:من|عن|يمثل|ل) ?$|\b(?:an?|the) (?:[\w-]+ ){0,3}?(?:delegation|team|officials?|officers?|group) (?:of|from|sent by) (?:the )?$"
)
