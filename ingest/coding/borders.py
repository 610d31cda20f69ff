"""The line between Iraq and Syria: where a clause speaks of it, and what lies on it or across it. PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word, read_yaml


def on_others_border(clause: Clause) -> set[str]:
    """«استهدف مسلحون مخفراً عراقياً على الحدود السورية»: the post or man of the one at the border of the other."""
    for pattern in _ON_OTHERS:
        found = pattern.search(clause.plain)
        one, other = (found["one"][:4], found["other"][:4]) if found else ("", "")
        if found and {_OF_WORD.get(one), _OF_WORD.get(other)} == {"IQ", "SY"}:
            return {"IQ", "SY"}
    return set()


_OF_WORD = {"عراق": "IQ", "سوري": "SY", "iraq": "IQ", "syri": "SY"}
_MAN_AR = r"(?:مخفر|مخافر|نقط|نقاط|دوري|ثكن|ضابط|ضباط|جندي|جنود|شرطي|حارس|حراس|قوه|قوات|عنصر|عناصر|منتسب|راعي|راعيا|رعا|مزارع|مواطن|صياد|مدني|برج|ابراج|موقع|مواقع|حفار|اليات|كاميرا|خندق|حاجز|مدفعي)\w*"
_ON_OTHERS = (
    regex(
        rf"(?<!\w)[وفبل]?(?:ال)?{_MAN_AR} (?:[^\s،.]+ )?(?:ال)?(?P<one>عراقي|سوري)\w*(?!\w)[^.؛]{{0,90}}(?:ال)?(?:حدود|حدوديه?|شريط الحدودي) (?:ال)?(?P<other>عراقي|سوري)"
    ),
    regex(
        rf"(?:ال)?(?:حدود|حدوديه?|شريط الحدودي) (?:ال)?(?P<other>عراقي|سوري)\w*(?!\w)[^.؛]{{0,60}}(?<!\w)[وفبل]?(?:ال)?{_MAN_AR} (?:[^\s،.]+ )?(?:ال)?(?P<one>عراقي|سوري)"
    ),
    regex(
        r"\b(?P<one>iraqi|syrian) (?:[\w-]+ ){0,2}?(?:posts?|outposts?|patrols?|officers?|soldiers?|guards?|policem[ae]n|troops|forces|units?|positions|checkpoints?|watchtowers?|shepherds?|farmers?|drones?)\b[^.;]{0,70}\b(?P<other>iraqi|syrian) (?:border|frontier)\b"
    ),
)


@functools.lru_cache(maxsize=256)
def across(clause: Clause) -> bool:
    """One country's force on the other's ground, or a haul from the one meant for the other."""
    past = _LIFE.search(clause.plain)
    told = [m for m in clause.mentions if past is None or m.start < clause.start + past.start()]
    told = [m for m in told if not _AMONG.search(clause.before(m.start, 30))]
    grounds = {m.land for m in told if m.land}
    grounds |= {m.actor for m in told if m.adjective and m.actor and _BANK.search(clause.before(m.start, 14))}
    named = [m.actor for m in told if m.actor and not m.adjective]
    acting = {_ROLLED[actor] for actor in named if actor in _ROLLED}
    acting |= {c for actor in named for c in _COUNTRY.findall(actor)[:1] if not actor.startswith("pop_")}
    return (grounds | acting) >= {"iq", "sy"}


_BANK = regex(r"(?<!\w)(?:ال)?(?:ضفه|جهه|شاطي|ناحيه|طرف) $")
"""«من الضفة السورية لنهر دجلة»."""
_LIFE = regex(
    r"(?<!\w)وكانت? (?:[^\s،]+ ){1,3}قد(?!\w)|(?<!\w)(?:كانت?|كانوا|الذي|ممن|والذي|سبق ان|سبق له ان) (?:[^\s،]+ )?(?:قد )?(?:ي?عمل(?:وا|ون)?|ي?قاتل(?:وا|ون)?|ي?نتمي|ينتمون|انتمي|ي?نشط(?:ون)?|ي?شغل|متواجدا?|مسوولا?|تولي|تدرب(?:وا)?|شارك(?:وا)? في (?:معارك|القتال|عمليات)|التحق(?:وا)?|بايع(?:وا)?)(?!\w)"
    r"|(?<!\w)قاتلوا? (?:في|مع|ضمن|الي)|(?<!\w)(?:اعترف\w*|بالعمل مع|عمله مع|انتمايه|بانتمايه|بالانتماء)(?!\w)"
    r"|(?<!\w)(?:من )?مواليد (?:ال)?\w+"
    r"|\b(?:who|had) (?:once |previously |formerly )?(?:worked|served|fought|belonged|operated|lived|joined|trained)\b"
)
"""What somebody did before: where he once fought is no ground of the arrest."""
_AMONG = regex(r"(?<!\w)(?:بينها|منها|ومنها|بينهم|ابرزها|مثل)\s+(?:\S+ (?:و)?)?$")
"""«دول الجوار بينها سوريا»: one of several."""
_ROLLED = {"sdf": "sy", "aanes": "sy", "krg": "iq", "peshmerga": "iq", "krg_asayish": "iq"}
_COUNTRY = regex(r"(?:^|c_)(iq|sy)(?:_|$)")


_SYRIAN = frozenset(
    ("damascus", "albukamal", "hari_sy", "qamishli", "hasakah_city", "dez_city", "homs_city", "aleppo_city")
)


_FOREIGN_STATES = frozenset(("ir", "tr", "jo", "kw", "sa", "lb", "il"))


_FOREIGN = frozenset(("c_ir", "c_tr", "c_jo", "c_kw", "c_sa", "c_lb", "c_il"))


@functools.lru_cache(maxsize=256)
def border_of(clause: Clause) -> tuple[int, int] | None:
    """Where the clause speaks of the border between Iraq and Syria; a border with anyone else is none."""
    for mention in clause.mentions:
        if mention.place == "border_iq_sy" and not _other_border(clause, mention.end) and not _far(clause, mention):
            return mention.start, mention.end
    foreign = any((m.place or "") in _FOREIGN or _abroad(m.actor) for m in clause.mentions)
    ours = bool(re.search("سوري|syria", clause.plain) and re.search("عراق|iraq", clause.plain))
    for word in clause.of("border"):
        inside_name = any(m.start <= word.start < m.end and m.actor for m in clause.mentions)
        of_body = foreign and _BODY.match(clause.after(word.end, 14))
        if inside_name or of_body or (foreign and not ours) or _other_border(clause, word.end):
            continue
        return word.start, word.end
    return None


_BODY = regex(r" (?:guards?|forces?|police|officials?|officers?)\b")
"""«a border guard commander» beside another neighbour: a body, not the line."""


def _abroad(actor: str | None) -> bool:
    """Another neighbour, or a body of it."""
    return actor is not None and actor.split("_")[0] in _FOREIGN_STATES


def _far(clause: Clause, mention: Mention) -> bool:
    """«الحدود مع العراق» in a sentence on Iran or Turkey is theirs."""
    plain = clause.text.plain[mention.start : mention.end]
    half = bool(re.search("سوري|syria", plain)) is not bool(re.search("عراق|iraq", plain))
    theirs = any((m.place or "") in _FOREIGN or m.actor in ("ir", "tr", "jo", "kw", "sa") for m in clause.mentions)
    return (
        half
        and theirs
        and not re.search("سوري|syria" if "عراق" in plain or "iraq" in plain else "عراق|iraq", clause.plain)
    )


_OTHERS = regex(r"ايران|تركي|اردن|كويت|سعودي|لبنان|اسراييل|iran|turk|jordan|kuwait|saudi|leban|israel")


_OURS = regex(r"(?:مع|بين|with|between)\s+(?:ال)?(?:سوري|عراق|العراق|syria|iraq)")


_TRIANGLE = regex(r"سوري\S* (?:[-–] )?(?:و)?(?:ال)?عراق|عراق\S* (?:[-–] )?(?:و)?(?:ال)?سوري")
"""«المثلث الحدودي السوري العراقي الأردني»: ours all the same."""
_SPAN_END = regex(r"[،,.؛;:()]| (?:في|عند|قرب|ضمن|من جهه|at|in|near|on) ")


_HYPHENED = regex(r"(?:turk\w+|iran\w*|jordan\w*|leban\w+|kuwait\w*|saudi\w*)(?:'s)?(?:[-– ](?:iraq\w*|syria\w*))? $")


def _other_border(clause: Clause, end: int) -> bool:
    """Whether the words around name another country's border: «الحدود الأردنية السورية», "the Turkish border"."""
    ahead = clause.after(end, 36)
    cut = _SPAN_END.search(ahead)
    ahead = ahead[: cut.start()] if cut else ahead
    other = _OTHERS.search(ahead)
    if other is not None and _TRIANGLE.search(ahead[: other.start()]):
        return False
    if other is not None:
        ours = _OURS.search(ahead)
        return ours is None or ours.start() > other.start()
    before = clause.before(end, 48).rsplit(" ", 1)[0] + " "
    return bool(_HYPHENED.search(before))


