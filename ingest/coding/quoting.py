"""Who is quoted on a happening: where to listen, and whose word counts when a body and its man both speak. PURE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from events.codebook import EventType, Part
from events.reports import Claimant
from ingest.coding.claimants import Saying, Speech, find_saying
from ingest.coding.event_types import Happening
from ingest.coding.reading import Clause
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
    return find_saying(opening + told + heard + titles, speech, happening.type in TALKS)


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


def outranked(saying: Saying | None, cast: Sequence[Who], speech: Speech) -> Saying | None:
    """The body that acts outranks its man who speaks for it; a command tells what it did itself."""
    if saying is None:
        return None
    if saying.behind is not None:
        body = saying.behind.claimant.actor
        return saying.behind if any(w.actor == body and w.part in _ACTING for w in cast) else saying
    actor, lexicon = saying.claimant.actor, speech.lexicon
    office = lexicon.office_of(actor, speech.day) if actor and not saying.aside else None
    org = lexicon.actors.get(office.org) if office else None
    if org is None or org.kind != "military_unit":
        return saying
    own = next((w for w in cast if w.actor == org.id and w.part in _ACTING), None)
    if own is None:
        return saying
    claimant = Claimant(org.id, own.span("").text, org.side_on(speech.day))
    return Saying(claimant, own.clause, own.start, own.end, True)
