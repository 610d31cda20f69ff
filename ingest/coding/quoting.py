"""Who is quoted on a happening: where to listen, and whose word counts when a body and its man both speak. PURE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from events.codebook import ROLLED_UP, EventType, Modality, Part, Side
from events.reports import Claimant
from ingest.coding.claimants import Saying, Speech, find_saying
from ingest.coding.counts import find_numbers
from ingest.coding.event_types import Happening
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import Who
from ingest.coding.rules import TALKS

_ACTING = (Part.INITIATOR, Part.PARTICIPANT, Part.HOST)
_SOON_AFTER = 2
"""Sentences behind an act within which who speaks may speak of it."""


def quoted(
    happening: Happening,
    main: bool,
    clauses: Sequence[Clause],
    owners: Mapping[int, Happening],
    happenings: Sequence[Happening],
    speech: Speech,
) -> Saying | None:
    """Who tells it: in what the lead says before it, in its own clauses, in the next sentences, in the headline."""
    told = [d.clause for d in happening.body]
    follow = [c for c in clauses if owners.get(id(c)) is happening]
    heard = [c for c in follow if c not in told and (main or c.paragraph == told[0].paragraph)]
    opening: list[Clause] = []
    titles: list[Clause] = []
    if main:
        before = (c for c in clauses if c.lead and not c.titular and c.order < told[0].order)
        opening = [c for c in before if id(c) not in owners]
        titles = [c for c in clauses if c.titular]
        heard += _soon_after(happening, clauses, owners, happenings)
    listened = opening + told + heard + titles
    saying = find_saying(listened, speech, happening.type in TALKS)
    if happening.type in TALKS and (saying is None or saying.clause is not told[0]):
        saying = _own_words(happening, speech) or saying
    return _in_its_name(saying, clauses, speech) if saying and happening.type not in TALKS else saying


_AT_IT = regex(
    r"\b(?:during|in|at|on|after|before|following|while|when|as|since) (?:(?:an?|the|his|their|her|its|\w+) ){0,3}?$"
    r"|(?<!\w)و?(?:خلال|في|عقب|بعد|قبل|اثناء|لدي|اثر|عند|ب)(?: ?[^\s،.]+){0,2} ?$"
)
"""«قال خلال لقائه …», "said in a meeting with": his words at the talk, no word of it."""
_TELLS = regex(
    r"\b(?:that|he|she|they|had|has|would|will|an?|the|his|her)\b|(?<!\w)(?:ان|انه|انها|انهما|بان|بانه|عن)(?!\w)"
)


def _own_words(happening: Happening, speech: Speech) -> Saying | None:
    """«أضاف العباسي أنه تحدث هاتفياً إلى …», "al-Araji said a delegation would visit": a person tells of the talk."""
    first = happening.first
    plain = first.text.plain
    for said in speech.sayings([first.clause]):
        if said.aside or said.clause.titular or said.claimant.actor is None or said.end > first.start:
            continue
        if _TELLS.search(plain, said.end, first.start) and not _AT_IT.search(plain, said.end, first.start):
            return said
    return None


_GENERAL = frozenset(("iq_gov", "sy_gov", "us_gov", "us_forces", "iq_armed_forces"))
"""Who announces something by the mouth of a body that is named next."""
_OFFICIAL = ("government_body", "military_unit")
_NEXT = 3


def _in_its_name(saying: Saying, clauses: Sequence[Clause], speech: Speech) -> Saying:
    """ "The United States said …", then "CENTCOM said in a statement": the body, or the spokesman, that said it; a
    communiqué of its side outranks a source without a name."""
    unnamed = saying.claimant.actor is None and not saying.named and saying.claimant.side not in (None, Side.OTHER)
    if saying.clause.titular or not (unnamed or saying.claimant.actor in _GENERAL):
        return saying
    side = _rolled(saying)
    first = saying.clause.order
    for later in speech.sayings([c for c in clauses if not c.titular and first <= c.order <= first + _NEXT]):
        actor = later.claimant.actor
        same = _rolled(later) is side
        if not same or actor is None or actor in _GENERAL:
            continue
        if unnamed:
            if speech.lexicon.actors[actor].kind in _OFFICIAL:
                return later
        elif later.aside or _commands(actor, speech):
            return replace(later, behind=saying)
    return saying


def _rolled(saying: Saying) -> Side | None:
    side = saying.claimant.side
    return ROLLED_UP.get(side, side) if side else None


def _commands(actor: str, speech: Speech) -> bool:
    """Whether a person holds a command."""
    office = speech.lexicon.office_of(actor, speech.day)
    return office is not None and speech.lexicon.actors[office.org].kind == "military_unit"


def _soon_after(
    happening: Happening, clauses: Sequence[Clause], owners: Mapping[int, Happening], happenings: Sequence[Happening]
) -> list[Clause]:
    """The next sentences that tell of no other act: who speaks there may speak of this one."""
    first = happening.first.clause
    if first.titular:
        return []
    told = {id(d.clause) for h in happenings if h.type is not EventType.STATEMENT for d in h.drafts}
    near = [c for c in clauses if c.text is first.text and 0 < c.order - first.order <= _SOON_AFTER]
    return [c for c in near if id(c) not in told and owners.get(id(c)) is not happening]


def claimed(
    saying: Saying | None, happening: Happening, main: bool, cast: Sequence[Who], speech: Speech
) -> Saying | None:
    """Who claims it: the body that acts outranks its man who speaks for it, a command tells what it did itself, and
    what the outlet tells in its own voice is not claimed by who later only adds to it."""
    if speech.issuer is not None and (saying is None or saying.claimant.side == speech.issuer.claimant.side):
        return speech.issuer
    if happening.type is EventType.STATEMENT:
        return saying or _its_speaker(cast, speech) or (speech.signature if main else None)
    if saying is None or _only_adds(saying, happening):
        return speech.signature if main else None
    return _outranked(saying, cast, speech)


def _its_speaker(cast: Sequence[Who], speech: Speech) -> Saying | None:
    """Whose position it is claims it."""
    one = next((w for w in cast if w.part is Part.INITIATOR and w.actor), None)
    if one is None or one.actor is None:
        return None
    side = speech.lexicon.actors[one.actor].side_on(speech.day)
    return Saying(Claimant(one.actor, one.span("").text, side), one.clause, one.start, one.end, False)


def _only_adds(saying: Saying, happening: Happening) -> bool:
    """Whether a person or a source, quoted behind an act that is told with its numbers, only adds to it; without a
    number of his own he does not tell of it either."""
    told = [d.clause for d in happening.body]
    first = happening.first.clause
    later = saying.clause.text is first.text and saying.clause.order > first.order
    if happening.type in TALKS or saying.behind is not None or not later or first.titular:
        return False
    if happening.first.modality is Modality.PLANNED and not saying.anonymous:
        return False
    actor = saying.claimant.actor
    if actor is not None and saying.aside:
        return False
    numbered = any(_counts(c) for c in told if c.order == first.order)
    return numbered or not _counts(saying.clause)


def _counts(clause: Clause) -> bool:
    return bool(find_numbers(clause.text.plain, clause.start, clause.end, False))


def _outranked(saying: Saying, cast: Sequence[Who], speech: Speech) -> Saying:
    """The body that acts outranks its man who speaks for it; a command tells what it did itself."""
    if saying.behind is not None and saying.behind.claimant.actor not in _GENERAL:
        body = saying.behind.claimant.actor
        return saying.behind if any(w.actor == body and w.part in _ACTING for w in cast) else saying
    actor, lexicon = saying.claimant.actor, speech.lexicon
    office = lexicon.office_of(actor, speech.day) if actor and not saying.aside else None
    org = lexicon.actors.get(office.org) if office else None
    if org is None or org.kind != "military_unit":
        return saying
    own = next((w for w in cast if w.actor == org.id and w.part in _ACTING), None)
    heard = [c for c in speech.clauses if saying.behind is not None or not c.titular]
    told = any(s.claimant.actor == org.id for s in speech.sayings(heard))
    if own is None or not told:
        return saying
    claimant = Claimant(org.id, own.span("").text, org.side_on(speech.day))
    return Saying(claimant, own.clause, own.start, own.end, True)
