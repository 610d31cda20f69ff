"""What a number counts: the noun behind it, or what befell those it counts. PURE."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from events.codebook import Unit
from ingest.coding.quantities import table
from ingest.coding.regexes import regex

PERSONS = frozenset((Unit.PEOPLE, Unit.SOLDIERS, Unit.OFFICERS, Unit.ARRESTED, Unit.DETAINEES))
_REACH = 6
"""Words behind a number among which its noun is looked for; Arabic puts it first."""
_FATES = ("arrest", "kill", "wound")
_FATE_NAMES = {
    "k": Unit.KILLED, "d": Unit.KILLED, "w": Unit.WOUNDED, "a": Unit.ARRESTED,
    **{unit.value: unit for unit in (Unit.KILLED, Unit.WOUNDED, Unit.ARRESTED)},
}  # fmt: skip
_FATE_UNITS = {"arrest": Unit.ARRESTED, "kill": Unit.KILLED, "wound": Unit.WOUNDED}

_GAP = regex(r" \((?:is|isis|isil|sdf|داعش|قسد)\) |[ ()\"'“”«»]{1,3}|(?=(?:km|kgs?|كم|كغم?)(?!\w))")
_WORD = regex(r"[\w'.’-]+")
_NO_COUNT = regex(
    r"\s?(?:%|بالميه|في الميه|بالماي|per ?cent|percent|عام(?!ل)|اعوام|سنه|سنوات|سنين|شهر|اشهر|اسبوع|اسابيع|يوم|ايام|ساع(?!د|ي)|دقيق|دولار|دينار|ليره|متر(?!جم)|امتار|مليار|كروز|مراسيم"
    r"|years?\b|months?|weeks?|days?\b|hours?|minutes?|dollars|dinars|met(?:re|er)s?\b|billion|am\b|a\.m|pm\b|p\.m|miles|-?year|st\b|nd\b|rd\b|th\b|degrees|o'clock|in the (?:morning|afternoon|evening)|o clock|times\b|thirds\b|quarters\b|fifths\b|مره|مرات|اضعاف|درجه|نقطه|نقاط)"
)
_STOP = regex(
    r"(?:بين(?:هم|هن|ها)|ي\w+(?:ون|ان)|اخر(?:ون|ين|ان|ي)|others?|more(?= from)|the number|عدد|اجمالي|من(?:هم|ها|هن)|من بين|ان|الذي|التي|الذين|في|علي|الي|عن|مع|حتي|قبل|بعد|خلال|منذ|قرب|غربي|شرقي|شمالي|جنوبي|غرب|شرق|شمال|جنوب|داخل|اثناء|اثر|بنيران|برصاص|بانفجار|بهجوم|بقصف|كانوا?|قال|بحسب|حسب|وفقا?|استنادا|بحلول|بعدما|ريثما|و(?!احد)\w+|ضمن|عبر|نحو|لدي|عند|ممن|مما|تم|جري|فقط|قد|ينتظر|يتوقع|يرتقب|متوقع|لا|ما|هي|هو|هم|بجروح|بجراح|بحروق"
    r"|eventually|ultimately|altogether|overall|later|initially|again|instead|together|soon|home|abroad|back|followed|left|arrived|crossed|went|returned|gone|came|landed|reached|boarded|entered|of (?:an?|some|up to|around|about)(?= )|including|among|and|or|from|in|into|to|who|which|that|were|was|are|is(?! (?:group )?(?:detainees?|prisoners?|inmates?|suspects?|militants?|fighters?|members?|families|convicts?|jihadists?|terrorists?|gunmen|men|women|wives|children|operatives?|leaders?|commanders?)\b)|had|have|has|at|on|by|for|with|would|will|could|can|under|during|after|before|through|across|since|out|out of|still|so|per|aboard|as|but|while|might|may|should|must|can|cannot|be|being|been|do|did|does|fled|escaped|got|get|made|set|said|over|than|within|because|where|when|if|then|than|until|yesterday|today|alone|only|already|now|waiting|due|expected|scheduled|moved|transferred|handed|taken|flown|brought|named|there|they|he|she|it|we|setting|leaving|heading|making|holding|carrying|housing|containing|linked|remain\w*)(?!\w)"
)
_SETS = regex(
    r" (?:\w+ )?(?:batches|convoys|waves|rounds|groups) of\b| (?:دفعات|وجبات|قوافل|مجموعات) (?:من|تضم|ضمت)(?!\w)"
)
"""«ten batches of Iraqis»: no Iraqis."""
_OF_LENGTH = regex(r" (?:out )?of (?:the |a |some )?(?:planned |total )?[\d.,]+[ -](?:kilomet(?:re|er)s?|km)\b")
"""«461 of the 615 kilometres»: of what the whole is."""
_HYPHENED = regex(r"-(?:kilomet(?:re|er)|km)(?:-long)? (?:[\w-]+ ){0,2}?(?:stretch|section|segment)\b")
""" "A 40-kilometer stretch of trench"; not "the 615-kilometer border"."""
_MEASURED = regex(r"-(?:kilomet|km\b|met(?:re|er)|mile|day|hour|month|week|minute|point\b|page)")
""" "The roughly 600-kilometer frontier"."""
_BRIDGE = regex(r"(?:من|of|the|ال\w+|كبار|اخطر|ابرز|اهم|بعض|هولاء|حمله)(?!\w)")
_OF_THEM = regex(
    r"\s?(?:من(?:هم|هن)|من هولاء|of (?:them|whom|those|these)|of the (?:transferred|displaced|arrested|captured|returned|moved|repatriated|evacuated|newcomers))(?!\w)"
)
_SHARE = regex(
    r" (?:من (?:اصل|مجموع|بين)|(?:out )?of)(?: (?:ال|نحو|حوالي|قرابه|اكثر من|the|some|about|around|nearly|more than|over|a total of))?(?: \d[\d,.]{0,9}| (?:ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر)\w*| الفين?)(?: (?:الف|الاف|thousand))?(?!\w)"
)
"""«1200 من أصل ثلاثة آلاف», "1,200 of the 3,000 Iraqis": of what the whole is."""
_AT_LEAST = regex(r" (?:علي الاقل|or so|at least)(?!\w)|-(?:odd|plus|strong)(?= )")
_FATED = regex(
    r" (?:others? |more )?(?:were |was )?(?:arrested|killed|wounded|injured|detained|captured|taken (?:alive|prisoner))(?=[.,;]|$| (?:in|at|on|by|near|when|after|during|late|early|over|and|as|with|along|there)\b)"
)
"""«and four arrested»."""
_ADJECTIVES = 2
_LATIN = regex(r"[a-z]")


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit of a number and where its noun ends; `unit` None: no noun of a kind that is counted. `free`: nothing else
    is named either, so that it may count those already named; `never`: what stands there is no count."""

    unit: Unit | None
    end: int
    tonnes: bool = False
    of_them: bool = False
    free: bool = False
    never: bool = False


