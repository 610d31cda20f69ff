"""One man or two by what befell them, whatever they are called: none but persons are killed, wounded and arrested. PURE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from events.codebook import Unit
from ingest.coding.regexes import regex

_MANY = r"(?:cell|gang|network|group|number|dozen|couple|pair|few|family|total|score|hundred|thousand|band|ring|string|lot|series|convoy|patrol|team|squad|unit|trio|quartet|brace|handful|large|majority|third|second|half|result|year|month|week|day)"
_WORD = r"(?!(?:that|which|who|whose|said|says|when|after|before|where|and|but|as|if|while|was|were|is|are|had|has|have|in which)\b)[\w'’()-]+"
_FATES = r"(?P<{0}killed>killed|shot dead|gunned down|martyred|slain|eliminated|assassinated)|(?P<{0}wounded>wounded|injured|hurt)|(?P<{0}arrested>arrested|detained|apprehended|nabbed|taken into custody)"
_SUBJECT = regex(
    rf"\b(?P<one>an? (?!{_MANY}\b)(?:{_WORD} ){{1,11}}?)(?:was|has been|had been) (?:also |later |reportedly |then |\w+ly )?(?:{_FATES.format('')})\b"
)
""" "A senior member of the group with Iraqi citizenship was killed"."""
_ANOTHER = regex(
    r"\b(?:another|a second|the other|the second) (?:(?P<killed>killed|shot dead)|(?P<wounded>wounded|injured)|(?P<arrested>arrested|detained|captured|apprehended))(?=[.,;]|$| (?:in|at|on|by|near|when|after|during|as)\b)"
)
""" "One was killed and another captured"."""
_PASSIVE = regex(
    r"\b(?:was|been) (?:\w+ )?(?:killed|shot|gunned|martyred|slain|eliminated|assassinated|wounded|injured|hurt|arrested|detained|apprehended|nabbed|taken)\b"
)
_OBJECT = regex(
    rf"\b(?:(?P<killed>kill(?:ed|ing|s)|killing of|death of|eliminat(?:ed|ing|ion of)|assassinat(?:ed|ing|ion of)|shot dead|gunned down)|(?P<arrested>arrest(?:ed|ing|s)|arrest of|detain(?:ed|ing|s)|detention of|apprehend(?:ed|ing|s)|nabb(?:ed|ing)|nabs))"
    rf" (?:in [\w'-]+ (?:on \w+ )?|on \w+ )?(?P<one>(?:an?|one) (?!{_MANY}\b|\w+ (?:{_MANY})\b|\w+ \w+ (?:{_MANY})\b)[\w'’()-]+)"
    rf"|\b(?P<k2>kill(?:ed|ing|s)?) (?P<named>(?:[a-z][\w'’-]+ ){{1,4}}?[a-z][\w'’-]+, (?:an?|one of) )"
)
""" "Arrested in Hawija a treasurer of the group", "the raid killed Omar Abdul-Qader, an operations chief"."""
_HEADLINE = regex(
    rf"(?:(?!\d|two|three|four|five|six|seven|eight|nine|ten)[\w'’(),-]+ ){{0,5}}?(?:figure|operative|leader|commander|militant|terrorist|fighter|smuggler|suspect|trafficker|dealer|officer|soldier|gunman|guard|financier|courier|facilitator|planner|expert|official|chief|emir|bomber|recruiter|member) (?:is |was )?(?:{_FATES.format('')})(?!\w)(?! (?:by|two|\d))"
)
""" "Senior IS operative killed in coalition raid"."""
_TWO_MORE = regex(
    r"(?<!\w)[وف]?(?:(?P<killed>قتل|مقتل|استشهد|استشهاد)|(?P<wounded>جرح|اصيب|اصابه)|(?P<arrested>اعتقل|اعتقال|اوقف|توقيف|القبض علي|القي القبض علي)) (?P<one>اخر(?:ان|ين اثنين|يان))(?!\w)"
)
"""«قُتل جندي وجُرح آخران»."""
_HINTS = (
    "kill",
    "arrest",
    "detain",
    "nab",
    "death",
    "appreh",
    "elimin",
    "assass",
    "shot dead",
    "gunned",
    "wounded",
    "injured",
)
_LATIN = regex(r"[a-z]{3}")


def others(text: str, start: int, end: int) -> Iterator[tuple[int, int, float, Unit]]:
    """«وجرح آخران», "and another captured": beside those told before."""
    for match in _TWO_MORE.finditer(text, start, end):
        yield *match.span("one"), 2.0, Unit(_fate(match))
    for match in _ANOTHER.finditer(text, start, end):
        yield *match.span(), 1.0, Unit(_fate(match))


def anyone(text: str, start: int, end: int) -> Iterator[tuple[int, int, float, Unit]]:
    """Whoever is killed, wounded or arrested as one: looked for where no word for a man was found."""
    told = text[start:end]
    if _LATIN.search(told) is None or not any(hint in told for hint in _HINTS):
        return
    passive = _PASSIVE.search(text, start, end) is not None
    found = (passive and _SUBJECT.search(text, start, end)) or _OBJECT.search(text, start, end)
    found = found or _HEADLINE.match(text, start, end)
    if found is not None:
        yield *found.span(), 1.0, Unit(_fate(found))


def _fate(match: re.Match[str]) -> str:
    for name in ("killed", "wounded", "arrested"):
        if match.groupdict().get(name):
            return name
    return "killed"
