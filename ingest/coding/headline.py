"""The headline where it stands at the head of the body, in place of the title or once more. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.codebook import SpanIn
from ingest.coding.arabic import Folded
from ingest.coding.regexes import regex
from ingest.coding.text import Text, split

_SHORTEST, _LONGEST, _WORDS = 25, 170, 4
"""Characters and words of a headline."""
_ENDED = regex(r"[.؛:،,…]\W*$")
_STOPPED = regex(r"[.!?؟][\"'”»)\]]*$")
_OUTLET = regex(r"\W*(?:بغداد|دمشق|baghdad|damascus|[\w ]{2,20})\s*(?:[-–—/]|\([^)]{2,20}\))")
"""A dateline opens the news itself."""
_LONG = 60
"""Characters from which a line is told, not named."""


def headed(originals: Sequence[str], folded: Sequence[Folded]) -> list[Text]:
    """Title and body; a headline at the head of the body is the title of an article that has none, and is read once where
    it repeats the title."""
    title, body = folded
    first = _first_line(body.text)
    if first is not None:
        start, end = first
        rest = body.part(end, len(body.text))
        if title.text.strip():
            if _alike(title.text, body.text[start:end]):
                return [split(SpanIn.TITLE, originals[0], title), split(SpanIn.BODY, originals[1], rest)]
        elif _is_headline(body.text, start, end):
            head = body.part(start, end)
            return [split(SpanIn.BODY, originals[1], head, True), split(SpanIn.BODY, originals[1], rest)]
    return [split(SpanIn.TITLE, originals[0], title), split(SpanIn.BODY, originals[1], body)]


def _first_line(text: str) -> tuple[int, int] | None:
    """[start, end) of the first line, None where nothing follows it."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return (start, end) if end > start and text[end:].strip() else None


def _alike(title: str, line: str) -> bool:
    one, other = (" ".join(re.findall(r"\w+", words)) for words in (title, line))
    return one == other or (
        len(one) > _SHORTEST
        and len(other) > _SHORTEST
        and (one in other or other in one)
        and abs(len(one) - len(other)) < _SHORTEST
    )


def _is_headline(text: str, start: int, end: int) -> bool:
    """A line of a headline's length without a full stop, over lines that have one."""
    line = text[start:end].strip()
    if (
        not _SHORTEST <= len(line) <= _LONGEST
        or len(line.split()) < _WORDS
        or _ENDED.search(line)
        or _OUTLET.match(line)
    ):
        return False
    told = [n.strip() for n in text[end:].split("\n") if len(n.strip()) >= _LONG]
    return bool(told) and sum(bool(_STOPPED.search(n)) for n in told) * 2 > len(told)