@functools.cache
def _units() -> re.Pattern[str]:
    rows = "|".join(f"(?P<{name}>{words})" for name, words in table()["units"].items())
    return regex(rf"(?:ال|لل|بال)?(?:{rows})(?!\w)")


def counted(text: str, at: int, end: int) -> Counted:
    """The noun behind a number that ends at `at`."""
    if _NO_COUNT.match(text, at, end) or _SETS.match(text, at, end):
        return Counted(None, at, never=True)
    length = _OF_LENGTH.match(text, at, end) or _HYPHENED.match(text, at, end)
    if length is not None:
        return Counted(Unit.KM, length.end())
    if _MEASURED.match(text, at, end):
        return Counted(None, at, never=True)
    share = _SHARE.match(text, at, end)
    if share is not None:
        whole = counted(text, share.end(), end)
        return replace(whole, end=at, of_them=whole.of_them or whole.unit is None)
    least = _AT_LEAST.match(text, at, end)
    at = least.end() if least else at
    if _FATED.match(text, at, end):
        return Counted(None, at, free=True)
    them = _OF_THEM.match(text, at, end)
    position, seen, bridged = (them.end() if them else at), 0, False
    while seen < _REACH:
        gap = _GAP.match(text, position, end)
        if gap is None:
            break
        noun = _units().match(text, gap.end(), end)
        if noun is not None:
            head = _head(text, noun, end)
            return _of(head, bool(them)) if head else Counted(None, at, of_them=bool(them))
        word = _WORD.match(text, gap.end(), end)
        if word is None or _STOP.match(text, gap.end(), end):
            break
        latin = _LATIN.match(text, gap.end()) is not None
        if them or (not latin and not bridged and not _BRIDGE.match(text, gap.end(), end)):
            return Counted(None, at, of_them=bool(them), free=bool(them))
        bridged = bridged or not latin
        position, seen = word.end(), seen + 1
        if not latin and seen > 2:
            break
    return Counted(None, at, of_them=bool(them), free=seen == 0 or bool(them))


