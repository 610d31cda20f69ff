"""What happened: words that announce an act, with what must stand beside them, become drafts; drafts of one
happening are gathered. PURE."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from events.codebook import DatePrecision, EventType, Modality
from ingest.coding.actors import Mention
from ingest.coding.dates import Day
from ingest.coding.modality import read_modality
from ingest.coding.reading import Clause
from ingest.coding.words import Word, read_yaml

SAME_HAPPENING = dt.timedelta(days=3)
"""Further apart, two dated sentences of one type tell of two happenings."""
TALKS = frozenset((EventType.MEETING, EventType.CALL, EventType.AGREEMENT))
MOVEMENTS = frozenset((EventType.REFUGE, EventType.REPATRIATION, EventType.DETAINEE_TRANSFER))
GROUPS = (
    "pop_isis_detainees",
    "pop_crossing_staff",
    "pop_camp_families",
    "pop_sy_soldiers",
    "pop_refugees",
    "pop_migrants",
    "pop_suspects",
)
_MOVED = GROUPS[1:6]
_WALLS = frozenset(("topic", "discuss"))
_REACH = 110
"""Characters within which what an act needs must stand from its word."""
_IN_PURPOSE = re.compile(r"(?:^|[\s(])(?:ل|لل|من اجل|بهدف|بغيه|بغرض|لغرض)$")
_INFINITIVE = re.compile(r"\bto\s+(?:also\s+|fully\s+|jointly\s+)?$")
_SUBORDINATE = re.compile(
    r"(?:(?:بعد|عقب|اثر|منذ|بعيد)(?: ان| ايام من| يوم من| يومين من| ساعات من| اشهر من| اسبوع من)?(?: تم| جري)?|(?:days?|hours?|weeks?|months?|shortly|long) after|after|following|since|in the wake of)"
    r"\s+(?:the |a |an |his |her |its |their |had |being |\w+ing )?(?:\S+ ){0,2}?$"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An act told at [start, end) of a clause."""

    type: EventType
    clause: Clause
    start: int
    end: int
    modality: Modality
    modality_at: tuple[int, int] | None
    subordinate: bool = False
    joint: bool = False

    @property
    def text(self):  # type: ignore[no-untyped-def]
        """The text it stands in."""
        return self.clause.text

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names of the clause."""
        return self.clause.mentions

    @property
    def days(self) -> tuple[Day, ...]:
        """The days of the clause."""
        return self.clause.days

    @property
    def lead(self) -> bool:
        """Whether title or lead tell it."""
        return self.clause.lead


@dataclass(slots=True)
class Happening:
    """Drafts that tell of one happening, in reading order."""

    type: EventType
    drafts: list[Draft] = field(default_factory=list)

    @property
    def lead(self) -> bool:
        """Whether title or lead tell of it as news."""
        return any(d.lead and not d.subordinate for d in self.drafts)

    @property
    def body(self) -> list[Draft]:
        """Its drafts in the body, else those of the title."""
        return [d for d in self.drafts if not d.clause.titular] or self.drafts

    @property
    def first(self) -> Draft:
        """The draft that proves the type: of the body's, if there is one, else of the title's."""
        return self.body[0]


@dataclass(frozen=True, slots=True)
class Rule:
    """A type, the classes of its words, and what must stand beside one."""

    type: EventType
    words: tuple[str, ...]
    fits: Callable[[Clause, Word], bool]


def near(clause: Clause, word: Word, *classes: str, reach: int = _REACH) -> Word | None:
    """The word of these classes nearest to another, other than itself, and no subject of talk in between."""
    wall = next((w.start for w in clause.words if w.start >= word.end and w.classes & _WALLS), clause.end)
    found = [
        w
        for w in clause.words
        if w is not word
        and w.start <= wall
        and w.classes.intersection(classes)
        and max(w.start - word.end, word.start - w.end) <= reach
    ]
    return min(found, key=lambda w: abs(w.start - word.start), default=None)


def _moved(clause: Clause, word: Word) -> bool:
    group = near(clause, word, *_MOVED)
    if group is not None and "pop_sy_soldiers" in group.classes and _american(clause):
        return False
    if group is not None or _SOLDIERS.search(clause.plain) or ("refuge" in word.classes and near(clause, word, "they", reach=30)):
        return True
    camp = clause.has("facility") or any((m.place or "").startswith("camp_") for m in clause.mentions)
    iraqis = any(m.actor == "iq" and m.adjective for m in clause.mentions)
    return camp and (iraqis or clause.has("batch")) and bool(_DIGITS.search(clause.plain))


_SOLDIERS = re.compile(r"(?:\d|الف|الفي|ميه|مايه|ميتي|ميات) (?:ال)?عسكري(?!ه)")


def _american(clause: Clause) -> bool:
    """Soldiers of the United States or the coalition are no Syrian soldiers."""
    actors = {m.actor or "" for m in clause.mentions}
    return bool(actors & {"us", "us_gov", "us_forces", "coalition", "centcom"}) and not any(a.startswith(("sy", "iq")) for a in actors)


_DIGITS = re.compile(r"\d{2}|مي|مايه|عشر|hundred|dozen")


def _within_country(clause: Clause, word: Word) -> bool:
    """Camp residents moved inside one country."""
    camp = any((m.place or "").startswith("camp_") for m in clause.mentions)
    families = near(clause, word, "pop_camp_families") is not None
    iraqi = any((m.place or m.actor or "").startswith(("c_iq", "iq")) for m in clause.mentions)
    return camp and families and not iraqi


def _from_camp(clause: Clause, word: Word) -> bool:
    camp = any((m.place or "").startswith("camp_") for m in clause.mentions)
    return camp and not clause.has("return", "move") and (_moved(clause, word) or clause.has("pop_camp_families"))


def _detained(clause: Clause, word: Word) -> bool:
    return near(clause, word, "pop_isis_detainees") is not None or (
        "hand_over" in word.classes and near(clause, word, "pop_suspects") is not None and _across(clause)
    )


def _border(clause: Clause, word: Word) -> bool:
    return border_of(clause) is not None or "infiltration" in word.classes or clause.bordering or _across(clause)


def _across(clause: Clause) -> bool:
    """One country's force on the other's ground, or a haul from the one meant for the other."""
    grounds = {c for m in clause.mentions if m.place for c in _COUNTRY.findall(m.place)}
    acting = {_COUNTRY.match(m.actor)[1] for m in clause.mentions if m.actor and _COUNTRY.match(m.actor) and not m.adjective}  # type: ignore[index]
    towns = {"sy"} if any(m.place in _SYRIAN for m in clause.mentions) else set()
    return (grounds | acting | towns) >= {"iq", "sy"}


_COUNTRY = re.compile(r"(?:^|c_)(iq|sy)(?:_|$)")
_SYRIAN = frozenset(("damascus", "albukamal", "hari_sy", "qamishli", "hasakah_city", "dez_city", "homs_city", "aleppo_city"))


def _persons(clause: Clause) -> list[Mention]:
    return [m for m in clause.mentions if m.kind == "person"]


def _talkers(clause: Clause) -> bool:
    if clause.has("couple"):
        return True
    return any(m.actor and not m.adjective and m.kind != "population_group" for m in clause.mentions) or any(
        m.unknown for m in clause.mentions
    )


def _visits(clause: Clause, word: Word) -> bool:
    """A visit needs a visitor who talks: a person, a delegation; troops and convoys arrive otherwise."""
    return bool(_persons(clause) or clause.has("delegation")) and not near(clause, word, *_MOVED, "op", reach=60)


_FOREIGN_STATES = frozenset(("ir", "tr", "jo", "kw", "sa", "lb", "il"))
_FOREIGN = frozenset(("c_ir", "c_tr", "c_jo", "c_kw", "c_sa", "c_lb", "c_il"))


def border_of(clause: Clause) -> tuple[int, int] | None:
    """Where the clause speaks of the border between Iraq and Syria; a border with anyone else is none."""
    for mention in clause.mentions:
        if mention.place == "border_iq_sy" and not _other_border(clause, mention.end) and not _far(clause, mention):
            return mention.start, mention.end
    foreign = any((m.place or "") in _FOREIGN or m.actor in _FOREIGN_STATES for m in clause.mentions)
    ours = re.search("سوري|syria", clause.plain) is not None
    for word in clause.of("border"):
        inside_name = any(m.start <= word.start < m.end and m.actor for m in clause.mentions)
        if inside_name or (foreign and not ours) or _other_border(clause, word.end):
            continue
        return word.start, word.end
    return None


def _far(clause: Clause, mention: Mention) -> bool:
    """«الحدود مع العراق» in a sentence on Iran or Turkey is theirs."""
    plain = clause.text.plain[mention.start : mention.end]
    half = bool(re.search("سوري|syria", plain)) is not bool(re.search("عراق|iraq", plain))
    theirs = any((m.place or "") in _FOREIGN or m.actor in ("ir", "tr", "jo", "kw", "sa") for m in clause.mentions)
    return half and theirs and not re.search("سوري|syria" if "عراق" in plain or "iraq" in plain else "عراق|iraq", clause.plain)


_OTHERS = re.compile(
    r"ايران|تركي|اردن|كويت|سعودي|لبنان|اسراييل|iran|turk|jordan|kuwait|saudi|leban|israel"
)
_OURS = re.compile(r"(?:مع|بين|with|between)\s+(?:ال)?(?:سوري|عراق|العراق|syria|iraq)")
_SPAN_END = re.compile(r"[،,.؛;:()]| (?:في|عند|قرب|ضمن|من جهه|at|in|near|on) ")
_HYPHENED = re.compile(r"(?:turk\w+|iran\w*|jordan\w*|leban\w+|kuwait\w*|saudi\w*)(?:'s)?(?:[-– ](?:iraq\w*|syria\w*))? $")


def _other_border(clause: Clause, end: int) -> bool:
    """Whether the words around name another country's border: «الحدود الأردنية السورية», "the Turkish border"."""
    ahead = clause.after(end, 36)
    cut = _SPAN_END.search(ahead)
    ahead = ahead[: cut.start()] if cut else ahead
    other = _OTHERS.search(ahead)
    if other is not None:
        ours = _OURS.search(ahead)
        return ours is None or ours.start() > other.start()
    before = clause.before(end, 48).rsplit(" ", 1)[0] + " "
    return bool(_HYPHENED.search(before))


