"""Expressions are compiled late: that all of them are well-formed is for a test to say, not for the first reader."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import ingest.coding
from ingest.coding.regexes import regex


def test_every_expression_of_the_coder_is_well_formed() -> None:
    kind = type(regex(""))
    asked = 0
    for module in pkgutil.iter_modules(ingest.coding.__path__, "ingest.coding."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            for one in values:
                if isinstance(one, kind):
                    one.search("")
                    asked += 1
    assert asked > 1000


def test_answers_as_a_compiled_one() -> None:
    late, compiled = regex(r"(a)b", re.I), re.compile(r"(a)b", re.I)
    assert late.pattern == compiled.pattern
    assert late.flags == compiled.flags
    assert [m.span() for m in late.finditer("xAB ab")] == [m.span() for m in compiled.finditer("xAB ab")]
    assert late.search("ab") and not late.search("ba")


def test_a_wrong_one_says_so_when_asked() -> None:
    with pytest.raises(re.error):
        regex("(").search("")
