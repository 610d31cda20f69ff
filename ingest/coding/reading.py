"""An article as clauses: stretches of a sentence with their words, names and days. PURE."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from ingest.coding.cues import cues
from ingest.coding.dates import day_hints, find_days, of_month_before
from ingest.coding.day_rules import Day
from ingest.coding.days_later import counted_on, led_to
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Sentence, Text
from ingest.coding.words import Word

LEAD_SENTENCES = 2
"""A news report tells its main event in the title or the first sentences of the body."""
_SHORT = 45
"""A first line shorter than this is a dateline, a byline or the agency's name."""
_BREAK = regex(
    r"؛ |; (?![^()]*\))|[،,] (?:ثم|فيما|بينما|في حين|كما ان|كما|الي ذلك) |,? (?:while|whereas|meanwhile),? "
    r"|[،,] (?=و(?:بعد|قبل)(?:ها|ه| ذلك) (?:ب|في ))|[،,] و(?=قاعده (?:[^\s،.]+ ){1,3}(?:التي|في [0-9]))|,? and (?=(?:[a-z]+ days|a day|a week|days) (?:later|earlier)\b)"
    r"|[،,] (?=علي ان [يت]|(?:لافت|مشير|منوه|موضح|مضيف|مبين|موكد|معلن|كاشف)(?:ا|ه|ين) (?:الي |ب)?ان (?:[^\s،.]+ ){1,4}س[يت])"
    r"|[،,] (?=و(?:(?:من (?:ال)?(?:مقرر|متوقع|منتظر|مومل|مزمع|مخطط|مرتقب|مفترض)|[يت](?:نتظر|توقع|ومل|رتقب)) ان (?:ت|يلحق|يعود|يعاد|يستانف|يفتتح|ينقل|يبدا|يعاود)[^،.]{0,60}(?:نحو|حوالي|\d|دفعه|دفعات|مجموعه|قافله|رحلات|رحله|وجبه|كاميرا|لجنه|اجتماع|وفد|معبر|منفذ)|في (?:اليوم|الليله|المساء) (?:نفس|ذات|السابق|التالي)|علي (?:اثر ذلك|اثره|الفور)|(?:اثر|عقب) ذلك ))"
    r"|[،,] (?=و?نافي(?:ا|ه|ين)? (?:في الوقت (?:نفسه|ذاته|عينه) |بشده |قطعيا )?(?:صحه|ما |وجود|ال?انباء|ال?اخبار|حدوث|وقوع|ان ))|, (?:and )?(?=(?:flatly )?denying )"
    r"|[،,] و(?=(?:اكد|اعلن|شدد|اضاف|اوضح|اشار|قال|ذكر|بين|لفت|جدد|كشف|دعا)ت?(?: |وا ))|[،,] (?:and )?(?=(?:adding|stressing|noting|saying) )"
)
_DATELINE = regex(
    r"\s*(?:[^\s.]+(?: {1,2}[^\s.:]+){0,5}?\s*)?(?:[،,/]\s*(?:[a-z]{2,5}\. ?)?[^.()«\"\n]{0,30})?\s*(?:\([^()\n]{2,20}\)\s*(?=\())?(?:[(\[/][^()\n]{2,30}[)\]/]\s*[-–—:/]*|[-–—:]{1,2}(?=\s)|/(?=\s))\s*"
)
_TELLING = frozenset(
    ("say", "open", "close", "return", "move", "meet", "visit", "receive", "sign", "cancelled", "denied")
)
"""Words that no dateline holds: «أعادت بغداد فتح معبر القائم - البوكمال»."""
_AGENCY = regex(
    r"واع|سانا|وكال|شفق|رووداو|الشرق الاوسط|فرانس برس|رويترز|ا ف ب|اف ب|الاناضول|عنب|نورث|السومري|بغداد اليوم|الجزير|العربي|سكاي|شينخوا|"
    r"reuters|afp|ap\b|ina\b|sana\b|shafaq|rudaw|kurdistan|anadolu|enab|north press|xinhua|upi|dpa"
    r"|بغداد|دمشق|بيروت|عمان|اربيل|الحسكه|القايم|نينوي|الانبار|دير الزور|baghdad|damascus|beirut|amman|erbil|qamishli|washington|hasakah|mosul|anbar"
)
_URGENT = regex(r"\s*(?:عاجل|breaking|urgent)\s*[|:/-]\s*")
_BOILERPLATE = regex(
    r"^\W*(?:اقرا ايضا|اقرا المزيد|اقرا ايضًا|شاهد|تابعوا|تابعونا|لمتابعه|للمزيد|صوره|الصوره|اعلان\b|محرر|تحرير|المصدر:|read more|read also|related|photo|file photo|"
    r"image|advertisement|subscribe|sign up|follow us|editing by|reporting by|\(?©|copyright|listen|watch|more on|see also)"
)


