"""Reads one article: asks the questions in order and builds the reports, each value with its span. PURE.

fold and split ─▶ names ─▶ both countries? ─▶ triggers ─▶ happenings ─▶ parts, place, day, counts ─▶ in scope?
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from events.codebook import (
    BAGHDAD,
    CrossingState,
    DateBasis,
    DatePrecision,
    EventType,
    Family,
    Flag,
    Modality,
    Part,
    SpanIn,
    Theme,
)
from events.reports import Count, PlaceMention, Report, Span
from ingest.coding.actors import Mention, Names, within
from ingest.coding.counts import find_numbers
from ingest.coding.cues import cues
from ingest.coding.dates import Day
from ingest.coding.event_types import Draft, Happening, find_drafts, gather
from ingest.coding.lexicon import Lexicon
from ingest.coding.parts import TALKS, Casting, Who, participant
from ingest.coding.places import Where, find_places
from ingest.coding.relevance import concerns_both, is_discarded, names_both
from ingest.coding.text import Text, read

CODER_VERSION = "1"
MAX_TEXT = 200_000
"""Characters of a text that are read; news does not need more."""
UNDATED = dt.date(2025, 6, 1)
"""Holders of offices are looked up on this day where nothing tells when an article appeared."""
RECENT = dt.timedelta(days=4)
"""An event dated further back than this, told in passing, is background."""
_CLOSING = ("اغلاق", "اغلق", "غلق", "يغلق", "تغلق", "clos", "shut", "تعليق", "علقت", "suspend")


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """The reports found in one text. `relevant`: at least one is no background; `confidence` of that."""

    relevant: bool
    confidence: float
    reports: tuple[Report, ...]


NOTHING = CodedArticle(False, 0.95, ())


def code_article(
    title: str | None, text: str, published: dt.datetime | dt.date | None, lang: str | None, lexicon: Lexicon
) -> CodedArticle:
    """Code an article. `published` without zone means Baghdad; offsets are those of `title` and `text` as given."""
    texts = [read(SpanIn.TITLE, title or ""), read(SpanIn.BODY, text[:MAX_TEXT])]
    hits = [hit for t in texts for hit in lexicon.find(t.plain)]
    if not names_both(hits, lexicon) or is_discarded(texts):
        return NOTHING
    day = publication_day(published)
    names = Names(lexicon, day or UNDATED)
    for t in texts:
        names.introduce(t)
    mentions = [names.mentions(t) for t in texts]
    return _Article(texts, mentions, day, lexicon).code()


def publication_day(published: dt.datetime | dt.date | None) -> dt.date | None:
    """The day in Baghdad."""
    if isinstance(published, dt.datetime):
        aware = published if published.tzinfo else published.replace(tzinfo=BAGHDAD)
        return aware.astimezone(BAGHDAD).date()
    return published


class _Article:
    """One article while it is being read."""

    def __init__(
        self, texts: Sequence[Text], mentions: Sequence[Sequence[Mention]], day: dt.date | None, lexicon: Lexicon
    ) -> None:
        self.texts, self.mentions, self.lexicon = texts, mentions, lexicon
        self.published = day
        self.day = day or UNDATED
        self.owned: list[tuple[Text, int, int, Happening | None]] = []

    def code(self) -> CodedArticle:
        drafts = find_drafts(self.texts, self.mentions, self.day)
        happenings = gather(_without_restatements(drafts))
        self.owned = _owners(self.texts, happenings, self.mentions)
        main = self._main(happenings)
        reports: list[Report] = []
        for happening in happenings:
            report = self._report(happening, happening in main)
            if report is not None:
                reports.append(report)
        kept = self._with_appointments(reports)
        relevant = any(not r.background for r in kept)
        confidence = max((r.confidence for r in kept if not r.background), default=0.9)
        return CodedArticle(relevant, confidence, tuple(kept) if relevant else ())

    def _main(self, happenings: Sequence[Happening]) -> list[Happening]:
        """What title or lead tell of; a statement only when they tell of nothing else."""
        lead = [h for h in happenings if h.lead]
        acts = [h for h in lead if h.type is not EventType.STATEMENT]
        return acts or lead or list(happenings[:1])

    def _with_appointments(self, reports: Sequence[Report]) -> list[Report]:
        """A change of office counts beside an event of the two countries, not alone."""
        others = any(r.type is not EventType.APPOINTMENT and not r.background for r in reports)
        return [r for r in reports if r.type is not EventType.APPOINTMENT or others]

    def _report(self, happening: Happening, main: bool) -> Report | None:
        places = find_places(happening, self.lexicon)
        country = places["place"].place.country if "place" in places else ""
        casting = Casting(happening, self.lexicon, self.day, with_mentioned=main)
        cast = casting.cast(country)
        people = tuple(participant(w, self.lexicon, self.day) for w in cast)
        if not any(p.part is not Part.MENTIONED for p in people):
            return None
        if happening.type in TALKS and len({p.side for p in people if p.part is not Part.MENTIONED}) < 2:
            return None
        nearby = [m for d in happening.drafts for m in self._paragraph(d)]
        if happening.type is not EventType.APPOINTMENT and not concerns_both(happening, people, nearby, self.lexicon):
            return None
        return self._build(happening, main, places, casting, cast)

    def _paragraph(self, draft: Draft) -> list[Mention]:
        """The names of the paragraph that a draft stands in: a movement of people is often told over its sentences."""
        if draft.text.where is SpanIn.TITLE or draft.type.family is not Family.MOVEMENT:
            return list(draft.mentions)
        same = [s for s in draft.text.sentences if s.paragraph == draft.sentence.paragraph]
        return within(self.mentions[1], same[0].start, same[-1].end)

    def _build(
        self, happening: Happening, main: bool, places: dict[str, Where], casting: Casting, cast: Sequence[Who]
    ) -> Report:
        first = happening.first
        spans = [first.text.span("type", first.start, first.end)]
        modality = self._modality(happening, spans)
        dating = self._date(happening, main)
        if dating.span is not None:
            spans.append(dating.span)
        mentioned = {name: self._place(name, places[name], spans) for name in places}
        spans += [w.span(f"participants.{n}") for n, w in enumerate(cast)]
        counts = self._counts(happening, modality, spans)
        themes = self._themes(happening, main, spans)
        said = casting.saying
        if said is not None:
            spans.append(said.draft.text.span("claimant", said.start, said.end))
        report = Report(
            type=happening.type,
            modality=modality,
            confidence=self._confidence(happening, main, dating.background),
            spans=(),
            background=dating.background,
            date=dating.date,
            date_basis=dating.basis,
            date_precision=dating.precision,
            place=mentioned.get("place"),
            origin=mentioned.get("origin"),
            destination=mentioned.get("destination"),
            participants=tuple(participant(w, self.lexicon, self.day) for w in cast),
            counts=counts,
            themes=themes,
            claimant=said.claimant if said else None,
            flags=dating.flags,
        )
        return replace(self._special(report, happening, cast, spans), spans=tuple(spans))

    def _modality(self, happening: Happening, spans: list[Span]) -> Modality:
        first = happening.first
        if first.modality_at is not None:
            spans.append(first.text.span("modality", *first.modality_at))
        else:
            spans.append(first.text.span("modality", first.start, first.end))
        return first.modality

    def _date(self, happening: Happening, main: bool) -> _Dating:
        """The event's own day: the one said nearest to its trigger; else the publication's, or its month."""
        for draft in sorted(happening.drafts, key=lambda d: d.text.where is SpanIn.TITLE):
            said = _nearest(draft)
            if said is not None:
                span = draft.text.span("date", said.start, said.end)
                old = self.published is not None and said.date < self.published - RECENT
                background = old and not main
                flags = (Flag.DATE_CONFLICT,) if said.conflict else ()
                return _Dating(said.date, DateBasis.TEXT, said.precision, background, span, flags)
        if self.published is None:
            return _Dating(None, DateBasis.PUBLISHED, DatePrecision.DAY, not main, None)
        if main or any(cues().other["same_day"].search(d.words) for d in happening.drafts):
            return _Dating(self.published, DateBasis.PUBLISHED, DatePrecision.DAY, False, None)
        month = self.published.replace(day=1)
        return _Dating(month, DateBasis.PUBLISHED, DatePrecision.MONTH, True, None)

    def _place(self, name: str, where: Where, spans: list[Span]) -> PlaceMention:
        spans.append(where.draft.text.span(name, where.mention.start, where.mention.end))
        return where.place.mention()

    def _counts(self, happening: Happening, modality: Modality, spans: list[Span]) -> tuple[Count, ...]:
        """The numbers of the sentences that tell of it; a number repeated is one count."""
        if happening.type in TALKS or happening.type in (EventType.STATEMENT, EventType.APPOINTMENT):
            return ()
        found: dict[tuple[object, ...], Count] = {}
        for draft in happening.drafts:
            numbers = find_numbers(
                draft.text.plain, draft.sentence.start, draft.sentence.end, modality is Modality.PLANNED
            )
            for number in numbers:
                key = (number.value, number.unit, number.scope)
                if key in found:
                    continue
                total = next((n for n, c in enumerate(found.values()) if c.of is None), None) if number.part else None
                spans.append(draft.text.span(f"counts.{len(found)}", number.start, number.end))
                found[key] = Count(number.value, number.unit, number.kind, number.scope, of=total)
        return tuple(found.values())

    def _themes(self, happening: Happening, main: bool, spans: list[Span]) -> tuple[Theme, ...]:
        """What the sentences of it, and those that follow on it, are about."""
        found: list[Theme] = []
        if not main and happening.type is not EventType.STATEMENT:
            return ()
        for draft in self._following(happening):
            for theme, pattern in cues().themes.items():
                match = pattern.search(draft[0].plain, draft[1], draft[2])
                if match and theme not in found:
                    spans.append(draft[0].span(f"themes.{len(found)}", *match.span()))
                    found.append(theme)
        return tuple(found)

    def _following(self, happening: Happening) -> list[tuple[Text, int, int]]:
        """Sentences that belong to a happening: its own, and the next ones until another one starts."""
        return [(text, start, end) for text, start, end, owner in self.owned if owner is happening]

    def _special(self, report: Report, happening: Happening, cast: Sequence[Who], spans: list[Span]) -> Report:
        """What only some types carry: the new status of a crossing, the office of an appointment."""
        first = happening.first
        if report.type is EventType.CROSSING_STATUS:
            trigger = first.text.plain[first.start : first.end]
            status = CrossingState.CLOSED if any(w in trigger for w in _CLOSING) else CrossingState.OPEN
            spans.append(first.text.span("status", first.start, first.end))
            return replace(report, status=status)
        if report.type is EventType.APPOINTMENT and cast:
            office = self.lexicon.office_of(cast[0].actor, self.day)
            if office is not None:
                spans.append(cast[0].span("office"))
                return replace(report, office=office.title_en)
        return report

    def _confidence(self, happening: Happening, main: bool, background: bool) -> float:
        if background:
            return 0.5
        return 0.8 if main and len(happening.drafts) > 1 else 0.65 if main else 0.55


@dataclass(frozen=True, slots=True)
class _Dating:
    date: dt.date | None
    basis: DateBasis
    precision: DatePrecision
    background: bool
    span: Span | None
    flags: tuple[Flag, ...] = ()


def _nearest(draft: Draft) -> Day | None:
    """The day said nearest to the trigger."""
    return min(draft.days, key=lambda d: min(abs(d.start - draft.end), abs(draft.start - d.end)), default=None)


def _without_restatements(drafts: Sequence[Draft]) -> list[Draft]:
    """A statement beside an act in one sentence is that act's, unless it names another speaker of its own."""
    kept = []
    for draft in drafts:
        if draft.type is EventType.STATEMENT and not any(
            m.kind == "person" and m.start > draft.start for m in draft.mentions
        ):
            continue
        kept.append(draft)
    return kept


def _owners(
    texts: Sequence[Text], happenings: Sequence[Happening], mentions: Sequence[Sequence[Mention]]
) -> list[tuple[Text, int, int, Happening | None]]:
    """Each sentence with the talk or statement it follows on; what a statement's speaker adds belongs to it."""
    found: list[tuple[Text, int, int, Happening | None]] = []
    owner: Happening | None = None
    speakers = {
        m.actor: h
        for h in happenings
        if h.type is EventType.STATEMENT
        for m in h.first.mentions
        if m.kind == "person" and m.start > h.first.start
    }
    for text, names in zip(texts, mentions, strict=True):
        for sentence in text.sentences:
            here = [(d.start, h) for h in happenings for d in h.drafts if d.text is text and d.sentence is sentence]
            talking = [(at, h) for at, h in here if h.type in TALKS or h.type is EventType.STATEMENT]
            speaking = [
                speakers[m.actor] for m in names if m.actor in speakers and sentence.start <= m.start < sentence.end
            ]
            if speaking:
                owner = speaking[0]
            elif talking:
                owner = max(talking, key=lambda pair: pair[0])[1]
            elif here:
                owner = here[0][1]
            found.append((text, sentence.start, sentence.end, owner))
    return found
