"""A title in both languages from adopted values: who did what with whom, where, how many. PURE.

Titles are composed from the registry's names and fixed wording, never from an article's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeVar

from events.codebook import CountKind, EventType, Modality, Part, Scope, Unit

MAX_NAMES = 3
"""More participants than this are named and counted: "A, B, C and 2 others"."""


class Counted(Protocol):
    """A figure, adopted or stored."""

    @property
    def unit(self) -> str:
        """Its `Unit`."""

    @property
    def scope(self) -> str:
        """Its `Scope`."""


_F = TypeVar("_F", bound=Counted)


@dataclass(frozen=True, slots=True)
class Name:
    """One thing's name in both languages; either may be missing (''). `written`: as a report has it, in no registry."""

    en: str
    ar: str
    written: bool = False

    def text(self, language: str) -> str:
        """The name in a language; the other one, marked with brackets, where it is missing."""
        other = self.en if language == "ar" else self.ar
        return self.own(language) or (f"[{other}]" if other else "")

    def own(self, language: str) -> str:
        """The name in a language, '' where it is missing."""
        return self.ar if language == "ar" else self.en


def as_written(name: str) -> Name:
    """A name that no registry knows: in the language of its letters alone."""
    arabic = any("\u0600" <= c <= "\u06ff" for c in name)
    return Name("" if arabic else name, name if arabic else "", written=True)


@dataclass(frozen=True, slots=True)
class TitleParts:
    """What a title is made of. `people` are (part, name) in order; `count` the best number with its unit and kind."""

    type: EventType
    modality: Modality
    people: Sequence[tuple[Part, Name]]
    place: Name | None = None
    destination: Name | None = None
    count: tuple[Decimal, Unit, CountKind] | None = None


TELLING = (
    *(Unit.SOLDIERS, Unit.OFFICERS, Unit.DETAINEES, Unit.PEOPLE, Unit.FAMILIES, Unit.KILLED),
    *(Unit.KILOGRAMS, Unit.PILLS, Unit.WEAPONS, Unit.ARRESTED, Unit.WOUNDED, Unit.VEHICLES, Unit.FLIGHTS, Unit.KM),
)
"""Units by how much their number says: of those moved the persons, of a haul what was seized."""


def most_telling(figures: Iterable[_F]) -> _F | None:
    """The figure that a title or a row tells, by its unit: of this event itself before totals and plans."""
    return min(figures, key=lambda f: (f.scope != Scope.BATCH, TELLING.index(Unit(f.unit))), default=None)


