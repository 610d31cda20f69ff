"""Builders for tests: a small registry, stored texts, and coder's reports whose spans are found in the text."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import Any

from django.contrib.auth import get_user_model

from events.codebook import (
    BAGHDAD,
    ActorKind,
    CountKind,
    DateBasis,
    DatePrecision,
    EventType,
    Modality,
    Part,
    PlaceKind,
    PlacePrecision,
    Scope,
    Side,
    SpanIn,
    Unit,
)
from events.models import Actor, Article, ArticleText, Office, Place, Role, Source
from events.reports import Count, ParticipantMention, PlaceMention, Report, Span

TITLE = "Iraqi intelligence chief meets al-Sharaa"
BODY = (
    "Hamid al-Shatri met President al-Sharaa in Damascus on Thursday. "
    "Iraq returned 1905 soldiers through al-Qaim, of them 130 officers. Hundreds more stayed."
)
PUBLISHED = dt.datetime(2024, 12, 27, 9, 0, tzinfo=BAGHDAD)


def source(code: str = "daily", **values: Any) -> Source:
    defaults = {"name_en": code.title(), "name_ar": "", "family": code, "kind": "newspaper", "side": Side.OTHER}
    return Source.objects.get_or_create(code=code, defaults={**defaults, **values})[0]


def actor(code: str, side: Side = Side.IQ, kind: ActorKind = ActorKind.PERSON, **values: Any) -> Actor:
    defaults = {"name_en": code, "name_ar": f"ع {code}", "kind": kind, "side": side}
    return Actor.objects.get_or_create(code=code, defaults={**defaults, **values})[0]


def place(code: str, kind: PlaceKind = PlaceKind.CITY, **values: Any) -> Place:
    defaults = {"name_en": code, "name_ar": f"م {code}", "kind": kind, "lat": 33.5, "lon": 36.3, "country": "SY"}
    return Place.objects.get_or_create(code=code, defaults={**defaults, **values})[0]


def registry() -> None:
    """Two people with dated offices, two bodies, a city, and a crossing with the town at its end."""
    inis = actor("iq_inis", kind=ActorKind.GOVERNMENT_BODY)
    shatri = actor("p_shatri")
    actor("p_sharaa", Side.SY)
    actor("iq_gov", kind=ActorKind.GOVERNMENT_BODY)
    actor("pop_sy_soldiers", Side.SY_FORMER, ActorKind.POPULATION_GROUP)
    office = Office.objects.get_or_create(code="inis-head", defaults={"org": inis, "title_en": "Head of INIS"})[0]
    Role.objects.get_or_create(person=shatri, office=office, start=dt.date(2024, 12, 19))
    country = place("c_sy", PlaceKind.COUNTRY)
    place("damascus", PlaceKind.CAPITAL, ancestors=[country.pk])
    crossing = place("x_qaim", PlaceKind.CROSSING, ancestors=[country.pk], lat=34.4, lon=40.98)
    place("albukamal", PlaceKind.TOWN, ancestors=[country.pk], crossing=crossing)


def article_text(
    url: str = "https://daily.example/1",
    title: str = TITLE,
    body: str = BODY,
    n: int = 1,
    outlet: Source | None = None,
    published: dt.datetime | None = PUBLISHED,
) -> ArticleText:
    key = hashlib.sha256(url.encode()).digest()
    row = Article.objects.get_or_create(url_sha256=key, defaults={"url": url, "source": outlet or source()})[0]
    digest = hashlib.sha256((title + body).encode()).digest()
    return ArticleText.objects.create(
        article=row, n=n, lang="en", title=title, body=body, sha256=digest, published=published
    )


def span(field: str, quote: str, text: str = BODY, where: SpanIn = SpanIn.BODY) -> Span:
    start = text.index(quote)
    return Span(field, start, start + len(quote), quote, where)


def mention(code: str, part: Part = Part.PARTICIPANT, side: Side = Side.IQ) -> ParticipantMention:
    return ParticipantMention(code, code, code, part, side)


def somewhere(code: str) -> PlaceMention:
    return PlaceMention(code, code, 33.5, 36.3, PlacePrecision.TOWN)


def meeting(text: str = BODY, **changes: Any) -> Report:
    """al-Shatri meets al-Sharaa in Damascus on 26 Dec 2024, every value with its span in `text`."""
    report = Report(
        type=EventType.MEETING,
        modality=Modality.DONE,
        confidence=0.8,
        date=dt.date(2024, 12, 26),
        place=somewhere("damascus"),
        participants=(mention("p_shatri"), mention("p_sharaa", Part.HOST, Side.SY)),
        spans=(
            span("type", "met", text),
            span("date", "Thursday", text),
            span("place", "Damascus", text),
            span("participants.0", "al-Shatri", text),
            span("participants.1", "al-Sharaa", text),
        ),
    )
    return replace(report, **changes)


def handover(**changes: Any) -> Report:
    """1,905 soldiers returned through al-Qaim, 130 of them officers; dated by publication."""
    report = Report(
        type=EventType.REPATRIATION,
        modality=Modality.DONE,
        confidence=0.7,
        date=dt.date(2024, 12, 20),
        date_basis=DateBasis.PUBLISHED,
        date_precision=DatePrecision.DAY,
        place=somewhere("x_qaim"),
        participants=(
            mention("iq_gov", Part.INITIATOR),
            mention("pop_sy_soldiers", Part.TARGET, Side.SY_FORMER),
        ),
        counts=(
            Count(130, Unit.OFFICERS, CountKind.EXACT, Scope.BATCH, of=1),
            Count(1905, Unit.SOLDIERS, CountKind.EXACT, Scope.BATCH),
        ),
        spans=(
            span("type", "returned"),
            span("place", "al-Qaim"),
            span("participants.0", "Iraq"),
            span("participants.1", "soldiers"),
            span("counts.0", "130"),
            span("counts.1", "1905"),
        ),
    )
    return replace(report, **changes)


def editor(name: str = "editor") -> Any:
    return get_user_model().objects.get_or_create(username=name)[0]
