"""Places as they are named: a gazetteer entry at its words, and what stands before them. PURE."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from events.codebook import PlaceKind
from ingest.coding.lexicon import Lexicon, Place
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

RANK = {
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
"""How exact a kind of place is; whole countries are none where anything happened."""
VIA = regex(r"(?:^|\W)(?:عبر|عن طريق|من خلال|من جهه|via|through|by way of)\s+(?:the )?(?:\S+ ){0,2}?$")
THROUGH = regex(r"(?:^|\W)(?:عبر|من جهه|عن طريق|via|through|by way of)\s+(?:the )?$")
"""Right before a border town: its crossing."""
HANDED_AT = regex(
    r"(?:سلموا|سلم|تسليمهم|تسليم|سيسلمون|استلامهم|تسلمهم|handed over|handover|handed back|received|crossed|(?:over|across) the (?:border|frontier|line))\s(?:[^،.]+ )?(?:في|عند|at|in)\s+(?:the )?(?:\S+ )?$"
)
LET_IN = regex(
    r"(?<!\w)[وف]?(?:[يت]?عبر(?:ت|وا|ون)?|[اي]?جتاز\w*|[يت]?دخل(?:ت|وا|ون)?|[يت]?صل(?:ت|وا|ون)?|وصل(?:ت|وا)?) (?:من |الي |عند |في )?(?:نقطه|معبر|منفذ|بوابه|جسر) (?:\S+ )?$"
    r"|\b(?:let|took|taken|allowed|admitted|waved|came|crossed|entered|returned|sent back|delivered|brought)\b[^.]{0,70} (?:at|through) (?:the )?(?:\S+ )?$"
)
"""«عبرت نقطة فيشخابور», "let in about 2,000 troops at al-Qaim"."""
_OWNED = regex(r"\b(?:syria|iraq|turkey|jordan)'s (?:(?:north|south|east|west)\w*(?:[- ](?:east|west)\w*)? )?$")
""" "from Syria's Hasakah", "in Iraq's western Anbar": the country says nothing of its own."""
_OWNS = regex(
    r"'s (?:(?:north|south|east|west|border|far)\w*(?:[- ](?:east|west)\w*)? |(?:province|city|town|region|governorate) of )?"
)
_QUOTES = regex(r"[\"«»“”]")


@dataclass(frozen=True, slots=True)
class Where:
    """A place and where it is named."""

    place: Place
    clause: Clause
    start: int
    end: int

    @property
    def before(self) -> str:
        """What stands before the name within its clause, without quotation marks and the country that owns it."""
        return _OWNED.sub("", _QUOTES.sub("", self.clause.before(self.start, 56)).replace("\n", " "))

    @property
    def around(self) -> str:
        """The words on both sides."""
        return self.clause.before(self.start, 16) + self.clause.after(self.end, 18)

    @property
    def is_passed(self) -> bool:
        """Whether people pass there: «عبر القائم», "handed over on Thursday at al-Qaim"."""
        return bool(VIA.search(self.before) or HANDED_AT.search(self.before) or LET_IN.search(self.before))

    @property
    def at_gate(self) -> bool:
        """ "Handed over to Iraq's service at Rabia": where the one met the other."""
        return self.before.endswith((" at ", " at the "))

    @property
    def is_crossing(self) -> bool:
        """Whether it is a crossing itself."""
        return self.place.kind is PlaceKind.CROSSING

    @property
    def is_within_a_province(self) -> bool:
        """Whether it is a valley or desert that lies in one province, and is more exact than it."""
        return self.place.kind is PlaceKind.REGION and any(p.startswith(("iq_", "sy_")) for p in self.place.parents)

    @property
    def is_point(self) -> bool:
        """Whether it is a crossing, or the border town of one."""
        return self.is_crossing or self.place.crossing is not None


def named(clauses: Iterable[Clause], lexicon: Lexicon) -> list[Where]:
    """All places that the clauses name, in order."""
    return [where for clause in clauses for where in _named_in(clause, lexicon)]


@functools.lru_cache(maxsize=512)
def _named_in(clause: Clause, lexicon: Lexicon) -> tuple[Where, ...]:
    return tuple(
        Where(lexicon.places[m.place], clause, m.start, m.end)
        for n, m in enumerate(clause.mentions)
        if m.place in lexicon.places and not (m.place.startswith("c_") and _owner(clause, n, lexicon))
    )


def _owner(clause: Clause, number: int, lexicon: Lexicon) -> bool:
    """Whether a country only owns the place named right behind it: "a jail in Syria's Hasakah"."""
    country = clause.mentions[number]
    later = (m for m in clause.mentions[number + 1 : number + 3] if m.place in lexicon.places)
    behind = next(later, None)
    return behind is not None and _OWNS.fullmatch(clause.text.plain[country.end : behind.start]) is not None


def refines(later: Place, known: Place, lexicon: Lexicon) -> bool:
    """Whether a place lies inside another and tells more exactly where: a town in its governorate, a prison in a
    region, anything in its country."""
    if later.id == known.id or RANK.get(later.kind, 9) >= RANK.get(known.kind, 9):
        return False
    if known.kind is PlaceKind.REGION:
        return later.country == known.country and (known.id != "kurdistan_region" or _kurdish(later, lexicon))
    if known.kind is PlaceKind.COUNTRY and later.kind is not PlaceKind.CROSSING:
        return later.country == known.country
    return known.id in lexicon.contains(later.id)


def _kurdish(place: Place, lexicon: Lexicon) -> bool:
    return not lexicon.contains(place.id).isdisjoint(("iq_erbil", "iq_dohuk", "iq_sulaymaniyah", "iq_halabja"))
