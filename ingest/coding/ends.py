"""From where to where people were moved, lodged or handed over. PURE."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from events.codebook import EventType, Modality, PlaceKind
from ingest.coding.abroad import asked_for, side_of, third_state
from ingest.coding.event_types import Happening
from ingest.coding.goals import camp_reached, fought_over, treated
from ingest.coding.lexicon import Lexicon, Place
from ingest.coding.movers import OWN_HOMES
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.where import RANK, VIA, Where, named, refines
from ingest.coding.witnesses import witness

_FROM = regex(
    r"(?:^|\W)(?:من|from)\s+(?!عناصر|معتقل|سجناء|سجنا |افراد|ابناء|قبل|خلال|اجل|مقاتل|ال\w+ين )(?:\S+ ){1,3}?(?:في|ب|in|across)\s*(?:the )?(?:(?:syrian |iraqi )?(?:city|town|province|governorate) of )?$"
    r"|\bfrom (?:the )?(?:syrian |iraqi )?(?:city|town|village|province|governorate|region) of (?:the )?$"
    r"|(?:^|\W)(?:من(?! جهه)|قادم\w* من|مغادر\w*|غادر\w*|فروا من|هربوا من|نزحوا من|from|left|leaving|leave|depart\w*|fled|fleeing|trapped in|stranded in|stuck in|out of)\s+(?:the )?(?:\S+ ){0,1}?$"
)
_HELD = regex(
    r"(?:\w{0,3}حتجز\w*|معتقل\w*|مودع\w*|سجين|سجن|سجنا\w*|منشاه|منشات|مخيم\w*|held|jailed|detained|prisons?|jails?|facilit\w+|lock-?ups?|camps?)"
    r"\s+(?:\S+ ){0,3}?(?:(?:في|داخل|in|at|inside|across)\s+(?:the )?(?:\S+ ){0,2}?|ب|بال)?$"
    r"|(?:سجون|مخيمات)\s+(?:[^\s،.]+ ){0,4}$"
)
"""Where they were held before they were moved."""
_TO = regex(
    r"(?:^|\W)(?:الي|نحو|صوب|باتجاه|في اتجاه|(?<!according )(?<!thanks )to|into|towards?|reached|for)\s+(?:the )?(?:\S+ ){0,1}?$|(?<!\w)لل?$"
    r"|(?:^|\W)(?:الي|to)\s+(?:\S+ ){1,4}?(?:في|داخل|قرب|in|inside|near|outside|close to|south of|north of|east of|west of)\s+(?:the |منطقه |ناحيه |بلده |قضاء |محافظه )?$"
)
_LODGED = regex(
    r"(?:\w{0,3}(?:ودع|سكن|ايداع|ايوا|اوا|استضاف|استقب|ستقب|وزعوا)\w*|حط\w{0,3}|هبط\w{0,3}|وصل\w{0,3}|وصول\w{0,2}"
    r"|\b(?:placed|held|jailed|housed|lodged|imprisoned|put up|sheltered|hosted|accommodated|received|landed|arriv\w+|taken|driven|settled|put (?:them|the \w+)|locked up|moved|spend \S+ \S+))"
    r"\s+(?:[^\s،.]+ ){0,4}?(?:(?:في|داخل|at|in)\s+)?(?:the )?(?:\S+ )?$"
)
_JAILED = regex(
    r"(?:\w{0,3}ودع\w*|ايداع\w*|\b(?:placed|held|jailed|imprisoned|detained))\s+(?:[^\s،.]+ ){0,4}?(?:(?:في|داخل|at|in)\s+)?(?:the )?(?:\S+ )?$"
)
_CAMPED = regex(r"(?:مخيم\w*|\bcamps?)\s+(?:[^\s،.]+ ){0,6}$")
_PLACES = frozenset((PlaceKind.CAMP, PlaceKind.PRISON))
_SITES = frozenset((PlaceKind.CAMP, PlaceKind.PRISON, PlaceKind.BASE))
_VAGUE = frozenset((PlaceKind.COUNTRY, PlaceKind.REGION))
_NOTHING = 9
_NEAR = 3
"""Sentences behind the act in which its ends may still be told."""


def find_ends(
    happening: Happening,
    told: Sequence[Clause],
    follow: Sequence[Clause],
    titles: Sequence[Clause],
    article: Sequence[Clause],
    lexicon: Lexicon,
) -> dict[str, Where]:
    """`origin` and `destination` as the words around a place tell them: by the act's clauses, then by those right
    behind it, then by the headline. An end that cannot be theirs is none: Syrian soldiers go home to Syria."""
    found: dict[str, Where] = {}
    way = _way(happening, [*told, *titles])
    behind = [c for c in follow if c not in titles and c.order - told[0].order < _NEAR]
    held = happening.type is EventType.DETAINEE_TRANSFER and happening.after is None
    leads = [c for c in article if c.lead and c.has("pop_isis_detainees")] if held else []
    ahead = [c for c in article if held and c.order == told[0].order - 1 and not c.titular and c not in titles]
    ahead = [c for c in ahead if c.paragraph == told[0].paragraph and c.has("pop_isis_detainees")]
    for group in (told, behind, ahead, titles, leads):
        if group is leads and found or (group is ahead and "origin" in found):
            continue
        for where in named(group, lexicon):
            where = _centre_meant(where, lexicon)
            end = _end_of(where, happening)
            where = _state_meant(where, lexicon)
            if end is not None and not _against(end, where, way):
                found.setdefault(end, where)
        if group is told and happening.type in _LEAVING and _rank_of(found) > RANK[PlaceKind.TOWN]:
            _camp_left([*told, *titles], found, lexicon)
    return found


_BODIES = ("سلطات", "حكومه", "authorities", "government")
_CAPITALS = {"baghdad": "c_iq", "damascus": "c_sy"}
_HANDED = regex(
    r"\b(?:s[ei]nd\w*|sent|g[ia]v\w+|return\w*|transfer\w*|surrender\w*|repatriat\w+|handover|convicts?|prisoners?|detainees?|suspects?)\s(?:[^،.]+ )?to $|(?<!من )(?<!من مدينه )(?<!from )(?:بغداد|دمشق|baghdad|damascus) (?:الي|من|to|from) $|(?:\w{0,3}(?:سلم|ستلم|سترد|ستعيد|ستعاد)\w*|تسليم\w*|استلام\w*|حكومه|سلطات|\b(?:hand\w*|receiv\w+|extradit\w+|deliver\w*|turn\w*|custody|charge|government|authorities))\s(?:[^،.]+ )?(?:الي |من |ل|to |from |in )?$"
)


def _state_meant(where: Where, lexicon: Lexicon) -> Where:
    """«تسلّم من دمشق», "handed over to Baghdad": a capital for its state."""
    state = lexicon.places.get(_CAPITALS.get(where.place.id, ""))
    if state is None:
        return where
    name = where.clause.text.plain[where.start : where.end]
    body = any(word in name for word in _BODIES)
    return replace(where, place=state) if body or _HANDED.search(where.clause.before(where.start, 96)) else where


def _centre_meant(where: Where, lexicon: Lexicon) -> Where:
    """«من الجدعة»: the centre south of Mosul, and no city of another state."""
    centre = lexicon.places.get("camp_jadaa") if where.place.id == "jeddah" else None
    return replace(where, place=centre) if centre is not None else where


def _end_of(where: Where, happening: Happening) -> str | None:
    before = where.before
    if where.is_crossing or VIA.search(before) or _HIS_FLIGHT.search(before):
        return None
    if _FROM.search(before):
        return None if _ASKED.search(before) or where.place.country not in _OTHER else "origin"
    if _TO.search(before):
        return None if treated(where) else "destination"
    if happening.type is EventType.REFUGE and where.place.country == "SY" and fought_over(where):
        return "origin"
    if happening.type is EventType.DETAINEE_TRANSFER:
        if where.place.country == "SY" and _HELD.search(before):
            return "origin"
        if where.place.country == "IQ" and where.place.kind is not PlaceKind.COUNTRY and _LODGED.search(before):
            return "destination"
    return None


_ASKED = regex(
    r"(?:طلب\w*|طالب\w*|بدعم|بتوجيه\w*|بقرار|بمبادره|بضغط\w*|بموافقه|بدعوه|باسناد|بتمويل|بمساعده|بمساهمه|بتسهيل|بايعاز|بامر|بتنسيق|ضمان\w*|تعهد\w*|رساله|معلومات|تحذير\w*|ترحيب) من (?:\S+ )?$"
    r"|\b(?:requests?|pressure|help|intelligence|permission|message|messages|officials?|support|warrants?|orders?|guarantees?|information|word|envoys?|statements?) from (?:the )?$"
)
"""«بطلب من بغداد», "under pressure from Washington": on whose word, no way."""
_HIS_FLIGHT = regex(r"(?:فرار|هروب|مغادره) (?:بشار |الرييس |المخلوع )*(?:ال)?اسد (?:الي |نحو )?$")
"""«عشية فرار بشار الأسد إلى موسكو»: nobody's way but his."""


