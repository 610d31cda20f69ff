"""Builds the report of one happening, each value with its span. PURE."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from events.codebook import DateBasis, EventType, Modality, Part, Scope, Theme, Unit
from events.reports import Count, ParticipantMention, PlaceMention, Report, Span
from ingest.coding.apart import goes_on_telling
from ingest.coding.certain import settled_by_grammar
from ingest.coding.claimants import Saying, Speech
from ingest.coding.company import weighed
from ingest.coding.confidence import report_confidence
from ingest.coding.crossings import state_of
from ingest.coding.dating import Dating, date_of
from ingest.coding.day_choice import Telling, chosen
from ingest.coding.event_types import Draft, Happening
from ingest.coding.last_look import looked_over
from ingest.coding.lexicon import Lexicon
from ingest.coding.newsworth import spare_clauses
from ingest.coding.outdone import without_outdone
from ingest.coding.parts import participant
from ingest.coding.peoples import ordinary
from ingest.coding.places import told_exactly
from ingest.coding.reading import Clause
from ingest.coding.recalling import in_their_parts
from ingest.coding.regexes import regex
from ingest.coding.roles import Roles, Who, word_of
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.seats import seat_of
from ingest.coding.seeming import no_cue
from ingest.coding.series import ordinal_of, series_of
from ingest.coding.subjects import settle_subjects
from ingest.coding.tallies import Tally
from ingest.coding.themes import themes_in
from ingest.coding.where import Where

UNDATED = dt.date(2025, 6, 1)
"""Holders of offices are looked up on this day where nothing tells when an article appeared."""

ABOUT = {
    EventType.BORDER_OPERATION: (Theme.BORDER_SECURITY,),
    EventType.BORDER_MEASURE: (Theme.BORDER_SECURITY,),
    EventType.CROSSING_STATUS: (Theme.BORDER_SECURITY,),
    EventType.INCIDENT: (Theme.BORDER_SECURITY,),
    EventType.DETAINEE_TRANSFER: (Theme.DETAINEES,),
    EventType.INTELLIGENCE_SHARING: (Theme.INTELLIGENCE,),
    EventType.REPATRIATION: (Theme.REFUGEES,),
    EventType.REFUGE: (Theme.REFUGEES,),
}
"""What an act of a type is about by itself: the words of the act are the proof."""

_SUSPECTS = {Unit.ARRESTED: "pop_suspects"}
_SOLDIERS = {Unit.SOLDIERS: "pop_sy_soldiers"}
_HELD = {Unit.DETAINEES: "pop_isis_detainees"}
COUNTED: dict[EventType, dict[Unit, str]] = {
    EventType.BORDER_OPERATION: _SUSPECTS,
    EventType.JOINT_OPERATION: _SUSPECTS,
    EventType.DETAINEE_TRANSFER: _HELD,
    EventType.INCIDENT: _HELD,
    EventType.REPATRIATION: {**_SOLDIERS, Unit.FAMILIES: "pop_camp_families"},
    EventType.REFUGE: {**_SOLDIERS, Unit.FAMILIES: "pop_refugees", Unit.PEOPLE: "pop_refugees"},
    EventType.AMNESTY: _SOLDIERS,
}
"""Whom a number counts where the text gives them no other name."""
_GROUPS = ("pop_", "isis")
_NOW = (Scope.BATCH, Scope.PLANNED)
_TIPPED = (EventType.JOINT_OPERATION,)
_TIP = regex(r"استخبار\w*|مخابرات|معلومات|\bintelligence\b|\binformation\b", re.I)
"""What makes an operation one of intelligence as well."""


class Build:
    """Builds the report of one happening."""

    def __init__(
        self,
        lexicon: Lexicon,
        published: dt.date | None,
        happening: Happening,
        main: bool,
        follow: Sequence[Clause],
        cast: Sequence[Who],
        saying: Saying | None,
        lead: Dating | None = None,
        spare: tuple[Sequence[Clause], Sequence[Clause]] = ((), ()),
        leads: Sequence[Clause] = (),
        speech: Speech | None = None,
        roles: Roles | None = None,
        byline: Where | None = None,
    ) -> None:
        self.lexicon, self.published, self.day = lexicon, published, published or UNDATED
        self.happening, self.main, self.follow = happening, main, follow
        self.cast, self.saying, self.lead, self.spare = cast, saying, lead, spare
        self.dating: Dating | None = None
        self.leads, self.speech, self.roles, self.byline = leads, speech, roles, byline
        self.spans: list[Span] = []
        self.counted: list[tuple[Clause, int, int]] = []

    def report(self, places: Mapping[str, Where]) -> Report | None:
        """The report, or None where it has no date that may stand."""
        first = self.happening.first
        self._span("type", first.clause, first.start, first.end)
        modality = self._modality(first)
        dating = date_of(self.happening, self.follow, self.published, modality, self.main, self.lead, self.leads)
        if self.published is not None and self.speech is not None:
            telling = Telling(self.happening, self.follow, self.speech.clauses, modality, self.main, self.published)
            dating = chosen(telling, dating)
        self.dating = dating
        lasting = modality is Modality.ONGOING and self.happening.type is EventType.CROSSING_STATUS
        begun = modality is Modality.DONE or lasting
        if begun and self.published and dating.date and dating.date > self.published:
            modality = Modality.PLANNED
        if dating.clause is not None:
            self._span("date", dating.clause, dating.start, dating.end)
        counts = self._counts(modality, dating.background)
        self.cast = [*self.cast, *self._counted_ones(counts)]
        recalled = dating.background and dating.basis is DateBasis.PUBLISHED
        self.cast = self._settled(dating.date or self.day, recalled)
        self.spans += [w.span(f"participants.{n}") for n, w in enumerate(self.cast)]
        people = tuple(participant(w, self.lexicon, self.day) for w in self.cast)
        mentioned = self._places(places, people)
        themes = self._themes(counts, recalled)
        if self.saying is not None:
            self._span("claimant", self.saying.clause, self.saying.start, self.saying.end)
        report = Report(
            type=self.happening.type,
            modality=modality,
            confidence=0.0,
            spans=(),
            background=dating.background,
            date=dating.date,
            date_basis=dating.basis,
            date_precision=dating.precision,
            end_date=dating.end_date,
            place=mentioned.get("place"),
            origin=mentioned.get("origin"),
            destination=mentioned.get("destination"),
            participants=people,
            counts=counts,
            themes=themes,
            claimant=self.saying.claimant if self.saying else None,
            flags=dating.flags,
        )
        report = replace(self._special(report), spans=tuple(self.spans))
        return replace(report, confidence=report_confidence(report, self.happening, self.main))

    def _places(self, places: Mapping[str, Where], people: Sequence[ParticipantMention]) -> dict[str, PlaceMention]:
        """Where it was; what has no place of its own is where those sit who did it."""
        seat = None if "place" in places else seat_of(self.happening, self.cast, people, self.byline, self.lexicon)
        found = {**places, "place": seat} if seat is not None else places
        for name, where in found.items():
            self._span(name, where.clause, where.start, where.end)
        return {name: where.place.mention() for name, where in found.items()}

    def again(self, report: Report, clauses: Sequence[Clause], owners: Mapping[int, Happening]) -> Report:
        """The report with the numbers and the themes of the clauses that are its own now."""
        self.follow = [c for c in clauses if owners.get(id(c)) is self.happening]
        if self.main and self.lead is None:
            self.spare = spare_clauses(self.happening, clauses, owners)
        self.spans, self.counted = [], []
        counts = self._counts(report.modality, report.background)
        themes = self._themes(counts, report.background and report.date_basis is DateBasis.PUBLISHED)
        kept = [s for s in report.spans if not s.field.startswith(("counts.", "themes."))]
        at = told_exactly(self.happening, report, self.follow, clauses, self.lexicon)
        if at is not None:
            kept = [s for s in kept if s.field != "place"]
            self._span("place", at.clause, at.start, at.end)
            report = replace(report, place=at.place.mention())
        return replace(report, counts=counts, themes=themes, spans=(*kept, *self.spans))

    def _teller(self, cast: Sequence[Who]) -> Sequence[Who]:
        """A person whose word what is told beside the news rests on is mentioned there as well."""
        said = self.saying
        actor = said.claimant.actor if said is not None and not self.main else None
        if said is None or actor is None or self.happening.type in TALKS or any(w.actor == actor for w in cast):
            return ()
        person = self.lexicon.actors[actor].kind == "person"
        return (Who(actor, Part.MENTIONED, said.clause, said.start, said.end),) if person else ()

    def _settled(self, day: dt.date, recalled: bool) -> list[Who]:
        """The cast as the model of names, the chronology and a last look leave it."""
        cast = self.cast if self.roles is None or recalled else self._weighed(self.roles)
        around = self.speech.clauses if self.speech is not None else ()
        cast = in_their_parts(self.happening, cast, around, self.lexicon, day)
        told = looked_over(self.happening, cast, self.lexicon, day)
        return [*told, *(() if recalled else self._teller(told))]

    def _weighed(self, roles: Roles) -> Sequence[Who]:
        """The cast as the model of names has it."""
        ruled = ordinary(roles, self.cast)
        told = without_outdone(roles, ruled, weighed(roles, ruled, self.main))
        return settled_by_grammar(self.happening, ruled, told)

    def _span(self, field: str, clause: Clause, start: int, end: int) -> None:
        self.spans.append(clause.text.span(field, start, end))

    def _modality(self, first: Draft) -> Modality:
        if first.modality is Modality.DONE and first.modality_at is None:
            for draft in self.happening.drafts:
                if (
                    draft.clause.titular
                    and draft.modality in (Modality.CANCELLED, Modality.DENIED)
                    and draft.modality_at
                ):
                    self._span("modality", draft.clause, *draft.modality_at)
                    return draft.modality
        if first.modality is Modality.PLANNED:
            off = [d for d in self.happening.drafts if d.lead and d.modality is Modality.CANCELLED and d.modality_at]
            if off and off[0].modality_at:
                self._span("modality", off[0].clause, *off[0].modality_at)
                return Modality.CANCELLED
        if first.modality is Modality.DONE and self.main:
            for clause in [first.clause, *self.follow]:
                denial = next((w for w in clause.words if "denied" in w.classes and not no_cue(clause, w)), None)
                if denial is not None and clause.order - first.clause.order <= 2 and self._of_this(clause, first):
                    self._span("modality", clause, denial.start, denial.end)
                    return Modality.DENIED
        if first.modality is Modality.ONGOING:
            for clause in self.follow:
                end = next((w for w in clause.words if "completed" in w.classes), None)
                part = _PART_OF.search(clause.plain)
                if (
                    end is not None
                    and part is None
                    and not clause.has("planned")
                    and not clause.titular
                    and clause.order - first.clause.order <= 3
                ):
                    self._span("modality", clause, end.start, end.end)
                    return Modality.DONE
        if first.modality is Modality.DONE and first.type is EventType.BORDER_MEASURE:
            near = first.clause.order + _ON_PROGRESS * first.clause.has("measure", "works")
            told = [c.end for c in self.follow if c.text is first.text and c.order <= near]
            progress = _PROGRESS.search(first.text.plain, first.clause.start, max(told, default=first.clause.end))
            if progress is not None:
                self._span("modality", first.clause, *progress.span())
                return Modality.ONGOING
        at = first.modality_at or (first.start, first.end)
        self._span("modality", first.clause, *at)
        return first.modality

    def _of_this(self, clause: Clause, first: Draft) -> bool:
        """Whether reports that a clause denies are of this happening; «لا صحة لما تداولته مواقع عن خروقات» is of another."""
        about = _REPORTS_OF.search(clause.plain)
        if clause is first.clause or about is None:
            return _REPORTED.search(clause.plain) is not None
        return bool(word_of(first).classes & clause.classes)

    def _counts(self, modality: Modality, background: bool) -> tuple[Count, ...]:
        """How many, each number with its span."""
        told = [d.clause for d in self.happening.drafts]
        follow = self.follow
        if background and not self.main:
            first = self.happening.first.clause
            follow = [c for c in follow if c in told or goes_on_telling(c, first)]
        found: list[Count] = []
        for count, clause, start, end in Tally(
            self.happening, modality, self.main, self.cast, self.saying, self.dating, self.speech
        ).counts(follow, *self.spare):
            self._span(f"counts.{len(found)}", clause, start, end)
            self.counted.append((clause, start, end))
            found.append(count)
        return tuple(found)

    def _counted_ones(self, counts: Sequence[Count]) -> list[Who]:
        """«القبض على ستة»: those who are counted are whom it befell, where nobody else is named as such."""
        meant = COUNTED.get(self.happening.type, {})
        if any(w.part is Part.TARGET or (w.actor or "").startswith(_GROUPS) for w in self.cast):
            return []
        found = ((meant.get(c.unit), at) for c, at in zip(counts, self.counted, strict=True) if c.scope in _NOW)
        return [Who(group, Part.TARGET, *at) for group, at in found if group is not None][:1]

    def _themes(self, counts: Sequence[Count], undated: bool) -> tuple[Theme, ...]:
        """What the clauses of it, and those that follow on it, are about; and what every act of its type is about. Of an
        aside without a day (`undated`) too little is told."""
        found: dict[Theme, tuple[Clause, int, int]] = {}
        told = self.main or self.happening.type is EventType.STATEMENT
        if not told and undated:
            return ()
        for clause in self.follow if told else self._own():
            for theme, start, end in themes_in(clause.text.plain, clause.start, clause.end):
                found.setdefault(theme, (clause, start, end))
        first = self.happening.first
        if self.happening.type in _TIPPED and Theme.INTELLIGENCE not in found:
            for clause in self._own():
                tip = _TIP.search(clause.text.plain, clause.start, clause.end)
                if tip is not None:
                    found.setdefault(Theme.INTELLIGENCE, (clause, *tip.span()))
        settle_subjects(self.happening.type, found, self._own(), self.follow if told else self._own())
        weapons = [at for c, at in zip(counts, self.counted, strict=True) if c.unit is Unit.WEAPONS]
        if weapons and self.happening.type is EventType.BORDER_OPERATION:
            found.setdefault(Theme.ARMS, weapons[0])
        for theme in ABOUT.get(self.happening.type, ()):
            found.setdefault(theme, (first.clause, first.start, first.end))
        for n, where in enumerate(found.values()):
            self._span(f"themes.{n}", *where)
        return tuple(found)

    def _own(self) -> list[Clause]:
        return [d.clause for d in self.happening.drafts]

    def _special(self, report: Report) -> Report:
        """What only some types carry: the new status of a crossing, the office of an appointment."""
        if report.type is EventType.CROSSING_STATUS:
            status, clause, start, end = state_of(self.happening, self.follow)
            self._span("status", clause, start, end)
            return replace(report, status=status)
        if report.type in MOVEMENTS:
            return self._batch(report)
        if report.type is EventType.APPOINTMENT and self.cast:
            actor, office = self.cast[0].actor, None
            if actor is not None:
                office = self.lexicon.office_of(actor, self.day)
            elif self.cast[0].office:
                office = self.lexicon.offices[self.cast[0].office]
            if office is not None:
                self.spans.append(self.cast[0].span("office"))
                return replace(report, office=office.title_en)
        return report

    def _batch(self, report: Report) -> Report:
        """A movement with its programme, and with its number in it where the text gives one."""
        ordinal = ordinal_of(self.happening)
        if ordinal is not None:
            self._span("ordinal", *ordinal[1:])
        return replace(report, series=series_of(report, self.lexicon), ordinal=ordinal[0] if ordinal else None)


_PART_OF = regex(r"\b(?:of them|of which|of these|per ?cent|so far|out of)\b")
_PROGRESS = regex(
    r"(?:كم|كيلومتر\w*|كيلو متر\w*)[^،.]{0,60}(?:،[^،.]{0,20})?(?:من اصل|من مجموع)|km[^,.]{0,40}out of|(?:kilomet\w+|km)[^,.]{0,40},? (?:so far|out of)\b"
    r"|(?<!\w)(?:ال)?(?:عمل|اعمال|اشغال|انشاء\w*|بناء) (?:\S+ ){0,2}?(?:متواصل|مستمر|جار|متواصله|مستمره|جاريه|[يت]تواصل|[يت]ستمر)(?!\w)|(?<!\w)(?:[يت]تواصل|[يت]ستمر|تواصلت|استمرت?) (?:ال)?(?:عمل|اعمال|اشغال)"
    r"|\b(?:kilomet\w+|km|per ?cent)\b.{0,200}\b(?:remaining|remainder|is putting up|is building|last stretch|to be completed)\b"
    r"|\b\d[\d.]* ?(?:%|per ?cent) (?:complete|finished|done|built|ready)\b"
    r"|\b(?:crews|teams|workers|engineers|troops|they) (?:are|is|were) (?:currently |now |still )?(?:working|building|digging|pouring|installing|laying)\b"
    r"|\b(?:the )?(?:rest|remainder|remaining (?:part|stretch|section|distance|length|kilomet\w+|km|\d+ \w+))\b.{0,40}\b(?:will|would|is to|are to|is due|is scheduled|are scheduled|should|is expected)\b"
    r"|\b(?:hop(?:es|ed|ing)|aim(?:s|ed|ing)?|expect(?:s|ed)|plan(?:s|ned)|intend(?:s|ed)|due|set) to (?:finish|complete|build|wrap up|do) the (?:rest|remainder|remaining)\b"
    r"|\b(?:works?|construction|building|digging|installation) (?:is|are|was|were) (?:still )?(?:continuing|ongoing|under ?way|in progress|going on|advancing|proceeding)\b"
)
"""A wall told by its length so far is still being built."""
_ON_PROGRESS = 2
"""Sentences behind the one that tells of a wall, in which it may be told how far it is."""
_REPORTED = regex(
    r"انباء|شايعات|ما تداول|ما نشر|ما ذكر|ما اشيع|معلومات|تقارير|صحه|reports|rumou?rs|claims|allegations|circulat"
)
_REPORTS_OF = regex(
    r"(?:انباء|شايعات|(?:ل)?ما (?:تداول|نشر|ذكر|اشيع)\w*|معلومات|تقارير)(?: (?!عن|بشان|حول|مفاد)[^\s،.]+){0,5} (?:عن|بشان|حول|مفاد\w*) "
    r"|\b(?:reports|rumou?rs|claims|allegations)(?: (?:circulat\w+|on|in|social|media))* (?:of|about|that|on) "
)
