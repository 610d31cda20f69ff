"""Near-copies: one text told again with another headline, an outlet's own first line, a shorter tail. PURE.

MinHash bands find candidates; the words themselves decide. A daily series tells other days or other numbers in the same
words: its texts stay apart.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

import rensa

from ingest.coding.arabic import fold

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


@dataclass(frozen=True, slots=True)
class Sketched:
    """A text as it is compared: its triples of words, its numbers and weekdays."""

    triples: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]

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
        frozenset(d.removeprefix("ال") for d in _DAY_WORDS.findall(plain)),
    )


def is_copy(one: Sketched, other: Sketched) -> bool:
    """Whether one of two texts is the other again, whole or shortened."""
    shorter, longer = sorted((one, other), key=lambda s: len(s.triples))
    if len(shorter.triples) < FEWEST:
        return False
    shared = len(shorter.triples & longer.triples) / len(shorter.triples)
    return shared >= SHARED and _tells_the_same(shorter.numbers, longer.numbers) and shorter.days <= longer.days


def _tells_the_same(shorter: frozenset[str], longer: frozenset[str]) -> bool:
    """Every number of the shorter stands in the longer; one in ten may be an outlet's own (an hour, a page)."""
    return len(shorter - longer) * 10 <= len(shorter)


def _key(band: int, rows: list[int]) -> int:
    raw = hashlib.blake2b(repr((band, rows)).encode(), digest_size=8).digest()
    return int.from_bytes(raw, "big", signed=True)
