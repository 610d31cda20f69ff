"""Places that a text points back to: «عبر المنفذ ذاته», "the camp", "in the same town". PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from events.codebook import DatePrecision, EventType, Family, Modality, PlaceKind
from ingest.coding.event_types import Happening, drafts_of
from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.where import RANK, Where, named

_VAGUE = (PlaceKind.COUNTRY, PlaceKind.REGION)
_SOON = 3
"""Sentences behind a movement in which its crossing may be told."""
_AGAIN = {
    PlaceKind.CROSSING: regex(
        r"(?<!\w)(?:عبر |من خلال )?(?:نفس |ذات )?ال(?:معبر|منفذ)(?!\w)|(?<!\w)(?:من|عبر|في) (?:نفس |ذات )ال(?:طريق|مكان|منفذ|معبر|نقطه)|(?<!\w)(?:من|عبر|في) ال(?:طريق|مكان|نقطه) (?:نفس|ذات)ها?|\b(?:the|that) (?:same )?(?:crossing|border post)|\b(?:by|via|along|through|over|took|using|on) the same (?:route|way|road|bridge|gate)|\b(?:crossed|passed|entered|came|went) (?:through |over |in )?there\b|\bthe (?:syrian |iraqi )?border (?:terminal|gate|point)\b"
    ),
    PlaceKind.PRISON: regex(r"(?<!\w)[وبل]?ال(?:سجن|معتقل)(?!\w)|\bthe (?:prison|jail)\b"),
    PlaceKind.BASE: regex(r"(?<!\w)[وبل]?ال(?:قاعده|معسكر)(?!\w)|\bthe (?:base|garrison)\b"),
    PlaceKind.CAMP: regex(r"(?<!\w)[وبل]?(?:ال|لل)مخيم(?!\w)|\bthe camp\b"),
}
_HELD = regex(
    r"(?<!\w)(?:محيط|حول|قرب|عند|داخل|مواقع\w*|اطراف|جوار|نقاط|بمحيط|بمحاذاه) (?:من )?ال(?:معبر|منفذ)(?!\w)"
    r"|\b(?:at|around|near|surrounding|of|by|next to|beside) the (?:border |syrian |iraqi )*(?:crossing|post|gate)\b"
)
"""«انسحبت من محيط المنفذ», "positions around the border crossing": where forces stand."""
_RANK_OF_SITE = 1
_SITES = {EventType.INCIDENT: (PlaceKind.PRISON,), EventType.BORDER_MEASURE: (PlaceKind.BASE,)}


def again(kind: PlaceKind, told: Sequence[Clause], article: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """«عبر المنفذ ذاته», "through the same crossing", "the garrison": the one named last."""
    return _named_last(kind, _AGAIN[kind], told, article, lexicon)


def _named_last(
    kind: PlaceKind, words: re.Pattern[str], told: Sequence[Clause], article: Sequence[Clause], lexicon: Lexicon
) -> Where | None:
    for clause in told:
        word = words.search(clause.plain)
        if word is None:
            continue
        points = [w for w in named(article, lexicon) if w.place.kind is kind]
        if kind is PlaceKind.CROSSING:
            points = [w for w in points if w.place.border_pair == "IQ-SY"] or border_towns(article, lexicon)
        earlier = [w for w in points if w.clause.titular or w.clause.order <= clause.order]
        if earlier:
            meant = earlier[0 if kind is PlaceKind.CAMP else -1]
            return Where(meant.place, clause, clause.start + word.start(), clause.start + word.end())
    return None


def border_towns(article: Sequence[Clause], lexicon: Lexicon) -> list[Where]:
    """The crossings of the border towns, and of their districts, that the article names."""
    towns = ((w, lexicon.places.get(w.place.id.removeprefix("d_"), w.place)) for w in named(article, lexicon))
    return [replace(w, place=lexicon.places[t.crossing]) for w, t in towns if t.crossing in lexicon.places]


def site_meant(
    happening: Happening, at: Where | None, told: Sequence[Clause], article: Sequence[Clause], lexicon: Lexicon
) -> Where | None:
    """The base, camp, prison or crossing that an act without an exact place of its own speaks of: "took over the camp"."""
    kind = happening.type
    if kind is EventType.BORDER_MEASURE:
        point = _named_last(PlaceKind.CROSSING, _HELD, told, article, lexicon)
        if point is not None and (
            at is None or at.place.kind is PlaceKind.REGION or at.place.crossing == point.place.id
        ):
            return point
    vague = at is None or at.place.kind is PlaceKind.REGION
    escape = at is not None and happening.first.clause.has("escape") and RANK.get(at.place.kind, 9) > _RANK_OF_SITE
    if not vague and not escape:
        return None
    kinds = _SITES.get(kind, ())
    if kind is EventType.BORDER_MEASURE and any(c.has("takeover") for c in told):
        kinds = (*kinds, PlaceKind.CAMP, PlaceKind.PRISON)
    return next((w for k in kinds if (w := again(k, told, article, lexicon))), None)


def only_crossing(
    happening: Happening, found: dict[str, Where], article: Sequence[Clause], lexicon: Lexicon
) -> Where | None:
    """Those who came over the line without a word where did so at the one crossing that the text names."""
    vague = all(w.place.kind in _VAGUE for end, w in found.items() if end != "destination")
    begun = happening.first.modality in (Modality.DONE, Modality.ONGOING)
    if happening.type not in _OVER or not begun or not vague:
        return None
    first = happening.first
    whom = not first.clause.days and _WHO.search(first.clause.before(first.start, 24))
    if whom or (found and first.clause.has("background")) or _another(happening):
        return None
    points = [w for w in named(article, lexicon) if w.is_crossing] or border_towns(article, lexicon)
    return points[0] if len({w.place.id for w in points}) == 1 else None


_BATCH = regex(
    r"(?<!\w)[وبل]?(?:ال)?(?:دفعه|وجبه|رحله|قافله|مجموعه) (?:ال)?(?:تاليه|سابقه|قادمه|مقبله|اولي|ماضيه|اخيره|ثانيه|جديده)|\b(?:next|previous|earlier|last|first|another|second|future|follow-up) (?:\w+ )?(?:convoy|batch|group|trip|flight|wave|transfer|return)\b"
)


def _another(happening: Happening) -> bool:
    """«وكانت الوجبة السابقة قد وصلت في 28 آب»: another batch, told aside on a day of its own: its way is not told."""
    clause = happening.first.clause
    if happening.lead or happening.type is not EventType.REPATRIATION:
        return False
    return any(d.own for d in clause.days) or _BATCH.search(clause.plain) is not None


_WHO = regex(r"(?<!\w)(?:الذين|الذي|ممن|اللواتي|من سبق ان) (?:قد |كانوا )?$|\b(?:who|that|whom) (?:had |have |has )?$")
"""«الجنود الذين لجأوا إلى العراق»: who they are, no crossing of its own."""
_OVER = (EventType.REFUGE, EventType.REPATRIATION)


def crossed(told: Sequence[Clause], article: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """The crossing between the two countries that the next sentences name, "heading for the al-Qaim crossing", or the lead
    right before."""
    first = told[0]
    for clause in article:
        gap = clause.order - first.order
        way = _SOON <= gap < 2 * _SOON and clause.has("batch") and _BY_WAY_OF.search(clause.plain) is not None
        if clause.titular or not (0 < gap < _SOON or (gap == -1 and clause.lead) or (way and told[0].lead)):
            continue
        older = next((w.start for w in clause.of("background")), clause.end)
        for where in named([clause], lexicon):
            at = _gate(where, lexicon)
            if at.is_crossing and at.place.border_pair == "IQ-SY" and at.start < older:
                return at
    return None


def _gate(where: Where, lexicon: Lexicon) -> Where:
    """ "The Peshkhabour border point": the crossing of a town by the words behind its name."""
    gate = lexicon.places.get(where.place.crossing or "")
    named_so = gate is not None and _BORDER_POINT.match(where.clause.after(where.end, 24))
    return replace(where, place=gate) if gate is not None and named_so else where


_BORDER_POINT = regex(r",? (?:border|frontier) (?:point|post|crossing|gate|terminal)\b| الحدودي(?!\w)")


_BY_WAY_OF = regex(
    r"(?<!\w)(?:عبرت|دخلت|دخلوا|عبروا|مرت|خرجت|غادرت) [^.؛]{0,40}(?:عبر|من|من خلال) (?:معبر|منفذ|بوابه)(?!\w)"
    r"|\b(?:crossed|entered|passed|went|came)\b[^.;]{0,40}\b(?:through|via|at) (?:the )?[^.;]{0,24}(?:crossing|border post|gate)\b"
)
"""«دخلت الحافلات الأراضي العراقية من معبر …»."""
_VISITED = regex(
    r"(?<!\w)[وف]?(?:[يت]?زار\w*|زيار\w*|[يت]زور\w*|تفقد\w*|دخل\w*|وصل\w*) (?:الي )?(?:ال)(?:مخيم|سجن)(?!\w)"
    r"|\b(?:visit\w*|toured|inspected|entered|arrived at|reached) the (?:camp|prison)\b"
)


def camp_visited(happening: Happening, article: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """ "A delegation visited the camp": the camp or prison that the text named."""
    told = [d.clause for d in happening.drafts if _VISITED.search(d.clause.plain)]
    return again(PlaceKind.CAMP, told, article, lexicon) or again(PlaceKind.PRISON, told, article, lexicon)


def last_crossing(clause: Clause, article: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """The crossing that was named last before."""
    before = [c for c in article if not c.titular and c.order < clause.order]
    ours = [w for w in named(before, lexicon) if w.place.border_pair == "IQ-SY"]
    return ours[-1] if ours else None


_SAME = regex(
    r"(?<!\w)[وفبل]{0,2}(?:نفس|ذات) (?:ال|لل)(?P<a>مكان|موقع|بلده|قريه|منطقه|مدينه|ناحيه|قضاء|محور|قاطع|نقطه|مخيم|سجن|قاعده|معبر|منفذ|مقطع)(?!\w)"
    r"|(?<!\w)[وفبل]{0,2}(?:ال|لل)(?P<b>مكان|موقع|بلده|قريه|منطقه|مدينه|ناحيه|قضاء|محور|قاطع|نقطه|مخيم|سجن|قاعده|معبر|منفذ|مقطع) (?:نفس|ذات|عين)ها?(?!\w)"
    r"|\b(?:the|that) (?:very )?same (?:border )?(?P<c>place|spot|town|village|area|city|site|stretch|sector|district|camp|prison|jail|base|crossing|province|location|point|post)\b"
)
_TOWNS = (PlaceKind.TOWN, PlaceKind.CITY, PlaceKind.CAPITAL)
_KINDS: dict[str, tuple[PlaceKind, ...]] = {
    **dict.fromkeys(("بلده", "قريه", "مدينه", "ناحيه", "town", "village", "city"), _TOWNS),
    **dict.fromkeys(("قضاء", "district"), (PlaceKind.ADMIN2, *_TOWNS)),
    **dict.fromkeys(("معبر", "منفذ", "crossing", "post"), (PlaceKind.CROSSING,)),
    **dict.fromkeys(("مخيم", "camp"), (PlaceKind.CAMP,)),
    **dict.fromkeys(("سجن", "prison", "jail"), (PlaceKind.PRISON,)),
    **dict.fromkeys(("قاعده", "base"), (PlaceKind.BASE,)),
    "province": (PlaceKind.ADMIN1,),
}
"""Which kinds of place a noun may mean; any other noun any of them."""


def same_spot(
    happening: Happening, known: Sequence[Where], article: Sequence[Clause], lexicon: Lexicon
) -> Where | None:
    """«في البلدة نفسها», "in the same place": where the news happened, else the place named last before."""
    clause = happening.first.clause
    word = (
        _SAME.search(clause.plain) if "same" in clause.plain or "نفس" in clause.plain or _DHAT in clause.plain else None
    )
    if word is None:
        return None
    kinds = _KINDS.get(word["a"] or word["b"] or word["c"], tuple(RANK))
    start = clause.start + word.start()
    before = [w for w in named(article, lexicon) if w.clause.order < clause.order or w.clause.titular]
    here = [w for w in named([clause], lexicon) if w.start < start]
    meant = [w for w in (*reversed(here), *known, *reversed(before)) if w.place.kind in kinds and w.place.kind in RANK]
    return Where(meant[0].place, clause, start, clause.start + word.end()) if meant else None


_DHAT = "ذات"


def of_those_talks(told: Clause, clause: Clause) -> bool:
    """Whether a sentence near talks may say where they were: it tells of no force, nor of another day than theirs."""
    if any(d.type.family is Family.OPERATIONS for d in drafts_of(clause)):
        return False
    own = {d.date for d in told.days if d.own and d.precision is DatePrecision.DAY}
    elsewhen = bool(own) and any(d.own for d in clause.days) and not own & {d.date for d in clause.days}
    return clause.lead or not elsewhen
