"""The two-capital view on the page of an event; its main case is the Damascus meeting of 28 August 2025."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from typing import Any

import pytest
from django.test import Client

from events.codebook import ClaimField, EventType, Part, Side, Theme
from events.models import Claim, Event, Holding
from events.resolution import record
from tests.builders import claim, event, said, soldiers
from tests.reporting import actor, article_text, editor, meeting, registry, source

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def _registry(db: None) -> None:
    registry()


def theme(word: Theme, side: Side) -> Claim:
    return claim(ClaimField.THEME, slot=f"{word.value}{side}", v_choice=word, claimant_side=side)


def damascus() -> Event:
    """Happening B of the codebook, as both capitals told it."""
    return event(
        day=dt.date(2025, 8, 28),
        people=(("p_shatri", Part.PARTICIPANT), ("p_sharaa", Part.HOST)),
        extra=(
            *(theme(t, Side.IQ) for t in (Theme.BORDER_SECURITY, Theme.COUNTER_ISIS)),
            *(theme(t, Side.SY) for t in (Theme.SOVEREIGNTY, Theme.TRADE)),
            said("More security cooperation.", Side.IQ, "agreement"),
            said("A message from al-Sudani; the Iraqi community.", Side.IQ, "message"),
            said("The crossings.", Side.SY, "crossing"),
        ),
    )


def table(client: Client, shown: Event) -> list[dict[str, Any]]:
    return list(json.loads(client.get(f"/events/{shown.public_id}/sides.json").content)["sides"])


def page(client: Client, shown: Event, language: str = "") -> str:
    html = client.get(f"{language}/events/{shown.public_id}/").content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_each_capitals_account_is_its_own(client: Client) -> None:
    rows = table(client, damascus())
    alone = {(r["column"], r["value"]) for r in rows if r["only_here"] or r["verdict"] in ("only_iq", "only_sy")}
    assert alone == {
        ("iq", "Border security"),
        ("iq", "Countering ISIS"),
        ("iq", "More security cooperation."),
        ("iq", "A message from al-Sudani; the Iraqi community."),
        ("sy", "Sovereignty and unity"),
        ("sy", "Trade"),
        ("sy", "The crossings."),
    }


def test_the_page_says_what_only_one_capital_reports(client: Client) -> None:
    shown = damascus()
    text = page(client, shown)
    baghdad, damascene = text.index("Only Baghdad tells of"), text.index("Only Damascus tells of")
    assert baghdad < text.index("More security cooperation.") < damascene < text.index("The crossings.")
    assert "بغداد وحدها تذكر" in page(client, shown, "/ar") and "دمشق وحدها تذكر" in page(client, shown, "/ar")


def test_a_silent_side_is_shown_as_silent(client: Client) -> None:
    shown = event(extra=(said("Baghdad speaks.", Side.IQ, "topic"),))
    text = page(client, shown)
    assert "Syria's side Silent: no word" in text.replace("&#x27;", "'")
    assert "Only Baghdad tells of" not in text
    assert json.loads(client.get(f"/events/{shown.public_id}/sides.json").content)["silent"] == ["sy"]


def test_two_numbers_of_the_capitals_differ(client: Client) -> None:
    shown = event(EventType.REPATRIATION, extra=(soldiers(1905, side=Side.IQ), soldiers(2000, side=Side.SY)))
    assert {r["verdict"] for r in table(client, shown)} == {"differ"}
    assert "they differ" in page(client, shown)


def test_a_state_outlet_speaks_for_its_government_and_a_newspaper_for_nobody(client: Client) -> None:
    for code, side, state in (("ina", Side.IQ, True), ("sana", Side.SY, True), ("shafaq", Side.IQ, False)):
        outlet = source(code, side=side, state_media=state)
        text = article_text(f"https://{code}.example/1", outlet=outlet)
        record(text, [meeting()], coder="1", lexicon="x", relevant=True, confidence=0.9)
    rows = table(client, Event.objects.get())
    places = {(r["column"], r["verdict"]) for r in rows if r["field"] == "place"}
    assert places == {("iq", "same"), ("sy", "same"), ("third", "same")}
    assert [r["who"] for r in rows if r["field"] == "place"] == ["Ina", "Sana", "Shafaq"]


def test_a_camp_speaks_for_the_side_that_holds_it_on_the_day(client: Client) -> None:
    camp = actor("hol_camp", Side.SDF)
    Holding.objects.create(actor=camp, side=Side.SY, start=dt.date(2026, 1, 21))
    told = [soldiers(5, claimant_actor=camp), soldiers(5, claimant_actor=camp)]
    before = event(EventType.REFUGE, dt.date(2025, 5, 1), extra=(told[0],))
    after = event(EventType.REFUGE, dt.date(2026, 5, 1), extra=(told[1],))
    assert {r["column"] for r in table(client, before)} == {"third"}
    assert {r["column"] for r in table(client, after)} == {"sy"}


def test_whoever_says_it_carries_the_office_of_the_day(client: Client) -> None:
    shatri = actor("p_shatri")
    early = event(EventType.REPATRIATION, dt.date(2024, 12, 1), (), extra=(soldiers(7, claimant_actor=shatri),))
    late = event(EventType.REPATRIATION, dt.date(2025, 3, 1), (), extra=(soldiers(7, claimant_actor=shatri),))
    assert "(Head of INIS)" in re.sub(r"\( | \)", lambda m: m[0].strip(), page(client, late))
    assert "Head of INIS" not in page(client, early)


def test_those_only_mentioned_and_the_day_of_publication_are_not_compared(client: Client) -> None:
    shown = event(people=(("p_sharaa", Part.MENTIONED),), extra=(said("Word.", Side.SY, "topic"),))
    assert {r["field"] for r in table(client, shown)} == {"note:topic"}


def test_the_table_is_a_file_too(client: Client) -> None:
    answer = client.get(f"/events/{damascus().public_id}/sides.csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))  # type: ignore[attr-defined]
    assert len(rows) == 7 and rows[0].keys() >= {"field", "verdict", "column", "value", "who", "urls"}


def test_an_event_that_is_not_shown_has_no_files(client: Client, settings: Any) -> None:
    assert client.get("/events/ISC-1999-0001/sides.json").status_code == 404
    shown = damascus()
    settings.PUBLIC_READ = False
    assert client.get(f"/events/{shown.public_id}/sides.json").status_code == 302
    client.force_login(editor())
    assert client.get(f"/events/{shown.public_id}/sides.json").status_code == 200
