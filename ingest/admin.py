"""Feeds and entries for those who look after the sources."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.codebook import Side
from events.models import Source
from ingest import archives
from ingest.leases import retry
from ingest.models import Entry, Feed
from ingest.opml import MAX_BYTES, OpmlProblem, Outline, read_opml, write_opml

PAGES_BACK = 20


class OpmlForm(forms.Form):
    """One OPML file."""

    file = forms.FileField(label=_("OPML file"))

    def clean_file(self) -> list[Outline]:
        """The feeds that it lists."""
        given = self.cleaned_data["file"]
        try:
            return read_opml(given.read(MAX_BYTES + 1))
        except OpmlProblem as problem:
            raise forms.ValidationError(str(problem)) from problem


@transaction.atomic
def add_feeds(outlines: list[Outline]) -> tuple[int, int]:
    """Add what is new; returns how many were added and how many were known."""
    known = set(Feed.objects.filter(url__in=[o.url for o in outlines]).values_list("url", flat=True))
    for outline in (o for o in outlines if o.url not in known):
        name = outline.source or urlsplit(outline.url).hostname or outline.url
        source = Source.objects.filter(name_en=name).first() or Source.objects.filter(name_ar=name).first()
        if source is None:
            code = f"opml_{hashlib.sha256(name.encode()).hexdigest()[:12]}"
            values = {"name_en": name, "family": code, "kind": "website", "side": Side.OTHER}
            source = Source.objects.get_or_create(code=code, defaults={**values, "homepage": outline.homepage})[0]
        Feed.objects.create(
            source=source, url=outline.url, kind=outline.kind, section=outline.section, lang=outline.lang,
            selector=outline.selector,
        )  # fmt: skip
    return len(outlines) - len(known), len(known)


@admin.register(Feed)
class FeedAdmin(admin.ModelAdmin):
    """The schedule: what is polled how often, and how it went last."""

    list_display = (
        "source",
        "url",
        "enabled",
        "interval",
        "last_success_at",
        "last_error",
        "failures",
        "next_check_at",
    )
    list_editable = ("enabled",)
    list_filter = ("enabled", "kind", "lang", "reported")
    search_fields = ("url", "source__name_en", "source__name_ar", "section")
    autocomplete_fields = ("source",)
    list_select_related = ("source",)
    readonly_fields = (
        "last_checked_at",
        "last_success_at",
        "last_error",
        "last_error_at",
        "failures",
        "opened_at",
        "archive_pages",
        "archive_note",
        "etag",
        "last_modified",
    )
    actions = ("poll_now", "read_back", "export_opml")
    change_list_template = "admin/ingest/feed/change_list.html"

    def get_urls(self) -> list[Any]:
        """The list's own pages, and the one that imports."""
        own = path("opml/", self.admin_site.admin_view(self.import_opml), name="ingest_feed_opml")
        return [own, *super().get_urls()]

    def import_opml(self, request: HttpRequest) -> HttpResponse:
        """Add the feeds of an OPML file, switched off; a source that is unknown by name is made."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = OpmlForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            n, known = add_feeds(form.cleaned_data["file"])
            words = _("%(n)d feeds were added, switched off; %(known)d were known.") % {"n": n, "known": known}
            self.message_user(request, words, messages.SUCCESS)
            return redirect("admin:ingest_feed_changelist")
        context = {**self.admin_site.each_context(request), "form": form, "title": _("Import OPML"), "opts": self.opts}
        return render(request, "admin/ingest/feed/opml.html", context)

    @admin.action(description=_("Export as OPML"))
    def export_opml(self, request: HttpRequest, queryset: QuerySet[Feed]) -> HttpResponse:
        """A file of the selected feeds."""
        rows = queryset.select_related("source").order_by("source__name_en", "url")
        outlines = [
            Outline(f.source.name_en, f.url, f.kind, f.source.homepage, f.section, f.lang, f.selector) for f in rows
        ]
        answer = HttpResponse(write_opml(outlines), content_type="text/x-opml; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="feeds.opml"'
        return answer

    @admin.action(description=_("Poll at the next opportunity"))
    def poll_now(self, request: HttpRequest, queryset: QuerySet[Feed]) -> None:
        """Make feeds due; the worker takes them within seconds."""
        n = queryset.update(next_check_at=Now(), enabled=True)
        self.message_user(request, _("%(n)d feeds are due now.") % {"n": n}, messages.SUCCESS)

    @admin.action(description=_("Read the archive back (20 pages)"))
    def read_back(self, request: HttpRequest, queryset: QuerySet[Feed]) -> None:
        """Have the workers read older pages; their entries wait behind fresh news."""
        n = archives.order(list(queryset.values_list("pk", flat=True)), PAGES_BACK)
        self.message_user(request, _("The archives of %(n)d feeds will be read back.") % {"n": n}, messages.SUCCESS)


@admin.register(Entry)
class EntryAdmin(admin.ModelAdmin):
    """What was announced, how far it got, and why it stopped."""

    list_display = ("title", "source", "state", "attempts", "reason", "updated_at")
    list_filter = ("state", "source")
    search_fields = ("title", "url", "reason")
    list_select_related = ("source",)
    readonly_fields = [f.name for f in Entry._meta.concrete_fields]
    actions = ("try_again",)
    show_full_result_count = False
    change_form_template = "admin/ingest/entry/change_form.html"

    def get_urls(self) -> list[Any]:
        """An entry's own pages, and where its button leads."""
        own = path("<int:pk>/retry/", self.admin_site.admin_view(self.retry_one), name="ingest_entry_retry")
        return [own, *super().get_urls()]

    def retry_one(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put one quarantined entry back to where it stopped."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if retry([pk]):
            self.message_user(request, _("The entry will be tried again."), messages.SUCCESS)
        return redirect("admin:ingest_entry_change", pk)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.action(description=_("Try quarantined entries again"))
    def try_again(self, request: HttpRequest, queryset: QuerySet[Entry]) -> None:
        """Put quarantined entries back to where they stopped."""
        n = retry(list(queryset.values_list("pk", flat=True)))
        self.message_user(request, _("%(n)d entries will be tried again.") % {"n": n}, messages.SUCCESS)