MAX_SENTENCES = 250
"""Sentences of a text that are read; news does not need more."""


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A stretch [start, end) of a sentence that tells one thing. `order` counts the sentences of its text."""

    text: Text
    start: int
    end: int
    order: int
    paragraph: int
    lead: bool
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    days: tuple[Day, ...]
    bordering: bool = False
    classes: frozenset[str] = frozenset()
    """Every class of its words."""
    plain: str = field(init=False)
    """The folded clause."""
    titular: bool = field(init=False)
    """Whether it is the headline."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", self.text.plain[self.start : self.end])
        object.__setattr__(self, "titular", self.text.titular)

    def has(self, *classes: str) -> bool:
        """Whether a word of one of the classes stands in it."""
        return not self.classes.isdisjoint(classes)

    def of(self, *classes: str) -> list[Word]:
        """The words of these classes, in order."""
        if self.classes.isdisjoint(classes):
            return []
        return [w for w in self.words if w.classes.intersection(classes)]

    def before(self, at: int, length: int = 60) -> str:
        """What stands before a position, within the clause."""
        return self.text.plain[max(self.start, at - length) : at]

    def after(self, at: int, length: int = 60) -> str:
        """What stands behind a position, within the clause."""
        return self.text.plain[at : min(self.end, at + length)]


def clauses(
    texts: Sequence[Text],
    words: Sequence[Sequence[Word]],
    mentions: Sequence[Sequence[Mention]],
    published: date,
    relative: bool = True,
) -> list[Clause]:
    """All clauses of an article, the headline's first."""
    found: list[Clause] = []
    for text, known, named in zip(texts, words, mentions, strict=True):
        content, hints = 0, day_hints(text.plain)
        for order, sentence in enumerate(text.sentences[:MAX_SENTENCES]):
            start = _content(text.plain, sentence, order, known)
            if start >= sentence.end or _BOILERPLATE.match(text.plain, start, sentence.end):
                continue
            if (
                not text.titular
                and content == 0
                and sentence.end - start < _SHORT
                and not _told(known, start, sentence.end)
            ):
                continue
            content += 1
            lead = text.titular or content <= LEAD_SENTENCES
            for first, last in _parts(text.plain, start, sentence.end):
                inner = tuple(_inside(known, first, last))
                days = find_days(text.plain, published, first, last, relative, hints)
                own = counted_on(days, text.plain, first, last, _told_before(found, text, order))
                found.append(
                    Clause(
                        text, first, last, order, sentence.paragraph, lead, inner, tuple(_inside(named, first, last)),
                        of_month_before(own, (d for c in reversed(found) for d in reversed(c.days))),
                        classes=frozenset().union(*(w.classes for w in inner)),
                    )
                )  # fmt: skip
    return found


def _told_before(found: Sequence[Clause], text: Text, order: int) -> Iterator[Day]:
    """The days of a sentence so far and of the one before it, the last first, but for what only led to what they tell."""
    for clause in reversed(found):
        if clause.text is not text or order - clause.order > 1:
            return
        yield from (d for d in reversed(clause.days) if d.own and not led_to(text.plain, clause.start, d))


