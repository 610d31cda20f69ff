"""What keeps coming, or has begun and is to go on. PURE."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coding.nearness import AMERICANS
from ingest.coding.regexes import regex
from ingest.coding.words import Word

if TYPE_CHECKING:
    from ingest.coding.reading import Clause


def goes_on(clause: Clause, act: Word) -> tuple[int, int] | None:
    """«عملية الإخلاء انطلقت الاثنين وستستمر أسابيع»: begun, and to go on."""
    begun = _BEGUN.match(clause.text.plain, act.end, clause.end) if act.nominal else None
    return begun.span("v") if begun else _of_a_withdrawal(clause, act) or _work_goes_on(clause, act)


def _of_a_withdrawal(clause: Clause, act: Word) -> tuple[int, int] | None:
    """«غادر رتل أميركي القاعدة في إطار انسحاب تدريجي», "part of a withdrawal": a step of what goes on."""
    plain = clause.text.plain
    if act.classes.isdisjoint(_LEAVING) or not any(m.actor in AMERICANS for m in clause.mentions):
        return None
    convoy = _CONVOY.search(plain, clause.start, clause.end)
    step = _STEP.search(plain, clause.start, clause.end) if convoy else None
    return step.span() if step and not _LAST.search(plain, clause.start, clause.end) else None


_LEAVING = frozenset(("measure", "withdraw", "send", "move", "arrive"))
_CONVOY = regex(r"(?<!\w)(?:ال)?(?:رتلا?|ارتال|قافله|قوافل)(?!\w)|\b(?:convoys?|columns?)\b")
_STEP = regex(
    r"(?:في اطار|ضمن|من) (?:عمليه |خطه )?(?:ال)?(?:انسحاب|اخلاء)\w*|(?:ال)?(?:انسحاب|اخلاء)\w* (?:تدريجي\w*|(?:التي |الذي )?بد[اء]\w*)|التي بدات? (?:القوات )?(?:ب)?اخلا\w+|بد[اء]\w* اخلا\w+"
    r"|\b(?:part of (?:a|the|an|its|their|washington's) (?:[\w-]+ ){0,3}?(?:withdrawal|pull-?out|drawdown|evacuation)|latest (?:stage|phase) of|(?:withdrawal|drawdown|pull-?out)[^.;]{0,60} (?:second|third|fourth) day)"
)
_LAST = regex(r"(?<!\w)(?:اخر|الاخير|نهايي|اكتم\w+|اكمل\w*|اتم\w*)|\b(?:last|final|complet\w+)\b")


def _work_goes_on(clause: Clause, act: Word) -> tuple[int, int] | None:
    """«أُنجز 380 كيلومتراً …، مؤكداً استمرار العمل», "work is still underway": what is built is not done yet."""
    if act.classes.isdisjoint(_BUILDING):
        return None
    work = _WORK.search(clause.text.plain, clause.start, clause.end)
    return work.span() if work else None


_BUILDING = frozenset(("measure",))
_WORK = regex(
    r"استمرار (?:ال)?(?:عمل|اعمال)(?!\w)|(?:ال)?(?:عمل|اعمال) (?:ما زال\w* |لا يزال |لا تزال )?(?:مستمره?|متواصله?|جاريه?|يتواصل|تتواصل|يستمر|تستمر)(?!\w)"
    r"|\bworks? (?:is|are) (?:still )?(?:underway|under way|ongoing|continuing|in progress)\b|\bwork (?:continues|goes on)\b"
)


_BEGUN = regex(
    r"[^،.؛]{0,70}? (?:قد )?(?P<v>بد[اء]ت?|انطلقت?|باشرت?|شرعت?|بوشر\w*)(?!\w)[^،.؛]{0,40} و(?:ست|سي)(?:ستمر|تواصل|ستغرق|دوم|متد|طول)"
)


def keeps_coming(clause: Clause, act: Word) -> tuple[int, int] | None:
    """ "Since Sunday, 1,184 refugees have been admitted": people who have been coming since."""
    if act.classes.isdisjoint(_PEOPLE) or not _PERFECT.search(clause.before(act.start, 24)):
        return None
    days = (d for d in clause.days if not d.own)
    plain = clause.text.plain
    found = (
        _SINCE.search(plain, max(clause.start, d.start - 20), d.start) or _FROM.match(plain, d.start) for d in days
    )
    return next((m.span("s") for m in found if m), None)


_PEOPLE = frozenset(("move", "return", "refuge", "arrive"))
_PERFECT = regex(r"\b(?:has|have) (?:been )?(?:\w+ly )?$")
_FROM = regex(r"(?P<s>since) ")
_SINCE = regex(r"\b(?P<s>since) (?:\S+ ){0,2}$")
