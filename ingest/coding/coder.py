"""Reads one article: asks the questions in order and builds the reports, each value with its span. PURE.

fold ─▶ both countries? ─▶ words, names ─▶ clauses ─▶ acts ─▶ happenings ─▶ parts, place, day, counts ─▶ in scope?
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from events.codebook import DateBasis, EventType, Modality, Part, Side
from events.reports import ParticipantMention, Report
from ingest.coding.actors import Names
from ingest.coding.borders import OUR_CROSSINGS, at_it, with_context
from ingest.coding.building import UNDATED, Build
from ingest.coding.claimants import Speech
from ingest.coding.coded import NOTHING, CodedArticle
from ingest.coding.confidence import article_confidence
from ingest.coding.dated_pacts import told_aside
from ingest.coding.dating import Dating
from ingest.coding.day_rules import publication_day
from ingest.coding.essays import is_essay
from ingest.coding.event_types import FORMAT, Happening, find_drafts
from ingest.coding.gathered import gather, latest
from ingest.coding.grounds import Grounds
from ingest.coding.guessing import doubtful, guessed, unlikely
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.nationals import no_lands, with_nationals
from ingest.coding.newsworth import (
    dated,
    main_of,
    next_round,
    only_elaborates,
    only_recalled,
    passed_over,
    sits_alone,
    spare_clauses,
    stands_beside,
    told_by,
)
from ingest.coding.owning import owners_of
from ingest.coding.parts import Casting, participant
from ingest.coding.preparing import Prepared, prepared, prepared_alone
from ingest.coding.prior import shares
from ingest.coding.quoting import claimed, quoted
from ingest.coding.reading import Clause, clauses
from ingest.coding.recalling import recalled
from ingest.coding.relevance import concerns_both, rolled, with_other
from ingest.coding.roles import Proposal, Who
from ingest.coding.rules import TALKS
from ingest.coding.rumours import denied_later
from ingest.coding.sentences import Around, its_clauses, judged, sensed, surroundings
from ingest.coding.sequels import next_batch, where_next, with_sequels
from ingest.coding.settling import settle
from ingest.coding.signatures import dateline, gate
from ingest.coding.spots import spotted
from ingest.coding.succession import set_apart
from ingest.coding.surnames import of_two_states
from ingest.coding.taking_office import newly_in_office, only_that, told_of
from ingest.coding.together import helps, tipped
from ingest.coding.undated import about, page_day
from ingest.coding.unnamed import foreign_envoy
from ingest.coding.vouching import vouched
from ingest.coding.where import Where
from ingest.coding.words import words

CODER_VERSION = "20"
MAX_TEXT = 20_000
"""Characters of a text that are read; news does not need more."""
_ACTING = (Part.INITIATOR, Part.PARTICIPANT, Part.HOST)
_UNDONE = frozenset(
    EventType(t)
    for t in ("diplomatic_status", "crossing_status", "incident", "border_operation", "border_measure", "amnesty")
)
"""Types that may be told without anyone who does it."""


def code_article(
    title: str | None, text: str, published: dt.datetime | dt.date | None, lang: str | None, lexicon: Lexicon
) -> CodedArticle:
    """Code an article. `published` without zone means Baghdad; offsets are those of `title` and `text` as given."""
    title, text = title or "", text[:MAX_TEXT]
    ready = prepared(title, text, lexicon)
    day = publication_day(published)
    coded = _coded(ready, day or page_day(text, UNDATED), lexicon) if ready is not None else NOTHING
    return coded if coded.relevant or not told_of(title, text) else _of_one_country(title, text, day, lexicon) or coded


def _of_one_country(title: str, text: str, day: dt.date | None, lexicon: Lexicon) -> CodedArticle | None:
    """What is told of a change of holder that the registry knows, though only one of the two countries is named."""
    if day is None or not newly_in_office(title, text, lexicon, day):
        return None
    ready = prepared_alone(title, text, lexicon)
    coded = _coded(ready, day, lexicon, alone=True) if ready is not None else NOTHING
    reports = only_that(coded.reports, lexicon, day)
    relevant = any(not r.background for r in reports)
    return replace(coded, reports=tuple(reports)) if relevant else None


def _coded(ready: Prepared, day: dt.date | None, lexicon: Lexicon, alone: bool = False) -> CodedArticle:
    """What the texts and the names in them tell; `alone`: they name one of the two countries only."""
    texts, hits = ready
    when = day or about([t.plain for t in texts], UNDATED)
    names = Names(lexicon, when, dated=when is not UNDATED)
    for text_, found in zip(texts, hits, strict=True):
        names.introduce(found)
        names.introduced.update(of_two_states(text_, found, lexicon, when))
    names.settle(texts[1])
    known = [with_nationals(words().find(t.plain), t.plain) for t in texts]
    body = no_lands(names.mentions(texts[1], hits[1], known[1]), texts[1].plain)
    mentions = [no_lands(names.mentions(texts[0], hits[0], known[0]), texts[0].plain), body]
    told = with_context(clauses(texts, known, mentions, when, day is not None))
    told = set_apart(told, when)
    article = _Article(told, day, when, lexicon, dateline(told, body, lexicon), gate(told, body, lexicon))
    article.alone = alone
    coded = article.code()
    return coded if coded.relevant or alone else article.guess() or coded


class _Article(Grounds):
    """One article while it is being read."""

    def __init__(
        self, told: Sequence[Clause], day: dt.date | None, when: dt.date, lexicon: Lexicon, *at: Mention | None
    ) -> None:
        super().__init__(told, day, lexicon, *at)
        self.day = when
        self.owners: dict[int, Happening] = {}
        self.happenings: Sequence[Happening] = ()
        self.couple: Sequence[Who] | None = None
        self.lead: Dating | None = None
        self.proposals: dict[str, Proposal] = {}
        self.done: dict[int, tuple[dict[str, Where], list[Who]]] = {}
        self.built: dict[int, Build] = {}
        self.trusted, self.alone = False, False
        self.recalled: list[Report] = []

    def code(self) -> CodedArticle:
        """All questions, in order."""
        drafts = denied_later(find_drafts(self.clauses), self.clauses)
        happenings = settle(with_sequels(self.clauses, gather(drafts, latest(self.clauses, self.day))), self.day)
        main = main_of(happenings, self.day)
        if main:
            happenings = [*happenings, *recalled(self.clauses, happenings, self.day)]
        self.owners = owners_of(self.clauses, happenings)
        kept = self._reports(happenings, main)
        if len(kept) < len(happenings):
            spoken = [h for h in happenings if told_by(h) and h.lead and h not in main]
            stood = [h for h, _ in kept]
            happenings = stood if any(h in main for h in stood) else [*spoken, *stood]
            before, first = self.owners, [h for h in main if h in happenings]
            main = main_of(happenings, self.day)
            self.owners = owners_of(self.clauses, happenings)
            alike = all(self.owners.get(c) is o for c, o in before.items() if o in happenings)
            if not (alike and len(self.owners) <= sum(o in happenings for o in before.values()) and main == first):
                kept = self._reports(happenings, main)
            elif len(self.owners) < len(before):
                kept = self._told_of(kept, freed=True)
        kept = [(h, spotted(r, self.spots.get(id(h)))) for h, r in self._told_of(self._believed(kept, main))]
        self.recalled = [r for _, r in kept if r.background]
        reports = [*(r for _, r in kept), *(self._sensed(kept) if main and kept else ())]
        reports = reports if self.alone else self._in_company(reports)
        relevant = any(not r.background for r in reports) and (self.alone or not unlikely(self.shares))
        relevant = relevant and not is_essay(self.clauses, self.happenings, reports, self.speech)
        confidence = article_confidence(reports, relevant)
        if not relevant:
            return CodedArticle(False, confidence, ())
        return CodedArticle(True, confidence, tuple(reports), tuple(self.proposals.values()))

    def guess(self) -> CodedArticle | None:
        """What the text most likely tells though no rule found it; None where that is not sure enough."""
        found = (
            guessed(self.clauses, self.shares, {h.type for h in self.happenings if h.lead})
            if self._of_the_file()
            else None
        )
        if found is None:
            return None
        happening, share = found
        alike = [h for h in self.happenings if h.type is happening.type and h.lead and len(h.body) > 1]
        happening = next((h for h in alike if happening.first.clause in [d.clause for d in h.drafts]), happening)
        self.trusted = True
        self.owners = owners_of(self.clauses, [happening])
        kept = [pair for pair in self._reports([happening], [happening]) if not pair[1].background]
        if not kept or only_recalled(kept[0][1], self.recalled, self.day):
            return None
        reports = [replace(r, confidence=round(min(r.confidence, share), 3)) for _, r in kept]
        self.trusted = False
        for report in (*self.recalled, *self._sensed(kept)):
            if all((report.type, report.date) != (r.type, r.date) for r in reports):
                reports.append(report)
        return CodedArticle(True, article_confidence(reports, True), tuple(reports))

    def _reports(self, happenings: Sequence[Happening], main: Sequence[Happening]) -> list[tuple[Happening, Report]]:
        """A report of each happening that stands; one told aside without a day, of the main one's family, only
        elaborates it."""
        self.couple, self.crossing, self.lead, self.happenings = None, None, None, happenings
        found: list[tuple[Happening, Report]] = []
        for happening in sorted(happenings, key=lambda h: h not in main):
            report = self._report(happening, happening in main)
            if report is not None and not only_elaborates(report, happening, main, found, self.lead is not None):
                found.append((happening, report))
        return sorted(found, key=lambda pair: happenings.index(pair[0]))

    def _believed(
        self, kept: Sequence[tuple[Happening, Report]], main: Sequence[Happening]
    ) -> list[tuple[Happening, Report]]:
        """What stands by the model of clauses as well: of another type, unless that is told already, or not at all, unless
        nothing else is told."""
        found: list[tuple[Happening, Report]] = []
        types = {r.type for _, r in kept}
        for happening, report in kept:
            beside = {h.type for h, _ in kept if h is not happening and h.first.clause is happening.first.clause}
            apart = happening not in main and not report.background and dated(happening)
            sure = vouched(happening, report, [h for h, _ in kept])
            told = happening if sure else judged(happening, self.around, self.lexicon, beside, apart)
            if told is happening:
                found.append((happening, report))
            elif told is not None and told.type not in types:
                self.owners.update({c: told for c, o in self.owners.items() if o is happening})
                again = self._report(told, happening in main)
                found.append((told, again) if again is not None else (happening, report))
        return found or [] if doubtful(self.shares, self.clauses) else found or list(kept)

    def _told_of(self, kept: Sequence[tuple[Happening, Report]], freed: bool = False) -> list[tuple[Happening, Report]]:
        """The reports; where a happening fell (`freed`), its clauses with their numbers are another's or nobody's."""
        stood = [h for h, _ in kept]
        if not freed and all(any(o is h for h in stood) for o in self.owners.values()):
            return list(kept)
        self.owners = owners_of(self.clauses, stood)
        return [(h, self.built[id(h)].again(r, self.clauses, self.owners)) for h, r in kept]

    def _sensed(self, kept: Sequence[tuple[Happening, Report]]) -> Iterator[Report]:
        """Second events by the model of clauses: of a type that is not told yet, or of another day."""
        told = {(r.type, r.date) for _, r in kept}
        covered = {id(d.clause) for h, _ in kept for d in h.drafts}
        for happening, share in sensed(self.clauses, covered, self.around, self.lexicon):
            self.owners.update((id(c), happening) for c in its_clauses(self.clauses, happening, self.owners))
            report = self._report(happening, False)
            if report is not None and stands_beside(report, happening, told):
                told.add((report.type, report.date))
                report = spotted(report, self.spots.get(id(happening)))
                yield replace(report, confidence=round(min(report.confidence, share), 3))
        aside = told_aside(self.clauses, [r for _, r in kept], self.lexicon, self.day)
        yield from (r for r in aside if (r.type, r.date) not in told)

    @functools.cached_property
    def around(self) -> Around:
        """What stands around each clause, for the model of clauses."""
        return surroundings(self.clauses, self.shares)

    @functools.cached_property
    def shares(self) -> Mapping[str, float]:
        """What the article looks like as a whole, by the model of articles."""
        return shares(self.clauses)

    @functools.cached_property
    def speech(self) -> Speech:
        """Who is quoted where, read when it is first asked."""
        return Speech(self.lexicon, self.day, self.clauses, self.dateline.land if self.dateline else "")

    def _follow(self, happening: Happening) -> list[Clause]:
        """The clauses that belong to a happening, in order."""
        mine = (c for c in self.clauses if self.owners.get(id(c)) is happening)
        return [c for c in mine if id(c) not in happening.aside]

    def _grounds_of(
        self, happening: Happening, follow: Sequence[Clause], main: bool, before: dict[str, Where] | None
    ) -> dict[str, Where]:
        """Its places; those of what it comes after (`before`), or of the news like it, where it has none."""
        places = self._places(happening, follow, main)
        if before is not None:
            return where_next(happening, before, places, self.lexicon)
        return places if "place" in places else {**places, **next_batch(happening, main, self.happenings, self.done)}

    def _report(self, happening: Happening, main: bool) -> Report | None:
        if not main and passed_over(happening):
            return None
        follow = self._follow(happening)
        before = self.done.get(id(happening.after)) if happening.after else None
        if happening.after is not None and before is None:
            return None
        places = self._grounds_of(happening, follow, main, before[0] if before is not None else None)
        country = places["place"].place.country if "place" in places else ""
        told = [d.clause for d in happening.body]
        saying = quoted(happening, main, self.clauses, self.owners, self.happenings, self.speech)
        casting = Casting(happening, self.lexicon, self.day, saying, follow, self.couple, self.speech)
        cast = casting.cast(country, main)
        if before is not None and not any(w.part is not Part.MENTIONED for w in cast):
            talks = happening.type in TALKS
            cast = casting.seated_anew(before[1], country) if talks else [w for w in before[1] if w.part is Part.TARGET]
        saying = claimed(saying, happening, main, cast, self.speech)
        people = self._hosted(happening, tuple(participant(w, self.lexicon, self.day) for w in cast), places)
        kind = (
            happening.type
            if self.trusted or happening.known
            else self._type_by(happening, main, people, places, country)
        )
        if kind is not happening.type:
            if kind is None:
                return None
            happening.type = kind
            if kind is EventType.STATEMENT:
                happening.drafts = [replace(d, modality=Modality.DONE, modality_at=None) for d in happening.drafts]
            return self._report(happening, main)
        nearby = self._nearby(happening, main, told, follow)
        if happening.type is EventType.STATEMENT and main and not (self.trusted or self._stated(told, follow, people)):
            return None
        again = self.trusted or happening.known or self._beside(happening, people, places, main, follow)
        if happening.type is not EventType.APPOINTMENT and not again:
            if not concerns_both(happening, people, places, nearby, self.lexicon):
                return None
            self.concerned.add(happening.type)
        self._remember(happening, places, cast, main)
        leads = [c for c in self.clauses if c.lead and not c.titular] if main else []
        spare = spare_clauses(happening, self.clauses, self.owners) if main and self.lead is None else ([], [])
        telling = (saying, self.lead, spare, leads, self.speech, casting, self.byline)
        build = Build(self.lexicon, self.published, happening, main, follow, cast, *telling)
        self.built[id(happening)] = build
        report = build.report(self._lined(happening, places, main))
        if main and self.lead is None and report is not None and report.date_basis is DateBasis.TEXT:
            self.lead = build.dating
        return report

    def _type_by(
        self,
        happening: Happening,
        main: bool,
        people: Sequence[ParticipantMention],
        places: dict[str, Where],
        country: str,
    ) -> EventType | None:
        """The type that stands by who takes part: the same, a plainer one, or none."""
        if (
            happening.after is not None
            and happening.type is happening.after.type is EventType.JOINT_OPERATION
            and places
        ):
            return happening.type
        if not self._attended(happening, people, places, country):
            return EventType.STATEMENT if main and sits_alone(happening) else None
        sides = {p.side for p in people if p.part in _ACTING}
        alone = happening.type is EventType.JOINT_OPERATION and len(sides) < _TWO
        alone = alone and not any(helps(d.clause) for d in happening.drafts)
        if not alone or with_other(happening, {p.side for p in people}):
            return happening.type
        tips = any(tipped(d.clause) for d in happening.drafts)
        helped = (tips or all(p.part is not Part.INITIATOR for p in people)) and country
        if helped and rolled(sides) | {country} >= {"IQ", "SY"}:
            return happening.type
        line = any(d.clause.bordering or at_it(d.clause) for d in happening.drafts)
        return EventType.BORDER_OPERATION if line else None

    def _attended(
        self, happening: Happening, people: Sequence[ParticipantMention], places: dict[str, Where], country: str
    ) -> bool:
        """Whether those who take part make it what it is: somebody who acts, and for talks two sides."""
        taking = [p for p in people if p.part is not Part.MENTIONED]
        if self.concerned and happening.type not in self.concerned and dated(happening) and (taking or places):
            return True
        named = happening.type is EventType.DIPLOMATIC_STATUS and happening.first.clause.has("ambassador", "embassy")
        if named or (next_round(happening) and not TALKS.isdisjoint(self.concerned)):
            return True
        if not taking and not ("place" in places and happening.type in _UNDONE):
            return False
        both = {Side.IQ, Side.SY} if any(p.actor == FORMAT for p in people) else set()
        sides = {p.side for p in taking} | both
        formed = happening.type is EventType.AGREEMENT and happening.first.clause.has("joint_body") and bool(sides)
        lone = happening.type in TALKS and len(sides) < _TWO and not formed
        lone = lone and not any(foreign_envoy(d.clause) for d in happening.drafts)
        lone = lone and not with_other(happening, sides)
        return not lone or self._visits(happening, sides, country)

    def _remember(self, happening: Happening, places: dict[str, Where], cast: Sequence[Who], main: bool) -> None:
        """What later happenings of the text lean on."""
        for who in cast:
            proposal = who.proposal()
            if proposal is not None:
                self.proposals[proposal.name] = proposal
        if main and happening.type is EventType.CROSSING_STATUS:
            self.crossing = places.get("place")
        elif main and self.crossing is None and "place" in places and places["place"].place.id in OUR_CROSSINGS:
            self.crossing = places["place"]
        both = rolled(p.side for p in (participant(w, self.lexicon, self.day) for w in cast)) >= {"IQ", "SY"}
        if main and (happening.type in TALKS or both) and self.couple is None:
            self.couple = [w for w in cast if w.part is not Part.MENTIONED]
        self.done[id(happening)] = (places, list(cast))


_TWO = 2
