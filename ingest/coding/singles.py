"""One and two without a figure: «شخصين», «القبض على مهرب», «بينهم ضابط». PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from events.codebook import Unit
from ingest.coding.befell import anyone, others
from ingest.coding.quantities import table
from ingest.coding.regexes import regex
from ingest.coding.units import PERSONS, counted, fate_before

_TONNE = regex(r"(?<!\w)(?<!\d )[وبل]?طن (?P<more>ونصف|وربع)(?: (?:ال)?طن)?")
_TONNE_KILOGRAMS = {"ونصف": 1500.0, "وربع": 1250.0}
_HALF = regex(r" ?و ?نصف")
_REACH = 44
_CLUE = regex(
    r"[^.\n]{0,70}?(?:احدهما|كلاهما|كليهما|بحقهما|منهما|عنهما|كانا|كانتا|[يت]حاولان|[يت]خططان|[يت]عتزمان|[يت]نويان|[يت]ستقلان|[يت]حملان|[يت]نتميان|اسميهما|وهما|اوقفا|اقتيدا|نقلا|(?:جرح|اصاب\w*|اعتقال|مقتل|القبض علي) ثالث)(?!\w)"
)
"""What shows that a form which may be dual or plural is dual."""


_RATE = regex(r"(?:بمعدل|بوتيره) $")
_EACH = regex(r" (?:في ال|كل )(?:يوم|اسبوع|شهر|سنه|عام)(?!\w| ال)")
"""«بوتيرة رحلتين في الشهر»."""
_NOBODY = regex(r"(?<!\w)(?:دون|بدون|بلا|عدم|لم|لن|without) (?:ان )?$")
"""«دون توقيف أحد منهم»."""
_MAKES = "شحن|اغنام|مواش|rpg|ار بي جي|كلاشنكوف|كلاشينكوف|قنص|نوع|حمل|بيك|دفع|صيد|هاون|نقل|اسعاف"
"""What a dual without its last letter is bound to: «بندقيتي كلاشنكوف»."""
_TRIP, _DEFINITE = "رحلت", "ال"
_SEIZED_TOO = regex(
    r"(?<!\w)(?:ضبط|ضبطت|الاستيلاء|استولت|مصادره|صادرت|حجز|عثر|احباط|احبطت?)(?!\w)[^.\n]{2,110}?(?<!\w)و(?P<one>(?:عجله|سياره|مركبه|شاحنه|دراجه ناريه)(?= (?:من )?(?:نوع|واحده|محمله|معده|تحمل|مجهزه)))"
)
"""«الاستيلاء على 17 بندقية وعجلة نوع بيك آب»."""
_BEFELL_ONE = regex(
    r"(?<!\w)(?P<one>(?:احد (?:ال(?!جنود)\w+)(?: ال\w+)?|احدهم|عنصرا?|جنديا?|منتسبا?|ضابطا?|مدنيا?|شخصا?) (?:(?:من|في) (?:\S+ ){1,3})?(?:(?P<wound>اصيب)|قتل|استشهد)(?!\w))"
    r"|(?<!\w)(?:سقط|سقوط|خلفت?|اوقعت?|اسفرت? عن|ادت? الي|ادي الي) (?:(?P<hurt>جريح|مصاب)|قتيل|شهيد)(?: واحد)?(?!\w)"
    r"|\b(?P<third>a third (?:was )?(?:wounded|injured))"
)
"""«أن عنصراً من حرس الحدود أصيب»."""
_SEIZED_ONE = regex(
    r"(?:\b(?:seiz(?:ed|ing|ure of)|confiscat(?:ed|ing|ion of)|intercept(?:ed|ing|ion of)|impound(?:ed|ing)|stopp(?:ed|ing)) |(?<!\w)[وف]?(?:ضبط|ضبطت|حجز|مصادره|صادرت) (?:(?:معه|بحوزته|برفقته|لدي|في حوزت|داخل)\w* )?)"
    r"(?P<one>(?:an? |one )(?:[\w-]+ ){0,2}?(?:truck|pickup|vehicle|car|bus|motorcycle|lorry|van|tanker)(?!\w)|(?:عجله|سياره|مركبه|شاحنه|دراجه ناريه)(?!\w))"
)
_ARM_AR = r"(?:مسدسا?|بندقيه(?: (?:قنص|كلاشنكوف|كلاشينكوف|صيد|اليه|رشاشه))?|قاذفه(?: rpg| ار بي جي)?|رشاشا?|كلاشنكوف|قنبله يدويه|رمانه يدويه|حزاما? ناسفا?|عبوه ناسفه)"
_ARM_EN = r"(?:[\w-]+ ){0,2}?(?:pistol|rifle|kalashnikov|handgun|machine gun|shotgun|rocket launcher|rpg launcher|hand grenade|explosive belt|submachine gun)"
_ARM = regex(
    rf"(?<!\w)(?:[وف]?(?:ضبطت?|مصادره|صودر|صادرت?|حجز)(?: (?:معه|بحوزته|برفقته|لدي)\w*)?|و?(?:العثور|عثرت?) (?:علي|معه\w* علي|بحوزته\w* علي)|و?بحوزته\w*) (?P<one>{_ARM_AR})(?!\w)"
    rf"|(?<!\w)و(?P<also>{_ARM_AR})(?: واحده?)?(?=[،,.؛]|$| و| واحد)"
    rf"|\b(?:seiz\w+|confiscat\w+|found|recover\w+|with|and|carrying|seizure of|discovery of) (?P<en>(?:an?|one) {_ARM_EN})(?!\w)"
)
_HAUL = regex(r"ضبط|صادر|مصادر|عثر|عثور|بحوزت|يحوي|يضم|seiz|confiscat|found|recover|haul")
"""«وبندقية قنص واحدة», "300,000 pills and a pistol were found"."""
_FORCE = r"(?:(?:ال)?(?:قوات|قوه|مفارز|مفرزه|دوريه|دوريات|وحدات|قياده|مديريه|جهاز|جيش)(?: (?!في |عن |من )\S+){0,5}? )?"
_VEHICLE = r"(?:عجله|سياره|مركبه|شاحنه|دراجه ناريه|صهريج|حافله)"
_TOOK_ONE = regex(
    rf"(?<!\w)[وف]?(?:ضبطت?|حجز|مصادره|صادرت?|تدمير|دمرت?|اعترضت?|اعتراض|احراق|(?:استولت?|الاستيلاء|العثور|عثرت?) علي) {_FORCE}(?P<one>{_VEHICLE})(?!\w)"
    r"|(?<!\w)(?:ضبط|دمر|صادر|تدمير|مصادره)ت? [^.\n]{2,110}?(?<!\w)و(?P<also>دراجه ناريه)(?!\w)"
)
"""«ضبطت قوات الحدود شاحنة», «وتدمير عجلة»."""
_WEIGHS = regex(
    r"(?<!\w)(?<!\d )(?<!طن )(?<!طنان )(?<!طنين )(?<!طنا )[وبل]?(?:(?P<part>نصف|ربع) (?:ال)?طن|(?P<whole>طنا|كيلوغراما)(?= من )|(?:(?<=نحو )|(?<=حوالي )|(?<=قرابه )|(?<=اكثر من )|(?<=ضبط ))(?P<one>طن)(?= من ))(?!\w)"
)
_WEIGHTS = {"طن": 1000.0, "نصف": 500.0, "ربع": 250.0, "طنا": 1000.0, "كيلوغراما": 1.0}
_ALL_OF = regex(
    r"(?<!\w)(?:(?:افراد|عناصر|اعضاء)(?:ها|هم|ه)|ال(?:متسلل|مهرب|متهم|مطلوب|موقوف|مشتبه|ارهابي|مسلح|شبان|اشخاص|رجال|اشقاء)\w*(?: (?:بهم|ال\w+))?) ال(?P<n>ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره)(?!\w)"
    r"|(?<!\w)[وب]?(?P<two>تاجر[يا]) (?=مخدرات|سلاح|اسلحه|حبوب|كبتاغون)"
)
"""«أفرادها السبعة», «تاجرَي مخدرات»: all of a band by their number."""
_TEN = {"ثلاثه": 3.0, "اربعه": 4.0, "خمسه": 5.0, "سته": 6.0, "سبعه": 7.0, "ثمانيه": 8.0, "تسعه": 9.0, "عشره": 10.0}
_DRIVER_TOO = regex(
    r"(?<!\w)[وف]?(?:اقتيد|اقتادت?|اعتقلت?|اوقفت?|احتجزت?|ضبطت?|توقيف|اعتقال|احتجاز|القبض علي) (?P<one>(?P<both>سايقي?هما)|(?:ال)?سايق(?:ها|هما|ه)?(?P<mate> و(?:مرافق|مساعد|معاون|شقيق|ابن)ه)?)(?!\w)"
    r"|(?<!\w)(?P<pair>(?:ال)?سايق(?:ها)?(?: (?:ال)?(?:صهريج|شاحنه|مركبه|سياره|عجله|حافله|قارب))? و(?:مرافقه|مساعده|معاونه)) (?:اوقفا|اعتقلا|احتجزا|احيلا|(?:القي |تم |جري )?(?:القبض|توقيف|اعتقال))"
)
_DRIVER_EN = regex(
    r"\b(?:arrest|detain|captur|apprehend)(?:ed|ing) (?P<one>(?:its|the|their) driver(?P<mate> and (?:his|the|an?) (?:assistant|companion|mate|passenger|helper|brother|son))?)(?!\w)"
    r"|\b(?P<one2>(?:its|the) driver(?P<mate2> and (?:his|the|an?) (?:assistant|companion|mate|passenger|helper|brother|son))?)(?:, [^.;,]{3,40},)? (?:was|were) (?:also )?(?:arrested|detained|captured|apprehended|taken into custody)"
    r"|\b(?P<one3>an? (?:[\w-]+ ){0,3}?(?:travell?er|man|woman|driver|passenger|citizen|smuggler|suspect|trafficker|courier|teenager)),? who (?:was|has been) (?:\w+ )?(?:arrested|detained|captured|apprehended|taken into custody)"
    r"|\b(?P<both>both (?:men|occupants|suspects|passengers|travellers|smugglers|of them))(?:, [^.;,]{3,60},)? (?:were|are) (?:arrested|detained|captured|apprehended|(?:taken )?in(?:to)? custody)"
)
_AND_ONE = regex(
    r"\b(?:seiz(?:ed|ing)|confiscat(?:ed|ing)) [^.\n]{2,110}? and (?P<one>an? (?:[\w-]+ ){0,2}?(?:truck|pickup|vehicle|car|bus|motorcycle|lorry|van|tanker))(?!\w)"
)
""" "Seized 14 telephones and a pickup truck"."""
_WERE_SEIZED = regex(
    r"\b(?P<one>an? (?:[\w-]+ ){0,2}?(?:(?P<arm>pistol|rifle|kalashnikov|handgun|machine gun|shotgun|rocket launcher|hand grenade|explosive belt)|truck|pickup|vehicle|car|bus|motorcycle|lorry|van|tanker))(?!\w)(?=[^.;]{0,80}? (?:was|were) (?:also |later )?(?:seized|confiscated|recovered|impounded|captured|found (?:on|with|in|at)))"
)
""" "A Kalashnikov, two explosive belts and a motorcycle were seized"."""
_BLOWN = regex(r"(?:تفجير|تدمير|ابطال|معالجه) $")
_NOUN_BEFORE = regex(r"(?:\w\w(?:ان|ين)|(?:راعي|\w\wت)ا \w+) $")
"""«مسؤولان عراقيان»: an adjective of another dual."""


@dataclass(frozen=True, slots=True)
class Few:
    """One or two of a unit at [start, end)."""

    start: int
    end: int
    value: float
    unit: Unit


@functools.cache
def _dual() -> re.Pattern[str]:
    plain, doubtful = table()["dual"], table()["dual_nominative"]
    return regex(
        rf"(?<!\w)[وفبل]?(?:ال)?(?P<noun>(?P<sure>{plain})(?:ين|ان|(?<=ت)ي(?= (?:{_MAKES})))(?: اثن(?:ين|ان|تين|تان))?|(?P<two>{doubtful})(?:ان|ين اثنين|ين اثنان|تين اثنتين)|(?P<maybe>{doubtful})ين|(?P<bound>طايرت|سيارت|عجلت|شاحنت|حافلت|مركبت|دراجت|بندقيت|قاذف|راعي|رحلت)ا(?= (?:{_MAKES}|\w+ (?:محمل|تابع|اقل|كان)ت\w*)))(?!\w)"
    )


def duals(text: str, start: int, end: int) -> Iterator[Few]:
    """«شخصين», «عجلتين», «مهربين اثنين», «مسلحان»."""
    for match in _dual().finditer(text, start, end):
        if match["maybe"] and _CLUE.match(text, match.end(), end) is None:
            continue
        if _BLOWN.search(text[max(start, match.start() - 12) : match.start("noun")]):
            continue
        if _RATE.search(text[max(start, match.start() - 8) : match.start()]) or _EACH.match(text, match.end(), end):
            continue
        if text[match.start()] != "و" and _NOUN_BEFORE.search(text[max(start, match.start() - 16) : match.start()]):
            continue
        stem = match["sure"] or match["two"] or match["maybe"] or match["bound"]
        noun = counted(f" {_singular(stem)}", 0, len(stem) + 1)
        if stem == _TRIP and not text.startswith(_DEFINITE, match.start("noun") - len(_DEFINITE)):
            yield Few(match.start("noun"), match.end(), 2.0, Unit.FLIGHTS)
        if noun.unit is None:
            continue
        at = match.start("noun")
        fate = (fate_before(text, start, at) or _died(text, match.end(), end)) if noun.unit in PERSONS else None
        if match["maybe"] and fate is None:
            continue
        more = 500.0 if noun.tonnes and _HALF.match(text, match.end(), end) else 0.0
        yield Few(at, match.end(), 2000.0 + more if noun.tonnes else 2.0, fate or noun.unit)


_DIED = regex(
    r"(?:(?: [^\s،.]+){0,3}?| (?:كانا|كانتا|حاولا|وهما)(?: [^\s،.]+){1,6}?) (?:(?P<k>(?:مصرع|حتف)هما|قتلا|استشهدا|قضيا)|(?P<w>اصيبا|جرحا)|(?P<a>اعتقلا|اوقفا|ضبطا|اقتيدا))(?!\w)"
)
_DIED_AS = {"k": Unit.KILLED, "w": Unit.WOUNDED, "a": Unit.ARRESTED}
"""«لقي جنديان مصرعهما»."""


def _died(text: str, at: int, end: int) -> Unit | None:
    found = _DIED.match(text, at, end)
    return _DIED_AS[str(found.lastgroup)] if found else None


def _singular(stem: str) -> str:
    return stem[:-1] + "ه" if stem.endswith("ت") else stem


_CLUES = (
    "سقوط", "سقط", "قتيل", "جريح", "بحوز", "found", "recover",
    "دمر", "دمير", "عترض", "قتيد", "رتقاء", "رتقي", "مسك", "كيلوغراما", "سر ", "قبض", "عتق", "وقف", "توقيف", "حتج", "ضبط", "طاح", "قتل", "شهد", "شهاد", "تصفي", "مصرع", "صاب", "صيب",
    "جرح", "حجز", "صادر", "ستول", "ستيلاء", "عثر", "طن", "arrest", "detain", "captur", "caught", "apprehen",
    "nabb", "rounded", "kill", "death", "wound", "injur", "hurt", "martyr", "custody", "seiz", "confiscat", " died", "perish", "lost h", "picked up", "shot", "stop", "intercept", "impound",
)  # fmt: skip
"""Some of these stand beside everyone and everything that is one."""


_ASIDE = "(?:فيه|فيها|خلاله|خلالها|ايضا|بدوره|اليوم|امس|علي اثرها?|جراءها?|فجر|صباح|مساء|ليل|عصر|ظهر)"
"""What may stand between what befell somebody and him: «أُصيب فيه عنصر أمني»."""
_LABEL = (
    "ارهابي|متهم|مطلوب|مهرب|مشتبه به|قيادي|تاجر|منتسب|جندي|ضابط|شهيد|ملازم|نقيب|رايد|عريف|مقاتل|مواطن|شاب|عنصر|متسلل"
)
"""What a man is called before his name: «الإرهابي المكنى …», «المنتسب (…)»."""
_BY_NAMES = regex(
    r"(?<!\w)(?:المدعوين|المتهمين|المطلوبين|المهربين|الارهابيين|كل من|كلا من):? ?(?P<names>\([^()]{1,40}\)(?:(?:،|,)? ?و? ?\([^()]{1,40}\))+)"
)
"""«توقيف المدعوين (ح.ق) و(م.ز)»: as many as are named."""


@functools.cache
def _single() -> re.Pattern[str]:
    rows, data = "|".join(f"(?P<{name}>{table()[name]})" for name in ("arrest", "kill", "wound")), table()
    befell = data["befell"]
    nouns = (
        r"leader|facilitator|operative|commander|militant|terrorist|fighter|smuggler|suspect|trafficker|dealer|soldier|officer|infiltrator|gunman|civilian|guard|man"
        r"|colleague|operator|trader|pilgrim|migrant|bomber|sniper|insurgent|recruit|tribesman|trucker|nurse|medic|journalist|returnee|citizen|national|passenger|guardsman|ringleader|corporal|sergeant|conscript"
        r"|woman|boy|girl|child|teenager|courier|financier|driver|shepherd|farmer|herder|resident|youth|aide|bodyguard|inmate|detainee|prisoner|worker|student|figure|policeman|comrade|fugitive|guide|emir|jihadist|villager|refugee|member|lieutenant|captain|major|colonel"
    )
    return regex(
        rf"(?<!\w)[وفبل]?(?:{rows}) (?:علي |{_ASIDE} ){{0,2}}?(?P<one>(?:{data['single']})ا?(?: واحد)?(?!\w)|(?P<named>ال(?:{_LABEL})(?: ال\w+)? (?:\(|المدعو|المكني|الملقب|المعروف|المسمي)|المدعو )"
        rf"|(?:[\w'-]+(?: [\w'-]+){{0,4}}, |in [\w'-]+ )?(?:(?:an?|one|another) (?:[\w'-]+ ){{0,3}}?(?:{nouns})|a second|a third|another)(?!\w| (?:said|says|told|added|in the force)\b))"
        rf"|\b(?P<two>(?:an?|one|another) (?:[\w'-]+ ){{0,3}}?(?:{nouns})(?: (?:of|from|in|at|with) (?:[\w'-]+ ){{0,4}}?[\w'-]+)?(?: (?:described|believed|known|identified|suspected|accused|wanted|who) [^.;,]{{3,80}}?)?(?:,[^.;]{{3,60}},)?|one of (?:his|their|its) (?:\w+ )?(?:guards|aides|men|companions|bodyguards|comrades|members)|one(?: of (?:them|whom|the (?:two|three|four|five|six|seven)))?(?:, [^.;,]{{3,50}},)?|(?:a second|a third|another)(?: man| suspect)?(?:, [^.;,]{{3,50}},)?|(?:his|her) (?:brother|sister|son|daughter|wife|father|mother|cousin|colleague|companion|nephew)) "
        rf"(?:(?:was|had been|has been|being) (?:also |later |slightly |lightly |seriously |badly |severely )?(?:(?P<killed>{befell['killed']})|(?P<wounded>{befell['wounded']})|(?P<arrested>{befell['arrested']}))|(?P<hurt>(?:suffered|sustained|received) (?:\w+ ){{0,2}}(?:wounds?|injur(?:y|ies)))|(?P<died>died|perished|lost (?:his|her) life)(?!\w))"
    )


_SECOND = regex(
    r" (?:[^\s،.]+ )?و(?P<one>ضابط|جندي|منتسب|عنصر|مدني|شرطي|مرافق(?:ه)|سايق(?:ه)|شقيق(?:ه)|طفل|امراه|مهرب|مسلح|ارهابي|اخر)(?! (?:من|اصيب|جرح|قتل))(?!\w)"
)
"""«استشهاد ضابط وجندي»."""


_SECOND_EN = regex(
    r"(?:(?! and\b)[^.,;]){0,50}(?:, known as [^,.;]{2,30},)? and (?P<one>(?:an?|one other|another|one) (?:[\w'-]+ ){0,2}?(?:militant|terrorist|fighter|smuggler|suspect|trafficker|dealer|soldier|officer|gunman|civilian|guard|driver|aide|operative|facilitator|commander|accomplice|bodyguard|companion|associate|member|lieutenant|captain|policeman))(?!\w)(?! (?:was|were|had|is)\b)"
)
""" "Killing an Islamic State financier and one other militant"."""
_HELD_TOO = regex(
    r" (?:before being |and )(?:was |were |then |later |also )?(?:arrested|detained|captured|caught|apprehended|taken (?:into custody|prisoner|alive|captive))"
    r"|[^.،؛]{0,24} (?:الذي|والذي|ثم|قبل ان|وقد)? ?(?:[يت]?(?:القي|لقي|تم|جري) )?(?:القبض علي(?:ه|ها)|اعتقاله|توقيفه)"
)
"""«وإصابة الثالث الذي ألقي القبض عليه», "was wounded and taken into custody"."""


def singles(text: str, start: int, end: int) -> Iterator[Few]:
    """«القبض على مهرب», «وجرح ثالث», "killing a smuggler", «طن وربع»: one, in words that count."""
    told = text[start:end]
    if not any(clue in told for clue in _CLUES):
        return
    men = list(_men(text, start, end))
    yield from men
    more = others(text, start, end) if men else anyone(text, start, end)
    yield from (Few(*found) for found in more)
    for match in _BEFELL_ONE.finditer(text, start, end):
        unit = Unit.WOUNDED if match["wound"] or match["third"] or match["hurt"] else Unit.KILLED
        yield Few(match.start(), match.end(), 1.0, unit)
    one = _SEIZED_ONE.search(text, start, end) or _AND_ONE.search(text, start, end)
    if one:
        yield Few(one.start("one"), one.end(), 1.0, Unit.VEHICLES)
    seized = _SEIZED_TOO.search(text, start, end)
    if seized:
        yield Few(seized.start("one"), seized.end("one"), 1.0, Unit.VEHICLES)
    if one is None and seized is None:
        yield from _vehicle(text, start, end)
    yield from _by_name(text, start, end)
    if _HAUL.search(told):
        for match in _ARM.finditer(text, start, end):
            yield Few(*match.span(str(match.lastgroup)), 1.0, Unit.WEAPONS)
    if any(word in told for word in (" was ", " were ")):
        for match in _WERE_SEIZED.finditer(text, start, end):
            yield Few(*match.span("one"), 1.0, Unit.WEAPONS if match["arm"] else Unit.VEHICLES)
    for match in _TONNE.finditer(text, start, end):
        yield Few(match.start(), match.end(), _TONNE_KILOGRAMS[match["more"]], Unit.KILOGRAMS)


def _men(text: str, start: int, end: int) -> Iterator[Few]:
    """One man, or a man and another, by what befell them."""
    for match in _single().finditer(text, start, end):
        if match["two"] and text[max(start, match.start() - 3) : match.start()] == "no ":
            continue
        if match["two"]:
            fate = (
                "killed"
                if match["died"]
                else "wounded"
                if match["hurt"]
                else next(n for n in ("killed", "wounded", "arrested") if match[n])
            )
            yield Few(match.start(), match.end(), 1.0, Unit(fate))
            if fate == "wounded" and _HELD_TOO.match(text, match.end(), end):
                yield Few(match.start(), match.end(), 1.0, Unit.ARRESTED)
            continue
        if _NOBODY.search(text[max(start, match.start() - 10) : match.start()]):
            continue
        name = next(n for n in ("arrest", "kill", "wound") if match[n])
        unit = {"arrest": Unit.ARRESTED, "kill": Unit.KILLED, "wound": Unit.WOUNDED}[name]
        second = _SECOND.match(text, match.end(), end) or _SECOND_EN.match(text, match.end(), end)
        if second is not None:
            yield Few(match.start("one"), second.end(), 2.0, unit)
            continue
        yield Few(match.start("one"), match.end(), 1.0, unit)
        if unit is Unit.WOUNDED and _HELD_TOO.match(text, match.end(), end):
            yield Few(match.start("one"), match.end(), 1.0, Unit.ARRESTED)


def _vehicle(text: str, start: int, end: int) -> Iterator[Few]:
    match = _TOOK_ONE.search(text, start, end)
    if match:
        yield Few(*match.span("one" if match["one"] else "also"), 1.0, Unit.VEHICLES)


def _by_name(text: str, start: int, end: int) -> Iterator[Few]:
    """Halves and wholes of weight, all of a band, a driver and his mate."""
    for match in _WEIGHS.finditer(text, start, end):
        yield Few(match.start(), match.end(), _WEIGHTS[match["part"] or match["whole"] or match["one"]], Unit.KILOGRAMS)
    for match in _ALL_OF.finditer(text, start, end):
        group = "two" if match["two"] else "n"
        fate = fate_before(text, start, match.start(group) if match["two"] else match.start()) or Unit.PEOPLE
        yield Few(match.start(), match.end(), 2.0 if match["two"] else _TEN[match["n"]], fate)
    for match in _BY_NAMES.finditer(text, start, end):
        befell = fate_before(text, start, match.start())
        if befell is not None:
            yield Few(match.start(), match.end(), float(match["names"].count("(")), befell)
    yield from _aboard(text, start, end)
    driver = _DRIVER_TOO.search(text, start, end)
    if driver:
        two = driver["mate"] or driver["pair"] or driver["both"]
        yield Few(*driver.span("pair" if driver["pair"] else "one"), 2.0 if two else 1.0, Unit.ARRESTED)


def _aboard(text: str, start: int, end: int) -> Iterator[Few]:
    """ "Detained its driver and his assistant", "both occupants are in custody"."""
    found = _DRIVER_EN.search(text, start, end)
    if found is not None:
        group = next(name for name in ("one", "one2", "one3", "both") if found[name])
        two = found["mate"] or found["mate2"] or found["both"]
        yield Few(*found.span(group), 2.0 if two else 1.0, Unit.ARRESTED)


@functools.cache
def _one_of() -> re.Pattern[str]:
    nation = table()["nationality"]
    return regex(
        rf"[^.؛;]{{0,{_REACH}}}?(?<!\w)(?:(?P<of>(?:احدهم|احدهما|one of (?:them|whom|the (?:two|three|four|five|six)))(?= (?:is |was |an? |يحمل |من )*(?:الجنسيه )?(?:ال)?(?:{nation}|مطلوب\w*)(?!\w)))"
        rf"|(?:بينهم|من بينهم|ومنهم|including|among them|one of them),? (?:an? )?(?P<who>(?P<officer>ضابط|officer)(?: برتبه \w+)?|حدث|قاصر|طفل|امراه|سيده|عراقي|سوري|اجنبي|لبناني|تركي|iraqi|syrian|woman|minor|child|foreigner)(?!\w| (?:و(?!احد)|and ))|an? (?P<among>woman|minor|child|girl|boy|foreigner|(?P<officer2>officer)|syrian|iraqi) (?:among them|included))"
    )


def parts_of_one(text: str, start: int, end: int) -> Few | None:
    """«أحدهم سوري», «بينهم ضابط» behind a number that ends at `start`."""
    match = _one_of().match(text, start, min(end, start + _REACH + 60))
    if match is None:
        return None
    group = next(name for name in ("of", "who", "among") if match[name])
    officer = match["officer"] or match["officer2"]
    return Few(match.start(group), match.end(group), 1.0, Unit.OFFICERS if officer else Unit.PEOPLE)