def _joint(clause: Clause, word: Word) -> bool:
    """Another side's part is named: «عملية مشتركة», «بالتنسيق مع», on information of."""
    return _together(clause, word) or near(clause, word, "joint_act", "coordination", reach=200) is not None or (
        "joint_act" in word.classes and near(clause, word, "op", "illicit", reach=200) is not None
    )


@functools.cache
def _border_zone() -> frozenset[str]:
    return frozenset(read_yaml("nations.yaml")["border_zone"])


def _handover(clause: Clause, word: Word) -> bool:
    """A base taken over or handed over."""
    return near(clause, word, "base", reach=70) is not None or any(
        m.place and m.place.startswith("base_") for m in clause.mentions
    )


def _together(clause: Clause, word: Word) -> bool:
    """«العراق وسوريا يضبطان …»: both sides are the subject."""
    for one, other in zip(clause.mentions, clause.mentions[1:], strict=False):
        both = {(m.actor or "")[:2] for m in (one, other)} == {"iq", "sy"} and not one.adjective and not other.adjective
        joined = clause.text.plain[one.end : other.start].strip() in ("و", "and")
        if both and joined and 0 <= word.start - other.end <= 40:
            return True
    return False


_CAMERAS = re.compile("كاميرا")


def _measures(clause: Clause, word: Word) -> bool:
    if "measure" in word.classes and clause.text.plain[word.start : word.stem] in ("ب", "بال", "وب") and _CAMERAS.search(
        clause.text.plain, word.start, word.end
    ):
        return near(clause, word, "order", reach=30) is not None
    if word.classes.isdisjoint(("measure", "takeover", "send")) and not near(clause, word, "measure", reach=60):
        return False
    if (clause.bordering or any(m.place in _border_zone() for m in clause.mentions)) and "takeover" not in word.classes:
        return True
    if "takeover" in word.classes and "send" not in word.classes:
        camp = any((m.place or "").startswith(("camp_", "prison_")) for m in clause.mentions)
        return _handover(clause, word) or (camp and not clause.has(*GROUPS[:3]))
    return border_of(clause) is not None or any(m.place and m.place.startswith("x_") for m in clause.mentions)


