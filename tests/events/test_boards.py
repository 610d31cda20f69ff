"""The analysts' pages on the shipped chronology: what they tell, their files, and what each costs."""

from __future__ import annotations

import csv
import io
import json
import re
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from events.codebook import Dim
from events.models import Event, EventKey, MonthCount

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped"), pytest.mark.slow]

HASAKAH = "hasakah_to_iraq_2026"
PAGES = ["/numbers/", "/promises/", "/crossings/", "/series/", f"/series/{HASAKAH}/", "/announcements/"]
FILES = ["/numbers", "/promises", "/crossings", "/series", f"/series/{HASAKAH}/series", "/announcements"]


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def data(client: Client, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    return json.loads(answer.content)


def table(client: Client, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer.status_code == 200
    body = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(body)))


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/numbers/", 12),
        ("/numbers/?family=movement&by=import", 12),
        ("/promises/", 9),
        ("/crossings/", 4),
        ("/series/", 1),
        (f"/series/{HASAKAH}/", 10),
        ("/series/alhol_returns/", 10),
        ("/announcements/", 11),
        ("/ar/announcements/?type=meeting", 11),
        ("/numbers.json", 9),
        ("/promises.json", 9),
        ("/crossings.json", 4),
        ("/announcements.json", 8),
    ],
)
def test_the_number_of_queries_is_pinned(
    client: Client, django_assert_num_queries: Any, path: str, queries: int
) -> None:
    with django_assert_num_queries(queries):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    ("day", "kind", "queries"), [("2025-08-28", "meeting", 11), ("2026-02-12", "detainee_transfer", 14)]
)
def test_the_number_of_queries_of_an_event_is_pinned(
    client: Client, django_assert_num_queries: Any, day: str, kind: str, queries: int
) -> None:
    shown = Event.objects.get(date=day, type=kind)
    with django_assert_num_queries(queries):
        assert client.get(f"/events/{shown.public_id}/").status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_there_in_both_languages_without_inline_script_or_style(client: Client, path: str) -> None:
    for language, direction in (("", "ltr"), ("/ar", "rtl")):
        html = client.get(f"{language}{path}").content.decode()
        assert f'dir="{direction}"' in html
        assert not re.search(r"<style|\sstyle=|\son\w+=", html)
        scripts = re.findall(r"<script([^>]*)>(.*?)</script>", html, re.S)
        assert all('type="application/json"' in attributes or not body for attributes, body in scripts)


@pytest.mark.parametrize("path", PAGES)
def test_an_arabic_page_has_no_english_heading(client: Client, path: str) -> None:
    html = client.get(f"/ar{path}").content.decode()
    headings = [re.sub(r"<[^>]+>", "", h) for h in re.findall(r"<(?:h1|h2|th scope=\"col\")[^>]*>(.*?)</", html, re.S)]
    assert [h for h in headings if h.strip() and not re.search("[\u0621-\u064a]", h)] == []


@pytest.mark.parametrize("path", FILES)
def test_every_page_has_its_files(client: Client, path: str) -> None:
    assert data(client, f"{path}.json")
    assert table(client, f"{path}.csv")


@pytest.mark.parametrize("path", PAGES)
def test_a_bad_filter_is_a_clear_400(client: Client, path: str) -> None:
    assert client.get(f"{path}?bogus=1").status_code == 400
    assert client.get(f"{path}?level=godlike").status_code == 400


@pytest.mark.parametrize("path", PAGES)
def test_a_page_needs_a_login_where_reading_is_not_public(client: Client, settings: Any, path: str) -> None:
    settings.PUBLIC_READ = False
    assert client.get(path).status_code == 302


# numbers


def test_the_transfers_from_hasakah_are_never_added_to_their_totals(client: Client) -> None:
    (section,) = [s for s in data(client, "/numbers.json")["sections"] if s["series"] == HASAKAH]
    (people,) = section["sums"]
    assert (people["unit"], people["batches"], people["added_up"]) == ("detainees", 2, 275)
    assert (people["low"], people["high"]) == (269, 275)
    announced = {(a["scope"], a["value"]): a["gap"] for a in people["announced"]}
    assert announced["cumulative", 5064] == 5064 - 275
    assert announced["cumulative", 5704] == 5704 - 275
    assert announced["planned", 7000] == 7000 - 275
    values = {f["value"] for f in section["figures"]}
    assert values >= {144, 150, 275, 3000, 4500, 5064, 5703, 5704, 7000}


