"""What announces an act of each type: classes of words, and what must stand beside one. PURE."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

from events.codebook import EventType
from ingest.coding.borders import across, border_of, border_zone
from ingest.coding.conferring import (
    COUNCIL,
    OF_STATES,
    SITS,
    confers,
    delegated,
    handed_in_person,
    interviewed,
    leads_delegation,
    persons,
    sets_up,
    spoken_at,
    talkers,
    visits,
)
from ingest.coding.custody import FREED, detained, swaps
from ingest.coding.foes import hit_from_over, hits_foes, traded_fire
from ingest.coding.gates import (
    approves_pact,
    at_an_embassy,
    heads_now,
    installs,
    lets_pass,
    names_envoy,
    opens_or_closes,
    sends_back_mission,
    shuts_smugglers,
    takes_office,
)
from ingest.coding.handing import handed
from ingest.coding.hearings import of_court
from ingest.coding.movers import armed_entry, is_camp, no_mover, people_flee, stays_inland, within_country
from ingest.coding.nearness import GROUPS, REACH, convoyed, driven, listed, near, warns, word_reaches
from ingest.coding.on_whose_word import informed
from ingest.coding.pairs import both_grounds, by_gate, paired
from ingest.coding.positions import handover, iraqs_own, measures, of_its_envoy, opens_post, sends_troops, works_at_post
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.routes import from_camp, sent_home
from ingest.coding.seizing import BY_FORCE, at_the_line, repelled, seizes
from ingest.coding.strikes import foreign_strike
from ingest.coding.together import acts_together, american, helps
from ingest.coding.unnamed import presents, with_counterpart
from ingest.coding.words import Word

TALKS = frozenset((EventType.MEETING, EventType.CALL, EventType.AGREEMENT))
MOVEMENTS = frozenset((EventType.REFUGE, EventType.REPATRIATION, EventType.DETAINEE_TRANSFER))


_MOVED = GROUPS[1:6]


@dataclass(frozen=True, slots=True)
class Rule:
    """A type, the classes of its words, and what must stand beside one."""

    type: EventType
    words: tuple[str, ...]
    fits: Callable[[Clause, Word], bool]


def _moved(clause: Clause, word: Word) -> bool:
    group = near(clause, word, *_MOVED)
    if (
        ("refuge" in word.classes and from_camp(clause, word))
        or leads_delegation(clause, word)
        or no_mover(clause, word)
    ):
        return False
    if group is not None and "refuge" in word.classes and "return" not in word.classes and is_camp(clause, group):
        group = None
    if (
        group is not None
        and group.classes <= _STAFF
        and not clause.has("crossing")
        and max(group.start - word.end, word.start - group.end) > _CLOSE
    ):
        group = None
    if group is not None and "pop_isis_detainees" in group.classes and word.classes == _ONLY_REFUGE:
        group = None
    soldiers = group if group is not None and "pop_sy_soldiers" in group.classes else None
    if soldiers is not None and (american(clause) or ("arrive" in word.classes and iraqs_own(clause, soldiers))):
        return False
    if (
        group is not None
        or _SOLDIERS.search(clause.plain)
        or (
            "refuge" in word.classes
            and near(clause, word, "they", reach=30)
            and any(m.land == "iq" for m in clause.mentions)
        )
    ):
        return True
    if "return" in word.classes and clause.has("move") and handed(clause):
        return False
    nationals = near(clause, word, "citizens", reach=70) or _NATIONALS.search(clause.before(word.start, REACH))
    nationals = nationals or _DEPORTS.match(clause.text.plain, word.start, clause.end)
    if nationals and "return" in word.classes and both_grounds(clause):
        return not clause.has("pop_isis_detainees") or FREED.search(clause.plain) is not None
    over = "refuge" in word.classes and not clause.text.plain.startswith(("new", "influx"), word.start)
    over = over and (clause.has("crossing") or both_grounds(clause) or by_gate(clause))
    counted = (
        over and (_DIGITS.search(clause.plain) or "thousand" in clause.plain) and not clause.has("pop_isis_detainees")
    )
    fled = counted or (word.classes & _COMES and clause.has("flight"))
    if fled and _ANYONE.search(clause.plain):
        return True
    camp = clause.has("facility") or any((m.place or "").startswith(("camp_", "hol_")) for m in clause.mentions)
    iraqis = any(m.actor == "iq" and m.adjective for m in clause.mentions)
    return camp and (iraqis or clause.has("batch")) and bool(_DIGITS.search(clause.plain))


_SUBJECT = 24
"""Characters between a verb of arriving and those who arrive."""
_ONLY_REFUGE = frozenset(("refuge",))
_COMES = frozenset(("refuge", "receive"))
_STAFF, _CLOSE = frozenset(("pop_crossing_staff",)), 45
"""«staff» is a common word: it goes home only where the verb stands by it."""
_NATIONALS = regex(r"\b(?:iraqis|syrians)\b")
_DEPORTS = regex(r"(?:deport\w*|expel\w*)(?: [^\s.;]+){0,4}? (?:iraqis|syrians)\b")
_ANYONE = regex(
    r"\b(?:people|persons|civilians|individuals|women|children|kurds|syrians|iraqis|residents|yazidis|yezidis|christians|druze|alawites|turkmen|relatives|students)\b|(?:علوي|درز|مسيحي|بدو(?!\w)|شخص|اشخاص|مدني|نسمه|نساء|اطفال|كردي|اكراد|كورد|جريح|جرحي|ايزيدي)|(?:\d|الف|الاف|ميات|ميه|عشرات) (?:ال)?سوري(?:ا|ين)?(?!\w)"
)
_SOLDIERS = regex(r"(?:\d|الف|الفي|ميه|مايه|ميتي|ميات) (?:ال)?عسكري(?!ه)")
_DIGITS = regex(r"\d{2}|مي|مايه|عشر|hundred|dozen")


def _from_camp(clause: Clause, word: Word) -> bool:
    camp = any((m.place or "").startswith("camp_") for m in clause.mentions)
    return camp and not clause.has("return", "move") and (_moved(clause, word) or clause.has("pop_camp_families"))


def _gives_back(clause: Clause, word: Word) -> bool:
    """«أعادت بغداد إلى دمشق 14 سجيناً سورياً أنهوا محكومياتهم»."""
    if not _GIVES_BACK.match(clause.text.plain, word.stem) or FREED.search(clause.plain) or not both_grounds(clause):
        return False
    held = near(clause, word, "pop_isis_detainees", reach=60)
    return held is not None and held.start > word.end and not clause.has("pop_camp_families", "pop_sy_soldiers")


_GIVES_BACK = regex(
    r"(?:اعاد|اعيد|[يت]عيد|[يت]عاد|استعاد|[يت]ستعيد|ارجع|[يت]رجع|ارجاع|سلم|[يت]سلم|تسليم|تسلم|[يت]تسلم|استلم|رحل|[يت]رحل|ترحيل)"
)


def _flown_home(clause: Clause, word: Word) -> bool:
    """«حطت … طائرتان تحملان 318 عراقياً كانوا عالقين في سوريا»."""
    if clause.has("pop_isis_detainees") or not both_grounds(clause):
        return False
    return _STRANDED.search(clause.after(word.end, 160)) is not None


_STRANDED = regex(
    r"(?<!\w)(?:ال)?عالق(?:ين|ون|ا|ات|ه)?(?!\w)|(?<!\w)(?:تقل|تقلان|تحمل|تحملان|[وب]?علي متن(?:ها|هما)|اجلت) (?:[^\s،.]+ ){0,3}?\d[\d,.]* (?:[^\s،.]+ )?(?:عراقيا?|سوريا?|مواطنا?)(?!\w)"
)


def _joint(clause: Clause, word: Word) -> bool:
    """Another side's part is named: «عملية مشتركة», «بالتنسيق مع», on information of."""
    if "kill" in word.classes and traded_fire(clause):
        return False
    if _COMMAND.match(clause.after(word.end, 10)):
        return False
    if paired(clause) is not None:
        return True
    if "joint_act" in word.classes and _DEED.search(clause.text.plain, word.start, word.end):
        return True
    return (
        acts_together(clause, word)
        or helps(clause)
        or informed(clause, word)
        or (found := near(clause, word, "joint_act", "coordination", "support", reach=200)) is not None
        and not _FIGHTING.search(clause.before(found.start, 16))
        or ("joint_act" in word.classes and near(clause, word, "op", "illicit", reach=200) is not None)
    )


