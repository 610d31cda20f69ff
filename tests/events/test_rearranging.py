"""Merging, undoing, splitting, keeping apart: what is undone leaves the very rows that were there before."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest

from events.assigning import events_now, reports_in
from events.codebook import ClaimField, DateBasis, DoubtState, EventStatus, StatusBy
from events.derivation import derive_events
from events.models import (
    Assignment,
    Claim,
    Decision,
    Doubt,
    Event,
    EventKey,
    Figure,
    MonthCount,
    Participation,
    ReportFacts,
)
from events.models import Report as ReportRow
from events.rearranging import keep_apart, last_merge, merge, split, unmerge
from events.resolution import DecisionRefused, correct, publish, reject
from tests.events.test_resolution import derived, put
from tests.reporting import article_text, editor, handover, meeting, registry, source, span

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def _registry(db: None) -> None:
    registry()


def seen() -> list[Any]:
    """Every derived column and what an event is, without the numbers of derived rows."""
    own = [f.attname for f in Event._meta.concrete_fields]
    people = ("event", "actor", "name", "part", "role", "side", "claim")
    figures = ("event", "unit", "scope", "kind", "best", "low", "high", "claims", "claim")
    return [
        sorted(Event.objects.values_list(*own)),
        sorted(Participation.objects.values_list(*people), key=str),
        sorted(Figure.objects.values_list(*figures), key=str),
        *derived()[3:],
        sorted(ReportFacts.objects.values_list("report", "digest"), key=str),
    ]


def three() -> list[Event]:
    """Three meetings days apart, the second told by two outlets."""
    for n, day in enumerate((1, 10, 10, 20)):
        text = article_text(f"https://{n}.example/1", outlet=source(f"outlet-{n}"))
        put(text, meeting(date=dt.date(2024, 12, day)))
    return list(Event.objects.order_by("pk"))


def test_a_merge_leaves_one_event_with_all_reports_and_the_others_lead_to_it() -> None:
    first, second, third = three()
    decision = merge(first, [second, third], editor(), "one visit")
    assert (decision.author, decision.reason) == (editor(), "one visit")
    assert len(reports_in([first.pk])) == 4
    for gone in (second, third):
        gone.refresh_from_db()
        assert (gone.status, gone.merged_into_id, gone.listed) == (EventStatus.MERGED, first.pk, False)
    assert Event.objects.get(pk=first.pk).families == 4


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_merged_is_undone_exactly(seed: int) -> None:
    chance = random.Random(seed)
    events = three()
    if chance.random() < 0.5:
        publish([chance.choice(events)], editor(), "seen")
    if chance.random() < 0.5:
        correct(chance.choice(events), [Claim(field=ClaimField.PLACE, asserts=False)], editor(), "not there")
    if chance.random() < 0.5:
        reject([chance.choice(events)], editor(), "no")
    steps = []
    for _ in range(chance.randint(1, 2)):
        standing = list(Event.objects.exclude(status=EventStatus.MERGED).order_by("pk"))
        pair = chance.sample(standing, 2)
        steps.append(seen())
        merge(pair[0], pair[1:], editor(), "one")
    for before in reversed(steps):
        done = set(Decision.objects.filter(kind="unmerge").values_list("detail__undoes", flat=True))
        decision = next(d for d in Decision.objects.filter(kind="merge").order_by("-pk") if d.pk not in done)
        unmerge(decision, editor(), "two after all")
        for now, then in zip(seen(), before, strict=True):
            assert now == then
    assert derive_events(list(Event.objects.values_list("pk", flat=True))) == 0


def test_an_undone_merge_is_not_repeated_by_the_machine() -> None:
    first, second, _ = three()
    unmerge(merge(first, [second], editor(), "one"), editor(), "two")
    put(article_text("https://9.example/1", outlet=source("outlet-9")), meeting(date=dt.date(2024, 12, 10)))
    assert Event.objects.filter(status=EventStatus.MERGED).count() == 0
    assert len(reports_in([second.pk])) == 3


def test_only_a_merge_that_still_stands_can_be_undone() -> None:
    first, second, third = three()
    decision = merge(first, [second], editor(), "one")
    unmerge(decision, editor(), "two")
    with pytest.raises(DecisionRefused):
        unmerge(decision, editor(), "again")
    assert last_merge(second) is None
    with pytest.raises(DecisionRefused):
        merge(third, [third], editor(), "itself")


def test_a_merge_by_the_machine_can_be_undone_by_a_person() -> None:
    outlets = [article_text(f"https://{n}.example/m", outlet=source(f"m{n}")) for n in range(3)]
    put(outlets[0], meeting(place=None, participants=meeting().participants[:1], date=dt.date(2024, 12, 1)))
    put(outlets[1], meeting(date=dt.date(2024, 12, 20)))
    older, younger = Event.objects.order_by("pk")
    put(outlets[0], meeting(date=dt.date(2024, 12, 20)), coder="2")
    younger.refresh_from_db()
    decision = last_merge(younger)
    assert younger.merged_into_id == older.pk
    assert decision is not None and decision.author is None
    unmerge(decision, editor(), "two")
    assert {(e.status, e.families) for e in Event.objects.all()} == {(EventStatus.CANDIDATE, 1)}


def test_a_split_takes_the_chosen_reports_out_for_good() -> None:
    _, second, _ = three()
    one, other = reports_in([second.pk])
    made = split(second, [other], editor(), "two visits")
    assert events_now([one, other]) == {one: second.pk, other: made.pk}
    assert (made.status, made.status_by, made.date) == (EventStatus.CANDIDATE, StatusBy.PERSON, dt.date(2024, 12, 10))
    put(article_text("https://8.example/1", outlet=source("outlet-8")), meeting(date=dt.date(2024, 12, 10)))
    now = events_now([one, other])
    assert now[one] != now[other]


def test_all_or_nothing_is_no_split() -> None:
    _, second, _ = three()
    for chosen in ([], reports_in([second.pk])):
        with pytest.raises(DecisionRefused):
            split(second, chosen, editor(), "?")


def hand_over(outlet: str, day: int) -> None:
    text = article_text(f"https://{outlet}.example/d", outlet=source(outlet))
    put(text, handover(counts=(), date=dt.date(2024, 12, day), **TOLD))


def in_doubt() -> Doubt:
    """Two hand-overs that look alike but for a day."""
    put(
        article_text("https://a.example/d", outlet=source("a")), handover(counts=(), date=dt.date(2024, 12, 10), **TOLD)
    )
    put(
        article_text("https://b.example/d", outlet=source("b")), handover(counts=(), date=dt.date(2024, 12, 11), **TOLD)
    )
    return Doubt.objects.get()


TOLD: dict[str, Any] = {}


def test_a_pair_in_doubt_is_kept_with_its_reasons_and_not_merged(told_by_text: None) -> None:
    doubt = in_doubt()
    assert Event.objects.count() == 2
    assert doubt.state == DoubtState.OPEN
    assert doubt.reasons["days apart by one"] < 0 < doubt.reasons["same type"]


def test_what_a_person_keeps_apart_is_never_asked_again(told_by_text: None) -> None:
    doubt = in_doubt()
    keep_apart(doubt, editor(), "two convoys")
    put(
        article_text("https://c.example/d", outlet=source("c")), handover(counts=(), date=dt.date(2024, 12, 11), **TOLD)
    )
    doubt.refresh_from_db()
    assert (doubt.state, doubt.decision.reason if doubt.decision else "") == (DoubtState.DIFFERENT, "two convoys")
    assert not Doubt.objects.filter(state=DoubtState.OPEN).exists()
    assert Event.objects.exclude(status=EventStatus.MERGED).count() == 2


def test_what_a_person_merges_is_settled(told_by_text: None) -> None:
    doubt = in_doubt()
    merge(doubt.one, [doubt.other], editor(), "one convoy")
    doubt.refresh_from_db()
    assert doubt.state == DoubtState.SAME


@pytest.fixture
def told_by_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hand-overs dated in the text."""
    report = handover()
    monkeypatch.setitem(TOLD, "date_basis", DateBasis.TEXT)
    spans = tuple(s for s in report.spans if not s.field.startswith("counts"))
    monkeypatch.setitem(TOLD, "spans", (*spans, span("date", "Thursday")))


