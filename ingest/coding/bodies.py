"""Bodies that an adjective of nationality makes up, counterparts, and persons whom nobody registered. PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from events.codebook import Side
from ingest.coding.lexicon import Hit, Lexicon
from ingest.coding.mentions import COURTESY, Mention, touching
from ingest.coding.own_offices import DEPUTY_OF
from ingest.coding.regexes import regex
from ingest.coding.text import Text
from ingest.coding.words import read_yaml, words

_ASIDE = regex(r"(?:^|[.\n:؛،])\s*[وف]?(?:علي|في|من|لدي) $|(?:^|[.\n]) ?(?:on|from) the $")
"""«وعلى الجانب العراقي، …», "On the Iraqi side, …": where something else is told next, and nobody who acts."""

BANK_OF = regex(r" side of (?:the|their|its|our) (?:\w+ )?(?:border|frontier|line|berm|river|crossing)\b")
"""«on the Syrian side of the border»: a place, no body."""


class Bodies:
    """Reads «الجانب السوري», «نظيره العراقي», and a name behind a title, on one day."""

    def __init__(self, lexicon: Lexicon, day: date) -> None:
        self.lexicon, self.day = lexicon, day

    def body(self, text: Text, hit: Hit, country: str, end: int) -> Mention | None:
        """«الجانب السوري», "Iraqi security forces": the body that an adjective of nationality makes up."""
        arabic, english = _bodies()
        before = text.plain[max(0, hit.start - 60) : hit.start]
        match = arabic.search(before) if before[-1:] == " " and text.plain[hit.start] > "\u0600" else None
        start, stop = hit.start, hit.end
        if match is not None:
            start = hit.start - len(before) + match.start("head")
        elif text.plain[hit.start] < "\u0600":
            match = english.match(text.plain, end, end + 70)
            stop = match.end("head") if match else stop
        if match is None:
            return None
        if _ASIDE.search(text.plain, max(0, start - 12), start) and text.plain[stop : stop + 1] in "،,":
            return None
        family = _family_of(match["head"])
        if family == "ground":
            return Mention(start, stop, place=f"c_{country}", kind="country") if country in ("iq", "sy") else None
        actor = self.holder(family, country)
        if actor is None:
            return None
        return Mention(start, stop, actor=actor, kind=self.lexicon.actors[actor].kind)

    def joined(self, text: Text, found: Sequence[Mention]) -> list[Mention]:
        """«قوات عراقية وسورية», "Iraqi and Syrian agents": an adjective joined to a body of a nationality is the other
        state's body of that kind."""
        known = list(found)
        for n, (one, other) in enumerate(zip(found, found[1:], strict=False)):
            body, bare = (other, n) if one.adjective and not other.adjective else (one, n + 1)
            lone = known[bare]
            family = _kind_of(body.actor) if body.actor and lone.adjective else None
            gap = text.plain[one.end : other.start].strip()
            if family is None or lone.actor not in ("iq", "sy") or gap not in ("و", "and", "/", "-", ""):
                continue
            actor = self.holder(family, lone.actor)
            if actor is not None and actor != body.actor:
                kind = self.lexicon.actors[actor].kind
                known[bare] = replace(lone, actor=actor, adjective=False, kind=kind)
        return known

    def holder(self, family: str, country: str) -> str | None:
        if family == "government":
            return self.lexicon.government(country, self.day)
        if country == "sy" and family == "forces" and not self.lexicon.actors["sy_army"].active(self.day):
            return "saa_former" if "saa_former" in self.lexicon.actors else None
        held = nations()["holders"][family].get(country)
        return held if held in self.lexicon.actors else None

    def counterpart(
        self, text: Text, hit: Hit, mention: Mention | None, following: Hit | None, found: Sequence[Mention]
    ) -> Mention | None:
        """«نظيره السوري», "his Iraqi counterpart": the same office, or body, on the other side."""
        if mention is not None and text.plain.endswith(_COUNTERPARTS, mention.start, mention.end):
            return self._opposite(mention, found)
        if mention is None or not mention.adjective or mention.actor not in ("iq", "sy"):
            return mention
        start, end = hit.start, hit.end
        if text.plain[hit.start] > "\u0600":
            before = _COUNTERPART_AR.search(text.plain, max(0, hit.start - 10), hit.start)
            if before is None:
                return mention
            if DEPUTY_OF.search(text.plain, max(0, before.start() - 28), before.start("c")):
                return mention
            start = before.start("c")
        else:
            after = _COUNTERPART_EN.match(text.plain, hit.end)
            if after is None:
                return mention
            end = after.end()
        if following is not None and self._is_person(following) and touching(text, end, following.start):
            return mention
        for earlier in reversed(found[-4:]):
            other = self.other_side(earlier, mention.actor)
            if other is not None:
                return Mention(start, end, actor=other, kind=self.lexicon.actors[other].kind)
        return mention

    def facing(self, text: Text, found: Sequence[Mention]) -> list[Mention]:
        """ "The interior minister and his Syrian counterpart": the counterparts of those whom only a title names."""
        known = list(found)
        for n, one in enumerate(known):
            if not one.adjective or one.actor not in ("iq", "sy"):
                continue
            after = _COUNTERPART_EN.match(text.plain, one.end)
            if after is None or (n + 1 < len(known) and touching(text, after.end(), known[n + 1].start)):
                continue
            others = (self.other_side(m, one.actor) for m in reversed(known[max(0, n - 4) : n]))
            other = next((o for o in others if o is not None), None)
            if other is not None:
                known[n] = Mention(one.start, after.end(), actor=other, kind=self.lexicon.actors[other].kind)
        return known

    def _opposite(self, mention: Mention, found: Sequence[Mention]) -> Mention:
        """ "Iraqi narcotics police and their Syrian counterparts": the other side's body of that kind, else its state."""
        country = (mention.actor or "")[:2]
        for earlier in reversed(found[-2:]):
            other = self.other_side(earlier, country) if earlier.kind != "person" else None
            if other is not None:
                return replace(mention, actor=other, kind=self.lexicon.actors[other].kind)
        return mention

    def of_deputy(self, text: Text, hit: Hit, offices: Sequence[str]) -> Mention | None:
        """ "The deputy head of the ports authority", "an adviser to the prime minister": his body; in Arabic nobody."""
        bodies = {self.lexicon.offices[o].org for o in offices}
        org = next(iter(bodies)) if len(bodies) == 1 else ""
        kind = self.lexicon.actors[org].kind if org in self.lexicon.actors else ""
        if kind not in ("government_body", "military_unit") or text.plain[hit.start] > "\u0600":
            return None
        return Mention(hit.start, hit.end, actor=org, kind=kind)

    def of_other_state(self, text: Text, end: int, actor: str) -> str:
        """«قيادة حرس الحدود السورية»: of a body known by that name on one side, the other state's."""
        word = _NEXT_WORD.match(text.plain, end, end + 24)
        country = nation_of(word[1]) if word else None
        side = {Side.IQ: "iq", Side.SY: "sy"}.get(self.lexicon.actors[actor].side)
        if country not in ("iq", "sy") or side in (None, country) or self.lexicon.actors[actor].kind == "person":
            return actor
        row = next((r for r in nations()["counterparts"] if actor in r), ())
        return next((b for b in row if b.startswith(country + "_") and b in self.lexicon.actors), actor)

    def other_side(self, one: Mention, country: str) -> str | None:
        """The same office, or body, of the other country."""
        table = nations()
        if one.actor is None or one.adjective:
            return None
        office = self.lexicon.office_of(one.actor, self.day) if one.kind == "person" else None
        org = office.org if office else one.actor if one.kind != "person" else None
        row = next((r for r in table["counterparts"] if org in r), None)
        body = next((b for b in row or () if b.startswith(country + "_") and b in self.lexicon.actors), None)
        if body is None or one.kind != "person":
            return body
        post = table["counterpart_offices"].get(body)
        return self.lexicon.holder(post, self.day) if post in self.lexicon.offices else body

    def holders_named(self, offices: Sequence[str], names: Sequence[str]) -> set[str]:
        """«Syrian President al-Sharaa»: a surname behind the title whose holder bears it."""
        return {p for o in offices if (p := self.lexicon.holder(o, self.day)) is not None and p in names}

    def of_its_state(self, text: Text, start: int, people: Sequence[str]) -> list[str]:
        """ "Syria's Sharaa", "President Sharaa": a surname behind the state that its bearer serves, or behind a title."""
        owner = _STATE_OF.search(text.plain, max(0, start - 18), start)
        if owner is None:
            return []
        held = {p: self.lexicon.office_of(p, self.day) for p in people if self.lexicon.actors[p].kind == "person"}
        return [p for p, office in held.items() if office and office.org.startswith(_LANDS[owner["of"]])]

    def unknown(self, text: Text, end: int, office: str) -> Mention | None:
        """A person whom nobody registered, right behind his title."""
        if text.plain[end - 1] > "\u0600":
            match = _UNKNOWN_AR.match(text.plain, end, end + 60)
            if match is None or any(_NOT_A_NAME.match(w) for w in match["name"].split()):
                return None
            start, stop = match.span("name")
            if match["comma"] and not _CLOSED.match(text.plain, stop):
                return None
            if words().find(match["name"]) or self._holder_follows(text, end, office):
                return None
            if any(h.start < stop for h in self.lexicon.find(text.plain[start : stop + 1]) if h.name.actors):
                return None
            if not _NAME_LIKE.search(match["name"]):
                return None
        else:
            first, last = text.folded.span(end - 1, end)
            match = _UNKNOWN_EN.match(text.original, last, last + 70)
            if match is None:
                return None
            shift = match.start("name") - last
            start, stop = end + shift, end + shift + len(match["name"])
            if any(h.name.actors or h.name.places for h in self.lexicon.find(text.plain[start:stop])):
                return None
            if any(w.classes & _SAID_OR_DONE for w in words().find(text.plain[start:stop])):
                return None  # "Commander Meets Syrian President"
        return Mention(start, stop, office=office, kind="person", unknown=True)

    def _holder_follows(self, text: Text, end: int, office: str) -> bool:
        """Whether the holder's own surname stands in what follows: «محمد عبد الوهاب سكر»."""
        person = self.lexicon.holder(office, self.day)
        surnames = self.lexicon.surnames.get(person or "", frozenset())
        return not surnames.isdisjoint(re.findall(r"\w+", text.plain[end : end + 48]))

    def _is_person(self, hit: Hit) -> bool:
        return any(self.lexicon.actors[a].kind == "person" for a in hit.name.actors)


