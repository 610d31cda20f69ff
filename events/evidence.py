"""The reports behind an event as its page shows them: the sentences that prove most, or what is cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from events.claimtext import ClaimLine, Shown, citation_name, shown
from events.codebook import BAGHDAD, Origin, SpanIn
from events.highlighting import Mark, pieces, sentences
from events.models import Citation, Claim, Report
from events.wording import arabic, day_text

SENTENCES = 3
"""Sentences shown of one report: those that prove most. The whole text is on the article's page."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report behind the event and where it stands."""

    origin: str
    outlet: str
    via: str
    title: str
    lang: str
    published: str
    url: str
    article: str
    quotes: tuple[tuple[Shown, ...], ...]
    background: bool
    reprint: bool


def evidence(reports: Iterable[Report], claims: Sequence[Claim], lines: Mapping[int, ClaimLine]) -> list[Evidence]:
    """First-hand reports before background, each in the order in which it was recorded."""
    by_report: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report_id].append(claim)
    found: list[Evidence] = []
    for report in sorted(reports, key=lambda r: (r.background, r.pk)):
        if report.coding is not None:
            found.append(_from_text(report, by_report[report.pk], lines))
        elif report.origin == Origin.IMPORT or report.citations.all():
            found += [_from_citation(report, c) for c in report.citations.all()]
    return found


def _from_text(report: Report, claims: Sequence[Claim], lines: Mapping[int, ClaimLine]) -> Evidence:
    text = report.coding.text
    article = text.article
    quotes = [
        q for where in SpanIn for q in _quotes(text.title if where is SpanIn.TITLE else text.body, where, claims, lines)
    ]
    return Evidence(
        origin=report.origin,
        outlet=article.source.name_in("ar" if arabic() else "en"),
        via="",
        title=text.title,
        lang=text.lang,
        published=day_text(text.published.astimezone(BAGHDAD).date()) if text.published else "",
        url=article.url,
        article=f"{reverse('events:article', args=[article.pk])}?version={text.n}",
        quotes=tuple(quotes),
        background=report.background,
        reprint=article.copy_of_id is not None,
    )


def _quotes(
    text: str, where: SpanIn, claims: Sequence[Claim], lines: Mapping[int, ClaimLine]
) -> list[tuple[Shown, ...]]:
    marks = [
        Mark(c.span_start, c.span_end, c.pk)
        for c in claims
        if c.span_in == where and c.span_start is not None and c.span_end is not None
    ]
    if where is SpanIn.TITLE:
        return []
    return [
        shown(pieces(text, marks, *_trimmed(text, start, end)), lines)
        for start, end in sentences(text, marks, SENTENCES)
    ]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))


def _from_citation(report: Report, citation: Citation) -> Evidence:
    quote = (Shown(citation.quote),) if citation.quote else ()
    return Evidence(
        origin=report.origin,
        outlet=citation_name(citation),
        via=citation.via,
        title="",
        lang=citation.lang,
        published=day_text(citation.published) if citation.published else "",
        url=citation.url,
        article="",
        quotes=(quote,) if quote else (),
        background=report.background,
        reprint=False,
    )
