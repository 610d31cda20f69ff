"""Who sat at a table though no registered name says so, who only tells of it, and who is moved: made-up news."""

from __future__ import annotations

import pytest

from tests.ingest.coding.coded import parts, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "AMMAN (Petra) - Foreign Minister Ayman Safadi met in Amman on Monday with Syrian Foreign Minister Asaad "
            "al-Shaibani, Iraq's Fuad Hussein and Lebanon's Foreign Minister Georges Bitar on border security.",
            {
                "p_safadi": "host",
                "p_shaibani": "participant",
                "p_fuad_hussein": "participant",
                "Georges Bitar": "participant",
            },
        ),
        (
            "بغداد - كشف وزير الخارجية العراقي فؤاد حسين أن بلاده سترسل وفدا فنيا إلى دمشق يوم 20 تشرين الأول لبحث "
            "ملف السجون مع الجانب السوري.",
            {"sy_gov": "host", "وفدا فنيا": "participant", "p_fuad_hussein": "mentioned"},
        ),
        (
            "بغداد - أجرى المبعوث الأمريكي توم باراك، الأحد، مباحثات مع رئيس الوزراء العراقي محمد شياع السوداني بشأن "
            "الحدود مع سوريا. ويأتي اللقاء بعد خمسة أيام على اجتماع في أربيل جمع مسعود بارزاني ومظلوم عبدي.",
            {"p_barrack": "participant", "p_sudani": "host"},
        ),
        (
            "Erbil (AFP) - The SDF commander, Mazloum Abdi, held talks in Erbil on Thursday with the president of "
            "Iraq's autonomous Kurdistan region, Nechirvan Barzani, on the Syrian border.",
            {"p_mazloum": "participant", "p_nechirvan": "host"},
        ),
        (
            "BAGHDAD - The SDF and Damascus on Sunday signed a deal that hands the crossings with Iraq to the state.",
            {"sdf": "participant", "sy_gov": "participant"},
        ),
        (
            "BAGHDAD (Reuters) - The Rabia crossing between Iraq and Syria reopened on Monday. The Syrian side was "
            "represented by the deputy head of the General Authority for Ports and Customs.",
            {"sy_ports": "participant"},
        ),
        (
            "BAGHDAD (Reuters) - The US military on Monday flew 40 men accused of fighting for the Islamic State from "
            "Syria to Iraq.",
            {"us_forces": "initiator", "iq_gov": "host", "pop_isis_detainees": "target"},
        ),
    ],
    ids=[
        "a guest nobody registered",
        "others will go, he only tells",
        "a talk dates another",
        "the Region's president is not Iraq's",
        "a state strikes a deal with a force",
        "a deputy stands for his body",
        "men accused of ISIS",
    ],
)
def test_who_takes_part(text: str, expected: dict[str, str]) -> None:
    assert parts(told(text)[0]) == expected


def test_who_attended_sat_at_the_talk_that_was_held() -> None:
    done, planned = told(
        "دمشق - بحث وزير الداخلية أنس خطاب اليوم مع نظيره العراقي عبد الأمير الشمري في دمشق أمن الحدود. ووجه الشمري "
        "دعوة إلى الوزير خطاب لزيارة بغداد مطلع العام القادم. حضر اللقاء معاون الوزير عبد القادر الطحان."
    )
    assert parts(done) == {"p_khattab": "host", "p_shammari": "participant", "p_tahhan_moi": "participant"}
    assert "p_tahhan_moi" not in parts(planned)


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Troops from Syria's border guard stopped five men on Monday night as they loaded a raft near Baghuz on "
            "the Iraqi border, the interior ministry in Damascus said.",
            "sy_moi",
        ),
        (
            "BAGHDAD (Reuters) - The crossing at al-Qaim between Iraq and Syria was reopened on Monday, the Syrian "
            "port authority announced.",
            "sy_ports",
        ),
        (
            "BAGHDAD (Reuters) - Qasim al-Araji told reporters that he met Hussein al-Salama in Damascus on Sunday and "
            "discussed the Syrian border.",
            "p_araji",
        ),
        (
            "BAGHDAD (Reuters) - Foreign Minister Fuad Hussein said during a meeting with Asaad al-Shaibani in Baghdad "
            "on Monday that Iraq supports Syria's unity.",
            None,
        ),
    ],
    ids=["a body by its seat", "a body in other words", "of a talk, one of the two", "his words at the talk"],
)
def test_whose_word_it_is(text: str, claimant: str | None) -> None:
    report = told(text)[0]
    assert (report.claimant.actor if report.claimant else None) == claimant
