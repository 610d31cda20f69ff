"""People told to go from one of the two countries to the other: where from and where to tell it, whatever the verb. PURE."""

from __future__ import annotations

import re

from events.codebook import EventType
from ingest.coding.mentions import Mention
from ingest.coding.nearness import GROUPS, in_a_name
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_FROM = regex(
    r"(?<!\w)(?:from|out of|(?:buses|planes?|flights?|trucks|coaches|vehicles|convoys?) (?:at|in)|left|leaving|quit(?:ted|ting)?|depart(?:ed|ing)|exit(?:ed|ing)|من|انطلاقا من|قادم\w* من)(?: (?:the|an?|al|syria's|iraq's|مخيم|سجن|سجون|مراكز|جانب|داخل)| \w+ in)*[ -]*(?:ال)?$"
)
_TO = regex(
    r"(?<!\w)(?:to|into|for|towards?|reach(?:ed|es|ing)?|enter(?:ed|ing)|(?:land|arriv|touch)(?:ed|ing)(?: down)? (?:in|at)|الي|نحو|باتجاه|صوب|داخل)(?: (?:the|an?|al|iraq's|syria's|east|west|north|south|central|northern|eastern|western|southern|neighbou?ring|مخيم|مركز|محافظه|مدينه|قضاء|الاراضي)| \w+ in)*[ -]*(?:ال)?$"
)
_REACHED = regex(
    r"(?<!\w)[وف]?(?:بلغت?|حلت?(?: في)?|دخلت?|وصلت?|وصلوا|احتضنت?|استقرت?(?: في)?|حطت?(?: رحالها)?(?: في)?|[يت]?اوي|اوت|استقبلت?|شهدت?|[يت]صل|[يت]دخل|[يت]بلغ) (?:مخيم|مركز|محافظه|مدينه|الاراضي|اراضي)?[ ]?(?:ال)?$"
)
"""«بلغت مخيم الجدعة»: where they came to, without a preposition."""
_COUNT = regex(
    r"\d|(?<!\w)(?:hundreds?|thousands?|dozens?|scores|مي[هات]\w*|ميات|الاف|الف\w*|عشرات|دفعه|وجبه|batch|group|convoy|first|second|third)(?!\w)"
)
_TOOK = regex(
    r"(?: (?:has|have|had|also|since|on \w+day|\w+ly)){0,3} "
    r"(?!(?:f[ae]|h[eo]ld|ha[ds] |want|seek|refus|reject|tr[iy]|sentenc|execut|question|interrog|identif|deman|expect|sa[iy]|warn"
    r"|ask|need|track|convict|prosecut|sa[wy]|count|list|hunt|kill|condemn|discuss|urge|plan|is |are |was |were ))"
    r"(?!\w+ing )\w+(?: (?:in|back|out|home|over|up|charge of|custody of|possession of|hold of|delivery of)){0,2}"
    r" (?:(?:the|some|about|around|nearly|almost|more than|over|at least|another|a|an|first|second|third|batch|group|of|\d[\d,.]*|\w+ (?:hundred|thousand)|hundreds|dozens|iraqi|isis|is|islamic state|suspected|wanted)[ -]){1,9}"
)
_GROUPS = GROUPS[:1] + GROUPS[2:5]
_REACH, _BEFORE, _AHEAD = 110, 90, 40
_CAMPS = ("camp_hol", "camp_roj")


def routed(clause: Clause) -> tuple[Word, EventType] | None:
    """«160 families were … from al-Hol to Jadaa»: a counted group, the place it leaves and the place it goes to."""
    start = next((m for m in clause.mentions if m.land and _leads(_FROM, clause, m)), None)
    if start is None:
        return None
    goal = next((m for m in clause.mentions if m.land and m.land != start.land and _goal(clause, m)), None)
    for word in clause.of(*_GROUPS):
        told = _COUNT.search(clause.before(word.start, _AHEAD)) and not in_a_name(clause, word)
        if told and -_BEFORE <= start.start - word.end <= _REACH and (goal or _taken(clause, word, start)):
            return word, _moved(word, start)
    return _anybody(clause, start) if goal or _ITS_OWN.search(clause.plain) else None


