"""How sure an event is, and when the machine publishes by itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.campaigns import Movement, campaign_of
from events.codebook import EventStatus, EventType, Modality, Part, Side, StatusBy
from events.corroboration import Voice, credibility, event_confidence, independent, sides_heard
from events.enrolling import enrol
from events.models import Decision, Event, Series
from events.resolution import publish, set_series
from tests.events.test_resolution import put
from tests.reporting import (
    actor,
    article_text,
    editor,
    handover,
    meeting,
    mention,
    place,
    registry,
    somewhere,
    source,
    span,
)

probability = st.floats(0.05, 0.95)
families = st.integers(0, 8)


@given(probability, families)
def test_corroboration_raises_and_conflict_lowers_confidence(base: float, n: int) -> None:
    def sure(count: int, **more: Any) -> float:
        found = event_confidence(base, count, **more)
        assert found is not None
        return found

    assert sure(n) <= sure(n + 1)
    assert sure(n, conflict=True) <= sure(n)
    assert sure(n, reliability="E") <= sure(n, reliability="B")
    assert sure(n, conflict=True, settled=True) == 1.0


def test_two_families_are_surer_than_one_and_a_conflict_costs() -> None:
    one, two, torn = (event_confidence(0.6, n, conflict=c) or 0 for n, c in ((1, False), (2, False), (2, True)))
    assert one == pytest.approx(0.6)
    assert torn < one < two


@given(families)
def test_credibility_improves_with_families_and_suffers_from_conflict(n: int) -> None:
    plain = credibility(n, conflict=False, settled=False)
    assert credibility(n + 1, conflict=False, settled=False) <= plain
    assert credibility(n, conflict=True, settled=True) == 1


def test_state_agencies_claim_for_their_side_and_corroborate_nobody() -> None:
    voices = [Voice("ina", Side.IQ, True), Voice("sana", Side.SY, True), Voice("daily", Side.OTHER, False)]
    assert independent(voices) == {"daily"}
    assert sides_heard(voices) == {Side.IQ, Side.SY}


@pytest.fixture
def told(db: None) -> Any:
    registry()

    def tell(code: str, side: Side, copy_of: Any = None, **report: Any) -> Any:
        text = article_text(f"https://{code}.example/1", outlet=source(code, side=side, reliability="B"))
        if copy_of is not None:
            text.article.copy_of = copy_of.article
            text.article.save()
        put(text, meeting(**{"confidence": 0.9, **report}))
        return text

    return tell


def state() -> tuple[str, str]:
    event = Event.objects.get()
    return event.status, event.status_by


def test_both_sides_publish_by_themselves_marked_as_the_machines(told: Any) -> None:
    told("baghdad", Side.IQ)
    assert state() == (EventStatus.CANDIDATE, StatusBy.MACHINE)
    told("damascus-daily", Side.SY)
    assert state() == (EventStatus.PUBLISHED, StatusBy.MACHINE)
    assert Decision.objects.get(kind="publish").author is None


def test_outlets_of_one_side_wait_however_many(told: Any) -> None:
    for n in range(4):
        told(f"baghdad-{n}", Side.IQ)
    assert state() == (EventStatus.CANDIDATE, StatusBy.MACHINE)


def test_a_reprint_speaks_with_the_originals_voice(told: Any) -> None:
    first = told("baghdad", Side.IQ)
    told("damascus-daily", Side.SY, copy_of=first)
    assert state() == (EventStatus.CANDIDATE, StatusBy.MACHINE)


def test_an_unsure_event_waits(told: Any, settings: Any) -> None:
    settings.PUBLISH_CONFIDENCE = 0.99
    told("baghdad", Side.IQ)
    told("damascus-daily", Side.SY)
    assert state() == (EventStatus.CANDIDATE, StatusBy.MACHINE)


def test_what_a_person_published_stays_whatever_comes_in(told: Any) -> None:
    text = told("baghdad", Side.IQ, confidence=0.3)
    publish([Event.objects.get()], editor(), "seen")
    put(text, meeting(confidence=0.1), coder="2")
    told("damascus-daily", Side.SY, date=dt.date(2024, 12, 27))
    assert state() == (EventStatus.PUBLISHED, StatusBy.PERSON)


MOVED = Movement(
    type=EventType.REPATRIATION,
    modality=Modality.DONE,
    day=dt.date(2025, 3, 15),
    groups=frozenset({"pop_camp_families"}),
    start=frozenset({"camp_hol", "sy_hasakah", "c_sy"}),
    goal=frozenset({"camp_jadaa", "iq_nineveh", "c_iq"}),
)


@pytest.mark.parametrize(
    ("changes", "slug"),
    [
        ({}, "alhol_returns"),
        ({"goal": frozenset()}, "alhol_returns"),
        ({"goal": frozenset({"c_sy"})}, None),
        ({"start": frozenset({"camp_roj"})}, None),
        ({"groups": frozenset({"pop_refugees"})}, None),
        ({"modality": Modality.DENIED}, None),
        ({"day": dt.date(2019, 1, 1)}, None),
    ],
)
def test_a_movement_belongs_to_the_programme_it_is_of(changes: dict[str, Any], slug: str | None) -> None:
    values = {name: getattr(MOVED, name) for name in MOVED.__dataclass_fields__} | changes
    assert campaign_of(Movement(**values)) == slug


def camp_return(day: int, ordinal: int | None = None) -> Event:
    spans = [s for s in handover().spans if not s.field.startswith("counts")]
    spans += [span("date", "Thursday"), span("origin", "al-Qaim"), *([span("ordinal", "130")] if ordinal else [])]
    report = handover(
        date=dt.date(2024, 12, day),
        origin=somewhere("camp_hol"),
        participants=(mention("iq_gov", Part.INITIATOR), mention("pop_camp_families", Part.TARGET)),
        counts=(),
        ordinal=ordinal,
        spans=tuple(spans),
    )
    recorded = put(article_text(f"https://daily.example/{day}"), report)
    return Event.objects.select_related("series").get(pk=recorded.events[0])


@pytest.fixture
def camp(db: None) -> Series:
    registry()
    place("camp_hol")
    actor("pop_camp_families", Side.OTHER, "population_group")  # type: ignore[arg-type]
    return Series.objects.create(slug="alhol_returns", title_en="Returns")


def test_a_camp_return_joins_its_series_with_its_ordinal(camp: Series) -> None:
    event = camp_return(3, ordinal=17)
    assert (event.series, event.ordinal) == (camp, 17)


def test_batches_with_different_ordinals_are_two_events(camp: Series) -> None:
    assert camp_return(3, ordinal=17).pk != camp_return(4, ordinal=18).pk


def test_what_an_editor_took_out_of_a_series_stays_out(camp: Series) -> None:
    event = camp_return(3)
    set_series(event, None, None, editor())
    assert enrol([event.pk]) == []
    assert Event.objects.get(pk=event.pk).series is None
