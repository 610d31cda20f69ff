"""Where an embassy or a consulate is opened, closed or staffed. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.codebook import PlaceKind, Side
from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.where import Where, named

MISSIONS = {Side.IQ: "iq_embassy_damascus", Side.SY: "sy_embassy_baghdad"}
"""The embassies of the two with each other."""
TELLER = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:مصدر|مصادر|مسوول\w*|سلطات|قايد|مدير\w*|ضابط|ضباط|ناطق|متحدث|محافظ|قايممقام|مراسل\w*|ناشط\w*|شهود|(?<!موتمر )(?<!موتمر ال)صحفي\w*|دبلوماسيون|دبلوماسيين)"
    r"(?: [^\s،.]+){0,4} (?:في|ب|من)\s*(?:محافظه |مدينه |قضاء |العاصمه )?$"
    r"|\b(?<!state )(?<!isis )(?<!daesh )(?<!group )(?:sources?|officials?|authorities|commanders?|officers?|spokes\w+|directors?|governors?|correspondents?|reporters?|residents?|diplomats?|witnesses|(?<!will )(?<!would )(?<!to )head|staff|planned|announced|prepared|coordinated)"
    r"(?: [^\s,.]+){0,4} (?:in|from|for|of)\s+(?:the )?(?:\S+ )?$"
)
"""«مصدر أمني في نينوى», "officials in Baghdad": where one speaks, not where it happened."""
_MISSION = regex(
    r"(?:لدي|في|ب|من|in|from|to)\s*(?:العاصمه (?:السوريه |العراقيه )?|the (?:syrian |iraqi )?capital,? ?|the )?$"
)
_POSTED = regex(
    r"(?:سفار\w*|سفير\w*|قنصل\w*|بعثت?ه\w*|بالاعمال|باعمال)(?: [^\s،.]+){0,4} (?:في|لدي|الي|ب|من) ?(?:العاصمه )?$"
    r"|\b(?:embass\w*|ambassadors?|missions?|consul\w*|envoys?|d'affaires)(?: [^\s,.]+){0,5} (?:in|to|out of|from) (?:the )?$"
)
"""«سفيراً لدى دمشق», "ambassador to Damascus", "pulled its embassy staff out of Damascus"."""
_TO_STATE = regex(
    r"(?<!\w)(?:ال)?(?:سفير|سفيرا|سفيره|سفراء|ممثل|ممثلا|بعثه|بعثته|تمثيل\w*|تمثيلها|تمثيله|سفاره|سفارته|سفارتها|قايما بالاعمال)(?: [^\s،.]+){0,6} (?:لدي|في|الي|مع)\s?(?:ال)?(?:جمهوريه )?(?:العربيه )?(?:ال)?$"
    r"|\b(?:ambassadors?|envoys?|missions?|embass\w+|representation|d'affaires)(?: [^\s,.]+){0,4} (?:to|in|with) (?:the )?(?:republic of )?$"
)
"""«سفيراً لدى الجمهورية العربية السورية», "its representation in Syria": in the capital of that state."""
_SEAT_OF = {"c_sy": "damascus", "c_iq": "baghdad"}
_HOUSED = regex(r"(?: diplomatic)? (?:mission|embassy|consulate)\b")
_GONE_TO = regex(r"(?:الي|نحو|to)\s+(?:\S+ )?$")
_MOVED_TO = regex(
    r"(?:نقل|اجل|غادر|وصل|انتقل|عاد|توج)\w* [^،.]*$|\b(?:mov\w+|evacuat\w*|taken|took|sent|arriv\w*|fl[eo]w\w*|relocat\w*|return\w*) [^,.]*\bto (?:the )?$"
)
_TOWNS = (PlaceKind.CAPITAL, PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.ADMIN1)
_HOMES = ("IQ", "SY")


def mission_seat(clauses: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """A mission's seat in the other country, not where its men were taken to, nor the capital that sends them."""
    for clause in clauses[:1]:
        for mention in clause.mentions:
            seat = lexicon.places.get(_EMBASSY.sub("", mention.actor or "")) if mention.actor else None
            if seat is not None:
                return Where(seat, clause, mention.start, mention.end)
    places = named(clauses, lexicon)
    seats = [w for w in places if w.place.kind in _TOWNS and w.place.country in _HOMES]
    seats = [w for w in seats if not TELLER.search(w.before) or _POSTED.search(w.before)]
    housed = next((w for w in seats if _HOUSED.match(w.clause.after(w.end, 28))), None)
    if housed is not None:
        return housed
    told = [w for w in places if w.clause in clauses[:1]]
    sat = any(w in seats and _MISSION.search(w.before) and not _GONE_TO.search(w.before) for w in told)
    state = next((w for w in told if w.place.id in _SEAT_OF and _TO_STATE.search(w.before)), None)
    if state is not None and not sat and _SEAT_OF[state.place.id] in lexicon.places:
        return replace(state, place=lexicon.places[_SEAT_OF[state.place.id]])
    posted = next((w for w in seats if _POSTED.search(w.before) and not _MOVED_TO.search(w.before)), None)
    if posted is not None:
        return posted
    seats = [w for w in seats if _MISSION.search(w.before)]
    return next((w for w in seats if not _GONE_TO.search(w.before)), next(iter(seats), None))


_EMBASSY = regex(r"^(?:iq|sy)_embassy_")
