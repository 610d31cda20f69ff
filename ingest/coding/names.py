"""What a name may mean: names of the registry's rows gathered by their folded form. PURE."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ingest.coding.arabic import key
from ingest.coding.regexes import regex
from ingest.coding.words import read_yaml


@dataclass(frozen=True, slots=True)
class Name:
    """What one name may mean: ids by kind. `weak`: needs a second cue; `acronym`: only in capitals."""

    actors: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    weak_actors: frozenset[str] = frozenset()
    weak_places: frozenset[str] = frozenset()
    metonym: bool = False
    acronym: bool = False


@dataclass(slots=True)
class Meanings:
    actors: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    weak_actors: set[str] = field(default_factory=set)
    weak_places: set[str] = field(default_factory=set)
    metonym: bool = False
    acronym: bool = True


def all_of(row: Mapping[str, Any], prefix: str) -> set[str]:
    return {t for lang in ("ar", "en") for t in row.get(f"{prefix}_{lang}", ())}


def names_of(row: Mapping[str, Any]) -> list[str]:
    """Its names and aliases, in an order that is the same in every process."""
    return sorted({t for t in (row["name_en"], row.get("name_ar")) if t} | all_of(row, "aliases"))


def is_acronym(text: str) -> bool:
    return text.isascii() and text.replace(".", "").isalpha() and text.upper() == text and len(text) <= 6


def add_names(meanings: dict[str, Meanings], row: Mapping[str, Any], kind: str) -> None:
    metonyms, weak = all_of(row, "metonyms"), all_of(row, "weak_aliases")
    for text in sorted({*names_of(row), *weak, *metonyms}):
        meaning = meanings[key(text)]
        getattr(meaning, kind).add(row["id"])
        if text in weak:
            getattr(meaning, f"weak_{kind}").add(row["id"])
        meaning.metonym |= text in metonyms
        meaning.acronym &= is_acronym(text)


def add_bare_names(meanings: dict[str, Meanings], rows: Iterable[Mapping[str, Any]]) -> None:
    """«وزارة العدل», "the Interior Ministry": a body without its nationality is a weak name; where the report is
    datelined decides whose it is."""
    for row in rows:
        if row["kind"] not in ("government_body", "military_unit") or row["side"] not in ("IQ", "SY"):
            continue
        for text in names_of(row):
            bare = _NATIONALITY.sub("", key(text)).strip()
            if len(bare.split()) < 2 or bare == key(text) or not _BODY.search(bare):
                continue
            if bare in meanings and (meanings[bare].offices or meanings[bare].places):
                continue
            meaning = meanings[bare]
            meaning.acronym = False
            if row["id"] not in meaning.actors:
                meaning.actors.add(row["id"])
                meaning.weak_actors.add(row["id"])


def add_forms(
    meanings: dict[str, Meanings],
    actors: Sequence[Mapping[str, Any]],
    offices: Sequence[Mapping[str, Any]],
    places: Sequence[Mapping[str, Any]],
) -> None:
    """The forms of names that follow from others by rule."""
    add_kinds(meanings, places)
    add_sites(meanings, actors)
    add_owned_names(meanings, actors)
    add_heads(meanings, offices, actors)


def add_owned_names(meanings: dict[str, Meanings], rows: Iterable[Mapping[str, Any]]) -> None:
    """ "Iraq's cabinet" for "Iraqi cabinet", "the interior ministry of the Kurdistan Region", "the U.N. refugee agency": a
    body under every form of the name of whom it belongs to. English."""
    added: dict[str, Meanings] = defaultdict(Meanings)
    for row in rows:
        owner = _OWNERS.get(row["side"])
        if owner is None or row["kind"] not in _BODIES:
            continue
        weak = all_of(row, "weak_aliases")
        for text in sorted({row["name_en"], *row.get("aliases_en", ()), *row.get("weak_aliases_en", ())}):
            bare = owner.own.sub("", key(text)).strip()
            owned = bare != key(text)
            if not bare or text[0] > "\u0600" or not (owned or owner.all):
                continue
            for name in [*(f"{who} {bare}" for who in owner.before), *(f"{bare} {whose}" for whose in owner.behind)]:
                if name not in meanings:
                    added[name].acronym = False
                    added[name].actors.add(row["id"])
                    added[name].weak_actors |= {row["id"]} if owned and text in weak else set()
    meanings.update(added)


_BODIES = frozenset(("government_body", "military_unit", "international_org"))


@dataclass(frozen=True, slots=True)
class _Owner:
    """How English says whose a body is: before its name and behind it; `own`: how the registry does; `all`: said too of
    bodies whose name there does not say it."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    own: re.Pattern[str]
    all: bool = False


