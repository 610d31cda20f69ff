"""A new coder or lexicon over the stored articles: what would change, and the change itself.

An article is stale while its current coding is not of this coder and lexicon; so a run that is broken off goes on where
it stopped, and any number of workers may share it. What people decided, assigned or corrected stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.db.models import Exists, F, OuterRef, QuerySet

from events.models import Article, ArticleText, Claim, Coding
from events.models import Report as ReportRow
from events.recording import last_assignments
from events.reports import InvalidReport, Report
from events.standing import live_reports
from ingest.coding.coder import CODER_VERSION
from ingest.lexicon_source import current_lexicon
from ingest.pipeline import code_text, record_coded

Told = tuple[str, str, str, str]
"""What is compared of a report: type, day, modality, place."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a new reading of one article would change: reports gained, lost, and changed in day, modality or place."""

    text: int
    gained: tuple[Told, ...] = ()
    lost: tuple[Told, ...] = ()
    changed: tuple[tuple[Told, Told], ...] = ()
    events_lost: tuple[str, ...] = ()
    """Public ids of events that no report would tell of any more."""
    events_changed: tuple[str, ...] = ()
    """Public ids of events that would lose or change one of their reports."""

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost or self.changed)


@dataclass(slots=True)
class Tally:
    """How many articles were read anew, and what that changed."""

    articles: int = 0
    gained: int = 0
    lost: int = 0
    changed: int = 0
    events_lost: set[str] = field(default_factory=set)
    events_changed: set[str] = field(default_factory=set)
    failed: list[str] = field(default_factory=list)

    def add(self, difference: Difference) -> None:
        """Count one article."""
        self.articles += 1
        self.gained += len(difference.gained)
        self.lost += len(difference.lost)
        self.changed += len(difference.changed)
        self.events_lost |= set(difference.events_lost)
        self.events_changed |= set(difference.events_changed)


def stale() -> QuerySet[ArticleText]:
    """Newest texts of articles that this coder with this lexicon has not read, oldest first. Mere copies were never
    read and are not read now."""
    fresh = Coding.objects.filter(coder=CODER_VERSION, lexicon=current_lexicon().version)
    current = fresh.filter(pk=OuterRef("article__current_coding"), text=OuterRef("pk"))
    newer = ArticleText.objects.filter(article=OuterRef("article"), n__gt=OuterRef("n"))
    rows = ArticleText.objects.filter(article__current_coding__isnull=False)
    return rows.filter(~Exists(newer), ~Exists(current)).order_by("pk")


def stale_ids(limit: int | None = None) -> list[int]:
    """Ids of stale texts."""
    return list(stale().values_list("pk", flat=True)[:limit])


def compare(text: ArticleText) -> Difference:
    """What a new reading would change; nothing is written."""
    coded = code_text(text)
    new = [_told(r) for r in coded.reports] if coded.relevant else []
    stored = list(_stored(text.article))
    found = difference(text.pk, [told for told, _ in stored], new)
    lost, changed = _fates(text.article, stored, found)
    return replace(found, events_lost=lost, events_changed=changed)


def _fates(
    article: Article, stored: list[tuple[Told, ReportRow]], found: Difference
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of the events that the article tells of: which would lose their last report, which one of several."""
    left = list(stored)
    touched: dict[bool, list[ReportRow]] = {True: [], False: []}
    for told, gone in [*((t, True) for t in found.lost), *((old, False) for old, _ in found.changed)]:
        n = next(n for n, (other, _) in enumerate(left) if other == told)
        touched[gone].append(left.pop(n)[1])
    now = {pk: a.event for pk, a in last_assignments([row for _, row in stored]).items()}
    ids = {now[row.pk].pk for rows in touched.values() for row in rows if row.pk in now}
    others = live_reports(ids).exclude(coding=article.current_coding_id).values_list("event_now", flat=True)
    told_still = set(others) | {now[row.pk].pk for row in [*touched[False], *(r for _, r in left)] if row.pk in now}
    lost = {now[row.pk].public_id for row in touched[True] if row.pk in now and now[row.pk].pk not in told_still}
    changed = {now[row.pk].public_id for rows in touched.values() for row in rows if row.pk in now} - lost
    return tuple(sorted(lost)), tuple(sorted(changed))


def recode(text: ArticleText) -> Difference:
    """Read anew and record it. InvalidReport when the coder broke its contract; the old coding stays then."""
    before = [told for told, _ in _stored(text.article)]
    coded = code_text(text)
    record_coded(text, coded)
    return difference(text.pk, before, [_told(r) for r in coded.reports] if coded.relevant else [])


def recode_ids(ids: Iterable[int]) -> Tally:
    """Recode several texts, each on its own; one that fails is named and leaves the others alone."""
    tally = Tally()
    for text in ArticleText.objects.filter(pk__in=list(ids)).select_related("article").order_by("pk"):
        try:
            tally.add(recode(text))
        except InvalidReport as error:
            tally.failed.append(f"text {text.pk}: {error}")
    return tally


def difference(text: int, before: list[Told], after: list[Told]) -> Difference:
    """Reports that agree whole are the same; of the rest, those of one type are changed, the others gained or lost."""
    kept = list(after)
    lost: list[Told] = []
    for old in before:
        if old in kept:
            kept.remove(old)
        else:
            lost.append(old)
    changed = []
    for old in list(lost):
        partner = next((new for new in kept if new[0] == old[0]), None)
        if partner is not None:
            changed.append((old, partner))
            kept.remove(partner)
            lost.remove(old)
    return Difference(text, tuple(kept), tuple(lost), tuple(changed))


def _told(report: Report) -> Told:
    day = report.date.isoformat() if report.date else ""
    return report.type.value, day, report.modality.value, report.place.id if report.place else ""


def _stored(article: Article) -> Iterator[tuple[Told, ReportRow]]:
    """The same of the reports of an article's current coding, out of their claims."""
    rows = ReportRow.objects.filter(coding=article.current_coding_id).order_by("pk")
    for row in rows:
        said: dict[str, str] = {}
        claims = Claim.objects.filter(report=row, field__in=["type", "modality", "date", "place"])
        for claim in claims.annotate(place_code=F("v_place__code")):
            value = claim.v_date.isoformat() if claim.v_date else claim.place_code or claim.v_choice or ""
            said[str(claim.field)] = value
        yield (said.get("type", ""), said.get("date", ""), said.get("modality", ""), said.get("place", "")), row
