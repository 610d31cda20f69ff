"""Numbers as they are said: digits or words, scales, ranges, how exact. PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from events.codebook import CountKind
from ingest.coding.day_rules import calendar
from ingest.coding.regexes import regex
from ingest.coding.words import read_yaml

_DIGITS = r"(?!(?:19|20)\d\d (?:الاف|thousands))(?:\d{1,3},\d{1,2}(?= (?:مليون|ملايين|طن|million|tonnes|tons))|\d{1,3}(?:[,٬]\d{3})+|\d+(?:\.\d+)?)"
"""«في تشرين الأول 2019 آلاف النازحين»: a year, and thousands."""
_ORDINAL = regex(r"(?:حادي|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)ه?\s$")
_HALVES = {"نصف": 0.5, "ربع": 0.25, "a half": 0.5, "a quarter": 0.25}
_TWOFOLD = ("مليونا", "الفا")
_TWO_OF = regex(r" (?!و|عن |من |في |الي )\w")
"""«مليونا حبة» are two: one million of a thing is «مليون حبة»."""
_NEVER = regex(
    r"(?<!\w)(?:(?:لا|لن|لم|ما)(?! (?:زال|يزال|تزال|زالوا|يزالون|زلنا|يزل|تزل))|(?:not|never|n't))(?: \w+)? $"
)
"""«لن تتجاوز سبعة آلاف», "did not exceed 50": the most."""
_BACK = 16


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at [start, end) of a folded text; `start` includes how exact it is, `digits` are its own."""

    start: int
    end: int
    value: float
    kind: CountKind
    high: float | None = None
    digits: str = ""
    vague: bool = False


@functools.cache
def table() -> Any:
    """What is counted and how; lists run over several lines."""
    rows = read_yaml("counts.yaml")
    for name in ("at_least", "arrest", "dual"):
        rows[name] = rows[name].replace(" |", "|").strip()
    rows["units"] = {name: words.replace(" |", "|").strip() for name, words in rows["units"].items()}
    return rows


def one_of(words: Iterable[str]) -> str:
    """Alternatives, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@functools.cache
def _pattern() -> re.Pattern[str]:
    data, numbers = table(), one_of(calendar()["numbers"])
    scale, vague = one_of(data["scales"]), one_of(data["vague"])
    spelled = rf"(?:{numbers})(?:(?: و?|-| and )(?:{numbers})(?!\w))*"
    more = r"(?: ?و ?(?:نصف|ربع)(?: (?:ال)?(?:مليون|الف))?(?! ال)|(?<=million) and a (?:half|quarter)|(?<=\w) and a (?:half|quarter)(?= (?:million|thousand|tonnes?|tons?|kilo)))?"
    part = rf"(?:\d+|{spelled})"
    about = (
        "(?:"
        + "|".join(rf"(?<={word} )" for word in ("نحو", "قرابه", "زهاء", "حوالي", "يناهز", "يقارب", "اكثر من"))
        + ")"
    )
    return regex(
        rf"(?:(?P<at_least>{data['at_least']})\s(?:عدد\w*\s(?:[^\s،.\d]+\s){{0,4}}?)?|(?P<at_most>{data['at_most']})\s|(?<!\w)[وبل]?(?P<approx>{data['approx']})\s)?"
        rf"(?:the |an? (?=(?:{scale}|hundred|dozen|couple|pair|trio)\b)|another |further )?"
        rf"(?:(?:ما )?(?P<between>بين|between|من|from) )?"
        rf"(?<![\w.,/$€£-])[وبل]?(?:ال(?=\w+ (?:الاف|مليون)|(?:\w+ما?يه|الفين?|ميتين)(?!\w))|{about}ال(?=(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)ين(?!\w)))?(?:\( ?)?(?P<number>(?P<digits>{_DIGITS})(?: ?\))?(?P<scale> ?(?:{scale})(?!\w))?|(?P<vague>{vague})|(?P<spelled>{spelled}))"
        rf"(?:(?!\w|[/-]\d|\.\d|:\d)|(?=(?:km|kgs?|كم|كغم?)(?!\w)))(?P<more>{more})"
        rf"(?P<rest>(?<=الف|لفا|لفي|لاف|فين|فان|يون|ونا|يين|نين) و ?(?:\d+|{spelled})(?: (?:الف|الفا|الاف))?(?!\w))?"
        rf"(?:\s?(?P<to>و|الي|-|–|to|and)\s?(?P<high>{_DIGITS}|{part})(?P<scale2> (?:{scale})(?!\w))?(?!\w|[/-]\d))?"
    )


_ANY = regex(
    r"\d|(?<!\w)[وبلف]?(?:ال)?(?:واحد|اثن|ثلاث|اربع|خمس|ست|سبع|ثما|تسع|عشر|احد|مي|ماي|الف|الاف|مليون|ملايين)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|scores|tens|pair|couple|trio|brace|quartet|half)\b"
)
"""Something that may be a number: most stretches have none."""


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The numbers of a stretch, left to right; ordinals are none."""
    at = start
    while (hint := _ANY.search(text, at, end)) is not None:
        match = _first(text, max(start, at, hint.start() - 28), hint, end)
        if match is None:
            at = hint.end()
            continue
        at = max(match.end("number"), hint.end())
        if match["spelled"] and _ORDINAL.search(text[max(start, match.start("number") - 8) : match.start("number")]):
            continue
        found = _read(match)
        if found is not None:
            at = max(found.end, hint.end())
            yield found


