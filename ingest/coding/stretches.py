"""A stretch told by its two ends: «بين ربيعة وسنجار», "from al-Bukamal to the outskirts of al-Tanf". PURE."""

from __future__ import annotations

from collections.abc import Sequence

from events.codebook import BORDER_PLACE, PlaceKind
from ingest.coding.borders import border_of
from ingest.coding.elsewhere import taken_to
from ingest.coding.lexicon import Lexicon, Place
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.where import RANK, Where, named

_OPENS = regex(
    r"(?<!\w)(?P<between>[وفي]?ما بين|بين)(?: [^\s،.]+){0,3} (?:ال)?$"
    r"|(?<!\w)(?P<from>(?:ا?بتداءا?|بدءا?|انطلاقا|الممتد\w*|[يت]متد\w*|امتداد\w*) (?:\S+ )?من|من)(?: [^\s،.]+){0,3} (?:ال)?$"
    r"|\b(?P<among>between)(?: [^\s,.]+){0,4} $|\b(?P<of>from)(?: [^\s,.]+){0,4} $"
)
_JOINS = {
    "between": regex(r"[^،.]{0,20}? و(?:ال)?(?:[^\s،.]+ ){0,2}$"),
    "from": regex(
        r"[^.]{0,60}? (?:الي|حتي|ووصولا الي|وصولا الي|وصولا ل|باتجاه|وانتهاء ب|مرورا ب)(?: [^\s،.]+){0,3} ?(?:ال)?$"
    ),
    "among": regex(r"[^.]{0,40}?,? and (?:the )?(?:[^\s,.]+ ){0,3}$"),
    "of": regex(r"[^.]{0,60}? (?:(?:all the way |up |down |as far as )?to|through|until) (?:the )?(?:[^\s,.]+ ){0,3}$"),
}
_WAYS = ("from", "of")
_UNIT = regex(
    r"(?<!\w)(?:لواء|الويه|فوج|افواج|قياده|حرس|قوات|قوه|شرطه|مخفر) (?:ال)?حدود\w*|\bborder (?:guards?|force|police|brigade|command)"
)
"""A body of the border is no line."""
_LINE = regex(
    r"(?:شريط|حدود|قاطع|خط|امتداد|طول|[يت]متد|بدء|ابتداء|انطلاقا|جدار|ساتر|خندق|سياج|محور)|\b(?:along|border|frontier|stretch|line|sector|strip|wall|fence|trench|berm|extend\w*|run\w*)\b"
)
"""What makes «من … إلى …» a stretch; else it is somebody's way."""
_ON = regex(r"[،,]? ?(?:ثم |و|and |to |through |then |الي |حتي )[^،.,]{0,24}$|, (?:the )?$")
_DASHED = regex(r" ?[-–—] ?")
_SECTOR = regex(
    r"(?<!\w)(?:ال)?(?:قاطع|محور|مقطع|قواطع|خط|شريط)(?: [^\s،.]+){0,3} $|\b(?:sector|axis|stretch|strip|line) (?:of |from )?(?:the )?$"
)
_TOWNS = (PlaceKind.TOWN, PlaceKind.CITY, PlaceKind.CAPITAL, PlaceKind.ADMIN2)


def stretch(clauses: Sequence[Clause], lexicon: Lexicon) -> tuple[Where, frozenset[int]] | None:
    """What holds all ends of the first stretch that a clause tells, and where the ends' names start: their district or
    governorate, else the line itself."""
    for clause in clauses:
        places = [w for w in named([clause], lexicon) if w.place.kind in RANK and w.place.id != BORDER_PLACE]
        for n, (first, second) in enumerate(zip(places, places[1:], strict=False)):
            if first.place.id == second.place.id or not _joined(first, second):
                continue
            ends = [first, second]
            for later in places[n + 2 :]:
                if not _ON.match(clause.text.plain[ends[-1].end : later.start]):
                    break
                ends.append(later)
            whole = _holding([w.place for w in ends], lexicon)
            if whole is not None:
                return Where(whole, clause, first.start, ends[-1].end), frozenset(w.start for w in ends)
    return None


def _joined(first: Where, second: Where) -> bool:
    between = first.clause.text.plain[first.end : second.start]
    if _DASHED.fullmatch(between) and first.place.kind in _TOWNS and second.place.kind in _TOWNS:
        return bool(_SECTOR.search(first.before))
    opens = _OPENS.search(first.before)
    if taken_to(second):
        return False
    if opens is not None and opens.lastgroup in _WAYS and not _lined(first):
        return False
    return opens is not None and bool(_JOINS[opens.lastgroup or "from"].match(between))


def _lined(first: Where) -> bool:
    return _LINE.search(_UNIT.sub("", first.clause.before(first.start, 90))) is not None


def _holding(places: Sequence[Place], lexicon: Lexicon) -> Place | None:
    """The district or governorate that all lie in; the line between the two countries where none does."""
    shared = set.intersection(*({p.id} | lexicon.contains(p.id) for p in places))
    known = [lexicon.places[p] for p in shared if p in lexicon.places]
    inside = [p for p in known if p.kind in (PlaceKind.ADMIN2, PlaceKind.ADMIN1)]
    ours = any(p.country in ("IQ", "SY") for p in places)
    line = lexicon.places.get(BORDER_PLACE) if ours else None
    return min(inside, key=lambda p: RANK[p.kind], default=line)


def stretched(told: Sequence[Clause], found: dict[str, Where], lexicon: Lexicon) -> None:
    """«بين ربيعة وسنجار»: neither of its ends, but what holds both."""
    whole, at = stretch(told, lexicon), found.get("place")
    if whole is not None and (
        at is None or at.place.kind is PlaceKind.REGION or (at.clause is whole[0].clause and at.start in whole[1])
    ):
        found["place"] = whole[0]


def _kept_back(clause: Clause) -> tuple[int, int] | None:
    """«منعت … من العبور إلى الأراضي السورية», "stopped them from crossing into Syria": where they were kept back."""
    found = _OVER.search(clause.text.plain, clause.start, clause.end)
    return found.span(found.lastgroup or 0) if found is not None else None


_OVER = regex(
    r"(?<!\w)(?:[وف]?(?:[يت]?منعت?|اوقفت?|اعادت?|صدت?|ردت?)|منع|ايقاف|صد) [^.؛]{0,70}(?P<way>(?:من|ل|عن|اثناء|خلال) ?(?:محاول\S+ )?(?:ال)?(?:عبور|دخول|تسلل|اجتياز)(?:هم|ها|ه)? (?:الي|نحو|باتجاه|صوب) (?:داخل )?(?:الاراضي |اراضي )?(?:ال)?(?:سوري|عراق)\w*)"
    r"|\b(?:stop|prevent|block|turn)\w*\b[^.;]{0,70}(?P<way2>\b(?:from )?(?:crossing|entering|slipping|going) (?:over |in)?(?:to )?(?:syria|iraq)\w*)"
)


def on_the_line(clauses: Sequence[Clause], lexicon: Lexicon, found: dict[str, Where]) -> None:
    """Unsaid, an operation is on the line between the two."""
    for clause in clauses:
        at = border_of(clause) or _kept_back(clause)
        if at is not None and BORDER_PLACE in lexicon.places:
            found["place"] = Where(lexicon.places[BORDER_PLACE], clause, *at)
            return
