"""The codebook's three happenings, told by many outlets in any order: the events, numbers and flags it asks for."""

from __future__ import annotations

import datetime as dt
import io
import random
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.test import override_settings

from events.codebook import DatePrecision, EventStatus, EventType, Flag, Modality, Theme
from events.models import Event, Figure
from tests.telling import Said, tell

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

BACK, IN = EventType.REPATRIATION, EventType.REFUGE
MOVED, MET = EventType.DETAINEE_TRANSFER, EventType.MEETING
SOLDIERS = "iq_gov:i sy_gov:h pop_sy_soldiers:t"
PLANNED, ONGOING = Modality.PLANNED, Modality.ONGOING


@pytest.fixture(scope="module", autouse=True)
def registry(own_database: Any) -> None:
    """The shipped actors, places and sources without the chronology."""
    with own_database.unblock(), override_settings(ISC_DEMO=True):
        call_command("load_shipped", stdout=io.StringIO())


def a_back(outlet: str, count: str, day: str | None = "2024-12-19", **more: Any) -> Said:
    return Said(outlet, BACK, day, "x_qaim", SOLDIERS, (count,), origin="c_iq", destination="c_sy", **more)


def a_entry(outlet: str, day: str = "2024-12-07", **more: Any) -> Said:
    return Said(outlet, IN, day, "x_qaim", "iq_gov:h pop_sy_soldiers:t", ("~2000 soldiers",), background=True, **more)


def a_staff(outlet: str, day: str = "2024-12-18") -> Said:
    return Said(
        outlet, BACK, day, "x_qaim", "iq_gov:i pop_crossing_staff:t", ("36 people",), published="2024-12-19T20:00"
    )


A: list[tuple[Said, ...]] = [
    (a_back("ina", "1905 soldiers", claimant="iq_smc"), a_entry("ina", published="2024-12-19T20:00")),
    (a_back("reuters", "~2000 soldiers"), a_staff("reuters")),
    (a_back("afp", ">1900 soldiers"), a_entry("afp", published="2024-12-19T21:00")),
    (a_back("shafaq", "1905 soldiers", claimant="p_miri"), a_staff("shafaq")),
    (a_back("rudaw", "~2000 soldiers", modality=ONGOING, published="2024-12-19T10:00"),),
    (a_back("asharq_al_awsat", ">200 soldiers"),),
    (a_back("al_jazeera", "1905 soldiers"), a_entry("al_jazeera", published="2024-12-20T08:00")),
    (a_back("enab_baladi", "~2000 soldiers", None, published="2024-12-20T09:00"),),
    (a_back("the_national", ">1900 soldiers"),),
    (a_back("ap", "~2000 soldiers", modality=PLANNED, published="2024-12-18T18:00"), a_staff("ap")),
    (a_back("al_watan_syria", "~2400 soldiers planned", modality=PLANNED, published="2024-12-18T12:00"),),
    (
        a_back("alhurra", "1905 soldiers"),
        a_entry("alhurra", "2024-12-07", flags=(Flag.DATE_CONFLICT,), published="2024-12-19T22:00"),
    ),
    (a_back("kurdistan24", "1905 soldiers", "2024-12-19"),),
]  # fmt: skip


def orders(n: int) -> list[list[int]]:
    """A few orders of arrival, the same in every run."""
    found = [list(range(n)), list(reversed(range(n)))]
    for seed in range(2):
        rows = list(range(n))
        random.Random(seed).shuffle(rows)
        found.append(rows)
    return found


def standing() -> list[Event]:
    return list(Event.objects.exclude(status=EventStatus.MERGED).exclude(type=None).order_by("date", "type"))


@pytest.mark.parametrize("order", orders(len(A)), ids=["as told", "backwards", "mixed", "mixed again"])
def test_the_return_of_the_soldiers(order: list[int]) -> None:
    for n in order:
        tell(*A[n])
    entry, staff, back = standing()
    assert (back.type, back.date, back.place.code if back.place else "") == (BACK, dt.date(2024, 12, 19), "x_qaim")
    assert back.modality == Modality.DONE
    figure = Figure.objects.get(event=back, unit="soldiers", scope="batch")
    assert (figure.best, figure.kind) == (Decimal(1905), "exact")
    assert (figure.low, figure.high) == (Decimal(200), Decimal(2000))
    planned = Figure.objects.get(event=back, unit="soldiers", scope="planned")
    assert planned.best == Decimal(2400)
    assert (staff.type, staff.date) == (BACK, dt.date(2024, 12, 18))
    assert Figure.objects.get(event=staff).best == Decimal(36)
    assert (entry.type, entry.date, entry.flags) == (IN, dt.date(2024, 12, 7), [Flag.DATE_CONFLICT.value])


