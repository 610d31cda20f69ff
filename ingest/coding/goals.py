"""Where those who were moved end up, and what they fled: a camp for those who come from a camp, no hospital. PURE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from events.codebook import PlaceKind
from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.where import Where, named

_CENTRE = regex(
    r"(?<!\w)[وبل]{0,2}(?:ال)?مركز (?:ال)?(?:امل|تاهيل)\S*(?: \S+){0,4}"
    r"|\b(?:rehabilitation|reintegration|reception|integration|al-?amal) (?:cent(?:er|re)|facility|camp)"
    r"(?: \S+){0,4}? (?:near|outside|of|in) (?:the )?(?:iraqi city of |northern city of )?(?:mosul|nineveh)"
)
"""The centre south of Mosul that families from the camps are taken to, without its name."""
_WARD = regex(
    r"(?<!\w)[وبل]{0,2}(?:ال)?(?:مستشفي|مستشفيات|مشفي|مشافي)(?:\S*)(?: \S+){0,2} ?(?:في |ب)?(?:مدينه |قضاء )?$"
    r"|\b(?:hospitals?|clinics?|infirmary)\b(?: \S+){0,2} $"
)
_WARD_BEHIND = regex(r" (?:general |public |main |teaching |central )*(?:hospital|clinic)\b")
_FIGHT = (
    r"(?:(?:ال|لل)?(?:اشتباكات|معارك|قتال|مواجهات|عنف|قصف|حرب|هجوم|هجمات|عمليات|تصعيد|اقتتال)\S*)",
    r"(?:clash\w*|fighting|violence|battles?|offensive|shelling|bombing|bombardment|unrest|war|hostilities|attacks?|advance)",
)
_FOUGHT = regex(
    rf"{_FIGHT[0]}(?: [^\s،.]+){{0,5}} (?:في|ب|حول|قرب|علي|داخل)\s?(?:محيط |ريف |مدينه |محافظه |بلده |اطراف |مناطق |شمال |شرق |غرب |جنوب )*(?:ال)?$"
    rf"|\b{_FIGHT[1]}(?: [^\s,.]+){{0,3}} (?:in|around|near|across|over|on|outside) (?:the )?(?:\S+ (?:of|province of|city of) )?$"
)
_FLED = regex(
    r"(?<!\w)(?:\w{0,3}هرب\w*|\w{0,3}فار\w*|\w{0,2}فر(?:وا|ت|ارا)?|\w{0,4}نزح\w*|\w{0,3}نازح\w*|لاجي\w*)(?!\w)"
    r"|\b(?:fle\w+|escap\w+|displac\w+|uproot\w+|driven|refugees?)\b"
)


def camp_reached(found: dict[str, Where], clauses: Sequence[Clause], lexicon: Lexicon) -> None:
    """Families who leave a camp in Syria are taken to the camp in Iraq that the text names."""
    start, goal = found.get("origin"), found.get("destination")
    if start is None or start.place.country != "SY" or start.place.kind is not PlaceKind.CAMP:
        return
    if goal is not None and (goal.place.kind is PlaceKind.CAMP or goal.place.country != "IQ"):
        return
    camps = (w for w in named(clauses, lexicon) if w.place.kind is PlaceKind.CAMP and w.place.country == "IQ")
    camp = next(camps, None) or next(_centres(clauses, lexicon), None)
    if camp is not None:
        found["destination"] = camp


def _centres(clauses: Sequence[Clause], lexicon: Lexicon) -> Iterator[Where]:
    camp = lexicon.places.get("camp_jadaa")
    for clause in clauses:
        words = _CENTRE.search(clause.plain) if camp is not None else None
        if camp is not None and words is not None:
            yield Where(camp, clause, clause.start + words.start(), clause.start + words.end())


def treated(where: Where) -> bool:
    """«نُقلوا إلى مستشفى القائم», "taken to the hospital in Qaim": where the hurt are treated, nobody's goal."""
    return bool(_WARD.search(where.before) or _WARD_BEHIND.match(where.clause.after(where.end, 24)))


def fought_over(where: Where) -> bool:
    """«هرباً من الاشتباكات في الحسكة», "displaced by the fighting around Hasakah": what people flee."""
    return bool(_FOUGHT.search(where.before) and _FLED.search(where.clause.plain))
