"""Which known programme a movement belongs to: al-Hol returns, Hasakah to Iraq in 2026. PURE.

A programme is told by what is moved, from where and when; its slug is that of the series whose batches the events are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from events.codebook import EventType, Modality


@dataclass(frozen=True, slots=True)
class Campaign:
    """A programme: movements of a type and a group, from any of some places, into Iraq, within its days."""

    slug: str
    type: EventType
    group: str
    start_places: frozenset[str]
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Movement:
    """An event as a programme sees it: registry ids of the people moved, of where they set out, and of where to (each
    with all that contains it)."""

    type: EventType
    modality: Modality
    day: dt.date
    groups: frozenset[str]
    start: frozenset[str]
    goal: frozenset[str]


CAMPAIGNS = (
    Campaign(
        slug="alhol_returns",
        type=EventType.REPATRIATION,
        group="pop_camp_families",
        start_places=frozenset({"camp_hol", "hol_town"}),
        first=dt.date(2021, 1, 1),
        last=dt.date(2100, 1, 1),
    ),
    Campaign(
        slug="hasakah_to_iraq_2026",
        type=EventType.DETAINEE_TRANSFER,
        group="pop_isis_detainees",
        start_places=frozenset({"sy_hasakah", "ne_syria"}),
        first=dt.date(2026, 1, 21),
        last=dt.date(2026, 2, 13),
    ),
)
"""The last day of the second is that on which its end was told."""

_IRAQ = "c_iq"
_MOVED = frozenset({Modality.PLANNED, Modality.ONGOING, Modality.DONE})


def campaign_of(movement: Movement, campaigns: Iterable[Campaign] = CAMPAIGNS) -> str | None:
    """The slug of the programme, or None. A movement that names no goal is one to Iraq if it sets out there."""
    for campaign in campaigns:
        if movement.type is not campaign.type or movement.modality not in _MOVED:
            continue
        if not campaign.first <= movement.day <= campaign.last or campaign.group not in movement.groups:
            continue
        if movement.start & campaign.start_places and (not movement.goal or _IRAQ in movement.goal):
            return campaign.slug
    return None
