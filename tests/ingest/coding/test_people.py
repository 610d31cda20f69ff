"""Who takes part in what way, and whose word it is: made-up news in the manner of the press."""

from __future__ import annotations

import datetime as dt

import pytest

from events.reports import Report, check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped
from tests.ingest.coding.coded import parts

DAY = dt.date(2025, 9, 12)


def first(title: str, text: str) -> Report:
    coded = code_article(title, text, DAY, None, shipped())
    check_reports(coded.reports, title, text)
    return coded.reports[0]


def claimant(report: Report) -> str | None:
    return report.claimant.actor or report.claimant.name if report.claimant else None


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "العراق يعيد فتح منفذ ربيعة",
            "الموصل/ واع\nأعاد العراق فتح منفذ ربيعة الحدودي مع سوريا، اليوم الجمعة، بحضور ممثلين عن الهيئة العامة "
            "للمنافذ والجمارك السورية ومحافظ نينوى عبد القادر الدخيل.",
            {"iq_gov": "initiator", "sy_ports": "participant", "p_dakhil": "participant"},
        ),
        (
            "حرس الحدود يحبط تسللاً",
            "بغداد – واع\nأعلنت وزارة الداخلية، اليوم الجمعة، أن قوات حرس الحدود أحبطت محاولة تسلل من الأراضي السورية "
            "غربي نينوى وألقت القبض على أربعة متسللين.",
            {"iq_border_guard": "initiator", "pop_suspects": "target", "iq_moi": "mentioned"},
        ),
        (
            "هجوم على نقطة",
            "دير الزور – سانا\nتعرضت نقطة لحرس الحدود السوري قرب البوكمال، اليوم الجمعة، لهجوم بطائرة مسيرة قادمة من "
            "الأراضي العراقية، وفق ما أفاد مصدر عسكري.",
            {"sy_border_guard": "target"},
        ),
        (
            "Drone hits Syrian army post",
            "Damascus, Sept 12 (SANA) A drone launched from Iraqi territory hit a Syrian army post near al-Bukamal on "
            "Friday, wounding two soldiers, the Defense Ministry said.",
            {"sy_army": "target", "sy_mod": "mentioned"},
        ),
        (
            "Shatri in Damascus",
            "BAGHDAD, Sept 12 (Reuters) - Iraqi intelligence chief Hamid al-Shatri met Syrian President Ahmed "
            "al-Sharaa in Damascus on Friday to discuss border security, Sharaa's office said. Foreign Minister Asaad "
            "al-Shaibani and intelligence head Hussein al-Salama were also in the room.",
            {"p_shatri": "participant", "p_sharaa": "host", "p_shaibani": "participant", "p_salama": "participant"},
        ),
        (
            "Families leave al-Hol",
            "ERBIL, Kurdistan Region - A convoy of 210 Iraqi families left al-Hol camp in Syria on Friday for Iraq, "
            "escorted by the US-led coalition, a camp official told Rudaw.",
            {"coalition": "participant", "pop_camp_families": "target"},
        ),
        (
            "تسليم مطلوب",
            "بغداد – واع\nأعلنت وكالة الاستخبارات والتحقيقات الاتحادية، الجمعة، تسلم مطلوب بتهم الإرهاب من وزارة "
            "الداخلية السورية عبر منفذ القائم.",
            {"iq_fiia": "host", "sy_moi": "initiator", "pop_suspects": "target"},
        ),
        (
            "Iraq and Syria sign memorandum",
            "BAGHDAD, Sept 12 (Xinhua) -- Iraq and Syria signed a memorandum of understanding on border security on "
            "Friday, Iraq's Interior Ministry said. The document was signed by Interior Minister Abdul Amir "
            "al-Shammari and his Syrian counterpart Anas Khattab.",
            {"p_shammari": "participant", "p_khattab": "participant"},
        ),
        (
            "نزوح من الحسكة",
            "رووداو\nعبرت 70 عائلة من الحسكة، أمس الخميس، معبر سيمالكا إلى إقليم كوردستان هرباً من القتال وتم إيواؤها "
            "في مخيم بردرش. وقال مدير المخيم، كاوا صالح، إن العائلات تضم 300 فرد.",
            {"krg": "host", "pop_refugees": "target", "كاوا صالح": "mentioned"},
        ),
    ],
    ids=[
        "who attends an opening",
        "the ministry only announces",
        "whom an attack is upon",
        "an army post hit",
        "also in the room",
        "an escort takes part",
        "who receives is host",
        "ministers sign for their states",
        "a region shelters",
    ],
)
def test_everyone_has_his_part(title: str, text: str, expected: dict[str, str]) -> None:
    assert parts(first(title, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "الحسكة - نورث برس\nغادرت قافلة من العائلات العراقية مخيم الهول، الجمعة، باتجاه مخيم الجدعة.\nوقال مدير "
            "شؤون النازحين في المخيم، سليم عواد، لنورث برس إن 200 عائلة نُقلت بالتنسيق مع وزارة الهجرة العراقية.",
            "سليم عواد",
        ),
        (
            "بغداد – واع\nبحث وزير الخارجية فؤاد حسين مع نظيره السوري أسعد الشيباني هاتفياً، اليوم الجمعة، أمن الحدود.\n"
            "وذكر بيان لوزارة الخارجية، تلقته وكالة الأنباء العراقية (واع)، أن الجانبين اتفقا على التنسيق.",
            "iq_mfa",
        ),
        (
            "TAMPA, Fla. – U.S. Central Command (CENTCOM) forces moved 200 ISIS detainees from Hasakah, Syria to Iraq "
            'on Sept. 11. "Our partners are vital," said Adm. Brad Cooper, CENTCOM commander.',
            "centcom",
        ),
        (
            "Baghdad (AFP) - Iraq began returning Syrian soldiers through the Al-Qaim crossing on Friday, an interior "
            "ministry official said, asking not to be named.",
            "an interior ministry official",
        ),
        (
            "Iraq reopened the al-Qaim crossing with Syria on Friday, Alaa Hadi, a spokesman for the local council, "
            "told reporters.",
            "Alaa Hadi",
        ),
    ],
    ids=[
        "a new name behind a title",
        "a communiqué",
        "a command of its own act",
        "an official",
        "a new name in English",
    ],
)
def test_the_claimant_is_whoever_the_outlet_quotes(text: str, expected: str) -> None:
    assert claimant(first("العراق وسوريا", text)) == expected
