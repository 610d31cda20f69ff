"""Shots at the line in English: whether a force hit smugglers and infiltrators, or somebody was hit by fire from over it. PURE."""

from __future__ import annotations

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_FOE = r"(?:smuggl|traffick|infiltrat|drug dealer|drug runner|gun ?runner|poacher|drug gang|smuggling)\w*"
_FORCE = r"(?:border (?:guards?|forces?|police|troops|patrol)|guards|soldiers|troops|forces|army|police|policemen|units?|patrols?|brigade|division|security)"
_HITS = r"(?:shot|shoots?|killed|kills?|killing|wounded|wounds?|wounding|injur\w+|fired (?:on|at)|opened fire (?:on|at)|opening fire on|exchanged (?:fire|shots) with|traded fire with|clashed with|gunned down|battled|engaged|fought)"
_ARMED = r"(?:gunm[ae]n|militants?|armed men|insurgents?|terrorists?)"
_BY_FORCE = regex(
    rf"\b{_FORCE}\b[^.;]{{0,60}}?(?<!were )(?<!was )(?<!been )\b{_HITS} (?:and \w+ )?(?:(?!by\b|in\b|when\b|as\b|after\b)[\w-]+ ){{0,5}}?(?:{_FOE}|{_ARMED})\b"
)
"""«Border guards wounded a smuggler», «troops killed four gunmen»."""
_FELL = regex(
    rf"\b{_FOE}\b(?: (?!who\b|by\b)[\w-]+){{0,4}}? (?:were |was |have been |has been )?(?:killed|shot|shot dead|wounded|injured|died|dead|hurt|gunned down|lost (?:his|her|their) li(?:fe|ves))\b[^.;]{{0,90}}?\b{_FORCE}\b"
)
"""«Three traffickers lost their lives in a firefight with border guards»."""
_CLASHED = regex(
    rf"\b{_FORCE}\b[^.;]{{0,40}}\b(?:clash|gun ?fight|firefight|shoot-?out|gun battle|exchange of (?:gun)?fire)\w*\b[^.;]{{0,12}}? with (?:[\w-]+ ){{0,4}}?{_FOE}"
    rf"|(?:clash|gun ?fight|firefight|shoot-?out|gun battle|exchange of (?:gun)?fire)\w*\b(?: (?!between|with)[\w-]+){{0,10}} (?:between|with) (?:[\w-]+ ){{0,6}}?(?:{_FORCE}\b[^.;]{{0,12}} and (?:[\w-]+ ){{0,4}}?{_FOE}|{_FOE} and (?:[\w-]+ ){{0,5}}?{_FORCE}\b)"
)


_AMBUSH = regex(
    rf"\b{_FORCE}(?:'s)? ambush\b(?! by)|\b{_FORCE}\b[^.;,]{{0,70}}? (?:ambushed (?:an?|the|two|three|several|{_FOE})|laid an ambush|sprang an ambush)\b|\bambush (?:laid|set|mounted) by\b"
)
"""«A Border Forces ambush halted three tankers»."""


def beats(clause: Clause) -> bool:
    """Whether the clause tells that a force hit or fought smugglers and infiltrators."""
    plain = clause.plain
    return any(sign.search(plain) for sign in (_BY_FORCE, _FELL, _CLASHED, _AMBUSH))


