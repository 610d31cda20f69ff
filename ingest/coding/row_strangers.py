"""Ministers of a row whom nobody registered: «والعراقي فلان واللبناني علان», "Lebanon's So-and-so". PURE."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.coding.bodies import owners
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex

_ROW_AR = regex(
    r"(?<!\w)و?ال(?P<of>[\u0621-\u064a]{3,8}ي) (?P<name>(?!في|من|الي|عن|علي)[\u0621-\u064a]{3,} (?:(?:عبد|ابو|ال|بن) )?(?!في|من|الي|عن|علي)[\u0621-\u064a]{3,})(?=$|[،,.؛]| و| في| الي| لبحث| حيث)"
)
_ROW_EN = regex(
    r"(?:, |\band )(?P<of>[a-z]+)['’]s (?P<name>[a-z][a-z'’-]+ (?:al[- ])?[a-z][a-z'’-]+)(?=$|[,.;]| and | met\b| on \w+day| in )"
)
_NEAR = 3


def strangers(clause: Clause) -> Iterator[tuple[int, int]]:
    """Where names stand of which nothing is known but a nationality, right beside a registered person of the same row."""
    people = [m for m in clause.mentions if m.kind == "person"]
    row = _ROW_AR if clause.text.plain[clause.start : clause.end].strip()[:1] > "\u0600" else _ROW_EN
    for one in row.finditer(clause.text.plain, clause.start, clause.end) if len(people) > 1 else ():
        start, end = one.span("name")
        if owners().get(one["of"], owners().get("ال" + one["of"])) is None:
            continue
        if any(m.start < end and start < m.end for m in clause.mentions):
            continue
        if any(0 <= one.start() - m.end <= _NEAR or 0 <= m.head - end <= 2 * _NEAR + 8 for m in people):
            yield start, end
