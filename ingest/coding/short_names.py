"""Bodies by their noun alone, once they are named: "the Authority", «الوزارة». PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.coding.mentions import Mention
from ingest.coding.text import Text

_NOUNS = "authority|commission|ministry|command|council|department|service|agency|directorate|administration|center|centre|cell|committee|organization|organisation"
_SHORT = re.compile(
    rf"\b(?P<the>the (?P<noun>{_NOUNS}))\b(?!'s? (?:of|for)\b)(?! (?:of|for|to|in charge)\b)(?! \w+ (?:of|for)\b)"
)
_SHORT_AR = re.compile(
    r"(?<!\w)[وفبك]?(?P<the>(?:ال|لل?)(?P<noun>وزاره|هييه|مديريه|جهاز|قياده|مجلس|دايره|مفوضيه|منظمه|وكاله))(?!\w)"
    r"(?! (?:(?:ال|لل)(?!ي?وم|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد|ذي|تي|ماضي)\w+|\w+يه?(?!\w)))"
)


def with_short(text: Text, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, and those of bodies by a noun that one named before has in its name."""
    known: list[Mention] = list(found)
    pattern = _SHORT_AR if found and text.plain[found[0].start] > "\u0600" else _SHORT
    for match in pattern.finditer(text.plain) if found else ():
        start, end = match.span("the")
        if any(m.start < end and start < m.end for m in found):
            continue
        before = [m for m in found if m.end <= start and m.actor and not m.adjective and _named(text, m, match["noun"])]
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
