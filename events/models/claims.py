"""Who says what: codings, reports, citations, claims, and the decisions and assignments about them. All append-only."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.codebook import (
    Basis,
    ClaimField,
    CountKind,
    DatePrecision,
    DecisionKind,
    Origin,
    Part,
    PlacePrecision,
    Scope,
    Side,
    SpanIn,
    Unit,
)
from events.models.articles import Article, ArticleText
from events.models.fields import word, words_check
from events.models.registry import Actor, Place, Source


class Coding(models.Model):
    """One reading of one text version by one coder and lexicon version."""

    text = models.ForeignKey(ArticleText, on_delete=models.PROTECT, related_name="codings")
    coder = models.CharField(max_length=40)
    lexicon = models.CharField(max_length=64)
    relevant = models.BooleanField()
    confidence = models.FloatField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(name="coding_once", fields=["text", "coder", "lexicon"])]

    def __str__(self) -> str:
        return f"{self.text_id} by {self.coder}"


class Report(models.Model):
    """One account of one happening: by the coder from an article, by an imported data set, or by a person."""

    origin = word(Origin)
    coding = models.ForeignKey(Coding, null=True, blank=True, on_delete=models.PROTECT, related_name="reports")
    dataset = models.CharField(max_length=40, null=True, blank=True)
    dataset_key = models.CharField(max_length=200, null=True, blank=True)
    digest = models.BinaryField(max_length=32)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT)
    continues = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="continued_by")
    anchor_start = models.IntegerField(null=True, blank=True)
    anchor_end = models.IntegerField(null=True, blank=True)
    anchor_in = word(SpanIn, null=True, blank=True)
    background = models.BooleanField(default=False)
    flags = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    confidence = models.FloatField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            *words_check("report", origin=Origin, anchor_in=SpanIn),
            models.CheckConstraint(
                name="report_machine_has_coding",
                condition=Q(origin=Origin.MACHINE, coding__isnull=False) | (~Q(origin=Origin.MACHINE) & Q(coding=None)),
            ),
            models.CheckConstraint(
                name="report_import_has_key",
                condition=Q(origin=Origin.IMPORT, dataset_key__isnull=False, dataset__isnull=False)
                | (~Q(origin=Origin.IMPORT) & Q(dataset_key=None, dataset=None)),
            ),
            models.CheckConstraint(
                name="report_person_has_author",
                condition=Q(origin=Origin.PERSON, author__isnull=False) | (~Q(origin=Origin.PERSON) & Q(author=None)),
            ),
            models.UniqueConstraint(name="report_once", fields=["coding", "digest"]),
        ]
        indexes = [models.Index(fields=["dataset", "dataset_key", "-id"], name="report_dataset")]

    def __str__(self) -> str:
        return f"{self.origin} report {self.pk}"


class Citation(models.Model):
    """Where an imported or a person's report comes from; its text is not held. `source` None: `publisher` names it."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="citations")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    publisher = models.CharField(max_length=200, blank=True)
    via = models.CharField(max_length=200, blank=True)
    article = models.ForeignKey(Article, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    url = models.TextField()
    lang = models.CharField(max_length=8, blank=True)
    published = models.DateField(null=True, blank=True)
    quote = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.url


class Claim(models.Model):
    """Somebody says a value of a field. `slot` is what it competes for: an actor, a unit and scope, a theme, or ''.

    `asserts` False (a person only) empties the slot; `withdraws` takes back a person's earlier claim. Claimant actor
    and side both None: the outlet or author speaks. `citation` names the one source of an imported claim if known.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="claims")
    origin = word(Origin)
    field = word(ClaimField)
    slot = models.CharField(max_length=340, blank=True)
    asserts = models.BooleanField(default=True)
    withdraws = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="withdrawn_by"
    )
    v_choice = models.CharField(max_length=40, null=True, blank=True)
    v_date = models.DateField(null=True, blank=True)
    v_date_end = models.DateField(null=True, blank=True)
    v_precision = models.CharField(max_length=10, null=True, blank=True)
    v_place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    v_actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="claims_about")
    v_name = models.CharField(max_length=300, null=True, blank=True)
    v_part = word(Part, null=True, blank=True)
    v_side = word(Side, null=True, blank=True)
    v_office = models.CharField(max_length=300, null=True, blank=True)
    v_low = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    v_high = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    v_unit = word(Unit, null=True, blank=True)
    v_kind = word(CountKind, null=True, blank=True)
    v_scope = word(Scope, null=True, blank=True)
    v_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    v_text_ar = models.TextField(null=True, blank=True)
    v_text_en = models.TextField(null=True, blank=True)
    claimant_actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")
    claimant_name = models.CharField(max_length=300, null=True, blank=True)
    claimant_side = word(Side, null=True, blank=True)
    basis = word(Basis)
    citation = models.ForeignKey(Citation, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")
    span_text = models.ForeignKey(ArticleText, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")
    span_in = word(SpanIn, null=True, blank=True)
    span_start = models.IntegerField(null=True, blank=True)
    span_end = models.IntegerField(null=True, blank=True)
    quote = models.TextField(null=True, blank=True)
    confidence = models.FloatField()
    digest = models.BinaryField(max_length=32)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["id"]
        constraints = [
            *words_check(
                "claim",
                origin=Origin,
                field=ClaimField,
                basis=Basis,
                span_in=SpanIn,
                v_part=Part,
                v_side=Side,
                v_unit=Unit,
                v_kind=CountKind,
                v_scope=Scope,
                claimant_side=Side,
            ),
            models.UniqueConstraint(name="claim_once", fields=["report", "digest"]),
            models.CheckConstraint(
                name="claim_precision_word",
                condition=Q(v_precision=None)
                | Q(v_precision__in=[p.value for p in DatePrecision], v_date__isnull=False)
                | Q(v_precision__in=[p.value for p in PlacePrecision], v_place__isnull=False),
            ),
            models.CheckConstraint(
                name="claim_machine_is_proved",
                condition=~Q(origin=Origin.MACHINE)
                | Q(basis=Basis.SPAN)
                | Q(basis=Basis.PUBLISHED, field=ClaimField.DATE),
            ),
            models.CheckConstraint(
                name="claim_import_is_cited", condition=~Q(origin=Origin.IMPORT) | Q(basis=Basis.CITATION)
            ),
            models.CheckConstraint(
                name="claim_span_whole",
                condition=Q(
                    basis=Basis.SPAN,
                    span_text__isnull=False,
                    span_in__isnull=False,
                    span_start__isnull=False,
                    span_start__gte=0,
                    span_end__isnull=False,
                    span_end__gt=models.F("span_start"),
                    quote__isnull=False,
                )
                | (~Q(basis=Basis.SPAN) & Q(span_text=None, span_in=None, span_start=None, span_end=None, quote=None)),
            ),
            models.CheckConstraint(
                name="claim_date_range",
                condition=Q(v_date=None) | Q(v_date__range=("1990-01-01", "2100-01-01")),
            ),
            models.CheckConstraint(
                name="claim_date_end_range",
                condition=Q(v_date_end=None) | Q(v_date_end__gte=models.F("v_date"), v_date_end__lte="2100-01-01"),
            ),
            models.CheckConstraint(
                name="claim_high_above_low", condition=Q(v_high=None) | Q(v_high__gte=models.F("v_low"))
            ),
            models.CheckConstraint(
                name="claim_person_withdraws", condition=Q(withdraws=None) | Q(origin=Origin.PERSON)
            ),
            models.CheckConstraint(name="claim_person_denies", condition=Q(asserts=True) | Q(origin=Origin.PERSON)),
            models.CheckConstraint(
                name="claim_value_of_its_kind",
                condition=Q(asserts=False)
                | Q(withdraws__isnull=False)
                | Q(field__in=["type", "modality", "theme", "status", "series"], v_choice__isnull=False)
                | Q(field="date", v_date__isnull=False, v_precision__isnull=False)
                | Q(field__in=["place", "origin", "destination"], v_place__isnull=False)
                | (Q(field="participant", v_part__isnull=False) & (Q(v_actor__isnull=False) | Q(v_name__isnull=False)))
                | Q(
                    field="count",
                    v_low__isnull=False,
                    v_unit__isnull=False,
                    v_kind__isnull=False,
                    v_scope__isnull=False,
                )
                | Q(field="office", v_office__isnull=False)
                | (Q(field__in=["title", "note"]) & (Q(v_text_ar__isnull=False) | Q(v_text_en__isnull=False))),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} {self.slot}"


class Decision(models.Model):
    """What was decided about events, by whom (None: the machine), why and when."""

    kind = word(DecisionKind)
    events = ArrayField(models.BigIntegerField())
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT)
    reason = models.TextField(blank=True)
    detail = models.JSONField(default=dict, blank=True, help_text="What undoing it needs: the state before.")
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name, verbose_name_plural = _("decision"), _("decisions")
        constraints = words_check("decision", kind=DecisionKind)

    def __str__(self) -> str:
        return f"{self.kind} {self.events}"


class Assignment(models.Model):
    """Which event a report belongs to: the last one per report counts; a machine's never follows a person's."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="assignments")
    event = models.ForeignKey("events.Event", on_delete=models.PROTECT, related_name="assignments")
    decision = models.ForeignKey(Decision, null=True, blank=True, on_delete=models.PROTECT)
    score = models.FloatField()
    reasons = models.JSONField(default=dict)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["report", "-id"], name="assignment_last")]

    def __str__(self) -> str:
        return f"report {self.report_id} → event {self.event_id}"
