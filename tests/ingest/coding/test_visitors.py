"""Who takes part by less than a name: guests named again, ministries behind their men: made-up news."""

from __future__ import annotations

import pytest

from events.codebook import EventType
from tests.ingest.coding.coded import parts, told


@pytest.mark.parametrize(
    ("text", "guest", "host"),
    [
        (
            "وقّع مستشار الأمن القومي قاسم الأعرجي ووزير الداخلية السوري أنس خطاب في بغداد اليوم الثلاثاء مذكرة أمنية. "
            "واستقبل رئيس الوزراء محمد شياع السوداني لاحقا الوزير السوري والوفد المرافق.",
            "p_khattab",
            "p_sudani",
        ),
        (
            "وقّع مستشار الأمن القومي قاسم الأعرجي ووزير الداخلية السوري أنس خطاب في بغداد اليوم الثلاثاء مذكرة أمنية. "
            "وكان الضيف السوري قد التقى أمس رئيس الجمهورية عبد اللطيف رشيد.",
            "p_khattab",
            "p_rashid",
        ),
        (
            "Syrian Interior Minister Anas Khattab signed a security memorandum with his counterpart Abdul Amir "
            "al-Shammari in Baghdad on Tuesday. The Syrian was later received by Prime Minister al-Sudani.",
            "p_khattab",
            "p_sudani",
        ),
    ],
)
def test_who_is_named_again_by_his_country_is_the_guest(text: str, guest: str, host: str) -> None:
    [meeting] = [r for r in told(text) if r.type is EventType.MEETING]
    who = parts(meeting)
    assert (who[guest], who[host]) == ("participant", "host")


def test_a_new_colleague_is_the_holder_of_the_office_on_the_other_side() -> None:
    reports = told(
        "عيّن الشرع حسين السلامة رئيسا لجهاز الاستخبارات العامة في سوريا. ويتوقع أن يزور رئيس جهاز المخابرات العراقي "
        "حميد الشطري دمشق الأسبوع المقبل ليلتقي نظيره الجديد."
    )
    [meeting] = [r for r in reports if r.type is EventType.MEETING]
    assert parts(meeting) == {"p_shatri": "participant", "p_salama": "host"}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "كشف المتحدث باسم وزارة الهجرة والمهجرين العراقية علي عباس جهانكير، اليوم، أن الوزارة تستعد لإعادة دفعة من "
            "العائلات العراقية من مخيم الهول إلى مخيم الجدعة الشهر المقبل.",
            "initiator",
        ),
        (
            "Migration ministry undersecretary Karim al-Nouri said the ministry is preparing to bring back 200 Iraqi "
            "families from al-Hol camp in Syria next week.",
            "initiator",
        ),
    ],
)
def test_the_ministry_of_him_who_tells_does_it(text: str, part: str) -> None:
    [report] = told(text)
    assert parts(report)["iq_momd"] == part


@pytest.mark.parametrize(
    "text",
    [
        "رحّلت السلطات العراقية 45 سوريا دخلوا البلاد بطريقة غير شرعية عبر منفذ القائم.",
        "أعلنت وزارة الداخلية العراقية منح العمال السوريين المخالفين لشروط الإقامة مهلة شهر لتسوية أوضاعهم دون غرامات.",
        "أوقفت قوات الحدود العراقية 11 شاباً سورياً حاولوا العبور من سوريا بحثاً عن عمل.",
        "Iraq on Sunday deported 31 Syrian nationals who had entered without papers via al-Qaim crossing.",
    ],
)
def test_who_has_no_papers_or_seeks_work_is_a_migrant(text: str) -> None:
    [report] = told(text)
    assert parts(report)["pop_migrants"] == "target"


def test_a_time_may_stand_between_giver_and_receiver() -> None:
    [report] = told("سلّمت قوات سوريا الديمقراطية، أمس الخميس، السلطات العراقية 32 متهماً بالانتماء إلى داعش.")
    assert parts(report)["iq_gov"] == "host"


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("هاجم مسلحون يرجح انتماؤهم إلى داعش نقطة لحرس الحدود العراقي قرب سنجار عند الحدود السورية.", "isis"),
        ("هاجم مسلحون مجهولون نقطة لحرس الحدود العراقي قرب سنجار عند الحدود السورية.", "مسلحون مجهولون"),
        (
            "Gunmen believed to belong to the Islamic State attacked an Iraqi border guard post near Sinjar on the "
            "Syrian border on Monday.",
            "isis",
        ),
    ],
)
def test_gunmen_are_whom_they_are_believed_to_be_of(text: str, attacker: str) -> None:
    [report] = told(text)
    assert [who for who, part in parts(report).items() if part == "initiator"] == [attacker]
