"""What somebody wishes for, warns of or is against is not done: «رفض زعيم … نقل المعتقلين», "called for the transfer of …". PURE."""

from __future__ import annotations

from ingest.coding.lookalikes import names_a_deed
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_AGAINST = regex(
    r"(?:(?:^|(?<=[\s\"،]))(?:رفضت?|[يت]رفض|عارضت?|[يت]عارض|استنكرت?|[يت]ستنكر|انتقدت?|[يت]نتقد|ندد|نددت|اعترضت?)(?!\w))"
    r"|\b(?:reject(?:ed|s)|oppos(?:ed|es)|denounc(?:ed|es)|condemn(?:ed|s)|criticis(?:ed|es)|criticiz(?:ed|es)|slamm?(?:ed|s)|object(?:ed|s) to|spoke out against)\b"
)
UPSHOT = regex(r"(?:مما|ما|الامر الذي) (?:دفع|حدا|جعل|ادي)\w*|which (?:led|prompted|pushed|drove)")
"""«قلق من …، مما دفعه إلى البدء بعمليات»: what came of a worry was done."""
_OPENING, _REACH = 110, 70
"""Characters of a clause in which it says who is against something, and between him and the verb."""
_VOICES = ("person", "armed_group", "party")


def opposed(clause: Clause) -> list[tuple[int, int]]:
    """The stretch that names what a man or a faction, and no government, is against."""
    found = _AGAINST.search(clause.text.plain, clause.start, min(clause.end, clause.start + _OPENING))
    if found is None:
        return []
    who = next((m for m in clause.mentions if m.kind in _VOICES and abs(m.start - found.start()) <= _REACH), None)
    if who is None:
        return []
    arabic = clause.text.plain[found.start()] > "\u0600"
    return [(max(found.end(), who.end) if arabic else found.end(), clause.end)]


def unnamed_voice(clause: Clause, word: Word) -> bool:
    """Whether what is asked for is only not to be named: «ضابط طلب عدم ذكر اسمه», "who requested anonymity"."""
    return _UNNAMED.match(clause.text.plain, word.start, clause.end) is not None


_UNNAMED = regex(
    r"\S+ (?:من \S+ )?(?:عدم|حجب|اخفاء|التحفظ|ابقاء)(?: علي)? (?:ال)?(?:ذكر|كشف|نشر|افصاح|تعريف|هويت|اسم)"
    r"|(?:ask\w*|request\w*|demand\w*|insist\w*)(?: \w+)? (?:not to be (?:named|identified|quoted)|anonymity|(?:his|her|their) names?)"
)


def wish_zones(clause: Clause) -> list[tuple[int, int]]:
    """Stretches that name wishes, warnings and purposes, where no act is told."""
    found = [
        (w.end, w.end + _DEED if _accuses(clause, w) else clause.end)
        for w in clause.of("demand")
        if not unnamed_voice(clause, w)
    ]
    found += [(w.end, clause.end) for w in clause.of("say") if _CALLS.match(clause.text.plain, w.start)]
    found += opposed(clause)
    found.sort()
    praised = [(w.end, w.end + _PRAISED) for w in clause.of("praise")]
    zones = [*found[:1], *(zone for zone in found[1:2] if found[0][1] != clause.end), *praised]
    upshot = UPSHOT.search(clause.text.plain, zones[0][0], clause.end) if zones else None
    return [(a, min(b, upshot.start())) if a < upshot.start() else (a, b) for a, b in zones] if upshot else zones


def _accuses(clause: Clause, word: Word) -> bool:
    return names_a_deed(clause, word) or clause.text.plain[word.start : word.end] in _CHARGES


_CALLS = regex(
    r"[وف]?(?:دعا|دعت|دعوا|[يت]دعو|[يت]دعون|طالبت?|[يت]طالب|حثت?|[يت]حث|ناشدت?|[يت]ناشد) (?:[^.؛]{0,90} )?(?:الي|ب\w|علي) ?"
)
"""«دعا …، الخميس، إلى تعزيز القطعات»: what is asked for."""
_CHARGES = frozenset(("بتهمه", "تهمه", "بجريمه", "جريمه"))
_DEED = 22
"""Characters behind «بتهمة», «accused of» that name the deed; what else the clause tells is news."""
_PRAISED = 70
"""Characters behind «ثمّن» that name what is praised."""
