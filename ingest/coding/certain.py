"""Whose part the grammar settles, whatever a model of names makes of it: agents of a passive verb. PURE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from events.codebook import EventType, Modality, Part
from ingest.coding.apart import other_item
from ingest.coding.event_types import Happening
from ingest.coding.guests import WITH_WHOM
from ingest.coding.on_whose_word import informers
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import GOVERNMENTS, Who
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.together import and_office

_BOTH = frozenset(("iq_gov", "sy_gov"))
_OF_IT = r"(?:(?:an? |the )?(?:[\w-]+ ){1,4}(?:of|from) )?(?:the |iraq's |syria's |iraqi |syrian )?$"
_TAKEN_IN = regex(
    r"\b(?:received|let in|let through|let across|allowed in|taken in|admitted|sheltered|welcomed|housed|put up)"
    rf"(?: (?!by\b)[\w-]+){{0,3}} by {_OF_IT}"
)
_MOVED = regex(
    r"\b(?:flown|airlifted|moved|transferred|transported|evacuated|shipped|relocated|handed over|extradited|deported)"
    r"\b[^.;:]{0,90}\bby (?:the )?$"
)
_GIVEN_TO = regex(
    r"\b(?:hand(?:ed|ing)|turn(?:ed|ing)|given|transferr(?:ed|ing))(?: [^.;,]{0,50})? to (?:the )?$|\btaken over by (?:the )?$"
    r"|(?<!\w)[وف]?(?:قد )?(?:سلمت?\w*|[يت]سلم\w*|تسليم\w*)(?: [^.؛،]{0,70})? (?:الي )(?:وحدات (?:من )?)?$"
)
""" "which was handed to the Syrian army": who takes over what others leave."""
_REACH = 140


def settled_by_grammar(happening: Happening, ruled: Sequence[Who], weighed: Sequence[Who]) -> list[Who]:
    """The weighed cast, in which who takes people in, or moves them, by the words right before keeps that part; a state
    right before the verb does it, and not the man who only tells of it."""
    first = happening.first.clause
    kept = [w for w in weighed if not _long_before(happening, w)]
    kept = [*kept, *_fellows(ruled, kept)]
    subject = next((w for w in ruled if _is_subject(happening, w)), None) if happening.type in _ONE_SIDED else None
    if subject is not None:
        told = {w.key: w for w in ruled if w.part is Part.MENTIONED}
        kept = [told.get(w.key, w) if w.part is Part.INITIATOR else w for w in kept]
        kept = kept if any(w.key == subject.key for w in kept) else [subject, *kept]
    told_by = informers(first, happening.first.start) if happening.type is EventType.JOINT_OPERATION else []
    if told_by:
        informed = {m.start for m in told_by}
        acting = {w.key: w for w in ruled if w.part in (Part.INITIATOR, Part.TARGET) or w.start in informed}
        kept = [acting.pop(w.key, w) for w in kept]
        kept = [*kept, *acting.values()]
    if happening.type in _TOGETHER:
        kept = [*kept, *_in_one_breath(ruled, kept)]
    if happening.type is EventType.MEETING and happening.first.modality is Modality.PLANNED:
        kept = _with_those_sent(first, ruled, kept)
    if happening.type in TALKS:
        kept = _with_its_teller(happening, ruled, [*kept, *_in_a_row(ruled, kept)])
        both = [w for w in ruled if _pointed_to(happening, w)]
        if len(both) == len(_BOTH):
            keys = {w.key for w in both}
            alone = happening.type is EventType.AGREEMENT
            rest = (w for w in kept if w.key not in keys)
            kept = [*both, *(w for w in rest if not alone or w.clause is first or w.part is Part.MENTIONED)]
    if happening.type is EventType.CROSSING_STATUS:
        both = [w for w in ruled if _one_of_two_states(happening, w, ruled)]
        if {w.actor for w in both} >= _BOTH:
            keys = {w.key for w in both}
            kept = [*(replace(w, part=Part.INITIATOR) for w in both), *(w for w in kept if w.key not in keys)]
    if happening.type is EventType.BORDER_MEASURE:
        given = [w for w in ruled if w.part is Part.PARTICIPANT and _GIVEN_TO.search(w.clause.before(w.start, _REACH))]
        kept = [*kept, *(w for w in given if all(w.key != k.key for k in kept))]
    if happening.type not in MOVEMENTS:
        return kept
    sure = {w.key: w for w in ruled if _is_sure(w)}
    kept = [sure.pop(w.key, w) for w in kept]
    return [*kept, *sure.values()]


def _fellows(ruled: Sequence[Who], kept: Sequence[Who]) -> Iterator[Who]:
    """ "The defence minister A and army chief B sent …": both, where one stays."""
    known = {w.key for w in kept}
    for one, other in zip(ruled, ruled[1:], strict=False):
        same = one.part is other.part is Part.INITIATOR and one.clause is other.clause and one.end <= other.start
        if same and one.key not in known and other.key in known and and_office(one.clause.text, one.end, other.start):
            yield one


def _with_its_teller(happening: Happening, ruled: Sequence[Who], kept: list[Who]) -> list[Who]:
    """ "Iraq announced a joint committee with Syria": a talk of one is none, and who tells of it had it."""
    first = happening.first
    acting = [w for w in kept if w.part is not Part.MENTIONED]
    if len(acting) != 1 or acting[0].clause is not first.clause:
        return kept
    if not (acting[0].end <= first.start or WITH_WHOM.search(first.clause.before(acting[0].start, 24))):
        return kept
    here = [w for w in ruled if w.part is Part.PARTICIPANT and w.clause is first.clause and w.key != acting[0].key]
    told = {w.key: w for w in here if w.end <= first.start or WITH_WHOM.search(w.clause.before(w.start, 24))}
    return [*(told.pop(w.key, w) for w in kept), *told.values()] if len(told) == 1 else kept


def _long_before(happening: Happening, who: Who) -> bool:
    """Who was named for another meeting, sentences before the next one is told of."""
    first = happening.first
    if happening.type is not EventType.MEETING or happening.lead or first.modality is not Modality.PLANNED:
        return False
    return who.clause.text is first.text and first.clause.order - who.clause.order > _FAR


_FAR = 2


def _in_one_breath(ruled: Sequence[Who], kept: Sequence[Who]) -> Iterator[Who]:
    """Of two bodies that one "and" joins, and of which one stays, the other one."""
    staying = {w.key for w in kept}
    acting = sorted((w for w in ruled if w.part in _ACTING), key=lambda w: w.start)
    for one, other in zip(acting, acting[1:], strict=False):
        joined = one.clause is other.clause and _AND.fullmatch(one.clause.text.plain, one.end, other.start)
        if joined and (one.key in staying) != (other.key in staying):
            yield one if other.key in staying else other


def _with_those_sent(first: Clause, ruled: Sequence[Who], kept: Sequence[Who]) -> list[Who]:
    """«ستستضيف بغداد وفداً سورياً»: a delegation of a side that will come, and nobody whom other sentences or items name."""
    sent = [w for w in ruled if w.clause is first and _DELEGATION.match(first.text.plain, w.start, w.end)]
    sent = [w for w in sent if w.part is not Part.MENTIONED and w.actor in _BOTH]
    known = {w.key for w in ruled}
    rest = [w for w in kept if w.key in known or not (sent or (w.clause is not first and other_item(w.clause)))]
    return [*rest, *(w for w in sent if all(w.key != o.key for o in rest))]


_DELEGATION = regex(r"وفدا? (?!ال)|(?:[\w-]+ ){0,2}delegation")


def _in_a_row(ruled: Sequence[Who], kept: Sequence[Who]) -> Iterator[Who]:
    """Of three states and more in a row, of which most stay, the others: "of Iraq, Syria, Jordan and Turkey"."""
    staying = {w.key for w in kept}
    states = sorted((w for w in ruled if w.actor in _STATES and w.part is not Part.MENTIONED), key=lambda w: w.start)
    row: list[Who] = []
    for who in [*states, None]:
        last = row[-1] if row else None
        if who and last and who.clause is last.clause and _NEXT.fullmatch(who.clause.text.plain, last.end, who.start):
            row.append(who)
            continue
        if len(row) > len(_BOTH) and sum(w.key in staying for w in row) * 2 > len(row):
            yield from (w for w in row if w.key not in staying)
        row = [who] if who else []


_STATES = GOVERNMENTS | {"jo", "tr", "lb", "sa", "kw", "ir", "eg", "qa", "ae"}
_NEXT = regex(r"\s?[,،]? ?(?:and |و)?(?:the )?")
_TOGETHER = frozenset((EventType.JOINT_OPERATION, EventType.AGREEMENT, EventType.MEETING))
_ACTING = (Part.INITIATOR, Part.PARTICIPANT)
_AND = regex(r" and (?:the |its )?| و?")


def _is_subject(happening: Happening, who: Who) -> bool:
    """Whether a government stands right before the verb of the act in the body: "Iraq has reopened"."""
    first = happening.first
    if who.part is not Part.INITIATOR or who.clause is not first.clause or who.actor not in GOVERNMENTS:
        return False
    return first.modality is Modality.DONE and _AUXILIARY.fullmatch(first.text.plain, who.end, first.start) is not None


def _pointed_to(happening: Happening, who: Who) -> bool:
    """Whether "the two ministers" of the act's own clause names him."""
    clause = happening.first.clause
    return who.clause is clause and any(w.start == who.start for w in clause.of("couple"))