def of_another(clause: Clause) -> bool:
    """«عند الحدود مع إيران»: the only line that a clause names is another one."""
    if "border" not in clause.classes or border_of(clause) is not None:
        return False
    named = [(m.start, m.end) for m in clause.mentions if m.actor and not m.adjective]
    lines = [w for w in clause.of("border") if not any(a <= w.start < b for a, b in named)]
    return any(_other_border(clause, w.end) for w in lines)


def only_of_another(clause: Clause) -> bool:
    """The same, where the clause does not name both countries either."""
    return of_another(clause) and not {m.land or m.actor for m in clause.mentions} >= {"iq", "sy"}


@functools.cache
def border_zone() -> frozenset[str]:
    return frozenset(read_yaml("nations.yaml")["border_zone"])


def with_context(told: Sequence[Clause]) -> list[Clause]:
    """The clauses, each knowing whether the lead is about the line between the two countries."""
    lead = [c for c in told if c.order <= 3]
    near_it = any(border_of(c) or any(m.place in border_zone() for m in c.mentions) for c in lead)
    near_it = near_it and not (
        any(_elsewhere(m) for c in lead for m in c.mentions) and not any(_in_syria(m) for c in lead for m in c.mentions)
    )
    if near_it:
        return [replace(c, bordering=c.order <= 4) for c in told]
    return [
        replace(c, bordering=True) if _there(c, before) else c for before, c in zip((None, *told), told, strict=False)
    ]