_FIGHTING = regex(r"\b(?:f[io]ght|fighting|serv(?:e|ed|ing)|battle[ds]?|battling) $")
"""«to fight alongside the SDF»: what those who were stopped wanted."""
_DEED = regex(r"دوري|عملي|تمشيط|مداهم|حمل|كمين|تفتيش|انتشار|تطويق|operation|raid|patrol|mission|sweep|campaign|drive")
"""A joint operation, raid or patrol, and not only something done jointly."""
_MISSION = regex(r"\bthe (?:\w+ )?(?:operation|raid|mission|bust|seizure|campaign)\b")
_COMMAND = regex(r" (?:command|room|cent|commander)")
_CARRIED = regex(
    r"(?<!\w)(?:ال)?(?:عمليه|عمليات|مهمه|مداهمه|ضربه|حمله|غاره|انزال|كمين|قبض|اعتقال|دهم|اقتحام|توقيف|ضبط|تحرير)"
    r" (?:(?!(?:ال)?(?:تسل|تسليم|استلام|انتقال|نقل|اخلاء|انسحاب|عوده|اعاده|اجلاء|فتح|افتتاح|تبادل|ترحيل))[^\s،.]+ )?(?:جرت|جري|تمت|تم|نفذت|نفذ|جاءت|جاء|كانت|كان|انجزت|المذكوره|نفسها)(?: [^\s،.]+){0,9} $"
)
"""«العملية جرت بالتنسيق مع …»."""


