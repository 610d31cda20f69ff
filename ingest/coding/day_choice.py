"""Which day of a text a happening's is: a fitted model weighs the day that rules give against the others. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from events.codebook import DateBasis, DatePrecision, Modality
from ingest.coding.dating import RECALLING, Dating, said_on
from ingest.coding.day_rules import Day
from ingest.coding.event_types import Happening, drafts_of
from ingest.coding.fitted import WORD, model, score, stem
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.standing import standing

FILE = "days.json"
MARGIN = 0.5
"""Log odds by which another day must be likelier than the one that rules give."""
TAKEN_PLACE = frozenset((Modality.DONE, Modality.ONGOING))
"""What is planned, called off or denied is dated by when it is due, which rules know."""
_BEFORE, _BEHIND, _NEAR, _FAR = 30, 25, 20, 30
_GAPS = ((0, "same"), (1, "day before"), (2, "two before"), (7, "week"), (30, "month"))
_AHEAD = ((3, "soon"), (14, "fortnight"))
_HAD = regex(r"\W*(?:in|on|last|earlier)[^,.;]{0,24}, [^.;]{0,60}\bhad\b")
_LONG = dt.timedelta(days=45)
Place = tuple[Clause, Day]


@dataclass(frozen=True, slots=True)
class Telling:
    """What is known of a happening while its day is chosen. `clauses`: of the whole text, headline included."""

    happening: Happening
    follow: Sequence[Clause]
    clauses: Sequence[Clause]
    modality: Modality
    main: bool
    published: dt.date


@dataclass(slots=True)
class Option:
    """A day that may be it, with where the text says it; nowhere: the publication's."""

    date: dt.date
    precision: DatePrecision
    places: list[Place] = field(default_factory=list)


def chosen(telling: Telling, ruled: Dating) -> Dating:
    """The day that rules give, or another one of the text where the model finds it much likelier: of what took place, none
    to come."""
    if ruled.date is None or telling.modality not in TAKEN_PLACE:
        return ruled
    scored = [(score(features(telling, ruled, o), model(FILE)), o) for o in options(telling, ruled)]
    own = next(s for s, o in scored if is_ruled(o, ruled))
    best, option = max(scored, key=lambda pair: pair[0])
    if best < own + MARGIN or is_ruled(option, ruled):
        return ruled
    if option.date == ruled.date:
        return ruled
    if not option.places:
        old = option.precision is not DatePrecision.DAY and not telling.main
        return Dating(option.date, DateBasis.PUBLISHED, option.precision, old)
    clause, day = _telling_most(telling, option.places)
    return said_on(clause, day, telling.published, telling.main)


def is_ruled(option: Option, ruled: Dating) -> bool:
    """Whether an option is the day that rules give."""
    return (option.date, option.precision) == (ruled.date, ruled.precision)


def options(telling: Telling, ruled: Dating) -> list[Option]:
    """The days of the text, that of publication and its month, and the one that rules give."""
    found: dict[tuple[dt.date, DatePrecision], Option] = {}
    for clause in telling.clauses:
        if _of_another_act(telling, clause):
            continue
        for day in clause.days:
            if day.own and day.date <= telling.published and not _long_gone(telling, day.date):
                key = (day.date, day.precision)
                found.setdefault(key, Option(*key)).places.append((clause, day))
    published = telling.published
    keys = [(published, DatePrecision.DAY), (published.replace(day=1), DatePrecision.MONTH)]
    if ruled.date is not None:
        keys.append((ruled.date, ruled.precision))
    for key in keys:
        found.setdefault(key, Option(*key))
    return list(found.values())


def _long_gone(telling: Telling, day: dt.date) -> bool:
    """What goes on now did not on a day long past: that day is of how far it was then."""
    return telling.main and telling.modality is Modality.ONGOING and telling.published - day > _LONG


