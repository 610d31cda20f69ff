"""Where an act told beside the news was that has no place of its own: where the news was. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.codebook import EventType, PlaceKind
from events.reports import Report
from ingest.coding.borders import border_of
from ingest.coding.event_types import Happening
from ingest.coding.lexicon import Lexicon
from ingest.coding.rules import MOVEMENTS
from ingest.coding.where import Where

HOLDING = (PlaceKind.CAMP, PlaceKind.PRISON, PlaceKind.BASE)
_SPOTS = (*HOLDING, PlaceKind.CROSSING, PlaceKind.TOWN, PlaceKind.CITY, PlaceKind.ADMIN2)
"""Where the news may have been that an act beside it is told with."""
CAMPS = {"hol_town": "camp_hol", "jeddah": "camp_jadaa"}
"""Towns whose name stands for the camp beside them."""


def spot_of(happening: Happening, grounds: Sequence[Where], lexicon: Lexicon) -> Where | None:
    """The place that was told last before, where the act's own words do not speak of the line; «في المخيم» is its camp."""
    if any(border_of(d.clause) for d in happening.drafts):
        return None
    spot = next((w for w in reversed(grounds) if w.place.kind in _SPOTS), None)
    clause = happening.first.clause
    if spot is None or not (clause.has("facility") or "camp" in clause.plain):
        return spot
    return replace(spot, place=lexicon.places.get(CAMPS.get(spot.place.id, ""), spot.place))


def spotted(report: Report, spot: Where | None) -> Report:
    """A report that stands without a place is where the news beside it was."""
    if spot is None or report.place is not None:
        return report
    span = spot.clause.text.span("place", spot.start, spot.end)
    return replace(report, place=spot.place.mention(), spans=(*report.spans, span))


def known_place(happening: Happening, lexicon: Lexicon) -> Where | None:
    """Where the chronology has it, if its own words name that place."""
    clause, at = happening.first.clause, happening.event.place if happening.event else None
    mention = next((m for m in clause.mentions if at is not None and m.place == at), None)
    if mention is None or at not in lexicon.places:
        return None
    return Where(lexicon.places[at], clause, mention.start, mention.end)


def as_camps(happening: Happening, places: dict[str, Where], lexicon: Lexicon) -> dict[str, Where]:
    """People move from and to the camp that a town's name stands for; it is the camp that an army took over."""
    taken = happening.type is EventType.BORDER_MEASURE and happening.first.clause.has("takeover")
    if happening.type not in MOVEMENTS and not taken:
        return places
    return {end: replace(w, place=lexicon.places.get(CAMPS.get(w.place.id, ""), w.place)) for end, w in places.items()}
