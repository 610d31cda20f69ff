"""Who was not caught after all: words of arrests that did not come about, and men of whom only the things were found. PURE."""

from __future__ import annotations

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_NOBODY = regex(
    r"(?:(?<!\w)(?:دون|بدون|لم|ولم|فلم|عدم|غير|من غير|لا)(?: (?:ان|اي|[يت]\w+|تسجيل|حصول|وقوع|تنفيذ))* (?:\w*عمليات? )?$)"
    r"|\b(?:no|nobody|no one|none|without|not|never|nor|neither)\b(?: (?:\w+ ){0,3}(?:was|were|been|be|has|have|any|further|immediate|making|made|yet|is))*\s?$"
)
"""«دون توقيف أحد», "No arrests were made", "nobody was arrested"."""
_THINGS = regex(
    r"(?<!\w)[وفبلك]{0,2}(?:ال)?(?:نفق|نفقا|انفاق|نفقين|مضاف\w*|وكر|اوكار|مخبا|مخابي|نيه|نوايا|مستودع\w*|مخزن|مخازن|اساليب|طرق|طريق|مسالك|مسارات|ممر\w*|معابر|معبر|محاولات|نشاط\w*|تحركات|شبكات|مقر\w*|ذخيره|اسلحه|عتاد|معدات)(?: \S+)? (?:ل|لل|من |[يت]ستخدمه\w* |كان\w* [يت]ستخدمه\w* |تابع\w* ل|عايد\w* ل|[يت]عود ل)?(?:ال)?$"
    r"|(?<!\w)(?:من|ب)يد (?:ال)?$|(?<!\w)[وف]?[يت]ست(?:خدم|عمل)\w* (?:ال)?$|(?<!\w)(?:امام|لدي|[يت]?سلكها|تركها|خلفها|تركه|خلفه) (?:ال)?$"
    r"|\b(?:(?:used|dug|built|left|abandoned|hidden|prepared|run|stored|operated|employed) (?:\w+ )?by|belonging to|intended for|meant for|destined for|owned by|of the kind|preferred by|favou?red by|waiting) (?:the |local |drug |arms |suspected )*$"
)
"""«نفق يستخدمه مهربون», "a tunnel used by smugglers": of whom only things are told."""
_OWNED = regex(
    r"[’']s? |s[’'] "
    r"|\w* (?:(?:الذين|و) ?)?(?:لاذوا|لاذ|فروا|هربوا|تواروا|(?:من )?الفارين)(?!\w)"
    r"|\w* (?:who |had |have )*(?:fled|ran off|got away|escaped|made off|meant to|intended to|wanted to|planned to|use[sd]?\b(?! to))"
)
"""«مهربون لاذوا بالفرار», "traffickers meant to carry": theirs are only the things."""
_REACH = 70


def nobody_caught(clause: Clause, word: Word) -> bool:
    """Whether a word of arrest tells that there was none."""
    return _NOBODY.search(clause.before(word.start, _REACH)) is not None


def only_theirs(clause: Clause, word: Word) -> bool:
    """Whether suspects are named only by what is theirs."""
    return (
        _OWNED.match(clause.text.plain, word.end, clause.end) is not None
        or _THINGS.search(clause.before(word.start, _REACH)) is not None
    )


def of_a_force(clause: Clause, word: Word) -> bool:
    """«Border Guard men», "its men": men of the force that caught somebody or something."""
    before = clause.before(word.start, _REACH)
    return _OWN.search(before) is not None or (
        clause.text.plain[word.start] == "m" and _OF_A_FORCE.search(before) is not None
    )


_OWN = regex(r"\b(?:its|their|our|his|young) $")
_OF_A_FORCE = regex(
    r"\b(?:guards?|police|army|force|security|service|command|brigade|regiment|battalion|division|intelligence|asayish|peshmerga|ministry)(?:['’]s)? $"
)
