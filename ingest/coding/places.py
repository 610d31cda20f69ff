"""Where: the place of a happening, and where people were moved from and to. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from events.codebook import BORDER_PLACE, EventType, Family, PlaceKind
from ingest.coding.borders import border_of
from ingest.coding.event_types import Happening, topic_zones
from ingest.coding.lexicon import Lexicon, Place
from ingest.coding.reading import Clause
from ingest.coding.rules import MOVEMENTS

_FROM = re.compile(
    r"(?:^|\W)(?:من|from)\s+(?:\S+ ){1,3}?(?:في|in|across)\s+(?:the )?(?:(?:syrian |iraqi )?(?:city|town|province|governorate) of )?$|(?:^|\W)(?:من|قادم\w* من|مغادر\w*|غادر\w*|from|left|leaving|leave|out of)\s+(?:the )?(?:\S+ ){0,1}?$"
)
_TO = re.compile(
    r"(?:^|\W)(?:الي|نحو|صوب|باتجاه|في اتجاه|to|into|towards?|reached|for)\s+(?:the )?(?:\S+ ){0,1}?$|(?<!\w)ل$"
    r"|(?:^|\W)(?:الي|to)\s+(?:\S+ ){1,4}?(?:في|داخل|in|inside)\s+(?:the )?$"
)
_VIA = re.compile(r"(?:^|\W)(?:عبر|via|through)\s+(?:the )?(?:\S+ ){0,2}?$")
_RANK = {
    PlaceKind.CROSSING: 0,
    PlaceKind.CAMP: 1,
    PlaceKind.PRISON: 1,
    PlaceKind.BASE: 1,
    PlaceKind.TOWN: 2,
    PlaceKind.CITY: 2,
    PlaceKind.CAPITAL: 2,
    PlaceKind.ADMIN2: 3,
    PlaceKind.ADMIN1: 4,
    PlaceKind.REGION: 5,
}
_WITH = re.compile(r"(?:^|\s)(?:مع|بين|تجاه|من|with|between|towards|from)\s+(?:the )?$")
_AT = re.compile(r"(?:^|\s)(?:في|داخل|in|at)\s+(?:the )?(?:\S+ ){0,1}?\s*$|(?:^|\s)بب?$")
_OPERATIONS = frozenset((EventType.BORDER_OPERATION, EventType.BORDER_MEASURE, EventType.INCIDENT))
_LAST = 9
"""The rank of a capital in an operation: it speaks more often than it is raided."""
_EXACT = 3
"""The rank up to which a place is more than a whole governorate."""
_SEATS_OF = {"iq_erbil": "erbil_city", "iq_sulaymaniyah": "sulaymaniyah_city", "iq_dohuk": "dohuk_city"}
"""Talks in a governorate named like its seat are held in the town."""
_SEATS = frozenset(("baghdad", "damascus", "washington"))


_QUOTES = re.compile(r"[\"«»“”]")


@dataclass(frozen=True, slots=True)
class Where:
    """A place and where it is named."""

    place: Place
    clause: Clause
    start: int
    end: int


def find_places(happening: Happening, follow: Sequence[Clause], lexicon: Lexicon) -> dict[str, Where]:
    """`place`, and for movements `origin` and `destination`, as far as the clauses tell."""
    if happening.type in _NOWHERE:
        return {}
    told = list(dict.fromkeys(d.clause for d in happening.body))
    titles = [d.clause for d in happening.drafts if d.clause not in told]
    found: dict[str, Where] = {}
    if happening.type in MOVEMENTS:
        _ends(_named(told, lexicon), found)
        _ends(_named([c for c in follow if c not in titles and c.order - told[0].order <= 2], lexicon), found)
        _ends(_named(titles, lexicon), found)
    at = _where(happening, told, titles, follow, lexicon, found)
    if at is not None:
        found["place"] = _settled(happening, at, lexicon)
    elif happening.type in _OPERATIONS:
        _border(happening, lexicon, found)
    if happening.type in MOVEMENTS:
        place = found.get("place")
        if place is not None and place.place.kind in (PlaceKind.CAMP, PlaceKind.PRISON):
            _held_at(place, found)
        _better_end(_named(follow, lexicon), found)
        _better_start(_named([*told, *follow, *titles], lexicon), found)
    return found


def _held_at(place: Where, found: dict[str, Where]) -> None:
    """A camp or prison in Syria is where people left from, one in Iraq where they came to."""
    if place.place.country != "IQ":
        found.setdefault("origin", place)
    elif found.get("origin", place).place.id == place.place.id:
        found.pop("origin", None)
        found.setdefault("destination", place)
        found.pop("place", None)


def _better_start(named: Sequence[Where], found: dict[str, Where]) -> None:
    """Where they come from may be told exactly only later: «من سوريا», then «من سجون الحسكة»."""
    known = found.get("origin")
    if known is None or known.place.id not in ("c_sy", "c_iq"):
        return
    for where in named:
        exact = where.place.kind in _RANK or where.place.kind is PlaceKind.REGION
        same = where.place.country == known.place.country and where.place.kind is not PlaceKind.CROSSING
        if exact and same and (_FROM.search(_before(where)) or _HELD_IN.search(_before(where))):
            if found.get("place", known).place.id == known.place.id:
                found["place"] = where
            found["origin"] = where
            return


_HELD_IN = re.compile(
    r"(?:محتجز\w*|معتقل\w*|سجن|سجون|مخيم\w*|منشاه|منشات)\s+(?:\S+ ){0,3}?(?:في |ب)?$|(?:held|jailed|detained|prisons?|jails?|facilit\w+|camps?) (?:\S+ ){0,2}?(?:in|across) (?:the )?$"
)


def _where(
    happening: Happening,
    told: Sequence[Clause],
    titles: Sequence[Clause],
    follow: Sequence[Clause],
    lexicon: Lexicon,
    found: dict[str, Where],
) -> Where | None:
    """The place by the act's own clauses, then by those that follow on it, then by the headline."""
    kind = happening.type
    if kind is EventType.BORDER_MEASURE and (border_of(told[0]) or _local(happening, _named(told[:1], lexicon), found)):
        told = told[:1]
    at = _placed(happening, _named(told, lexicon), found)
    border = kind.family is Family.OPERATIONS and (
        any(border_of(c) for c in told) or (at is not None and at.place.kind is PlaceKind.ADMIN1)
    )
    if at is None or (border and _RANK[at.place.kind] > _EXACT):
        later = _placed(happening, _named([c for c in follow if not c.has("background")], lexicon), found)
        exact = later is not None and kind.family is Family.OPERATIONS and _RANK[later.place.kind] <= _EXACT
        at = later if exact and kind is not EventType.BORDER_MEASURE else at
    if at is None and kind is EventType.CROSSING_STATUS:
        at = _placed(happening, _named(follow, lexicon), found)
    if at is None and not border:
        at = _placed(happening, _named(titles, lexicon), found)
    if kind in MOVEMENTS and (at is None or at.place.kind is not PlaceKind.CROSSING):
        by_way = (w for w in _named([*told, *follow], lexicon) if _is_point(w) and _VIA.search(_before(w)))
        at = next(by_way, at)
    return at


