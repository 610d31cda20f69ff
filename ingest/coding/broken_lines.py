"""Lines that were broken inside a sentence: to fit a width, or anywhere, as pasting does. PURE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.coding.regexes import regex

_Line = tuple[int, int]
"""[start, end) of a line without the blanks around it; empty where it is blank."""

_ENDED = regex(r"[.!?؟:…؛]+[\"'”»)\]]*$")
_STOP = regex(r"[.!?؟]+[\"'”»)\]]*(?=\s|$)")
_GOES_ON = regex(
    r"(?:[،,–-]|(?<!\w)(?:في|من|الي|إلى|على|علي|عن|مع|أن|ان|إن|التي|الذي|الذين|بين|قد|the|of|to|in|and|with|a|an|on|for|by|at|from|that|his|its|their))$"
)
_WIDEST, _NARROWEST = 130, 30
"""Characters of a line of text that was broken to fit a width."""
_LONG = 60
"""Characters from which a line without a full stop is no subheading."""
_FEWEST = 3
_FULL = 0.85
"""Share of the width from which a line may be full."""
_SPARSE = 400
"""Characters per full stop above which a text does without them: its lines are its sentences."""


def lines_of(text: str) -> Iterator[_Line]:
    """The lines of a text, blank ones too."""
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        start = at + line.find(bare) if bare else at
        yield start, start + len(bare)
        at += len(line) + 1


def breaks(text: str) -> Iterator[tuple[int, int]]:
    """[start, end) of each newline inside a sentence, with the blanks around it."""
    lines = list(lines_of(text))
    told = [(s, e) for s, e in lines if e > s]
    if len(told) < 2:
        return
    width, torn, stopped = _width(text, told), _is_torn(text, told), _mostly_stopped(text, told)
    for here, behind in zip(lines, lines[1:], strict=False):
        if here[1] == here[0] or behind[1] == behind[0]:
            continue
        inner = here != told[0]
        if _is_full(text, here, behind, width) or _goes_on(text, here, behind, torn and inner, stopped and inner):
            yield here[1], behind[0]


def _is_full(text: str, here: _Line, behind: _Line, width: int) -> bool:
    """Whether the next word did not fit."""
    word = text[behind[0] : behind[1]].split(" ", 1)[0]
    return width > 0 and here[1] - here[0] + 1 + len(word) > width * _FULL


def _goes_on(text: str, here: _Line, behind: _Line, torn: bool, stopped: bool) -> bool:
    """Whether nothing ends where the line ends."""
    line = text[here[0] : here[1]]
    if _ENDED.search(line):
        return False
    if torn or text[behind[0]].islower() or _GOES_ON.search(line):
        return True
    return stopped and len(line) >= _LONG


def _width(text: str, told: Sequence[_Line]) -> int:
    """The width that the lines were broken to, 0 where they were not: none is long, and most end inside a sentence."""
    lengths = [end - start for start, end in told]
    if len(told) <= _FEWEST or max(lengths) > _WIDEST:
        return 0
    open_ended = [n for (start, end), n in zip(told, lengths, strict=True) if not _ENDED.search(text[start:end])]
    if sum(n >= _NARROWEST for n in open_ended) < _FEWEST or len(open_ended) * 2 < len(told):
        return 0
    return max(lengths)


def _is_torn(text: str, told: Sequence[_Line]) -> bool:
    """Whether lines end anywhere: many without a full stop, in a text that has full stops elsewhere."""
    inner = told[1:]
    open_ended = sum(not _ENDED.search(text[s:e]) for s, e in inner)
    if open_ended < _FEWEST or open_ended * 5 < len(inner) * 2:
        return False
    size = sum(e - s for s, e in told)
    return sum(1 for _ in _STOP.finditer(text)) * _SPARSE > size


def _mostly_stopped(text: str, told: Sequence[_Line]) -> bool:
    """Whether the long lines of a text end with a full stop."""
    long = [(s, e) for s, e in told[1:] if e - s >= _LONG]
    return len(long) >= _FEWEST and sum(bool(_ENDED.search(text[s:e])) for s, e in long) * 10 >= len(long) * 7
