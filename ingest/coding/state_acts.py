"""Where the name of a state or its capital says who acts, or whose man is meant, and where it only says where. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from events.codebook import Side
from ingest.coding.lexicon import Hit, Lexicon
from ingest.coding.regexes import regex
from ingest.coding.surnames import in_office
from ingest.coding.text import Text


def acts_in_arabic(plain: str, before: str, start: int) -> bool:
    """«بإخطار من بغداد», on whose word it was; «وردّت دمشق»: a sentence that begins with a verb of the third person
    feminine, and a state behind it."""
    if _ON_HIS_WORD.search(before):
        return True
    return _SHE_DID.search(before) is not None and _FEMININE.match(plain, start) is not None


_ON_HIS_WORD = regex(
    r"(?<!\w)[وف]?(?:باخطار|بايعاز|ايعاز|بمعلومات|معلومات|احداثيات|بلاغا?|بطلب|طلب|بمذكره|مذكره|مذكره (?:قبض|توقيف)|بتوجيه|بدعم|باسناد) من $"
)
_FEMININE = regex(r"سوريا|دمشق|بغداد")
_SHE_DID = regex(
    r"(?:^|[.!؟:؛،\n]\s*|(?<!\w)ان )(?:و|ف)?(?!تحت|وقت|بيت|ذات|منذ|دخلت|غادرت|زارت|وصلت|بلغت|عبرت|تركت|قصدت|جابت|شملت|خرجت)[\u0621-\u064a]{2,8}ت (?:قد )?$"
)


def of_a_town(before: str) -> bool:
    """ "A Baghdad bombing": where it was, and no state that acts."""
    return _A_TOWNS.search(before) is not None


_A_TOWNS = regex(r"\b(?:an?|recent|deadly) $")


def of_his_state(text: Text, hit: Hit, candidates: Sequence[str], lexicon: Lexicon, day: date) -> str | None:
    """ "Syria's al-Sharaa": a surname alone, with the state whose man he is."""
    owned = _OF_STATE.search(text.plain, max(0, hit.start - 10), hit.start)
    if owned is None:
        return None
    people = [a for a in candidates if lexicon.actors[a].kind == "person"]
    mine = [a for a in people if lexicon.actors[a].side in _OWN_SIDES[owned["of"]]]
    return mine[0] if len(mine) == 1 else in_office(mine, lexicon, day)


_OF_STATE = regex(r"\b(?P<of>syria|iraq)'s $")
_OWN_SIDES = {"iraq": (Side.IQ, Side.KRG), "syria": (Side.SY, Side.SDF)}
