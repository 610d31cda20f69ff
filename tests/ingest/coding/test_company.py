"""Bodies without a country's name, and what the models of clauses and names say of what rules found."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.coding import building, coder, company
from ingest.coding.contract import answer
from ingest.coding.fitted import as_model
from ingest.coding.lexicon import shipped

PUBLISHED = "2025-10-14T15:05:00+03:00"


def reports(text: str, title: str = "") -> list[dict[str, Any]]:
    """What a text of a Tuesday tells."""
    lang = "ar" if "\u0600" < text[0] < "\u06ff" else "en"
    row = {"id": "x", "title": title, "text": text, "published": PUBLISHED, "lang": lang}
    found: list[dict[str, Any]] = answer(json.dumps(row), 0, shipped())["reports"]
    return found


def acting(report: dict[str, Any]) -> set[str]:
    """Who takes part."""
    return {p["actor"] or p["name"] for p in report["participants"] if p["part"] != "mentioned"}


@pytest.mark.parametrize(
    ("actor", "text"),
    [
        (
            "sy_border_guard",
            "Deir Ezzor, SANA - Border guards found a tunnel near al-Bukamal, on the border with Iraq, on Sunday.",
        ),
        ("iq_army", "BAGHDAD, INA - Army units foiled an infiltration on the border with Syria on Monday."),
        ("sy_army", "DAMASCUS (Reuters) - Government forces took control of the al-Tanf crossing with Iraq on Monday."),
        ("sy_border_guard", "دمشق - سانا: ضبط حرس الحدود نفقاً قرب البوكمال على الحدود مع العراق أمس الاثنين."),
        ("iq_army", "بغداد/ واع: أحبطت قطعات الجيش محاولة تسلل عبر الحدود السورية العراقية أمس الاثنين."),
    ],
)
def test_a_body_without_a_country_is_of_the_one_the_text_speaks_of(actor: str, text: str) -> None:
    assert actor in acting(reports(text)[0])


def test_a_man_of_a_body_is_not_the_body() -> None:
    text = (
        "Baghdad - INA: A source in the border guards said Iraqi and Syrian officers met at al-Qaim crossing on Monday."
    )
    assert "iq_border_guard" not in acting(reports(text)[0])


@pytest.mark.parametrize(
    ("people", "text"),
    [
        ({"p_fuad_hussein", "p_shaibani"}, "بحث وزيرا الخارجية العراقي والسوري في بغداد أمس الاثنين أمن الحدود."),
        ({"p_shatri", "p_salama"}, "أجرى رئيسا جهازي المخابرات العراقي والسوري مباحثات في دمشق الاثنين."),
        (
            {"p_shammari", "p_khattab"},
            "The interior ministers of Iraq and Syria met in Damascus on Monday on the border.",
        ),
        (
            {"p_shammari", "p_khattab"},
            "Iraq and Syria agreed to share lists of wanted men. The two interior ministers met in Damascus on Monday.",
        ),
    ],
)
def test_two_ministers_named_in_one_breath_are_both_holders_of_the_day(people: set[str], text: str) -> None:
    assert people == acting(reports(text)[0])


def test_the_two_ministers_of_others_are_not_ours() -> None:
    text = (
        "Turkey and Syria agreed to work together. The two foreign ministers met in Ankara on Monday on Iraq's border."
    )
    assert not any({"p_fuad_hussein"} & acting(r) for r in reports(text))


@pytest.mark.parametrize(
    ("group", "text"),
    [
        (
            "pop_suspects",
            "Iraq handed over to the Syrian authorities on Monday 22 Syrians who had been detained after crossing "
            "without papers.",
        ),
        (
            "pop_isis_detainees",
            "The US military flew 150 detainees from a prison in Hasakah in Syria to Iraq on Monday.",
        ),
    ],
)
def test_prisoners_are_those_of_isis_where_the_text_speaks_of_them(group: str, text: str) -> None:
    assert group in acting(reports(text)[0])


def test_who_receives_people_at_a_gate_takes_no_post_over() -> None:
    text = (
        "Iraq handed over 22 Syrian convicts to Damascus on Tuesday. Border guards on the Syrian side received them at "
        "the al-Bukamal crossing."
    )
    found = reports(text)
    assert [r["type"] for r in found] == ["detainee_transfer"]
    assert "iq_border_guard" not in acting(found[0])


def test_the_arab_league_is_no_sport() -> None:
    text = (
        "Iraqi Foreign Minister Fuad Hussein met his Syrian counterpart Asaad al-Shaibani on Saturday beside "
        "the Arab League summit in Baghdad and discussed the border."
    )
    assert [r["type"] for r in reports(text)] == ["meeting"]


ESCORTED = (
    "A convoy of 230 Iraqi families left al-Hol camp in Syria for Nineveh on Sunday, under an escort of the "
    "International Coalition, the Iraqi Ministry of Migration said."
)


def test_the_model_of_names_weighs_what_rules_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whom it gives little is dropped, whom it gives much joins, with the part that it gives."""
    weights = {"": [1, 300], "a iq_momd": [0, 1000], "r target": [2, 1000]}
    fitted = as_model({"classes": ["initiator", "none", "target"], "weights": weights})
    monkeypatch.setattr(company, "model", lambda name: fitted)
    assert acting(reports(ESCORTED)[0]) == {"iq_momd", "pop_camp_families"}
    monkeypatch.setattr(building, "weighed", lambda roles, cast, main: list(cast))
    assert acting(reports(ESCORTED)[0]) == {"coalition", "pop_camp_families"}


def test_what_is_hardly_told_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model of clauses outweighs a rule only where something else is told."""
    text = (
        ESCORTED
        + "\nOn Monday, the Iraqi and Syrian interior ministers spoke by phone about the border, a statement said."
    )
    assert {"repatriation", "call"} == {r["type"] for r in reports(text)}
    monkeypatch.setattr(coder, "judged", lambda *_: None)
    assert {r["type"] for r in reports(text)} == {"repatriation", "call"}
    monkeypatch.setattr(coder, "judged", lambda told, *_: told if told.type == "call" else None)
    monkeypatch.setattr(coder, "sensed", lambda *_: ())
    assert [r["type"] for r in reports(text)] == ["call"]
