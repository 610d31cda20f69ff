"""Planned, under way, done, called off or denied: the words around an act tell. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from events.codebook import Modality
from ingest.coding.bygone import once_put_off
from ingest.coding.foreseen import dropped_before, foreseen, was_to
from ingest.coding.going_on import goes_on, keeps_coming
from ingest.coding.look_of_cues import evacuates, gathers, not_held, on_terms, signed_before
from ingest.coding.regexes import regex
from ingest.coding.seeming import comments, no_cue, no_denial, no_plan
from ingest.coding.words import Word

if TYPE_CHECKING:
    from ingest.coding.reading import Clause

_BEFORE = {
    "denied": (Modality.DENIED, 90),
    "cancelled": (Modality.CANCELLED, 40),
    "planned": (Modality.PLANNED, 60),
    "ongoing": (Modality.ONGOING, 25),
}
"""Classes of words before an act that bear on it, and within how many characters."""
_NEGATED = 14
_CANCELLED_AFTER = 70
_AFTER = 70
_GOING_ON = frozenset(
    ("went into its", "goes into its", "entered its", "enters its", "is in its", "in progress", "is under way")
    + ("continuing", "continues", "continued", "underway", "under way", "ongoing")
    + ("got under way", "gets under way", "goes on", "go on", "in full swing")
    + ("مستمره", "مستمر", "جاريه", "متواصله", "تتواصل", "متواصل", "يتواصل", "تستمر", "يستمر")
    + ("نسبه الانجاز", "نسبه انجاز", "نسبه الاكتمال")
)
_COMING = frozenset(
    ("المقبل", "المقبله", "القادم", "القادمه", "المرتقبه", "المرتقب", "المزمع", "مرتقبه")
    + ("next", "week", "month", "tomorrow", "later", "this", "soon", "in", "the", "coming", "days", "weeks")
)


def read_modality(clause: Clause, act: Word) -> tuple[Modality, tuple[int, int] | None]:
    """The modality of an act, and where its cue stands (None: no cue, it is done)."""
    if "planned" in act.classes:
        return Modality.PLANNED, (act.start, act.end)
    halted = "cancelled" in act.classes and bool(act.classes & _HALTED)
    if halted and not comments(clause, act) and not evacuates(clause, act):
        return Modality.CANCELLED, (act.start, act.end)
    plain = clause.text.plain
    none = _NONE_WAS.fullmatch(plain, clause.start, act.start) if plain[act.stem] < "\u0600" else None
    if none is not None:
        return Modality.DENIED, none.span(none.lastgroup or 0)
    terms = on_terms(clause, act)
    if terms is not None:
        return Modality.PLANNED, terms
    earlier = [w for w in clause.words if w.end <= act.start]
    which = _WHICH.search(clause.before(act.start, 20)) if plain[act.stem] > "\u0600" else None
    if which is not None:
        earlier = [w for w in earlier if w.start >= act.start - 20 + which.start()]
    for name, (modality, reach) in _BEFORE.items():
        cue = next((w for w in reversed(earlier) if name in w.classes and act.start - w.end <= reach), None)
        if cue is not None and name == "planned" and (_took_place(clause, act) or no_plan(clause, cue)):
            cue = None
        cue = _other_cue(name, cue, clause, act, earlier)
        if cue is None or (modality is Modality.PLANNED and _AFTER_ALL.search(plain, cue.end, act.start)):
            continue
        if modality is Modality.PLANNED:
            dropped = _dropped(clause, cue, act) or dropped_before(clause, cue, act, earlier)
            if dropped is not None:
                return Modality.CANCELLED, (dropped.start, dropped.end)
        if modality is Modality.DENIED and "negated" in cue.classes and _fell_through(clause, cue, earlier, act):
            return Modality.CANCELLED, (cue.start, cue.end)
        coming = modality is Modality.ONGOING and plain[cue.start : cue.end].startswith(("سي", "ست", "وسي", "وست"))
        return Modality.PLANNED if coming else modality, (cue.start, cue.end)
    return _behind(clause, act)


def _took_place(clause: Clause, act: Word) -> bool:
    """«وتأتي الرحلة المرتقبة بعد … إذ خرجت في 31 أيار»: an Arabic verb in the perfect is never to come."""
    letter = clause.text.plain[act.stem]
    if letter < "\u0600":
        return signed_before(clause, act)
    return not act.nominal and letter > "\u0600" and letter not in "يتنس"


_HALTED = frozenset(("move", "return"))
"""«suspended the transfer»: the act and its end in one."""
_NONE_WAS = regex(
    r"\W*(?P<no>no|none of the) (?:[\w-]+ ){1,5}(?:has|have|had|was|were) (?:yet |ever )?(?:been )?"
    r"|\W*(?P<there>there (?:has been|have been|had been|was|were|is|are|will be) no) (?:[\w-]+ ){0,2}"
)
"""«No convict has been handed over»."""


def _fell_through(clause: Clause, cue: Word, earlier: Sequence[Word], act: Word) -> bool:
    """«لن تنطلق … بعدما قررت الوزارة إرجاءها»; "A convoy that was to carry 150 families did not set out": planned, and it came to nothing."""
    if clause.text.plain[cue.start] > "\u0600":
        if not_held(clause, cue):
            return True
        return any("cancelled" in w.classes and w.start > act.end and not comments(clause, w) for w in clause.words)
    return any("planned" in w.classes and w.end <= cue.start and _WAS.search(_said(clause, w)) for w in earlier)


def _said(clause: Clause, word: Word) -> str:
    return clause.before(word.start, 8) + clause.text.plain[word.start : word.end]


def _other_cue(name: str, cue: Word | None, clause: Clause, act: Word, earlier: Sequence[Word]) -> Word | None:
    """The cue before an act, or another that means the same from further off or from behind it."""
    if name == "denied":
        return _denying(cue, clause, act, earlier)
    if name == "cancelled":
        calls_off = cue if cue is not None and not comments(clause, cue) else None
        return calls_off or _cancelled_later(clause, act)
    return _going_on(cue, clause, act, earlier) if name == "ongoing" else cue


def _denying(cue: Word | None, clause: Clause, act: Word, earlier: Sequence[Word]) -> Word | None:
    """What denies the act, before it or behind it."""
    plain = clause.text.plain
    if cue is None:
        cue = next((w for w in reversed(earlier) if "negated" in w.classes and act.start - w.end <= _NEGATED), None)
    without = cue is not None and not act.nominal and plain[cue.start : cue.end] in _WITHOUT
    if cue is not None and (without or no_cue(clause, cue) or gathers(plain, cue) or no_denial(clause, cue, act)):
        cue = None
    cue = cue or _news_denied(clause, act, earlier) or rejected(clause, act)
    if cue is not None:
        return cue
    untrue = (w for w in clause.words if "untrue" in w.classes and 0 <= w.start - act.end <= 90)
    return next((w for w in untrue if not plain.startswith(" ل", w.end)), None)


def _cancelled_later(clause: Clause, act: Word) -> Word | None:
    """What is called off is told behind it too: «نقل العائلات تأجّل»."""
    plain = clause.text.plain
    later = [w for w in clause.words if 0 <= w.start - act.end <= _CANCELLED_AFTER * (1 + act.nominal)]
    off = (w for w in later if "cancelled" in w.classes and _called_off(plain, w) and not once_put_off(clause, act, w))
    return next((w for w in off if not (clause.titular and _OTHER_NEWS.search(plain, act.end, w.start))), None)


def _going_on(cue: Word | None, clause: Clause, act: Word, earlier: Sequence[Word]) -> Word | None:
    """What says that the act goes on, before it or behind it."""
    plain = clause.text.plain
    if cue is not None and no_cue(clause, cue):
        cue = None
    if cue is not None and plain.startswith(_BEGUN, cue.start):
        return None
    if cue is None:
        cue = next((w for w in reversed(earlier) if "ongoing" in w.classes and _sets_about(plain, w, act)), None)
        still = (w for w in earlier if "ongoing" in w.classes and _STILL.match(plain, w.start))
        cue = cue or next((w for w in still if act.start - w.end <= _SUBJECT), None)
    if cue is None and act.nominal:
        behind = (w for w in clause.words if 0 <= w.start - act.end <= _AFTER and "ongoing" in w.classes)
        return next((w for w in behind if plain[w.start : w.end] in _GOING_ON and not no_cue(clause, w)), None)
    if cue is not None and not act.nominal and plain[act.stem] in "يت" and _STILL.match(plain, cue.start):
        return cue
    if cue is not None and _LAUNCHED.match(plain, cue.start) and not _MISSION.match(plain, act.stem):
        return None
    return cue if act.nominal else None


_BEGUN = ("begun when", "began when", "started when", "beginning of")


def _news_denied(clause: Clause, act: Word, earlier: Sequence[Word]) -> Word | None:
    """«نفت … صحة ما تداولته …», «نفى معاون الرئيس … شمول …»: a denial that opens a clause reaches over its subject."""
    cue = next((w for w in earlier if "denied" in w.classes), None)
    if cue is None or cue.start - clause.start > _OPENING:
        return None
    between = [w for w in earlier if w.start >= cue.end]
    return None if any("say" in w.classes for w in between) and not _OF_NEWS.search(clause.after(cue.end, 90)) else cue


def rejected(clause: Clause, act: Word) -> Word | None:
    """ "rejected on Sunday claims that its fighters had crossed": the denial before an act, in several words."""
    found = _REJECTED.search(clause.text.plain, clause.start, act.start)
    return Word(found.start(), found.end(), found.start(), frozenset(("denied",))) if found else None


_REJECTED = regex(
    r"\b(?:reject|dismiss|refut|rebuff)\w*\b[^.;]{0,40}?\b(?:claims?|reports?|talk|allegations?|rumou?rs?|accusations?)\b"
)
_WITHOUT = frozenset(("دون", "عدم"))
"""«من دون إصابات، وعثرت القوات …»: denies the noun behind it, no verb."""
_TALKING = frozenset(("meet", "visit", "receive"))
_MEETS_ON = regex(r"[^\w]*(?P<verb>[يت](?:عقد|ستضيف|حتضن|زور|جتمع|لتقي|توجه|لتيم|شهد))(?!\w)")
_LATELY = regex(r" (?:الماضي|المنصرم|الفايت)")
"""«يعقد مسؤولون اجتماعاً يوم الأحد»: the present with a weekday is to come."""
_AFTER_ALL = regex(r"(?<!\w)(?:بعدما|بعد ان|بعد ما|عقب ان|اثر) ")
"""«ستتسلم الإثنين المقبل 500 معتقل، بعدما تسلمت أمس …»: what was already done."""
_OPENING = 14
_OF_NEWS = regex(r"(?<!\w)(?:صحه|انباء|الانباء|ما (?:تداول|اشيع|نشر|تناقل|ذكر|ورد)|شايعات|مزاعم|وجود|اي)")
_WHICH = regex(r"(?<!\w)(?:الذين|التي|الذي|اللذين|ممن) (?:(?:تم|جري|قد|سبق ان) )?$")
"""«معتقلي داعش الذين جرى نقلهم»: a fact, whatever is denied or planned of them."""


_ENDS = (
    "transfer",
    "return",
    "repatriation",
    "departure",
    "handover",
    "hand-over",
    "airlift",
    "evacuation",
    "extradition",
    "move of",
    "flights",
)
_STOPPED = regex(
    r"(?:,? [\w-]+){0,14}?,? (?:has been|have been|had been|was|were|is|are) (?P<s>suspended|halted|stopped|paused|frozen|on hold)\b"
    r"|, which (?:[\w-]+ ){1,4}(?P<w>suspended|halted|stopped|paused|froze|put on hold)\b"
)
"""«The transfer of detainees has been suspended»."""


_HALTS = regex(
    r"(?<!\w)[وف]?(?P<h>توقفت?|اوقفت?|علقت?|جمدت?|[يت]وقف|[يت]علق|وقف|ايقاف|توقف|تعليق|تجميد)(?: (?:العراق|سوريا|بغداد|دمشق|واشنطن|قسد|(?:ال)?(?:وزاره|سلطات|قوات|حكومه|اداره|هييه|تحالف)(?: (?:ال)?[^\s،.]+){0,2}))?(?: (?:ال)?(?:عمليات|عمليه|رحلات|رحله|برنامج|مسار))? (?:ال)?$"
    r"|(?<!\w)[وف]?(?P<who>علقت?|اوقفت?|جمدت?|ارجات?|اجلت|الغت|الغي)(?: (?!ان |الذي |التي |بعد |عن |علي )[^\s.؛]+){1,11} $"
)
"""«توقفت عمليات نقل المعتقلين», «علّقت الوزارة، في 3 تشرين الأول، استقبال الدفعات»: suspended."""
_HALT_REACH, _HALTABLE = 110, _HALTED | {"refuge", "receive", "visit", "meet"}


_OPENS = regex(r"\W*(?:an? |the |his |her |their |its )?(?:[\w’'-]+ ){0,3}")
_WAS_DROPPED = regex(
    r"(?:visit|trip|meeting|summit|talks|session|transfer|flight|convoy|handover|return)s?\b[^.;]{20,260}?"
    r",? (?P<c>(?:has|have|had|was|were)(?: now| since)? (?:been )?(?:postponed|cancell?ed|put off|called off|delayed|shelved|scrapped))\b"
)
"""«A visit to Baghdad by …, who had been due to meet …, has been postponed»."""


def _behind(clause: Clause, act: Word) -> tuple[Modality, tuple[int, int] | None]:
    """What the act's own form and the words behind it say."""
    plain = clause.text.plain
    if act.classes & _HALTED and plain.startswith(_ENDS, act.start):
        stopped = _STOPPED.match(plain, act.end, clause.end)
        if stopped is not None and not plain.startswith(("ed", "s "), act.end - 2):
            return Modality.CANCELLED, stopped.span(stopped.lastgroup or 0)
    dropped = _WAS_DROPPED.match(plain, act.start, clause.end)
    if dropped is not None and _OPENS.fullmatch(plain, clause.start, act.start):
        return Modality.CANCELLED, dropped.span("c")
    before = clause.before(act.start, _HALT_REACH)
    halted = _HALTS.search(before) if act.nominal and act.classes & _HALTABLE else None
    if halted is not None:
        at, verb = act.start - len(before), halted.lastgroup or 0
        return Modality.CANCELLED, (at + halted.start(verb), at + halted.end(verb))
    progress = _PROGRESS.search(plain, max(clause.start, act.start - 28), act.start)
    if (
        progress
        and act.classes.isdisjoint(("open", "close", "restrict"))
        and plain[act.start : act.end].split()[0].endswith("ing")
    ):
        return Modality.ONGOING, progress.span("p")
    since = keeps_coming(clause, act) or goes_on(clause, act)
    if since is not None:
        return Modality.ONGOING, since
    sits = _MEETS_ON.match(plain, clause.start, act.end) if not act.classes.isdisjoint(_TALKING) else None
    if sits and not clause.titular and any(d.weekday and not _LATELY.match(plain, d.end) for d in clause.days):
        return Modality.PLANNED, sits.span("verb")
    if act.classes & _GATE and not act.nominal and plain[act.stem] in "يت":
        as_of = _AS_OF.match(plain, act.end, clause.end)
        if as_of:
            return Modality.PLANNED, as_of.span("from")
    if plain[act.stem : act.stem + 2] in ("سي", "ست", "سن") and not plain.startswith(_NO_FUTURE, act.stem):
        off = was_to(clause, act, [w for w in clause.words if w.end <= act.start])
        return (Modality.CANCELLED, (off.start, off.end)) if off else (Modality.PLANNED, (act.start, act.end))
    past = plain[act.start] < "\u0600" and plain[act.start : act.end].split()[0].endswith("ed")
    past = past or _took_place(clause, act)
    for word in () if past else clause.words:
        coming = "planned" in word.classes and 0 <= word.start - act.end <= _AFTER and not no_plan(clause, word)
        if coming and any(part in _COMING for part in plain[word.start : word.end].split()):
            return Modality.PLANNED, (word.start, word.end)
    shall = _shall(clause, act)
    if shall is not None:
        return Modality.PLANNED, shall
    future = _verb_behind(clause, act) or foreseen(clause, act)
    if future is not None:
        return Modality.PLANNED, future
    return Modality.DONE, None


