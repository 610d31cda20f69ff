"""Where: the place of a happening, and where people were moved from and to. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.codebook import BORDER_PLACE, EventType, Family, Modality, PlaceKind
from events.reports import Report
from ingest.coding.borders import border_of
from ingest.coding.closer import (
    AT,
    NEAR_BY,
    behind_it,
    beside_line,
    moved_in,
    soon_after,
    swapped_at,
    town_of,
    within_phrase,
)
from ingest.coding.elsewhere import along, aside, datelined, elsewhere, goes_on, held_in, stayed_at, taken_to, talked_of
from ingest.coding.ends import find_ends, settle_ends
from ingest.coding.event_types import Happening, drafts_of, topic_zones
from ingest.coding.forums import stated_abroad
from ingest.coding.handed import handed_at
from ingest.coding.hosting import held_in_land
from ingest.coding.lexicon import Lexicon
from ingest.coding.missions import TELLER, mission_seat
from ingest.coding.outlets import opens_speech, outlet, speaks_behind
from ingest.coding.pointing import again, crossed, of_those_talks, only_crossing, site_meant
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.seats import BORN_IN, SAT_IN, both_act, goes_there, sat_at_gate, speaks, spoken_at, termed, told_of
from ingest.coding.sites import AIRPORTS, SEATS_OF, around_town, faced, in_country, meant, on_both_banks
from ingest.coding.stretches import on_the_line, stretched
from ingest.coding.where import RANK, VIA, Where, named, refines

__all__ = ["Where", "find_places"]

_WITH = regex(r"(?:^|\s)(?:مع|بين|تجاه|من|with|between|towards|from)\s+(?:the )?(?:\S+ (?:و|and ))?$")
_OPERATIONS = frozenset((EventType.BORDER_OPERATION, EventType.BORDER_MEASURE, EventType.INCIDENT))
_LAST = 9
"""The rank of a capital in an operation: it speaks more often than it is raided."""
_SOON = 3
"""Sentences behind an attack in which its place may be told exactly."""
_ASIDE = 5
"""What the rank of a place loses where it stands aside."""
_EXACT = 3
"""The rank up to which a place is more than a whole governorate."""
_OURS = ("IQ", "SY")
_WHOLE = 4
"""The rank of a governorate."""
_SEATS = frozenset(("baghdad", "damascus", "washington"))
_SEAT_AT = regex(
    r"(?:في|مدينه|\bin|near|ريف|ضواحي|محيط|قرب|اطراف|(?<!\w)[وب]?(?:قلب|وسط)|\b(?:suburbs|outskirts|countryside|heart|middle) of|countryside around) (?:the )?(?:(?:ال)?عاصمه (?:السوريه |العراقيه )?|(?:syrian |iraqi )?capital,? (?:of )?)?$"
)
_BODY_IN = regex(
    r"(?:وزاره|حكومه|رياسه|قياده|هييه|مديريه|خليه)(?: [^\s،.]+){0,2} في $"
    r"|\b(?:ministry|government|presidency|cell|command|agency|headquarters|directorate) in $"
)
"""«وزارة الداخلية في بغداد»: the seat of a body, not where it acted."""
_POSTED = regex(
    r"(?:سفير|سفيره|قنصل\w*|سفاره|القايم بالاعمال|القايم باعمال|ملحق|بعثه|\bambassador|\bconsul\w*|\bconsul general|\bembassy|\battach\w+|\bmission|d'affaires)"
    r"(?: [^\s،.]+){0,4}\s*(?:في |ب|لدي |in |to )\s*(?:the )?$"
)
_WALLS = ("جدار", "خندق", "سياج", "wall", "fence", "trench")
_HELD = regex(
    r"(?:اليوم|امس|مساء|صباح|العاصمه|العاصمه العراقيه|العاصمه السوريه|capital|in|at) (?:(?:في|the) )?$|(?:^|\s)(?:في|ب)\s*$"
    r"|(?<!\w)(?:وس|س|و)?[يت]زور (?:العاصمه )?$|\bvisit (?:the )?$"
)
_NOWHERE = frozenset((EventType.CALL,))
_HELD_IN = frozenset((EventType.APPOINTMENT, EventType.INTELLIGENCE_SHARING))
"""What is somewhere only where a day and «في» stand beside a capital: «بتعيينه السبت في دمشق»."""
_ON_A_DAY = regex(
    r"(?<!\w)(?:اليوم|امس|مساء|صباح|الماضي|الجاري|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت) (?:في|ب) ?(?:العاصمه )?$"
)


def find_places(
    happening: Happening, follow: Sequence[Clause], article: Sequence[Clause], lexicon: Lexicon
) -> dict[str, Where]:
    """`place`, and for movements `origin` and `destination`, as far as the clauses tell."""
    if happening.type in _NOWHERE:
        return {}
    hosted = held_in_land(happening, lexicon)
    if hosted is not None:
        return {"place": hosted}
    told = list(dict.fromkeys(d.clause for d in happening.body))
    titles = [d.clause for d in happening.drafts if d.clause not in told]
    moved = happening.type in MOVEMENTS
    found = find_ends(happening, told, follow, titles, article, lexicon) if moved else {}
    at = _where(happening, told, titles, follow, article, lexicon, found)
    if at is not None:
        found["place"] = _settled(happening, at, article, lexicon)
    banks = on_both_banks(happening, [*told[:1], *titles], lexicon)
    if banks is not None:
        found["place"] = banks
    if happening.type in _OPERATIONS and "place" not in found:
        on_the_line(told, lexicon, found)
    there = in_country(happening, told, lexicon)
    known = found.get("place")
    if there is not None and (
        known is None
        or (known.clause not in told and (happening.type in TALKS or known.place.country != there.place.country))
    ):
        found["place"] = there
    if happening.type is EventType.JOINT_OPERATION and there is not None and found.get("place") is there:
        found["place"] = _within(happening, there, told, article, lexicon)
    if happening.type is EventType.JOINT_OPERATION and "place" not in found:
        on_the_line([*told, *titles, *(c for c in article if c.titular)], lexicon, found)
    if happening.type is EventType.CROSSING_STATUS and not any(c.has("crossing") or _points(c, lexicon) for c in told):
        on_the_line(told, lexicon, found)
    if happening.type in _OPERATIONS or happening.type is EventType.JOINT_OPERATION:
        stretched(told, found, lexicon)
    site = site_meant(happening, found.get("place"), told, article, lexicon)
    if site is not None:
        found["place"] = site
    if "place" not in found and (given := handed_at(happening, told, article, lexicon)) is not None:
        found["place"] = given
    if moved:
        _move(happening, found, told, follow, article, lexicon)
    return found


def told_exactly(
    happening: Happening, report: Report, follow: Sequence[Clause], article: Sequence[Clause], lexicon: Lexicon
) -> Where | None:
    """Where an act was more exactly than its report has it, once the clauses of what fell are its own as well."""
    known = lexicon.places.get(report.place.id) if report.place is not None else None
    vague = known is None or RANK.get(known.kind, 9) > _EXACT
    if not vague or happening.type not in (*_OPERATIONS, EventType.JOINT_OPERATION):
        return None
    at = find_places(happening, follow, article, lexicon).get("place")
    if at is None or at.place.kind not in RANK or RANK[at.place.kind] > _WHOLE:
        return None
    line = known is not None and known.id == BORDER_PLACE and RANK[at.place.kind] <= _EXACT
    return at if known is None or line or refines(at.place, known, lexicon) else None


def _within(
    happening: Happening, land: Where, told: Sequence[Clause], article: Sequence[Clause], lexicon: Lexicon
) -> Where:
    """ "A landing inside Syria", then "in the countryside of Hama": where in the country, as the next sentences tell."""
    near = [c for c in article if not c.titular and 0 <= c.order - told[0].order < _SOON and not c.has("background")]
    inside = (w for w in _local(happening, named(near, lexicon), {}) if w.place.country == land.place.country)
    exact = (w for w in inside if AT.search(w.before) or NEAR_BY.search(w.before))
    at = next((w for w in exact if not aside(happening, w)), land)
    return replace(at, place=meant(happening.type, at, lexicon))


def _move(
    happening: Happening,
    found: dict[str, Where],
    told: Sequence[Clause],
    follow: Sequence[Clause],
    article: Sequence[Clause],
    lexicon: Lexicon,
) -> None:
    """The place of a movement is the crossing that it or «المعبر ذاته» names, else where it began."""
    place = found.get("place")
    if place is None or not place.is_crossing:
        point = again(PlaceKind.CROSSING, told, article, lexicon)
        camp = found.get("origin")
        fled = camp is not None and camp.place.kind is PlaceKind.CAMP and camp.place.country == "SY"
        recalled = fled and told[0].has("background")
        point = point or (None if recalled else crossed(told, article, lexicon))
        if point is not None:
            place = found["place"] = point
    settle_ends(happening, found, told, follow, article, lexicon)
    swapped = swapped_at(happening, article, lexicon) if place is None or not place.is_point else None
    if swapped is not None:
        place = found["place"] = swapped
    if place is not None and place.is_point and (place.is_crossing or place.is_passed or place.at_gate):
        return
    only = only_crossing(happening, found, article, lexicon)
    if only is not None:
        found["place"] = only
        return
    origin = found.get("origin")
    aside = happening.type is EventType.REFUGE and not any(c.days for c in told)
    if origin is not None and not (aside and origin.place.kind is PlaceKind.COUNTRY):
        found["place"] = origin
    elif aside and place is not None and place.place.country == "IQ" and not place.is_point:
        found.pop("place", None)


def _beside(happening: Happening, told: Sequence[Clause], article: Sequence[Clause], lexicon: Lexicon) -> list[Where]:
    """Where the title or lead before an operation, or the next sentences of the talks, say that it was."""
    kind = happening.type
    if kind in TALKS or kind is EventType.AGREEMENT:
        near = [c for c in article if c.titular or (c.lead and happening.lead) or 0 <= c.order - told[0].order < _SOON]
        near = [c for c in near if c not in told and not c.classes.isdisjoint(_TALKING) and not c.has("background")]
        near = [c for c in near if of_those_talks(told[0], c)]
        return [w for w in _local(happening, named(near, lexicon), {}) if AT.search(w.before)]
    ground = kind.family is Family.OPERATIONS or (kind is EventType.INCIDENT and not told[0].has("escape"))
    if ground and happening.lead and kind is not EventType.BORDER_MEASURE:
        acts = _ACTS.get(kind, frozenset())
        ahead = [c for c in article if c.lead and c not in told and c.order <= told[0].order]
        ahead = [c for c in ahead if kind is EventType.INCIDENT or {d.type for d in drafts_of(c)} <= acts]
        local = [w for w in _local(happening, named(ahead, lexicon), {}) if RANK[w.place.kind] <= _WHOLE]
        return sorted(
            (w for w in local if not aside(happening, w)),
            key=lambda w: (RANK[w.place.kind] > _EXACT, w.clause.titular, RANK[w.place.kind]),
        )
    return []


_ACTS = {EventType.JOINT_OPERATION: frozenset((EventType.JOINT_OPERATION, EventType.BORDER_OPERATION))}
"""What a clause beside an operation may tell, if its place is to be the operation's."""
_TALKING = frozenset(("sign", "meet", "receive", "visit", "pact"))