BAGHDAD_THEMES = (Theme.BORDER_SECURITY, Theme.COUNTER_ISIS)


def b(outlet: str, claimant: str | None = None, **more: Any) -> tuple[Said, ...]:
    who = more.pop("who", "p_shatri p_sharaa:h p_salama")
    return (Said(outlet, MET, more.pop("day", "2025-08-28"), "damascus", who, claimant=claimant, **more),)


B = [
    b("ina", "iq_inis", themes=BAGHDAD_THEMES),
    b("sana", "sy_presidency", themes=(Theme.SOVEREIGNTY, Theme.TRADE)),
    b("shafaq", "iq_inis", themes=BAGHDAD_THEMES),
    b("enab_baladi", "sy_presidency", themes=(Theme.TRADE,)),
    b("rudaw", who="p_shatri p_sharaa:h"),
    b("kurdistan24", "iq_inis", themes=(Theme.COUNTER_ISIS,)),
    b("the_national", who="p_shatri p_sharaa:h"),
    b("asharq_al_awsat", day=None, published="2025-08-29T08:00"),
    b("al_jazeera", "sy_presidency"),
    b("north_press", who="p_shatri p_salama"),
    b("baghdad_today", "iq_inis", themes=(Theme.BORDER_SECURITY,)),
    b("anadolu", who="p_shatri p_sharaa:h", day=None, published="2025-08-28T23:00"),
]


@pytest.mark.parametrize("order", orders(len(B)), ids=["as told", "backwards", "mixed", "mixed again"])
def test_the_visit_to_damascus_is_one_meeting_with_both_accounts(order: list[int]) -> None:
    for n in order:
        tell(*B[n])
    (meeting,) = standing()
    assert meeting.date == dt.date(2025, 8, 28)
    assert {p.actor.code for p in meeting.participations.all() if p.actor} == {"p_shatri", "p_sharaa", "p_salama"}
    assert meeting.status == EventStatus.PUBLISHED
    claims = [c for a in meeting.assignments.all() for c in a.report.claims.filter(field="theme")]
    told = {side: {c.v_choice for c in claims if c.claimant_side == side} for side in ("IQ", "SY")}
    assert told == {"IQ": {"border_security", "counter_isis"}, "SY": {"sovereignty", "trade"}}


DETAINEES = "us_forces:i iq_gov:h pop_isis_detainees:t"


def c(outlet: str, day: str | None, *counts: str, **more: Any) -> tuple[Said, ...]:
    return (Said(outlet, MOVED, day, "sy_hasakah", DETAINEES, counts, origin="sy_hasakah", destination="c_iq", **more),)


C = [
    c("reuters", "2026-01-21", "150 detainees", claimant="centcom"),
    c("afp", "2026-01-21", "150 detainees", "<7000 detainees planned"),
    c("asharq_al_awsat", "2026-01-21", "144 detainees", claimant="iq_armed_forces"),
    c("ina", "2026-01-21", "150 detainees", "<7000 detainees planned"),
    c("rudaw", "2026-01-25", "125 detainees", "275 detainees cumulative"),
    c("shafaq", "2026-01-25", "125 detainees", "275 detainees cumulative"),
    c("ap", "2026-01-28", "160 detainees", "~500 detainees cumulative"),
    c("kurdistan24", "2026-01-28", "160 detainees", "~500 detainees cumulative"),
    c("al_jazeera", "2026-02-07", "~250 detainees", "4500 detainees cumulative"),
    c("the_national", "2026-02-07", "250 detainees", "4500 detainees cumulative"),
    c("anadolu", "2026-02-12", "5703 detainees cumulative", claimant="centcom"),
    c("enab_baladi", "2026-02-12", "5704 detainees cumulative", "467 detainees", claimant="iq_sjc"),
    c("alhurra", "2026-02-12", "5704 detainees cumulative", flags=(Flag.TITLE_CONFLICT,)),
]


