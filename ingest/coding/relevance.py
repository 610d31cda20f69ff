"""Does it concern both Iraq and Syria, or a third party's act on their security file? PURE."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.codebook import BORDER_PLACE, EventType, Family, Modality, Part, PlaceKind, Side
from events.reports import ParticipantMention
from ingest.coding.borders import OUT_OF_THERE, across, at_it, border_of, border_zone, on_others_border
from ingest.coding.conferring import goes_to
from ingest.coding.event_types import Draft, Happening
from ingest.coding.foes import crossfire, stricken
from ingest.coding.lexicon import Lexicon, Place
from ingest.coding.mentions import Mention
from ingest.coding.missions import MISSIONS
from ingest.coding.movers import told_of_entry
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.scenery import AT_THE_LINE, BORN, far_inland, in_passing, of_our_camps, on_another_line
from ingest.coding.summits import crowded
from ingest.coding.trade import economic_only, on_security
from ingest.coding.unnamed import by_nationality, envoy_of, foreign_envoy, presents, with_counterpart
from ingest.coding.where import Where

COUNTRY_OF_SIDE = {
    Side.IQ: "IQ",
    Side.KRG: "IQ",
    Side.IQ_FACTION: "IQ",
    Side.SY: "SY",
    Side.SY_FORMER: "SY",
    Side.SDF: "SY",
}
_BOTH = {"IQ", "SY"}


def rolled(sides: Iterable[Side]) -> set[str]:
    """Which of the two countries the sides stand for."""
    return {COUNTRY_OF_SIDE[s] for s in sides if s in COUNTRY_OF_SIDE}


def with_other(happening: Happening, sides: set[Side]) -> bool:
    """Whether the other of the two takes part by its office alone."""
    return any(_by_office(happening.type, d.clause) | rolled(sides) >= _BOTH for d in happening.drafts)


def _by_office(kind: EventType, clause: Clause) -> set[str]:
    """«بالتعاون مع نظيرتها العراقية», «مع السفير العراقي»: countries that take part without a name."""
    joint = by_nationality(clause) if kind is EventType.JOINT_OPERATION else set()
    envoy = {envoy_of(clause)} if kind in TALKS else set()
    return {with_counterpart(clause)} | joint | envoy


def concerns_both(
    happening: Happening,
    people: Sequence[ParticipantMention],
    places: dict[str, Where],
    nearby: Iterable[Clause],
    lexicon: Lexicon,
) -> bool:
    """Whether an Iraqi and a Syrian part stand in the event itself: by who takes part, or whose ground it touches."""
    kind = happening.type
    acting = {COUNTRY_OF_SIDE[p.side] for p in people if p.side in COUNTRY_OF_SIDE and p.part is not Part.MENTIONED}
    nearby = list(nearby)
    if kind is EventType.CROSSING_STATUS and _at_another_border(places):
        return False
    if kind.family is Family.TALKS and kind is not EventType.CALL and crowded(happening) and not on_security(nearby):
        return False
    if acting >= _BOTH and not (kind.family is Family.TALKS and economic_only(nearby)):
        return True
    if kind.family is Family.TALKS and any(p.actor == "five_neighbours_mech" for p in people):
        return True
    if kind is EventType.INCIDENT and any(_held(w) for w in places.values()):
        return any(d.clause.has("escape", "pop_isis_detainees", "pop_camp_families") for d in happening.drafts)
    if kind is EventType.INCIDENT and _broken_out(happening, places, lexicon):
        return True
    if kind is EventType.REFUGE and (of_our_camps(happening, places)):
        return True
    if kind in MOVEMENTS and _elsewhere(happening, lexicon):
        return False
    if kind is EventType.REPATRIATION and _at_home(happening, places, lexicon):
        return False
    by_name = kind.family is Family.OPERATIONS or kind is EventType.INCIDENT
    if kind is EventType.AMNESTY and not any(p.actor == "pop_sy_soldiers" for p in people):
        nearby = [d.clause for d in happening.drafts]
    touched = {c for clause in nearby for c in countries(clause, lexicon, adjectives=not by_name)}
    ground = {c for w in places.values() for c in _ground(w.place) if w.place.id != BORDER_PLACE or _both_named(w)}
    if by_name:
        touched |= {c for d in happening.drafts for c in on_others_border(d.clause)}
    both = touched | ground | acting >= _BOTH
    if kind is EventType.DIPLOMATIC_STATUS:
        return (both and _of_theirs(people, nearby)) or any(p.actor in MISSIONS.values() for p in people)
    if kind in (EventType.MEETING, EventType.CALL, EventType.AGREEMENT):
        missing = _BOTH - acting - ground
        both = both and (not acting or not missing or _in_security(missing, nearby, lexicon))
        return _talks(kind, people, nearby, acting, ground, both)
    if kind.family is Family.CONTEXT and kind is not EventType.INCIDENT:
        return False
    if by_name:
        return _operates(happening, people, places, both, both_sides=ground | acting >= _BOTH, acts=bool(acting))
    if kind.family is Family.MOVEMENT and _from_abroad(places) and not _onward(kind, acting, nearby, lexicon):
        return False
    return bool(acting or people or (kind is EventType.AMNESTY and ground)) and both


_ANYWHERE = regex(
    r"(?:لبنان|روسيا|تركيا|الاردن) او (?:ال)?\w+|(?:ال)?عراق او (?:لبنان|روسيا|تركيا|الاردن|مصر)|\b(?:lebanon|russia|turkey|jordan),? or \w+|\biraq,? or (?:lebanon|russia|turkey|jordan)\b"
)
"""«فروا إلى لبنان أو العراق أو روسيا»: nowhere in particular."""


def _of_theirs(people: Sequence[ParticipantMention], nearby: Sequence[Clause]) -> bool:
    """Not «تعيين سفيرين يابانيين في بغداد ودمشق»: an envoy or mission of one of the two."""
    return bool(people) or any(_OURS.search(c.plain) for c in nearby)


_OURS = regex(r"(?<!\w)(?:ال)?(?:سوري|عراقي)(?:ه|ين|تين|ان|تان)?(?!\w)|\b(?:iraqi|syrian)\b")


def _onward(kind: EventType, acting: set[str], nearby: Sequence[Clause], lexicon: Lexicon) -> bool:
    """«سلّم العراق أربعة فرنسيين … منذ نقلهم من سوريا»: prisoners of the file who go on to their own state."""
    from_syria = any("SY" in countries(c, lexicon, adjectives=False) for c in nearby)
    return kind is EventType.DETAINEE_TRANSFER and "IQ" in acting and from_syria


def _from_abroad(places: dict[str, Where]) -> bool:
    """«عاد من لبنان إلى سوريا»: from or to a third country, and not by way of the two."""
    ends = [places[k].place for k in ("origin", "destination") if k in places]
    abroad = any(p.country not in _BOTH and p.border_pair != "IQ-SY" for p in ends)
    through = "place" in places and places["place"].place.border_pair == "IQ-SY"
    inside = len(ends) > 1 and {p.country for p in ends} == {"IQ"} and not through
    if inside or ("origin" in places and _third(places["origin"].place)) or _at_another_border(places):
        return True
    return abroad and len({w.place.country for w in places.values()} & _BOTH) < len(_BOTH)


def _operates(
    happening: Happening,
    people: Sequence[ParticipantMention],
    places: dict[str, Where],
    both: bool,
    *,
    both_sides: bool,
    acts: bool,
) -> bool:
    """Operations and incidents: on the line, across it, or in what both must answer for."""
    kind = happening.type
    if kind in AT_THE_LINE and on_another_line(happening, places):
        return False
    if kind in _ACROSS and not both_sides and _at_another_border(places):
        return False
    if kind is EventType.BORDER_MEASURE and any(_held(w) for w in places.values()):
        return True
    doers = {p.side for p in people if p.part is Part.INITIATOR}
    stranger = not acts and any(_abroad(m.actor, m.start - d.end) for d in happening.drafts for m in d.mentions)
    inland = not both_sides and kind is EventType.BORDER_OPERATION and far_inland(happening, places)
    if kind is EventType.BORDER_OPERATION and (inland or stranger or (doers and doers <= _STRANGERS)):
        return False
    if doers and doers <= _NEXT_DOOR and (kind is EventType.BORDER_MEASURE or (not acts and _their_line(kind, places))):
        return False
    if kind is EventType.BORDER_MEASURE and any(_base_on_file(w.place) for w in places.values()):
        return both or bool({p.side for p in people} & {Side.US, Side.COALITION})
    if kind is EventType.BORDER_MEASURE and "place" in places and places["place"].place.kind is PlaceKind.BASE:
        handed = any(d.clause.has("takeover", "hand_over") for d in happening.drafts)
        return handed or any(w.place.country == "SY" for w in places.values())
    if doers & _STRANGERS and not acts and kind in _ACROSS:
        return False
    zone = any(w.place.id in border_zone() for w in places.values())
    clauses = [d.clause for d in happening.drafts]
    crept = any((c.has("infiltration") or OUT_OF_THERE.search(c.plain)) and _SYRIA.search(c.plain) for c in clauses)
    if kind in _HAULS and crept and (zone or any(w.place.id in _FACING for w in places.values())):
        return True
    told = any((d.clause.bordering and d.clause.has("border")) or at_it(d.clause) for d in happening.drafts)
    if kind is EventType.BORDER_OPERATION and zone and told:
        return True
    if kind is EventType.INCIDENT and zone and any(_FROM_BEHIND.search(d.clause.plain) for d in happening.drafts):
        return True
    border = any(_on_the_line(d) for d in happening.drafts)
    joint = kind is EventType.INTELLIGENCE_SHARING and acts
    joint = joint or (kind is EventType.JOINT_OPERATION and acts and not _homely(happening, people))
    sides = rolled({p.side for p in people})
    if joint and any({with_counterpart(d.clause)} | sides >= _BOTH for d in happening.drafts):
        return True
    return both and (border or joint or both_sides)


def _on_the_line(draft: Draft) -> bool:
    """At the border, over it, or said not to have come over it."""
    kind, clause = draft.type, draft.clause
    if clause.bordering or clause.has("infiltration") or border_of(clause) or _over(kind, clause):
        return True
    if kind is not EventType.INCIDENT:
        return False
    return (
        bool(_FROM_OVER.search(clause.plain))
        or stricken(clause)
        or (draft.modality is Modality.DENIED and across(clause))
    )


def _their_line(kind: EventType, places: dict[str, Where]) -> bool:
    """«اشتبك الجيش الأردني مع مهربين على الحدود السورية»: a neighbour at its own border."""
    ours = any(w.place.id in border_zone() or _both_named(w) for w in places.values())
    return kind is EventType.INCIDENT and not ours and any(w.place.id == BORDER_PLACE for w in places.values())


def _homely(happening: Happening, people: Sequence[ParticipantMention]) -> bool:
    """Iraqis alone in Iraq, whatever the text says of Syria elsewhere."""
    sides = {COUNTRY_OF_SIDE.get(p.side) for p in people if p.part is not Part.MENTIONED and p.side is not Side.ISIS}
    return sides == {"IQ"} and not any(_SYRIA.search(d.clause.plain) for d in happening.drafts)


def _abroad(actor: str | None, distance: int) -> bool:
    """«أسقطت الدفاعات الأردنية …»: a third state's force by its nationality."""
    return actor == "il" or (actor in ("jo", "tr", "ir", "sa", "kw", "lb") and 0 <= distance <= 24)


