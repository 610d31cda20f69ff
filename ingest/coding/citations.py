"""Who is cited without a verb of speech of his own: «وفقاً لـ…», «نقلاً عن …», "citing …", «فلان: …». PURE."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.sources import Source, name_behind, source_behind
from ingest.coding.speaking import speaks

_BY = regex(
    r"(?<!\w)[وف]?(?:(?:وفقا|طبقا)\s|نقلا عن\s|(?:كتب|غرد|دون)ت?\s|(?:ي|ت)?نقلت? (?:[^\s،.]+ ){1,7}?عن (?=[^.]{3,90}(?:قول|تاكيد|ان\s)))"
    r"|\b(?:citing|quoting|quoted|cited)\s(?:the |an? )?"
)
_WRITES = regex(r",?\s(?:also )?(?:wrote|posted|tweeted)\b")
_HINTS = ("وفقا", "طبقا", "نقل", "كتب", "غرد", "دون", "citing", "quot", "cited", "wrote", "posted", "tweeted")
_CLITIC = 1
_TITLE = regex(r"(?:[\w'-]+ ){0,3}(?:minister|commander|chief|spokes\w+|president|adviser|general|official|mayor) ")
_TITLES = 45
"""Characters of a title between the word and a person's name."""
_PERSONS = ("person", "government_body", "military_unit", "armed_group")


def cited(clause: Clause, lexicon: Lexicon) -> Iterator[Mention | Source]:
    """Names and sources that stand behind such words, in order; then who writes, and who stands before a colon."""
    plain = clause.plain
    if any(hint in plain for hint in _HINTS):
        for found in _BY.finditer(clause.text.plain, clause.start, clause.end):
            cited_one = _behind(clause, found.end(), lexicon)
            if cited_one is not None:
                yield cited_one
        for mention in clause.mentions:
            if speaks(mention) and _WRITES.match(clause.text.plain, mention.end, clause.end):
                yield mention
    first = next((m for m in clause.mentions if m.kind in _PERSONS and speaks(m)), None)
    if plain.startswith("عن ") and "قول" in plain[: 2 * _TITLES]:
        through = _behind(clause, clause.start + 3, lexicon)
        if through is not None:
            yield through
    leads = first is not None and first.head - clause.start <= _CLITIC and not clause.titular
    if first is not None and leads and clause.text.plain[first.end : first.end + 2].strip().startswith(":"):
        yield first


def _behind(clause: Clause, at: int, lexicon: Lexicon) -> Mention | Source | None:
    """The name at this place, one letter of a preposition aside; else a source, or a new name behind a title."""
    near = [m for m in clause.mentions if speaks(m) and 0 <= m.start - at <= _TITLES]
    mention = next((m for m in near if m.head - at <= _CLITIC), None)
    titled = next((m for m in near if m.kind == "person" and _TITLE.fullmatch(clause.text.plain, at, m.head)), None)
    if mention is not None or titled is not None:
        last = mention or titled
        person = next((m for m in near if last and m.kind == "person" and 0 <= m.start - last.end <= _CLITIC), None)
        return person or last
    if clause.text.plain[at - 2] < "\u0600":
        return source_behind(clause, at - 1)
    written = clause.text.plain.startswith("ل", at)
    source = source_behind(clause, at + written)
    return source or name_behind(clause, at + written, lexicon)
