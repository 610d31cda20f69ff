"""Who is named: names in the text become persons, bodies, states and places, each at its span. PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from events.codebook import BORDER_PLACE, Side
from ingest.coding.cues import cues
from ingest.coding.lexicon import Hit, Lexicon
from ingest.coding.text import Text
from ingest.coding.words import Word, inside, read_yaml, words

_COURTESY = (
    r"(?:السيد|السيده|الدكتور|د\.|المهندس|الفريق اول الركن|الفريق اول|الفريق الركن|الفريق|اللواء الركن|اللواء|العميد الركن"
    r"|العميد|العقيد|المقدم|الشيخ|القاضي|الحاج|mr\.?|dr\.?|gen\.?|general|lt\.? gen\.?|lieutenant general|maj\.? gen\.?"
    r"|major general|brig\.? gen\.?|brigadier general|brigadier|colonel|col\.?|judge|sheikh)"
)
_ADJACENT = re.compile(rf"[\s،,:–\-\"“”«»(]{{0,4}}(?:{_COURTESY}\s+)?{_COURTESY}?\s*")
_CONTEXT = 48
_BODY_WORDS = 2
_STATE_ACTS = frozenset(
    "meet receive discuss call sign say announce demand op move return amnesty appoint open close measure order"
    " give_info takeover attack act".split()
)
"""Verbs that make a state or its capital an actor when it stands as their subject."""
_NOUN_START = re.compile(r"(?:^|\s)(?:في|الي|من|على|علي|عن|ل|to|in|from|of|the)\s*$")
_WITH = re.compile(r"(?:^|[\s(«\"])(?:و?مع|بين|و?بين|with|between|alongside|by|and)\s+(?:the )?$")
_BETWEEN = re.compile(r"(?:بين|between)\s+(?:the )?\S+(?: \S+)?\s+(?:و|and )$|(?:بين|between)\s+$")
_PAIRED = re.compile(r"\s+(?:و\w+|and (?:\w+ )?\w+)\s")
_CLAUSE_START = re.compile(r"(?:^(?:the )?|[.!؟:«»\"“”]\s*|\n\s*|(?:^|\s)(?:ان|بان|that|and that)\s+)$")
_MEN_FROM = re.compile(
    r"(?:forces|officials|troops|ministers|diplomats|chiefs|agencies|services|authorities|delegations?|representatives|envoys|experts|leaders) (?:from|of) (?:the )?$"
    r"|(?:وزراء|مسوولي|مسوولين من|ممثلي|ممثلين عن|قاده|روساء|وفود|وفود من|مندوبي|خبراء من|وزراء خارجيه|وزراء دفاع) $"
)
_PLACE_OF = re.compile(
    r"(?:حدود\w*|الحدودي\w*|معبر|منفذ|المعبر|المنفذ|crossing|post|route|line|سفار\w*|سفير\w*|اراضي|الاراضي|borders?|frontier|embassy|relations|ties|علاقات\w*|العلاقات)"
    r"(?: \S+){0,2} (?:مع|with|between|بين)\s+(?:\S+ و|\w+ and )?$"
)
_POSSESSIVE = "'s"
_UNKNOWN_AR = re.compile(
    rf"\s+(?:{_COURTESY}\s+){{0,2}}(?P<name>(?:(?:عبد|ابو|ابن) ?)?[\u0621-\u064a]{{3,}} (?:(?:عبد|ابو|ال|بن) ?)?"
    r"[\u0621-\u064a]{3,}(?: ال[\u0621-\u064a]{3,})?)"
)
_UNKNOWN_EN = re.compile(
    r",?\s+(?:(?:[Mm]r|[Dd]r|Gen|Lt|Maj|Brig)\.?\s+)*(?P<name>[A-Z][\w'’-]+ (?:(?:al|el|Al|El|bin|Abdul|Abu)[- ])?"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
_NOT_A_NAME = re.compile(
    r"(?:في|من|الي|علي|عن|مع|ان|الذي|التي|خلال|اليوم|امس|بعد|قبل|حول|بشان|ضمن|هذا|هذه|ذلك|كما|لدي|عبر|نظيره|قوات|خاصه|الركن|الاول|وفد|الخارجيه"
    r"|الداخليه|الدفاع|ونظيره|السوري|العراقي|ب\w*ان|قال|اكد|اعلن|يوم|صباح|مساء|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد)$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at [start, end) of the folded text. Exactly what it may be: an actor, a place, or either (a state).

    `unknown`: a person the registry does not know, named right behind the title of `office`.
    """

    start: int
    end: int
    actor: str | None = None
    place: str | None = None
    office: str | None = None
    adjective: bool = False
    kind: str = ""
    title: int | None = None
    unknown: bool = False

    @property
    def head(self) -> int:
        """Where the name starts, its title included."""
        return self.start if self.title is None else self.title


