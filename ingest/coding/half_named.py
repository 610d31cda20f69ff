"""Whom a text names by less than a name: states in a row, pairs of ministers, bodies by their noun. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from events.codebook import Side
from ingest.coding.bare_bodies import on_their_ground, with_bare
from ingest.coding.bare_offices import with_offices
from ingest.coding.bodies import Bodies
from ingest.coding.both_bodies import with_both_bodies
from ingest.coding.both_ministers import with_both
from ingest.coding.duals import with_duals
from ingest.coding.many_ministers import with_many
from ingest.coding.mentions import Mention, uncompared
from ingest.coding.rows import in_a_row
from ingest.coding.short_names import with_short
from ingest.coding.soldiery import with_soldiers
from ingest.coding.text import Text
from ingest.coding.unlisted import with_unlisted
from ingest.coding.visitors import with_visitors


def half_named(text: Text, found: Sequence[Mention], bodies: Bodies, day: date, home: Side | None) -> Sequence[Mention]:
    """The mentions, and such ones; `home`: the country that the text is told from."""
    row = bodies.joined(text, with_soldiers(text, found, bodies))
    row = with_both(text, in_a_row(text, row), bodies.lexicon, day)
    row = with_many(text, row, bodies.lexicon, day)
    row = with_both_bodies(text, row, bodies.lexicon)
    bare = with_bare(text, with_short(text, row, bodies.lexicon, day), bodies.lexicon, home)
    bare = on_their_ground(text, bare, bodies.lexicon)
    titled = with_offices(text, bare, bodies.lexicon, day, home)
    bare = bodies.facing(text, titled) if len(titled) > len(bare) else titled
    named = with_duals(text, bare, bodies.lexicon, home)
    again = with_visitors(text, named, bodies, day, home)
    return uncompared(text, with_unlisted(text, again))
