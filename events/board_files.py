"""The JSON and CSV siblings of the analysts' pages: codes, not words; published events unless asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from events.access import readable
from events.api import answered, download, json
from events.boards import shown_event, today
from events.codebook import Scope
from events.crossings import Crossings, crossings
from events.dossier import Dossier, dossier
from events.exports import csv_lines
from events.filters import Filters
from events.lags import Lags, lags
from events.ledger import Entry, UnitSum, ledger
from events.models import Event, Series
from events.programmes import Programme, all_series, programme
from events.promises import promises

Rows = list[dict[str, Any]]


ABOUT = ("public_id", "date", "title_en", "title_ar", "status", "status_by")

FIGURE = (
    *ABOUT,
    *("value", "high", "unit", "scope", "kind", "part_of_a_total", "stands"),
    *("who", "side", "outlet", "url", "said_from", "said_to"),
)

PROMISE = (
    *ABOUT,
    *("type", "modality", "outcome", "due", "days_late", "first_said", "said_by", "carried_out_as"),
)

CROSSING = ("crossing", "name_en", "name_ar", "state", "from", "until", "events")

SERIES = ("series", "title_en", "title_ar", "events", "first", "last")

LAG = (
    *ABOUT,
    *(
        f"{side}_{what}"
        for side in ("baghdad", "damascus")
        for what in ("told_by", "day_is_sure", "official", "lag_days")
    ),
)

SIDES = ("field", "verdict", "column", "silent", "value", "only_here", "who", "urls")


def about(event: Event) -> dict[str, Any]:
    """What names an event in every file, and says who answers for it."""
    return {
        "public_id": event.public_id,
        "date": event.date.isoformat() if event.date else None,
        "title_en": event.title_en,
        "title_ar": event.title_ar,
        "status": event.status,
        "status_by": event.status_by,
    }


def figure(entry: Entry) -> dict[str, Any]:
    """One figure that somebody gives."""
    return {
        **about(entry.event),
        "value": float(entry.low),
        "high": None if entry.high is None else float(entry.high),
        "unit": entry.unit,
        "scope": entry.scope,
        "kind": entry.kind,
        "part_of_a_total": entry.part,
        "stands": entry.stands,
        "who": entry.line.who or None,
        "side": entry.line.group or None,
        "outlet": entry.line.outlet or None,
        "url": entry.line.url or None,
        "said_from": entry.said_from.isoformat() if entry.said_from else None,
        "said_to": entry.said_to.isoformat() if entry.said_to else None,
    }


def reckoned(sums: Iterable[UnitSum]) -> Rows:
    """Batches added up, each against the totals and plans announced."""
    return [
        {
            "unit": s.unit,
            "batches": s.reckoning.batches,
            "added_up": float(s.reckoning.best),
            "low": float(s.reckoning.low),
            "high": float(s.reckoning.high),
            "announced": [
                {
                    "value": float(g.entry.low),
                    "scope": g.entry.scope,
                    "who": g.entry.line.who or g.entry.line.outlet or None,
                    "day": g.entry.day.isoformat(),
                    "of_this_batch_alone": g.own,
                    "batches": g.batches,
                    "added_up": float(g.added),
                    "gap": float(g.gap),
                }
                for g in s.gaps
            ],
        }
        for s in sums
    ]


def as_csv(rows: Rows, header: Iterable[str], name: str) -> HttpResponseBase:
    """Rows as a file; without any it has its header all the same."""
    columns = tuple(header)
    return download(csv_lines(columns, ([r[c] for c in columns] for r in rows)), name)


@answered
def ledger_json(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """Every figure by programme, and the batches of each added up."""
    page = ledger(filters)
    sections = [
        {"series": s.series.slug if s.series else None, "sums": reckoned(s.sums), "figures": [*map(figure, s.entries)]}
        for s in page.sections
    ]
    return json({"query": filters.query(), "events": page.events, "capped": page.capped, "sections": sections})


@answered
def ledger_csv(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """Every figure, a line each."""
    return as_csv([figure(e) for e in ledger(filters).entries], FIGURE, "numbers.csv")


def promise_rows(filters: Filters) -> Rows:
    """Promises with their outcome."""
    found = promises(filters, today(), settings.PROMISE_OVERDUE_DAYS)
    return [
        {
            **about(p.event),
            "type": p.event.type,
            "modality": p.event.modality,
            "outcome": p.outcome.value,
            "due": p.due.isoformat(),
            "days_late": p.late,
            "first_said": p.said.isoformat() if p.said else None,
            "said_by": "; ".join(dict.fromkeys(line.who or line.outlet for line in p.lines)),
            "carried_out_as": p.result.public_id if p.result else None,
        }
        for p in found.all
    ]


@answered
def promises_json(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """All promises, and the days after which one counts as overdue."""
    rows = promise_rows(filters)
    return json({"query": filters.query(), "overdue_after_days": settings.PROMISE_OVERDUE_DAYS, "promises": rows})


@answered
def promises_csv(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """All promises, a line each."""
    return as_csv(promise_rows(filters), PROMISE, "promises.csv")


def crossing_rows(page: Crossings) -> Rows:
    """The intervals of every crossing."""
    return [
        {
            "crossing": c.place.code,
            "name_en": c.place.name_en,
            "name_ar": c.place.name_ar,
            "state": s.state,
            "from": s.start.isoformat() if s.start else None,
            "until": s.end.isoformat() if s.end else None,
            "events": "; ".join(e.public_id for e in s.events),
        }
        for c in page.rows
        for s in c.stretches
    ]


@answered
def crossings_json(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """The intervals of every crossing; `until` is the first day on which it no longer holds."""
    return json({"query": filters.query(), "intervals": crossing_rows(crossings(filters, today()))})


@answered
def crossings_csv(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """The intervals of every crossing, a line each."""
    return as_csv(crossing_rows(crossings(filters, today())), CROSSING, "crossings.csv")


def step_rows(page: Programme) -> Rows:
    """Batches in order and the gaps between their ordinals."""
    empty = dict.fromkeys(ABOUT)
    return [
        {
            "ordinal": s.slot.first,
            "last_missing": s.slot.last if s.row is None else None,
            "missing": s.slot.missing,
            **(about(s.event) if s.event else empty),
            "figures": "; ".join(f"{e.low:f} {e.unit}" for e in s.figures),
        }
        for s in page.steps
    ]


@answered
def all_series_json(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """Every series with its reach."""
    return json({"series": series_rows()})


@answered
def all_series_csv(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """Every series, a line each."""
    return as_csv(series_rows(), SERIES, "series.csv")


def series_rows() -> Rows:
    """Slug, titles, batches, first and last day."""
    return [
        {
            "series": s.slug,
            "title_en": s.title_en,
            "title_ar": s.title_ar,
            "events": s.batches,  # type: ignore[attr-defined]
            "first": s.first.isoformat() if s.first else None,  # type: ignore[attr-defined]
            "last": s.last.isoformat() if s.last else None,  # type: ignore[attr-defined]
        }
        for s in all_series()
    ]


def series_json(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Batches and gaps, sums, claims on the programme, and the points of the curves."""

    @answered
    def answer(request: HttpRequest, filters: Filters) -> HttpResponseBase:
        page = programme(get_object_or_404(Series, slug=slug), filters)
        curves = [
            {
                "unit": unit.unit,
                "claimant": c.claimant or None,
                "scope": c.scope,
                "points": [[day.isoformat(), float(n)] for day, n in c.points],
            }
            for unit in page.curves
            for c in unit.curves
        ]
        return json(
            {
                "series": slug,
                "batches": step_rows(page),
                "missing": page.missing,
                "sums": reckoned(page.sums),
                "claims": [figure(e) for e in page.entries if e.scope != Scope.BATCH],
                "curves": curves,
            }
        )

    return answer(request)


