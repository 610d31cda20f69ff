"""What a number counts though its noun is on no list: persons by what befell them, things by their name before it. PURE."""

from __future__ import annotations

from events.codebook import Unit
from ingest.coding.regexes import regex
from ingest.coding.units import PERSONS, noun_of

_REACH_BEFORE, _REACH_BEHIND = 60, 90
_TAKEN_AR = regex(
    r"(?<!\w)[وفبل]?(?:(?P<arrested>(?:القبض|قبضت?|قبضوا|[يت]قبض) (?:\S+ ){0,3}?علي|اعتقال|اعتقلت?|اعتقلوا|توقيف|الاطاحه ب|اطاحت? (?:\S+ ){0,3}?ب)"
    r"|(?P<killed>مقتل|قتل|قتلت|قتلوا|مصرع|استشهاد|استشهد|تصفيه|جثث|جثامين)|(?P<wounded>جرح|جرحت|اصيب))"
    r" ?(?:نحو |حوالي |اكثر من |ما لا يقل عن |فيها |خلالها )?$"
)
_TAKEN_EN = regex(
    r"\b(?:(?P<arrested>arrest(?:ed|ing|s)?(?: of)?|detain(?:ed|ing|s)?|detention of|apprehend(?:ed|ing))|(?P<killed>kill(?:ed|ing|s)?|killing of|deaths? of|bodies of)|(?P<wounded>wound(?:ed|ing)|injur(?:ed|ing)))"
    r" (?:another |about |some |at least |nearly |the )?$"
)
_THINGS_AR = regex(
    r" (?:من )?(?:ال)?(?:شبك|عصاب|خلي|خلايا|مجموع|مجاميع|محاول|منزل|منازل|بيت|بيوت|هدف|اهداف|موقع|مواقع|مضاف|اوكار|وكر|مقر|نقط|نقاط|بير|ابار|شحن|كمي|صفق|راس|رووس|غنم|اغنام|ماعز|ابقار|بقر|جمل|جمال|خيول|حمار|حمير|كلاب"
    r"|عملي|مدن|مدين|قري|محافظ|حي|احياء|زورق|زوارق|طاير|مسير|هاتف|هواتف|جهاز|اجهز|كتيب|سري|فوج|افواج|لواء|الوي|فرق|دور|سن|عام|اعوام|شهر|اشهر|يوم|ايام|ساع|في الميه|بالميه|الف|مليون|مصادر|بيان)\w*"
)
_THINGS_EN = regex(
    r" (?:[\w'-]+ ){0,3}?(?:networks?|cells?|gangs?|rings?|groups?|attempts?|homes?|houses?|targets?|sites?|hideouts?|positions?|wells?|shipments?|sheep|goats?|cows?|cattle|camels?|donkeys?|dogs?|animals?|horses|heads?|drones?|phones?|villages?|towns?|cities|provinces?|operations?|raids?|times|days?|weeks?|months?|years?|hours?|percent|units?|battalions?|brigades?|bases?|points?|posts?)\b"
)
_PLURAL = regex(r" (?:of (?:the|their|his|its) )?(?:[a-z][\w'-]* ){0,3}?[a-z][\w'-]*s\b(?!['’])")
_NOUN_AR = regex(r" (?:من )?[ء-ي]{3,}")
_BEFELL_EN = regex(
    r"(?: (?!and\b|were\b|was\b|where\b|in\b|who\b|that\b|which\b|of\b)[a-z][\w'-]*){1,3} (?:were|have been|had been|are) (?:also |reportedly |later )?(?:\w+ly )?(?:(?P<killed>killed|shot dead|martyred|executed)|(?P<wounded>wounded|injured|hurt)|(?P<arrested>arrested|detained|apprehended|taken into custody))\b"
)
_NUMBERING = regex(
    r"(?P<ar>(?:[^\s،,.]+ ){0,5}[^\s،,.]+)[،,]? (?:و|و?البالغ |و?[يب]بلغ )?(?:عدد|مجموع)(?:ها|هم|هن|هما)(?: (?:الكلي|الاجمالي|نحو|حوالي))? $"
    r"|\b(?P<en>(?:[\w'-]+ ){0,4}[\w'-]+),? (?:which |that )?(?:number(?:ing|ed)?|totall?ing) (?:about |some |around )?$"
    r"|\bthe (?P<hurt>wounded|injured|dead|killed), $"
    r"|(?<!\w)(?:عدد|مجموع|اجمالي) (?P<of>(?:[^\s،,.]+ ){1,4}?)(?:(?:الي|بلغ|[يت]بلغ|هو|نحو|حوالي|ب) ?)*$"
)
_HINTS = ("عدد", "مجموع", "اجمالي", "number", "total", "wounded", "injured", "dead", "killed")
"""One of which stands in all that `_NUMBERING` finds."""
_IN_ALL = regex(r",? (?:in (?:all|total|number)|altogether|all told|overall|اجمالا|في المجموع|بالمجمل)(?!\w)")
_AHEAD = regex(r"(?P<en>[^.;:]{3,}), (?:about |some |around |nearly |وعددهم |نحو )?$")
""" "Trucks, armoured vehicles and tankers, around 70 in all"."""
_NAMED = frozenset((Unit.VEHICLES, Unit.WEAPONS, Unit.FAMILIES, Unit.FLIGHTS, Unit.PILLS, Unit.KILLED, Unit.WOUNDED))


def befallen(text: str, start: int, at: int, last: int, end: int) -> Unit | None:
    """«أطاحت بثلاثة متاجرين», "two CTS operators were wounded": none but persons are arrested, killed and wounded."""
    around = text[max(start, at - _REACH_BEFORE) : at]
    if text[last : last + 2].strip() > "\u0600":
        found = _TAKEN_AR.search(around)
        fits = found is not None and _NOUN_AR.match(text, last, end) and not _THINGS_AR.match(text, last, end)
    else:
        found = _TAKEN_EN.search(around)
        fits = found is not None and _PLURAL.match(text, last, end) and not _THINGS_EN.match(text, last, end)
        if not fits:
            found = _BEFELL_EN.match(text, last, min(end, last + _REACH_BEHIND))
            fits = found is not None and not _THINGS_EN.match(text, last, found.end())
    return Unit(str(found.lastgroup)) if found is not None and fits else None


def numbering(text: str, start: int, at: int, last: int) -> Unit | None:
    """«الحافلات، وعددها 41», "trucks numbering 41": the things named before their number."""
    before = text[max(start, at - 2 * _REACH_BEFORE) : at]
    found = _NUMBERING.search(before) if any(hint in before for hint in _HINTS) else None
    if found is None and _IN_ALL.match(text, last):
        found = _AHEAD.search(before)
    words = reversed((found[str(found.lastgroup)]).split()) if found else ()
    kinds = _NAMED if found is not None and found.lastgroup == "of" else _NAMED | PERSONS
    units = [unit for word in words if (unit := noun_of(word)) is not None and unit in kinds]
    return next((unit for unit in units if unit is not Unit.PEOPLE), units[0] if units else None)