def _there(clause: Clause, before: Clause | None) -> bool:
    """ "Iraq has rushed reinforcements to the frontier. The Hashed had deployed a brigade there"."""
    sent = before is not None and clause.has("measure", "send") and " there" in clause.plain
    return sent and before is not None and border_of(before) is not None


def at_it(clause: Clause) -> bool:
    """Infiltrators, or a haul on its way over the line, in a town of the line."""
    return (
        clause.has("infiltration")
        or border_of(clause) is not None
        or any(p.search(clause.plain) for p in (_OVER_LINE, OUT_OF_THERE))
    )


OUT_OF_THERE = regex(
    r"\bfrom (?:(?:iraqi|syrian) (?:airspace|territory|soil|side)|syria['’]s airspace|(?:inside|within) (?:iraq|syria))\b"
    r"|(?<!\w)من (?:ال)?(?:اجواء|اراضي|جانب|داخل الاراضي|عمق) ال?(?:سوري|عراقي)"
)
"""A drone "that had come from Syrian airspace"."""
_OVER_LINE = regex(
    r"\b(?:into|out of|from|towards?|bound for|destined for) (?:iraq|syria)\b|(?:الي|من) (?:العراق|سوريا)"
)


OUR_CROSSINGS = frozenset(("x_qaim", "x_rabia", "x_walid", "x_semalka"))


GATE_TOWNS = {
    "tanf_loc": "x_walid", "walid_town": "x_walid", "rabia": "x_rabia", "yarubiyah_town": "x_rabia", "qaim": "x_qaim",
    "albukamal": "x_qaim", "fishkhabur": "x_semalka",
}  # fmt: skip
"""Towns that stand for the gates beside them."""
_TRAFFIC = regex(
    r" (?:round|to|for|as|again|on|from|in|until|before|since|next|earlier|later|last|this|after|soon|too|also)\b|[.,]|$"
)
_APPOSED = regex(r",(?! and )[^,.]{3,44}, (?:\w+ ){0,4}$")
_CLOSE, _AHEAD = 5, 22
_ITS_OBJECT = regex(r" (?:at |of )?$")


def gate_town(clause: Clause, word: Word) -> bool:
    """«al-Walid would also open round the clock», "closed al-Qaim in May": the town stands for its gate."""
    plain = clause.text.plain
    if not _TRAFFIC.match(clause.after(word.end, 12)):
        acted = (m for m in clause.mentions if m.place in GATE_TOWNS and 0 < m.head - word.end <= _CLOSE)
        return any(
            _ITS_OBJECT.fullmatch(plain, word.end, m.head) and _TRAFFIC.match(clause.after(m.end, 12)) for m in acted
        )
    ahead = [m for m in clause.mentions if m.place in GATE_TOWNS and m.end <= word.start]
    return any(word.start - m.end <= _AHEAD or _APPOSED.fullmatch(plain, m.end, word.start) for m in ahead)


def _elsewhere(mention: Mention) -> bool:
    """Another neighbour's ground or crossing."""
    place = mention.place or ""
    return (
        place in _FOREIGN or mention.actor in _FOREIGN_STATES or (place.startswith("x_") and place not in OUR_CROSSINGS)
    )


def _in_syria(mention: Mention) -> bool:
    place, actor = mention.place or "", mention.actor or ""
    ground = place.startswith(("c_sy", "sy_", "border_iq_sy")) or place in _SYRIAN or place in OUR_CROSSINGS
    return ground or (actor.startswith("sy") and not mention.adjective)
