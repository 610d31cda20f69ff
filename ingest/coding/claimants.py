"""Who says it: the authority that the outlet quotes, behind an Arabic verb of speech, before an English one. PURE."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from events.codebook import ROLLED_UP, Side
from events.reports import Claimant
from ingest.coding.attributed import attributed
from ingest.coding.citations import cited
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.references import ADVERBS, Meant, References
from ingest.coding.regexes import regex
from ingest.coding.signatures import released, signed
from ingest.coding.sources import (
    Source,
    name_before,
    name_behind,
    name_inverted,
    source_ahead,
    source_before,
    source_behind,
    source_titled,
    sources_handed_on,
    state_outlet,
)
from ingest.coding.speaking import goes_on, heads, holder, informs, speaks, subject_ahead, who_speaks
from ingest.coding.words import Word

_SIDES = {
    "عراقي": Side.IQ,
    "iraqi": Side.IQ,
    "سوري": Side.SY,
    "syrian": Side.SY,
    "كردي": Side.SDF,
    "kurdish": Side.SDF,
    "امريكي": Side.US,
    "اميركي": Side.US,
    "us": Side.US,
    "u.s.": Side.US,
    "american": Side.US,
}
_OF_SIDE = regex(
    rf"(?<!\w)(?:ال)?({'|'.join(map(re.escape, _SIDES))})(?!\w)|(?:ال)?({'|'.join(k for k in _SIDES if k > 'z')})(?:ين|ون|ان|تان|يا|ا|ه)(?!\w)"
)
_OFFICIAL = regex(r"امني|حكومي|عسكري|قضايي|مسوول|ضابط|security|government|military|judicial|official|officer")
"""Of whom a source without a nationality speaks for the side of the dateline."""
_LANDS = {Side.IQ: "iq", Side.SY: "sy"}
_REACH = 70
_GAP_EN = regex(rf"(?:,\s[^;]{{3,90}},)?,?(?:\s+{ADVERBS},?)*\s*")
_GAP_NEAR = regex(
    rf"(?: (?:command|headquarters))?(?:'s (?:[\w-]+ ){{1,3}}(?<!chief )(?<!commander )(?<!minister ))?(?: (?:there|here|(?:in|at) (?:the )?[a-z-]+(?: [a-z-]+)?))?,?(?:\s*{ADVERBS},?)*\s*"
)
_OFFICE_OF = regex(r"'s (?:media |press )?office\b")
_HIS_OFFICE = regex(r"\b(?:his|her) (?:media |press )?office\s*$")
_OF_HIS_OFFICE = regex(r"\b(?:source|official|officer|aide|adviser)s? (?:in|at|from|of|close to) $")
_HIS_AIDE = regex(
    r"\b(?:advis[eo]r|aide|deputy|spokes\w+|assistant|secretary|envoy|representative)s? (?:to|of|for) (?:the )?$"
)
"""«an adviser to the Iraqi prime minister»: he speaks, not his master."""
_COMMUNIQUE = regex(
    r"(?<!\w)(?<!نقل )(?<!نقلت )[وفبل]{0,2}(?:ال)?بيان(?:ا)?(?: صحفي| رسمي| مقتضب)?(?: صادر| صدر)?(?: عن| من)? (?:ل|لل)?(?:(?:المكتب الاعلامي|مكتب|اعلام) (?:ل|لل|في )?)?$"
    r"|\bstatement (?:by|from|of|issued by) (?:the )?$|\breadout by (?:the )?$"
)
_OFFICE_BEFORE = regex(r"(?<!\w)[لب]?(?:ال)?مكتب(?: الاعلامي ل?)? ?$|المكتب الاعلامي ل$")
_SPOKESMAN = regex(r"spokes|media|comment", re.I)
_FIGURES_AR = regex(r"(?<!\w)[وف]?(?:ي|ت)?(?:تحدث|قدر|وثق)ت?(?!\w)")
_FIGURING = ("تحدث", "قدر", "وثق", " put", "estimate", "counted", "gave a")
_FIGURES_EN = regex(r" (?:put|puts|estimated|estimates|counted|gave a (?:higher|lower|different) (?:number|figure))\b")
_CITING = ("according to", "learned from", "learnt from", "in the words of")
"""Behind these English words stands who says it."""
_MOST = 6
"""Words of speech of one clause that are heard."""
_INVERTED = 60
_TITLES_EN = regex(
    r",?\s(?:(?:adm|gen|lt|col|maj|brig|mr|dr)\.?\s|(?:admiral|general|colonel|us|iraqi|syrian|the|commander|director|spokesman|spokeswoman|minister|head|chief|a|statement|by|media|office|of|from|in)\s)*"
)
_SOON = 3
"""Sentences behind a body's announcement within which its man may speak for it."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says it, at [start, end) of the clause's text. `aside`: a spokesman or a body, who only announces; `body`:
    whose man an unnamed source is; `named`: a person nobody registered; `anonymous`: a source that stays unnamed."""

    claimant: Claimant
    clause: Clause
    start: int
    end: int
    aside: bool
    body: str | None = None
    named: bool = False
    anonymous: bool = False
    behind: Saying | None = None
    """The body whose man he is, where it announced it first."""


class Speech:
    """Who is quoted in each clause of an article, read once in order."""

    def __init__(self, lexicon: Lexicon, day: dt.date, clauses: Sequence[Clause], land: str = "") -> None:
        self.lexicon, self.day, self.clauses = lexicon, day, clauses
        self.home = {"iq": Side.IQ, "sy": Side.SY}.get(land, Side.OTHER)
        self.references = References(lexicon, day)
        self._said: dict[int, list[Saying]] = {}
        last: Saying | None = None
        for clause in clauses:
            self._note(clause)
            said = list(self._quoted(clause, last))
            self._said[id(clause)] = said
            if said and not clause.titular:
                last = said[-1]

    def _note(self, clause: Clause) -> None:
        """Remember the bodies and persons named here."""
        named = ((m, self._actor(m)) for m in clause.mentions if not m.adjective)
        self.references.note(clause, [(m, actor) for m, actor in named if actor is not None])

    def _quoted(self, clause: Clause, last: Saying | None) -> Iterator[Saying]:
        """Who is quoted here; «وأضاف», "he said" go on quoting the last."""
        for verb in clause.of("say", "denied")[:_MOST]:
            if any(0 <= verb.start - w.end <= 40 for w in clause.of("decline")) or informs(clause, verb):
                continue
            said = self.speaker(clause, verb) or (last if goes_on(clause, verb) else None)
            if said is not None:
                yield said
        said = self._communique(clause)
        if said is not None:
            yield said
        for source in sources_handed_on(clause):
            yield self._unnamed(clause, source)
        for one in (*cited(clause, self.lexicon), *attributed(clause, self.lexicon)):
            yield self._unnamed(clause, one) if isinstance(one, Source) else self._by(clause, one)
        if any(word in clause.plain for word in _FIGURING):
            yield from self._counting(clause)

    def _counting(self, clause: Clause) -> Iterator[Saying]:
        """«تحدثت الوزارة عن 120 سجيناً», "the SDF put the number at 1,500": who gives a figure."""
        for found in _FIGURES_AR.finditer(clause.text.plain, clause.start, clause.end):
            named = next((m for m in clause.mentions if 0 <= m.head - found.end() <= 1 and speaks(m)), None)
            source = source_behind(clause, found.end()) if named is None else None
            if named is not None:
                yield self._by(clause, named)
            elif source is not None:
                yield self._unnamed(clause, source)
        for found in _FIGURES_EN.finditer(clause.text.plain, clause.start, clause.end):
            named = next((m for m in clause.mentions if m.end == found.start() and speaks(m)), None)
            if named is not None:
                yield self.said(clause, named)

    def sayings(self, clauses: Sequence[Clause]) -> Iterator[Saying]:
        """All who are quoted in these clauses, in order; who stands before a colon in the headline comes last."""
        for clause in clauses:
            yield from self._said.get(id(clause), ())
        for clause in clauses:
            for mention in clause.mentions if clause.titular else ():
                if speaks(mention) and heads(clause, mention):
                    yield self.said(clause, mention)

    def speaker(self, clause: Clause, verb: Word) -> Saying | None:
        """Who says this."""
        plain = clause.text.plain
        arabic = plain[verb.stem] > "\u0600"
        if arabic or plain[verb.start : verb.end] in _CITING:
            return self._behind(clause, verb, arabic)
        return self._before(clause, verb)

    def _behind(self, clause: Clause, verb: Word, arabic: bool) -> Saying | None:
        source = source_behind(clause, verb.end)
        near = [m for m in clause.mentions if 0 <= m.start - verb.end <= _REACH + 40 and speaks(m)]
        near = [m for m in near if m.head - verb.end <= _REACH]
        mention = who_speaks(clause, verb, near, source)
        person = mention is not None and mention.kind == "person"
        if source is not None and not (person and not source.anonymous and mention and mention.start < source.end + 12):
            return self._unnamed(clause, source)
        if mention is None or not person:
            named = name_behind(clause, verb.end, self.lexicon) if arabic else None
            if named is not None and not any(m.kind == "person" and m.start < named.end for m in near):
                return self._unnamed(clause, named)
        if mention is None and arabic:
            mention = subject_ahead(clause, verb)
        if mention is None:
            titled = source_titled(clause, verb.end) if arabic else None
            ahead = source_ahead(clause, verb.start) if arabic else None
            again = self._again(clause, verb, True) if arabic else None
            unnamed = titled or ahead
            return again or (self._unnamed(clause, unnamed) if unnamed else None)
        return self._by(clause, mention)

    def _before(self, clause: Clause, verb: Word) -> Saying | None:
        plain = clause.text.plain
        office = _HIS_OFFICE.search(plain, max(clause.start, verb.start - 30), verb.start)
        near = [m for m in clause.mentions if speaks(m) and 0 <= verb.start - m.end <= 110]
        if office is not None and not _OF_HIS_OFFICE.search(plain, clause.start, office.start()):
            people = [m for m in clause.mentions if m.kind == "person" and m.end <= office.start()]
            return self._office_of(clause, people[0], *office.span()) if people else None
        for mention in near:
            if mention.kind != "person" or _HIS_AIDE.search(clause.before(mention.start, 40)):
                continue
            kept = _OFFICE_OF.match(plain, mention.end)
            if kept is not None and _GAP_EN.fullmatch(plain, kept.end(), verb.start):
                return self._office_of(clause, mention, mention.start, kept.end())
            if _GAP_EN.fullmatch(plain, mention.end, verb.start):
                return self.said(clause, mention)
        body = next((m for m in reversed(near) if _GAP_NEAR.fullmatch(plain, m.end, verb.start)), None)
        if body is not None and plain[body.end : verb.start].strip() == ",":
            inverted = self._inverted(clause, verb)
            if inverted is not None and inverted.start - verb.end <= 1:
                return inverted
        named = name_before(clause, verb.start, self.lexicon)
        if named is not None and (body is None or body.kind == "person" or named.start > body.start):
            return self._unnamed(clause, named)
        source = source_before(clause, verb.start)
        outlet = state_outlet(clause, verb.start) if self.home is not Side.OTHER else None
        if source is None and outlet is not None:
            actor = self.lexicon.government(_LANDS[self.home], self.day)
            name = clause.text.span("", *outlet).text
            return Saying(Claimant(actor, name, self.home), clause, *outlet, True)
        if source is not None and (body is None or source.start < body.start):
            return self._unnamed(clause, source)
        if body is None:
            wide = [m for m in near if m.kind != "person" and _GAP_EN.fullmatch(plain, m.end, verb.start)]
            body = wide[0] if wide else None
        return self._by(clause, body) if body else self._inverted(clause, verb) or self._again(clause, verb, False)

    def _inverted(self, clause: Clause, verb: Word) -> Saying | None:
        """ "…," said Jihan Hanan, the camp's director."""
        if clause.text.plain[verb.start : verb.end] not in ("said", "says", "told", "added"):
            return None
        near = (m for m in clause.mentions if 0 <= m.head - verb.end <= _INVERTED and speaks(m))
        mention = next(near, None)
        if mention is not None and _TITLES_EN.fullmatch(clause.text.plain, verb.end, mention.head):
            return self._by(clause, mention)
        named = name_inverted(clause, verb.end, self.lexicon)
        return self._unnamed(clause, named) if named else None

    def _again(self, clause: Clause, verb: Word, arabic: bool) -> Saying | None:
        """«وقالت الوزارة», "the ministry said": who was named before by that word."""
        noun = clause.text.plain.rfind(" ال", verb.start, verb.end)
        at = (noun if noun > 0 else verb.end) if arabic else verb.start
        meant = self.references.told(clause, at, arabic)
        return self._meant(clause, meant) if meant else None

    def _meant(self, clause: Clause, meant: Meant) -> Saying:
        actor = meant.actor
        if meant.office:
            office = self.lexicon.office_of(actor, self.day)
            actor = _MOUTHS.get(office.org, office.org) if office else actor
        one = self.lexicon.actors[actor]
        name = clause.text.span("", meant.start, meant.end).text
        aside = one.kind != "person"
        return Saying(Claimant(one.id, name, one.side_on(self.day)), clause, meant.start, meant.end, aside)

    def _unnamed(self, clause: Clause, source: Source) -> Saying:
        within = [m for m in clause.mentions if source.start <= m.start < source.end and speaks(m)]
        body = next((m for m in within if m.kind != "person"), None)
        if source.speaks_for and body is not None:
            return self.said(clause, body)
        actor = self._actor(body) if body else None
        name = clause.text.span("", source.start, source.end).text
        told = _OF_SIDE.search(clause.text.plain, source.start, source.end)
        official = _OFFICIAL.search(clause.text.plain, source.start, source.end)
        side = _SIDES[told[1] or told[2]] if told else self.home if official else Side.OTHER
        if actor is not None:
            side = self.lexicon.actors[actor].side_on(self.day)
        elif (
            told is None
            and len(lands := {m.land for m in clause.mentions if m.land and source.start <= m.start < source.end}) == 1
        ):
            side = {"iq": Side.IQ, "sy": Side.SY}.get(lands.pop(), side)
        held = Claimant(None, name, side)
        return Saying(held, clause, source.start, source.end, True, actor, source.named, source.anonymous)

    def _communique(self, clause: Clause) -> Saying | None:
        """«في بيان لوزارة …», "a statement by …", without a verb."""
        told = clause.plain
        if not any(word in told for word in ("بيان", "statement", "readout", "مكتب", "office")):
            return None
        for mention in clause.mentions:
            if speaks(mention) and _COMMUNIQUE.search(clause.before(mention.head)):
                if mention.kind == "person":
                    return self._office_of(clause, mention, mention.start, mention.end)
                return self.said(clause, mention)
        meant = self.references.communique(clause)
        return self._meant(clause, meant) if meant else None

    def _office_of(self, clause: Clause, mention: Mention, start: int, end: int) -> Saying:
        """The office of a person who holds one speaks."""
        office = self.lexicon.office_of(mention.actor, self.day) if mention.actor else None
        if office is None or office.org not in self.lexicon.actors:
            return self.said(clause, mention)
        org = self.lexicon.actors[_MOUTHS.get(office.org, office.org)]
        name = clause.text.span("", start, end).text
        return Saying(Claimant(org.id, name, org.side_on(self.day)), clause, start, end, True)

    def _by(self, clause: Clause, mention: Mention) -> Saying:
        kept = _OFFICE_OF.match(clause.text.plain, mention.end) if mention.kind == "person" else None
        if kept is not None:
            return self._office_of(clause, mention, mention.start, kept.end())
        if mention.kind == "person" and _OFFICE_BEFORE.search(clause.before(mention.head)):
            return self._office_of(clause, mention, mention.start, mention.end)
        return self.said(clause, holder(clause, mention))

    def _actor(self, mention: Mention) -> str | None:
        if mention.actor is not None and mention.kind == "country":
            return self.lexicon.government(mention.actor, self.day)
        return mention.actor

    def said(self, clause: Clause, mention: Mention) -> Saying:
        """A registered actor speaks."""
        lexicon, actor = self.lexicon, self._actor(mention)
        name = clause.text.span("", mention.start, mention.end).text
        office = lexicon.office_of(actor, self.day) if actor else lexicon.offices.get(mention.office or "")
        org = lexicon.actors[lexicon.offices[mention.office].org] if mention.office else None
        side = lexicon.actors[actor].side_on(self.day) if actor else org.side if org else Side.OTHER
        aside = mention.kind != "person" or (office is not None and bool(_SPOKESMAN.search(office.title_en)))
        return Saying(Claimant(actor, name, side), clause, mention.start, mention.end, aside)

    def official(self, said: Saying) -> bool:
        """Whether a body of a government speaks."""
        actor = said.claimant.actor
        return actor is not None and self.lexicon.actors[actor].kind == "government_body"

    def signed(self, clauses: Sequence[Clause]) -> Saying | None:
        """The body that issued the text, by a line or a headline of these clauses."""
        found = signed(clauses)
        return self.said(*found) if found else None

    @functools.cached_property
    def signature(self) -> Saying | None:
        """The body that issued the text, wherever its name stands alone."""
        return self.issuer or self.signed(self.clauses)

    @functools.cached_property
    def issuer(self) -> Saying | None:
        """The command whose press release the text is."""
        found = released(self.clauses)
        return self.said(*found) if found else None

    def speaks_for(self, later: Saying, first: Saying) -> bool:
        """Whether a person quoted behind a body, or behind an official without a name, is its man, or he."""
        if first.anonymous or later.clause.text is not first.clause.text or later.clause is first.clause:
            return False
        if later.clause.order - first.clause.order > _SOON or first.clause.titular:
            return False
        told = first.claimant.actor
        if self._apart(first, later):
            return False
        if told is not None and self.lexicon.actors[told].kind == "person":
            return False
        if later.named:
            return told is None or not first.named
        actor = later.claimant.actor
        if actor is None or self.lexicon.actors[actor].kind != "person" or first.named:
            return False
        office = self.lexicon.office_of(actor, self.day)
        return told is None or (office is not None and told in self._above(office.org))

    def _apart(self, first: Saying, later: Saying) -> bool:
        """Whether the two are known to speak for different sides."""
        sides = {ROLLED_UP.get(s, s) for said in (first, later) if (s := said.claimant.side) is not None}
        return len(sides - {Side.OTHER}) > 1

    def _above(self, org: str) -> set[str]:
        found: set[str] = set()
        current: str | None = org
        while current in self.lexicon.actors and current not in found:
            found.add(current)
            current = self.lexicon.actors[current].parent
        return found


_MOUTHS = {"iq_council_ministers": "iq_pmo", "iq_gov": "iq_pmo"}
"""Whose press office speaks for a head of government."""


def find_saying(clauses: Sequence[Clause], speech: Speech, talk: bool = False) -> Saying | None:
    """The first authority quoted in these clauses; of a body the man who speaks for it in what follows. In a talk a
    person who is no spokesman only tells his own words."""
    first: Saying | None = None
    for said in speech.sayings(clauses):
        if talk and not said.aside:
            continue
        if first is None or (talk and first.claimant.actor is None and speech.official(said)):
            first = said
            if first.anonymous and not talk:
                break
        elif talk:
            continue
        elif speech.speaks_for(said, first):
            return replace(said, behind=first)
    return first or speech.signed(clauses)
