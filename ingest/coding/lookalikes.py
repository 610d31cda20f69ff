"""English words that look like an act and tell none: borders that meet, a source not to be named. PURE."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from events.codebook import EventType
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.words import Word

_MOVEMENTS = frozenset((EventType.REFUGE, EventType.REPATRIATION, EventType.DETAINEE_TRANSFER))
_TOPIC = regex(
    r"\b(?:on|about|against|says|said|than|without|that|whether|talks|between|debate over|covered|included|include|covering|possibility of|prospect of|ways of|importance of|issue of|need for)\s+$"
)
"""«talks on moving them», "says moving them will …": what is spoken of."""
_ASKED_OF = _MOVEMENTS | {
    EventType.BORDER_MEASURE,
    EventType.CROSSING_STATUS,
    EventType.MEETING,
    EventType.AGREEMENT,
    EventType.INTELLIGENCE_SHARING,
}
_ASKED = regex(
    r"\b(?:asked|asks|asking|begged|pressed|pressing|lobb\w+|trying|tried|failed|unable|how|meant|designed|attempt\w*|enabl\w+|aim|aims|aiming|want(?:s|ed)? (?:baghdad|damascus|iraq|syria|the \w+))\b"
    r"(?: (?!to\b)[^\s,;]+){0,6} to (?:\w+ly )?$"
)
"""«asked his hosts to secure …»: nobody has done it."""
_HEARSAY = regex(
    r"\b(?:channels?|posts?|pages|accounts|social media|videos?|some media|websites|rumou?rs)\b[^.;]{0,60}"
    r"\b(?:claim\w*|alleg\w*|report\w*|purport\w*|circulat\w*|suggest\w*)\b[^.;]{0,60}$"
)
"""«several channels claimed that the gates were closed»."""
_GOODS = regex(
    r" (?:\w+ ){0,3}?(?:blankets|food|aid|tents|cash|assistance|treatment|training|supplies|medicine|vaccines|parcels|baskets|stipends|salaries)\b"
)
"""«refugees received blankets»: they went nowhere."""
_BY_FORCE = frozenset((EventType.INCIDENT, EventType.BORDER_OPERATION, EventType.JOINT_OPERATION))
_WHOSE = regex(r"\bwhose (?:[^\s,;]+ ){0,7}$")
"""«smugglers whose attempt to cross had been thwarted»: who fired, not what happened."""
_OFTEN = regex(
    r"^[^.;]{0,70}\b(?:(?:several|many|three|four|five|multiple|numerous) times|repeatedly|regularly|often)\b"
)
_VERB = regex(r"\b(?:to|will|would|may|could|should|must|not|and)\s+(?:\w+ly )?$")
_THING = regex(r" (?:\S+ ){0,3}?(?:crossing|border|gate|post|frontier|camp)")
_NOUN = regex(r"\b(?:under|by|on|the|of|his|her|their|these|such|court|warrant|public|law and|in)\s+$")
_NEVER_TOPIC = frozenset((EventType.AGREEMENT, EventType.MEETING, EventType.CALL, EventType.STATEMENT))
_PAPERS = regex(
    r" (?:of |over )?(?:the |all |some )?(?:data|documents?|information|files?|funds|money|power|control|authority|responsib\w+|records|weapons|lists?)\b"
)
"""«the transfer of data and documents»."""
_KEPT = regex(r"\b(?:keep|keeps|kept|keeping) (?:\S+ ){1,4}$")
"""«for keeping the Semalka crossing open»: nothing changed."""
_FLOW = regex(
    r"\b(?:traffic|movement|passage|trade|trucks|travel|transit|work|flow)\b(?: \S+){0,4} (?:was |were |has |have |had |been )*$"
)
_CITY = regex(
    r"\s+(?:damascus|aleppo|homs|hama|mosul|power|politics|talks|force|into force|the (?:city|town|capital|prison|camp|base|palace)|its|their|a|an)\b"
)
"""«rebels entered Damascus»: nobody seeks refuge."""
_PAPERS_COME = regex(
    r"\b(?:documents?|data|files|talks|aid|number|total|toll|deal|agreement)\b[^.;]{0,50}\b(?:has|have|had)(?: already)? $"
)
_TERMS = regex(r" (?:down|out|life|death|prison|jail|long|heavy|stiff|sentences?)\b")
_STRUCK = regex(r" (?:a|an|the) (?:\w+ ){0,2}?(?:deal|agreement|accord|balance|pact|bargain|tone)\b")
_HELD = regex(r"\b(?:the|in|into|changed?|their|his|many|whose|our)\s+$")
_GIVEN_TO = regex(
    r" (?!out\b|a |an )[^.;]{0,70}?\b(?:over|back|to (?:the )?(?:syria|iraq|damascus|baghdad|their|new|authorit|other side))"
)
_OF_PACT = regex(
    r"\b(?:memorandum|mou|agreement|accord|deal|protocol|pact|understanding|treaty)(?: of understanding)? (?:on|for|about|covering|regulating|governing)\s+(?:the )?(?:[^\s.;]+ ){0,6}$"
)
"""«a memorandum on the handover of convicts»: what a pact is about."""
_WORDS = regex(
    r" (?:\S+ )?(?:views|fire|gunfire|information|intelligence|visits|expertise|experience|letters|greetings|lists|data|accusations|messages|opinions|blame)\b"
)
_PRINTED = ("statement ", "release ", "copy ", "communique ", "text ")
"""«a statement received by the agency»."""
_LEAVING = regex(r"pull\w* out(?: of)?|left|leaves|leaving|depart\w*|withdr\w+|evacuat\w+")
_CIVILIANS = regex(r"\b(?:buses|families|iraqis|refugees|residents|civilians|inmates|prisoners|detainees)\b")
_NONE = regex(r"\b(?:no|without any|free of|free of any|zero)\s+(?:\w+\s){0,4}$")
_TO_US = regex(r"\s+(?:the )?(?:syria|iraq|damascus|baghdad)")
_BLOWS = frozenset(("bombed", "pounded", "struck", "bombs", "hits"))
_STRIKES = regex(
    r"\b(?:warplanes?|jets?|f-16s?|aircraft|air force|artillery|army|forces|troops|helicopters?|planes)\b[^.;]{0,40}?\b(?:bomb|struck|hit|strik|pound|shell|target)\w*"
    r" (?:\w+ ){0,3}?(?:islamic state|isis|is|daesh|militants?|terrorists?|jihadists?)\b"
)
"""«warplanes bombed an Islamic State hideout»: a force at work, no incident."""
_THE = regex(r"\b(?:the|a|an|its|this|unofficial|long) $")
_RESIDENTS = r"(?:refugees|workers|residents|protesters|activists|journalists|students|demonstrators|bloggers)"
_LAND_TAKEN = regex(
    r" (?:control of|power|swaths?|swathes|large|vast|much of|most of|parts of|territor\w+|land|ground|(?:the )?(?:city|town|capital|country|area|province))\b"
)
_GROUP = regex(
    r"\b(?:isis|islamic state|is group|daesh|jihadists|militants|rebels|terror group|jihadist group)(?: (?:\([a-z]+\)|group|militants|fighters|gunmen|organi[sz]ation|once|had|has|also|then|later|\w+ly))*\s+$"
)
"""«ISIS seized swathes of Iraq and Syria in 2014»: what the group did, no force."""
_HELD_INLAND = regex(
    rf"\b{_RESIDENTS}\b.{{0,20}}(?:detained|arrested)|(?:detain|arrest)\w* (?:\w+ ){{0,3}}{_RESIDENTS}\b"
)
"""«refugees detained by …»: police work inside a country."""
_MOVED_HOUSE = regex(r"mov|relocat|transfer|shift|flown|flew|driven|bused")
_WALKOUT = regex(r"\b(?:on|hunger|general|ended (?:a|their)|called off (?:a|their)|sit-in and)\s+$")
_ARMS = regex(r"(?:mortar|rocket|drone|missile|landmine|shell)s?")
_FIRED = regex(
    r"\b(?:fir(?:ed?|ing)|launch\w*|hit\w*|struck|str(?:ike|uck|ikes|iking)|land(?:ed|s)|fell|falling|explo\w+|attack\w*|target\w*|shell(?:ed|ing)|wound\w*|kill\w*|injur\w*"
    r"|crash\w*|slam\w*|rain\w*|came down|barrage|salvo|volley|blast|detonat\w*|damag\w*|bomb\w*)\b"
)
_CREPT = ("slip", "sneak", "stole", "crept")
_CAPITAL = regex(r" (?:into |through )?(?:damascus|baghdad|erbil|the (?:syrian|iraqi) capital)\b")
"""«slipped into Damascus»: a visitor, no infiltrator."""
_QUAKE = regex(r"quake|tremor|storm|flood|lightning")
_JOINED = regex(
    r"\b(?:borders|frontiers|roads|rivers|where(?! (?:it|he|she|they|both|the (?:two|delegation|minister|team))\b))\b[^.;]{0,50}$"
    r"|\b(?:bankers|business\w+|traders|merchants|artists|directors|filmmakers|writers|poets|doctors|academics|students|fans|players|investors|companies)\b[^.;]{0,60}$"
)
_NO_TALK = regex(
    r"\s+(?:the |their |its |our |all )?(?:needs?|demands?|criteria|conditions|standards|deadline|target|requirements|challenges|cost|gunfire|fire|resistance|silence|criticism|with (?:fire|gunfire|resistance|silence|criticism))\b"
)
_THINGS = regex(
    r" (?:the |a |an |its |their |any |all )?(?:\w+ ){0,2}?(?:equipment|orders|training|support|aid|reports?|information|treatment|payments?|salaries|weapons|detainees|prisoners|inmates"
    r"|famil\w+|refugees|move|decision|announcement|step|agreement|news|results?|lifting|statement|efforts?|proposal)\b"
)
_PAPER = regex(r"\b(?:statement|copy|communiqu[eé]|release|remarks|readout|report|document|letter)(?: \w+)? $")
"""«a statement received by the agency»."""
_TOLD = regex(r"\b(?:told|said|says|spoke to|speaking to|interview\w*|arrested|held|killed|detained)\b[^.;]{0,70}$")
"""«Araji told Rudaw in Baghdad on Wednesday»: where he spoke."""
_NOT_HELD = regex(r"(?: with [^.;,]{2,30})? (?:has|have|had|were|was) (?:not|yet to)\b")
_STANDING = regex(
    r"(?:concrete )?(?:walls?|trench(?:es)?|cameras?|fences?|barriers?|watchtowers?|berms?|checkpoints?|outposts?|observation posts?"
    r"|towers|ditch(?:es)?|barbed wire|razor wire|surveillance|thermal|lookouts?|moat)"
)
_WORKS = regex(
    r"\b(?:buil[dt]|erect|dig|dug|instal|complet|finish|construct|extend|add(?:ed|ing)|reinforc|fortif|put(?:ting)? up|sets? up|setting up|works?\b"
    r"|progress|km\b|kilomet|per ?cent|beg[iau]n|cut|carv|excavat|goug|gr[eo]w|start|rais|plac|equip|inaugurat|new|launch|continu|replac|repair|fitted|deploy|order|tighten|strengthen|bolster|secur|behind|lined)"
)
"""What stands at the line is a measure only where somebody works on it."""
_UNNAMED = regex(r"\b(?:not to be|to be|declined to be|be|not being|without being|who was not|were not|was not)\s+$")
_NO_MAN = regex(
    r"\s+(?:an? |the |any |its |his |their )?(?:new |exact |specific |firm |next )?(?:dates?|day|time|timetable|venue|place|sources?|suspects?|names?|anyone|countr(?:y|ies)|party|group|perpetrators?|deadline|reason|victims?)\b"
)
"""«without naming a new date»: nobody gets an office."""
_PANEL = regex(
    r"\s+(?:an? )?(?:[\w-]+ ){0,4}?(?:committee|commission|panel|taskforce|task force|inquiry|working group|parliament|assembly)\b(?! (?:speaker|chair|head|chief|director|member))"
)
_NAME_LIST = regex(r"\s+(?:of|and|on|only|as abu|after|in the|were|was|are|is)\b|[,.]?$")
_CHARGED = regex(r"\b(?:put|puts|placed|places|putting)\b[^.;]{0,120}$")
_OFFICE = regex(
    r"\b(?:ministers?|chiefs?|heads?|director|commander|governor|ambassador|envoy|advis[eo]r|president|premier|speaker|spokes\w+|chair\w*|deputy|secretary"
    r"|coordinator|in charge|post|portfolio|office|sworn|agency|service|command|representative|mayor|commissioner|charg[eé]|official)\b"
)
_HOLDER = regex(
    r" (?:by |as |the |its |his |from |former |then-|syrian |iraqi )*(?:\S+ ){0,4}?(?:\S*minister|chief|head|director|commander|governor|ambassador|envoy|mayor|as|general|al-\w+|anas|himself)\b"
)
_BEFORE_OFFICE = regex(r"\b(?:after|since|before|when|until|once)\s+(?:\S+ ){1,4}$")
"""«days after al-Sharaa assumed office»: when, not what."""
_FOUND = regex(
    r"\s+(?:and \w+ )?(?:an? |the |two |three |four |five |several |some |dozens of |\d[\d,.]* )?(?:\S+ ){0,7}?"
    r"(?:caches?|weapons?|arms|rifles?|ammunition|explosives?|tunnels?|drugs|pills|captagon|hashish|rockets?|missiles?|mortars?|hideouts?|hide-outs?|depots?|bombs?|mines?|shells|grenades?|drones?|bod(?:y|ies) of)\b"
)
_TITLED = regex(r"\b(?:commander|chief|head|spokesman|spokesperson|deputy|director|office) (?:of|for)(?: the)?\s+$")
_HIT_FORCES = regex(
    r"\b(?:gunmen|militants|islamic state|isis|daesh|jihadists|insurgents|attackers|assailants)(?: \w+){0,3}? (?:ambush|attack|storm|assault|shell|kill|wound|hit|target|opened fire on)\w*"
    r" (?:\w+ ){0,5}?(?:patrols?|soldiers?|guards?|police|checkpoints?|posts?|forces|troops|army|policem[ae]n|base|trucks?|lorries|convoys?|drivers?|bus(?:es)?|vehicles?|civilians|villagers|shepherds|travell?ers)\b"
)
"""«gunmen ambushed an army patrol»: the force was hit."""
_BORN = regex(
    r"\b(?:born in|native of|originally from|hail\w* from|figure from|leader from|man from|citizen of|of them from|of whom from) (?:iraq|syria)\b"
)
_LINE = regex(r"\b(?:border|frontier|smuggl\w*|infiltrat\w*|crossing)\b")
_STATE = regex(r"\b(?:is|are|was|were|been|remains?)(?: now)?(?: \w+ly)? $")
_FORCES = regex(r"\b(?:forces?|troops|army|soldiers|base|garrison|coalition|military|brigades?|units?)\b")
_POSTED = regex(r"\b(?:is|are|remain|remains|already|currently|troops|units|guards)\s+$")
_UNDER = regex(r"\s+(?:under|with|as|inside|within|along|at|on|in|near|across|by|around)\b")
_WHICH = regex(r"\b(?:families|people|refugees|men|women|children|soldiers|those|syrians|iraqis|residents)\s+$")


@dataclass(frozen=True, slots=True)
class _Told:
    """A word in its clause: the form, what stands before and behind it."""

    clause: Clause
    word: Word
    form: str
    before: str
    after: str


def tells_no_act(clause: Clause, word: Word, kind: EventType) -> bool:
    """Whether an English word of an act's class stands for something else here."""
    form = clause.text.plain[word.start : word.end]
    if form[:1] > "\u0600":
        return False
    told = _Told(clause, word, form, clause.before(word.start, 130), clause.after(word.end, 90))
    return _only_said(told, kind) or (kind in _CHECKS and _CHECKS[kind](told))