def _at_border_or_camp(clause: Clause, word: Word) -> bool:
    if "infiltration" in word.classes:
        return True
    facility = any(m.place and m.place.startswith(("camp_", "prison_", "x_")) for m in clause.mentions)
    if _across(clause) and not {"escape"} & word.classes:
        return True
    return border_of(clause) is not None or facility or near(clause, word, "facility", reach=80) is not None


def _crossing(clause: Clause, word: Word) -> bool:
    named = [m for m in clause.mentions if m.place and m.place.startswith("x_")]
    close = any(max(m.start - word.end, word.start - m.end) <= 60 for m in named)
    return (close or near(clause, word, "crossing", reach=45) is not None) and not near(
        clause, word, "embassy", reach=30
    )


def _embassy(clause: Clause, word: Word) -> bool:
    found = near(clause, word, "embassy", reach=45)
    crossing = near(clause, word, "crossing", reach=45)
    if found is None:
        return False
    return crossing is None or abs(found.start - word.start) < abs(crossing.start - word.start)


def _office(clause: Clause, word: Word) -> bool:
    return bool(_persons(clause)) and near(clause, word, "ambassador", reach=50) is None


def _drugs_or_arms(clause: Clause, word: Word) -> bool:
    return (near(clause, word, "illicit", reach=220) is not None or ("patrol" in word.classes and not clause.has("attack"))) and _border(
        clause, word
    )


