"""Acts read again in the light of the others that an article tells. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from events.codebook import EventType, Modality
from ingest.coding.regexes import regex
from ingest.coding.rules import MOVEMENTS

if TYPE_CHECKING:
    from ingest.coding.event_types import Draft

_COUNTED = regex(r"\b\d[\d,.]*\b|\b(?:dozen|hundred|thousand|two|three|four|five|six|seven|eight|nine|ten)\w*\b")
_ONCE = regex(r"\b(?:began|started|launched)\b")
_BEGUN = frozenset((Modality.ONGOING, Modality.PLANNED))
_EARLY = 4
"""Sentences within which a report says what came of what was begun."""


def retold(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with what the whole text tells of them."""
    return _under_way(_carried_out(_once(_toured(_brought(_spoken(_spoken_of([_at_talks(d) for d in drafts])))))))


def _at_talks(draft: Draft) -> Draft:
    """ "agreed to exchange lists during a meeting in Damascus on Thursday": they met, and that is what came of it."""
    if draft.modality is not Modality.PLANNED or draft.type in (EventType.MEETING, EventType.CALL):
        return draft
    talks = _AT_TALKS.search(draft.text.plain, draft.end, draft.clause.end)
    if talks is None or _AGREED_TO.search(draft.clause.before(draft.start, _AGREED_REACH)) is None:
        return draft
    start, end = talks.span("talks")
    return replace(draft, type=EventType.MEETING, start=start, end=end, modality=Modality.DONE, modality_at=None)


def came_of_talks(draft: Draft) -> bool:
    """Whether a meeting is told by what was agreed there."""
    if draft.type is not EventType.MEETING or draft.text.plain[draft.start] > "\u0600":
        return False
    return _AGREED_AT.search(draft.clause.before(draft.start, 2 * _AGREED_REACH)) is not None


_AT_SOME = r"\b(?:during|at|after|following) (?:an? |the |their |his |its )?(?:[\w-]+ ){0,2}"
_AGREED_AT = regex(rf"\bagreed (?:to|on) [^.;]*{_AT_SOME}$")
_AGREED_TO = regex(r"\bagreed (?:to|on) (?:[\w-]+ ){0,3}$")
_AGREED_REACH = 48
_AT_TALKS = regex(rf"{_AT_SOME}(?P<talks>meeting|talks|session|summit)\b")


def _brought(drafts: Sequence[Draft]) -> list[Draft]:
    """«كان الشطري في العاصمة السورية، حيث سلّم الرئيس رسالة … اللقاء تناول …»: who hands over a letter is there."""
    met = next((d for d in drafts if d.type is EventType.MEETING and not d.clause.titular), None)
    if met is None or _THE_TALK.match(met.text.plain, met.start) is None:
        return list(drafts)
    at = met.clause.start
    return [
        replace(d, type=EventType.MEETING)
        if d.type is EventType.CALL and d.start < at and _LETTER.search(d.clause.plain) and not d.clause.titular
        else d
        for d in drafts
    ]


_THE_TALK = regex(r"[وفبل]*(?:ال|لل)(?:لقاء|اجتماع|زياره|مباحثات|محادثات)(?!\w)")
_LETTER = regex(
    r"(?<!\w)[وف]?(?:سلم|[يت]سلم|تسلم|نقل|[يت]نقل|حمل|[يت]حمل|قدم|حاملا|سلمه|ناقلا)(?:ت|ه)? (?:[^.؛]{0,60} )?رساله"
)


def _spoken(drafts: Sequence[Draft]) -> list[Draft]:
    """ "Iraq will not be 'a warehouse': Araji": where the headline only quotes a man and tells no act, what the lead says
    he said, without a day of its own, is his word."""
    first = next((d for d in drafts if not d.clause.titular), None)
    if first is None or any(d.clause.titular for d in drafts) or first.type not in _MOVED or not first.lead:
        return list(drafts)
    clause = first.clause
    say = next((w for w in clause.of("say") if w.end < first.start), None)
    if clause.order > 0 or say is None or any(d.own for d in clause.days) or first.modality is not Modality.DONE:
        return list(drafts)
    speaker = any(m.kind == "person" and m.end <= say.start for m in clause.mentions)
    if not speaker or _THAT.match(clause.after(say.end, 8)) is None:
        return list(drafts)
    spoken = replace(first, type=EventType.STATEMENT, start=say.start, end=say.end)
    return [spoken, *(d for d in drafts if d is not first)]


def _spoken_of(drafts: Sequence[Draft]) -> list[Draft]:
    """«قالت … إن نقل المعتقلين جاء نتيجة …. جاء ذلك في مقابلة»: where the lead reports an interview, a move that its speaker
    only judges is its subject."""
    given = any(
        d.type is EventType.STATEMENT
        and d.lead
        and any(w.start == d.start and "interview" in w.classes for w in d.clause.words)
        for d in drafts
    )
    if not given:
        return list(drafts)
    said = [_as_word(d) for d in drafts if _of_him(d) and not d.clause.titular]
    return [*(d for d in drafts if not _of_him(d)), *said]


