"""Who talks with whom: persons, delegations, committees, envoys. PURE."""

from __future__ import annotations

from ingest.coding.mentions import Mention
from ingest.coding.movers import is_camp
from ingest.coding.nearness import GROUPS, near
from ingest.coding.pairs import paired, twins
from ingest.coding.press import PRESS
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.together import within
from ingest.coding.unnamed import envoy_of, foreign_envoy
from ingest.coding.words import Word


def spoken_at(clause: Clause, word: Word) -> bool:
    """ "was speaking at a memorial gathering", "they were received there by police": where somebody spoke, and people who
    are moved; no talks. English."""
    plain = clause.text.plain
    if plain[word.stem] > "\u0600":
        return False
    if _VENUE.match(plain, word.start) and _SPOKE_AT.search(clause.before(word.start, 70)):
        return True
    told = clause.before(word.start, 60) + plain[word.start : word.end]
    return plain.find("received", word.start, word.end) >= 0 and _MOVED_ONES.search(told) is not None


_VENUE = regex(r"(?:gathering|conference|meeting|summit|round of talks|talks)s?\b")
_SPOKE_AT = regex(
    r"\b(?:speaking|spoke|speech|speeches|remarks|address(?:ed|ing)?|told|telling|statement|sermon)(?: \w+){0,2} (?:at|to|before|in|during) (?:an?|the|this|his|her|their)? ?(?:[\w.'-]+ ){0,3}$"
)
_MOVED_ONES = regex(
    r"\b(?:they|the (?:two|three|four|five|six|seven|eight|nine|ten|dozen|\d+|group|batch|convoy|men|women|families|children|prisoners|detainees|inmates|returnees|refugees|newcomers|soldiers|remains|bodies)|"
    r"(?:inmates|prisoners|detainees|returnees|families|refugees|convicts|fugitives))\b(?:[^.;]{0,40}?)(?:were|was|are|being|and) received"
)


def persons(clause: Clause) -> list[Mention]:
    return [m for m in clause.mentions if m.kind == "person"]


_JOINT_BODY = regex(
    r"(?<!\w)[وبفل]?(?:ال)?(?:لجنه|لجان|لجنتين)(?: ال[^\s،.]+){0,3} (?:ال)?مشتركه(?!\w)|\bjoint (?:[\w-]+ ){0,2}(?:committee|commission)\b"
)
"""«اللجنة الأمنية المشتركة ستعقد جلستها»: both sides sit in it."""


def talkers(clause: Clause) -> bool:
    if clause.has("couple") or paired(clause) is not None or _JOINT_BODY.search(clause.plain):
        return True
    return any(m.actor and not m.adjective and m.kind != "population_group" for m in clause.mentions) or any(
        m.unknown for m in clause.mentions
    )


def confers(clause: Clause, word: Word) -> bool:
    """«بحث وزير الداخلية مع وفد …», «بحثت … مع وزارة …»: who discusses with whom."""
    if len(persons(clause)) > 1 or paired(clause) is not None or (talkers(clause) and clause.has("counterpart")):
        return True
    partner = _WITH.search(clause.plain)
    if partner is None:
        return _twins(clause, word)
    ahead = clause.start + partner.end()
    if (foreign_envoy(clause) or envoy_of(clause)) and talkers(clause):
        return True
    invited = any(0 <= w.start - ahead <= 30 or 0 <= w.start - word.end <= 2 for w in clause.of("delegation"))
    return talkers(clause) and (invited or _both_act(clause))


def _twins(clause: Clause, word: Word) -> bool:
    """«بحث الجيشان العراقي والسوري …»: bodies of one name of both states, right behind or before."""
    return any(0 <= a.start - word.end <= 2 or 0 <= word.start - b.end <= 2 for a, b in twins(clause))


def _both_act(clause: Clause) -> bool:
    acting = {(m.actor or "")[:2] for m in clause.mentions if not m.adjective}
    return acting >= {"iq", "sy"}


def interviewed(clause: Clause, word: Word) -> bool:
    """«فائق زيدان، في مقابلة مع …», «وفي مقابلة بُثّت أمس، اعتبر … المحمداوي أن»: who gave it stands beside it."""
    people = persons(clause)
    if any(-_ASIDE <= m.head - word.end <= _NEXT for m in people):
        return True
    if clause.text.plain[word.stem] < "\u0600":
        return False
    if any(0 <= word.start - m.end <= _CLOSE for m in people):
        return True
    said = next((w for w in clause.of("say") if w.start >= word.end), None)
    opens = word.start - clause.start <= _ASIDE
    return opens and said is not None and any(0 <= m.head - said.end <= _NEXT for m in people)