_NEXT_DOOR = frozenset((Side.TR, Side.IR, Side.JO))
_STRANGERS = frozenset((Side.OTHER, Side.TR, Side.IR, Side.JO))
_HAULS = (EventType.BORDER_OPERATION, EventType.JOINT_OPERATION)
_FACING = frozenset(("iq_nineveh", "iq_anbar"))
"""Iraq's governorates on the line."""


def _base_on_file(place: Place) -> bool:
    """A base in Syria or on the line; what leaves a base inside Iraq is another matter."""
    return place.kind is PlaceKind.BASE and (place.country != "IQ" or place.id in border_zone())


def _both_named(where: Where) -> bool:
    """The line as its name tells of both; «الحدود» alone tells of neither."""
    mentioned = [m for m in where.clause.mentions if m.place == BORDER_PLACE and m.start == where.start]
    named = where.clause.text.plain[where.start : where.end]
    if _BOTH_ADJECTIVES.search(where.clause.plain):
        return True
    return bool(mentioned) and bool(_IRAQ.search(named)) and bool(_SYRIA.search(named))


_BOTH_ADJECTIVES = regex(
    r"(?:ال)?(?:حدود|شريط|ساتر|خط|مثلث)\S*(?: (?:ال)?(?:حدودي|حدوديه|ترابي|دولي|دوليه|مشترك|مشتركه))? "
    r"(?:ال)?(?:عراقيه?|سوريه?)(?: ?[-–—/] ?| )(?:ال)?(?:عراقيه?|سوريه?)(?!\w)|حدود (?:ال)?(?:عراق|سوريا) مع (?:ال)?(?:عراق|سوريا)(?!\w)"
    r"|\b(?:syria|iraq)(?:'s|n|i)? (?:border|frontier)s? with (?:\w+ and )?(?:syria|iraq)\b"
)
"""«الشريط الحدودي العراقي-السوري», "Syria's borders with Iraq and Lebanon"."""
_IRAQ, _SYRIA = regex("عراق|iraq"), regex("سوري|syria")


