"""Expressions that are compiled when they are first asked: fifteen hundred of them cost more than the rest of a start."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Unread:
    """Stands for an expression; what is asked of the compiled one is kept, so that only the first question waits."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        answers = getattr(self._compiled, name)
        setattr(self, name, answers)
        return answers

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, to be asked for `search`, `match` and their like; re.error at the first question where
    the expression is wrong."""
    return cast("re.Pattern[str]", _Unread(pattern, flags))