def _against(end: str, where: Where, way: tuple[str, str] | None) -> bool:
    country = where.place.country
    if way is not None and way[1] not in _OTHER:
        return country != way[end == "destination"]
    return way is not None and country in way and country != way[end == "destination"]


def _camp_left(clauses: Sequence[Clause], found: dict[str, Where], lexicon: Lexicon) -> None:
    """The families of a camp leave it, whatever stands around its name, «قاطني مخيم الهول» included."""
    places = named(clauses, lexicon)
    home = any(_camp_in(w.place, "IQ") for w in places)
    camps = (w for w in places if (w.place.id == "hol_town" and not home) or _camp_in(w.place, "SY"))
    camp = next(camps, None) or next(_camp_of_families(clauses, lexicon), None)
    if camp is not None:
        found["origin"] = camp


def _camp_in(place: Place, country: str) -> bool:
    return place.kind is PlaceKind.CAMP and place.country == country


def _rank_of(found: dict[str, Where]) -> int:
    return RANK.get(found["origin"].place.kind, _NOTHING) if "origin" in found else _NOTHING


_LEAVING = (EventType.REPATRIATION, EventType.REFUGE)
_CAMP_NAMES = {"هول": "camp_hol", "hol": "camp_hol", "hawl": "camp_hol", "روج": "camp_roj", "roj": "camp_roj"}