def _of_another_act(telling: Telling, clause: Clause) -> bool:
    """«وكانت الحكومة وقسد وقعتا اتفاقاً في كانون الثاني»: what is recalled of something else has its own day."""
    if not telling.main or not clause.order or clause.titular:
        return False
    recalled = RECALLING.match(clause.plain) or _HAD.match(clause.plain)
    if recalled is None and not clause.has("interview"):
        return False
    kinds = {act.type for act in drafts_of(clause)}
    return bool(kinds) and telling.happening.type not in kinds


def _telling_most(telling: Telling, places: Sequence[Place]) -> Place:
    """The clause of the act before those that follow, and those before others."""
    ranks: Mapping[str, int] = {"draft": 0, "follow": 1, "lead": 2, "else": 3, "title": 4}
    return min(places, key=lambda place: ranks[standing(telling.happening, telling.follow, place[0])])


def features(telling: Telling, ruled: Dating, option: Option) -> set[str]:
    """How far from the publication, how it stands to the rules' day, where it is said, and the words there."""
    kind, modality = telling.happening.type.value, telling.modality.value
    own, basis = ("R" if is_ruled(option, ruled) else "o"), ruled.basis.value
    gap = _gap((option.date - telling.published).days)
    found = {
        f"r {own}", f"rt {own} {kind}", f"rb {own} {basis}", f"g {own} {gap}", f"gm {own} {gap} {modality}",
        f"gt {own} {gap} {kind}", f"p {own} {option.precision.value}", f"m {own} {telling.main}",
        f"mod {own} {modality}", f"bg {own} {ruled.background}", f"gb {own} {gap} {ruled.background}",
        f"rp {own} {basis} {ruled.precision.value}", f"mm {own} {modality} {telling.main} {basis}",
        f"n {own} {min(len(option.places), 3)}",
    }  # fmt: skip
    if own == "o" and ruled.date is not None:
        apart = (ruled.date - option.date).days
        found.add(f"vs {'same' if apart == 0 else 'later' if apart < 0 else 'earlier'} {basis}")
        found.add(f"vs1 {apart if abs(apart) <= 2 else 'far'} {basis}")
    standings = [standing(telling.happening, telling.follow, clause) for clause, _ in option.places] or ["published"]
    for where in standings:
        found |= {f"l {own} {where}", f"lt {own} {where} {kind}", f"lm {own} {where} {modality}"}
        found |= {f"lmain {own} {where} {telling.main}", f"lb {own} {where} {basis}"}
    for (clause, day), where in zip(option.places, standings, strict=False):
        found |= set(_said_there(telling, own, where, clause, day))
    return found


def _gap(days: int) -> str:
    if days > 0:
        return next((name for most, name in _AHEAD if days <= most), "future")
    return next((name for most, name in _GAPS if -days <= most), "old")


def _said_there(telling: Telling, own: str, where: str, clause: Clause, day: Day) -> Iterator[str]:
    """The words and their classes by a day, and how it stands to the act."""
    first = clause is telling.happening.first.clause
    yield f"first {own} {first}"
    yield f"firstn {own} {first} {sum(d.own for d in clause.days)}"
    draft = next((d for d in telling.happening.drafts if d.clause is clause), None)
    if draft is not None:
        side = "b" if day.start < draft.start else "a"
        yield f"pos {own} {side} {min(abs(day.start - draft.start) // _FAR, 3)}"
    before = [stem(w) for w in WORD.findall(clause.before(day.start, _BEFORE))][-2:]
    behind = [stem(w) for w in WORD.findall(clause.after(day.end, _BEHIND))][:1]
    if before:
        yield f"w-1 {before[-1]}"
        yield f"w-2 {' '.join(before)}"
    if behind:
        yield f"w+1 {behind[0]}"
    for word in clause.words:
        if abs(word.end - day.start) <= _NEAR or abs(word.start - day.end) <= _NEAR:
            side = "b" if word.end <= day.start else "a"
            yield from (f"nc {side} {name}" for name in word.classes)
    if clause.has("background"):
        yield f"bgc {own}"
    if clause.has("say"):
        yield f"say {own} {where}"
