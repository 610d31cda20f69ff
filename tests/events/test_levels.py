"""The level of an office by its title."""

from __future__ import annotations

import pytest

from events.codebook import Level
from events.levels import highest, level_of


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("President (transitional) of the Syrian Arab Republic", Level.LEADER),
        ("Prime Minister; Commander-in-Chief", Level.LEADER),
        ("King of Jordan", Level.LEADER),
        ("Commander-in-Chief of the SDF", Level.LEADER),
        ("Deputy Prime Minister and Foreign Minister", Level.MINISTER),
        ("Minister of Foreign Affairs and Expatriates", Level.MINISTER),
        ("National Security Adviser", Level.MINISTER),
        ("President of the Supreme Judicial Council", Level.MINISTER),
        ("US Special Envoy for Syria", Level.MINISTER),
        ("Head of the Iraqi National Intelligence Service", Level.SERVICE_CHIEF),
        ("Chief of Staff of the Iraqi Army", Level.SERVICE_CHIEF),
        ("Commander of the Border Forces", Level.SERVICE_CHIEF),
        ("Deputy Commander, Joint Operations Command", Level.SERVICE_CHIEF),
        ("Director of Arab Affairs, Foreign Ministry", Level.TECHNICAL),
        ("Spokesman of the Commander-in-Chief", Level.TECHNICAL),
        ("Deputy Minister of Migration and Displaced", Level.TECHNICAL),
        ("Assistant Minister of Interior for Security Affairs", Level.TECHNICAL),
        ("Governor of Anbar", Level.TECHNICAL),
        ("Director of al-Hol camp", Level.TECHNICAL),
        ("Something nobody has heard of", Level.TECHNICAL),
    ],
)
def test_an_office_has_its_level(title: str, level: Level) -> None:
    assert level_of(title) is level


def test_the_highest_office_gives_the_level_of_a_contact() -> None:
    assert highest([Level.TECHNICAL, Level.SERVICE_CHIEF, Level.MINISTER]) is Level.MINISTER
    assert highest([]) is None