def _camp_of_families(clauses: Sequence[Clause], lexicon: Lexicon) -> Iterator[Where]:
    """Camps inside the names of those who live in them."""
    for clause in clauses:
        for mention in clause.mentions:
            if mention.actor == "pop_camp_families" and mention.place is None:
                words = clause.text.plain[mention.start : mention.end]
                ids = (camp for name, camp in _CAMP_NAMES.items() if name in words and camp in lexicon.places)
                yield from (Where(lexicon.places[camp], clause, mention.start, mention.end) for camp in ids)


def settle_ends(
    happening: Happening,
    found: dict[str, Where],
    told: Sequence[Clause],
    follow: Sequence[Clause],
    article: Sequence[Clause],
    lexicon: Lexicon,
) -> None:
    """Complete the ends: a camp or prison is left, a border town is on the way, an exact place follows on a vague
    one, and who went home or was let in went from one of the two countries to the other."""
    place, known = found.get("place"), found.get("destination")
    held = happening.type is EventType.DETAINEE_TRANSFER
    away = held and any(third_state(c) for c in told)
    inland = _camp_to_camp(happening, found, article, lexicon)
    left = found.get("origin")
    gone = happening.type is EventType.REFUGE and left is not None and _camp_in(left.place, "IQ")
    gone = gone and left is not None and _FROM.search(left.before) is not None
    if place is not None and place.place.kind in _PLACES and not (away or inland or gone):
        _held_at(place, found)
    if known is not None and known.is_point and happening.type is not EventType.REFUGE:
        del found["destination"]
    titles = [d.clause for d in happening.drafts if d.clause.titular]
    leads = [c for c in article if c.lead and c.has("pop_isis_detainees")]
    way = _direction(happening, found, [*told, *titles, *(leads if held else ())])
    for end, country in zip(("origin", "destination"), way or (), strict=False):
        shown = None if end in found else witness(country, [*told, *titles, *article], lexicon)
        if shown is not None:
            found[end] = shown
    start = found.get("origin")
    if held and start is not None and start.place.kind is PlaceKind.COUNTRY and start.place.country == "SY":
        found["origin"] = _prisons_left(article, lexicon) or start
    last = told[0].order + _NEAR
    near = [c for c in follow if c not in told and not c.titular and c.order <= last]
    near = [c for c in near if not (held and c.has("background") and any(d.own for d in c.days))]
    beside = [c for c in article if not c.titular and told[0].order <= c.order < last and not c.has("background")]
    goal = way[1] if way else ""
    _exact(named([*told, *titles], lexicon), found, goal, lexicon)
    _exact([w for w in named(near, lexicon) if held or _is_site(w)], found, goal, lexicon)
    if happening.type is EventType.REPATRIATION:
        told_now = happening.first.modality is not Modality.PLANNED and not told[0].has("background")
        all_told = article if told_now else ()
        camp_reached(found, [*told, *titles, *near, *beside, *(c for c in article if c.titular), *all_told], lexicon)
    if happening.after is None:
        sites = [w for w in named(beside, lexicon) if w.place.kind in _PLACES or w.place.id.startswith("apt_")]
        _exact(sites, found, goal, lexicon)


