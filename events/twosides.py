"""What each capital says of one event, field by field, and where they part. PURE.

`iq` and `sy` are those who speak for Baghdad (with Erbil) and Damascus, `third` is everybody else. A capital that says
nothing at all of an event is silent: then nothing is marked as told by one alone, as all of it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

L = TypeVar("L")

GROUPS = ("iq", "sy", "third")
CAPITALS = ("iq", "sy")


class Verdict(StrEnum):
    """How the words of the two capitals on one field stand to each other."""

    ONLY_IQ = "only_iq"
    ONLY_SY = "only_sy"
    DIFFER = "differ"
    PARTLY = "partly"
    SAME = "same"
    OWN_WORDS = "own_words"
    NONE = ""


class Shape(StrEnum):
    """What a field holds: one value, any number of them, or an account in words, which no program can compare."""

    ONE = "one"
    MANY = "many"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Said(Generic[L]):
    """Somebody of `group` gives `field` the value `key`; `line` is what a page shows of it."""

    field: str
    shape: Shape
    key: str
    group: str
    line: L


@dataclass(frozen=True, slots=True)
class Value(Generic[L]):
    """One value in one column, with all who give it there; `only`: the other capital, which speaks, does not."""

    key: str
    lines: tuple[L, ...]
    only: bool


@dataclass(frozen=True, slots=True)
class FieldRow(Generic[L]):
    """One field across the three columns."""

    field: str
    cells: Mapping[str, tuple[Value[L], ...]]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class TwoSides(Generic[L]):
    """The whole table; `silent` are the capitals without a word."""

    rows: tuple[FieldRow[L], ...]
    silent: tuple[str, ...]


def side_by_side(said: Iterable[Said[L]]) -> TwoSides[L]:
    """The table of the fields of which a capital or a named third party speaks, in the order in which they come."""
    fields: dict[str, list[Said[L]]] = {}
    for one in said:
        fields.setdefault(one.field, []).append(one)
    speaking = {one.group for rows in fields.values() for one in rows}
    both = speaking.issuperset(CAPITALS)
    rows = tuple(_row(name, rows, both) for name, rows in fields.items())
    return TwoSides(rows, tuple(g for g in CAPITALS if g not in speaking))


def _row(name: str, rows: list[Said[L]], both: bool) -> FieldRow[L]:
    shape = rows[0].shape
    keys = {g: {one.key for one in rows if one.group == g} for g in GROUPS}
    verdict = _verdict(shape, keys["iq"], keys["sy"]) if both else Verdict.NONE
    cells: dict[str, tuple[Value[L], ...]] = {}
    for group in GROUPS:
        lines: dict[str, list[L]] = {}
        for one in rows:
            if one.group == group:
                lines.setdefault(one.key, []).append(one.line)
        other = {"iq": keys["sy"], "sy": keys["iq"]}.get(group)
        alone = verdict is Verdict.PARTLY and other is not None
        cells[group] = tuple(
            Value(k, tuple(found), alone and other is not None and k not in other) for k, found in lines.items()
        )
    return FieldRow(name, cells, verdict)


def _verdict(shape: Shape, iq: set[str], sy: set[str]) -> Verdict:
    if not iq and not sy:
        return Verdict.NONE
    if not sy:
        return Verdict.ONLY_IQ
    if not iq:
        return Verdict.ONLY_SY
    if shape is Shape.WORDS:
        return Verdict.OWN_WORDS
    if iq == sy:
        return Verdict.SAME
    return Verdict.PARTLY if shape is Shape.MANY or iq & sy else Verdict.DIFFER