def _at_border_or_camp(clause: Clause, word: Word) -> bool:
    if _IN_A_CASE.search(clause.before(word.start, 90)):
        return False
    if _FIGURE.search(clause.before(word.start, 10)) or _PAD.search(clause.before(word.start, 40)):
        return False
    if "infiltration" in word.classes:
        return _CRIME.search(clause.before(word.start, 60)) is None
    if people_flee(clause, word):
        return False
    if traded_fire(clause):
        return True
    facility = any(m.place and m.place.startswith(("camp_", "prison_", "x_")) for m in clause.mentions)
    if across(clause) and not {"escape"} & word.classes:
        return True
    if _both_at_the_line(clause):
        return True
    based = clause.bordering and any((m.place or "").startswith("base_") for m in clause.mentions)
    return border_of(clause) is not None or facility or based or near(clause, word, "facility", reach=80) is not None


def _both_at_the_line(clause: Clause) -> bool:
    """«قذائف على مخفر عراقي قبالة الباغوز»: something of the one in or opposite a border town of the other."""
    towns = {m.land for m in clause.mentions if m.place in border_zone() and m.land}
    whose = {m.actor for m in clause.mentions if m.adjective and m.actor in ("iq", "sy")}
    return len(towns | whose) > 1


_IN_A_CASE = regex(
    r"\b(?:suspects?|accomplices?|fugitives?|wanted|sought|accused|convicted|tried|ringleader|mastermind|sentenced)(?: \w+)? (?:in|over|for|of|behind|in connection with) (?:an? |the )?(?:[\w-]+ ){0,3}$"
)
"""«two suspects in a Baghdad bombing»: what they are held for."""
_FIGURE = regex(r"\b(?:time|ticking)[ -]$")
"""«a time bomb»: nothing that went off."""
_PAD = regex(
    r"\b(?:launch(?:ing)?[- ]?pad|springboard|staging (?:ground|post|point)|platform|base|corridor|haven) for (?:\w+ )?$"
)
"""«will not be a launching pad for attacks»."""
_CRIME = regex(
    r"\b(?:sentenced|convicted|accused|guilty|jailed|held|charge[sd]?|wanted|imprisoned)\b[^.;,]{0,20} (?:for|of|with|over) (?:\w+ )?$"
)
"""«sentenced for illegal entry»: what they once did."""
_ON_BEHALF = regex(
    r"\s(?:\S+ ){0,2}(?:عن (?:ال)?جانب|نيابه عن|عن الطرف)|\son behalf of|\sfor the (?:iraqi|syrian) side"
)


