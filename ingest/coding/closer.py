"""The more exact place that an act's later words tell: the town of the district, where its men arrived, the point at
which prisoners changed hands. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.codebook import EventType, Family, Modality, PlaceKind
from ingest.coding.elsewhere import aside
from ingest.coding.event_types import Happening
from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.where import RANK, Where, named, refines

AT = regex(
    r"(?:^|\s)(?:في|داخل|ضمن|زار|زارت|تفقد|in|at|inside|visited|toured|inspected)\s+(?:the )?(?:\S+ ){0,1}?\s*$|(?:^|\s)بب?$"
)
NEAR_BY = regex(
    r"(?:قرب|ريف|باديه|محيط|ضواحي|اطراف|شرق|شرقي|غرب|غربي|شمال|شمالي|جنوب|جنوبي) (?:مدينه |بلده |محافظه |ناحيه |قريه )?$"
    r"|\b(?:near|outside|countryside of|suburbs of|outskirts of|desert of|(?:east|west|north|south) of) (?:the )?(?:town of |city of )?$"
)
_SWAPPED = regex(
    r"\b(?:swap|exchange|handover|transfer|delivery) (?:took place|happened|was made|was done|was carried out|occurred) (?:[^\s,.]+ ){0,3}?(?:at|through|via) (?:the )?$"
    r"|\b(?:handed over|turned over|delivered|received|driven|brought|surrendered)(?: [^\s,.]+){0,4} (?:at|to) (?:the )?$"
    r"|(?<!\w)[وف]?(?:ال)?(?:عمليه )?(?:ال)?(?:تسليم|تسلم|استلام|تبادل|تسلمه|تسليمه|تسليمهم|سلم|سلموا) (?:[^\s،.]+ ){0,4}(?:في|عند|عبر|من خلال|ب) ?(?:منفذ |معبر )?$"
)
""" "The swap took place at the al-Qaim crossing", "he was handed over at al-Qaim"."""
_WALLS = ("جدار", "خندق", "سياج", "wall", "fence", "trench")
"""What is built along the line lies on it, though a sector of it is named later."""
_ARRIVED = regex(
    r"(?<!\w)[وف]?(?:ال)?(?:[يت]?وصل\w*|[اي]?نتشر\w*|منتشر\w*|[يت]?تمركز\w*|متمركز\w*|[يت]?تموضع\w*|استقر\w*|ماسك\w*|باقي\w*|مرابط\w*)(?: [^\s،.]+){0,5} (?:الي|في|ب|ضمن|قرب|بمحيط|محيط|بقاطع|قاطع|الي قاطع) ?(?:قاطع |محيط |مدينه |بلده |قضاء |ناحيه |منطقه )*(?:ال)?$"
    r"|\b(?:arriv\w+|reach\w*|deploy\w*|positions?|stationed|based|dug in|camped|taken up posts)(?: [^\s,.]+){0,4}? (?:in|at|near|around|outside|to|reach) (?:the )?$|\breach(?:ed|es)? (?:the )?$"
)
"""«وصلت القوة إلى القائم», "took up positions near Rabia": where those sent to the line came to be."""
_SOON = 3
_PHRASE = 24
_AROUND = regex(
    r" (?:في |ب)?(?:(?:ريف|قضاء|منطقه|ناحيه|باديه) )?(?:مدينه )?(?:ال)?|,? (?:in )?(?:the )?(?:\w+ern )?(?:countryside|district) of (?:the )?"
)
_EXACT = 3
"""The rank up to which a place is more than a whole governorate."""


def _stands(happening: Happening, where: Where) -> bool:
    there = AT.search(where.before) or NEAR_BY.search(where.before)
    return there is not None and not aside(happening, where)


def soon_after(told: Clause, article: Sequence[Clause]) -> list[Clause]:
    """The sentences right behind an act."""
    return [c for c in article if not c.titular and 0 < c.order - told.order < _SOON]


def behind_it(
    kind: EventType, told: Sequence[Clause], follow: Sequence[Clause], article: Sequence[Clause]
) -> list[Clause]:
    """The sentences behind an act that may tell where it was."""
    if kind is not EventType.INCIDENT:
        soon = -1 if kind is EventType.BORDER_MEASURE or kind.family is not Family.OPERATIONS else told[0].order + 1
        return [c for c in follow if c.order == soon or not c.has("background")]
    return [
        c
        for c in article
        if not c.titular
        and (gap := c.order - told[0].order) in range(1, _SOON)
        and (gap == 1 or not c.has("background"))
    ]


def _arrived(happening: Happening, where: Where) -> bool:
    return _ARRIVED.search(where.clause.before(where.start, 80)) is not None and not aside(happening, where)


def _left(happening: Happening, where: Where) -> bool:
    """ "Began to pull out of a base", then "trucks were seen leaving the Qasrak base"."""
    leaves = where.clause.has("withdraw") and any(d.clause.has("withdraw") for d in happening.body)
    return leaves and where.place.kind is PlaceKind.BASE


def town_of(happening: Happening, at: Where, later: Sequence[Where], lexicon: Lexicon) -> Where | None:
    """«باتجاه قضاء سنجار», then «قرب ناحية سنوني»: the town of the district that the next clauses name, not its seat."""
    inside = (w for w in later if refines(w.place, at.place, lexicon) and at.place.id != f"d_{w.place.id}")
    return next((w for w in inside if _stands(happening, w)), None)


def moved_in(happening: Happening, later: Sequence[Where], at: Where | None, lexicon: Lexicon) -> Where | None:
    """ "Sent troops to the border", then "arrived in Albukamal": the one exact place of a measure's later clauses; of a
    wall only where its builders were visited."""
    near = [w for w in later if RANK[w.place.kind] <= _EXACT and not w.clause.has("background")]
    own = {id(d.clause) for d in happening.drafts}
    near = [
        w
        for w in near
        if _left(happening, w) or (_stands(happening, w) if id(w.clause) in own else _arrived(happening, w))
    ]
    if any(wall in d.clause.plain for d in happening.body for wall in _WALLS):
        near = [w for w in near if w.clause.has("tour", "visit", "meet")]
    one = len({w.place.id for w in near}) == 1
    return near[0] if one and (at is None or refines(near[0].place, at.place, lexicon)) else None


def within_phrase(at: Where, lexicon: Lexicon) -> Where:
    """«عبر بلدة الهري بريف البوكمال»: the town, though the haul was only bound for it, not the district around it."""
    ahead = [w for w in named([at.clause], lexicon) if 0 <= at.start - w.end <= _PHRASE]
    inside = (w for w in ahead if refines(w.place, at.place, lexicon))
    return next((w for w in inside if _AROUND.fullmatch(at.clause.text.plain[w.end : at.start])), at)


def swapped_at(happening: Happening, article: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """The crossing at which the news' prisoners changed hands, as any later sentence tells."""
    first = happening.first
    if happening.type is not EventType.DETAINEE_TRANSFER or not happening.lead or first.modality is not Modality.DONE:
        return None
    order = happening.body[0].clause.order
    later = [c for c in article if c.order > order and not c.titular and not c.has("background")]
    point = next((w for w in named(later, lexicon) if w.is_point and _SWAPPED.search(w.before)), None)
    return replace(point, place=lexicon.places.get(point.place.crossing or "", point.place)) if point else None


def beside_line(kind: EventType, at: Where) -> bool:
    """Whether a place that is told in passing stands although the line is named: a measure's only where it is a base."""
    return RANK[at.place.kind] <= _EXACT and (kind is not EventType.BORDER_MEASURE or at.place.kind is PlaceKind.BASE)
