"""Behind «بحسب», «على ما ذكره», «وفق أرقام», «نقلاً عن»: who an Arabic sentence is attributed to. PURE."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.sources import Source, name_behind, source_behind
from ingest.coding.speaking import speaks

_TOLD = (
    r"[يت]?(?:ذكر|افاد|فيد|اعلن|علن|قال|قول|اكد|وكد|اوضح|وضح|كشف|صرح|نقل|اورد|ورد|نشر|روي|رو|ابلغ|بلغ|بين|جاء|اشار|شير|تناقل|وثق|رصد|قرر|قدر|احص|سجل"
    r"|شرح|حدد|ادل|لفت|اضاف|بث|كتب|غرد|دون|افصح|زعم|عرض|حدث|تحدث|ظهر|اظهر)\w{0,4}"
)
_PAPER = (
    r"(?:ال)?(?:ارقام|بيانات|حصيله|احصاءات|احصاء|احصاييات|احصاييه|تقديرات|تقدير|معطيات|بيان|تصريح|تصريحات|تدوينه|منشور|تغريده|تعميم|تقرير|اعلان|كتاب|خبر|كلمه|موتمر|مقابله"
    r"|حديث|نسخه|قول|تعبير|صحفي|رسمي|رسميه|صادر|صادره|صدر|مقتضب|منشوره|نشرها|نشرته|نشرتها|اليوم|امس|ل|له|لها|في|عن|من)"
)
_BY = regex(
    rf"(?<!\w)و?(?:(?:(?:(?:وفق|بحسب|حسب|طبق)(?: ما)?|(?:وفقا|طبقا) لما|حسبما|وفقما|علي ما|كما|مثلما) {_TOLD}(?: (?:به|بها|فيه|فيها|عنه|عنها|اليه))?"
    rf"(?: (?!ان |الي )[^\s،.]+){{0,3}}? عن"
    rf"|(?:(?:وفق|بحسب|حسب|طبق)(?: ما)?|(?:وفقا|طبقا) لما|حسبما|وفقما|علي ما|كما|مثلما) {_TOLD}(?: (?:به|بها|فيه|فيها|عنه|عنها|اليه))?"
    rf"|وفق|بحسب|حسب|وفقا|طبقا|استنادا الي|نقلا عن|علي حد|علي لسان|(?:جاء|ورد) في)(?: {_PAPER}(?!\w)){{0,5}})"
    r"(?: (?:ل|لل|ال)?(?:متحدث|ناطق)(?:ه|ين|ان)?(?: (?:ال)?(?:رسميه?|اعلاميه?|عسكريه?|اخر))? (?:باسم|بلسان|في))? (?=\w|[\"«])"
)
_HINTS = ("وفق", "حسب", "طبق", "علي ما", "كما ", "مثلما", "نقلا", "علي حد", "علي لسان", "استنادا", "جاء في", "ورد في")
_CLITIC = 2
_FLASH = regex(
    r"[\W_]*(?:عاجل|متابعه|مباشر|خبر عاجل)?[\W_]*(?:(?:ال)?(?:سيد|فريق|لواء|عميد|عقيد|ركن|اول|دكتور|قاضي|وزير)\s+)*"
)


def attributed(clause: Clause, lexicon: Lexicon) -> Iterator[Mention | Source]:
    """The names and sources of such phrases, in order; then who stands before a colon at the head of a flash."""
    plain = clause.plain
    if any(hint in plain for hint in _HINTS):
        for found in _BY.finditer(clause.text.plain, clause.start, clause.end):
            one = _named(clause, found.end(), lexicon)
            if one is not None:
                yield one
    if ":" in plain and not clause.titular:
        head = _FLASH.match(clause.text.plain, clause.start)
        at = head.end() if head else clause.start
        first = next((m for m in clause.mentions if speaks(m) and m.kind == "person" and 0 <= m.head - at <= 1), None)
        if first is not None and clause.text.plain[first.end : first.end + 2].strip() == ":":
            yield first


def _named(clause: Clause, at: int, lexicon: Lexicon) -> Mention | Source | None:
    near = [m for m in clause.mentions if speaks(m) and 0 <= m.start - at <= _REACH]
    mention = next((m for m in near if 0 <= m.head - at <= _CLITIC), None)
    if mention is not None:
        return next((m for m in near if m.kind == "person" and 0 <= m.start - mention.end <= 1), mention)
    written = clause.text.plain.startswith("ل", at)
    return source_behind(clause, at + written - 1) or source_behind(clause, at - 1) or name_behind(clause, at, lexicon)


_REACH = 45
