"""The desk of proposed persons and of changes in office: who, what, and what says so; accept or decline."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from events import role_changes
from events.models import ProposedActor, ProposedRole
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


@admin.register(ProposedRole)
class ProposedRoleAdmin(admin.ModelAdmin):
    """Who took which office on what day, and who left it; accepting writes the dated roles."""

    list_display = ("person", "office", "day", "leaving", "told_by", "status")
    list_filter = ("status",)
    search_fields = ("person__name_en", "person__name_ar", "office__title_en", "event__public_id")
    list_select_related = ("person", "office", "leaving", "event")
    fields = (
        "person",
        "office",
        "day",
        "precision",
        "leaving",
        "told_by",
        "status",
        "role",
        "decided_by",
        "decided_at",
    )
    readonly_fields = fields
    actions = ("take_in", "keep_out")
    ordering = ("-status", "-id")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("told by"))
    def told_by(self, proposal: ProposedRole) -> str:
        """The appointment, with its evidence one click away."""
        url = reverse("events:event", args=[proposal.event.public_id])
        return format_html('<a href="{}">{}</a>', url, proposal.event)

    @admin.action(description=_("Accept: write the dated roles"), permissions=["change"])
    def take_in(self, request: HttpRequest, queryset: QuerySet[ProposedRole]) -> None:
        """The new holder from that day, the old one until then."""
        for proposal in queryset:
            try:
                role = role_changes.accept(proposal, request.user)
            except ValueError:
                self.message_user(request, _("%(name)s is decided already.") % {"name": proposal}, messages.WARNING)
            else:
                self.message_user(request, _("%(name)s is in the registry now.") % {"name": role}, messages.SUCCESS)

    @admin.action(description=_("Decline"), permissions=["change"])
    def keep_out(self, request: HttpRequest, queryset: QuerySet[ProposedRole]) -> None:
        """Decline what is open."""
        for proposal in queryset.filter(status=ProposedRole.Status.OPEN):
            role_changes.decline(proposal, request.user)
