"""Where it was when no town stands beside the act: the host's seat, a court, a forum, the crossing of the text."""

from __future__ import annotations

import datetime as dt

import pytest

from events.reports import check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped

PLACES = [
    (
        "talks are where the host has his seat",
        ("meeting", "baghdad"),
        "استقبل رئيس الوزراء العراقي محمد شياع السوداني، الاثنين، وزير الخارجية السوري أسعد الشيباني، "
        "وبحث معه أمن الحدود.",
    ),
    (
        "the seat of a third host",
        ("meeting", "amman"),
        "King Abdullah of Jordan received on Tuesday Iraqi Foreign Minister Fuad Hussein and Syrian Foreign Minister "
        "Asaad al-Shaibani to discuss ISIS.",
    ),
    (
        "a decree where it is datelined",
        ("appointment", "damascus"),
        "DAMASCUS (Reuters) - President Ahmed al-Sharaa on Sunday named Hussein al-Salama as the new intelligence "
        "chief, who will oversee coordination with Iraq.",
    ),
    (
        "a statement at the press conference that the next sentence tells of",
        ("statement", "mosul"),
        "قال وزير الدفاع العراقي ثابت العباسي، الأحد، إن الحدود مع سوريا مؤمنة بالكامل.\n"
        "وأضاف العباسي خلال مؤتمر صحفي عقده في الموصل أن القوات لن تسمح بأي تسلل من سوريا.",
    ),
    (
        "a statement at a forum",
        ("statement", "geneva"),
        "Iraq's national security adviser Qasim al-Araji said on Saturday that all ISIS detainees in Syria must be "
        "taken back.\nSpeaking at a forum in Geneva, he added that al-Hol camp is a time bomb.",
    ),
    (
        "those who came over the line passed the one crossing that a later sentence names",
        ("refuge", "x_qaim"),
        "سمحت السلطات العراقية، السبت، بدخول نحو ألفي جندي سوري إلى أراضيها بعد انسحابهم من دير الزور. "
        "وقال مصدر أمني إن الجنود سلموا أسلحتهم عند منفذ القائم ونقلوا إلى مخيم قرب الرطبة.",
    ),
    (
        "a country that only owns the place is none",
        ("detainee_transfer", "sy_hasakah"),
        "The U.S. military on Tuesday flew around 90 ISIS detainees from a detention centre in Syria's Hasakah "
        "province to Iraq, two Iraqi security officials said.",
    ),
    (
        "who gives them over is where they leave from",
        ("detainee_transfer", "c_iq"),
        "Iraq handed over 12 Syrian prisoners accused of belonging to ISIS to Damascus on Wednesday and received "
        "assurances on the border, officials said.",
    ),
    (
        "a joint raid inside a country is where the next sentence tells",
        ("joint_operation", "sy_rif_dimashq"),
        "Captagon pills were seized in an operation that Iraqi anti-narcotics officers and their Syrian counterparts "
        "carried out in Syria, Iraq's Interior Ministry said Thursday.\nThe pills were hidden in a shipment in the "
        "suburbs of Damascus, the ministry said.",
    ),
    (
        "handing over a garrison is no talk about it",
        ("border_measure", "base_tanf"),
        "On Wednesday the Americans handed over al-Tanf, at the meeting point of the Syrian, Iraqi and Jordanian "
        "borders, to Syrian troops.",
    ),
]


@pytest.mark.parametrize(("why", "wanted", "text"), PLACES, ids=[p[0] for p in PLACES])
def test_an_act_without_a_town_beside_it_has_its_place_all_the_same(
    why: str, wanted: tuple[str, str], text: str
) -> None:
    reports = list(code_article(None, text, dt.date(2026, 2, 10), None, shipped()).reports)
    check_reports(reports, "", text)
    found = [(r.type.value, r.place.id if r.place else None) for r in reports]
    assert wanted in found, found


def test_an_invitation_tells_no_place_by_its_host() -> None:
    text = (
        "تلقى وزير الداخلية العراقي عبد الأمير الشمري، الأحد، اتصالاً هاتفياً من نظيره السوري أنس خطاب، "
        "ووجه له دعوة لزيارة العراق لبحث ملف الحدود."
    )
    reports = code_article(None, text, dt.date(2026, 2, 10), None, shipped()).reports
    assert "baghdad" not in [r.place.id for r in reports if r.place]
