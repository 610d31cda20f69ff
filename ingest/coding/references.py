"""Who is meant by «الوزارة», "his office», «القائد»: bodies and persons who were named before. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from events.codebook import ROLLED_UP, Side
from ingest.coding.bodies import owners
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

ADVERBS = r"(?:also|later|has|had|have|further|then|separately|earlier|on|in|a|an|statement|spokesman|spokeswoman|spokesperson|official|source|statement|office|media|press|late|early|today|yesterday|\w+day)"
_BODIES_EN = r"ministry|division|agency|court|command|cell|commission|council|authority|administration|directorate|service|presidency"
_BODIES_AR = r"وزاره|هييه|قياده|مجلس|خليه|جهاز|مديريه|رياسه|اداره|مستشاريه|فرقه|وكاله|محكمه"
_TITLES_EN = r"prime minister|foreign minister|interior minister|president|minister|premier|adviser|advisor|governor"
_BODY_EN = regex(rf"\b(?P<whose>the|his|her|its) (?:(?P<nation>[a-z]+) )?(?P<n>{_BODIES_EN})(?:,?\s{ADVERBS})*,?\s*$")
_OFFICE_EN = regex(
    rf"\b(?:(?P<whose>his|her) (?:media |press )?office|(?:the |his |kurdistan region )?(?P<title>{_TITLES_EN})'s (?:media |press )?office)(?:,?\s{ADVERBS})*,?\s*$"
)
_TOLD_EN = regex(
    r"(?:according to|statement (?:by|from|of|issued by)|readout (?:by|from|of))\s+(?:a (?:brief )?(?:statement|readout) (?:by|from|of|issued by) )?"
    rf"(?:(?P<whose>his|her) (?:media |press )?office|(?:the )?(?P<title>{_TITLES_EN})'s (?:media |press )?office|(?P<its>the|his|her) (?P<n>{_BODIES_EN})\b(?! of))"
    rf"|(?:according to|said|in) an? (?P<bare>{_BODIES_EN})(?:'s)? (?:statement|readout|communique|post|press release)\b"
)
_BODY_AR = regex(rf"\s(?:ال(?P<n>{_BODIES_AR})(?!\w)(?! ال)|(?P<his>(?:وزاره|وزارت|مكتب|هييت|رياست)(?:ه|ها)(?!\w)))")
_TOLD_AR = regex(
    rf"(?<!\w)[وفبل]{{0,2}}(?:ال)?بيان(?:ا)?(?: \w+)?? (?:عن |من )?(?:(?:ل|لل|ال)(?P<n>{_BODIES_AR})(?!\w)(?! ال)|ل?(?P<his>(?:مكتب|وزارت)(?:ه|ها)(?!\w)))"
)
_DOES_AR = regex(rf"(?:(?<!\w)(?:ان|لكن|فيما|وكانت|كانت|حيث|وان) )ال(?P<n>{_BODIES_AR}) (?:قد |ايضا )?$")
_DOES_EN = regex(rf"\bthe (?P<n>{_BODIES_EN})(?: (?:has|had|have|also|later|then|on \w+day|\w+day))* $")
_TITLES_AR = {
    "رييس الحكومه": "prime minister",
    "رييس مجلس الوزراء": "prime minister",
    "رييس الوزراء": "prime minister",
    "رييس الجمهوريه": "president",
    "رييس الاقليم": "president",
    "الرييس": "president",
    "المستشار": "advis",
    "الوزير": "minister",
    "القايد": "command",
    "المحافظ": "governor",
}
"""Titles that stand for whoever was named with such a post."""
_OFFICE_AR = regex(
    rf"(?:(?:ال)?مكتب(?: الاعلامي)?|اعلام)(?: التابع)? (?:ل(?P<t>{'|'.join(t for t in _TITLES_AR if ' ' in t)})|ل?(?P<l>لمستشار|لرييس|لوزير|لمحافظ))(?!\w)"
)
_PERSON_AR = regex(
    rf"\s(?:السيد )?(?P<t>{'|'.join(t for t in _TITLES_AR if t.startswith('ال'))})(?!\w)(?! (?:ال|[^\s]+ ال))"
)
_PERSON_EN = regex(
    r"\bthe (?P<t>minister|commander|president|governor|premier|adviser)(?:,?\s(?:also|later|then))*\s*$"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A body, or a person and the office he holds, as it was named."""

    name: str
    actor: str
    org: str
    title: str
    clause: Clause


@dataclass(frozen=True, slots=True)
class Meant:
    """The actor that words at [start, end) stand for; `office`: his press office speaks."""

    actor: str
    start: int
    end: int
    office: bool = False


