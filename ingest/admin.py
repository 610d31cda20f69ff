"""Feeds and entries for those who look after the sources."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ingest.leases import retry
from ingest.models import Entry, Feed


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
        "etag",
        "last_modified",
    )
    actions = ("poll_now",)

    @admin.action(description=_("Poll at the next opportunity"))
    def poll_now(self, request: HttpRequest, queryset: QuerySet[Feed]) -> None:
        """Make feeds due; the worker takes them within seconds."""
        n = queryset.update(next_check_at=Now(), enabled=True)
        self.message_user(request, _("%(n)d feeds are due now.") % {"n": n}, messages.SUCCESS)


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

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.action(description=_("Try quarantined entries again"))
    def try_again(self, request: HttpRequest, queryset: QuerySet[Entry]) -> None:
        """Put quarantined entries back to where they stopped."""
        n = retry(list(queryset.values_list("pk", flat=True)))
        self.message_user(request, _("%(n)d entries will be tried again.") % {"n": n}, messages.SUCCESS)
