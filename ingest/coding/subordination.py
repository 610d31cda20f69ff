"""Whether an act stands on its own, or is told as a purpose or on the way to another. PURE."""

from __future__ import annotations

from events.codebook import EventType
from ingest.coding.movers import say_which
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_IN_PURPOSE = regex(r"(?:^|[\s(])(?:ل|لل|من اجل|بهدف|بغيه|بغرض|لغرض)$")
_WITHIN = regex(
    r"(?<!\w)(?:(?:في|ضمن) اطار|ضمن (?:ال)?(?:جهود|خطه|اجراءات|مساعي)|بهدف|بغيه|بغرض|لغرض) (?:(?:ال)?(?:جهود|خطه|اجراءات|مساعي) )?(?:(?:(?:[^\s،.؛]+ ){0,4}?ل)?[^\s،.؛]+ [^\s،.؛]+ )?و?$"
)
"""«في إطار ضبط الحدود ومنع التهريب»: what reinforcements come for."""
_INFINITIVE = regex(r"\bto\s+(?:also\s+|fully\s+|jointly\s+)?$")
_SUBORDINATE = regex(
    r"(?<![a-z])(?:(?:لدي|عند|(?<!عن )(?<!علي )بعد(?! (?:ذلك|هذا|ساعات،|ايام،|يوم،))|عقب(?! ذلك)|اثر(?! ذلك)|منذ(?! ذلك)|بعيد(?! ذلك)|هربا من|فرارا من|جراء|وسط|علي خلفيه|في اعقاب(?! ذلك))(?: ان| ايام من| يوم من| يومين من| ساعات من| اشهر من| اسبوع من)?(?: تم| جري)?|(?:days?|hours?|weeks?|months?|shortly|long) after|(?:days?|hours?|weeks?) before|from where|from which|ahead of|after|following|since|in the wake of|fleeing|escaping|amid|alarm(?:ed)? (?:by|at|over)|concern(?:ed)? (?:over|about|at)|condemn(?:ed|s|ing)|denounc(?:ed|es|ing)|worried (?:about|by|over)|in response to|(?:triggered|sparked|caused|prompted) by)"
    r"\s+(?:the |a |an |his |her |its |their |had |being |\w+ing )?(?:[^\s،,.;]+ ){0,5}?$"
    r"|(?:after|following|amid|on) (?:claims|reports|allegations|rumou?rs|fears|word|concerns|warnings) (?:that|of)\b[^.;]*$"
)
_AFTER_IT = regex(
    r"^\W*و?(?:بعد|عقب|اثر|بعيد|في اعقاب|لدي|عند) (?:ال[^\s،.]+|[^\s،.]+(?:ه|ها|هم|هما))(?: (?!ان |ما |التي |الذي |الذين |حيث )[^\s،.]+){0,5} $"
)
"""«عقب المباحثات في بغداد وقّع الوزيران …»: a verb that a preposition cannot govern stands on its own."""
_VERBS_TOO = frozenset(("وقع", "عقد", "بحث"))
"""Forms that may be a noun as well."""
RELATIVE = regex(r"(?<!\w)و?(?:الذين|التي|الذي|اللذين|ممن|اللواتي|اللاتي|who|which)\s+(?:had |were |was |have )?$")
"""A relative clause tells a fact even of a subject of talk: «ملف الجنود الذين لجأوا …»."""
_ENDED = regex(
    r"\b(?:complet|finish|end|conclud|wrapp)\w* (?:up )?(?:(?:its|the|their|an?) )?(?:\S+ )?(?:operation|mission|campaign|effort|program\w*|drive|plan)s? to $"
)
"""«completed its operation to move …»: done."""
_LET = regex(r"\b(?:allow(?:ed|s)|let|permitt(?:ed|s)|gave leave for)\b[^.;,]{1,60} to $")


def _let_in(kind: EventType, before: str) -> bool:
    """«allowed hundreds of Syrian soldiers to cross into its territory»: they did."""
    return kind is EventType.REFUGE and _LET.search(before) is not None


