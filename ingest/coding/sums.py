"""Which numbers of an article are one and the same, and which is a part of which. PURE."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from events.codebook import CountKind, Scope, Unit
from events.reports import Count
from ingest.coding.counts import Number
from ingest.coding.regexes import regex
from ingest.coding.units import PERSONS
from ingest.coding.whose_numbers import VAGUE

_ROUNDING, _MOSTLY = 0.06, 0.7
CARGO = frozenset((Unit.KILOGRAMS, Unit.PILLS, Unit.KM, Unit.WEAPONS))
FATES = frozenset((Unit.KILLED, Unit.WOUNDED))
_AMONG = {
    Unit.KILLED: regex(
        r"بين (?:ال)?(?:قتلي|ضحايا|شهداء)|(?:among|of) the (?:dead|killed|fatalities|victims)|of those killed"
    ),
    Unit.WOUNDED: regex(
        r"بين (?:ال)?(?:جرحي|مصابين)|(?:among|of) the (?:wounded|injured)|of those (?:wounded|injured)"
    ),
}


def is_hunt(numbers: Sequence[Number]) -> bool:
    """ "Detained more than 300 operatives and killed over 20": nobody who was moved."""
    return {Unit.ARRESTED, Unit.KILLED} <= {n.unit for n in numbers}


def of_programme(number: Number) -> bool:
    return number.part or number.bare or number.told in (Scope.STOCK, Scope.CUMULATIVE)


def same(number: Number, count: Count) -> bool:
    """A number repeated; people and suspects of one number are the same."""
    people = number.unit in PERSONS and count.unit in PERSONS and number.value > 1
    return number.value == count.value and (number.unit is count.unit or people or number.bare)


def total(number: Number, counts: Sequence[Count], around: str) -> int | None:
    """The count of which this one is a part; among the dead, that of the dead."""
    if not number.part:
        return None
    fate = next((unit for unit, words in _AMONG.items() if words.search(around)), None)
    for n, count in enumerate(counts):
        if count.unit is fate and count.value > number.value:
            return n
    fitting = [n for n, c in enumerate(counts) if c.of is None and c.unit not in CARGO and c.value > number.value]
    return fitting[-1] if fitting else None


def like_its_total(number: Number, total: Count, dated: bool) -> Number:
    """«القبض على ستة، بينهم امرأتان»: the part are of the kind of the total, and stay where the total stays; `dated`
    ones came on a day of their own."""
    if number.scope in (Scope.BATCH, Scope.PLANNED) and not dated:
        number = replace(number, scope=total.scope)
    known = number.unit is Unit.PEOPLE and total.unit in (PERSONS - {Unit.OFFICERS}) | FATES
    return replace(number, unit=total.unit) if known else number


def of_all(number: Number) -> Number:
    """So many prisoners go in no one convoy: their number is of all who went so far, or who may go at most."""
    if number.unit is not Unit.DETAINEES or number.scope is not Scope.BATCH or number.value < _NO_BATCH:
        return number
    return replace(number, scope=Scope.PLANNED if number.kind is CountKind.AT_MOST else Scope.CUMULATIVE)


_NO_BATCH = 1000


def told_already(number: Number, counts: Iterable[Count]) -> bool:
    """A headline's number that rounds one of the text, or its «مئات» over a text that counts them."""
    if number.value == 1:
        return any(c.unit is number.unit for c in counts)
    vague = number.kind is CountKind.AT_LEAST and number.value in VAGUE
    same = [c for c in counts if c.unit is number.unit]
    least = number.kind is CountKind.AT_LEAST or number.unit is Unit.KILOGRAMS
    below = any(least and _MOSTLY * c.value <= number.value <= c.value for c in same)
    return bool(vague and same) or below or any(abs(c.value - number.value) <= _ROUNDING * c.value for c in same)