def _only_said(told: _Told, kind: EventType) -> bool:
    """Hearsay, what somebody is asked to do, what a pact is about; «close» and «secure» as adjectives."""
    if "whose " in told.before and kind in _BY_FORCE and _WHOSE.search(told.before):
        return True
    if told.form.startswith("receiv") and _GOODS.match(told.after):
        return True
    hearsay = _HEARSAY.search(told.before) is not None and not told.clause.has("denied")
    if hearsay or (kind in _ASKED_OF and _ASKED.search(told.before)):
        return True
    if told.form in ("close", "secure") and not _VERB.search(told.before):
        return not (told.clause.titular and _THING.match(told.after))
    return kind not in _NEVER_TOPIC and bool(_OF_PACT.search(told.before))


def _no_gate(told: _Told) -> bool:
    """«the closed crossing», «talks covered reopening it»."""
    if told.form in ("closed", "open"):
        return bool(_THE.search(told.before)) or (told.form == "open" and _KEPT.search(told.before) is not None)
    if told.form in ("stopped", "interrupted"):
        return _FLOW.search(told.before) is None
    return told.form.endswith("ing") and bool(_TOPIC.search(told.before))


def _no_move(told: _Told) -> bool:
    """Papers handed over, views exchanged, a gerund as a subject of talk."""
    if _PAPERS.match(told.after) or _PAPERS_COME.search(told.before):
        return True
    if told.form in ("hands", "handed") and (_HELD.search(told.before) or _TERMS.match(told.after)):
        return True
    if told.form.startswith(("exchang", "swap")) and _WORDS.match(told.after):
        return True
    return told.form.split()[0].endswith("ing") and bool(_TOPIC.search(told.before))


