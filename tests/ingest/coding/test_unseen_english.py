"""English of the press that no list foresaw: who hit whom, who goes where, how many, whose word.."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def reports(text: str) -> list[dict[str, Any]]:
    """What a text without a headline tells."""
    row = {"id": "x", "title": "", "text": text, "published": "2025-10-14T15:05:00+03:00", "lang": "en"}
    found: list[dict[str, Any]] = answer(json.dumps(row), 0, shipped())["reports"]
    return found


@pytest.mark.parametrize(
    "deed",
    [
        "impounded a truck full of contraband",
        "scuppered a smuggling bid",
        "pounced on a gang of smugglers",
        "wounded a smuggler",
        "exchanged fire with smugglers",
        "got their hands on 40 kg of hashish",
    ],
)
def test_guards_at_the_line_do_their_work_whatever_the_verb(deed: str) -> None:
    text = f"Iraqi border guards {deed} on the Syrian border on Sunday, the Interior Ministry said."
    assert [r["type"] for r in reports(text)] == ["border_operation"]


@pytest.mark.parametrize(
    "blow",
    [
        "Gunmen from Syria killed an Iraqi border guard officer near al-Qaim",
        "An Iraqi border guard was killed by fire from Syria",
        "Six drones that took off from Iraqi territory struck a Syrian army outpost",
        "Syrian border guards shot an Iraqi farmer dead",
    ],
)
def test_fire_from_over_the_line_is_an_incident(blow: str) -> None:
    assert [r["type"] for r in reports(f"{blow} on Sunday, a security source said.")] == ["incident"]


@pytest.mark.parametrize(
    "move",
    [
        "A total of 1,006 people in 271 families reached Mosul from northeast Syria",
        "Two dozen Iraqi children were flown from Qamishli in Syria to Baghdad",
        "A group of 160 Iraqi families boarded buses at al-Hol for Iraq",
    ],
)
def test_whoever_goes_the_way_home_is_repatriated(move: str) -> None:
    assert [r["type"] for r in reports(f"{move} on Sunday, an Iraqi official said.")] == ["repatriation"]


@pytest.mark.parametrize(
    ("deed", "counted"),
    [
        ("detained a trio of traffickers", [(3, "arrested")]),
        ("caught 14 smugglers", [(14, "arrested")]),
        ("seized half a tonne of hashish", [(500, "kilograms")]),
        ("seized a pair of pistols", [(2, "weapons")]),
        ("shot dead a smuggler and captured a second", [(1, "killed"), (1, "arrested")]),
        ("arrested a dozen smugglers, four women included", [(12, "arrested"), (4, "arrested")]),
    ],
)
def test_numbers_as_they_are_said(deed: str, counted: list[tuple[int, str]]) -> None:
    (told,) = reports(f"Iraqi border guards {deed} on the Syrian border on Sunday, the Interior Ministry said.")
    assert [(c["value"], c["unit"]) for c in told["counts"]] == counted


@pytest.mark.parametrize(
    ("word", "actor"),
    [
        ("according to an Interior Ministry statement", "iq_moi"),
        ("said Interior Ministry spokesman Miqdad Miri", "p_miri"),
        ("Rudaw has learned from the Interior Ministry", "iq_moi"),
    ],
)
def test_whose_word_it_is(word: str, actor: str) -> None:
    (told,) = reports(f"Iraqi border guards seized 200,000 captagon pills on the Syrian border on Sunday, {word}.")
    assert told["claimant"]["actor"] == actor


@pytest.mark.parametrize("named", ["Syrian President al-Sharaa", "Syria's President Sharaa"])
def test_a_surname_behind_its_holders_title_is_he(named: str) -> None:
    (told,) = reports(f"{named} met Iraqi PM Sudani in Doha on Sunday.")
    assert {p["actor"] for p in told["participants"]} == {"p_sharaa", "p_sudani"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("No Syrian convict has been handed by Iraq to Damascus", "denied"),
        ("The transfer of ISIS detainees from Syria to Iraq has been suspended", "cancelled"),
        ("Iraq has halted the transfer of ISIS detainees from Syria", "cancelled"),
    ],
)
def test_what_did_not_go_on(text: str, modality: str) -> None:
    assert [r["modality"] for r in reports(f"{text}, the Iraqi Justice Ministry said on Sunday.")] == [modality]


def test_trade_that_resumes_opens_no_gate() -> None:
    assert reports("Iraq resumed trucking fuel oil to Syria's Banias terminal through al-Tanf on Sunday.") == []
