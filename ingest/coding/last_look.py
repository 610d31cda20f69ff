"""A last look at a cast: nobody twice, and no part for whoever cannot have one: groups at a table, the sender of a letter
that others hand over, the council that only tells what its court did, a spokesman, who attended the talks at which others
signed; both states where their men met without a name. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from events.codebook import EventType, Part, Side
from ingest.coding.event_types import Happening
from ingest.coding.hearings import COURTS
from ingest.coding.lexicon import Lexicon
from ingest.coding.missions import MISSIONS
from ingest.coding.nearness import AMERICANS
from ingest.coding.regexes import regex
from ingest.coding.roles import Who, add
from ingest.coding.rules import TALKS

_LETTER_OF = regex(
    r"(?<!\w)[وف]?(?:ب|ل)?(?:ال)?(?:رساله|رسايل|برقيه|كتابا?|تحيات) (?:[^\s،.]+ ){0,2}?من (?:[^\s،.]+ ){0,5}$"
    r"|\b(?:message|letter|greetings|regards) from (?:[^\s,.]+ ){0,5}$"
)
_OF_BOTH = regex(
    r"(?:ضباط\w*|مسوول\w*|قاده|قيادات|خبراء|وفود|ممثل\w*|لجان|فرق|مختص\w*|امنيين|امنيون) (?:[^\s،.]+ ){0,2}?(?:من|عن) (?P<ar>(?:كلا )?(?:ال)?(?:جانبين|بلدين|طرفين|دولتين))(?!\w)"
    r"|\b(?:officers|officials|commanders|experts|delegations|representatives|teams)(?: \w+){0,2} (?:from|of) (?P<en>both (?:sides|countries|states|governments|armies)|the two (?:sides|countries|states|governments|armies|neighbou?rs))\b"
)
"""«ضباط من الجانبين»: men of both states whom nobody names."""
_ATTENDED = regex(
    r"(?:حضر\w*|بحضور|بمشاركه|شارك\w* فيها?) [^.؛]{0,70}$|\b(?:attended by|in the presence of|attended|joined by)\b[^.;]{0,70}$"
)
_OF_TALKS = regex(
    r"(?:مباحثات|محادثات|اجتماع\w*|لقاء\w*|جلسه|زياره|talks|meeting|visit)\b[^.؛;]{0,60}(?:حضر\w*|بحضور|attended|in the presence)[^.؛;]{0,80}$"
)
_SPEAKS = regex(r"spokes|media (?:office|cell)|press office")
_OWN_WORD = (EventType.STATEMENT, EventType.APPOINTMENT, EventType.AGREEMENT, *TALKS)
_ISIS_MEN, _SUSPECTS = "pop_isis_detainees", "pop_suspects"
_CONVICTS = regex(
    r"محكوم|نزيل|نزلا|(?<!\w)سجين\w* (?:سوري|عراقي)|سجناء (?:سوري|عراقي)|مدانين|جنائي|(?<!\w)متهم\w* (?:\S+ )?مطلوب"
    r"|\bconvict|\bsentence|\binmates?\b|\bprison terms\b|\bsyrian prisoners\b|\biraqi prisoners\b|\bserving\b"
)
_IS_ISIS = regex(
    r"داعش|د1عش|تنظيم الدول|\bisis\b|\bis\b (?:group|suspects|detainees|members)|islamic state|daesh|جهادي|jihadist"
)
_CAPITALS = (
    "baghdad",
    "damascus",
    "amman",
    "ankara",
    "doha",
    "riyadh",
    "tehran",
    "istanbul",
    "munich",
    "geneva",
    "new_york",
)
_ENVOY_TO = regex(
    r"(?<!\w)(?:ال|لل|ل)?(?:سفير\w*|قايم\w* (?:ب(?:ال)?اعمال)\S*|قنصل) (?:[^\s،.]+ ){0,4}?(?:في |ب)(?:(?P<iq>بغداد)|دمشق)(?!\w)"
    r"|\b(?:ambassador|charg[eé] d['’]affaires|consul(?: general)?)(?: [\w'’-]+){0,3}? in (?:(?P<iq_en>baghdad)|damascus)\b"
)
"""«السفير السوري في بغداد»: where he is posted, and they met."""
_MEN_OF = regex(
    r"(?<!\w)(?:ال)?(?:جندي\w*|جنود|عسكري\w*|ضباط|ضابط\w*|عنصر\w*|عناصر|افراد|منتسب\w*) (?:من|في) (?:\S+ )?$"
    r"|\b(?:soldiers|troops|officers|members|conscripts) (?:of|from) (?:the )?(?:\w+ )?$"
)
"""«ألفي جندي من الجيش السوري»: those who fled, not who took them in."""
_HEAD_OF = regex(
    r"(?:'s|’s)? (?:commander|chief|head|director|boss),? (?:(?:staff|lieutenant|lt\.?|major|maj\.?|brigadier|brig\.?|general|gen\.?|colonel|col\.?|admiral|adm\.?|rear|vice) )*"
)
_WERE_HIT = regex(
    r"(?:'s?|’s?)?(?: [\w-]+){0,3} (?:was|were|has been|have been) (?:killed|wounded|injured|shot|hurt|hit|ambushed|attacked|martyred)\b"
)
_PASSIVE = regex(
    r" (?:in \w+ )?(?:was|were|has been|had been|is to be|will be|is being) (?:\w+ly )?(?:re-?open|open|clos|shut|evacuat|attack|restor|mov|relocat|upgrad)\w*"
)
_REOPENED = regex(r"(?<!\w)[وف]?(?:اعيد|سيعاد|افتتحت|تم|جري|اغلقت) (?:(?:اعاده )?(?:ال)?(?:فتح|افتتاح|تشغيل|اغلاق) )?$")
_DECREED = (EventType.CROSSING_STATUS, EventType.BORDER_MEASURE)
_JOINED = regex(r",? and (?:the |his )?(?:[\w'’-]+ ){0,7}")
_AFTER_A_VISIT = regex(
    r"\b(?:hours|a day|days|a week|weeks|a month|months|shortly|fresh) (?:after|from|before) (?:a |his |her )?(?:visit|trip|tour|stop|talks)\b[^.;]{0,90}$"
    r"|(?<!\w)(?:بعد|عقب) (?:\S+ )?(?:ايام|يوم|يومين|اسبوع|ساعات|شهر) (?:\S+ )?من (?:زيار|لقا|جول)[^.؛]{0,90}$"
)
_TWO = 2
_MET = (EventType.MEETING, EventType.CALL, EventType.AGREEMENT)
_POST = regex(r"نقط|قاعد|موقع|مواقع|حاجز|ثكن|عسكري|\b(?:posts?|positions?|bases?|outposts?|checkpoints?)\b")
_ARMY = regex(r"جيش|army|troops|soldiers|جنود|جندي")


def looked_over(happening: Happening, cast: Sequence[Who], lexicon: Lexicon, day: dt.date) -> list[Who]:
    """The cast with everybody in it once, and those who only seem to take part left out or mentioned."""
    kind = happening.type
    found = _once(cast)
    if kind in TALKS:
        found = [w for w in found if w.actor is None or lexicon.actors[w.actor].kind != "population_group"]
    if kind is EventType.AGREEMENT:
        signed = [d.clause for d in happening.body]
        found = [w for w in found if not _attended(w, of_talks=w.clause in signed)]
    if kind in _MET:
        found += _of_both(happening, found, lexicon, day)
    if kind is EventType.MEETING:
        found = _at_home(happening, [w for w in found if not _met_before(w)], lexicon)
        found = [replace(w, part=Part.MENTIONED) if _sent_it(w) else w for w in found]
    if kind is EventType.STATEMENT:
        found = _by_the_court(found)
    if kind is EventType.DIPLOMATIC_STATUS:
        found = [replace(w, part=Part.TARGET) if _befell(w) else w for w in found]
    if kind not in _OWN_WORD:
        found = [replace(w, part=Part.MENTIONED) if _only_speaks(w, lexicon, day) else w for w in found]
    if kind in _DECREED:
        found = _both_did_it(happening, found, lexicon)
    if kind is EventType.REFUGE:
        found = [w for w in found if w.part is not Part.INITIATOR or not _MEN_OF.search(w.clause.before(w.start, 30))]
    if kind is EventType.DETAINEE_TRANSFER:
        found = _once(_whose_prisoners(happening, found, lexicon))
    if kind in (EventType.BORDER_MEASURE, EventType.BORDER_OPERATION, EventType.CROSSING_STATUS):
        found = _by_its_head(found, lexicon)
    if kind is EventType.INCIDENT:
        found = [replace(w, part=Part.TARGET) if _lost_men(w) else w for w in found]
    return _without_second_post(found, lexicon) if kind is EventType.INCIDENT else found


def _by_its_head(found: Sequence[Who], lexicon: Lexicon) -> list[Who]:
    """ "Border Forces commander Lieutenant General … supervised": the man, of whom his body is only the title. English."""
    for man in found:
        if man.actor is None or lexicon.actors[man.actor].kind != "person" or man.part is Part.MENTIONED:
            continue
        plain = man.clause.text.plain
        body = next((w for w in found if w.clause is man.clause and _HEAD_OF.fullmatch(plain, w.end, man.start)), None)
        if body is not None and body.part is Part.INITIATOR:
            return [replace(w, part=Part.INITIATOR) if w is man else w for w in found if w is not body]
    return list(found)


def _lost_men(who: Who) -> bool:
    """ "Two soldiers of the Border Forces' First Region were killed": those who were hit."""
    men = _MEN_OF.search(who.clause.before(who.start, 30))
    return bool(men) and who.part is Part.INITIATOR and _WERE_HIT.match(who.clause.after(who.end, 60)) is not None


def _befell(who: Who) -> bool:
    """ "The Syrian embassy in Baghdad was reopened", «أعيد فتح السفارة»: the mission whose state somebody changed."""
    if who.part is not Part.INITIATOR or who.actor not in MISSIONS.values():
        return False
    return bool(_PASSIVE.match(who.clause.after(who.end, 60)) or _REOPENED.search(who.clause.before(who.start, 24)))


def _once(cast: Sequence[Who]) -> list[Who]:
    """Each once, taking part before being mentioned."""
    found: dict[str, Who] = {}
    for who in cast:
        add(found, who)
    return list(found.values())


def _of_both(happening: Happening, found: Sequence[Who], lexicon: Lexicon, day: dt.date) -> list[Who]:
    """Both states, where nobody of either is told to take part."""
    clause = happening.first.clause
    men = _OF_BOTH.search(clause.text.plain, clause.start, clause.end)
    if men is None or any(w.part is not Part.MENTIONED for w in found):
        return []
    states = (lexicon.government(country, day) for country in ("iq", "sy"))
    return [Who(one, Part.PARTICIPANT, clause, *men.span("ar" if men["ar"] else "en")) for one in states]


def _whose_prisoners(happening: Happening, found: Sequence[Who], lexicon: Lexicon) -> list[Who]:
    """Convicts who finish their terms at home are no prisoners of ISIS; those whom the Americans fly out are."""
    told = [d.clause.plain for d in happening.drafts]
    meant, other = _ISIS_MEN, _SUSPECTS
    if any(w.actor in AMERICANS and w.part is not Part.MENTIONED for w in found):
        meant, other = other, meant
    elif (
        not _sent_to_syria(found, lexicon)
        or any(_IS_ISIS.search(words) for words in told)
        or not any(_CONVICTS.search(words) for words in told)
    ):
        return list(found)
    return [replace(w, actor=other) if w.actor == meant and w.part is Part.TARGET else w for w in found]


def _sent_to_syria(found: Sequence[Who], lexicon: Lexicon) -> bool:
    sides = {(w.part, lexicon.actors[w.actor].side) for w in found if w.actor is not None}
    return (Part.INITIATOR, Side.IQ) in sides or (Part.HOST, Side.SY) in sides


def _attended(who: Who, of_talks: bool) -> bool:
    """«جلسة مباحثات حضرها قائد قوات الحدود، أعقبها التوقيع»: he signed nothing. `of_talks`: only where it was talks."""
    before = who.clause.before(who.start, 150)
    there = _ATTENDED.search(before)
    return who.part is Part.PARTICIPANT and there is not None and (not of_talks or bool(_OF_TALKS.search(before)))


def _at_home(happening: Happening, found: Sequence[Who], lexicon: Lexicon) -> list[Who]:
    """Who meets the envoy that is posted to his country does so at home, unless it is told where else."""
    clause = happening.first.clause
    posted = _ENVOY_TO.search(clause.text.plain, clause.start, clause.end)
    if posted is None or any(w.part is Part.HOST for w in found):
        return list(found)
    side, home = (Side.IQ, "baghdad") if posted["iq"] or posted["iq_en"] else (Side.SY, "damascus")
    if any(m.place in _CAPITALS and m.place != home for m in clause.mentions):
        return list(found)
    return [
        replace(w, part=Part.HOST)
        if w.part is Part.PARTICIPANT
        and w.actor is not None
        and lexicon.actors[w.actor].side is side
        and lexicon.actors[w.actor].kind == "person"
        and not posted.start() <= w.start < posted.end()
        else w
        for w in found
    ]


def _met_before(who: Who) -> bool:
    """ "Days after a visit to Tehran where he met …": no one of these talks."""
    return _AFTER_A_VISIT.search(who.clause.before(who.start, 110)) is not None


def _both_did_it(happening: Happening, found: Sequence[Who], lexicon: Lexicon) -> list[Who]:
    """ "The minister and the governor opened the crossing": both as one subject."""
    first = happening.first
    people = [w for w in found if w.actor is not None and lexicon.actors[w.actor].kind == "person"]
    ahead = sorted((w for w in people if w.clause is first.clause and w.end <= first.start), key=lambda w: w.start)
    if len(ahead) < _TWO or first.start - ahead[-1].end > 1 or first.text.plain[first.start] > "\u0600":
        return list(found)
    one, other = ahead[-2:]
    if _JOINED.fullmatch(first.text.plain, one.end, other.start) is None:
        return list(found)
    return [replace(w, part=Part.INITIATOR) if w in (one, other) else w for w in found]


def _sent_it(who: Who) -> bool:
    """«سلّمه رسالة من السوداني»: he was not there."""
    return who.part is not Part.MENTIONED and _LETTER_OF.search(who.clause.before(who.start, 70)) is not None


def _by_the_court(found: list[Who]) -> list[Who]:
    """The court acts; the council of judges tells of it."""
    council, court = COURTS
    acting = {w.actor for w in found if w.part is Part.INITIATOR}
    if not {council, court} <= acting:
        return found
    return [replace(w, part=Part.MENTIONED) if w.actor == council else w for w in found]


def _only_speaks(who: Who, lexicon: Lexicon, day: dt.date) -> bool:
    """A spokesman does nothing of what he tells."""
    if who.actor is None or who.part is not Part.INITIATOR or lexicon.actors[who.actor].kind != "person":
        return False
    office = lexicon.office_of(who.actor, day)
    return office is not None and _SPEAKS.search(office.title_en.lower()) is not None


def _without_second_post(found: list[Who], lexicon: Lexicon) -> list[Who]:
    """«عنصران من حرس الحدود … على نقطة عسكرية»: the post is theirs, no army's."""
    hit = {w.actor: lexicon.actors[w.actor].side for w in found if w.part is Part.TARGET and w.actor is not None}
    return [w for w in found if not (w.part is Part.TARGET and _bare_post(w) and _another(w, hit))]


def _bare_post(who: Who) -> bool:
    name = who.clause.text.plain[who.start : who.end]
    return _POST.search(name) is not None and _ARMY.search(name) is None


def _another(who: Who, hit: Mapping[str, Side]) -> bool:
    mine = hit.get(who.actor or "")
    return any(actor != who.actor and side == mine for actor, side in hit.items())