_FIRST_TO = regex(
    r"\b(?:became|becoming|was|were|is|making (?:him|her|them|it)) (?:the |only the |(?:one of|among) the )?(?:first|second|third|fourth|[a-z]+th|latest|last|largest|biggest|smallest|longest|highest|most senior|only) [^.;,]{0,60}\bto (?P<be>be )?$"
)
"""«became the first Iraqi official to travel to Damascus»: he did."""
_WIDE = 150
_HELPED = regex(
    r"(?<!to )(?<!will )(?<!would )\b(?:helped|supported|assisted|enabled)\b (?:(?!plan|proposal|call|effort|program|idea|decision|bid|scheme)[^.;,]){0,50}"
    r"\b(?:families|people|persons|refugees|returnees|civilians|nationals|citizens|men|women|children|syrians|iraqis|soldiers)(?: [^.;,–-]{0,60})?(?: [–-] [^.;–-]{2,20} [–-])? ?\bto $"
)
""" "supported 74 families to go home": they went."""


_TRIED = regex(r"\b(?:attempt|try|tried|seek|sought|want|mean|meant|prepar|wait)(?:s|ed|ing)? to $")
"""«people attempting to slip across were detained»: what they tried, no plan of the force."""
_THEN = regex(r"(?<!\w)(?:الذين|اللواتي|التي|ممن) (?:[^\s،.]+ ){1,7}?(?:ثم (?:قد |تم |جري )?|(?P<and>))$")
_AND_THEY = regex(r"و\w+وا")
"""«الذين فرّوا إلى العراق ثم أُعيدوا منه»: still which ones."""
_PICTURED = regex(r"(?<!\w)(?:صورا?|تفاصيل|كواليس|تسجيلا?|مقطعا?|فيديو|بيانا?|نتايج|مخرجات|محضرا?) $")
"""«صوراً لاجتماع»: pictures of what took place."""
_SIGNED = frozenset(("الموقعه", "الموقع عليها", "المبرمه", "المبرم"))
"""«المذكرة الموقعة بين الطرفين»: signed at another time."""
_MOVEMENTS = frozenset((EventType.REFUGE, EventType.REPATRIATION, EventType.DETAINEE_TRANSFER))


_SO_THAT = regex(r"\b(?:so that|lest|in case) [^.;,]*$")


def is_purpose(clause: Clause, word: Word, kind: EventType, before: str) -> bool:
    """«لنقل السجناء», "to transfer": what something is done for."""
    plain = clause.text.plain
    if plain[word.stem] < "\u0600":
        so_that = _SO_THAT.search(clause.before(word.start, 60))
        tried = kind is EventType.BORDER_OPERATION and _TRIED.search(before) is not None
        return bool(so_that or _INFINITIVE.search(before)) and not (
            tried
            or (kind in _MOVEMENTS and _HELPED.search(clause.before(word.start, _WIDE)))
            or _let_in(kind, before)
            or _ENDED.search(before)
            or _FIRST_TO.search(clause.before(word.start, 110))
        )
    aim = kind is EventType.BORDER_OPERATION and _WITHIN.search(clause.before(word.start, 60)) is not None
    purpose = aim or plain[word.start : word.stem] in ("ل", "ول", "لل") or bool(_IN_PURPOSE.search(before))
    return purpose and not (kind is EventType.MEETING and _PICTURED.search(before))


def first_ever(clause: Clause, word: Word) -> bool:
    """ "became the first Syrian president to be received there": he was."""
    found = _FIRST_TO.search(clause.before(word.start, 110)) if clause.text.plain[word.stem] < "\u0600" else None
    return found is not None and found["be"] is not None


def is_subordinate(clause: Clause, word: Word, kind: EventType, before: str) -> bool:
    """«بعد انسحاب …», «الذين عادوا»: told on the way to something else."""
    under = _SUBORDINATE.search(before)
    if kind is EventType.REFUGE and under is not None and under.group().startswith(("flee", "escap")):
        under = None
    plain = clause.text.plain
    verb = not word.nominal or plain[word.start : word.end] in _VERBS_TOO
    if under is not None and verb and _AFTER_IT.search(clause.before(word.start, 90)):
        under = None
    if plain[word.stem : word.end] in _SIGNED or under is not None:
        return True
    if RELATIVE.search(clause.before(word.start, 24)):
        return True
    if kind in (*_MOVEMENTS, EventType.INCIDENT) and before.endswith((" كانوا قد ", " كانوا ", " كانت قد ")):
        return True
    if kind not in _MOVEMENTS:
        return False
    then = _THEN.search(clause.before(word.start, 70)) if plain[word.stem] > "\u0600" else None
    if then is not None and (then["and"] is None or _AND_THEY.fullmatch(plain, word.start, word.end)):
        return True
    return say_which(clause, word)
