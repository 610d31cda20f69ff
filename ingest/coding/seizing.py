"""What a force does at the line: seizures, arrests, sweeps, fights with those who come over it. PURE."""

from __future__ import annotations

from ingest.coding.borders import across, border_of, of_another
from ingest.coding.nearness import near
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.rivals import OWN_DEAD
from ingest.coding.strikes import foreign_strike
from ingest.coding.words import Word


def at_the_line(clause: Clause) -> bool:
    """Whether a clause tells of the border, of who comes over it, or of something that crosses it."""
    if border_of(clause) is not None or clause.has("infiltration") or clause.bordering:
        return True
    return across(clause) and not of_another(clause)


def seizes(clause: Clause, word: Word) -> bool:
    """A seizure, arrest or sweep of a force at the line; no fight in which it lost its own."""
    if "patrol" in word.classes and "infiltration" not in word.classes and clause.has("attack"):
        return False
    if foreign_strike(clause, word):
        return False
    if _SHELLED.match(clause.text.plain, word.stem, clause.end) or _STOPS.match(clause.text.plain, word.stem):
        return False
    if "attack" in word.classes and any(
        0 < w.start - word.end <= 3 and "pop_suspects" in w.classes for w in clause.words
    ):
        return False
    if clause.has("attack") and OWN_DEAD.search(clause.plain):
        return False
    if word.classes & {"harm", "kill"} and _OWN_LOSS.search(clause.plain):
        return False
    if _BARS.match(clause.text.plain, word.stem, clause.end):
        return at_the_line(clause)
    wrong = near(clause, word, "illicit", "infiltration", reach=220) is not None or _seizes_people(clause, word)
    wrong = wrong or _seizes_militants(clause, word) or _RAIDS.match(clause.text.plain, word.stem) is not None
    return (wrong or "patrol" in word.classes) and at_the_line(clause)


_RAIDS = regex(
    r"(?:raid|storm|search)(?:s|ed|ing)? (?:an? |the |two |three |several |any )?(?:\w+ )?(?:village|house|home|farm|compound|hamlet|hideout|den)s?\b"
    r"|(?:مداهم|داهم|دهم|[يت]داهم|اقتحم|اقتحام)\w* (?:[^\s،.]+ ){0,3}?(?:ال)?(?:قري|قريه|منزل|منازل|مزرعه|اوكار|وكر|مضاف)"
)
"""«raided a village on the Syrian side»: force at the line, whatever it looked for."""
_STOPS = regex(
    r"(?:اوقف|[يت]وقف|توقف)ت? (?:[^\s،.]+ ){0,4}?(?:ال)?(?:نقل|اعاده|عوده|ترحيل|رحلات|استقبال|استلام|تسلم|تسليم|دخول|عبور)(?!\w)"
)
"""«أوقفت واشنطن نقل معتقلي داعش»: put an end to, nobody arrested."""
_SHELLED = regex(
    r"(?:[اي]?تصد|صد|احبط|احباط|افشل|افشال|[اي]عترض|اعتراض|تصدي)\w* (?:ل|ل?ال)?(?:\S+ )?(?:ل|لل|ال)?(?:هجوم\w*|هجمات|هجمه|قصف\w*|محاوله استهداف)[^.؛]{0,40}(?:مسير|طاير|صاروخ|صواريخ|قذاي)"
    r"|(?:repel|foil|thwart|intercept|repuls)\w* (?:an? |the )?(?:[\w-]+ ){0,3}?(?:drone|rocket|missile|mortar|shell)\w*(?: and \w+)? (?:attack|strike|assault)"
)
"""«تصدى لهجوم بطائرات مسيّرة»: an attack on a post, no haul."""
_BARS = regex(
    r"(?:حالت?|[يت]حول|منعت?|[يت]منع|احبطت?|[يت]حبط|افشلت?) [^.؛]{0,70}?(?:دون |محاوله )?(?:عبور|تسلل|اجتياز|تجاوز|دخول) [^.؛]{0,50}?(?:ال)?(?:ساتر|حدود|شريط|اراضي|داخل|خندق)"
)
"""«حالت قوات الحدود دون عبور ستين شاباً الساتر»: kept from crossing."""


def _seizes_people(clause: Clause, word: Word) -> bool:
    """Border guards who arrest somebody at the line, or anybody arrested on the way over it."""
    caught = clause.text.plain.startswith("ضبط", word.stem) and near(clause, word, "pop_suspects", reach=_CAUGHT)
    if _ARRESTS.search(clause.text.plain, word.start, word.end) is None and not caught:
        return False
    guards = any((m.actor or "").endswith("_border_guard") for m in clause.mentions) or _GUARD.search(clause.plain)
    return bool(guards) or _ON_THE_WAY.search(clause.plain) is not None


def _seizes_militants(clause: Clause, word: Word) -> bool:
    """ "arrested four Islamic State members": men of ISIS at large, whom a force takes or kills."""
    men = near(clause, word, "pop_isis_detainees", reach=_CAUGHT)
    return (
        men is not None and men.start > word.end and _AT_LARGE.search(clause.text.plain, men.start, men.end) is not None
    )


