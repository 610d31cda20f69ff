"""Names of bodies, heads and places in the forms the press gives them."""

from __future__ import annotations

import os
import subprocess
import sys
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


@pytest.mark.parametrize("name", ["al-hol camp", "al-hawl camp", "al-houl camp", "al haul camp", "el-hole camp"])
def test_every_spelling_of_a_camp_is_the_body_and_the_place(name: str) -> None:
    meaning = shipped().find(name)[0].name
    assert (meaning.actors, meaning.places) == (("hol_camp",), ("camp_hol",))


def test_a_spelling_that_two_names_share_means_both() -> None:
    assert shipped().find("deir al-zor")[0].name.places == shipped().find("deir ez-zor")[0].name.places
    assert shipped().find("salahuddin")[0].name.places == ("iq_salahaddin", "pirmam")


def test_the_camp_is_not_the_saudi_city() -> None:
    assert shipped().find("al-jadah")[0].name.places == ("camp_jadaa",)
    assert shipped().find("jeddah")[0].name.places == ("jeddah",)
    assert shipped().find("jeddah 1 camp")[0].name.places == ("camp_jadaa",)


def test_the_names_are_the_same_in_every_process() -> None:
    told = (
        "from ingest.coding.lexicon import shipped; lexicon = shipped()\n"
        "print([(n, h.name.actors, h.name.places, sorted(h.name.weak_actors))"
        " for n in sorted(lexicon.patterns) for h in lexicon.find(n)[:1]])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", told], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert len(said.pop()) > 1_000_000
