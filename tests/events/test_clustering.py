"""The partition of reports into happenings depends on what they say, not on when they came."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.clustering import Told, linked, partition
from events.facts import Facts
from events.matching import compare
from events.neighbourhood import anchors, sought
from tests.events.test_matching import (
    ANBAR,
    ARAJI,
    DAMASCUS,
    DAY,
    QAIM,
    RUTBA,
    SHAIBANI,
    SHARAA,
    SHATRI,
    batch,
    number,
    on,
    seizure,
    visit,
)


def told(report: int, facts: Facts, article: int | None = None, **more: int) -> Told:
    article = report if article is None else article
    return Told(report, article, more.get("root", article), facts, facts.digest(), more.get("fixed"))


def groups(*rows: Told) -> set[frozenset[int]]:
    return {frozenset(h.reports) for h in partition(rows).happenings}


days = st.integers(-3, 3).map(lambda n: DAY + dt.timedelta(n))
persons = st.frozensets(st.sampled_from([SHATRI, ARAJI, SHARAA, SHAIBANI]), min_size=1, max_size=3)


@st.composite
def anything(draw: st.DrawFn) -> Facts:
    """A report of one of a few happenings that are hard to tell apart."""
    base = draw(st.sampled_from([visit(), seizure(), batch()]))
    day = draw(days)
    changes: dict[str, object] = {"first": day, "last": day}
    if draw(st.booleans()):
        changes |= {"first": day - dt.timedelta(3), "said": day, "exact": False}
    if base.persons:
        changes["persons"] = draw(persons)
    if base.numbers:
        changes["numbers"] = tuple(draw(st.lists(st.sampled_from([number(60), number(62), number(25)]), max_size=2)))
        changes["spot"] = draw(st.sampled_from([QAIM, RUTBA, ANBAR, None]))
    else:
        changes["spot"] = draw(st.sampled_from([DAMASCUS, None]))
    return replace(base, **changes)  # type: ignore[arg-type]


@st.composite
def sets_of_reports(draw: st.DrawFn) -> tuple[list[Told], list[Told]]:
    """Reports, some of one article or fixed by a person, and the same under other ids in another order."""
    rows = draw(st.lists(anything(), min_size=2, max_size=9))
    articles = [draw(st.integers(0, len(rows))) for _ in rows]
    fixed = [draw(st.sampled_from([None, None, None, 70, 71])) for _ in rows]
    first = [Told(n, a, a, f, f.digest(), e) for n, (f, a, e) in enumerate(zip(rows, articles, fixed, strict=True))]
    order = draw(st.permutations(range(len(rows))))
    return first, [replace(first[n], report=100 + n) for n in order]


@given(anything(), anything())
def test_whoever_may_join_is_found_whichever_came_first(one: Facts, other: Facts) -> None:
    there, back = sought(one) & anchors(other), sought(other) & anchors(one)
    assert bool(there) is bool(back)
    assert there or not compare(one, other).joins


@pytest.mark.slow
@given(sets_of_reports())
@settings(max_examples=300, deadline=None)
def test_the_order_of_arrival_changes_nothing(sets: tuple[list[Told], list[Told]]) -> None:
    first, again = sets
    renamed = {frozenset(r + 100 for r in g) for g in groups(*first)}
    assert groups(*again) == renamed


@pytest.mark.slow
@given(st.lists(anything(), min_size=2, max_size=9))
@settings(max_examples=200, deadline=None)
def test_a_neighbourhood_is_parted_as_the_whole_would_be(facts: list[Facts]) -> None:
    rows = [told(n, f) for n, f in enumerate(facts)]
    hood, todo = {rows[0].report: rows[0]}, [rows[0]]
    while todo:
        one = todo.pop()
        near = [r for r in rows if r.report not in hood and linked(one, r)]
        hood |= {r.report: r for r in near}
        todo += near
    whole = {g for g in groups(*rows) if g & hood.keys()}
    assert groups(*hood.values()) == whole


@pytest.mark.slow
@given(st.lists(anything(), min_size=2, max_size=9), st.integers(0, 8))
@settings(max_examples=200, deadline=None)
def test_a_reprint_has_no_second_vote(facts: list[Facts], n: int) -> None:
    rows = [told(n, f) for n, f in enumerate(facts)]
    copied = rows[n % len(rows)]
    with_copy = groups(*rows, replace(copied, report=99, article=99))
    assert {g - {99} for g in with_copy} == groups(*rows)
    assert any({copied.report, 99} <= g for g in with_copy)


def test_two_reports_of_one_article_are_two_happenings() -> None:
    assert groups(told(1, visit(), 5), told(2, visit(spot=None), 5)) == {frozenset({1}), frozenset({2})}


def test_what_people_fixed_stays_together_and_apart() -> None:
    one, other = told(1, visit(), fixed=70), told(2, visit(**on(3)), fixed=70)
    assert groups(one, other) == {frozenset({1, 2})}
    assert groups(one, replace(other, facts=visit(), fixed=71)) == {frozenset({1}), frozenset({2})}


def test_a_report_that_fits_two_happenings_alike_is_left_to_a_person() -> None:
    early, late, between = told(1, visit()), told(2, visit(**on(2))), told(3, visit(**on(1)))
    found = partition([early, late, between])
    assert {h.reports for h in found.happenings} == {(1,), (2,), (3,)}
    assert {frozenset({d.one, d.other}) for d in found.doubts} == {frozenset({1, 3}), frozenset({2, 3})}


def test_a_doubt_says_its_reasons() -> None:
    found = partition([told(1, seizure()), told(2, seizure(numbers=(), **on(1)))])
    assert len(found.happenings) == 2
    assert found.doubts[0].reasons["days apart by one"] == -1.3
