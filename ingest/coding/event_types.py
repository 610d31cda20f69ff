"""What happened: words that announce an act, with what must stand beside them, become drafts; drafts of one
happening are gathered by `gathered`. PURE."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from events.codebook import EventType, Modality
from ingest.coding.came_after import told_earlier
from ingest.coding.day_rules import Day, day_rules
from ingest.coding.displacement import displaced
from ingest.coding.gates import barred
from ingest.coding.granting import leave_given
from ingest.coding.handing import handed
from ingest.coding.homeward import whose_way
from ingest.coding.known import Known
from ingest.coding.mentions import Mention
from ingest.coding.modality import read_modality
from ingest.coding.movers import takes_in
from ingest.coding.naming import due, invites, names_only
from ingest.coding.next_talks import hosted
from ingest.coding.opposing import UPSHOT, wish_zones
from ingest.coding.outcomes import settled
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.retelling import seated
from ingest.coding.rivals import beside, by_hand, later, opened, ordered, sealed, struck
from ingest.coding.routes import routed
from ingest.coding.rules import MOVEMENTS, RULES, TALKS, TRIED, rules_of
from ingest.coding.subordination import RELATIVE, is_purpose, is_subordinate
from ingest.coding.tabled import pair_behind, subjects_end, tabled
from ingest.coding.words import Word


@dataclass(frozen=True, slots=True)
class Draft:
    """An act told at [start, end) of a clause."""

    type: EventType
    clause: Clause
    start: int
    end: int
    modality: Modality
    modality_at: tuple[int, int] | None
    subordinate: bool = False
    joint: bool = False

    @property
    def text(self):  # type: ignore[no-untyped-def]
        """The text it stands in."""
        return self.clause.text

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names of the clause."""
        return self.clause.mentions

    @property
    def days(self) -> tuple[Day, ...]:
        """The days of the clause."""
        return self.clause.days

    @property
    def lead(self) -> bool:
        """Whether title or lead tell it."""
        return self.clause.lead


@dataclass(slots=True)
class Happening:
    """Drafts that tell of one happening, in reading order."""

    type: EventType
    drafts: list[Draft] = field(default_factory=list)
    after: Happening | None = None
    """The happening of whose kind this is the next one."""
    aside: set[int] = field(default_factory=set)
    """The ids of clauses that tell of talks of other people."""
    known: bool = False
    """Whether the chronology or the model of clauses vouches for it, so that a bare mention will do."""
    event: Known | None = None
    """What the chronology knows of it."""

    @property
    def lead(self) -> bool:
        """Whether title or lead tell of it as news."""
        return any(d.lead and not d.subordinate for d in self.drafts)

    @property
    def body(self) -> list[Draft]:
        """Its drafts in the body, else those of the title."""
        return [d for d in self.drafts if not d.clause.titular] or self.drafts

    @property
    def first(self) -> Draft:
        """The draft that proves the type: of the body's, if there is one, else of the title's."""
        return next((d for d in self.drafts if not d.clause.titular), self.drafts[0])


FORMAT = "five_neighbours_mech"
"""«اجتماع دول جوار سوريا»: a name that tells of a meeting."""
_MOST = 20
"""Acts of one clause that are weighed; no sentence of news names more."""
BESIDE = frozenset((EventType.APPOINTMENT, EventType.STATEMENT, EventType.AMNESTY))
"""Types that may stand beside another one in a clause."""


def find_drafts(clauses: Sequence[Clause]) -> list[Draft]:
    """All acts of an article in reading order."""
    return [draft for clause in clauses for draft in drafts_of(clause)]


@functools.lru_cache(maxsize=512)
def drafts_of(clause: Clause) -> tuple[Draft, ...]:
    """The acts that one clause tells: the first that is no topic and stands on its own, and those that may stand beside."""
    named = [m for m in clause.mentions if m.actor and not m.adjective and m.kind != "population_group"]
    names = [(m.start, m.end) for m in named if m.actor != FORMAT]
    starts = [start for start, _ in names]
    candidates = [
        (word, rule)
        for word in clause.words
        if not _within(word, names, starts) or _is_court(clause, word) or "delegation" in word.classes
        for rule in rules_of(word.classes)
        if rule.fits(clause, word)
    ][:_MOST]
    if not candidates:
        return tuple(_unworded(clause, ()))
    wishes, zones = wish_zones(clause), topic_zones(clause, [w for w, r in candidates if r.type in TALKS])
    drafts = []
    for word, rule in candidates:
        talk = rule.type in TALKS
        closed = [(a, min(b, a + 40)) for a, b in wishes] if talk else wishes + zones
        told_anyhow = rule.type in (EventType.STATEMENT, EventType.CALL)
        topic = not told_anyhow and any(a <= word.stem < b for a, b in closed)
        opening = rule.type is EventType.CROSSING_STATUS and _PREPARED.search(clause.before(word.stem, 24))
        if topic and not (opening or RELATIVE.search(clause.before(word.start, 20)) or due(clause, word)):
            continue
        drafts.append(_draft(clause, word, rule.type))
    return tuple(_chosen(told_earlier(clause, [*(d for d in drafts if d is not None), *_unworded(clause, drafts)])))


