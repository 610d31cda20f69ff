"""What was put off once, before it took place after all. PURE."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coding.regexes import regex
from ingest.coding.words import Word

if TYPE_CHECKING:
    from ingest.coding.reading import Clause


def once_put_off(clause: Clause, act: Word, cue: Word) -> bool:
    """ "held talks on Friday, in a visit that had been put off once": of something else, and earlier."""
    which = _HAD_BEEN.search(clause.before(cue.start, 30))
    return which is not None and cue.start - len(which.group()) - act.end > 2


_HAD_BEEN = regex(r"\b(?:that|which) had (?:\w+ )?been $")
