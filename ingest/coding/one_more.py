"""One more beside those counted, «وعراقي واحد», "wounded a fourth", «أحدهما جريح»; and who is caught under what he is
called, «القبض على المهرب». PURE."""

from __future__ import annotations

from collections.abc import Iterator

from events.codebook import Unit
from ingest.coding.nationality import FOREIGN_AR, FOREIGN_EN
from ingest.coding.regexes import regex

_NATION_AR = rf"(?:(?:عراق|سور|فلسطين|{FOREIGN_AR})ي|اجنبي)"
_PERSON_AR = r"(?:امراه|طفل|طفله|رجل|شاب|فتاه|قاصر|حدث|سيده|ضابط|شيخ|مسن)"
_NATION_EN = rf"(?:iraqi|syrian|palestinian|turk|foreigner|{FOREIGN_EN})"
_PERSON_EN = r"(?:woman|child|boy|girl|man|teenager|minor|toddler|infant)"
_AND_ONE = regex(
    rf" و(?P<ar>{_NATION_AR}ه?(?: واحده?)?|{_PERSON_AR}ا? واحده?)(?= ?(?:[،,.؛)\"]|$)| (?:اخر\b|كان|تتراوح|[يت]حمل|جميعهم|من |في |حاول|قرب|علي |الي |و))"
    rf"| and (?P<en>(?:an?|one) (?:{_NATION_EN}|{_PERSON_EN}))(?= ?(?:[,.;)\"]|$)| (?:was|were|had|who|aged|from|in|at|on|near|of|by|and|between|trying|attempting)\b)"
)
"""«ثلاثة سوريين وعراقي واحد», "two Syrians and an Iraqi"."""
_THE_LAST = regex(
    rf"(?: (?:منهم|منهما|من المتهمين|من الموقوفين|من المعتقلين|of them|of the \w+))?(?: {_NATION_AR}(?:ان|ون|ين))? و(?P<ar>(?:ال)?(?:ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|اخر|اخري) {_NATION_AR})(?!\w)"
)
"""«اثنان منهم عراقيان والثالث سوري»."""
_HURT = regex(
    r"[^.؛;]{0,60}?[،,] (?P<one>(?:احدهم|احدهما|احداهما|احداهن|واحد منهم|منهم واحد) (?:(?:كان|هو|وهو|قد) )?(?:اصيب|جريح|مصاب|جرح)\w*|one of (?:them|whom|the (?:men|two|three|four|five|suspects)) (?:[a-z-]+ ){0,2}?(?:wounded|injured|hurt|(?:a |his )?(?:bullet|wounds?|injury)))(?!\w)"
    r"| (?P<two>(?:احدهما|احدهم) جريح)(?!\w)"
)
"""«أحدهما جريح», "one of whom had a bullet in his leg"."""
_ORDINAL_EN = r"(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_ORDINAL_AR = r"(?:ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)ا?"
_ANOTHER = regex(
    rf"\b(?:(?P<killed>kill(?:ed|ing)|shot dead|shooting dead)|(?P<wounded>wound(?:ed|ing)|injur(?:ed|ing)|hurt)|(?P<arrested>arrest(?:ed|ing)|captur(?:ed|ing)|detain(?:ed|ing)|caught)) (?P<en>a {_ORDINAL_EN})(?= ?(?:[,.;]|$)| (?:man|one|person|suspect|smuggler|militant|in|at|on|who|when|as|after|during|by)\b)"
    rf"|\b(?P<was>a {_ORDINAL_EN}) (?:was |were )?(?:(?P<k3>killed|shot dead)|(?P<w3>shot(?! dead)|wounded|injured|hurt|hit)|(?P<a3>arrested|captured|detained|caught))(?!\w)"
    rf"|(?<!\w)[وف]?(?:(?P<k2>قتلت?|مقتل|قتلوا|تحييد|تصفيه|[يت]قتل)|(?P<w2>اصابه|اصابت?|اصابوا|جرحت?|جرح|اصيب|[يت]صيب)|(?P<a2>اعتقال|اعتقلت?|توقيف|اوقفت?|القبض علي|القي القبض علي|اسرت?)) (?P<ar>(?!ثالثا\b){_ORDINAL_AR})(?= ?(?:[،,.؛]|$)| (?!ايام|يوم|شهر|مره|دفع|وجب|رحل|قافل)\w)"
)
"""«وتحييد سابع», "shot three dead and wounded a fourth"."""
_ROLE_AR = r"(?:مهرب|سايق|ناقل|دليل|قايد المجموعه|صاحب (?:المنزل|الدار|العجله|السياره|الشاحنه|المركبه|المزرعه))"
_CAUGHT_AR = regex(
    rf"(?<!\w)[وف]?(?:القي |تم |جري |[يت]لقي )?(?:القاء )?(?:القبض علي|اعتقال|اعتقلت?|اوقفت?|توقيف|توقف|احتجاز|احتجزت?|ضبط) (?:(?:القوات|القوه|الاسايش|الدوريه|الشرطه|المفرزه|السلطات) )?(?P<one>(?:ال)?{_ROLE_AR}(?:ها|هما|هم)?(?!\w))(?!(?: \([^)]*\))? ?(?:و|ال(?:ثاني|ثالث)))"
    rf"|(?<!\w)(?P<two>(?:ان )?ال{_ROLE_AR}(?: \S+){{0,2}}? (?:(?:القي|تم|جري) (?:القاء )?(?:القبض عليه|توقيفه|اعتقاله)|اعتقل|اوقف|احيل|اقتيد))(?!\w)"
)
_OWNER = r"(?:(?:truck|lorry|car|van|taxi|tanker|bus|boat) )?(?:driver|owner of the (?:truck|car|house|van|farm|boat|vehicle|lorry)|smuggler|trafficker|courier|boatman|ferryman|guide)"
_CAUGHT_EN = regex(
    rf"\b(?:arrested|detained|apprehended|captured|caught|arresting|detaining|arrest of|in handcuffs) (?P<one>the (?:[a-z-]+ )?{_OWNER})(?!\w)(?! and\b)"
    rf"|\b(?P<two>the (?:[a-z-]+ )?{_OWNER})(?:, [^.;,]{{3,80}},)? (?:was|is|has been|had been) (?:also |later |then )?(?:arrested|detained|captured|apprehended|caught|held|taken into custody|in custody|under arrest)(?!\w)"
    rf"|\b(?P<three>the (?:[a-z-]+ )?{_OWNER}) in handcuffs"
)
"""«المهرب أُلقي القبض عليه», "the driver was taken into custody"."""
_LATIN = regex(r"[a-z]{3}")
_HINTS_AR = ("مهرب", "سايق", "ناقل", "دليل", "صاحب", "قايد المجموعه")
_HINTS_EN = ("driver", "owner", "smuggler", "trafficker", "courier", "boatman", "ferryman", "guide")

