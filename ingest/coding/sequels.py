"""What comes next: «ومن المقرر أن تخرج دفعة أخرى …», "a further flight is expected on Thursday". PURE.

Such a sentence leaves out what the article has told already; it is a planned happening of the main one's type.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from events.codebook import DatePrecision, EventType, Modality
from ingest.coding.event_types import Draft, Happening
from ingest.coding.lengths import BARRIER
from ingest.coding.lexicon import Lexicon
from ingest.coding.outcomes import only_agreed_on
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.rules import MOVEMENTS, TALKS
from ingest.coding.where import Where, named

_NEXT = regex(
    r"(?<!\w)(?:اخري|اخر|جديد|جديده|اضافي|اضافيه|تاليه|التالي|التاليه|المقبل|المقبله|القادم|القادمه|الثاني|الثانيه|المتبقي|المتبقيه|الباقي|الباقين|لاحق|لاحقه)(?!\w)"
    r"|\b(?:another|further|next|more|second|new|remaining|rest of|subsequent|additional)\b|(?:ست|سي|ان ت|ان ي)ستانف|\bresum"
)
_TO_MEET = regex(
    r"(?<!\w)س?[يت]عقد (?:[^\s،.]+ ){0,4}?(?:ال)?(?:اجتماع|جلس)\w*(?!\w)|(?<!\w)س[يت](?:جتمع|لتيم|لتقي)(?:ان|ون)?(?!\w)"
    r"|(?<!\w)[وف]?(?:اتفق\w*|[يت]تفق\w*|الاتفاق) (?:[^\s،.]+ ){0,4}?علي عقد (?:[^\s،.]+ ){0,2}?(?:اجتماع|جول|جلس|لقاء)\w*(?!\w)"
    r"|\bagreed (?:to|on) (?:[^.;]{0,80} )?(?:hold(?:ing)?|convene) (?:an?|the|their|another) (?:[\w-]+ ){0,2}?(?:meeting|session|round)\b"
    r"|\b(?:will|would|is to|is due to|is expected to|is set to) (?:meet|convene)\b(?= [^.;]{0,60}\b(?:next|in|on|by)\b)"
    r"|\b(?:will|would|is to|is due to|is expected to|is set to) (?:hold|have|convene for) (?:its|their|the) (?:first|inaugural|opening) (?:meeting|session|round)\b"
)
"""«لجنة مشتركة تعقد اجتماعها الأول في دمشق الشهر المقبل», "agreed to hold a second round": a meeting that talks lead to."""
_AGAIN = regex(r"(?:ست|سي|ان ت|ان ي)ستانف|\bresum|\breopen|يعاد فتح|سيفتح|اعاده فتح")
_MOVE = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:دفعه|دفعات|وجبه|وجبات|قافله|قوافل|رحله|رحلات|طايره|نقل|عوده|مجموعه|عمليات النقل)(?!\w)"
    r"|\b(?:convoys?|batch(?:es)?|flights?|groups?|transfers?|returns|contingents?|columns?)\b"
)
_PEOPLE = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:عايله|عايلات|عوايل|اسره|اسر|شخص|شخصا|اشخاص|معتقل|معتقلا|معتقلين|محتجز\w*|سجين|سجناء|نزلاء|مواطن\w*|لاجي\w*|عسكري\w*)(?!\w)"
    r"|\b(?:famil(?:y|ies)|people|persons|detainees|prisoners|inmates|men|nationals|citizens|refugees|soldiers)\b"
)
_TALK = regex(
    r"(?<!\w)(?:[يت](?:لتيم|جتمع|لتقي)(?:ان|ا)?)(?!\w)|(?<!\w)[وفبل]?(?:ال)?(?:اجتماع|اجتماعا|اجتماعات|اجتماعها|اجتماعه|جلسه|جوله|لقاء|مباحثات|محادثات)(?!\w)"
    r"|\b(?:meetings?|round|session|talks)\b"
)
_PASS = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:حركه|عمل|معبر|منفذ|عبور)(?!\w)|\b(?:travel|movement|traffic|crossing|passage|trade)\b"
)
_COMING = regex(
    r"(?<!\w)[وف]?(?:س(?:ت|ي)\w{2,}|علي ان [تي]\w+|من المقرر|المقرر|من المتوقع|يتوقع|من المنتظر|المزمع|تقرر ان|مقرر|(?:[يت]|ا)(?:عتزم|خطط|نوي|ستعد)\w*|[يت]?(?:توقع|رجح)ت?|متوقعا?ه?|مرجحا?ه?)(?!\w)"
    r"|\b(?:will|is expected|are expected|expected to|is due|are due|due to|is set to|are set to|should|is planned|are planned|is scheduled|are scheduled|to follow|plans? to|prepar(?:es|ing) to|hopes? to|intends? to|(?:is|are) to (?!blame|be (?:found|seen))\w+)\b"
)
_CAUGHT = frozenset((EventType.JOINT_OPERATION, EventType.BORDER_OPERATION))
_LIKE_IT = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:عمليه|عمليات|ضربه|ضبطيه|مداهمه|محاوله|شحنه)(?: (?:ال)?(?:سابقه|اولي|اخيره|مماثله|مشتركه|مشابهه|نوعيه|اخري))+(?!\w)"
    r"|(?<!\w)(?:ثاني|ثالث|رابع|خامس) عمليه (?:من نوعها|مشتركه)|(?<!\w)(?:عمليه|عمليات) (?:جرت|نفذت|تمت) في"
)
"""«ثاني عملية من نوعها بعد تلك التي جرت في حمص يوم 5 أيلول»."""
_ORDER = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+(?:st|nd|rd|th)"
_PREVIOUS = regex(
    rf"\W*(?:the|an?) (?:(?:previous|preceding|prior|earlier|most recent|last such|previous such) |(?P<nth>{_ORDER})\b)"
)
"""«The previous transport left on April 15»."""
_LATELY = regex(r"الماضي|المنصرم|الفايت|\blast ")
_BEHIND = 10
_NOT_YET_SAID = regex(r"(?:قد|ربما|may|might|could) ")


_NEW_DAY = regex(r"(?:تحديد|تعيين|اعلان) موعد|\b(?:new|another|fresh) date\b")
"""«متوقعاً تحديد موعد جديد»: when, and no other batch."""


def with_sequels(clauses: Sequence[Clause], happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings, and the one told to come after, or to have come before, the first that was done."""
    led = [h for h in happenings if h.lead]
    main = next((h for h in led if h.first.modality is Modality.DONE), led[0] if led else None)
    if main is None:
        return list(happenings)
    mains = [main, *(h for h in led if h.type in MOVEMENTS and h.type is not main.type)][:2]
    found: list[Happening] = []
    for one in mains:
        found += _around(one, clauses, [*happenings, *found])
    return [*happenings, *found]


