"""Who is named: names in the text become persons, bodies, states and places, each at its span. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ingest.coding.cues import cues
from ingest.coding.lexicon import Hit, Lexicon
from ingest.coding.text import Text

_ADJACENT = re.compile(
    r"[\s،,:–\-\"“”«»(]{0,4}(?:السيد|الدكتور|د\.|المهندس|الفريق|اللواء|العميد|الفريق اول|mr\.?|dr\.?|gen\.?"
    r"|lt\.? gen\.?)?\s*"
)
_SPOKEN_CONTEXT = 48
_PERSON_OR_BODY_WORDS = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at [start, end) of the folded text. Exactly what it may be: an actor, a place, or either (a state)."""

    start: int
    end: int
    actor: str | None = None
    place: str | None = None
    office: str | None = None
    adjective: bool = False
    kind: str = ""
    title: int | None = None

    @property
    def head(self) -> int:
        """Where the name starts, its title included."""
        return self.start if self.title is None else self.title


class Names:
    """Resolves names in reading order: a surname alone counts once the full name has been introduced."""

    def __init__(self, lexicon: Lexicon, day: date) -> None:
        self.lexicon, self.day = lexicon, day
        self.introduced: set[str] = set()

    def mentions(self, text: Text) -> list[Mention]:
        """All names of one string that can be resolved."""
        hits = self.lexicon.find(text.plain)
        found: list[Mention] = []
        title: Hit | None = None
        for n, hit in enumerate(hits):
            if hit.name.acronym and not text.span("", hit.start, hit.end).text.isupper():
                continue
            following = hits[n + 1] if n + 1 < len(hits) else None
            mention = self._resolve(text, hit, following, found[-1] if found else None)
            if mention is not None:
                touched = title is not None and _touching(text, title.end, mention.start)
                found.append(replace(mention, title=title.start) if title is not None and touched else mention)
            title = hit if hit.name.offices and mention is None else None
        return found

    def introduce(self, text: Text) -> None:
        """Note who is named in full: his surname alone counts anywhere, the headline above it included."""
        for hit in self.lexicon.find(text.plain):
            strong = [a for a in hit.name.actors if a not in hit.name.weak_actors]
            if len(strong) == 1 and not hit.name.acronym:
                self.introduced.add(strong[0])

    def _resolve(self, text: Text, hit: Hit, following: Hit | None, before: Mention | None) -> Mention | None:
        if hit.name.offices:
            return self._office(text, hit, following)
        place = self._place(text, hit)
        actor = self._actor(text, hit, before)
        if actor is None and place is None:
            if hit.name.actors and any(self.lexicon.actors[a].kind == "country" for a in hit.name.actors):
                return Mention(hit.start, hit.end, actor=hit.name.actors[0], adjective=True, kind="country")
            return None
        kind = self.lexicon.actors[actor].kind if actor else ""
        return Mention(hit.start, hit.end, actor=actor, place=place, kind=kind)

    def _office(self, text: Text, hit: Hit, following: Hit | None) -> Mention | None:
        """The holder of the day. A name right behind the title says who is meant, and is mentioned by itself."""
        holders = {o: self.lexicon.holder(o, self.day) for o in hit.name.offices}
        if following is not None and self._is_person(following) and _touching(text, hit.end, following.start):
            return None
        offices = [o for o in hit.name.offices if holders[o]]
        if len(offices) > 1:
            offices = self._by_nationality(text, hit, following, offices)
        if len(offices) != 1:
            return None
        person = holders[offices[0]]
        assert person is not None
        self.introduced.add(person)
        return Mention(hit.start, hit.end, actor=person, office=offices[0], kind="person")

    def _is_person(self, hit: Hit) -> bool:
        return any(self.lexicon.actors[a].kind == "person" for a in hit.name.actors)

    def _by_nationality(self, text: Text, hit: Hit, following: Hit | None, offices: list[str]) -> list[str]:
        """«وزير الداخلية السوري»: the adjective behind the title chooses among offices of that name."""
        if following is None or not _touching(text, hit.end, following.start):
            return []
        countries = {a for a in following.name.actors if self.lexicon.actors[a].kind == "country"}
        sides = {self.lexicon.actors[c].side for c in countries}
        return [o for o in offices if self.lexicon.actors[self.lexicon.offices[o].org].side in sides]

    def _actor(self, text: Text, hit: Hit, before: Mention | None) -> str | None:
        lexicon = self.lexicon
        active = [a for a in hit.name.actors if lexicon.actors[a].active(self.day)]
        strong = [a for a in active if a not in hit.name.weak_actors]
        if hit.name.metonym and all(lexicon.actors[a].kind == "country" for a in strong or active):
            return (strong or active)[0] if self._acts(text, hit) else None
        if len(strong) == 1:
            return strong[0]
        candidates = strong or active
        known = [a for a in candidates if a in self.introduced]
        if len(known) == 1 and lexicon.actors[known[0]].kind == "person":
            return known[0]
        if len(candidates) != 1:
            return None
        only = lexicon.actors[candidates[0]]
        name = text.plain[hit.start : hit.end]
        if only.kind in ("person", "country", "population_group"):
            return None
        return only.id if len(name.split()) >= _PERSON_OR_BODY_WORDS else None

    def _acts(self, text: Text, hit: Hit) -> bool:
        """A metonym is an actor where it speaks, acts, or stands with another («بين بغداد ودمشق»)."""
        before = text.plain[max(0, hit.start - _SPOKEN_CONTEXT) : hit.start]
        if cues().other["only_place_after"].search(before):
            return False
        after = text.plain[hit.end : hit.end + 24]
        return bool(_VERB_BEFORE.search(before) or _VERB_AFTER.match(after) or _BETWEEN.search(before))

    def _place(self, text: Text, hit: Hit) -> str | None:
        places = hit.name.places
        if not places:
            return None
        strong = [p for p in places if p not in hit.name.weak_places]
        if strong:
            return min(strong, key=lambda p: (self.lexicon.places[p].kind != "admin1", p))
        before = text.plain[max(0, hit.start - _SPOKEN_CONTEXT) : hit.start]
        after = text.plain[hit.end : hit.end + 12]
        if cues().other["place_cue"].search(before) and not re.match(r"\s+(?:ب(?:ال)?اعمال|بامور)", after):
            return places[0]
        return None


_VERB_BEFORE = re.compile(
    r"(?:اعلنت|اكدت|قالت|رفضت|طالبت|دعت|سلمت|اعادت|تسلمت|تعيد|تسلم|وافقت|قررت|نفت|ابلغت|استدعت|تستعيد|تعلن)\s+$"
)
_VERB_AFTER = re.compile(
    r"\s*:|\s+(?:و\w+ )?(?:تعلن|تعيد|تسلم|تتسلم|تستعيد|توكد|تنفي|ترفض|تدعو|تبحث|تبحثان|تتفق|يتفق\w*|"
    r"says?|said|announces?|denies|hands?|returns?|agrees?|signs?|receives?|repatriates?"
    r"|and \w+ (?:agree|sign|discuss)\b)"
)
_BETWEEN = re.compile(r"(?:بين|between)\s+(?:\S+\s+(?:و|and )\s*)?$|(?:بين|between)\s+\S+\s+و?$")


def _touching(text: Text, end: int, start: int) -> bool:
    """Only punctuation or a courtesy between two names."""
    return bool(_ADJACENT.fullmatch(text.plain, end, start)) if 0 <= start - end <= 24 else False


def within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The mentions inside a stretch."""
    return [m for m in mentions if start <= m.start and m.end <= end]
