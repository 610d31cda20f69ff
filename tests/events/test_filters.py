"""The query string: what each parameter finds, what is refused, and the canonical way to write it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from events.codebook import Dim, EventType, Family, Modality, Part, Side
from events.filterform import Cursor
from events.filters import BadFilters, Filters, read_filters
from events.listing import page_of
from events.models import Event
from events.resolution import reject
from tests.builders import cite, claim, event
from tests.reporting import actor, article_text, editor, meeting, registry, source

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DAYS = [dt.date(2025, m, 10) for m in range(1, 7)]


@pytest.fixture(scope="module", autouse=True)
def _events(own_database: Any) -> None:
    """Six events, a month apart, each named by its letter."""
    with own_database.unblock():
        make_events()


def make_events() -> None:
    registry()
    actor("p_barzani", Side.KRG)
    ana = source("ana")
    event(EventType.MEETING, DAYS[0], title="a", where="damascus")
    event(EventType.STATEMENT, DAYS[1], title="b", where=None)
    event(EventType.REPATRIATION, DAYS[2], (("pop_sy_soldiers", Part.TARGET),), "albukamal", title="c")
    event(EventType.CALL, DAYS[3], (("p_barzani", Part.INITIATOR),), None, Modality.PLANNED, title="d")
    event(EventType.INCIDENT, DAYS[4], (), "x_qaim", title="e", citation=cite(ana))
    event(
        EventType.MEETING,
        DAYS[5],
        (("p_sharaa", Part.HOST), ("p_shatri", Part.MENTIONED)),
        title="f border talks",
        extra=(claim("theme", slot="water", v_choice="water"),),
    )


def found(query: str) -> str:
    """The letters of the events that a query finds, oldest first."""
    rows = read_filters(QueryDict(query)).apply(Event.objects.listed()).order_by("date")
    return "".join(e.title_en[0] for e in rows)


@pytest.mark.parametrize(
    ("query", "letters"),
    [
        ("", "acdef"),
        ("statements=1", "abcdef"),
        ("statements=0", "acdef"),
        ("type=statement", "b"),
        ("type=statement&type=call", "bd"),
        ("family=talks", "adf"),
        ("family=talks&statements=1", "abdf"),
        ("family=talks&type=repatriation", ""),
        ("family=talks&family=context", "adef"),
        ("actor=p_shatri", "a"),
        ("actor=p_shatri&actor=p_sharaa", "af"),
        ("actor=p_shatri&actor=p_shatri", "a"),
        ("side=KRG", "d"),
        ("side=IQ", "ad"),
        ("side=SY", "cf"),
        ("side=SY-former", "c"),
        ("place=damascus", "af"),
        ("place=c_sy", "acef"),
        ("place=x_qaim", "ce"),
        ("from=2025-03-10", "cdef"),
        ("from=2025-03-11", "def"),
        ("to=2025-03-10", "ac"),
        ("from=2025-03&to=2025-04", "cd"),
        ("from=2025&to=2025", "acdef"),
        ("from=٢٠٢٥-٠٣&to=۲۰۲۵-۰۴", "cd"),
        ("modality=planned", "d"),
        ("status=published", "acdef"),
        ("status=all", "acdef"),
        ("theme=water", "f"),
        ("source=ana", "e"),
        ("q=border", "f"),
        ("q=الواقعة", "acdef"),
        ("actor=p_sharaa&side=SY&family=talks", "f"),
        ("actor=&type=&from=", "acdef"),
        ("utm_source=x&utm_campaign=y", "acdef"),
    ],
)
def test_a_filter_finds_its_events(query: str, letters: str) -> None:
    assert found(query) == letters


def test_candidates_are_left_out_on_request_only() -> None:
    from events.resolution import record

    record(article_text(), [meeting()], coder="1", lexicon="x", relevant=True, confidence=0.9)
    assert found("") == "Macdef"
    assert found("status=published") == "acdef"


def test_a_rejected_event_is_found_by_no_filter() -> None:
    reject([Event.objects.get(title_en="a")], editor(), "no event")
    assert found("actor=p_shatri") == "" and "a" not in found("statements=1")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("foo=1", {"foo"}),
        ("foo=1&bar=2", {"foo", "bar"}),
        ("actor=nobody", {"actor"}),
        ("actor=a%00b", {"actor"}),
        ("type=party", {"type"}),
        ("side=XX", {"side"}),
        ("from=yesterday", {"from"}),
        ("from=0025-01-01", {"from"}),
        ("to=9999-12-31", {"to"}),
        ("from=2025-13", {"from"}),
        ("from=2025-02-30", {"from"}),
        ("from=2025-05&to=2025-04", {"to"}),
        ("from=2025&from=2024", {"from"}),
        ("status=candidate", {"status"}),
        ("statements=yes", {"statements"}),
        ("after=2025-01-01", {"after"}),
        ("after=2025-99-01_1", {"after"}),
        ("q=" + "x" * 201, {"q"}),
        ("q=a%00b", {"q"}),
        ("&".join(f"actor=a{n}" for n in range(40)), {"actor"}),
    ],
)
def test_a_wrong_parameter_is_named(query: str, names: set[str], client: Client) -> None:
    with pytest.raises(BadFilters) as bad:
        read_filters(QueryDict(query))
    assert {name for name, _ in bad.value.errors} == names
    answer = client.get(f"/?{query}")
    assert answer.status_code == 400
    assert all(f"<code>{name}</code>" in answer.content.decode() for name in names)


def test_the_query_string_is_canonical() -> None:
    filters = read_filters(
        QueryDict("to=2025-04&type=meeting&actor=p_shatri&actor=p_sharaa&family=talks&utm_a=1&side=")
    )
    assert filters.query() == "actor=p_sharaa&actor=p_shatri&family=talks&type=meeting&to=2025-04-30"
    assert read_filters(QueryDict(filters.query())) == filters


def test_a_changed_query_starts_from_the_newest_event() -> None:
    filters = read_filters(QueryDict("family=talks&family=context&after=2025-03-01_7"))
    assert filters.query() == "family=context&family=talks"
    assert filters.query(after=filters.after) == "family=context&family=talks&after=2025-03-01_7"
    assert filters.query(statements=True) == "family=context&family=talks&statements=1"
    assert filters.without("family", Family.TALKS) == "family=context"
    assert filters.without("family") == ""


@pytest.mark.parametrize("query", ["", "actor=p_shatri", "actor=p_shatri&actor=p_sharaa", "family=talks", "side=IQ"])
def test_pages_follow_each_other_without_gap_or_double(query: str) -> None:
    event(EventType.MEETING, DAYS[0], title="g")
    event(EventType.MEETING, DAYS[0], title="h")
    filters = read_filters(QueryDict(query))
    whole = [e.pk for e in page_of(filters).events]
    walked: list[int] = []
    while True:
        page = page_of(filters, size=1)
        walked += [e.pk for e in page.events]
        if page.next is None:
            break
        filters = filters.with_cursor(page.next)
    assert walked == whole and len(whole) >= 2


def test_the_cursor_of_an_event_that_is_gone_still_works() -> None:
    filters = Filters(after=Cursor(dt.date(2025, 3, 11), 1))
    assert [e.title_en[0] for e in page_of(filters).events] == ["c", "a"]


def test_the_month_counts_answer_one_filter_at_most() -> None:
    def rollup(query: str) -> object:
        return read_filters(QueryDict(query)).rollup()

    assert rollup("") == (Dim.ALL, 0)
    assert rollup("family=talks&type=call&statements=1") == (Dim.ALL, 0)
    assert rollup("modality=planned&from=2025-01&to=2025-02")[0] == Dim.MODALITY  # type: ignore[index]
    assert rollup("side=IQ&side=SY") is None
    assert rollup("side=IQ&modality=done") is None
    assert rollup("from=2025-01-02") is None
    assert rollup("q=x") is None