def _head(text: str, noun: re.Match[str], end: int) -> re.Match[str] | None:
    """English puts it last: "1,905 Syrian soldiers"; none in "two Iraqi security officials"."""
    at, skipped = noun.end(), 0
    while _LATIN.match(text, noun.start()) and skipped <= _ADJECTIVES and text[at : at + 1] == " ":
        following = _units().match(text, at + 1, end)
        word = _WORD.match(text, at + 1, end)
        if following is not None:
            noun, at = following, following.end()
        elif (
            word is None
            or _STOP.match(text, at + 1, end)
            or not _nation().fullmatch(noun.group())
            or noun.group().endswith("s")
        ):
            break
        else:
            at, skipped = word.end(), skipped + 1
    return None if skipped and not noun.group().endswith("s") and _nation().fullmatch(noun.group()) else noun


@functools.cache
def _nation() -> re.Pattern[str]:
    return regex(table()["nationality"])


def _of(noun: re.Match[str], of_them: bool) -> Counted:
    name = str(noun.lastgroup)
    if name == "tonnes":
        return Counted(Unit.KILOGRAMS, noun.end(), tonnes=True)
    unit = Unit(name)
    if of_them and unit not in (Unit.KILLED, Unit.WOUNDED, Unit.PEOPLE, Unit.OFFICERS):
        return Counted(None, noun.end(), of_them=True, free=True)
    return Counted(None if of_them and unit is Unit.PEOPLE else unit, noun.end(), of_them=of_them, free=of_them)


@functools.cache
def _before() -> re.Pattern[str]:
    rows = "|".join(f"(?P<{name}>{table()[name]})" for name in _FATES)
    between = r"(?: (?:علي|كل من|of|the|another|a total of|ما مجموعه|عدد من|حياه|بجروح|at least|nearly|about|some|up to|more than|فيه|فيها|خلاله|خلالها|(?:في|خلال|اثر|جراء) (?:ال\S+|ذلك|هذ\S+)|نحو|اكثر من|ما لا يقل عن))*"
    return regex(rf"(?<!\w)[وفبل]?(?:{rows}){between}\s*\(?$")


