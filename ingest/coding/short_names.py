"""Bodies by their noun alone, once they are named: "the Authority", «الوزارة». PURE."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Text

_NOUNS = "authority|commission|ministry|command|council|department|service|agency|directorate|administration|center|centre|cell|committee|organization|organisation"
_SHORT = regex(
    rf"\b(?P<the>the (?P<noun>{_NOUNS}))\b(?!'s? (?:of|for)\b)(?! (?:of|for|to|in charge)\b)(?! \w+ (?:of|for)\b)"
)
_SHORT_AR = regex(
    r"(?<!\w)[وفبك]?(?P<the>(?:ال|لل?)(?P<noun>وزاره|هييه|مديريه|جهاز|قياده|مجلس|دايره|مفوضيه|منظمه|وكاله))(?!\w)"
    r"(?! (?:(?:ال|لل)(?!ي?وم|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد|ذي|تي|ماضي)\w+|\w+يه?(?!\w)))"
)


def with_short(text: Text, found: Sequence[Mention], lexicon: Lexicon, day: date) -> list[Mention]:
    """The mentions, and those of bodies by a noun that one named before, or the title of its man, has in its name."""
    known: list[Mention] = list(found)
    bodies = [*(m for m in found if m.kind != "person"), *_of_men(text, found, lexicon, day)]
    pattern = _SHORT_AR if found and text.plain[found[0].start] > "\u0600" else _SHORT
    for match in pattern.finditer(text.plain) if found else ():
        start, end = match.span("the")
        if any(m.start < end and start < m.end for m in found):
            continue
        before = [
            m for m in bodies if m.end <= start and m.actor and not m.adjective and _named(text, m, match["noun"])
        ]
        before.sort(key=lambda m: m.start)
        if not before:
            continue
        last = before[-1]
        if len({m.actor for m in before}) > 1 and any(m.actor != last.actor and start - m.end < _NEAR for m in before):
            continue
        known.append(replace(last, start=start, end=end, title=None, place=None, office=None, unknown=False, land=""))
    return sorted(known, key=lambda m: m.start)


_NEAR = 200
"""Characters within which another body of the same noun leaves it open which is meant."""


def _named(text: Text, mention: Mention, noun: str) -> bool:
    return re.search(rf"(?<!\w)(?:ال|لل?)?{noun}\b", text.plain[mention.start : mention.end]) is not None


_TITLE = 70
"""Characters before a name within which a title stands."""


def _of_men(text: Text, found: Sequence[Mention], lexicon: Lexicon, day: date) -> Iterator[Mention]:
    """«المتحدث باسم وزارة الهجرة علي عباس»: the bodies whose men are named, at the words of their titles."""
    last = 0
    for man in found:
        if man.kind != "person":
            continue
        first, last = max(man.start - _TITLE, last), man.end
        office = lexicon.office_of(man.actor, day) if man.actor else None
        if office is None or office.org not in lexicon.actors:
            continue
        kind = lexicon.actors[office.org].kind
        yield replace(man, start=min(first, man.start), actor=office.org, kind=kind)