def test_a_plan_for_one_convoy_is_not_set_against_all(client: Client) -> None:
    page = data(client, "/series/alhol_returns/series.json")
    people = next(s for s in page["sums"] if s["unit"] == "people")
    plan = next(a for a in people["announced"] if a["value"] == 950)
    assert (plan["of_this_batch_alone"], plan["added_up"], plan["gap"]) == (True, 935, 15)


def test_the_ledger_of_camp_returns_holds_nothing_else(client: Client) -> None:
    shown = {s["series"]: s for s in data(client, "/numbers.json?place=camp_hol&type=repatriation")["sections"]}
    there = Event.objects.filter(series__slug="alhol_returns", place__code="camp_hol", type="repatriation")
    assert shown["alhol_returns"]["sums"][0]["batches"] == there.count() > 10
    assert HASAKAH not in shown


def test_soldiers_let_in_are_not_added_to_soldiers_returned(client: Client) -> None:
    (loose,) = [s for s in data(client, "/numbers.json")["sections"] if s["series"] is None]
    assert all(s["added_up"] != 3905 for s in loose["sums"])
    assert all(not s["announced"] for s in loose["sums"])


# series


def test_the_missing_batch_of_the_camp_returns_is_a_gap(client: Client) -> None:
    steps = data(client, "/series/alhol_returns/series.json")["batches"]
    assert [(s["ordinal"], s["last_missing"]) for s in steps if s["missing"]] == [(1, 17), (22, 22)]
    assert "22 1 batch of this number is not recorded" in text_of(client, "/series/alhol_returns/")


def test_curves_are_of_one_unit_and_one_claimant(client: Client) -> None:
    curves = data(client, f"/series/{HASAKAH}/series.json")["curves"]
    by = {(c["unit"], c["claimant"]): c["points"] for c in curves}
    assert by["detainees", None] == [["2026-01-21", 150.0], ["2026-01-25", 275.0]]
    assert by["detainees", "US Central Command"] == [["2026-02-13", 5700.0]]
    assert by["detainees", "Ministry of Justice of Iraq"] == [["2026-02-12", 5064.0]]


def test_a_number_not_known_to_the_day_is_no_point_of_a_curve(client: Client) -> None:
    page = data(client, f"/series/{HASAKAH}/series.json")
    points = [p for c in page["curves"] for p in c["points"]]
    assert 4500.0 in [c["value"] for c in page["claims"]]
    assert 4500.0 not in [value for _day, value in points]


def test_an_unknown_series_is_not_found(client: Client) -> None:
    assert client.get("/series/nothing/").status_code == 404
    assert client.get("/series/nothing/series.json").status_code == 404


# promises


def test_promises_have_their_outcome_and_open_ones_come_oldest_first(client: Client) -> None:
    rows = table(client, "/promises.csv")
    became = {r["outcome"] for r in rows}
    assert became == {"overdue", "fulfilled", "cancelled", "denied"}
    waiting = [r["date"] for r in rows if r["outcome"] == "overdue"]
    assert waiting == sorted(waiting)
    reopened = Event.objects.get(title_en__contains="Al-Qaim–al-Bukamal crossing reopens")
    assert [r["carried_out_as"] for r in rows if "reopening al-Bukamal" in r["title_en"]] == [reopened.public_id]


def test_the_days_until_overdue_come_from_the_settings(client: Client, settings: Any) -> None:
    settings.PROMISE_OVERDUE_DAYS = 100_000
    rows = table(client, "/promises.csv")
    assert {r["outcome"] for r in rows} == {"open", "fulfilled", "cancelled", "denied"}
    assert "100000 days after" in text_of(client, "/promises/")


# crossings


