"""Second events: calls, plans, separate acts and positions told beside the first, each with its modality and day."""

from __future__ import annotations

import json

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped

PUBLISHED = "2025-10-14T15:05:00+03:00"
CAUGHT = "Iraqi border guards detained nine Syrians near Sinjar on Monday, the Iraqi Border Forces Command said. "


def told(text: str) -> list[str]:
    """Type, modality and day of every report of a text published on a Tuesday."""
    lang = "ar" if "\u0600" < text[0] < "\u06ff" else "en"
    row = {"id": "x", "title": "", "text": text, "published": PUBLISHED, "lang": lang}
    return [f"{r['type']}/{r['modality']}/{r['date']}" for r in answer(json.dumps(row), 0, shipped())["reports"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            CAUGHT + "A few hours later, Prime Minister Mohammed Shia al-Sudani spoke by phone with Syrian President "
            "Ahmed al-Sharaa about the frontier.",
            "call/done/2025-10-13",
        ),
        (
            "Iraqi border guards arrested four infiltrators from Syria west of Mosul on Monday. In a separate "
            "operation, the guards seized 30,000 captagon pills near al-Qaim.",
            "border_operation/done/2025-10-13",
        ),
        (
            CAUGHT + "Syrian border guards are going to deploy along the Iraqi border in the coming days, SANA said.",
            "border_measure/planned/2025-10-01",
        ),
        (
            "Iraqi Foreign Minister Fuad Hussein met Syrian Foreign Minister Asaad al-Shaibani in Baghdad on Monday. "
            "Hussein said that a Syrian security delegation is to visit Baghdad before the end of the month.",
            "meeting/planned/2025-10-01",
        ),
        (
            "The Qaim crossing between Iraq and Syria was reopened to travellers on Monday, the Border Ports "
            "Commission said. The Walid crossing will follow by the end of November, it added.",
            "crossing_status/planned/2025-11-01",
        ),
        (
            "أعلنت قيادة قوات الحدود العراقية، الاثنين، القبض على سبعة متسللين سوريين قرب سنجار. وأجرى رئيس الوزراء "
            "محمد شياع السوداني اتصالاً هاتفياً مع الرئيس السوري أحمد الشرع بحثا خلاله أمن الحدود.",
            "call/done/2025-10-13",
        ),
    ],
)
def test_a_second_event_is_told_beside_the_first(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Syria's foreign minister Asaad al-Shaibani met Prime Minister Sudani in Baghdad on Monday, on a trip that "
            "had twice been postponed.",
            "meeting/done/2025-10-13",
        ),
        (
            "A convoy of 150 Iraqi families that had been due to leave al-Hol for Iraq on Sunday did not set out, a "
            "camp official said.",
            "repatriation/cancelled/2025-10-12",
        ),
        (
            "Iraqi forces caught a group of 12 men who were attempting to slip across from Syria near Rabia on Sunday.",
            "border_operation/done/2025-10-12",
        ),
        (
            "Iraq has completed 380 km of the concrete wall on the border with Syria, the Border Forces Command said "
            "on Monday. The rest is to be finished next year.",
            "border_measure/ongoing/2025-10-13",
        ),
        (
            "Iraq and Syria signed a protocol on border gates in Baghdad on Monday. The Rabia crossing was reopened on "
            "November 20 last year.",
            "crossing_status/done/2024-11-20",
        ),
    ],
)
def test_its_modality_and_day_are_its_own(text: str, expected: str) -> None:
    assert expected in told(text)
