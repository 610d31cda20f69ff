"""Which numbers of an article count what a happening did, and as what. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from events.codebook import CountKind, DatePrecision, EventType, Modality, Scope, Unit
from events.reports import Count
from ingest.coding.already_named import already_named
from ingest.coding.announced import announcing
from ingest.coding.apart import SEPARATE, apart
from ingest.coding.claimants import Saying, Speech
from ingest.coding.counts import Number, find_numbers
from ingest.coding.dating import Dating
from ingest.coding.event_types import Happening
from ingest.coding.lengths import BARRIER
from ingest.coding.one_handed import one_handed
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import Who
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.scopes import of_that_day
from ingest.coding.sums import CARGO, FATES, is_hunt, like_its_total, of_all, of_programme, same, told_already, total
from ingest.coding.units import PERSONS
from ingest.coding.whose_numbers import (
    ALL_TAKEN,
    FORCE,
    JAILED,
    MANY,
    VAGUE,
    as_strength,
    beside,
    days_of,
    in_jail,
    is_vague,
    led_by_others,
    may_be_talked_of,
    of_another_month,
    of_what_led_to_it,
    part_of_dropped,
    queueing,
    side_hit,
    some_taken,
    stated,
    talked_of,
)
from ingest.coding.with_his_men import with_his_men

_BEFALLEN = FATES | {Unit.ARRESTED}
_FOREIGN: dict[EventType, frozenset[Unit]] = {
    EventType.REPATRIATION: CARGO | FATES | {Unit.ARRESTED},
    EventType.DETAINEE_TRANSFER: CARGO | FATES,
    EventType.REFUGE: CARGO | {Unit.ARRESTED},
    EventType.AMNESTY: (CARGO | FATES) - {Unit.WEAPONS},
    EventType.BORDER_OPERATION: frozenset((Unit.KM, Unit.FLIGHTS)),
    EventType.JOINT_OPERATION: frozenset((Unit.KM, Unit.FLIGHTS)),
    EventType.CROSSING_STATUS: CARGO | FATES | {Unit.ARRESTED, Unit.SOLDIERS, Unit.DETAINEES},
    EventType.STATEMENT: CARGO | FATES | {Unit.VEHICLES, Unit.FAMILIES},
    EventType.BORDER_MEASURE: FATES | {Unit.PILLS, Unit.KILOGRAMS, Unit.ARRESTED, Unit.FLIGHTS},
    EventType.AGREEMENT: frozenset(Unit) - {Unit.DETAINEES, Unit.OFFICERS},
    EventType.INCIDENT: frozenset((Unit.WEAPONS, Unit.KM, Unit.FLIGHTS)),
    EventType.INTELLIGENCE_SHARING: CARGO | FATES,
}
"""What an event of a type does not count: a number of it belongs to something told beside."""
_UNCOUNTED = (EventType.APPOINTMENT, EventType.DIPLOMATIC_STATUS)
_OLD = dt.timedelta(days=3)
_UNVAGUE = (EventType.CROSSING_STATUS, EventType.INTELLIGENCE_SHARING)
_AT_LINE = (EventType.BORDER_OPERATION, EventType.JOINT_OPERATION, EventType.INCIDENT)
_CAUGHT = (EventType.BORDER_OPERATION, EventType.JOINT_OPERATION)
_OTHERS = {(Scope.CUMULATIVE, Unit.PEOPLE), *((Scope.STOCK, unit) for unit in PERSONS)}
"""Travellers of a month, those who still sit in jails: nobody whom men at the line took."""
_HELD = (Unit.PEOPLE, Unit.ARRESTED, Unit.SOLDIERS)
_MANNED = regex(
    r"عنصر|عناصر|مقاتل|رجل|رجال|فرد|افراد|شرطي|حارس|حراس|\bmen\b|members|fighters|guards|police|recruits|volunteers"
)
"""Who keeps a border."""
_GOT_AWAY = regex(r"(?: who)?(?: had)? (?:fled|escaped|got away)|(?: اخر\w*)? (?:لاذ|فر|هرب|تمكن\w* من الفرار)")
_GUARDS = regex(r"(?<!\w)(?:شاركت? (?:فيها|فيه)|بمشاركه|يحرسه\w*|تحرسه\w*|بحراسه|بحمايه) (?:نحو )?$")
"""«تحت حراسة شارك فيها 90 عنصراً»: who guards, nobody moved."""
_HOLDS = regex(
    r"\b(?:has|have|had) (?:long |been )?(?:guard(?:ed|ing)|held|holding) (?:some |about |around |nearly )?$"
)
""" "The SDF has guarded some 9,000 of them for years": nobody who fled."""
_NEAR = 40
_RIDDEN = regex(
    r"(?:[يت]ستقل(?:ون|ان|وا)?|استقلوا|[يت]قود(?:ون|ان)?|علي متن|مثبت\w* علي|محمول\w* علي|مستقل\w*)(?: نحو)? $|\b(?:mounted on|travell?ing (?:in|on)|riding(?: in| on)?|aboard)(?: about| some)? $"
)
"""What those at the line came in: nothing that was seized."""
_LONG_BEHIND = regex(
    r"(?<!\w)بعد (?:(?:نحو |اقل من |اكثر من )?\S+ )?(?:يوم|يومين|ايام|ساعات|ساعه|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|عام|عامين|سنوات)(?: \S+)? (?:من|علي) [^.،,؛]{0,50}$"
    r"|\b(?:days?|weeks?|months?|years?|hours?|fortnight) after [^.,;]{0,70}$"
)
"""«بعد يوم من إعادة قرابة ألفي جندي»: what went before."""
_WIDE = 130
_THOUSANDS = 2000
_MEN = frozenset(("men", "عنصر", "عناصر", "عنصرا", "رجل", "رجال", "رجلا"))
_JAIL = regex(r"سجن|سجين|سجناء|معتقل|prison|jail|inmate|detention")
_LONG_AGO = regex(r"(?:صيف|شتاء|عام|سنه|summer of|back in) (?:19\d\d|200\d|201[0-6])(?!\d)")
_TAKEN = regex(
    r"(?<!دون )(?<!عدم )(?:قبض|اعتقل|اعتقال|اوقف|توقيف|احتجز|ضبط|اوقع|ايقاع|اودعوا|احيلوا|احالهم|احالتهم|اطاح|اقتيد|اقتاد)|وقعوا? في (?:كمين|قبضه)|في قبضه|بقبضه|سقطوا? في|كلبشت|مكبل|arrest|detain|captur|apprehend|custody|seiz|\bcaught|nabb|rounded up|la(?:id|ying) hands|picked up|netted|collared|handcuff"
)


class Tally:
    """Gathers the counts of one happening; a number repeated is one count."""

    def __init__(
        self,
        happening: Happening,
        modality: Modality,
        main: bool,
        cast: Sequence[Who],
        saying: Saying | None,
        dating: Dating | None,
        speech: Speech | None = None,
    ) -> None:
        self.happening, self.kind, self.main, self.cast = happening, happening.type, main, cast
        self.planned, self.denied = modality is Modality.PLANNED, modality is Modality.DENIED
        self.off = modality is Modality.CANCELLED
        self.told = [d.clause for d in happening.drafts]
        self.actors = {w.actor for w in cast}
        self.fled = any(c.has("escape") for c in self.told)
        self.said = saying.claimant.actor if saying else None
        self.speech = speech
        self.found: list[Count] = []
        self.body: list[Clause] = []
        self.dating, self.day = dating, dating.date if dating else None
        self.all_taken, self.position, self.talk = False, False, False
        self.led: set[float] = set()
        self.imprisoned = any(_JAIL.search(c.plain) for c in self.told)
        self.headed: dict[float, Unit] = {}
        self.ones: list[tuple[int, Unit, str]] = []
        self.camp = any(c.has("facility", "pop_camp_families") for c in self.told)
        self.jailed = any(c.has("pop_isis_detainees") for c in self.told)

    def counts(
        self, follow: Sequence[Clause], spare: Sequence[Clause], loose: Sequence[Clause] = ()
    ) -> Iterator[tuple[Count, Clause, int, int]]:
        """The numbers of the clauses that tell of it, each with its place. `spare`: clauses of what is planned or
        recalled, in which only totals, stocks and parts are this one's; `loose`: those that only follow on them."""
        court = self.kind is EventType.STATEMENT and self.happening.first.clause.has("court")
        deal = self.kind is EventType.AGREEMENT
        self.position = self.kind is EventType.STATEMENT and not court
        self.talk = self.kind in TALKS and not deal
        shut = self.denied and self.kind is EventType.CROSSING_STATUS
        if self.kind in _UNCOUNTED or shut or ((self.position or self.talk) and not self.main):
            return
        self.body = body = [c for c in [*follow, *self.told] if not c.titular]
        self.all_taken = any(ALL_TAKEN.search(c.plain) for c in body)
        order = dict.fromkeys([*body, *spare, *loose, *(c for c in self.told if c.titular)])
        if self.kind in _AT_LINE:
            titles = (n for c in order if c.titular for n in self._numbers(c))
            self.headed = {n.value: n.unit for n in titles if n.unit in _BEFALLEN and not n.part and n.value > 1}
        aside = apart(self.happening.first.clause, body, self.day)
        for clause in order:
            if self.talk and not may_be_talked_of(clause):
                continue
            if clause not in self.told and SEPARATE.match(clause.plain):
                continue
            aged = clause not in self.told and clause not in spare
            dropped: Number | None = None
            hunt = self.kind in MOVEMENTS and clause not in self.told and is_hunt(self._numbers(clause))
            for number in self._numbers(clause):
                if hunt and number.unit in _BEFALLEN:
                    continue
                if clause in spare and clause not in body and not of_programme(number):
                    continue
                if (number.unit is Unit.KM and self.planned) or part_of_dropped(number, dropped):
                    continue
                if number.listed and self.kind is not EventType.INTELLIGENCE_SHARING:
                    continue
                told = number.told is Scope.BATCH
                if (aged and told and self._of_another_day(clause, number)) or (
                    told and not number.bare and (id(clause) in aside or self._on_another(clause, number))
                ):
                    continue
                count = self._count(number, clause)
                dropped = number if count is None and all(c.value != number.value for c in self.found) else None
                if count is not None:
                    self.found.append(count)
                    yield count, clause, number.start, number.end
        yield from self._alone()

    def _alone(self) -> Iterator[tuple[Count, Clause, int, int]]:
        """The one man handed over where nobody is counted."""
        transfer = self.kind is EventType.DETAINEE_TRANSFER and not (self.found or self.denied or self.planned)
        moved = one_handed([*self.told, *self.body]) if transfer else None
        if moved is not None:
            clause, start, end, unit = moved
            yield Count(1.0, unit, CountKind.EXACT, Scope.BATCH, None, None, self.said), clause, start, end

    def _count(self, number: Number, clause: Clause) -> Count | None:
        """The count that a number of a clause is, if it is one of this happening and new."""
        named = self._already_named(number) if number.bare else number.unit
        if named is None:
            return None
        number = self._in_context(number if named is number.unit else replace(number, unit=named), clause)
        if (self.position and not stated(number, clause, self.camp)) or (self.talk and not talked_of(number, clause)):
            return None
        if number.unit in _FOREIGN.get(self.kind, ()) or self._of_another(number, clause):
            return None
        if self.kind in (EventType.DETAINEE_TRANSFER, EventType.STATEMENT) and not (self.denied or self.planned):
            number = of_all(number)
        if self.off and number.scope is Scope.BATCH:
            number = replace(number, scope=Scope.PLANNED)
        of = total(number, self.found, clause.before(number.start, _NEAR))
        if of is not None:
            number = like_its_total(number, self.found[of], of_that_day(clause.text.plain, number.end, clause.end))
        if any(same(number, c) for c in self._rivals(number, clause)) or (
            clause.titular and told_already(number, self.found)
        ):
            return None
        self.ones.append((id(clause), number.unit, side_hit(clause, number)))
        return Count(
            number.value, number.unit, number.kind, number.scope, number.high, of, self._teller(clause, number)
        )

    def _rivals(self, number: Number, clause: Clause) -> list[Count]:
        """The counts that a number may repeat: in one clause a second man hit is another one."""
        if number.value > 1 or number.unit not in FATES or clause.titular:
            return self.found
        here = [unit for at, unit, _ in self.ones if at == id(clause)]
        sides = {side for _, unit, side in self.ones if unit is number.unit}
        other = self.kind in _AT_LINE and side_hit(clause, number) == FORCE and sides and FORCE not in sides
        return [c for c in self.found if c.value > 1] if number.unit in here or other else self.found

    def _teller(self, clause: Clause, number: Number) -> str | None:
        """Whose number it is: who is quoted in its clause, else who tells the whole; a command's man tells for it."""
        if self.speech is None or clause.titular:
            return self.said
        voices = list(self.speech.sayings([clause]))
        if not voices:
            return self.said
        ahead = [v for v in voices if v.start <= number.start]
        actor = (ahead[-1] if ahead else voices[0]).claimant.actor
        office = self.speech.lexicon.office_of(actor, self.speech.day) if actor else None
        return self.said if office is not None and office.org == self.said else actor

    def _numbers(self, clause: Clause) -> tuple[Number, ...]:
        """The numbers of a clause."""
        walls = self.kind is EventType.BORDER_MEASURE
        barrier = walls and any(BARRIER.search(c.plain) for c in (*self.told, *self.body))
        found = find_numbers(clause.text.plain, clause.start, clause.end, self.planned, barrier)
        return with_his_men(found, clause) if self.kind in _AT_LINE else found

    def _of_another_day(self, clause: Clause, number: Number) -> bool:
        """Whether a number of a clause that only follows is of an older day."""
        days = [d for d in days_of(clause, number) if d.own and d.precision is DatePrecision.DAY]
        if self.dating is None or self.day is None:
            return False
        return bool(days) and not any(self.dating.covers(d.date) or abs(d.date - self.day) <= _OLD for d in days)

    def _on_another(self, clause: Clause, number: Number) -> bool:
        """Whether all days on which what a clause tells of a number took place are other ones."""
        if self.dating is None or self.day is None or clause.titular or clause is self.happening.first.clause:
            return False
        days = days_of(clause, number)
        days = [d for d in days if d.own and d.precision is DatePrecision.DAY and not announcing(clause, d)]
        return bool(days) and not any(self.dating.covers(d.date) for d in days)

    def _went_before(self, number: Number, clause: Clause) -> bool:
        """Whether a number stands behind «بعد يوم من …», where nothing of this happening is told."""
        before = clause.before(number.start, _WIDE)
        found = _LONG_BEHIND.search(before)
        if found is None or (not self.main and all(d.clause is clause for d in self.happening.drafts)):
            return False
        since = number.start - len(before) + found.start()
        return not any(d.clause is clause and since <= d.start for d in self.happening.drafts)

    def _already_named(self, number: Number) -> Unit | None:
        """What a number without a noun counts."""
        prison = (self.jailed or self.imprisoned) and not self.camp
        return already_named(number, self.kind, self.found, self.cast, prison=prison, fled=self.fled)

    def _of_another(self, number: Number, clause: Clause) -> bool:
        """A total or a stock told beside a plan is the programme's, a part of nothing told is another's."""
        orphan = number.part and not number.bare and number.unit is Unit.PEOPLE and not self.found
        if orphan and (self.planned or self.kind is EventType.INTELLIGENCE_SHARING):
            return True
        if clause not in self.told and number.told is Scope.BATCH and _LONG_AGO.search(clause.plain):
            return True
        if self.kind in MOVEMENTS and not number.part and _GUARDS.search(clause.before(number.start, 40)):
            return True
        rode = self.kind in _AT_LINE and number.unit is Unit.VEHICLES
        if rode and _RIDDEN.search(clause.before(number.start, _NEAR)):
            return True
        others = self.kind in _CAUGHT and clause not in self.told and number.value >= MANY
        if others and (number.told, number.unit) in _OTHERS:
            return True
        if self.fled and not number.part and _HOLDS.search(clause.before(number.start, _NEAR)):
            return True
        if beside(self.kind, clause, number) or self._went_before(number, clause):
            return True
        if self.kind is not EventType.INCIDENT and of_what_led_to_it(clause, number):
            return True
        if clause not in self.told and number.told is Scope.BATCH and of_another_month(clause, self.day):
            return True
        if self.kind in _CAUGHT and number.unit is Unit.PEOPLE and _GOT_AWAY.match(clause.text.plain, number.end):
            return True
        aside = number.unit is Unit.ARRESTED and self.kind is EventType.INCIDENT and clause not in self.told
        if aside and not self.fled:
            return True
        vague = is_vague(number, clause)
        if vague and number.value >= _THOUSANDS and not number.part and self._told_closer(number):
            return True
        people = number.unit in (*PERSONS, *FATES, Unit.FAMILIES) and not number.part
        aside = clause not in self.told and (clause.titular or not clause.lead)
        if vague and people and (aside or self.kind in _UNVAGUE):
            return True
        series = number.told in (Scope.STOCK, Scope.CUMULATIVE)
        if self.denied and number.told is Scope.CUMULATIVE:
            return series and number.unit in (*PERSONS, Unit.FAMILIES)
        if not self.planned:
            return False
        if self.main:
            return self.kind is EventType.CROSSING_STATUS and number.told is not Scope.PLANNED
        return series or (number.bare and clause not in self.told)

    def _told_closer(self, number: Number) -> bool:
        """Whether the clauses that tell of it say how many thousands those are."""
        told = (n for c in self.body for n in self._numbers(c))
        return any(n.unit is number.unit and n.value > number.value and n.value not in VAGUE for n in told)

    def _in_context(self, number: Number, clause: Clause) -> Number:
        """People and suspects moved as detainees are detainees; those caught on the border are arrested."""
        unit = number.unit
        if unit is Unit.PEOPLE and number.value in self.headed and not number.part:
            unit = self.headed[number.value]
        if unit is Unit.PEOPLE and number.part and not any(c.value > number.value for c in self.found):
            unit = next((unit for value, unit in self.headed.items() if value > number.value), unit)
        suspects = unit is Unit.ARRESTED and "suspects" in clause.text.plain[number.start : number.end]
        jailed = self._held() or (self.fled and self.imprisoned)
        if self.kind is EventType.INCIDENT and jailed and (unit is Unit.PEOPLE or (suspects and self.fled)):
            unit = Unit.PEOPLE if self.camp and not self.imprisoned else Unit.DETAINEES
        if self.kind in _CAUGHT:
            unit = self._caught(unit, number, clause)
        if unit is Unit.DETAINEES and self.kind in (EventType.REPATRIATION, EventType.REFUGE):
            unit = unit if JAILED.search(clause.text.plain, number.start, number.end) else Unit.PEOPLE
        if (
            unit is Unit.PEOPLE
            and self.kind in (EventType.REPATRIATION, EventType.REFUGE)
            and self._of_the_army(number, clause)
        ):
            unit = Unit.SOLDIERS
        if self.kind is EventType.INTELLIGENCE_SHARING and unit is Unit.ARRESTED:
            unit = Unit.PEOPLE
        if self.kind in TALKS and unit in _HELD and in_jail(clause, number):
            unit = Unit.DETAINEES
        if self.kind is EventType.DETAINEE_TRANSFER and unit in _HELD:
            unit = Unit.DETAINEES
        if (
            self.kind is EventType.STATEMENT
            and unit in _HELD
            and (not self.position or (self.jailed and not self.camp))
        ):
            unit = Unit.DETAINEES
        if (
            self.kind is EventType.BORDER_MEASURE
            and unit is Unit.PEOPLE
            and number.told is not Scope.STOCK
            and not clause.has("pop_camp_families")
            and _MANNED.search(clause.text.plain, number.start, number.end)
        ):
            unit = Unit.SOLDIERS
        if self.kind is EventType.AMNESTY and unit is Unit.PEOPLE:
            unit = self._pardoned(number, clause)
        return as_strength(replace(number, unit=unit), clause) if self.position else replace(number, unit=unit)

    def _of_the_army(self, number: Number, clause: Clause) -> bool:
        """ "1,905 men were driven back": where soldiers are those who moved, their men are soldiers."""
        noun = clause.text.plain[number.start : number.end].split()
        return "pop_sy_soldiers" in self.actors and noun[-1] in _MEN

    def _caught(self, unit: Unit, number: Number, clause: Clause) -> Unit:
        """Whoever is taken at the line is arrested; those led by others, and those of whom only some are taken, are not."""
        if led_by_others(clause.before(number.start, _NEAR)):
            self.led.add(number.value)
        if unit is Unit.DETAINEES and not self.fled and not self.imprisoned:
            return Unit.ARRESTED
        if unit is not Unit.PEOPLE or number.part or number.value in self.led or some_taken(clause, number):
            return unit
        fetched = self.kind is EventType.JOINT_OPERATION and clause in self.told and number.told is Scope.BATCH
        return Unit.ARRESTED if fetched or self.all_taken or _TAKEN.search(clause.plain) else unit

    def _held(self) -> bool:
        return "pop_isis_detainees" in self.actors or any(c.unit is Unit.DETAINEES for c in self.found)

    def _pardoned(self, number: Number, clause: Clause) -> Unit:
        """Prisoners set free, or men of the former army; visitors of a centre are people."""
        if any(JAILED.search(c.plain) for c in self.told):
            return Unit.DETAINEES
        noun = clause.text.plain[number.start : number.end]
        men = any(word in noun for word in ("عنصر", "عناصر", " men")) and "pop_sy_soldiers" in self.actors
        men = men and not queueing(clause, number)
        return Unit.SOLDIERS if men else Unit.PEOPLE