_ASIDE, _NEXT, _CLOSE = 30, 60, 12


_WITH = regex(r"(?<!\w)مع (?=\S)|\bwith\b")


def delegated(clause: Clause, word: Word) -> bool:
    """«وفد عراقي إلى دمشق», «إرسال وفد إلى بغداد», "will send a delegation to Baghdad": a delegation that goes."""
    sent = _SENT.search(clause.before(word.start, 70)) and _SENT_TO.match(clause.after(word.end, 160))
    sent = sent or (_LEADS.search(clause.before(word.start, 40)) and _SENT_TO.match(clause.after(word.end, 60)))
    goes = sent or _GOES_TO.match(clause.after(word.end, 60)) or _SENDS.search(clause.before(word.start, 40))
    return bool(goes) and talkers(clause)


_GOES_TO = regex(
    r" (?:[^\s،.:]+ ){0,4}?(?:الي|يصل|في طريقه الي|يتوجه الي|يزور|سيزور) (?:(?:العاصمه|مدينه) )?(?:ال\S+ )?(?:بغداد|دمشق|اربيل|سوريا|العراق|القامشلي|الحسكه)"
)
_SENDS = regex(r"(?<!\w)(?:ال)?(?:ارسال|ايفاد|[يتس]{1,2}رسل|ارسلت?|[يتس]{1,2}وفد|اوفدت?)(?: \S+){0,2} $")


_SENT = regex(r"\b(?:send(?:s|ing)?|sent|dispatch(?:es|ed|ing)?) (?:an? |its |the |another )?(?:[\w-]+ ){0,4}$")
_LEADS = regex(r"\b(?:led|leads|leading|lead|head(?:ed|s|ing)|took|brought) (?:an? |the |its )(?:[\w-]+ ){0,3}$")
_SENT_TO = regex(
    r"[^.;:]*? to (?:visit |the (?:iraqi|syrian) capital|(?:neighbou?ring )?(?:baghdad|damascus|erbil|iraq|syria)\b)"
)


def visits(clause: Clause, word: Word) -> bool:
    """A visit needs a visitor who talks: a person, a delegation; troops and convoys arrive otherwise."""
    if clause.text.plain[word.stem : word.stem + 4] == "وصول" and word.end - word.stem > 4:
        return False
    if leads_delegation(clause, word):
        return True
    if clause.text.plain.startswith("in ", word.start) and _HELD_IN.search(clause.before(word.start, 16)):
        return False
    speakers = [m for m in persons(clause) if not (clause.titular and clause.after(m.end, 1) == ":")]
    if within(clause, word) or near(clause, word, "batch", reach=14) is not None:
        return False
    others = near(clause, word, *GROUPS[1:6], "op", reach=60)
    at_camp = others is not None and is_camp(clause, others) and clause.has("delegation")
    return bool(speakers or clause.has("delegation")) and (others is None or at_camp)


def leads_delegation(clause: Clause, word: Word) -> bool:
    """«سيتوجه يوم الأحد إلى دمشق على رأس وفد يضم ضباطاً»: envoys, whoever is among them."""
    if "visit" not in word.classes or clause.text.plain[word.stem] < "\u0600":
        return False
    return _DELEGATION.match(clause.after(word.end, 140)) is not None and _CAPITAL.search(clause.plain) is not None


_HELD_IN = regex(r"\b(?:conference|interview|briefing|speech|statement|event|ceremony|forum|session|rally) $")
"""«at a news conference in Damascus on Monday»: where he spoke."""
_DELEGATION = regex(r" (?:[^.؛]{0,110} )?(?:علي راس (?:ال)?وفد|(?<!استقبال )وفدا? )")
_CAPITAL = regex(r"(?<!\w)(?:الي|ل|نحو|في|ب)? ?(?:دمشق|بغداد|اربيل|العاصمه)")


SITS = regex(r" (?:ال)?لجنه")
"""«تلتئم اللجنة»: a committee meets."""
OF_STATES = regex(
    r" (?:of|between|among) (?:the |\w+'s |senior )?(?:\w+ ){0,2}?(?:(?:syria|iraq)\b(?! and (?:the )?(?:fight|war|region))|neighbou?rs\b|neighbou?ring (?:states|countries)|(?:foreign|interior|defen[cs]e) ministers|(?:intelligence|army|spy|security) chiefs)"
)
"""«hosted a meeting of Syria and its neighbours»."""
COUNCIL = regex(r" (?:ال)?(?:مجلس (?:ال)?(?:وزاري|امن|وزراء)|لجنه (?:ال)?(?:امن|دفاع))")
"""«ناقش المجلس الوزاري للأمن الوطني»: one side among itself."""


