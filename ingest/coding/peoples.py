"""Which group of people was moved, sheltered, pardoned or caught. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.codebook import EventType, Part, Side
from ingest.coding.expelled import without_papers
from ingest.coding.marked_men import is_deadly, marked
from ingest.coding.nearness import GROUPS, in_a_name
from ingest.coding.outsiders import former_men, youths
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import Roles, Who
from ingest.coding.routes import ANYBODY
from ingest.coding.uncaught import nobody_caught, of_a_force, only_theirs
from ingest.coding.words import Word

_A_CAMP = regex(r"مخيم|\bcamps?\b")
_SYRIAN_CAMPS = frozenset(("camp_hol", "camp_roj", "hol_town"))
_PEOPLE = regex(
    r"(?<!\w)(?P<who>اشخاص|شخصا?|مدني\w*|الاهالي|نساء|اطفال)(?!\w)|\b(?P<who2>people|civilians|persons|women|kurds|yazidis|syrians)\b"
)
_CONVICT = regex(r"محكوم|نزيل|نزلاء|سجين|سجناء|convict|inmate|prisoner")
_ISIS = regex(
    r"داعش|د1عش|الدوله الاسلاميه|تنظيم الدوله|ارهاب|جهادي|\bisis\b|\bis\b(?= (?:prison|detain|suspect|member|fight|inmate))|islamic state|daesh|terror|jihadi"
)
_SO_CALLED = regex(r"(?:يسمي|منصب|(?<!\w)والي|(?<!\w)امير|so-called) (?:\S+ )?$")
"""«المسؤول المالي لما يسمى ولاية العراق»: what somebody is, who was caught."""
_NO_TERROR = regex(
    r"(?:لا (?:[يت]شمل|علاقه|صله|[يت]تعلق)|ليس|باستثناء|[يت]?ستثن\w*|عدا|دون|غير المدانين|no(?:body|ne|t)?\b|never|except|exclud\w+|other than|without|apart from)[^.]{0,60}(?:ارهاب|terror)"
    r"|(?:ارهاب|terror)[^.]{0,30}(?:مستثن|are excluded|not (?:covered|included))"
)
"""«لا يشمل المدانين بجرائم الإرهاب»: of others."""
_SYRIAN_REFUGEES = regex(
    r"(?:لاجي|عايل|عوايل|اسر)\w* (?:\w+ )?(?:ال)?سوري|syrian (?:[\w-]+ )?(?:refugees|families|households)"
)
_SYRIANS = regex(
    r"(?:مواطن|لاجي|عايل|عوايل|اسر|شخص|شاب)\w* سوري|(?<!\w)(?:ال)?سوري(?:ين|ون|ا)(?!\w) (?:من|عاد|كان|الي|عبر)|\d+ سوري(?:ا|ين)?(?!\w)|\bsyrians\b|\bsyrian (?:kurds|nationals|citizens|returnees)"
)
_SOLDIERLY = regex(r"جندي|جنود|ضابط|ضباط|عسكري|soldier|conscript|officers|troops|جدعه|jada")
_IRAQI_REFUGEES = regex(r"iraqi (?:refugees|displaced)|(?:لاجي|نازح)\w* (?:ال)?عراقي")
_IRAQI_CAMPS = regex(
    r"\b(?:domiz|gawilan|bardarash|qushtapa|kawergosk|kawrgosk|darashakran|basirma|arbat|barika|akre)\b"
    r"|(?:دوميز|كويلان|بردرش|قوشتبه|كوركوسك|دارا شكران|باسرمه|عربت|بريكا|عقره)(?!\w)"
)
"""Camps of Syrians in the Kurdistan Region."""
_FROM_CAMP = regex(r"الهول|روج(?!ا)|al-?hol|\broj\b")
_DWELLERS = regex(
    r"(?<!\w)(?:قاطن|ساكن|سكان|اهالي|نزلاء)\w* (?:من )?مخيم (?:الهول|روج)|(?:residents|families|people|inhabitants) (?:of|from|in) (?:the )?(?:al-?hol|roj)"
)
_ESCAPED = regex(r"(?<!\w)من (?P<who>(?:ال)?(?:فار|هارب)(?:ين|ون))(?!\w)")
_ARRESTED = regex(r"arrest|detain|captur|القاء القبض|القبض|القي القبض|القت القبض|اعتقال|اعتقل|توقيف|اوقف|القاء")
_TO_LIVE = regex(
    r"(?<!\w)(?:بحثا عن (?:ال)?(?:عمل|فرص|لقمه|معيشه|رزق)|تهريب (?:ال)?(?:اشخاص|بشر|مهاجرين)|(?:بينهم|ضمنهم|معهم|برفقتهم) [^.]{0,30}(?:اطفال|نساء))"
    r"|\bincluding [^.]{0,30}children\b|\bmigrants\b"
)
_TOLD_OF = 3
"""Sentences from an arrest within which it is told why those caught had come."""
_SMUGGLER = regex(r"(?:ال)?(?:مهرب|سايق|مطلوب|ارهاب)|smuggler|driver|trafficker|wanted")
_YOUTHS = regex(r"(?:[^\s،.]+ ){0,3}?(?:ال)?(?:شاب|شبان)|(?:[\w-]+ ){0,3}?(?:young|youths?)\b")
_CATCHING = frozenset((EventType.BORDER_OPERATION, EventType.JOINT_OPERATION))
_NATIONALS = regex(r"(?:ال)?(?:مواطن|رعايا|طلبه|طالب|عالق|مغترب|مقيم)\w*(?: (?:ال)?(?:عراقي|سوري)\w*)?")
"""«الطلبة العراقيين العالقين في دمشق»: people of no group who come home."""


_ABROAD = regex(r"(?:الخارجيه|شوون|وزاره|وزير) و?$")
"""«وزير الخارجية والمغتربين»: an office."""


def _nationals(clause: Clause) -> tuple[int, int] | None:
    for word in clause.of("citizens"):
        at = word.stem - 2 if clause.text.plain.startswith("ال", word.stem - 2) else word.stem
        found = _NATIONALS.match(clause.text.plain, at)
        if _ABROAD.search(clause.text.plain, max(0, at - 20), at):
            continue
        if found is not None and not any((m.place or "").startswith(("camp_", "hol_")) for m in clause.mentions):
            return found.span()
    return None


_NO_DETAINEES = frozenset(("pop_camp_families", "pop_refugees", "pop_migrants", "pop_crossing_staff"))
_ISIS_MEN = regex(
    r"(?:suspected|accused|convicted|charged|alleged)\b[^.]{0,60}(?:\bisis\b|\bisil\b|islamic state|daesh|jihad)|(?:isis|islamic state|daesh) (?:members|fighters|militants|prisoners|detainees)"
    r"|(?:متهم|مشتبه|مدان)\w*[^.]{0,40}(?:داعش|ارهاب|تنظيم الدوله)"
)
_MEN_OF_ISIS = regex(
    r"(?:عناصر|عنصرا?|افراد|مسلحي|مقاتلي|ارهابيي|قيادات) (?:من )?(?:عصابات |تنظيم )?داعش(?: (?:ال)?ارهابي\w{0,2})?$"
)
"""«5 من عناصر عصابات داعش الإرهابية»: who is called after what they belong to."""
_ANY_MEN = regex(r"men|(?:ال)?(?:اشخاص|شخصا|شخصين|رجال)")
_SOON = 2
_ANY_STAFF = regex(r"(?:موظف\w{0,3}|staff|employees)$")
_COUNTED = regex(r"\d+ (?:ال)?$")


def _at_a_crossing(clause: Clause, word: Word) -> bool:
    """Whether staff is that of a crossing, or counted as who came back is: «36 موظفاً»."""
    if not _ANY_STAFF.match(clause.text.plain, word.stem, word.end):
        return True
    posts = clause.has("crossing") or any((m.place or "").startswith("x_") for m in clause.mentions)
    return posts or bool(_COUNTED.search(clause.before(word.start, 8)))


_OF_THE_WAR = regex(
    r"داعش|د1عش|الدوله الاسلاميه|تنظيم|ارهاب|جهادي|قسد|قوات سوريا الديمقراطيه|التحالف|القياده المركزيه"
    r"|\bisis\b|\bisil\b|\bis (?:prison|detain|suspect|member|fight|inmate|group)|islamic state|daesh|terror|jihad|\bsdf\b|coalition|centcom"
)
_ITS_JAILS = ("prison_", "camp_", "hol_", "sy_hasakah", "hasakah", "ne_syria", "qamishli", "shaddadi")
_ITS_KEEPERS = frozenset(("sdf", "us_forces", "centcom", "coalition", "us_gov", "asayish_nes", "aanes"))
"""Words, places and bodies by which a text speaks of the prisoners of the war on ISIS."""


def ordinary(roles: Roles, cast: Sequence[Who]) -> list[Who]:
    """The cast, prisoners as suspects where nothing in the text speaks of those of ISIS: «22 Syrians held without papers»."""
    held = roles.happening.type is EventType.DETAINEE_TRANSFER and any(w.actor == "pop_isis_detainees" for w in cast)
    if not held or "pop_suspects" not in roles.lexicon.actors:
        return list(cast)
    if not _between_states(roles, cast) and any(map(_of_the_war, roles.speech.clauses)):
        return list(cast)
    return [replace(w, actor="pop_suspects") if w.actor == "pop_isis_detainees" else w for w in cast]


def _between_states(roles: Roles, cast: Sequence[Who]) -> bool:
    """Whether one state handed the other its prisoners, and nothing that is told of them speaks of ISIS."""
    sides = {w.part: roles.rolled(w) for w in cast if w.part in (Part.INITIATOR, Part.HOST)}
    if {sides.get(Part.INITIATOR), sides.get(Part.HOST)} != {Side.IQ, Side.SY}:
        return False
    told = [*(d.clause for d in roles.happening.drafts), *(w.clause for w in cast if w.part is Part.TARGET)]
    return not any(_ISIS.search(c.plain) and not _NO_TERROR.search(c.plain) for c in told)


def _of_the_war(clause: Clause) -> bool:
    named = any((m.place or "").startswith(_ITS_JAILS) or m.actor in _ITS_KEEPERS for m in clause.mentions)
    return named or _OF_THE_WAR.search(clause.plain) is not None


class Peoples(Roles):
    """Finds the people whom an act befell."""

    def targets(self, found: Sequence[Who]) -> list[Who]:
        """The group of people moved, sheltered, pardoned or caught: the most specific that is named."""
        kind = self.happening.type
        if kind.family != "movement" and kind not in _CATCHING:
            held = self.group(("pop_isis_detainees",)) if self._of_prisoners() else []
            return (held or self._enemy()) if kind is EventType.INCIDENT else []
        wanted: tuple[str, ...] = GROUPS if kind not in _CATCHING else ("pop_suspects",)
        if kind is EventType.REPATRIATION and (migrants := self._without_papers()):
            return migrants
        if kind in (EventType.REPATRIATION, EventType.REFUGE):
            wanted = GROUPS[1:6]
        elif kind is EventType.DETAINEE_TRANSFER:
            named = self.group((GROUPS[0], *GROUPS[5:])) or self._former("pop_suspects") or self.group(GROUPS[1:5])
            return self._held(named)
        elif kind is EventType.AMNESTY:
            if migrants := self._without_papers():
                return migrants
            soldiers = self.group(("pop_sy_soldiers",)) or self._former("pop_sy_soldiers")
            return soldiers or self._soldiers_settled(self.group(wanted))
        killed = self._marked_man() if kind in _CATCHING else []
        if killed:
            return killed
        fought = kind in _CATCHING and any(d.clause.has("op", "kill") for d in self.happening.body)
        named = self._recaptured() if kind in _CATCHING else []
        named = named or self._stopped_youths() or self.group(wanted)
        enemy = self._enemy() if fought else []
        if not named and kind in (EventType.REPATRIATION, EventType.REFUGE):
            return self._told_before(wanted[:-1])
        caught = named or (self._caught() if kind in _CATCHING else [])
        if caught and all(w.clause.text.plain[w.start] < "\u0600" for w in caught):
            return caught
        return enemy or caught

    def crossers(self, caught: list[Who]) -> list[Who]:
        """«متسللين … بحثاً عن العمل», "with five children": who crosses a border to live elsewhere is a migrant, no suspect."""
        if self.happening.type is not EventType.BORDER_OPERATION or "pop_migrants" not in self.lexicon.actors:
            return caught
        first = self.happening.first.clause
        told = (c for c in self.speech.clauses if c.text is first.text and abs(c.order - first.order) <= _TOLD_OF)
        if not any(_TO_LIVE.search(c.plain) for c in told if not c.has("background")):
            return caught
        return [
            replace(w, actor="pop_migrants")
            if (w.actor == "pop_suspects" and not _SMUGGLER.match(w.clause.text.plain, w.start))
            or (w.actor is None and _YOUTHS.match(w.clause.text.plain, w.start))
            else w
            for w in caught
        ]

    def _without_papers(self) -> list[Who]:
        """«رُحّل 83 شاباً سورياً …», "Syrians who outstayed their visas": migrants."""
        told = [d.clause for d in self.happening.body]
        found = without_papers(told, self.speech.clauses) if told and "pop_migrants" in self.lexicon.actors else None
        return [Who("pop_migrants", Part.TARGET, *found)] if found else []

    def _held(self, named: list[Who]) -> list[Who]:
        """Who was handed over or flown: men accused of ISIS are its men; where nobody is named, those of the sentences
        before, and no families who only wait for news of them."""
        if named and named[0].actor not in _NO_DETAINEES:
            one = named[0]
            men = _MEN_OF_ISIS.search(one.clause.text.plain, one.clause.start, one.end)
            suspect = one.actor == "pop_suspects" and (men or _ISIS_MEN.search(one.clause.plain))
            if suspect or self._only_men(named[0]):
                return [replace(named[0], actor="pop_isis_detainees")]
            return [replace(w, actor="pop_suspects") if w.actor == "pop_sy_soldiers" else w for w in named]
        return self._told_before(("pop_isis_detainees",)) or named

    def _only_men(self, who: Who) -> bool:
        """ "The flight carried 150 men", «نقل 150 شخصاً»: the prisoners of whom the text speaks, by no name of theirs."""
        if not _ANY_MEN.fullmatch(who.clause.text.plain, who.start, who.end):
            return False
        return any(c.has("pop_isis_detainees") and _ISIS.search(c.plain) for c in self.speech.clauses)

    def _former(self, group: str) -> list[Who]:
        """Men of the army and the services of before."""
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow]):
            men = former_men(clause)
            if men is not None and group in self.lexicon.actors:
                return [Who(group, Part.TARGET, clause, *men)]
        return []

    def _soldiers_settled(self, named: list[Who]) -> list[Who]:
        """«مركز تسوية لاستقبال العائدين»: who comes to settle his status, in a text that tells of soldiers, is one."""
        if not named or named[0].actor != "pop_camp_families":
            return named
        told = any(c.has("pop_sy_soldiers") for c in self.speech.clauses) and "pop_sy_soldiers" in self.lexicon.actors
        return [replace(named[0], actor="pop_sy_soldiers")] if told else named

    def _told_before(self, wanted: Sequence[str]) -> list[Who]:
        """Of whom the sentences before spoke last."""
        first = self.happening.first.clause
        for clause in reversed([c for c in self.speech.clauses if c.text is first.text and c.order <= first.order]):
            for name in wanted if not clause.has("background") else ():
                word = next((w for w in clause.words if name in w.classes and not in_a_name(clause, w)), None)
                if word is not None and name in self.lexicon.actors:
                    return [Who(name, Part.TARGET, clause, word.stem, word.end)]
        return []

    def _marked_man(self) -> list[Who]:
        """He whose death is the news, by his name."""
        first = self.happening.first.clause
        body = [d.clause for d in self.happening.body]
        near = [c for c in self.follow if c not in body and 0 <= c.order - first.order <= _SOON]
        if not any(is_deadly(c) for c in body):
            return []
        for clause in dict.fromkeys([*body, *near]):
            found = marked(clause, self.lexicon) if not clause.titular else None
            if found is not None:
                return [Who(None, Part.TARGET, clause, *found)]
        return []

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

    def _stopped_youths(self) -> list[Who]:
        """«منعت قوات الحدود عشرات الشبان من العبور»: no suspects, and no group of the registry."""
        if self.happening.type is not EventType.BORDER_OPERATION:
            return []
        told = ((d.clause, youths(d.clause)) for d in self.happening.body)
        return [Who(None, Part.TARGET, clause, *at) for clause, at in told if at is not None][:1]

    def _caught(self) -> list[Who]:
        """Whoever is arrested is a suspect."""
        if "pop_suspects" not in self.lexicon.actors:
            return []
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow]):
            for word in clause.of("op") if not clause.has("background") else ():
                if _ARRESTED.match(clause.text.plain, word.stem, word.end) and not nobody_caught(clause, word):
                    return [Who("pop_suspects", Part.TARGET, clause, word.stem, word.end)]
        return []

    def _grouped(self, wanted: Sequence[str]) -> list[Who]:
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow]):
            for name in wanted:
                word = next((w for w in clause.words if name in w.classes and not in_a_name(clause, w)), None)
                if word is not None and name == "pop_crossing_staff" and not _at_a_crossing(clause, word):
                    continue
                if (
                    word is not None
                    and name == "pop_suspects"
                    and (only_theirs(clause, word) or of_a_force(clause, word))
                ):
                    continue
                if word is not None and name == "pop_isis_detainees" and self._convicts(clause, word):
                    name = "pop_suspects"
                if word is not None and name in self.lexicon.actors:
                    if name == "pop_camp_families" and self._refugees_home(clause):
                        name = "pop_refugees"
                    elif name == "pop_refugees" and self._of_iraq(clause):
                        name = "pop_camp_families"
                    if name == "pop_camp_families" and self.happening.type is EventType.REFUGE:
                        name = name if self._of_the_camp(clause) else "pop_refugees"
                    return [Who(name, Part.TARGET, clause, word.stem, word.end)]
        return []

    def _of_iraq(self, clause: Clause) -> bool:
        """ "Iraqi refugees in al-Hol left for Iraq": the families of the camps."""
        home = self.happening.type is EventType.REPATRIATION and _IRAQI_REFUGEES.search(clause.plain) is not None
        return home and any(m.place in _SYRIAN_CAMPS for c in self.speech.clauses for m in c.mentions)

    def _of_the_camp(self, clause: Clause) -> bool:
        """Whether a camp of families is what these leave: named here, or «المخيم» of a text that is about it."""
        if any(m.place in _SYRIAN_CAMPS for m in clause.mentions) or _DWELLERS.search(clause.plain):
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
        if self.happening.type is not EventType.REPATRIATION or _FROM_CAMP.search(clause.plain):
            return False
        if _SYRIAN_REFUGEES.search(clause.plain) or _IRAQI_CAMPS.search(clause.plain):
            return True
        about = [c for c in self.speech.clauses if c.titular or c.lead or c is clause]
        syrians = any(_SYRIANS.search(c.plain) for c in about)
        return syrians and not any(
            _FROM_CAMP.search(c.plain) or _SOLDIERLY.search(c.plain) for c in self.speech.clauses
        )

    def _enemy(self) -> list[Who]:
        """ISIS where it is fought."""
        for draft in self.happening.body:
            for mention in draft.mentions:
                if _SO_CALLED.search(draft.clause.before(mention.head, 30)):
                    continue
                if mention.actor and self.side(mention.actor) is Side.ISIS and mention.kind != "population_group":
                    return [Who(mention.actor, Part.TARGET, draft.clause, mention.start, mention.end)]
        return []
