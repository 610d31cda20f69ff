"""The admin: the registry is edited here; an event is corrected by appending a person's report."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from events import admin_proposals, admin_review, rearranging, resolution
from events.codebook import EventStatus
from events.correction import CorrectionForm
from events.models import Actor, Alias, Article, Claim, Decision, Event, Holding, Office, Place, Role, Series, Source
from events.resolution import DecisionRefused
from events.shipped_kinds import refresh_ancestors
from events.standing import standing_claims
from events.wording import percent

__all__ = ["admin_proposals", "admin_review"]


class AliasInline(admin.TabularInline):
    """Names beside the thing they name."""

    model = Alias
    fields = ("lang", "text", "weak", "metonym")
    extra = 1


class RoleInline(admin.TabularInline):
    """Who held an office when, or what offices a person held."""

    model = Role
    fields = ("person", "office", "start", "start_precision", "end", "end_precision", "last_seen", "acting", "note")
    autocomplete_fields = ("person", "office")
    extra = 0


class PersonRoleInline(RoleInline):
    fk_name = "person"


class OfficeRoleInline(RoleInline):
    fk_name = "office"


class HoldingInline(admin.TabularInline):
    """Which side it belongs to when."""

    model = Holding
    fields = ("side", "start", "start_precision", "end", "end_precision", "note")
    extra = 0


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ("name_en", "name_ar", "family", "side", "reliability", "state_media")
    list_filter = ("side", "reliability", "state_media", "kind")
    search_fields = ("name_en", "name_ar", "code", "family")


@admin.register(Actor)
class ActorAdmin(admin.ModelAdmin):
    list_display = ("name_en", "name_ar", "kind", "side", "parent")
    list_filter = ("kind", "side")
    search_fields = ("name_en", "name_ar", "code", "aliases__text")
    autocomplete_fields = ("parent", "place")
    list_select_related = ("parent",)
    inlines = (AliasInline, PersonRoleInline, HoldingInline)


@admin.register(Office)
class OfficeAdmin(admin.ModelAdmin):
    list_display = ("title_en", "title_ar", "org")
    search_fields = ("title_en", "title_ar", "code")
    autocomplete_fields = ("org",)
    list_select_related = ("org",)
    inlines = (AliasInline, OfficeRoleInline)


@admin.register(Place)
class PlaceAdmin(admin.ModelAdmin):
    list_display = ("name_en", "name_ar", "kind", "country")
    list_filter = ("kind", "country")
    search_fields = ("name_en", "name_ar", "code", "aliases__text")
    autocomplete_fields = ("parents", "crossing")
    inlines = (AliasInline, HoldingInline)

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        """What contains what may have changed."""
        super().save_related(request, form, formsets, change)
        refresh_ancestors()


class ReadOnly(admin.ModelAdmin):
    """Shown, never changed: these tables are append-only."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(ReadOnly):
    list_display = ("url", "source", "first_seen")
    list_filter = ("source",)
    search_fields = ("url",)
    list_select_related = ("source",)


@admin.register(Decision)
class DecisionAdmin(ReadOnly):
    list_display = ("kind", "events", "author", "reason", "recorded_at")
    list_filter = ("kind",)
    list_select_related = ("author",)


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    list_display = ("title_en", "title_ar", "slug")
    search_fields = ("title_en", "title_ar", "slug")


