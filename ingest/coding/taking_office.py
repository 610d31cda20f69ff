"""A change of holder that the registry knows, told where only one of the two countries is named. PURE.

"President al-Sharaa today named Hussein al-Salama head of the General Intelligence Service": the office is of the file,
and the other country need not be named. Asked of articles that end at the first scan, so it looks for words first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from events.codebook import EventType, Side
from events.reports import Report
from ingest.coding.arabic import fold
from ingest.coding.lexicon import Hit, Lexicon

_HEAD = 600
"""Characters of an article in which its news stands."""
_WORDS = (
    "عيين", "عيّن", "عين ", "عيَّن", "كلّف", "كلف", "تكليف", "مرسوم", "قرار", "انتخب", "انتخاب", "نصب", "سمّى", "سمى", "تسمية", "تولي", "تولّي", "يتولى",
    "appoint", "named", "names ", "decree", "elect", "sworn", "takes over", "took over", "succeed", "new head", "new chief",
)  # fmt: skip
_FEW_DAYS = dt.timedelta(days=10)
_OURS = frozenset((Side.IQ, Side.KRG, Side.SY, Side.SDF))


def told_of(title: str, body: str) -> bool:
    """Whether words of a change of holder stand in the head of an article."""
    head = f"{title} {body[:_HEAD]}"
    return any(word in head for word in _WORDS)


def newly_in_office(title: str, body: str, lexicon: Lexicon, day: dt.date) -> bool:
    """Whether the head names, were it by his last name, somebody who took an office of the file within the days before."""
    found: list[Hit] = []
    for text in (title, body[:_HEAD]):
        found += lexicon.find(fold(text).text)
    return any(_took_one(actor, lexicon, day) for hit in found for actor in hit.name.actors)


def _took_one(person: str, lexicon: Lexicon, day: dt.date) -> bool:
    return any(
        tenure.start is not None
        and tenure.start <= day <= tenure.start + _FEW_DAYS
        and lexicon.actors[office.org].side in _OURS
        for office, tenure in lexicon.offices_of.get(person, ())
    )


def only_that(reports: Sequence[Report], lexicon: Lexicon, day: dt.date) -> list[Report]:
    """Of what such an article tells, the changes of holder, if one is of somebody who took an office then."""
    changes = [r for r in reports if r.type is EventType.APPOINTMENT]
    known = (p.actor for r in changes for p in r.participants if p.actor)
    return changes if any(_took_one(actor, lexicon, day) for actor in known) else []