@pytest.mark.parametrize("order", orders(len(C)), ids=["as told", "backwards", "mixed", "mixed again"])
def test_the_transfers_are_batches_of_a_series_never_added_up(order: list[int]) -> None:
    for n in order:
        tell(*C[n])
    batches = standing()
    assert [e.date for e in batches] == [
        dt.date(2026, 1, 21), dt.date(2026, 1, 25), dt.date(2026, 1, 28), dt.date(2026, 2, 7), dt.date(2026, 2, 12)
    ]  # fmt: skip
    assert {e.series.slug if e.series else "" for e in batches} == {"hasakah_to_iraq_2026"}
    first = {f.scope: (f.best, f.low, f.high) for f in Figure.objects.filter(event=batches[0])}
    assert first == {"batch": (Decimal(150), Decimal(144), Decimal(150)), "planned": (Decimal(7000),) * 3}
    last = Figure.objects.get(event=batches[-1], scope="cumulative")
    assert (last.best, last.low, last.high) == (Decimal(5704), Decimal(5703), Decimal(5704))
    assert batches[-1].flags == [Flag.TITLE_CONFLICT.value]


def test_ten_batches_of_camp_returns_stay_ten_events() -> None:
    for n in range(10):
        day = dt.date(2025, 3, 2) + dt.timedelta(days=9 * n)
        for outlet in ("ina", "rudaw", "shafaq"):
            tell(
                Said(
                    outlet, BACK, day.isoformat(), "camp_hol", "iq_momd:i pop_camp_families:t",
                    (f"{150 + 7 * n} families",), origin="camp_hol", destination="camp_jadaa",
                )
            )  # fmt: skip
    assert len(standing()) == 10


def test_seizures_of_one_day_in_different_towns_stay_apart() -> None:
    for town in ("x_qaim", "sinjar", "x_rabia"):
        for outlet in ("ina", "shafaq", "rudaw"):
            tell(Said(outlet, EventType.BORDER_OPERATION, "2025-09-14", town, "iq_border_guard:i pop_suspects:t"))
    assert len(standing()) == 3


def test_one_haul_told_by_both_capitals_is_one_event() -> None:
    who = "iq_gdnc:i sy_counternarc:p pop_suspects:t"
    pills, place = ("1000000 pills",), "sy_rif_dimashq"
    tell(Said("ina", EventType.JOINT_OPERATION, "2025-11-05", place, who, pills, claimant="iq_moi"))
    tell(Said("sana", EventType.BORDER_OPERATION, "2025-11-07", place, "sy_counternarc:i", pills, claimant="sy_moi"))
    assert len(standing()) == 1


def test_an_equal_number_alone_joins_nothing() -> None:
    tell(Said("ina", EventType.BORDER_OPERATION, "2025-11-05", "x_qaim", "iq_border_guard:i", ("300000 pills",)))
    tell(Said("sana", EventType.BORDER_OPERATION, "2025-11-06", "x_semalka", "sy_counternarc:i", ("300000 pills",)))
    assert len(standing()) == 2


def test_a_plan_and_what_came_of_it_are_one_event() -> None:
    tell(
        Said(
            "ina",
            MET,
            "2025-07-10",
            "baghdad",
            "p_khattab p_shammari:h",
            modality=PLANNED,
            published="2025-07-05T10:00",
        )
    )
    tell(Said("sana", MET, "2025-07-10", "baghdad", "p_khattab p_shammari:h"))
    (event,) = standing()
    assert event.modality == Modality.DONE


def test_a_report_of_the_month_is_evidence_of_the_day_it_can_only_mean() -> None:
    tell(a_back("ina", "1905 soldiers"))
    tell(
        Said(
            "alhurra", BACK, "2024-12-01", "x_qaim", SOLDIERS, (">200 soldiers",), origin="c_iq", destination="c_sy",
            background=True, precision=DatePrecision.MONTH, published="2024-12-27T10:00",
        )
    )  # fmt: skip
    (event,) = standing()
    assert (event.date, event.date_precision) == (dt.date(2024, 12, 19), "day")