def _elsewhere(happening: Happening, lexicon: Lexicon) -> bool:
    """«the last families in Lebanon went home»: another neighbour's matter, Iraq not in it."""
    clauses = [d.clause for d in happening.drafts]
    abroad = any(m.place in _NEIGHBOURS and not m.adjective for c in clauses for m in c.mentions)
    return abroad and not any("IQ" in countries(c, lexicon) for c in clauses)


def _at_home(happening: Happening, places: dict[str, Where], lexicon: Lexicon) -> bool:
    """Displaced people who go home inside Iraq."""
    origin, goal = places.get("origin"), places.get("destination")
    if goal is not None and goal.place.country == "SY":
        return False
    own = {c for d in happening.drafts for c in countries(d.clause, lexicon)}
    return origin is not None and origin.place.country == "IQ" and "SY" not in own


_NEIGHBOURS = frozenset(("c_lb", "c_tr", "c_jo", "beirut", "c_ir", "c_kw", "c_sa"))


_FIRED = regex(
    r"(?:قصف|صاروخ|صواريخ|قذايف|مسير|هجوم|استهد)\w* [^.؛]{0,60}من (?:داخل |جهه )?(?:ال)?(?:اراضي ال)?(?:عراق|سوري)|اطلق|انطلق|انطلاق|مصدر|launched|fired|came from|coming from"
)
_ACROSS = (EventType.BORDER_OPERATION, EventType.BORDER_MEASURE)
_FROM_OVER = regex(
    r"(?:launched|fired|coming|came|flown|sent|shelling|shell fire|fire|rockets?|shells?|mortars?|missiles?|drones?|gunfire) (?:\w+ )?from (?:inside |within )?(?:iraq|syria)|(?:اطلقت|اطلق|انطلقت|انطلق|انطلاقا|مصدره|مصدرها|قادم|قادمه|قادما)\w* (?:من )?(?:داخل )?(?:ال)?(?:اراضي|جانب|عراق|سوريا)"
)
"""What comes over the line is of both."""
_FROM_BEHIND = regex(
    r"(?<!\w)(?:من|عبر) (?:ال)?(?:جانب|طرف|جهه|ضفه) (?:ال)?(?:اخر|اخري|مقابله?|ثانيه?) (?:من |ل)?(?:ال|ل)?(?:حدود|شريط|ساتر|نهر)|(?<!\w)من (?:خلف|وراء|خارج|عبر) (?:ال)?حدود"
)
"""«انطلقت من الجانب الآخر للحدود»."""