_ON_BEHALF = re.compile(r"\s(?:\S+ ){0,2}(?:عن (?:ال)?جانب|نيابه عن|عن الطرف)|\son behalf of|\sfor the (?:iraqi|syrian) side")


def _states(clause: Clause, word: Word) -> bool:
    """A position: of the lead's speaker, or of an interview or address that the text reports."""
    if "interview" in word.classes:
        return any(m.kind == "person" and -30 <= m.head - word.end <= 60 for m in clause.mentions)
    return clause.lead and _talkers(clause)


RULES = (
    Rule(EventType.AMNESTY, ("amnesty",), lambda c, w: True),
    Rule(EventType.DIPLOMATIC_STATUS, ("open", "close"), _embassy),
    Rule(EventType.DIPLOMATIC_STATUS, ("move", "withdraw"), lambda c, w: near(c, w, "embassy", reach=40) is not None and not _detained(c, w)),
    Rule(EventType.DIPLOMATIC_STATUS, ("relations",), lambda c, w: near(c, w, "open", "return", "close", "upgrade", reach=50) is not None),
    Rule(EventType.DIPLOMATIC_STATUS, ("ambassador",), lambda c, w: near(c, w, "appoint", "credentials", reach=90) is not None),
    Rule(EventType.INTELLIGENCE_SHARING, ("give_info",), lambda c, w: near(c, w, "info", reach=25) is not None),
    Rule(EventType.CROSSING_STATUS, ("open", "close", "restrict"), _crossing),
    Rule(EventType.JOINT_OPERATION, ("op", "joint_act", "kill"), _joint),
    Rule(EventType.BORDER_MEASURE, ("takeover", "withdraw"), _handover),
    Rule(EventType.DETAINEE_TRANSFER, ("move",), _detained),
    Rule(EventType.DETAINEE_TRANSFER, ("arrive",), lambda c, w: near(c, w, "pop_isis_detainees", reach=60) is not None),
    Rule(EventType.REPATRIATION, ("return",), _moved),
    Rule(EventType.REPATRIATION, ("batch",), _from_camp),
    Rule(EventType.INTELLIGENCE_SHARING, ("give_info",), lambda c, w: near(c, w, "info", reach=45) is not None),
    Rule(EventType.BORDER_OPERATION, ("op",), _drugs_or_arms),
    Rule(EventType.BORDER_OPERATION, ("kill",), lambda c, w: _drugs_or_arms(c, w) and not c.has("attack")),
    Rule(EventType.BORDER_OPERATION, ("infiltration",), lambda c, w: near(c, w, "op", reach=60) is not None),
    Rule(EventType.BORDER_MEASURE, ("measure", "takeover"), _measures),
    Rule(EventType.BORDER_MEASURE, ("order",), _measures),
    Rule(EventType.BORDER_MEASURE, ("send",), lambda c, w: near(c, w, "unit", reach=60) is not None and not c.has(*GROUPS[:3]) and _measures(c, w)),
    Rule(EventType.BORDER_MEASURE, ("tour",), lambda c, w: border_of(c) is not None and c.has("order")),
    Rule(EventType.INCIDENT, ("attack", "escape", "infiltration"), _at_border_or_camp),
    Rule(EventType.REFUGE, ("move",), _within_country),
    Rule(EventType.REFUGE, ("refuge",), _moved),
    Rule(EventType.REFUGE, ("cross",), lambda c, w: w.start - c.start < 4 and _moved(c, w)),
    Rule(EventType.AGREEMENT, ("sign",), lambda c, w: near(c, w, "pact", reach=200) is not None or bool(_ON_BEHALF.search(c.after(w.end, 40)))),
    Rule(EventType.AGREEMENT, ("joint_body",), lambda c, w: True),
    Rule(EventType.CALL, ("call",), lambda c, w: _talkers(c)),
    Rule(EventType.CALL, ("ring",), lambda c, w: any(m.kind == "person" and 0 < m.head - w.end <= 12 for m in c.mentions)),
    Rule(EventType.MEETING, ("meet",), lambda c, w: _talkers(c) or len({m.place for m in c.mentions if (m.place or "").startswith("c_")}) > 2),
    Rule(EventType.MEETING, ("receive",), lambda c, w: bool(_persons(c) or c.has("delegation")) and not near(c, w, *_MOVED, reach=50)),
    Rule(EventType.MEETING, ("visit",), _visits),
    Rule(EventType.MEETING, ("discuss",), lambda c, w: len(_persons(c)) > 1 or (_talkers(c) and c.has("counterpart"))),
    Rule(EventType.APPOINTMENT, ("appoint",), _office),
    Rule(EventType.STATEMENT, ("court",), lambda c, w: near(c, w, "pop_isis_detainees", reach=90) is not None),
    Rule(EventType.STATEMENT, ("interview", "say", "tour", "demand"), lambda c, w: _states(c, w)),
)  # fmt: skip