def _is_point(where: Where) -> bool:
    return where.place.kind is PlaceKind.CROSSING or where.place.crossing is not None


def _settled(happening: Happening, at: Where, lexicon: Lexicon) -> Where:
    """A border town stands for its crossing where people pass; talks in a governorate are in its seat."""
    crossing = lexicon.places.get(at.place.crossing or "")
    seat = lexicon.places.get(_SEATS_OF.get(at.place.id, ""))
    town = at.clause.text.plain.startswith("مدينه", at.start)
    passes = happening.type in MOVEMENTS and not town and (_POINT.search(_around(at)) or _THROUGH.search(_before(at)))
    district = lexicon.places.get(f"d_{at.place.id}")
    if district is not None and happening.type in _OPERATIONS and _COUNTRYSIDE.search(_before(at)):
        return replace(at, place=district)
    base = lexicon.places.get(_GARRISONS.get(at.place.id, ""))
    if base is not None and happening.type is EventType.BORDER_MEASURE:
        return replace(at, place=base)
    if crossing is not None and (passes or happening.type is EventType.CROSSING_STATUS):
        return replace(at, place=crossing)
    if seat is not None and happening.type in (EventType.MEETING, EventType.STATEMENT):
        return replace(at, place=seat)
    return at


_THROUGH = re.compile(r"(?:^|\W)(?:عبر|من جهه|via|through)\s+(?:the )?$")
_COUNTRYSIDE = re.compile(
    r"(?:ريف|غرب|غربي|شرق|شرقي|شمال|شمالي|جنوب|جنوبي)\s$|(?:west|east|north|south|countryside|outskirts) of (?:the )?$|sector of $"
)
"""Around a town is its district."""
_GARRISONS = {"tanf_loc": "base_tanf", "shaddadi": "base_shaddadi"}
_NOWHERE = frozenset((EventType.CALL, EventType.APPOINTMENT))