def _states(clause: Clause, word: Word) -> bool:
    """A position: of the lead's speaker, or of an interview or address that the text reports."""
    if "interview" in word.classes:
        return interviewed(clause, word)
    if clause.has("couple") and clause.of("discuss"):
        return False
    if clause.text.plain[word.start : word.end] in _ATTRIBUTING and (clause.has("couple") or clause.of("discuss")):
        return False
    return clause.lead and talkers(clause)


_ATTRIBUTING = frozenset(("وفق", "بحسب", "حسب", "وفقا ل", "نقل عن"))
"""Who said it, of what talks were about."""


_UNDER = regex(
    r"(?:\bunder|\bincluded? (?:them )?in|\bbenefit from|\badvantage of|\bpart of|\bby|\bafter|\bthanks to|\bcovered by|الي|نحو|بموجب|شملهم|شملتهم|ضمن|وفق|بعد)\s+(?:an? |the |ال)?(?:\S+ )?$"
)
"""«under an amnesty»: by what something else was done."""

_FREED = regex(
    r"\b(?:released?|freed|to free|set free)\b|افرج|الافراج|اطلاق سراح|(?:اطلقت?|اخل[يت]\w?) (?:[^.؛]{0,60} )?(?:سراح|سبيل)|اخلاء سبيل"
)

_MAN_SENT = regex(
    r"sen(?:t|ds?) (?:its |the )?(?:[^.;:]{0,80} )?(?:head of|chief of|(?:intelligence|spy) (?:chief|head|director|units?|officers|agents|teams?|men|personnel)\b)"
)
"""«sent the head of its intelligence service», "sent intelligence units": nothing that is told."""
_UNITS_SENT = regex(r"\bintelligence (?:units?|officers|agents|teams?|men|personnel) (?:[\w-]+ ){0,2}$")


def _informs(clause: Clause, word: Word) -> bool:
    """Whether what is given or sent may be something that is told, and no men."""
    return not (_MAN_SENT.match(clause.after(word.start, 120)) or _UNITS_SENT.search(clause.before(word.start, 50)))


TRIED = regex(r"\b(?:wanted|sought|convicted|sentenced|tried|cleared|jailed) (?:by|in|before) (?:[\w'-]+ ){0,3}$")
"""«detainees wanted by courts in Damascus»: no step of a court."""
_GUESTS = regex(r" (?:\w+ ){0,2}?(?:officers|officials|commanders|experts|envoys|ministers|counterparts|generals)\b")
"""«to host officers of the 86th Division»."""
_NO_GUESTS = regex(
    r" (?:the |any |more |new |additional |further |other )*(?:\w+ )?(?:newcomers|arrivals|returnees|residents|inmates|people|patients|aid|trucks|travell?ers|goods|passengers|convoys?|batch(?:es)?)\b"
)
"""«not ready to receive newcomers»: people, no guests."""
_DUBBED = regex(r" an? ")
"""«called Sharaa a terrorist»: no telephone."""

