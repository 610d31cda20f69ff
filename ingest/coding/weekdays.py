"""Two weekdays told as a pair: «يومي الجمعة والسبت المقبلين». PURE."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from ingest.coding.lately import Stretch

_WEEK = 7


def two_weekdays(names: str) -> str:
    """The expression for a pair, by the names of the weekdays."""
    return (
        rf"(?<!\w)(?:يومي |مساء |ليلتي )?(?P<w>{names}) و(?:يوم )?(?P<w2>{names})"
        r" (?P<pair>المقبلين|القادمين|الماضيين|المنصرمين|الفايتين)(?!\w)"
    )


def stretch_of(match: re.Match[str], weekdays: Mapping[str, int], published: date) -> Stretch:
    """The first and the last day of a pair: the coming ones, or those that were last."""
    first, second = weekdays[match["w"]], weekdays[match["w2"]]
    length = timedelta(days=(second - first) % _WEEK)
    if match["pair"].startswith(("المقبل", "القادم")):
        begun = published + timedelta(days=(first - published.weekday() - 1) % _WEEK + 1)
        return Stretch(begun, last=begun + length)
    ended = published - timedelta(days=(published.weekday() - second) % _WEEK or _WEEK)
    return Stretch(ended - length, last=ended)