def _placed(happening: Happening, named: Sequence[Where], found: dict[str, Where]) -> Where | None:
    """The place among those named: of a movement the crossing, else where it began; else the most exact."""
    local = _local(happening, named, found)
    if happening.type in MOVEMENTS:
        crossings = [
            w for w in local if w.place.kind is PlaceKind.CROSSING or (_VIA.search(_before(w)) and w.place.crossing)
        ]
        if crossings or found.get("origin"):
            return crossings[0] if crossings else found["origin"]
    return min(enumerate(local), key=lambda nw: (_rank(happening, nw[1]), nw[0]))[1] if local else None


def _named(clauses: Sequence[Clause], lexicon: Lexicon) -> list[Where]:
    return [
        Where(lexicon.places[m.place], c, m.start, m.end)
        for c in clauses
        for m in c.mentions
        if m.place in lexicon.places
    ]


def _better_end(named: Sequence[Where], found: dict[str, Where]) -> None:
    """Where they are taken may be told exactly only later: «إلى العراق», then «إلى مخيم الجدعة»."""
    known = found.get("destination")
    if known is not None and known.place.kind in _RANK:
        return
    for where in named:
        if (
            where.place.kind in _RANK
            and _TO.search(_before(where))
            and where.place.id != found.get("origin", where).place.id
            and (known is None or where.place.country == known.place.country)
        ):
            found["destination"] = where
            return


_POINT = re.compile(r"معبر|منفذ|border (?:point|post|crossing|gate)|crossing")


def _around(where: Where) -> str:
    return where.clause.before(where.start, 16) + where.clause.after(where.end, 18)


def _before(where: Where) -> str:
    return _QUOTES.sub("", where.clause.before(where.start, 48))


def _ends(named: Sequence[Where], found: dict[str, Where]) -> None:
    for where in (w for w in named if w.place.kind is not PlaceKind.CROSSING):
        before = _before(where)
        if _FROM.search(before):
            found.setdefault("origin", where)
        elif _TO.search(before):
            found.setdefault("destination", where)


def _local(happening: Happening, named: Sequence[Where], ends: dict[str, Where]) -> list[Where]:
    """Places where it may have happened: no whole countries, no ends of a movement, no capital that only speaks."""
    taken = {id(w) for w in ends.values()}
    if happening.type is EventType.INTELLIGENCE_SHARING:
        return []
    if happening.type.family is Family.TALKS:
        named = [w for w in named if not _WITH.search(_before(w)) and w.place.kind is not PlaceKind.REGION]
        named = [w for w in named if not _subject(w)]
    if happening.type is EventType.CROSSING_STATUS:
        named = [w for w in named if w.place.kind is PlaceKind.CROSSING or w.place.crossing]
    if happening.type is EventType.STATEMENT:
        named = [w for w in named if _AT.search(_before(w) + w.clause.text.plain[max(w.start - 1, 0) : w.start])]
    local = [w for w in named if w.place.kind in _RANK and (id(w) not in taken or w.place.kind is PlaceKind.CROSSING)]
    if happening.type.family is Family.OPERATIONS or happening.type in MOVEMENTS:
        local = [w for w in local if w.place.id != BORDER_PLACE]
        local = [
            w for w in local if w.place.id not in _SEATS or re.search(r"(?:في|مدينه|\bin|near) (?:the )?$", _before(w))
        ]
    return local


def _subject(where: Where) -> bool:
    """Whether it is named among what was talked about."""
    zones = topic_zones(where.clause, [])
    return any(a <= where.start < b for a, b in zones) and not _HELD.search(_before(where))


_HELD = re.compile(
    r"(?:اليوم|امس|مساء|صباح|العاصمه|العاصمه العراقيه|العاصمه السوريه|capital|in|at) (?:(?:في|the) )?$|(?:^|\s)(?:في|ب)\s*$"
)


def _rank(happening: Happening, where: Where) -> tuple[int, int]:
    """A talk is where its own sentence says; anything else at the most exact place."""
    if happening.type in (EventType.MEETING, EventType.AGREEMENT, EventType.STATEMENT, EventType.DIPLOMATIC_STATUS):
        towns = (PlaceKind.CAPITAL, PlaceKind.CITY, PlaceKind.TOWN)
        return (0 if where.place.kind in towns else 1 + _RANK[where.place.kind], 0)
    if happening.type is EventType.BORDER_MEASURE and where.place.kind is PlaceKind.BASE:
        return (-1, 0)
    if happening.type.family in (Family.OPERATIONS, Family.CONTEXT) and where.place.id in _SEATS:
        return (_LAST, 0)
    return (_RANK[where.place.kind], 0)


def _border(happening: Happening, lexicon: Lexicon, found: dict[str, Where]) -> None:
    """Unsaid, an operation is on the line between the two."""
    for draft in happening.body:
        at = border_of(draft.clause)
        if at is not None and BORDER_PLACE in lexicon.places:
            found["place"] = Where(lexicon.places[BORDER_PLACE], draft.clause, *at)
            return
