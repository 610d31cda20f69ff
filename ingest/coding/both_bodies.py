"""Bodies of one name of both states, named in one breath: «وزارتا الداخلية العراقية والسورية», "the Iraqi and Syrian
interior ministries", "Syrian and Iraqi troops". PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from ingest.coding.both_ministers import OFFICES
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Text

_HINTS = (
    "وزارتا ",
    "وزارتي ",
    "مخدرات",
    "forces",
    "troops",
    "soldiers",
    "commandos",
    "ministries",
    "narcotics",
    "drug",
    "police",
    "guards",
    "engineers",
    "officers",
    "agents",
    "partners",
    "investigators",
    "ports",
    "ضباط",
    "منافذ",
    "حدود",
    "حكومت",
    "جيش",
)
_BOTH_AR = r"(?P<{0}>(?:ال)?عراقي\w* و(?:ال)?سوري\w*|(?:ال)?سوري\w* و(?:ال)?عراقي\w*|(?:في |ل)(?:العراق وسوريا|سوريا والعراق|(?:كلا )?البلدين))"
_BOTH_EN = r"(?P<{0}>iraqi and syrian|syrian and iraqi|iraq's and syria's|syria's and iraq's)"
_THEIRS_EN = r"(?P<{0}>(?:the )?two countries'|both countries')"
_SIDE_BY_SIDE = regex(
    r"iraqi and syrian|syrian and iraqi|iraq's and syria's|syria's and iraq's|two countries'|both countries'"
    r"|عراقي\w* و(?:ال)?سوري|سوري\w* و(?:ال)?عراقي|العراق وسوريا|سوريا والعراق|البلدين"
)
"""What both nationalities read like in every such pair: looked for first, for most texts have none."""
_PAIRS = {
    "forces": ("iq_armed_forces", "sy_army"),
    "drugs": ("iq_gdnc", "sy_counternarc"),
    "police": ("iq_moi", "sy_moi"),
    "guards": ("iq_border_guard", "sy_border_guard"),
    "spies": ("iq_inis", "sy_gid"),
    "ports": ("iq_border_ports", "sy_ports"),
    "men": ("iq_gov", "sy_gov"),
    "states": ("iq_gov", "sy_gov"),
    "armies": ("iq_army", "sy_army"),
}
"""Bodies of one kind whose ids are not made of it, as those of ministries are."""


def with_both_bodies(text: Text, found: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions, and in place of the two nationalities the two bodies."""
    if _SIDE_BY_SIDE.search(text.plain) is None or not any(hint in text.plain for hint in _HINTS):
        return list(found)
    known = list(found)
    for start, end, first, last, pair in _pairs(text.plain):
        middle = text.plain.find(" ", first, last)
        syrian = any(name in text.plain[first:middle] for name in ("syria", "سوري"))
        actors = pair[::-1] if syrian else pair
        if middle < 0 or not all(actor in lexicon.actors for actor in actors):
            continue
        known = [m for m in known if not (m.start < end and start < m.end)]
        spans = ((min(start, first), middle), (middle + 1, max(last, end)))
        for actor, (a, b) in zip(actors, spans, strict=True):
            known.append(Mention(a, b, actor=actor, kind=lexicon.actors[actor].kind))
    return sorted(known, key=lambda m: m.start)


def _pairs(plain: str) -> Iterator[tuple[int, int, int, int, tuple[str, str]]]:
    """Where such a pair stands, where its two nationalities do, and which bodies it means."""
    for match in _pattern().finditer(plain):
        name = next(name for name, value in match.groupdict().items() if value and name.startswith("both"))
        kind = name[5:].rstrip("_")
        pair = _PAIRS.get(kind, (f"iq_{kind}", f"sy_{kind}"))
        yield *match.span(), *match.span(name), pair


@functools.cache
def _pattern() -> re.Pattern[str]:
    rows = []
    for kind, (arabic, english) in OFFICES.items():
        rows.append(rf"(?<!\w)وزارت[اي] (?:ال)?{arabic} " + _BOTH_AR.format(f"both_{kind}") + r"(?!\w)")
        rows.append(r"\b" + _BOTH_EN.format(f"both_{kind}_") + rf" {english} ministries\b")
    rows.append(
        r"\b" + _BOTH_EN.format("both_forces")
        + r" (?:(?:special|special operations|military|armed|ground|army) )?(?:forces|troops|soldiers|commandos|engineers|sappers)\b"
    )  # fmt: skip
    rows.append(
        r"\b" + _BOTH_EN.format("both_police") + r" (?:anti-crime )?(?:police(?: officers)?|policemen|detectives)\b"
    )
    rows.append(
        r"\b"
        + _BOTH_EN.format("both_guards")
        + r" (?:border|frontier) (?:guards?|police|forces|troops|units|patrols)\b"
    )
    rows.append(r"\b" + _BOTH_EN.format("both_spies") + r" (?:intelligence|security) (?:officers|agents|operatives)\b")
    rows.append(r"\b" + _BOTH_EN.format("both_men") + r" (?:officers|agents|investigators|partners)\b")
    rows.append(r"(?<!\w)(?:ال)?حكومت(?:ان|ين|ا|ي) " + _BOTH_AR.format("both_states") + r"(?!\w)")
    rows.append(r"(?<!\w)(?:ال)?جيش(?:ان|ين|ا|ي) " + _BOTH_AR.format("both_armies") + r"(?!\w)")
    rows.append(r"\b" + _BOTH_EN.format("both_armies_") + r" armies\b")
    rows.append(r"(?<!\w)(?:ال)?ضباط\w* " + _BOTH_AR.format("both_men_") + r"(?!\w)")
    rows.append(r"(?<!\w)هيي?ت[اي] (?:ال)?منافذ(?: الحدوديه)? " + _BOTH_AR.format("both_ports") + r"(?!\w)")
    rows.append(
        r"(?<!\w)(?:قيادت|قوت)[اي] (?:(?:حرس|قوات) )?(?:ال)?حدود " + _BOTH_AR.format("both_guards_") + r"(?!\w)"
    )
    drugs = r"(?:مكافحه )?(?:ال)?مخدرات"
    rows.append(rf"(?<!\w)(?:جهاز|مديريت|ادارت)[اي] {drugs} " + _BOTH_AR.format("both_drugs") + r"(?!\w)")
    rows.append(r"(?<!\w)ال(?:جهاز|مديريت|ادارت)(?:ان|ين) " + _BOTH_AR.format("both_drugs_") + rf" ل{drugs}(?!\w)")
    rows.append(
        r"\b(?:" + _BOTH_EN.format("both_drugs__") + "|" + _THEIRS_EN.format("both_drugs___") + ")"
        + r" (?:(?:counter|anti)-?(?:narcotics|drugs?)|narcotics|drug(?: enforcement| control)?) (?:agencies|agents|directorates|departments|services|authorities|police|officers|units)\b"
    )  # fmt: skip
    return regex("|".join(rows))
