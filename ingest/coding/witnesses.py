"""The words that name a country where nothing more exact does: itself, its adjective, a body of it. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.coding.lexicon import Lexicon
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.where import Where


def witness(country: str, clauses: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """The words that name a country: itself or its adjective, else a body of it, else its capital."""
    code = country.lower()
    place = lexicon.places.get(f"c_{code}")
    if place is None:
        return None
    for clause in clauses:
        for mention in clause.mentions:
            if mention.place == place.id or mention.actor == code:
                return Where(place, clause, mention.start, mention.end)
        word = _NATION[country].search(clause.text.plain, clause.start, clause.end) if country in _NATION else None
        if word is not None:
            return Where(place, clause, *word.span())
    bodies = ((c, m) for c in clauses for m in c.mentions if (m.actor or "").startswith(_BODIES_OF.get(country, "-")))
    named = next((Where(place, c, m.start, m.end) for c, m in bodies), None)
    towns = ((c, m) for c in clauses for m in c.mentions if m.place == _CAPITAL_OF.get(country))
    return named or next((Where(place, c, m.start, m.end) for c, m in towns), None)


_CAPITAL_OF = {"IQ": "baghdad", "SY": "damascus"}
_BODIES_OF = {"IQ": ("iq_",), "SY": ("sy_", "sdf", "aanes")}
_NATION = {
    "IQ": regex(r"(?<!\w)(?:ال)?عراقي\w{0,3}(?!\w)|\biraqis?\b"),
    "SY": regex(r"(?<!\w)(?:ال)?سوري\w{0,3}(?!\w)|\bsyrians?\b"),
}