_OWNERS = {
    "IQ": _Owner(
        ("iraqi", "iraq's"),
        ("of iraq",),
        regex(r"^(?:iraqi|iraq's) | of (?:the republic of )?iraq$| \(.*\)$"),
        True,
    ),
    "SY": _Owner(("syrian", "syria's"), ("of syria",), regex(r"^(?:syrian|syria's) | of syria$| \(.*\)$"), True),
    "KRG": _Owner(
        (
            *("krg", "krg's", "kurdistan", "kurdistan's", "kurdistan region", "kurdistan region's", "region's"),
            *("iraqi kurdistan's", "iraq's kurdistan region's", "kurdistan regional government's"),
        ),
        (
            "of the kurdistan region",
            "of the krg",
            "of the kurdistan regional government",
            "of iraqi kurdistan",
            "in erbil",
        ),
        regex(r"^(?:krg(?:'s)?|kurdistan(?: region)?(?:'s)?|kurdish|regional) | \(.*\)$"),
    ),
    "US": _Owner(("us", "u.s.", "american", "united states"), (), regex(r"^(?:u\.?s\.?|american) ")),
    "UN": _Owner(("un", "u.n.", "united nations", "un's"), (), regex(r"^un ")),
    "TR": _Owner(("turkish", "turkey's", "turkiye's", "türkiye's"), (), regex(r"^turkish | \(türkiye\)$")),
    "IR": _Owner(("iranian", "iran's"), (), regex(r"^iranian | \(iran\)$")),
    "JO": _Owner(("jordanian", "jordan's"), (), regex(r"^jordanian | \(jordan\)$")),
}


def add_heads(
    meanings: dict[str, Meanings], offices: Iterable[Mapping[str, Any]], rows: Iterable[Mapping[str, Any]]
) -> None:
    """ "Iraq's intelligence service chief", «مدير المخابرات العراقية»: the head of a body, under every name of the body."""
    bodies = {row["id"]: row for row in rows if row["kind"] in _BODIES and row["side"] in ("IQ", "SY")}
    for office in offices:
        row, lead = bodies.get(office["org"]), _HEAD.match(key(office["title_en"]))
        if row is None or lead is None:
            continue
        weak = all_of(row, "weak_aliases")
        names = {_IN_BRACKETS.sub("", key(t)) for t in names_of(row) if t not in weak}
        if lead["body"] not in names | {key(t) for t in weak}:
            continue
        names |= {
            f"{_STATES[n.partition(' ')[0]]}'s {n.partition(' ')[2]}"
            for n in names
            if n.startswith(("iraqi ", "syrian "))
        }
        english, arabic = _HEADS[lead["head"]]
        forms = {f"{h} of {the}{n}" for h in english for n in names if n[0] < "\u0600" for the in ("", "the ")}
        forms |= {f"{n} {english[-1]}" for n in names if n[0] < "\u0600"}
        forms |= {f"{h} {n}" for h in arabic for n in names if n[0] > "\u0600"}
        for form in sorted(f for f in forms if f not in meanings):
            meanings[form].offices.add(office["id"])
            meanings[form].acronym = False


_HEAD = regex(r"(?P<head>chief of staff|head|chairman|director|president|commander)(?: of (?:the )?|, )(?P<body>.+)")
_HEADS = {
    "chief of staff": (("chief of staff",), ("رييس اركان",)),
    "commander": (("head", "commander", "chief"), ("قايد",)),
    **dict.fromkeys(
        ("head", "chairman", "director", "president"), (("head", "director", "chairman", "chief"), ("رييس", "مدير"))
    ),
}
_IN_BRACKETS = regex(r" \(.*\)$")