class References:
    """The bodies and persons of an article in the order of their naming."""

    def __init__(self, lexicon: Lexicon, day: dt.date) -> None:
        self.lexicon, self.day = lexicon, day
        self.seen: list[Seen] = []

    def note(self, clause: Clause, named: Sequence[tuple[Mention, str]]) -> None:
        """Remember who is named here; of a person also the body he heads."""
        for mention, actor in named:
            name = clause.text.plain[mention.head : mention.end]
            if mention.kind in ("government_body", "military_unit"):
                self.seen.append(Seen(name, actor, actor, "", clause))
            elif mention.kind == "person":
                office = self.lexicon.office_of(actor, self.day)
                if office is not None and office.org in self.lexicon.actors:
                    known = self.lexicon.actors[office.org].name_en.lower()
                    self.seen.append(Seen(f"{name} {known}", actor, office.org, office.title_en.lower(), clause))

    def told(self, clause: Clause, at: int, arabic: bool) -> Meant | None:
        """«وقالت الوزارة», «نفى القائد», "the ministry said", "his office said"."""
        plain = clause.text.plain
        if arabic:
            return self._told_arabic(clause, at)
        first = max(clause.start, at - 60)
        office = _OFFICE_EN.search(plain, first, at)
        if office is not None:
            return self._office(clause, office["title"], *office.span())
        body = _BODY_EN.search(plain, first, at)
        if body is not None:
            return self._body(clause, body["n"], *body.span("n"), his=body["whose"] != "the", nation=body["nation"])
        person = _PERSON_EN.search(plain, first, at)
        return self._person(person["t"], *person.span("t")) if person else None

    def _told_arabic(self, clause: Clause, at: int) -> Meant | None:
        plain = clause.text.plain
        body = _BODY_AR.match(plain, at, clause.end)
        if body is not None:
            if body["n"]:
                return self._body(clause, body["n"], *body.span("n"))
            return self._office(clause, None, *body.span("his"))
        person = _PERSON_AR.match(plain, at, clause.end)
        return self._person(_TITLES_AR[person["t"]], *person.span("t")) if person else None

    def subject(self, clause: Clause, start: int, end: int) -> Meant | None:
        """«وسبق أن ضبطت المديرية …», "the commission reopened it": the body named before that does what [start, end) tells."""
        plain = clause.text.plain
        found = (
            _BODY_AR.match(plain, end, clause.end) or _DOES_AR.search(plain, clause.start, start)
            if plain[start] > "\u0600"
            else _DOES_EN.search(plain, clause.start, start)
        )
        if found is None or not found["n"]:
            return None
        bodies = (s for s in self.seen if not s.title)
        before = [s for s in bodies if s.clause.titular or s.clause.order < clause.order]
        fitting = [s for s in before if _is_called(s.name, found["n"])]
        here = [s for s in fitting if fitting[-1].clause is s.clause]
        return Meant(here[0].org, *found.span("n")) if here else None

    def communique(self, clause: Clause) -> Meant | None:
        """«بحسب بيان لمكتبه», «المكتب الإعلامي لرئيس الحكومة», "a statement from the Prime Minister's office"."""
        plain = clause.text.plain
        office = _OFFICE_AR.search(plain, clause.start, clause.end)
        if office is not None:
            title = _TITLES_AR[office["t"]] if office["t"] else _TITLES_AR["ا" + office["l"]]
            return self._office(clause, title, *office.span())
        told = _TOLD_AR.search(plain, clause.start, clause.end) or _TOLD_EN.search(plain, clause.start, clause.end)
        if told is None:
            return None
        groups = told.groupdict()
        noun = groups["n"] or groups.get("bare")
        if noun:
            his = groups.get("its") in ("his", "her")
            return self._body(clause, noun, *told.span("n" if groups["n"] else "bare"), his=his)
        return self._office(clause, groups.get("title"), *told.span())

    def _office(self, clause: Clause, title: str | None, start: int, end: int) -> Meant | None:
        """The office of him who was named by that title; without one, of whom the sentence speaks first."""
        if title is None:
            one = self._subject(clause)
        else:
            one = next((s for s in reversed(self.seen) if s.title and _holds(s.title, title)), None)
        return Meant(one.actor, start, end, office=True) if one else None

    def _subject(self, clause: Clause) -> Seen | None:
        """The first person of the clause, else of the last clause that names one."""
        people = [s for s in self.seen if s.title]
        last = next((s.clause for s in reversed(people) if s.clause is not clause), None)
        here = [s for s in people if s.clause is clause] or [s for s in people if s.clause is last]
        return here[0] if here else None

    def _body(
        self, clause: Clause, noun: str, start: int, end: int, *, his: bool = False, nation: str | None = None
    ) -> Meant | None:
        """The body named before by that noun, or that a person named before heads: of a sentence the first."""
        if his:
            one = self._subject(clause)
            return Meant(one.org, start, end) if one else None
        country = owners().get(nation or "")
        side = self.lexicon.actors[country].side if country in self.lexicon.actors else None
        fitting = [s for s in self.seen if _is_called(s.name, noun) and (side is None or self._side(s.org) is side)]
        here = [s for s in fitting if fitting[-1].clause is s.clause]
        return Meant(here[0].org, start, end) if here else None

    def _side(self, actor: str) -> Side:
        side = self.lexicon.actors[actor].side_on(self.day)
        return ROLLED_UP.get(side, side)

    def _person(self, title: str, start: int, end: int) -> Meant | None:
        one = next((s for s in reversed(self.seen) if s.title and _holds(s.title, title)), None)
        return Meant(one.actor, start, end) if one else None


def _holds(held: str, title: str) -> bool:
    """ "the president" is no vice-president, "the minister" no prime minister, and neither his spokesman."""
    if title == "premier":
        title = "prime minister"
    lesser = title != "advis" and bool(_LESSER.search(held))
    return title in held and not lesser and not (title == "minister" and held.startswith("prime"))


_LESSER = regex(
    r"spokes|envoy|advis|vice|deputy commander|deputy prime minister(?! and foreign)|assistant|media|relations"
)
_CALLED = {
    "وزاره": ("ministry",),
    "هييه": ("commission", "authority"),
    "قياده": ("command",),
    "مجلس": ("council",),
    "جهاز": ("service", "agency"),
    "مديريه": ("directorate",),
    "رياسه": ("presidency",),
    "مستشاريه": ("advis",),
    "فرقه": ("division",),
}
"""What the bodies are called in the registry's English names."""


def _is_called(name: str, noun: str) -> bool:
    return noun in name or any(word in name for word in _CALLED.get(noun, ()))
