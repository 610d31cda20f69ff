"""Ambassadors and chargés d'affaires whom nobody registered: the name beside the word. PURE."""

from __future__ import annotations

import re

from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.sources import original
from ingest.coding.words import words

_AR = re.compile(
    r"(?: السفاره)?(?: جمهوريه العراق| العراق| سوريا| سوريه| الجمهوريه العربيه السوريه)?(?: (?:السوريه|العراقيه|السوري|العراقي|الجديده?))*(?: (?:في|لدي) (?:بغداد|دمشق))?[،,]? "
    r"(?:(?:السيده?|الدكتوره?) )?(?P<name>[\u0621-\u064a]{3,} (?:(?:عبد|ابو|ال|بن) )?[\u0621-\u064a]{3,}(?: [\u0621-\u064a]{3,})?)"
)
_NAME_EN = r"[A-Z][\w’'-]+(?: (?:(?:al|el|bin|Al|El)[- ])?[A-Z][\w’-]+){1,3}"
_EN = re.compile(rf"(?: [a-z]+){{0,3}},? (?P<name>{_NAME_EN})")
_EN_AHEAD = re.compile(
    rf"(?:named|appoint\w+|chose|nominat\w+|naming|posted|assigned) (?:[a-z]+ ){{0,4}}(?P<name>{_NAME_EN}) (?:as|to be) (?:[\w'’]+ ){{0,5}}$"
)
_NO_NAME = re.compile(
    r"(?:في|من|الي|علي|عن|مع|ان|الذي|التي|خلال|بعد|قبل|لدي|الجديد|السابق|المقبل|السوري|العراقي|اليوم|امس|رييسا|قايلا|مهامه|ل\w+|ب\w+|و\w+)$"
)
_PLACE_EN = re.compile(r"\b(?:Syria|Iraq|Baghdad|Damascus|Arab|Republic|Ministry|Embassy|Extraordinary|Iraqi|Syrian)\b")


def envoy(clause: Clause, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the unregistered name beside an ambassador's title at [start, end) stands."""
    found = _arabic(clause, end) if clause.text.plain[start] > "\u0600" else _english(clause, start, end)
    if found is None:
        return None
    known = lexicon.find(clause.text.plain[found[0] : found[1]])
    sure = any(set(h.name.actors) - h.name.weak_actors or h.name.places or h.name.offices for h in known)
    return None if sure else found


def _arabic(clause: Clause, end: int) -> tuple[int, int] | None:
    match = _AR.match(clause.text.plain, end, clause.end)
    if match is None:
        return None
    kept = match["name"].split()
    while len(kept) > 1 and (_NO_NAME.match(kept[-1]) or words().find(kept[-1])):
        kept.pop()
    if len(kept) < 2 or any(_NO_NAME.match(k) for k in kept) or words().find(" ".join(kept[:1])):
        return None
    first = match.start("name")
    return first, first + len(" ".join(kept))


def _english(clause: Clause, start: int, end: int) -> tuple[int, int] | None:
    behind = _EN.match(original(clause.text, end, min(clause.end, end + 70)))
    if behind is not None and not _PLACE_EN.search(behind["name"]):
        return end + behind.start("name"), end + behind.end("name")
    first = max(clause.start, start - 90)
    ahead = _EN_AHEAD.search(original(clause.text, first, start))
    if ahead is None or _PLACE_EN.search(ahead["name"]):
        return None
    return first + ahead.start("name"), first + ahead.end("name")
