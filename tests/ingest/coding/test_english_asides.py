"""English: who took part, who says it, how many and on what, in the turns of phrase of the agencies."""

from __future__ import annotations

import datetime as dt

import pytest

from events.reports import Report, check_reports
from ingest.coding import building
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped


def coded(text: str) -> Report:
    """The first report, its spans checked."""
    reports = list(code_article(None, text, dt.date(2025, 10, 14), None, shipped()).reports)
    check_reports(reports, "", text)
    return reports[0]


TAKING_PART = [
    (
        {"iq_gdnc", "sy_counternarc"},
        "Iraqi narcotics police and their Syrian counterparts seized a million captagon pills near Homs on Monday, "
        "Iraq's Interior Ministry said.",
    ),
    (
        {"krg", "pop_refugees"},
        "Authorities in the Kurdistan Region of Iraq admitted 90 families from Hasakah on Monday through the "
        "Fishkhabur crossing, UNHCR said.",
    ),
    (
        {"aanes", "iq_gov", "pop_isis_detainees"},
        "The Autonomous Administration handed over 31 ISIS suspects to an Iraqi delegation at Yarubiyah crossing on "
        "Monday, a member of the administration said.",
    ),
    (
        {"iq_moj", "sy_gov", "pop_suspects"},
        "The Iraqi Justice Ministry handed over 40 convicts to Damascus on Monday through al-Qaim crossing, a "
        "ministry statement said.",
    ),
    ({"iq_pmf"}, "The Popular Mobilization Forces denied on Monday that any of its fighters had entered Syria."),
]


@pytest.mark.parametrize(("actors", "text"), TAKING_PART)
def test_who_took_part(actors: set[str], text: str) -> None:
    assert {p.actor for p in coded(text).participants if p.part != "mentioned"} == actors


COUNTED = [
    (
        {(2, "arrested")},
        "The two occupants of a car, aged 24 and 31, were arrested by Iraqi border guards near the Syrian border.",
    ),
    (
        {(4, "arrested")},
        "Four members of a drug network fell into the hands of Iraqi border guards at the Syrian border on Monday.",
    ),
    (
        {(5, "arrested"), (1, "wounded")},
        "Iraqi border guards arrested five Syrians near Sinjar on Monday. One of them, a teenager, was slightly "
        "wounded.",
    ),
    (
        {(12, "km")},
        "Iraq extended its concrete wall on the Syrian border on Monday by 12 kilometers, the Border Guard said. "
        "The frontier is about 615 kilometers long.",
    ),
    (
        {(9000, "detainees")},
        "Iraqi Foreign Minister Fuad Hussein said on Sunday that around 9,000 ISIS detainees in northeast Syria "
        "threaten Iraq, and urged countries to repatriate their citizens.",
    ),
]


@pytest.mark.parametrize(("counts", "text"), COUNTED)
def test_how_many(counts: set[tuple[float, str]], text: str) -> None:
    assert {(c.value, str(c.unit)) for c in coded(text).counts} == counts


def test_a_command_behind_a_body_s_name_is_its_word() -> None:
    report = coded(
        "Another 12 kilometers of wall were finished on the Syrian border, the Iraqi Border Guard Command reported."
    )
    assert report.claimant is not None
    assert report.claimant.actor == "iq_border_guard"


def test_who_talks_of_the_border_talks_of_its_security_and_families_go_home_without_isis() -> None:
    talks = coded(
        "Syrian Foreign Minister Asaad al-Shaibani met Fuad Hussein in Baghdad on Monday to discuss the frontier "
        "between Iraq and Syria."
    )
    home = coded(
        "On Monday 200 families linked to Islamic State left al-Hol camp in Syria for Iraq, a camp official said."
    )
    assert "border_security" in talks.themes
    assert set(home.themes) == {"refugees"}


WHO_ELSE = [
    (
        {"iq_border_guard", "pop_suspects"},
        "Iraqi frontier troops arrested two smugglers on Monday as they crossed from Syria near Sinjar.",
    ),
    (
        {"p_shatri", "p_sharaa", "iq_border_guard", "iq_moo", "iq_mot"},
        "التقى رئيس جهاز المخابرات العراقي حميد الشطري الرئيس السوري أحمد الشرع في دمشق أمس الاثنين، على رأس وفد ضم "
        "ممثلين عن قيادة قوات الحدود ووزارتي النفط والتجارة.",
    ),
    (
        {"iq_border_guard"},
        "أصيب شاب صباح اليوم بنيران حرس الحدود العراقي قرب الباغوز على الحدود السورية العراقية.",
    ),
]


@pytest.mark.parametrize(("actors", "text"), WHO_ELSE)
def test_who_took_part_by_other_words(actors: set[str], text: str) -> None:
    assert {p.actor for p in coded(text).participants if p.part != "mentioned"} == actors


def test_rules_name_both_where_a_camp_changes_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model of names takes who announced his leaving for one who only speaks."""
    monkeypatch.setattr(building, "weighed", lambda roles, cast, main: list(cast))
    found = coded(
        "Syrian government troops have taken control of al-Hol camp near the Iraqi border. They drove through the gate "
        "on Wednesday, a day after the Syrian Democratic Forces announced that they were leaving."
    )
    assert {p.actor for p in found.participants if p.part != "mentioned"} == {"sy_army", "sdf"}
