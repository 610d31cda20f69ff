"""Who is named: names in the text become persons, bodies, states and places, each at its span. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from events.codebook import BORDER_PLACE, ROLLED_UP, Side
from ingest.coding.bodies import BANK_OF, Bodies, nation_of, owners
from ingest.coding.cues import cues
from ingest.coding.half_named import half_named
from ingest.coding.lexicon import Hit, Lexicon
from ingest.coding.mentions import Mention, titled, touching
from ingest.coding.mere_names import disbanded, its_own, no_name, of_delegation, sending
from ingest.coding.nationality import syrian
from ingest.coding.own_offices import DEPUTY_OF, own_office
from ingest.coding.regexes import regex
from ingest.coding.rows import joined
from ingest.coding.state_acts import acts_in_arabic, of_a_town, of_his_state
from ingest.coding.states import acts
from ingest.coding.surnames import in_high_office
from ingest.coding.text import Text
from ingest.coding.words import Word, inside

_CONTEXT = 48
_BODY_WORDS = 2
_STATE_ACTS = frozenset(
    ("meet", "receive", "discuss", "call", "sign", "say", "announce", "demand", "op", "move", "return",
     "amnesty", "appoint", "open", "close", "measure", "order", "give_info", "takeover", "attack", "act", "cancelled")
)  # fmt: skip
"""Verbs that make a state or its capital an actor when it stands as their subject."""
_STATE_MOVES = frozenset(("refuge", "restrict", "withdraw", "send"))
_SHORT_VERB = 6
_WITH = regex(r"(?:^|[\s(«\"])(?:و?مع|بين|و?بين|with|between|alongside|by|and)\s+(?:the )?$")
_BETWEEN = regex(r"(?:بين|between)\s+(?:the )?\S+(?: \S+)?\s+(?:و|and )$|(?:بين|between)\s+$")
_CLAUSE_START = regex(
    r"(?:^(?:the )?|[.!؟:«»\"“”–—]\s*(?:the )?|\s-\s+|\n\s*(?:the )?|(?:^|[.\n]\s*)(?:in|on|by|last|during|since) [\w ]{2,24},\s*(?:the )?|(?:^|\s)(?:ان|بان|that|and that)\s+)$"
)
_MEN_OF = regex(r"(?:قوه|قوات|مفرزه|لواء|لواءين|بلواءين|الويه|قطعات|وحدات|فوج|فرقه|تعزيزات)(?: \S+)? (?:من|في) $")
_POST = regex(r"(?:spokes\w+|minister|director|commander|المتحدث باسم \S+|الناطق باسم \S+|مدير \S+),?\s$")
_MEN_OF_IS = regex(
    r"\)?\s(?:leaders?|militants?|fighters?|members?|detainees?|prisoners?|suspects?|cells?|remnants|group|operatives?|inmates|jihadists|figures?|commanders?|threat)\b"
)
_OTHER_COALITION = regex(r"(?:ruling|governing|political|electoral|parliamentary|shiite|state|law|opposition) $")
_RULERS = regex(
    r"(?:(?:(?:new|interim|transitional) )?(?:authorities|governments?|administration|rulers|leadership) in )$"
    r"|(?:(?:السلطات|الحكومه|الاداره|القياده|الحكام)(?: السوريه| العراقيه)?(?: الجديده| الجدد| الانتقاليه)? في )$"
)
"""«السلطات الجديدة في دمشق», "the new authorities in Damascus": the government."""
_MEN_FROM = regex(
    r"(?:forces|officials|troops|ministers|diplomats|chiefs|agencies|services|authorities|delegations?|representatives|envoys|experts|leaders) (?:from|of) (?:the )?$"
    r"|(?:وزراء|مسوولي|مسوولين من|ممثلي|ممثلين عن|قاده|روساء|وفود|وفود من|مندوبي|خبراء من|وزراء خارجيه|وزراء دفاع) $"
)
_PLACE_OF = regex(
    r"(?:حدود\w*|الحدود\w*|الشريط|معبر|منفذ|المعبر|المنفذ|طريق|الطريق|الخط|crossing|post|route|road|highway|line|سفار\w*|سفير\w*|اراضي|الاراضي|borders?|frontier|embassy|relations|ties|علاقات\w*|العلاقات)"
    r"(?: (?!accord|agreement|deal|pact|protocol|memorandum|talks|meeting|committee|cooperation|coordination|understanding|اتفاق|مذكره|بروتوكول|تعاون|تنسيق|لجنه|اجتماع)\S+){0,2} (?:مع|with|between|بين)\s+(?:\S+ و|\w+ and )?$"
)
_POSSESSIVE = "'s"


class Names:
    """Resolves names in reading order: a surname alone counts once the full name has been introduced."""

    def __init__(self, lexicon: Lexicon, day: date, dated: bool = True) -> None:
        self.lexicon, self.day, self.dated = lexicon, day, dated
        self.bodies = Bodies(lexicon, day)
        self.introduced: set[str] = set()
        self.home: Side | None = None
        self.first: Side | None = None
        self._lands: set[str] = set()

    def mentions(self, text: Text, hits: Sequence[Hit], known: Sequence[Word]) -> list[Mention]:
        """All names of one string that can be resolved."""
        found: list[Mention] = []
        title: Hit | None = None
        for n, hit in enumerate(hits):
            if found and hit.start < found[-1].end:
                continue
            if hit.name.acronym and not text.span("", hit.start, hit.end).text.isupper():
                continue
            following = hits[n + 1] if n + 1 < len(hits) else None
            if no_name(text, hit, following, self.lexicon):
                continue
            mention = self._resolve(text, hit, following, known)
            mention = self.bodies.counterpart(text, hit, mention, following, found)
            mention = joined(text, found[-1] if found else None, mention, hit)
            if mention is not None:
                touched = title is not None and touching(text, title.end, mention.start)
                start = title.start if title is not None and touched else titled(text, mention)
                if mention.kind == "person" and found and found[-1].actor == "iq_cinc":
                    found = found[:-1] if touching(text, found[-1].end, mention.start) else found
                found.append(mention if start is None else replace(mention, title=start))
            if not (title is not None and mention is not None and mention.adjective):
                title = hit if hit.name.offices and mention is None else None
        named = half_named(text, found, self.bodies, self.day, self.home)
        return [self._landed(m) for m in named if not disbanded(text, m)]

    def _landed(self, mention: Mention) -> Mention:
        """The mention, knowing the side of its actor and the land of its place."""
        side = self.lexicon.actors[mention.actor].side if mention.actor else None
        country = self.lexicon.places[mention.place].country if mention.place else ""
        land = country.lower() if country in ("IQ", "SY") else mention.land
        if side is None:
            return replace(mention, land=land) if land else mention
        return replace(mention, land=land, side=_SIDES.get(ROLLED_UP.get(side, side), "other"))

    def settle(self, body: Text) -> None:
        """Whose ministry «وزارة الدفاع» is: that of the country the report is datelined in, else of who is named first."""
        head = body.plain[:90]
        at = {side: min((head.find(w) for w in names if w in head), default=999) for side, names in _HOMES.items()}
        side = min(at, key=lambda s: at[s])
        self.home = side if at[side] < 999 else self.first or self._ground

    @property
    def _ground(self) -> Side | None:
        """Of which country all towns are that a report names."""
        return {"IQ": Side.IQ, "SY": Side.SY}.get("".join(self._lands))

    def introduce(self, hits: Sequence[Hit]) -> None:
        """Note who is named in full: his surname alone counts anywhere, the headline above it included."""
        for hit in hits:
            self._lands |= {self.lexicon.places[p].country for p in hit.name.places if not p.startswith(_WIDE)}
            strong = [a for a in hit.name.actors if a not in hit.name.weak_actors]
            if len(strong) == 1 and not hit.name.acronym:
                self.introduced.add(strong[0])
                self._first_named(strong[0])

    def _first_named(self, actor: str) -> None:
        """Note the country of the first person or body of one of the two."""
        one = self.lexicon.actors[actor]
        if self.first is None and one.kind in _OFFICIAL and one.side in _HOMES:
            self.first = one.side

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
        if actor is not None and self._foreign(text, hit, actor):
            return None
        actor = self.bodies.of_other_state(text, hit.end, actor) if actor else None
        if actor is None and place is None:
            return None
        if actor in _GOVERNED and _FORCES.match(text.plain, hit.end):
            actor = self.bodies.holder("forces", _GOVERNED[actor])
        kind = self.lexicon.actors[actor].kind if actor else ""
        return Mention(hit.start, hit.end, actor=actor, place=place, kind=kind)

    def _foreign(self, text: Text, hit: Hit, actor: str) -> bool:
        """«القوات المسلحة الأردنية», "the Kuwaiti drug control department": the adjective says it is another state's."""
        if self.lexicon.actors[actor].kind == "person":
            return False
        behind = _NEXT_WORD.match(text.plain, hit.end, hit.end + 24)
        word = behind or _OWNER.search(text.plain, max(0, hit.start - 24), hit.start)
        country = owners().get(word[1]) if word else None
        return country not in (None, "iq", "sy") and self.lexicon.actors[actor].side in (Side.IQ, Side.SY)

    def _country(self, text: Text, hit: Hit, countries: list[str], known: Sequence[Word]) -> Mention:
        """A state by its name, its capital or its adjective: a body where it makes one up, an actor where it acts."""
        country = next((c for c in countries if c not in hit.name.weak_actors), countries[0])
        possessive = text.plain.startswith(_POSSESSIVE, hit.end)
        weak = all(c in hit.name.weak_actors for c in countries) or syrian(text, hit.start, hit.end)
        led = text.plain.startswith(("-led", "-backed", "-allied", "-linked", "-trained", "-supported"), hit.end)
        led = led or BANK_OF.match(text.plain, hit.end) is not None
        body = None if led else self.bodies.body(text, hit, country, hit.end + 2 * possessive)
        if body is not None and (weak or possessive or body.start == hit.start):
            return body
        if led or weak or possessive:
            return Mention(hit.start, hit.end, actor=country, adjective=True, kind="country")
        housed = text.plain.startswith(("في ", "in "), max(0, hit.start - 3))
        rulers = _RULERS.search(text.plain, max(0, hit.start - _CONTEXT), hit.start) if housed else None
        if rulers is not None:
            actor = self.lexicon.government(country, self.day)
            place = self._place(text, hit)
            return Mention(rulers.start(), hit.end, actor=actor, place=place, kind="government_body")
        place = self._place(text, hit)
        acts = self._acts(text, hit, known)
        return Mention(hit.start, hit.end, actor=country if acts else None, place=place, kind="country")

    def _office(self, text: Text, hit: Hit, following: Hit | None) -> Mention | None:
        """The holder of the day. A name right behind the title says who is meant, and is mentioned by itself."""
        end = hit.end
        if following is not None and self._is_person(following) and touching(text, end, following.start):
            self.introduced |= self.bodies.holders_named(hit.name.offices, following.name.actors)
            return None
        offices = [o for o in hit.name.offices if self.lexicon.offices[o].org]
        if following is not None and touching(text, end, following.start) and self._countries(following):
            if len(offices) > 1 or not text.plain.startswith(("ال", "wal"), hit.start):
                offices = self._by_nationality(following, offices) or offices
            end = following.end
        if self._another_states(text, hit.end, offices) or _OF_REGION.match(text.plain, hit.end):
            return None
        if DEPUTY_OF.search(text.plain, max(0, hit.start - 28), hit.start):
            return self.bodies.of_deputy(text, hit, offices)
        if len(offices) > 1:
            told = end != hit.end or self._one_country(offices)
            held = [o for o in offices if self.lexicon.holder(o, self.day)] if told else []
            offices = held or own_office(text.plain, end, offices, self.lexicon, self.day, self.home)
        if len(offices) != 1:
            return None
        unknown = self.bodies.unknown(text, end, offices[0])
        if unknown is not None:
            return unknown
        person = self.lexicon.holder(offices[0], self.day)
        if person is None:
            return None
        self.introduced.add(person)
        return Mention(hit.start, end, actor=person, office=offices[0], kind="person")

    def _another_states(self, text: Text, end: int, offices: Sequence[str]) -> bool:
        """«المتحدث باسم وزارة الداخلية العراقية»: of a title that only another state's office is known by."""
        word = _NEXT_WORD.match(text.plain, end, end + 24)
        country = nation_of(word[1]) if word else None
        if country not in self.lexicon.actors:
            return False
        side = self.lexicon.actors[country].side
        own = {self.lexicon.actors[self.lexicon.offices[o].org].side for o in offices}
        return side not in {ROLLED_UP.get(s, s) for s in own}

    def _one_country(self, offices: Sequence[str]) -> bool:
        """Whether the title itself says whose it is: «وزير الخارجية السوري», before and after a fall alike."""
        sides = {self.lexicon.actors[self.lexicon.offices[o].org].side for o in offices}
        return len({ROLLED_UP.get(s, s) for s in sides}) == 1

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
        active = [a for a in hit.name.actors if lexicon.actors[a].active(self.day) or not self.dated]
        strong = [a for a in active if a not in hit.name.weak_actors]
        if len(strong) == 1:
            return strong[0]
        candidates = strong or active
        known = [a for a in candidates if a in self.introduced]
        if len(known) == 1 and lexicon.actors[known[0]].kind == "person":
            return known[0]
        owned = of_his_state(text, hit, candidates, lexicon, self.day)
        if owned is not None:
            return owned
        named = [a for a in candidates if self._first_name_before(text, hit, a)]
        named = named or self.bodies.of_its_state(text, hit.start, candidates)
        if len(named) == 1:
            return named[0]
        high = in_high_office(candidates, text, hit, lexicon, self.day)
        if high is not None:
            return high
        if len(candidates) != 1:
            return self._by_words_behind(text, hit, candidates)
        only = lexicon.actors[candidates[0]]
        name = text.plain[hit.start : hit.end]
        if only.kind == "person":
            before = text.plain[max(0, hit.start - _CONTEXT) : hit.start]
            posted = " " in name and _POST.search(before)
            return only.id if posted or self._first_name_before(text, hit, only.id) else None
        if only.id == "isis":
            return only.id if _MEN_OF_IS.match(text.plain, hit.end) else None
        if only.kind == "population_group":
            return None
        if only.kind == "coalition":
            return None if _OTHER_COALITION.search(text.plain, max(0, hit.start - 30), hit.start) else only.id
        return only.id if len(name.split()) >= _BODY_WORDS else None

    def _first_name_before(self, text: Text, hit: Hit, person: str) -> bool:
        """«محمد عبد الوهاب سكر»: the first name stands up to three words before the surname."""
        before = text.plain[max(0, hit.start - 36) : hit.start].split()[-4:]
        return bool(self.lexicon.first_names.get(person, frozenset()).intersection(before))

    def _by_words_behind(self, text: Text, hit: Hit, candidates: list[str]) -> str | None:
        """«وزارة الداخلية» in the country whose adjective stands behind it; «الجيش» alone only where its men act."""
        if text.plain[hit.start : hit.end] in ("الجيش", "للجيش") and not _MEN_OF.search(
            text.plain, max(0, hit.start - 40), hit.start
        ):
            return None
        word = _NEXT.match(text.plain, hit.end, hit.end + 24)
        seat = _SEATED_IN.match(text.plain, hit.end)
        country = _SEATS[seat["of"]] if seat else owners().get(word[1]) if word else None
        if country in self.lexicon.actors:
            side = self.lexicon.actors[country].side
            mine = [c for c in candidates if self.lexicon.actors[c].side is side]
            return mine[0] if len(mine) == 1 else None
        owner = self._owner(text.plain[max(0, hit.start - 24) : hit.start]) or sending(text, hit) or its_own(text, hit)
        owner = owner or of_delegation(text, hit) or self.home
        mine = [c for c in candidates if self.lexicon.actors[c].side is owner]
        return mine[0] if len(mine) == 1 and self.lexicon.actors[mine[0]].kind != "person" else None

    def _owner(self, before: str) -> Side | None:
        """«Kuwait's interior ministry», "the Jordanian foreign ministry": whose it is stands before it."""
        word = _OWNER.search(before)
        country = owners().get(word[1]) if word else None
        return self.lexicon.actors[country].side if country in self.lexicon.actors else None

    def _acts(self, text: Text, hit: Hit, known: Sequence[Word]) -> bool:
        """A state or its capital is an actor where it speaks or acts, or stands with another («بين بغداد ودمشق»)."""
        before = text.plain[max(0, hit.start - _CONTEXT) : hit.start]
        if _PLACE_OF.search(before) or of_a_town(before):
            return False
        if _MEN_FROM.search(before) or acts(text.plain, before, hit.end):
            return True
        if _BETWEEN.search(before) or (_WITH.search(before) and not before.endswith("and ")):
            return True
        if _CLAUSE_START.search(before) and not cues().other["only_place_after"].search(before):
            return True
        arabic = text.plain[hit.start] > "\u0600"
        if arabic and acts_in_arabic(text.plain, before, hit.start):
            return True
        for word in inside(known, hit.start - 24, hit.end + 24):
            verb = word.classes & _STATE_ACTS
            ahead = word.end <= hit.start and text.plain[word.end : hit.start].strip() in ("", "ال")
            if ahead and verb and arabic and not _noun_of_place(text, word):
                return True
            follows = word.start >= hit.end and _follows(text.plain[hit.end : word.start])
            finite = not arabic or text.plain[word.start] in "يت" or word.end - word.start <= _SHORT_VERB
            finite = finite or len(text.plain[word.start : word.end].split()[0]) <= _SHORT_VERB
            if follows and finite and (verb or word.classes & _STATE_MOVES):
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
            city = bool(_CITY.search(before))
            return min(strong, key=lambda p: ((self.lexicon.places[p].kind != "admin1") is not city, p))
        if text.plain[hit.start : hit.end] in _COMMON and not _TOWN.search(before):
            return None
        after = text.plain[hit.end : hit.end + 12]
        if cues().other["place_cue"].search(before) and not re.match(r"\s+(?:ب(?:ال)?اعمال|بامور)", after):
            return places[0]
        return None


