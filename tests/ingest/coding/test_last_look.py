"""Who cannot have a part in what is told: letters' senders, spokesmen, attendants of what others sign. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from events.codebook import EventType
from tests.ingest.coding.coded import parts, told

DAY = dt.date(2026, 3, 2)


def test_who_sent_a_letter_was_not_at_the_meeting() -> None:
    report = told(
        "زار رئيس جهاز المخابرات العراقي حميد الشطري دمشق أمس والتقى الرئيس السوري أحمد الشرع وسلمه رسالة "
        "من رئيس الوزراء محمد شياع السوداني.",
        DAY,
    )[0]
    cast = parts(report)
    assert (report.type, cast["p_shatri"], cast["p_sharaa"]) == (EventType.MEETING, "participant", "host")
    assert cast.get("p_sudani", "mentioned") == "mentioned"


def test_men_of_both_sides_are_both_states() -> None:
    text = (
        "استهدفت مسيرات قاعدة للجيش السوري قرب بلدة اليعربية على الحدود مع العراق أمس. ومن المنتظر أن يجتمع ضباط "
        "من الجانبين السبت المقبل عند معبر اليعربية لبحث الحادث."
    )
    meeting = next(r for r in told(text, DAY) if r.type is EventType.MEETING)
    assert parts(meeting) == {"iq_gov": "participant", "sy_gov": "participant"}


def test_who_attended_the_talks_signed_nothing() -> None:
    text = (
        "وقّعت وزارتا الداخلية في العراق وسوريا مذكرة تفاهم لمكافحة المخدرات، خلال زيارة أجراها وزير الداخلية السوري "
        "أنس خطاب إلى بغداد أمس. وعقد الجانبان جلسة مباحثات حضرها قائد قوات الحدود، أعقبها التوقيع على المذكرة."
    )
    agreement = next(r for r in told(text, DAY) if r.type is EventType.AGREEMENT)
    assert "p_sukkar" not in parts(agreement)


def test_a_base_keeps_its_place_beside_the_line_that_it_lies_on() -> None:
    text = (
        "بدأت القوات الأميركية أمس بالانسحاب من قاعدة قسرك بريف الحسكة باتجاه إقليم كوردستان العراق. وتأتي هذه الخطوة "
        "بعد أقل من أسبوعين على تسليم قاعدة التنف الواقعة عند مثلث الحدود السورية العراقية الأردنية إلى الحكومة "
        "السورية في 11 شباط."
    )
    handed = next(r for r in told(text, DAY) if r.date == dt.date(2026, 2, 11))
    assert handed.place is not None
    assert handed.place.id == "base_tanf"


def test_two_men_as_one_subject_both_did_it() -> None:
    report = told(
        "Iraqi Interior Minister Abdul Amir al-Shammari and border ports chief Omar al-Waeli reopened the Rabia "
        "crossing with Syria on Sunday.",
        DAY,
    )[0]
    assert parts(report) == {"p_shammari": "initiator", "p_waeli": "initiator"}


def test_who_was_met_on_the_visit_before_is_none_of_these_talks() -> None:
    report = told(
        "Iraqi Foreign Minister Fuad Hussein met Asaad al-Shaibani in Damascus on Sunday, days after a visit to Tehran "
        "where he met Abbas Araghchi.",
        DAY,
    )[0]
    assert set(parts(report)) == {"p_fuad_hussein", "p_shaibani"}


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (
            "Iraqi National Security Adviser Qasim al-Araji met the Syrian charge d'affaires in Baghdad on Sunday "
            "to discuss the al-Hol camp.",
            "p_araji",
        ),
        (
            "بحث وزير الداخلية السوري أنس خطاب مع القائم بأعمال السفارة العراقية بدمشق ياسين شريف الحجيمي، أمس، "
            "سبل تعزيز التعاون الأمني بين البلدين.",
            "p_khattab",
        ),
    ],
)
def test_who_meets_the_envoy_to_his_country_is_at_home(text: str, host: str) -> None:
    report = told(text, DAY)[0]
    assert parts(report)[host] == "host"
    assert report.place is not None
    assert report.place.id == ("baghdad" if host == "p_araji" else "damascus")