def _no_return(told: _Told) -> bool:
    """«handed out blankets», «handed soldiers a list»: nobody is given back."""
    if told.form == "handed" and _GIVEN_TO.match(told.after) is None:
        return True
    return _no_move(told)


def _no_refuge(told: _Told) -> bool:
    """«rebels entered Damascus», «families sheltering in …»."""
    entered = told.form.startswith("enter") and _CITY.match(told.after)
    which = told.form.split()[0].endswith("ing") and _WHICH.search(told.before)
    return bool(entered or which) or _no_move(told)


def _no_meeting(told: _Told) -> bool:
    """Borders that meet, things received, talks that were not held, or are held all the time."""
    if told.form.startswith(("receiv", "welcom")) and (_THINGS.match(told.after) or _PAPER.search(told.before)):
        return True
    if told.form.startswith("in ") and _TOLD.search(told.before):
        return True
    if told.form == "received" and told.before.endswith(_PRINTED):
        return True
    meet = told.form in ("meet", "meets", "met", "meeting")
    if meet and (_JOINED.search(told.before) or _NO_TALK.match(told.after)):
        return True
    return bool(_NOT_HELD.match(told.after) or _OFTEN.search(told.after))


def _no_mission(told: _Told) -> bool:
    """An ambassador to a third state; a move that moves no embassy."""
    if told.form.startswith(("ambassador to", "ambassador in")):
        return not _TO_US.match(told.after)
    return "move" in told.word.classes and not _MOVED_HOUSE.match(told.form)


