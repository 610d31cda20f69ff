"""Prisoners whom Iraq hands to other states, and whom one of the two asks the other for. PURE."""

from __future__ import annotations

from ingest.coding.nationality import FOREIGN_AR, FOREIGN_EN
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_CAPITALS_OF = {"ankara": "tr", "paris": "fr", "berlin": "de", "tehran": "ir", "amman": "jo", "beirut": "lb"}
_THIRD = (
    "tr",
    "ir",
    "jo",
    "lb",
    "kw",
    "sa",
    "fr",
    "de",
    "ru",
    "uk",
    "gb",
    "eg",
    "tn",
    "ma",
    "nl",
    "be",
    "se",
    "kz",
    "uz",
    "tj",
    "az",
)
_TO_A_STATE = regex(
    r"\b(?:hand\w*|turn\w*|sent|flown|flew|flies|fly|deliver\w*|extradit\w*|repatriat\w*|return\w*|transfer\w*|deport\w*|surrender\w*)(?: [^\s,.]+){0,8}? (?:over )?to (?:the )?$|"
    r"(?:الي|(?<!\w)ل|(?<!\w)[وف]?[يتس]*سلمت? (?:العراق|بغداد|السلطات العراقيه|الحكومه العراقيه)|تسليم العراق) ?$"
    r"|(?<!\w)[وفبل]?تسليم (?:السلطات |الجانب |الحكومه )?(?:ال)?$"
)
_TAKES = regex(
    r" (?:will|would|is to|is due to|is ready to|is preparing to|prepares to|is expected to|is prepared to|has agreed to|agreed to|agrees to|wants to|is set to|plans to|has begun to|began to|to) (?:receive|take|get|accept|repatriate|bring home|fly home)\b| (?:قد )?(?:[يت]|س[يت])?(?:تسلم|ستلم|ستعيد|سترد|سترجع)| (?:وافقت?|تعتزم|تستعد|ابدت استعدادها|مستعده|جاهزه) (?:علي |ل)(?:ال)?(?:استعاده|تسلم|استلام|استرداد|استقبال)"
)


def third_state(clause: Clause) -> str | None:
    """«تسليم 36 معتقلاً إلى السلطات التركية», «تركيا ستتسلم …»: to which third state Iraq hands them."""
    if any(side_of(m.actor or "") == "SY" and not m.adjective for m in clause.mentions) or not clause.has(
        "hand_over", "move"
    ):
        return None
    for mention in clause.mentions:
        code = mention.actor or (mention.place or "").removeprefix("c_")
        code = _CAPITALS_OF.get(code, code)
        given = _TO_A_STATE.search(clause.before(mention.start, 30)) or _TAKES.match(clause.after(mention.end, 16))
        if code in _THIRD and not mention.adjective and given:
            return code.upper()
    return _ELSEWHERE if _to_their_own(clause) else None


_ELSEWHERE = "XX"
"""Some state that is not named, or not one of the neighbours."""
_OWN_MEN = regex(
    r"\b(?:tak\w+|took|receiv\w+|accept\w*|repatriat\w+|readmit\w*|collect\w*|claim\w*)(?: back| home)? (?:[^\s,.]+ ){0,2}?(?:their|its)(?: own)? (?:nationals|citizens|people|detainees|prisoners|convicts)\b"
)
"""Whose own men a state takes back."""
_GIVES_THEM = regex(
    r"\b(?:hand\w*|turn\w*|send\w*|sent|deport\w*|repatriat\w*|extradit\w*|surrender\w*|deliver\w*)\b(?: [^\s,.]+){0,5}? "
    rf"(?:{FOREIGN_EN}|european|western|foreign)"
    r" (?:citizens|nationals|men|prisoners|detainees|convicts|inmates|suspects|fighters|members|militants)\b"
)
""" "handed over 48 Tunisian men"."""
_SENT_HOME = regex(
    rf"\b(?:{FOREIGN_EN}|turk|european|western|foreign)s?\b"
    r"[^.]{0,60}\b(?:be|being|were|was|been) (?:sent|flown|taken|returned|repatriated|brought) (?:back )?(?:home|to their (?:own )?countr)"
)
""" "People of Turkish nationality are to be sent home"."""
_TO_THEIR_STATE = regex(
    rf"(?<!\w)[وفسيت]{{0,3}}(?:تسليم|سلم|سلمت|يسلم|تسلم)\w{{0,2}} (?:ال|لل|الي ال)?(?:جانب|سلطات|حكومه|قضاء|طرف) (?:ال)?(?:{FOREIGN_AR}|اوروب)يه?(?!\w)"
)
"""«سلّم الجانب التركي 34 مداناً»."""
_IN_IRAQ = regex(r"\b(?:to|in|into|held in|sent to) iraq\b")
_TO_US = regex(r"\b(?:to|into) (?:iraq|baghdad|syria|damascus)\b")
_STATES = ("states", "countries", "governments", "capitals", "nations")
_IN_SYRIA = regex(r"\b(?:in|from|across|inside) (?:\w+[- ]?\w* )?syria\b")
"""Whose men are still held there: "take back their nationals from north-east Syria"."""


def _to_their_own(clause: Clause) -> bool:
    """ "asked eleven states to receive their nationals", "handed over 48 Tunisian men": Iraq lets them go."""
    told = clause.plain
    if "camp" in told:
        return False
    if _GIVES_THEM.search(told) and not _TO_US.search(told):
        return any(side_of(m.actor or m.place or "") == "IQ" for m in clause.mentions)
    if _SENT_HOME.search(told) or _TO_THEIR_STATE.search(told):
        return True
    taken = _OWN_MEN.search(told)
    if taken is None or (_IN_SYRIA.search(told) and not _IN_IRAQ.search(told)):
        return False
    at = clause.start + taken.start()
    ours = [m.end for m in clause.mentions if m.end <= at and not m.adjective and side_of(m.actor or m.place or "")]
    between = clause.text.plain[max(ours) : at] if ours else None
    return between is None or any(word in between for word in _STATES)


_ASKED = regex(
    r"\b(?:ask\w*|urg\w+|request\w*|calls? on|called on|press\w*|wants?|wanted)\s(?:the )?(?P<en>iraqi?|baghdad|syrian?|damascus)(?: [^\s,.]+){0,3}? to (?:hand|surrender|extradite|return|give|transfer|send|deliver)\b"
    r"|(?<!\w)[وف]?(?:[يت]?طلبت?|[يت]?طالبت?|دعت?|[يت]دعو|ناشدت?|[يت]?نتظرت?)(?: [^\s،.]+){0,4}? (?:من )?(?:ال(?:سلطات|حكومه|جانب|قضاء) )?(?:ال)?(?P<ar>عراق|بغداد|سوري|دمشق)[^\s،.]*(?: [^\s،.]+){0,2}? (?:ب|ان )?(?:تسليم|[يت]سلم|اعاده|[يت]عيد|ترحيل)"
)
_IRAQI = ("iraq", "baghdad", "عراق", "بغداد")


def asked_for(clause: Clause) -> str | None:
    """ "Damascus has asked Baghdad to surrender 23 officers": who would let them go."""
    word = _ASKED.search(clause.plain)
    if word is None:
        return None
    return "IQ" if (word["en"] or word["ar"]).startswith(_IRAQI) else "SY"


def side_of(name: str) -> str:
    code = name.removeprefix("c_")[:3]
    return {"iq": "IQ", "iq_": "IQ", "sy": "SY", "sy_": "SY", "sdf": "SY"}.get(code, "")
