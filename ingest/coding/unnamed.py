"""Who stands in a clause by his office alone: «مع السفير البريطاني», «نظيرتها العراقية». PURE."""

from __future__ import annotations

import functools

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_ENVOY = regex(
    r"(?<!\w)(?:مع|استقبل|استقبلت|التقي|التقت|يستقبل|يلتقي) (?:\S+ ){0,2}?(?:ال)?(?:سفير|سفيره|سفيرا|قايم بالاعمال|قايمه بالاعمال|قايم باعمال|قنصل|مبعوث|مبعوثه|منسق|منسقه|ممثل|ممثله|مفوض|مفوضه)(?!\w)(?! (?:[^\s،.]+ ){0,2}(?:ال)?عراقي)"
)
_RECEIVED = regex(
    r"(?<!\w)[وف]?(?:مع|[يت]?ستقبل|استقبلت?|التقي|التقت|[يت]لتقي) (?:(?!ان )[^\s.؛]+ ){3,11}?(?:ال)?(?:سفير|سفيره|قايم بالاعمال|قايمه بالاعمال|قايم باعمال|قنصل)(?!\w)(?! (?:[^\s،.]+ ){0,2}(?:ال)?عراقي)"
)
"""«استقبل مستشار الأمن القومي …، اليوم، القائم بالأعمال السوري»."""
_COUNTERPART = regex(
    r"(?<!\w)(?:[وبل]?نظير(?:ه|ها|ته|تها|يه|تيه|هما|تهما|هم)?|(?:ب|ال)?(?:معلومات|مذكره|مذكرات|طلب|جهد) (?:[^\s،.]+ ){0,2}?) ?(?:ال)?(?P<of>عراقي|سوري)"
    r"|\b(?:his|her|its|their) (?P<en>iraqi|syrian) (?:counterparts?|opposite numbers?|peers?|colleagues?)\b"
)


_OWN = regex(
    r"(?:'s)? (?:[a-z-]+ ){0,2}?(?:security|forces?|police|intelligence|army|authorities|services?|troops|agents|officers|military|guards?)\b"
)


def by_nationality(clause: Clause) -> set[str]:
    """ "Syria's General Security", "Iraqi agents": the countries whose bodies stand there by their nationality."""
    named = {"iq": "IQ", "sy": "SY"}
    own = (m for m in clause.mentions if m.adjective and m.actor in named)
    towns = (m for m in clause.mentions if m.place and m.land in named)
    local = {named[m.land] for m in towns if _OF_TOWN.search(clause.before(m.start, 30))}
    return local | {named[m.actor] for m in own if m.actor and _OWN.match(clause.after(m.end, 50))}


_OF_TOWN = regex(
    r"(?<!\w)[وبل]?(?:ال)?(?:شرطه|استخبارات|قياده شرطه|مديريه شرطه|مديريه امن|جهاز امن|محكمه تحقيق|محكمه استيناف|محكمه|عمليات) $"
)
"""«قيادة شرطة الأنبار»: a force by its town."""


@functools.lru_cache(maxsize=256)
def foreign_envoy(clause: Clause) -> bool:
    """«بحث … مع السفير الفرنسي»: an envoy of a third state or body, whatever his name."""
    if clause.has("ambassador") and _RECEIVED.search(clause.plain):
        return True
    return _ENVOY.search(clause.plain) is not None or presents(clause)


@functools.lru_cache(maxsize=256)
def presents(clause: Clause) -> bool:
    """«تسلّم نسخة من أوراق اعتماد السفير»: who receives the papers meets him who brings them."""
    begins = any(clause.text.plain.startswith(_AT_WORK, w.stem) for w in clause.of("credentials"))
    return "credentials" in clause.classes and not begins and _PAPERS.search(clause.plain) is not None


_AT_WORK = ("باشر", "مهام", "سفير")


_PAPERS = regex(
    r"(?<!\w)[وف]?س?(?:[يت]?(?:تسلم|تقبل|قدم|سلم)|[يت]ستلم|استلم)(?:ت|وا)? (?:[^.؛]{0,90} )?اوراق (?:اعتماد|تفويض)"
    r"|(?<!\w)(?:بتقديم|تقديم|تسليم|تسلم|استلام) (?:نسخه من )?اوراق (?:اعتماد|تفويض)"
    r"|(?<!\w)اوراق اعتماد[^.؛]{0,60}[،,] (?:تسلم|استلم|تقبل)"
)


@functools.lru_cache(maxsize=256)
def with_counterpart(clause: Clause) -> str:
    """«بالتعاون مع نظيرتها العراقية»: the country of the same service of the other side, or nothing."""
    found = _COUNTERPART.search(clause.plain)
    return _OF[found["of"] or found["en"]] if found else ""


@functools.lru_cache(maxsize=256)
def envoy_of(clause: Clause) -> str:
    """«السفير العراقي», "Iraq's ambassador": the country whose envoy a clause names, or nothing."""
    found = _ENVOY_OF.search(clause.plain)
    return _OF[found["of"] or found["en"]] if found else ""


_ENVOY_OF = regex(
    r"(?<!\w)[وبل]{0,2}(?:ال)?(?:سفير|سفيره|قايم بالاعمال|قايم باعمال السفاره) (?:ال)?(?P<of>عراقي|سوري)"
    r"|\b(?P<en>iraq|iraqi|syria|syrian)(?:'s)? (?:new )?(?:ambassador|charge d'affaires|chargé d'affaires)\b"
)
_OF = {"عراقي": "IQ", "iraq": "IQ", "syria": "SY", "سوري": "SY", "iraqi": "IQ", "syrian": "SY"}
