"""Whether a name is the subject of a verb of speech, and whether a verb only goes on quoting. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.references import ADVERBS
from ingest.coding.regexes import regex
from ingest.coding.sources import Source
from ingest.coding.words import Word

_SPEAKING = frozenset(
    ("person", "government_body", "military_unit", "international_org", "armed_group", "coalition", "party")
)
_GAP_AR = regex(
    r"(?:\s|[،,:«\"]|في|بيان|عن|ل|من|المتحدث|الناطق|الرسمي|باسم|الوزاره|الهييه|السيد|قايمقام|قايممقام|محافظ|معالي|سياده|الدكتور|الفريق|اللواء|العميد|الركن|اول|علي|لسان|مصدر|صادر|اليوم|امس"
    r"|مساء|صباح|يوم|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|الاعلام|اعلام|مكتب|وكاله|مدير|رييس|قايد|نايب|عضو|وزير)*"
)


def praises(clause: Clause, mention: Mention) -> bool:
    """ "UNHCR, the UN Refugee Agency, welcomes the return of …": it tells what it thinks of what others did."""
    return _PRAISES.match(clause.text.plain, mention.end, clause.end) is not None


_PRAISES = regex(
    r"(?:\s?\([\w-]+\))?(?:,[^,.;]{3,50},)? (?:(?:has|have|had|on \w+day) )*(?:welcom(?:es|ed)|prais(?:es|ed)|commend(?:s|ed)|applaud(?:s|ed)|hail(?:s|ed)|thank(?:s|ed)|congratulat(?:es|ed))"
    r" (?:iraq|syria|baghdad|damascus|both|(?:the|this|that|its)(?: [\w,'’-]+){0,5}? (?:return|repatriation|transfer|move|decision|step|reopening|opening|deal|agreement|handover|efforts?|governments?|authorities))\b"
)


def informs(clause: Clause, verb: Word) -> bool:
    """«الاستخبارات أبلغت السلطات …», "warned Damascus of a plot", "declared victory": an act, nothing told to us."""
    if _DEED.match(clause.text.plain, verb.end):
        return True
    if "warn" not in verb.classes:
        return False
    ahead = any(speaks(m) and 0 <= verb.start - m.end <= 1 for m in clause.mentions)
    told = (m for m in clause.mentions if 0 <= m.start - verb.end <= _ARTICLE_GAP)
    return ahead and any(m.kind in ("country", "government_body", "military_unit") for m in told)


_ARTICLE_GAP = 5
_DEED = regex(r" (?:victory|war|an end|independence|a (?:ceasefire|truce|caliphate|state|curfew))\b")


def goes_on(clause: Clause, verb: Word) -> bool:
    """Whether a verb of speech has nobody named with it but goes on quoting."""
    plain = clause.text.plain
    if plain[verb.stem] > "\u0600":
        return plain[verb.stem : verb.end] in _GOING_ON or bool(_COMMUNIQUE_BARE.match(plain, verb.end, clause.end))
    if plain.startswith("denying", verb.start):
        return True
    return bool(_PRONOUN.search(plain, max(clause.start, verb.start - 40), verb.start))


_GOING_ON = frozenset(
    ("اضاف", "اضافت", "تابع", "تابعت", "اشار", "اشارت", "لفت", "لفتت", "اوضح", "اوضحت", "اكد", "اكدت", "ذكر")
    + ("نافيا", "نافيه")
)
_COMMUNIQUE_BARE = regex(r" (?:ال)?(?:بيان|مصدر)(?!\w)")
_PRONOUN = regex(rf"\b(?:he|she|it|they|the statement|the source|the readout|the sources)(?:\s{ADVERBS})*\s*$")


def holder(clause: Clause, mention: Mention) -> Mention:
    """«رئيس ائتلاف … فلان»: of a body with a person's name right behind it the person speaks."""
    if mention.kind == "person" or clause.text.plain.startswith(("مكتب", "المكتب"), mention.start):
        return mention
    behind = (m for m in clause.mentions if m.kind == "person" and 0 <= m.start - mention.end <= _POST)
    between = clause.text.plain
    return next((m for m in behind if _POSTED.fullmatch(between, mention.end, m.start)), mention)


