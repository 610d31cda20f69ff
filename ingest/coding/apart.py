"""Where a text goes over to something else: another operation, another item of a list, another day. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

SEPARATE = regex(
    r"\W*(?:و?في (?:حادثه?|سياق|عمليه|قضيه|تطور|خبر) (?:منفصل\w*|اخر\w*|متصل)|و?من جهه اخري|in a separate|separately|in another|elsewhere)"
)
"""What is told there is another happening."""
_OTHER_AR = (
    r"و?(?:في|خلال|ضمن) (?:ال)?(?:حادثه?|واقعه|سياق|عمليه|عمليات|قضيه|تطور|خبر|ملف|شان|اطار|كمين|مداهمه|محور|قاطع|محافظه|مكان|موقع|نشاط|تحرك|جانب|موازاه|مقابل|اثناء) ?"
    r"(?:\S+ )?(?:منفصل\w*|اخر|اخري|متصل\w*|ثاني\w*|مواز\w*|(?:ذي|ذات) (?:ال)?صله|مماثل\w*|مشابه\w*|مستقل\w*|نفسه|نفسها|ذاته|ذاتها)(?!\w)"
    r"|و?في (?:غضون ذلك|الاثناء|المقابل|موازاه ذلك|هذه الاثناء|الجانب|الضفه|الجهه|الطرف)(?! (?:من|ذاته))"
    r"|و?(?:من|علي) (?:ال)?(?:صعيد|جهه|جانب|ناحيه|طرف|خط|ضفه) (?:\S+ )?(?:اخر|اخري|متصل|مواز\w*|ثاني\w*|مقابل\w*)(?!\w)"
    r"|و?(?:الي ذلك|بالتوازي|بالمقابل|بموازاه|ليس بعيدا|غير بعيد|علي بعد|كذلك في|وايضا في)(?!\w)"
)
_OTHER_EN = (
    r"(?:in|on|during) (?:an?|another|the) (?:separate|unrelated|second|third|similar|different|parallel|related|other)\b|(?:in|at|near|on) another\b"
    r"|on the (?:iraqi|syrian) side\b|separately\b|elsewhere\b|meanwhile\b|at the same time\b|on the other (?:side|bank)|across the (?:border|line|river|frontier)|(?:some )?go(?:ing)? the other way"
)
_OTHER = regex(rf"\W*(?:{_OTHER_AR}|{_OTHER_EN})")
"""«وفي الإطار نفسه», «على صعيد موازٍ», "meanwhile": the beginning of another item."""
_RIVAL = regex(r"\W*و?(?:في ال|بال)مقابل،? (?:فقد )?(?:قال|اعلن|ذكر|افاد|اكد|نف|اوضح|اتهم|رد|تحدث)")
"""«في المقابل أعلنت الوزارة أن»: the other side's account of the same."""
_ITEM = regex(r"\s*(?:[▪•●◾◽■□🔹🔸🔴🟢⚫*–-]\W*|\(?[0-9٠-٩]{1,2}\)? ?[-.):/–]+ ?)[^:،,.]{4,60}: (?=\w)")
"""An item of a digest: whose it is, and what he did."""


def other_item(clause: Clause) -> bool:
    """Whether a clause opens with the mark of another item."""
    return _OTHER.match(clause.plain) is not None and _RIVAL.match(clause.plain) is None


def apart(first: Clause, clauses: Iterable[Clause], day: dt.date | None) -> frozenset[int]:
    """The ids of those clauses of a happening's text that stand behind the mark of another item, to the end of its
    paragraph. `first`: where the happening is told; what gives its `day` is no other item."""
    found: set[int] = set()
    paragraph = None
    listed = not first.titular and _ITEM.match(first.plain) is not None
    for clause in sorted((c for c in clauses if not c.titular), key=lambda c: c.start):
        if clause is first or any(d.own and d.date == day for d in clause.days):
            paragraph = None
            continue
        item = listed and clause.paragraph != first.paragraph and _ITEM.match(clause.plain) is not None
        if item or other_item(clause):
            paragraph = clause.paragraph
        elif clause.paragraph != paragraph:
            paragraph = None
        if paragraph is not None:
            found.add(id(clause))
    return frozenset(found)


_WHO_THEY_ARE = regex(
    r"\W*(?:they|these|those|the (?:group|batch|detainees|prisoners|families|men)) (?:include|comprise|number)[sd]?\b|\W*among (?:them|those)\b|\W*of (?:them|these|those)\b"
    r"|\W*و?(?:من )?(?:بينهم|منهم)(?!\w)|\W*و?(?:[يت]ضم|ضمت?|شملت?|[يت]شمل) (?:هذه |ال)(?:مجموعه|دفعه|قافله|معتقل)"
)
_OUTCOME = regex(
    r"\W*(?:according to [^,.]{3,40}, )?(?:some |around |about |nearly |more than |at least )?(?:[\d,]+|two|three|four|five|six|seven|eight|nine|ten|a|several) (?:[\w-]+ ){0,3}(?:was|were) (?:\w+ly )?(?:moved|transferred|flown|taken|returned|handed|arrested|detained|seized|captured|killed|wounded|confiscated|recovered)\b"
    r"|\W*و?(?:قد )?(?:اسفرت?|ادت?|افضت?) (?:ال)?(?:عمليه|مداهمه|ضربه|غاره)? ?عن (?!طريق)"
)


def goes_into(clause: Clause) -> bool:
    """«They included 3,543 Syrians»: those told about before, no happening by itself."""
    return _WHO_THEY_ARE.match(clause.plain) is not None


def goes_on_telling(clause: Clause, first: Clause) -> bool:
    """The sentence right behind an act that tells who they were, or what came of it: "Five traffickers were arrested"."""
    behind = clause.text is first.text and clause.order == first.order + 1 and clause.paragraph == first.paragraph
    return behind and not clause.days and bool(goes_into(clause) or _OUTCOME.match(clause.plain))