_STATE_OF = regex(r"\b(?:(?P<of>iraq|syria)'s|president|leader|premier|prime minister|pm|fm|minister) $")
_LANDS = {"iraq": ("iq_",), "syria": ("sy_",), None: ("iq_", "sy_")}
_NEXT_WORD = regex(r"\s+([\u0621-\u064a]+)")
_UNKNOWN_AR = regex(
    rf"(?: في (?:ال)?(?:منطقه|قاطع|محافظه) \S+)?(?P<comma> ?،)?\s+(?:{COURTESY}\s+){{0,2}}(?P<name>(?:(?:عبد|ابو|ابن) ?)?[\u0621-\u064a]{{3,}} (?:(?:عبد|ابو|ال|بن) ?)?"
    r"[\u0621-\u064a]{3,}(?: ال[\u0621-\u064a]{3,})?)"
)


_CLOSED = regex(r"\s?[،,]")
"""«عضو لجنة الأمن، وعد القدو، …»: a name between commas."""
_UNKNOWN_EN = regex(
    r",?\s+(?:(?:[Mm]r|[Dd]r|Gen|Lt|Maj|Brig)\.?\s+)*(?P<name>[A-Z][\w'’-]+ (?:(?:al|el|Al|El|bin|Abdul|Abu)[- ])?"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)


