"""Builders for the pages' tests: published events through the import door, in a line each."""

from __future__ import annotations

import datetime as dt
import hashlib
from decimal import Decimal
from itertools import count
from typing import Any

from events.codebook import Basis, ClaimField, CountKind, EventType, Modality, Origin, Part, Scope, Side, Unit
from events.models import Actor, Citation, Claim, Event, Place, Source
from events.resolution import ImportDraft, import_reports
from tests.reporting import actor, place, source

_keys = count(1)

DAY = dt.date(2025, 3, 14)


def claim(field: ClaimField, slot: str = "", **values: Any) -> Claim:
    return Claim(origin=Origin.IMPORT, basis=Basis.CITATION, field=field, slot=slot, confidence=0.9, **values)


def cite(outlet: Source | None = None, url: str = "https://daily.example/a", **values: Any) -> Citation:
    return Citation(source=outlet or source(), url=url, lang="en", published=DAY, **values)


def event(
    type: EventType = EventType.MEETING,
    day: dt.date = DAY,
    people: tuple[tuple[str, Part], ...] = (("p_shatri", Part.PARTICIPANT),),
    where: str | None = "damascus",
    modality: Modality = Modality.DONE,
    title: str = "A happening",
    title_ar: str = "واقعة",
    citation: Citation | None = None,
    extra: tuple[Claim, ...] = (),
    **draft: Any,
) -> Event:
    """A published event as the shipped chronology makes them; actors and places are made when missing."""
    claims = [
        claim(ClaimField.TYPE, v_choice=type),
        claim(ClaimField.MODALITY, v_choice=modality),
        claim(ClaimField.DATE, v_date=day, v_precision="day"),
        claim(ClaimField.TITLE, v_text_en=title, v_text_ar=title_ar),
        *(claim(ClaimField.PARTICIPANT, slot=c, v_actor=_actor(c), v_name=c, v_part=part) for c, part in people),
        *extra,
    ]
    if where:
        claims.append(claim(ClaimField.PLACE, v_place=_place(where), v_precision="town"))
    key = f"t{next(_keys)}"
    made = ImportDraft(
        key=key,
        digest=hashlib.sha256(key.encode()).digest(),
        confidence=0.9,
        claims=claims,
        citations=[citation or cite()],
        **draft,
    )
    return Event.objects.get(pk=import_reports("tests", [made])[0])


def soldiers(n: int, scope: Scope = Scope.BATCH, side: Side | None = None, **values: Any) -> Claim:
    return claim(
        ClaimField.COUNT,
        slot=f"soldiers/{scope.value}",
        v_low=Decimal(n),
        v_unit=Unit.SOLDIERS,
        v_kind=CountKind.EXACT,
        v_scope=scope,
        claimant_side=side,
        **values,
    )


def said(text: str, side: Side, about: str = "note", n: int = 0) -> Claim:
    """An account in words by a source of a side."""
    return claim(ClaimField.NOTE, slot=f"{about}:{n}", v_text_en=text, claimant_side=side)


def _actor(code: str) -> Actor:
    return Actor.objects.filter(code=code).first() or actor(code)


def _place(code: str) -> Place:
    return Place.objects.filter(code=code).first() or place(code)
