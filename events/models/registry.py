"""Who and where: sources, actors with their offices and dated roles, places and who holds them."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.codebook import ActorKind, DatePrecision, PlaceKind, Side
from events.models.fields import word, words_check
from events.tenure import Tenure


class Named(models.Model):
    """Something with a stable text id and a name in both languages."""

    code = models.CharField(max_length=80, unique=True, help_text="Stable id; never renamed or reused.")
    name_en = models.CharField(max_length=300)
    name_ar = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.name_en} · {self.name_ar}" if self.name_ar else self.name_en

    def name_in(self, language: str) -> str:
        """The name in 'ar' or 'en'; where it is missing, the other."""
        return (self.name_ar or self.name_en) if language.startswith("ar") else (self.name_en or self.name_ar)


class Source(Named):
    """A publication. `family` counts once as an independent source; `reliability` is the Admiralty grade A–F."""

    family = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    country = models.CharField(max_length=8, blank=True)
    side = word(Side)
    languages = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    homepage = models.URLField(max_length=2048, blank=True)
    reliability = models.CharField(max_length=1, default="F")
    reliability_reason = models.TextField(blank=True)
    state_media = models.BooleanField(default=False)
    state_link = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("source"), _("sources")
        ordering = ["name_en"]
        constraints = [
            *words_check("source", side=Side),
            models.CheckConstraint(name="source_reliability_grade", condition=models.Q(reliability__in="ABCDEF")),
        ]


class Place(Named):
    """A gazetteer entry. Coordinates in WGS84 degrees; `ancestors` holds the ids of all places that contain it."""

    kind = word(PlaceKind)
    country = models.CharField(max_length=8, blank=True)
    lat = models.FloatField()
    lon = models.FloatField()
    coord_source = models.CharField(max_length=200, blank=True)
    coord_uncertainty_km = models.FloatField(null=True, blank=True)
    geonames_id = models.BigIntegerField(null=True, blank=True)
    border_pair = models.CharField(max_length=8, blank=True, help_text="IQ-SY: an end of the border itself.")
    parents = models.ManyToManyField("self", symmetrical=False, related_name="children", blank=True)
    ancestors = ArrayField(models.BigIntegerField(), default=list, editable=False)
    crossing = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="ends",
        help_text="The crossing of which this town is an end: for matching they are one place.",
    )

    class Meta:
        verbose_name, verbose_name_plural = _("place"), _("places")
        ordering = ["name_en"]
        constraints = [
            *words_check("place", kind=PlaceKind),
            models.CheckConstraint(
                name="place_on_the_globe", condition=models.Q(lat__range=(-90, 90), lon__range=(-180, 180))
            ),
        ]


class Actor(Named):
    """A person, body, group, country or population group. `side` is the one it stands on unless a holding says more."""

    kind = word(ActorKind)
    side = word(Side)
    country = models.CharField(max_length=8, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="members")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    active_from = models.DateField(null=True, blank=True)
    active_to = models.DateField(null=True, blank=True, help_text="First day on which it no longer exists.")
    cameo_code = models.CharField(max_length=40, blank=True)
    wikidata = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("actor"), _("actors")
        ordering = ["name_en"]
        constraints = words_check("actor", kind=ActorKind, side=Side)

    def side_on(self, day: date) -> Side:
        """The side held on `day`: a dated holding if there is one (reads `holdings`, so prefetch them), else `side`."""
        for holding in self.holdings.all():
            if holding.tenure().holds(day) is not False:
                return Side(holding.side)
        return Side(self.side)


class Office(models.Model):
    """A post in an organisation."""

    code = models.CharField(max_length=120, unique=True)
    org = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="offices")
    title_en = models.CharField(max_length=300)
    title_ar = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("office"), _("offices")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.title_en

    def title_in(self, language: str) -> str:
        """The title in 'ar' or 'en'; where it is missing, the other."""
        return (self.title_ar or self.title_en) if language.startswith("ar") else (self.title_en or self.title_ar)


class Dated(models.Model):
    """Something that holds from `start` until before `end`, each known to its precision; empty is open."""

    start = models.DateField(null=True, blank=True)
    start_precision = word(DatePrecision, default=DatePrecision.DAY)
    end = models.DateField(null=True, blank=True)
    end_precision = word(DatePrecision, default=DatePrecision.DAY)

    class Meta:
        abstract = True

    def tenure_of(self, value: int, last_seen: date | None = None) -> Tenure[int]:
        """The interval as a plain value."""
        return Tenure(
            value,
            self.start,
            DatePrecision(self.start_precision),
            self.end,
            DatePrecision(self.end_precision),
            last_seen,
        )


class Role(Dated):
    """A person in an office for a time. `basis` tells whether the days come from a source or from memory."""

    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="roles")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="roles")
    last_seen = models.DateField(null=True, blank=True, help_text="Latest dated evidence of the person in post.")
    acting = models.BooleanField(default=False)
    basis = models.CharField(max_length=20, blank=True)
    source_urls = ArrayField(models.URLField(max_length=2048), default=list, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("role"), _("roles")
        ordering = ["person", "start"]
        constraints = [
            *words_check("role", start_precision=DatePrecision, end_precision=DatePrecision),
            models.CheckConstraint(
                name="role_ends_after_start",
                condition=models.Q(end__gte=models.F("start")) | models.Q(end=None) | models.Q(start=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person.name_en}: {self.office.title_en}"

    def tenure(self) -> Tenure[int]:
        """Held by the person `person_id`."""
        return self.tenure_of(self.person_id, self.last_seen)


class Holding(Dated):
    """Which side a place or body belongs to for a time: al-Hol changed hands in January 2026."""

    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="holdings")
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="holdings")
    side = word(Side)
    note = models.TextField(blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("holding"), _("holdings")
        ordering = ["start"]
        constraints = [
            *words_check("holding", side=Side, start_precision=DatePrecision, end_precision=DatePrecision),
            models.CheckConstraint(
                name="holding_of_one_thing",
                condition=models.Q(place=None, actor__isnull=False) | models.Q(place__isnull=False, actor=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place or self.actor}: {self.side}"

    def tenure(self) -> Tenure[int]:
        """The interval; its value is this row's id."""
        return self.tenure_of(self.pk)