_VICTIM = r"(?:guards?|guardsm[ae]n|soldiers?|officers?|policem[ae]n|policewoman|troops|conscripts?|fighters?|shepherds?|farmers?|civilians?|villagers?|boys?|girls?|women|woman|children|child|man|teenagers?|refugees?|herders?|drivers?|workers?|lieutenant|captain|major|colonel|sergeant|nationals?|post|outpost|checkpoint|patrol|base|position|positions|homes|houses|village|convoy|barracks)"
_HURT = r"(?:killed|kill|kills|wounded|wounding|injured|injuring|shot(?: dead| and \w+)?|murdered|hit|hits|struck|hurt|died|dead|lost (?:his|her|their) li(?:fe|ves)|came under (?:\w+ )?fire|martyred|gunned down|slain|fell|landed|crashed|fired (?:on|at)|clashed|exchanged (?:fire|shots)|traded fire)"
_WHOSE = regex(rf"\b{_HURT}\b[^.;]{{0,60}}?\b{_VICTIM}\b|\b{_VICTIM}\b[^.;]{{0,60}}?\b{_HURT}\b")
_LAND = r"(?:(?:northern|eastern|western|northeastern|southern|northeast|north-east|north-eastern) )?(?:(?P<{0}>syria|iraq)n?i?(?:'s)?)"
_FROM = regex(
    r"\b(?:from|in|inside|across|over|off)(?: (?:across|over|inside|within|the other side of|beyond|somewhere in|positions in|the direction of|\w+ in))?(?: (?:the|its|their))? "
    + _LAND.format("a")
    + r"\b(?! (?:border|frontier)? ?(?:guards?|forces?|officials?|army|said|ministry))|\b"
    + _LAND.format("b")
    + r"[- ](?:side|territory|soil|territories|lands?|based)\b"
)
"""From where it came: «from Syria», «on the Syrian side», «Iraq-based»."""
_TRADED = regex(
    r"\b(?P<one>syrian|iraqi) (?:[\w-]+ ){1,3}?(?:and|with) (?:the )?(?P<other>syrian|iraqi) (?:[\w-]+ ){1,3}?(?:exchang\w+ (?:fire|shots)|trad\w+ (?:fire|shots)|clash\w*|fired (?:at|on) each other|fought)\b"
    r"|\b(?:exchange of fire|clash(?:es)?|skirmish\w*|shoot-?out|firefight|gunfight|shots exchanged) between (?:the )?(?P<one2>syrian|iraqi) (?:[\w-]+ ){1,3}?and (?:the )?(?P<other2>syrian|iraqi)\b"
)
"""«Syrian troops and Iraqi border guards exchanged fire»."""
_CROSSFIRE = regex(
    rf"\b(?P<one>syrian|iraqi)(?:'s)? (?:[\w-]+ ){{0,2}}?[\w-]+ (?:had |has )?{_HURT} (?:and \w+ )?(?:[\w-]+ ){{0,3}}?(?P<other>syrian|iraqi)\b"
)
"""«Syrian border guards shot an Iraqi farmer»."""


def stricken(clause: Clause) -> bool:
    """Whether somebody, or a post, is told to be hit from over the line, or by men of the other state."""
    plain = clause.plain
    if "iraq" not in plain and "syria" not in plain:
        return False
    if crossfire(clause):
        return True
    if _WHOSE.search(plain) is None or _SHOTS.search(plain) is None:
        return False
    come = {m["a"] or m["b"] for m in _FROM.finditer(plain)}
    return any(_hit_in(clause, "iraq" if land == "syria" else "syria") for land in come)


def crossfire(clause: Clause) -> bool:
    """Whether men of the one state hit those of the other."""
    found = _CROSSFIRE.search(clause.plain)
    return (found is not None and found["one"] != found["other"]) or traded_fire(clause)


def traded_fire(clause: Clause) -> bool:
    """Whether men of the two states are told to have fired at each other."""
    found = _TRADED.search(clause.plain) if clause.has("attack", "harm") else None
    return found is not None and (found["one"] or found["one2"]) != (found["other"] or found["other2"])


def _hit_in(clause: Clause, land: str) -> bool:
    """Whether the other country is where, or whose, it was that was hit."""
    held = land[:2]
    return land in clause.plain or any(
        m.land == held or (m.actor or "").startswith(held + "_") for m in clause.mentions
    )


_SHOTS = regex(
    r"\b(?:fire|fired|shots?|gunm[ae]n|attackers?|assailants?|bullets?|sniper|shelling|shells?|mortars?|rockets?|missiles?|drones?|blast|explosion|mine|landmine|gunfire|armed men|militants|ambush|clash\w*|shot|exchanged|raid|airstrike|air strike|strike)\b"
)


def hits_foes(clause: Clause, word: Word) -> bool:
    """The rule of an operation: shots at smugglers and infiltrators."""
    return clause.text.plain[word.stem] < "\u0600" and beats(clause)


def hit_from_over(clause: Clause, word: Word) -> bool:
    """The rule of an incident: somebody hit by fire from over the line."""
    return clause.text.plain[word.stem] < "\u0600" and not beats(clause) and stricken(clause)
