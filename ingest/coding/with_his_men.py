"""A man and those with him under one verb are so many more: "killed a leader and two of his guards" are three. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.codebook import Unit
from ingest.coding.counts import Number
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_HIS_MEN = regex(
    r" (?:other |more )?of (?:his|her) (?:close |armed |personal )?(?:body ?guards?|guards?|associates?|aides?|companions?|escorts?|deputies|followers|assistants?|lieutenants)\b"
    r"|(?: اخرين| اخران)? من (?:مرافقيه|حراسه|مساعديه|معاونيه|اعوانه|رفاقه|حمايته|اتباعه)(?!\w)"
)
_JOINED = regex(
    r"(?:(?<!\w)(?:and|with|alongside|along with|together with) (?:the )?|(?<!\w)(?:مع|برفقه|الي جانب|رفقه) |(?<!\w)و)$"
)
_FATES = {
    Unit.KILLED: regex(
        r"\b(?:kill(?:ed|ing|s)?|deaths? of|eliminat\w+|shot dead)\b|(?<!\w)[وفب]?(?:ال)?(?:قتلت?|مقتل|تصفيه|تحييد|حيدت?)(?!\w)"
    ),
    Unit.ARRESTED: regex(
        r"\b(?:captur\w+|arrest\w*|detain\w*|detention|seized|apprehend\w+)\b|(?<!\w)[وفب]?(?:ال)?(?:اعتقال|اعتقلت?|القبض علي|توقيف|اوقفت?|اوقف|اسرت?|اسر|ضبط)(?!\w)"
    ),
}
_HE = regex(r"\b(?:he|she) (?:was|had been) $")
"""He was told of, and counted, before."""
_REACH = 220


def with_his_men(numbers: Sequence[Number], clause: Clause) -> tuple[Number, ...]:
    """The numbers of a clause, in which one man and his men whom the same befell are one number."""
    found = list(numbers)
    for number in numbers:
        if not _HIS_MEN.search(clause.text.plain, number.start, min(number.end + 20, clause.end)) or number.part:
            continue
        before = clause.before(number.start, _REACH)
        fate = _fate(before) if _JOINED.search(before) else None
        if fate is None or _HE.search(before[: fate[1]]):
            continue
        unit, start = fate[0], number.start - len(before) + fate[1]
        one = next((n for n in found if n.value == 1 and start <= n.start < number.start), None)
        found = [n for n in found if n is not one and n is not number]
        found.append(replace(number, value=number.value + 1, unit=unit, start=start, bare=False))
    return tuple(sorted(found, key=lambda n: n.start))


def _fate(before: str) -> tuple[Unit, int] | None:
    """What befell them, by the last verb before, and where it stands."""
    last: list[tuple[int, Unit]] = [(m.start(), unit) for unit, words in _FATES.items() for m in words.finditer(before)]
    if not last:
        return None
    at, unit = max(last, key=lambda found: found[0])
    return unit, at
