"""Whom a number of a clause counts by the words around it: prisoners, those whom others lead, those in camps. PURE."""

from __future__ import annotations

import re

from events.codebook import Unit
from ingest.coding.counts import Number
from ingest.coding.reading import Clause

MANY = 100
"""A position and talks speak of no smaller numbers of people."""
VAGUE = (20.0, 200.0, 2000.0, 20_000.0, 200_000.0)
JAILED = re.compile(
    r"افراج|افرج|اطلاق سراح|releas|freed|سجن|سجين|سجناء|معتقل|محكوم|نزيل|نزلاء|موقوف|jailed|prison|inmate|convict"
)
_SMUGGLED = re.compile(
    r"(?<!\w)(?:(?:ل|ب|و)?(?:ادخال|تهريب|نقل|ايواء)|(?:كان(?:وا|ت)? )?[يت](?:نقل|هرب|قود|رافق|قل)(?:ون|ان)?|(?:برفقت|بصحبت|مع)(?:ه|هم|ها)) (?:نحو )?$"
    r"|\b(?:smuggl\w+|ferry(?:ing)?|ferried|sneak(?:ing)?|transport(?:ing|ed)?|guid(?:ing|ed)|escort(?:ing|ed)|hiding|sheltering|bring(?:ing)?|with|found) (?:about |some )?$"
)
"""«كانوا يحاولون إدخال 11 سورياً»: those whom others led are people, whoever was caught."""


def led_by_others(before: str) -> bool:
    """Whether those counted behind `before` were smuggled or brought by somebody."""
    return _SMUGGLED.search(before) is not None


def in_jail(clause: Clause, number: Number) -> bool:
    """Whether prisons or prisoners stand by a number."""
    return (
        JAILED.search(clause.text.plain, max(clause.start, number.start - 40), min(clause.end, number.end + 60))
        is not None
    )


def talked_of(number: Number, clause: Clause) -> bool:
    """Talks count those in camps or gone home from them, and prisoners: nobody else is theirs."""
    if number.value < MANY or number.value in VAGUE or clause.titular:
        return False
    home = number.unit in (Unit.PEOPLE, Unit.FAMILIES) and _HOME.search(clause.plain) is not None
    return number.unit is Unit.DETAINEES or home


_HOME = re.compile(
    r"مخيم|الهول|استعاد|اعاد|عادوا|العايدين|\bcamps?\b|al-hol\b|repatriat|(?:brought|taken|bring|take|took) (?:back|home)|\breturned\b|come (?:back|home)"
)
