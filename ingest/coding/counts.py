"""How many: numbers with a unit, how exact and of what scope. PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from events.codebook import CountKind, Scope, Unit
from ingest.coding import one_more
from ingest.coding.lengths import BARRIER, KM_OF, is_distance, of_works
from ingest.coding.month_days import in_month
from ingest.coding.quantities import Quantity, is_ratio, quantities, table
from ingest.coding.regexes import regex
from ingest.coding.scopes import cues, scope_of
from ingest.coding.singles import duals, parts_of_one, singles
from ingest.coding.uncounted import befallen, numbering
from ingest.coding.units import PERSONS, Counted, counted, detained_too, fate_before, fate_behind, seized

_AROUND, _KIND_REACH, _BEHIND = 48, 16, 60
_AND_MORE = regex(r"(?: (?!و|and\b|in\b|at\b|near\b)[^\s،,.;؛:]+){0,4} (?:و|and )\s?")
"""«عنصر من الأمن العام وثلاثة مهربين»."""
_OWN_FATE = regex(
    r" (?:got|fled|escaped|ran|were|was|had|are)\b|(?: [\w'-]+){0,4}? (?:injured|wounded|hurt|dead|detained|arrested|captured)(?=[.,;]|$)"
)
_NOBODY = regex(r"(?<!\w)(?:دون|بدون|بلا|عدم|لم|لن) (?:ان )?\S+ (?:اي |علي |القبض علي )?$")
"""«دون توقيف أحد»."""
_LANDS = regex(r"\b(?:countries|nations|states|governments|villages|towns)\b[^.;]{0,16}$")
""" "The other countries, more than 60 of them": nobody."""
_ROUND, _TONNE, _MOST_FATED = 10, 1000, 10_000
_TONNE_AND = regex(r"(?<!\w)طنا? و$")
_OTHERS = regex(r"\s?from (?:other|various|different|another)\b| (?:اخرين|اخرون|اخري|اخريات)(?!\w)")
_WITH_THAT = regex(
    r" and (?:were |was )?(?:\w+ly )?(?:detained|captured|arrested|caught|apprehended|taken (?:into custody|prisoner|alive|captive))"
)
_OF = regex(r" (?:من|of) ")
_BLOWN = regex(
    r"(?:تفجير|تدمير|ابطال|معالجه|ازاله|ازالت|ازال|نزع|نزعت|تفكيك|فككت|فجرت|detonat\w+|defus\w+) ?(?:نحو )?$"
)
_REFUGEES = regex(r"لاجي|refugee|عراقي|iraqi")
_WIDE = 170
_OF_THE = regex(
    r" (?:من ال(?:معتقل|محكوم|سجناء|موقوف|محتجز|متهم|مقبوض|عايد|نازح)|of the (?:\w+ )?(?:detainees|prisoners|inmates|suspects|returnees|men))"
)
_INCLUDED = regex(r" (?:were )?(?:included|among them)\b")
"""«four women included»."""
_OF_PERSONS = regex(
    r"(?:(?<!\w)و?(?:من )?(?:بينهم|بينهن|منهم|منهن)|\b(?:of whom|among whom)) (?:نحو |حوالي |about |some |around )?$"
)
"""«بينهم خمسة شارفت محكوميتهم على الانتهاء»: persons, whatever they are called."""
_LOST = regex(r"missing|look for|سكان|^population")
_SO_MANY = regex(r"(?:(?<!\w)(?:من بين|ضمن|واحد من|احد)|\b(?:among|one of|some of|out of|from)(?: the)?) $")
""" "Among thousands of prisoners": out of whom."""
_SO_MANY_IN_ALL = regex(
    r"(?<!\w)(?<!لا )(?<!لم )(?<!لن )[وف]?(?:(?P<at_least>[يت]?تجاوزت?|[يت]?تخط(?:ي|ت)|فاقت?|[يت]فوق|زادت?|[يت]زيد)|(?P<approx>[يت]?ناهزت?|[يت]?قاربت?|اقتربت?))"
    r" (?:ال)?(?:عدد|اجمالي|مجموع|حصيله)\w* (?:[^،.؛\d]|(?<!\d)20\d\d(?!\d)){0,110}?(?:(?:حاجز|عتبه|عن|علي|من) )?$"
)
"""«تخطى عدد الذين أعيدوا منذ عام 2021 حاجز 18 ألفاً»."""
_CHARGED = regex(
    r" (?:ب(?:تهم|تهمه|قضايا|جرايم)(?!\w)|(?:held |wanted )?(?:on|over|for|with) [\w-]+(?: [\w-]+)? (?:charges|offences|offenses|cases)\b)"
)
"""«أربعة منهم بتهم …، وثلاثة بتهم الإرهاب», "and three on drug charges"."""
_HIS_OWN = regex(r"\b(?:my|his|her|our) $")
_KIN = regex(r" (?:\w+ )?(?:brothers|sisters|sons|daughters|children|wives|cousins|uncles|nephews|parents|friends)\b")
""" "My two brothers": of whom a witness tells."""
_WAS_MORE = regex(
    r"(?:\b(?:f[ea]ll(?:en)?|dropped|dropping|down|declined|decreased|shrunk|shrank)\b|(?<!\w)[وف]?(?:انخفض|تراجع|تقلص)\w*)[^.;؛]{0,80}(?:, from|\bfrom|,? compared (?:with|to)|، من|بعد ان كان\w*|مقارنه ب)(?: \w+)? $"
)
""" "Has fallen to 25,000 from more than 70,000": no longer."""
_AT_PEAK = regex(
    r"[^.,;،]{0,30}(?:\bat (?:its|their) (?:peak|height)\b|\bat the height of\b|(?<!\w)في (?:ذروت|اوج)\w*)"
)
""" "Held more than 70,000 people at its peak": no longer."""
_AND = ("و", "and")
_FATED = (Unit.ARRESTED, Unit.KILLED, Unit.WOUNDED)
_YEARS = (1950, 2040)
_AFTERTHOUGHTS = {
    " علي الاقل": CountKind.AT_LEAST,
    " at least": CountKind.AT_LEAST,
    " or so": CountKind.APPROX,
    "-odd": CountKind.APPROX,
}
"""How exact a number is, said behind it and before its noun."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of something at [start, end) of a folded text. `bare`: its unit is that of the people already named;
    `told`: the scope that the words beside it give, whatever is planned; `listed`: it numbers the names on a list."""

    start: int
    end: int
    value: float
    unit: Unit
    kind: CountKind
    scope: Scope
    part: bool
    high: float | None = None
    bare: bool = False
    told: Scope | None = None
    listed: bool = False


def find_numbers(text: str, start: int, end: int, planned: bool, barrier: bool = False) -> tuple[Number, ...]:
    """Numbers of something in a stretch; ages, dates, money, distances and hours are not counted. `barrier`: what is told
    of is a wall or a trench, whose kilometres count."""
    found = _numbers(text, start, end)
    if any(n.unit is Unit.KM for n in found) and not (barrier or BARRIER.search(text, start, end)):
        found = tuple(n for n in found if n.unit is not Unit.KM)
    if not planned:
        return found
    return tuple(replace(n, scope=Scope.PLANNED) if n.scope is Scope.BATCH else n for n in found)


_MOST = 24
"""Quantities of one clause that are looked at; no sentence of news gives more."""


@functools.lru_cache(maxsize=128)
def _numbers(text: str, start: int, end: int) -> tuple[Number, ...]:
    found = [
        Number(d.start, d.end, d.value, d.unit, _vagueness(text, start, d.start), scope_of(text, start, d.start, d.end, d.unit, end), _part(text, start, d.start))
        for d in duals(text, start, end)
        if d.unit is not Unit.KILOGRAMS or not cues()["gear"].search(text[max(start, d.start - _AROUND) : d.start])
    ]  # fmt: skip
    for quantity in islice(quantities(text, start, end), _MOST):
        if not any(n.start < quantity.end and quantity.start < n.end for n in found):
            found += _read(text, start, end, quantity)
    found += [
        Number(s.start, s.end, s.value, s.unit, _vagueness(text, start, s.start), Scope.BATCH, False)
        for s in singles(text, start, end)
        if not any(n.start < s.end and s.start < n.end for n in found)
    ]
    found += [
        Number(a, b, 1.0, unit, CountKind.EXACT, Scope.BATCH, False)
        for a, b, unit in one_more.by_name(text, start, end)
        if not any(n.start < b and a < n.end for n in found)
    ]
    found.sort(key=lambda n: n.start)
    _add_up(text, found)
    _share_fate(text, found)
    found += _ones(text, end, found)
    return tuple(sorted((replace(n, told=n.scope) for n in found), key=lambda n: n.start))


@functools.cache
def _how_exact() -> re.Pattern[str]:
    rows = table()
    return regex(rf"(?<!\w)[وب]?(?:(?P<at_least>{rows['at_least']})|(?P<approx>{rows['approx']})) $")


def _vagueness(text: str, start: int, at: int) -> CountKind:
    """«أكثر من طنين», «نحو طن ونصف الطن»."""
    found = _how_exact().search(text[max(start, at - _KIND_REACH) : at])
    return CountKind(str(found.lastgroup)) if found else CountKind.EXACT


def _add_up(text: str, found: list[Number]) -> None:
    """«طنين و300 كيلوغرام»: one weight."""
    for n in range(len(found) - 1, 0, -1):
        one, two = found[n - 1], found[n]
        tonnes = one.unit is two.unit is Unit.KILOGRAMS and one.value >= _TONNE > two.value
        if tonnes and text[one.end : two.start].strip() in _AND:
            found[n - 1 : n + 1] = [replace(one, end=two.end, value=one.value + two.value)]


def _share_fate(text: str, found: list[Number]) -> None:
    """«اعتقال ثلاثة سوريين وعراقيين اثنين»: what befell the first befell the second."""
    for n in range(1, len(found)):
        one, two = found[n - 1], found[n]
        joined = _AND_MORE.fullmatch(text, one.end, two.start) and not _OWN_FATE.match(text, two.end)
        near = text[one.end : two.start].strip() in _AND or two.unit is not Unit.ARRESTED
        if joined and near and one.unit in _FATED and two.unit in PERSONS and not two.part:
            found[n] = replace(two, unit=one.unit)


_TO_BUILD = regex(r"(?:[يت]?تبق[يه]?|متبقيه?|بقي) (?:سوي |الا |نحو |من\w* )*$|\b(?:remain\w*|left|rest)\b[^.;]{0,16}$")
"""«ولم يتبق سوى 208 كيلومترات»: what of a wall is not built."""


def _read(text: str, start: int, end: int, quantity: Quantity) -> Iterator[Number]:
    """The number that a quantity is; two where people were wounded and held."""
    noun = counted(text, quantity.end, end)
    around = text[max(start, quantity.start - _AROUND) : quantity.start]
    if noun.never or _is_none(text, start, end, quantity, noun, around):
        return
    value = quantity.value
    if noun.tonnes or noun.unit is Unit.KILOGRAMS:
        value += 0.5 if cues()["half"].match(text, noun.end, end) else 0.0
    if noun.unit is Unit.KILOGRAMS and _TONNE_AND.search(around):
        value += 1000
    value, high = (value * 1000, quantity.high and quantity.high * 1000) if noun.tonnes else (value, quantity.high)
    fate = _fate(text, start, end, quantity, noun)
    if noun.unit is None and fate is None and value >= 2 and not quantity.vague:
        fate = befallen(text, start, quantity.start, noun.end, end)
    unit, bare = fate or noun.unit, False
    if unit is Unit.KM and _TO_BUILD.search(around):
        return
    if unit is None and noun.end == quantity.end:
        unit = numbering(text, start, quantity.start, quantity.end)
    if unit is Unit.PEOPLE and _HELD.match(text, noun.end, end):
        unit = Unit.DETAINEES
    charged = _CHARGED.match(text, quantity.end) is not None
    if unit is None and noun.end == quantity.end and value >= 2 and (charged or _OF_PERSONS.search(around)):
        noun = replace(noun, free=True)
    if unit is None:
        if not (noun.free and value >= 2 and _led(text, start, quantity, noun, around)):
            return
        unit, bare = Unit.PEOPLE, True
    if value == 1 and fate is None and (unit in PERSONS or text.startswith(" of ", quantity.end)):
        return
    part = noun.of_them or bool(
        cues()["part"].search(around)
        or _INCLUDED.match(text, noun.end, end)
        or (not quantity.vague and _OF_THE.match(text[quantity.end : noun.end]))
    )
    scope = scope_of(text, start, quantity.start, noun.end, unit, end)
    kind, scope = _exactness(text, quantity, noun, around, end, value, unit, scope)
    listed = cues()["names"].search(around) is not None
    found = Number(
        quantity.start, max(noun.end, quantity.end), value, unit, kind, scope, part, high, bare, listed=listed
    )
    yield found
    if unit is Unit.WOUNDED and (detained_too(text, noun.end, end) or _WITH_THAT.match(text, noun.end, end)):
        yield replace(found, unit=Unit.ARRESTED)


def _exactness(
    text: str, quantity: Quantity, noun: Counted, around: str, end: int, value: float, unit: Unit, scope: Scope
) -> tuple[CountKind, Scope]:
    """How exact a number is by the words around it; what may be reached at most is planned."""
    kind = next((k for words, k in _AFTERTHOUGHTS.items() if text.startswith(words, quantity.end)), quantity.kind)
    if kind is CountKind.EXACT:
        tonne = _TONNE_AND.search(around)
        kind = _vagueness(around, 0, tonne.start()) if tonne else _afterwards(text, quantity, noun, end)
    if kind is CountKind.EXACT:
        counted_far = _SO_MANY_IN_ALL.search(text[max(0, quantity.start - _WIDE) : quantity.start])
        kind = CountKind(str(counted_far.lastgroup)) if counted_far else kind
    if kind is CountKind.EXACT and (
        cues()["reach"].search(around) or (scope is Scope.PLANNED and cues()["may"].search(around))
    ):
        kind, scope = CountKind.AT_MOST, Scope.PLANNED
    guess = cues()["guess"].search(text[max(0, quantity.start - _WIDE) : quantity.start]) is not None and (
        quantity.high or value % _ROUND == 0
    )
    if guess and kind is CountKind.EXACT:
        kind = CountKind.APPROX
    return kind, scope


def _afterwards(text: str, quantity: Quantity, noun: Counted, end: int) -> CountKind:
    """«3500 عائلة تقريباً», «20 طفلاً أسترالياً على الأقل», "400 men at most"."""
    for name, kind in (("least", CountKind.AT_LEAST), ("most", CountKind.AT_MOST), ("nearly", CountKind.APPROX)):
        if cues()[name].match(text, quantity.end, end) or cues()[name].match(text, noun.end, end):
            return kind
    return CountKind.EXACT


def _is_none(text: str, start: int, end: int, quantity: Quantity, noun: Counted, around: str) -> bool:
    """Years, numbers of brigades, ages, rates, what a camp once held, who only speaks."""
    cue, wide = cues(), text[max(start, quantity.start - _WIDE) : quantity.start]
    if _is_year(text, quantity, noun, around) or (quantity.digits and in_month(text, quantity, around)):
        return True
    if quantity.kind is CountKind.EXACT and cue["numbered"].search(around):
        return True
    ordinal = noun.unit is None or text[quantity.end : noun.end].lstrip(") ").startswith(("من ", "of "))
    if ordinal and cue["batch"].search(around):
        return True
    if cue["missing"].match(text, noun.end, end) or cue["capacity"].search(around):
        return True
    if noun.unit is Unit.WEAPONS and _BLOWN.search(around):
        return True
    if _AT_PEAK.match(text, noun.end, end):
        return True
    if _HIS_OWN.search(around) and _KIN.match(text, quantity.end, end):
        return True
    if (quantity.vague and _SO_MANY.search(around)) or _WAS_MORE.search(wide):
        return True
    if noun.of_them and _LANDS.search(around):
        return True
    if quantity.value == 1 and _NOBODY.search(around):
        return True
    if noun.unit is Unit.KILOGRAMS and cue["gear"].search(around):
        return True
    hosted = cue["hosted"].search(around)
    lost = hosted and (_LOST.search(hosted.group()) or quantity.vague)
    if lost and not _REFUGEES.search(text, quantity.end, noun.end):
        return True
    if cue["parent"].search(around) or cue["once"].search(wide):
        return True
    if cue["per_day"].match(text, noun.end, min(end, noun.end + _BEHIND)):
        return True
    if (
        noun.unit is Unit.KM
        and not of_works(text, start, quantity.start, noun.end)
        and (cue["out_of"].search(around) or is_distance(text, noun, around, end, quantity.value))
    ):
        return True
    if noun.unit is None and KM_OF.search(around):
        return True
    if is_ratio(text, quantity, around, end):
        return True
    if (noun.unit in (Unit.OFFICERS, Unit.PEOPLE, Unit.SOLDIERS) or noun.of_them) and not quantity.digits:
        return bool(cue["said"].search(around) or cue["told"].match(text, noun.end, min(end, noun.end + _BEHIND)))
    return False


_HELD = regex(
    r" (?:[^\s،.]+ ){0,2}?(?:موقوف|محتجز|معتقل|مسجون|محكوم|مدان|قابع|نزيل|نزلاء)\w*"
    r"|(?: who (?:are|were|have been|had been))? (?:jailed|imprisoned|incarcerated|behind bars|serving|convicted|sentenced|held (?:in|by|at)|languishing)\b"
    r"|(?:, [^.;]{3,50}?,)? (?:are|were) (?:still )?(?:in|inside) (?:\w+ )?(?:prisons?|jails?|detention)\b"
)
"""«180 عراقياً موقوفين في السجون», "14 Iraqis jailed in Syria"."""
_HURT = regex(r"\b(?:wounded|injured)\b")


def _is_year(text: str, quantity: Quantity, noun: Counted, around: str) -> bool:
    """«قبل عام 2024», "since 2017", «تفجيرات 2013 من السلطات»."""
    if len(quantity.digits) != 4 or not _YEARS[0] <= quantity.value <= _YEARS[1] or "." in quantity.digits:
        return False
    behind = text[quantity.end : noun.end].split()
    if behind and _ONE_EN.fullmatch(behind[-1]):
        return True
    return noun.unit is None or bool(cues()["year"].search(around)) or behind[:1] in (["من"], ["of"], ["in"])


_ONE_EN = regex(r"(?!people|men$|women|children|personnel|staff|police)[a-z-]+[^s\W]")
""" "The 2026 refugee response": no refugees."""


def _fate(text: str, start: int, end: int, quantity: Quantity, noun: Counted) -> Unit | None:
    """«اعتقال خمسة أشخاص» counts arrested, «مقتل جنديين» killed: what befell them names the unit."""
    if noun.unit is not None and noun.unit not in PERSONS:
        return None
    of_some = _OF.match(text, quantity.end, end) is not None
    if quantity.value > _MOST_FATED or (noun.unit is None and not noun.free and not of_some):
        return None
    if _HURT.search(text, quantity.end, noun.end):
        return Unit.WOUNDED
    before = fate_before(text, start, quantity.start)
    if before is not None and not (noun.unit is None and not noun.of_them and seized(text, start, quantity.start)):
        return before
    return fate_behind(text, noun.end, end)


_ACTED = regex(
    r" (?:are|were|have been|had been|will be) (?!\d)\w+| (?:(?:had|have|has)(?: since)?(?: been)?(?: \w+)?) (?!\d|to\b)\w+(?:ed|en|wn|ome|one|eft|ght)\b| (?:followed|arrived|escaped|fled|crossed|returned|come from|came from|went home|remain)\b|,? (?:by (?:its|his|her|their|\w+'s)(?: own)? count|according to)\b|(?: \w+)? (?:planned|promised|envisaged|foreseen|first announced)(?!\w)"
    r"| (?:اجمالي )?عدد (?:من|ال\w+) "
)
""" "611 are hosted in camps", "fewer than the 7,000 originally planned"."""


_FURTHER = regex(r"\b(?:another|further) (?=[\w,]+$)")


def _led(text: str, start: int, quantity: Quantity, noun: Counted, around: str) -> bool:
    """Whether words of number stand beside: «العدد 144», "2,000 of them", "up to 7,000"."""
    if _OTHERS.match(text, quantity.end) or _FURTHER.search(text, max(start, quantity.start - 9), quantity.end):
        return True
    if noun.end == quantity.end and (_ACTED.match(text, quantity.end) or _CHARGED.match(text, quantity.end)):
        return True
    cue = cues()
    return (
        noun.of_them
        or quantity.kind is not CountKind.EXACT
        or bool(cue["lead"].search(around) or cue["reach"].search(around))
    )


def _part(text: str, start: int, at: int) -> bool:
    return bool(cues()["part"].search(text[max(start, at - _AROUND) : at]))


def _ones(text: str, end: int, found: Iterable[Number]) -> Iterator[Number]:
    """«خمسة تجار، أحدهم سوري», «3 أشخاص بينهم حدث»: one of those just counted."""
    for number in found:
        if number.value > 1 and number.unit in (*PERSONS, Unit.KILLED, Unit.WOUNDED):
            one = parts_of_one(text, number.end, end)
            if one is not None and not any(n.start <= one.start < n.end for n in found):
                yield _one(number, one.start, one.end, one.unit)
            for a, b in one_more.beside(text, number.end, end):
                yield _one(number, a, b, number.unit)
            wounded = one_more.hurt(text, number.end, end)
            if wounded is not None and not any(n.unit is Unit.WOUNDED for n in found):
                yield _one(number, *wounded, Unit.WOUNDED)


def _one(whole: Number, start: int, end: int, unit: Unit) -> Number:
    """One of those whom a number counts."""
    return replace(
        whole, start=start, end=end, value=1.0, unit=unit, part=True, high=None, kind=CountKind.EXACT, bare=False
    )