@functools.cache
def _behind() -> re.Pattern[str]:
    rows = table()["befell"]
    fates = "|".join(f"(?P<{name}>{words})" for name, words in rows.items())
    return regex(
        rf"(?:(?: من \S+)? (?:اخر\w* )?(?:(?P<k>قتلوا|قتلا|لقوا حتفهم|لقيا حتفهما|قتلي|قتيلين|صرعي)|(?P<w>اصيبوا|اصيبا|جرحوا|جرحا|جرحي|جريحين|مصابين)|(?P<a>اعتقلوا|اعتقلا|اوقفوا|اوقفا|القي القبض عليهم|القي القبض عليهما))(?!\w)"
        rf"| others? (?:were )?(?:{fates.replace('?P<', '?P<other_')})"
        rf"|(?: more| of (?:the|its|their|his|an?) [\w'-]+)? (?:{fates.replace('?P<', '?P<bare_')})(?=[.,;]|$| (?:by|in|near|at|on|during|after|when|as|along|and|while)\b)"
        rf"|(?: \S+){{0,3}}? (?P<k2>(?:مصرع|حتف)ه(?:م|ما|ن)?)(?!\w)"
        rf"|(?: (?!and\b|were\b|was\b)(?:[^\W\d]|\d+(?:st|nd|rd|th)\b)[\w'-]*){{0,6}}? (?P<d>died|perished|lost their lives|lost (?:his|her) life)(?!\w)"
        rf"|(?: (?:[^\W\d]|\d+(?:st|nd|rd|th)\b)[\w'-]*){{0,10}}?(?:, [^.;,]{{3,60}},)? (?:(?:were|was|have (?:since )?been|had (?:since )?been|has been|are|is) (?:also |later |then |reportedly )?(?:\w+ly )?(?:{fates})"
        r"|(?P<bare_arrested2>fell into the hands|(?:were|are|is) (?:now |back )?(?:in|under) (?:custody|handcuffs|arrest)|(?:ended up|landed) in (?:custody|handcuffs))(?!\w))"
        rf"|(?: others?)? (?P<other_arrested2>surrendered|gave themselves up|turned themselves in|threw down their (?:arms|weapons))(?!\w)"
        rf"|(?: (?:others?|of (?:them|whom)|more))? (?:(?:had|with|suffered|sustained) (?:[\w-]+ ){{0,2}}?(?:wounds|injuries)|(?:were )?left (?:wounded|injured)|(?:were |are )?needed treatment for (?:wounds|injuries))(?P<other_wounded2>))"
    )


def noun_of(word: str) -> Unit | None:
    """The unit of a noun that stands by itself."""
    found = _units().fullmatch(word)
    return Unit(str(found.lastgroup)) if found is not None and found.lastgroup != "tonnes" else None


_MOVED = regex(
    r"(?: [\w'-]+){0,6}? (?:was|were) wounded and (?:\w+ )?(?:detained|captured|arrested|caught|apprehended|taken (?:into custody|prisoner|alive|captive))"
)
_REACH_BEFORE = 48
_REACH_BEHIND = 110


def fate_before(text: str, start: int, at: int) -> Unit | None:
    """«مقتل», «القبض على» right before a number; «قتلت قوة من حرس الحدود ثلاثة مهربين»."""
    found = _before().search(text[max(start, at - _REACH_BEFORE) : at])
    if found is None and _KILLED_BY.search(text[max(start, at - _SUBJECT) : at]):
        return Unit.KILLED
    return _FATE_UNITS[str(found.lastgroup)] if found else None


_SUBJECT = 120
_KILLED_BY = regex(
    r"(?<!\w)[وف]?(?:قتلت?|اردت|صفت|حيدت|اجهزت? علي|قضت علي)(?: (?!و?(?:اعتقل|اصاب|اصيب|جرح|ضبط|الق[تي]|اوقف|بينهم|كان|ا?لذي|التي|ان(?!\w)|بعد|قبل|عقب|اثر|خلال|منذ)\w*)[^\s،.\d]+){0,12} $"
)
"""The force, the day and the place between the Arabic verb and whom it killed."""


def seized(text: str, start: int, at: int) -> bool:
    """«ضبط» is said of things as well, and "captured" of towns."""
    return bool(re.search(r"ضبطت? $", text[max(start, at - 8) : at]))


def fate_behind(text: str, at: int, end: int) -> Unit | None:
    """ "Two members of the network were arrested"."""
    found = _behind().match(text, at, min(end, at + _REACH_BEHIND))
    return _FATE_NAMES[str(found.lastgroup).removeprefix("other_").removeprefix("bare_").rstrip("2")] if found else None


def detained_too(text: str, at: int, end: int) -> bool:
    """ "was wounded and detained"."""
    return _MOVED.match(text, at, min(end, at + _REACH_BEHIND)) is not None
