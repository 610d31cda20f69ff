"""The words of the codebook: what an event can be, as enumerations. PURE.

Every choice stored in the database is one of these; the CHECK constraints are made from them. The rules behind the
words stand in docs/codebook.md. Numbers (`TYPE_CODE`, `KEY_CODES`) are what the index tables store: they are never
reused or changed, only added to.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from zoneinfo import ZoneInfo

BAGHDAD = ZoneInfo("Asia/Baghdad")
"""Days are days in Asia/Baghdad; Damascus shares its clock all year."""

RULES_VERSION = 2
"""Version of the rules that derive an event from its claims; stored on each event row."""


class Family(StrEnum):
    """The four families; the timeline is coloured by them."""

    TALKS = "talks"
    OPERATIONS = "operations"
    MOVEMENT = "movement"
    CONTEXT = "context"


class EventType(StrEnum):
    """The sixteen event types."""

    MEETING = "meeting"
    CALL = "call"
    AGREEMENT = "agreement"
    STATEMENT = "statement"
    DIPLOMATIC_STATUS = "diplomatic_status"
    BORDER_OPERATION = "border_operation"
    JOINT_OPERATION = "joint_operation"
    INTELLIGENCE_SHARING = "intelligence_sharing"
    BORDER_MEASURE = "border_measure"
    CROSSING_STATUS = "crossing_status"
    REFUGE = "refuge"
    REPATRIATION = "repatriation"
    DETAINEE_TRANSFER = "detainee_transfer"
    AMNESTY = "amnesty"
    APPOINTMENT = "appointment"
    INCIDENT = "incident"

    @property
    def family(self) -> Family:
        """The family this type belongs to."""
        return FAMILY_OF[self]


FAMILY_OF: dict[EventType, Family] = {
    EventType.MEETING: Family.TALKS,
    EventType.CALL: Family.TALKS,
    EventType.AGREEMENT: Family.TALKS,
    EventType.STATEMENT: Family.TALKS,
    EventType.DIPLOMATIC_STATUS: Family.TALKS,
    EventType.BORDER_OPERATION: Family.OPERATIONS,
    EventType.JOINT_OPERATION: Family.OPERATIONS,
    EventType.INTELLIGENCE_SHARING: Family.OPERATIONS,
    EventType.BORDER_MEASURE: Family.OPERATIONS,
    EventType.CROSSING_STATUS: Family.OPERATIONS,
    EventType.REFUGE: Family.MOVEMENT,
    EventType.REPATRIATION: Family.MOVEMENT,
    EventType.DETAINEE_TRANSFER: Family.MOVEMENT,
    EventType.AMNESTY: Family.MOVEMENT,
    EventType.APPOINTMENT: Family.CONTEXT,
    EventType.INCIDENT: Family.CONTEXT,
}


class Modality(StrEnum):
    """Whether the happening is announced, under way, over, called off or disowned."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Theme(StrEnum):
    """What an event is about; any number."""

    BORDER_SECURITY = "border_security"
    COUNTER_ISIS = "counter_isis"
    REFUGEES = "refugees"
    DETAINEES = "detainees"
    DRUGS = "drugs"
    ARMS = "arms"
    INTELLIGENCE = "intelligence"
    SOVEREIGNTY = "sovereignty"
    MINORITIES = "minorities"
    TRADE = "trade"
    ENERGY = "energy"
    WATER = "water"


class Part(StrEnum):
    """What a participant does in an event."""

    INITIATOR = "initiator"
    PARTICIPANT = "participant"
    HOST = "host"
    TARGET = "target"
    MENTIONED = "mentioned"


class Side(StrEnum):
    """On whose side an actor stands on a day."""

    IQ = "IQ"
    KRG = "KRG"
    IQ_FACTION = "IQ-faction"
    SY = "SY"
    SY_FORMER = "SY-former"
    SDF = "SDF"
    US = "US"
    COALITION = "coalition"
    UN = "UN"
    TR = "TR"
    JO = "JO"
    IR = "IR"
    ISIS = "ISIS"
    OTHER = "other"


ROLLED_UP: dict[Side, Side] = {Side.KRG: Side.IQ, Side.SY_FORMER: Side.SY, Side.COALITION: Side.US}
"""Filters count the key's events under the value too."""


class Unit(StrEnum):
    """What a count counts; different units are never converted."""

    SOLDIERS = "soldiers"
    OFFICERS = "officers"
    DETAINEES = "detainees"
    FAMILIES = "families"
    PEOPLE = "people"
    KILLED = "killed"
    WOUNDED = "wounded"
    ARRESTED = "arrested"
    KILOGRAMS = "kilograms"
    PILLS = "pills"
    WEAPONS = "weapons"
    VEHICLES = "vehicles"
    FLIGHTS = "flights"
    KM = "km"


class CountKind(StrEnum):
    """How exactly a number is given."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Scope(StrEnum):
    """What a number is the number of; numbers of two scopes are never added or compared."""

    BATCH = "batch"
    CUMULATIVE = "cumulative"
    PLANNED = "planned"
    STOCK = "stock"


class DatePrecision(StrEnum):
    """How exactly the day is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class PlacePrecision(StrEnum):
    """How exactly the place is known."""

    POINT = "point"
    TOWN = "town"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    BORDER = "border"


class PlaceKind(StrEnum):
    """What kind of place a gazetteer entry is."""

    COUNTRY = "country"
    CAPITAL = "capital"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    CITY = "city"
    TOWN = "town"
    CROSSING = "crossing"
    CAMP = "camp"
    PRISON = "prison"
    BASE = "base"
    REGION = "region"