class Names:
    """Resolves names in reading order: a surname alone counts once the full name has been introduced."""

    def __init__(self, lexicon: Lexicon, day: date) -> None:
        self.lexicon, self.day = lexicon, day
        self.introduced: set[str] = set()
        self.home: Side | None = None

    def mentions(self, text: Text, hits: Sequence[Hit], known: Sequence[Word]) -> list[Mention]:
        """All names of one string that can be resolved."""
        found: list[Mention] = []
        title: Hit | None = None
        for n, hit in enumerate(hits):
            if hit.name.acronym and not text.span("", hit.start, hit.end).text.isupper():
                continue
            if found and hit.start < found[-1].end:
                continue
            following = hits[n + 1] if n + 1 < len(hits) else None
            mention = self._resolve(text, hit, following, known)
            mention = self._counterpart(text, hit, mention, following, found)
            mention = _joined(text, found[-1] if found else None, mention, hit)
            if mention is not None:
                touched = title is not None and _touching(text, title.end, mention.start)
                start = title.start if title is not None and touched else _titled(text, mention)
                found.append(mention if start is None else replace(mention, title=start))
            if not (title is not None and mention is not None and mention.adjective):
                title = hit if hit.name.offices and mention is None else None
        return found

    def _counterpart(
        self, text: Text, hit: Hit, mention: Mention | None, following: Hit | None, found: Sequence[Mention]
    ) -> Mention | None:
        """«نظيره السوري», "his Iraqi counterpart": the same office, or body, on the other side."""
        if mention is None or not mention.adjective or mention.actor not in ("iq", "sy"):
            return mention
        start, end = hit.start, hit.end
        if text.plain[hit.start] > "\u0600":
            before = _COUNTERPART_AR.search(text.plain, max(0, hit.start - 10), hit.start)
            if before is None:
                return mention
            start = before.start("c")
        else:
            after = _COUNTERPART_EN.match(text.plain, hit.end)
            if after is None:
                return mention
            end = after.end()
        if following is not None and self._is_person(following) and _touching(text, end, following.start):
            return mention
        for earlier in reversed(found[-4:]):
            other = self._other_side(earlier, mention.actor)
            if other is not None:
                return Mention(start, end, actor=other, kind=self.lexicon.actors[other].kind)
        return mention

    def _other_side(self, one: Mention, country: str) -> str | None:
        table = _nations()
        if one.actor is None or one.adjective:
            return None
        office = self.lexicon.office_of(one.actor, self.day) if one.kind == "person" else None
        org = office.org if office else one.actor if one.kind != "person" else None
        row = next((r for r in table["counterparts"] if org in r), None)
        body = next((b for b in row or () if b.startswith(country + "_") and b in self.lexicon.actors), None)
        if body is None or one.kind != "person":
            return body
        post = table["counterpart_offices"].get(body)
        return self.lexicon.holder(post, self.day) if post in self.lexicon.offices else None

    def settle(self, body: Text) -> None:
        """Whose ministry «وزارة الدفاع» is: that of the country the report is datelined in."""
        head = body.plain[:90]
        at = {side: min((head.find(w) for w in names if w in head), default=999) for side, names in _HOMES.items()}
        side = min(at, key=lambda s: at[s])
        self.home = side if at[side] < 999 else None

    def introduce(self, hits: Sequence[Hit]) -> None:
        """Note who is named in full: his surname alone counts anywhere, the headline above it included."""
        for hit in hits:
            strong = [a for a in hit.name.actors if a not in hit.name.weak_actors]
            if len(strong) == 1 and not hit.name.acronym:
                self.introduced.add(strong[0])

    def _resolve(self, text: Text, hit: Hit, following: Hit | None, known: Sequence[Word]) -> Mention | None:
        if hit.name.offices:
            return self._office(text, hit, following)
        countries = [a for a in hit.name.actors if self.lexicon.actors[a].kind == "country"]
        if countries:
            return self._country(text, hit, countries, known)
        place = self._place(text, hit)
        actor = self._actor(text, hit)
        if actor and place and cues().other["place_cue"].search(text.plain[max(0, hit.start - _CONTEXT) : hit.start]):
            actor = None
        if actor is None and place is None:
            return None
        if actor in _GOVERNED and _FORCES.match(text.plain, hit.end):
            actor = self._holder("forces", _GOVERNED[actor])
        kind = self.lexicon.actors[actor].kind if actor else ""
        return Mention(hit.start, hit.end, actor=actor, place=place, kind=kind)

    def _country(self, text: Text, hit: Hit, countries: list[str], known: Sequence[Word]) -> Mention:
        """A state by its name, its capital or its adjective: a body where it makes one up, an actor where it acts."""
        country = next((c for c in countries if c not in hit.name.weak_actors), countries[0])
        possessive = text.plain.startswith(_POSSESSIVE, hit.end)
        weak = all(c in hit.name.weak_actors for c in countries)
        if text.plain.startswith("-led", hit.end):
            return Mention(hit.start, hit.end, actor=country, adjective=True, kind="country")
        body = self._body(text, hit, country, hit.end + 2 * possessive)
        if body is not None and (weak or possessive or body.start == hit.start):
            return body
        if weak or possessive:
            return Mention(hit.start, hit.end, actor=country, adjective=True, kind="country")
        place = self._place(text, hit)
        acts = self._acts(text, hit, known)
        return Mention(hit.start, hit.end, actor=country if acts else None, place=place, kind="country")

    def _body(self, text: Text, hit: Hit, country: str, end: int) -> Mention | None:
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
        family = _family_of(match["head"])
        if family == "ground":
            return Mention(start, stop, place=f"c_{country}", kind="country") if country in ("iq", "sy") else None
        actor = self._holder(family, country)
        if actor is None:
            return None
        return Mention(start, stop, actor=actor, kind=self.lexicon.actors[actor].kind)

    def _holder(self, family: str, country: str) -> str | None:
        if family == "government":
            return self.lexicon.government(country, self.day)
        if country == "sy" and family == "forces" and not self.lexicon.actors["sy_army"].active(self.day):
            return "saa_former" if "saa_former" in self.lexicon.actors else None
        held = _nations()["holders"][family].get(country)
        return held if held in self.lexicon.actors else None

    def _office(self, text: Text, hit: Hit, following: Hit | None) -> Mention | None:
        """The holder of the day. A name right behind the title says who is meant, and is mentioned by itself."""
        end = hit.end
        if following is not None and self._is_person(following) and _touching(text, end, following.start):
            return None
        offices = [o for o in hit.name.offices if self.lexicon.offices[o].org]
        if following is not None and _touching(text, end, following.start) and self._countries(following):
            if len(offices) > 1 or not text.plain.startswith(("ال", "wal"), hit.start):
                offices = self._by_nationality(following, offices) or offices
            end = following.end
        if len(offices) > 1:
            offices = [o for o in offices if self.lexicon.holder(o, self.day)] if end != hit.end else []
        if len(offices) != 1:
            return None
        unknown = self._unknown(text, end, offices[0])
        if unknown is not None:
            return unknown
        person = self.lexicon.holder(offices[0], self.day)
        if person is None:
            return None
        self.introduced.add(person)
        return Mention(hit.start, end, actor=person, office=offices[0], kind="person")

    def _unknown(self, text: Text, end: int, office: str) -> Mention | None:
        """A person whom nobody registered, right behind his title."""
        if text.plain[end - 1] > "\u0600":
            match = _UNKNOWN_AR.match(text.plain, end, end + 60)
            if match is None or any(_NOT_A_NAME.match(w) for w in match["name"].split()):
                return None
            start, stop = match.span("name")
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
        return Mention(start, stop, office=office, kind="person", unknown=True)

    def _holder_follows(self, text: Text, end: int, office: str) -> bool:
        """Whether the holder's own surname stands in what follows: «محمد عبد الوهاب سكر»."""
        person = self.lexicon.holder(office, self.day)
        surnames = self.lexicon.surnames.get(person or "", frozenset())
        return not surnames.isdisjoint(re.findall(r"\w+", text.plain[end : end + 48]))

    def _is_person(self, hit: Hit) -> bool:
        return any(self.lexicon.actors[a].kind == "person" for a in hit.name.actors)

    def _countries(self, hit: Hit) -> set[str]:
        return {a for a in hit.name.actors if self.lexicon.actors[a].kind == "country"}

    def _by_nationality(self, following: Hit, offices: list[str]) -> list[str]:
        """«وزير الداخلية السوري»: the adjective behind the title chooses among offices of that name."""
        sides = {self.lexicon.actors[c].side for c in self._countries(following)}
        return [o for o in offices if self.lexicon.actors[self.lexicon.offices[o].org].side in sides]

    def _actor(self, text: Text, hit: Hit) -> str | None:
        lexicon = self.lexicon
        active = [a for a in hit.name.actors if lexicon.actors[a].active(self.day)]
        strong = [a for a in active if a not in hit.name.weak_actors]
        if len(strong) == 1:
            return strong[0]
        candidates = strong or active
        known = [a for a in candidates if a in self.introduced]
        if len(known) == 1 and lexicon.actors[known[0]].kind == "person":
            return known[0]
        named = [a for a in candidates if self._first_name_before(text, hit, a)]
        if len(named) == 1:
            return named[0]
        if len(candidates) != 1:
            return self._by_words_behind(text, hit, candidates)
        only = lexicon.actors[candidates[0]]
        name = text.plain[hit.start : hit.end]
        if only.kind == "person":
            return only.id if self._first_name_before(text, hit, only.id) else None
        if only.kind == "population_group":
            return None
        return only.id if len(name.split()) >= _BODY_WORDS else None

    def _first_name_before(self, text: Text, hit: Hit, person: str) -> bool:
        """«محمد عبد الوهاب سكر»: the first name stands up to three words before the surname."""
        before = text.plain[max(0, hit.start - 36) : hit.start].split()[-4:]
        return bool(self.lexicon.first_names.get(person, frozenset()).intersection(before))

    def _by_words_behind(self, text: Text, hit: Hit, candidates: list[str]) -> str | None:
        """«وزارة الداخلية» in the country whose adjective stands behind it."""
        behind = text.plain[hit.end : hit.end + 24]
        for country, forms in _nations()["adjectives"].items():
            if re.match(rf"\s+(?:{'|'.join(forms['ar'])})(?!\w)", behind) and country in self.lexicon.actors:
                side = self.lexicon.actors[country].side
                mine = [c for c in candidates if self.lexicon.actors[c].side is side]
                return mine[0] if len(mine) == 1 else None
        mine = [c for c in candidates if self.lexicon.actors[c].side is self.home]
        return mine[0] if len(mine) == 1 and self.lexicon.actors[mine[0]].kind != "person" else None

    def _acts(self, text: Text, hit: Hit, known: Sequence[Word]) -> bool:
        """A state or its capital is an actor where it speaks or acts, or stands with another («بين بغداد ودمشق»)."""
        before = text.plain[max(0, hit.start - _CONTEXT) : hit.start]
        if _PLACE_OF.search(before):
            return False
        if _MEN_FROM.search(before):
            return True
        if _BETWEEN.search(before) or (_WITH.search(before) and not before.endswith("and ")):
            return True
        if _CLAUSE_START.search(before) and not cues().other["only_place_after"].search(before):
            return True
        near = inside(known, hit.start - 24, hit.end + 24)
        for word in near:
            if word.end <= hit.start and text.plain[word.end : hit.start].strip() in ("", "ال"):
                if word.classes & _STATE_ACTS and text.plain[hit.start] > "\u0600" and not _noun_of_place(text, word):
                    return True
            if word.start >= hit.end and _follows(text.plain[hit.end : word.start]) and word.classes & (_STATE_ACTS | {"refuge", "restrict", "withdraw", "send"}):
                if text.plain[hit.start] < "\u0600" or text.plain[word.start] in "يت" or word.end - word.start <= 6:
                    return not cues().other["only_place_after"].search(before)
        return text.plain.startswith(":", hit.end) and hit.start < 3

    def _place(self, text: Text, hit: Hit) -> str | None:
        places = hit.name.places
        if not places:
            return None
        strong = [p for p in places if p not in hit.name.weak_places]
        if not strong and places == (BORDER_PLACE,):
            return BORDER_PLACE
        before = _QUOTES.sub("", text.plain[max(0, hit.start - _CONTEXT) : hit.start])
        if strong:
            district = [p for p in places if self.lexicon.places[p].kind == "admin2"]
            if district and _DISTRICT.search(before):
                return district[0]
            return min(strong, key=lambda p: (self.lexicon.places[p].kind != "admin1", p))
        if text.plain[hit.start : hit.end] in _COMMON and not _TOWN.search(before):
            return None
        after = text.plain[hit.end : hit.end + 12]
        if cues().other["place_cue"].search(before) and not re.match(r"\s+(?:ب(?:ال)?اعمال|بامور)", after):
            return places[0]
        return None