_TOWARDS = {
    "SY": regex(
        r"(?<!\w)(?:(?:الي|ل|نحو) (?:[^\s،.]+ ){0,2}?|(?:س?[يت]زور|زارت?|وصلت?|[يت]صل) (?:[^\s،.]+ ){0,7}?)(?:دمشق|سوريا|حلب)|\bto damascus|\bto syria"
    ),
    "IQ": regex(
        r"(?<!\w)(?:(?:الي|ل|نحو) (?:[^\s،.]+ ){0,2}?|(?:س?[يت]زور|زارت?|وصلت?|[يت]صل) (?:[^\s،.]+ ){0,7}?)(?:بغداد|العراق|اربيل)|\bto baghdad|\bto iraq|\bto erbil"
    ),
}


def goes_to(clause: Clause) -> set[str]:
    """«زيارة … إلى دمشق»: to which of the two countries somebody goes."""
    if not clause.has("visit", "delegation", "send"):
        return set()
    return {land for land, to in _TOWARDS.items() if to.search(clause.plain)}


def sets_up(clause: Clause, word: Word) -> bool:
    """A joint body is an agreement where it is set up, not where it meets or is only talked of."""
    if _TALKED_OF.search(clause.before(word.start, 24)):
        return False
    told = clause.before(word.start, 60) + clause.text.plain[word.start : word.end]
    return bool(_FORMED.search(told) or _SET_UP.match(clause.after(word.end, 110)))


_TALKED_OF = regex(
    r"(?<!\w)(?:ل|و|[يت]|س[يت])?(?:بحث|بحثا|بحثت|مناقشه|ناقش\w*|دراسه) (?:(?:امكانيه|سبل|مقترح|فكره|موضوع) )?$"
    r"|\b(?:discuss\w*|talks? on|proposal (?:for|on|to)|idea of|possibility of|explor\w+) (?:the )?$"
)
"""«لزيارة دمشق لبحث إنشاء غرفة تنسيق»."""
_FORMED = regex(
    r"تشكيل|انش|اسس|وسس|تاسيس|تاليف|شكل|الف|اتفق|يتفق|اقامه|اقام|يقيم|ستحد|اطلق|يطلق|form|set up|sets up|setting.up|establish|creat|agree|launch"
)
_SET_UP = regex(
    r"[^.;]{0,70}? (?:(?:has been|have been|was|were|is being) (?:jointly |formally |officially )?(?:set up|established|formed|created|launched|opened|inaugurated)|set up)\b"
)
"""«a joint coordination centre … has been set up»."""


def signed_by_both(clause: Clause, act: int) -> bool:
    """«وقّع الوزيران مذكرة تفاهم», "the two ministers signed an agreement": a paper that both are told to have signed."""
    word = next((w for w in clause.of("sign") if w.start == act and _SIGNS.match(clause.text.plain, act, w.end)), None)
    if word is None:
        return False
    pact = near(clause, word, "pact", reach=_PAPER)
    if pact is None or pact.start < word.end:
        return False
    signing = {m.side for m in clause.mentions if m.actor and not m.adjective and m.start < pact.start}
    return signing >= {"iq", "sy"} or near(clause, word, "couple", reach=_PAPER) is not None


_PAPER = 40
_SIGNS = regex(r"[وف]?[يت]?(?:وقع|ابرم|برم)(?:ا|ت|تا|وا)?$|(?:signed|sign|signs|concluded|inked)$")


def handed_in_person(clause: Clause, word: Word) -> bool:
    """«التقى الشرع وسلّمه رسالة من السوداني», "met Sharaa and delivered a message": a meeting, no call; nor is it one where
    a man "told the agency by phone"."""
    told = _TOLD_PRESS.search(clause.before(word.start, 50))
    if told is not None and not any(m.start >= word.start - len(told.group()) for m in clause.mentions):
        return True
    return "letter" in word.classes and any(w.end <= word.start and w.classes & _IN_PERSON for w in clause.words)


_TOLD_PRESS = regex(
    r"\b(?:told|tells|said to|spoke to|speaking to) (?:the )?[\w'’-]+(?: [\w'’-]+){0,3} $"
    rf"|(?<!\w)لل?{PRESS}[^\s،.]*(?: [^\s،.]+){{0,2}} $"
)
_IN_PERSON = frozenset(("meet", "visit"))