def _prisons_left(article: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """From where in Syria the article says that the detainees were taken: «من سجون الحسكة»."""
    held = (c for c in article if c.has("pop_isis_detainees", "facility") or "سجون" in c.plain or "prison" in c.plain)
    near = (w for w in named(held, lexicon) if w.place.country == "SY" and w.place.kind in RANK and not w.is_point)
    near = (
        w for w in near if w.place.kind is not PlaceKind.CAPITAL and (_FROM.search(w.before) or _HELD.search(w.before))
    )
    return next((w for w in near if not _DRIVEN_OUT.search(w.before)), None)


_DRIVEN_OUT = regex(
    r"(?:انسح\w+|فرار|[يت]?فر(?:وا|ت|ون)?|هروب|[يت]?هرب(?:وا|ت)?|تهريب|ا?خراج\w*|[يت]?خل[ايوت]\w*|طرد\w*|تراجع\w*)(?: [^\s،.]+){0,4} من (?:\S+ )?$"
    r"|\b(?:pushed|driven|ousted|withdr\w+|pull\w*|retreat\w*|expelled|escap\w+|fled|fleeing|broke|breakout|jailbreak)\b[^.]{0,30} (?:out of|from) (?:the )?$"
)
"""«انسحبت من قاعدة التنف», "pushed out of Raqqa", «فروا من سجن»: forces that left or men who broke out, whom nobody moved."""


def _camp_to_camp(happening: Happening, found: dict[str, Where], article: Sequence[Clause], lexicon: Lexicon) -> bool:
    """«نُقلت العائلات إلى مخيم آق برهان»: a camp that is gone to is not the one that they left."""
    goal = found.get("place")
    if happening.type is not EventType.REFUGE or goal is None or goal.place.id in _SYRIAN_CAMPS:
        return False
    left = next((w for w in named(article, lexicon) if w.place.id in _SYRIAN_CAMPS), None)
    if left is None or goal.place.kind is not PlaceKind.CAMP or goal.place.country != "SY":
        return False
    found.update(place=left, origin=left, destination=goal)
    return True


def _held_at(place: Where, found: dict[str, Where]) -> None:
    """A camp or prison in Syria is where people left from, one in Iraq where they came to."""
    if place.place.country != "IQ":
        found.setdefault("origin", place)
    elif found.get("origin", place).place.id == place.place.id:
        found.pop("origin", None)
        found.setdefault("destination", place)
        found.pop("place", None)


def _exact(places: Iterable[Where], found: dict[str, Where], country: str, lexicon: Lexicon) -> None:
    """«إلى العراق», then «أودعوا سجن الكرخ»; «من شمال شرقي سوريا», then «كانوا في منشأة بالحسكة»."""
    for where in places:
        if where.is_point or where.place.kind not in RANK or treated(where) or where.clause.has("escape"):
            continue
        capital = where.place.kind is PlaceKind.CAPITAL
        if capital and (
            where.clause.has("meet", "discuss", "visit", "envoy") or _state_meant(where, lexicon) is not where
        ):
            continue
        before = where.before
        camp = lexicon.places.get(f"camp_{where.place.id}") if _CAMPED.search(before) else None
        where = replace(where, place=camp) if camp is not None else where
        lodged = _TO.search(before) or (_LODGED if where.place.kind in _SITES else _JAILED).search(before)
        flown = where.place.kind is PlaceKind.BASE and where.place.id.startswith("apt_")
        left = flown or _HELD.search(before) or _FROM.search(before)
        start, goal = found.get("origin"), found.get("destination")
        unknown = goal is None and where.place.country == country and where.place.kind in _SITES
        if start is not None and where.start == start.start:
            continue
        if lodged and (unknown or (goal is not None and _better_goal(where, goal, start, lexicon))):
            found["destination"] = where
        elif left and start is not None and _better_start(where, start, lexicon):
            found["origin"] = where


def _is_site(where: Where) -> bool:
    return where.place.kind in _SITES or bool(_CAMPED.search(where.before))


def _better_goal(where: Where, known: Where, start: Where | None, lexicon: Lexicon) -> bool:
    if start is not None and start.place.id == where.place.id or where.place.country != known.place.country:
        return False
    if where.place.kind in _PLACES:
        return known.place.kind not in _PLACES
    return refines(where.place, known.place, lexicon)


def _better_start(where: Where, known: Where, lexicon: Lexicon) -> bool:
    exact = refines(where.place, known.place, lexicon)
    region = where.place.kind is PlaceKind.REGION and where.place.country == known.place.country
    return known.place.kind in _VAGUE and (exact or region)


def _direction(happening: Happening, found: dict[str, Where], clauses: Sequence[Clause]) -> tuple[str, str] | None:
    """From which of the two countries to which, where an end is untold."""
    origin, destination = found.get("origin"), found.get("destination")
    if origin is not None and destination is not None:
        return None
    start = origin.place.country if origin else ""
    end = destination.place.country if destination else ""
    way = _way(happening, clauses) if happening.type is EventType.DETAINEE_TRANSFER else None
    if way is not None and way[1] not in _OTHER:
        return way
    inside = origin is not None and origin.place.kind is PlaceKind.CAMP and happening.type is EventType.REFUGE
    if inside or (start or "IQ") not in _OTHER or (end or "SY") not in _OTHER:
        return None
    if start or end:
        return (start, _OTHER[start]) if start else (_OTHER[end], end)
    return _way(happening, clauses)


_OTHER = {"IQ": "SY", "SY": "IQ"}
_IRAQIS = regex(
    r"(?:مواطن|عايل|عوايل|اسر|نازح|عايد|رعايا|طلب|طالب|عالق|راغب|لاجي)\w* (?:\w+ )?(?:ال)?عراقي|(?:ال)?عراقي\w* (?:ال)?(?:عايد|عالق|راغب|نازح)"
    r"|\biraqis? (?:famil|citizen|national|returnee|refugee|women|students|displaced|residents|stranded)|\biraqis\b"
)
_SYRIANS = regex(
    r"(?:(?:مواطن|عايل|عوايل|اسر|نازح|عايد|رعايا|شاب|شبان|شباب|عامل|عمال|لاجي|مخالف)\S*) (?:ال)?سوري(?!ا(?!\w))|\d (?:ال)?سوري"
    r"|\bsyrian (?:famil|citizen|national|returnee|refugee|women|students|displaced|residents|laborer|labourer|worker|men|kurd)|\bsyrians\b"
)
_SOLDIERS = regex(r"(?:\d|الف|الفي|ميه|مايه|ميات)\s(?:ال)?عسكري(?!ه)|\bservicemen\b")
_HANDS_IN = regex(
    r"(?<!\w)[وفيتسب]{0,2}(?:تسلم|ستلم|استلم|استلام|تسلّم|استرد|ستعيد|استعاد)\w*|\b(?:receiv\w+|took custody|taken? delivery|take custody)\b"
)
_OWN = regex(
    r"(?P<who>سوري|عراقي|syrian|iraqi)\w*(?:(?!سوري|عراقي|syrian|iraqi)[^.]){0,60}?(?:بلادهم|بلدهم|بلديهما|وطنهم|their (?:own |home )?country|homeland|\bhome\b)"
)
"""Who is handed to his own country."""
_HANDED_TO = regex(
    r"(?:الي|to|into)\s+(?:the )?(?:custody of )?(?:ال)?(?:[^\s،.]+ ){0,3}?(?:ال)?(?P<who>عراق|سوري|بغداد|دمشق|iraq|syria|baghdad|damascus)"
)
_GIVES = regex(
    r"(?<!\w)[وف]?(?:س?[تي])?سلمت? (?:ال)?(?:[^\s،.]+ ){0,2}?(?:ال)?(?P<who>عراق|بغداد|سوري|دمشق)[^\s،.]*"
    r" (?!من )(?:[^\s،.]+ )?(?!من )(?:الجانب|السلطات|نظير|الحكومه|دمشق|بغداد|سوريا|العراق)"
    r"|(?<!\w)[وف]?(?:(?:السلطات|الحكومه) )?(?P<from>العراق|بغداد|سوريا|دمشق|السوري|العراقي)(?:ه|يه)? (?:قد )?س?[تي]?سلمت? (?!من )(?:[^\s،.]+ )?(?:الجانب|السلطات|نظير\S*|الحكومه|دمشق|بغداد|سوريا|العراق)(?!\w)"
    r"|\b(?P<by>iraqi?|baghdad|syrian?|damascus)\b(?:'s)?(?: (?!(?:were|was|been|being|be|are|is|who|that|to|from|prisoners?|detainees?|suspects?|convicts?|men|nationals?|citizens?|militants?|inmates?|members|officers|fighters)\b)[^\s,.]+){0,4}? (?:hands?|handed|handing|turn(?:s|ed)|gave|gives?|surrender\w*|extradit\w+|deliver\w*)\b(?! (?:to|by|at)\b)"
)
"""«سلّمت السلطات العراقية الجانب السوري»: who gives names the start."""
_SYRIAN_CAMPS = ("camp_hol", "camp_roj")
_CODES = {"عراق": "IQ", "بغداد": "IQ", "iraq": "IQ", "iraqi": "IQ", "baghdad": "IQ"}


def _way(happening: Happening, clauses: Sequence[Clause]) -> tuple[str, str] | None:
    """From which country to which, by who is moved and who takes them over."""
    if happening.type is EventType.REFUGE:
        if any(OWN_HOMES.search(c.plain) for c in clauses):
            return None
        soldiers = any(c.has("pop_sy_soldiers") or _SOLDIERS.search(c.plain) for c in clauses)
        return ("SY", "IQ") if soldiers or not any(c.has("facility") or _camp_of(c) for c in clauses) else None
    if happening.type is EventType.REPATRIATION:
        if any(c.has("pop_sy_soldiers", "pop_crossing_staff") or _SOLDIERS.search(c.plain) for c in clauses):
            return "IQ", "SY"
        if any(_IRAQIS.search(c.plain) for c in clauses):
            return "SY", "IQ"
        return ("IQ", "SY") if any(_SYRIANS.search(c.plain) for c in clauses) else None
    third = next((code for c in clauses if (code := third_state(c))), None)
    if third is not None:
        return "IQ", third
    asked = next((code for c in clauses if (code := asked_for(c))), None)
    if asked is not None:
        return asked, _OTHER[asked]
    own = next((m for c in clauses if (m := _OWN.search(c.plain))), None)
    if own is not None:
        home = "SY" if own["who"] in ("سوري", "syrian") else "IQ"
        return _OTHER[home], home
    for clause in clauses:
        given = _GIVES.search(clause.plain)
        if given is not None:
            home = _CODES.get((given["who"] or given["from"] or given["by"]).removeprefix("ال"), "SY")
            return home, _OTHER[home]
        taken = _HANDS_IN.search(clause.plain)
        to = _HANDED_TO.search(clause.plain)
        if to is not None and taken is not None and to.start() < taken.start():
            goal = _CODES.get(to["who"], "SY")
            return _OTHER[goal], goal
        if taken is not None:
            sides = [s for m in clause.mentions if (s := side_of(m.actor or m.place or ""))]
            if len(set(sides)) > 1:
                return _OTHER[sides[0]], sides[0]
        if to is not None:
            goal = _CODES.get(to["who"], "SY")
            return _OTHER[goal], goal
    return ("SY", "IQ") if any(m.actor == "isis" for c in clauses for m in c.mentions) else None


def _camp_of(clause: Clause) -> bool:
    """Whether a camp in Syria is named, whose families may be moved inside the country."""
    return any(m.place in _SYRIAN_CAMPS for m in clause.mentions)