@functools.cache
def _rules_of(classes: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if classes.intersection(rule.words))


_BESIDE = frozenset((EventType.APPOINTMENT, EventType.STATEMENT, EventType.AMNESTY))
"""Types that may stand beside another one in a clause."""


def with_context(told: Sequence[Clause]) -> list[Clause]:
    """The clauses, each knowing whether the lead is about the line between the two countries."""
    lead = [c for c in told if c.order <= 3]
    near_it = any(border_of(c) or any(m.place in _border_zone() for m in c.mentions) for c in lead)
    near_it = near_it and not (any(_elsewhere(m) for c in lead for m in c.mentions) and not any(_in_syria(m) for c in lead for m in c.mentions))
    return [replace(c, bordering=c.order <= 4) for c in told] if near_it else list(told)


_OUR_CROSSINGS = frozenset(("x_qaim", "x_rabia", "x_walid", "x_semalka"))


def _elsewhere(mention: Mention) -> bool:
    """Another neighbour's ground or crossing."""
    place = mention.place or ""
    return place in _FOREIGN or mention.actor in _FOREIGN_STATES or (place.startswith("x_") and place not in _OUR_CROSSINGS)


def _in_syria(mention: Mention) -> bool:
    place, actor = mention.place or "", mention.actor or ""
    ground = place.startswith(("c_sy", "sy_", "border_iq_sy")) or place in _SYRIAN or place in _OUR_CROSSINGS
    return ground or (actor.startswith("sy") and not mention.adjective)


def find_drafts(clauses: Sequence[Clause]) -> list[Draft]:
    """All acts of an article in reading order."""
    return [draft for clause in clauses for draft in drafts_of(clause)]


def drafts_of(clause: Clause) -> list[Draft]:
    """The acts that one clause tells: the first that is no topic and stands on its own, and those that may stand beside."""
    candidates = [
        (word, rule)
        for word in clause.words
        for rule in _rules_of(word.classes)
        if rule.fits(clause, word)
    ]
    if not candidates:
        return []
    wishes, zones = wish_zones(clause), topic_zones(clause, [w for w, r in candidates if r.type in TALKS])
    drafts = []
    for word, rule in candidates:
        talk = rule.type in TALKS
        closed = [(a, min(b, a + 40)) for a, b in wishes] if talk else wishes + zones
        if rule.type is not EventType.STATEMENT and any(a <= word.stem < b for a, b in closed):
            if not _RELATIVE.search(clause.before(word.start, 20)):
                continue
        drafts.append(_draft(clause, word, rule.type))
    return _chosen([d for d in drafts if d is not None])


def wish_zones(clause: Clause) -> list[tuple[int, int]]:
    """Stretches that name wishes, warnings and purposes, where no act is told."""
    return [(word.end, clause.end) for word in clause.of("demand")][:1]