def within(clause: Clause, start: int, end: int, day: Day) -> Clause:
    """A part of a clause by itself, on a day that is said in it."""
    words = tuple(_inside(clause.words, start, end))
    return replace(
        clause, start=start, end=end, words=words, mentions=tuple(_inside(clause.mentions, start, end)),
        days=(replace(day, own=True),), classes=frozenset().union(*(w.classes for w in words)), lead=False,
    )  # fmt: skip


def _told(words: Sequence[Word], start: int, end: int) -> bool:
    return bool(_inside(words, start, end))


def _content(text: str, sentence: Sentence, order: int, words: Sequence[Word]) -> int:
    """Where a sentence starts once its dateline is taken off: «بغداد/ واع -», "BAGHDAD, Dec 19 (Reuters) -"; who
    speaks, «وذكر بيان للوزارة تلقته (واع)», is none."""
    urgent = _URGENT.match(text, sentence.start, sentence.end)
    if urgent:
        return urgent.end()
    if order > 2:
        return sentence.start
    start = sentence.start
    for _ in range(3):
        match = _DATELINE.match(text, start, min(sentence.end, start + 80))
        known = match is not None and match.end() > start and _AGENCY.search(match.group()[:48])
        if (
            match is None
            or not known
            or any(w.classes & _TELLING or not w.nominal for w in _inside(words, start, match.end()))
        ):
            break
        start = match.end()
    return start


_UNPOINTED = regex(
    r" (?=و(?:قال|اضاف|اوضح|اكد|ذكر|تابع|لفت|اشار)ت? (?:[^\s،.]+ ){0,5}?(?:ان|الي ان|بان) |(?:موكد|مضيف|موضح|مبين|مشير|لافت|منوه)ا (?:الي )?ان )"
)
"""Where a sentence goes on in texts without a comma."""
_RUN_ON = 400
"""Characters of a sentence without any punctuation that is cut where somebody speaks again."""


def _parts(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    run_on = end - start > _RUN_ON and not any(mark in text[start:end] for mark in "،؛")
    for match in (_UNPOINTED if run_on else _BREAK).finditer(text, start, end):
        if match.start() - start > 20 and end - match.end() > 15:
            yield start, match.start()
            start = match.end()
    yield start, end


_SPORT = (
    "مبار", "بطول", "كاس", "منتخب", "ملعب", "مسلسل", "فيلم", "كره القدم", "دوري", "football", "match", "world cup", "league", "stadium",
    "film", "tv series", "علماء", "اثري", "مسماري", "الميلاد", "archaeolog", "cuneiform", "excavation",
)  # fmt: skip
_WEATHER = ("طقس", "امطار", "درجات", "عاصف", "عواصف", "زلزال", "weather", "storm", "earthquake", "rainfall")
"""Parts of the words that `discard` and `weather` look for: most heads have none."""
_LINE = regex(
    r"معبر|منفذ|حدود|مخيم|تهريب|عمليه|عمليات|داعش|معتقل|تسلل|دوريات|زياره|operation|isis|islamic state|patrol|airlift|visit|crossing|border|camp\b|smuggl|detainee|prisoner|refugee|repatriat"
)
"""Weather beside one of these is what closed a crossing or put off an operation, not the news."""


_Placed = TypeVar("_Placed", Word, Mention)


def _inside(items: Sequence[_Placed], start: int, end: int) -> list[_Placed]:
    first = bisect_left(items, start, key=lambda i: i.start)
    last = bisect_left(items, end, lo=first, key=lambda i: i.start)
    return [i for i in items[first:last] if i.end <= end]


def is_discarded(texts: Sequence[Text]) -> bool:
    """Sport, weather, entertainment in the title or lead."""
    head = [t.plain[:300] for t in texts]
    if any(word in part for word in _SPORT for part in head) and any(p.search(h) for p in cues().discard for h in head):
        return True
    if not any(word in part for word in _WEATHER for part in head):
        return False
    return any(cues().other["weather"].search(part) for part in head) and not any(_LINE.search(p) for p in head)