def _at_another_border(places: dict[str, Where]) -> bool:
    """A crossing of one of the two with a third country."""
    at = places.get("place")
    return at is not None and at.place.kind is PlaceKind.CROSSING and at.place.border_pair != "IQ-SY"


def _over(kind: EventType, clause: Clause) -> bool:
    """One's act on the other's ground, or fire from there."""
    return across(clause) and (kind in _ACROSS or (kind is EventType.INCIDENT and bool(_FIRED.search(clause.plain))))


def _broken_out(happening: Happening, places: dict[str, Where], lexicon: Lexicon) -> bool:
    """ISIS prisoners who escape in Syria, the prison unnamed; or men of the one state who hit those of the other."""
    if any(crossfire(d.clause) or told_of_entry(d.clause, d.start) for d in happening.drafts):
        return True
    if any(w.place.country == "IQ" for w in places.values()):
        return False
    clauses = [d.clause for d in happening.drafts if d.clause.has("escape")]
    return any(
        (c.has("pop_isis_detainees") or (c.has("facility") and _ISIS.search(c.plain) is not None))
        and "SY" in countries(c, lexicon)
        for c in clauses
    )


_ISIS = regex(r"داعش|islamic state|\bisis\b|\bdaesh\b|\bis\b (?:members|fighters|prisoners)")


def _held(where: Where) -> bool:
    """A camp or prison in Syria, whose people are the security file of both."""
    return where.place.kind in (PlaceKind.CAMP, PlaceKind.PRISON) and where.place.country == "SY"