def _no_incident(told: _Told) -> bool:
    """None of it happened; a walk-out; a force at work; arms that nobody fires."""
    plain = told.clause.plain
    if _NONE.search(told.before) or _STRIKES.search(plain) or _STRUCK.match(told.after):
        return True
    if told.form.startswith(_CREPT) and _CAPITAL.match(told.after):
        return True
    if told.form in ("hit", "struck", "strike", "strikes", "hit the") and _QUAKE.search(plain):
        return True
    if told.form in ("strike", "strikes"):
        return bool(_WALKOUT.search(told.before))
    return bool(_ARMS.fullmatch(told.form)) and not _FIRED.search(plain)


def _no_operation(told: _Told) -> bool:
    """Officers' titles, what a group seized, arrests inland, forces that were hit, things found that are no haul."""
    plain = told.clause.plain
    if told.form.startswith("joint operations") and _TITLED.search(told.before):
        return True
    if told.form in _BLOWS and not _STRIKES.search(plain):
        return True
    if _LAND_TAKEN.match(told.after) or _GROUP.search(told.before) or _HIT_FORCES.search(plain):
        return True
    if _HELD_INLAND.search(plain) and not _LINE.search(plain):
        return True
    return told.form in ("found", "finds") and not _FOUND.match(told.after)


