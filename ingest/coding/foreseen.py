"""What is to come, or was to come and was dropped, by words that stand further from an act than a cue. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.coding.regexes import regex
from ingest.coding.words import Word

if TYPE_CHECKING:
    from ingest.coding.reading import Clause

Span = tuple[int, int]
_NEAR, _PURPOSE, _FURTHER = 26, 130, 120
_COULD = regex(
    r"\b(?P<c>(?:could|might|(?<!\d )(?<!in )(?<!of )(?<!last )(?<!early )(?<!late )may)) (?:\w+ly |soon |yet |still |also |then )?(?P<be>be )?$"
)
"""«a first group could be handed over within weeks»."""
_MODALS = ("could ", "might ", "may ")
_TO_DO = regex(
    r"\b(?P<w>will|would|(?:is|are) (?:due |set |expected |scheduled )?to|plans? to|intends? to)\b(?! (?:not|never)\b)[^.;:,]{0,100} to (?:\w+ly )?$"
)
"""«will send the chief to Damascus in early June to meet …»."""
_RELATIVE = regex(r"\b(?:who|which|that|after|since|before)\b")
_FIRM = regex(
    r"(?:will|(?:is|are) (?:due|expected to|set to|scheduled|to|going to)|due to|expected to|scheduled|slated|من المقرر|من المتوقع|من المنتظر|من المرتقب|من المزمع)\b"
)
"""What makes the whole of its clause one to come, be its verb ever so far."""
_ACTS = frozenset(
    ("op", "move", "return", "meet", "visit", "receive", "call", "open", "close", "refuge", "sign", "appoint", "attack")
)
_MAY_BEFORE = r"[^.؛:]{0,30}?"
_MAY = regex(
    _MAY_BEFORE
    + r"(?<!\w)(?P<m>قد (?:[يت](?:صل|زور|غادر|نطلق|عود|بدا|فتح|فتتح|عقد|جري|لتقي|جتمع|نقل|ستانف|عبر|دخل|شهد|ستقبل)|[يت]توجه|يتم|يسلم|يتسلم|يوقع)(?:ون|وا|ان)?)(?!\w)"
)
"""«قد تغادر دفعة أولى», «وفد قد يتوجه إلى دمشق»."""
_PERHAPS = "قد "
_ITSELF = regex(_MAY.pattern.removeprefix(_MAY_BEFORE))
_INVITED = regex(
    r"\b(?P<e>invit(?:ation|ed|es|ing))\b[^.;]{0,90}\bto (?:come|visit|travel|pay|attend)\b"
    r"|(?<!تلبيه ل)(?<!تلبيه )(?<!بناء علي )(?<!\w)(?:ال)?(?P<a>دعوه|دعوته|دعا|دعي)(?!\w)[^.؛]{0,80} (?:ل|الي )(?:ل)?(?:زيار|القدوم|حضور|القيام بزيار)"
)
"""«extended an invitation to the minister to visit», «وجّه دعوة لزيارة بغداد»: a visit to come."""
_AT_INVITATION = regex(r"(?:تلبيه ل?(?:ل)?|بناء علي |at the |by |on the |of an )(?:\w+ ){0,2}$")


_PREDICATE = regex(
    r"(?:[^.;:،]{0,60}?[, ])?(?P<p>(?:is|are|was|were) (?:now |also |then |tentatively |provisionally )?(?:due(?! to (?:an?|the|its|their|his|her|lack|poor|bad|\w+ (?:reasons?|works?|problems?|disputes?|concerns?))\b)|expected|scheduled|slated|planned|set (?:to|for)|supposed))\b(?! (?:since|after|back then))"
    r"|(?:(?! and (?!(?:the )?(?:iraq|syria|baghdad|damascus|turkey|jordan))| but )(?:[^.;:،,]|(?<=\d),(?=\d))){0,70}? (?P<w>(?:will|would) (?:\w+ly |now |also |then |only )?(?:begin|start|commence|resume|restart|take place|happen|be held|go ahead|follow|get under ?way|be completed|occur|kick off|convene)|(?:lined up|pencill?ed in) for)\b"
    r"|,? (?P<n>the (?:next|first|second|following) of which (?:will|would|is|are))\b"
)
"""«another convoy was expected before the end of October», "meetings, the next of which will be in January"."""
_NOUN = regex(
    r"(?:\b(?:the|an?|its|their|his|her|first|next|second|third|new|joint|this|another|any|of)|['’]s)(?: [\w-]+){0,2} $"
)
"""What stands before a noun: "the transfer … will begin on Wednesday"."""
_LEFT_OFF = regex(r"\b(?:but|before being|until|cancel\w*|postpon\w*|call\w* off|put off|delay\w*|did not|never)\b")


def _predicate(clause: Clause, act: Word) -> Span | None:
    told = _PREDICATE.match(clause.text.plain, act.end, min(clause.end, act.end + 90))
    if told is None:
        return None
    name = told.lastgroup or 0
    if name == "w" and not _NOUN.search(clause.before(act.start, 40)) and act.start > clause.start + 1:
        return None
    start = told.start(name)
    between = [w for w in clause.words if act.end <= w.start < start]
    if any(w.classes & _SAYING for w in between) or _RELATIVE.search(clause.text.plain, act.end, start):
        return None
    return None if _LEFT_OFF.search(clause.text.plain, start, clause.end) else told.span(name)


_SAYING = frozenset(("say", "background", "negated", "denied", "cancelled"))


def foreseen(clause: Clause, act: Word) -> Span | None:
    """Where the words say that an act is to come, though no cue stands close before it."""
    plain = clause.text.plain
    return _english(clause, act, plain) if plain[act.stem] < "\u0600" else _arabic(clause, act, plain)


def _english(clause: Clause, act: Word, plain: str) -> Span | None:
    past = plain[act.start : act.end].split()[0].endswith("ed")
    near = clause.before(act.start, _NEAR)
    said = None if past else _predicate(clause, act)
    if said is not None:
        return said
    could = _COULD.search(near) if any(word in near for word in _MODALS) else None
    if could is not None and (could["be"] or not past):
        return _at(clause, act, _NEAR, could.span("c"))
    told = None if past or " to " not in near else _TO_DO.search(clause.before(act.start, _PURPOSE))
    if told is not None and not _RELATIVE.search(told.group()):
        return _at(clause, act, _PURPOSE, told.span("w"))
    return None if past else _firm(clause, act)


def _arabic(clause: Clause, act: Word, plain: str) -> Span | None:
    may = _ITSELF.match(plain, act.start - len(_PERHAPS)) if not act.nominal else None
    if may is not None:
        return act.start, act.end
    likely = _LIKELY.search(clause.before(act.start, _PURPOSE)) if plain[act.start] in "يت" else None
    if likely is not None:
        start = act.start - len(likely.string)
        return start + likely.start("l"), start + likely.end("l")
    then = _ON_THAT.match(plain, clause.start, act.start) if act.nominal else None
    if then is not None and then.end() == act.start:
        return then.span("t")
    may = _MAY.match(plain, act.end, clause.end) if act.nominal and _PERHAPS in clause.plain else None
    return may.span("m") if may else None


_LIKELY = regex(r"(?<!\w)[وف]?(?P<l>[يت]?(?:رجح|توقع)ت?|(?:مرجح|متوقع)(?:ا|ه)?)(?: [^\s.؛]+){0,6}? ان $")
"""«رجّح مصدر عسكري أن يتسلم الجيش القاعدة»."""
_ON_THAT = regex(r"\W*(?P<t>علي ان [يت](?:جري|تم|كون|بدا|عقب|تبع\w*|ستكمل|لي\w*)) (?:(?:بعدها|ذلك|لاحقا|بعد ذلك) )?")
"""«على أن يجري تسليم القاعدة»: what is agreed to follow."""


def _firm(clause: Clause, act: Word) -> Span | None:
    """A cue further off, with nothing told between it and the act."""
    for cue in reversed([w for w in clause.of("planned") if act.start - _FURTHER <= w.end <= act.start]):
        between = [w for w in clause.words if cue.end <= w.start < act.start]
        if _FIRM.match(clause.text.plain, cue.start) and all(w.classes.isdisjoint(_BREAKS) for w in between):
            return cue.start, cue.end
    return None


_BREAKS = _ACTS | {"say", "background", "subordinate", "negated", "denied"}


def _at(clause: Clause, act: Word, reach: int, span: Span) -> Span:
    start = act.start - len(clause.before(act.start, reach))
    return start + span[0], start + span[1]


def invited(clause: Clause) -> Span | None:
    """Where a clause tells that somebody was asked to come."""
    found = _INVITED.search(clause.text.plain, clause.start, clause.end)
    if found is None or _AT_INVITATION.search(clause.before(found.start(), 24)):
        return None
    return found.span(found.lastgroup or 0)


def dropped_before(clause: Clause, cue: Word, act: Word, earlier: Sequence[Word]) -> Word | None:
    """«أرجأت الوزارة رحلة كانت مقررة أمس لنقل …»: what was put off before it is told that it was planned."""
    for word in reversed([w for w in earlier if "cancelled" in w.classes and w.end <= cue.start]):
        between = clause.text.plain[word.end : cue.start]
        was = _HAD.search(clause.before(cue.start, 12)) is not None
        if len(between) <= _PUT_OFF and (was or not _STOP.search(between)) and not _REST.search(between):
            return word
    return None


_PUT_OFF = 90
_HAD = regex(r"(?<!\w)[وف]?كانت? (?:من )?$|\b(?:was|were|had been|been) $")
_STOP = regex(r"[،,;؛:]")
_REST = regex(r"(?<!\w)(?:بعد|بعدما|عقب|الي|حتي|علي ان|ثم)(?!\w)|\b(?:until|till|to|after|and|but|instead)\b")


def was_to(clause: Clause, act: Word, earlier: Sequence[Word]) -> Word | None:
    """«الرحلة … أُلغيت …، وكانت ستقل 160 عائلة»: what would have been, had it not been dropped."""
    plain = clause.text.plain
    if plain[act.stem : act.stem + 2] not in ("سي", "ست") or not _HAD.search(clause.before(act.start, 8)):
        return None
    return next((w for w in reversed(earlier) if "cancelled" in w.classes), None)