class Alias(models.Model):
    """A name of an actor, office or place. Weak ones need a second cue; metonyms are actors only when they act."""

    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.CASCADE, related_name="aliases")
    office = models.ForeignKey(Office, null=True, blank=True, on_delete=models.CASCADE, related_name="aliases")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.CASCADE, related_name="aliases")
    lang = models.CharField(max_length=3)
    text = models.CharField(max_length=300)
    weak = models.BooleanField(default=False)
    metonym = models.BooleanField(default=False)

    class Meta:
        verbose_name, verbose_name_plural = _("alias"), _("aliases")
        ordering = ["lang", "text"]
        constraints = [
            models.CheckConstraint(
                name="alias_of_one_thing",
                condition=models.Q(actor__isnull=False, office=None, place=None)
                | models.Q(actor=None, office__isnull=False, place=None)
                | models.Q(actor=None, office=None, place__isnull=False),
            ),
            models.UniqueConstraint(
                name="alias_once", fields=["actor", "office", "place", "lang", "text"], nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return self.text


class ProposedActor(models.Model):
    """A person in office whom the registry does not know, read in an article: an editor accepts or declines."""

    class Status(models.TextChoices):
        """What an editor made of it."""

        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")

    name = models.CharField(max_length=300)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="proposed")
    text = models.ForeignKey("events.ArticleText", on_delete=models.PROTECT, related_name="proposed_actors")
    sentence = models.TextField()
    seen = models.DateField(null=True, blank=True, help_text="The day of the article.")
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("proposed person"), _("proposed persons")
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(name="proposed_once", fields=["name", "office"])]

    def __str__(self) -> str:
        return f"{self.name}, {self.office}"


class ProposedRole(models.Model):
    """ "X took office Y on day D", read from an appointment: an editor accepts or declines.

    `leaving` is who held the office until then, if the registry knows.
    """

    class Status(models.TextChoices):
        """What an editor made of it."""

        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")

    event = models.ForeignKey("events.Event", on_delete=models.PROTECT, related_name="proposed_roles")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="proposed_roles")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="proposed_roles")
    leaving = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    day = models.DateField(help_text="The first day in office.")
    precision = word(DatePrecision, default=DatePrecision.DAY)
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    role = models.ForeignKey(Role, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("proposed change of office"), _("proposed changes of office")
        ordering = ["-id"]
        constraints = [
            *words_check("proposedrole", precision=DatePrecision),
            models.UniqueConstraint(name="proposed_role_once", fields=["event", "person", "office"]),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.office} ({self.day})"


class ShippedRow(models.Model):
    """The digest of what was loaded last from the shipped files: a row that differs from it was changed by a person."""

    kind = models.CharField(max_length=20)
    code = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(name="shipped_row_once", fields=["kind", "code"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"
