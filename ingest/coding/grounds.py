"""Where an article's happenings took place, with what the whole text tells, and what is near them. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from events.codebook import BORDER_PLACE, DatePrecision, EventType, Family, Modality, Part, PlaceKind, Side, Theme
from events.reports import ParticipantMention, Report
from ingest.coding.borders import border_of, border_zone
from ingest.coding.conferring import goes_to
from ingest.coding.counted_once import counted_once
from ingest.coding.entered import same_table, way_in
from ingest.coding.event_types import Happening
from ingest.coding.gates import it_is_to
from ingest.coding.guessing import HEAD
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.newsworth import interviewed, next_round, of_the_held, on_its_account
from ingest.coding.places import find_places
from ingest.coding.pointing import border_towns, camp_visited, last_crossing, same_spot
from ingest.coding.programmes import of_iraqis
from ingest.coding.reading import MAX_SENTENCES, Clause
from ingest.coding.regexes import regex
from ingest.coding.relevance import countries, rolled
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.seats import byline, stays_on
from ingest.coding.spots import CAMPS, HOLDING, as_camps, known_place, spot_of
from ingest.coding.stretches import on_the_line
from ingest.coding.themes import AT_STAKE, themes_in
from ingest.coding.trade import on_security
from ingest.coding.where import RANK, Where, named
from ingest.coding.witnesses import witness

_AT_THE_LINE = frozenset(
    (EventType.BORDER_MEASURE, EventType.BORDER_OPERATION, EventType.CROSSING_STATUS, EventType.STATEMENT)
)
_WHETHER = ("ما اذا كان", "ما اذا كانت", "whether")
"""«ولم يحدد ما إذا كان التسليم سيجري عبر المعبر»: no place is told there."""
_ON_THE_LINE = (EventType.BORDER_MEASURE, EventType.BORDER_OPERATION)
_GUARDS = frozenset(("iq_border_guard", "sy_border_guard"))
_STATED = frozenset(
    (
        Theme.BORDER_SECURITY,
        Theme.COUNTER_ISIS,
        Theme.DETAINEES,
        Theme.REFUGEES,
        Theme.DRUGS,
        Theme.ARMS,
        Theme.INTELLIGENCE,
        Theme.SOVEREIGNTY,
        Theme.MINORITIES,
    )
)
"""What a position must be about to be an event of this file."""
_URGENT = _STATED - {Theme.REFUGEES, Theme.SOVEREIGNTY, Theme.MINORITIES}
_CONCERNED = ("facility", "return", "move", "refuge", "demand", "interview", "border")
"""What a position on refugees must touch to be of this file."""
_OTHER_LINES = frozenset(("c_ir", "c_tr", "c_jo", "c_kw", "c_sa", "c_lb", "c_il"))
_OUR_STATES = frozenset(("c_iq", "c_sy", "c_us", "baghdad", "damascus", None))
_GATE_ONLY = regex(r"\bborder (?:crossing|post|gate|point|port|terminal)")
_LINE_ITSELF = regex(
    r"\bborders?\b(?! (?:crossing|post|gate|point|port|terminal))|frontier|smuggl|infiltrat|حدود|تهريب|تسلل"
)
"""A crossing that goods pass is no matter of border security."""
_HOMES = {Side.IQ: "baghdad", Side.SY: "damascus"}
"""Where those of a side receive others."""
_WALL_WITH = regex(
    r"(?<!\w)[وبل]?(?:ال)?(?:جدار|خندق|ساتر|سياج)\S*(?: \S+){0,2}? مع (?:ال)?(?:سوريا|عراق|جانب|جاره)\S*"
)
_TO_THE_LINE = regex(
    r"\b(?:to|along|at|on|near) (?:the|its) (?:\w+ )?(?:border|frontier)\b(?! (?:crossing|post|gate|with))"
)
"""«Baghdad sent a brigade to the border», behind news from the other side of it."""
_BARE = regex(r"علي ال(?P<what>مخيم|سجن|معبر|منفذ)(?!\w)")
_PREFIXES = {"مخيم": "camp_", "سجن": "prison_", "معبر": "x_", "منفذ": "x_"}
_NEVER_LET = regex(r"(?<!\w)لن [يتن]سمح|(?<!\w)منطلقا")


def _in_camp(clause: Clause) -> bool:
    return any((m.place or "").startswith(("camp_", "hol_")) for m in clause.mentions)


class Grounds:
    """An article's clauses with the ground that they tell of."""

    def __init__(
        self,
        told: Sequence[Clause],
        day: dt.date | None,
        lexicon: Lexicon,
        at: Mention | None = None,
        gate: Mention | None = None,
    ) -> None:
        self.clauses, self.lexicon, self.published, self.dateline = told, lexicon, day, at
        self.byline = byline(at, told, lexicon)
        self.crossing: Where | None = None
        self.gate = gate
        self.table: Where | None = None
        self.grounds: list[Where] = []
        self.spots: dict[int, Where] = {}
        self.concerned: set[EventType] = set()

    def _places(self, happening: Happening, follow: Sequence[Clause], main: bool) -> dict[str, Where]:
        """Its places; a crossing or a camp that its own clauses do not name again is the one the text named."""
        sure = [c for c in self.clauses if not any(word in c.plain for word in _WHETHER)]
        places = find_places(happening, [c for c in follow if c in sure], sure, self.lexicon)
        if happening.type is EventType.CROSSING_STATUS and "place" not in places:
            self.crossing = self.crossing or self._any_crossing()
        if happening.type is EventType.CROSSING_STATUS and "place" not in places and self.crossing is not None:
            word = next(iter(happening.first.clause.of("crossing")), None)
            if word is not None:
                places["place"] = replace(self.crossing, clause=happening.first.clause, start=word.start, end=word.end)
            elif it_is_to(happening.first.clause, happening.first.start) or not main:
                places["place"] = last_crossing(happening.first.clause, self.clauses, self.lexicon) or self.crossing
        if happening.type is EventType.REPATRIATION:
            self._from_camp(happening, places)
        if happening.type in (EventType.MEETING, EventType.AGREEMENT):
            self._talks(happening, places, main)
        if happening.type is EventType.BORDER_MEASURE and "place" not in places:
            self._measured(happening.first.clause, places)
            at = self._any_crossing() if main and happening.first.clause.has("works") else None
            if at is not None:
                places.setdefault("place", at)
        self._pointed(happening, places)
        if happening.type in MOVEMENTS and main:
            self._at_gate(happening, places)
        places = as_camps(happening, places, self.lexicon)
        at = places.get("place") if main else None
        known = known_place(happening, self.lexicon) or way_in(happening, self.clauses, at, self.lexicon)
        return places if known is None else {**places, "place": known}

    def _pointed(self, happening: Happening, places: dict[str, Where]) -> None:
        """«في البلدة نفسها»: where the news was, or the place named last before."""
        spot = same_spot(happening, self.grounds, self.clauses, self.lexicon)
        at = places.get("place")
        if spot is not None and (
            at is None or RANK.get(at.place.kind, 9) > RANK[spot.place.kind] or happening.type in MOVEMENTS
        ):
            places["place"] = spot
        if "place" in places and places["place"].place.id != BORDER_PLACE:
            self.grounds.append(places["place"])

    def _lined(self, happening: Happening, places: dict[str, Where], main: bool) -> dict[str, Where]:
        """What is done or found at the border is somewhere: unsaid, where the news beside it was, else on the line that the text speaks of."""
        table = same_table(happening, self.grounds, main) if "place" not in places else None
        if table is not None:
            return {**places, "place": table}
        if "place" in places or happening.type not in (*_ON_THE_LINE, EventType.INCIDENT):
            return places
        if happening.type in _ON_THE_LINE:
            on_the_line(self.clauses, self.lexicon, places)
        spot = None if main else spot_of(happening, self.grounds, self.lexicon)
        if spot is not None and not (places and spot.place.kind in HOLDING):
            if "place" in places:
                places["place"] = spot
            self.spots[id(happening)] = spot  # for a report that stands without a place
        return places

    def _measured(self, clause: Clause, places: dict[str, Where]) -> None:
        """«سيطر الجيش على المخيم»: the camp, prison or crossing that the text named; «الجدار مع سوريا» is the line."""
        wall = _WALL_WITH.search(clause.text.plain, clause.start, clause.end)
        line = self.lexicon.places.get(BORDER_PLACE)
        if wall is not None and line is not None:
            places["place"] = Where(line, clause, *wall.span())
            return
        bare = _BARE.search(clause.text.plain, clause.start, clause.end) if clause.has("takeover") else None
        if bare is None:
            return
        prefix = _PREFIXES[bare["what"]]
        for other in self.clauses:
            for mention in other.mentions:
                if mention.place and mention.place.startswith(prefix):
                    places["place"] = Where(self.lexicon.places[mention.place], clause, *bare.span("what"))
                    return

    def _talks(self, happening: Happening, places: dict[str, Where], main: bool) -> None:
        """Talks without a place are where the report is datelined; told aside, of the same day, where the others were."""
        told = happening.first.clause
        if "place" not in places and happening.type is EventType.MEETING:
            camp = camp_visited(happening, self.clauses, self.lexicon)
            places.update({"place": camp} if camp is not None else {})
        if "place" not in places and main:
            self._at_home(happening, places)
        table = self.table if "place" not in places else None
        if table is not None and (not any(d.own for d in told.days) or stays_on(happening, table, self.published)):
            places["place"] = table
        if "place" in places and happening.first.modality is Modality.DONE:
            self.table = self.table or places["place"]

    def _at_home(self, happening: Happening, places: dict[str, Where]) -> None:
        """Talks without a place are where the report is datelined."""
        if self.byline is not None and happening.first.modality in (Modality.DONE, Modality.ONGOING):
            places["place"] = self.byline

    def _hosted(
        self, happening: Happening, people: tuple[ParticipantMention, ...], places: dict[str, Where]
    ) -> tuple[ParticipantMention, ...]:
        """Talks of men of one of the two with others only are at home: in its capital, where the text names it."""
        done = happening.first.modality in (Modality.DONE, Modality.ONGOING)
        sides = {_HOMES[p.side] for p in people if p.part is not Part.MENTIONED and p.side in _HOMES}
        if happening.type is EventType.MEETING and "place" not in places and done and len(sides) == 1:
            told = sorted(self.clauses, key=lambda c: (c.titular, abs(c.order - happening.first.clause.order)))
            seat = next((w for w in named(told, self.lexicon) if w.place.id in sides), None)
            places.update({"place": seat} if seat is not None else {})
        return people

    def _at_gate(self, happening: Happening, places: dict[str, Where]) -> None:
        """A movement over the line without an exact place, datelined in a border town: "QAIM, Iraq (AP) —"."""
        at, body = places.get("place"), next((c for c in self.clauses if not c.titular), None)
        vague = at is None or at.place.kind is PlaceKind.COUNTRY
        if not vague or self.gate is None or body is None or happening.first.modality is Modality.PLANNED:
            return
        crossing = self.lexicon.places.get(self.lexicon.places[self.gate.place or ""].crossing or "")
        if crossing is not None:
            places["place"] = Where(crossing, body, self.gate.start, self.gate.end)

    def _any_crossing(self) -> Where | None:
        """The first crossing between the two countries that the text names."""
        ours = (w for w in named(self.clauses, self.lexicon) if w.place.border_pair == "IQ-SY")
        first = next(ours, None)
        if first is not None or any(w.is_crossing for w in named(self.clauses, self.lexicon)):
            return first
        return next(iter(border_towns(self.clauses, self.lexicon)), None)

    def _from_camp(self, happening: Happening, places: dict[str, Where]) -> None:
        """Camp families leave the camp that the text names, wherever it names it."""
        families = any(w.classes & {"pop_camp_families"} for d in happening.drafts for w in d.clause.words)
        known = places.get("origin")
        exact = known is not None and known.place.kind not in (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.ADMIN1)
        families = families or any(d.clause.has("facility") for d in happening.drafts)
        home = known is not None and known.place.country == "IQ"
        if exact or not (families or (not home and any(of_iraqis(d.clause) for d in happening.drafts))):
            return
        for clause in self.clauses:
            for mention in clause.mentions:
                entry = self.lexicon.places.get(CAMPS.get(mention.place or "", mention.place or ""))
                if entry is not None and entry.kind is PlaceKind.CAMP and entry.country == "SY":
                    places["origin"] = Where(entry, clause, mention.start, mention.end)
                    known = places.get("place")
                    if known is None or known.place.kind is not PlaceKind.CROSSING:
                        places["place"] = places["origin"]
                    self._home(places)
                    return

    def _home(self, places: dict[str, Where]) -> None:
        """Who is brought back from a camp in Syria goes home to Iraq."""
        start = places["origin"]
        if start.clause.text.plain[start.start] > "\u0600":
            return
        home = None if "destination" in places else witness("IQ", self.clauses, self.lexicon)
        if home is not None:
            places["destination"] = home

    def _visits(self, happening: Happening, sides: set[Side], country: str) -> bool:
        """A visit to the other country, its hosts unnamed, is a meeting all the same."""
        away = {Side.IQ: "SY", Side.KRG: "SY", Side.SY: "IQ", Side.SDF: "IQ"}
        goes = happening.first.clause.has("visit", "delegation", "receive")
        there = {country}.union(*(goes_to(d.clause) for d in happening.drafts))
        return happening.type is EventType.MEETING and goes and any(away.get(s) in there for s in sides)

    def _on_the_file(self, told: Sequence[Clause], ours: bool, aside: bool = False) -> bool:
        """A position is an event where it speaks of both countries and of security; not `ours`: of somebody of neither
        of the two, whose good wishes are none. `aside`: told beside an event of both."""
        themes = {t for c in told for t, _, _ in themes_in(c.text.plain, c.start, c.end)}
        if any(border_of(c) for c in told):
            themes.add(Theme.BORDER_SECURITY)
        if any(c.has("facility", "pop_isis_detainees") for c in told):
            themes.add(Theme.DETAINEES)
        if any(_GATE_ONLY.search(c.plain) for c in told) and not any(_LINE_ITSELF.search(c.plain) for c in told):
            themes.discard(Theme.BORDER_SECURITY)
        both = {c for clause in told for c in countries(clause, self.lexicon)}
        fought = any(c.has("op", "kill", "attack") for c in told) and not any(border_of(c) for c in told)
        stated = any(c.has("demand", "interview", "tour") or (c.has("court") and not c.has("op")) for c in told)
        if fought and not stated and not any(_NEVER_LET.search(c.plain) for c in told):
            return False
        elsewhere = any(m.place in _OTHER_LINES for c in told for m in c.mentions)
        if elsewhere and any(c.has("border") for c in told) and not any(border_of(c) for c in told):
            return False
        row = {m.place for c in told for m in c.mentions if m.kind == "country" and m.place not in _OUR_STATES}
        if len(row) > 1 and themes <= {Theme.REFUGEES, Theme.DETAINEES}:
            return False
        if themes == {Theme.REFUGEES} and not any(c.has(*_CONCERNED) or _in_camp(c) for c in told):
            return False
        at_stake = any(AT_STAKE.search(c.plain) for c in told)
        return (bool(themes & (_STATED if ours else _URGENT)) or at_stake) and (aside or both >= {"IQ", "SY"})

    def _beside(
        self,
        happening: Happening,
        people: Sequence[ParticipantMention],
        places: dict[str, Where],
        main: bool,
        follow: Sequence[Clause],
    ) -> bool:
        """Whether it is of the file by what was told before it: of its kind, on its account, on those it tells of."""
        if not self.concerned:
            return False
        held = happening.type in TALKS and bool(self.concerned & set(MOVEMENTS)) and of_the_held(happening, people)
        if held or self._interview(happening, people) or (happening.after is not None and next_round(happening)):
            return True
        again = self._of_a_kind(happening, follow) or self._at_the_line(happening, places)
        again = not main and (again or on_its_account(happening, people))
        return again and (next_round(happening) or not _others_talk(happening, people, self.lexicon))

    def _stated(self, told: Sequence[Clause], follow: Sequence[Clause], people: Sequence[ParticipantMention]) -> bool:
        """Whether a position that is the news is of the file; an English interview is read with all that follows."""
        interview = told[0].text.plain[told[0].start :][:1] < "\u0600" and told[0].has("interview")
        told = [*told, *(c for c in follow if c not in told)] if interview else told
        return self._on_the_file(told, bool(rolled(p.side for p in people)))

    def _of_a_kind(self, happening: Happening, follow: Sequence[Clause]) -> bool:
        """Whether what is told beside an event of the file needs no more to be of it: more of its kind, or more talks."""
        dated = any(day.own for draft in happening.drafts for day in draft.days)
        if happening.type is EventType.STATEMENT and self.concerned and interviewed(happening):
            return self._on_the_file([d.clause for d in happening.drafts] + list(follow), ours=True, aside=True)
        talks = happening.type in TALKS and (dated or happening.first.modality is not Modality.DONE)
        return happening.type in self.concerned or (talks and bool(self.concerned))

    def _in_company(self, reports: Sequence[Report]) -> list[Report]:
        """A change of office counts where the text brings the two countries together, not alone; a number counts once."""
        others = self._both_named() or any(r.type is not EventType.APPOINTMENT for r in reports)
        kept = [r for r in reports if r.type is not EventType.APPOINTMENT or others]
        return counted_once(kept, {c.text.where: c.text.original for c in self.clauses})

    def _both_named(self, within: int = MAX_SENTENCES) -> bool:
        """Whether the text brings in both countries, within so many sentences."""
        told = [c for c in self.clauses if c.titular or c.order < within]
        return {"IQ", "SY"} <= {k for c in told for k in countries(c, self.lexicon)}

    def _of_the_file(self) -> bool:
        """Whether the head of a text names both, or the line, or a camp or prison; not only the rest."""
        head = [m.place or "" for c in self.clauses if c.titular or c.order < HEAD for m in c.mentions]
        held = any(p.startswith(("camp_", "prison_")) or p in border_zone() for p in head)
        gates = [self.lexicon.places[p] for p in head if p.startswith("x_")]
        elsewhere = bool(gates) and all(g.border_pair != "IQ-SY" for g in gates)
        return self._both_named() and (held or self._both_named(HEAD)) and not elsewhere

    def _interview(self, happening: Happening, people: Sequence[ParticipantMention]) -> bool:
        """An interview or address of a man of one of the two, or of the world's envoy, on what the text tells."""
        first = happening.first
        if happening.type is not EventType.STATEMENT or first.text.plain[first.start] < "\u0600":
            return False
        sides = {p.side for p in people if p.part is Part.INITIATOR and "spokes" not in (p.role_en or "").lower()}
        of_late = any(d.own and d.precision is DatePrecision.DAY for d in happening.first.days)
        return interviewed(happening) and of_late and bool(sides) and Side.OTHER not in sides

    def _at_the_line(self, happening: Happening, places: dict[str, Where]) -> bool:
        """A measure in a border town, or an act at the border, told beside an event of the file."""
        if not self.concerned or happening.type not in _AT_THE_LINE:
            return False
        first = happening.first.clause
        if happening.type is EventType.STATEMENT:
            return first.has("interview") and border_of(first) is not None
        if first.bordering and first.has("border") and border_of(first) is not None:
            return True
        if happening.type is EventType.BORDER_MEASURE and _TO_THE_LINE.search(first.plain):
            return not any(m.place in _OTHER_LINES for m in first.mentions)
        if first.bordering and any(m.actor in _GUARDS for m in first.mentions):
            return happening.type is EventType.BORDER_MEASURE
        at = places.get("place")
        dug_in = at is not None and at.place.id in border_zone()
        return dug_in and happening.type in (EventType.BORDER_MEASURE, EventType.BORDER_OPERATION)

    def _both_on_file(self, clause: Clause) -> bool:
        """ "presses Iraq on Syria and the Islamic State group": headline or lead names both, and security."""
        english = clause.text.plain[clause.start : clause.end].strip()[:1] < "\u0600"
        return english and countries(clause, self.lexicon) >= {"IQ", "SY"} and on_security([clause])

    def _nearby(
        self, happening: Happening, main: bool, told: Sequence[Clause], follow: Sequence[Clause]
    ) -> list[Clause]:
        """The clauses in which both countries must be found."""
        nearby = [*told, *(c for c in follow if c.paragraph == told[0].paragraph and not c.titular)]
        if happening.type in TALKS and main:
            last = max(c.order for c in told)
            nearby += [
                c
                for c in self.clauses
                if c not in nearby and not c.titular and 0 < c.order - last <= 2 and c.has("discuss", "couple")
            ]
        if happening.type in TALKS and main:
            nearby += [c for c in self.clauses if c.lead and c not in nearby and self._both_on_file(c)]
        if happening.type.family is Family.MOVEMENT:
            nearby = [
                c for c in self.clauses if (c.titular is told[0].titular and c.paragraph == told[0].paragraph) or c.lead
            ]
        struck = happening.type is EventType.INCIDENT and happening.first.clause.has("base")
        if main and (struck or happening.type.family is Family.OPERATIONS):
            nearby = nearby + [c for c in self.clauses if c.lead]
        return nearby


def _others_talk(happening: Happening, people: Sequence[ParticipantMention], lexicon: Lexicon) -> bool:
    """Talks told aside in which nothing of Syria is."""
    if happening.type.family is not Family.TALKS or happening.type is EventType.STATEMENT:
        return False
    named = {c for d in happening.drafts for c in countries(d.clause, lexicon)}
    return "SY" not in named | rolled(p.side for p in people if p.part is not Part.MENTIONED)
