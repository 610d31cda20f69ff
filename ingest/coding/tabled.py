"""Subjects of talk told first: "On the table were …", «تصدر ملف … المباحثات», "… topped their conversation". PURE."""

from __future__ import annotations

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_ON_THE_TABLE = regex(
    r"\W*(?:also |high |top |topping |chief )?(?:on|among|at the top of) (?:their |the |its )?(?:table|agenda|issues|topics|files|subjects|list)\b[^.;]{0,40}?\b(?:was|were|is|are)\b"
    r"|\W*و?(?:علي|ضمن|من بين|في صداره) (?:طاوله|جدول|اجنده|الملفات|القضايا|المواضيع|المحاور)(?: \S+){0,3}?(?= )"
)
"""What opens a list of subjects."""
_TALK = r"(?:talks|discussions|meeting|call|conversation|visit|agenda|exchange|session|encounter|summit)"
_TOPPED = regex(
    rf"\b(?:topped|dominated|figured (?:high )?(?:in|on)|featured (?:in|on)|led|headed|was (?:central|key) to|were (?:central|key) to|(?:was|were) (?:at|in) the (?:heart|cent(?:re|er)|top|focus) of|(?:was|were) the (?:focus|subject|topic) of|(?:was|were) (?:high )?on the)\b(?= (?:\S+ ){{0,4}}?{_TALK}\b)"
    r"|(?<!\w)و?(?:[تي]?تصدرت?|هيمنت?|طغت?|حضرت?|استحوذت?)(?!\w)(?= (?:\S+ ){0,12}?(?P<talk>(?:ال)?(?:مباحثات|محادثات|لقاء|اجتماع|اتصال|زياره|جدول|مكالمه)))"
)
"""What says that the subjects before it (in Arabic behind it) were talked of."""

_SUBJECT_OF = (
    "topped", "dominated", "figured", "featured", "led ", "headed", "central", "key to", "at the ", "in the ", "the focus", "the subject",
    "the topic", "on the", "تصدر", "هيمن", "طغ", "حضر", "استحوذ",
)  # fmt: skip
"""Parts of what says so: most clauses have none."""


def tabled(clause: Clause) -> list[tuple[int, int]]:
    """Stretches that name subjects of talks by such a phrase."""
    plain = clause.text.plain
    opened = _ON_THE_TABLE.match(plain, clause.start, clause.end)
    if opened is not None:
        return [(opened.end(), clause.end)]
    if not any(part in clause.plain for part in _SUBJECT_OF):
        return []
    topped = _TOPPED.search(plain, clause.start, clause.end)
    if topped is None:
        return []
    return [(topped.end(), topped.start("talk"))] if topped["talk"] else [(clause.start, topped.start())]


def subjects_end(clause: Clause, word: Word) -> int:
    """«ناقش فؤاد حسين وأسعد الشيباني أمن الحدود»: who discusses stands behind the Arabic verb, before the subject."""
    at = word.end
    if clause.text.plain[word.stem] < "\u0600" or word.nominal:
        return at
    for mention in clause.mentions:
        if mention.start >= at and mention.kind == "person":
            if clause.text.plain[at : mention.head].strip() not in ("", "و"):
                break
            at = mention.end
    return at