def _of_him(draft: Draft) -> bool:
    return draft.type in _MOVED and draft.lead and not draft.days and _judged(draft)


def _as_word(draft: Draft) -> Draft:
    """What somebody says of an act, in place of the act."""
    say = next((w for w in reversed(draft.clause.of("say")) if w.end <= draft.start), None)
    at = (say.start, say.end) if say is not None else (draft.start, draft.end)
    return replace(draft, type=EventType.STATEMENT, start=at[0], end=at[1], modality=Modality.DONE, modality_at=None)


def _judged(draft: Draft) -> bool:
    """Whether an act is the bare subject of what somebody says: «إن نقل …», «فلان: إعادة …»."""
    noun = next((w.nominal for w in draft.clause.words if w.start == draft.start), False)
    return noun and _SAYS_OF.search(draft.clause.before(draft.start, 12)) is not None


_SAYS_OF = regex(r"(?:(?<!\w)(?:و?ان|بان)|:|that) (?:عمليات |عمليه |the )?$")
_MOVED = frozenset((EventType.DETAINEE_TRANSFER, EventType.REPATRIATION, EventType.REFUGE))
_THAT = regex(r" that\b")


def _toured(drafts: Sequence[Draft]) -> list[Draft]:
    """A tour on which something is ordered is that measure, told from the start."""
    ordered = any(d.type is EventType.BORDER_MEASURE and d.clause.has("order") and d.clause.order <= 4 for d in drafts)
    if not ordered:
        return list(drafts)
    return [
        replace(d, type=EventType.BORDER_MEASURE, modality=Modality.DONE, modality_at=None)
        if d.type is EventType.STATEMENT
        and d.lead
        and any(w.start == d.start and "tour" in w.classes for w in d.clause.words)
        else d
        for d in drafts
    ]


def _carried_out(drafts: Sequence[Draft]) -> list[Draft]:
    """ "Iraq began returning soldiers … 1,905 were handed over": what was begun is done where a number is told."""
    done = {
        d.type
        for d in drafts
        if d.type in MOVEMENTS
        and d.modality is Modality.DONE
        and d.modality_at is None
        and not d.subordinate
        and not d.clause.titular
        and d.clause.order <= _EARLY
        and not d.clause.has("background")
        and _COUNTED.search(d.clause.plain)
    }
    return [
        replace(d, modality=Modality.DONE, modality_at=None)
        if d.type in done and d.modality in _BEGUN and _ONCE.search(d.clause.plain)
        else d
        for d in drafts
    ]


def seated(drafts: Sequence[Draft]) -> list[Draft]:
    """A message handed over at a meeting is that meeting's."""
    met = any(d.type is EventType.MEETING and d.clause.text.plain[d.start : d.end].startswith("meet") for d in drafts)
    letters = {w.start for d in drafts[:1] for w in d.clause.of("letter")}
    letters |= {d.start for d in drafts if d.type is EventType.CALL and d.text.plain.startswith("رسال", d.start)}
    if any(d.type is EventType.MEETING for d in drafts):
        borne = {at for at in letters if _BORNE.search(drafts[0].clause.before(at, 30))}
        drafts = [d for d in drafts if d.type is not EventType.CALL or d.start not in borne]
    return [d for d in drafts if not (met and d.type is EventType.CALL and d.start in letters)]


_BORNE = regex(
    r"\b(?:carrying|bearing|conveying|bringing) (?:\S+ ){0,2}$|(?<!\w)(?:حاملا|حامله|ناقلا|ناقله|ومعه|وبحوزته|مصطحبا) (?:معه |اليه )?$"
)
"""«was received in Damascus, carrying a message from …», «يتوجه إلى دمشق حاملاً رسالة»."""


def _once(drafts: Sequence[Draft]) -> list[Draft]:
    """«81 of those who slipped out»: what a relative clause recalls of an act that is told is no second one."""
    told = {d.type for d in drafts if d.lead and not d.subordinate and not d.clause.titular}
    return [d for d in drafts if not (d.subordinate and d.type in told and _WHO.search(d.clause.before(d.start, 30)))]


_WHO = regex(
    r"\b(?:those|ones|people|men|prisoners|inmates|detainees|fighters) (?:who|that) (?:had |have |were |was )?$"
)


def _under_way(drafts: Sequence[Draft]) -> list[Draft]:
    """What the headline says continues is under way in the lead as well."""
    goes_on = {d.type for d in drafts if d.clause.titular and _CONTINUES.search(d.clause.plain)} & _LASTING
    return [
        replace(d, modality=Modality.ONGOING, modality_at=None)
        if d.modality is Modality.DONE and not d.subordinate and d.clause.lead and d.type in goes_on
        else d
        for d in drafts
    ]


_LASTING = frozenset((EventType.BORDER_MEASURE,))
_CONTINUES = regex(r"(?<!\w)(?:[يت]واصل|[يت]بدا|[يت]ستكمل|استمرار|مواصله|بدء) |\bcontinu(?:e|es|ing)\b")
