"""Of which programme a movement is a batch, and which in number. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.campaigns import Movement, campaign_of
from events.codebook import Part
from events.reports import Report
from ingest.coding.event_types import Happening
from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.rules import MOVEMENTS

_UNITS_AR = {
    "اول": 1, "اولي": 1, "حادي": 1, "حاديه": 1, "ثاني": 2, "ثانيه": 2, "ثالث": 3, "ثالثه": 3, "رابع": 4, "رابعه": 4,
    "خامس": 5, "خامسه": 5, "سادس": 6, "سادسه": 6, "سابع": 7, "سابعه": 7, "ثامن": 8, "ثامنه": 8, "تاسع": 9, "تاسعه": 9,
    "عاشر": 10, "عاشره": 10,
}  # fmt: skip
_TENS_AR = {"عشر": 10, "عشره": 10, "عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40, "اربعين": 40, "خمسون": 50, "خمسين": 50}  # fmt: skip
_UNITS_EN = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
}  # fmt: skip
_TENS_EN = {"twenty": 20, "thirty": 30, "forty": 40}


def _any(words: Sequence[str] | dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_BATCH = r"(?:دفعه|وجبه|قافله|رحله)"
_AR = regex(
    rf"(?<!\w)[وفبل]?(?:ال|لل)?{_BATCH}\s+(?:(?:رقم|ذات الرقم)\s+)?(?:\(?\s?(?P<digits>\d{{1,3}})\s?\)?(?!\d|\s*(?:الف|ميه|عايله|شخص|%))"
    rf"|ال(?P<unit>{_any(_UNITS_AR)})(?:\s+(?:و?ال)?(?P<ten>{_any(_TENS_AR)}))?(?!\w)|ال(?P<round>{_any(_TENS_AR)})(?!\w))"
    rf"|(?<!\w)[وفبل]?(?P<before>{_any(_UNITS_AR)})\s+{_BATCH}(?!\w)"
    rf"|(?<!\w)هي ال(?P<she>{_any(_UNITS_AR)})(?:\s+(?:و?ال)?(?P<sheten>{_any(_TENS_AR)}))?(?!\w)"
)
_EN = regex(
    rf"\b(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<ten>{_any(_TENS_EN)})[- ](?P<unit>{_any(_UNITS_EN)})|(?P<whole>{_any(_UNITS_EN)}))"
    r"\s+(?:such |returning |repatriation )?(?:batch|convoy|flight|group|contingent|round|wave)\b"
    r"|\b(?:batch|convoy|group) (?:no\.? |number |#)?\(?(?P<after>\d{1,3})\b\)?"
)
_THIS_YEAR = regex(
    r"منذ (?:مطلع|بدايه)|خلال (?:ال)?(?:عام|سنه|شهر)|هذا (?:العام|الشهر)|(?:العام|الشهر) (?:الحالي|الجاري)|this (?:year|month)|of the year|since (?:the start|january)|in (?:a|the) (?:week|month|year)|(?:today|in one day)"
)
"""«السابعة منذ مطلع العام» counts by year, not in the programme."""
_OTHER_BATCH = regex(
    r"(?:وكانت|كانت|سبق|المقبله|القادمه|previous|earlier|next|a further|another|the last)\s+(?:\S+ ){0,3}$"
)


Ordinal = tuple[int, Clause, int, int]


def ordinal_of(happening: Happening) -> Ordinal | None:
    """The number of the batch, as the sentences or the headline of a movement give it."""
    if happening.type not in MOVEMENTS:
        return None
    for clause in dict.fromkeys([*(d.clause for d in happening.body), *(d.clause for d in happening.drafts)]):
        plain = clause.plain
        for pattern, read in ((_AR, _arabic), (_EN, _english)):
            match = pattern.search(plain)
            if match is None or _THIS_YEAR.search(plain, match.end(), match.end() + 60):
                continue
            if _OTHER_BATCH.search(plain, max(0, match.start() - 24), match.start()):
                continue
            number = read(match)
            if number:
                return number, clause, clause.start + match.start(), clause.start + match.end()
    return None


def _arabic(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(match["digits"])
    if match["round"]:
        return _TENS_AR[match["round"]]
    unit, ten = match["unit"] or match["before"] or match["she"], match["ten"] or match["sheten"]
    return _UNITS_AR[unit] + (_TENS_AR[ten] if ten else 0)


def _english(match: re.Match[str]) -> int:
    if match["digits"] or match["after"]:
        return int(match["digits"] or match["after"])
    if match["ten"]:
        return _TENS_EN[match["ten"]] + _UNITS_EN[match["unit"]]
    return _UNITS_EN[match["whole"]]


def series_of(report: Report, lexicon: Lexicon) -> str | None:
    """The id of the programme that a movement belongs to by what is moved, from where, where to and when."""
    if report.type not in MOVEMENTS or report.date is None:
        return None
    groups = frozenset(p.actor for p in report.participants if p.actor and p.part is Part.TARGET)
    start, goal = (
        frozenset(lexicon.contains(at.id)) if at is not None else frozenset()
        for at in (report.origin, report.destination)
    )
    return campaign_of(Movement(report.type, report.modality, report.date, groups, start, goal))