_AT_LARGE = regex(r"\b(?:members?|militants?|fighters?|operatives?|commanders?|leaders?|terrorists?)$")
_CAUGHT = 50
"""«ضبطت قيادة قوات الحدود ثلاثة أشخاص»: characters between the verb, said of things as well, and people."""
_ARRESTS = regex(
    r"arrest|detain|apprehend|captur|caught|nab|stop|pick|held|turn|push|forc|round|custody|handcuff|collar|grab|snar|bagg|under arrest|القبض|قبض|عتق|وقف|توقيف|حتجز"
)
_GUARD = regex(r"\b(?:border|frontier) (?:guards?|police|troops|forces|patrols?|units?|soldiers|brigades?)\b")
_ON_THE_WAY = regex(
    r"\b(?:crossing|entering|coming|slipping|sneaking|cross(?:ed)?|came|entered) (?:\w+ ){0,2}?(?:from|into|over from) (?:syria|iraq)"
    r"|(?:عبور|دخول|اجتياز|قدوم)(?:هم|ه|ها|هما)? (?:\S+ ){0,3}?(?:من |الي )?(?:ال)?(?:سوري|عراق|اراضي|حدود)|قادم\w* من (?:سوري|العراق|الاراضي)"
)


def repelled(clause: Clause, word: Word) -> bool:
    """Border guards and infiltrators in a fight, or a strike on a hide-out: the force did its work."""
    if _STRIKES.search(clause.text.plain, word.start, word.end) and _HIDEOUT.match(clause.after(word.end, 110)):
        ours = any((m.actor or "").startswith("iq_") and not m.adjective for m in clause.mentions)
        return (ours or _OUR_AIR.search(clause.plain) is not None) and at_the_line(clause)
    if _CLASH.search(clause.text.plain, word.start, word.end) is None:
        return False
    ours = any((m.actor or "").startswith(("iq_", "sy_")) and not m.adjective for m in clause.mentions)
    ours = ours or _GUARDS.search(clause.plain) is not None
    if _OWN_LOSS.search(clause.plain) or _OWN_LOSS_AR.search(clause.plain):
        return False
    wrong = clause.has("pop_suspects") or _SMUGGLERS.search(clause.plain) is not None
    foe = clause.has("infiltration") or (wrong and (across(clause) or at_the_line(clause)))
    return ours and foe and not word.classes & {"escape", "infiltration"}


_OUR_AIR = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:طايرات|طايره|طيران|مقاتلات|مدفعيه|مروحيات|سلاح الجو|قوه جويه|قوات|جيش) (?:[^\s،.]+ ){0,2}?(?:ال)?عراقي"
)
"""«قصفت طائرات إف-16 العراقية وكراً»."""
_STRIKES = regex(r"قصف|استهد|ضرب|غار|دك")
_HIDEOUT = regex(
    r"\s(?:[^\s.]+ ){0,9}?(?:ل|ب)?(?:ال)?(?:مضاف|وكر|اوكار|مخبا|مخاب|نفق|انفاق|معسكر|تجمع|خلي|مفرز|كهف)\S* (?:\S+ ){0,5}?(?:ل|ال|من |تابع\S* )?(?:ل|عصابات |تنظيم )*(?:داعش|ارهابي|تنظيم)"
)
BY_FORCE = regex(r"(?<!\w)(?:برصاص|بنيران|علي يد|علي ايدي) (?:\S+ ){0,2}?(?:قوات|حرس|الجيش|عناصر|قوه)")
"""«قُتل مهرب برصاص قوات الحدود»."""
_OWN_LOSS = regex(
    r"\bmembers? of (?:the |its |iraq's |syria's )?(?:[\w'-]+ ){0,4}?(?:ministry of (?:defen[cs]e|interior)|defen[cs]e ministry|interior ministry|army|forces?|guards?|security|police|brigade|division|mobili[sz]ation)\b[^.;]{0,20} (?:were |was |been )?(?:killed|wounded|martyred|injured|slain)\b|"
    r"\b(?:guards?|forces?|officers?|soldiers?|policem[ae]n|troops|personnel)(?:,? [^.;]{0,40})? (?:were |was |been )?(?:killed|wounded|martyred|injured|slain)\b"
    r"|\b(?:guards?|officers?|soldiers?|policem[ae]n|troops|members?)(?:,? [^.;]{0,40})? (?:was|were|been) (?:shot|gunned down|hurt|hit|blown up)\b"
    r"|\b(?:killed|wounded|injured|slain) (?:\w+ ){0,3}?(?:border guards?|soldiers?|officers?|policem[ae]n|troops)\b"
)
"""«two border guards were killed»: the force was hit, whatever it did."""
_GUARDS = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:قوات|حرس|لواء|فوج|قوه|مفرزه|مفارز|دوريه|شرطه) (?:من )?(?:(?:لواء|فوج|قوات|حرس) )?(?:ال)?(?:حدود|جيش|امن|عراقيه)"
)
_SMUGGLERS = regex(r"(?<!\w)(?:زمره|زمر|عصابه|شبكه|مجموعه|مجموعات) (?:ال)?(?:تهريب|مهربين|مسلح|ارهاب)|مهرب|متسلل")
_OWN_LOSS_AR = regex(
    r"(?<!\w)[وف]?(?:قتلت?|استشهدت?|استشهاد|مقتل|اصيبت?|اصابه|جرحت?|جرح|فقدان|فقد) (?:[^\s،.]+ ){0,3}?(?:من )?(?:ال)?(?:حرس|قوات|منتسب|جندي|جنود|شرطي|ضابط|ضباط|عسكري|عناصر (?:من )?(?:ال)?(?:جيش|حرس|قوات|امن))"
    r"|(?<!\w)(?:ال)?(?:شهيد|شهداء|شهيدين)(?!\w)"
)
"""«جُرح ثلاثة من حرس الحدود»."""
_CLASH = regex(
    r"clash|exchang|traded|gun|shoot|اشتب|تبادل|النار علي|النيران علي|النار صوب|النار باتجاه|اطلاق (?:ال)?نار"
)