def _talks(
    kind: EventType,
    people: Sequence[ParticipantMention],
    nearby: Sequence[Clause],
    acting: set[str],
    ground: set[str],
    both: bool,
) -> bool:
    """Talks of the two, or of one with others on the security file; not on trade or pipelines alone."""
    if acting | ground >= _BOTH and acting and not economic_only(nearby):
        return True
    if (
        kind is EventType.MEETING
        and any(goes_to(c) | acting >= _BOTH for c in nearby[:2])
        and not economic_only(nearby)
    ):
        return True
    if any(_by_office(kind, c) | acting >= _BOTH for c in nearby) and not economic_only(nearby):
        return True
    settled = kind is EventType.AGREEMENT and acting == {"SY"} and any(c.has("crossing", "facility") for c in nearby)
    if settled and {p.side for p in people} >= {Side.SDF}:
        return True
    formed = kind is EventType.AGREEMENT and any(c.has("joint_body") for c in nearby)
    if formed and acting and both and not economic_only(nearby):
        return True
    camp = any((m.place or "").startswith(("camp_", "hol_")) for c in nearby for m in c.mentions)
    envoy = any(foreign_envoy(c) for c in nearby)
    if acting and both and any(presents(c) for c in nearby):
        return True
    others = envoy or len({p.side for p in people if p.part is not Part.MENTIONED}) > 1 or bool(ground - acting)
    return (camp or on_security(nearby)) and bool(acting) and others and both


def _third(place: Place) -> bool:
    return place.country not in _BOTH and place.border_pair != "IQ-SY"


def _in_security(missing: set[str], clauses: Iterable[Clause], lexicon: Lexicon) -> bool:
    """Whether the country that takes no part is named in a clause on security; elsewhere it is only scenery."""
    touchy = ("facility", "border", "pop_camp_families", "pop_isis_detainees", "crossing", "return")
    clauses = [c for c in clauses if not in_passing(c, missing)]
    if any(presents(c) and missing <= countries(c, lexicon) for c in clauses):
        return True
    return any(missing & countries(c, lexicon) and (on_security([c]) or c.has(*touchy)) for c in clauses)


def countries(clause: Clause, lexicon: Lexicon, *, adjectives: bool = True) -> set[str]:
    """Which of the two countries the names of a clause bring in; a nationality alone only with `adjectives`."""
    found: set[str] = set()
    anywhere = _ANYWHERE.search(clause.text.plain, clause.start, clause.end)
    for mention in (m for m in clause.mentions if not (anywhere and anywhere.start() <= m.start < anywhere.end())):
        own = not mention.adjective or _of_the_line(clause, mention)
        if mention.actor and (adjectives or own or _SOLDIER.search(clause.before(mention.start, 30))):
            country = COUNTRY_OF_SIDE.get(lexicon.actors[mention.actor].side)
            found |= {country} if country else set()
        if mention.kind == "population_group" and _HOL.search(clause.text.plain, mention.start, mention.end):
            found.add("SY")
        if mention.place and (mention.place.startswith("camp_") or not BORN.search(clause.before(mention.start, 24))):
            found |= _ground(lexicon.places[mention.place])
    return found


_HOL = regex(r"\bhol\b|الهول")


def _of_the_line(clause: Clause, mention: Mention) -> bool:
    """«الحدود السورية», "the Syrian frontier": the adjective names the other side of the line."""
    return bool(
        _LINE_AHEAD.match(clause.after(mention.end, 12)) or _LINE_BEHIND.search(clause.before(mention.start, 60))
    )


_SOLDIER = regex(
    r"(?<!\w)(?:جندي|جنديا|جنود|جنديان|جنديين|شرطي|حارس|حراس) $|(?<!\w)(?:ال)?(?:فرق|ملاكات|كوادر|جهد|طواقم|مفارز) (?:ال\w+ )?$"
)
"""«جندي سوري»: who serves a state is a part of it."""
_LINE_AHEAD = regex(r" (?:border|frontier|side|soil)\b")
_LINE_BEHIND = regex(
    r"(?:حدود|الحدود|شريط|الشريط|الحدودي|ساتر|الساتر|مثلث|المثلث|الجانب|العمق)\w*"
    r"(?: {1,2}[-–]? ?(?:ال)?(?:حدودي|حدوديه|دولي|دوليه|مشترك|مشتركه|عراقي|عراقيه|سوري|سوريه|اردني|اردنيه|تركي|تركيه)){0,3} {1,2}[-–]? ?$"
)


def _ground(place: Place) -> set[str]:
    """The border itself and its crossings touch both countries."""
    return _BOTH if place.border_pair == "IQ-SY" or place.id == BORDER_PLACE else {place.country} & _BOTH
