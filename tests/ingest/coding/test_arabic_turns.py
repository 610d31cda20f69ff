"""Turns of Arabic news in made-up texts: another man rung as well, a gate by its pronoun, days in pairs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from events.reports import Report
from ingest.coding.arabic import fold
from ingest.coding.coder import code_article
from ingest.coding.dates import find_days
from ingest.coding.lexicon import shipped
from tests.ingest.coding.coded import DAY, parts, told


def headed(title: str, text: str) -> tuple[Report, ...]:
    return code_article(title, text, DAY, "ar", shipped()).reports


def kinds(reports: Sequence[Report]) -> list[str]:
    return sorted(r.type.value for r in reports)


def test_a_headline_of_a_call_makes_what_they_discussed_that_call() -> None:
    found = headed(
        "حسين والشيباني يناقشان هاتفياً ضبط الحدود",
        "ناقش وزير الخارجية العراقي فؤاد حسين، اليوم الثلاثاء، مع نظيره السوري أسعد الشيباني ضبط الحدود المشتركة.\n"
        "وقالت الخارجية إن حسين أجرى اتصالاً هاتفياً مع الشيباني بحثا فيه ملف مخيم الهول وأمن الحدود.",
    )
    assert kinds(found) == ["call"]


def test_another_man_rung_as_well_is_another_call() -> None:
    found = told(
        "أجرى رئيس الوزراء العراقي محمد شياع السوداني، اليوم الثلاثاء، اتصالاً هاتفياً "
        "بالرئيس السوري أحمد الشرع بحثا فيه أمن الحدود.\n"
        "وأجرى السوداني كذلك اتصالاً هاتفياً بقائد قوات سوريا الديمقراطية مظلوم عبدي تناول "
        "أمن السجون في شمال شرق سوريا."
    )
    calls = [set(parts(r)) for r in found if r.type.value == "call"]
    assert len(calls) == 2 and calls[1] == {"p_mazloum", "p_sudani"}


def test_who_goes_with_a_letter_meets() -> None:
    (report,) = told(
        "يتوجه وزير الخارجية العراقي فؤاد حسين، غداً الأربعاء، إلى دمشق للقاء الرئيس السوري "
        "أحمد الشرع حاملاً رسالة من السوداني تتعلق بأمن الحدود بين البلدين."
    )
    assert (report.type.value, report.place.id if report.place else None) == ("meeting", "damascus")


def test_where_those_who_fled_were_taken_is_no_return() -> None:
    found = told(
        "عبرت 90 عائلة سورية، اليوم الثلاثاء، معبر سيمالكا إلى إقليم كردستان هرباً من القصف في ريف الحسكة.\n"
        "وقال مسؤول محلي إن عدد هؤلاء يبلغ 400 شخص، وقد نقلوا جميعاً إلى مخيم دوميز."
    )
    assert kinds(found) == ["refuge"]


def test_a_level_of_representation_raised_is_a_change_of_mission() -> None:
    found = told(
        "اتصل رئيس الوزراء العراقي محمد شياع السوداني، اليوم الثلاثاء، بالرئيس السوري أحمد الشرع وبحثا أمن الحدود.\n"
        "وفي السياق نفسه، قرر مجلس الوزراء العراقي الأحد الماضي رفع مستوى تمثيل بلاده في دمشق إلى درجة سفير."
    )
    assert "diplomatic_status" in kinds(found)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("سيغلق المعبر يومي الجمعة والسبت المقبلين", "2025-10-17", "2025-10-18"),
        ("توقفت الحركة يومي الأحد والاثنين الماضيين", "2025-10-12", "2025-10-13"),
    ],
)
def test_two_weekdays_told_as_a_pair(words: str, first: str, last: str) -> None:
    (day,) = find_days(fold(words).text, DAY)
    assert (str(day.date), str(day.last)) == (first, last)


def test_what_was_found_on_a_day_was_not_told_on_it() -> None:
    (report,) = told(
        "أوضح مراسلنا أن دورية من الأمن العام السوري كشفت نفقاً، أمس الاثنين، قرب قرية الهري "
        "بريف البوكمال على الحدود العراقية وصادرت منه 20 بندقية."
    )
    assert (str(report.date), report.date_precision.value) == ("2025-10-13", "day")


def test_a_day_behind_a_further_verb_to_come_is_not_of_what_was_done() -> None:
    found = told(
        "افتتحت هيئة المنافذ العراقية، اليوم الثلاثاء، منفذ ربيعة الحدودي مع سوريا أمام المسافرين.\n"
        "وذكرت الهيئة أن الافتتاح جرى بحضور مسؤولين سوريين، وسيبدأ العمل بجدول موحد للرسوم يوم الأحد المقبل."
    )
    assert [(r.type.value, r.modality.value) for r in found] == [("crossing_status", "done")]


def test_a_gate_by_a_pronoun_opened_after_it_was_shut() -> None:
    found = told(
        "نفت هيئة المنافذ العراقية، اليوم الثلاثاء، إغلاق منفذ القائم الحدودي مع سوريا.\n"
        "ويعد المعبر المنفذ البري الوحيد بين البلدين، وقد أعيد فتحه في 14 حزيران الماضي، بعد "
        "أن أغلقته السلطات العراقية في 8 كانون الأول 2024 عقب سقوط الأسد."
    )
    days = {str(r.date): r.status.value for r in found if r.background and r.status}
    assert days == {"2025-06-14": "open", "2024-12-08": "closed"}


def test_a_tour_of_headline_and_lead_is_the_news() -> None:
    found = headed(
        "رئيس أركان الجيش العراقي يتفقد الشريط الحدودي مع سوريا في سنجار",
        "تفقد رئيس أركان الجيش العراقي عبد الأمير يارالله، اليوم الثلاثاء، القطعات على الشريط "
        "الحدودي العراقي السوري ضمن قضاء سنجار.\n"
        "واستمع إلى شرح عن سير الواجبات.\n"
        "وكرم خلال الجولة مقاتلين أحبطوا، السبت الماضي، محاولة تسلل شخصين من الأراضي السورية.",
    )
    assert "statement" in kinds(found)


def test_a_move_that_an_interview_judges_is_its_subject() -> None:
    found = headed(
        "إلهام أحمد: نقل معتقلي داعش إلى العراق لا ينهي المشكلة",
        "قالت إلهام أحمد إن نقل معتقلي داعش من شمال شرق سوريا إلى العراق جاء بسبب الهجمات على السجون.\n"
        "جاء حديث إلهام أحمد في مقابلة مع وكالتنا، اليوم، في مدينة الحسكة، دعت فيها إلى محكمة دولية لعناصر التنظيم.",
    )
    assert [(r.type.value, r.place.id if r.place else None) for r in found] == [("statement", "hasakah_city")]


def test_who_is_kept_from_going_over_is_kept_back_at_the_line() -> None:
    found = told(
        "بحث السوداني مع مظلوم عبدي هاتفياً، اليوم الثلاثاء، ما جرى في سجن الشدادي بعد فرار معتقلين منه.\n"
        "ومنعت قوات حرس الحدود العراقية، اليوم، عشرات الشبان من العبور إلى الأراضي السورية."
    )
    kept = next(r for r in found if r.type.value == "border_operation")
    assert kept.place is not None and kept.place.id == "border_iq_sy"


def test_the_crossing_that_a_later_sentence_of_the_batch_names() -> None:
    found = told(
        "غادرت، اليوم الثلاثاء، دفعة من العائلات العراقية مخيم الهول متجهة إلى مخيم الجدعة في نينوى.\n"
        "وقال مصدر إن الدفعة تضم 180 عائلة.\n"
        "وأضاف أن عدداً من المسجلين تخلف لأسباب صحية.\n"
        "وأشار إلى أن الدفعة خرجت في 20 حافلة دخلت الأراضي العراقية من معبر اليعربية."
    )
    assert found[0].place is not None and found[0].place.id == "x_rabia"


def test_a_pact_that_a_meeting_came_a_day_before() -> None:
    found = told(
        "استقبل نيجيرفان بارزاني، اليوم الثلاثاء، مظلوم عبدي في أربيل وبحثا أمن الحدود بين العراق وسوريا.\n"
        "وكان مسعود بارزاني وعبدي قد عقدا لقاءً في السابع من الشهر الجاري في أربيل، سبق بيوم "
        "توقيع اتفاق وقف إطلاق النار بين دمشق وقسد."
    )
    signed = [r for r in found if r.type.value == "agreement"]
    assert not signed or [r.date for r in signed] == [dt.date(2025, 10, 8)]


def test_those_who_go_home_had_come_on_a_day_of_its_own() -> None:
    found = told(
        "أعلنت قيادة العمليات المشتركة العراقية، اليوم الثلاثاء، إعادة الجنود السوريين عبر منفذ القائم الحدودي.\n"
        "وقالت إن نحو 700 جندي سوري، ممن دخلوا من سوريا إلى العراق عبر المنفذ نفسه في الثالث من الشهر الجاري،"
        " نقلوا من الرطبة باتجاه المنفذ تمهيداً لتسليمهم."
    )
    assert {(r.type.value, str(r.date), r.background) for r in found} >= {("refuge", "2025-10-03", True)}
    assert all(r.type.value != "repatriation" or str(r.date) == "2025-10-14" for r in found)


def test_both_are_told_to_have_signed_a_paper_at_their_talks() -> None:
    found = told(
        "وصل وزير الداخلية السوري أنس خطاب، اليوم الثلاثاء، إلى بغداد وعقد مباحثات مع "
        "نظيره العراقي عبد الأمير الشمري.\n"
        "وتناولت المباحثات ضبط الحدود.\n"
        "وفي ختام اللقاء وقع الوزيران مذكرة تفاهم لمكافحة المخدرات تنص على تسمية ضباط ارتباط."
    )
    assert kinds(found) == ["agreement", "meeting"]


def test_a_guest_meets_others_the_next_day_where_he_was_received() -> None:
    found = told(
        "استقبل مستشار الأمن القومي قاسم الأعرجي، اليوم الثلاثاء، في بغداد وزير الداخلية "
        "السوري أنس خطاب وبحثا ضبط الحدود.\n"
        "ومن المقرر أن يلتقي خطاب، غداً الأربعاء، وزير الداخلية عبد الأمير الشمري."
    )
    planned = next(r for r in found if r.modality.value == "planned")
    assert planned.place is not None and planned.place.id == "baghdad"


def test_families_of_an_iraqi_camp_who_go_to_their_homes_stay_in_the_country() -> None:
    (report,) = told(
        "أعلنت وزارة الهجرة العراقية، اليوم الثلاثاء، إعادة 120 عائلة من العائدين من "
        "مخيم الهول السوري من الجدعة إلى مناطق سكناها الأصلية في نينوى."
    )
    assert report.type.value in ("refuge", "repatriation")
    (inside,) = [
        r
        for r in told(
            "وصلت، اليوم الثلاثاء، 90 عائلة عراقية من مخيم الهول السوري إلى الموصل.\n"
            "وأضافت الوزارة أنها ستبدأ الأسبوع المقبل بإعادة 120 عائلة من الجدعة إلى مناطق سكناها الأصلية في نينوى."
        )
        if r.modality.value == "planned"
    ]
    assert (inside.type.value, inside.place.id if inside.place else None) == ("refuge", "camp_jadaa")


def test_to_whom_a_base_that_is_being_left_will_be_given() -> None:
    found = told(
        "تواصل القوات الأمريكية، اليوم الثلاثاء، إخلاء قاعدة قسرك في ريف الحسكة باتجاه العراق.\n"
        "وقالت مصادر إن الإخلاء بدأ أمس، على أن يجري تسليم القاعدة إلى الجيش السوري."
    )
    assert ("border_measure", "planned") in {(r.type.value, r.modality.value) for r in found}


def test_centres_that_people_are_taken_to_are_no_amnesty() -> None:
    found = told(
        "أعادت السلطات العراقية، اليوم الثلاثاء، 300 جندي سوري إلى بلادهم عبر معبر القائم.\n"
        "وتسلمت السلطات السورية العائدين ونقلتهم إلى مراكز التسوية في دير الزور."
    )
    assert kinds(found) == ["repatriation"]


def test_what_is_denied_is_said_to_have_begun_on_its_day() -> None:
    found = told(
        "نفى مصدر في هيئة المنافذ العراقية، اليوم الثلاثاء، ما أشيع عن إغلاق معبر القائم الحدودي مع سوريا منذ أول أمس."
    )
    denied = next(r for r in found if r.modality.value == "denied")
    assert (denied.type.value, str(denied.date)) == ("crossing_status", "2025-10-12")


def test_soldiers_who_came_in_are_lodged_in_a_camp_and_did_not_leave_it() -> None:
    found = told(
        "أعادت السلطات العراقية، اليوم الثلاثاء، ضباطاً وجنوداً من الجيش السوري السابق إلى سوريا عبر معبر القائم.\n"
        "ودخل نحو ألف عسكري من قوات النظام إلى الأراضي العراقية في 2 من تشرين الأول الحالي،"
        " وأسكنتهم السلطات في مخيم قرب مدينة الرطبة غربي الأنبار."
    )
    came = next(r for r in found if r.type.value == "refuge")
    assert (came.origin.id if came.origin else None) == "c_sy"
    assert (came.destination.id if came.destination else None) == "camp_rutba"
