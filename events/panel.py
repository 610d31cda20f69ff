"""What stands around the list of events: the filter form, the filters that are on, switches, the chart's data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from events.codebook import (
    FAMILY_OF,
    ROLLED_UP,
    DatePrecision,
    Dim,
    EventType,
    Family,
    Level,
    Modality,
    Origin,
    Side,
    StatusBy,
    Theme,
)
from events.filterform import Ref
from events.filters import ALL, PUBLISHED, Filters
from events.labels import label
from events.models import Actor, Claim, MonthCount, Place, Report, Source
from events.models.registry import Named
from events.series import Month
from events.tenure import period_end
from events.wording import arabic, day_text, month_short, month_text

CHRONOLOGY = "chronology"
"""The data set that is shipped."""


@dataclass(frozen=True, slots=True)
class Option:
    """A box to tick."""

    value: str
    name: str
    on: bool
    of: str = ""


@dataclass(frozen=True, slots=True)
class Picker:
    """A list of registry rows to add from, and those already chosen."""

    parameter: str
    name: str
    add: str
    chosen: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The filter form with its present state."""

    families: tuple[Option, ...]
    types: tuple[tuple[Option, tuple[Option, ...]], ...]
    sides: tuple[Option, ...]
    modalities: tuple[Option, ...]
    themes: tuple[Option, ...]
    levels: tuple[Option, ...]
    by: tuple[Option, ...]
    pickers: tuple[Picker, ...]
    first: str
    last: str
    q: str
    status: str
    statements: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on, and the query string without it."""

    name: str
    value: str
    off: str


def panel(filters: Filters) -> Panel:
    """The filter form. Sides that others are rolled up into come first; a rolled-up one can be asked for by itself."""
    types = _options(EventType, filters.type)
    families = _options(Family, filters.family)
    by_family = [
        (family, tuple(t for t in types if FAMILY_OF[EventType(t.value)] == family.value)) for family in families
    ]
    return Panel(
        families=families,
        types=tuple(by_family),
        sides=_options(Side, filters.side),
        modalities=_options(Modality, filters.modality),
        themes=_options(Theme, filters.theme),
        levels=_options(Level, filters.level),
        by=_options(StatusBy, filters.by),
        pickers=(
            _picker("actor", _("Actor"), _("Any actor"), _("Add an actor"), Dim.ACTOR, Actor, filters.actor),
            _picker("place", _("Place"), _("Any place"), _("Add a place"), Dim.PLACE, Place, filters.place),
            _picker("source", _("Source"), _("Any source"), _("Add a source"), Dim.SOURCE, Source, filters.source),
        ),
        first=filters.first.isoformat() if filters.first else "",
        last=filters.last.isoformat() if filters.last else "",
        q=filters.q,
        status=filters.status,
        statements=filters.statements,
    )


def _options(words: type[StrEnum], chosen: Sequence[StrEnum]) -> tuple[Option, ...]:
    rolled = {s.value: r.value for s, r in ROLLED_UP.items()} if words is Side else {}
    return tuple(Option(w.value, str(label(w)), w in chosen, rolled.get(w.value, "")) for w in words)


def _picker(
    parameter: str, name: str, empty: str, add: str, dim: Dim, model: type[Named], chosen: Iterable[Ref]
) -> Picker:
    """Rows that have events, in order of name: one more can be added to those chosen."""
    language = "ar" if arabic() else "en"
    picked = tuple((ref.code, ref.name_in(language)) for ref in chosen)
    with_events = MonthCount.objects.filter(dim=dim, n__gt=0).values("key")
    rows = model._default_manager.filter(pk__in=with_events).only("code", "name_en", "name_ar")
    taken = {code for code, _name in picked}
    names = sorted(((r.code, r.name_in(language)) for r in rows if r.code not in taken), key=lambda n: n[1].lower())
    return Picker(parameter, name, add if picked else empty, picked, tuple(names))


def chips(filters: Filters) -> list[Chip]:
    """The filters that are on, in the order of the form."""
    language = "ar" if arabic() else "en"
    found = []
    for name, heading in (("actor", _("Actor")), ("place", _("Place")), ("source", _("Source"))):
        found += [Chip(heading, r.name_in(language), filters.without(name, r)) for r in getattr(filters, name)]
    for name, heading in (
        ("family", _("Family")),
        ("type", _("Type")),
        ("side", _("Side")),
        ("modality", _("Stage")),
        ("theme", _("Theme")),
        ("level", _("Level of contact")),
        ("by", _("Recorded by")),
    ):
        found += [Chip(heading, str(label(w)), filters.without(name, w)) for w in getattr(filters, name)]
    if filters.first or filters.last:
        found.append(Chip(_("Dates"), _span(filters.first, filters.last), filters.query(first=None, last=None)))
    if filters.q:
        found.append(Chip(_("Words"), filters.q, filters.without("q")))
    return found


def _span(first: date | None, last: date | None) -> str:
    if first and last:
        whole_month = first.day == 1 and last + timedelta(days=1) == period_end(first, DatePrecision.MONTH)
        return month_text(first) if whole_month else f"{day_text(first)} – {day_text(last)}"
    if first:
        return _("from %(day)s") % {"day": day_text(first)}
    return _("until %(day)s") % {"day": day_text(last)} if last else ""


def switches(filters: Filters) -> dict[str, Any]:
    """The two switches above the list: the state of each and the query string that turns it."""
    return {
        "statements_hidden": filters.hides_statements,
        "statements_asked": EventType.STATEMENT in filters.type,
        "statements_turned": filters.query(statements=not filters.statements),
        "published_only": filters.status == PUBLISHED,
        "status_turned": filters.query(status="" if filters.status == PUBLISHED else PUBLISHED),
        "export": filters.query(),
        "export_all": filters.query(status=ALL),
    }


def chart_of(months: Sequence[Month], filters: Filters) -> dict[str, Any]:
    """What the script draws and the table beside it says; `on` tells which months the dates of the filter touch."""
    page = reverse("events:timeline")
    return {
        "families": [(f.value, str(label(f)), [m.counts[n] for m in months]) for n, f in enumerate(Family)],
        "data": {
            "labels": [month_short(m.first) for m in months],
            "names": [month_text(m.first) for m in months],
            "urls": [f"{page}?{_month_query(filters, m.first)}" for m in months],
            "on": [_touches(filters, m.first) for m in months],
            "families": [
                {"key": f.value, "label": str(label(f)), "counts": [m.counts[n] for m in months]}
                for n, f in enumerate(Family)
            ],
            "total": _("Total"),
        },
        "rows": [
            {"name": month_text(m.first), "query": _month_query(filters, m.first), "counts": m.counts, "total": m.total}
            for m in reversed(months)
        ],
        "narrowed": bool(filters.first or filters.last),
        "all_months": filters.query(first=None, last=None),
        "empty": not months,
    }


def _month_query(filters: Filters, month: date) -> str:
    return filters.query(first=month, last=period_end(month, DatePrecision.MONTH) - timedelta(days=1))


def _touches(filters: Filters, month: date) -> bool:
    return (filters.first is None or period_end(month, DatePrecision.MONTH) > filters.first) and (
        filters.last is None or month <= filters.last
    )


def shipped_until() -> str:
    """The day of the last event of the shipped chronology, '' without one."""
    reports = Report.objects.filter(dataset=CHRONOLOGY, origin=Origin.IMPORT)
    last = Claim.objects.filter(report__in=reports, field="date").aggregate(last=Max("v_date"))["last"]
    return day_text(last) if last else ""