def series_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Every figure of the series, a line each."""

    @answered
    def answer(request: HttpRequest, filters: Filters) -> HttpResponseBase:
        page = programme(get_object_or_404(Series, slug=slug), filters)
        return as_csv([figure(e) for e in page.entries], FIGURE, f"series-{slug}.csv")

    return answer(request)


def lag_rows(page: Lags) -> Rows:
    """Acts with each capital's first word."""
    rows = []
    for told in page.told:
        cells: dict[str, Any] = about(told.event)
        for side, word, lag in (("baghdad", told.iq, told.lag_iq), ("damascus", told.sy, told.lag_sy)):
            cells[f"{side}_told_by"] = word.day.isoformat() if word and word.day else None
            cells[f"{side}_day_is_sure"] = word.sure if word else None
            cells[f"{side}_official"] = word.official if word else None
            cells[f"{side}_lag_days"] = lag
        rows.append(cells)
    return rows


@answered
def lags_json(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """Acts with each capital's first word, and the medians per month."""
    page = lags(filters)
    months = [
        {
            "month": m.month.strftime("%Y-%m"),
            "baghdad": m.iq,
            "baghdad_n": m.iq_n,
            "damascus": m.sy,
            "damascus_n": m.sy_n,
        }
        for m in page.months
    ]
    return json({"query": filters.query(), "months": months, "acts": lag_rows(page)})


@answered
def lags_csv(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """Acts with each capital's first word, a line each."""
    return as_csv(lag_rows(lags(filters)), LAG, "announcements.csv")


def side_rows(page: Dossier) -> Rows:
    """The two-capital table, a row per field, column and value."""
    if page.capitals is None:
        return []
    return [
        {
            "field": line.code,
            "verdict": line.verdict.value or None,
            "column": column.group,
            "silent": column.silent,
            "value": value.value,
            "only_here": only,
            "who": "; ".join(dict.fromkeys(by.who or by.outlet for by in lines)),
            "urls": "; ".join(dict.fromkeys(by.url for by in lines if by.url)),
        }
        for line in page.capitals.lines
        for column in line.columns
        for value, lines, only in column.values
    ]


def event_file(rows_of: Any, name: str, kind: str) -> Any:
    """A view of one event's table as JSON or CSV."""

    @readable
    def answer(request: HttpRequest, public_id: str) -> HttpResponseBase:
        page = dossier(shown_event(public_id))
        rows = rows_of(page)
        if kind == "csv":
            return as_csv(rows, FIGURE if name == "numbers" else SIDES, f"{public_id}-{name}.csv")
        extra: Mapping[str, Any] = {"sums": reckoned(page.sums)} if name == "numbers" else silent(page)
        return json({"public_id": public_id, name: rows, **extra})

    return answer


def silent(page: Dossier) -> dict[str, Any]:
    """Which capitals say nothing."""
    return {"silent": list(page.capitals.silent) if page.capitals else ["iq", "sy"]}


def number_rows(page: Dossier) -> Rows:
    """Every figure of one event."""
    return [figure(e) for e in page.entries]


sides_json = event_file(side_rows, "sides", "json")
sides_csv = event_file(side_rows, "sides", "csv")
numbers_json = event_file(number_rows, "numbers", "json")
numbers_csv = event_file(number_rows, "numbers", "csv")