def _verb_behind(clause: Clause, act: Word) -> tuple[int, int] | None:
    """«نقل المعتقلين سيستغرق أياماً»: the future verb of which the act is the subject."""
    plain = clause.text.plain
    found = _FUTURE.search(plain, act.end, min(clause.end, act.end + 45)) if act.nominal else None
    if found is None or any(m.start <= found.start("f") < m.end for m in clause.mentions):
        return None
    if act.classes & _SPOKEN and " ان " in plain[act.end : found.start()]:
        return None
    if plain.endswith(("كان ", "كانت "), act.end, found.start()):
        return None
    said = any(w.start >= act.end and w.end <= found.start() and "say" in w.classes for w in clause.words)
    return None if said else found.span("f")


_SPOKEN = frozenset(("call", "meet"))
"""«قال … في مكالمة هاتفية إن المحتجزين سيبقون»: what was said there is to come, not the call."""
_GATE = frozenset(("open", "close", "restrict"))
_AS_OF = regex(
    r"[^.؛]{0,70}? (?P<from>(?:اعتبارا|ابتداء|بدءا|انطلاقا) من)(?! (?:صباح |فجر |ظهر |مساء |هذا )?(?:امس|اليوم))"
)
"""«يوقف حركة المسافرين اعتباراً من الإثنين»: to come."""