class Ready(admin.SimpleListFilter):
    """Candidates whose confidence reaches the setting PUBLISH_CONFIDENCE."""

    title = _("ready to publish")
    parameter_name = "ready"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("candidates at or above the publishing threshold"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Event]) -> QuerySet[Event]:
        if self.value() != "yes":
            return queryset
        return queryset.filter(status=EventStatus.CANDIDATE, confidence__gte=settings.PUBLISH_CONFIDENCE)


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    """Correcting here appends a report in the editor's name; nothing is overwritten, and the old claims stay."""

    form = CorrectionForm
    list_display = ("public_id", "date", "type", "status", "title_en", "sureness", "families")
    list_filter = (Ready, "status", "status_by", "family", "type", "modality")
    search_fields = ("public_id", "title_en", "title_ar")
    date_hierarchy = "date"
    readonly_fields = ("public_id", "status", "status_by", "evidence", "history")
    autocomplete_fields = ("series",)
    actions = ("publish_selected", "merge_selected", "undo_merge")
    show_full_result_count = False
    fieldsets = (
        (None, {"fields": (("public_id", "status", "status_by"), ("series", "ordinal"))}),
        (_("What happened"), {"fields": CorrectionForm.SHOWN}),
        (_("Decision"), {"fields": ("decision", "split_reports", "reason")}),
        (_("Evidence"), {"fields": ("evidence", "history")}),
    )

    @admin.display(description=Event._meta.get_field("confidence").verbose_name, ordering="confidence")
    def sureness(self, event: Event) -> str:
        """The confidence in per cent, as on the pages."""
        return percent(event.confidence) if event.confidence is not None else "–"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Event, form: CorrectionForm, change: bool) -> None:
        """Identity columns are saved; values become a person's claims; the decision is carried out."""
        if {"series", "ordinal"} & set(form.changed_data):
            resolution.set_series(obj, obj.series, obj.ordinal, request.user)
        claims, reason = form.claims(), form.cleaned_data["reason"]
        try:
            if claims:
                resolution.correct(obj, claims, request.user, reason)
            if form.cleaned_data["decision"] == "publish":
                resolution.publish([obj], request.user, reason)
            elif form.cleaned_data["decision"] == "reject":
                resolution.reject([obj], request.user, reason)
            if form.cleaned_data["split_reports"]:
                made = rearranging.split(obj, form.cleaned_data["split_reports"], request.user, reason)
                self.message_user(request, _("The chosen reports are event %(id)s now.") % {"id": made.public_id})
        except DecisionRefused as error:
            self.message_user(request, str(error), messages.ERROR)
        obj.refresh_from_db()

    @admin.action(description=_("Publish selected candidates"))
    def publish_selected(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        """A person's word makes a candidate published."""
        events = list(queryset.filter(status="candidate"))
        if events:
            resolution.publish(events, request.user, "published from the list")
        self.message_user(request, _("%(n)d events were published.") % {"n": len(events)}, messages.SUCCESS)

    @admin.action(description=_("Merge selected events into the oldest"), permissions=["change"])
    def merge_selected(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        """One happening told as several: the oldest stands, the others lead to it."""
        events = list(queryset.order_by("pk"))
        try:
            rearranging.merge(events[0], events[1:], request.user, "merged from the list")
        except DecisionRefused as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            self.message_user(request, _("Merged into %(id)s.") % {"id": events[0].public_id}, messages.SUCCESS)

    @admin.action(description=_("Undo the last merge of selected events"), permissions=["change"])
    def undo_merge(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        """Every report goes back to where it was."""
        for event in queryset.order_by("pk"):
            decision = rearranging.last_merge(event)
            try:
                if decision is None:
                    raise DecisionRefused(f"{event.public_id} was never merged")
                rearranging.unmerge(decision, request.user, "undone from the list")
            except DecisionRefused as error:
                self.message_user(request, str(error), messages.ERROR)
            else:
                self.message_user(request, _("The merge of %(id)s is undone.") % {"id": event.public_id})

    @admin.display(description=_("Evidence"))
    def evidence(self, event: Event) -> str:
        """Every standing claim with what proves it."""
        live = standing_claims([event.pk]).get(event.pk)
        rows = Claim.objects.filter(pk__in=[c.id for c in live.claims] if live else [])
        rows = rows.select_related("v_actor", "v_place", "citation", "claimant_actor", "report__author", "span_text")
        cells = ((c.field, _value(c), _proof(c), c.origin) for c in rows.order_by("field", "slot", "id"))
        body = format_html_join(
            "", "<tr><td>{}</td><td><bdi>{}</bdi></td><td><bdi>{}</bdi></td><td>{}</td></tr>", cells
        )
        return format_html("<table>{}</table>", body)

    @admin.display(description=_("Decisions"))
    def history(self, event: Event) -> str:
        """Who decided what, when and why."""
        rows = Decision.objects.filter(events__contains=[event.pk]).select_related("author").order_by("id")
        cells = ((f"{d.recorded_at:%Y-%m-%d %H:%M}", d.kind, d.author or _("the machine"), d.reason) for d in rows)
        body = format_html_join("", "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", cells)
        return format_html("<table>{}</table>", body)

    def view_on_site(self, event: Event) -> str:
        """The event's page."""
        return reverse("events:event", args=[event.public_id])


def _value(claim: Claim) -> str:
    if not claim.asserts:
        return "–"
    if claim.v_low is not None:
        return f"{claim.v_kind} {claim.v_low.normalize():f} {claim.v_unit} ({claim.v_scope})"
    parts = (claim.v_choice, claim.v_date, claim.v_place, claim.v_actor or claim.v_name, claim.v_part, claim.v_office)
    said = [str(p) for p in parts if p]
    return " · ".join(said) or (claim.v_text_en or claim.v_text_ar or "")


def _proof(claim: Claim) -> str:
    if claim.basis == "span":
        return f"«{claim.quote}»"
    if claim.basis == "citation":
        return claim.citation.url if claim.citation else ", ".join(c.url for c in claim.report.citations.all()[:3])
    return str(claim.report.author or claim.basis)
