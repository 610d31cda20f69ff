"""What stands near a word of a clause. PURE."""

from __future__ import annotations

from ingest.coding.borders import border_zone
from ingest.coding.pairs import both_grounds
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

AMERICANS = frozenset(("us", "us_gov", "us_forces", "coalition", "centcom", "cjtf_oir"))
"""Those who are there for the United States, under whichever name they are told of."""
GROUPS = (
    "pop_isis_detainees",
    "pop_crossing_staff",
    "pop_camp_families",
    "pop_sy_soldiers",
    "pop_refugees",
    "pop_migrants",
    "pop_suspects",
)
_PEOPLE = frozenset(GROUPS)
_BODIES = frozenset(("government_body", "international_org", "party"))
_WALLS = frozenset(("topic", "discuss"))
REACH = 110
"""Characters within which what an act needs must stand from its word."""


def near(clause: Clause, word: Word, *classes: str, reach: int = REACH) -> Word | None:
    """The word of these classes nearest to another, other than itself, and no subject of talk in between."""
    wall = next((w.start for w in clause.words if w.start >= word.end and w.classes & _WALLS), clause.end)
    found = [
        w
        for w in clause.words
        if w is not word
        and w.start <= wall
        and w.classes.intersection(classes)
        and max(w.start - word.end, word.start - w.end) <= reach
        and not (w.classes & _PEOPLE and in_a_name(clause, w))
    ]
    return min(found, key=lambda w: abs(w.start - word.start), default=None)


def in_a_name(clause: Clause, word: Word) -> bool:
    """«شؤون اللاجئين», «وزارة الهجرة والمهجرين»: a word inside a body's name is nobody who moves."""
    return any(m.start <= word.start and word.end <= m.end and m.kind in _BODIES for m in clause.mentions)


def listed(clause: Clause, word: Word) -> bool:
    """«سلّم قائمة بأسماء 90 مطلوباً»: names are handed over, no men."""
    lists = near(clause, word, "info", reach=REACH)
    men = next((w.start for w in clause.words if w.start >= word.end and w.classes & _HELD), clause.end)
    return lists is not None and word.end <= lists.start < men


_HELD = frozenset((GROUPS[0], GROUPS[-1]))


def warns(clause: Clause, word: Word) -> bool:
    """«حذر … السلطات السورية من مخطط»: one side tells the other of a plot."""
    named = [m for m in clause.mentions if not m.adjective]
    sides = {(m.actor or "")[:2] for m in named} | {m.land for m in named}
    plot = near(clause, word, "plot", reach=120) is not None or _THREAT.search(clause.after(word.end, 140)) is not None
    return plot and sides >= {"iq", "sy"}


_THREAT = regex(
    r"\b(?:planned|imminent|impending|looming|possible|potential|plotted)\b[^.;,]{0,50}\b(?:attacks?|bombings?|assaults?|raids?|breakouts?|jailbreaks?)\b"
    r"|\b(?:plans?|plots?|plotting|planning|preparing) (?:by [\w ]{2,24} )?to (?:attack|storm|bomb|raid|infiltrate|strike|free)\b"
    r"|(?:هجوم|هجمات|تفجير|تفجيرات|عمليه|عمليات|اقتحام)\w* (?:\S+ )?(?:محتمل|وشيك|مخطط|متوقع|مرتقب)\w*"
)
"""«warned Syria of a planned Islamic State attack»: a plot by other words."""


def word_reaches(clause: Clause, word: Word) -> bool:
    """ "A warning from Iraqi intelligence reached the Syrian ministry"."""
    told = any("info" in w.classes and 0 <= word.start - w.end <= 60 for w in clause.words)
    sides = {(m.actor or "")[:2] for m in clause.mentions if not m.adjective}
    return told and clause.text.plain.startswith("reach", word.start) and sides >= {"iq", "sy"}


_BOUND = regex(r"[^.;,]{0,40}\b(?:for|to|towards?|into)\b")


_CONVOY = regex(
    r"(?<!\w)(?:ال)?(?:قافل\w*|حافل\w*|رتل\w*|ارتال|موكب|طاير\w*|شاحن\w*|باص\w*|دفع\w*|وجب\w*|مجموع\w*)(?: [^\s،.]+){0,4}? (?:تضم|[يت]قل\w*|[يت]حمل\w*|علي متن\w*|من|قوامها|تحوي) "
    r"|\b(?:convoys?|buses|bus|planes?|flights?|aircraft|helicopters?|trucks|batch|group)\b(?: [\w-]+){0,4}? (?:carrying|bearing|with|holding|transporting|of|containing) "
)


def convoyed(clause: Clause, word: Word) -> bool:
    """«دخلت قافلة تضم 80 موقوفاً من داعش عبر ربيعة»: prisoners who come in a convoy, by whatever verb."""
    held = near(clause, word, "pop_isis_detainees", reach=90)
    gate = any((m.place or "").startswith("x_") or m.place in border_zone() for m in clause.mentions)
    if held is None or not (gate or both_grounds(clause)):
        return False
    return _CONVOY.search(clause.text.plain, max(clause.start, word.start - 90), held.start) is not None


def driven(clause: Clause, word: Word) -> bool:
    """Detainees who arrive, or leave for somewhere."""
    leaves = "arrive" in word.classes or _BOUND.match(clause.after(word.end, 50))
    return bool(leaves) and near(clause, word, "pop_isis_detainees", reach=60) is not None
