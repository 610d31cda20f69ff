"""What is told beside the first event: recalled, said to come, on another day, subjects of talk that are no act."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.coding import coder
from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped

PUBLISHED = "2025-10-14T15:05:00+03:00"


def reports(text: str, title: str = "", published: str = PUBLISHED) -> list[dict[str, Any]]:
    """What a text tells, published on a Tuesday if nothing else is said."""
    lang = "ar" if "\u0600" < text[0] < "\u06ff" else "en"
    row = {"id": "x", "title": title, "text": text, "published": published, "lang": lang}
    found: list[dict[str, Any]] = answer(json.dumps(row), 0, shipped())["reports"]
    return found


def told(text: str, published: str = PUBLISHED) -> list[str]:
    """Type, modality and day of every report."""
    return [f"{r['type']}/{r['modality']}/{r['date']}" for r in reports(text, published=published)]


LEAD = "Iraq took back 850 of its citizens from al-Hol camp in Syria on Sunday, the Migration Ministry said. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Baghdad intends to bring out another 200 or so families on November 6.", "repatriation/planned/2025-11-06"),
        (
            "A second group of around 70 persons is to follow on the 19th of this month.",
            "repatriation/planned/2025-10-19",
        ),
        ("On September 22, it took home 236 families.", "repatriation/done/2025-09-22"),
    ],
)
def test_what_comes_next_and_what_came_before_is_told_too(sentence: str, expected: str) -> None:
    assert expected in told(LEAD + sentence)


@pytest.mark.parametrize(
    "deed",
    [
        "Damascus returned 12 Iraqi prisoners to Baghdad on Sunday under a bilateral accord.",
        "On Sunday Iraq gave up to Damascus 31 Syrians whom its investigators had cleared.",
        "Eleven detainees wanted by courts in Damascus were handed over by Iraq to the Syrian side on Sunday.",
        "Twelve Syrian convicts were released by Iraq and passed to Syrian officers at al-Bukamal on Sunday.",
    ],
)
def test_prisoners_given_into_the_other_states_hands_are_a_transfer(deed: str) -> None:
    assert told(deed) == ["detainee_transfer/done/2025-10-12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The return of Iraqi families from al-Hol was at the heart of a phone call on Sunday between Iraqi Foreign "
            "Minister Fuad Hussein and his Syrian counterpart Asaad al-Shaibani.",
            "call/done/2025-10-12",
        ),
        (
            "تصدر ملف إعادة العائلات من مخيم الهول المباحثات التي أجراها وزير الخارجية العراقي فؤاد حسين مع نظيره "
            "السوري أسعد الشيباني في بغداد الاثنين.",
            "meeting/done/2025-10-13",
        ),
    ],
)
def test_subjects_told_before_the_talks_are_no_acts(text: str, expected: str) -> None:
    assert told(text) == [expected]


RECALLED = "An old hand remembers the 1,905 at the al-Qaim crossing on December 19, 2024."


def test_an_event_of_the_chronology_is_recalled_by_its_day_and_its_number() -> None:
    found = reports(LEAD + RECALLED)
    recalled = next(r for r in found if r["date"] == "2024-12-19")
    assert (recalled["type"], recalled["background"]) == ("repatriation", True)
    assert all(s["text"] for s in recalled["spans"])


def test_without_the_chronology_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coder, "recalled", lambda *found: ())
    monkeypatch.setattr(coder, "sensed", lambda *found: ())
    assert "2024-12-19" not in {r["date"] for r in reports(LEAD + RECALLED)}


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Iraqi and Syrian officers met in Rabia last Wednesday.", "2025-11-05", "2025-10-29"),
        ("Iraq flew 150 IS detainees out of Syria between 3 and 5 February.", "2026-02-09", "2026-02-03"),
        (
            "Iraqi guards arrested two smugglers on the Syrian border on April 9, CENTCOM said.",
            "2026-04-10",
            "2026-04-09",
        ),
    ],
)
def test_the_day_of_an_act_in_the_words_of_the_wires(text: str, published: str, day: str) -> None:
    assert [r["date"] for r in reports(text, published=published)] == [day]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        (
            "Two days earlier, Iraqi border guards arrested three smugglers at the Syrian frontier near Rabia.",
            "2025-10-10",
        ),
        (
            "Two days later, Iraqi border guards arrested three smugglers at the Syrian frontier near Rabia.",
            "2025-10-14",
        ),
    ],
)
def test_a_day_counted_from_the_one_told_first(sentence: str, day: str) -> None:
    lead = (
        "Iraqi Interior Minister Abdul Amir al-Shammari met his Syrian counterpart Anas Khattab in Damascus on Sunday. "
    )
    assert f"border_operation/done/{day}" in told(lead + sentence)


def test_days_counted_in_arabic_from_the_one_told_first() -> None:
    lead = "التقى وزير الدفاع العراقي ثابت العباسي نظيره السوري مرهف أبو قصرة في دمشق يوم الأحد. "
    deed = "وبعدها بيومين اعتقل حرس الحدود العراقي ثلاثة مهربين على الحدود السورية قرب ربيعة."
    assert "border_operation/done/2025-10-14" in told(lead + deed, "2025-10-16T15:05:00+03:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Border guards of Iraq and Syria traded fire near Yarubiyah on Saturday: one Syrian soldier was killed "
            "when Syrian troops and Iraqi border guards exchanged fire.",
            "incident/done/2025-10-11",
        ),
        (
            "Iraq's Border Ports Commission denied on Sunday what pages have circulated about the closure of the Rabia "
            "border crossing with Syria.",
            "crossing_status/denied/2025-10-01",
        ),
        (
            "Iraq's Joint Operations Command dismissed as false on Monday a report that gunmen had slipped in "
            "from Syria near Baaj.",
            "incident/denied/2025-10-01",
        ),
        (
            "Trucks have not been let through the al-Qaim crossing between Iraq and Syria since Saturday morning.",
            "crossing_status/done/2025-10-11",
        ),
        (
            "Iraq's parliament approved Ali al-Zaidi as prime minister on Sunday; Syria's president congratulated him.",
            "appointment/done/2025-10-12",
        ),
    ],
)
def test_fire_denials_gates_and_cabinets_by_what_they_are(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "U.S. forces and the SDF raided a house in Raqqa, Syria, and captured an ISIS financier born in Fallujah.",
        "Iraq and Syria have formed a joint technical committee on the oil pipeline from Kirkuk to Baniyas.",
        "Kuwait and Iraq signed a border security memorandum on Sunday, modeled on the pact Baghdad has with Damascus.",
        "Iraq's Ministry of Displacement fed the displaced in Dohuk on Sunday; Syrian refugees received blankets.",
        "وقّع العراق والكويت، الأحد، مذكرة لضبط الحدود على غرار الاتفاق مع دمشق.",
        "ألقت شرطة أربيل القبض، السبت، على سوري متهم بسرقة محل ذهب بعد محاولته الفرار نحو الحدود السورية.",
    ],
)
def test_origins_pipelines_comparisons_and_a_thief_in_flight_bring_no_event(text: str) -> None:
    assert reports(text) == []


def test_a_body_by_its_noun_alone_is_the_one_named_before() -> None:
    found = reports(
        "Iraq's Border Ports Commission opened al-Qaim crossing to Syria on Sunday. Syria's General Authority for "
        "Ports and Customs sent observers. On Monday, the Authority and the Commission signed a protocol there."
    )
    agreed = next(r for r in found if r["type"] == "agreement")
    assert {p["actor"] for p in agreed["participants"]} >= {"sy_ports", "iq_border_ports"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "ألقت قوات الحدود العراقية، الأحد، القبض على المتسللين السوريين الأربعة عند ربيعة على الحدود مع سوريا.",
            (4, "arrested"),
        ),
        (
            "أعادت السلطات العراقية، الأحد، الجنود السوريين إلى بلادهم عبر القائم، وعددهم يقارب الألفين.",
            (2000, "soldiers"),
        ),
        ("More than 800 Iraqis boarded buses on Sunday and left al-Hol camp in Syria for Iraq.", (800, "people")),
        ("Iraq let in Syrian soldiers at al-Qaim on Sunday; 24 wounded soldiers are in its hospital.", (24, "wounded")),
    ],
)
def test_numbers_by_what_they_count(text: str, count: tuple[int, str]) -> None:
    (found,) = reports(text)
    assert count in {(c["value"], c["unit"]) for c in found["counts"]}


def test_shares_and_rates_are_no_counts() -> None:
    (found,) = reports(
        "An estimated 1,300 people, four in five of them women, fled Syria for the Kurdistan Region of Iraq on Sunday."
    )
    assert [c["value"] for c in found["counts"]] == [1300]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "علمت الوكالة من مصدر حكومي، اليوم الثلاثاء، أن الزيارة التي كان من المقرر أن يجريها وزير الخارجية "
            "السوري أسعد الشيباني إلى بغداد غداً الأربعاء أُرجئت إلى موعد لاحق.",
            "meeting/cancelled/2025-10-15",
        ),
        (
            "Iraq's Migration Ministry said Tuesday that a convoy due to bring 200 Iraqi families home from al-Hol "
            "camp in Syria on Thursday had been postponed.",
            "repatriation/cancelled/2025-10-16",
        ),
    ],
)
def test_what_is_called_off_is_of_the_day_on_which_it_was_due(text: str, expected: str) -> None:
    assert expected in told(text)


def test_what_was_done_some_days_before_is_not_counted_with_the_news() -> None:
    (report,) = reports(
        "أعاد العراق، أمس الاثنين، 82 عسكرياً سورياً إلى بلادهم عبر منفذ القائم، بعد يومين من إعادة نحو ألفي جندي."
    )
    assert [c["value"] for c in report["counts"]] == [82]
