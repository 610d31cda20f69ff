"""An editor's correction of an event: a form over its adopted values that yields a person's claims."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.chronology import precision_of
from events.claiming import count_slot
from events.codebook import (
    ClaimField,
    CountKind,
    CrossingState,
    DatePrecision,
    EventType,
    Modality,
    Origin,
    Part,
    Scope,
    Unit,
)
from events.labels import choices
from events.models import Actor, Claim, Event, Place, Report
from events.standing import live_reports

_PLACES = (ClaimField.PLACE, ClaimField.ORIGIN, ClaimField.DESTINATION)
_WORDS = (("type", EventType), ("modality", Modality), ("crossing_state", CrossingState))


def _optional(words: Any) -> list[tuple[str, Any]]:
    return [("", "–"), *choices(words)]


class CorrectionForm(forms.ModelForm):
    """What is left as it is says nothing; what is changed becomes a claim in the editor's name; emptied, a denial."""

    SHOWN = (
        ("new_type", "new_modality", "new_crossing_state"),
        ("new_date", "new_date_end", "new_date_precision"),
        ("new_place", "new_origin", "new_destination"),
        ("new_title_en", "new_title_ar"),
        ("add_actor", "add_part", "remove_actor"),
        ("count_value", "count_unit", "count_kind", "count_scope"),
    )

    new_type = forms.ChoiceField(label=_("Type"), choices=_optional(EventType), required=False)
    new_modality = forms.ChoiceField(label=_("Modality"), choices=_optional(Modality), required=False)
    new_crossing_state = forms.ChoiceField(label=_("Crossing"), choices=_optional(CrossingState), required=False)
    new_date = forms.DateField(label=_("Day"), required=False)
    new_date_end = forms.DateField(label=_("Last day"), required=False)
    new_date_precision = forms.ChoiceField(label=_("Precision"), choices=choices(DatePrecision), required=False)
    new_place = forms.ModelChoiceField(Place.objects, label=_("Place"), required=False)
    new_origin = forms.ModelChoiceField(Place.objects, label=_("Origin"), required=False)
    new_destination = forms.ModelChoiceField(Place.objects, label=_("Destination"), required=False)
    new_title_en = forms.CharField(label=_("Title (English)"), required=False, max_length=500)
    new_title_ar = forms.CharField(label=_("Title (Arabic)"), required=False, max_length=500)
    add_actor = forms.ModelChoiceField(Actor.objects, label=_("Add or change participant"), required=False)
    add_part = forms.ChoiceField(label=_("as"), choices=choices(Part), required=False)
    remove_actor = forms.ModelChoiceField(Actor.objects, label=_("Remove participant"), required=False)
    count_value = forms.DecimalField(label=_("Number"), required=False, min_value=0, max_digits=14, decimal_places=3)
    count_unit = forms.ChoiceField(label=_("of"), choices=choices(Unit), required=False)
    count_kind = forms.ChoiceField(label=_("how exact"), choices=choices(CountKind), required=False)
    count_scope = forms.ChoiceField(label=_("scope"), choices=choices(Scope), required=False)
    decision = forms.ChoiceField(
        label=_("Status"),
        choices=[("", _("leave as it is")), ("publish", _("publish")), ("reject", _("reject"))],
        required=False,
    )
    split_reports = forms.TypedMultipleChoiceField(
        label=_("Reports of another happening"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What is ticked becomes an event of its own."),
    )
    reason = forms.CharField(label=_("Reason"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    class Meta:
        model = Event
        fields = ("series", "ordinal")

    def __init__(self, *args: Any, **options: Any) -> None:
        event: Event | None = options.get("instance")
        super().__init__(*args, **options)
        if event is None:
            return
        for name in (
            "type",
            "modality",
            "crossing_state",
            "date",
            "date_end",
            "date_precision",
            "title_en",
            "title_ar",
        ):
            self.fields[f"new_{name}"].initial = getattr(event, name)
        for place in _PLACES:
            self.fields[f"new_{place.value}"].initial = getattr(event, f"{place.value}_id")
        self.fields["split_reports"].choices = _reports_of(event)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A change needs its reason; a last day cannot lie before the first."""
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("new_date"), data.get("new_date_end")
        if first and last and last < first:
            self.add_error("new_date_end", _("The last day lies before the first."))
        if first and not 1990 <= first.year < 2100:
            self.add_error("new_date", _("Days lie between 1990 and 2099."))
        changed = [n for n in self.changed_data if n not in ("series", "ordinal", "reason", *_COMPANIONS)]
        if changed and not data.get("reason"):
            self.add_error("reason", _("Say why: the reason is kept with the decision."))
        if "new_type" in self.changed_data and not data.get("new_type"):
            self.add_error("new_type", _("An event has a type."))
        return data

    def claims(self) -> list[Claim]:
        """Unsaved claims, one per changed value."""
        data, changed = self.cleaned_data, set(self.changed_data)
        found = [self._word(name, data) for name, _words in _WORDS if f"new_{name}" in changed]
        if changed & {"new_date", "new_date_end", "new_date_precision"}:
            found.append(self._date(data))
        for field in _PLACES:
            if f"new_{field.value}" in changed:
                found.append(_place(field, data[f"new_{field.value}"]))
        if changed & {"new_title_en", "new_title_ar"}:
            texts = {"v_text_en": data["new_title_en"] or None, "v_text_ar": data["new_title_ar"] or None}
            found.append(Claim(field=ClaimField.TITLE, asserts=any(texts.values()), **texts))
        return found + self._people(data) + self._count(data)

    def _word(self, name: str, data: dict[str, Any]) -> Claim:
        field = ClaimField.STATUS if name == "crossing_state" else ClaimField(name)
        value = data[f"new_{name}"]
        return Claim(field=field, v_choice=value or None, asserts=bool(value))

    def _date(self, data: dict[str, Any]) -> Claim:
        if not data["new_date"]:
            return Claim(field=ClaimField.DATE, asserts=False)
        precision = data["new_date_precision"] or DatePrecision.DAY.value
        return Claim(
            field=ClaimField.DATE, v_date=data["new_date"], v_date_end=data["new_date_end"], v_precision=precision
        )

    def _people(self, data: dict[str, Any]) -> list[Claim]:
        found = []
        if data["add_actor"]:
            actor = data["add_actor"]
            part = data["add_part"] or Part.PARTICIPANT.value
            found.append(Claim(field=ClaimField.PARTICIPANT, slot=actor.code, v_actor=actor, v_part=part))
        if data["remove_actor"]:
            actor = data["remove_actor"]
            found.append(Claim(field=ClaimField.PARTICIPANT, slot=actor.code, v_actor=actor, asserts=False))
        return found

    def _count(self, data: dict[str, Any]) -> list[Claim]:
        if data["count_value"] is None:
            return []
        unit, scope = data["count_unit"], data["count_scope"]
        slot = count_slot(unit, scope, is_part=False)
        value = Decimal(data["count_value"])
        return [
            Claim(
                field=ClaimField.COUNT,
                slot=slot,
                v_low=value,
                v_unit=unit,
                v_kind=data["count_kind"] or CountKind.EXACT.value,
                v_scope=scope,
            )
        ]


def _reports_of(event: Event) -> list[tuple[int, str]]:
    """The live reports of an event, each by its outlet and headline."""
    rows = live_reports([event.pk]).exclude(origin=Origin.PERSON).select_related("coding__text__article__source")
    return [(r.pk, _told_by(r)) for r in rows.order_by("pk")]


def _told_by(report: Report) -> str:
    if report.coding is None:
        return f"{report.dataset}: {report.dataset_key}"
    text = report.coding.text
    return f"{text.article.source.name_en}: {text.title or text.body[:80]}"


_COMPANIONS = ("add_part", "count_unit", "count_kind", "count_scope", "new_date_precision")
"""Fields that mean nothing without another one."""


def _place(field: ClaimField, place: Place | None) -> Claim:
    if place is None:
        return Claim(field=field, asserts=False)
    return Claim(field=field, v_place=place, v_precision=precision_of(place))