def _shall(clause: Clause, act: Word) -> tuple[int, int] | None:
    """«سيدخل معبر … الخدمة», «سيشهد الأسبوع المقبل استئناف …»: the future verb of which the act is the object."""
    if not act.nominal or clause.text.plain[act.stem] < "\u0600":
        return None
    told = _FUTURE.search(clause.before(act.start, _OBJECT))
    if told is None or _APART.search(clause.before(act.start, _OBJECT)[told.end() :]):
        return None
    start = act.start - len(clause.before(act.start, _OBJECT)) + told.start("f")
    inside = any(m.start <= start < m.end for m in clause.mentions)
    return None if inside else (start, start + len(told["f"]))


_OBJECT = 52
"""Characters between a verb and its object."""
_APART = regex(r"[،.:؛]|(?<!\w)(?:ان|بعد|عقب|منذ|خلال|التي|الذي|الذين)(?!\w)")


def _dropped(clause: Clause, plan: Word, act: Word) -> Word | None:
    """«كان من المقرر أن تغادر … إلا أن الجانب العراقي طلب تأجيلها»: what was planned and put off."""
    if not _WAS.search(_said(clause, plan)):
        return None
    off = next((w for w in clause.words if "cancelled" in w.classes and 0 <= w.start - act.end <= _PUT_OFF), None)
    wont = _WILL_NOT.search(clause.text.plain, act.end, clause.end) if off is None else None
    return off or (Word(wont.start(), wont.end(), wont.start(), frozenset(("cancelled",))) if wont else None)


