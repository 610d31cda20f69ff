"""When Baghdad and Damascus first told of an event, per event and as a trend over many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from events.announcing import FirstWord, Lag, MonthLag, Word, by_month, days_after, first_word, middle
from events.codebook import BAGHDAD, DatePrecision, Modality
from events.filters import Filters
from events.labels import side_group
from events.listing import Row, row, with_rows
from events.models import Claim, Event, Report, Source
from events.saying import days_said, speaking_side
from events.standing import live_reports

LAG_EVENTS = 500
"""Newest acts that one page measures; more are left to narrower filters, and the page says so."""

_ACTS = (Modality.DONE, Modality.ONGOING)


@dataclass(frozen=True, slots=True)
class Told:
    """One act and each capital's first word on it; `lag_iq`, `lag_sy` in days, None where it did not speak itself."""

    event: Event
    row: Row
    act: date
    iq: FirstWord | None
    sy: FirstWord | None
    lag_iq: int | None
    lag_sy: int | None


@dataclass(frozen=True, slots=True)
class Lags:
    """The trend and the acts behind it; the medians are of all acts shown."""

    told: tuple[Told, ...]
    months: tuple[MonthLag, ...]
    iq: float | None
    iq_n: int
    sy: float | None
    sy_n: int
    acts: int
    capped: bool

    @property
    def unspoken(self) -> int:
        """Acts of which neither capital spoke itself."""
        return self.acts - sum(t.lag_iq is not None or t.lag_sy is not None for t in self.told)


def lags(filters: Filters, most: int = LAG_EVENTS) -> Lags:
    """The newest acts known to the day that the filters ask for; those of which no capital speaks are only counted."""
    rows = filters.apply(with_rows(Event.objects.listed()))
    rows = rows.filter(date_precision=DatePrecision.DAY, date_basis="text", modality__in=_ACTS)
    found = list(rows.newest_first()[: most + 1])
    acts = found[:most]
    words = words_of(acts)
    told = tuple(t for e in acts if (t := told_of(e, words[e.pk])) and (t.iq or t.sy))
    iq = [t.lag_iq for t in told if t.lag_iq is not None]
    sy = [t.lag_sy for t in told if t.lag_sy is not None]
    months = by_month(Lag(t.act, t.lag_iq, t.lag_sy) for t in told)
    return Lags(told, tuple(months), middle(iq), len(iq), middle(sy), len(sy), len(acts), len(found) > most)


def told_of(event: Event, words: Iterable[Word]) -> Told | None:
    """Each capital's first word on one event; None for an event without a day."""
    if event.date is None:
        return None
    words = list(words)
    iq, sy = first_word(words, "iq"), first_word(words, "sy")
    act = event.modality in _ACTS and event.date_precision == DatePrecision.DAY
    return Told(
        event=event,
        row=row(event),
        act=event.date,
        iq=iq,
        sy=sy,
        lag_iq=days_after(event.date, iq) if act else None,
        lag_sy=days_after(event.date, sy) if act else None,
    )


def words_of(events: Collection[Event]) -> dict[int, list[Word]]:
    """What each side told of these events and when: by its claimants, its state outlets, and its press."""
    words: dict[int, list[Word]] = defaultdict(list)
    by_id = {e.pk: e for e in events}
    if not by_id:
        return words
    reports = live_reports(by_id).filter(background=False).select_related("coding__text__article__source")
    held = {r.pk: r for r in reports.prefetch_related("citations__source")}
    claims = Claim.objects.filter(report__in=held, withdraws=None, withdrawn_by=None, asserts=True)
    claims = claims.filter(Q(claimant_side__isnull=False) | Q(claimant_actor__isnull=False))
    claims = claims.select_related("claimant_actor", "citation__source").prefetch_related("claimant_actor__holdings")
    by_report: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims.order_by("id"):
        by_report[claim.report_id].append(claim)
    for report in held.values():
        event = by_id[report.event_now]  # type: ignore[attr-defined]
        words[event.pk] += words_in(report, by_report[report.pk], event.date)
    return words


def words_in(report: Report, claims: Iterable[Claim], day: date | None) -> list[Word]:
    """What the sides tell in one report (with its citations, text and sources read) and in its claims."""
    found = _printed(report)
    for claim in claims:
        if not claim.asserts:
            continue
        claim.report = report
        side = speaking_side(claim, None, day)
        days = days_said(claim, list(report.citations.all()))
        if side is not None:
            found.append(Word(side_group(side), *(days or (None, None)), official=True))
    return found


def _printed(report: Report) -> list[Word]:
    """The days on which a side's outlets carried a report: a state outlet is the side's own word."""
    printed: list[tuple[Source, date]] = []
    if report.coding is not None:
        text = report.coding.text
        if text.published is not None:
            printed.append((text.article.source, text.published.astimezone(BAGHDAD).date()))
    printed += [(c.source, c.published) for c in report.citations.all() if c.source and c.published]
    return [Word(side_group(source.side), day, day, source.state_media) for source, day in printed]
