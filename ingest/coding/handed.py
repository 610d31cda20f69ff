"""Where a list was handed over and where men come to clear their names: acts whose own words name no place. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.codebook import EventType, PlaceKind
from ingest.coding.event_types import Happening
from ingest.coding.lexicon import Lexicon
from ingest.coding.missions import TELLER
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.sites import CITIES
from ingest.coding.where import Where, named

_SOON = 3
"""Sentences from the act on in which its place may be told."""
_HANDED = regex(
    r"\b(?:deliver\w*|handed|handing|turned|passed|brought|transmitted|submitted|presented|transferred|exchanged|gave)\b"
    r"(?: [^\s,.]+){0,7} (?:in|at) (?:the )?(?:(?:syrian|iraqi) capital,? )?$"
    r"|(?<!\w)\w{0,4}(?:سلم|تسليم|قدم|ناول|اودع|نقل)\w*(?: [^\s،.]+){0,7} (?:في|ب)\s?(?:العاصمه (?:العراقيه |السوريه )?)?$"
)
"""«سُلّم باليد إلى الجهاز النظير في دمشق», "turned over at a security meeting in Damascus"."""
_BODY = regex(
    r"(?:وزاره|حكومه|سلطات|قياده|اداره|سفاره|مسوول\w*) في $|\b(?:ministr\w+|government|authorities|leadership|embassy|officials?|rulers) in $"
)
_DESK = regex(
    r"(?<!\w)[وبل]{0,2}(?:ال)?(?:مركزا?|مراكز|مكتب|مكاتب) (?:\S+ )?(?:ال)?(?:ل?تسوي\w*|مصالح\w*)|\b(?:settlement|reconciliation)\W{1,2}(?:cent\w+|office)"
)
"""A centre for settling the status of soldiers."""
_THERE = regex(
    r"(?:في|ب)\s?(?:مدينه |بلده |محافظه |حي \S+ ب)?$|\b(?:in|at) (?:the )?(?:\S+ ){0,3}(?:city of |town of |province of )?$"
)
_IN_TOWN = regex(r"\bin the (?:city|town)\b|(?<!\w)(?:في|ب)\s?(?:ال)?مدينه(?!\w)")


def handed_at(
    happening: Happening, told: Sequence[Clause], article: Sequence[Clause], lexicon: Lexicon
) -> Where | None:
    """The capital in which information was handed over, the town whose centre takes men's names."""
    if happening.type is EventType.INTELLIGENCE_SHARING:
        return _given(told, article, lexicon)
    if happening.type is EventType.AMNESTY:
        return _desk(told, article, lexicon)
    return None


def _near(told: Sequence[Clause], article: Sequence[Clause], first: int) -> list[Clause]:
    order = told[0].order
    return [c for c in article if not c.titular and first <= c.order - order < _SOON]


def _given(told: Sequence[Clause], article: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    near = _near(told, article, 0)
    capitals = (w for w in named(near, lexicon) if w.place.kind is PlaceKind.CAPITAL)
    return next((w for w in capitals if _HANDED.search(w.before) and not _BODY.search(w.before)), None)


def _desk(told: Sequence[Clause], article: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    near = _near(told, article, -1)
    desk = next((c for c in near if c.order >= told[0].order and _DESK.search(c.plain)), None)
    if desk is None:
        return None
    kinds = (PlaceKind.TOWN, PlaceKind.CITY, PlaceKind.CAPITAL, PlaceKind.ADMIN1)
    places = [w for w in named(sorted(near, key=lambda c: c is not desk), lexicon) if w.place.kind in kinds]
    places = [w for w in places if w.place.country == "SY" and _THERE.search(w.before) and not TELLER.search(w.before)]
    at = next(iter(places), None)
    town = lexicon.places.get(CITIES.get(at.place.id, "")) if at is not None else None
    in_town = town is not None and any(_IN_TOWN.search(c.plain) for c in near)
    return replace(at, place=town) if at is not None and town is not None and in_town else at
