"""The form that checks a query string: which parameters there are, and what their values may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.codebook import EventType, Family, Level, Modality, Side, StatusBy, Theme
from events.labels import choices
from events.models import Actor, Place, Source
from events.models.registry import Named
from events.tenure import parse_partial, period_end

MAX_VALUES = 30
"""Values of one filter; more is a mistake or an attack."""

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 1, 1)

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2})_(\d{1,18})")


@dataclass(frozen=True, slots=True)
class Ref:
    """A registry row that a filter names."""

    pk: int
    code: str
    name_en: str
    name_ar: str

    def __str__(self) -> str:
        return self.code

    def name_in(self, language: str) -> str:
        """The name in 'ar' or 'en'; where it is missing, the other."""
        return (self.name_ar or self.name_en) if language.startswith("ar") else (self.name_en or self.name_ar)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last event of a page: the next one goes on after it."""

    day: date
    pk: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}_{self.pk}"


class CodesField(forms.Field):
    """Registry ids, each of which must exist; cleans to `Ref`s in order of id."""

    widget = forms.SelectMultiple

    def __init__(self, model: type[Named]) -> None:
        super().__init__(required=False)
        self.model = model

    def clean(self, value: Sequence[str] | None) -> tuple[Ref, ...]:
        codes = {v for v in value or () if v}
        if len(codes) > MAX_VALUES:
            raise ValidationError(_("At most %(n)s values.") % {"n": MAX_VALUES})
        known = {c for c in codes if _CODE.fullmatch(c)}
        rows = self.model._default_manager.filter(code__in=known).order_by("code") if known else []
        found = tuple(Ref(r.pk, r.code, r.name_en, r.name_ar) for r in rows)
        for code in sorted(codes - {r.code for r in found}):
            raise ValidationError(_("“%(value)s” is not known.") % {"value": code[:80]})
        return found


class WordsField(forms.MultipleChoiceField):
    """Words of the codebook; cleans to a tuple in the codebook's order."""

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__(choices=choices(words), required=False)
        self.words = words

    def clean(self, value: Any) -> tuple[StrEnum, ...]:
        chosen = super().clean([v for v in value or () if v])
        return tuple(w for w in self.words if w.value in chosen)


class DayField(forms.CharField):
    """A day, month or year in Western, Arabic or Persian digits; cleans to its first (or last) day."""

    def __init__(self, *, last: bool) -> None:
        super().__init__(required=False, max_length=10)
        self.last = last

    def clean(self, value: Any) -> date | None:
        text = super().clean(value).translate(_DIGITS).strip()
        if not text:
            return None
        try:
            day, precision = parse_partial(text)
            end = period_end(day, precision)
        except (ValueError, OverflowError):
            raise ValidationError(
                _("“%(value)s” is not a day. Write it as 2024-12-19, 2024-12 or 2024.") % {"value": text}
            ) from None
        if not FIRST_DAY <= day < LAST_DAY:
            raise ValidationError(_("Days go from 1990 to 2099."))
        return end - timedelta(days=1) if self.last else day


class CursorField(forms.CharField):
    """`<day>_<id>` of the last event of the page before."""

    def clean(self, value: Any) -> Cursor | None:
        text = super().clean(value)
        if not text:
            return None
        found = _CURSOR.fullmatch(text)
        try:
            return Cursor(date.fromisoformat(found[1]), int(found[2])) if found else self._refuse()
        except ValueError:
            return self._refuse()

    def _refuse(self) -> Cursor:
        raise ValidationError(_("This is not the end of a page. Start from the newest event."))


class SwitchField(forms.ChoiceField):
    """1 is on; 0 or nothing is off."""

    def __init__(self) -> None:
        super().__init__(choices=[("1", "1"), ("0", "0")], required=False)

    def clean(self, value: Any) -> bool:
        return bool(super().clean(value) == "1")


class FilterForm(forms.Form):
    """All filters of the timeline. A field's cleaned value is what `Filters` holds."""

    actor = CodesField(Actor)
    family = WordsField(Family)
    type = WordsField(EventType)
    side = WordsField(Side)
    place = CodesField(Place)
    modality = WordsField(Modality)
    status = forms.ChoiceField(choices=[("published", "published"), ("all", "all")], required=False)
    by = WordsField(StatusBy)
    level = WordsField(Level)
    statements = SwitchField()
    theme = WordsField(Theme)
    source = CodesField(Source)
    q = forms.CharField(max_length=200, required=False)
    after = CursorField(required=False, max_length=40)

    single = frozenset({"from", "to", "status", "statements", "q", "after"})
    """Parameters that can be given once."""

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields["from"] = DayField(last=False)
        self.fields["to"] = DayField(last=True)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("from"), cleaned.get("to")
        if first and last and first > last:
            self.add_error("to", _("The last day is before the first."))
        return cleaned