def test_only_what_was_done_changes_a_crossing(client: Client) -> None:
    rows = [r for r in table(client, "/crossings.csv") if r["crossing"] == "x_qaim"]
    assert [(r["state"], r["from"], r["until"]) for r in rows] == [
        ("unknown", "", "2024-12-07"),
        ("partial", "2024-12-07", "2024-12-08"),
        ("closed", "2024-12-08", "2025-06-14"),
        ("open", "2025-06-14", ""),
    ]
    text = text_of(client, "/crossings/")
    assert "denied: closed" in text and "announced: partly open" in text


def test_a_crossing_that_was_only_announced_is_not_known(client: Client) -> None:
    rows = [r for r in table(client, "/crossings.csv") if r["crossing"] == "x_walid"]
    assert [(r["state"], r["from"], r["until"]) for r in rows] == [("unknown", "", "")]


def test_the_strip_is_mirrored_on_an_arabic_page(client: Client) -> None:
    first = re.compile(r'<rect class="state-unknown" x="([\d.]+)%"')
    english = first.search(client.get("/crossings/").content.decode())
    arabic = first.search(client.get("/ar/crossings/").content.decode())
    assert english and arabic
    assert float(english[1]) == 0 and float(arabic[1]) > 80


# announcements


def test_the_damascus_meeting_was_told_by_both_on_the_day(client: Client) -> None:
    shown = Event.objects.get(date="2025-08-28", type="meeting")
    (row,) = [r for r in data(client, "/announcements.json")["acts"] if r["public_id"] == shown.public_id]
    assert (row["baghdad_lag_days"], row["damascus_lag_days"], row["baghdad_official"]) == (0, 0, True)
    assert "Baghdad 28 August 2025 the same day Damascus 28 August 2025 the same day" in text_of(
        client, f"/events/{shown.public_id}/"
    )


def test_press_is_no_word_of_its_capital(client: Client) -> None:
    acts = data(client, "/announcements.json")["acts"]
    press = [r for r in acts if r["baghdad_official"] is False]
    assert press and all(r["baghdad_lag_days"] is None for r in press)


# levels and who recorded it


def test_the_level_of_a_contact_is_shown_and_filters(client: Client) -> None:
    shown = Event.objects.get(date="2025-08-28", type="meeting")
    text = text_of(client, f"/events/{shown.public_id}/")
    assert "Level of contact Leaders Iraq Service chiefs Syria Leaders" in text
    rows = data(client, "/timeline.json?level=leader&from=2025-08-28&to=2025-08-28")["events"]
    assert [r["public_id"] for r in rows] == [shown.public_id]
    assert {r["contact_level"] for r in data(client, "/timeline.json?level=minister")["events"]} == {"minister"}


def test_offices_of_the_day_are_in_the_files(client: Client) -> None:
    rows = data(client, "/timeline.json?actor=p_shatri")["events"]
    offices = {p["office_en"] for r in rows for p in r["participants"] if p["actor"] == "p_shatri"}
    assert offices == {"Head of the Iraqi National Intelligence Service"}
    assert "Head of the Iraqi National Intelligence Service, participant" in str(
        [r["participants"] for r in table(client, "/timeline.csv?actor=p_shatri")]
    )


@pytest.mark.parametrize("path", ["/timeline", "/numbers", "/promises"])
def test_files_say_who_recorded_an_event(client: Client, path: str) -> None:
    assert {r["status_by"] for r in table(client, f"{path}.csv?by=import")} == {"import"}
    assert table(client, f"{path}.csv?by=person") == []


def test_events_that_were_there_before_get_the_same_keys_from_the_migration() -> None:
    wanted = {Dim.BY, Dim.LEVEL}

    def keys() -> set[tuple[Any, ...]]:
        rows = EventKey.objects.filter(dim__in=wanted)
        return set(rows.values_list("event", "dim", "key", "type", "date", "listed"))

    def months() -> set[tuple[Any, ...]]:
        return set(MonthCount.objects.filter(dim__in=wanted).values_list("dim", "key", "type", "month", "n"))

    before = keys(), months()
    assert all(before)
    migration = import_module("events.migrations.0009_keys_of_level_and_author")
    migration.empty(None, SimpleNamespace(connection=connection))
    assert (keys(), months()) == (set(), set())
    migration.fill(None, SimpleNamespace(connection=connection))
    assert (keys(), months()) == before
