"""Whom an attack is upon, and who attacks. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.codebook import EventType, Part, Side
from ingest.coding.event_types import Draft
from ingest.coding.mentions import Mention
from ingest.coding.receivers import Receivers
from ingest.coding.roles import Who

_PATIENT = re.compile(
    r"(?:\b(?:hit|hits|struck|strike|strikes|targeted|targeting|attack|attacked|shelled|ambushed|fired at|opened fire (?:on|at)|members of|fire on)(?: on)?\s[^,.]{0,20}"
    r"|علي (?:نقطه|حاجز|موقع|دوريه|مقر|ثكنه|قاعده)[^،.]{0,14}|(?:استهداف|استهدفت?|هاجم\w*|هجوم\w* (?:علي|استهدف)|قصف\w*|النار (?:علي|باتجاه)|تعرضت?|منتسب\w* في|عناصر (?:من|في)|جنود من)\s[^،.]{0,20})$"
)
FIRED_BY = re.compile(
    r"(?<!\w)[وف]?(?:ب|اثر |جراء )(?:نيران|رصاص|قصف|غار[هات]+|ضربه|قذايف|صواريخ|مدفعيه|طلق\w*|الغام)(?: (?:مدفعي|جوي\w*|صاروخي))?(?: من)? $"
    r"|\b(?:by|under|in) (?:(?:gun)?fire|shots|bullets|shelling|shells|an? (?:air ?strike|strike)) (?:from|of|by) (?:the )?$"
)
"""«بنيران حرس الحدود»: whose fire it was."""
_SUFFERS = re.compile(
    r"\s(?:base |post |posts |positions? |outpost |patrol )?[^,.]{0,30}?(?:was |were )?(?:attacked|hit by|struck by|targeted by|came under|killed|wounded)\b"
)
_ARMIES = {Side.SY: "sy_army", Side.IQ: "iq_armed_forces"}
_POSTS = re.compile(
    r"(?<!\w)(?:قاعده|قاعدتين|قواعد|نقطه|نقاط|مواقع|موقع|ثكنه|حاجز)(?: (?:عسكريه|للجيش|تابعه للجيش|للقوات|عسكري))|(?:قاعده|موقع) (?=\S+ (?:العسكري|عند|قرب))"
    r"|\b(?:army|military|its) (?:posts?|positions?|bases?|outposts?)\b"
)


class Attacked(Receivers):
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
        for draft in self.happening.body if army in self.lexicon.actors else ():
            post = _POSTS.search(draft.clause.text.plain, draft.clause.start, draft.clause.end)
            if post is not None and not draft.clause.has("facility"):
                return [Who(army, Part.TARGET, draft.clause, *post.span())]
        return []

    def suffers(self, draft: Draft, mention: Mention, before: str) -> bool:
        """ "hit a Syrian army base", «تعرضت نقطة لحرس الحدود ل…»: whom the attack is upon."""
        if mention.kind not in ("military_unit", "government_body", "armed_group") or mention.actor == "isis":
            return False
        return bool(_PATIENT.search(before) or _SUFFERS.match(draft.clause.after(mention.end, 60)))