_SAID_OR_DONE = frozenset(("meet", "receive", "visit", "discuss", "say", "announce", "call", "sign", "order"))
_NOT_A_NAME = regex(
    r"(?:لل\w+|لشوون|في|من|الي|علي|عن|مع|ان|الذي|التي|خلال|اليوم|امس|بعد|قبل|حول|بشان|ضمن|هذا|هذه|ذلك|كما|لدي|عبر|نظيره|قوات|خاصه|الركن|الاول|وفد|الخارجيه"
    r"|و(?:رييس|قايد|نايب|وزير|وكيل|معاون|مدير|مستشار|محافظ|امين|عضو|عدد|قاده|كبار|مسوول)\w*|الداخليه|الدفاع|ونظيره|السوري|العراقي|ب\w*ان|قال|اكد|اعلن|يوم|صباح|مساء|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد)$"
)


_COUNTERPART_AR = regex(r"(?<!\w)[ولب]?(?P<c>نظيرت?(?:ه|ها|هما|هم)|نظراي(?:ه|ها|هم)) $")


_COUNTERPARTS = ("counterparts", "opposite numbers")
_COUNTERPART_EN = regex(r" counterparts?")


_NAME_LIKE = regex(r" ال|عبد|محمد|احمد|علي|حسن|حسين|ابو|خالد|مصطفي|عمر|قاسم|كاظم|ياسر|ابراهيم")


