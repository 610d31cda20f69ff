"""Who says it: the authority that the outlet quotes, behind an Arabic verb of speech, before an English one. PURE."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from events.codebook import Side
from events.reports import Claimant
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.words import Word

_UNNAMED = re.compile(
    r"(?:ال)?(?:مصدر|مصادر|مسوول|مسوولون|مسوولين|ضابط|قيادي)\w* (?:\w+ ){0,2}?(?:في (?:ال)?\w+ )?(?P<ar>عراقي|العراقي|سوري|السوري|كردي|امريكي|اميركي|حكومي)\w*"
    r"|(?:an? |the |two |several |three |some )?(?:senior |high-ranking |top )?(?P<en>iraqi|syrian|kurdish|us|u\.s\.|american) (?:\w+ ){0,2}(?:sources?|officials?|officers?)"
)
_UNNAMED_SIDE = {
    "عراقي": Side.IQ,
    "العراقي": Side.IQ,
    "iraqi": Side.IQ,
    "سوري": Side.SY,
    "السوري": Side.SY,
    "syrian": Side.SY,
    "كردي": Side.SDF,
    "kurdish": Side.SDF,
    "امريكي": Side.US,
    "اميركي": Side.US,
    "us": Side.US,
    "u.s.": Side.US,
    "american": Side.US,
}
_REACH = 70
_SPEAKING = frozenset(
    ("person", "government_body", "military_unit", "international_org", "armed_group", "coalition", "party")
)
_GAP_AR = re.compile(
    r"(?:\s|[،,:«\"]|في|بيان|عن|ل|ان|من|المتحدث|الناطق|الرسمي|باسم|السيد|الفريق|اللواء|العميد|الركن|اول|علي|لسان|مصدر|صادر|اليوم|امس"
    r"|مساء|صباح|يوم|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|الاعلام|اعلام|مكتب|وكاله|مدير|رييس|قايد|نايب|عضو|وزير)*"
)
_GAP_EN = re.compile(
    r"(?:,\s[^,;]{3,70},)?(?:\s+(?:also|later|has|had|have|further|then|separately|earlier|on|in|a|an|statement|spokesman|spokeswoman|spokesperson|official"
    r"|source|statement|office|media|press|late|early|today|yesterday|\w+day|,))*\s*"
)
_SPOKESMAN = re.compile(r"spokes|media|comment", re.I)


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says it, at [start, end) of the clause's text. `aside`: a spokesman or a body, who only announces."""

    claimant: Claimant
    clause: Clause
    start: int
    end: int
    aside: bool


def find_saying(clauses: Sequence[Clause], lexicon: Lexicon, day: dt.date) -> Saying | None:
    """The first authority quoted in these clauses."""
    headline = next((c for c in clauses if c.titular), None)
    for clause in clauses:
        for verb in clause.of("say", "denied"):
            if any(0 <= verb.start - w.end <= 40 for w in clause.of("decline")):
                continue
            said = _speaker(clause, verb, lexicon, day)
            if said is not None:
                return said
    for mention in headline.mentions if headline else ():
        if _speaks(mention) and headline.text.plain[mention.end : mention.end + 2].strip() == ":":  # type: ignore[union-attr]
            return _said(headline, mention, lexicon, day)  # type: ignore[arg-type]
    return None


def _speaker(clause: Clause, verb: Word, lexicon: Lexicon, day: dt.date) -> Saying | None:
    plain = clause.text.plain
    forwards = plain[verb.stem] > "\u0600" or plain[verb.start : verb.end] == "according to"
    if forwards:
        near = [m for m in clause.mentions if 0 <= m.head - verb.end <= _REACH and _speaks(m)]
        mention = next((m for m in near if _reaches(clause, verb, m)), None)
        if mention is None and plain[verb.stem] > "\u0600":
            mention = _subject_before(clause, verb)
        unnamed = _UNNAMED.search(plain, verb.end, min(clause.end, verb.end + 60))
        if unnamed and unnamed.start() - verb.end > 25:
            unnamed = None
    else:
        mention = _subject_before(clause, verb)
        unnamed = next(reversed(list(_UNNAMED.finditer(plain, max(clause.start, verb.start - 70), verb.start))), None)
        if unnamed and verb.start - unnamed.end() > 30:
            unnamed = None
    if unnamed is not None and mention is not None and unnamed.start() <= mention.start < unnamed.end():
        mention = None
    if unnamed is not None and (mention is None or (forwards and unnamed.start() < mention.head)):
        word = unnamed["ar"] or unnamed["en"]
        name = clause.text.span("", *unnamed.span()).text
        return Saying(Claimant(None, name, _UNNAMED_SIDE.get(word, Side.OTHER)), clause, *unnamed.span(), True)
    return _said(clause, _holder(clause, mention), lexicon, day) if mention else None


def _holder(clause: Clause, mention: Mention) -> Mention:
    """«رئيس ائتلاف … فلان»: of a body with a person's name right behind it the person speaks."""
    if mention.kind == "person":
        return mention
    return next((m for m in clause.mentions if m.kind == "person" and 0 <= m.start - mention.end <= 1), mention)


def _said(clause: Clause, mention: Mention, lexicon: Lexicon, day: dt.date) -> Saying:
    actor = mention.actor
    if actor is not None and mention.kind == "country":
        actor = lexicon.government(actor, day)
    name = clause.text.span("", mention.start, mention.end).text
    office = lexicon.office_of(actor, day) if actor else lexicon.offices.get(mention.office or "")
    org = lexicon.actors[lexicon.offices[mention.office].org] if mention.office else None
    side = lexicon.actors[actor].side_on(day) if actor else org.side if org else Side.OTHER
    aside = mention.kind != "person" or (office is not None and bool(_SPOKESMAN.search(office.title_en)))
    return Saying(Claimant(actor, name, side), clause, mention.start, mention.end, aside)


def _speaks(mention: Mention) -> bool:
    return (
        mention.kind in _SPEAKING or (mention.kind == "country" and mention.actor is not None)
    ) and not mention.adjective


def _reaches(clause: Clause, verb: Word, mention: Mention) -> bool:
    """Only titles, courtesies and days between an Arabic verb and its speaker."""
    between = clause.text.plain[verb.end : mention.head]
    if len(between) <= 3 or _GAP_AR.fullmatch(between):
        return True
    finite = not verb.nominal and verb.classes.isdisjoint(_BY)
    return finite and len(between.split()) <= 3 and "ان" not in between.split()


_BY = frozenset(("subordinate",))


def _subject_before(clause: Clause, verb: Word) -> Mention | None:
    near = [m for m in clause.mentions if _speaks(m) and 0 <= verb.start - m.end <= 45]
    if not near:
        return None
    mention = near[-1]
    between = clause.text.plain[mention.end : verb.start]
    if clause.text.plain[verb.stem] > "\u0600":
        return mention if between.strip() in ("", "قد", "،", ":", "و") and mention.end <= verb.start else None
    return mention if _GAP_EN.fullmatch(between) else None
