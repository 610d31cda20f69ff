"""Bodies that the registry does not know, by the names such bodies bear: «الهلال الأحمر العراقي», «الفرقة الخامسة». PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from ingest.coding.bare_bodies import POST
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Text
from ingest.coding.words import read_yaml

KIND = "unlisted_body"
_TITLE = 40
"""Characters before a body within which a title stands."""
_PART_OF = regex(r" (?:في|ضمن|من|ب|التابعه? ل|التابعين ل|لل?)(?! قضاء| ناحيه| محافظه| منطقه)")
"""«لواء المشاة 29 في الفرقة السابعة»: the greater body acts."""
_NEXT = 30
"""Characters behind a body within which the greater one stands that it is part of."""


def with_unlisted(text: Text, found: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions, and those of such bodies; a town in a body's name stays a place."""
    if not found or text.plain[found[0].start] < "\u0600":
        return found
    heads, pattern = _bodies()
    if not any(head in text.plain for head in heads):
        return found
    known = list(found)
    for match in pattern.finditer(text.plain):
        start, end = match.span("body")
        beside = [m for m in known if m.start < end and start < m.end]
        if any(m.actor and not m.adjective and m.kind != "country" for m in beside) or (
            match["of"] and not any(m.place and m.start <= match.start("of") + 1 for m in beside)
        ):
            continue
        if POST.search(text.plain, max(0, start - _TITLE), start) or _belongs(text, end, known):
            continue
        known.append(Mention(start, end, kind=KIND, unknown=True))
    return sorted(known, key=lambda m: m.start) if len(known) > len(found) else found


def _belongs(text: Text, end: int, found: Sequence[Mention]) -> bool:
    if not _PART_OF.match(text.plain, end):
        return False
    return any(m.actor and m.kind not in ("person", "country") and end < m.start <= end + _NEXT for m in found)


@functools.cache
def _bodies() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """What stands in every such name, and the expression: whole names, units by their number, bodies by their town."""
    table = read_yaml("nations.yaml")["unlisted"]
    named, units, towns = ("|".join(sorted(table[k], key=len, reverse=True)) for k in ("names", "units", "of_towns"))
    ordinals = "|".join(table["ordinals"])
    expression = regex(
        rf"(?<!\w)[وفبلك]?(?P<body>(?:{named})|(?:{units}) (?:\d+|(?:ال)?(?:{ordinals})(?: عشره?| والعشرون| والعشرين)?)"
        rf"|(?:{towns}) (?P<of>[^\s،.:؛()«»\"]+)(?: (?:الثامن|الاول|الثاني|الثالث|الرابع|الخامس))?)(?!\w)"
    )
    heads = {name.split()[0] for kind in ("units", "of_towns", "names") for name in table[kind]}
    return tuple(heads), expression
