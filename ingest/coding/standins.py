"""Who is named beside an act and has no part in it: whose man acts, who only tells of it, where it was. PURE."""

from __future__ import annotations

from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_MAN_OF = regex(
    r"(?<!\w)[وفبل]{0,2}(?:مبعوث|موفد|مندوب|ممثل|مستشار|نجل|شقيق)(?:ا|ي)? $"
    r"|\b(?:envoy|adviser|advisor|aide|representative|emissary|brother|son|deputy) (?:of|to) $"
)
_HIS_MAN = regex(
    r"['’]s? (?:[\w-]+ ){0,2}?(?:envoy|advis[eo]r|aide|representative|emissary|brother|son|deputy|spokes\w+|chief of staff)\b"
)
"""«مبعوث السوداني يلتقي …», "Sudani's envoy meets …"."""
_BY_HIS_WORD = regex(r"\baccording to (?:[\w'’-]+ ){1,7}[\w'’-]+,? $")
"""«according to the district's mayor, Turki al-Mahlawi»."""
_ACTS = regex(r" (?:\w+ly )?(?:is|was|will|would|has|had|are|were|met|\w+ed)\b")
"""«According to local media, so-and-so is expected …»: whom the sentence is about."""


_TOLD_OF_IT = regex(
    r"(?:(?<!\w)(?:ان|كانت|كان|وقد|قد) \S+(?: \S+)? (?:قد )?(?:ابلغت?|اخطرت?|اعلمت?) $|(?<!\w)[وف]?(?:ابلغت?|اخطرت?|ابلاغ|اخطار) (?:[^\s،.]+ ){1,2}$)"
    r"|\b(?:notif(?:ied|ying|y)|inform(?:ed|ing|s)?|has told|had told|advised) (?:the )?$"
)
"""«أن الهيئة أبلغت الجانب العراقي بموعد القرار», "Baghdad informed the Syrian side"."""
_BODIES = ("government_body", "country")


def told_of_it(mention: Mention, before: str) -> bool:
    """Whether a state or body is only told of what another does."""
    return mention.kind in _BODIES and _TOLD_OF_IT.search(before) is not None


_GROUND = regex(r"(?:[\w'-]+ ){0,4}(?:governorate|province)$|(?:ال)?محافظه(?: [^\s،.]+){1,3}$")
_INSIDE = regex(
    r"\b(?:in|across|inside|within|throughout|into|around) (?:the |syria's |iraq's )?$|(?<!\w)(?:في|داخل) $"
)


_BETWEEN, _FAR = (" بين ", " between "), 150
_AT_ODDS = regex(
    r"(?:\b(?:as|amid|since|because of|due to|over|despite)|(?<!\w)(?:جراء|بسبب|وسط|خلفيه|مع|في ظل|رغم|نتيجه))\s(?:[^\s،.,]+ ){0,3}"
    r"(?:clashes|fighting|war|escalation|tensions?|hostilities|battles?|conflict|strikes|(?:ال)?(?:تصعيد|مواجهات|حرب|اشتباكات|معارك|قتال|توتر|توترات|ضربات|نزاع))"
    r"(?: [^\s،.,]+){0,2} (?:between|بين) [^.;؛]{0,60}$"
)
"""«جراء التصعيد العسكري بين إسرائيل وإيران», "as clashes between the army and the SDF neared Hasakah"."""


def stands_by(clause: Clause, mention: Mention, before: str) -> bool:
    """Whether a person is named for his man, who acts, or for his word; a governorate for the ground that it is; or both
    sides of a fight that is only why something was done."""
    if any(word in clause.plain for word in _BETWEEN) and _AT_ODDS.search(clause.before(mention.head, _FAR)):
        return True
    if mention.kind == "government_body":
        ground = _GROUND.match(clause.text.plain, mention.start, mention.end)
        return ground is not None and _INSIDE.search(before) is not None
    if mention.kind != "person":
        return False
    if _MAN_OF.search(before) or _HIS_MAN.match(clause.after(mention.end, 40)):
        return True
    found = _BY_HIS_WORD.search(before) if "according to" in before else None
    return found is not None and not (found.group().endswith(", ") and _ACTS.match(clause.after(mention.end, 14)))