def _around(main: Happening, clauses: Sequence[Clause], happenings: Sequence[Happening]) -> list[Happening]:
    """What is told to come after one happening, or to have come before it."""
    told = [h for h in happenings if h is not main and h.type is not EventType.STATEMENT and not _came_of_it(h)]
    others = {id(d.clause) for h in told for d in h.drafts}
    found: list[Happening] = []
    planned = any(h.type is main.type and h.first.modality is Modality.PLANNED for h in happenings)
    for clause in clauses:
        if clause.titular or clause.order < main.first.clause.order or id(clause) in others:
            continue
        past = clause.has("background") or _one_before(main, clause) or _like_one_before(main, clause)
        past = past and clause.order > main.first.clause.order
        another = _earlier(main, clause) if past else None if planned else _sequel(main, clause)
        if another is not None and not any(h.first.modality is another.first.modality for h in found):
            main.drafts = [d for d in main.drafts if d.clause is not clause or d is main.first]
            found.append(another)
    return found


def _came_of_it(happening: Happening) -> bool:
    """What talks only agree on, beside which they may tell of a meeting to come."""
    first = happening.first
    return only_agreed_on(first) or (first.type is EventType.AGREEMENT and not first.clause.has("sign"))


def _one_before(main: Happening, clause: Clause) -> bool:
    """ "The previous transport left on April 15"; "the seventh left on March 23" where that is well before."""
    found = _PREVIOUS.match(clause.plain)
    if found is None or not found["nth"]:
        return found is not None
    told = [d.date for draft in main.drafts if draft.clause is not clause for d in draft.days if d.own]
    days = [d.date for d in clause.days if d.own]
    return bool(told and days) and max(days) < min(told) - _APART


def _like_one_before(main: Happening, clause: Clause) -> bool:
    """Another of its kind on a day well before."""
    if main.type not in _CAUGHT or _LIKE_IT.search(clause.plain) is None:
        return False
    told = [d.date for draft in main.drafts if draft.clause is not clause for d in draft.days if d.own]
    days = [d.date for d in clause.days if d.own and d.precision is DatePrecision.DAY]
    return bool(told and days) and max(days) < min(told) - _APART


_APART = dt.timedelta(days=3)


def _sequel(main: Happening, clause: Clause) -> Happening | None:
    sits = _TO_MEET.search(clause.plain) if main.type in TALKS else None
    if sits is not None and any(d.own and d.start > clause.start + sits.start() for d in clause.days):
        at = clause.start + sits.start(), clause.start + sits.end()
        return Happening(EventType.MEETING, [Draft(EventType.MEETING, clause, *at, Modality.PLANNED, at)], after=main)
    if clause.order == main.first.clause.order:
        return None
    what = _what(main, clause)
    coming = _COMING.search(clause.plain) if what else None
    if what is None or coming is None:
        return None
    noun = what.search(clause.plain)
    again = _AGAIN.search(clause.plain) if main.type is EventType.CROSSING_STATUS else _NEXT.search(clause.plain)
    if main.type in MOVEMENTS and noun is None and again is not None:
        noun = _PEOPLE.search(clause.plain)
    if main.type is EventType.BORDER_MEASURE or (main.type in MOVEMENTS and again is None and _later_day(main, clause)):
        again = noun
    if noun is None or again is None or clause.has("demand") and not clause.has("planned"):
        return None
    if any(d.own and _LATELY.search(clause.text.plain, d.start, d.end + _BEHIND) for d in clause.days):
        return None
    if _NOT_YET_SAID.search(clause.plain, max(0, coming.start() - 8), coming.start()) or _NEW_DAY.search(clause.plain):
        return None
    start = clause.start
    draft = Draft(
        main.type,
        clause,
        start + noun.start(),
        start + noun.end(),
        Modality.PLANNED,
        (start + coming.start(), start + coming.end()),
    )
    return Happening(main.type, [draft], after=main)


