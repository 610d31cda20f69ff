"""Envoys by their post alone, who meet somebody: «السفير السوري», "the Iraqi charge d'affaires in Damascus". PURE."""

from __future__ import annotations

from ingest.coding.arabic import is_arabic
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_NATION = r"(?:سوري|عراقي|ام[ير]+كي|ايراني|تركي|اردني|سعودي|فرنسي|بريطاني|روسي|كويتي|قطري|مصري|صيني|الماني|ايطالي)ه?"
_SEAT = r"(?: (?:في|لدي|ب) ?(?:بغداد|دمشق|العراق|سوريا))?"
_WHO_AR = (
    rf"(?:ال)?(?:سفيره?|قنصل(?: العام)?|قايم بالاعمال|ملحق (?:ال)?(?:دفاع|عسكري)) (?:ال)?{_NATION}(?: لدي (?:بغداد|دمشق|العراق|سوريا))?"
    rf"|(?:ال)?قايم ب?(?:ال)?(?:باعمال|اعمال) (?:ال)?سفاره (?:ال)?{_NATION}{_SEAT}|(?:ال)?قايم بالاعمال في (?:ال)?سفاره (?:ال)?{_NATION}{_SEAT}"
)
_WHAT_FOR = r"(?= (?:في|لدي|لبحث|لمناقشه|اليوم|امس|صباح|مساء|علي|الي|بشان|حول|سبل|ملف|خطه|خلال|يوم|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|وبحث|وناقش|وجري|مستشار|وزير|رييس|ضبط|امن|تعزيز|اعاده|نقل|ال(?=تعاون|علاقات|اوضاع|تطورات))|[،.؛:]|$)"
_MET_AR = regex(
    r"(?<!\w)[وف]?(?:(?:التقي|التقت|يلتقي|استقبل|استقبلت|يستقبل|زار|استضاف|اجتمع|[بل]?(?:لقاء|لقايه|لقايها|استقبال|استقباله)|بحضور|حضره|هاتف)|(?:مع|من)) "
    rf"ب?(?P<who>{_WHO_AR}){_WHAT_FOR}"
)
_MET_LAST = regex(rf"(?:(?: في \S+)?(?: (?:اليوم|امس)(?: \S+)?)?،? )ب?(?P<who>{_WHO_AR}){_WHAT_FOR}")
"""«التقى الأعرجي في بغداد السفير السوري»."""
_MET_EN = regex(
    r"\b(?:met|meets|meeting|received|receives|hosted|hosts|welcomed|with|visited by|talks with) (?:the |iraq's |syria's |his |her )?"
    r"(?P<who>(?:new |outgoing )?(?:syrian|iraqi|us|u\.s\.|american|turkish|iranian|french|british|russian|jordanian|saudi|qatari|german) (?:ambassador|consul|charge d'affaires|chargé d'affaires|defen[cs]e attach[eé])(?: to (?:iraq|syria|baghdad|damascus))?)(?= (?:in|on|at|to discuss|over|about|and discussed)\b|, (?:who|and|in|on)\b|[.;:]|$)"
)


def state_of(post: str) -> str | None:
    """Whose envoy such a post is, "iq" or "sy"; None for anybody else."""
    found = _POST_OF.match(post)
    return None if found is None else "sy" if found["sy"] or found["sy2"] else "iq"


_POST_OF = regex(
    r"(?:ال)?(?:سفير|قنصل|قايم|ملحق)[^،.]*?(?:(?P<sy>سوري)|عراقي)ه?(?!\w)|(?:\w+ )??(?:(?P<sy2>syrian)|iraqi) (?:ambassador|consul|charg|defen[cs]e attach)"
)


def nameless_envoy(clause: Clause) -> tuple[int, int] | None:
    """Where the post of an envoy stands who is met or received and has no name."""
    plain = clause.text.plain
    if not is_arabic(plain[clause.start : clause.start + 40]):
        found = _MET_EN.search(plain, clause.start, clause.end)
        return found.span("who") if found else None
    found = _MET_AR.search(plain, clause.start, clause.end)
    for man in clause.mentions if found is None and clause.has("meet", "receive") else ():
        found = found or (_MET_LAST.match(plain, man.end, clause.end) if man.kind == "person" else None)
    return found.span("who") if found else None
