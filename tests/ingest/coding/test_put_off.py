"""Put off, denied beside the news, told by who did it, agreed at talks; other borders, outlets, bases. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import parts, told

DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "قال مصدر في وزارة الداخلية السورية إن اجتماع اللجنة الأمنية السورية العراقية المشتركة "
            "الذي كان مقرراً عقده في "
            "دمشق يوم الأربعاء 4 آذار أُرجئ إلى الأربعاء 18 آذار القادم بناء على طلب الجانب العراقي.",
            ["2026-03-04", "2026-03-18"],
        ),
        (
            "A meeting of Iraqi and Syrian border commanders at al-Qaim due on March 5 has been "
            "postponed to March 19, the "
            "Iraqi Defence Ministry said.",
            ["2026-03-05", "2026-03-19"],
        ),
    ],
)
def test_what_is_put_off_is_planned_for_its_new_day(text: str, days: list[str]) -> None:
    found = {(r.type.value, r.modality.value, str(r.date)) for r in told(text, DAY)}
    assert found == {("meeting", "cancelled", days[0]), ("meeting", "planned", days[1])}


def test_the_coming_day_of_a_month_is_of_this_year_while_it_is_to_come() -> None:
    text = "من المقرر أن يزور وزير الخارجية السوري أسعد الشيباني بغداد في 18 آذار المقبل لبحث أمن الحدود."
    assert told(text, DAY)[0].date == dt.date(2026, 3, 18)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "قال المتحدث باسم وزارة الهجرة العراقية علي عباس جهانكير إن الوزارة تستعد لنقل دفعة أخرى "
            "من 200 عائلة من مخيم "
            "الهول أواخر نيسان المقبل، نافياً في الوقت نفسه ما أشيع عن إعادة عوائل من مخيم روج خلال الشهر الحالي.",
            ("repatriation", "camp_roj", "p_ali_abbas"),
        ),
        (
            "قال قائد قوات الحدود الفريق محمد عبد الوهاب سكر إن طول الجدار على الحدود مع سوريا بلغ "
            "400 كيلومتر، نافياً ما "
            "تداولته صفحات عن انسحاب اللواء السادس من محيط القائم.",
            ("border_measure", "qaim", "p_sukkar"),
        ),
    ],
)
def test_what_is_denied_beside_the_news_is_an_event_of_its_own(text: str, denied: tuple[str, str, str]) -> None:
    one = next(r for r in told(text, DAY) if r.modality.value == "denied")
    assert one.place is not None and one.claimant is not None
    assert (one.type.value, one.place.id, one.claimant.actor) == denied


def test_what_stands_still_since_a_day_is_suspended() -> None:
    text = (
        "قال وكيل وزارة الهجرة العراقية كريم النوري، إن قوافل الإعادة من مخيم الهول متوقفة منذ تغير "
        "السيطرة على المخيم في "
        "21 من كانون الثاني الماضي."
    )
    one = told(text, DAY)[0]
    assert (one.type.value, one.modality.value, one.date) == ("repatriation", "cancelled", dt.date(2026, 1, 21))


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        (
            "أكدت قيادة العمليات المشتركة العراقية، اليوم، أنها سلّمت دمشق الأسبوع الماضي معلومات "
            "دقيقة عن ثلاثة مخابئ "
            "للسلاح في البادية السورية.",
            "iq_joc",
        ),
        (
            "The Iraqi National Intelligence Service said it had handed Damascus a list of 40 wanted men of the "
            "Islamic State.",
            "iq_inis",
        ),
    ],
)
def test_who_tells_of_its_own_act_did_it(text: str, giver: str) -> None:
    cast = parts(told(text, DAY)[0])
    assert (cast[giver], cast["sy_gov"]) == ("initiator", "participant")


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


def test_earlier_talks_are_where_they_were_whoever_travelled_later() -> None:
    text = (
        "أنهى وفد عراقي يترأسه حميد الشطري زيارة إلى دمشق أمس. وكان الشطري قد التقى الشرع هناك في 26 "
        "كانون الأول الماضي بحضور "
        "وزير الخارجية أسعد الشيباني. كما زار الشيباني بغداد في 14 شباط وأجرى محادثات مع نظيره فؤاد حسين."
    )
    found = {str(r.date): (r.place and r.place.id, "p_fuad_hussein" in parts(r)) for r in told(text, DAY)}
    assert found["2025-12-26"] == ("damascus", False)
    assert found["2026-02-14"] == ("baghdad", True)


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


def test_a_visit_that_somebody_put_off_is_called_off() -> None:
    text = "أرجأ وزير الداخلية العراقي عبد الأمير الشمري زيارته إلى دمشق التي كانت مقررة غداً."
    one = told(text, DAY)[0]
    assert (one.modality.value, one.date, parts(one)) == (
        "cancelled",
        dt.date(2026, 3, 3),
        {"p_shammari": "participant"},
    )


def test_what_is_put_off_to_a_week_had_no_known_day() -> None:
    text = "أعلنت وزارة الدفاع العراقية تأجيل اجتماع اللجنة العسكرية المشتركة مع سوريا إلى الأسبوع المقبل."
    found = {(r.modality.value, str(r.date), str(r.date_precision and r.date_precision.value)) for r in told(text, DAY)}
    assert found == {("cancelled", "2026-03-01", "month"), ("planned", "2026-03-09", "week")}


def test_who_leads_a_delegation_is_of_its_state() -> None:
    text = "اجتمع وفد أمني عراقي برئاسة وكيل وزارة الداخلية مع مسؤولين سوريين في دمشق الأحد لبحث ملف المفقودين."
    assert parts(told(text, DAY)[0]) == {"iq_moi": "participant", "sy_gov": "host"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Iraq and Syria agreed to exchange lists of wanted persons during a meeting in Damascus on Sunday.",
            "damascus",
        ),
        ("Iraq and Syria agreed to reopen the Rabia crossing during talks in Baghdad on Sunday.", "baghdad"),
    ],
)
def test_what_was_agreed_at_talks_is_what_came_of_them(text: str, place: str) -> None:
    (one,) = told(text, DAY)
    assert (one.type.value, one.modality.value, one.place and one.place.id) == ("meeting", "done", place)


def test_those_who_told_each_other_both_take_part() -> None:
    text = "تبادل الجيش العراقي والجيش السوري معلومات عن تحركات داعش عبر مركز التنسيق في بغداد."
    cast = parts(told(text, DAY)[0])
    assert (cast["iq_army"], cast["sy_army"]) == ("initiator", "participant")


def test_whom_a_force_killed_inside_the_other_country_is_the_target_there() -> None:
    text = "قتلت القوات العراقية قيادياً في داعش داخل سوريا بالتنسيق مع التحالف الدولي."
    one = told(text, DAY)[0]
    assert one.place is not None
    assert (one.place.id, parts(one)["isis"]) == ("c_sy", "target")


@pytest.mark.parametrize(
    "text",
    [
        "قال مصدر أمني عراقي إن ثلاثة صواريخ أطلقت من داخل الأراضي العراقية باتجاه قاعدة أمريكية في سوريا مساء أمس.",
        "Three rockets were fired from Iraq at a US base in northeastern Syria on Sunday.",
    ],
)
def test_whose_base_was_hit_is_the_target(text: str) -> None:
    one = told(text, DAY)[0]
    assert (one.type.value, parts(one)) == ("incident", {"us_forces": "target"})


def test_the_side_from_which_it_came_was_not_hit() -> None:
    text = "استشهد جندي عراقي وأصيب اثنان بنيران قناص من الجانب السوري قرب ربيعة."
    assert parts(told(text, DAY)[0]) == {"iq_army": "target"}
