"""States named in a row: where one of them acts all do. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.coding.lexicon import Hit
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Text


def joined(text: Text, before: Mention | None, mention: Mention | None, hit: Hit) -> Mention | None:
    """«العراق وسوريا يتفقان»: a state beside one that acts acts too."""
    if mention is None or before is None or mention.kind != "country" or mention.actor or not mention.place:
        return mention
    joined = before.kind == "country" and before.actor and not before.adjective
    if joined and text.plain[before.end : mention.start].strip() in ("و", "and", "، و", ","):
        country = next(iter(hit.name.actors), None)
        return replace(mention, actor=country)
    return mention


_ROW = regex(r"(?:\s?[,،])?\s?(?:and |و)?")


def in_a_row(text: Text, found: Sequence[Mention]) -> list[Mention]:
    """ "Jordan, Iraq and Syria agreed": of states in a row, where one acts all do."""
    rows: list[list[Mention]] = []
    for mention in found:
        state = mention.kind == "country" and not mention.adjective and (mention.place or "").startswith("c_")
        last = rows[-1][-1] if rows else None
        near = last is not None and state and last.kind == "country" and not last.adjective
        if near and last is not None and _ROW.fullmatch(text.plain[last.end : mention.start]):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    kept: list[Mention] = []
    for row in rows:
        acts = len(row) > 1 and (any(m.actor for m in row) or _men_of(text, row[0].start))
        kept += [replace(m, actor=m.actor or _state(m)) if acts else m for m in row]
    return kept


def _men_of(text: Text, at: int) -> bool:
    """Whether those who stand for states are named right before the first of a row."""
    before = text.plain[max(0, at - _REACH) : at]
    return _WITH.search(before) is not None or _MEN.search(before) is not None


_REACH = 90
_MEN = regex(
    r"(?<!ابرز )(?<!احد )(?<!\w)[وبلف]?(?:ال)?(?:وزراء|قاده|روساء|مديرو|مديري|مدراء|ممثلو|ممثلي|ممثلين|ممثلون|مسوولو|مسوولي|مسوولين|مسوولون|وفود|مندوبو|مندوبي|سفراء"
    r"|مبعوثو|مبعوثي|خبراء|ضباط|اجهزه|جيوش|وزارات|حكومات)(?: (?!و?(?:ال)?(?:تنظيم|داعش|فصايل|عشاير|مسلح|حزب|احزاب|اكراد|عصاب|شبك)\w*)[^\s،.:؛()«»\"]+){0,7}? (?:(?:في |من |عن |لدي )?(?:كل من |كل |جميع |دول )?)?$"
)
_WITH = regex(
    r"(?<!\w)(?:[وف]?ب?مشاركه|[وف]?ب?حضور|(?:اجتماع|لقاء|قمه|جلسه|محادثات|مباحثات)\w*(?: [^\s،.]+){0,3}? [يت]?ضمت?|[وف]?[يت]?جمعت?|[وف]?(?:شارك|شاركت|حضر|حضره|حضرته|حضرها)(?: في(?:ه|ها))?) (?:كل من |كل |دول |وفود |ممثلين عن )?$"
)
"""«وزراء خارجية ودفاع كل من تركيا والأردن وسوريا», «بمشاركة تركيا والأردن ولبنان»."""


def _state(mention: Mention) -> str | None:
    """The state of a country's name; a capital in a row acts only where it does so itself."""
    place = mention.place or ""
    return place.removeprefix("c_") if place.startswith("c_") else None