@functools.cache
def nations() -> dict[str, Any]:
    table: dict[str, Any] = read_yaml("nations.yaml")
    return table


@functools.cache
def _nationalities() -> dict[str, str]:
    return {form: country for country, forms in nations()["adjectives"].items() for form in forms["ar"]}


def nation_of(word: str) -> str | None:
    """The country whose adjective an Arabic word is."""
    return _nationalities().get(word)


_STATES = {
    "iq": ("iraq", "baghdad"),
    "sy": ("syria", "damascus"),
    "jo": ("jordan",),
    "tr": ("turkey",),
    "kw": ("kuwait",),
    "lb": ("lebanon",),
}


@functools.cache
def owners() -> dict[str, str]:
    """Adjectives of nationality, and states, with the country."""
    table = {w: c for c, names in _STATES.items() for w in names}
    return table | {w: c for c, forms in nations()["adjectives"].items() for w in (*forms["ar"], *forms["en"])}


@functools.cache
def _kinds() -> dict[str, str]:
    return {body: family for family, row in nations()["holders"].items() for body in row.values() if "_" in body}


def _kind_of(actor: str | None) -> str | None:
    """The kind of body of a nationality that an actor is."""
    return _kinds().get(actor or "")


_FAMILIES = (
    "embassy",
    "migration",
    "counter_terrorism",
    "internal_security",
    "border_guard",
    "ports",
    "counter_narcotics",
    "intelligence",
    "forces",
    "government",
    "ground",
)


@functools.cache
def _family_of(head: str) -> str:
    table: dict[str, dict[str, list[str]]] = read_yaml("nations.yaml")
    bare = head.removeprefix("ال")
    return next(f for f in _FAMILIES if head in table[f]["en"] or bare in table[f]["ar"] or head in table[f]["ar"])


@functools.cache
def _bodies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table: dict[str, dict[str, list[str]]] = read_yaml("nations.yaml")

    def alternatives(lang: str) -> str:
        heads = {h for f in _FAMILIES for h in table[f][lang]}
        return "|".join(sorted(map(re.escape, heads), key=len, reverse=True))

    def modifiers(lang: str) -> str:
        listed: list[str] = table["modifiers"][lang]
        return "|".join([*sorted(map(re.escape, listed), key=len, reverse=True), r"\d+(?:st|nd|rd|th)"])

    guards = "|".join(map(re.escape, table["border_guard"]["en"]))

    arabic = (
        rf"(?<!\w)[وفبلك]{{0,2}}(?P<head>(?:ال|ل)?(?:{alternatives('ar')}))(?: (?:ال)?(?:{modifiers('ar')})ا?){{0,3}} $"
    )
    english = rf"(?: (?!(?:{guards})\b)(?:{modifiers('en')})){{0,3}} (?P<head>{alternatives('en')})(?!\w)"
    return regex(arabic), regex(english)