def _later_day(main: Happening, clause: Clause) -> bool:
    """A day of its own behind all that the main event is told with."""
    told = [d.date for draft in main.drafts if draft.clause is not clause for d in draft.days]
    days = [d.date for d in clause.days if d.own and d.precision is DatePrecision.DAY]
    return bool(told and days) and min(days) > max(told)


def _earlier(main: Happening, clause: Clause) -> Happening | None:
    """«وكانت آخر وجبة قد وصلت في …»: one before, on a day of its own."""
    if main.type in _CAUGHT:
        noun = _LIKE_IT.search(clause.plain)
    else:
        noun = (_MOVE.search(clause.plain) or _PREVIOUS.match(clause.plain)) if main.type in MOVEMENTS else None
    days = [d for d in clause.days if d.own and d.precision is DatePrecision.DAY]
    if noun is None or len(days) != 1 or not clause.has("return", "move", "arrive", "op", "illicit"):
        return None
    start = clause.start
    draft = Draft(main.type, clause, start + noun.start(), start + noun.end(), Modality.DONE, None)
    return Happening(main.type, [draft], after=main)


def where_next(
    happening: Happening, before: dict[str, Where], places: dict[str, Where], lexicon: Lexicon
) -> dict[str, Where]:
    """The places of what comes next: those of the one before it, but for what its own words name."""
    first = happening.first
    if happening.after is not None and first.clause is happening.after.first.clause:
        behind = next((w for w in named([first.clause], lexicon) if w.start >= first.start), None)
        return {} if behind is None else {"place": behind}
    if happening.type in (*MOVEMENTS, EventType.CROSSING_STATUS):
        return {**before, **places}
    own = places.get("place")
    told = own is not None and own.clause is happening.first.clause
    return {**places, **before} if happening.type is EventType.BORDER_MEASURE and not told else places


def _what(main: Happening, clause: Clause) -> re.Pattern[str] | None:
    if main.type in MOVEMENTS:
        return _MOVE
    if main.type is EventType.MEETING:
        return _TALK
    if main.type is EventType.BORDER_MEASURE:
        return _take_over(main, clause) or (_THE_REST if BARRIER.search(main.first.clause.plain) else None)
    return _PASS if main.type is EventType.CROSSING_STATUS else None


def _take_over(main: Happening, clause: Clause) -> re.Pattern[str] | None:
    """«… وإن الجيش السوري سيتسلمها بعد ذلك»: who comes into what others leave."""
    left = any(d.clause.has("withdraw") for d in main.drafts if d.modality is not Modality.PLANNED)
    comes = {m.actor for m in clause.mentions if m.kind in ("military_unit", "government_body")}
    left_by = {m.actor for d in main.drafts for m in d.mentions if d.clause is not clause}
    return _TAKES_OVER if left and comes - left_by else None


_TAKES_OVER = regex(
    r"(?<!\w)(?:س|ان |قد )[يت](?:تسلم|ستلم|نتشر|دخل|تولي|حل محل)\w*|\b(?:move in|take (?:over|control|charge)|deploy|replace)\b"
)
_THE_REST = regex(
    r"(?<!\w)[وبل]?(?:المسافه|المقاطع|الجزء|الاجزاء|المرحله|المراحل|الكيلومترات) (?:المتبقيه?|الباقيه?|الاخيره?|التاليه|الثانيه|المقبله)(?!\w)|(?<!\w)[وبل]?(?:ال)?(?:متبقي|باقي)(?!\w)"
    r"|\b(?:remaining|last|final|next|second) (?:[\w-]+ )?(?:stretch|section|segment|part|phase|kilomet\w+|km)\b|\bthe rest of (?:it|the)\b"
)


_BATCHES = frozenset((EventType.REFUGE, EventType.AMNESTY))


def next_batch(
    happening: Happening,
    main: bool,
    happenings: Sequence[Happening],
    done: Mapping[int, tuple[Mapping[str, Where], Sequence[object]]],
) -> dict[str, Where]:
    """«ومن المتوقع أن تدخل نحو مئتي عائلة أخرى»: the next ones come to where those of the news did."""
    if main or happening.type not in _BATCHES or happening.first.modality is not Modality.PLANNED:
        return {}
    news = (done[id(h)][0] for h in happenings if h.type is happening.type and h.lead and id(h) in done)
    return next(({"place": p["place"]} for p in news if "place" in p), {})