def topic_zones(clause: Clause, talks: Sequence[Word]) -> list[tuple[int, int]]:
    """Stretches behind a talk that name its subjects; with whom one talks about them still stands outside."""
    zones = []
    for word in clause.of("topic", "discuss", "demand"):
        spoken = any(w.classes & _OPENERS and w.end <= word.start for w in clause.words)
        if not spoken and "discuss" not in word.classes and not any(w.start <= word.start for w in talks):
            continue
        start = word.end
        if "discuss" in word.classes:
            partner = _PARTNER.match(clause.after(word.end, 140))
            start = word.end + partner.end() + _NAME if partner else word.end
        zones.append((start, clause.end))
    return zones


_RELATIVE = re.compile(r"(?:الذين|التي|الذي|اللذين|who|which)\s+(?:had |were |was |have )?$")
"""A relative clause tells a fact even of a subject of talk: «ملف الجنود الذين لجأوا …»."""
_OPENERS = frozenset(("say", "meet", "call", "receive", "discuss"))
_PARTNER = re.compile(r"\s+(?:[^\s،,]+ ){0,12}?(?:مع|with)\s")
_NAME = 60


def _draft(clause: Clause, word: Word, kind: EventType) -> Draft | None:
    plain = clause.text.plain
    modality, at = read_modality(clause, word)
    before = clause.before(word.start, 48)
    if word.classes & {"return"} and plain[word.start : word.end].endswith("ing") and _PARTICIPLE.search(before):
        return None
    if _NEVER.search(clause.before(word.start, 48)):
        return None
    if any("refuse" in w.classes and 0 <= word.start - w.end <= 24 for w in clause.words):
        return None
    purpose = plain[word.start : word.stem] in ("ل", "ول", "لل") or bool(_IN_PURPOSE.search(before))
    if plain[word.stem] < "\u0600":
        purpose = bool(_INFINITIVE.search(before))
    if purpose and modality is Modality.DONE and kind not in (EventType.STATEMENT, EventType.AMNESTY):
        earlier = any(w.classes & _VERBS for w in clause.words if w.end <= word.start)
        if earlier or plain[word.stem] > "\u0600":
            return None
        modality, at = Modality.PLANNED, (word.start, word.end)
    if kind is EventType.DIPLOMATIC_STATUS and modality is Modality.ONGOING:
        modality, at = Modality.DONE, None
    subordinate = bool(_SUBORDINATE.search(before)) or bool(_RELATIVE.search(clause.before(word.start, 24)))
    return Draft(kind, clause, word.start, word.end, modality, at, subordinate)


_PARTICIPLE = re.compile(r"(?:families|soldiers|iraqis|syrians|people|refugees|troops|those|travellers|travelers|men) $")
"""«families returning home»: which ones, not what happened."""
_NEVER = re.compile(
    r"(?:^|\s)(?:لن|will not|would not|won't|never)\s+(?:\S+ )?$|(?:لن|will not|won't) (?:attend|take part in|join|يحضر|تحضر|يشارك في|تشارك في)\s+(?:\S+ ){0,3}$"
)
"""What will never be is a position, no event."""
_VERBS = frozenset(("say", "meet", "receive", "visit", "discuss", "call", "move", "return", "op", "demand", "order"))


def _chosen(drafts: Sequence[Draft]) -> list[Draft]:
    """One act per clause: those on their own before subordinate ones, the more telling type before the plainer."""
    kept: list[Draft] = []
    plain = [d for d in drafts if d.type not in _BESIDE]
    own = [d for d in plain if not d.subordinate] or plain
    if own and all(d.subordinate for d in own) and any(_in_court(d) for d in drafts):
        return [d for d in drafts if d.type is EventType.STATEMENT][:1]
    if own:
        first = min(own, key=lambda d: d.start)
        rivals = [d for d in own if d.type in _STRONGER.get(first.type, ())]
        kept.append(min(rivals, key=lambda d: d.start) if rivals else _best_at(own, first))
    seen = {d.type for d in kept}
    for draft in drafts:
        if draft.type in _BESIDE and draft.type not in seen:
            if draft.type is EventType.STATEMENT and kept and not _interview(draft):
                continue
            kept.append(draft)
            seen.add(draft.type)
    return kept


def _in_court(draft: Draft) -> bool:
    return draft.type is EventType.STATEMENT and draft.clause.has("court")


def _interview(draft: Draft) -> bool:
    return not draft.clause.lead and any(w.start == draft.start and "interview" in w.classes for w in draft.clause.words)


