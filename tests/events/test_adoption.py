"""Which claim stands: independent voices, the acting body's own word, headlines, disowned numbers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import count, permutations
from typing import Any

import pytest

from events.adoption import DISOWNED, Adopted, adopt
from events.codebook import Basis, ClaimField, CountKind, Flag, Origin, Part
from events.weighing import Standing

_ids = count(1)


def says(field: ClaimField, slot: str = "", **values: Any) -> Standing:
    n = next(_ids)
    shape: dict[str, Any] = {
        "id": n,
        "report": n,
        "origin": Origin.MACHINE,
        "background": False,
        "asserts": True,
        "basis": Basis.SPAN,
        "confidence": 0.8,
        "family": f"family {n}",
    }
    return Standing(field=field, slot=slot, **{**shape, **values})


def soldiers(value: int, kind: CountKind = CountKind.EXACT, scope: str = "batch", **values: Any) -> Standing:
    number = {"low": Decimal(value), "unit": "soldiers", "kind": kind, "scope": scope}
    return says(ClaimField.COUNT, f"soldiers/{scope}", **number, **values)


def acting(actor: int, side: str, part: Part = Part.INITIATOR) -> Standing:
    return says(ClaimField.PARTICIPANT, str(actor), actor=actor, side=side, part=part)


def figure(*claims: Standing, scope: str = "batch") -> tuple[int, int, int]:
    found = next(f for f in adopt(claims).figures if f.scope == scope)
    return int(found.best), int(found.low), int(found.high)


def test_rounded_words_support_the_exact_number_and_a_deviating_outlet_is_only_a_bound() -> None:
    told = [
        soldiers(1905),
        soldiers(2000, CountKind.APPROX),
        soldiers(1900, CountKind.AT_LEAST),
        soldiers(200, CountKind.AT_LEAST),
        soldiers(2400, confidence=0.99),
    ]
    assert {figure(*order) for order in permutations(told)} == {(1905, 200, 2400)}


def test_agreement_of_independent_outlets_outweighs_one() -> None:
    assert figure(soldiers(150), soldiers(150), soldiers(144, confidence=0.99))[0] == 150


def test_ten_outlets_of_one_family_are_one() -> None:
    reprints = [soldiers(144, family="wire") for _ in range(10)]
    assert figure(*reprints, soldiers(150), soldiers(150))[0] == 150


def test_the_official_word_on_its_own_act_outranks_a_paraphrase() -> None:
    own = soldiers(150, claimant_actor=7, claimant_side="US")
    assert figure(own, soldiers(144, confidence=0.99), acting(7, "US"))[0] == 150
    assert figure(own, soldiers(144, confidence=0.99), acting(8, "SY"))[0] == 144


def test_outlets_that_quote_one_side_are_one_voice() -> None:
    quoting = [soldiers(144, claimant_side="IQ", reliability="D") for _ in range(6)]
    newsrooms = [soldiers(150, reliability="A") for _ in range(3)]
    assert figure(*quoting, *newsrooms, acting(9, "IQ"))[0] == 150


def test_a_state_agency_does_not_corroborate_its_government() -> None:
    official = soldiers(144, claimant_side="IQ", reliability="C")
    agency = soldiers(144, state_side="IQ", reliability="C")
    alone = adopt([official, acting(9, "IQ"), *(soldiers(150, reliability="A") for _ in range(3))])
    both = adopt([official, agency, acting(9, "IQ"), *(soldiers(150, reliability="A") for _ in range(3))])
    assert [f.best for f in alone.figures] == [f.best for f in both.figures] == [Decimal(150)]


def test_scopes_never_mix() -> None:
    told = [soldiers(150), soldiers(5704, scope="cumulative"), soldiers(7000, CountKind.AT_MOST, scope="planned")]
    assert figure(*told) == (150, 150, 150)
    assert figure(*told, scope="cumulative") == (5704, 5704, 5704)
    assert figure(*told, scope="planned") == (7000, 7000, 7000)


def test_a_headline_that_contradicts_its_text_is_flagged_and_does_not_stand() -> None:
    head = soldiers(5640, scope="cumulative", report=900, in_title=True, confidence=0.99)
    body = soldiers(5064, scope="cumulative", report=900)
    found = adopt([head, body])
    assert found.flags == {Flag.TITLE_CONFLICT}
    assert figure(head, body, scope="cumulative") == (5064, 5064, 5640)


def test_a_headline_that_rounds_its_text_contradicts_nothing() -> None:
    head = soldiers(2000, CountKind.APPROX, report=901, in_title=True)
    assert not adopt([head, soldiers(1905, report=901)]).flags


def test_a_disowned_number_leaves_best_low_and_high() -> None:
    false = soldiers(460, confidence=0.99)
    note = says(
        ClaimField.NOTE, f"{DISOWNED}{false.id}", origin=Origin.PERSON, text_en="the ministry disowned the list"
    )
    kept = [soldiers(467), soldiers(467)]
    assert figure(false, *kept)[1] == 460
    assert figure(false, *kept, note) == (467, 467, 467)
    assert false in adopt([false, *kept, note]).counts


def test_a_persons_number_stands_until_withdrawn_and_the_range_is_kept() -> None:
    person = soldiers(1906, origin=Origin.PERSON)
    assert figure(soldiers(1905), soldiers(1905), person) == (1906, 1905, 1906)


def date(day: int, precision: str = "day", **values: Any) -> Standing:
    return says(ClaimField.DATE, date=dt.date(2024, 12, day), precision=precision, **values)


def adopted_day(*claims: Standing) -> int:
    found: Adopted = adopt(claims)
    day = found.single[ClaimField.DATE].date
    assert day is not None
    return day.day


def test_the_day_that_most_independent_outlets_tell_stands() -> None:
    assert adopted_day(date(19), date(19), date(20, confidence=0.99)) == 19


def test_a_day_says_more_than_its_month_and_the_text_more_than_the_publication() -> None:
    assert adopted_day(date(1, "month"), date(1, "month"), date(19)) == 19
    assert adopted_day(date(20, basis=Basis.PUBLISHED), date(20, basis=Basis.PUBLISHED), date(19)) == 19


def place(key: int, precision: str, **values: Any) -> Standing:
    return says(ClaimField.PLACE, place=key, precision=precision, **values)


def test_a_crossing_stands_before_the_towns_at_its_ends_and_before_the_province() -> None:
    told = [place(1, "point"), place(2, "town"), place(3, "admin1"), place(3, "admin1"), place(3, "admin1")]
    assert adopt(told).single[ClaimField.PLACE].place == 1


def test_a_lone_point_does_not_stand_against_many_towns() -> None:
    told = [place(1, "point"), *(place(2, "town") for _ in range(3))]
    assert adopt(told).single[ClaimField.PLACE].place == 2


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_changes_no_adopted_value(seed: int) -> None:
    told = [date(19), date(20), place(1, "town"), place(2, "town"), soldiers(150), soldiers(144)]
    found = set()
    for order in list(permutations(range(6)))[seed::97]:
        again = [_numbered(told[n], k + 1000) for k, n in enumerate(order)]
        result = adopt(again)
        found.add((result.single[ClaimField.DATE].date, result.single[ClaimField.PLACE].place, result.figures[0].best))
    assert len(found) == 1


def _numbered(claim: Standing, n: int) -> Standing:
    values = {f: getattr(claim, f) for f in claim.__dataclass_fields__}
    return Standing(**{**values, "id": n})