_POST = 16
_POSTED = regex(r".?| لل\S+،? |(?:'s)? (?:spokes\w+|minister|official|commander|director|chief|head) ")
"""«Interior Ministry spokesman Miqdad Miri»."""


def speaks(mention: Mention) -> bool:
    return (
        mention.actor != "p_assad"
        and (mention.kind in _SPEAKING or (mention.kind == "country" and mention.actor is not None))
        and not mention.adjective
    )


def who_speaks(clause: Clause, verb: Word, near: Sequence[Mention], source: Source | None) -> Mention | None:
    """The name behind an Arabic verb that speaks: of an official, his own behind all his title, «مسؤول الملف في الوزارة
    الفلانية، فلان الفلاني»."""
    titled = (m for m in near if m.kind == "person" and source is not None and not source.anonymous)
    at = source.end if source is not None else 0
    named = next((m for m in titled if clause.text.plain[at : m.head] in ("، ", ", ")), None)
    return named or next((m for m in near if reaches(clause, verb, m)), None)


def reaches(clause: Clause, verb: Word, mention: Mention) -> bool:
    """Only titles, courtesies and days between an Arabic verb and its speaker."""
    between = clause.text.plain[verb.end : max(verb.end, mention.head)]
    if len(between) <= 3 or _GAP_AR.fullmatch(between) or _GAP_ACCORDING.fullmatch(between):
        return True
    if between.split()[0] in ("في", "علي", "عن", "الي"):
        return False
    finite = not verb.nominal and verb.classes.isdisjoint(_BY)
    return finite and len(between.split()) <= 3 and "ان" not in between.split()


_GAP_ACCORDING = regex(
    r"\s(?:(?:an? |the )?(?:[\w-]+ )?(?:statement|readout|communique|report|post|spokes\w+) (?:by|from|of|for|issued by) )?(?:the |an? )?(?:[\w-]+'s )?"
)
_BY = frozenset(("subordinate",))
_NOT_DUAL = frozenset(("عزا", "دعا", "هنا"))
"""«وأكدا»: the two of them, and not the name right before."""
_NO_VERBS = frozenset(("وفق", "وفقا ل", "حسب", "بحسب", "نقل عن"))


def heads(clause: Clause, mention: Mention) -> bool:
    """Whether it stands before a colon; "Syria: Flash update" is no word of the state."""
    plain = clause.text.plain
    told = mention.kind != "country" or plain[mention.start] > "\u0600"
    return told and plain[mention.end : mention.end + 2].strip() == ":"


def plain_of(clause: Clause, verb: Word) -> str:
    """The folded word without what is written together with it."""
    return clause.text.plain[verb.stem : verb.end]


def subject_ahead(clause: Clause, verb: Word) -> Mention | None:
    """The subject that stands before an Arabic verb."""
    near = [m for m in clause.mentions if speaks(m) and 0 <= verb.start - m.end <= 45]
    told = plain_of(clause, verb)
    if not near or told in _NO_VERBS or (told.endswith("ا") and told not in _NOT_DUAL):
        return None
    between = clause.text.plain[near[-1].end : verb.start]
    return near[-1] if between.strip() in ("", "قد", "،", ":", "و") and near[-1].end <= verb.start else None


def backshifted(clause: Clause) -> bool:
    """ "The ministry said Tuesday that 81 had been recaptured": the tense of speech, not of memory."""
    say = next(iter(clause.of("say")), None)
    past = clause.of("background")
    if say is None or not past or say.start > past[0].start:
        return False
    return all(clause.text.plain.startswith("had", w.start) for w in past)


def of_itself(clause: Clause, act: int) -> bool:
    """«أكدت القيادة أنها سلّمت دمشق …», "the service said it had handed Damascus a list": who speaks tells of its own act."""
    return _THAT_IT.search(clause.before(act, _THAT_IT_REACH)) is not None


_THAT_IT = regex(
    r"(?<!\w)ب?ان(?:ه|ها|هم|هما) (?:قد |كانت? )?$|\b(?:said|announced|confirmed|added)(?: that)? (?:it|they) (?:had |has |have )?(?:also )?$"
)
_THAT_IT_REACH = 34
