"""A stored text with the coded spans marked, in any of its versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from events.claimtext import ClaimLine, Shown, claim_line, shown, with_context
from events.codebook import BAGHDAD, Origin, SpanIn
from events.highlighting import Mark, pieces
from events.models import Article, ArticleText, Assignment, Claim, Coding, Event
from events.wording import arabic, day_text


@dataclass(frozen=True, slots=True)
class Account:
    """One happening as the text tells it: the event it belongs to and the values read from the text."""

    url: str
    title: str
    public_id: str
    family: str
    status: str
    status_by: str
    background: bool
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """The page of one version of an article."""

    article: Article
    text: ArticleText
    outlet: str
    published: str
    versions: tuple[tuple[int, str, bool], ...]
    title: tuple[Shown, ...]
    body: tuple[Shown, ...]
    accounts: tuple[Account, ...]
    latest: bool


def reading(article: Article, version: int | None) -> ReadingPage | None:
    """The page of version `version` (None: the newest); None when there is no such version."""
    texts = list(article.texts.order_by("n"))
    text = next((t for t in texts if t.n == version), None) if version is not None else (texts or [None])[-1]
    if text is None:
        return None
    claims = _claims_of(article, text)
    lines = {c.pk: claim_line(c) for c in claims}
    return ReadingPage(
        article=article,
        text=text,
        outlet=article.source.name_in("ar" if arabic() else "en"),
        published=day_text(text.published.astimezone(BAGHDAD).date()) if text.published else "",
        versions=tuple((t.n, day_text(t.recorded_at.astimezone(BAGHDAD).date()), t.n == text.n) for t in texts),
        title=shown(pieces(text.title, _marks(claims, SpanIn.TITLE)), lines, anchors=True),
        body=shown(pieces(text.body, _marks(claims, SpanIn.BODY)), lines, anchors=True),
        accounts=_accounts(claims, lines),
        latest=text is texts[-1],
    )


def _claims_of(article: Article, text: ArticleText) -> list[Claim]:
    """What is read from this version: by its current coding, else the newest one of it, and by persons."""
    coding = article.current_coding
    if coding is None or coding.text_id != text.pk:
        coding = Coding.objects.filter(text=text).order_by("-id").first()
    rows = with_context(Claim.objects.filter(span_text=text, withdraws=None, withdrawn_by=None)).order_by("id")
    return [c for c in rows if c.origin == Origin.PERSON or (coding and c.report.coding_id == coding.pk)]


def _marks(claims: Sequence[Claim], where: SpanIn) -> list[Mark]:
    return [
        Mark(c.span_start, c.span_end, c.pk)
        for c in claims
        if c.span_in == where and c.span_start is not None and c.span_end is not None
    ]


def _accounts(claims: Sequence[Claim], lines: dict[int, ClaimLine]) -> tuple[Account, ...]:
    by_report: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report_id].append(claim)
    last = Assignment.objects.filter(report=OuterRef("report")).order_by("-id").values("id")[:1]
    rows = Assignment.objects.filter(report__in=by_report, pk=Subquery(last)).select_related("event")
    event_of: dict[int, Event] = {a.report_id: a.event for a in rows}
    language = "ar" if arabic() else "en"
    return tuple(
        Account(
            url=reverse("events:event", args=[event.public_id]),
            title=event.title_in(language) or event.public_id,
            public_id=event.public_id,
            family=event.family or "",
            status=event.status,
            status_by=event.status_by,
            background=found[0].report.background,
            lines=tuple(lines[c.pk] for c in found),
        )
        for report, found in by_report.items()
        if (event := event_of.get(report)) is not None
    )
