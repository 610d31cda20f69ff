"""Near-copies: one text told again with another headline, an outlet's own first line, a shorter tail. PURE.

MinHash bands find candidates; the words themselves decide. A daily series tells other days, numbers or places in the
same words: its texts stay apart.
"""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass

import rensa
from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from ingest.coding.arabic import fold
from ingest.coding.day_rules import calendar

SHINGLE = 3
BANDS, ROWS = 42, 3
SHARED = 0.6
"""Share of the shorter text's word triples that a copy has in common with the longer."""
FEWEST = 12
"""Triples below which a text is too short to call it a copy."""
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_DAY_WORDS = re.compile(
    r"(?<!\w)(?:ال)?(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)(?!\w)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
_MOST = 20_000
"""Characters of a text that are compared."""
_MOST_WORDS = 1_500
_FEWEST_AROUND = 3
"""Words that two texts must share on either side of a swapped one."""
_MOST_SWAPS = 3
"""Different words swapped in otherwise equal texts: a form filled in anew. More are an editor's hand."""
_ALIKE = 60
_SAID = frozenset(
    fold(
        "قال قالت أكد أكدت ذكر ذكرت أفاد أفادت أعلن أعلنت أوضح أوضحت أضاف أضافت بين بينت وقال وأكد وأضاف وأوضح وذكر "
        "said says told added stated announced reported noted confirmed stressed according"
    ).text.split()
)
"""Words that editors change at will."""


@dataclass(frozen=True, slots=True)
class Sketched:
    """A text as it is compared: its triples of words, its numbers and weekdays."""

    triples: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]
    words: tuple[str, ...] = ()

    def bands(self) -> list[int]:
        """Signed 64-bit keys; texts that share much share at least one. Empty for a text too short to tell."""
        if len(self.triples) < FEWEST:
            return []
        sketch = rensa.RMinHash(num_perm=BANDS * ROWS, seed=42)
        sketch.update(sorted(self.triples))
        digest = sketch.digest()
        return [_key(n, digest[n * ROWS : (n + 1) * ROWS]) for n in range(BANDS)]


def sketched(body: str) -> Sketched:
    """Prepare a text, whatever its spelling of letters, marks and digits."""
    plain = fold(body[:_MOST]).text
    words = _WORD.findall(plain)
    triples = frozenset(" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1))
    return Sketched(
        triples,
        frozenset(d.replace(",", "") for d in _DIGITS.findall(plain)),
        frozenset(d.removeprefix("ال") for d in _DAY_WORDS.findall(plain)) | _months(plain),
        tuple(words[:_MOST_WORDS]),
    )


@functools.cache
def _month_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    numbers = {name: f"month {n}" for n, names in calendar()["months"].items() for name in names}
    names = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    return re.compile(rf"\d\s+(?:من\s+|شهر\s+)?({names})(?!\w)|(?<!\w)({names})\s+\d"), numbers


def _months(plain: str) -> frozenset[str]:
    """Months beside a number, whichever of their names is used."""
    pattern, numbers = _month_pattern()
    return frozenset(numbers[found.group(1) or found.group(2)] for found in pattern.finditer(plain))


def is_copy(one: Sketched, other: Sketched) -> bool:
    """Whether one of two texts is the other again, whole or shortened."""
    shorter, longer = sorted((one, other), key=lambda s: len(s.triples))
    if len(shorter.triples) < FEWEST:
        return False
    shared = len(shorter.triples & longer.triples) / len(shorter.triples)
    if shared < SHARED or not _tells_the_same(shorter.numbers, longer.numbers) or not shorter.days <= longer.days:
        return False
    return not _is_filled_in_anew(one.words, other.words)


def _is_filled_in_anew(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a few words stand in the place of others, and nothing but these differs between equal stretches."""
    blocks = list(Levenshtein.opcodes(one, other))
    swapped: set[tuple[str, ...]] = set()
    for before, change, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if change.tag != "replace" or change.src_end - change.src_start > 2:
            continue
        if change.src_end - change.src_start != change.dest_end - change.dest_start:
            continue
        if any(b is None or b.tag != "equal" or b.src_end - b.src_start < _FEWEST_AROUND for b in (before, after)):
            continue
        for mine, theirs in zip(
            one[change.src_start : change.src_end], other[change.dest_start : change.dest_end], strict=True
        ):
            if mine not in _SAID and theirs not in _SAID and ratio(mine, theirs) < _ALIKE:
                swapped.add((mine, theirs))
    return 0 < len(swapped) <= _MOST_SWAPS


def _tells_the_same(shorter: frozenset[str], longer: frozenset[str]) -> bool:
    """Every number of the shorter stands in the longer; one in ten may be an outlet's own (an hour, a page)."""
    return len(shorter - longer) * 10 <= len(shorter)


def _key(band: int, rows: list[int]) -> int:
    raw = hashlib.blake2b(repr((band, rows)).encode(), digest_size=8).digest()
    return int.from_bytes(raw, "big", signed=True)
