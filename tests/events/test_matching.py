"""Pairs of reports: one happening, or two? A wrong merge is corrected here first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from events.codebook import CountKind, EventType, Modality
from events.facts import COUNTRY, PROVINCE, Facts, Person, Spot, from_json, to_json
from events.matching import JOIN, compare
from events.neighbourhood import anchors, sought
from events.numbers import Number, agreement, compatible

DAY = dt.date(2025, 5, 3)
BORDER = Spot(1, frozenset({1, 90, 91}), 35.2, 41.2, 3)
QAIM = Spot(2, frozenset({2, 1, 20, 90, 91}), 34.37, 40.97)
RUTBA = Spot(3, frozenset({3, 20, 90}), 33.04, 40.28)
HUSAYBAH = Spot(4, frozenset({4, 20, 90}), 34.39, 41.0)
ANBAR = Spot(20, frozenset({20, 90}), 33.4, 42.0, PROVINCE)
NINEVEH = Spot(21, frozenset({21, 90}), 36.3, 42.5, PROVINCE)
DAMASCUS = Spot(5, frozenset({5, 91}), 33.5, 36.3)
HOL = Spot(6, frozenset({6, 91}), 36.4, 41.1)
RABIA = Spot(9, frozenset({9, 1, 21, 90, 91}), 36.8, 42.1)
SYRIA = Spot(91, frozenset({91}), 35.0, 38.5, COUNTRY)
IRAQ = Spot(90, frozenset({90}), 33.0, 43.5, COUNTRY)
BARRACK = Person(5, "US", False)
SHATRI, ARAJI = Person(1, "IQ", False), Person(2, "IQ", False)
SHARAA, SHAIBANI = Person(3, "SY", True), Person(4, "SY", True)


def number(value: float, unit: str = "people", kind: CountKind = CountKind.EXACT, scope: str = "batch") -> Number:
    return Number(unit, scope, kind, value)


def visit(**changes: Any) -> Facts:
    told = Facts(
        type=EventType.MEETING,
        modality=Modality.DONE,
        first=DAY,
        last=DAY,
        spot=DAMASCUS,
        persons=frozenset({SHATRI, SHARAA}),
        sides=frozenset({"IQ", "SY"}),
    )
    return replace(told, **changes)


def seizure(**changes: Any) -> Facts:
    told = Facts(
        type=EventType.BORDER_OPERATION,
        modality=Modality.DONE,
        first=DAY,
        last=DAY,
        spot=QAIM,
        bodies=frozenset({7}),
        groups=frozenset({"pop_suspects"}),
        sides=frozenset({"IQ"}),
        numbers=(number(60, "kilograms"),),
    )
    return replace(told, **changes)


def batch(**changes: Any) -> Facts:
    told = Facts(
        type=EventType.REPATRIATION,
        modality=Modality.DONE,
        first=DAY,
        last=DAY,
        spot=HOL,
        origin=HOL,
        bodies=frozenset({8}),
        groups=frozenset({"pop_camp_families"}),
        sides=frozenset({"IQ"}),
        numbers=(number(161, "families"), number(607)),
    )
    return replace(told, **changes)


def on(days: int) -> dict[str, dt.date]:
    return {"first": DAY + dt.timedelta(days), "last": DAY + dt.timedelta(days)}


def by_publication(days: int) -> dict[str, Any]:
    day = DAY + dt.timedelta(days)
    return {"first": day - dt.timedelta(3), "last": day, "said": day, "exact": False}


SAME = {
    "another host of one delegation": (visit(), visit(persons=frozenset({SHATRI, SHAIBANI}))),
    "a night dated to either day": (visit(), visit(**on(1))),
    "dated by publication two days later": (visit(), visit(**by_publication(2))),
    "an agreement named in the meeting": (visit(), visit(type=EventType.AGREEMENT)),
    "a plan and its fulfilment": (batch(), batch(modality=Modality.PLANNED, numbers=())),
    "a plan called off": (batch(modality=Modality.CANCELLED), batch(modality=Modality.PLANNED)),
    "a rounded number": (batch(), batch(numbers=(number(600, kind=CountKind.APPROX),))),
    "hundreds": (batch(), batch(numbers=(number(200, kind=CountKind.AT_LEAST),))),
    "a figure a little off": (batch(), batch(numbers=(number(160, "families"), number(605)))),
    "a crossing within its province": (seizure(), seizure(spot=ANBAR)),
    "told by both capitals three days apart": (seizure(voice="IQ"), seizure(voice="SY", **on(3))),
    "a joint operation told as our own": (seizure(), seizure(type=EventType.JOINT_OPERATION)),
    "a unit and the ministry above it": (
        seizure(over=frozenset({70})),
        seizure(bodies=frozenset({70}), spot=ANBAR, numbers=(number(60, "kilograms", CountKind.APPROX),)),
    ),
    "one crossing opened, told by either side": (
        Facts(EventType.CROSSING_STATUS, Modality.DONE, DAY, DAY, spot=QAIM, status="open", sides=frozenset({"IQ"})),
        Facts(EventType.CROSSING_STATUS, Modality.DONE, DAY, DAY, spot=QAIM, status="open", sides=frozenset({"SY"})),
    ),
    "opened for some": (
        Facts(EventType.CROSSING_STATUS, Modality.DONE, DAY, DAY, spot=QAIM, status="open", sides=frozenset({"IQ"})),
        Facts(EventType.CROSSING_STATUS, Modality.DONE, DAY, DAY, spot=QAIM, status="partial", sides=frozenset({"IQ"})),
    ),
    "a batch by its origin and by its crossing": (batch(), batch(spot=RABIA, origin=SYRIA)),
}

APART = {
    "the same seizure in another town": (seizure(), seizure(spot=RUTBA)),
    "an equal number alone": (seizure(bodies=frozenset()), seizure(spot=RUTBA, bodies=frozenset())),
    "two provinces": (seizure(spot=ANBAR), seizure(spot=NINEVEH)),
    "told by one capital three days apart": (seizure(voice="IQ"), seizure(voice="IQ", **on(3))),
    "another number on the next day": (seizure(), seizure(numbers=(number(25, "kilograms"),), **on(1))),
    "the next batch": (batch(), batch(numbers=(number(186, "families"), number(681)), **on(3))),
    "another ordinal": (batch(ordinal=3), batch(ordinal=4)),
    "other people": (batch(), batch(groups=frozenset({"pop_sy_soldiers"}), numbers=())),
    "another target, dated by publication": (
        seizure(numbers=(), targets=frozenset({"pop_suspects"})),
        seizure(
            numbers=(), groups=frozenset(), bodies=frozenset({9}), targets=frozenset({"isis"}), **by_publication(1)
        ),
    ),
    "another delegation": (visit(), visit(persons=frozenset({ARAJI, SHARAA}))),
    "a denial": (visit(), visit(modality=Modality.DENIED)),
    "days apart": (visit(), visit(**on(3))),
    "another counterpart on the next day": (visit(), visit(persons=frozenset({SHATRI, SHAIBANI}), **on(1))),
    "nobody shared": (visit(), visit(persons=frozenset(), sides=frozenset({"US", "SDF"}))),
    "opened and closed": (
        Facts(EventType.CROSSING_STATUS, Modality.DONE, DAY, DAY, spot=QAIM, status="open"),
        Facts(EventType.CROSSING_STATUS, Modality.DONE, DAY, DAY, spot=QAIM, status="closed"),
    ),
    "neighbouring towns and nothing in common": (
        seizure(numbers=(number(60, "kilograms"),)),
        seizure(spot=HUSAYBAH, numbers=(number(9, "weapons"),), bodies=frozenset({9})),
    ),
    "talks of other parties, the host the same": (
        visit(persons=frozenset({SHATRI, SHARAA})),
        visit(persons=frozenset({SHARAA, BARRACK}), sides=frozenset({"US", "SY"})),
    ),
    "a round of three on the next day": (visit(), visit(sides=frozenset({"IQ", "SY", "JO"}), **on(1))),
    "told before it happened": (visit(**by_publication(0)), visit(**on(1))),
    "weapons and pills": (
        seizure(spot=ANBAR, numbers=(number(100000, "pills"),)),
        seizure(spot=ANBAR, numbers=(number(60, "weapons"),)),
    ),
    "a batch of the next day": (batch(numbers=()), batch(numbers=(), **on(1))),
    "the other way": (
        batch(spot=QAIM, origin=SYRIA, destination=IRAQ, numbers=()),
        batch(spot=QAIM, origin=IRAQ, destination=SYRIA, numbers=()),
    ),
    "undated background with people alone": (visit(undated=True, exact=False, spot=None), visit()),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME.keys())
def test_one_happening(pair: tuple[Facts, Facts]) -> None:
    found = compare(*pair)
    assert found.joins, (found.veto, found.score, found.reasons)


@pytest.mark.parametrize("pair", APART.values(), ids=APART.keys())
def test_two_happenings(pair: tuple[Facts, Facts]) -> None:
    found = compare(*pair)
    assert not found.joins, (found.score, found.reasons)


@pytest.mark.parametrize("pair", [*SAME.values(), *APART.values()])
def test_a_comparison_has_no_direction(pair: tuple[Facts, Facts]) -> None:
    there, back = compare(*pair), compare(*pair[::-1])
    assert (there.score, there.joins, bool(there.veto)) == (back.score, back.joins, bool(back.veto))


@pytest.mark.parametrize("facts", [f for pair in (*SAME.values(), *APART.values()) for f in pair])
def test_facts_survive_storage(facts: Facts) -> None:
    stored = from_json(to_json(facts))
    assert stored.digest() == facts.digest()
    assert compare(stored, facts).reasons == compare(facts, facts).reasons


def test_every_reason_says_its_points() -> None:
    found = compare(visit(), visit())
    assert found.reasons["same day"] == 2.0
    assert found.score == round(sum(found.reasons.values()), 3) > JOIN


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (number(1905), number(2000, kind=CountKind.APPROX), True),
        (number(1905), number(1900, kind=CountKind.AT_LEAST), True),
        (number(1905), number(200, kind=CountKind.AT_LEAST), True),
        (number(1905), number(2400), False),
        (number(1905), number(2400, kind=CountKind.APPROX), False),
        (number(1905), number(2000, kind=CountKind.AT_MOST), True),
    ],
)
def test_rounded_words_mean_what_lies_near(one: Number, other: Number, fits: bool) -> None:
    assert compatible(one, other) is compatible(other, one) is fits


def test_equal_exact_numbers_agree_most_and_small_ones_say_little() -> None:
    assert agreement(number(607), number(607)) == 1.0
    assert agreement(number(3), number(3)) < agreement(number(30), number(30))
    assert agreement(number(607), number(681)) < agreement(number(607), number(605)) < 0


def test_a_pair_held_for_a_person_is_a_question_not_a_veto() -> None:
    found = compare(batch(numbers=()), batch(numbers=(), **on(1)))
    assert found.held and not found.veto and not found.joins


@pytest.mark.parametrize(
    "pair",
    [
        (seizure(), seizure(spot=ANBAR, bodies=frozenset({9}), groups=frozenset(), numbers=())),
        (seizure(bodies=frozenset({9}), over=frozenset({70}), spot=None), seizure(bodies=frozenset({70}), spot=HOL)),
        (visit(spot=None, persons=frozenset(), bodies=frozenset()), visit(bodies=frozenset({1}))),
    ],
    ids=["a place within a province", "a unit within a ministry", "sides alone"],
)
def test_either_of_two_alike_is_found_by_the_other(pair: tuple[Facts, Facts]) -> None:
    one, other = pair
    assert sought(one) & anchors(other) and sought(other) & anchors(one)