def _where(
    happening: Happening,
    told: Sequence[Clause],
    titles: Sequence[Clause],
    follow: Sequence[Clause],
    article: Sequence[Clause],
    lexicon: Lexicon,
    found: dict[str, Where],
) -> Where | None:
    """The place by the act's own clauses, then by those that follow on it, then by the headline."""
    kind = happening.type
    if kind is EventType.DIPLOMATIC_STATUS:
        return mission_seat([*told[:1], *titles, *told[1:], *follow, *article], lexicon)
    own: Sequence[Clause] = ()
    if kind is EventType.BORDER_MEASURE and (border_of(told[0]) or _local(happening, named(told[:1], lexicon), found)):
        own, told = told[1:], told[:1]
    at = _first_told(happening, told, found, lexicon) or _placed(happening, named(told, lexicon), found)
    ground = kind.family is Family.OPERATIONS or kind is EventType.INCIDENT
    lined = ground and any(border_of(c) for c in told)
    if at is not None and lined and kind in _OPERATIONS and aside(happening, at):
        at = at if beside_line(kind, at) else None
    border = lined or (ground and at is not None and at.place.kind is PlaceKind.ADMIN1)
    if at is None or (border and RANK[at.place.kind] > _EXACT):
        behind = behind_it(kind, told, follow, article)
        later = _placed(happening, [w for w in named(behind, lexicon) if w.place.id not in _SEATS or not ground], found)
        exact = later is not None and ground and RANK[later.place.kind] <= _EXACT and not aside(happening, later)
        if later and at and at.place.kind is PlaceKind.ADMIN1 and kind.family is Family.OPERATIONS:
            exact = exact and refines(later.place, at.place, lexicon)
        struck = kind in (EventType.INCIDENT, EventType.JOINT_OPERATION) and at is None
        whole = later is not None and RANK[later.place.kind] == _WHOLE and not aside(happening, later)
        at = later if (exact or (struck and whole)) and kind is not EventType.BORDER_MEASURE else at
    if at is None and kind is EventType.CROSSING_STATUS:
        at = _placed(happening, [w for w in named(follow, lexicon) if w.is_crossing], found)
    if at is None and kind is EventType.STATEMENT:
        near = [c for c in follow if told[0].has("tour") or 0 < c.order - told[0].order < _SOON]
        at = _placed(happening, named(near, lexicon), found) or stated_abroad(told, follow, lexicon)
    if kind is EventType.BORDER_MEASURE and (at is None or RANK[at.place.kind] > _EXACT):
        near = [*own, *soon_after(told[0], article)]
        at = moved_in(happening, _local(happening, named(near, lexicon), {}), at, lexicon) or at
    if at is None and not border:
        at = _placed(happening, named(titles, lexicon), found)
    if at is None or RANK.get(at.place.kind, 9) > _EXACT:
        beside = _beside(happening, told, article, lexicon)
        at = next((w for w in beside if at is None or refines(w.place, at.place, lexicon)), at)
    if at is not None and kind is EventType.BORDER_OPERATION:
        at = within_phrase(at, lexicon)
    if kind in MOVEMENTS and (at is None or not at.is_crossing):
        by_way = (w for w in named([*told, *follow], lexicon) if w.is_point and w.is_passed)
        at = next(by_way, at)
    return at


