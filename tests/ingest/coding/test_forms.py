"""Names of bodies, heads and places in the forms the press gives them."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.coding.arabic import key
from ingest.coding.lexicon import shipped
from tests.ingest.coding.test_company import reports

DAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("form", "actor"),
    [
        ("Iraq's cabinet", "iq_council_ministers"),
        ("Syrian land and sea ports authority", "sy_ports"),
        ("interior ministry of the Kurdistan Region", "krg_moi"),
        ("KRG's interior ministry", "krg_moi"),
        ("Syria's People's Assembly", "sy_parliament"),
        ("Iraqi federal police", "iq_federal_police"),
        ("UN's refugee agency", "unhcr"),
        ("Kataib Hizbollah", "kh"),
        ("وزارة الداخلية في حكومة الإقليم", "krg_moi"),
        ("محكمة تحقيق الكرخ", "iq_karkh_court"),
        ("الفرقة السادسة والستون", "sy_66div"),
        ("هيئة المنافذ البرية والبحرية السورية", "sy_ports"),
    ],
)
def test_a_body_is_known_by_its_forms(form: str, actor: str) -> None:
    assert actor in shipped().find(key(form))[0].name.actors


@pytest.mark.parametrize(
    ("form", "person"),
    [
        ("Iraq's National Intelligence Service chief", "p_shatri"),
        ("head of the Counter-Terrorism Service", "p_tamimi_cts"),
        ("مدير المخابرات العراقية", "p_shatri"),
        ("interior minister of the Kurdistan Region", "p_rebar"),
    ],
)
def test_a_head_is_known_by_his_body(form: str, person: str) -> None:
    lexicon = shipped()
    offices = lexicon.find(key(form))[0].name.offices
    assert person in {lexicon.holder(office, DAY) for office in offices}


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("Rabia border port", "x_rabia"),
        ("al-Qaim land port", "x_qaim"),
        ("Al-Yaroubiyah crossing", "x_rabia"),
        ("Faish Khabur", "fishkhabur"),
        ("Tel Kocer", "yarubiyah_town"),
        ("Ghuwairan prison", "prison_sinaa"),
        ("al-Jada'a camp", "camp_jadaa"),
        ("منفذ الوليد البري", "x_walid"),
        ("ريف البوكمال", "d_albukamal"),
    ],
)
def test_a_place_is_known_by_its_forms(form: str, place: str) -> None:
    assert place in shipped().find(key(form))[0].name.places


def test_another_states_body_is_nobody_of_the_two() -> None:
    text = (
        "Syria and Iraq discussed border security in Damascus on Monday, and the Kuwaiti drug control department "
        "sent its experts, the Syrian foreign ministry said."
    )
    assert "sy_counternarc" not in {p["actor"] for r in reports(text) for p in r["participants"]}