_WILL_NOT = regex(
    r"\b(?:will|would|did|does|is|are) not (?:now )?(?:leave|go|set|take place|depart|happen|make|travel|come|be (?:leaving|going|held))\b|\b(?:won't|didn't|never) (?:leave|go|set|left|went|took place|depart|happen|make|travel|come)\b"
)


_WAS = regex(r"(?<!\w)[وف]?كانت? |\bwas |\bwere |\bhad been ")
_PUT_OFF = 140
_PROGRESS = regex(r"\b(?P<p>(?:has|have) been|(?:is|are|was still|were still)(?: now| currently)?)\s+(?:\w+ly )?$")
"""«has been putting residents on buses»: under way; "is moving"."""


def _sets_about(plain: str, cue: Word, act: Word) -> bool:
    """«بدأت القوات …، صباح اليوم، بنقل …», "began on Thursday returning": the subject stands between."""
    if act.start - cue.end > _SUBJECT:
        return False
    if plain[act.start] < "\u0600":
        return plain[act.start : act.end].split()[0].endswith("ing")
    between = plain[cue.end : act.start]
    if _LAUNCHED.match(plain, cue.start):
        return _MISSION.match(plain, act.stem) is not None
    if act.nominal and _KEEPS_ON.match(plain, cue.start) and not _ANOTHER.search(between):
        return True
    return plain[act.start : act.stem] in ("ب", "بال") and plain[cue.start : cue.end].startswith(
        ("بدا", "باشر", "شرع", "يبدا")
    )


