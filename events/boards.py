"""The analysts' pages over many events: numbers, promises, crossings, series, announcements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.access import readable
from events.codebook import BAGHDAD, CrossingState
from events.crossings import crossings
from events.dossier import for_page
from events.filters import BadFilters, Filters, read_filters
from events.labels import label
from events.lags import Lags, lags
from events.ledger import ledger
from events.models import Event, Series
from events.panel import chips, panel, switches
from events.programmes import EPOCH, all_series, programme
from events.promises import promises
from events.wording import month_text

Page = Callable[..., HttpResponse]


def today() -> date:
    """The day in Baghdad."""
    return timezone.now().astimezone(BAGHDAD).date()


def board(view: Page) -> Page:
    """A page that takes the timeline's filters; what is wrong with them is a page with status 400."""

    @require_safe
    @readable
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            filters = read_filters(request.GET)
        except BadFilters as bad:
            return render(request, "400.html", {"errors": bad.errors}, status=400)
        return view(request, filters, *args, **kwargs)

    return checked


def around(filters: Filters) -> dict[str, Any]:
    """The filter form and what stands above a list."""
    return {"filters": filters, "panel": panel(filters), "chips": chips(filters), "switches": switches(filters)}


def shown_event(public_id: str) -> Event:
    """A listed event; anything else is not found."""
    found = get_object_or_404(for_page(Event.objects.all()), public_id=public_id)
    if not found.listed:
        raise Http404
    return found


@board
def numbers(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Every figure that anybody gives, and batches added up against announced totals."""
    return render(request, "events/ledger.html", {"ledger": ledger(filters), **around(filters)})


@board
def promised(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Promises and what became of them, the open ones first, oldest first."""
    grace = settings.PROMISE_OVERDUE_DAYS
    context = {"promises": promises(filters, today(), grace), "grace": grace}
    return render(request, "events/promises.html", {**context, **plain(filters)})


@board
def crossing_states(request: HttpRequest, filters: Filters) -> HttpResponse:
    """The state of each crossing over time."""
    return render(
        request, "events/crossings.html", {"page": crossings(filters, today()), "states": states(), **plain(filters)}
    )


@board
def series_list(request: HttpRequest, filters: Filters) -> HttpResponse:
    """All programmes."""
    return render(request, "events/series_list.html", {"rows": all_series(), **plain(filters)})


@board
def series(request: HttpRequest, filters: Filters, slug: str) -> HttpResponse:
    """One programme: batches, gaps, totals, curves."""
    found = get_object_or_404(Series, slug=slug)
    return render(request, "events/series.html", {"p": programme(found, filters), **plain(filters)})


@board
def announcements(request: HttpRequest, filters: Filters) -> HttpResponse:
    """How long after an act each capital first told of it."""
    page = lags(filters)
    context = {"lags": page, "chart": lag_chart(page), "months": [(month_text(m.month), m) for m in page.months]}
    return render(request, "events/announcements.html", {**context, **around(filters)})


def states() -> list[tuple[str, str]]:
    """The legend of the strips."""
    return [*((s.value, str(label(s))) for s in CrossingState), ("unknown", _("not known"))]


def plain(filters: Filters) -> dict[str, Any]:
    """What a page without the filter form shows of its filters."""
    return {"filters": filters, "chips": chips(filters), "switches": switches(filters)}


def lag_chart(page: Lags) -> dict[str, Any]:
    """The medians per month as the script draws them."""
    lines = [(_("Baghdad"), "iq", [(m.month, m.iq) for m in page.months])]
    lines.append((_("Damascus"), "sy", [(m.month, m.sy) for m in page.months]))
    return {
        "unit": _("days"),
        "months": True,
        "lines": [
            {"label": name, "side": side, "points": [[(d - EPOCH).days, n] for d, n in points if n is not None]}
            for name, side, points in lines
        ],
    }