def test_a_corrected_day_counts_in_matching() -> None:
    put(article_text(), meeting())
    event = Event.objects.get()
    correct(event, [Claim(field=ClaimField.DATE, v_date=dt.date(2024, 12, 20), v_precision="day")], editor(), "then")
    put(article_text("https://b.example/1", outlet=source("b")), meeting(date=dt.date(2024, 12, 20)))
    assert Event.objects.count() == 1
    put(article_text("https://c.example/1", outlet=source("c")), meeting(date=dt.date(2024, 12, 26)))
    assert Event.objects.count() == 2


def test_a_correction_of_a_merged_event_goes_where_its_reports_are() -> None:
    first, second, _ = three()
    merge(first, [second], editor(), "one")
    row = correct(second, [Claim(field=ClaimField.TITLE, v_text_en="said")], editor(), "because")
    assert events_now([row.pk]) == {row.pk: first.pk}
    assert Event.objects.get(pk=first.pk).title_en == "said"


def test_the_machine_moves_nothing_that_a_person_has_published() -> None:
    put(article_text("https://a.example/1", outlet=source("a")), meeting(date=dt.date(2024, 12, 26)))
    put(article_text("https://b.example/1", outlet=source("b")), meeting(date=dt.date(2024, 12, 28)))
    early, late = Event.objects.order_by("pk")
    publish([early, late], editor(), "seen")
    for n in range(3):
        text = article_text(f"https://{n}.example/p", outlet=source(f"p{n}"))
        put(text, meeting(date=dt.date(2024, 12, 27)))
    assert {e.status for e in Event.objects.filter(pk__in=[early.pk, late.pk])} == {EventStatus.PUBLISHED}


