"""How many: numbers with a unit, how exact and of what scope. PURE."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from events.codebook import CountKind, Scope, Unit
from ingest.coding.dates import calendar

_NUMBER = r"\d{1,3}(?:[,٬]\d{3})+|\d+(?:\.\d+)?"
_APPROX = r"نحو|حوالي|قرابه|زهاء|ما يقارب|ما يقرب من|about|around|nearly|some|approximately|almost|roughly|close to"
_AT_LEAST = (
    r"اكثر من|ما لا يقل عن|لا يقل عن|ما يزيد علي|ما يزيد عن|يزيد عن|more than|at least|no fewer than|upwards of"
    r"|(?<!hand )(?<!handed )(?<!hands )(?<!handing )(?<!took )(?<!taken )over"
)
_AT_MOST = r"لا يزيد عن|ما لا يزيد عن|لا يتجاوز|حتي|up to|at most|fewer than|less than|as many as"
_CUMULATIVE = re.compile(
    r"(?:الاجمالي|اجمالي|بلغ (?:ال)?عدد|منذ|حتي الان|ليصل|total|so far|since|altogether|to date|bringing)"
)
_STOCK = re.compile(r"(?:لا يزال|ما زال|ما يزال|لا تزال|يضم|تضم|remain|still (?:in|hold|held)|houses|holds)")
_NOT_A_COUNT = re.compile(
    r"^\s*(?:عام|سنه|دولار|دينار|بالميه|%|ساعه|متر|year|years|percent|dollars|metres|meters|hours|days|يوم|ايام)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of something at [start, end) of a folded text."""

    start: int
    end: int
    value: float
    unit: Unit
    kind: CountKind
    scope: Scope
    part: bool


@functools.cache
def _pattern() -> re.Pattern[str]:
    table = calendar()
    words = "|".join(sorted(map(re.escape, table["numbers"]), key=len, reverse=True))
    vague = "|".join(sorted(map(re.escape, table["vague"]), key=len, reverse=True))
    spelled = rf"(?:{words})(?:(?: و?|-| and )(?:{words}))*"
    units = "|".join(f"(?P<{name}>{pattern})" for name, pattern in table["units"].items())
    return re.compile(
        rf"(?:(?P<at_least>{_AT_LEAST}) |(?P<at_most>{_AT_MOST}) |(?<!\w)[وبل]?(?P<approx>{_APPROX}) )?"
        rf"(?<![\w.,/-])[وبل]?(?:(?P<digits>{_NUMBER})(?P<thousand> (?:الف|الاف|thousand)| (?:مليون|million))?"
        rf"|(?P<vague>{vague})|(?P<spelled>{spelled}))(?!\w|[/-]\d)"
        rf"(?: (?:من|of|الف|the))?(?: (?:ال)?(?!(?:{_NUMBER}))[^\W\d]+){{0,2}}? (?:ال|لل|من ال)?(?:{units})(?!\w)"
    )


def find_numbers(text: str, start: int, end: int, planned: bool) -> list[Number]:
    """Numbers with a unit in a stretch; ages, dates, money, distances and hours are not counted."""
    found = []
    for match in _pattern().finditer(text, start, end):
        name = str(match.lastgroup)
        value, kind = _value(match)
        if value is None or _NOT_A_COUNT.match(text[match.end("digits") if match["digits"] else match.end() :][:14]):
            continue
        unit = Unit.KILOGRAMS if name == "tonnes" else Unit(name)
        value = value * 1000 if name == "tonnes" else value
        around = text[max(start, match.start() - 40) : match.start()]
        part = bool(re.search(r"(?:بينهم|من بينهم|منهم|بينها|including|among them|of them|of whom)[^.]{0,25}$", around))
        found.append(Number(match.start(), match.end(), value, unit, kind, _scope(around, planned), part))
    return found


def _value(match: re.Match[str]) -> tuple[float | None, CountKind]:
    kind = CountKind.EXACT
    for name in ("at_least", "at_most", "approx"):
        if match[name]:
            kind = CountKind(name)
    if match["vague"]:
        return float(calendar()["vague"][match["vague"]]), CountKind.AT_LEAST
    if match["digits"]:
        number = float(match["digits"].replace(",", "").replace("٬", ""))
        times = {None: 1, "الف": 1000, "الاف": 1000, "thousand": 1000}.get(
            (match["thousand"] or "").strip() or None, 1_000_000
        )
        return number * times, kind
    return _spelled(match["spelled"]), kind


def _spelled(text: str) -> float | None:
    """«ألف وتسعمائة وخمسة» and "two hundred and five": larger words multiply what stands before them."""
    total = part = 0
    numbers = calendar()["numbers"]
    for raw in re.split(r"[ -]+", text):
        word = raw if raw in numbers else raw.removeprefix("و")
        if word not in numbers:
            continue
        number = numbers[word]
        if number in (1000, 1_000_000) or (word == "hundred" and part):
            part = (part or 1) * number
            if number >= 1000:
                total, part = total + part, 0
        else:
            part += number
    return float(total + part) or None


def _scope(around: str, planned: bool) -> Scope:
    if planned:
        return Scope.PLANNED
    if _STOCK.search(around):
        return Scope.STOCK
    return Scope.CUMULATIVE if _CUMULATIVE.search(around) else Scope.BATCH
