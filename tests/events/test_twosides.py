"""What each capital says, field by field; the first case is the Damascus meeting of 28 August 2025."""

from __future__ import annotations

from events.twosides import Said, Shape, TwoSides, Verdict, side_by_side


def said(field: str, group: str, *keys: str, shape: Shape = Shape.MANY) -> list[Said[str]]:
    return [Said(field, shape, key, group, f"{group}:{key}") for key in keys]


def verdicts(table: TwoSides[str]) -> dict[str, Verdict]:
    return {row.field: row.verdict for row in table.rows}


def only(table: TwoSides[str], field: str, group: str) -> list[str]:
    row = next(r for r in table.rows if r.field == field)
    return [v.key for v in row.cells[group] if v.only]


def test_the_damascus_meeting_has_two_accounts() -> None:
    table = side_by_side(
        [
            *said("agreement", "iq", "more security cooperation", shape=Shape.WORDS),
            *said("message", "iq", "from al-Sudani", shape=Shape.WORDS),
            *said("theme", "iq", "border_security", "counter_isis", "community"),
            *said("theme", "sy", "sovereignty", "trade", "crossings"),
            *said("place", "iq", "damascus", shape=Shape.ONE),
            *said("place", "sy", "damascus", shape=Shape.ONE),
        ]
    )
    assert verdicts(table) == {
        "agreement": Verdict.ONLY_IQ,
        "message": Verdict.ONLY_IQ,
        "theme": Verdict.PARTLY,
        "place": Verdict.SAME,
    }
    assert only(table, "theme", "iq") == ["border_security", "counter_isis", "community"]
    assert only(table, "theme", "sy") == ["sovereignty", "trade", "crossings"]
    assert table.silent == ()


def test_a_shared_value_is_nobodys_alone() -> None:
    table = side_by_side([*said("theme", "iq", "drugs", "arms"), *said("theme", "sy", "drugs")])
    assert only(table, "theme", "iq") == ["arms"] and only(table, "theme", "sy") == []


def test_two_numbers_differ() -> None:
    table = side_by_side([*said("n", "iq", "1905", shape=Shape.ONE), *said("n", "sy", "2000", shape=Shape.ONE)])
    assert verdicts(table) == {"n": Verdict.DIFFER}


def test_accounts_in_words_are_not_compared() -> None:
    table = side_by_side([*said("topic", "iq", "a", shape=Shape.WORDS), *said("topic", "sy", "b", shape=Shape.WORDS)])
    assert verdicts(table) == {"topic": Verdict.OWN_WORDS}


def test_a_silent_capital_is_silent_and_then_nothing_is_marked() -> None:
    table = side_by_side([*said("theme", "iq", "drugs"), *said("theme", "third", "arms")])
    assert table.silent == ("sy",)
    assert verdicts(table) == {"theme": Verdict.NONE} and only(table, "theme", "iq") == []


def test_what_third_parties_say_makes_no_capital_alone() -> None:
    table = side_by_side(
        [*said("theme", "iq", "drugs"), *said("theme", "third", "drugs"), *said("place", "sy", "x", shape=Shape.ONE)]
    )
    assert verdicts(table) == {"theme": Verdict.ONLY_IQ, "place": Verdict.ONLY_SY}


def test_those_who_give_one_value_stand_together() -> None:
    table = side_by_side([*said("n", "iq", "5"), *said("n", "iq", "5")])
    assert [len(v.lines) for v in table.rows[0].cells["iq"]] == [2]
