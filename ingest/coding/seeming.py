"""Words that look like cues of modality and are none: forged papers, what is thought to be, a word of comment. PURE."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coding.regexes import regex
from ingest.coding.words import Word

if TYPE_CHECKING:
    from ingest.coding.reading import Clause


def no_plan(clause: Clause, cue: Word) -> bool:
    """«الساتر القادم من سوريا», "thought to be in charge": nothing to come."""
    be = clause.text.plain.startswith("to be", cue.start) and (
        _THOUGHT.search(clause.before(cue.start, 16)) or _ORDERED.search(clause.before(cue.start, 70))
    )
    return bool(be) or _comes_from(clause, cue)


_THOUGHT = regex(
    r"\b(?:thought|believed|known|said|reported|alleged|understood|considered|suspected|found|appear(?:s|ed)?|seem(?:s|ed)?|claim(?:s|ed|ing)|proved|estimated|not) $"
)
_ORDERED = regex(r"\b(?:ordered|directed|instructed) (?:[\w'-]+ ){1,7}$")
"""«ordered a regiment to be sent»: the order was given."""


def _comes_from(clause: Clause, cue: Word) -> bool:
    """«الساتر القادم من سوريا»: where it comes from, not when."""
    plain = clause.text.plain
    return plain.startswith(("القادم", "قادم", "المقبل", "مقبل"), cue.stem) and (
        _FROM_THERE.match(plain, cue.end, clause.end) is not None
    )


_FROM_THERE = regex(r" (?:من|عبر) (?!ال?(?:عام|شهر|اسبوع|سنه)|هذا|نفس)")


def no_cue(clause: Clause, cue: Word) -> bool:
    """«بوثائق لجوء مزورة»: forged papers deny nothing; "was to go on to Damascus": somewhere else, not still."""
    plain = clause.text.plain
    if plain.startswith("مزور", cue.stem):
        return _FORGED.search(clause.before(cue.start, 40)) is None
    if _NOT_ALL.match(plain, cue.start) or _CAME_AFTER.match(plain, cue.end):
        return True
    return plain.startswith(
        ("go on to ", "starting from ", "starting on ", "beginning from ", "beginning on "), cue.start
    )


_NOT_ALL = regex(r"(?:لم [يت]كن|ليس|ليست) (?:ال\w+|هذا|هذه|ذلك|تلك) ")
"""«لم يكن الاجتماع عادياً»: it took place."""
_EVACUATED = regex(
    r"اجلت? (?:ال)?(?:موظفي(?:ها|ه|ن)?|طاقم(?:ها|ه)?|كادر(?:ها|ه)|رعايا(?:ها|ه)|دبلوماسي(?:ين|يها|يه|ها|ه)|بعثت(?:ها|ه)|مواطني(?:ن|ها|ه)|عايلات|عوايل|مدنيين|جنود(?:ا|ها|ه)|جرحي)(?!\w)"
    r"(?! (?:ال)?(?:نقل|عوده|اعاده|زياره|افتتاح|رحله|موعد))"
)
"""«أجلت موظفي سفارتها»: brought away, by the letters of «أجّلت», put off."""
_CAME_AFTER = regex(r" (?:بعد|عقب|غداه|اثر) ")
"""«وجاء النفي بعد أيام على نشر …»: what came before it is no part of it."""
_FORGED = regex(r"(?:كتاب|وثيقه|خبر|بيان|تصريح|مقطع|صوره|منشور|بانه|بانها|انه|انها|كله|كلها)(?: \S+){0,3} $")


def no_denial(clause: Clause, cue: Word, act: Word) -> bool:
    """«ما لم ينفه أحد هو التحشيد», «حالت القوات دون عبورهم»: told all the same."""
    plain = clause.text.plain
    if plain[cue.start : cue.end] == "دون":
        return _BARRED.search(clause.before(cue.start, 70)) is not None
    return _NOT_DENIED.match(plain, cue.end) is not None


_BARRED = regex(r"(?<!\w)[وفل]?(?:حال|حالت|حالوا|[يت]حول) [^.؛]*$")
_NOT_DENIED = regex(r" [يتن]نف(?:ي|ه|ها|ون|وا)?(?!\w)")


def comments(clause: Clause, word: Word) -> bool:
    """«في أول تعليق أممي على …», «أجلت موظفيها»: a word on it, people brought away, nothing suspended."""
    if _EVACUATED.match(clause.text.plain, word.stem):
        return True
    if not clause.text.plain.startswith("تعليق", word.stem):
        return False
    return _COMMENT.match(clause.after(word.end, 40)) is not None or clause.before(word.start, 5).endswith(
        ("اول ", "اي ", "دون ")
    )


_COMMENT = regex(r"(?: (?!علي)[^\s،.]+){0,2} علي(?:ه|ها)?(?!\w)")
