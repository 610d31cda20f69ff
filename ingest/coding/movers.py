"""Who moves and how far: people who flee, residents who stay in their country, families who are no prisoners. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.coding.modality import rejected
from ingest.coding.nearness import GROUPS, near
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_PEOPLE = regex(
    r"(?<!\w)[وفبل]?(?:ال|لل)?(?:مدنيين|مدنيون|مدنيا|عايلات|عايله|عوايل|اسر|اسره|نساء|اطفال|سكان|اهالي|لاجيين|لاجي|نازحين|نازح|شخص|اشخاص|مواطنين)(?!\w)"
)
_JAILED = regex(r"سجن|سجون|معتقل|محتجز|سجين|سجناء|عناصر|مقاتل|داعش|ارهابي|مخيم")
_INLAND = regex(
    r"(?<!\w)(?:الي|نحو|باتجاه|صوب|داخل|بين)\s(?:(?!العراق)[^\s،.]+ ){0,6}?$|\b(?:to|towards?|into)\s(?:[^\s,.]+ ){0,8}?$"
)
_HOMEWARD = regex(r"عراق|القايم|نينوي|الجدعه|الموصل|بغداد|iraq|jeddah|jadaa|nineveh|mosul|baghdad")


def people_flee(clause: Clause, word: Word) -> bool:
    """«مئات المدنيين ممن فروا من الاشتباكات»: people in flight, no jailbreak."""
    if "escape" not in word.classes:
        return False
    near = clause.before(word.start, 60) + clause.after(word.start, 60)
    return bool(_PEOPLE.search(near)) and not _JAILED.search(near)


def stays_inland(clause: Clause, word: Word) -> bool:
    """«نقل قاطني مخيم الهول إلى مخيم في ريف حلب»: from a camp in Syria to another place of it."""
    if _to_their_homes(clause, word):
        return True
    iraqi = [m for m in clause.mentions if m.place in _IRAQI or (m.place or "").startswith("iq_")]
    if any(not _REFUSED.search(clause.before(m.start, 40)) for m in iraqi):
        return False
    camp = any(
        (m.place or "").startswith(("camp_hol", "hol_")) or "مخيم" in _text(clause, m.start, m.end)
        for m in clause.mentions
    )
    dwell = clause.has("pop_camp_families") or _DWELL.match(clause.after(word.end, 50)) is not None
    if not (camp or clause.has("facility")) or not dwell:
        return False
    ahead = re.split(r"،|, ", clause.after(word.end, 160), maxsplit=1)[0]
    ours = [
        m for m in clause.mentions if m.land == "sy" or (_syrian(m.place) and not (m.place or "").startswith("camp_"))
    ]
    if any(_KIN.search(clause.before(m.start, 24)) for m in ours):
        return True
    if _HOMEWARD.search(clause.plain[: word.end - clause.start]) or _HOMEWARD.search(ahead):
        return False
    inland = [m for m in clause.mentions if m.start >= word.end and _syrian(m.place) and m.place != "sy_hasakah"]
    return any(_INLAND.search(clause.before(m.start, 60)) for m in inland)


def _to_their_homes(clause: Clause, word: Word) -> bool:
    """«إعادة 90 عائلة من مخيم الجدعة إلى مناطق سكناها»: from a camp in Iraq to where its people are from, inside Iraq."""
    if any(_syrian(m.place) or (m.place or m.actor or "") in ("c_sy", "ne_syria") for m in clause.mentions):
        return OWN_HOMES.search(clause.after(word.end, 160)) is not None and not _FROM_SYRIA.search(clause.plain)
    return OWN_HOMES.search(clause.after(word.end, 160)) is not None


OWN_HOMES = regex(
    r"من (?:ال)?(?:مخيم |مركز )?(?:ال)?(?:جدعه|امل)(?!\w)[^.؛]{0,40} (?:الي|نحو) (?:مناطق\w*|ديار\w*|منازل\w*|مدن\w*|قراهم|محافظات\w*)"
    r"|\b(?:from|out of) (?:the )?(?:al-)?(?:jadaa|jeddah|amal)\b[^.;]{0,40} (?:to (?:their|its) (?:areas|homes|towns|villages|places|provinces)|home to (?:nineveh|anbar|salahaddin|mosul))"
)
_FROM_SYRIA = regex(r"(?:من|from) (?:ال)?(?:مخيم )?(?:ال)?(?:هول|روج|سوريا)|from (?:al-)?(?:hol|roj|syria)")
_REFUSED = regex(
    r"\b(?:refus\w+|declin\w+|unwilling) to (?:return|go back|go home)(?: home)? to $|رفض\w* (?:ال)?(?:عوده|رجوع) الي $"
)
_KIN = regex(
    r"(?<!\w)(?:ابناء|اهالي|سكان) (?:محافظه |مدينه |ريف |بلده |مناطق )?(?:ال)?$|\b(?:families|people|residents|natives|locals) from (?:the )?$"
)
"""«عائلات من أبناء محافظة الرقة»: people of the same country."""
_DWELL = regex(r" (?:[\w,.-]+ ){0,4}?(?:residents|inhabitants|families|occupants|people|women|households)\b")


def within_country(clause: Clause, word: Word) -> bool:
    """Camp residents moved inside one country."""
    camp = any((m.place or "").startswith("camp_") for m in clause.mentions)
    named = [m for m in clause.mentions if not clause.before(m.start, 4).endswith("non-")]
    iraqi = any((m.place or m.actor or "").startswith(("c_iq", "iq")) for m in named)
    return camp and near(clause, word, "pop_camp_families") is not None and not iraqi


def _syrian(place: str | None) -> bool:
    return place is not None and (place.startswith(("sy_", "camp_")) or place in _TOWNS)


_IRAQI = frozenset(
    ("camp_domiz", "camp_gawilan", "camp_bardarash", "camp_jadaa", "camp_makhmur", "kurdistan_region", "c_iq")
)
_TOWNS = frozenset(("akhtarin", "aleppo_city", "damascus", "homs_city", "dez_city", "qamishli", "albukamal", "mayadin"))


def _text(clause: Clause, start: int, end: int) -> str:
    return clause.text.plain[start:end]


_FORM = regex(r"رحل|ترحيل|ابعاد|استرد|استرداد|تسفير|سلم|تسليم|تسلم|استلم|استلام")


def expelled(clause: Clause, word: Word) -> bool:
    """«رحّلت السلطات مطلوباً سورياً»: who is wanted is sent away or given back."""
    if _FORM.search(clause.text.plain, word.stem, word.end) is None:
        return False
    plain = clause.text.plain
    wanted = (w for w in clause.of("pop_suspects") if not plain[w.start : w.end].endswith("ه"))
    return any(0 <= w.start - word.end <= 60 for w in wanted)


def say_which(clause: Clause, word: Word) -> bool:
    """«عسكريين سابقين عادوا من العراق»: a plural verb behind its people says which ones; behind «أنّ» or at a start it
    tells what they did."""
    if word.nominal or not clause.text.plain[word.stem : word.end].endswith(("وا", "ون")):
        return False
    ones = _COUNTED_ONES.search(clause.before(word.start, 50))
    if ones is not None and ones.start() > 0 and not _THAT.search(clause.before(word.start, 50)[: ones.start("n")]):
        return True
    people = [w for w in clause.words if 0 <= word.start - w.end <= _ADJECTIVE and w.classes & _GROUPS]
    return (
        bool(people)
        and people[0].start > clause.start + _OPENING
        and not _THAT.search(clause.before(people[0].start, 40))
    )


_COUNTED_ONES = regex(r"(?<=[^\s:،.] )(?P<n>\d[\d.,]*) (?:الف )?[^\W\d]+ (?:(?:سابق|سوري|عراقي|ممن)\w* ){0,2}$")
"""«تسوية أوضاع 200 عسكري سابق عادوا»."""
_ADJECTIVE = 14
_OPENING = 30
_GROUPS = frozenset(GROUPS)
_THAT = regex(r"(?:^|\s|[،:])و?(?:ان|بان|لكن|حيث|فيما|بينما|كما|اذ|ثم)\s(?:\S+ ){0,4}$")


def another_group(clause: Clause, others: Sequence[Clause]) -> bool:
    """The employees of a crossing beside the soldiers: a movement of its own."""
    staff = "pop_crossing_staff"
    if not clause.has(staff) or any(c.has(staff) for c in others):
        return False
    return bool(_ALSO.search(clause.plain)) or any(c.has("pop_sy_soldiers") for c in others)


_ALSO = regex(r"(?<!\w)(?:كذلك|ايضا|كما|اليوم السابق|في وقت سابق)(?!\w)")


def is_camp(clause: Clause, word: Word) -> bool:
    """«مخيم الهول» as a place, and not the people in it."""
    return clause.text.plain.startswith(("مخيم", "المخيم", "al-hol", "roj", "hol camp"), word.stem)


def entry_denied(clause: Clause, word: Word) -> bool:
    """ "denied that its fighters had crossed into Syria": a force over the line, and no people in flight."""
    if (
        not ((clause.has("denied") or rejected(clause, word) is not None) and clause.has("unit"))
        or clause.text.plain[word.start] > "\u0600"
    ):
        return False
    force = any((m.actor or "").startswith(("iq_", "p_")) and not m.adjective for m in clause.mentions)
    return force and any(m.land == "sy" and m.start >= word.start for m in clause.mentions)


def armed_entry(clause: Clause, word: Word) -> bool:
    """«300 مقاتل من منظمة بدر دخلوا سوريا», "denied that its fighters had crossed into Syria": men of a faction over the line."""
    if entry_denied(clause, word):
        return True
    if not _OVER.match(clause.text.plain, word.stem) or near(clause, word, *GROUPS, reach=60) is not None:
        return False
    bands = [m for m in clause.mentions if m.kind == "armed_group" and m.actor != "isis" and not m.adjective]
    near_by = [m for m in bands if max(m.start - word.end, word.start - m.end) <= _BAND]
    men = _FIGHTERS.search(clause.before(word.start, _BAND) + " " + clause.after(word.end, _BAND)) is not None
    into = [m for m in clause.mentions if m.kind == "country" and not m.adjective and 0 <= m.head - word.end <= _BAND]
    return bool(near_by) and men and bool(into)


def told_of_entry(clause: Clause, start: int) -> bool:
    """Whether the word at `start` tells of such an entry."""
    return any(w.start == start and armed_entry(clause, w) for w in clause.words)


_BAND = 60
"""Characters between the verb and the faction, and the country that it enters."""
_OVER = regex(r"دخل|دخول|[يت]دخل|عبر|عبور|[يت]عبر|enter|crossed into|crossing into|crossed over|crossed the border")
_FIGHTERS = regex(
    r"مقاتل|مسلح|عناصر|فصيل|فصايل|رتل|ارتال|ميليشي|مليشي|fighters|militi|gunmen|convoy|column|members|men\b"
)


def no_mover(clause: Clause, word: Word) -> bool:
    """ "received $4,000", "received 412 travellers", "a delegation arrived at the camp", a column of the Americans: English."""
    if clause.text.plain[word.stem] > "\u0600":
        return False
    if _NO_MOVE.match(clause.after(word.end, 60)):
        return True
    if "arriv" in clause.text.plain[word.start : word.end] and clause.has("delegation", "visit"):
        return _ENVOYS.search(clause.before(word.start, 110)) is not None
    told = clause.text.plain[word.start : word.end]
    if told in ("drove through", "drove across") and not clause.has("crossing") and "border" not in clause.plain:
        return True
    return bool(word.classes & _GO) and _COLUMN.search(clause.before(word.start, 120)) is not None


_GO = frozenset(("refuge", "return"))
_NO_MOVE = regex(
    r" (?:(?:up to|about|around|some|nearly|more than|over|only|yesterday|today|on \w+day|a total of|\d[\d,.]*|an?|the|each|every) )*"
    r"(?:[$€£]\s?\d|(?:travell?ers?|passengers?|trucks?|lorries|tankers?|tourists?|pilgrims?|calls?|reports?|complaints?|orders?|approval|instructions|word|letters?|money|funds|salaries|aid|threats|applications|requests)\b)"
)
_ENVOYS = regex(r"\b(?:delegation|committee|team|mission|envoys?|minister|officials|lawmakers|mps|deputies)\b[^.;]*$")
_COLUMN = regex(
    r"\b(?:american|u\.?s\.?|coalition|military)(?: \w+){0,3} (?:vehicles|convoys?|troops|forces|soldiers|trucks|armou?r|column|humvees)\b|\b(?:column|convoy)s? of (?:american|u\.?s\.?|coalition|military|armou?red)\b"
)
_TAKEN_IN = regex(r" (?:\S+ ){0,14}?(?:نازح\S*|لاجي\S*|مدني\S*|عايل\S*|اسره?|شخص\S*) (?:من ال)?سوري")


def takes_in(clause: Clause, word: Word) -> bool:
    """«استقبل إقليم كردستان ألف نازح سوري من الحسكة»: Syrians let into Iraq."""
    if "receive" not in word.classes or _TAKEN_IN.match(clause.after(word.end, 140)) is None:
        return False
    return any((m.actor or m.place or "").startswith(("krg", "iq", "kurdistan", "c_iq")) for m in clause.mentions)