def _unworded(clause: Clause, drafts: Sequence[Draft | None]) -> list[Draft]:
    """People who go from one country to the other by a verb that no rule knows, where nothing else happens."""
    told = [d for d in drafts if d is not None and d.type is not EventType.STATEMENT]
    if told and not clause.has("move", "receive", "return"):
        return []
    found = handed(clause)
    if found is not None and any(d.start < found[0].end or d.type in _OF_ALL for d in told):
        return []
    found = found or (None if told else routed(clause) or hosted(clause))
    draft = _draft(clause, *found) if found is not None else None
    return [draft] if draft is not None else []


_OF_ALL = frozenset((EventType.DETAINEE_TRANSFER, EventType.AGREEMENT, EventType.CALL, EventType.AMNESTY))
"""What is told instead of prisoners given to the other state; all else behind it is theirs: "men who had been detained"."""


def _within(word: Word, names: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Whether a word stands inside a name; names are in order and do not overlap."""
    before = bisect_right(starts, word.start) - 1
    return before >= 0 and word.end <= names[before][1]


def topic_zones(clause: Clause, talks: Sequence[Word]) -> list[tuple[int, int]]:
    """Stretches behind a talk that name its subjects; with whom one talks about them still stands outside."""
    zones = tabled(clause)
    for word in clause.of("topic", "discuss", "demand"):
        if "discuss" not in word.classes and any(
            "discuss" in w.classes and 0 <= word.start - w.end <= 1 for w in clause.words
        ):
            continue
        if _AROUND.match(clause.text.plain, word.stem, clause.end):
            continue
        if _DENIED_NEWS.search(clause.before(word.start, 120)):
            continue
        spoken = any(w.classes & _OPENERS and w.end <= word.start for w in clause.words)
        spoken = spoken or (clause.text.plain.startswith(_FILES, word.stem) and ":" in clause.after(word.end, _LIST))
        if not spoken and "discuss" not in word.classes and not any(w.start <= word.start for w in talks):
            continue
        start = word.end
        if "discuss" in word.classes:
            partner = _PARTNER.match(clause.after(word.end, 140))
            start = word.end + partner.end() + _NAME if partner else subjects_end(clause, word)
            start = max(start, pair_behind(clause, word, talks))
        close = _AFTERWARDS.search(clause.text.plain, start, clause.end)
        zones.append((start, close.start() if close else clause.end))
    return zones


_DENIED_NEWS = regex(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*)\b[^.;]*\b(?:circulat\w*|reports?|reported|rumou?rs?|claims?|published|shared|posted|said)\b[^.;]*$"
    r"|(?<!\w)[وف]?(?:نفي|نفت|[يت]نفي|نافيا|نافيه|كذبت?|فندت?|لا صحه)(?!\w)[^.؛]*(?<!\w)[وبل]*(?:ما (?:[يت]?تداول|[يت]?تناقل|نشر|اشيع|ورد|ذكر|قيل|زعم|اورد|روج)|(?:ال)?(?:انباء|اخبار|شايعات|مزاعم|معلومات|تقارير|ادعاءات))\w*[^.؛]*$"
)
"""«denied what pages have circulated about the closure»: told, and no subject of talk."""


_AROUND = regex(
    r"حول (?:ال)?(?:منفذ|معبر|قاعد|مخيم|سجن|مدين|بلد|قري|مقر|نقط|حقل|موقع|خط |ساتر|شريط)|over the (?:(?:tele)?phone|weekend|past|last|coming|next|border|frontier|line|river)\b"
)
"""«أبراجاً حول المنفذ», "over the phone": a place or a way, no subject."""
_LIST, _FILES = 50, ("ملفات", "قضايا", "محاور")
"""Characters between «ثلاثة ملفات سيحملها الوفد» and the colon behind which they are named."""
_AFTERWARDS = regex(r"[،,] (?:(?:بعد|بعدما|وذلك بعد|عقب|غداه) |" + UPSHOT.pattern + ")")
"""«…، بعد زيارة الشطري إلى دمشق»: no subject any more."""
_PREPARED = regex(
    r"(?:تمهيدا|استعدادا|تحضيرا|الاستعدادات الجاريه|الاستعدادات|التحضيرات|التحضيرات الجاريه) ل(?:اعاده |ل)?$"
)
"""«تمهيداً لافتتاحه»: what is prepared is planned."""
_OPENERS = frozenset(("say", "meet", "call", "receive", "discuss"))
_PARTNER = regex(r"\s+(?:[^\s]+ ){0,14}?(?:مع|with)\s")
_NAME = 60


def _draft(clause: Clause, word: Word, kind: EventType) -> Draft | None:
    plain = clause.text.plain
    modality, at = read_modality(clause, word)
    before = clause.before(word.start, 48)
    if names_only(clause, word, kind, before):
        return None
    fled = clause.has("flight") or displaced(clause) or takes_in(clause, word)
    if kind is EventType.REPATRIATION and word.classes & _COMING_IN and fled:
        kind = EventType.REFUGE
    kind = whose_way(clause, word, kind)
    granted = leave_given(clause, word, kind) if modality is Modality.DONE else None
    if granted is not None:
        modality, at = Modality.PLANNED, granted
    if kind is EventType.CROSSING_STATUS and modality is Modality.DENIED and barred(clause, word):
        modality, at = Modality.DONE, None
    nominated = kind is EventType.APPOINTMENT and plain.startswith(_NAMED, word.start)
    if nominated or (kind is EventType.MEETING and invites(clause, word)):
        return Draft(kind, clause, word.start, word.end, Modality.PLANNED, (word.start, word.end))
    purpose = is_purpose(clause, word, kind, before)
    if kind is EventType.CROSSING_STATUS and _PREPARED.search(clause.before(word.stem, 24)):
        purpose, modality, at = False, Modality.PLANNED, (word.start, word.end)
    if (
        purpose
        and modality is Modality.DONE
        and kind
        not in (
            EventType.STATEMENT,
            EventType.AMNESTY,
            EventType.AGREEMENT,
        )
    ):
        earlier = any(w.classes & _VERBS for w in clause.words if w.end <= word.start)
        if earlier or plain[word.stem] > "\u0600":
            return None
        if not _DID_SO.search(clause.before(word.start, 120)):
            modality, at = Modality.PLANNED, (word.start, word.end)
    if kind is EventType.INCIDENT and (modality is Modality.PLANNED or _PREVENTED.search(before)):
        return None
    modality, at = settled(clause, word, kind, modality, at)
    return Draft(kind, clause, word.start, word.end, modality, at, is_subordinate(clause, word, kind, before))


_DID_SO = regex(
    r"\b(?:managed|(?:was|were|been) able|worked|flew|flown|helicoptered|joined|teamed up|cooperated|collaborated|coordinated|moved in|sent|dispatched|deployed|rushed|despatched|helped|enabled|allowed|led|went in|swooped|pooled|combined|acted|let)\b(?:(?!\b(?:will|would|plans?|aims?|vowed|agreed|pledged|promised)\b)[^.;,]){0,90}\bto (?:\w+ly )?$"
)
"""«worked hand in hand with the SDF to nab a courier», «enabled them to grab a commander»: they did."""
_NAMED = ("nominat", "put forward")
"""Words of who is to take an office."""
_COMING_IN = frozenset(("arrive", "visit", "refuge", "cross", "receive"))
_PREVENTED = regex(r"(?:foil|thwart|prevent|avert|stop|احباط|احبط|منع|افشال|افشل)\w* (?:\S+ ){0,3}$")
_VERBS = frozenset(("say", "meet", "receive", "visit", "discuss", "call", "move", "return", "op", "demand", "order"))


def _chosen(drafts: Sequence[Draft]) -> list[Draft]:
    """One act per clause: those on their own before subordinate ones, the more telling type before the plainer."""
    kept: list[Draft] = []
    plain = [d for d in drafts if d.type not in BESIDE]
    own = seated(by_hand([d for d in plain if not d.subordinate] or plain))
    court = next((d for d in drafts if _in_court(d)), None)
    if court is not None and own and all(d.type in MOVEMENTS and court.start < d.start for d in own):
        return [court]
    if own and all(d.subordinate for d in own) and any(_in_court(d) for d in drafts):
        return [d for d in drafts if d.type is EventType.STATEMENT][:1]
    settling = any(d.type is EventType.AMNESTY and not d.subordinate for d in drafts)
    if settling:
        own = [d for d in own if not (d.type in MOVEMENTS and d.clause.of("receive") and _takes(d))]
    if all(d.subordinate for d in own) and settling:
        own = [d for d in own if any(_of_its_own(d, day) for day in d.days)]
    if own:
        first = min(own, key=lambda d: d.start)
        rivals = [d for d in own if d.type in _STRONGER.get(first.type, ()) and not struck(first, d)]
        rivals += [d for d in own if sealed(first, d) or (first.type is EventType.MEETING and ordered(first, d))]
        kept = [min(rivals, key=lambda d: d.start) if rivals else _best_at(own, first)]
        kept += [d for d in plain if beside(kept[0], d)][:1]
    seen = {d.type for d in kept}
    for draft in drafts:
        if draft.type in BESIDE and draft.type not in seen:
            if draft.type is EventType.APPOINTMENT and any(_envoy(d) for d in kept):
                continue
            aside = draft.lead and all(d.subordinate for d in kept)
            if draft.type is EventType.STATEMENT and kept and not aside and not _interview(draft):
                continue
            if draft.type is EventType.STATEMENT and aside:
                kept = [d for d in kept if not _WHO.search(d.clause.before(d.start, 24))]
            kept.append(draft)
            seen.add(draft.type)
    if kept and kept[0].type is EventType.MEETING:
        signed = [d for d in own if d.type is EventType.AGREEMENT and not is_outcome(d) and not sealed(d, kept[0])]
        kept += signed[:1]
        seen |= {d.type for d in signed}
    return kept + [d for d in drafts if d.type is EventType.AGREEMENT and d.type not in seen and _born(d)][:1]


def _of_its_own(draft: Draft, day: Day) -> bool:
    """«الذين فروا إلى العراق في كانون الأول»: a day, said by its month, of those who are pardoned; «الاثنين» is the amnesty's."""
    said = f" {draft.text.plain[day.start : day.end]} "
    dated = any(c.isdigit() for c in said) or any(f" {month} " in said for month in day_rules().months)
    return day.own and dated and later(draft, day) and not opened(draft, day)


def _envoy(draft: Draft) -> bool:
    """An ambassador named: no other office changes hands."""
    return draft.type is EventType.DIPLOMATIC_STATUS and any(
        w.start == draft.start for w in draft.clause.of("ambassador")
    )


def _takes(draft: Draft) -> bool:
    """«باشر مركز التسوية استقبال …»: who comes to be settled, not home."""
    return any(w.start == draft.start for w in draft.clause.of("receive"))


def _born(draft: Draft) -> bool:
    """«أسفرت المباحثات عن تشكيل لجنة»: what came of talks and stands by itself."""
    return bool(_BORE.search(draft.clause.before(draft.start, 260)))


_BORE = regex(
    r"(?<!\w)[وف]?(?:قرر|قررت|تقرر) (?:[^\s،.]+ ){0,3}$|(?<!\w)[وف]?(?:اسفرت?|تمخضت?|نتجت?|اثمرت?|افضت|توجت?) [^.]*?(?:عن|الي|ب)(?: [^\s،.]+){0,4} ?$"
)


_WHO = regex(r"\b(?:who|which)\s+(?:had |were |was |have )?$")


def _is_court(clause: Clause, word: Word) -> bool:
    """A court by its name; a council of judges is none."""
    return "court" in word.classes and bool(_COURT.match(clause.text.plain, word.stem))


_COURT = regex(r"محكمه|محاكم|court")


def _in_court(draft: Draft) -> bool:
    """A court that acts; its name alone, as of one that only speaks, is no step."""
    named = [(m.start, m.end) for m in draft.mentions if m.actor]
    return draft.type is EventType.STATEMENT and any(
        (_is_court(draft.clause, w) or not any(a <= w.start < b for a, b in named))
        and not TRIED.search(draft.clause.before(w.start, 36))
        for w in draft.clause.of("court")
    )


def _interview(draft: Draft) -> bool:
    return not draft.clause.lead and any(
        w.start == draft.start and "interview" in w.classes for w in draft.clause.words
    )


def _best_at(drafts: Sequence[Draft], first: Draft) -> Draft:
    """Of several types at one word, the first rule's."""
    order = {rule.type: n for n, rule in reversed(list(enumerate(RULES)))}
    return min((d for d in drafts if d.start == first.start), key=lambda d: order[d.type])


_STRONGER: dict[EventType, tuple[EventType, ...]] = {
    EventType.MEETING: (EventType.CALL,),
    EventType.BORDER_OPERATION: (EventType.JOINT_OPERATION,),
    EventType.REPATRIATION: (EventType.DETAINEE_TRANSFER, EventType.BORDER_MEASURE),
    EventType.REFUGE: (EventType.REPATRIATION, EventType.DETAINEE_TRANSFER),
    EventType.INTELLIGENCE_SHARING: (EventType.JOINT_OPERATION,),
    EventType.INCIDENT: (EventType.JOINT_OPERATION, EventType.BORDER_OPERATION, EventType.INTELLIGENCE_SHARING),
    EventType.BORDER_MEASURE: (EventType.JOINT_OPERATION, EventType.BORDER_OPERATION, EventType.CROSSING_STATUS),
}


def is_outcome(draft: Draft) -> bool:
    """What two sides agree on while they talk, with nothing born or signed."""
    return not _born(draft) and not any(w.start == draft.start and "sign" in w.classes for w in draft.clause.words)
