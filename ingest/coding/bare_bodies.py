"""Bodies by their kind alone: «قطعات الجيش», "border guards", "the judiciary", of the country the text speaks of. PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from events.codebook import Side
from ingest.coding.arabic import is_arabic
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.regexes import regex
from ingest.coding.text import Text
from ingest.coding.words import read_yaml

_LANDS = {"iq": Side.IQ, "sy": Side.SY}
_OF_SIDE = {Side.IQ: "iq", Side.SY: "sy", Side.SY_FORMER: "sy", Side.IQ_FACTION: "iq"}
_MEN = r"(?:brigades?|regiments?|battalions?|regions?|units?|patrols?|company|force|division|corps|sector|men|troops|soldiers|engineers|drones|aviation|artillery)\b"
"""«the border guard's second region», "the army's 29th brigade": whose men act."""
_HEAD_OF = regex(r"the army (?:chief|commander|spokes\w+|command|headquarters|general)\b")
"""«the army chief of staff»: a man of it."""
_STATES = frozenset(("country", "person", "government_body", "military_unit"))
_BREAK = regex(r"[.!?؟\n]")
_HEAD = 40
"""Characters that tell the language of a text."""
_SENTENCE = 220
"""Characters before a body within which a name of its sentence says whose it is."""
_TITLE = 40
"""Characters before it within which a title stands."""
_OTHERS = regex(
    r"(?:of the|of|from) (?:turkish|jordanian|lebanese|american|us|iranian|kurdish|kurdistan|israeli|russian|saudi|kuwaiti)\b"
    r"|(?:ال)?(?:ترك|اردن|لبنان|ام[ير]+ك|ايران|كرد|كورد|اسراييل|روس|سعود|كويت|عربي|وطني|حر|شعبي)\w*"
)
"""«الجيش اللبناني», «الجيش الحر»: another's."""

POST = regex(
    r"(?<!\w)[وفبلك]?(?:ال)?(?:قايد|قاده|مدير|رييس|روساء|اركان|ناطق|متحدث|معاون|امر|ضابط|ضباط|مسوول|مسوولين|مصدر|مصادر|عنصر|عناصر|وزير|لسان|باسم|اسم|ابناء|افراد)(?: في| من| اركان| اعلام| عام)? $"
    r"|\b(?:commanders?|chiefs?|heads?|spokes\w+|officer|sources?|officials?|directors?|member|an?) (?:of|for|in|from|with|at|within) (?:the )?$|\b(?:sources?|spokes\w+|officials?|members?|staff|officers) (?:in|at|with|within) (?:the )?$|\b(?:our|no) $"
)
"""«قائد قوات الحدود», "a source in the border guards": a man of it, who is named or speaks himself."""

_LONE = regex(r"\ban? $")
_ONE = regex(
    r".* (?:units?|force|patrols?|posts?|positions?|base|checkpoint|outpost|barracks|vehicles?|convoy|tower|brigade|regiment|battalion|division|detachment|soldiers?|members?|personnel)$"
)
"""A border guard is a man, a border guard unit his body."""


def with_bare(text: Text, found: Sequence[Mention], lexicon: Lexicon, home: Side | None) -> list[Mention]:
    """The mentions, and those of bodies that are named by what they are: whose, the last name before it in its sentence
    says, else `home`, the country the report is told from."""
    patterns, kinds = _bare()
    pattern = patterns[is_arabic(text.plain[:_HEAD])]
    known = list(found)
    for match in pattern.finditer(text.plain):
        start, end = match.span("head")
        if any(m.start < end and start < m.end for m in known) or _OTHERS.match(text.plain, end + 1):
            continue
        lone = _LONE.search(text.plain, max(0, start - 4), start) and not _ONE.match(_with_next(text.plain, start, end))
        headed = _HEAD_OF.match(text.plain, start)
        post = POST.search(text.plain, max(0, start - _TITLE), start)
        if lone or headed or (post and not _attending(text, start, end)):
            continue
        row = kinds[match["head"]]
        own = _OWN_ADJECTIVE.match(text.plain, end)
        whose = _of_the_place if match["head"] in _LOCAL else owner_of
        land = "sy" if own and own["sy"] else "iq" if own else whose(text, start, found, lexicon, home)
        actor = row.get(land or "")
        if actor is not None and actor in lexicon.actors:
            known.append(Mention(start, end, actor=actor, kind=lexicon.actors[actor].kind))
    return sorted(known, key=lambda m: m.start)


