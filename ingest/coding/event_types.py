"""What happened: triggers in sentences become drafts, and drafts of one happening are gathered. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from events.codebook import EventType, Modality, SpanIn
from ingest.coding.actors import Mention, within
from ingest.coding.cues import Trigger, cues
from ingest.coding.dates import Day, find_days
from ingest.coding.modality import read_modality
from ingest.coding.text import Sentence, Text

LEAD_SENTENCES = 2
"""A news report tells its main event in the title or the first sentences of the body."""
SAME_HAPPENING = dt.timedelta(days=3)
"""Further apart, two dated sentences of one type tell of two happenings."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A trigger at [start, end) in a sentence, with the names and days of that sentence."""

    type: EventType
    text: Text
    sentence: Sentence
    start: int
    end: int
    modality: Modality
    modality_at: tuple[int, int] | None
    mentions: tuple[Mention, ...]
    days: tuple[Day, ...]
    lead: bool

    @property
    def words(self) -> str:
        """The folded sentence."""
        return self.text.plain[self.sentence.start : self.sentence.end]

    def before(self, at: int, length: int = 60) -> str:
        """What stands before a position, within the sentence."""
        return self.text.plain[max(self.sentence.start, at - length) : at]


@dataclass(slots=True)
class Happening:
    """Drafts that tell of one happening, in reading order."""

    type: EventType
    drafts: list[Draft] = field(default_factory=list)

    @property
    def lead(self) -> bool:
        """Whether title or lead tell of it."""
        return any(d.lead for d in self.drafts)

    @property
    def first(self) -> Draft:
        """The draft that proves the type: of the body's, if there is one, else of the title's."""
        return next((d for d in self.drafts if d.text.where is SpanIn.BODY), self.drafts[0])


def find_drafts(texts: Sequence[Text], mentions: Sequence[Sequence[Mention]], published: dt.date) -> list[Draft]:
    """All triggers of an article in reading order: per sentence the first type that fits, and those marked `also`."""
    drafts: list[Draft] = []
    for text, names in zip(texts, mentions, strict=True):
        for n, sentence in enumerate(text.sentences):
            lead = text.where is SpanIn.TITLE or n < LEAD_SENTENCES
            inside = tuple(within(names, sentence.start, sentence.end))
            taken = False
            for trigger in cues().triggers:
                if taken and not trigger.also:
                    continue
                at = _fires(trigger, text, sentence, inside)
                if at is None:
                    continue
                taken = True
                drafts.append(_draft(trigger.type, text, sentence, at, inside, published, lead))
    return drafts


def _draft(
    kind: EventType,
    text: Text,
    sentence: Sentence,
    at: tuple[int, int],
    inside: tuple[Mention, ...],
    published: dt.date,
    lead: bool,
) -> Draft:
    modality, modality_at = read_modality(text.plain, sentence.start, sentence.end, at)
    days = tuple(find_days(text.plain, published, sentence.start, sentence.end))
    return Draft(kind, text, sentence, at[0], at[1], modality, modality_at, inside, days, lead)


def _fires(trigger: Trigger, text: Text, sentence: Sentence, inside: Sequence[Mention]) -> tuple[int, int] | None:
    """Where a trigger stands in a sentence that has what it needs, else None."""
    found = trigger.pattern.search(text.plain, sentence.start, sentence.end)
    if found is None:
        return None
    words = text.plain[sentence.start : sentence.end]
    if trigger.unless is not None and trigger.unless.search(words):
        return None
    return found.span() if _has(trigger.needs, words, inside) else None


def _has(needs: str, words: str, inside: Sequence[Mention]) -> bool:
    known = cues()
    if needs == "group":
        return any(p.search(words) for name, p in known.groups.items() if name != "pop_suspects")
    if needs == "detainees":
        return bool(known.groups["pop_isis_detainees"].search(words) or known.groups["pop_suspects"].search(words))
    if needs == "border":
        return bool(known.other["border"].search(words)) or any(m.place == "border_iq_sy" for m in inside)
    if needs == "crossing":
        return bool(known.other["crossing"].search(words))
    if needs == "office":
        return any(m.kind == "person" for m in inside)
    return True


def gather(drafts: Sequence[Draft]) -> list[Happening]:
    """Drafts of one type are one happening unless their days are too far apart."""
    found: list[Happening] = []
    for draft in drafts:
        for happening in found:
            if happening.type is draft.type and not _apart(happening, draft):
                happening.drafts.append(draft)
                break
        else:
            found.append(Happening(draft.type, [draft]))
    return found


def _apart(happening: Happening, draft: Draft) -> bool:
    mine = [d.date for d in draft.days]
    theirs = [d.date for other in happening.drafts for d in other.days]
    return bool(mine and theirs) and min(abs(a - b) for a in mine for b in theirs) > SAME_HAPPENING
