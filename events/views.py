"""The pages. Each view reads what is asked for, asks for the rows, and renders."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.access import readable
from events.claimtext import FIELD_NAMES
from events.codebook import BAGHDAD, EventStatus
from events.dossier import dossier, for_page
from events.filters import BadFilters, read_filters
from events.listing import page_of
from events.models import Actor, Article, Event
from events.panel import chart_of, chips, panel, shipped_until, switches
from events.profiles import index, profile
from events.reading import reading
from events.series import per_month, total


@require_safe
@readable
def timeline(request: HttpRequest) -> HttpResponse:
    """The chart of events per month over the list of them, newest first."""
    try:
        filters = read_filters(request.GET)
    except BadFilters as bad:
        return render(request, "400.html", {"errors": bad.errors}, status=400)
    page = page_of(filters)
    context = {
        "filters": filters,
        "page": page,
        "older": filters.query(after=page.next) if page.next else "",
        "total": total(filters),
        "chart": chart_of(per_month(replace(filters, first=None, last=None)), filters),
        "panel": panel(filters),
        "chips": chips(filters),
        "switches": switches(filters),
        "shipped_until": shipped_until(),
    }
    return render(request, "events/timeline.html", context)


@require_safe
@readable
def event(request: HttpRequest, public_id: str) -> HttpResponse:
    """One event: what, who, where, when, how many, and who says so."""
    found = get_object_or_404(for_page(Event.objects.all()), public_id=public_id)
    if found.status == EventStatus.MERGED and found.merged_into:
        return redirect("events:event", public_id=found.merged_into.public_id, permanent=False)
    if not found.listed:
        return render(request, "events/gone.html", {"event": found}, status=410)
    return render(request, "events/event.html", {"d": dossier(found)})


@require_safe
@login_required
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """A stored text with what was read from it; `?version=` shows an earlier one."""
    wanted = request.GET.get("version", "")
    if wanted and not (wanted.isascii() and wanted.isdigit() and len(wanted) < 5):
        errors = [("version", _("A version is a number."))]
        return render(request, "400.html", {"errors": errors}, status=400)
    found = get_object_or_404(Article.objects.select_related("source", "current_coding", "copy_of"), pk=pk)
    page = reading(found, int(wanted) if wanted else None)
    if page is None:
        raise Http404
    return render(request, "events/article.html", {"page": page, "legend": FIELD_NAMES.items()})


@require_safe
@readable
def actors(request: HttpRequest) -> HttpResponse:
    """All actors by side, searchable by any of their names."""
    query = request.GET.get("q", "")[:100]
    groups = index(query)
    return render(request, "events/actors.html", {"q": query, "groups": groups, "n": sum(len(g[2]) for g in groups)})


@require_safe
@readable
def actor(request: HttpRequest, code: str) -> HttpResponse:
    """One actor: names, dated roles, events."""
    found = get_object_or_404(Actor.objects.select_related("parent").prefetch_related("holdings"), code=code)
    page = profile(found, timezone.now().astimezone(BAGHDAD).date())
    return render(request, "events/actor.html", {"p": page})


@require_safe
@readable
def about(request: HttpRequest) -> HttpResponse:
    """How events come about and how to read the page of one."""
    return render(request, "events/about.html", {"shipped_until": shipped_until()})