def _one_of_two_states(happening: Happening, who: Who, ruled: Sequence[Who]) -> bool:
    """«أعاد العراق وسوريا فتح …», "Iraq and Syria reopened": two states as one subject, right by the verb."""
    first = happening.first
    if who.actor not in _BOTH or who.clause is not first.clause or who.start > first.start:
        return False
    if any(o.actor in _BOTH - {who.actor} and o.clause is who.clause and o.start == who.start for o in ruled):
        return True  # "the two countries"
    before, after = who.clause.before(who.start, _PAIRED), who.clause.after(who.end, _PAIRED)
    return bool(_STATE_AND.match(after) or _AND_STATE.search(before))


_PAIRED = 24
_STATE_AND = regex(r" (?:و|and )(?:العراق|سوريا|بغداد|دمشق|iraq|syria|baghdad|damascus)(?!\w)")
_AND_STATE = regex(r"(?<!\w)(?:العراق|سوريا|بغداد|دمشق|iraq|syria|baghdad|damascus) (?:و|and )$")
_AUXILIARY = regex(r" (?:(?:has|have|had|also|now|officially|formally|on \w+day|\w+day) )*")
_ONE_SIDED = frozenset((EventType.DIPLOMATIC_STATUS,))


def _is_sure(who: Who) -> bool:
    """Whether the verb right before a name says what it does."""
    before = who.clause.before(who.start, _REACH)
    if who.part is Part.HOST:
        return _TAKEN_IN.search(before) is not None
    return who.part is Part.INITIATOR and _MOVED.search(before) is not None
