"""The JSON and CSV siblings of the timeline and its chart: the same filters, published events unless asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_safe

from events.access import readable
from events.codebook import Family
from events.exports import (
    COLUMNS,
    csv_lines,
    event_cells,
    event_row,
    events_in_chunks,
    exported,
    month_row,
    published_unless_asked,
)
from events.filterform import Cursor
from events.filters import BadFilters, Filters, read_filters
from events.models import Event
from events.series import TOTAL_CAP, per_month, total

JSON_PAGE = 200
"""Events in one answer; `next` is the query string of the following one."""

Answer = Callable[[HttpRequest, Filters], HttpResponseBase]


def answered(answer: Answer) -> Answer:
    """Check the query string; what is wrong with it comes back as JSON with status 400."""

    @require_safe
    @readable
    @wraps(answer)
    def checked(request: HttpRequest) -> HttpResponseBase:
        try:
            filters = read_filters(request.GET)
        except BadFilters as bad:
            return json({"errors": [{"parameter": p, "message": m} for p, m in bad.errors]}, status=400)
        return answer(request, replace(filters, **published_unless_asked(filters)))

    return checked


def json(data: Any, status: int = 200) -> HttpResponse:
    """A JSON response in UTF-8."""
    return HttpResponse(orjson.dumps(data), content_type="application/json", status=status)


def download(lines: Any, name: str) -> StreamingHttpResponse:
    """A CSV file that is sent while it is written."""
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@answered
def timeline_json(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """One page of events, the total (counted up to a cap) and the query string of the next page."""
    rows = list(filters.page(exported(Event.objects.listed()), JSON_PAGE))
    shown = rows[:JSON_PAGE]
    last = shown[-1] if len(rows) > JSON_PAGE else None
    count = total(filters)
    return json(
        {
            "query": filters.query(after=filters.after),
            "total": count.n,
            "total_is_capped": count.more,
            "cap": TOTAL_CAP,
            "events": [event_row(event) for event in shown],
            "next": filters.query(after=Cursor(last.date, last.pk)) if last else None,
        }
    )


@answered
def timeline_csv(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """All events asked for."""
    return download(csv_lines(COLUMNS, map(event_cells, events_in_chunks(filters))), "events.csv")


@answered
def months_json(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """The numbers of the chart."""
    rows = [month_row(month) for month in per_month(filters)]
    return json({"query": filters.query(), "families": [f.value for f in Family], "months": rows})


@answered
def months_csv(request: HttpRequest, filters: Filters) -> HttpResponseBase:
    """The numbers of the chart, one line a month."""
    header = ["month", *(f.value for f in Family), "total"]
    rows = (month_row(month) for month in per_month(filters))
    return download(csv_lines(header, (row.values() for row in rows)), "months.csv")
