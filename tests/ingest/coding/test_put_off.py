"""Put off to another day, denied beside the news, standing still. Made-up news."""

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
