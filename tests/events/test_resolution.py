"""Recording, matching, correcting: what the database holds afterwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from events.codebook import ClaimField, Dim, EventStatus, EventType, Modality, Part, Side
from events.derivation import derive_events
from events.indexing import recount_months
from events.models import (
    Actor,
    Assignment,
    Claim,
    Decision,
    Event,
    EventKey,
    Figure,
    MonthCount,
    Participation,
    Place,
)
from events.models import Report as ReportRow
from events.reports import InvalidReport, Report
from events.resolution import DecisionRefused, Recorded, correct, publish, record, reject, withdraw
from tests.reporting import BODY, TITLE, article_text, editor, handover, meeting, mention, registry, somewhere, source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _registry(db: None) -> None:
    registry()


def put(text: Any, *reports: Report, coder: str = "1") -> Recorded:
    return record(text, reports, coder=coder, lexicon="x", relevant=bool(reports), confidence=0.9)


def derived() -> list[Any]:
    """Every derived row, for comparison."""
    return [
        sorted(Event.objects.values_list()),
        sorted(Participation.objects.values_list(), key=str),
        sorted(Figure.objects.values_list(), key=str),
        sorted(EventKey.objects.values_list("event", "dim", "key", "type", "date", "listed")),
        sorted(MonthCount.objects.values_list("dim", "key", "type", "month", "n")),
    ]


def test_a_report_becomes_a_candidate_event_with_all_its_values() -> None:
    recorded = put(article_text(), meeting())
    event = Event.objects.get()
    assert recorded.created == recorded.events == (event.pk,)
    assert (event.type, event.family, event.modality) == ("meeting", "talks", "done")
    assert (event.date, event.date_precision, event.date_basis) == (dt.date(2024, 12, 26), "day", "text")
    assert event.place is not None and event.place.code == "damascus"
    assert event.status == EventStatus.CANDIDATE
    assert event.public_id.startswith("ISC-")
    assert event.families == 1
    people = {p.actor.code: p for p in event.participations.select_related("actor", "role__office")}
    assert people["p_sharaa"].part == Part.HOST
    assert people["p_shatri"].role is not None and people["p_shatri"].role.office.title_en == "Head of INIS"


def test_titles_are_composed_in_both_languages() -> None:
    put(article_text(), meeting())
    event = Event.objects.get()
    assert event.title_en == "Meeting: p_shatri, p_sharaa (damascus)"
    assert event.title_ar.startswith("لقاء: ")


def test_a_title_tells_the_whole_before_a_part_of_it() -> None:
    put(article_text(), handover())
    event = Event.objects.get()
    assert "1,905 soldiers" in event.title_en
    assert "officers" not in event.title_en


def test_recording_twice_adds_no_row() -> None:
    text = article_text()
    put(text, meeting(), handover())
    counts = [m.objects.count() for m in (ReportRow, Claim, Assignment, Event, Decision)]
    before = derived()
    again = put(text, meeting(), handover())
    assert again.created == ()
    assert len(again.events) == 2
    assert [m.objects.count() for m in (ReportRow, Claim, Assignment, Event, Decision)] == counts
    assert derived() == before


def test_deriving_again_changes_nothing() -> None:
    put(article_text(), meeting(), handover())
    before = derived()
    assert derive_events(list(Event.objects.values_list("pk", flat=True))) == 0
    assert recount_months() == 0
    assert derived() == before


def test_a_second_outlet_joins_the_same_event() -> None:
    put(article_text(), meeting())
    other = article_text("https://other.example/9", outlet=source("other"))
    recorded = put(other, meeting(date=dt.date(2024, 12, 27)))
    assert recorded.created == ()
    event = Event.objects.get()
    assert event.families == 2
    assert event.date == dt.date(2024, 12, 26)


@pytest.mark.parametrize(
    "changes",
    [
        {"date": dt.date(2024, 12, 29)},
        {"type": EventType.CALL, "place": None},
        {"modality": Modality.DENIED},
        {"place": somewhere("x_qaim")},
        {"participants": (mention("envoy", side=Side.US), mention("commander", side=Side.SDF))},
    ],
    ids=["days apart", "another type", "a denial", "another place", "nobody shared"],
)
def test_another_happening_stays_apart(changes: dict[str, Any]) -> None:
    put(article_text(), meeting())
    put(article_text("https://other.example/9", outlet=source("other")), meeting(**changes))
    assert Event.objects.count() == 2


def test_a_report_dated_by_publication_reaches_three_days_back() -> None:
    put(article_text(), meeting(date=dt.date(2024, 12, 24)))
    late = replace(handover(), type=EventType.MEETING, counts=(), participants=meeting().participants)
    late = replace(late, place=somewhere("damascus"), date=dt.date(2024, 12, 27))
    put(article_text("https://other.example/9", outlet=source("other")), late)
    assert Event.objects.count() == 1


def test_a_border_town_is_its_crossing() -> None:
    put(article_text(), handover())
    recorded = put(article_text("https://other.example/9"), handover(place=somewhere("albukamal")))
    assert recorded.created == ()


def test_two_equally_good_candidates_are_left_to_a_person() -> None:
    put(article_text(), meeting())
    put(article_text("https://b.example/1"), meeting(date=dt.date(2024, 12, 28)))
    recorded = put(article_text("https://c.example/1"), meeting(date=dt.date(2024, 12, 27)))
    assert len(recorded.created) == 1


def test_parts_of_a_total_never_compete_with_it() -> None:
    put(article_text(), handover())
    figure = Figure.objects.get()
    assert (figure.unit, figure.best, figure.low, figure.high) == ("soldiers", 1905, 1905, 1905)
    part = Claim.objects.get(v_unit="officers")
    assert part.v_of is not None and part.v_of.v_low == 1905


def test_figures_keep_best_lowest_and_highest() -> None:
    put(article_text(), handover())
    count = replace(handover().counts[1], value=2400)
    put(article_text("https://b.example/1"), handover(counts=(handover().counts[0], count), confidence=0.5))
    figure = Figure.objects.get()
    assert (figure.best, figure.low, figure.high, figure.claims) == (1905, 1905, 2400, 2)


def test_a_background_report_is_evidence_but_changes_nothing() -> None:
    put(article_text(), handover())
    put(article_text("https://b.example/1", outlet=source("b")), handover(background=True, counts=(), confidence=1.0))
    event = Event.objects.get()
    assert ReportRow.objects.filter(assignments__event=event).count() == 2
    assert event.families == 1


def test_the_mentioned_are_not_found_by_their_name() -> None:
    people = (*meeting().participants[:1], mention("p_sharaa", Part.MENTIONED, Side.SY))
    put(article_text(), meeting(participants=people))
    keys = set(EventKey.objects.filter(dim=Dim.ACTOR).values_list("key", flat=True))
    assert Actor.objects.get(code="p_shatri").pk in keys
    assert Actor.objects.get(code="iq_inis").pk in keys, "the body whose office he holds"
    assert Actor.objects.get(code="p_sharaa").pk not in keys


def test_a_place_is_found_by_all_that_contain_it() -> None:
    put(article_text(), meeting())
    keys = set(EventKey.objects.filter(dim=Dim.PLACE).values_list("key", flat=True))
    assert keys == set(Place.objects.filter(code__in=["damascus", "c_sy"]).values_list("pk", flat=True))


def test_a_value_without_a_span_is_refused_whole() -> None:
    report = meeting()
    with pytest.raises(InvalidReport, match="no span proves place"):
        put(article_text(), replace(report, spans=tuple(s for s in report.spans if s.field != "place")))
    assert not ReportRow.objects.exists()


def test_a_span_that_misquotes_is_refused() -> None:
    report = meeting()
    wrong = replace(report.spans[0], text="meets")
    with pytest.raises(InvalidReport, match="does not read"):
        put(article_text(), replace(report, spans=(wrong, *report.spans[1:])))


def test_a_new_version_of_an_article_replaces_its_reports_and_keeps_the_event() -> None:
    first = article_text()
    put(first, meeting())
    edited = BODY.replace("Thursday", "Thursday evening")
    recorded = put(article_text(body=edited, n=2), meeting(edited))
    assert recorded.created == ()
    event = Event.objects.get()
    old = Claim.objects.filter(span_text=first, field="date").get()
    assert first.body[old.span_start : old.span_end] == old.quote == "Thursday"
    assert event.families == 1


def test_a_new_coder_that_drops_a_report_takes_the_event_off_the_timeline() -> None:
    text = article_text()
    put(text, meeting())
    put(text, coder="2")
    event = Event.objects.get()
    assert not event.listed
    assert not EventKey.objects.exists()
    assert not MonthCount.objects.exists()


def corrected(event: Event, **values: Any) -> ReportRow:
    return correct(event, [Claim(**values)], editor(), "the communiqué says so")


def test_a_persons_correction_stands_over_every_later_machine_run() -> None:
    text = article_text()
    put(text, meeting())
    event = Event.objects.get()
    corrected(event, field=ClaimField.DATE, v_date=dt.date(2024, 12, 25), v_precision="day")
    event.refresh_from_db()
    assert event.date == dt.date(2024, 12, 25)
    before = derived()
    put(text, meeting(confidence=0.99), coder="2")
    after = Event.objects.get()
    assert after.date == dt.date(2024, 12, 25)
    assert [row[:3] for row in derived()[3]] == [row[:3] for row in before[3]]


def test_a_withdrawn_correction_gives_way() -> None:
    put(article_text(), meeting())
    event = Event.objects.get()
    row = corrected(event, field=ClaimField.DATE, v_date=dt.date(2024, 12, 25), v_precision="day")
    withdraw(row.claims.get(), editor(), "mistaken")
    event.refresh_from_db()
    assert event.date == dt.date(2024, 12, 26)


def test_only_a_persons_claim_can_be_withdrawn() -> None:
    put(article_text(), meeting())
    with pytest.raises(DecisionRefused):
        withdraw(Claim.objects.filter(field="date").get(), editor(), "no")


def test_a_person_may_deny_a_value() -> None:
    put(article_text(), meeting())
    event = Event.objects.get()
    corrected(event, field=ClaimField.PLACE, asserts=False)
    event.refresh_from_db()
    assert event.place is None


def test_a_rejected_event_leaves_the_timeline_and_its_counts() -> None:
    put(article_text(), meeting())
    event = Event.objects.get()
    reject([event], editor(), "not about the two countries")
    assert not EventKey.objects.filter(listed=True).exists()
    assert not MonthCount.objects.exists()
    publish([event], editor(), "it is after all")
    assert MonthCount.objects.filter(dim=Dim.ALL).get().n == 1


def test_a_recoding_inherits_a_persons_decision() -> None:
    text = article_text()
    put(text, meeting())
    event = Event.objects.get()
    reject([event], editor(), "no")
    recorded = put(text, meeting(confidence=0.95), coder="2")
    assert recorded.created == ()
    assert Event.objects.get().status == EventStatus.REJECTED


@pytest.mark.parametrize("table", ["claim", "report", "assignment", "decision", "articletext", "coding"])
def test_append_only_tables_refuse_update_and_delete(table: str) -> None:
    put(article_text(), meeting())
    corrected(Event.objects.get(), field=ClaimField.PLACE, asserts=False)
    for statement in (f"UPDATE events_{table} SET id = id", f"DELETE FROM events_{table}"):
        refused = pytest.raises((IntegrityError, InternalError), match="append-only")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def raw_claim(row: ReportRow, text: Any, **changes: Any) -> None:
    values = {
        "report": row,
        "origin": "machine",
        "field": "type",
        "v_choice": "call",
        "basis": "span",
        "span_text": text,
        "span_in": "title",
        "span_start": 0,
        "span_end": 5,
        "quote": TITLE[:5],
        "confidence": 0.5,
        "digest": b"x",
    }
    with transaction.atomic():
        Claim.objects.create(**{**values, **changes})


@pytest.mark.parametrize(
    "changes",
    [
        {"quote": "wrong"},
        {"span_start": None},
        {"span_end": 0},
        {"basis": "citation", "span_text": None, "span_in": None, "span_start": None, "span_end": None, "quote": None},
        {"origin": "person"},
        {"v_choice": None},
        {"asserts": False},
    ],
    ids=["misquotes", "no start", "empty", "machine without span", "other origin", "no value", "machine denies"],
)
def test_the_database_refuses_an_unproved_claim(changes: dict[str, Any]) -> None:
    text = article_text()
    put(text, meeting())
    row = ReportRow.objects.get()
    raw_claim(row, text)
    with pytest.raises(IntegrityError):
        raw_claim(row, text, **{"digest": b"y", **changes})


def test_a_machine_claim_must_quote_the_text_that_was_coded() -> None:
    text = article_text()
    put(text, meeting())
    other = article_text("https://other.example/2")
    with pytest.raises(IntegrityError, match="text that was coded"):
        raw_claim(ReportRow.objects.get(), other)


def test_a_machines_assignment_never_follows_a_persons() -> None:
    put(article_text(), meeting())
    event = Event.objects.get()
    row = ReportRow.objects.get()
    decision = Decision.objects.create(kind="split", events=[event.pk], author=editor())
    Assignment.objects.create(report=row, event=event, decision=decision, score=1.0)
    with pytest.raises(IntegrityError, match="assigned by a person"), transaction.atomic():
        Assignment.objects.create(report=row, event=event, score=1.0)


def test_a_done_act_far_in_the_future_is_undated_and_flagged() -> None:
    put(article_text(), meeting(date=dt.date(2099, 1, 1)))
    event = Event.objects.get()
    assert event.date is None
    assert "date_conflict" in event.flags
    assert not event.listed


def test_an_unknown_person_takes_part_by_name() -> None:
    unknown = replace(mention("p_shatri"), actor=None, name="al-Shatri")
    put(article_text(), meeting(participants=(unknown, meeting().participants[1])))
    assert Participation.objects.get(actor=None).name == "al-Shatri"


def test_figures_are_numbers() -> None:
    put(article_text(), handover())
    assert Figure.objects.get().best == Decimal("1905.000")
