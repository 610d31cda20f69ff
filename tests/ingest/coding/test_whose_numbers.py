"""Which numbers of a text its event counts, and as what."""

from __future__ import annotations

import json

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped

PUBLISHED = "2025-10-14T15:05:00+03:00"


def counted(text: str) -> list[tuple[float, str]]:
    """Values and units of the first report of a text published on a Tuesday."""
    lang = "ar" if "\u0600" < text[0] < "\u06ff" else "en"
    row = {"id": "x", "title": "", "text": text, "published": PUBLISHED, "lang": lang}
    report = answer(json.dumps(row), 0, shipped())["reports"][0]
    spans = [s for s in report["spans"] if s["field"].startswith("counts.")]
    assert len(spans) == len(report["counts"]) and all(text[s["start"] : s["end"]] == s["text"] for s in spans)
    return [(c["value"], c["unit"]) for c in report["counts"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "أوقفت قوات الحدود العراقية، اليوم الثلاثاء، أربعة مهربين قرب سنجار على الحدود مع سوريا كانوا يحاولون "
            "إدخال 11 سورياً إلى الأراضي العراقية.",
            [(4, "arrested"), (11, "people")],
        ),
        (
            "Iraqi border guards on Tuesday arrested three smugglers near Sinjar on the Syrian border who were "
            "transporting 17 Syrians in a lorry.",
            [(3, "arrested"), (17, "people")],
        ),
        (
            "بحث مستشار الأمن القومي العراقي قاسم الأعرجي، اليوم الثلاثاء، في بغداد مع وزير الخارجية السوري أسعد "
            "الشيباني ملف مخيم الهول. وقال الأعرجي إن العراق استعاد حتى الآن 18830 من مواطنيه من المخيم.",
            [(18830, "people")],
        ),
        (
            "Iraqi Foreign Minister Fuad Hussein met his Syrian counterpart Asaad al-Shaibani in Baghdad on Tuesday. "
            "Hussein said Iraq had brought home 18,830 of its citizens from al-Hol camp. Three aides attended.",
            [(18830, "people")],
        ),
        (
            "On Tuesday 610 Iraqis returned to Iraq from al-Hol camp in Syria, the migration ministry said. Relief "
            "kits were handed to 198 families, and doctors treated 21 patients.",
            [(610, "people")],
        ),
        (
            "US forces moved 168 ISIS detainees from northeast Syria to Iraq on Monday, the US Central Command said. "
            "CENTCOM forces detained more than 300 ISIS operatives and killed over 20 in 2024.",
            [(168, "detainees")],
        ),
        (
            "سلم جهاز المخابرات العراقي نظيره السوري، اليوم الثلاثاء، قائمة بأسماء 34 مطلوباً ينشطون في دير الزور.",
            [(34, "people")],
        ),
        (
            "أعلنت وزارة الهجرة والمهجرين وصول دفعة جديدة من المواطنين العراقيين القادمين من مخيم الهول السوري إلى "
            "مركز الأمل للتأهيل جنوبي الموصل، بعد ظهر أمس الاثنين.\nوقال المتحدث باسم الوزارة إن الدفعة تضم 171 عائلة "
            "بواقع 642 فرداً، دخلت عبر منفذ ربيعة بواسطة 18 حافلة.",
            [(171, "families"), (642, "people"), (18, "vehicles")],
        ),
    ],
)
def test_an_event_counts_its_own_alone(text: str, wanted: list[tuple[float, str]]) -> None:
    assert counted(text) == wanted
