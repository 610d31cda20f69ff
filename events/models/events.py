"""What happened: the event row, derived from standing claims, and the index tables that make filters fast."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.codebook import (
    CountKind,
    CrossingState,
    DateBasis,
    DatePrecision,
    EventStatus,
    EventType,
    Family,
    Modality,
    Part,
    PlacePrecision,
    Scope,
    Side,
    StatusBy,
    Unit,
)
from events.models.claims import Claim
from events.models.fields import word, words_check
from events.models.registry import Actor, Place, Role
from events.querysets import EventQuerySet


class Series(models.Model):
    """A programme whose events are batches; totals, stocks and plans are claims on it."""

    slug = models.SlugField(unique=True)
    title_en = models.CharField(max_length=300)
    title_ar = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("series of batches"), _("series")

    def __str__(self) -> str:
        return self.title_en


class Event(models.Model):
    """A happening. Identity and status come from decisions; every other column is derived from live claims."""

    public_id = models.CharField(max_length=20, unique=True)
    series = models.ForeignKey(Series, null=True, blank=True, on_delete=models.PROTECT, related_name="events")
    ordinal = models.PositiveIntegerField(null=True, blank=True)
    status = word(EventStatus, default=EventStatus.CANDIDATE)
    status_by = word(StatusBy, default=StatusBy.MACHINE)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
    first_recorded = models.DateTimeField(db_default=Now())
    # derived
    type = word(EventType, null=True, editable=False)
    family = word(Family, null=True, editable=False)
    modality = word(Modality, null=True, editable=False)
    date = models.DateField(null=True, editable=False)
    date_end = models.DateField(null=True, editable=False)
    date_precision = word(DatePrecision, null=True, editable=False)
    date_basis = word(DateBasis, null=True, editable=False)
    place = models.ForeignKey(Place, null=True, editable=False, on_delete=models.PROTECT, related_name="events")
    place_precision = word(PlacePrecision, null=True, editable=False)
    origin = models.ForeignKey(Place, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    destination = models.ForeignKey(Place, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    crossing_state = word(CrossingState, null=True, editable=False)
    title_ar = models.TextField(blank=True, editable=False)
    title_en = models.TextField(blank=True, editable=False)
    confidence = models.FloatField(null=True, editable=False)
    families = models.PositiveSmallIntegerField(default=0, editable=False)
    reliability = models.CharField(max_length=1, blank=True, editable=False)
    credibility = models.PositiveSmallIntegerField(null=True, editable=False)
    flags = ArrayField(models.CharField(max_length=20), default=list, editable=False)
    search = SearchVectorField(null=True, editable=False)
    last_claim_at = models.DateTimeField(null=True, editable=False)
    rules_version = models.PositiveIntegerField(default=0, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("event"), _("Events")
        constraints = [
            *words_check(
                "event",
                status=EventStatus,
                status_by=StatusBy,
                type=EventType,
                family=Family,
                modality=Modality,
                date_precision=DatePrecision,
                date_basis=DateBasis,
                place_precision=PlacePrecision,
                crossing_state=CrossingState,
            ),
            models.CheckConstraint(
                name="event_merged_into",
                condition=Q(status=EventStatus.MERGED, merged_into__isnull=False)
                | (~Q(status=EventStatus.MERGED) & Q(merged_into=None)),
            ),
            models.CheckConstraint(
                name="event_date_range", condition=Q(date=None) | Q(date__range=("1990-01-01", "2100-01-01"))
            ),
        ]
        indexes = [
            models.Index(
                fields=["-date", "-id"],
                name="event_timeline",
                condition=Q(status__in=["candidate", "published"]),
            ),
            GinIndex(fields=["search"], name="event_search"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.title_en}"

    @property
    def listed(self) -> bool:
        """Whether the timeline may show it: standing, dated, and with live claims."""
        return self.status in (EventStatus.CANDIDATE, EventStatus.PUBLISHED) and bool(self.type and self.date)

    def title_in(self, language: str) -> str:
        """The title in 'ar' or 'en'; where it is missing, the other."""
        return (self.title_ar or self.title_en) if language.startswith("ar") else (self.title_en or self.title_ar)


class Participation(models.Model):
    """Derived: who takes part, with the role and side of the day. `actor` None: unknown to the registry."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, null=True, on_delete=models.PROTECT, related_name="participations")
    name = models.CharField(max_length=300, blank=True)
    part = word(Part)
    role = models.ForeignKey(Role, null=True, on_delete=models.SET_NULL, related_name="+")
    side = word(Side)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *words_check("participation", part=Part, side=Side),
            models.UniqueConstraint(
                name="participation_once", fields=["event", "actor", "name", "part"], nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor or self.name} ({self.part})"


class Figure(models.Model):
    """Derived: best, lowest and highest of the standing claims on one unit and scope."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="figures")
    unit = word(Unit)
    scope = word(Scope)
    kind = word(CountKind)
    best = models.DecimalField(max_digits=14, decimal_places=3)
    low = models.DecimalField(max_digits=14, decimal_places=3)
    high = models.DecimalField(max_digits=14, decimal_places=3)
    claims = models.PositiveIntegerField()
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *words_check("figure", unit=Unit, scope=Scope, kind=CountKind),
            models.UniqueConstraint(name="figure_once", fields=["event", "unit", "scope"]),
        ]

    def __str__(self) -> str:
        return f"{self.best} {self.unit} ({self.scope})"


class EventKey(models.Model):
    """Derived: one row per event, dimension and value; carries type and day so that each filter is one index scan."""

    pk = models.CompositePrimaryKey("event", "dim", "key")
    dim = models.SmallIntegerField()
    key = models.IntegerField()
    type = models.SmallIntegerField()
    date = models.DateField()
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="keys", db_index=False)
    listed = models.BooleanField()

    class Meta:
        indexes = [
            models.Index(fields=["dim", "key", "-date", "-event"], name="event_key_newest", condition=Q(listed=True)),
            models.Index(
                fields=["dim", "key", "type", "-date", "-event"], name="event_key_by_type", condition=Q(listed=True)
            ),
        ]


class MonthCount(models.Model):
    """Derived: how many listed events per dimension value, type and month."""

    pk = models.CompositePrimaryKey("dim", "key", "type", "month")
    dim = models.SmallIntegerField()
    key = models.IntegerField()
    type = models.SmallIntegerField()
    month = models.DateField()
    n = models.IntegerField()
