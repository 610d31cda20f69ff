"""Can two numbers be of one thing? Kinds and ranges compared, never converted, never added. PURE."""

from __future__ import annotations

from dataclasses import dataclass

from events.codebook import CountKind

NEAR = 0.10
"""Rounded words («نحو ألفي», "nearly 2,000") mean what lies within a tenth of them."""

SMALL = 10
"""Below it an equal number says little: every second seizure arrests three."""

_ABOUT = 5.0
"""«نحو أربعين» may be 45: words below a hundred are rounded to tens."""

_OPEN_FACTOR = 25.0
"""«مئات» (200 at least) may be 1,905; it is not a million."""


@dataclass(frozen=True, slots=True)
class Number:
    """A count as told: `high` is the upper end of a range."""

    unit: str
    scope: str
    kind: CountKind
    low: float
    high: float | None = None

    @property
    def top(self) -> float:
        """The upper end as told; the value itself where there is none."""
        return self.high if self.high is not None else self.low

    def bounds(self) -> tuple[float, float]:
        """The lowest and highest value that the words allow."""
        if self.kind is CountKind.AT_LEAST:
            return self.low, max(self.top, self.low * _OPEN_FACTOR)
        if self.kind is CountKind.AT_MOST:
            return 0.0, self.top
        if self.kind is not CountKind.APPROX:
            return self.low, self.top
        tens = _ABOUT if 2 * SMALL <= self.low < SMALL * SMALL else 0.0
        return self.low - max(self.low * NEAR, tens), self.top + max(self.top * NEAR, tens)


def compatible(one: Number, other: Number) -> bool:
    """Whether both may tell of one amount: 1,905, nearly 2,000, more than 1,900 and hundreds do; 2,400 does not."""
    (low, high), (from_, to) = one.bounds(), other.bounds()
    return low <= to and from_ <= high


def agreement(one: Number, other: Number) -> float:
    """From -1 (two different exact numbers) over 0 to 1 (the same exact number). Unit and scope must be equal."""
    exact = one.kind is CountKind.EXACT and other.kind is CountKind.EXACT
    if exact and (one.low, one.top) == (other.low, other.top):
        return 1.0 if one.low >= SMALL else 0.4
    if compatible(one, other):
        loose = {one.kind, other.kind} & {CountKind.AT_LEAST, CountKind.AT_MOST} and one.low != other.low
        return 0.25 if loose else 0.5
    if max(one.top, other.top) < SMALL and abs(one.low - other.low) <= 1:
        return -0.4
    larger = max(one.top, other.top)
    apart = (larger - min(one.low, other.low)) / larger if larger else 0.0
    if apart <= NEAR / 2:
        return -0.2
    return -0.6 if apart <= 3 * NEAR else -1.0