_KEEPS_ON = regex(
    r"و?(?:بدا|بدات|بداوا|تبدا|يبدا|باشرت?|تباشر|يباشر|شرعت?|واصلت?|[يت]واصل|[يت]تواصل|تواصلت|استانفت?|استمرت?|[يت]ستمر)(?!\w)"
)
"""Verbs of beginning and going on, whose subject may stand before what is begun: «بدأت الحكومة، الثلاثاء، نقل …»."""
_STILL = regex(r"و?(?:لا|ما|لم)? ?(?:[يت]زال|زال|زالت|زالوا)")
"""«ما زال مئات النازحين يتدفقون»."""
_LAUNCHED = regex(r"و?(?:ا|[يت])طلق(?:ت|وا|تا)?(?!\w)")
_MISSION = regex(r"(?:ال)?(?:عملي|حمل[هت])")
"""«أطلقت القوات، السبت، عملية …»: what is launched goes on."""
_ANOTHER = regex(r"[؛.:]|[،,] و|(?<!\w)(?:ان|بعد|قبل|خلال|زياره|زيارته|زيارتها|مهامه|مهامها|التي|الذي|الذين)(?!\w)")
_SUBJECT = 80
"""Characters between a verb of beginning and the act that is begun."""


_OTHER_NEWS = regex(r"[,;] [^,;]*\b(?:visit|trip|meeting|talks|summit|transfer|return|convoy|handover|flight)s?\b")
"""«Syria names envoy, minister's visit put off»: two pieces of news in one headline."""