RULES = (
    Rule(EventType.AMNESTY, ("amnesty",), lambda c, w: not _UNDER.search(c.before(w.start, 24)) or bool(_FREED.search(c.plain))),
    Rule(EventType.DIPLOMATIC_STATUS, ("open", "close"), at_an_embassy),
    Rule(EventType.DIPLOMATIC_STATUS, ("move", "withdraw", "upgrade"), lambda c, w: (near(c, w, "embassy", reach=40) is not None or of_its_envoy(c, w)) and not detained(c, w) and not c.has("citizens")),
    Rule(EventType.DIPLOMATIC_STATUS, ("return",), sends_back_mission),
    Rule(EventType.DIPLOMATIC_STATUS, ("relations",), lambda c, w: near(c, w, "open", "return", "close", "upgrade", reach=50) is not None),
    Rule(EventType.DIPLOMATIC_STATUS, ("ambassador",), names_envoy),
    Rule(EventType.INTELLIGENCE_SHARING, ("give_info",), lambda c, w: near(c, w, "info", reach=25) is not None and _informs(c, w)),
    Rule(EventType.INTELLIGENCE_SHARING, ("warn",), warns),
    Rule(EventType.INTELLIGENCE_SHARING, ("arrive",), word_reaches),
    Rule(EventType.BORDER_MEASURE, ("open",), opens_post),
    Rule(EventType.CROSSING_STATUS, ("open", "close", "restrict"), lambda c, w: opens_or_closes(c, w) and not opens_post(c, w)),
    Rule(EventType.CROSSING_STATUS, ("refuge",), lets_pass),
    Rule(EventType.JOINT_OPERATION, ("coordination",), lambda c, w: _CARRIED.search(c.before(w.start, 110)) is not None),
    Rule(EventType.JOINT_OPERATION, ("op", "joint_act", "kill"), _joint),
    Rule(EventType.JOINT_OPERATION, ("happen",), lambda c, w: bool(_MISSION.search(c.before(w.start, 160))) and near(c, w, "coordination", reach=60) is not None),
    Rule(EventType.BORDER_MEASURE, ("takeover", "withdraw"), handover),
    Rule(EventType.DETAINEE_TRANSFER, ("move",), lambda c, w: detained(c, w) and not sends_troops(c, w)),
    Rule(EventType.DETAINEE_TRANSFER, ("arrive", "withdraw"), driven),
    Rule(EventType.DETAINEE_TRANSFER, ("refuge", "cross", "visit"), convoyed),
    Rule(EventType.DETAINEE_TRANSFER, ("return",), _gives_back),
    Rule(EventType.DETAINEE_TRANSFER, ("give_info", "move"), swaps),
    Rule(EventType.REPATRIATION, ("return",), lambda c, w: _moved(c, w) and not stays_inland(c, w)),
    Rule(EventType.REPATRIATION, ("arrive",), _flown_home),
    Rule(EventType.REPATRIATION, ("batch",), _from_camp),
    Rule(EventType.REPATRIATION, ("move", "refuge"), from_camp),
    Rule(EventType.REPATRIATION, ("move", "send"), sent_home),
    Rule(EventType.INTELLIGENCE_SHARING, ("give_info",), lambda c, w: _informs(c, w) and (near(c, w, "info", reach=45) is not None or (listed(c, w) and (across(c) or bool(with_counterpart(c)))))),
    Rule(EventType.BORDER_OPERATION, ("op",), seizes),
    Rule(EventType.BORDER_OPERATION, ("close",), shuts_smugglers),
    Rule(EventType.BORDER_OPERATION, ("kill",), lambda c, w: seizes(c, w) and not traded_fire(c) and (not c.has("attack") or bool(BY_FORCE.search(c.plain)))),
    Rule(EventType.BORDER_OPERATION, ("infiltration",), lambda c, w: near(c, w, "op", reach=60) is not None),
    Rule(EventType.BORDER_MEASURE, ("measure", "takeover"), measures),
    Rule(EventType.BORDER_MEASURE, ("order",), measures),
    Rule(EventType.BORDER_MEASURE, ("works",), works_at_post),
    Rule(EventType.BORDER_MEASURE, ("send",), lambda c, w: not sent_home(c, w) and near(c, w, "unit", reach=60) is not None and (not c.has(*GROUPS[:3]) or sends_troops(c, w)) and measures(c, w)),
    Rule(EventType.BORDER_MEASURE, ("move",), lambda c, w: "نقل" in c.text.plain[w.start : w.end] and near(c, w, "unit", reach=40) is not None and not c.has(*GROUPS[:4]) and border_of(c) is not None),
    Rule(EventType.BORDER_MEASURE, ("arrive",), lambda c, w: border_of(c) is not None and any(iraqs_own(c, s) for s in c.of("pop_sy_soldiers") if s.start - w.end <= _SUBJECT)),
    Rule(EventType.BORDER_MEASURE, ("tour",), lambda c, w: border_of(c) is not None and c.has("order")),
    Rule(EventType.BORDER_OPERATION, ("attack",), repelled),
    Rule(EventType.BORDER_OPERATION, ("harm", "attack"), lambda c, w: hits_foes(c, w) and at_the_line(c)),
    Rule(EventType.INCIDENT, ("attack", "escape", "infiltration"), _at_border_or_camp),
    Rule(EventType.INCIDENT, ("harm",), hit_from_over),
    Rule(EventType.INCIDENT, ("attack", "harm", "kill", "op"), foreign_strike),
    Rule(EventType.INCIDENT, ("refuge",), armed_entry),
    Rule(EventType.REFUGE, ("move",), lambda c, w: within_country(c, w) or stays_inland(c, w)),
    Rule(EventType.REFUGE, ("return",), stays_inland),
    Rule(EventType.REFUGE, ("refuge",), lambda c, w: _moved(c, w) or (people_flee(c, w) and across(c))),
    Rule(EventType.REFUGE, ("cross",), lambda c, w: w.start - c.start < 4 and _moved(c, w)),
    Rule(EventType.AGREEMENT, ("sign",), lambda c, w: near(c, w, "pact", reach=200) is not None or bool(_ON_BEHALF.search(c.after(w.end, 40)))),
    Rule(EventType.AGREEMENT, ("approved",), approves_pact),
    Rule(EventType.AGREEMENT, ("joint_body",), sets_up),
    Rule(EventType.CALL, ("call",), lambda c, w: talkers(c) and not handed_in_person(c, w)),
    Rule(EventType.CALL, ("ring",), lambda c, w: any(m.kind == "person" and 0 < m.head - w.end <= 12 and not _DUBBED.match(c.after(m.end, 6)) for m in c.mentions)),
    Rule(EventType.MEETING, ("meet",), lambda c, w: not spoken_at(c, w) and (talkers(c) or bool(OF_STATES.match(c.after(w.end, 60))) or bool(SITS.match(c.after(w.end, 8))) or len({m.place for m in c.mentions if (m.place or "").startswith("c_")}) > 2)),
    Rule(EventType.MEETING, ("receive",), lambda c, w: not spoken_at(c, w) and bool(persons(c) or c.has("delegation") or _GUESTS.match(c.after(w.end, 24))) and not near(c, w, *_MOVED, reach=50) and not _NO_GUESTS.match(c.after(w.end, 40))),
    Rule(EventType.MEETING, ("visit",), visits),
    Rule(EventType.MEETING, ("discuss",), confers),
    Rule(EventType.MEETING, ("delegation",), delegated),
    Rule(EventType.MEETING, ("credentials",), lambda c, w: presents(c)),
    Rule(EventType.APPOINTMENT, ("appoint",), takes_office),
    Rule(EventType.APPOINTMENT, ("approved",), installs),
    Rule(EventType.APPOINTMENT, ("takeover",), heads_now),
    Rule(EventType.STATEMENT, ("discuss",), lambda c, w: c.lead and bool(COUNCIL.match(c.after(w.end, 30)))),
    Rule(EventType.STATEMENT, ("court",), lambda c, w: (near(c, w, "pop_isis_detainees", reach=90) is not None or of_court(c)) and not TRIED.search(c.before(w.start, 36))),
    Rule(EventType.STATEMENT, ("interview", "say", "tour", "demand"), lambda c, w: _states(c, w)),
)  # fmt: skip


@functools.cache
def rules_of(classes: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if classes.intersection(rule.words))