def on_their_ground(text: Text, found: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions; border guards told from one capital are the other's where its body and its towns stand beside."""
    kept = list(found)
    for n, mention in enumerate(found):
        other = _GUARDS.get(mention.actor or "")
        told = other in lexicon.actors and text.plain[mention.start : mention.end] in _BARE_GUARDS
        men = told and _MEN_OF.search(text.plain, max(0, mention.start - _TITLE), mention.start)
        if other is None or not men or _OWN_ADJECTIVE.match(text.plain, mention.end):
            continue
        land = owner_of(text, mention.start, found[:n], lexicon, None)
        near, _ = _grounds(text, mention.start, found, lexicon)
        if land == near == other[:2]:
            kept[n] = replace(mention, actor=other)
    return kept


_GUARDS = {"iq_border_guard": "sy_border_guard", "sy_border_guard": "iq_border_guard"}
_MEN_OF = regex(
    r"(?<!\w)[وفبل]?(?:عناصر|عنصران|عنصرين|دوريه|دوريات|الويه|قوه|وحدات|وحده|جنود|مجموعه|سريه|نقطه|مخفر|افراد)(?: \S+)?(?: من| ل)? $"
)
_BARE_GUARDS = ("حرس الحدود", "قوات حرس الحدود", "قوات الحدود", "قياده حرس الحدود", "قياده قوات الحدود")
_OWN_ADJECTIVE = regex(r" (?:(?:ال)?(?P<sy>سوري)|(?:ال)?عراقي)(?:ه|ين|ون)?(?!\w)")
"""«وحدات الحدود العراقية»."""
_SIDE_BEHIND = regex(
    r"(?:\S+ ){1,3}?(?:on|from) the (?:(?P<sy>syrian)|iraqi) side\b|(?:\S+ ){1,3}?(?:علي|في|من) الجانب (?:ال)?(?:(?P<sy2>سوري)|عراقي)"
)
"""«حرس الحدود على الجانب السوري»: whose it is stands behind it."""


def _attending(text: Text, start: int, end: int) -> bool:
    """ "The head of military intelligence": he without a name stands for his body, unless he speaks."""
    if _HE.search(text.plain, max(0, start - _TITLE), start) is None or _SPEAKS.match(text.plain, end):
        return False
    _, last = text.folded.span(end - 1, end)
    return _NAMED.match(text.original, last) is None


_HE = regex(r"\b(?:the|and) (?:head|director|commander|chief) of (?:the )?$")
_SPEAKS = regex(r",? (?:said|says|told|added|announced|stated|confirmed|explained|noted|who)\b")
_NAMED = regex(r",? (?:(?:[A-Z][a-z]{1,5}\.? )*[A-Z])")


def _of_the_place(text: Text, start: int, found: Sequence[Mention], lexicon: Lexicon, home: Side | None) -> str | None:
    """Syria where its army stands right before it; whether the last place before it, of Syria or of
    the Kurdistan Region, is Syrian; else from where the report is told."""
    if _SYRIAN_ARMY_AND.search(text.plain, max(0, start - _TITLE), start):
        return "sy"
    places = [m.place for m in found if m.end <= start and m.place in lexicon.places]
    lands = [
        "sy" if lexicon.places[p].country == "SY" else "iq" for p in places if p and _syrian_or_kurdish(p, lexicon)
    ]
    return lands[-1] if lands else next((land for land, side in _LANDS.items() if side is home), None)


_SYRIAN_ARMY_AND = regex(
    r"(?:\bsyria(?:n|'s) (?:\w+ )?(?:army|troops|forces|military)|\b(?:syrian )?government (?:forces|troops)|الجيش السوري|القوات الحكوميه|قوات الحكومه(?: السوريه)?)"
    r" (?:(?:and|against|with) (?:the )?|و|مع )$"
)


def _syrian_or_kurdish(place: str, lexicon: Lexicon) -> bool:
    return lexicon.places[place].country == "SY" or "kurdistan_region" in lexicon.contains(place)


_LOCAL = frozenset(
    ("asayish", "kurdish forces", "kurdish fighters", "kurdish troops", "kurdish guards", "kurdish units")
)
"""Forces of that name stand on both sides."""


def _with_next(plain: str, start: int, end: int) -> str:
    """A name, with the word behind it where that belongs to it: "border guard post"."""
    head = plain[start:end]
    word = _WORD.match(plain, end)
    return head if _ONE.match(head) or word is None else head + word[0]


_WORD = regex(r" \w+")


def owner_of(text: Text, start: int, found: Sequence[Mention], lexicon: Lexicon, home: Side | None) -> str | None:
    """Which of the two countries a body is of, if it is of one."""
    behind = _SIDE_BEHIND.match(text.plain, start)
    if behind is not None:
        return "sy" if behind["sy"] or behind["sy2"] else "iq"
    first = max((m.end() for m in _BREAK.finditer(text.plain, max(0, start - _SENTENCE), start)), default=0)
    before = [m for m in found if first <= m.start and m.end <= start and m.actor and m.kind in _STATES]
    if before:
        return _OF_SIDE.get(lexicon.actors[before[-1].actor or ""].side)
    told = next((land for land, side in _LANDS.items() if side is home), None)
    near, everywhere = _grounds(text, start, found, lexicon)
    return near or told or everywhere


def _grounds(text: Text, start: int, found: Sequence[Mention], lexicon: Lexicon) -> tuple[str | None, str | None]:
    """The country in which the towns of its sentence lie, and that of all towns of the text."""
    stop = _BREAK.search(text.plain, start)
    first = max((m.end() for m in _BREAK.finditer(text.plain, max(0, start - _SENTENCE), start)), default=0)
    towns = [m for m in found if m.place in lexicon.places and not (m.place or "").startswith(_WIDE)]
    near = [m for m in towns if first <= m.start < (stop.start() if stop else len(text.plain))]
    return _land(near, lexicon), _land(towns, lexicon)


def _land(towns: Sequence[Mention], lexicon: Lexicon) -> str | None:
    lands = {lexicon.places[m.place].country for m in towns if m.place}
    land = next(iter(lands)).lower() if len(lands) == 1 else None
    return land if land in _LANDS else None


_WIDE = ("c_", "x_", "border_")


@functools.cache
def _bare() -> tuple[Mapping[bool, re.Pattern[str]], Mapping[str, Mapping[str, str]]]:
    """The expressions of both languages, and per name which actor it is in which country."""
    rows = read_yaml("nations.yaml")["bare"]
    kinds = {name: row["actors"] for row in rows for name in (*row["ar"], *row["en"])}

    def names(lang: str) -> str:
        return "|".join(sorted((re.escape(n) for row in rows for n in row[lang]), key=len, reverse=True))

    arabic = regex(rf"(?<!\w)[وفبلك]?(?P<head>{names('ar')})(?!\w)")
    english = regex(rf"\b(?P<head>{names('en')})\b(?!['’-](?!s (?:[\w-]+ ){{0,3}}{_MEN}))")
    return {True: arabic, False: english}, kinds
