"""Does it concern both Iraq and Syria, or a third party's act on their security file? PURE."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.codebook import BORDER_PLACE, EventType, Family, Part, Side
from events.reports import ParticipantMention
from ingest.coding.actors import Mention
from ingest.coding.cues import cues
from ingest.coding.event_types import Happening
from ingest.coding.lexicon import Hit, Lexicon, Place
from ingest.coding.text import Text

_COUNTRY_OF_SIDE = {
    Side.IQ: "IQ",
    Side.KRG: "IQ",
    Side.IQ_FACTION: "IQ",
    Side.SY: "SY",
    Side.SY_FORMER: "SY",
    Side.SDF: "SY",
}
_BOTH = {"IQ", "SY"}


def names_both(hits: Iterable[Hit], lexicon: Lexicon) -> bool:
    """The early question, answered from the scan alone: is anything of Iraq and anything of Syria named at all?"""
    found: set[str] = set()
    for hit in hits:
        for actor in hit.name.actors:
            found.add(_COUNTRY_OF_SIDE.get(lexicon.actors[actor].side, ""))
        for place in hit.name.places:
            entry = lexicon.places[place]
            found |= _BOTH if _on_the_line(entry) else {entry.country}
        for office in hit.name.offices:
            found.add(_COUNTRY_OF_SIDE.get(lexicon.actors[lexicon.offices[office].org].side, ""))
        if found >= _BOTH:
            return True
    return False


def _on_the_line(place: Place) -> bool:
    """The border itself and its crossings touch both countries."""
    return place.border_pair == "IQ-SY" or place.id == BORDER_PLACE


def is_discarded(texts: Sequence[Text]) -> bool:
    """Sport, weather, entertainment in the title or lead."""
    head = [t.plain[:300] for t in texts]
    return any(p.search(part) for p in cues().discard for part in head)


def concerns_both(
    happening: Happening, people: Sequence[ParticipantMention], nearby: Iterable[Mention], lexicon: Lexicon
) -> bool:
    """Whether an Iraqi and a Syrian part stand in the event itself: by who takes part, or whose ground it touches."""
    acting = {_COUNTRY_OF_SIDE[p.side] for p in people if p.side in _COUNTRY_OF_SIDE and p.part is not Part.MENTIONED}
    if acting >= _BOTH:
        return True
    touched = {c for m in nearby for c in _countries(m, lexicon)}
    if happening.type in (EventType.MEETING, EventType.CALL, EventType.AGREEMENT):
        return bool(acting) and touched >= _BOTH and len({p.side for p in people}) > 1
    if happening.type.family is Family.CONTEXT and happening.type is not EventType.INCIDENT:
        return False
    return bool(acting or people) and touched | acting >= _BOTH


def _countries(mention: Mention, lexicon: Lexicon) -> set[str]:
    found: set[str] = set()
    if mention.actor:
        country = _COUNTRY_OF_SIDE.get(lexicon.actors[mention.actor].side)
        found |= {country} if country else set()
    if mention.place:
        entry = lexicon.places[mention.place]
        found |= _BOTH if _on_the_line(entry) else {entry.country}
    return found