def test_a_rejected_happening_does_not_come_back_with_the_next_outlet() -> None:
    put(article_text(), meeting())
    event = Event.objects.get()
    reject([event], editor(), "not about the two countries")
    put(article_text("https://b.example/1", outlet=source("b")), meeting())
    assert Event.objects.get().status == EventStatus.REJECTED


def test_a_new_coder_keeps_assignment_rejection_and_correction() -> None:
    texts = [article_text(f"https://{n}.example/k", outlet=source(f"k{n}")) for n in range(3)]
    for text, day in zip(texts, (1, 10, 20), strict=True):
        put(text, meeting(date=dt.date(2024, 12, day)))
    first, second, third = Event.objects.order_by("pk")
    merge(first, [second], editor(), "one")
    reject([third], editor(), "no")
    correct(first, [Claim(field=ClaimField.TITLE, v_text_en="said")], editor(), "because")
    for n, text in enumerate(texts):
        put(text, meeting(date=dt.date(2024, 12, (1, 10, 20)[n]), confidence=0.95), coder="2")
    assert Event.objects.count() == 3
    first.refresh_from_db()
    assert (first.title_en, first.families) == ("said", 2)
    assert Event.objects.get(pk=third.pk).status == EventStatus.REJECTED
    assert Assignment.objects.filter(report__coding__coder="2", decision__author=editor()).count() == 3


def test_a_reading_that_drops_a_bridge_parts_what_it_joined() -> None:
    days = [dt.date(2024, 12, 26), dt.date(2024, 12, 27)]
    texts = [article_text(f"https://{n}.example/g", outlet=source(f"g{n}")) for n in range(2)]
    put(texts[0], meeting(date=days[0]))
    put(texts[1], meeting(date=days[1]))
    assert Event.objects.exclude(type=None).count() == 1
    put(texts[1], coder="2")
    event = Event.objects.get()
    assert (event.date, event.families) == (days[0], 1)


def test_no_derived_row_is_left_behind() -> None:
    first, second, third = three()
    merge(first, [second, third], editor(), "one")
    assert set(Participation.objects.values_list("event", flat=True)) == {first.pk}
    assert set(EventKey.objects.filter(listed=True).values_list("event", flat=True)) == {first.pk}
    assert set(MonthCount.objects.filter(dim=0).values_list("n", flat=True)) == {1}
    assert not Figure.objects.exclude(event=first).exists()
    assert ReportRow.objects.count() == 4
