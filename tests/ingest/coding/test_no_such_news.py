"""What reads like an event and is none: other borders, outlets, digs, proposals, men sent. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import told

DAY = dt.date(2026, 3, 2)


def test_who_tells_the_press_by_phone_made_no_call() -> None:
    text = (
        "قال مازن علوش مدير العلاقات في هيئة المنافذ السورية لرويترز عبر الهاتف إن معبر البوكمال مع "
        "العراق استأنف العمل اليوم."
    )
    assert [r.type.value for r in told(text, DAY)] == ["crossing_status"]


@pytest.mark.parametrize(
    "text",
    [
        "زار وزير الداخلية العراقي عبد الأمير الشمري الشريط الحدودي مع إيران في ديالى ووجه بنصب "
        "كاميرات حرارية، وقال إن "
        "التجربة التي نجحت على الحدود مع سوريا ستطبق شرقاً.",
        "Iraqi Interior Minister Abdul Amir al-Shammari on Thursday inspected the border strip with "
        "Iran in Diyala province, "
        "where he ordered more thermal cameras. He said that the model which proved its worth on the "
        "border with Syria would "
        "be applied in the east and that 90 kilometers of fence would be built in Diyala and Wasit.",
    ],
)
def test_what_is_done_at_another_border_is_no_news_of_the_two(text: str) -> None:
    assert told(text, DAY) == ()


def test_an_interview_with_an_outlet_is_no_meeting() -> None:
    text = (
        "وقال محافظ الحسكة نور الدين أحمد عيسى خلال لقاء مع رووداو أمس الثلاثاء إن وفداً من المحافظة "
        "سيزور دهوك قريباً لبحث "
        "ترتيبات معبر سيمالكا بين سوريا وإقليم كوردستان العراق."
    )
    assert [(r.type.value, r.modality.value) for r in told(text, DAY)] == [("meeting", "planned")]


@pytest.mark.parametrize(
    "text",
    [
        "علماء آثار يكشفون ألواحاً مسمارية في العراق. وتتحدث الرسائل بين ملك بابل وحاكم ماري الواقعة "
        "اليوم في سوريا عن تسليم "
        "أسرى وحماية القوافل عند الحدود.",
        "بحث وزير الثقافة العراقي مع نظيره السوري في بغداد أمس إقامة معرض مشترك للكتاب واتفاقية لحماية حقوق النشر.",
        "The Syrian and Iraqi education ministers met in Baghdad on Sunday and discussed the "
        "recognition of university degrees.",
    ],
)
def test_digs_and_culture_and_schools_are_no_news_of_security(text: str) -> None:
    assert told(text, DAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Border guard brigades and intelligence units were sent to Syria's borders with Iraq and Lebanon on Sunday.",
        "Syria sent border guard brigades and intelligence units to its border with Iraq on Sunday.",
    ],
)
def test_intelligence_units_are_men_and_nothing_told(text: str) -> None:
    one = told(text, DAY)[0]
    assert (one.type.value, one.place and one.place.id) == ("border_measure", "border_iq_sy")


def test_what_is_proposed_is_not_agreed() -> None:
    text = "Iraqi National Security Adviser Qasim al-Araji proposed that Iraq and Syria set up a joint operations room."
    assert "agreement" not in {r.type.value for r in told(text, DAY)}


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian president named an electoral committee on Sunday. Two of its members had fled to Iraq in 2013.",
        "عيّنت الحكومة الكورية اليوم سفيرين جديدين في بغداد ودمشق ضمن حركة دبلوماسية تشمل ثماني دول، "
        "وقالت سيول إنهما يباشران عملهما الشهر المقبل.",
        "سلّم العراق اليوم خمسة سجناء إيرانيين إلى بلادهم عبر منفذ زرباطية وفق اتفاقية نقل المحكومين مع طهران، "
        "ولا تشمل الاتفاقية نزلاء الجنسيات الأخرى كالسورية والمصرية.",
    ],
)
def test_committees_foreign_envoys_and_other_gates_are_not_of_the_file(text: str) -> None:
    assert told(text, DAY) == ()


def test_the_chair_of_a_committee_is_an_office() -> None:
    text = (
        "Iraq's prime minister on Sunday appointed committee chairman Qasim al-Araji as national security adviser. "
        "He will visit Syria this week."
    )
    assert "appointment" in {r.type.value for r in told(text, DAY)}
