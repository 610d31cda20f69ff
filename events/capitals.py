"""One event as Baghdad, Damascus and all others tell it: claims in words, laid out by `events.twosides`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from events.claimtext import ClaimLine
from events.codebook import Basis, ClaimField, Part, Scope, Unit
from events.labels import label
from events.models import Claim
from events.twosides import CAPITALS, GROUPS, Said, Shape, TwoSides, Verdict, side_by_side

_NOT_COMPARED = (ClaimField.TITLE, ClaimField.TYPE)
"""What is not set side by side; all of it stands among the claims at the foot of the page."""

_MANY = (ClaimField.PARTICIPANT, ClaimField.THEME)


@dataclass(frozen=True, slots=True)
class Column:
    """What one group says of one field: its values, each with all who give it."""

    group: str
    silent: bool
    values: tuple[tuple[ClaimLine, tuple[ClaimLine, ...], bool], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One field: its name, the verdict on the capitals, and the columns of Iraq, Syria and the others."""

    code: str
    name: str
    verdict: Verdict
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Capitals:
    """The table, who is silent, and what each capital alone tells."""

    lines: tuple[Line, ...]
    silent: tuple[str, ...]
    alone: tuple[tuple[str, tuple[ClaimLine, ...]], ...]


def capitals(claims: Sequence[Claim], lines: Mapping[int, ClaimLine]) -> Capitals | None:
    """The two-capital view of an event's claims; None where nobody is quoted, but only outlets tell."""
    said = [one for c in claims if (one := _said(c, lines[c.pk])) is not None]
    spoken = {one.field for one in said if one.line.group or one.shape is Shape.WORDS}
    if not spoken:
        return None
    order = {name.value: n for n, name in enumerate(ClaimField)}
    said = [one for one in said if one.field in spoken]
    said.sort(key=lambda one: (one.shape is not Shape.WORDS, order.get(one.field.partition(":")[0], 0), one.field))
    table = side_by_side(said)
    return Capitals(tuple(_line(row, table) for row in table.rows), table.silent, _alone(table))


def _said(claim: Claim, line: ClaimLine) -> Said[ClaimLine] | None:
    """A claim as the table sees it. Left out: denials by editors, days of publication, those only mentioned."""
    field = ClaimField(claim.field)
    plain_note = field is ClaimField.NOTE and ":" not in claim.slot
    if field in _NOT_COMPARED or plain_note or not claim.asserts:
        return None
    if claim.v_part == Part.MENTIONED or claim.basis == Basis.PUBLISHED:
        return None
    group = line.group or "third"
    if field is ClaimField.NOTE:
        about = claim.slot.partition(":")[0]
        return Said(f"note:{about}", Shape.WORDS, claim.v_text_en or claim.v_text_ar or "", group, line)
    if field is ClaimField.COUNT:
        part = ":part" if claim.v_of_id else ""
        name = f"count:{claim.v_unit}/{claim.v_scope}{part}"
        return Said(name, Shape.ONE, _amount(claim), group, line)
    return Said(field.value, Shape.MANY if field in _MANY else Shape.ONE, _key(claim), group, line)


def _amount(claim: Claim) -> str:
    high = claim.v_high if claim.v_high is not None else claim.v_low
    return f"{claim.v_low:f}–{high:f}"


def _key(claim: Claim) -> str:
    """What makes two values of a field the same."""
    if claim.v_date is not None:
        return f"{claim.v_date}/{claim.v_date_end or ''}/{claim.v_precision}"
    if claim.v_place_id is not None:
        return f"place {claim.v_place_id}"
    if claim.v_actor_id is not None:
        return f"actor {claim.v_actor_id}"
    return claim.v_choice or claim.v_office or claim.v_name or claim.slot


def _line(row: Any, table: TwoSides[ClaimLine]) -> Line:
    columns = tuple(
        Column(g, g in table.silent, tuple((v.lines[0], v.lines, v.only) for v in row.cells[g])) for g in GROUPS
    )
    first = next(v.lines[0] for g in GROUPS for v in row.cells[g])
    return Line(row.field, _name(row.field, first), row.verdict, columns)


def _name(field: str, line: ClaimLine) -> str:
    about, _colon, slot = field.partition(":")
    if about != ClaimField.COUNT:
        return line.field_name
    unit, _slash, scope = slot.removesuffix(":part").partition("/")
    return f"{line.field_name} · {label(Unit(unit))}, {label(Scope(scope))}"


def _alone(table: TwoSides[ClaimLine]) -> tuple[tuple[str, tuple[ClaimLine, ...]], ...]:
    """What only one of the two capitals tells, where both speak of the event."""
    found: dict[str, list[ClaimLine]] = {g: [] for g in CAPITALS}
    for row in table.rows:
        for group, verdict in zip(CAPITALS, (Verdict.ONLY_IQ, Verdict.ONLY_SY), strict=True):
            found[group] += [v.lines[0] for v in row.cells[group] if v.only or row.verdict is verdict]
    return tuple((g, tuple(lines)) for g, lines in found.items() if lines)
