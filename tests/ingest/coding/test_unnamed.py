"""Whom English news names by less than a name: titles, bodies by their noun, men nobody registered. Made-up news."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from events.codebook import EventType, Part
from ingest.coding import building
from ingest.coding.roles import Roles, Who
from tests.ingest.coding.coded import told


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What rules say, before the model of names weighs it."""
    monkeypatch.setattr(building, "weighed", lambda roles, cast, main: list(cast))


def acting(text: str, kind: EventType) -> set[str]:
    report = next(r for r in told(text) if r.type is kind)
    return {p.actor or p.name for p in report.participants if p.part not in (Part.MENTIONED, Part.TARGET)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BAGHDAD - The prime minister received Syrian Foreign Minister Asaad al-Shaibani in Baghdad on Monday.",
            {"p_sudani", "p_shaibani"},
        ),
        (
            "BAGHDAD - The interior minister met his Syrian counterpart in Damascus on Monday.",
            {"p_shammari", "p_khattab"},
        ),
        (
            "ERBIL - Iraqi officials said the visit by Baghdad's intelligence chief to Damascus took place on Monday, "
            "when he met Syrian President Ahmed al-Sharaa.",
            {"p_shatri", "p_sharaa"},
        ),
        (
            "BAGHDAD - Defence Minister Thabit al-Abbasi met the Syrian army's chief of general staff in Baghdad on "
            "Monday.",
            {"p_abbasi", "p_naasan"},
        ),
        (
            "BAGHDAD - Border ports chief Omar al-Waeli met the head of the Syrian ports authority in Baghdad on "
            "Monday on the directives of the prime minister.",
            {"p_waeli", "p_badawi"},
        ),
    ],
)
def test_a_title_alone_names_the_holder_in_the_country_the_report_is_told_from(text: str, expected: set[str]) -> None:
    assert acting(text, EventType.MEETING) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shafaq News – Anbar. A patrol of the Border Guard's Second Region clashed with smugglers near the Syrian "
            "border on Monday.",
            {"iq_border_guard"},
        ),
        (
            "BAGHDAD - Iraqi border guards and army intelligence detained three smugglers on Sunday near the "
            "Syrian border.",
            {"iq_border_guard", "iq_dmi"},
        ),
        (
            "ANBAR - A joint force of the Tribal Mobilization and the army's 29th Brigade killed two militants near "
            "the Syrian border on Monday.",
            {"iq_tribal_pmf", "iq_army"},
        ),
        ("ERBIL - Kurdish forces in Duhok arrested two smugglers on Sunday near the Syrian border.", {"peshmerga"}),
    ],
)
def test_bodies_are_read_by_their_noun(text: str, expected: set[str]) -> None:
    assert acting(text, EventType.BORDER_OPERATION) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [("HASAKAH - A convoy of 310 Iraqi families left al-Hol camp", "asayish_nes")],
)
def test_the_asayish_are_those_of_the_last_place(place: str, expected: str) -> None:
    assert expected in acting(f"{place} for Iraq on Sunday escorted by the Asayish.", EventType.REPATRIATION)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ERBIL - Masoud Barzani received in Pirmam on Thursday a delegation of the Kurdish National Council in "
            "Syria (ENKS) headed by Samir Haddad.",
            {"p_masoud", "Samir Haddad"},
        ),
        (
            "BAGHDAD - National Security Adviser Qasim al-Araji on Monday received the British Ambassador to Iraq, "
            "Peter Hall, to discuss al-Hol camp in Syria.",
            {"p_araji", "Peter Hall"},
        ),
        (
            "BAGHDAD - Justice Minister Khalid Shwani received his Syrian counterpart Mazhar al-Wais in Baghdad on "
            "Monday. The director general of the Iraqi Corrections Service attended the meeting.",
            {"p_shwani", "p_wais", "iq_corrections"},
        ),
    ],
)
def test_men_without_a_registered_name_sit_at_the_table(text: str, expected: set[str]) -> None:
    assert acting(text, EventType.MEETING) == expected


@pytest.mark.parametrize(
    ("attackers", "name"),
    [("masked men", "masked men"), ("a group calling itself Saraya al-Nahr", "Saraya al-Nahr")],
)
def test_attackers_nobody_knows_are_initiators(attackers: str, name: str) -> None:
    text = f"ANBAR - An Iraqi patrol came under fire near al-Qaim on the Syrian border on Monday from {attackers}."
    assert name in acting(text, EventType.INCIDENT)


def test_a_government_stands_back_behind_its_body_that_the_model_joins(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "BAGHDAD - Iraq has sent reinforcements to its frontier with Syria on Friday. Two Iraqi border guard "
        "battalions are around al-Qaim."
    )

    def joining(roles: Roles, cast: Sequence[Who], main: bool) -> list[Who]:
        places = ((c, m) for c in roles.speech.clauses for m in c.mentions if m.actor == "iq_border_guard")
        clause, mention = next(places)
        return [*cast, roles.who(mention, mention.actor, Part.INITIATOR, clause)]

    assert "iq_gov" in acting(text, EventType.BORDER_MEASURE)
    monkeypatch.setattr(building, "weighed", joining)
    assert acting(text, EventType.BORDER_MEASURE) == {"iq_border_guard"}
