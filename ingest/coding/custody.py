"""Whether it is people in custody who are moved or handed over between authorities. PURE."""

from __future__ import annotations

from ingest.coding.borders import OUR_CROSSINGS, across
from ingest.coding.homeward import WANTED
from ingest.coding.movers import expelled
from ingest.coding.nearness import listed, near
from ingest.coding.pairs import both_grounds
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.together import nearer
from ingest.coding.words import Word


def detained(clause: Clause, word: Word) -> bool:
    """Whether those whom a word of moving or handing over is said of are held: by what is said of them, of the act or of
    the place; men of the former army who come back are not."""
    soldiers = clause.has("pop_sy_soldiers") and not clause.has("pop_isis_detainees", "pop_suspects")
    if soldiers and clause.text.plain[word.stem] > "\u0600" and not WANTED.search(clause.plain):
        return False
    if _PACT.match(clause.after(word.end, 30)):
        return False
    jailed = near(clause, word, "jailed", reach=80) is not None and clause.has("facility")
    if jailed or (_OF_ISIS.search(clause.plain) and (both_grounds(clause) or _OVER_LINE.search(clause.plain))):
        return True
    if _CUSTODY.search(clause.after(word.start, 90)) and "syria" in clause.plain and "iraq" in clause.plain:
        return True
    if _TOLD_IT.search(clause.before(word.start, 40)) or FREED.search(clause.plain):
        return False
    if _ACCUSED.search(clause.after(word.end, 140)) or _TO_POLICE.match(clause.after(word.end, 110)):
        return "hand_over" in word.classes
    if listed(clause, word) or _KIN.search(clause.after(word.end, 75)):
        return False
    if expelled(clause, word) and across(clause):
        return True
    them = near(clause, word, "they", reach=30) or _THEM.search(clause.text.plain, word.start, word.end)
    if them and "hand_over" in word.classes and not clause.has("pop_sy_soldiers"):
        return _between(clause)
    got = "hand_over" in word.classes or ("receive" in word.classes and " from " in clause.after(word.end, 60))
    passive = clause.text.plain.startswith(" from ", word.end) and clause.before(word.start, 60)
    if got and _MEN.search(passive or clause.after(word.end, 90)) and across(clause):
        return True
    held, families = near(clause, word, "pop_isis_detainees"), near(clause, word, "pop_camp_families")
    if held is not None and _KIN_OF.search(clause.before(held.start, 40)):
        return False
    if held is not None and families is not None and "return" in word.classes and nearer(families, held, word):
        return False
    return held is not None or (
        "hand_over" in word.classes and near(clause, word, "pop_suspects") is not None and _between(clause)
    )


def swaps(clause: Clause, word: Word) -> bool:
    """«تبادل العراق وسوريا سجناء», "a prisoner swap at al-Qaim": prisoners of the one for those of the other."""
    found = _SWAP.match(clause.text.plain, word.stem, clause.end)
    found = found or _SWAP.match(clause.text.plain, word.start, clause.end)
    return found is not None and _PACT.match(clause.text.plain, found.end()) is None and _between(clause)


_SWAP = regex(
    r"[وف]?[يت]?تبادل\w* (?:[^\s،.]+ ){0,4}?(?:ال)?(?:سجناء|سجين\w*|محكوم\w*|موقوف\w*|اسري|معتقل\w*|نزلاء)(?!\w)"
    r"|(?:prisoner|detainee|inmate)s? (?:swap|exchange)\w*|(?:exchange|swap) of (?:\w+ )?(?:prisoners|detainees|inmates|convicts)"
    r"|(?:exchang\w+|swap\w*|trad(?:ed|ing|e)) (?:\w+ ){0,2}?(?:prisoners|detainees|inmates|convicts)\b"
)


def _between(clause: Clause) -> bool:
    """Whether the two states, or a crossing of theirs, stand in a clause."""
    return across(clause) or any(m.place in OUR_CROSSINGS for m in clause.mentions)


