"""The tables. What each module holds stands in docs/architecture.md."""

from events.models.articles import Article, ArticleText
from events.models.claims import Assignment, Citation, Claim, Coding, Decision, Report
from events.models.events import Event, EventKey, Figure, MonthCount, Participation, Series
from events.models.matching import Doubt, ReportAnchor, ReportFacts
from events.models.registry import (
    Actor,
    Alias,
    Holding,
    Office,
    Place,
    ProposedActor,
    ProposedRole,
    Role,
    ShippedRow,
    Source,
)

__all__ = [
    "Actor",
    "Alias",
    "Article",
    "ArticleText",
    "Assignment",
    "Citation",
    "Claim",
    "Coding",
    "Decision",
    "Doubt",
    "Event",
    "EventKey",
    "Figure",
    "Holding",
    "MonthCount",
    "Office",
    "Participation",
    "Place",
    "ProposedActor",
    "ProposedRole",
    "Report",
    "ReportAnchor",
    "ReportFacts",
    "Role",
    "Series",
    "ShippedRow",
    "Source",
]
