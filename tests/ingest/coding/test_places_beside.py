"""What a text names beside an act: where its men were taken, what talks are about, where a paper was handed over."""

from __future__ import annotations

import json

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def told(text: str, kind: str) -> dict[str, str | None]:
    """The ids of the places of the first report of a type."""
    lang = "ar" if any("\u0600" < c < "\u06ff" for c in text) else "en"
    row = {"id": "x", "title": "", "text": text, "published": "2025-10-14T15:05:00+03:00", "lang": lang}
    report = next(r for r in answer(json.dumps(row), 0, shipped())["reports"] if r["type"] == kind)
    return {end: report[end] and report[end]["id"] for end in ("place", "origin", "destination")}


@pytest.mark.parametrize(
    ("kind", "text", "end", "place"),
    [
        (
            "border_operation",
            "Border guards arrested three smugglers early on Tuesday as they tried to slip in from Syria near Rabia, "
            "west of Mosul, a security source said.",
            "place",
            "rabia",
        ),
        (
            "agreement",
            'توصلت دمشق و"قسد"، الجمعة، إلى اتفاق ينص على تسليم المعابر ومن بينها اليعربية مع العراق إلى الدولة.',
            "place",
            None,
        ),
        (
            "appointment",
            "صوّت مجلس محافظة الأنبار، أمس الاثنين، على انتخاب عمر مشعان دبوس محافظاً. وقال إنه سيزور الحدود مع سوريا.",
            "place",
            "iq_anbar",
        ),
        (
            "detainee_transfer",
            "U.S. forces flew 150 ISIS detainees to Iraq on Wednesday. The detainees had been held in prisons in "
            "northeastern Syria.",
            "place",
            "ne_syria",
        ),
        (
            "joint_operation",
            "Iraq's Falcons cell captured two Islamic State suspects in northeastern Syria with the Syrian Interior "
            "Ministry on Sunday. The operation comes a week after a gunman killed two American soldiers near Palmyra.",
            "place",
            "ne_syria",
        ),
        (
            "repatriation",
            "The departure of 180 Iraqi families from al-Hol camp, set for Wednesday, is postponed, a source said.\n"
            "Many had packed. It was cold at night. Nobody was told why. A member of the reception committee blamed "
            "the lack of places in al-Jadaa camp, south of Mosul.",
            "destination",
            "camp_jadaa",
        ),
        (
            "refuge",
            "وصلت عشرات العائلات الى إقليم كردستان هرباً من المعارك الدائرة في محيط الحسكة",
            "origin",
            "sy_hasakah",
        ),
        (
            "refuge",
            "Syrian soldiers crossed into Iraq at al-Qaim on Saturday; several were taken to a hospital in Ramadi.",
            "destination",
            "c_iq",
        ),
        ("repatriation", "رحّلت السلطات العراقية 40 سورياً مخالفاً لشروط الإقامة عبر منفذ القائم", "destination", "c_sy"),
        (
            "intelligence_sharing",
            "Iraqi intelligence warned Syria of a plot. The file was handed to Syrian officers at a meeting in Baghdad "
            "on Sunday.",
            "place",
            "baghdad",
        ),
        (
            "amnesty",
            "Syria's new authorities on Saturday opened a settlement centre in Deir Ezzor for ex-members of Bashar "
            "al-Assad's army, among them conscripts who fled to Iraq.",
            "place",
            "sy_deir_ez_zor",
        ),
        (
            "meeting",
            "ROME — Syria's defense minister will visit Baghdad next week and meet his Iraqi counterpart, envoys say.",
            "place",
            "baghdad",
        ),
        (
            "border_operation",
            "أوقف حرس الحدود العراقي، الثلاثاء، 9 أشخاص تسللوا من سوريا قرب ناحية ربيعة، وجرى نقلهم إلى مخيم الجدعة.",
            "place",
            "rabia",
        ),
    ],
)
def test_what_is_named_beside_an_act_is_not_its_place(kind: str, text: str, end: str, place: str | None) -> None:
    assert told(text, kind)[end] == place