PRECISION_OF_KIND: dict[PlaceKind, PlacePrecision] = {
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.CAPITAL: PlacePrecision.TOWN,
    PlaceKind.ADMIN1: PlacePrecision.ADMIN1,
    PlaceKind.ADMIN2: PlacePrecision.ADMIN2,
    PlaceKind.CITY: PlacePrecision.TOWN,
    PlaceKind.TOWN: PlacePrecision.TOWN,
    PlaceKind.CROSSING: PlacePrecision.POINT,
    PlaceKind.CAMP: PlacePrecision.POINT,
    PlaceKind.PRISON: PlacePrecision.POINT,
    PlaceKind.BASE: PlacePrecision.POINT,
    PlaceKind.REGION: PlacePrecision.ADMIN1,
}
"""The precision a gazetteer entry of a kind gives; the border region alone is `border` (see BORDER_PLACE)."""

BORDER_PLACE = "border_iq_sy"
"""Id of the region «الحدود العراقية السورية»: drawn as a line, precision `border`."""


class ActorKind(StrEnum):
    """What kind of actor a registry entry is."""

    PERSON = "person"
    GOVERNMENT_BODY = "government_body"
    MILITARY_UNIT = "military_unit"
    ARMED_GROUP = "armed_group"
    COUNTRY = "country"
    INTERNATIONAL_ORG = "international_org"
    PARTY = "party"
    CAMP_OR_FACILITY = "camp_or_facility"
    POPULATION_GROUP = "population_group"
    COALITION = "coalition"


class CrossingState(StrEnum):
    """The new status a `crossing_status` event gives a crossing."""

    OPEN = "open"
    PARTIAL = "partial"
    CLOSED = "closed"


class Basis(StrEnum):
    """What proves a claim's value."""

    SPAN = "span"
    PUBLISHED = "published"
    CITATION = "citation"
    PERSON = "person"


class DateBasis(StrEnum):
    """Where an event's day comes from."""

    TEXT = "text"
    PUBLISHED = "published"


class Origin(StrEnum):
    """Who made a report: the coder, a data set, or a person."""

    MACHINE = "machine"
    IMPORT = "import"
    PERSON = "person"


class ClaimField(StrEnum):
    """The field of an event that a claim is about."""

    TYPE = "type"
    MODALITY = "modality"
    DATE = "date"
    PLACE = "place"
    ORIGIN = "origin"
    DESTINATION = "destination"
    PARTICIPANT = "participant"
    COUNT = "count"
    THEME = "theme"
    STATUS = "status"
    OFFICE = "office"
    TITLE = "title"
    NOTE = "note"
    SERIES = "series"


class SpanIn(StrEnum):
    """Which of an article's two strings a span points into."""

    TITLE = "title"
    BODY = "body"


class EventStatus(StrEnum):
    """Where an event stands with the people who answer for the record."""

    CANDIDATE = "candidate"
    PUBLISHED = "published"
    REJECTED = "rejected"
    MERGED = "merged"


class StatusBy(StrEnum):
    """Who set an event's status."""

    MACHINE = "machine"
    IMPORT = "import"
    PERSON = "person"


class DecisionKind(StrEnum):
    """What was decided about one or more events."""

    PUBLISH = "publish"
    REJECT = "reject"
    MERGE = "merge"
    UNMERGE = "unmerge"
    SPLIT = "split"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    REDACT = "redact"


class DoubtState(StrEnum):
    """What became of the question whether two events are one happening."""

    OPEN = "open"
    SAME = "same"
    DIFFERENT = "different"


class Flag(StrEnum):
    """What a careful reader should know of a report's values."""

    DATE_CONFLICT = "date_conflict"
    TITLE_CONFLICT = "title_conflict"


class Level(StrEnum):
    """The level of a contact in talks: the highest office that takes part."""

    LEADER = "leader"
    MINISTER = "minister"
    SERVICE_CHIEF = "service_chief"
    TECHNICAL = "technical"


class Outcome(StrEnum):
    """What became of a promise."""

    OVERDUE = "overdue"
    OPEN = "open"
    FULFILLED = "fulfilled"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Dim(IntEnum):
    """The dimensions of `event_key` and `month_count`: one row per event and value."""

    ALL = 0
    ACTOR = 1
    SIDE = 2
    PLACE = 3
    THEME = 4
    SOURCE = 5
    FAMILY = 6
    MODALITY = 7
    STATUS = 8
    BY = 9
    LEVEL = 10


TYPE_CODE: dict[EventType, int] = {t: n for n, t in enumerate(EventType, start=1)}
"""Event types as stored in the index tables; in the order of the enumeration, which therefore only grows at its end."""

KEY_CODES: dict[Dim, dict[str, int]] = {
    Dim.SIDE: {s.value: n for n, s in enumerate(Side, start=1)},
    Dim.THEME: {t.value: n for n, t in enumerate(Theme, start=1)},
    Dim.FAMILY: {f.value: n for n, f in enumerate(Family, start=1)},
    Dim.MODALITY: {m.value: n for n, m in enumerate(Modality, start=1)},
    Dim.STATUS: {s.value: n for n, s in enumerate(EventStatus, start=1)},
    Dim.BY: {b.value: n for n, b in enumerate(StatusBy, start=1)},
    Dim.LEVEL: {v.value: n for n, v in enumerate(Level, start=1)},
}
"""Keys of the dimensions that are choices; actors, places and sources use their row's id."""
