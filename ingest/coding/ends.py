"""From where to where people were moved, lodged or handed over. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.codebook import EventType, PlaceKind
from ingest.coding.event_types import Happening
from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.where import RANK, VIA, Where, named, refines

_FROM = re.compile(
    r"(?:^|\W)(?:من|from)\s+(?:\S+ ){1,3}?(?:في|ب|in|across)\s*(?:the )?(?:(?:syrian |iraqi )?(?:city|town|province|governorate) of )?$"
    r"|(?:^|\W)(?:من(?! جهه)|قادم\w* من|مغادر\w*|غادر\w*|from|left|leaving|leave|out of)\s+(?:the )?(?:\S+ ){0,1}?$"
)
_HELD = re.compile(
    r"(?:محتجز\w*|معتقل\w*|مودع\w*|كانوا|سجون|سجن|سجنا|منشاه|منشات|held|jailed|detained|prisons?|jails?|facilit\w+|lock-?ups?)"
    r"\s+(?:\S+ ){0,2}?(?:(?:في|داخل|in|at|inside)\s+(?:the )?(?:\S+ )?|ب|بال)?$"
)
"""Where they were held before they were moved, or are lodged now: which of both, the country says."""
_TO = re.compile(
    r"(?:^|\W)(?:الي|نحو|صوب|باتجاه|في اتجاه|to|into|towards?|reached|for)\s+(?:the )?(?:\S+ ){0,1}?$|(?<!\w)لل?$"
    r"|(?:^|\W)(?:الي|to)\s+(?:\S+ ){1,4}?(?:في|داخل|in|inside)\s+(?:the )?$"
)
_LODGED = re.compile(
    r"(?:\w{0,3}(?:ودع|سكن|ايداع|ايواء|اوا|استضاف|استقب|ستقب)\w*|حط\w*|هبط\w*|وصل\w*|وصول\w*"
    r"|\b(?:placed|held|jailed|housed|lodged|imprisoned|put up|sheltered|hosted|accommodated|received|landed|arriv\w+|taken|driven|settled))"
    r"\s+(?:\S+ ){0,4}?(?:(?:في|داخل|at|in)\s+)?(?:the )?(?:\S+ )?$"
)
_PLACES = frozenset((PlaceKind.CAMP, PlaceKind.PRISON))


def find_ends(
    told: Sequence[Clause], follow: Sequence[Clause], titles: Sequence[Clause], lexicon: Lexicon
) -> dict[str, Where]:
    """`origin` and `destination` as the words around a place tell them: by the act's clauses, then by those right
    behind it, then by the headline."""
    found: dict[str, Where] = {}
    behind = [c for c in follow if c not in titles and c.order - told[0].order <= 2]
    for group in (told, behind, titles):
        for where in named(group, lexicon):
            if where.is_crossing or VIA.search(where.before):
                continue
            end = _end_of(where)
            if end is not None:
                found.setdefault(end, where)
    return found


def _end_of(where: Where) -> str | None:
    before = where.before
    if _FROM.search(before):
        return "origin"
    return "destination" if _TO.search(before) else None


def settle_ends(
    happening: Happening,
    found: dict[str, Where],
    told: Sequence[Clause],
    follow: Sequence[Clause],
    article: Sequence[Clause],
    lexicon: Lexicon,
) -> None:
    """Complete the ends: a camp or prison is left, a border town is on the way, an exact place follows on a vague
    one, and who went home or was let in went from one of the two countries to the other."""
    place, known = found.get("place"), found.get("destination")
    if place is not None and place.place.kind in _PLACES:
        _held_at(place, found)
    if known is not None and known.is_point and happening.type is not EventType.REFUGE:
        del found["destination"]
    way = _direction(happening, found)
    for end, country in zip(("origin", "destination"), way or (), strict=False):
        witness = None if end in found else _witness(country, [*told, *article], lexicon)
        if witness is not None:
            found[end] = witness
    _exact(named([*told, *follow], lexicon), found, lexicon)


def _held_at(place: Where, found: dict[str, Where]) -> None:
    """A camp or prison in Syria is where people left from, one in Iraq where they came to."""
    if place.place.country != "IQ":
        found.setdefault("origin", place)
    elif found.get("origin", place).place.id == place.place.id:
        found.pop("origin", None)
        found.setdefault("destination", place)
        found.pop("place", None)


def _exact(places: Sequence[Where], found: dict[str, Where], lexicon: Lexicon) -> None:
    """«إلى العراق», then «أودعوا سجن الكرخ»; «من شمال شرقي سوريا», then «كانوا في منشأة بالحسكة»."""
    for where in places:
        if where.is_point or where.place.kind not in RANK:
            continue
        before = where.before
        lodged = _TO.search(before) or _LODGED.search(before)
        held = _HELD.search(before) or _FROM.search(before)
        for end, told in (("destination", lodged), ("origin", held)):
            other = found.get("origin" if end == "destination" else "destination")
            if told and _better(where, found.get(end), other, end, lexicon):
                found[end] = where


def _better(where: Where, known: Where | None, other: Where | None, end: str, lexicon: Lexicon) -> bool:
    """Whether a place is this end told more exactly, or the end itself where none is known."""
    if other is not None and (other.place.country == where.place.country) and not _inside_one(where, other):
        return False
    if known is None:
        return other is not None or where.place.kind in _PLACES
    if known.place.country == where.place.country and where.place.kind in _PLACES:
        return known.place.kind not in _PLACES
    return refines(where.place, known.place, lexicon)


def _inside_one(where: Where, other: Where) -> bool:
    """Camp residents may be moved within their country; only a camp that is another one is an end of that."""
    return (
        where.place.kind is PlaceKind.CAMP and other.place.kind is PlaceKind.CAMP and where.place.id != other.place.id
    )


def _direction(happening: Happening, found: dict[str, Where]) -> tuple[str, str] | None:
    """From which of the two countries to which."""
    origin, destination = found.get("origin"), found.get("destination")
    start = origin.place.country if origin else ""
    end = destination.place.country if destination else ""
    if start and end:
        return None
    if happening.type is EventType.REPATRIATION:
        home = any(d.clause.has("pop_sy_soldiers", "pop_crossing_staff") for d in happening.drafts)
        if start == "IQ" or end == "SY" or (home and start != "SY" and end != "IQ"):
            return "IQ", "SY"
        return ("SY", "IQ") if start == "SY" or end == "IQ" else None
    if happening.type is EventType.REFUGE:
        camp = origin is not None and origin.place.kind is PlaceKind.CAMP
        return None if camp or start == "IQ" or end == "SY" else ("SY", "IQ")
    if start == "IQ" or end == "SY":
        return ("IQ", "SY") if end == "SY" else None
    return ("SY", "IQ") if start == "SY" or end == "IQ" else None


def _witness(country: str, clauses: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """The words that name a country: itself, its adjective, or a body of it."""
    code = country.lower()
    place = lexicon.places.get(f"c_{code}")
    if place is None:
        return None
    best: tuple[int, Where] | None = None
    for clause in clauses:
        for mention in clause.mentions:
            actor = mention.actor or ""
            rank = 0 if mention.place == place.id or actor == code else 1 if actor.startswith(code + "_") else None
            if rank is not None and (best is None or rank < best[0]):
                best = rank, Where(place, clause, mention.start, mention.end)
        if best is not None and best[0] == 0:
            break
    return best[1] if best else None