_ITS_OWN = regex(
    r"\b(?:its|their) (?:own )?(?:nationals|citizens|people|compatriots|women|children)\b[^.;]{0,60}\b(?:back|home)\b|\b(?:back|home)\b[^.;]{0,40}\bits (?:own )?(?:nationals|citizens)\b"
)
"""«Iraq flew 320 of its nationals back from Syria»: a state takes its own people home."""


ANYBODY = regex(
    r"\b(?:\d[\d,.]*|dozens?|hundreds?|thousands|scores|two dozen|\w+ty|\w+teen)(?: (?:of|its|their|own|more|other|iraqi|syrian|young|women and|former|\w+ years?))*"
    r" (?P<who>(?P<iraqi>iraqis)|syrians|people|persons|individuals|nationals|citizens|children|women|orphans|boys|girls|returnees|evacuees|compatriots)\b"
)


def _anybody(clause: Clause, start: Mention) -> tuple[Word, EventType] | None:
    """ "1,006 people reached Mosul from Northeast Syria": whoever goes the way; Syrians out of Syria seek refuge."""
    found = ANYBODY.search(clause.text.plain, clause.start, clause.end)
    if found is None or clause.has("infiltration"):
        return None
    word = Word(found.start("who"), found.end("who"), found.start("who"), frozenset())
    syrians = "syrian" in found.group()
    return word, EventType.REFUGE if syrians and start.land == "sy" else EventType.REPATRIATION


def _taken(clause: Clause, word: Word, start: Mention) -> bool:
    """ "Iraq retrieved 150 detainees from Syria": the country itself has them, by a verb that tells neither word nor wish."""
    if start.land != "sy" or start.start < word.end:
        return False
    ours = [
        m
        for m in clause.mentions
        if m.end < word.start and (m.actor or m.place or "").removeprefix("c_").startswith("iq")
    ]
    return bool(ours) and _TOOK.fullmatch(clause.text.plain, ours[-1].end, word.start) is not None


def _moved(word: Word, start: Mention) -> EventType:
    if "pop_isis_detainees" in word.classes:
        return EventType.DETAINEE_TRANSFER
    home = "pop_camp_families" in word.classes or start.land == "iq"
    return EventType.REPATRIATION if home else EventType.REFUGE


def _goal(clause: Clause, mention: Mention) -> bool:
    return _leads(_TO, clause, mention) or _leads(_REACHED, clause, mention)


def sent_home(clause: Clause, word: Word) -> bool:
    """ "Iraq sent 1,905 Syrian soldiers home": a verb, those it moves, and home or back."""
    found = _HOME.match(clause.text.plain, word.end, clause.end)
    if found is None:
        return False
    return any(word.end <= w.start < found.end() and w.classes & _SENT for w in clause.words)


_HOME = regex(r"[^.;,]{0,20}(?:\d,\d{3})?[^.;,]{0,50}?\b(?:home|back)\b(?! to (?:camp|prison|jail))")
_SENT = frozenset(GROUPS[1:5])


def _leads(sign: re.Pattern[str], clause: Clause, mention: Mention) -> bool:
    return sign.search(clause.before(mention.start, 34)) is not None


def from_camp(clause: Clause, word: Word) -> bool:
    """«Iraq … 160 families from al-Hol»: whoever comes out of these camps to Iraq comes home."""
    if not clause.has("pop_camp_families") or not _COUNT.search(clause.plain):
        return False
    if not any((m.place or "").startswith(_CAMPS) and _leads(_FROM, clause, m) for m in clause.mentions):
        return False
    ours = [m for m in clause.mentions if not m.adjective and (m.land == "iq" or (m.actor or "").startswith("iq"))]
    return any(m.end <= word.start or m.place == "camp_jadaa" or _leads(_TO, clause, m) for m in ours)
