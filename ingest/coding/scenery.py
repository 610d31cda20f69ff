"""A country that a text only names: as the scene of an old fall, as who welcomes something, far from the act. PURE."""

from __future__ import annotations

from events.codebook import EventType, PlaceKind
from ingest.coding.borders import border_of, border_zone, only_of_another
from ingest.coding.cues import cues
from ingest.coding.event_types import Happening
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.where import Where

_BOTH = {"IQ", "SY"}


def far_inland(happening: Happening, places: dict[str, Where]) -> bool:
    """A raid far from the line, the other country only named: nothing came from there or went there."""
    at = places.get("place")
    if at is None or at.place.country not in _BOTH or at.place.id in border_zone() | _NEAR_LINE:
        return False
    told = [d.clause for d in happening.drafts if d.clause.text.plain[d.start] > "\u0600"]
    if not told or any(c.has("infiltration", "coordination", "joint_act") for c in told):
        return False
    if any(border_of(c) for c in told):
        return all(_FLIGHT.search(c.plain) for c in told if border_of(c))
    return not any((_WITH_SYRIA if at.place.country == "IQ" else _WITH_IRAQ).search(c.plain) for c in told)


AT_THE_LINE = (EventType.BORDER_MEASURE, EventType.BORDER_OPERATION)
"""What is done at a border."""


def on_another_line(happening: Happening, places: dict[str, Where]) -> bool:
    """«تفقد الشريط الحدودي مع إيران في ديالى … كما على الحدود مع سوريا»: done at another neighbour's border."""
    at = places.get("place")
    if at is not None and not _OTHER_LANDS.isdisjoint((at.place.id, *at.place.parents)):
        return True
    ours = at is not None and at.place.id in border_zone()
    return not ours and only_of_another(happening.first.clause)


_OTHER_LANDS = frozenset(
    f"iq_{name}" for name in ("diyala", "wasit", "maysan", "basra", "muthanna", "sulaymaniyah", "halabja", "dhiqar")
)
"""Iraq's governorates that border on Iran, Kuwait and Saudi Arabia, and not on Syria."""


_FLIGHT = regex(r"(?<!\w)[وفبل]?(?:ال)?(?:فرار|هروب|هرب|فر)\w* (?:\S+ )?(?:نحو|الي|باتجاه|صوب) (?:ال)?(?:حدود|شريط)")
"""«محاولته الفرار نحو الحدود السورية»: where he was not caught."""
_NEAR_LINE = frozenset(("iq_nineveh", "iq_anbar", "sy_deir_ez_zor", "sy_hasakah", "border_iq_sy", "c_iq", "c_sy"))
_TO_FRO = (
    r"(?<!\w)(?:من|الي|نحو|باتجاه|صوب|عبر|داخل|بين|مع|ل)(?: (?:داخل|ال(?:اراضي|جانب|حدود|جاره|عمق)|حدود))* ?(?:ال)?"
)
_WITH_SYRIA, _WITH_IRAQ = regex(_TO_FRO + "سوري"), regex(_TO_FRO + "عراق|(?<!\\w)للعراق")


def in_passing(clause: Clause, missing: set[str]) -> bool:
    """«بعد سقوط النظام في سوريا», «ورحب العراق بالاتفاق»: named for something else."""
    told = [m for m in clause.mentions if m.land.upper() in missing]
    fall = cues().other["fall_of"]
    near = clause.has("shared") and any((m.actor or "").split("_")[0] in _NEIGHBOURS for m in clause.mentions)
    if told and near and all(_SITUATION.search(clause.before(m.start, 40)) for m in told):
        return True
    return bool(told) and all(
        fall.search(clause.before(m.start, 40))
        or _WELCOMED.search(clause.before(m.start, 14))
        or _MEANWHILE.search(clause.before(m.start, 60))
        for m in told
    )


_MEANWHILE = regex(r"(?<!\w)(?:في وقت|فيما|بينما|في حين) [^،.]*$")
"""«بحث العراق والكويت …، في وقت تعاود سوريا …»: another's news."""
_NEIGHBOURS = frozenset(("ir", "tr", "jo", "kw", "sa", "lb"))
_SITUATION = regex(r"(?<!\w)[وبل]?(?:ال)?(?:اوضاع|وضع|تطورات|مستجدات|احداث|ازمه|شان|ساحه)(?: \S+)? (?:في )?(?:ال)?$")
"""«ضبط الحدود المشتركة بين البلدين والأوضاع في سوريا», of talks with Iran."""


_WELCOMED = regex(r"(?<!\w)و?(?:[يت]?رحبت?|هنات?|ادانت?|نددت?|[يت]دين) (?:كل من )?$")
BORN = regex(
    r"\b(?:born in|native of|hail(?:s|ed|ing) from|originally from|natives of|originating (?:in|from)|residents? of) (?:the )?$"
    r"|(?<!\w)(?:مواليد|تولد|من سكنه|من سكان|من اهالي|من ابناء|ينحدر\w* من|المنحدر\w* من|يتحدر\w* من) (?:[^\s،.]+ )?(?:ال)?$"
)
"""«born in Fallujah»: where somebody comes from, no ground of the act."""


def of_our_camps(happening: Happening, places: dict[str, Where]) -> bool:
    """«moving the residents of al-Hol to a site in Aleppo»: from or to a camp in Syria."""
    if any(w.place.kind is PlaceKind.CAMP and w.place.country == "SY" for w in places.values()):
        return True
    told = (d.clause for d in happening.drafts if d.clause.has("pop_camp_families"))
    return any((m.place or "").startswith(("camp_hol", "camp_roj", "hol_")) for c in told for m in c.mentions)
