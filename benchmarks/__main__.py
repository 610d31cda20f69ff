"""`make bench`: quality on the gold set with its floors, and speed beside the bare scan."""

from __future__ import annotations

import json
import sys

from benchmarks import score, speed

FLOORS = score.HERE / "floors.json"


def below(figures: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> list[str]:
    """The figures that fell below their floor, in words."""
    return [
        f"{name} {label}: {figures[name][label]} is below {floor}"
        for name, row in floors.items()
        for label, floor in row.items()
        if figures[name][label] < floor
    ]


def main() -> int:
    """Print everything; 1 when a floor does not hold."""
    found = score.score(score.read_set("gold"))
    score.show("The coder on gold", found)
    score.show("Second hand coding judged by the first", score.agreement("gold"))
    speed.main([])
    broken = below(score.table(found), json.loads(FLOORS.read_text()))
    for line in broken:
        print(line, file=sys.stderr)
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
