"""When each capital first told of an act, and how long after it. PURE."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median


@dataclass(frozen=True, slots=True)
class Word:
    """A side tells of the act in something that appeared on one of the days from `earliest` to `latest`.

    Both None: on a day that is not known. `official`: the side itself speaks, by a claimant or a state outlet;
    otherwise it is only told in its press.
    """

    side: str
    earliest: date | None
    latest: date | None
    official: bool


@dataclass(frozen=True, slots=True)
class FirstWord:
    """The day by which a side had told it, None where that is not known; `sure` when it is the day itself."""

    day: date | None
    sure: bool
    official: bool


@dataclass(frozen=True, slots=True)
class Lag:
    """Days from an act to each capital's first word; None where a capital is silent or only its press told it."""

    act: date
    iq: int | None
    sy: int | None


def first_word(words: Iterable[Word], side: str) -> FirstWord | None:
    """A side's first word: its own, else that of its press. None when it is silent."""
    told = [w for w in words if w.side == side]
    own = [w for w in told if w.official] or told
    if not own:
        return None
    day = min((w.latest for w in own if w.latest), default=None)
    earliest = min((w.earliest or date.min for w in own), default=None)
    return FirstWord(day, day is not None and earliest == day, own[0].official)


def days_after(act: date, word: FirstWord | None) -> int | None:
    """How many days after the act an official first word came; negative when it was told before."""
    return (word.day - act).days if word is not None and word.official and word.day else None


@dataclass(frozen=True, slots=True)
class MonthLag:
    """The acts of one month: the median lag of each capital's first word and how many acts it rests on."""

    month: date
    iq: float | None
    iq_n: int
    sy: float | None
    sy_n: int


def by_month(lags: Iterable[Lag]) -> list[MonthLag]:
    """Medians per month of the act, months without any word left out."""
    months: dict[date, list[Lag]] = defaultdict(list)
    for lag in lags:
        months[lag.act.replace(day=1)].append(lag)
    found = []
    for month, rows in sorted(months.items()):
        iq = [lag.iq for lag in rows if lag.iq is not None]
        sy = [lag.sy for lag in rows if lag.sy is not None]
        if iq or sy:
            found.append(MonthLag(month, middle(iq), len(iq), middle(sy), len(sy)))
    return found


def middle(days: list[int]) -> float | None:
    """The median, None of nothing."""
    return float(median(days)) if days else None
