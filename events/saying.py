"""Who speaks in a claim, for which side on that day, in which office, and on what days it appeared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from events.codebook import BAGHDAD, Side
from events.derivation import role_on
from events.models import Citation, Claim, Role, Source


@dataclass(frozen=True, slots=True)
class Offices:
    """The roles of some persons, to say what each was on a day."""

    roles: Mapping[int, Sequence[Role]]

    def title_on(self, actor: int | None, day: date | None, language: str) -> str:
        """The title of the office held on the day, '' where none is known."""
        role = role_on(self.roles.get(actor or 0, ()), day) if actor and day else None
        return role.office.title_in(language) if role else ""


NO_OFFICES = Offices({})


def offices_of(claims: Iterable[Claim]) -> Offices:
    """The roles of everybody who makes one of these claims or whom one names, in one query."""
    actors = {a for c in claims for a in (c.claimant_actor_id, c.v_actor_id) if a}
    roles: dict[int, list[Role]] = defaultdict(list)
    if actors:
        for role in Role.objects.filter(person__in=actors).select_related("office").order_by("id"):
            roles[role.person_id].append(role)
    return Offices(roles)


def citation_of(claim: Claim, citations: Sequence[Citation]) -> Citation | None:
    """The one source that a claim rests on: the one it names, else the only one of its report."""
    return claim.citation or (citations[0] if len(citations) == 1 else None)


def source_of(claim: Claim, citations: Sequence[Citation] = ()) -> Source | None:
    """The publication in which the claim stands, where that is one."""
    if claim.report.coding is not None:
        return claim.report.coding.text.article.source
    cited = citation_of(claim, citations)
    return cited.source if cited else None


def speaking_side(claim: Claim, source: Source | None, day: date | None = None) -> Side | None:
    """The side that a claim speaks for. A state agency speaks for its government; any other outlet for none.

    A camp or base speaks for the side that held it on `day` (reads the claimant's holdings, so prefetch them).
    """
    if claim.claimant_side:
        return Side(claim.claimant_side)
    if claim.claimant_actor is not None:
        return claim.claimant_actor.side_on(day) if day else Side(claim.claimant_actor.side)
    if source is not None and source.state_media and not claim.claimant_name:
        return Side(source.side)
    return None


def days_said(claim: Claim, citations: Sequence[Citation]) -> tuple[date, date] | None:
    """The first and last day on which what the claim rests on may have appeared; None where no day is known."""
    if claim.report.coding is not None:
        published = claim.report.coding.text.published
        day = published.astimezone(BAGHDAD).date() if published else None
        return (day, day) if day else None
    cited = citation_of(claim, citations)
    days = [c.published for c in ([cited] if cited else citations)]
    known = [d for d in days if d is not None]
    return (min(known), max(known)) if known and len(known) == len(days) else None