def _first(text: str, start: int, hint: re.Match[str], end: int) -> re.Match[str] | None:
    """The number that holds the hint."""
    match = _pattern().search(text, start, end)
    while match is not None and match.end() <= hint.start():
        match = _pattern().search(text, match.end(), end)
    return match if match is not None and match.start("number") <= hint.start() + 3 else None


def _read(match: re.Match[str]) -> Quantity | None:
    kind = next((CountKind(n) for n in ("at_least", "at_most", "approx") if match[n]), CountKind.EXACT)
    if kind is CountKind.AT_LEAST and _NEVER.search(match.string, max(0, match.start() - _BACK), match.start()):
        kind = CountKind.AT_MOST
    digits = match["digits"] or ""
    if match["vague"]:
        value = float(table()["vague"][match["vague"]])
        return Quantity(match.start(), match.end("number"), value, CountKind.AT_LEAST, vague=True)
    low = _figure(digits, match["scale"] or "") if digits else spelled(match["spelled"])
    if low is None:
        return None
    last = match.end("number")
    if not digits and match["between"] in ("بين", "between"):
        ends = _two_ends(match["spelled"])
        if ends is not None:
            return Quantity(match.start(), last, ends[0], kind, ends[1])
    if match["spelled"] in _TWOFOLD and _TWO_OF.match(match.string, last):
        low *= 2
    if match["more"]:
        low, last = low + _half(low, match), match.end("more")
    rest = _rest(match["rest"]) if match["rest"] else 0.0
    between = match["between"] in ("بين", "between") and rest > low
    if rest and not between:
        low, last = low + rest, match.end("rest")
    high = rest if between else _high(match, low)
    start = match.start() if kind is not CountKind.EXACT or high else match.start("number")
    if high is not None:
        low = low * 1000 if match["scale2"] and not match["scale"] and low < 1000 <= high else low
        return Quantity(start, match.end(), low, kind, high, digits)
    return Quantity(start, last, low, kind, None, digits)


def _two_ends(words: str) -> tuple[float, float] | None:
    """«بين ألفين وألفين وأربعمئة»: where one number ends and a larger one begins."""
    rows = words.split(" و")
    pairs = [(spelled(" و".join(rows[:n])), spelled(" و".join(rows[n:]))) for n in range(1, len(rows))]
    rising = [(low, high) for low, high in pairs if low and high and low < high]
    return min(rising, key=lambda pair: pair[1] - pair[0], default=None)


def _figure(digits: str, scale: str) -> float:
    if "," in digits[-3:-1]:
        digits = digits.replace(",", ".")
    return float(digits.replace(",", "").replace("٬", "")) * float(table()["scales"].get(scale.strip(), 1))


def _half(low: float, match: re.Match[str]) -> float:
    part = next(v for k, v in _HALVES.items() if k in match["more"])
    return part * (1_000_000 if low >= 1_000_000 else 1000 if low >= 1000 else 1)


def _rest(text: str) -> float:
    words = text.strip().removeprefix("و").strip()
    figure = re.match(r"\d+", words)
    if figure:
        return _figure(figure.group(), words[figure.end() :])
    return spelled(words) or 0.0


def _high(match: re.Match[str], low: float) -> float | None:
    """The other end of «بين 150 و200», "150 to 200"; a conjunction without «بين» joins two numbers."""
    if not match["high"] or (match["to"] in ("و", "and") and match["between"] not in ("بين", "between")):
        return None
    text = match["high"]
    high = _figure(text, match["scale2"] or "") if text[0].isdigit() else (spelled(text) or 0.0)
    scaled = low * 1000 if match["scale2"] and not match["scale"] and low < 1000 <= high else low
    return high if high > scaled else None


def spelled(text: str) -> float | None:
    """«ألف وتسعمائة وخمسة» and "two hundred and five": larger words multiply what stands before them."""
    total, part, share = 0.0, 0.0, 1.0
    numbers = calendar()["numbers"]
    if text in numbers:
        return float(numbers[text])
    for raw in re.split(r"[ -]+", text):
        word = raw if raw in numbers else raw.removeprefix("و")
        if word not in numbers:
            share = _HALVES.get(word, share)
            continue
        number = numbers[word]
        if number >= 1000 and share < 1:
            number, share = number * share, 1.0
        if number in (1000, 1_000_000) or (
            number in (12, 100) and word in ("hundred", "dozen", "ميه", "مايه") and 0 < part < 10
        ):
            part = (part or 1) * number
        elif number == 100 and part >= 1000:
            total, part = total + part, 100
        else:
            part += number
        if number >= 1000:
            total, part = total + part, 0
    return float(total + part) or None


_TENTH = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_RATIO = regex(rf" (?:in|out of) (?:every )?{_TENTH}\b(?! \w+ (?:of|days|hours|weeks))")
_RATIO_OF = regex(
    rf"\b{_TENTH} (?:in|out of) (?:every )?$|\bnone of (?:the )?$|(?<!\w)لكل (?:نحو )?$|\bfor (?:every|each) $"
)
"""«four in five of them»: a share."""


def is_ratio(text: str, quantity: Quantity, around: str, end: int) -> bool:
    """Whether a quantity is a share of something, or its whole."""
    return _RATIO.match(text, quantity.end, end) is not None or _RATIO_OF.search(around) is not None
