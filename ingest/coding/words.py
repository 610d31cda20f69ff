"""Classes of words: one automaton over every form of patterns/words.yaml and groups.yaml, one scan per text. PURE."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from events import shipped_yaml

FOLDER = Path(__file__).parent / "patterns"
PREFIXES = frozenset(
    prefix + article
    for article in ("", "ال")
    for prefix in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك", "س", "وس", "فس")
) | frozenset(("لل", "ولل", "فلل"))
"""What may stand before an Arabic word, written together: conjunction, preposition, article, the future's س."""
VERB_PREFIXES = frozenset(("", "و", "ف", "ل", "ول", "فل"))
"""What may stand before a finite verb."""
SUFFIXES = frozenset(("", "ه", "ها", "هم", "هما", "نا", "ا", "هن", "ين", "ان", "ون", "ات", "تين"))
"""What may stand behind one: pronouns, and the endings of dual and plural."""
VERB_SUFFIXES = frozenset(("", "ه", "ها", "هم", "هما", "نا", "هن"))
"""What may stand behind a finite verb: pronouns («صادرات» is no form of «صادر»)."""
_LONG_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one or more classes at [start, end) of a folded text, its clitics included; `stem` is where the form
    itself begins; `nominal`: no finite Arabic verb."""

    start: int
    end: int
    stem: int
    classes: frozenset[str]
    nominal: bool = True


class Words:
    """All words and their classes."""

    def __init__(self, table: dict[str, frozenset[str]], prefixes: frozenset[str], verbs: frozenset[str]) -> None:
        self._forms = list(table)
        self._before = [VERB_PREFIXES if f in verbs else PREFIXES for f in self._forms]
        self._behind = [VERB_SUFFIXES if f in verbs else SUFFIXES for f in self._forms]
        self._classes = [table[f] for f in self._forms]
        self._shut = [len(f) < _LONG_ENOUGH and f not in prefixes for f in self._forms]
        self._open = [f in prefixes for f in self._forms]
        self._automaton = AhoCorasick(
            self._forms, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def find(self, text: str) -> list[Word]:
        """All words of a folded text in order, the longest where they overlap. Linear."""
        kept: list[Word] = []
        for word in sorted(self._candidates(text), key=lambda w: (w.stem, w.stem - w.end)):
            if not kept or word.stem >= kept[-1].end:
                kept.append(word)
            elif (word.stem, word.end) == (kept[-1].stem, kept[-1].end):
                kept[-1] = replace(word, classes=word.classes | kept[-1].classes)
        return kept

    def _candidates(self, text: str) -> Iterator[Word]:
        size, classes = len(text), self._classes
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if end < size and text[end].isalnum() and self._shut[index]:
                continue
            first, last = start, end
            while first > 0 and start - first < 4 and text[first - 1].isalnum():
                first -= 1
            if first > 0 and text[first - 1].isalnum():
                continue
            while last < size and last - end < 16 and text[last].isalnum():
                last += 1
            if last < size and text[last].isalnum():
                continue
            form = self._forms[index]
            if form[0] < "\u0600":
                if first != start or (last != end and not self._open[index]):
                    continue
            elif text[first:start] not in self._before[index] or not _may_end(
                form, text[end:last], self._behind[index]
            ):
                continue
            yield Word(first, last, start, classes[index], self._before[index] is PREFIXES)


def _may_end(form: str, suffix: str, allowed: frozenset[str]) -> bool:
    return not suffix or (len(form) >= _LONG_ENOUGH and suffix in allowed)


def inside(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words of a stretch."""
    first = bisect_left(words, start, key=lambda w: w.start)
    last = bisect_left(words, end, key=lambda w: w.start)
    return list(words[first:last])


@functools.cache
def read_yaml(name: str) -> Any:
    """A file of `patterns/`, read once: not to be written to."""
    return shipped_yaml.read(FOLDER / name)


@functools.cache
def words() -> Words:
    """The shipped classes, read and expanded once."""
    table: dict[str, set[str]] = defaultdict(set)
    prefixes: set[str] = set()
    verbs: set[str] = set()
    nouns: set[str] = set()
    for file in ("words.yaml", "groups.yaml"):
        for name, row in read_yaml(file).items():
            for entry in row["ar"]:
                for form in arabic_forms(str(entry)):
                    table[form].add(name)
                    (verbs if "/" in str(entry) else nouns).add(form)
            for entry in row["en"]:
                for form in english_forms(str(entry)):
                    table[form].add(name)
                    if str(entry).endswith("*"):
                        prefixes.add(form)
    return Words(
        {form: frozenset(names) for form, names in table.items()}, frozenset(prefixes), frozenset(verbs - nouns)
    )


def arabic_forms(entry: str) -> Iterable[str]:
    """«past/present» gives a verb's forms of the third person; a noun in ـه also its form before a pronoun."""
    if "/" not in entry:
        yield entry
        if entry.endswith("ه") and len(entry) > 3:
            yield entry[:-1] + "ت"
        return
    past, present = entry.split("/")
    weak = past.endswith("ي")
    stem = past[:-1] if weak else past
    yield from {past, stem + "ت", stem + "وا", stem + "تا", stem + "نا"} | ({past + "ا"} if weak else {stem + "ا"})
    short = present[:-1] if present.endswith("ي") else present
    for person in "يتن":
        yield from (person + present, "س" + person + present)
        if person != "ن":
            yield from (person + short + "ون", person + present + "ان", person + short + "وا")
            yield from ("س" + person + short + "ون", "س" + person + present + "ان")


def english_forms(entry: str) -> Iterable[str]:
    """`word~` gives the regular forms of its first word; `stem*` stands for every word that begins so."""
    if entry.endswith("*"):
        yield entry[:-1]
        return
    if "~" not in entry:
        yield entry
        return
    verb, rest = entry.split("~")
    if verb.endswith("ee"):
        forms = [verb, verb + "s", verb + "d", verb + "ing"]
    elif verb.endswith("e"):
        forms = [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        forms = [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    elif verb.endswith(("s", "sh", "ch", "x", "z")):
        forms = [verb, verb + "es", verb + "ed", verb + "ing"]
    else:
        forms = [verb, verb + "s", verb + "ed", verb + "ing"]
        if verb[-1] in _DOUBLED and verb[-2] in "aeiou":
            forms += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    yield from (form + rest for form in forms)


_DOUBLED = "bdgklmnprt"
"""Final consonants that may be written twice: admitted, repelling, stepped."""