def _first_told(
    happening: Happening, told: Sequence[Clause], found: dict[str, Where], lexicon: Lexicon
) -> Where | None:
    """The town or point of an operation by the sentence that tells it first, whatever the next ones name."""
    if happening.type not in (EventType.BORDER_OPERATION, EventType.JOINT_OPERATION):
        return None
    at = _placed(happening, named(told[:1], lexicon), found)
    if at is None or RANK[at.place.kind] > _EXACT or around_town(happening.type, at) or aside(happening, at):
        return None
    later = _local(happening, named(told[1:], lexicon), {}) if at.place.kind is PlaceKind.ADMIN2 else []
    return town_of(happening, at, later, lexicon) or at


def _settled(happening: Happening, at: Where, article: Sequence[Clause], lexicon: Lexicon) -> Where:
    """The place that the name stands for; an attack is where the next sentences tell exactly."""
    place = meant(happening.type, at, lexicon)
    if place.id != at.place.id:
        return replace(at, place=place)
    if happening.type is EventType.INCIDENT and RANK[at.place.kind] > _EXACT:
        near = [c for c in article if not c.titular and 0 <= c.order - at.clause.order < _SOON]
        later = _local(happening, named(near, lexicon), {})
        return next((w for w in later if refines(w.place, at.place, lexicon)), at)
    return at


