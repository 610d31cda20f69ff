import json

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def who(text: str, title: str | None = None) -> list[tuple[str, str]]:
    row = {
        "id": "x",
        "title": title,
        "text": text,
        "published": "2025-10-14T15:05:00+03:00",
        "lang": "ar" if "\u0600" < text[0] < "\u06ff" else "en",
    }
    reports = answer(json.dumps(row), 0, shipped())["reports"]
    people = reports[0]["participants"] if reports else []
    return [(p["actor"] or p["name"], p["part"]) for p in people if p["part"] != "mentioned"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أصيب شرطي عراقي برصاص مجهولين قرب الحدود السورية مساء السبت.", ("مجهولين", "initiator")),
        (
            "The defence ministry said three drones launched from Iraq hit the Qasrak base in Hasakah on Monday. "
            "It blamed rogue militias for the attack.",
            ("rogue militias", "initiator"),
        ),
        (
            "The management of the Semalka crossing decided on Sunday to halt travel until further notice.",
            ("management of the Semalka crossing", "initiator"),
        ),
        (
            "Syria on Monday tapped veteran diplomat Karim Haddad as ambassador to Iraq, the foreign ministry said.",
            ("Karim Haddad", "participant"),
        ),
        (
            "Around 2,000 men crossed from Syria into Iraq through al-Qaim on Saturday. "
            "The Syrian soldiers laid down their arms.",
            ("pop_sy_soldiers", "target"),
        ),
        (
            "Iraq on Sunday handed over two officers of the former Syrian army, wanted for killings, to Damascus.",
            ("pop_suspects", "target"),
        ),
        (
            "The administration of Hol camp transferred today 64 families of foreign nationals to Roj camp "
            "in northeast Syria.",
            ("hol_camp", "initiator"),
        ),
    ],
)
def test_who_bears_no_entry_or_stands_for_others_takes_part(text: str, expected: tuple[str, str]) -> None:
    assert expected in who(text)


def test_men_who_are_flown_are_the_prisoners_of_whom_the_text_speaks() -> None:
    text = (
        "US forces flew 150 men from Hasakah to Iraq on Wednesday. "
        "The Islamic State prisoners had been held by the SDF."
    )
    assert ("pop_isis_detainees", "target") in who(text, "US military moves prisoners")


@pytest.mark.parametrize(
    "text",
    [
        "ضبطت قوات حرس الحدود العراقية، اليوم الثلاثاء، 20 ألف حبة كبتاغون على الحدود مع سوريا داخل نفق "
        "يستخدمه المهربون قرب القائم، دون اعتقال أحد.",
        "منع حرس الحدود العراقي، الأربعاء، نحو 40 شاباً من سنجار من عبور الحدود إلى سوريا.",
    ],
)
def test_nobody_is_a_suspect_who_was_not_caught(text: str) -> None:
    found = who(text)
    assert found
    assert ("pop_suspects", "target") not in found
