"""The review desk: pairs of events that may be one happening, with score and reasons; an editor says same or not."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events.codebook import DoubtState, EventStatus
from events.labels import label
from events.models import Doubt, Event
from events.rearranging import keep_apart, merge
from events.reasons import in_words
from events.resolution import DecisionRefused

_STANDING = (EventStatus.CANDIDATE, EventStatus.PUBLISHED)


class DoubtForm(forms.ModelForm):
    """What an editor decides on one pair, and why."""

    verdict = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            ("", "–"),
            (DoubtState.SAME.value, _("the same: merge")),
            (DoubtState.DIFFERENT.value, _("different")),
        ],
    )
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}))

    class Meta:
        model = Doubt
        fields: tuple[str, ...] = ()


class Waiting(admin.SimpleListFilter):
    """Pairs of which both events still stand; without a choice the open ones."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("all", _("All")), *((s.value, label(s)) for s in (DoubtState.SAME, DoubtState.DIFFERENT))]

    def choices(self, changelist: Any) -> Any:
        rows = list(super().choices(changelist))
        return [{**rows[0], "display": label(DoubtState.OPEN)}, *rows[1:]]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Doubt]) -> QuerySet[Doubt]:
        if self.value() == "all":
            return queryset
        if self.value():
            return queryset.filter(state=self.value())
        return queryset.filter(state=DoubtState.OPEN, one__status__in=_STANDING, other__status__in=_STANDING)


@admin.register(Doubt)
class DoubtAdmin(admin.ModelAdmin):
    """The likeliest pairs first. What is decided is kept with author and reason, and never asked again."""

    form = DoubtForm
    list_display = ("first", "second", "points", "why", "standing")
    list_display_links = ("points",)
    list_filter = (Waiting,)
    list_select_related = ("one", "other")
    readonly_fields = ("first", "second", "points", "why", "standing", "decided")
    fields = ("first", "second", "points", "why", "standing", "decided", "verdict", "reason")
    actions = ("say_same", "say_different")
    ordering = ("-score", "id")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Doubt, form: DoubtForm, change: bool) -> None:
        """Carry out the decision; the row itself is written with it."""
        self._decide(request, [obj], DoubtState(form.cleaned_data["verdict"]), form.cleaned_data["reason"])
        obj.refresh_from_db()

    @admin.action(description=_("The same: merge into the older"), permissions=["change"])
    def say_same(self, request: HttpRequest, queryset: QuerySet[Doubt]) -> None:
        """One happening."""
        self._decide(request, list(queryset), DoubtState.SAME, "review desk: one happening")

    @admin.action(description=_("Different: do not ask again"), permissions=["change"])
    def say_different(self, request: HttpRequest, queryset: QuerySet[Doubt]) -> None:
        """Two happenings."""
        self._decide(request, list(queryset), DoubtState.DIFFERENT, "review desk: two happenings")

    def _decide(self, request: HttpRequest, doubts: list[Doubt], verdict: DoubtState, reason: str) -> None:
        done = 0
        for doubt in doubts:
            try:
                if verdict is DoubtState.SAME:
                    merge(doubt.one, [doubt.other], request.user, reason)
                else:
                    keep_apart(doubt, request.user, reason)
                done += 1
            except DecisionRefused as error:
                self.message_user(request, str(error), messages.ERROR)
        if done:
            self.message_user(request, _("%(n)d pairs were decided.") % {"n": done}, messages.SUCCESS)

    @admin.display(description=_("Older event"))
    def first(self, doubt: Doubt) -> SafeString:
        return _linked(doubt.one)

    @admin.display(description=_("Younger event"))
    def second(self, doubt: Doubt) -> SafeString:
        return _linked(doubt.other)

    @admin.display(description=_("Score"), ordering="score")
    def points(self, doubt: Doubt) -> str:
        """How much speaks for one happening."""
        return f"{doubt.score:.1f}"

    @admin.display(description=_("State"), ordering="state")
    def standing(self, doubt: Doubt) -> Promise:
        """Open, or what was decided."""
        return label(DoubtState(doubt.state))

    @admin.display(description=_("Reasons"))
    def why(self, doubt: Doubt) -> SafeString:
        """Each reason with its points."""
        return format_html_join(
            "",
            '<div class="nowrap"><bdi>{}</bdi> {}</div>',
            ((f"{p:+.1f}", word) for word, p in in_words(doubt.reasons)),
        )

    @admin.display(description=_("Decided"))
    def decided(self, doubt: Doubt) -> str:
        """Who decided, when and why."""
        d = doubt.decision
        return f"{d.author} · {d.recorded_at:%Y-%m-%d %H:%M} · {d.reason}" if d else "–"


def _linked(event: Event) -> SafeString:
    """Public id, day and title, leading to the event's page."""
    url = reverse("events:event", args=[event.public_id])
    titles = format_html_join(" / ", "<bdi>{}</bdi>", ((t,) for t in (event.title_en, event.title_ar) if t))
    return format_html('<a href="{}">{}</a> {} {}', url, event.public_id, event.date or "", titles)
