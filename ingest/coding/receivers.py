"""Who receives, takes over or shelters the people who are moved. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.codebook import EventType, Part, Side
from ingest.coding.apart import SEPARATE
from ingest.coding.event_types import Draft
from ingest.coding.mentions import Mention
from ingest.coding.ranks import HANDED, RECEIVES
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import GOVERNMENTS, STATE_OF, Who, add, word_of
from ingest.coding.takeovers import Takeovers
from ingest.coding.unlisted import KIND as UNLISTED

_GIVEN = (EventType.DETAINEE_TRANSFER, EventType.REPATRIATION)
_ITS = "'s"
_INTO = regex(r"(?:الي|داخل|\bto|\binto|\bin)\s+(?:the )?$|(?<!\w)ل$")
_ENTERED = regex(r"(?:دخلوا|دخلت?|دخول\w*|يدخلون|\bentered|\bentering|\breached)\s+(?:the )?$")
_TO = regex(r"(?:الي|\bto|\binto)\s+(?:the )?$|(?<!\w)ل$")
TOOK_IN = regex(
    r"(?:تسلم\w*|استلام\w*|استقبال\w*|استقبلت\w*|استلمت\w*)(?: (?!من )\S+){0,3} (?:من قبل |من جانب )?$|(?:سلموا|تسليمهم|سلمتهم|سلمهم|تسليمها|احيلوا|احالتهم) (?:الي |ل)$"
    r"|(?:received|met|taken in|taken into custody)(?: \S+){0,4} by (?:(?:an? |the )?(?:[\w-]+ ){1,4}(?:of|from) )?(?:the |iraq's |syria's )?$"
    r"|\b(?:handed|delivered|given|turned|surrendered|passed|entrusted|remanded)(?: over)?(?: on \w+day)?(?: \w+)? (?:to|into the (?:custody|hands) of) (?:(?:an? )?(?:[\w-]+ ){1,2}(?:of|from) )?(?:the |iraq's |syria's )?$"
)
_HIS_COUNTRY = regex(
    r"(?P<who>بلاده|بلادها) (?:قد )?(?:ت?تسلمت?|استلمت|تسلمت|ستتسلم|ستستلم|استقبلت)|(?P<who2>(?:his|her) country) (?:has |had )?(?:received|taken|took)"
)
_TAKES = regex(
    r"(?:'s)?\s(?:(?:officers|agents|officials|forces|men) )?(?:(?:were|was|is|are) )?(?:(?:due|set|expected)? ?to )?(?:take|took|taking) (?:charge|custody|delivery) of|\s(?:\w+ )?(?:met|received|welcomed|collected|escorted) (?:them|the (?:men|group|prisoners|detainees|convoy|families|returnees))\b|\s(?:ت?تسلم|استلم|استقبل)(?:هم|ها|ت?هم)(?!\w)"
)
_A_PLACE = regex(
    r" (?:اداره |كامل |ملف |موقع )?(?:ال)?(?:مخيم|سجن|سجون|قاعده|معبر|منفذ|مدينه|بلده|موقع|مقر|حقل)(?!\w)"
    r"|[^.؛]{0,40} (?:الي|ل)(?: ال|ل)(?:جانب|سلطات|حكومه|اداره|طرف|جهات) "
)
"""«وتسلّمت القوات المخيم», «أن تسلّمه القوات إلى الجانب الآخر»: no people were received."""
_APPROVES = regex(
    r"(?:[^.]{0,24} )?(?:has |had )?(?:agreed|approved|decided|voted)\b| (?:[^\s.]+ )?(?:قد )?(?:وافق|قرر|اقر|صادق)"
)
_APPROVED_BY = regex(
    r"(?<!\w)[وف]?(?:وافق|قرر|اقر|صادق|[وب]?موافقه) $|\b(?:approved|agreed|decided) by (?:the |iraq's )?$"
)
_AGREES = regex(
    r" (?:has |had |have )?(?:agreed|undertaken|promised|asked|offered|pledged) to (?:take|receive|accept|repatriate|have)\b| (?:قد )?(?:وافقت?|تعهدت?|طلبت?) (?:علي |ب)?(?:ال)?(?:استعاده|تسلم|استلام|استرداد|استقبال)"
)
_AGREED = regex(r"(?<!\w)[وف]?(?:وافقت?|تسلمت?|استعادت?|تعهدت?) $")
_BY = "من قبل"
"""No word of memory where it tells by whom."""
_RECEIPT = regex(
    r"\b(?:received|receives|took (?:custody|charge|delivery|over|in)|taken (?:custody|charge|delivery|over|in)|collected|takes (?:custody|delivery))\b"
    r"|(?<!\w)[وف]?(?:قد )?(?:[يتس]*تسلمت?|استلمت?|[يتس]*ستلم|استلام)(?!\w)"
)
_HOMECOMING = ("iq_momd", "iq_gov")
_NEAR = 3
_OVERSEES = regex(r"\s(?:oversaw|supervised|organi[sz]ed|had checked|checked|took charge|اشرف|نظم|تولت)")
_OVERSEEN = regex(
    r"(?:اشرف\w* علي\w+|نظمتها|نظمها|باشراف|(?:taken back|brought back|organi[sz]ed|overseen|supervised|received|postponed|repatriated) by)\s+(?:the )?$"
)
_IN_TOWN = regex(r" (?:airport|international|city|prison|province|governorate)|['’]s \w+ (?:airport|prison)")
_LET_IN = regex(
    r"(?<!\w)[وف]?(?:[يت]?سمحت?|[يت]?ستقبلت?|استقبلت?|استقبال|استضافت?|[يت]ستضيف|استضافه|[يت]ووي|اوت|فتحت?|[يت]فتح|ادخلت?|سماح) (?:سلطات |حكومه |اداره |قوات |اسايش |ابواب )?$"
)
_LETS_IN = regex(
    r" (?:العراق )?(?:[يت]ستقبل|استقبلت?|[يت]ستضيف|استضافت?|[يت]ووي|اوت|[يت]فتح|فتحت?|[يت]سمح|سمحت?|[يت]حتضن|احتضنت?)(?!\w)"
)
"""«استقبلت سلطات إقليم كردستان …», «إقليم كوردستان يستقبل …»."""
_AID = r"(?:(?P<run>[يت]رع[اي]\w*|رعت\w*|[يتس]*نظم\w*)|[يتس]*شرف علي\w*|اشرفت علي\w*|[يتس]*وزعت?|[يتس]*قدمت?|[يت]*وفرت?|امنت|[يتس]*سهل\w*|[يتس]*مول\w*|دعمت\w*|تدعم\w*|تكفلت ب\w*|رافقت\w*|سجلت\w*)"
_AID_EN = (
    r"(?:provid|distribut|offer|suppl(?:y|i)|gave|giv|help|support|assist|transport|register|screen|arrang|facilitat|fund|pa(?:id|ys|ying) for|handed out|hand(?:s|ing) out|sent|sends|delivered|treated|vaccinat"
    r"|organi[sz]|coordinat|oversaw|oversee|supervis)"
)
_AIDED_BY = regex(
    rf"(?<!\w)[وف]?{_AID}(?: (?:لهم|عليهم|فيها|فيه|لها))? $"
    r"|\b(?:provided|supplied|given|transported|funded|run|organi[sz]ed|supported|assisted|facilitated|distributed|registered|screened|paid for|treated|received|helped|backed|arranged|coordinated|rented|hired|chartered)(?: \w+){0,3} (?:by|with|from) (?:doctors of |teams of |staff of )?(?:the )?$"
    r"|\b(?:coordination|cooperation|partnership|conjunction|together|along) with (?:the )?$|\b(?:help|support|assistance|supervision|auspices|aid) (?:of|from) (?:the )?$|\b(?:buses|trucks|teams|staff|tents|blankets|kits) (?:of|from) (?:the )?$"
)
_AIDS = regex(
    rf",?،? (?:ايضا )?{_AID}(?!\w)"
    rf"|(?: \([a-z]+\))?(?: (?:and|buses|trucks|teams|staff|partners|its|doctors|workers|,))*(?: (?:has|have|had|also|is|are|was|were|will|then|already))* {_AID_EN}\w*"
)
_WITH_ORG = regex(
    r"(?<!تعمل )(?<!\w)(?:و?ب(?:ال)?(?:تنسيق|تعاون|شراكه|اشتراك)(?: [^\s،.]+)? مع|و?ب(?:دعم|مساعده|تسهيل|رعايه|اشراف|مواكبه|متابعه)(?: [^\s،.]+)??(?: من)?) (?P<run>)$"
)
"""«برنامج ترعاه مفوضية اللاجئين», «ووزعت عليهم المفوضية …»."""
_SECURED_BY = regex(r"(?<!\w)[وف]?(?:قد )?(?:[يتس]*امنت?|[يتس]*رافقت?|[يتس]*حرست?|[يتس]*حمت?|ساندت?)(?:ها|هم|ه)? $")
_SECURES = regex(
    r" (?:قد )?(?:[يتس]*تول[يت]\w*|امن|امنت|رافق|رافقت|[يتس]*تامن|[يتس]*تكفل) (?:ب)?(?:تامين|حمايه|حراسه|مرافقه|خفر|اسناد|ال\w+)"
)
"""«وقد أمّن التحالف الدولي الرتل جواً», «التحالف سيتولى تأمين القافلة»."""
_GUARDS = ("coalition", "military_unit", "government_body", "armed_group", UNLISTED)
_GUARDING = ("حراس", "حماي", "رافق", "رفق", "واكب", "صحب", "خفر", "حرس")
_MEN_FROM = r"(?:قوات|قوه|عربات|مدرعات|اليات|سيارات|دوريات|دوريه|مفارز|مفرزه|وحدات|وحده|عناصر|فرق|فريق|طواقم|طاقم|ضباط|رتل|ارتال|مروحيات|طايرات|كوادر)"
_GUARDED_BY = regex(
    r"(?<!\w)[وف]?(?:(?:ب|تحت |وسط |في )(?:ال)?(?:حراسه|حمايه|مرافقه|مواكبه|رفقه|صحبه|خفاره)(?: (?:مشدده?|مباشره?|امنيه|عسكريه|جويه))*"
    r"|(?:[يتس]*رافق|[يتس]*واكب|[يتس]*حرس)ت?(?:ها|هم|ه)?(?: ال(?:قافله|حافلات|رتل|موكب|عايدين|دفعه|عايلات|عوايل|اسر|جنود|معتقلين))?)"
    rf"(?: من)?(?: (?:قبل|جانب))?(?: {_MEN_FROM}(?: [^\s،.]+)??(?: من| (?:ال)?تابع(?:ه|ين)? ?ل)?)? ?(?:ل)?$"
)
"""«تحت حراسة قوة من الجيش», «برفقة عربات تابعة للأسايش»."""
_COUNTRIES = {Side.IQ: "iq", Side.SY: "sy"}

_AIDED = (EventType.REFUGE, EventType.REPATRIATION, EventType.DETAINEE_TRANSFER)


class Receivers(Takeovers):
    """Finds the host of a movement."""

    def giver(self, draft: Draft, mention: Mention) -> Part:
        """ "Iraq received 500 detainees from the SDF": a force that hands over does it; from whom others were moved takes
        part."""
        if self.side(mention.actor or "iq") in (Side.IQ, Side.SY):
            return Part.PARTICIPANT
        told = draft.clause.text.plain[draft.clause.start : mention.start]
        given = self.happening.type in _GIVEN and _RECEIPT.search(told) is not None
        return Part.INITIATOR if given else Part.PARTICIPANT

    def receiver(self, found: Sequence[Who]) -> list[Who]:
        """Detainees moved to a state are received by its government, unless another authority of it is named."""
        kind = self.happening.type
        if kind not in _GIVEN or any(w.part is Part.HOST for w in found):
            return []
        first = self.happening.first.clause
        if any(first.text.plain[w.start : w.end] != _BY for w in first.of("background")):
            return self._third_state()
        sides = {self.rolled(w) for w in found if w.part is not Part.PARTICIPANT or w.actor in GOVERNMENTS}
        detained = kind is EventType.DETAINEE_TRANSFER
        for way in (_TO, _INTO) if detained else (None,):
            for draft in self.happening.body:
                for mention in draft.mentions:
                    country = STATE_OF.get(mention.place or "")
                    if country is None or _IN_TOWN.match(draft.clause.after(mention.end, 20)):
                        continue
                    given = way is not _INTO and _behind_giver(draft, mention, found)
                    if not given and (way is None or not way.search(draft.clause.before(mention.start))):
                        continue
                    actor = self.lexicon.government(country, self.day)
                    if self.side(actor) not in sides:
                        return [Who(actor, Part.HOST, draft.clause, mention.start, mention.end)]
        if not detained:
            return []
        return self._own_country(sides) or self._taking(sides) or self._third_state()

    def _third_state(self) -> list[Who]:
        """«سلم العراق إلى تركيا 58 من رعاياها», "Turkey has agreed to take them": a state to whom its nationals are given."""
        told, first = [d.clause for d in self.happening.body], self.happening.first.clause
        near = (c for c in self.speech.clauses if c.text is first.text and 0 <= c.order - first.order <= _NEAR)
        for clause in dict.fromkeys([*told, *(c for c in near if not c.has("background"))]):
            for mention in clause.mentions if clause in told or clause.has("act") else ():
                actor = (mention.place or "").removeprefix("c_")
                if (
                    mention.kind != "country"
                    or mention.adjective
                    or actor in ("iq", "sy")
                    or actor not in self.lexicon.actors
                ):
                    continue
                given = (
                    clause in told and clause.has("hand_over", "return") and _TO.search(clause.before(mention.start))
                )
                if (
                    given
                    or _AGREES.match(clause.after(mention.end, 50))
                    or _AGREED.search(clause.before(mention.start))
                ):
                    return [Who(actor, Part.HOST, clause, mention.start, mention.end)]
        return []

    def approving(self, found: Sequence[Who]) -> list[Who]:
        """«وافق المجلس الوزاري للأمن الوطني على تسلم المعتقلين»: the council that lets them come."""
        if self.happening.type is not EventType.DETAINEE_TRANSFER or any(w.actor == "iq_mcns" for w in found):
            return []
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow]):
            for mention, actor, before in self.named(clause):
                if actor == "iq_mcns" and (
                    _APPROVES.match(clause.after(mention.end, 60)) or _APPROVED_BY.search(before)
                ):
                    return [self.who(mention, actor, Part.HOST, clause)]
        return []

    def _own_country(self, sides: set[Side]) -> list[Who]:
        """«أعلن وزير العدل أن بلاده تسلمت …»: the state of him who says so."""
        said = self.saying
        country = _COUNTRIES.get(said.claimant.side or Side.OTHER) if said else None
        for draft in self.happening.body if country else ():
            found = _HIS_COUNTRY.search(draft.clause.text.plain, draft.clause.start, draft.clause.end)
            if found is not None and country is not None:
                actor = self.lexicon.government(country, self.day)
                if self.side(actor) not in sides:
                    return [Who(actor, Part.HOST, draft.clause, *found.span("who" if found["who"] else "who2"))]
        return []

    def _taking(self, sides: set[Side]) -> list[Who]:
        """«العراق يتسلم …» in the headline alone."""
        for draft in (d for d in self.happening.drafts if d.clause.titular):
            takes = RECEIVES.match(draft.text.plain[word_of(draft).stem : draft.end]) is not None
            for mention, actor, _ in self.named(draft.clause) if takes else ():
                subject = mention.end <= draft.start and mention.kind in ("country", "government_body")
                if subject and actor is not None and self.side(actor) not in sides:
                    return [self.who(mention, actor, Part.HOST, draft.clause)]
        return []

    def families_host(self, found: list[Who]) -> list[Who]:
        """Who brings families home to Iraq is the ministry that runs it, or whose men oversaw it, or the government."""
        families = any(w.actor == "pop_camp_families" for w in self.targets(found))
        if self.happening.type is not EventType.REPATRIATION or not families or any(w.part is Part.HOST for w in found):
            return found
        for body in _HOMECOMING:
            if any(w.actor == body and w.part is Part.PARTICIPANT for w in found):
                return [replace(w, part=Part.HOST) if w.actor == body else w for w in found]
        last = self.happening.first.clause.order + _NEAR
        told = [d.clause for d in self.happening.body]
        for clause in dict.fromkeys([*told, *(c for c in self.follow if not c.titular and c.order <= last)]):
            for mention, actor, before in self.named(clause):
                oversees = _OVERSEES.match(clause.after(mention.end, 60)) or _OVERSEEN.search(before)
                tells = clause not in told and any(s.start == mention.start for s in self.speech.sayings([clause]))
                own = actor == "iq_momd" and not tells and not self.only_speaks(clause, mention)
                iraqi = mention.kind == "government_body" and actor is not None and self.side(actor) is Side.IQ
                if iraqi and (own or oversees):
                    return [*(w for w in found if w.actor != actor), self.who(mention, actor, Part.HOST, clause)]
        return found

    def taken_over(self, found: dict[str, Who]) -> None:
        """«تسلمهم من قبل جهاز …», "received by …", «سلموا إلى …»: the authority that took them in, in what follows."""
        hosts = [w for w in found.values() if w.part is Part.HOST and w.actor not in GOVERNMENTS]
        refuge = self.happening.type is EventType.REFUGE
        if not (refuge or self.happening.type in HANDED) or hosts:
            return
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow]):
            for mention, actor, before in self.named(clause) if not clause.has("background") else ():
                after = clause.after(mention.end, 60)
                takes = (TOOK_IN.search(before) and not _A_PLACE.match(after)) or (not refuge and _TAKES.match(after))
                if mention.kind not in ("government_body", "military_unit") or not takes:
                    continue
                known = found.get(actor or "")
                if known is not None and known.part is Part.INITIATOR:
                    continue
                found.pop(actor or "", None)
                add(found, self.who(mention, actor, Part.HOST, clause))
                return

    def aided(self, found: dict[str, Who]) -> None:
        """«رحلة ترعاها مفوضية اللاجئين», «ووزعت عليهم المفوضية …»: an organisation that runs a movement or helps."""
        if self.happening.type not in _AIDED:
            return
        last = self.happening.first.clause.order + _NEAR
        near = (c for c in self.speech.clauses if c.text is self.happening.first.clause.text and c.order <= last)
        for clause in dict.fromkeys([*(d.clause for d in self.happening.body), *self.follow, *near]):
            if clause.has("background") or clause.order < self.happening.first.clause.order or clause.titular:
                continue
            if SEPARATE.match(clause.plain) and not any(d.clause is clause for d in self.happening.body):
                return
            row = -1
            for mention, actor, before in self.named(clause):
                joined = clause.text.plain[row : mention.head].strip() == "و" if 0 <= row <= mention.head else False
                if self._guards(clause, mention, before) or (joined and mention.kind in _GUARDS):
                    row = mention.end
                    one = self.who(mention, actor, Part.PARTICIPANT, clause)
                    if one.key not in found or found[one.key].part is Part.MENTIONED:
                        found[one.key] = one
                if mention.kind != "international_org" or (actor or "") in found:
                    continue
                aids = (
                    _AIDED_BY.search(before) or _AIDS.match(clause.after(mention.end, 40)) or _WITH_ORG.search(before)
                )
                if aids is not None:
                    lone = aids["run"] and not any(w.part is Part.INITIATOR for w in found.values())
                    add(found, self.who(mention, actor, Part.INITIATOR if lone else Part.PARTICIPANT, clause))

    def _guards(self, clause: Clause, mention: Mention, before: str) -> bool:
        """«بحراسة من …», «ترافقها قوات من …», «التحالف سيتولى تأمين القافلة»: a body that sees people on their way."""
        if mention.kind not in _GUARDS:
            return False
        alone = mention.kind in ("coalition", "military_unit")
        if alone and (_SECURED_BY.search(before) or _SECURES.match(clause.after(mention.end, 50))):
            return True
        return any(word in before for word in _GUARDING) and _GUARDED_BY.search(before) is not None

    def _region_host(self, found: dict[str, Who]) -> bool:
        """Erbil where people come into its region or are let in there."""
        titles = (c for c in self.speech.clauses if c.titular)
        for clause in dict.fromkeys([*(d.clause for d in self.happening.drafts), *titles]):
            for mention in clause.mentions if "krg" in self.lexicon.actors else ():
                if mention.actor != "krg" and mention.place != "kurdistan_region":
                    continue
                before = clause.before(mention.start)
                lets = _LET_IN.search(before) or _LETS_IN.match(clause.after(mention.end, 40))
                if lets or _INTO.search(before) or _ENTERED.search(before):
                    found["krg"] = Who("krg", Part.HOST, clause, mention.start, mention.end)
                    return True
        return False

    def sheltered(self, found: dict[str, Who]) -> None:
        """In a refuge the government of the country they came to is host."""
        if self.happening.type is not EventType.REFUGE or any(w.part is Part.HOST for w in found.values()):
            return
        if self._region_host(found):
            return
        for draft in self.happening.body:
            for mention in draft.mentions:
                country = (mention.place or "").removeprefix("c_")
                before = draft.clause.before(mention.start)
                came = _INTO.search(before) or (_ENTERED.search(before) and not draft.clause.has("background"))
                if mention.kind == "country" and country in ("iq", "sy") and came:
                    actor = self.lexicon.government(country, self.day)
                    found[actor] = Who(actor, Part.HOST, draft.clause, mention.start, mention.end)
                    return


def _behind_giver(draft: Draft, mention: Mention, found: Sequence[Who]) -> bool:
    """«أن يسلّم الجانب العراقي دمشق دفعة», "Syria handed Iraq 12 men": the state right behind him who hands over, or
    right behind the word where he stands before it."""
    givers = [w for w in found if w.part is Part.INITIATOR and w.clause is draft.clause]
    if not draft.clause.has("hand_over") or mention.start <= draft.end or mention.adjective:
        return False
    if draft.clause.after(mention.end, 2) == _ITS:
        return False
    behind = mention.start - draft.end == 1 and any(w.end <= draft.start for w in givers)
    return behind or any(w.start > draft.start and 0 <= mention.start - w.end <= 1 for w in givers)