_HOMES = {
    Side.IQ: (
        *("واع", "بغداد", "نينوي", "الانبار", "السومريه", "الموصل", "سنجار -", "القايم (", "القايم -", "ربيعه ("),
        *("baghdad", "(ina)", "anbar", "mosul", "qaim, iraq"),
    ),
    Side.SY: (
        *("سانا", "دمشق", "دير الزور", "حلب", "حمص", "الحسكه -", "القامشلي", "البوكمال -", "الاخباريه السوريه"),
        *("damascus", "sana", "deir ez", "aleppo", "hasakah,", "qamishli"),
    ),
}
_WIDE = ("c_", "x_", "border_", "baghdad", "damascus")
_OFFICIAL = frozenset(("person", "government_body", "military_unit"))
_NEXT_WORD = regex(r"\s+([\u0621-\u064a]+)")
_OF_REGION = regex(r"['’]s (?:[\w-]+ ){0,2}kurdistan\b")
_NEXT = regex(r"\s+(\w+)")
_OWNER = regex(r"\b([a-z]+)(?:'s)? (?:new )?$")
_SEATED_IN = regex(r" (?:in|في) (?P<of>damascus|baghdad|دمشق|بغداد)\b")
_SEATS = {"damascus": "sy", "دمشق": "sy", "baghdad": "iq", "بغداد": "iq"}
_GOVERNED = {"iq_gov": "iq", "sy_gov": "sy", "us_gov": "us"}
_SIDES = {Side.IQ: "iq", Side.SY: "sy", Side.SDF: "sy", Side.IQ_FACTION: "iq"}
_FORCES = regex(r" (?:forces|troops|army|soldiers)\b")
_QUOTES = regex(r"[\"«»“”]")
_DISTRICT = regex(r"(?:قضاء|ريف|district of)\s+$")
_CITY = regex(r"(?:مدينه|\b(?:city|town) of)\s+$")
_TOWN = regex(r"(?:قضاء|مدينه|ناحيه|بلده|منطقه|قاعده)\s+$")
_COMMON = frozenset(("بلد", "الجلاء", "الكسره", "البصيره", "الدير", "جلاء"))
"""Names of towns that are common words."""


def _follows(gap: str) -> bool:
    """Whether a verb stands right behind a name: one short word between them at most."""
    return gap.strip() in _SHORT_GAPS


_SHORT_GAPS = frozenset(
    ("", "has", "have", "had", "will", "to", "is", "was", "also", "و", "قد", "formally", "officially")
)


def _noun_of_place(text: Text, word: Word) -> bool:
    """«دخول العراق», «زيارة العراق»: the state behind is where to, not who."""
    return bool(word.classes & {"visit", "refuge", "border"}) or text.plain[word.end - 1] == "ي"
