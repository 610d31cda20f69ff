"""The two states behind one verb. PURE."""

from __future__ import annotations

from ingest.coding.regexes import regex

_HEAD = regex(
    r"(?:\A|[\n.:]\s?)(?!بين|في |من |الي |علي |عبر|حدود|الحدود|مع |عن )[وف]?[^\W\d]{2,8} (?:(?:العراق|بغداد|سوريا|دمشق) و)?(?:ال)?$"
)
_AND_OTHER = regex(r" و(?:سوريا|العراق|دمشق|بغداد)(?!\w)")


_PARTY = r"[«\"“]?(?:ال)?(?:قسد|قوات سوريا الديمقراطيه|القوات الكرديه|sdf|syrian democratic forces|kurdish-led forces|kurds)[»\"”]?"
_BESIDE = regex(rf"(?:{_PARTY} (?:and |و)|(?:between |بين ){_PARTY} (?:and |و))(?:ال)?$")
_WITH_PARTY = regex(rf" (?:and the |and |و){_PARTY}(?!\w)")
_GIVES_TO = regex(r"\b(?:agreed|pledged|consented|signed|deal|accord)\b[^.]{3,60} to $")


def acts(plain: str, before: str, end: int) -> bool:
    """Whether a state that ends at `end`, behind `before`, acts by the words around it."""
    return _both_act(plain, before, end) or _deals(plain, before, end) or _DID.search(before) is not None


def _deals(plain: str, before: str, end: int) -> bool:
    """«دمشق و«قسد» توصلتا», "the SDF agreed to give its prisons to Damascus": a state that makes a deal with a force."""
    return (
        _WITH_PARTY.match(plain, end) is not None
        or _BESIDE.search(before) is not None
        or _GIVES_TO.search(before) is not None
    )


def _both_act(plain: str, before: str, end: int) -> bool:
    """«شكّل العراق وسوريا لجنة»: whether a state that ends at `end` acts with the other at the head of a sentence."""
    if _HEAD.search(before) is None:
        return False
    return before.endswith(" و") or _AND_OTHER.match(plain, end) is not None


_DID = regex(
    r"(?<!\w)[وف]?(?:كانت? )?(?:قد )?(?:انهت?|اكملت?|استكملت?|اختتمت?|اتمت?|شرعت?|اطلقت?|منحت?|سمحت?|افرجت?|اخلت?|استضافت?|ابقت?|انجزت?|رفعت?|فرضت?|اجرت?|قدمت?|خففت?|خفضت?|جهزت?"
    r"|س?[تي](?:نهي|كمل|ستكمل|ختتم|شرع|درس|نجز|سعي|ريد|ستضيف|منح|سمح|عتزم|نوي|خطط|جري)) (?:ال)?$"
)
"""«أنهت واشنطن نقل …»: a state right behind what it did, by verbs that are no act themselves."""