Found = tuple[int, int, Unit]


def beside(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """One more of those whom a number that ends at `at` counts, of another nationality or sort."""
    found = _AND_ONE.match(text, at, end) or _THE_LAST.match(text, at, end)
    if found is not None:
        yield found.span(str(found.lastgroup))


def hurt(text: str, at: int, end: int) -> tuple[int, int] | None:
    """The one wounded among those whom a number that ends at `at` counts."""
    found = _HURT.match(text, at, end)
    return found.span(str(found.lastgroup)) if found is not None else None


def ordinal(text: str, start: int, end: int) -> Iterator[Found]:
    """Whom a number in order names by what befell him."""
    for match in _ANOTHER.finditer(text, start, end):
        fate = next(
            name for name in ("killed", "wounded", "arrested", "k2", "w2", "a2", "k3", "w3", "a3") if match[name]
        )
        unit = {"k": Unit.KILLED, "w": Unit.WOUNDED, "a": Unit.ARRESTED}[fate[0]]
        yield *match.span(next(name for name in ("en", "was", "ar") if match[name])), unit


def caught(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The smuggler, driver or owner who was caught."""
    told = text[start:end]
    if _LATIN.search(told):
        found = _CAUGHT_EN.search(text, start, end) if any(hint in told for hint in _HINTS_EN) else None
    else:
        found = _CAUGHT_AR.search(text, start, end) if any(hint in told for hint in _HINTS_AR) else None
    if found is None:
        return None
    return found.span(next(name for name in ("one", "two", "three") if found.groupdict().get(name)))


def by_name(text: str, start: int, end: int) -> Iterator[Found]:
    """«وتحييد سابع», «القبض على المهرب»."""
    yield from ordinal(text, start, end)
    found = caught(text, start, end)
    if found is not None:
        yield *found, Unit.ARRESTED
