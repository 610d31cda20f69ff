"""The desk of proposed persons: name, office, the sentence that says so; accept or decline."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events.models import ProposedActor
from events.proposals import accept, decline


@admin.register(ProposedActor)
class ProposedActorAdmin(admin.ModelAdmin):
    """Open proposals first; every decision keeps who took it."""

    list_display = ("name", "office", "sentence", "seen", "status")
    list_filter = ("status",)
    search_fields = ("name", "office__title_en", "sentence")
    list_select_related = ("office",)
    readonly_fields = ("name", "office", "text", "sentence", "seen", "status", "actor", "decided_by", "decided_at")
    actions = ("take_in", "keep_out")
    ordering = ("-status", "-id")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.action(description=_("Accept: take into the registry"), permissions=["change"])
    def take_in(self, request: HttpRequest, queryset: QuerySet[ProposedActor]) -> None:
        """Create the person with the office."""
        for proposal in queryset:
            try:
                actor = accept(proposal, request.user)
            except ValueError:
                self.message_user(request, _("%(name)s is decided already.") % {"name": proposal}, messages.WARNING)
            else:
                self.message_user(request, _("%(name)s is in the registry now.") % {"name": actor}, messages.SUCCESS)

    @admin.action(description=_("Decline"), permissions=["change"])
    def keep_out(self, request: HttpRequest, queryset: QuerySet[ProposedActor]) -> None:
        """Decline what is open."""
        for proposal in queryset.filter(status=ProposedActor.Status.OPEN):
            decline(proposal, request.user)
