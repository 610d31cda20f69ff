"""Talks of other people, or of one man with others, told behind a meeting of the two sides: no part of it. PURE."""

from __future__ import annotations

from events.codebook import DatePrecision, EventType, Modality
from ingest.coding.apart import other_item
from ingest.coding.event_types import Draft, Happening
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex

_OURS = frozenset(("iq", "sy"))
_TALKS = frozenset((EventType.MEETING, EventType.CALL))
_SUBJECT = 30
"""Characters between a verb and the name that does it."""
_STATES = ("person", "country", "international_org", "government_body")
_SEATS = frozenset(
    ("baghdad", "damascus", "erbil_city", "tehran", "ankara", "amman", "doha", "riyadh", "moscow", "istanbul", "paris")
)
_EARLIER = regex(
    r"\W*و?(?:كان|كانت|سبق|يذكر|يشار|[يت]اتي|جدير)(?!\w)|(?<!\w)(?:و?سبق|قبل ايام|الماضي|المنصرم)(?!\w)"
    r"|\b(?:had (?!been)|earlier|previously|last (?:week|month|year)|the day before|also|next (?:week|month)|is due|are due)\b"
)


def of_others(happening: Happening, draft: Draft) -> bool:
    """Whether a later sentence tells of talks of other people: «وزار وزير الدفاع … الأنبار» behind a meeting of the
    interior ministers; or of one who met with people of a third state: "Shammari will meet Turkey's interior minister"."""
    first = happening.first.clause
    if not {draft.type, happening.type} <= _TALKS or draft.clause.titular or first.titular:
        return False
    if draft.clause is first or draft.clause.order <= first.order:
        return False
    if draft.type is not happening.type and draft.type is EventType.MEETING:
        return False
    if _THE_SAME.match(draft.text.plain, draft.start) or _THE.search(draft.clause.before(draft.start, 16)):
        return False
    told = [m for d in happening.body for m in d.mentions if m.kind == "person"]
    met = {m.actor for m in told}
    if not {"iq", "sy"} <= {m.side for m in told} and not other_item(draft.clause):
        return False
    here = [m for m in draft.mentions if m.kind == "person" and m.actor]
    new = [m for m in here if m.actor not in met]
    if not new:
        return False
    if all(m.side not in _OURS for m in new):
        return _differs(happening, draft)
    if len(new) < len(here):
        return False
    named = any(_does_it(draft, m) for m in new)
    strangers = any(m.side == "other" and m.kind in _STATES and m.actor not in met for m in draft.mentions)
    return named and (strangers or other_item(draft.clause) or _differs(happening, draft))


_THE_SAME = regex(r"[وف]?(?:[بك]?ال|لل)(?:لقاء|اجتماع|مباحثات|محادثات|زياره|اتصال|مكالمه|جلسه|جوله)")
_THE = regex(r"\b(?:the|their|these|those) (?:\w+ )?$")
"""«اللقاء الذي توسط فيه الأمير», "the talks": those told about before."""


def _does_it(draft: Draft, man: Mention) -> bool:
    """Whether he stands where the subject does."""
    if draft.text.plain[draft.start] > "\u0600":
        return 0 <= man.head - draft.end <= 1 or 0 <= draft.start - man.end <= 1
    return 0 <= draft.start - man.end <= _SUBJECT


def _differs(happening: Happening, draft: Draft) -> bool:
    """Another modality, another seat, a day of its own, or words that set it apart."""
    undone = {draft.modality is Modality.PLANNED, happening.first.modality is Modality.PLANNED}
    seats = {m.place for d in happening.body for m in d.mentions if m.place in _SEATS}
    here = {m.place for m in draft.mentions if m.place in _SEATS}
    grounds = {m.land for d in happening.body for m in d.mentions if m.land}
    ground = {m.land for m in draft.mentions if m.land}
    other_place = (here and seats and not here & seats) or (ground and grounds and not ground & grounds)
    theirs = {x.date for d in happening.body for x in d.days if x.own}
    own = {x.date for x in draft.days if x.own and x.precision is DatePrecision.DAY} - theirs
    return len(undone) > 1 or bool(other_place) or bool(own) or _EARLIER.search(draft.clause.plain) is not None


def rang_another(happening: Happening, draft: Draft) -> bool:
    """«وأجرى السوداني كذلك اتصالاً بقائد …»: one who rang somebody rings another man as well."""
    again = _AS_WELL.search(draft.clause.plain) or _A_CALL.match(draft.text.plain, draft.start)
    if draft.clause.titular or draft.clause is happening.first.clause or not again:
        return False
    rang = {m.actor for x in happening.body for m in x.mentions if m.kind == "person"}
    here = {m.actor for m in draft.mentions if m.kind == "person"}
    return len(rang) > 1 and bool(here & rang) and len(here - rang) == 1 and not rang <= here


_A_CALL = regex(
    r"[وف]?(?:اتصالا|مكالمه)(?: هاتفي\w*)? (?:ب(?!شان)|مع|من)|[وف]?(?:هاتف|اتصل ب)|(?:a (?:phone |telephone )?call (?:with|to|from)|(?:phoned|telephoned|rang|called)) "
)
"""«اتصالاً بقائد …», "phoned": one that was not told about before."""
_AS_WELL = regex(
    r"(?<!\w)(?:كذلك|ايضا|كما|(?:اتصال\w*|مكالمه) (?:هاتفي\w* )?(?:اخر|اخري|منفصل\w*|مماثل\w*|ثان))(?!\w)"
    r"|\b(?:also|separately|too|as well|(?:another|separate|second) (?:phone |telephone )?(?:call|conversation))\b"
)
