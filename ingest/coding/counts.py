"""How many: numbers with a unit, how exact and of what scope. PURE."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from events.codebook import CountKind, Scope, Unit
from ingest.coding.day_rules import calendar

NUMBER = r"\d{1,3}(?:[,٬]\d{3})+|\d+(?:\.\d+)?"
APPROX = r"نحو|حوالي|قرابه|زهاء|ما يقارب|ما يقرب من|about|around|nearly|some|approximately|almost|roughly|close to"
AT_LEAST = (
    r"اكثر من|ما لا يقل عن|لا يقل عن|ما يزيد علي|ما يزيد عن|يزيد عن|تجاوز|تجاوزت|يتجاوز|يفوق|تخطي|more than|at least|no fewer than|upwards of"
    r"|(?<!hand )(?<!handed )(?<!hands )(?<!handing )(?<!took )(?<!taken )over"
)
AT_MOST = r"ما يصل الي|يصل الي|لا يزيد عن|ما لا يزيد عن|لا يتجاوز|حتي|up to|at most|fewer than|less than|as many as"
_CUMULATIVE = re.compile(
    r"(?:الاجمالي|اجمالي|بلغ (?:ال)?عدد|منذ|حتي الان|ليصل|total (?:number|to)|in total|overall|so far|since|altogether|to date|bringing)"
)
_STOCK = re.compile(
    r"(?:لا يزال|ما زال|ما يزال|لا تزال|مازال|يقيم في|يقطن|(?:مخيم|سجن)\S* (?:\S+ )?(?:ال\S+ )?(?:الذي |التي )?(?:يضم|تضم|ياوي|يوجد)|remain"
    r"|still (?:in|hold|held)|(?:camp|prison)[^.]{0,24}(?:houses|holds|home to))"
)
_PLANNED = re.compile(
    r"(?:خطه|قد ت\w+|قد ي\w+|يعتزم|تعتزم|من المقرر|من المتوقع|المستهدف|سي\w{3,}|ستشمل|سيتم|plan(?:s|ned)? |could |may |will |expected|set to)[^.]{0,30}$"
)
NOT_A_COUNT = re.compile(
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
    high: float | None = None


@functools.cache
def _pattern() -> re.Pattern[str]:
    table = calendar()
    words = "|".join(sorted(map(re.escape, table["numbers"]), key=len, reverse=True))
    vague = "|".join(sorted(map(re.escape, table["vague"]), key=len, reverse=True))
    spelled = rf"(?<!لحادي )(?<!لثاني )(?<!لثالث )(?<!لرابع )(?<!لخامس )(?<!لسادس )(?<!لسابع )(?<!لثامن )(?<!لتاسع )(?:{words})(?:(?: و?|-| and )(?:{words}))*"
    units = "|".join(f"(?P<{name}>{pattern})" for name, pattern in table["units"].items())
    return re.compile(
        rf"(?:(?P<at_least>{AT_LEAST}) |(?P<at_most>{AT_MOST}) |(?<!\w)[وبل]?(?P<approx>{APPROX}) )?"
        rf"(?<![\w.,/-])[وبل]?\(?(?:(?P<digits>{NUMBER})\)?(?P<thousand> (?:الف|الفا|الاف|thousand)| (?:مليون|million))?"
        rf"|(?P<vague>{vague})|(?P<spelled>{spelled}))(?!\w|[/-]\d)"
        rf"(?: (?:من|of|الف|the))?(?: (?:ال)?(?!(?:{NUMBER})|(?:بينهم|منهم|بينها|ان|و\w|including|among|and|from|in|to|who)\b)\(?[^\W\d]+\)?){{0,3}}? (?:ال|لل|من ال)?(?:{units})(?!\w)"
    )


@functools.lru_cache(maxsize=128)
def find_numbers(text: str, start: int, end: int, planned: bool, barrier: bool = False) -> tuple[Number, ...]:
    """Numbers with a unit in a stretch; ages, dates, money, distances and hours are not counted. `barrier`: what is told
    of is a wall or a trench, whose kilometres count."""
    if _ANY.search(text, start, end) is None:
        return ()
    found = _pairs(text, start, end) + _casualties(text, start, end, planned) + _millions(text, start, end)
    found += _singles(text, start, end, planned)
    for match in _pattern().finditer(text, start, end):
        name = str(match.lastgroup)
        value, kind = value_of(match)
        if value is None or NOT_A_COUNT.match(text[match.end("digits") if match["digits"] else match.end() :][:14]):
            continue
        unit = Unit.KILOGRAMS if name == "tonnes" else Unit(name)
        if unit is Unit.KM and (
            not (barrier or BARRIER.search(text, start, end))
            or _OUT_OF.search(text[max(start, match.start() - 24) : match.start()])
        ):
            continue
        unit = _by_fate(text, start, match, end, unit)
        value = value + 0.5 if unit is Unit.KILOGRAMS and _HALF.match(text, match.end(), end) else value
        value = value * 1000 if name == "tonnes" else value
        around = text[max(start, match.start() - 40) : match.start()]
        if _ONCE.search(around) or _NAMES_OF.search(around) or _is_year(match, around):
            continue
        if _NUMBERED.search(around) or _PER_DAY.match(text, match.end(), min(end, match.end() + 50)):
            continue
        if _PARENT.search(around):
            continue
        part = _is_part(around)
        if any(p.start < match.end() and match.start() < p.end for p in found):
            continue
        scope = Scope.CUMULATIVE if unit is Unit.KM and not planned else scope_of(around, planned)
        if (
            scope is Scope.BATCH
            and unit in (Unit.PEOPLE, Unit.FAMILIES, Unit.DETAINEES)
            and _STILL.match(text, match.end(), end)
        ):
            scope = Scope.STOCK
        if scope is Scope.PLANNED and kind is CountKind.EXACT and _MAY.search(around):
            kind = CountKind.AT_MOST
        high = _HIGH.search(text, max(start, match.start() - 24), match.end()) if match["digits"] else None
        if high is not None and float(high["b"].replace(",", "")) == value:
            low, first = float(high["a"].replace(",", "")), high.start()
            found.append(Number(first, match.end(), low, unit, kind, scope_of(around, planned), part, value))
            continue
        found.append(Number(match.start(), match.end(), value, unit, kind, scope, part))
    return tuple(_with_one_of(text, end, sorted(found, key=lambda n: n.start)))


_ANY = re.compile(
    r"\d|(?:ان|ين)(?!\w)|احد|اثن|ثلاث|ثالث|اربع|رابع|خمس|خامس|ست|سادس|سبع|ثما|تسع|عشر|مي|ماي|مئ|الف|الاف|مليون|طن|شخص|عنصر|مسلح|متهم|مطلوب|مهرب|ارهابي|متسلل|جندي|منتسب|مدني"
    r"|قيادي|واحد|بضع|عده|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twent|thirt|fort|fift|hundred|thousand|million|dozen|score|several|pair|couple|few"
)
"""Something that may be a number: most stretches have none."""


_ONE_TONNE = re.compile(r"(?<!\w)(?<!\d )[وبل]?طن (?P<more>ونصف|وربع)(?: (?:ال)?طن)?")
_ONE_OF = re.compile(r"(?:[،,]|\bof whom|\bamong them)?\s*(?:من )?(?P<one>احدهم|احدهما|one of (?:them|whom))(?!\w)")


def _singles(text: str, start: int, end: int, planned: bool) -> list[Number]:
    """«القبض على مهرب», «وجرح ثالث», «طن وربع»: one, in words that count."""
    found = []
    for match in _SINGLE.finditer(text, start, end):
        name = str(next(n for n in ("arrested", "killed", "wounded") if match[n]))
        at = match.end(name)
        scope = Scope.PLANNED if planned else Scope.BATCH
        found.append(Number(at + 1, match.end(), 1.0, Unit(name), CountKind.EXACT, scope, False))
    for match in _ONE_TONNE.finditer(text, start, end):
        value = 1500.0 if match["more"] == "ونصف" else 1250.0
        found.append(
            Number(match.start(), match.end(), value, Unit.KILOGRAMS, CountKind.EXACT, scope_of("", planned), False)
        )
    return found


def _with_one_of(text: str, end: int, found: list[Number]) -> list[Number]:
    """«خمسة تجار، أحدهم سوري»: one of those just counted."""
    more = []
    for number in found:
        one = _ONE_OF.search(text, number.end, min(end, number.end + 40))
        if one and number.unit in _PERSONS and number.value > 1:
            more.append(replace(number, start=one.start("one"), end=one.end(), value=1.0, part=True, high=None))
    return sorted([*found, *more], key=lambda n: n.start)


_HIGH = re.compile(r"(?:بين |between |from |من )?(?<!\d)(?P<a>\d[\d,]*)(?: ?(?:و|الي|-|–|to|and) ?)(?P<b>\d[\d,]*)")
_PAIR = re.compile(
    r"(?<!\w)[وبل]?(?:ال)?(?:(?P<people>شخصين|شخصان|مواطنين اثنين|عنصرين|عنصران)|(?P<vehicles>عجلتين|عجلتان|سيارتين|سيارتان|حافلتين|مركبتين|شاحنتين|شاحنتان)"
    r"|(?P<arrested>(?:مهرب|مطلوب|متهم|متسلل|مسلح|ارهابي)(?:ان|ين اثنين|ين اثنان))|(?P<soldiers>جنديين|جنديان)|(?P<officers>ضابطين|ضابطان)"
    r"|(?P<families>عايلتين|عايلتان|اسرتين)|(?P<detainees>معتقلان|سجينين|سجينان|معتقلين اثنين)|(?P<killed>قتيلين|قتيلان)|(?P<wounded>جريحين|جريحان)"
    r"|(?P<tonnes>طنين)|(?P<flights>رحلتين جويتين|طايرتين))(?!\w)"
)


_MAY = re.compile(r"(?<!\w)قد [تي]|\b(?:may|might|could)\b")
_NAMES_OF = re.compile(r"(?:اسماء|باسماء|اسم|names of)\s*\(?$")
"""A list of names counts names, not people whom something befell."""
_HALF = re.compile(r" و?نصف|,? and a half")
_YEAR = re.compile(
    r"(?:عام|العام|سنه|السنه|اعوام|عامي|منذ|مطلع|نهايه|اواخر|منتصف|(?<!\w)في|since|in|by|until|of|year|early|late)\s*$"
)


def _is_year(match: re.Match[str], around: str) -> bool:
    """«قبل عام 2024», "since 2017"."""
    digits = match["digits"] or ""
    if len(digits) != 4 or not 1950 <= float(digits) <= 2040:
        return False
    behind = match.string[match.end("digits") : match.start(match.lastgroup or 0)].split()
    return bool(_YEAR.search(around)) or (1990 <= float(digits) <= 2035 and behind[:1] in (["من"], ["of"], ["in"]))


_NUMBERED = re.compile(
    r"(?:الوجبه|الدفعه|القافله|الرحله|رقم|الماده|اللواء|الفوج|الفرقه|المنطقه|batch|convoy|article|brigade|division|no\.?|number)\s*\(?$"
)
_ONCE = re.compile(r"(?:once held|once housed|at its peak|used to (?:hold|house)|كان يضم|ضم في ذروته)[^.]{0,24}$")
_STILL = re.compile(r"[^.,،]{0,30}(?:are |is |were )?(?:still |remain|left in|لا يزال|ما زال|مازال|باق)")
_PARENT = re.compile(r"(?<!\w)(?:ام|اب|والد|والده|mother|father) (?:ل|of )?\s*$")
_PER_DAY = re.compile(
    r"\s*(?:[\w-]+ ){0,5}(?:every day|each day|في اليوم|يوميا|في الساعه|شهريا|سنويا|per day|a day|daily|an hour|per month|a month|a year)"
)
_MILLION = re.compile(
    r"(?<!\w)[وب]?(?P<m>مليون|مليونا|مليوني|مليونين) و ?(?P<n>\d{1,3}|[\u0621-\u064a]+(?: و[\u0621-\u064a]+)*) (?:الف|الفا) (?P<u>حبه|قرص)"
)


def _millions(text: str, start: int, end: int) -> list[Number]:
    """«مليون و200 ألف حبة»."""
    found = []
    for match in _MILLION.finditer(text, start, end):
        small = float(match["n"]) if match["n"].isdigit() else _spelled(match["n"])
        if small is None:
            continue
        value = (2 if match["m"].startswith("مليوني") else 1) * 1_000_000 + small * 1000
        around = text[max(start, match.start() - 40) : match.start()]
        found.append(
            Number(match.start(), match.end(), value, Unit.PILLS, CountKind.EXACT, scope_of(around, False), False)
        )
    return found


BARRIER = re.compile(r"جدار|خندق|ساتر|سواتر|سياج|تحصين|اسلاك|wall|trench|fence|fencing|barrier|berm|fortif")
_OUT_OF = re.compile(
    r"(?:مسافه|علي بعد|مسافة|عمق|امتداد|طولها|ارتفاع|قطرها|distance of|within|radius|من اصل|من مجموع|out of|of the|of a total)[^.]{0,12}$"
)
_ARREST = r"القبض علي|القاء القبض علي|اعتقال|اعتقلت|اعتقل|توقيف|اوقفت|احتجاز|احتجزت|ضبط|arrest(?:ed|ing|s)?|detain(?:ed|ing|s)?|captur(?:ed|ing|es)|apprehend(?:ed|ing)|arrest of|capture of|nabb(?:ed|ing)"
_KILL = r"مقتل|قتل|قتلت|قتلوا|استشهاد|استشهد|تصفيه|kill(?:ed|ing|s)?|death of|deaths of"
_WOUND = r"اصابه|اصيب|اصابت|جرح|جرحت|wound(?:ed|ing|s)?|injur(?:ed|ing|ies to|y of)"
_SINGLE = re.compile(
    rf"(?<!\w)[وفبل]?(?:(?P<arrested>{_ARREST})|(?P<killed>{_KILL})|(?P<wounded>{_WOUND}))"
    r" (?:شخص|عنصر|مسلح|متهم|مطلوب|مهرب|ارهابي|متسلل|جندي|منتسب|مدني|قيادي|ثالث|رابع|خامس|سادس|احد (?:ال)?\w+)(?: واحد)?(?!\w)"
)
_FATES = (
    (
        Unit.ARRESTED,
        re.compile(
            rf"(?<!\w)[وبل]?(?:{_ARREST})(?: (?:علي|of|the|نحو|اكثر من|more than|about|at least|ما لا يقل عن))*\s*$"
        ),
    ),
    (
        Unit.KILLED,
        re.compile(rf"(?<!\w)[وبل]?(?:{_KILL})(?: (?:of|the|نحو|اكثر من|more than|about|at least|ما لا يقل عن))*\s*$"),
    ),
    (
        Unit.WOUNDED,
        re.compile(rf"(?<!\w)[وبل]?(?:{_WOUND})(?: (?:of|the|نحو|اكثر من|more than|about|at least|ما لا يقل عن))*\s*$"),
    ),
)
_FATED = (
    (
        Unit.ARRESTED,
        re.compile(
            r"(?: [\w-]+){0,4} (?:were|was|have been|had been) (?:also )?(?:arrested|detained|captured|apprehended)"
        ),
    ),
    (Unit.KILLED, re.compile(r"(?: [\w-]+){0,4} (?:were|was|have been|had been) (?:also )?killed")),
    (Unit.WOUNDED, re.compile(r"(?: [\w-]+){0,4} (?:were|was|have been|had been) (?:also )?(?:wounded|injured)")),
)
_PERSONS = frozenset((Unit.PEOPLE, Unit.SOLDIERS, Unit.OFFICERS, Unit.ARRESTED, Unit.DETAINEES))


def _by_fate(text: str, start: int, match: re.Match[str], end: int, unit: Unit) -> Unit:
    """«اعتقال خمسة أشخاص» counts arrested, «مقتل جنديين» killed: what befell them names the unit."""
    if unit not in _PERSONS:
        return unit
    before = text[max(start, match.start() - 40) : match.start()]
    for fate, pattern in _FATES:
        if pattern.search(before):
            return fate
    for fate, pattern in _FATED:
        if pattern.match(text, match.end(), min(end, match.end() + 60)):
            return fate
    return unit


def _casualties(text: str, start: int, end: int, planned: bool) -> list[Number]:
    """«إصابة 3 من عناصر الدورية», «القبض على ثلاثة من أخطر …», "killing two": numbers whose unit is their fate."""
    found = []
    for match in _fate_pattern().finditer(text, start, end):
        name = str(next(n for n in ("arrested", "killed", "wounded") if match[n]))
        value, kind = value_of(match)
        if value is None or value > 10_000 or NOT_A_COUNT.match(text[match.end() : match.end() + 14]):
            continue
        if _MATERIAL.match(text, match.end(), min(end, match.end() + 20)):
            continue
        around = text[max(start, match.start() - 40) : match.start()]
        if _is_year(match, text[max(start, match.start() - 8) : match.start("digits")]):
            continue
        at = match.end(name)
        at += len(text[at : match.end()]) - len(text[at : match.end()].lstrip())
        found.append(Number(at, match.end(), value, Unit(name), kind, scope_of(around, planned), False))
    return found


_MATERIAL = re.compile(
    r" ?(?:الف|مليون|اسلح|كيلو|كغ|طن|حبه|قطعه|قطع|عجل|مركب|kilo|kg|tonne|ton|pill|million|thousand|weapon|vehicle|rifle|%|سلاح|بندقيه|بنادق|لغم|صاروخ)"
)


@functools.cache
def _fate_pattern() -> re.Pattern[str]:
    table = calendar()
    words = "|".join(sorted(map(re.escape, table["numbers"]), key=len, reverse=True))
    vague = "|".join(sorted(map(re.escape, table["vague"]), key=len, reverse=True))
    spelled = rf"(?:{words})(?:(?: و?|-| and )(?:{words}))*"
    fates = rf"(?P<arrested>{_ARREST})|(?P<killed>{_KILL})|(?P<wounded>{_WOUND})"
    return re.compile(
        rf"(?<!\w)[وفبل]?(?:{fates}) (?:(?P<at_least>{AT_LEAST}) |(?P<at_most>{AT_MOST}) |(?P<approx>{APPROX}) )?"
        rf"(?:(?P<digits>\d{{1,4}})(?P<thousand>(?!x)x)?|(?P<vague>{vague})|(?P<spelled>{spelled}))(?!\w|[.,/-]\d)"
    )


def _pairs(text: str, start: int, end: int) -> list[Number]:
    """Duals: «شخصين», «عجلتين», «مهربين اثنين»."""
    found = []
    for match in _PAIR.finditer(text, start, end):
        name = str(match.lastgroup)
        unit, value = (Unit.KILOGRAMS, 2000.0) if name == "tonnes" else (Unit(name), 2.0)
        around = text[max(start, match.start() - 40) : match.start()]
        fate = next((f for f, p in _FATES if p.search(around)), unit) if unit in _PERSONS else unit
        found.append(
            Number(match.start(), match.end(), value, fate, CountKind.EXACT, scope_of(around, False), _is_part(around))
        )
    return found


def _is_part(around: str) -> bool:
    return bool(
        re.search(
            r"(?:بينهم|بينهن|من بينهم|منهم|بينها|منها|including|among them|of them|of whom|among)[^.]{0,25}$", around
        )
    )


def value_of(match: re.Match[str]) -> tuple[float | None, CountKind]:
    kind = CountKind.EXACT
    for name in ("at_least", "at_most", "approx"):
        if match[name]:
            kind = CountKind(name)
    if (
        kind is CountKind.APPROX
        and match["approx"] not in ("about", "around")
        and match["digits"]
        and _precise(match["digits"])
    ):
        kind = CountKind.EXACT
    if match["vague"]:
        return float(calendar()["vague"][match["vague"]]), CountKind.AT_LEAST
    if match["digits"]:
        number = float(match["digits"].replace(",", "").replace("٬", ""))
        times = {None: 1, "الف": 1000, "الفا": 1000, "الاف": 1000, "thousand": 1000}.get(
            (match["thousand"] or "").strip() or None, 1_000_000
        )
        return number * times, kind
    return _spelled(match["spelled"]), kind


def _precise(digits: str) -> bool:
    """«some 1,905»: nobody rounds to that."""
    number = digits.replace(",", "").replace("٬", "")
    return number.isdigit() and int(number) > 1000 and int(number) % 10 != 0


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


def scope_of(around: str, planned: bool) -> Scope:
    if planned or _PLANNED.search(around):
        return Scope.PLANNED
    if _STOCK.search(around):
        return Scope.STOCK
    return Scope.CUMULATIVE if _CUMULATIVE.search(around) else Scope.BATCH
