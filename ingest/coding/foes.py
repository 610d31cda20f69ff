"""Shots at the line in English: whether a force hit smugglers and infiltrators, or somebody was hit by fire from over it. PURE."""

from __future__ import annotations

import re

from ingest.coding.reading import Clause
from ingest.coding.words import Word

_FOE = r"(?:smuggl|traffick|infiltrat|drug dealer|drug runner|gun ?runner|poacher|drug gang|smuggling)\w*"
_FORCE = r"(?:border (?:guards?|forces?|police|troops|patrol)|guards|soldiers|troops|forces|army|police|policemen|units?|patrols?|brigade|division|security)"
_HITS = r"(?:shot|shoots?|killed|kills?|killing|wounded|wounds?|wounding|injur\w+|fired (?:on|at)|opened fire (?:on|at)|opening fire on|exchanged (?:fire|shots) with|traded fire with|clashed with|gunned down|battled|engaged|fought)"
_BY_FORCE = re.compile(rf"\b{_FORCE}\b[^.;]{{0,60}}?\b{_HITS} (?:and \w+ )?(?:[\w-]+ ){{0,5}}?{_FOE}")
"""«Border guards wounded a smuggler»."""
_FELL = re.compile(
    rf"\b{_FOE}\b(?: (?!who\b|by\b)[\w-]+){{0,4}}? (?:were |was |have been |has been )?(?:killed|shot|shot dead|wounded|injured|died|dead|hurt|gunned down|lost (?:his|her|their) li(?:fe|ves))\b[^.;]{{0,90}}?\b{_FORCE}\b"
)
"""«Three traffickers lost their lives in a firefight with border guards»."""
_CLASHED = re.compile(
    rf"\b{_FORCE}\b[^.;]{{0,40}}\b(?:clash|gun ?fight|firefight|shoot-?out|gun battle|exchange of (?:gun)?fire)\w*\b[^.;]{{0,12}}? with (?:[\w-]+ ){{0,4}}?{_FOE}"
    rf"|(?:clash|gun ?fight|firefight|shoot-?out|gun battle|exchange of (?:gun)?fire)\w*\b (?:between|with) (?:[\w-]+ ){{0,6}}?(?:{_FORCE}\b[^.;]{{0,12}} and (?:[\w-]+ ){{0,4}}?{_FOE}|{_FOE} and (?:[\w-]+ ){{0,5}}?{_FORCE}\b)"
)


def beats(clause: Clause) -> bool:
    """Whether the clause tells that a force hit or fought smugglers and infiltrators."""
    plain = clause.plain
    return any(sign.search(plain) for sign in (_BY_FORCE, _FELL, _CLASHED))


_VICTIM = r"(?:guards?|guardsm[ae]n|soldiers?|officers?|policem[ae]n|policewoman|troops|conscripts?|fighters?|shepherds?|farmers?|civilians?|villagers?|boys?|girls?|women|woman|children|child|man|teenagers?|refugees?|herders?|drivers?|workers?|lieutenant|captain|major|colonel|sergeant|nationals?|post|outpost|checkpoint|patrol|base|position|positions|homes|houses|village|convoy|barracks)"
_HURT = r"(?:killed|kill|kills|wounded|wounding|injured|injuring|shot(?: dead| and \w+)?|murdered|hit|hits|struck|hurt|died|dead|lost (?:his|her|their) li(?:fe|ves)|came under (?:\w+ )?fire|martyred|gunned down|slain|fell|landed|crashed|fired (?:on|at)|clashed|exchanged (?:fire|shots)|traded fire)"
_WHOSE = re.compile(rf"\b{_HURT}\b[^.;]{{0,60}}?\b{_VICTIM}\b|\b{_VICTIM}\b[^.;]{{0,60}}?\b{_HURT}\b")
_OVER = re.compile(
    r"\b(?:from|in|inside|across|over|on)(?: (?:across|over|inside|within|the other side of|beyond))? (?:the |its |their )?(?:(?:syrian|iraqi) (?:side|territory|soil|territories|lands?|border|frontier)|(?:northern |eastern |western |northeastern |southern |northeast )?(?:syria|iraq)\b)"
    r"|\b(?:syrian|iraqi) (?:border guards?|soldiers?|troops|army|forces|gunm[ae]n|farmers?|shepherds?|officers?|sniper|side|post|outpost|position)\b"
    r"|\biraq-based\b|\bsyria-based\b|\bcross-border\b"
)


def stricken(clause: Clause) -> bool:
    """Whether somebody, or a post, is told to be hit where both countries are in it: fire from over the line."""
    plain = clause.plain
    if _WHOSE.search(plain) is None:
        return False
    lands = {"iraq" if "iraq" in m.group() else "syria" for m in _OVER.finditer(plain)}
    return bool(lands) and "iraq" in plain and "syria" in plain and _SHOTS.search(plain) is not None


_SHOTS = re.compile(
    r"\b(?:fire|fired|shots?|gunm[ae]n|attackers?|assailants?|bullets?|sniper|shelling|shells?|mortars?|rockets?|missiles?|drones?|blast|explosion|mine|landmine|gunfire|armed men|militants|ambush|clash\w*|shot|exchanged|raid)\b"
)


def hits_foes(clause: Clause, word: Word) -> bool:
    """The rule of an operation: shots at smugglers and infiltrators."""
    return clause.text.plain[word.stem] < "\u0600" and beats(clause)


def hit_from_over(clause: Clause, word: Word) -> bool:
    """The rule of an incident: somebody hit by fire from over the line."""
    return clause.text.plain[word.stem] < "\u0600" and not beats(clause) and stricken(clause)