def _no_border_operation(told: _Told) -> bool:
    """No operation at all, or against a man who only comes from the other country."""
    born = _BORN.search(told.clause.plain) and not _LINE.search(told.clause.plain)
    return bool(born or _NONE.search(told.before)) or _no_operation(told)


_BEFORE_IT = regex(r"\bbefore (?:the|their|its) (?:[\w-]+ ){0,3}$")


def _no_measure(told: _Told) -> bool:
    """Civilians who leave, orders as nouns, what stands at the line already, "before the camp changed hands"."""
    plain = told.clause.plain
    when = _BEFORE_IT.search(told.before) and not any(d.own and d.start >= told.word.end for d in told.clause.days)
    if when or (_LEAVING.fullmatch(told.form) and _CIVILIANS.search(plain) and not _FORCES.search(plain)):
        return True
    if told.form in ("order", "orders"):
        return bool(_NOUN.search(told.before))
    secured = told.form == "secured" and _STATE.search(told.before)
    stands = told.form in ("deployed", "stationed", "positioned") and _POSTED.search(told.before)
    stands = stands and _UNDER.match(told.after)
    return bool(secured or stands or (_STANDING.fullmatch(told.form) and not _WORKS.search(plain)))


def _no_sharing(told: _Told) -> bool:
    """ "The video being shared": seen by many, told to nobody."""
    return told.form.startswith(("shar", "circulat")) and _CLIP.search(told.before) is not None


