"""What place is meant by a name and the words around it: a sector's district, a town's garrison or prison, the bank
opposite, the seat of talks. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from events.codebook import BORDER_PLACE, EventType, Modality, PlaceKind
from ingest.coding.borders import border_of
from ingest.coding.event_types import Happening
from ingest.coding.lexicon import Lexicon, Place
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.where import HANDED_AT, LET_IN, THROUGH, Where, named

_OPERATIONS = frozenset((EventType.BORDER_OPERATION, EventType.BORDER_MEASURE, EventType.INCIDENT))
_SEATED = frozenset((EventType.MEETING, EventType.STATEMENT, EventType.DIPLOMATIC_STATUS))
SEATS_OF = {"iq_erbil": "erbil_city", "iq_sulaymaniyah": "sulaymaniyah_city", "iq_dohuk": "dohuk_city"}
"""Talks in a governorate named like its seat are held in the town."""
CITIES = {
    **SEATS_OF,
    "iq_kirkuk": "kirkuk_city",
    "sy_aleppo": "aleppo_city",
    "sy_deir_ez_zor": "dez_city",
    "sy_hasakah": "hasakah_city",
    "sy_homs": "homs_city",
    "sy_raqqa": "raqqa_city",
}
""" "Hasakah city": not the governorate."""
AIRPORTS = {
    "apt_baghdad": "baghdad",
    "apt_damascus": "damascus",
    "apt_erbil": "erbil_city",
    "apt_qamishli": "qamishli",
}
"""Who lands there is met in the city."""
_AROUND = {
    **{city: governorate for governorate, city in CITIES.items()},
    "damascus": "sy_rif_dimashq",
    "hama_city": "sy_hama",
    "daraa_city": "sy_daraa",
    "idlib_city": "sy_idlib",
    "mosul": "iq_nineveh",
    "ramadi": "iq_anbar",
}
"""«بادية حماة», "south of Hasakah city": the governorate around the town."""
_COUNTRYSIDE = regex(
    r"(?:ريف|باديه|صحراء|اطراف|ضواحي|غرب|غربي|شرق|شرقي|شمال|شمالي|جنوب|جنوبي)\s$|(?:west|east|north|south|countryside|outskirts|suburbs|hinterland|environs) of (?:the )?(?:city of )?$|(?:countryside|villages|area|farmland|desert) around (?:the )?$|sector of $"
)
_DISTRICT_BEHIND = " district"
"""Around a town is its district in Arabic, in English still the town unless a spot is told; a sector is at the town that it
is named by."""
_SECTOR_OF = regex(r"(?<!\w)[وبل]?(?:ال)?قاطع قضاء $")
_SPOT = regex(
    r"\b(?:deserts?|village|hamlet|valley|wadi|area|sector|hills?|plain|steppe|badia|um+|tell?|tal)\b[^.;]{0,30} (?:north|south|east|west)\w*(?:[- ](?:north|south|east|west)\w*)? of (?:the )?(?:town of |city of )?$"
    r"|\bdesert (?:of|around) (?:the )?$"
)
""" "In the desert west of Rutba", "the village of Umm Jaris, west of Sinjar": a spot of the district, no list names it."""
_GARRISONS = {"rumaylan": "base_kharab_jir", "tanf_loc": "base_tanf", "shaddadi": "base_shaddadi"}
_SPOTS = {base: town for town, base in _GARRISONS.items()}
_CLOSE_TO = regex(
    r"(?:قرب|بالقرب من|محيط|جوار) (?:منطقه |بلده )?$|\b(?:near|close to|around|outside) (?:the )?(?:town of )?$"
)
_BASE_NAMED = regex(r"قاعده|معسكر|حاميه|\b(?:base|garrison|outpost|camp)\b")
"""«نقطة قرب التنف»: the town, unless the base is named there."""
_POINT = regex(r"معبر|منفذ|border (?:point|post|crossing|gate)|crossing")
_GATE_BEHIND = regex(r",? (?:border )?(?:crossing|gate|post|port|point)\b")
_BASE = regex(
    r"\b(?:bases?|garrison|airfield)\b(?: [^\s,.]+){0,6} (?:at|in|near) (?:the )?(?:(?:\w+ern )?(?:syrian|iraqi)? ?(?:town|city) of )?$|(?:قاعده|معسكر|مطار)(?: [^\s،.]+){0,3} (?:في )?$"
)
_BASE_BEHIND = regex(r" (?:air ?)?(?:base|garrison)\b")
_CAMP_BEHIND = regex(r",? (?:the )?(?:\w+ ){0,3}camp\b")
_OPPOSITE = {
    "albukamal": "qaim",
    "qaim": "albukamal",
    "yarubiyah_town": "rabia",
    "rabia": "yarubiyah_town",
    "hari_sy": "d_qaim",
    "baghuz": "d_qaim",
    "susah_sy": "d_qaim",
}
"""What lies on the other bank: «الشريط المقابل للبوكمال» is guarded by Iraq."""
_FACED = regex(
    r"(?<!\w)[وبل]?(?:ال)?(?:مقابل\w*|قباله|مواجه\w*|مطل\w* علي|محاذ\w*) (?:ل|علي )?(?:بلده |مدينه |قضاء |ناحيه |منطقه |معبر |منفذ )?(?:ال)?$"
    r"|\b(?:opposite|facing|faces|across from|overlooking) (?:the )?(?:(?!near|in|at|around|outside|close|west|east|north|south|by|from)\S+ ){0,2}$"
)
_FACING = ("المقابل ل", "المقابله ل", "مقابل ", "قباله ", "opposite ", "facing ", "across from ")
_JAIL = ("سجن", "prison", "jail")
_INMATES = regex(
    r"(?<!\w)[وبل]?(?:ال|لل)?(?:سجناء|سجينا?|نزلاء|نزيلا?|فار(?:ين|ون)|معتقل\w*|محتجز\w*)(?!\w)|\b(?:inmates?|prisoners?|detainees?|escapees?|fugitives?|members)\b"
)
_BOTH_BANKS = ("جانبي", "طرفي", "both sides of", "either side of", "two sides of")
_LINE = ("حدود", "شريط", "border", "frontier", "line")


def meant(kind: EventType, at: Where, lexicon: Lexicon) -> Place:
    """The place that the name stands for; the named one where nothing tells otherwise."""
    known, places = at.place, lexicon.places
    opposite = places.get(_OPPOSITE.get(known.id, "")) if kind in _OPERATIONS else None
    if opposite is not None and at.before.removesuffix("بلده ").removesuffix("مدينه ").endswith(_FACING):
        return opposite
    if kind in TALKS and known.id in AIRPORTS:
        return places.get(AIRPORTS[known.id], known)
    town = places.get(CITIES.get(known.id, "")) if at.clause.after(at.end, 5) == " city" else None
    if town is not None:
        return town
    consulate = CITIES.get(known.id, "") if kind is EventType.DIPLOMATIC_STATUS else ""
    if consulate in places:
        return places[consulate]
    district = places.get(f"d_{known.id}")
    latin = at.clause.text.plain[at.start] < "\u0600"
    within = kind is not EventType.BORDER_MEASURE and _in_district(at)
    if district is not None and (within or (around_town(kind, at) and (not latin or _SPOT.search(at.before)))):
        return district
    based = kind is EventType.BORDER_MEASURE or (
        kind is EventType.INCIDENT and (_BASE.search(at.before) or _BASE_BEHIND.match(at.clause.after(at.end, 12)))
    )
    ground = places.get(_AROUND.get(known.id, "")) if kind in (*_OPERATIONS, EventType.JOINT_OPERATION) else None
    if ground is not None and _COUNTRYSIDE.search(at.before):
        return ground
    base = places.get(_GARRISONS.get(known.id, "")) if based else None
    spot = places.get(_SPOTS.get(known.id, "")) if kind is EventType.INCIDENT and _CLOSE_TO.search(at.before) else None
    if spot is not None and not _BASE_NAMED.search(at.clause.text.plain[at.start - 12 : at.end + 12]):
        return spot
    if known.id == "hol_town" and _CAMP_BEHIND.match(at.clause.after(at.end, 40)):
        return places.get("camp_hol", known)
    jail = places.get(f"prison_{known.id}") if kind is EventType.INCIDENT else None
    if jail is not None and _broken_out(at):
        return jail
    crossing = places.get(known.crossing or "")
    if crossing is not None and _GATE_BEHIND.match(at.clause.after(at.end, 24)):
        return crossing
    if crossing is not None and (_passes(kind, at) or kind is EventType.CROSSING_STATUS):
        return crossing
    seat = places.get(SEATS_OF.get(known.id, "")) if kind in _SEATED else None
    return base or seat or known


def _broken_out(at: Where) -> bool:
    """ "Inmates got out of the jail in Shaddadi": what happens to those held in a prison is in the prison."""
    told = at.clause.plain
    return any(word in told for word in _JAIL) and (at.clause.has("escape") or bool(_INMATES.search(told)))


def faced(at: Where) -> bool:
    """«المقابل للبعاج», "opposite Iraq's Baaj": what lies on the other side of where it was."""
    return at.place.id not in _OPPOSITE and bool(_FACED.search(at.before))


def around_town(kind: EventType, at: Where) -> bool:
    """«شرقي البوكمال»: not in the town."""
    town = at.place.kind is PlaceKind.TOWN
    return town and kind in _OPERATIONS and bool(_COUNTRYSIDE.search(at.before))


def _in_district(at: Where) -> bool:
    """ "The Sinjar district", «قاطع قضاء القائم»."""
    return at.clause.after(at.end, 9).startswith(_DISTRICT_BEHIND) or bool(_SECTOR_OF.search(at.before))


def _passes(kind: EventType, at: Where) -> bool:
    """Whether people pass there: its crossing is meant."""
    if kind not in MOVEMENTS or at.clause.text.plain.startswith("مدينه", at.start):
        return False
    return bool(
        _POINT.search(at.around) or THROUGH.search(at.before) or HANDED_AT.search(at.before) or LET_IN.search(at.before)
    )


def on_both_banks(happening: Happening, clauses: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """«على جانبي الحدود», "on both sides of the border": what two armies do there is on the line itself, and so is a wall
    told by its kilometres along it."""
    if BORDER_PLACE not in lexicon.places:
        return None
    if happening.type is EventType.BORDER_MEASURE:
        return _along_the_line(clauses[:1], lexicon)
    if happening.type is not EventType.JOINT_OPERATION:
        return None
    for clause in clauses:
        for words in _BOTH_BANKS:
            at = clause.plain.find(words)
            if at >= 0 and any(line in clause.plain[at : at + 40] for line in _LINE):
                start = clause.start + at
                return Where(lexicon.places[BORDER_PLACE], clause, start, start + len(words))
    return None


_KILOMETRES = regex(r"\d[\d.,]* (?:كيلومتر|كيلو متر|كم(?!\w))|كيلومتره")
_BUILT = ("جدار", "خندق", "سياج", "ساتر")


def _along_the_line(clauses: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """«350 كيلومتراً من الجدار … على امتداد الحدود»: the line, though a sector of it is named later."""
    for clause in clauses:
        if not any(word in clause.plain for word in _BUILT) or not _KILOMETRES.search(clause.plain):
            continue
        line = border_of(clause)
        towns = [w.start for w in named([clause], lexicon) if w.place.kind is not PlaceKind.COUNTRY]
        if line is not None and all(line[0] <= start for start in towns):
            return Where(lexicon.places[BORDER_PLACE], clause, *line)
    return None


_HOSTS = ("تستضيف ", "تستضيفه ", "يستضيفه ", "hosted by ", "hosted in ", "in ", "في ", "republic of ", "جمهوريه ")
_TO_VISIT = regex(
    r"(?<!\w)(?:[وف]?(?:[سي]|ست)?[يت]?(?:زور|زار|زياره|يزور)|زيارته|زيارتها|[يت]توجه|[يت]?سافر|وصول\w*) (?:الي )?(?:\S+ )?$|\b(?:visit\w*|travel\w* to|trip to|tour of|go to|fly to|head to) $"
)
_ADDRESS = regex(
    r"(?<!\w)[وفبل]{0,2}(?:ال|لل)?(?:وزار|حكوم|قياد(?!ي)|هيي|مديري|جهاز|اجهز|ادار|سلطات|نظير|نظرا|جانب|جهات|جهه|اشقا|شركا|قضاء|محكم|مركز|موسس|وكال)\w*(?: (?!عملي|انزال|ضرب|غار|مداهم|حمل|نفذ|تمكن|اعتقل|ضبط|قتل|فكك)[^\s،.]+){0,7} (?:في|داخل) $"
    r"|\b(?:ministr\w+|director\w+|agenc\w+|authorit\w+|department|bureau|service|body|bodies|command|counterparts?|colleagues|partners?|judiciary|court|commission|centre|center|side)(?: (?!carried|conducted|launched|raid|seiz|arrest|detain|made|staged|mounted|took|bust|kill|captur|operat|did|broke)[^\s,.]+){0,6} (?:in|inside) (?:the )?$"
)
"""«المديرية العامة لشؤون المخدرات في العراق», "their counterparts in Iraq": where a body sits, not where it struck."""
_THERE = ("في ", "داخل ", "in ", "inside ", "within ")
_OURS = ("IQ", "SY")


def in_country(happening: Happening, clauses: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """Where nothing more exact is told: the third state that will be host, or the country inside which they struck."""
    kind, modality = happening.type, happening.first.modality
    hosted = kind is EventType.MEETING and modality is Modality.PLANNED
    struck = kind is EventType.JOINT_OPERATION and modality is Modality.DONE
    if not hosted and not struck:
        return None
    for where in named(clauses, lexicon):
        if where.place.kind is not PlaceKind.COUNTRY:
            continue
        if hosted and _TO_VISIT.search(where.before):
            return where
        if hosted and where.place.country in _OURS:
            continue
        if struck and _ADDRESS.search(where.before):
            continue
        if where.before.removesuffix("the ").endswith(_HOSTS if hosted else _THERE):
            return where
    return None
