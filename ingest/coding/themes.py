"""What a stretch is about: one automaton over every form of patterns/themes.yaml. PURE."""

from __future__ import annotations

import functools

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from events.codebook import Theme
from ingest.coding.regexes import regex
from ingest.coding.words import read_yaml

_ARABIC = "\u0600"


class Themes:
    """All forms and their themes."""

    def __init__(self, table: dict[str, list[tuple[Theme, bool]]]) -> None:
        self._meant = list(table.values())
        self._forms = list(table)
        self._automaton = AhoCorasick(
            self._forms, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def find(self, plain: str, start: int, end: int) -> tuple[tuple[Theme, int, int], ...]:
        """The themes that [start, end) of a folded text touches, each where it is first named."""
        found: dict[Theme, tuple[int, int]] = {}
        stretch = plain[start:end]
        for index, first, last in self._automaton.find_matches_as_indexes(stretch, overlapping=True):
            for theme, opened in self._meant[index]:
                if theme not in found and (self._forms[index][0] > _ARABIC or _whole(stretch, first, last, opened)):
                    found[theme] = _word_around(plain, start + first, start + last)
        return tuple((theme, *found[theme]) for theme in Theme if theme in found)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """A form with the rest of its first and last word: «محتجز» in «محتجزي»."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _whole(text: str, start: int, end: int, opened: bool) -> bool:
    """Whether an English form is a word of its own, or begins one."""
    return not text[start - 1 : start].isalnum() and (opened or not text[end : end + 1].isalnum())


@functools.cache
def _themes() -> Themes:
    table: dict[str, list[tuple[Theme, bool]]] = {}
    for name, row in read_yaml("themes.yaml").items():
        for form in [*row["ar"], *row["en"]]:
            table.setdefault(form.removesuffix("*"), []).append((Theme(name), form.endswith("*")))
    return Themes(table)


AT_STAKE = regex(
    r"تهديد|منطلقا|ضد (?:سوريا|العراق)|against (?:syria|iraq)|threat|launchpad|springboard"
    r"|(?<!\w)(?:وال|ال|و)?(?:تعاون|تنسيق|عمل) (?:ال)?(?:امني|استخبار\w*|عسكري)|\b(?:security|intelligence|military) (?:cooperation|co-operation|coordination)\b"
)
"""A threat from the other's land, or what the two do together about it: what a position of the file speaks of."""


@functools.lru_cache(maxsize=512)
def themes_in(plain: str, start: int, end: int) -> tuple[tuple[Theme, int, int], ...]:
    """The themes of a stretch of a folded text, each where it is first named."""
    return _themes().find(plain, start, end)
