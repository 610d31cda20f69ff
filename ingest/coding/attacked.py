"""Whom an attack is upon, and who attacks. PURE."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.codebook import EventType, Modality, Part, Side
from ingest.coding.event_types import Draft
from ingest.coding.marked_men import is_deadly
from ingest.coding.mentions import Mention
from ingest.coding.outsiders import BLAMED, attackers
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.ribbons import Ribbons
from ingest.coding.roles import Who
from ingest.coding.soldiery import HURT_MAN
from ingest.coding.sources import original

_PATIENT = regex(
    r"(?:\b(?:hit|hits|struck|strike|strikes|targeted|targeting|attack|attacked|shelled|ambushed|fired at|opened fire (?:on|at)|members of|fire on)(?: on)?\s[^,.]{0,20}"
    r"|علي (?:نقطه|حاجز|موقع|دوريه|مقر|ثكنه|قاعده)[^،.]{0,14}|(?:استهداف|استهدفت?|هاجم\w*|هجوم\w* (?:علي|استهدف)|قصف\w*(?! (?:ال)?(?:طاير|مدفعي|مقاتل|مروحي|طيران|مسير|سلاح))|النار (?:علي|باتجاه)|تعرضت?|منتسب\w* في|عناصر (?:من|في)|جنود من)\s[^،.]{0,20})$"
)
_HELD_BY = regex(
    r"(?:نقطه|نقاط|حاجز|موقع|مواقع|مقر|شاحنه|شاحنات|رتل|قافله|سياره|عجله|دوريه|مخفر|مخافر|قاعده|ثكنه|مستودع|معسكر)(?: [^\s،.]+){0,4}? (?:تابع\w* ل|يشغل\w* |تشغل\w* |[يت]تمركز فيه\w? |[يت]عود ل|ل|يديرها |تديرها )$"
    r"|\b(?:post|posts|position|positions|base|checkpoint|convoy|trucks?|vehicles?|barracks|outpost|depot|camp)(?: \w+){0,3} (?:belonging to|manned by|held by|run by|used by|of) (?:the )?$"
)
"""«شاحنة تابعة لكتائب …», "a post manned by the border guard": whose what was hit is."""
_CLAIMS = regex(
    r"(?:,? [^.]{0,30})? (?:has |had |have |later |also )?(?:claimed (?:(?:on )?\w+day )?(?:responsibility|the attack|it)|claimed (?:an? |the )?(?:\w+ ){0,2}?(?:attack|strike|ambush|bombing|assault)\b|said (?:in a statement )?(?:(?:on )?(?:\w+ )?)?(?:that )?(?:it|its (?:men|fighters)) (?:had )?(?:struck|targeted|hit|attacked|carried out|launched|fired|ambushed|bombed|shelled|shot))"
    r"|[،:]? (?:قد )?(?:تعلن|اعلنت|تتبني|تبنت|تبنيها)(?: [^\s.]+){0,3} (?:استهداف|مسووليت\w+|الهجوم|عمليه|قصف|تنفيذ)"
)
_CLAIMED_BY = regex(
    r"(?<!\w)[وف]?(?:قد )?(?:تبنته?ا?(?: (?:ال)?(?:هجوم|عمليه|قصف|استهداف|ضربه))?|تبني|اعلنت|استهدف مجاهدو|استهدف مقاتلو|مجاهدو|استهدفت) $|\b(?:claimed (?:on \w+day )?by|calling itself) (?:the )?$"
)
"""«تبنت المقاومة الإسلامية الهجوم»: who says that they did it."""
FIRED_BY = regex(
    r"(?<!\w)[وف]?(?:ب|اثر |جراء )(?:نيران|رصاص|قصف|غار[هات]+|ضربه|قذايف|صواريخ|مدفعيه|طلق\w*|الغام)(?: (?:مدفعي|جوي\w*|صاروخي))?(?: من)? $"
    r"|\b(?:by|under|in) (?:(?:gun)?fire|shots|bullets|shelling|shells|an? (?:air ?strike|strike)) (?:from|of|by) (?:the )?$"
)
"""«بنيران حرس الحدود»: whose fire it was."""
_SUFFERS = regex(
    r"\s(?:base |post |posts |positions? |outpost |patrol )?[^,.]{0,30}?(?:was |were )?(?:attacked|shot at|fired (?:at|on|upon)|hit by|struck by|targeted by|came under|killed|shot dead|gunned down|wounded|injured|hurt)\b"
)
_ARMIES = {Side.SY: "sy_army", Side.IQ: "iq_armed_forces"}
_BORDER_POST = regex(
    r"(?:مخفرا?|مخافر|نقطه|نقاط|دوريه|دوريات) (?:تابعه? )?(?:ل?لحدود|حدوديه?|للحرس الحدودي) (?:ال)?(?:عراقي|سوري)\w*"
    r"|\b(?:iraqi|syrian) border (?:guard )?(?:posts?|outposts?|patrols?|positions?|checkpoints?)\b"
)
_US_BASE = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:قاعد(?:ه|تين)|قواعد|رتلا?|قافله|دوريه|موقعا?) (?:(?:ال)?عسكري\w* )?(?:(?:ل)?لقوات )?(?:ال)?امي?ر[يك]+\w*"
    r"|\b(?:u\.?s\.?|american) (?:military )?(?:bases?|outposts?|convoys?|patrols?|positions?|facilit(?:y|ies))\b"
)
"""«قاعدة أمريكية»: whose what was hit is, where no men of theirs are named."""
_POSTS = regex(
    r"(?<!\w)(?:قاعده|قاعدتين|قواعد|نقطه|نقاط|مواقع|موقع|ثكنه|حاجز)(?: (?:عسكريه|للجيش|تابعه للجيش|للقوات|عسكري))|(?:قاعده|موقع) (?=\S+ (?:العسكري|عند|قرب))"
    r"|\b(?:army|military|its) (?:posts?|positions?|bases?|outposts?)\b"
)


_SELF_STYLED = regex(
    r"\b(?:calling|styl\w+|nam\w+) (?:itself|themselves) (?:the )?[\"“]?(?P<name>[A-Z][\w’'-]+(?:[ -](?:(?:al|of|the)[- ])?[A-Z][\w’'-]+){0,4})"
)
_BESIDE_HIM = regex(
    r"\b(?:under|(?<!death )(?<!killing )of|to|for|with|like|successor|succeed\w*|replac\w+) (?:the )?$|(?<!\w)(?:خلفا? ل|بعد|مثل|نايب|مساعد) ?$"
)
_LONG_DEAD = regex(r",? [^.]{0,40}\bwho (?:was|had been) killed\b|[^.]{0,24} الذي قتل")
"""«a bookkeeper under …, who was killed in March»."""
_LATER, _CLOSE = 4, 2
"""Sentences behind an attack within which it is claimed, and around one within which he is named whom it killed."""


def _styled(clause: Clause) -> tuple[int, int] | None:
    """The name that a group nobody registered gives itself."""
    if "self " not in clause.plain:
        return None
    found = _SELF_STYLED.search(original(clause.text, clause.start, clause.end))
    if found is None or any(m.start < clause.start + found.end() <= m.end for m in clause.mentions):
        return None
    return clause.start + found.start("name"), clause.start + found.end("name")


_BELIEVED = regex(
    r"(?:[يت]عتقد|[يت]رجح|[يت]شتبه|مرجح|مشتبه|ترجيح|[يت]بدو|محسوب|منتم|ينتم|تابع)[^.؛]{0,45}?(?P<ar>داعش|د1عش|تنظيم الدوله(?: الاسلاميه)?)(?!\w)"
    r"|\b(?:believed|suspected|thought|presumed|alleged|likely|apparently|appear\w*|linked|loyal|belong\w*)\b[^.;]{0,45}?\b(?P<en>isis|islamic state|daesh)\b"
)


_HIT_KINDS = ("military_unit", "government_body", "armed_group", "coalition")


class Attacked(Ribbons):
    """Reads incidents."""

    def militants(self, found: Sequence[Who]) -> list[Who]:
        """ "ISIS militants attacked …": its men attack as it."""
        known = any(w.part is Part.INITIATOR or w.actor == "isis" for w in found)
        if self.happening.type is not EventType.INCIDENT or known or "isis" not in self.lexicon.actors:
            return []
        for draft in (d for d in self.happening.body if not d.clause.has("escape", "facility")):
            for mention in draft.mentions:
                if mention.actor == "pop_isis_detainees" and 0 <= draft.start - mention.end <= 1:
                    return [Who("isis", Part.INITIATOR, draft.clause, mention.start, mention.end)]
        return []

    def claiming(self, found: list[Who]) -> list[Who]:
        """All, with who claims an attack as the one that attacked, though a later sentence tells it."""
        if self.happening.type is not EventType.INCIDENT or self.happening.first.modality is Modality.DENIED:
            return found
        last = self.happening.first.clause.order + _LATER
        known = {w.actor for w in found if w.part is Part.INITIATOR}
        near = [c for c in self.speech.clauses if c.titular or self.happening.first.clause.order <= c.order <= last]
        for clause in near:
            for mention, actor, before in self.named(clause) if not clause.has("background") else ():
                factions = mention.kind == "armed_group" and actor not in (None, "sdf", *known)
                if factions and (_CLAIMED_BY.search(before) or _CLAIMS.match(clause.after(mention.end, 110))):
                    others = [w for w in found if w.actor != actor]
                    return [*others, self.who(mention, actor, Part.INITIATOR, clause)]
        return found

    def strangers_attack(self, found: Sequence[Who]) -> list[Who]:
        """ "Unidentified gunmen opened fire on …", "a group calling itself …": attackers whom nobody registered."""
        told = any(w.part is Part.INITIATOR for w in found)
        if told or self.happening.type is not EventType.INCIDENT or self.happening.first.modality is Modality.DENIED:
            return []
        first = self.happening.first.clause
        for clause in [c for c in self.follow if c.text is first.text and 0 <= c.order - first.order <= _LATER]:
            at = _styled(clause)
            if at is not None:
                return [Who(None, Part.INITIATOR, clause, *at)]
        told_in = [d.clause for d in self.happening.body or self.happening.drafts]
        later = [c for c in self.follow if c.text is first.text and 0 < c.order - first.order <= _LATER]
        told_in += [c for c in later if c.order - first.order == 1 or BLAMED.search(c.plain)]
        for clause in dict.fromkeys(told_in):
            strangers = attackers(clause)
            if strangers is not None:
                return self._believed([*told_in, *later]) or [Who(None, Part.INITIATOR, clause, *strangers)]
        return []

    def _believed(self, told: Iterable[Clause]) -> list[Who]:
        """«مسلحون يُعتقد أنهم من داعش», "gunmen thought to belong to the Islamic State": attackers believed to be its men."""
        for clause in told if "isis" in self.lexicon.actors else ():
            theirs = _BELIEVED.search(clause.text.plain, clause.start, clause.end)
            if theirs is not None:
                return [Who("isis", Part.INITIATOR, clause, *theirs.span(theirs.lastgroup or 0))]
        return []

    def slain(self) -> list[Who]:
        """A registered man of ISIS whose death is the news is whom it befell: «مقتل أبو خديجة»."""
        if self.happening.type not in (EventType.JOINT_OPERATION, EventType.BORDER_OPERATION):
            return []
        first = self.happening.first.clause
        body = [d.clause for d in self.happening.body]
        near = [c for c in self.speech.clauses if c.text is first.text and abs(c.order - first.order) <= _CLOSE]
        if not any(is_deadly(c) for c in body):
            return []
        for clause in dict.fromkeys([*body, *(c for c in near if not c.has("background"))]):
            for mention in clause.mentions:
                aside = _BESIDE_HIM.search(clause.before(mention.head, 24)) or _LONG_DEAD.match(
                    clause.after(mention.end, 60)
                )
                if mention.kind == "person" and mention.actor and self.side(mention.actor) is Side.ISIS and not aside:
                    return [self.who(mention, mention.actor, Part.TARGET, clause)]
        return []

    def own_posts(self, found: Sequence[Who]) -> list[Who]:
        """«قال الجيش إن قواعد تعرضت لهجوم»: posts without an owner are those of the army of that
        ground, else of the side that tells of it."""
        said = self.saying
        told = said.claimant.side if said else None
        own = said is not None and any(said.clause is d.clause for d in self.happening.body)
        ground = {"SY": Side.SY, "IQ": Side.IQ}.get(self.ground)
        army = _ARMIES.get((told if own else ground) or told or Side.OTHER)
        if self.happening.type is not EventType.INCIDENT or any(w.part is Part.TARGET for w in found):
            return []
        guards = [w for d in self.happening.body if (w := self._border_post(d.clause)) is not None]
        if guards or (guards := [w for d in self.happening.body if (w := self._us_base(d.clause)) is not None]):
            return guards[:1]
        for draft in self.happening.body if army in self.lexicon.actors else ():
            post = _POSTS.search(draft.clause.text.plain, draft.clause.start, draft.clause.end)
            if post is not None and not draft.clause.has("facility"):
                return [Who(army, Part.TARGET, draft.clause, *post.span())]
        return []

    def _border_post(self, clause: Clause) -> Who | None:
        """«مخفراً للحدود العراقية», "a Syrian border post": their border guard's."""
        post = _BORDER_POST.search(clause.text.plain, clause.start, clause.end)
        if post is None:
            return None
        land = "iq" if "عراق" in post.group() or "iraq" in post.group() else "sy"
        guard = f"{land}_border_guard"
        return Who(guard, Part.TARGET, clause, *post.span()) if guard in self.lexicon.actors else None

    def _us_base(self, clause: Clause) -> Who | None:
        base = _US_BASE.search(clause.text.plain, clause.start, clause.end)
        return (
            Who("us_forces", Part.TARGET, clause, *base.span()) if base and "us_forces" in self.lexicon.actors else None
        )

    def suffers(self, draft: Draft, mention: Mention, before: str) -> bool:
        """ "hit a Syrian army base", «تعرضت نقطة لحرس الحدود ل…»: whom the attack is upon."""
        if HURT_MAN.search(draft.clause.before(mention.head, 60)):
            return True
        if mention.kind not in _HIT_KINDS or mention.actor == "isis":
            return False
        return bool(
            _PATIENT.search(before) or _HELD_BY.search(before) or _SUFFERS.match(draft.clause.after(mention.end, 60))
        )
