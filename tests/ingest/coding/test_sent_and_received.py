"""Troops sent, guests received, factions over the line, totals a sentence away from their verb. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.coding.coded import parts, told

DAY = dt.date(2026, 2, 24)
"""A Tuesday."""


@pytest.mark.parametrize(
    "text",
    [
        "BAGHDAD - The Iraqi army moved three battalions to the Syrian frontier on Sunday, as worries mounted about "
        "ISIS prisoners escaping from a jail in Hasakah.",
        "بغداد - دفع الجيش العراقي بلواءين إلى الشريط الحدودي مع سوريا، الأحد، وسط مخاوف من فرار سجناء داعش من سجون "
        "الحسكة.",
        "بغداد - أرسلت وزارة الدفاع العراقية ثلاثة أفواج إلى الحدود مع سوريا، الأحد، بعد أنباء عن نقل معتقلي داعش.",
    ],
)
def test_formations_are_sent_whoever_fled(text: str) -> None:
    assert [(r.type.value, r.date) for r in told(text, DAY)] == [("border_measure", dt.date(2026, 2, 22))]


@pytest.mark.parametrize(
    "text",
    [
        "DAMASCUS - Interior Minister Anas Khattab flew back to Damascus on Monday. Later in the day he hosted a "
        "delegation from Iraq's Interior Ministry to discuss the border.",
        "عاد وزير الداخلية السوري أنس خطاب إلى دمشق يوم الاثنين. واستقبل في مكتبه وفداً من وزارة الداخلية العراقية "
        "لبحث ملف الحدود.",
    ],
)
def test_he_who_receives_a_delegation_is_its_host(text: str) -> None:
    meeting = next(r for r in told(text, DAY) if r.type.value == "meeting")
    assert parts(meeting) == {"p_khattab": "host", "iq_moi": "participant"}
    assert meeting.place is not None and meeting.place.id == "damascus"


def test_who_was_helped_home_went_home() -> None:
    text = (
        "ERBIL - UNHCR on Monday helped 214 Syrian refugees living in the Kurdistan Region of Iraq to go home "
        "through the Peshkhabur border point."
    )
    (report,) = told(text, DAY)
    assert (report.type.value, report.modality.value) == ("repatriation", "done")
    assert [(c.value, c.scope.value) for c in report.counts] == [(214, "batch")]


def test_camp_dwellers_are_nobody_who_was_arrested() -> None:
    text = (
        "HASAKAH - The Asayish arrested on Monday four people inside al-Hol camp accused of planning to smuggle "
        "ISIS families towards the Iraqi border. The camp houses about 34,600 people, among them some 13,300 Iraqis."
    )
    (report,) = told(text, DAY)
    assert [(c.value, c.unit.value) for c in report.counts] == [(4, "arrested")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وصلت دفعة جديدة من مخيم الهول إلى مخيم الجدعة أمس ضمت 210 عائلات عراقية. وتخطى عدد الذين أعيدوا منذ "
            "عام 2021 حاجز 18 ألفاً.",
            (18000, "at_least"),
        ),
        (
            "عبرت 310 عائلات سورية، الاثنين، معبر فيشخابور إلى إقليم كردستان. وناهز عدد من استقبلهم الإقليم منذ "
            "السبت 4 آلاف شخص.",
            (4000, "approx"),
        ),
    ],
)
def test_how_exact_a_total_is_stands_far_before_it(text: str, expected: tuple[int, str]) -> None:
    assert expected in [(c.value, c.kind.value) for c in told(text, DAY)[0].counts]


def test_a_year_before_thousands_is_a_year() -> None:
    text = (
        "عبرت 64 عائلة سورية، الاثنين، معبر فيشخابور إلى إقليم كردستان. وسبق للإقليم أن استقبل في تشرين الأول 2019 "
        "آلاف النازحين من سري كانيه عبر المعبر نفسه."
    )
    assert 2_019_000 not in [c.value for r in told(text, DAY) for c in r.counts]


@pytest.mark.parametrize(
    "text",
    [
        "بغداد - قال مصدران أمنيان عراقيان إن 300 مقاتل على الأقل من منظمة بدر وحركة النجباء دخلوا سوريا، الأحد، من "
        "طريق غير رسمي.",
        "BAGHDAD - At least 300 fighters from the Badr Organization and Harakat al-Nujaba entered Syria from Iraq "
        "on Sunday, two security sources said.",
    ],
)
def test_men_of_a_faction_over_the_line_are_an_incident(text: str) -> None:
    (report,) = told(text, DAY)
    assert (report.type.value, report.date) == ("incident", dt.date(2026, 2, 22))
    assert parts(report) == {"badr": "initiator", "nujaba": "initiator"}
    assert [(c.value, c.kind.value) for c in report.counts] == [(300, "at_least")]


def test_a_voice_that_asks_not_to_be_named_tells_news() -> None:
    text = (
        "تحدّث ضابط في حرس الحدود العراقي، طلب عدم ذكر اسمه، عن اعتقال ستة أشخاص يحملون الجنسية السورية، مساء السبت "
        "الماضي، أثناء محاولتهم التسلل قرب بلدة سنوني."
    )
    (report,) = told(text, DAY)
    assert (report.type.value, report.date) == ("border_operation", dt.date(2026, 2, 21))


def test_a_drone_out_of_syrian_airspace_comes_over_the_line() -> None:
    text = (
        "أسقطت قوات حرس الحدود العراقية، الجمعة، طائرة مسيرة قادمة من "
        "الأجواء السورية تحمل أربعة كيلوغرامات من الكريستال في ناحية زمار."
    )
    (report,) = told(text, DAY)
    assert (report.type.value, report.place and report.place.id) == ("border_operation", "zummar")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "تقدمت قوات الحكومة إلى مناطق قسد في كانون الثاني الماضي. ففي 19 من ذلك الشهر، فر نحو 200 محتجز من سجن "
            "الشدادي قرب الحدود العراقية.",
            dt.date(2026, 1, 19),
        ),
        (
            "ERBIL - Nechirvan Barzani spoke by phone with Mazloum Abdi on Saturday. The call came two days after "
            "Ilham Ahmed, co-chair of foreign relations in the Kurdish-led administration in northeast Syria, met "
            "Prime Minister Masrour Barzani in Erbil.",
            dt.date(2026, 2, 19),
        ),
    ],
)
def test_days_told_from_what_was_named_before(text: str, day: dt.date) -> None:
    assert day in [r.date for r in told(text, DAY)]


def test_the_batch_that_will_enter_is_the_one_that_is_prepared_for() -> None:
    text = (
        "نينوى - كشف مصدر حكومي عن استكمال التحضيرات لاستقبال دفعة جديدة من العوائل العراقية القاطنة في مخيم الهول "
        "السوري. وقال إن الدفعة من المقرر أن تدخل عبر منفذ ربيعة يوم الثلاثاء المقبل وتضم 210 عائلات."
    )
    (report,) = told(text, DAY)
    assert (report.type.value, report.modality.value, report.date) == ("repatriation", "planned", dt.date(2026, 3, 3))


@pytest.mark.parametrize(
    ("text", "cast", "way"),
    [
        (
            "تسلم العراق من سوريا تسعة مطلوبين، الاثنين، بينهم ستة بقضايا إرهاب، وثلاثة بقضايا مخدرات.",
            {"iq_gov": "host", "pop_suspects": "target"},
            ("c_sy", "c_iq"),
        ),
        (
            "استلمت السلطات السورية من الجانب العراقي 12 سجيناً سورياً، الاثنين، عبر معبر البوكمال.",
            {"sy_gov": "host", "iq_gov": "initiator", "pop_suspects": "target"},
            ("c_iq", "c_sy"),
        ),
        (
            "السلطات السورية تسلّم العراق خمسة مطلوبين الاثنين.",
            {"sy_gov": "initiator", "iq_gov": "host", "pop_suspects": "target"},
            ("c_sy", "c_iq"),
        ),
        (
            "Syria received 12 Syrian convicts from the Iraqi authorities on Monday through al-Bukamal.",
            {"sy_gov": "host", "iq_gov": "initiator", "pop_suspects": "target"},
            ("c_iq", "c_sy"),
        ),
    ],
)
def test_who_hands_over_and_who_receives(text: str, cast: dict[str, str], way: tuple[str, str]) -> None:
    (report,) = told(text, DAY)
    assert parts(report) == cast
    assert (report.origin and report.origin.id, report.destination and report.destination.id) == way


def test_the_rest_of_a_list_of_charges_is_counted() -> None:
    text = "تسلم العراق من سوريا تسعة مطلوبين، الاثنين، بينهم ستة بقضايا إرهاب، وثلاثة بقضايا مخدرات."
    assert [(c.value, c.unit.value) for c in told(text, DAY)[0].counts] == [
        (9, "detainees"),
        (6, "detainees"),
        (3, "detainees"),
    ]


def test_whom_a_force_killed_is_counted_behind_it() -> None:
    text = "قتلت قوة من حرس الحدود العراقي ثلاثة مهربين على الحدود مع سوريا، الاثنين."
    assert [(c.value, c.unit.value) for c in told(text, DAY)[0].counts] == [(3, "killed")]


def test_syrians_deported_to_their_country_went_home() -> None:
    (report,) = told("BAGHDAD - Iraq deported 45 Syrians to their country on Monday.", DAY)
    assert (report.type.value, [c.value for c in report.counts]) == ("repatriation", [45])


def test_those_who_are_shot_at_are_the_target() -> None:
    text = "DAMASCUS - Syrian border guards were shot at from Iraq near Albukamal on Monday, wounding one soldier."
    assert parts(told(text, DAY)[0])["sy_border_guard"] == "target"


def test_an_amnesty_for_men_who_fled_tells_no_flight_of_that_day() -> None:
    text = "دمشق - أصدر الرئيس السوري عفواً عن الجنود الذين فروا إلى العراق أمس الاثنين."
    assert [r.type.value for r in told(text, DAY)] == ["amnesty"]
    dated = "دمشق - أصدر الرئيس السوري أمس الاثنين عفواً عن الجنود الذين فروا إلى العراق في 7 كانون الأول."
    assert [(r.type.value, r.background) for r in told(dated, DAY)] == [("refuge", True), ("amnesty", False)]


def test_sides_of_a_fight_far_away_do_not_take_part() -> None:
    text = (
        "أعلنت وزارة الخارجية الأردنية، الاثنين، إرجاء الاجتماع الأمني لدول جوار سوريا الذي كان مقرراً الأربعاء في "
        "العاصمة عمان، جراء التصعيد العسكري بين إسرائيل وإيران. وقالت إن الاجتماع كان سيضم رؤساء أركان الأردن "
        "وتركيا وسوريا والعراق ولبنان."
    )
    assert not {"il", "ir"} & parts(told(text, DAY)[0]).keys()


def test_the_two_ministers_are_those_named_before() -> None:
    text = (
        "أعلنت وزارة الخارجية العراقية، الاثنين، تأجيل زيارة وزير الخارجية السوري أسعد الشيباني إلى بغداد، التي "
        "كانت مقررة غداً. وأضافت أن وزير الخارجية فؤاد حسين أجرى أمس اتصالاً هاتفياً مع الشيباني. وعقد الوزيران أول "
        "لقاء بينهما في الرياض في 12 كانون الثاني الماضي."
    )
    first = next(r for r in told(text, DAY) if r.place is not None and r.place.id == "riyadh")
    assert parts(first) == {"p_shaibani": "participant", "p_fuad_hussein": "participant"}


def test_an_evacuation_that_began_and_will_go_on_is_under_way() -> None:
    text = (
        "قال مسؤول أمني سوري إن القوات الأميركية بدأت الانسحاب من قاعدة قسرك في ريف الحسكة قرب الحدود العراقية. "
        "وأضاف أن عملية الإخلاء انطلقت الاثنين وستستمر أسابيع عدة."
    )
    assert "planned" not in [r.modality.value for r in told(text, DAY)]


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        (
            "BAGHDAD - Iraqi and Syrian border commanders met at the al-Qaim crossing on Monday.",
            {"iq_gov": "host", "sy_gov": "participant"},
        ),
        (
            "بغداد - التقى قائد قوات الحدود العراقي محمد سكر نظيره السوري في دمشق، الاثنين.",
            {"p_sukkar": "participant", "sy_border_guard": "host"},
        ),
        (
            "BAGHDAD - The Iraqi army moved three battalions to the Syrian frontier on Monday. Interior Minister "
            "Anas Khattab hosted a delegation from Iraq's Interior Ministry in Damascus the same day.",
            {"iq_army": "initiator"},
        ),
    ],
)
def test_men_of_the_line_and_their_counterparts(text: str, cast: dict[str, str]) -> None:
    assert parts(told(text, DAY)[0]) == cast


def test_how_many_is_nobodys_name() -> None:
    text = "عاد إلى سوريا منذ مطلع العام 12 ألف لاجئ من العراق، بحسب المفوضية، بينهم 320 أمس الاثنين عبر منفذ القائم."
    assert parts(told(text, DAY)[0]) == {"pop_refugees": "target"}