def _placed(happening: Happening, places: Sequence[Where], found: dict[str, Where]) -> Where | None:
    """The place among those named: of a movement the crossing, else where it began; else the most exact."""
    local = _local(happening, places, found)
    if happening.type in MOVEMENTS:
        crossings = [w for w in local if w.is_crossing or (VIA.search(w.before) and w.place.crossing)]
        if crossings or found.get("origin"):
            return crossings[0] if crossings else found["origin"]
    return min(enumerate(local), key=lambda nw: (_rank(happening, nw[1]), nw[0]))[1] if local else None


def _local(happening: Happening, places: Sequence[Where], ends: dict[str, Where]) -> list[Where]:
    """Places where it may have happened: no whole countries, no ends of a movement, no capital that only speaks."""
    taken = {(id(w.clause), w.start) for w in ends.values()}
    kind = happening.type
    written = kind not in TALKS or happening.first.modality is Modality.PLANNED
    places = [w for w in places if w.place.kind in RANK and not (written and datelined(w))]
    if kind in _HELD_IN:
        return [w for w in places if w.place.kind is PlaceKind.CAPITAL and _ON_A_DAY.search(w.before)]
    if kind.family is Family.TALKS:
        places = [w for w in places if not _WITH.search(w.before) and w.place.kind is not PlaceKind.REGION]
        places = [w for w in places if not _subject(w) and not _POSTED.search(w.before) and not both_act(w)]
        places = [w for w in places if w.place.id in AIRPORTS or not held_in(w) or AT.search(w.before) or goes_there(w)]
        places = [w for w in places if not BORN_IN.search(w.clause.before(w.start, 80))]
        places = [w for w in places if not talked_of(w) and not outlet(w)]
    if kind is EventType.MEETING:
        places = [w for w in places if w.place.id not in _SEATS or not speaks(w)]
    if kind is EventType.MEETING and happening.first.modality is Modality.PLANNED:
        places = [w for w in places if not opens_speech(w)]
    if kind is EventType.AGREEMENT:
        exact = (PlaceKind.CROSSING, PlaceKind.TOWN)
        places = [w for w in places if w.place.kind in exact or SAT_IN.search(w.before)]
        places = [w for w in places if not termed(w)]
    if kind in (EventType.MEETING, EventType.AGREEMENT):
        places = [w for w in places if not told_of(kind, happening.first.modality, w)]
    if kind is EventType.CROSSING_STATUS:
        places = [w for w in places if w.is_point]
    if kind is EventType.STATEMENT:
        places = [w for w in places if spoken_at(w) or opens_speech(w)]
        places = [w for w in places if not TELLER.search(w.before)]
    local = [w for w in places if (id(w.clause), w.start) not in taken or w.is_crossing]
    if kind.family is Family.OPERATIONS or kind in MOVEMENTS or kind is EventType.INCIDENT:
        local = _on_ground(kind, local)
    if kind is EventType.REFUGE:
        local = [w for w in local if w.is_crossing or not stayed_at(w)]
    if kind is EventType.AMNESTY:
        local = [w for w in local if not w.is_crossing and not w.is_passed]
        local = [w for w in local if w.place.kind is not PlaceKind.REGION]
        local = [w for w in local if w.place.id not in _SEATS or _SEAT_AT.search(w.before)]
        local = [w for w in local if not speaks_behind(w)]
    if kind is EventType.BORDER_MEASURE:
        local = [w for w in local if not ((along(w) or goes_on(w)) and any(n in w.clause.plain for n in _WALLS))]
    if kind.family is Family.OPERATIONS or kind is EventType.INCIDENT:
        local = [w for w in local if kind is EventType.BORDER_MEASURE or not taken_to(w)]
        local = [w for w in local if not faced(w) and (w.place.country in _OURS or w.place.kind is PlaceKind.REGION)]
    if kind.family is Family.OPERATIONS:
        local = [w for w in local if not elsewhere(w)]
    return local


