"""What the codebook's words are called on a page, in the reader's language."""

from __future__ import annotations

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.codebook import (
    ActorKind,
    CountKind,
    CrossingState,
    DatePrecision,
    DoubtState,
    EventStatus,
    EventType,
    Family,
    Flag,
    Level,
    Modality,
    Origin,
    Outcome,
    Part,
    PlaceKind,
    PlacePrecision,
    Scope,
    Side,
    StatusBy,
    Theme,
    Unit,
)

LABELS: dict[type[StrEnum], dict[str, Promise]] = {
    Family: {
        Family.TALKS: _("Talks"),
        Family.OPERATIONS: _("Operations"),
        Family.MOVEMENT: _("Movement of people"),
        Family.CONTEXT: _("Context"),
    },
    EventType: {
        EventType.MEETING: _("Meeting"),
        EventType.CALL: _("Call or message"),
        EventType.AGREEMENT: _("Agreement"),
        EventType.STATEMENT: _("Statement"),
        EventType.DIPLOMATIC_STATUS: _("Diplomatic status"),
        EventType.BORDER_OPERATION: _("Border operation"),
        EventType.JOINT_OPERATION: _("Joint operation"),
        EventType.INTELLIGENCE_SHARING: _("Intelligence sharing"),
        EventType.BORDER_MEASURE: _("Border measure"),
        EventType.CROSSING_STATUS: _("Crossing status"),
        EventType.REFUGE: _("Refuge"),
        EventType.REPATRIATION: _("Repatriation"),
        EventType.DETAINEE_TRANSFER: _("Detainee transfer"),
        EventType.AMNESTY: _("Amnesty"),
        EventType.APPOINTMENT: _("Appointment"),
        EventType.INCIDENT: _("Incident"),
    },
    Modality: {
        Modality.PLANNED: _("Planned"),
        Modality.ONGOING: _("Under way"),
        Modality.DONE: _("Done"),
        Modality.CANCELLED: _("Cancelled or postponed"),
        Modality.DENIED: _("Denied"),
    },
    Theme: {
        Theme.BORDER_SECURITY: _("Border security"),
        Theme.COUNTER_ISIS: _("Countering ISIS"),
        Theme.REFUGEES: _("Refugees and returns"),
        Theme.DETAINEES: _("Detainees"),
        Theme.DRUGS: _("Drugs"),
        Theme.ARMS: _("Arms"),
        Theme.INTELLIGENCE: _("Intelligence"),
        Theme.SOVEREIGNTY: _("Sovereignty and unity"),
        Theme.MINORITIES: _("Minorities and components"),
        Theme.TRADE: _("Trade"),
        Theme.ENERGY: _("Energy"),
        Theme.WATER: _("Water"),
    },
    Part: {
        Part.INITIATOR: _("Initiator"),
        Part.PARTICIPANT: _("Participant"),
        Part.HOST: _("Host"),
        Part.TARGET: _("Concerned"),
        Part.MENTIONED: _("Mentioned"),
    },
    Side: {
        Side.IQ: _("Iraq"),
        Side.KRG: _("Kurdistan Region"),
        Side.IQ_FACTION: _("Iraqi faction"),
        Side.SY: _("Syria"),
        Side.SY_FORMER: _("Syria, Assad government"),
        Side.SDF: _("SDF and autonomous administration"),
        Side.US: _("United States"),
        Side.COALITION: _("Coalition"),
        Side.UN: _("United Nations"),
        Side.TR: _("Türkiye"),
        Side.JO: _("Jordan"),
        Side.IR: _("Iran"),
        Side.ISIS: _("ISIS"),
        Side.OTHER: _("Others"),
    },
    Unit: {
        Unit.SOLDIERS: _("soldiers"),
        Unit.OFFICERS: _("officers"),
        Unit.DETAINEES: _("detainees"),
        Unit.FAMILIES: _("families"),
        Unit.PEOPLE: _("people"),
        Unit.KILLED: _("killed"),
        Unit.WOUNDED: _("wounded"),
        Unit.ARRESTED: _("arrested"),
        Unit.KILOGRAMS: _("kilograms"),
        Unit.PILLS: _("pills"),
        Unit.WEAPONS: _("weapons"),
        Unit.VEHICLES: _("vehicles"),
        Unit.FLIGHTS: _("flights"),
        Unit.KM: _("kilometres"),
    },
    CountKind: {
        CountKind.EXACT: _("exactly"),
        CountKind.APPROX: _("about"),
        CountKind.AT_LEAST: _("at least"),
        CountKind.AT_MOST: _("at most"),
    },
    Scope: {
        Scope.BATCH: _("this time"),
        Scope.CUMULATIVE: _("so far in all"),
        Scope.PLANNED: _("planned"),
        Scope.STOCK: _("present"),
    },
    DatePrecision: {
        DatePrecision.DAY: _("day"),
        DatePrecision.WEEK: _("week"),
        DatePrecision.MONTH: _("month"),
        DatePrecision.YEAR: _("year"),
    },
    PlacePrecision: {
        PlacePrecision.POINT: _("point"),
        PlacePrecision.TOWN: _("town"),
        PlacePrecision.ADMIN2: _("district"),
        PlacePrecision.ADMIN1: _("governorate"),
        PlacePrecision.COUNTRY: _("country"),
        PlacePrecision.BORDER: _("border"),
    },
    PlaceKind: {
        PlaceKind.COUNTRY: _("country"),
        PlaceKind.CAPITAL: _("capital"),
        PlaceKind.ADMIN1: _("governorate"),
        PlaceKind.ADMIN2: _("district"),
        PlaceKind.CITY: _("city"),
        PlaceKind.TOWN: _("town"),
        PlaceKind.CROSSING: _("crossing"),
        PlaceKind.CAMP: _("camp"),
        PlaceKind.PRISON: _("prison"),
        PlaceKind.BASE: _("base"),
        PlaceKind.REGION: _("region"),
    },
    ActorKind: {
        ActorKind.PERSON: _("person"),
        ActorKind.GOVERNMENT_BODY: _("government body"),
        ActorKind.MILITARY_UNIT: _("military unit"),
        ActorKind.ARMED_GROUP: _("armed group"),
        ActorKind.COUNTRY: _("country"),
        ActorKind.INTERNATIONAL_ORG: _("international organisation"),
        ActorKind.PARTY: _("party"),
        ActorKind.CAMP_OR_FACILITY: _("camp or facility"),
        ActorKind.POPULATION_GROUP: _("group of people"),
        ActorKind.COALITION: _("coalition"),
    },
    CrossingState: {
        CrossingState.OPEN: _("open"),
        CrossingState.PARTIAL: _("partly open"),
        CrossingState.CLOSED: _("closed"),
    },
    EventStatus: {
        EventStatus.CANDIDATE: _("Candidate"),
        EventStatus.PUBLISHED: _("Published"),
        EventStatus.REJECTED: _("Rejected"),
        EventStatus.MERGED: _("Merged"),
    },
    Origin: {
        Origin.MACHINE: _("machine"),
        Origin.IMPORT: _("shipped chronology"),
        Origin.PERSON: _("editor"),
    },
    StatusBy: {
        StatusBy.MACHINE: _("Machine-coded"),
        StatusBy.IMPORT: _("Shipped chronology"),
        StatusBy.PERSON: _("Editor"),
    },
    Level: {
        Level.LEADER: _("Leaders"),
        Level.MINISTER: _("Ministers"),
        Level.SERVICE_CHIEF: _("Service chiefs"),
        Level.TECHNICAL: _("Technical"),
    },
    Outcome: {
        Outcome.OVERDUE: _("Overdue"),
        Outcome.OPEN: _("Open"),
        Outcome.FULFILLED: _("Carried out"),
        Outcome.CANCELLED: _("Cancelled or postponed"),
        Outcome.DENIED: _("Denied"),
    },
    DoubtState: {
        DoubtState.OPEN: _("undecided"),
        DoubtState.SAME: _("the same"),
        DoubtState.DIFFERENT: _("different"),
    },
    Flag: {
        Flag.DATE_CONFLICT: _("the text gives two different dates"),
        Flag.TITLE_CONFLICT: _("the headline contradicts the text"),
    },
}


def label(word: StrEnum) -> Promise:
    """The name of a codebook word in the active language."""
    return LABELS[type(word)][word.value]


def side_group(side: str) -> str:
    """Whose word a side's is: `iq` or `sy` for those who speak for a capital, `third` for all others.

    A faction never speaks for Baghdad, nor the SDF for Damascus.
    """
    if side in (Side.IQ, Side.KRG):
        return "iq"
    return "sy" if side in (Side.SY, Side.SY_FORMER) else "third"


def choices(words: type[StrEnum]) -> list[tuple[str, Promise | str]]:
    """Django choices of an enumeration; a word that is never shown stands for itself."""
    names = LABELS.get(words, {})
    return [(w.value, names.get(w.value, w.value)) for w in words]
