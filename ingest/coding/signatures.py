"""Who issued a text: a line that is nothing but a body's name, or the dateline of a command's press release. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from events.codebook import PlaceKind
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_PRESS = regex(
    r"(?:[^\w]|\d|بيان|توضيح|صادر|عن|مديريه|اعلام|الدايره|اداره|الاعلاميه|والاتصال|الاعلام|الاتصال|المكتب|الاعلامي|مكتب|قسم|العلاقات|والاعلام|ل|في|statement|by|press|media|office)*"
)
_CAPITALS = frozenset(("baghdad", "damascus"))
_LINE, _MARKS = 70, 4
"""Length of a line that may be a signature, and of what may stand in it beside the name."""
_HEAD = 400
_RELEASES = {"centcom": regex(r"\btampa, fla")}
"""Where commands date their press releases."""


def signed(clauses: Sequence[Clause]) -> tuple[Clause, Mention] | None:
    """A line, or the headline, that is nothing but a body's name: it issued the text."""
    for clause in clauses:
        for mention in clause.mentions if clause.end - clause.start < _LINE else ():
            rest = clause.text.plain[clause.start : mention.start] + clause.text.plain[mention.end : clause.end]
            for other in clause.mentions:
                if other.place and not other.actor:
                    rest = rest.replace(clause.text.plain[other.start : other.end], "")
            alone = len(rest) <= _MARKS or _PRESS.fullmatch(rest)
            if alone and mention.kind in ("government_body", "military_unit"):
                return clause, mention
    return None


def released(clauses: Sequence[Clause]) -> tuple[Clause, Mention] | None:
    """The command whose press release the text is, where the text names it."""
    body = next((c.text for c in clauses if not c.titular), None)
    if body is None:
        return None
    for actor, dateline in _RELEASES.items():
        if dateline.search(body.plain, 0, _HEAD):
            return next(((c, m) for c in clauses for m in c.mentions if m.actor == actor), None)
    return None


def dateline(told: Sequence[Clause], named: Sequence[Mention], lexicon: Lexicon) -> Mention | None:
    """The capital that a body's first line begins with, «بغداد/ واع», "DAMASCUS (AP) —"; else the town abroad that it
    does, if no bureau for the whole region is there: "AMMAN, Jordan —"."""
    first = next((c.start for c in told if not c.titular), 0)
    ahead = [m for m in named if m.end <= first and m.place in lexicon.places]
    abroad = (m for m in ahead if m.place not in _BUREAUS and lexicon.places[m.place or ""].kind in _TOWNS)
    return next((m for m in ahead if m.place in _CAPITALS), None) or next(abroad, None)


_BUREAUS = frozenset(("beirut", "istanbul", "london", "dubai", "cairo", "paris", "erbil_city"))
"""From where agencies report on the whole region."""
_TOWNS = (PlaceKind.CAPITAL, PlaceKind.CITY)


def gate(told: Sequence[Clause], named: Sequence[Mention], lexicon: Lexicon) -> Mention | None:
    """The border town that a body's first line begins with: "QAIM, Iraq (AP) —"."""
    first = next((c.start for c in told if not c.titular), 0)
    ahead = (m for m in named if m.end <= first and m.place in lexicon.places)
    return next((m for m in ahead if lexicon.places[m.place or ""].crossing), None)
