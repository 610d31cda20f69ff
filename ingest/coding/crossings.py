"""What became of a crossing: open, open to some, closed. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.codebook import CrossingState
from ingest.coding.event_types import Draft, Happening
from ingest.coding.gates import barred
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import word_of
from ingest.coding.words import Word

State = tuple[CrossingState, Clause, int, int]
"""The new status, and the words that prove it."""

_TRAVELLERS = regex(r"مسافر|passenger|travell?er|pedestrian")
_GOODS = regex(r"شاحن|شحن|بضايع|بضاي|تجاري|truck|goods|cargo|freight|trade|commerc")
_BEFORE = regex(r"(?:بعد|after|following)(?: \S+)? $")
_ONLY = regex(
    r"(?<!\w)(?:فقط|حصرا|حصريا|لا غير)(?!\w)|(?<!the )\bonly\b(?! (?:crossing|official|legal|land|open|border|working|remaining|after|when))"
    r"|\b(?:solely|exclusively)\b"
)
_EXEMPT = regex(
    r"(?<!\w)[وفبل]?(?:ال)?(?:مستثن\w*|باستثناء|استثناء|[يت]?ستثن\w*|استثن\w*|ما عدا|عدا)(?!\w)"
    r"|\b(?:except\w*|exempt\w*|exclud\w+|apart from|other than|spared)\b"
    r"|علي ان [تي]\w+ (?:\S+ ){0,4}(?:لاحقا|في وقت لاحق|في مرحله لاحقه)|\b(?:passengers|travell?ers|trucks|goods|cargo|freight|trade) (?:will |to |would )(?:follow|come later|be added later)"
    r"|\bwill (?:stay|remain) (?:closed|shut) (?:to|for)\b|(?:سيبقي|ستبقي|يبقي|تبقي|بقي|ابقي) مغلق\w* (?:امام|بوجه)"
)
"""Some may pass, or some may not: «والحالات الإنسانية مستثناة», "except for trucks", «في المرحلة الأولى»."""
_STAGE = regex(
    r"(?:في|خلال) (?:ال)?مرحله (?:ال)?(?:اولي|حاليه)|مرحله اولي|كمرحله اولي|\b(?:in|as) (?:the|a|its) (?:first|initial) (?:stage|phase|step)"
)
"""«في المرحلة الأولى» of an opening: for some before others."""
_ALLOWS = regex(
    r"(?<!\w)[وفي]?(?:ال)?(?:سماح|سمح|سيسمح|ستسمح|يسمح|تسمح|ستواصل|سيواصل|تواصل|يستمر|تستمر|سيستمر|ابقاء|الابقاء)\s(?:[^،.]+ )?(?:\S{0,3}(?:شاحن|شحن|بضايع|مسافر|حالات|مرضي|عايد|عوايل|عايل))"
    r"|\b(?:allowing|letting|continu\w+|allowed|keeping (?:it )?open)\b[^.]{0,40}\b(?:trucks|cargo|goods|freight|passengers|travell?ers|patients|cases|returnees|families)"
    r"|\bonly\b[^.]{0,120}\b(?:let|allowed|admitted|pass|cross|permitted)\b|(?:يسمح|السماح|عبور|دخول)[^.]{0,60}(?:فقط|حصرا)|(?:الا|سوي) (?:ل\w+ )?(?:ال)?(?:حالات|شاحن|مرضي)"
    r"|\b(?:trucks|cargo|goods|freight|passengers|travell?ers|patients|returnees)\b[^.]{0,40}\b(?:continue|allowed|unaffected)"
)
"""A closure that lets some pass."""
_NOT = regex(r"(?:\bnot|\bnever|n't|(?<!\w)لم|(?<!\w)لن|\bno)\s+(?:been |be |to be |يتم )?$")
_GATE = regex(r"معبر|منفذ|امام|بوجه|crossing|border|\bfor\b|\bto\b")
_SOON = 4


_ENDED = regex(
    r"(?<!\w)[وف]?(?:انته[يت]\w*|[يت]نتهي|انهاء|انهت|انهي|رفع\w*|بانتهاء|انتهاء)(?: (?:امس|اليوم|رسميا|ال\S+))? $|\b(?:end(?:s|ed|ing)?|lift(?:s|ed|ing)?) (?:of )?(?:the |its |their |a )?(?:\w+ )?$"
)
"""«انتهى أمس إغلاق المعبر»: what was shut is open."""


def state_of(happening: Happening, follow: Sequence[Clause]) -> State:
    """The status by the acts' own words, limited by what they or the next sentences except."""
    told = (d for d in happening.body if not _NOT.search(d.clause.before(d.start, 14)) or barred(d.clause, word_of(d)))
    draft = next(told, happening.first)
    word = word_of(draft)
    ended = _ENDED.search(draft.clause.before(word.start, 30)) is not None
    shut = ("close" in word.classes and not ended) or barred(draft.clause, word)
    closing = shut and happening.after is None
    limit = _limit(happening, follow, closing)
    if limit is not None:
        return CrossingState.PARTIAL, *limit
    if "restrict" in word.classes or (closing and _for_some(draft)):
        return CrossingState.PARTIAL, draft.clause, draft.start, draft.end
    return (CrossingState.CLOSED if closing else CrossingState.OPEN), draft.clause, draft.start, draft.end


def _for_some(draft: Draft) -> bool:
    """«تعليق حركة المسافرين»: travellers or goods, not both."""
    stopped = _GATE.split(draft.clause.after(draft.end, 30))[0] + _GATE.split(draft.clause.before(draft.start, 30))[-1]
    one = bool(_TRAVELLERS.search(stopped)) is not bool(_GOODS.search(stopped))
    return one and not _for_all(draft.clause)


def _limit(happening: Happening, follow: Sequence[Clause], closing: bool) -> tuple[Clause, int, int] | None:
    told = list(dict.fromkeys(d.clause for d in happening.body))
    titles = [d.clause for d in happening.drafts if d.clause not in told]
    for clause in told:
        only = closing or not _for_all(clause)
        exempt = _excepts(clause, closing) or (_ONLY.search(clause.plain) if only else None)
        if exempt is not None:
            return clause, clause.start + exempt.start(), clause.start + exempt.end()
    whole = any(_for_all(c) for c in told)
    for clause in told if whole else [*told, *titles]:
        word = next((w for w in clause.words if _limits(clause, w)), None)
        if word is not None:
            return clause, word.start, word.end
    last = max(c.order for c in told)
    for clause in follow:
        near = not clause.titular and 0 <= clause.order - last <= _SOON and clause not in told
        exempt = _excepts(clause, closing) if near and not clause.has("background") else None
        if exempt is not None:
            return clause, clause.start + exempt.start(), clause.start + exempt.end()
    return None


def _excepts(clause: Clause, closing: bool) -> re.Match[str] | None:
    staged = not closing and not _for_all(clause) and (_TRAVELLERS.search(clause.plain) or _GOODS.search(clause.plain))
    allows = _ALLOWS.search(clause.plain) if closing else None
    return allows or _EXEMPT.search(clause.plain) or (_STAGE.search(clause.plain) if staged else None)


def _for_all(clause: Clause) -> bool:
    """Travellers and goods alike."""
    return bool(_TRAVELLERS.search(clause.plain) and _GOODS.search(clause.plain))


def _limits(clause: Clause, word: Word) -> bool:
    """«جزئياً», "for trucks only", unless it tells of the time before, or of travellers and goods alike."""
    return "partly" in word.classes and not _for_all(clause) and not _BEFORE.search(clause.before(word.start, 12))
