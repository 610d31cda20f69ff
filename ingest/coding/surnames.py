"""A surname that nobody introduced: whose it is, of those in high office, where a man does something or is met. PURE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from events.codebook import ROLLED_UP, Side
from ingest.coding.lexicon import Hit, Lexicon
from ingest.coding.regexes import regex
from ingest.coding.text import Text

_MAN = regex(
    r"(?<!\w)[وف]?(?:قد )?(?:هاتف|التقي|يلتقي|استقبل|يستقبل|استضاف|زار|حادث|اتصل ب|جمع|بين|كان|لقاء|بلقاء|لقاءه|قال|امر|اعلن|اكد|وجه|بحث|يبحث|ناقش|تلقي|يتلقي|كلف|اوفد|تراس|ابلغ|نظيره (?:ال)?(?:سوري|عراقي)|ان) $"
    r"|(?<!\w)(?:اتصالا?|مكالمه|رساله|دعوه)(?: \S+)? من $"
    r"|(?:بحث|التقي|ناقش|تباحث|اجتمع|لقاء|مباحثات|محادثات|اتصال|مكالمه)[^،.؛]{0,60} مع $"
    r"|(?<!\w)(?:لقاء|لقاء جمع|جمع|بين|لقاءات|اتصال بين) (?:ال)?[\u0621-\u064a]+ و$"
)
"""Words behind which a surname is that of a man, and no adjective."""
_MAN_EN = regex(
    r"\b(?:met|meets|meet|received|receives|hosted|hosts|phoned|called|welcomed|told|envoy|president|premier|minister|chief|adviser|with|(?:headed|led) by) (?:with )?$"
)
_ACTS = regex(
    r",? (?:also |then |later |on \w+day )?(?:met|meets|received|receives|hosted|hosts|phoned|called|held|visited|told|arrived|flew|discussed|headed|chaired|ordered|said|signed|welcomed|will|spoke)\b"
)
_HIGH = regex(
    r"(?:President|Prime Minister|Minister of|Deputy Prime Minister|Head of the (?:Iraqi National|General) Intelligence|Leader|National Security Adviser|(?:US )?Special (?:Presidential )?Envoy)\b"
)


def in_high_office(people: Sequence[str], text: Text, hit: Hit, lexicon: Lexicon, day: date) -> str | None:
    """«هاتف السوداني», «لقاء جمع الشرع والسوداني», "Khattab received …": the one who holds a high office, if one of them
    does."""
    first = max(0, hit.start - _BEFORE)
    if text.plain[hit.start] > "\u0600":
        name = text.plain[hit.start : hit.end]
        ours = [p for p in people if ROLLED_UP.get(lexicon.actors[p].side, lexicon.actors[p].side) in _OURS]
        told = _MAN.search(text.plain, first, hit.start)
        people = ours if told or name.startswith(("ال", "خطاب")) else ()
        titled = _TITLE.search(text.plain, first, hit.start) if told is None else None
        nation = "سوداني" in name
        told = told or (titled if titled and (not nation or "وزراء" in titled[0]) else None)
    else:
        told = _MAN_EN.search(text.plain, first, hit.start) or _ACTS.match(text.plain, hit.end)
        told = told if text.span("", hit.start, hit.end).text[:1].isupper() else None
    return in_office(people, lexicon, day) if told is not None else None


_TITLE = regex(r"(?<!\w)[وفبل]?(?:ال)?(?:وزير|رييس|مستشار|مدير|مبعوث)(?: [^\s،.]+){0,3} $")
"""«وزير الخارجية الشيباني», «رئيس الوزراء السوداني»; «وزير الخارجية السوداني» is of Sudan."""
_BEFORE = 90
_OURS = (Side.IQ, Side.SY)


def of_two_states(text: Text, hits: Sequence[Hit], lexicon: Lexicon, day: date) -> Iterator[str]:
    """«السوداني والشرع», "Sudani and Sharaa": two surnames of men in high office on two sides stand for each other."""
    for one, other in zip(hits, hits[1:], strict=False):
        if _AND.fullmatch(text.plain, one.end, other.start):
            men = [in_office(h.name.actors, lexicon, day) for h in (one, other)]
            sides = {lexicon.actors[m].side for m in men if m}
            if len(sides) == len(men):
                yield from (m for m in men if m)


_AND = regex(r" و| and | (?:met|received|hosted|phoned|called) |(?<=[\u0600-\u06ff]) ")


def in_office(people: Sequence[str], lexicon: Lexicon, day: date) -> str | None:
    """The one of these who holds a high office on the day; None if there is none, or more than one."""
    men = [p for p in people if lexicon.actors[p].kind == "person"]
    found = [
        p
        for p in men
        if any(_HIGH.match(o.title_en) and t.holds(day) is True for o, t in lexicon.offices_of.get(p, ()))
    ]
    return found[0] if len(found) == 1 else None