def add_kinds(meanings: dict[str, Meanings], rows: Iterable[Mapping[str, Any]]) -> None:
    """ "Al-Qaim port" for "al-Qaim crossing", «منفذ القائم البري»: a place under every noun for what it is."""
    for row in rows:
        heads, nouns = _KINDS.get(row["kind"], ((), ()))
        weak = all_of(row, "weak_aliases")
        for text in names_of(row) if nouns else ():
            name = key(text)
            noun = next((n for n in nouns if name.endswith(f" {n}")), None)
            first = next((h for h in heads if name.startswith(f"{h} ")), None)
            if text in weak or (noun is None and first is None):
                continue
            if noun is not None:
                other = {f"{name[: -len(noun)]}{n}" for n in nouns}
            else:
                bare = _BORDER.sub("", name[len(str(first)) + 1 :])
                other = {f"{h} {bare}{more}" for h in heads for more in ("", *(_AT_BORDER if len(heads) > 1 else ()))}
            for one in sorted(o for o in other if o not in meanings):
                meanings[one].places.add(row["id"])
                meanings[one].acronym = False


def add_sites(meanings: dict[str, Meanings], rows: Iterable[Mapping[str, Any]]) -> None:
    """A camp or prison is a body and a place: under every name of the body."""
    for row in rows:
        if row["kind"] == "camp_or_facility":
            own = [meanings[key(t)] for t in names_of(row)]
            places = set().union(*(m.places for m in own))
            for meaning in own:
                meaning.places |= places if not meaning.places and len(places) == 1 else set()


_CROSSING = ("crossing", "border crossing", "border crossing point", "border post", "border port", "land port", "port")
_KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "crossing": (
        ("معبر", "منفذ"),
        (*_CROSSING, "port of entry", "border gate", "border point", "land crossing", "border checkpoint"),
    ),
    "camp": (("مخيم",), ("camp", "refugee camp", "displacement camp", "detention camp", "displaced persons camp")),
    "prison": (("سجن",), ("prison", "central prison", "jail")),
    "base": (("قاعده",), ("base", "airbase", "air base", "military base", "garrison", "outpost")),
}
"""Nouns before the name of a place of a kind in Arabic, and behind it in English."""
_BORDER = regex(r" (?:الحدودي|البري)$")
_AT_BORDER = (" الحدودي", " البري")


_NATIONALITY = regex(
    r"^(?:iraqi|syrian|iraq's|syria's) | (?:of (?:iraq|syria)|\((?:iraq|syria)\))$| (?:ال)?(?:عراقيه|سوريه|عراقي|سوري)$"
)
_BODY = regex(
    r"^(?:وزاره|هيئه|هيءه|دائره|دايره|اداره|مديريه|جهاز|مجلس|رئاسه|رياسه|قياده|مكتب)|ministry|department|directorate|authority|commission|service|office|presidency|council|command"
)


def with_contractions(meanings: dict[str, Meanings]) -> dict[str, Meanings]:
    """ل before the article swallows its alef: «للعراق». The contracted form is a name too."""
    return {**{"لل" + p[2:]: m for p, m in meanings.items() if p.startswith("ال") and len(p) > 4}, **meanings}


