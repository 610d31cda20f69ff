"""A transfer of one man: the wanted one, the convict, the officer handed over. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from events.codebook import Unit
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_MAN_AR = r"(?:ال)?(?:مطلوب|متهم|مدان|محكوم|سجين|معتقل|موقوف|ارهابي|قيادي|ضابط|عقيد|عميد|لواء|نقيب|مسوول|داعشي|متورط|مشتبه به|قاتل|امير|تاجر|مهرب|ناقل|مجرم|خبير|ممول)(?:ا)?(?!\w)"
_MAN_EN = r"(?:man|suspect|convict|prisoner|detainee|inmate|fugitive|militant|officer|colonel|general|leader|commander|member|official|judge|accused|terrorist|operative|facilitator|financier)"
_HANDED = regex(
    rf"(?<!\w)[وف]?(?:ان )?(?:[يت]?(?:تسلم|سلم|ستلم|ستعيد)ت?|استلمت?|استعادت?|استردت?|[يت]سترد|تسليم|تسلم|استلام|استرداد|تسليمه) (?:(?!و|ثلاث|اربع|خمس|عدد|دفعه|قايمه|ملف)[^\s،.]+ ){{0,9}}?(?P<ar>{_MAN_AR}|المدعو(?!ين|ون)|احد (?:ال\w+|قتله|منفذي|قاده|قيادات|المتهمين|المطلوبين))"
    rf"|\b(?:hand(?:s|ed|ing)?(?: over)?|extradit(?:es|ed|ing|ion of)|turn(?:s|ed) over|deliver(?:s|ed)|transfer(?:s|red)?|receiv(?:es|ed)|surrender(?:s|ed)) (?:(?!list|names|file)[\w'-]+ ){{0,4}}?(?P<en>(?:an?|one) (?:(?!group|batch|second|list|number)[\w'()-]+,? ){{0,6}}?{_MAN_EN})(?!\w)"
    rf"|\bhanded (?P<pronoun>him|her)(?: over)?\b|\b(?P<him>(?:an?|one|the) (?:[\w'()-]+ ){{0,5}}?{_MAN_EN})(?:,? [^.;]{{0,60}}?)? (?:(?:was|been|being) )?(?:handed over|extradited|turned over)(?!\w)"
)
_MANY = regex(
    r"(?<!\w)(?:ال)?(?:مطلوبين|متهمين|مدانين|محكومين|سجناء|معتقلين|موقوفين|ارهابيين|قياديين|ضباط|مختطفين)(?!\w)"
    r"|\b(?:men|suspects|convicts|prisoners|detainees|inmates|fugitives|militants|officers)\b"
)
_OFFICER = regex(r"(?:ضابط|عقيد|عميد|لواء|نقيب)ا?$|(?:officer|colonel|general)$")


def one_handed(told: Sequence[Clause]) -> tuple[Clause, int, int, Unit] | None:
    """The one man whom a transfer moved, where its clause names nobody in the plural."""
    for clause in sorted(told, key=lambda c: c.titular):
        found = _HANDED.search(clause.text.plain, clause.start, clause.end)
        if found is not None and not _MANY.search(clause.plain):
            unit = Unit.OFFICERS if _OFFICER.search(found[str(found.lastgroup)]) else Unit.DETAINEES
            return clause, *found.span(str(found.lastgroup)), unit
    return None
