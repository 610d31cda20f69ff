"""Whom a court hears: «التحقيق مع 1387 متهماً», "questioned 500 of them". PURE."""

from __future__ import annotations

from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

COURTS = ("iq_sjc", "iq_karkh_court")
_MEN = r"(?:suspects?|detainees|prisoners|inmates|(?:ISIS |IS )?(?:men|members)|defendants|accused|of them)"
_HEARD = regex(
    r"(?:تحقيق\w*|استجوا\w*|استجوب\w*|اقوال\w*|افادات\w*|محاكم[هت]\w*) (?!الكرخ)(?:(?!مع القضاء)[^\s،.]+ ){0,6}?(?P<ar>(?:ال|لل)?(?:متهم|موقوف|معتقل|محتجز|مدان|سجين|سجنا|نزيل|نزلا|منقول|عنصر|عناصر|ارهابي)\w*|منهم|هولاء|معهم)(?!\w)"
    rf"|\b(?:questioned|questioning|interrogat\w+|investigat\w+|statements|inquiry|confessions|try|tried|put on trial|case files on|files of|referred)\b(?: (?!by\b)[\w,.]+){{0,9}}? (?P<en>{_MEN})\b"
    rf"|\b(?P<en_first>{_MEN}|(?:group|batch) of \d+)\b[^.;]{{0,90}}? (?:been |were |was |be )?(?:questioned|interrogated|investigated|tried|given (?:their )?statements|put on trial|sentenced)\b"
)
_OF_ISIS = regex(r"داعش|تنظيم الدوله|\bisis\b|islamic state|daesh")


def heard(clause: Clause) -> tuple[int, int] | None:
    """The words for those whom a court hears, in a text that tells of ISIS; None where nobody is heard."""
    plain = clause.text.plain
    found = _HEARD.search(plain, clause.start, clause.end)
    if found is None or not _OF_ISIS.search(plain):
        return None
    return next(found.span(name) for name in ("ar", "en", "en_first") if found[name])


def of_court(clause: Clause) -> bool:
    """Whether the clause names a court or the council of judges, and whom it hears."""
    return any(m.actor in COURTS for m in clause.mentions) and heard(clause) is not None
