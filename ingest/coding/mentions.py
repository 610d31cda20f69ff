"""A name in a text and what it may be. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.coding.regexes import regex
from ingest.coding.text import Text

COURTESY = (
    r"(?:السيد|السيده|الدكتور|د\.|المهندس|الفريق اول الركن|الفريق اول|الفريق الركن|الفريق|اللواء الركن|اللواء|العميد الركن"
    r"|العميد|العقيد|المقدم|الشيخ|القاضي|الحاج|mr\.?|dr\.?|gen\.?|general|lt\.? gen\.?|lieutenant general|maj\.? gen\.?"
    r"|major general|brig\.? gen\.?|brigadier general|brigadier|colonel|col\.?|judge|sheikh)"
)


_ADJACENT = regex(rf"[\s،,:–\-\"“”«»(]{{0,4}}(?:{COURTESY}\s+)?{COURTESY}?\s*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at [start, end) of the folded text. Exactly what it may be: an actor, a place, or either (a state).

    `unknown`: a person the registry does not know, named right behind the title of `office`. `land`: the country that a
    place lies in, if it is one of the two; `side`: "iq" or "sy" of an actor that is of one of the two, else "other".
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
    land: str = ""
    side: str = ""

    @property
    def head(self) -> int:
        """Where the name starts, its title included."""
        return self.start if self.title is None else self.title


_TITLE = regex(
    r"(?<!\w)[وفبلك]?(?P<t>(?:ال)?(?:رييس|وزير|قايد|مدير|محافظ|نايب|وكيل|مستشار|ناطق|متحدث|امين|عضو|مبعوث|سفير|قايممقام|قايمقام|معاون)\w*"
    r"(?: (?!ان |في بيان|قال|مع |بموجب |وقعه |اصدره |مرسوم |بمرسوم )[^\s،.:]+){0,6}[،,]?\s+(?:"
    + COURTESY
    + r"\s+){0,2})$"
)


def titled(text: Text, mention: Mention) -> int | None:
    """Where an unlisted title right before a person's name starts: «رئيس الحكومة العراقية، محمد شياع السوداني»."""
    if mention.kind != "person" or mention.office or text.plain[mention.start] < "\u0600":
        return None
    first = max(0, mention.start - 70)
    match = _TITLE.search(text.plain[first : mention.start])
    return first + match.start("t") if match else None


def touching(text: Text, end: int, start: int) -> bool:
    """Only punctuation or a courtesy between two names."""
    return bool(_ADJACENT.fullmatch(text.plain, end, start)) if 0 <= start - end <= 40 else False


def within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The mentions inside a stretch."""
    return [m for m in mentions if start <= m.start and m.end <= end]


_COMPARED = regex(
    r"\b(?:modell?ed (?:on|after)|patterned (?:on|after)|along the lines of|similar to (?:the one|that|those)|like (?:the one|that|those)|(?:same )?experience (?:\w+ ){0,2}?(?:on|with|of|along))\b[^.,;]{0,44}\Z"
    r"|(?<!\w)(?:علي غرار|اسوه ب|من تجربه|تجربه الجدار|شبيه\w* ب|مماثل\w* ل)[^.،؛]{0,44}\Z"
)
_COMPARING = (
    "model",
    "pattern",
    "lines of",
    "similar",
    "like th",
    "experience",
    "غرار",
    "اسوه",
    "تجربه",
    "شبيه",
    "مماثل",
)
"""Parts of such words: most texts have none."""
_ASIDE = 70
"""«على غرار الاتفاق مع دمشق»: named for comparison, and nobody's part or ground."""


def uncompared(text: Text, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions but those named for comparison."""
    if not any(hint in text.plain for hint in _COMPARING):
        return mentions
    return [m for m in mentions if not _COMPARED.search(text.plain, max(0, m.start - _ASIDE), m.start)]