def add_surnames(meanings: dict[str, Meanings], people: Iterable[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """Every person's last name is a weak name of his; who has which first name decides."""
    first_names = {}
    for row in people:
        known: set[str] = set()
        for name in names_of(row):
            parts = key(name).split()
            if len(parts) < 2:
                continue
            if parts[0] not in _NO_FIRST_NAMES:
                known |= latin_spellings(parts[0]) if parts[0].isascii() else {parts[0]}
            for last in sorted({parts[-1], parts[-1].removeprefix("al-")}):
                if _is_surname(last, row["id"], meanings):
                    meaning = meanings[last]
                    meaning.actors.add(row["id"])
                    meaning.weak_actors.add(row["id"])
                    meaning.acronym = False
        first_names[row["id"]] = frozenset(known)
    return first_names


def _is_surname(last: str, person: str, meanings: Mapping[str, Meanings]) -> bool:
    """Whether a last name may be added as a weak name: long enough, not his already, no place's or office's."""
    if (
        last in _NO_SURNAMES
        or len(last) <= 2 + last.isascii()
        or (last in meanings and person in meanings[last].actors)
    ):
        return False
    return last not in meanings or not (meanings[last].places or meanings[last].offices)


_NO_FIRST_NAMES = frozenset(("sheikh", "abu", "ابو", "ام"))
"""What many names begin with."""
_NO_SURNAMES = frozenset(("الله", "الدين", "الرحمن", "minister", "general", "commander"))
"""What names end in together with the word before it."""


def with_spellings(meanings: dict[str, Meanings], forms: Collection[str]) -> dict[str, Meanings]:
    """«كوردستان» beside «كردستان», "Al Shara" beside "al-Sharaa": other spellings of a name are names too; one that two
    names share means what both mean."""
    pairs = (("كرد", "كورد"), ("ديمقراط", "ديموقراط"))
    added = {p.replace(a, b): m for p, m in meanings.items() for a, b in pairs if a in p}
    for name, meaning in meanings.items():
        if name.isascii() and not meaning.acronym and name not in forms:
            for other in latin_spellings(name):
                known = added.get(other, meaning)
                added[other] = meaning if known is meaning else _either(known, meaning)
    return {**added, **meanings}


def _either(one: Meanings, other: Meanings) -> Meanings:
    """What two names mean; a name is weak for whom neither names surely."""
    if (one.actors, one.offices, one.places) == (other.actors, other.offices, other.places):
        return one
    sure = {"actors": set[str](), "places": set[str]()}
    for m in (one, other):
        sure["actors"] |= m.actors - m.weak_actors
        sure["places"] |= m.places - m.weak_places
    return Meanings(
        one.actors | other.actors,
        one.offices | other.offices,
        one.places | other.places,
        (one.weak_actors | other.weak_actors) - sure["actors"],
        (one.weak_places | other.weak_places) - sure["places"],
        one.metonym or other.metonym,
        one.acronym and other.acronym,
    )


def latin_spellings(name: str) -> set[str]:
    """A folded Latin name in other spellings of its words, with and without the article's hyphen."""
    found = {name}
    begun = _groups_begun_by()
    for index in sorted({n for run in _RUN.findall(name) for n in begun.get(run, ())}):
        pattern, words = _groups()[index]
        if pattern.search(name):
            found |= {pattern.sub(word, n) for n in sorted(found)[:_MOST] for word in words}
    return {n for one in found for n in (one, _ARTICLE.sub("al ", one), _ARTICLE.sub("el-", one))}


def title_variants(title: str) -> set[str]:
    """A folded title and its other turns: "Syria's president" for "Syrian president", «وزير خارجية سوريا»."""
    found = {title}
    first, _, rest = title.partition(" ")
    if first in _STATES and rest:
        found |= {f"{_STATES[first]}'s {rest}", f"{rest} of {_STATES[first]}"}
    arabic = _TITLE_OF_STATE.fullmatch(title)
    if arabic:
        found.add(f"{arabic['head']} {arabic['what']} {_ARAB_STATES[arabic['state']]}")
    return found


_STATES = {"iraqi": "iraq", "syrian": "syria", "turkish": "turkey", "jordanian": "jordan", "lebanese": "lebanon"}
_ARAB_STATES = {"العراقي": "العراق", "السوري": "سوريا", "التركي": "تركيا", "الاردني": "الاردن", "اللبناني": "لبنان"}
_TITLE_OF_STATE = regex(r"(?P<head>وزير|رييس|قايد) ال(?P<what>\w+) (?P<state>العراقي|السوري|التركي|الاردني|اللبناني)")
_MOST = 60
"""Spellings of one name that are still varied further."""
_ARTICLE = regex(r"(?<![\w-])(?:al|el)-(?=\w)")


@functools.cache
def _groups() -> list[tuple[re.Pattern[str], list[str]]]:
    rows: list[list[str]] = read_yaml("spellings.yaml")["words"]
    ordered = [sorted(row, key=len, reverse=True) for row in rows]
    return [(regex(rf"(?<![\w-])(?:{'|'.join(map(re.escape, r))})(?![\w-])"), r) for r in ordered]


_RUN = regex(r"[\w-]+")


@functools.cache
def _groups_begun_by() -> dict[str, set[int]]:
    """The groups that have a word with a given first run of letters."""
    found: dict[str, set[int]] = defaultdict(set)
    for index, (_, row) in enumerate(_groups()):
        for word in row:
            found[_RUN.findall(word)[0]].add(index)
    return dict(found)


def frozen_names(meanings: Mapping[str, Meanings]) -> dict[str, Name]:
    """The names as the lexicon holds them; spellings of one name share one object."""
    frozen = {id(m): _frozen(m) for m in {id(m): m for m in meanings.values()}.values()}
    return {name: frozen[id(m)] for name, m in meanings.items() if len(name) > 1}


def _frozen(m: Meanings) -> Name:
    return Name(
        tuple(sorted(m.actors)),
        tuple(sorted(m.offices)),
        tuple(sorted(m.places)),
        frozenset(m.weak_actors),
        frozenset(m.weak_places),
        m.metonym,
        m.acronym,
    )
