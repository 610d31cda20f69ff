"""What matching keeps: the facts of each report, where to look for its like, and pairs of events left to a person."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.codebook import DoubtState
from events.models.claims import Decision, Report
from events.models.events import Event
from events.models.fields import word, words_check


class ReportFacts(models.Model):
    """Derived from a report's claims when it is recorded: what matching compares, as plain values."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, primary_key=True, related_name="facts")
    facts = models.JSONField()
    digest = models.BinaryField(max_length=32)

    class Meta:
        verbose_name_plural = "report facts"

    def __str__(self) -> str:
        return f"facts of {self.report_id}"


class ReportAnchor(models.Model):
    """Derived: one row for each thing in a report by which its like is found (a place, a person, a body, a group).

    `kind` is that of `matching.kind_of`; `wide`: a window of a month or longer, looked up apart.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="anchors", db_index=False)
    kind = models.SmallIntegerField()
    anchor = models.BigIntegerField()
    wide = models.BooleanField()
    first = models.DateField()
    last = models.DateField()

    class Meta:
        indexes = [
            models.Index(
                fields=["kind", "anchor", "wide", "first"], include=["last", "report"], name="report_anchor_like"
            ),
            models.Index(fields=["report"], name="report_anchor_report"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.anchor}"


class Doubt(models.Model):
    """Two events that may be one happening: open until a person says so or not. `one` is the older."""

    one = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="doubts")
    other = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="doubted")
    score = models.FloatField()
    reasons = models.JSONField(default=dict)
    state = word(DoubtState, default=DoubtState.OPEN)
    decision = models.ForeignKey(Decision, null=True, blank=True, on_delete=models.PROTECT)
    raised_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name, verbose_name_plural = _("pair in doubt"), _("review desk: pairs in doubt")
        constraints = [
            *words_check("doubt", state=DoubtState),
            models.UniqueConstraint(name="doubt_once", fields=["one", "other"]),
            models.CheckConstraint(name="doubt_older_first", condition=Q(one__lt=F("other"))),
        ]
        indexes = [models.Index(fields=["state", "-score"], name="doubt_open")]

    def __str__(self) -> str:
        return f"{self.one.public_id} = {self.other.public_id}?"