_CLIP = regex(
    r"\b(?:videos?|footage|images?|photos?|clips?|posts?|pictures?|rumou?rs?)(?: (?:being|widely|that|which|was|were|have been|has been|is|are))* $"
)


def _no_appointment(told: _Told) -> bool:
    return _no_office(told.form, told.before, told.after)


_CHECKS: dict[EventType, Callable[[_Told], bool]] = {
    EventType.CROSSING_STATUS: _no_gate,
    EventType.REFUGE: _no_refuge,
    EventType.REPATRIATION: _no_return,
    EventType.DETAINEE_TRANSFER: _no_move,
    EventType.MEETING: _no_meeting,
    EventType.DIPLOMATIC_STATUS: _no_mission,
    EventType.INCIDENT: _no_incident,
    EventType.BORDER_OPERATION: _no_border_operation,
    EventType.JOINT_OPERATION: _no_operation,
    EventType.BORDER_MEASURE: _no_measure,
    EventType.APPOINTMENT: _no_appointment,
    EventType.INTELLIGENCE_SHARING: _no_sharing,
}


def _no_office(form: str, before: str, after: str) -> bool:
    """Whether nobody gets or loses an office: no office is named near, or the word has another object."""
    if not _OFFICE.search(before[-70:] + " " + form + " " + after) or _BEFORE_OFFICE.search(before):
        return True
    if _PANEL.match(after) or (form.startswith(("dismiss", "reject", "succeed", "remov")) and not _HOLDER.match(after)):
        return True
    if form in ("name", "names", "named", "naming"):
        return (
            bool(_NO_MAN.match(after))
            or bool(_UNNAMED.search(before) and form == "named" and " as " not in after[:60])
            or bool(_NAME_LIST.match(after))
        )
    return form == "in charge of" and not _CHARGED.search(before)


def names_a_deed(clause: Clause, word: Word) -> bool:
    """«accused of …»: only the words right behind name the deed; the rest of the clause is news."""
    return clause.text.plain[word.start : word.end] in ("accused of", "convicted of", "charged with", "charges of")


def names_which_ones(clause: Clause, word: Word) -> bool:
    """«suspects transferred from …» in a sentence: which ones, not what happened."""
    if clause.titular and not _TRIED.search(clause.after(word.end, 60)):
        return False
    verb = clause.text.plain[word.start : word.end]
    if verb not in _MOVED_ONES or not _WHICH_ONES.search(clause.before(word.start, 48)):
        return False
    said = _SAID.search(clause.text.plain, clause.start, word.start)
    return verb != "returned" or not _OPENED.fullmatch(
        clause.text.plain, said.end() if said else clause.start, word.start
    )


_SAID = regex(r"\b(?:said|says|announced|reported|confirmed)(?: on \w+day)?(?: that)? (?!(?:the|those|these)\b)")
_OPENED = regex(r"(?:(?!who|which|that|from|for|by|with|said|says)[\w,.'’-]+ ){1,9}")
"""«About 200 Iraqi families returned …»: with nothing before them, they did."""


_MOVED_ONES = frozenset(
    (
        *("transferred", "returned", "brought back", "moved", "flown", "deported", "handed over", "repatriated"),
        *("brought", "taken", "relocated", "carried", "transported", "transferred to", "moved into", "flown in"),
    )
)
_TRIED = regex(r"\b(?:questioned|tried|interrogated|sentenced|charged|prosecuted|convicted)\b")
_WHICH_ONES = regex(
    r"(?:families|soldiers|suspects|detainees|prisoners|fighters|inmates|refugees|troops|men|people|members)"
    r" (?:recently |previously |earlier |already |newly )?$"
)