def _called_off(plain: str, cue: Word) -> bool:
    """English: «the visit was cancelled»; Arabic: «كانت مقررة … قد أُجّلت»."""
    before = plain[max(0, cue.start - 8) : cue.start].split()
    told = plain[cue.start : cue.end]
    if told.endswith(" منذ") or told in ("ارجيت", "ارجي", "اجلت", "الغيت", "تاجلت", "تاجل", "الغي"):
        return True
    return plain[cue.start] < "\u0600" or (bool(before) and before[-1] in ("قد", "تم", "تقرر", "جري"))


_NO_VERB = r"(?:ياق\w*|ياد\w*|يقت?|يار\w*|ياس\w*|ياج\w*|يطر(?:ت\w{0,3}|ه|وا|نا)?|ين(?:ا|اء|ار\w*|ما\w*)|يول\w?|يد(?:ه|ا|ي|ات|تا|تي)?|تين|تون|تار\w?|ناجر|نجار|نوات|نه|تيف\w*|نتر|ندا?|نين|يمالكا|يما|يستان|يبان|ير(?:ا|ه|ته|ها)?|ييه?|يفا|يلا)"
"""What follows the first letter of a noun or name that begins like a verb to come."""
SHALL = rf"(?<!\w)[وف]?(?P<f>س(?!{_NO_VERB}(?!\w))[يتن]\w{{2,}})(?!\w)"
"""«سيصل», «ستعود»: a verb to come, and no noun that begins like one."""
_FUTURE = regex(SHALL)
_NO_FUTURE = (
    "سيطر", "ستار", "سياج", "سيار", "سياس", "سير", "سيمالكا", "سيبان", "سينا", "سيستان", "ستين", "ستيف",
    "سنجار", "سنوات", "سنه", "سنتين", "سنوي", "سني",
)  # fmt: skip