def _on_ground(kind: EventType, local: list[Where]) -> list[Where]:
    """What is no line, no capital that only speaks and no body's seat."""
    local = [w for w in local if w.place.id != BORDER_PLACE]
    local = [w for w in local if w.place.id not in _SEATS or _SEAT_AT.search(w.before)]
    teller = kind in MOVEMENTS
    local = [w for w in local if w.is_crossing or not ((teller or w.place.id in _SEATS) and TELLER.search(w.before))]
    local = [w for w in local if w.place.id not in _SEATS or not _BODY_IN.search(w.before)]
    return local


def _subject(where: Where) -> bool:
    """Whether it is named among what was talked about."""
    zones = topic_zones(where.clause, [])
    about = any(a <= where.start < b for a, b in zones)
    return about and not (sat_at_gate(where) if where.is_crossing else _HELD.search(where.before))


def _rank(happening: Happening, where: Where) -> tuple[int, int]:
    """A talk is where its own sentence says; anything else at the most exact place."""
    if happening.type in (EventType.MEETING, EventType.AGREEMENT, EventType.STATEMENT, EventType.DIPLOMATIC_STATUS):
        towns = (PlaceKind.CAPITAL, PlaceKind.CITY, PlaceKind.TOWN)
        if goes_there(where):
            return (-1, 0)
        return (0 if where.place.kind in towns or where.place.id in SEATS_OF else 1 + RANK[where.place.kind], 0)
    if around_town(happening.type, where):
        return (RANK[PlaceKind.ADMIN2], 0)
    if happening.type in (*_OPERATIONS, EventType.JOINT_OPERATION) and aside(happening, where):
        return (RANK[where.place.kind] + _ASIDE, 0)
    if where.is_within_a_province:
        return (RANK[PlaceKind.ADMIN2], 1)
    if happening.type is EventType.BORDER_MEASURE and where.place.kind is PlaceKind.BASE:
        return (-1, 0)
    if happening.type.family in (Family.OPERATIONS, Family.CONTEXT) and where.place.id in _SEATS:
        return (_LAST, 0)
    return (RANK[where.place.kind], 0)


def _points(clause: Clause, lexicon: Lexicon) -> bool:
    return any(w.is_point for w in named([clause], lexicon))