_HOMES = {
    Side.IQ: ("واع", "بغداد", "نينوى", "نينوي", "الانبار", "السومريه", "baghdad", "(ina)", "anbar", "mosul"),
    Side.SY: ("سانا", "دمشق", "دير الزور", "damascus", "sana", "deir ez"),
}
_GOVERNED = {"iq_gov": "iq", "sy_gov": "sy", "us_gov": "us"}
_FORCES = re.compile(r" (?:forces|troops|army|soldiers)\b")
_COUNTERPART_AR = re.compile(r"(?<!\w)[ولب]?(?P<c>نظير(?:ه|ها|هما|هم)) $")
_COUNTERPART_EN = re.compile(r" counterparts?")
_QUOTES = re.compile(r"[\"«»“”]")
_DISTRICT = re.compile(r"(?:قضاء|ريف|district of)\s+$")
_TOWN = re.compile(r"(?:قضاء|مدينه|ناحيه|بلده|منطقه|قاعده)\s+$")
_COMMON = frozenset(("بلد", "الجلاء", "الكسره", "البصيره", "الدير", "جلاء"))
"""Names of towns that are common words."""
_NAME_LIKE = re.compile(r" ال|عبد|محمد|احمد|علي|حسن|حسين|ابو|خالد|مصطفي|عمر|قاسم|كاظم|ياسر|ابراهيم")


