"""`python -m benchmarks.company`: fits the model of names that stand by an act on the development set.

An example is a name that may take part in a report that is right, with the part that the hand coding gives it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any
from unittest import mock

from benchmarks.prior import fit, write
from benchmarks.score import UNSEEN, pair, read_set
from ingest.coding import building
from ingest.coding.company import FILE, candidates, features
from ingest.coding.contract import answer
from ingest.coding.fitted import NONE
from ingest.coding.lexicon import shipped
from ingest.coding.roles import Roles, Who

Named = list[tuple[str, set[str]]]


def examples(rows: Iterable[dict[str, Any]]) -> list[tuple[set[str], str]]:
    """Features and part of every name by the acts of the reports that are right."""
    found: list[tuple[set[str], str]] = []
    seen: dict[tuple[str, str, int], Named] = {}
    lexicon = shipped()

    def note(roles: Roles, cast: Sequence[Who], main: bool) -> list[Who]:
        first = roles.happening.first
        proof = first.clause.text.span("type", first.start, first.end)
        told = [(_name(one.actor, one.places, one.who), one) for one in candidates(roles, cast, main)]
        key = (roles.happening.type.value, "title" if first.clause.titular else "text", proof.start)
        seen[key] = [(name, features(roles, one, cast, main)) for name, one in told]
        return list(cast)

    with mock.patch.object(building, "weighed", note):
        for row in rows:
            seen.clear()
            said = answer(json.dumps(row), 0, lexicon)
            for mine, theirs in pair(said["reports"], row["expected"]["reports"]):
                parts = {p["actor"] or p["name"]: p["part"] for p in theirs["participants"] if p["part"] != "mentioned"}
                found += [(told, parts.get(name, NONE)) for name, told in seen.get(_key(mine), ())]
    return found


def _name(actor: str | None, places: Sequence[Any], who: Who | None) -> str:
    """A participant as the hand coding names it."""
    if actor is not None:
        return actor
    if who is not None:
        return who.span("").text
    clause, mention = places[0]
    return str(clause.text.span("", mention.start, mention.end).text)


def _key(report: dict[str, Any]) -> tuple[str, str, int]:
    proof = next(s for s in report["spans"] if s["field"] == "type")
    return report["type"], proof["in"], proof["start"]


def main() -> int:
    """Fit and write."""
    rows = examples(read_set("dev", without=UNSEEN))
    print(f"{len(rows)} names, {write(fit(rows, fewest=3, shrinkage=2.0), FILE)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
