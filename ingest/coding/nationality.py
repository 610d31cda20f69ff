"""Adjectives of other states, as parts of regular expressions over folded text. PURE."""

from __future__ import annotations

from ingest.coding.bodies import nations

FOREIGN_EN = "|".join(nations()["third"]["en"])
"""Alternatives without a group: "turkish|iranian|…"."""
FOREIGN_AR = "|".join(nations()["third"]["ar"])
"""Stems without their ending: «ترك|ايران|…»; «ي» follows, then what the noun asks for."""