def _joined(text: Text, before: Mention | None, mention: Mention | None, hit: Hit) -> Mention | None:
    """«العراق وسوريا يتفقان»: a state beside one that acts acts too."""
    if mention is None or before is None or mention.kind != "country" or mention.actor or not mention.place:
        return mention
    joined = before.kind == "country" and before.actor and not before.adjective
    if joined and text.plain[before.end : mention.start].strip() in ("و", "and", "، و", ","):
        country = next(iter(hit.name.actors), None)
        return replace(mention, actor=country)
    return mention


def _follows(gap: str) -> bool:
    """Whether a verb stands right behind a name: one short word between them at most."""
    return gap.strip() in ("", "has", "have", "had", "will", "to", "is", "was", "also", "و", "قد", "formally", "officially")


def _noun_of_place(text: Text, word: Word) -> bool:
    """«دخول العراق», «زيارة العراق»: the state behind is where to, not who."""
    return bool(word.classes & {"visit", "refuge", "border"}) or text.plain[word.end - 1] == "ي"


@functools.cache
def _nations() -> dict[str, Any]:
    table: dict[str, Any] = read_yaml("nations.yaml")
    return table


_FAMILIES = ("border_guard", "counter_narcotics", "intelligence", "forces", "government", "ground")


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
        listed: list[str] = table["modifiers"][lang]  # type: ignore[assignment]
        return "|".join(sorted(map(re.escape, listed), key=len, reverse=True))

    arabic = rf"(?<!\w)[وفبلك]{{0,2}}(?P<head>(?:ال|ل)?(?:{alternatives('ar')}))(?: (?:ال)?(?:{modifiers('ar')})ا?){{0,3}} $"
    english = rf"(?: (?:{modifiers('en')})){{0,3}} (?P<head>{alternatives('en')})(?!\w)"
    return re.compile(arabic), re.compile(english)


_TITLE = re.compile(
    r"(?<!\w)[وفبلك]?(?P<t>(?:ال)?(?:رييس|وزير|قايد|مدير|محافظ|نايب|وكيل|مستشار|ناطق|متحدث|امين|عضو|مبعوث|سفير|قايممقام|معاون)\w*"
    r"(?: (?!ان |في بيان|قال|مع )[^\s،.:]+){0,6}[،,]?\s+(?:" + _COURTESY + r"\s+){0,2})$"
)


def _titled(text: Text, mention: Mention) -> int | None:
    """Where an unlisted title right before a person's name starts: «رئيس الحكومة العراقية، محمد شياع السوداني»."""
    if mention.kind != "person" or mention.office or text.plain[mention.start] < "\u0600":
        return None
    first = max(0, mention.start - 70)
    match = _TITLE.search(text.plain[first : mention.start])
    return first + match.start("t") if match else None


def _touching(text: Text, end: int, start: int) -> bool:
    """Only punctuation or a courtesy between two names."""
    return bool(_ADJACENT.fullmatch(text.plain, end, start)) if 0 <= start - end <= 40 else False


def within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The mentions inside a stretch."""
    return [m for m in mentions if start <= m.start and m.end <= end]