def _best_at(drafts: Sequence[Draft], first: Draft) -> Draft:
    """Of several types at one word, the first rule's."""
    order = {rule.type: n for n, rule in reversed(list(enumerate(RULES)))}
    return min((d for d in drafts if d.start == first.start), key=lambda d: order[d.type])


_STRONGER: dict[EventType, tuple[EventType, ...]] = {
    EventType.MEETING: (EventType.CALL,),
    EventType.BORDER_OPERATION: (EventType.JOINT_OPERATION,),
    EventType.REPATRIATION: (EventType.DETAINEE_TRANSFER, EventType.BORDER_MEASURE),
    EventType.REFUGE: (EventType.REPATRIATION, EventType.DETAINEE_TRANSFER),
    EventType.INTELLIGENCE_SHARING: (EventType.JOINT_OPERATION,),
    EventType.INCIDENT: (EventType.JOINT_OPERATION, EventType.BORDER_OPERATION),
    EventType.BORDER_MEASURE: (EventType.JOINT_OPERATION, EventType.BORDER_OPERATION),
}


def _toured(drafts: Sequence[Draft]) -> list[Draft]:
    """A tour on which something is ordered is that measure, told from the start."""
    ordered = any(d.type is EventType.BORDER_MEASURE and d.clause.has("order") and d.clause.order <= 4 for d in drafts)
    if not ordered:
        return list(drafts)
    return [
        replace(d, type=EventType.BORDER_MEASURE, modality=Modality.DONE, modality_at=None)
        if d.type is EventType.STATEMENT and d.lead and any(w.start == d.start and "tour" in w.classes for w in d.clause.words)
        else d
        for d in drafts
    ]


def gather(drafts: Sequence[Draft]) -> list[Happening]:
    """Drafts of one type are one happening unless their days are too far apart; a headline only backs the body; what
    talks agree on is their outcome, no event of its own."""
    found: list[Happening] = []
    drafts = _toured(drafts)
    if any(d.type is EventType.JOINT_OPERATION and d.lead for d in drafts):
        drafts = [replace(d, type=EventType.JOINT_OPERATION) if d.type is EventType.BORDER_OPERATION else d for d in drafts]
    if any(d.type in (EventType.MEETING, EventType.CALL) and d.lead and not d.clause.titular for d in drafts):
        drafts = [d for d in drafts if d.type is not EventType.AGREEMENT or not _outcome(d)]
    for draft in sorted(drafts, key=lambda d: d.clause.titular):
        if draft.clause.titular and _told_otherwise(draft, found):
            continue
        for happening in found:
            if happening.type is draft.type and _alike(happening, draft) and not _apart(happening, draft):
                happening.drafts.append(draft)
                break
        else:
            found.append(Happening(draft.type, [draft]))
    return found


def _outcome(draft: Draft) -> bool:
    return not any(w.start == draft.start and "sign" in w.classes for w in draft.clause.words)


_UNDONE = frozenset((Modality.PLANNED, Modality.CANCELLED, Modality.DENIED))


def _alike(happening: Happening, draft: Draft) -> bool:
    """One is not done what the other is: a planned visit is told beside one that took place. Words without a cue may
    mean either."""
    theirs = happening.first.modality
    if draft.modality is Modality.PLANNED and not any(d.own for d in draft.days) and not _NEXT_ONE.search(draft.clause.plain):
        return True
    if draft.modality in _UNDONE:
        return draft.clause.titular or theirs is draft.modality
    past = [d for d in draft.days if d.own and d.precision is DatePrecision.DAY]
    dated = any(d.own for x in happening.drafts for d in x.days)
    return not (theirs in _UNDONE and past and dated and draft.clause.start != happening.first.clause.start)


_NEXT_ONE = re.compile(r"لاحق|اخري|جديد|المقبل|القادم|another|further|next|later|more ")


def _told_otherwise(draft: Draft, found: Sequence[Happening]) -> bool:
    lead = [h for h in found if h.lead]
    return bool(lead) and not any(h.type is draft.type for h in lead)


def _apart(happening: Happening, draft: Draft) -> bool:
    mine = [d.date for d in draft.days if d.own]
    theirs = [d.date for other in happening.drafts for d in other.days if d.own]
    far = bool(mine and theirs) and min(abs(a - b) for a in mine for b in theirs) > SAME_HAPPENING
    return far or (bool(mine and theirs) and not set(mine) & set(theirs) and draft.clause.has("background"))
