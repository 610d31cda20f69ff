"""Attackers, and men stopped at the line, whom nobody registered, by the words that stand for them. PURE."""

from __future__ import annotations

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_UNKNOWN_AR = (
    r"(?:مجهول\w*|مسلح(?:ه|ون|ين)|ملثم\w*|معادي\w*|ارهابيه|اجراميه|مندسه|(?:ال)?خارجه عن (?:القانون|(?:ال)?سيطره(?: \S+){1,2})|(?:ال)?منفلته"
    r"|(?:ال)?موالي\w* ل\S+|(?:ال)?مدعومه من \S+|(?:ال)?تابعه ل\S+|[يت]تبع ل?\S+ \S+|(?:ال)?مرتبطه ب\S+)"
)
_ATTACKERS_AR = regex(
    r"(?<![\w])[وبلف]?(?P<who>(?:احدي |بعض )?(?:(?:ال)?(?:مجموعه|مجموعات|جماعه|جماعات|فصيل|فصايل|ميليشيا|ميليشيات|مليشيا|مليشيات|جهه|جهات|عصابه|عصابات|اشخاص|رجال|عناصر|افراد|قناص|طرف|اطراف)"
    rf"(?: {_UNKNOWN_AR}){{1,2}}|(?:مسلح(?:ون|ين|ان)|مهرب(?:ون|ين)|ملثم(?:ون|ين)|مهاجم(?:ون|ين))(?: {_UNKNOWN_AR})?|مجهول(?:ون|ين|ان)))(?!\w)"
)
"""«مسلحون مجهولون», «فصائل خارجة عن القانون», «برصاص مجهولين»."""
_HUNTED_AR = regex(
    r"(?:ضد|ملاحق\w*|اعتقال|القبض علي|مقتل|قتلت?|قتل|اصابه|تصفيه|بحثا عن|مطارد\w*|تحييد|احد|استهداف|توقيف|اوقفت?) (?:\S+ )?[وبلف]?$"
)
_GUNMEN = regex(
    r"(?<![\w’'-])(?P<who>(?:an? (?:small |armed )?(?:group|band|gang) of )?(?:(?:unidentified|unknown|masked|hooded|armed|outlaw(?:ed)?|rogue|tribal|suspected|angry) )*"
    r"(?:gunmen|gunman|assailants?|attackers?|militiamen|tribesmen|rioters|protesters|(?<=armed )(?:men|tribesmen|persons|individuals)"
    r"|(?<=outlaw )(?:militias|groups|factions|gangs)|(?<=outlawed )(?:militias|groups|factions|gangs)|(?<=rogue )(?:militias|groups|factions)"
    r"|(?<=unknown )(?:men|persons|parties|individuals|groups?)|(?<=unidentified )(?:men|persons|parties|individuals|groups?)|(?<=masked )men))\b"
)
"""Who attacks where nobody knows them."""
_HUNTED = regex(
    r"\b(?:against|pursu\w+|search\w* for|hunt\w* for|after|chas\w+|arrest\w*|kill\w*|captur\w+|wound\w*|one of|two of|some of) (?:the |those |\w+ )?$"
)
BLAMED = regex(
    r"(?<!\w)[وف]?(?:اتهم\w*|متهم(?:ا|ه|ين)|محمل(?:ا|ه|ين)|حملت?|رجحت?|مرجح(?:ا|ه|ين)|المسووليه|مسووليه|بالوقوف|تقف)(?!\w)"
    r"|\b(?:blam\w+|accus\w+|responsib\w+|suspected)\b"
)
"""Whom an attack is laid to, in whatever sentence."""
_YOUTHS = regex(
    r"(?<!\w)(?P<who>(?:(?:عشرات|مييات|عدد من|مجموعه من) )?(?:من )?(?:\d+ |(?:\S+ و?)?(?:عشرين|عشرون|ثلاثين|اربعين|خمسين|ستين) )?(?:ال)?(?:شبان|شباب|شابا|فتيه))(?!\w)"
    r"|\b(?P<who2>(?:(?:[\w-]+|dozens of|scores of) )?(?:young (?:\w+ )?(?:men|people|yazidis|kurds)|(?:\w+ )?(?:youths|youngsters)))\b"
)

_FORMER_MEN = regex(
    r"(?<!\w)(?P<who>(?:ال)?(?:ضابط|ضابطا|ضباط|عناصر|عنصرا|منتسبي|منتسبو|افراد|رجال|عسكري\w*|جنود|شرطه)(?: \S+){0,3}? (?:ال)?(?:نظام|جيش|قوات|امن|مخابرات|استخبارات)(?: \S+)? (?:ال)?(?:سابق\w*|مخلوع|بايد|اسد|منحل\w*))(?!\w)|(?P<who2>(?<!\w)(?:ال)?عسكري\w* (?:ال)?(?:منشق|مسرح)\w*)"
    r"|\b(?P<who3>(?:former|ex)[- ](?:\w+ ){0,2}?(?:officers?|soldiers?|servicemen|policemen|conscripts?|regime (?:members|elements|forces|fighters))"
    r"|(?:officers?|members|men|personnel|elements|officials|ranks|colonel|general|captain)(?: who (?:had )?served)? (?:of|in|from|under) (?:the )?(?:former|ousted|fallen|toppled|defunct|deposed|disbanded|old|bashar|assad|al-assad)\b[^,.;]{0,30}?(?:army|regime|police|forces|services?|branches|intelligence)"
    r"|former members of (?:the )?[^,.;]{0,30}?(?:army|regime|police|forces))\b"
)


def former_men(clause: Clause) -> tuple[int, int] | None:
    """«ضباط في جيش النظام السابق», "men who served in Assad's army"."""
    one = _FORMER_MEN.search(clause.text.plain, clause.start, clause.end)
    return one.span(one.lastgroup or 0) if one else None


def attackers(clause: Clause) -> tuple[int, int] | None:
    """Where attackers stand of whom nobody knows more."""
    for one in _ATTACKERS_AR.finditer(clause.text.plain, clause.start, clause.end):
        others = (m for m in clause.mentions if m.actor and not m.adjective and m.kind != "country")
        known = any(m.start < one.end() and one.start() - m.end <= 1 for m in others)
        if not known and not _HUNTED_AR.search(clause.before(one.start("who"), 30)):
            return one.span("who")
    for one in _GUNMEN.finditer(clause.text.plain, clause.start, clause.end):
        known = any(m.start < one.end() and one.start() - m.end <= 1 for m in clause.mentions if m.actor)
        if not known and not _HUNTED.search(clause.before(one.start(), 24)):
            return one.span("who")
    return None


def youths(clause: Clause) -> tuple[int, int] | None:
    """«عشرات الشبان», "young men": no suspects, though they were stopped."""
    one = _YOUTHS.search(clause.text.plain, clause.start, clause.end)
    return one.span("who" if one["who"] else "who2") if one else None