_PACT = regex(r"[ -](?:treaty|agreement|deal|protocol|pact|accord|convention|memorandum|talks|bill|law)\b")
"""«a prisoner-exchange treaty»: a paper, nobody moved."""
_KIN = regex(
    r"(?<!\w)(?:عوايل|عايلات|عايله|اسر|ذوي|اطفال|زوجات|نساء|ابناء|بنات|قاصر\w*|ايتام) (?:و\S+ )?(?:[^\s،.]+ ){0,2}?(?:داعش|تنظيم|التنظيم|عناصر|مقاتلي)"
)
"""«نقل عوائل عناصر داعش»: families are no prisoners."""


FREED = regex(
    r"(?:معتقل|محتجز|موقوف|سجناء|سجين|مسجون|مغيب)\w* (?:[^.؛،]{0,20} )?(?:في|من|ب) ?(?:ال)?(?:سجون|سجن|معتقلات|اقبيه|افرع|زنازين) (?:ال)?(?:نظام|اسد|صيدنايا|مخلوع|بايد)"
    r"|(?<!\w)(?:محررين|المحررين|محررا|محررون) من (?:ال)?(?:سجون|سجن|معتقلات)"
)
"""«كانوا معتقلين في سجون النظام البائد»: free men who go home."""
_ACCUSED = regex(
    r"(?<!\w)(?:[يت]شتبه|مشتبه|متهم\w*|ادين\w*|مدان\w*|حوكم\w*|محكوم\w*|ملاحق\w*) [^.؛،]{0,36}(?:داعش|تنظيم الدوله|(?:ال)?تنظيم(?!\w))"
)
"""«أربعة فرنسيين يُشتبه بانتمائهم إلى تنظيم الدولة»."""
_TO_POLICE = regex(
    r"(?: [^\s،.]+){0,5}? (?:ال)?(?:رجلين|رجال|رجلا|شاب|شابين|شبان|شبابا?|شخصين|اشخاص|شخصا|متسلل\w*|راعيين|راعي|موقوف\w*)(?: [^\s،.]+){0,6}? (?:الي |لل|ل)(?:ال)?(?:امن|شرطه|استخبارات|جهاز الامن|قضاء|محكمه)"
)
"""«سلّم ضباط عراقيون الرجلين إلى الأمن العام السوري»."""
_KIN_OF = regex(
    r"\b(?:relatives|families|family members|wives|widows|children|kin|women|dependants|dependents|spouses|households)"
    r" (?:and \w+ )?(?:of|linked to|tied to|associated with|related to) (?:(?:the|suspected|alleged|former|dead|jailed|foreign|killed|accused) )*$"
)
_OF_ISIS = regex(
    r"\b(?:men|women|fighters|suspects) (?:\w+ ){0,3}?(?:f[oi]ught|fighting|accused|suspected|linked|belonging|affiliated|loyal)\b[^.;]{0,40}\b(?:islamic state|isis|daesh)\b"
)
_TOLD_IT = regex(
    r"\b(?:information|intelligence|data|coordinates|lists?|names|files|evidence|footage|documents)(?: \w+)? (?:(?:that|which) )?(?:(?:iraq|syria)[\w']* (?:[\w']+ ){0,4}?)?(?:(?:had|has|have) )?$"
)
"""«information handed over by the Syrian side», «that Iraq's intelligence service had handed over»."""
_OVER_LINE = regex(r"\b(?:across|over) the (?:\w+ )?(?:border|frontier) (?:in)?to (?:iraq|syria)\b")
_CUSTODY = regex(r"\b(?:in)?to (?:iraqi|syrian) (?:custody|hands|police|prisons?|jails?)\b")
_THEM = regex(r" (?:them|him|her)\b")
_MEN = regex(
    r"قياد|قاده|مدان|محكوم|هارب|متهم|مطلوب|ارهابي|عنصر|leader|commander|militant|fighter|suspect|convict|wanted|accused|fugitive|killer|jihadi|extremist|\bemirs?\b|\bmen (?:arrested|captured|detained)|جهادي|دواعش|داعشي"
)
