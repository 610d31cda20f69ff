"""Subjects of talk told first: "On the table were …", «تصدر ملف … المباحثات», "… topped their conversation". PURE."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.coding.pairs import twins
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


def pair_behind(clause: Clause, word: Word, talks: Sequence[Word]) -> int:
    """Where the two end between whom the talk was that a verb of discussing has as its subject, «تناول اتصال هاتفي بين رئيس
    الوزراء والعاهل الأردني …», or who are its subject themselves, «بحث الجيشان العراقي والسوري …»; 0 without."""
    behind = next((b for a, b in twins(clause) if 0 <= a.start - word.end <= 2), None)
    if behind is not None:
        return behind.end
    talk = next((w for w in talks if 0 <= w.start - word.end <= 1), None)
    between = _BETWEEN.match(clause.after(talk.end, 30)) if talk is not None else None
    if talk is None or between is None:
        return 0
    named = [m for m in clause.mentions if m.actor and m.start >= talk.end + between.end()][:2]
    return named[-1].end if named and named[0].head - talk.end <= _NEAR_BETWEEN else 0


_BETWEEN = regex(r" (?:\S+ )?(?:بين|جمع|جمعت) ")
_NEAR_BETWEEN = 60