_NOUN_EN = {
    EventType.MEETING: "Meeting",
    EventType.CALL: "Call",
    EventType.AGREEMENT: "Agreement",
    EventType.STATEMENT: "Statement",
    EventType.DIPLOMATIC_STATUS: "Diplomatic step",
    EventType.BORDER_OPERATION: "Border operation",
    EventType.JOINT_OPERATION: "Joint operation",
    EventType.INTELLIGENCE_SHARING: "Intelligence passed on",
    EventType.BORDER_MEASURE: "Border measure",
    EventType.CROSSING_STATUS: "Change at the crossing",
    EventType.REFUGE: "Refuge",
    EventType.REPATRIATION: "Return",
    EventType.DETAINEE_TRANSFER: "Detainee transfer",
    EventType.AMNESTY: "Amnesty",
    EventType.APPOINTMENT: "Appointment",
    EventType.INCIDENT: "Incident",
}
_NOUN_AR = {
    EventType.MEETING: "لقاء",
    EventType.CALL: "اتصال",
    EventType.AGREEMENT: "اتفاق",
    EventType.STATEMENT: "تصريح",
    EventType.DIPLOMATIC_STATUS: "خطوة دبلوماسية",
    EventType.BORDER_OPERATION: "عملية على الحدود",
    EventType.JOINT_OPERATION: "عملية مشتركة",
    EventType.INTELLIGENCE_SHARING: "تبادل معلومات استخبارية",
    EventType.BORDER_MEASURE: "إجراء حدودي",
    EventType.CROSSING_STATUS: "تغيّر في وضع المعبر",
    EventType.REFUGE: "لجوء",
    EventType.REPATRIATION: "إعادة",
    EventType.DETAINEE_TRANSFER: "نقل محتجزين",
    EventType.AMNESTY: "عفو",
    EventType.APPOINTMENT: "تعيين",
    EventType.INCIDENT: "حادث",
}
_MODALITY_EN = {
    Modality.PLANNED: " planned",
    Modality.ONGOING: " under way",
    Modality.DONE: "",
    Modality.CANCELLED: " cancelled or postponed",
    Modality.DENIED: " denied",
}
_MODALITY_AR = {
    Modality.PLANNED: " (مقرر)",
    Modality.ONGOING: " (جارٍ)",
    Modality.DONE: "",
    Modality.CANCELLED: " (ملغى أو مؤجل)",
    Modality.DENIED: " (منفي)",
}
_UNIT_AR = {
    Unit.SOLDIERS: "جنود",
    Unit.OFFICERS: "ضباط",
    Unit.DETAINEES: "محتجزون",
    Unit.FAMILIES: "عائلات",
    Unit.PEOPLE: "أشخاص",
    Unit.KILLED: "قتلى",
    Unit.WOUNDED: "جرحى",
    Unit.ARRESTED: "موقوفون",
    Unit.KILOGRAMS: "كغم",
    Unit.PILLS: "حبوب",
    Unit.WEAPONS: "قطع سلاح",
    Unit.VEHICLES: "مركبات",
    Unit.FLIGHTS: "رحلات جوية",
    Unit.KM: "كم",
}
_KIND_EN = {
    CountKind.EXACT: "",
    CountKind.APPROX: "about ",
    CountKind.AT_LEAST: "at least ",
    CountKind.AT_MOST: "up to ",
}
_KIND_AR = {CountKind.EXACT: "", CountKind.APPROX: "نحو ", CountKind.AT_LEAST: "≥ ", CountKind.AT_MOST: "≤ "}


def title_en(parts: TitleParts) -> str:
    """The English title: "Meeting: A, B (Damascus)"."""
    return _compose(parts, "en", _NOUN_EN[parts.type] + _MODALITY_EN[parts.modality], ", ")


def title_ar(parts: TitleParts) -> str:
    """The Arabic title, in the same order."""
    return _compose(parts, "ar", _NOUN_AR[parts.type] + _MODALITY_AR[parts.modality], "، ")


def _compose(parts: TitleParts, language: str, head: str, comma: str) -> str:
    taking = [name for part, name in parts.people if part is not Part.MENTIONED]
    names = [name.text(language) for name in _told_once(taking, language)]
    shown = comma.join(names[:MAX_NAMES])
    if len(names) > MAX_NAMES:
        more = len(names) - MAX_NAMES
        shown += f" و{more} آخرون" if language == "ar" else f" and {more} more"
    title = f"{head}: {shown}" if shown else head
    if parts.count:
        title += f" – {_count(parts.count, language)}"
    return title + _where(parts, language)


def _told_once(names: Sequence[Name], language: str) -> list[Name]:
    """Of what no registry knows, the names in this language, where there are some: reports in two languages may well
    mean one body."""
    told = any(n.written and n.own(language) for n in names)
    return [n for n in names if not (told and n.written and not n.own(language))]


def _count(count: tuple[Decimal, Unit, CountKind], language: str) -> str:
    value, unit, kind = count
    number = f"{value.normalize():,f}"
    if language == "ar":
        return f"{_KIND_AR[kind]}{number} ({_UNIT_AR[unit]})"
    return f"{_KIND_EN[kind]}{number} {'km' if unit is Unit.KM else unit.value}"


def _where(parts: TitleParts, language: str) -> str:
    place = parts.place.text(language) if parts.place else ""
    goal = parts.destination.text(language) if parts.destination else ""
    if place and goal and place != goal:
        arrow = "←" if language == "ar" else "→"
        return f" ({place} {arrow} {goal})"
    return f" ({place or goal})" if place or goal else ""
