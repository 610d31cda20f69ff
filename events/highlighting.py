"""A text cut at the spans of its claims: pieces of plain text and pieces that one or more claims point at. PURE."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BREAK = re.compile(r"[.!?؟…]+[\s\"'”»)\]]|\n+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim's span, in code points of the text; `key` tells which claims it stands for."""

    start: int
    end: int
    key: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `keys` of the marks that cover it, `opens` and `closes` those that begin and end with it."""

    text: str
    keys: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()


def pieces(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Piece]:
    """`text[start:end]` in pieces; joined they are that text again. Marks beyond its ends are clipped or left out."""
    end = len(text) if end is None else min(end, len(text))
    inside = sorted(
        (Mark(max(m.start, start), min(m.end, end), m.key) for m in marks if m.start < end and m.end > start),
        key=lambda m: (m.start, m.end, m.key),
    )
    cuts = sorted({start, end, *(m.start for m in inside), *(m.end for m in inside)})
    found = []
    for left, right in zip(cuts, cuts[1:], strict=False):
        keys = tuple(dict.fromkeys(m.key for m in inside if m.start <= left and m.end >= right))
        opens = tuple(dict.fromkeys(m.key for m in inside if m.start == left))
        closes = tuple(dict.fromkeys(m.key for m in inside if m.end == right))
        found.append(Piece(text[left:right], keys, opens, closes))
    return found


def sentences(text: str, marks: Sequence[Mark], limit: int) -> list[tuple[int, int]]:
    """The sentences that hold marks, in order, at most `limit`: those with the most marks stay."""
    cuts = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    spans = [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if text[a:b].strip()]
    held = [(sum(1 for m in marks if m.start < b and m.end > a), (a, b)) for a, b in spans]
    best = sorted((h for h in held if h[0]), key=lambda h: -h[0])[:limit]
    return sorted(span for _n, span in best)
