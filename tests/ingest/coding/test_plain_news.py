"""What ordinary news says its own way: who carries whom, two as one, visits by where they go. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped
from tests.ingest.coding.coded import DAY, parts, told


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Iraqi commandos flew into northeast Syria on Sunday and captured two ISIS suspects, with support from the "
            "coalition.",
            {"joint_operation"},
        ),
        (
            "IOM is assisting 935 Iraqis who returned on 12 October from Al Hol camp in north-east Syria, and were "
            "received by the Government of Iraq at the Jeddah Centre.",
            {"repatriation"},
        ),
        (
            "The U.S. military said Tuesday it has begun transferring Islamic State detainees from Syria to Iraq. The "
            "airlift follows a change of guard at Shaddadi prison, where IS inmates broke out on Sunday.",
            {"detainee_transfer", "incident"},
        ),
        (
            "التقى الشيباني وحسين في بغداد أمس لبحث أمن الحدود بين العراق وسوريا.",
            {"meeting"},
        ),
    ],
)
def test_the_act_is_told_by_who_is_carried_and_who_acts(text: str, kinds: set[str]) -> None:
    assert {r.type.value for r in told(text)} == kinds


@pytest.mark.parametrize(
    ("text", "modality", "place"),
    [
        (
            "أرجأت بغداد زيارة كان من المقرر أن يقوم بها وفد أمني عراقي إلى دمشق اليوم الثلاثاء.",
            "cancelled",
            "damascus",
        ),
        (
            "Baghdad has postponed a visit to Damascus that a delegation was due to make on Tuesday.",
            "cancelled",
            "damascus",
        ),
        (
            "وقال المصدر إن مبعوث بغداد عزت الشابندر سيتولى متابعة الملفات العالقة مع دمشق، ومن المقرر أن يزور العاصمة "
            "السورية الأسبوع المقبل للقاء الرئيس أحمد الشرع.",
            "planned",
            "damascus",
        ),
        (
            "وعلّقت وزارة الهجرة العراقية، في 3 من تشرين الأول الجاري، استقبال الدفعات القادمة من مخيم الهول.",
            "cancelled",
            "camp_hol",
        ),
        (
            "The group, made up of 236 Iraqi families from al-Hol camp in Syria, is the largest to come back to Iraq.",
            "done",
            "camp_hol",
        ),
    ],
)
def test_what_was_halted_and_where_it_was_to_be(text: str, modality: str, place: str) -> None:
    report = told(text)[0]
    assert (report.modality.value, report.place and report.place.id) == (modality, place)


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        (
            "أعاد العراق وسوريا الاثنين فتح معبر ربيعة-اليعربية، خلال مراسم حضرها رئيس هيئة المنافذ الحدودية عمر "
            "الوائلي ومسؤولون من الهيئة العامة للمنافذ والجمارك السورية.",
            "crossing_status",
            {"iq_gov": "initiator", "sy_gov": "initiator", "p_waeli": "participant", "sy_ports": "participant"},
        ),
        (
            "Minister of Interior Anas Khattab on Monday received his Iraqi counterpart, Abdul Amir al-Shammari, in "
            "Damascus, in the presence of the Director of the Drug Control Department, Khaled Eid.\nAt the end of the "
            "meeting, the two ministers signed a memorandum of understanding, the ministry said.",
            "agreement",
            {"p_khattab": "participant", "p_shammari": "participant"},
        ),
        (
            "Some 232 Iraqi families left al-Hol camp in Syria for Iraq on Monday, on the same day as Hamid "
            "al-Shatri's visit to Damascus.",
            "repatriation",
            {"pop_camp_families": "target"},
        ),
        (
            "More than 300 refugees from northeast Syria entered the Kurdistan Region through the Faysh Khabur "
            "crossing on Monday, fleeing fighting between the Syrian army and Kurdish forces, and the Kurdistan "
            "Regional Government registered them.",
            "refuge",
            {"krg": "host", "pop_refugees": "target"},
        ),
        (
            "Agents of the Iraqi General Directorate for Narcotics Affairs broke up a ring in Syria's Homs governorate "
            "and confiscated 400,000 Captagon pills on Monday with the Syrian Drug Control Department.",
            "joint_operation",
            {"iq_gdnc": "initiator", "sy_counternarc": "participant"},
        ),
        (
            "أحبطت قوى الأمن الداخلي السورية، تساندها قوة من حرس الحدود، محاولة تهريب أسلحة عبر الحدود "
            "السورية العراقية.",
            "border_operation",
            {"sy_isf": "initiator", "sy_border_guard": "initiator"},
        ),
    ],
)
def test_two_act_as_one_and_names_beside_them_have_no_part(text: str, kind: str, who: dict[str, str]) -> None:
    reports = told(text)
    assert parts(next(r for r in reports if r.type.value == kind)) == who


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Iraq shares about 618 kilometers of border with Syria, and has built a wall of 400 kilometers along it.",
            [(400, "exact")],
        ),
        ("أعلنت بغداد نقل معتقلي داعش من سوريا إلى العراق، ليرتفع العدد إلى نحو 385 معتقلاً.", [(385, "approx")]),
        (
            "ضبطت مديرية شؤون المخدرات العراقية في عملية مشتركة داخل سوريا أكثر من طن و200 كيلوغرام من الكبتاغون.",
            [(1200, "at_least")],
        ),
        ("نُقلت 200 عائلة عراقية من مخيم الهول إلى العراق، وستستمر الرحلات بوتيرة رحلتين في الشهر.", [(200, "exact")]),
    ],
)
def test_numbers_are_as_exact_as_they_are_said(text: str, counts: list[tuple[float, str]]) -> None:
    assert [(c.value, c.kind.value) for c in told(text)[0].counts] == counts


@pytest.mark.parametrize(
    ("text", "place", "who"),
    [
        (
            "التقى وزير الخارجية العراقي فؤاد حسين نظيره السوري أسعد الشيباني ووزير الخارجية الأردني أيمن الصفدي في "
            "عمان الأحد لبحث أمن الحدود. وتستضيف تركيا في تشرين الثاني المقبل الاجتماع الثاني للآلية.",
            "c_tr",
            {"tr": "host"},
        ),
        (
            "Iraqi Foreign Minister Fuad Hussein met his Syrian counterpart Asaad al-Shaibani in Baghdad on Sunday "
            "to discuss the border. The next round will be held in Damascus in November.",
            "damascus",
            {"p_fuad_hussein": "participant", "p_shaibani": "host"},
        ),
    ],
)
def test_the_next_talks_have_a_host_of_their_own(text: str, place: str, who: dict[str, str]) -> None:
    coming = next(r for r in told(text) if r.modality.value == "planned")
    assert (coming.place and coming.place.id, parts(coming)) == (place, who)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "اجتمع في عمان الأحد وزراء الخارجية الأردني أيمن الصفدي والعراقي فؤاد حسين والسوري أسعد الشيباني "
            "واللبناني يوسف رجي لبحث أمن الحدود.",
            "يوسف رجي",
        ),
        (
            "Jordan's Ayman Safadi, Iraq's Fuad Hussein, Syria's Asaad al-Shaibani and Lebanon's Youssef Rajji met "
            "in Amman on Sunday to discuss the border.",
            "Youssef Rajji",
        ),
    ],
)
def test_ministers_of_a_row_take_part_though_nobody_registered_them(text: str, name: str) -> None:
    assert parts(told(text)[0])[name] == "participant"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "ضبطت المديرية العامة لشؤون المخدرات العراقية مليون حبة في ريف دير الزور بالتعاون مع إدارة مكافحة "
            "المخدرات السورية أمس. وسبق أن ضبطت المديرية في 22 أيلول 370 كيلوغراما من المواد المخدرة في ريف دمشق "
            "بالتعاون مع السلطات السورية.",
            {"iq_gdnc": "initiator", "sy_gov": "participant"},
        ),
        (
            "بحث وزير الداخلية العراقي عبد الأمير الشمري مع نظيره السوري أنس خطاب في بغداد أمس أمن الحدود. وكان "
            "البلدان قد أغلقا المعابر. وفي 14 حزيران أعاد البلدان فتح معبر القائم أمام المسافرين.",
            {"iq_gov": "initiator", "sy_gov": "initiator"},
        ),
    ],
)
def test_whom_a_noun_points_back_to_acts(text: str, who: dict[str, str]) -> None:
    assert parts(next(r for r in told(text) if r.background)) == who


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "أعلنت إدارة معبر سيمالكا الحدودي مع إقليم كردستان العراق، إيقاف حركة عبور المسافرين في الاتجاهين. "
            "وقالت الإدارة في تعميم إن القرار جاء لأسباب فنية. وقال مصدر إن الجانب الآخر أبلغ مسبقاً بالقرار. وفي "
            "مطلع أيار/مايو 2023، أغلقت حكومة إقليم كردستان المعبر لأيام عدة على خلفية خلاف مع الإدارة الذاتية في "
            "سوريا.",
            {"2025-10-14", "2023-05-01"},
        ),
        (
            "Iraq's intelligence chief Hamid al-Shatri held talks in Damascus with Syrian President Ahmad Al Sharaa "
            "on Sunday. Mr Al Shatri, appointed in 2023, flew to Damascus in December 2024 and met Syria's "
            "leadership on December 26 that year.",
            {"2025-10-12", "2024-12-26"},
        ),
        (
            "17 تشرين الأول 2025 م ـ 25 ربيع الآخر 1447 هـ\nسلّم جهاز المخابرات الوطني العراقي، الأحد، جهاز "
            "الاستخبارات العامة السوري قائمة بأسماء مطلوبين من قيادات تنظيم داعش.",
            {"2025-10-12"},
        ),
    ],
)
def test_what_was_long_ago_is_set_apart_and_a_print_date_is_no_day(text: str, days: set[str]) -> None:
    assert {str(r.date) for r in told(text)} == days


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "بحث وزير الخارجية العراقي فؤاد حسين مع نظيره السوري أسعد الشيباني، الاثنين، التطورات الأمنية وأمن "
            "الحدود المشتركة. جاء ذلك في اتصال هاتفي تلقاه حسين من الشيباني، وفق بيان للخارجية العراقية.",
            {"call"},
        ),
        (
            "رحّلت السلطات العراقية، الاثنين، 130 عاملاً سورياً من المخالفين إلى بلادهم عبر معبر القائم. وقال "
            "المصدر إن الجانب السوري تسلمهم بموجب قوائم.",
            {"repatriation"},
        ),
        (
            "أجرى وزير الداخلية العراقي عبد الأمير الشمري الاثنين اتصالا هاتفيا بنظيره السوري أنس خطاب هنأه خلاله "
            "بتوليه منصبه.",
            {"call"},
        ),
        (
            "A visit to Baghdad by Foreign Minister Asaad al-Shaibani, who had been due to meet his Iraqi "
            "counterpart Fuad Hussein on Thursday to discuss detainees and the shared border, has been postponed, "
            "two Iraqi officials said.",
            {"meeting"},
        ),
    ],
)
def test_one_act_is_told_of_its_own_type(text: str, kinds: set[str]) -> None:
    assert {r.type.value for r in told(text)} == kinds


def test_an_event_is_told_once_though_a_model_found_it_again() -> None:
    text = (
        "قال وكيل وزارة الهجرة والمهجرين العراقية كريم النوري، إن العراق متمسك بإغلاق ملف مواطنيه في مخيم الهول.\n"
        "وأضاف النوري في مقابلة مع شبكة رووداو، اليوم الثلاثاء، أن أكثر من 19 ألف عراقي عادوا من المخيم حتى الآن.\n"
        "ووصلت آخر دفعة من العراقيين إلى البلاد في 29 أيلول، وضمت 840 شخصاً خرجوا من المخيم برفقة قوات التحالف الدولي."
    )
    reports = code_article("كريم النوري: نحو 3000 عراقي ما زالوا في مخيم الهول", text, DAY, None, shipped()).reports
    assert len({(r.type, r.date) for r in reports}) == len(reports)


def test_what_a_writer_tells_of_himself_is_no_news() -> None:
    text = (
        "When I first crossed from Syria into Iraq in 2004, the soldier who stamped my passport asked whether I was "
        "mad. Years later, I put the same question to a friend in Damascus.\nSyrians are living through their own "
        "version of Iraq's first years after Saddam Hussein: a hollowed-out army, armed men who answer to nobody, "
        "and soldiers who fled over the border and were sent home. The lesson of Baghdad is that security does not "
        "come from barracks alone, and that men who were dismissed come back with other masters. Damascus should "
        "remember that when it deals with the conscripts of the old regime who took refuge in Iraq last week."
    )
    assert not code_article("Between two rivers", text, DAY, None, shipped()).relevant


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "وصل إلى محافظة نينوى، الأحد، 850 عراقياً قادمين من مخيم الهول في سوريا. وتوقعت إدارة الهجرة والجوازات "
            "السورية أن يزداد عدد العائدين.",
            {"pop_camp_families": "target"},
        ),
        (
            "وقال عضو مجلس محافظة الأنبار سعد المحمدي إن قوات الحدود العراقية أحبطت، الاثنين، محاولة تسلل ثلاثة "
            "مسلحين من سوريا قرب القائم.",
            {"iq_border_guard": "initiator", "pop_suspects": "target"},
        ),
        (
            "فتحت قوات حرس الحدود السورية النار، الاثنين، على مهربين حاولوا عبور الحدود من العراق قرب البوكمال، "
            "وقتلت اثنين منهم.",
            {"sy_border_guard": "initiator", "pop_suspects": "target"},
        ),
    ],
)
def test_who_only_expects_or_tells_has_no_part(text: str, who: dict[str, str]) -> None:
    assert parts(told(text)[0]) == who


@pytest.mark.parametrize(
    "text",
    [
        "Syrian border guards seized 1,5 tons of hashish on the Iraqi border on Monday.",
        "ضبطت قوات حرس الحدود السورية 1,5 طن من الحشيش على الحدود مع العراق الاثنين.",
    ],
)
def test_a_comma_before_one_figure_is_a_decimal_one(text: str) -> None:
    assert [(c.value, c.unit) for c in told(text)[0].counts] == [(1500, "kilograms")]


def test_a_day_is_taken_from_its_date_where_it_is_reckoned_too() -> None:
    text = (
        "The Iraqi interior minister, Abdul Amir al-Shammari, met his Syrian counterpart Anas Khattab in Baghdad on "
        "Tuesday. Two days earlier, on October 12, Iraqi and Syrian border guards had seized 200,000 Captagon pills."
    )
    assert [str(r.date) for r in told(text)] == ["2025-10-14", "2025-10-12"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "وصلت دفعة تضم 130 محتجزا من تنظيم داعش إلى العراق اليوم قادمة من محافظة الحسكة السورية، ليرتفع إلى نحو "
            "500 عدد من نقلتهم القوات الأمريكية. وقد يصل العدد إلى سبعة آلاف محتجز قد ينقلون إلى سجون عراقية.",
            {(130, "batch"), (500, "cumulative"), (7000, "planned")},
        ),
        (
            "أعلن مجلس القضاء الأعلى العراقي، الأحد، تسلم أربعة مطلوبين من السلطات السورية. وأضاف أن عدد من تسلمهم "
            "العراق من سوريا منذ بداية العام، عدا المعتقلين الذين نقلوا من الحسكة، بلغ 17 مطلوباً.",
            {(4, "batch"), (17, "cumulative")},
        ),
        (
            "تسلمت سوريا أمس 18 موقوفاً من السلطات العراقية عبر معبر البوكمال. ويقدر عدد السوريين الموقوفين في السجون "
            "العراقية بأكثر من 1500 شخص.",
            {(18, "batch"), (1500, "stock")},
        ),
        (
            "A group of 850 Iraqis arrived on Sunday from al-Hol camp in Syria at Jadaa camp in Iraq. Around 1,500 "
            "people remained in al-Hol camp, including some 600 Iraqis who do not wish to go back.",
            {(850, "batch"), (1500, "stock"), (600, "stock")},
        ),
        (
            "أعلنت المديرية العامة لشؤون المخدرات العراقية، الأحد، تفكيك شبكة دولية داخل الأراضي السورية، بالتنسيق "
            "مع إدارة مكافحة المخدرات السورية. وذكرت المديرية في بيان تلقى “ناس” نسخة منه (12 تشرين الأول 2025)، أن "
            "العملية أسفرت عن ضبط 800 ألف حبة كبتاغون.",
            {(800_000, "batch")},
        ),
        (
            "ألقت قوة من حرس الحدود العراقي القبض أمس على 5 مهربين حاولوا اجتياز الساتر قادمين من سوريا. وقال "
            "البيان إن أحد المهربين أصيب بعد رفضه الامتثال لأمر التوقف.",
            {(5, "batch"), (1, "batch")},
        ),
    ],
)
def test_numbers_keep_the_scope_they_are_told_in(text: str, counts: set[tuple[float, str]]) -> None:
    assert {(c.value, c.scope.value) for c in told(text)[0].counts} == counts


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "سلّم جهاز المخابرات الوطني العراقي الاستخبارات العامة السورية، في 2 أيلول الماضي، قائمة بأسماء عناصر "
            "من داعش. وسبق للجانبين أن نفذا في 19 من الشهر ذاته إنزالاً جوياً داخل سوريا بالتنسيق مع وزارة الداخلية "
            "السورية.",
            {"2025-09-02", "2025-09-19"},
        ),
        (
            "وكان العراق وسوريا قد أعادا فتح معبر القائم في 2 آب الماضي. وفي 30 من الشهر ذاته سلّم جهاز المخابرات "
            "الوطني العراقي الاستخبارات العامة السورية قائمة بأسماء عناصر من داعش.",
            {"2025-08-02", "2025-08-30"},
        ),
        (
            "بحث وزير الداخلية العراقي عبد الأمير الشمري مع نظيره السوري أنس خطاب في بغداد أمس أمن الحدود. وكان "
            "الوزيران قد التقيا في دمشق في 2 تشرين الثاني الماضي.",
            {"2025-10-13", "2024-11-02"},
        ),
    ],
)
def test_a_month_is_the_one_said(text: str, days: set[str]) -> None:
    assert {str(r.date) for r in told(text)} == days


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "استقبل وزير الداخلية السوري أنس خطاب السفير العراقي في دمشق، أمس، وبحث معه أمن الحدود.",
            {"p_khattab": "host", "السفير العراقي": "participant"},
        ),
        (
            "بحث وزير الداخلية السوري أنس خطاب مع السفير العراقي لدى سوريا سنان الفهداوي، أمس، التعاون الأمني بين "
            "البلدين.",
            {"p_khattab": "participant", "سنان الفهداوي": "participant"},
        ),
        (
            "UNHCR, the UN Refugee Agency, welcomes the safe and voluntary return of 850 Iraqis from Al-Hol camp in "
            "north-east Syria, who arrived at Jadaa in Iraq on 12 October.",
            {"unhcr": "mentioned", "pop_camp_families": "target"},
        ),
    ],
)
def test_an_envoy_without_a_name_and_who_only_welcomes(text: str, who: dict[str, str]) -> None:
    assert parts(told(text)[0]) == who


def test_what_others_are_to_become_part_of_signs_nothing() -> None:
    text = (
        "Iraq's Qasim al-Araji received SDF commander Mazloum Abdi on Sunday in Baghdad to discuss the Syrian "
        "border. The SDF and Damascus signed a deal on October 3 that foresees the integration of Kurdish fighters "
        "into the Syrian army."
    )
    deal = next(r for r in told(text) if r.type.value == "agreement")
    assert parts(deal) == {"sdf": "participant", "sy_gov": "participant"}


def test_denied_reports_of_something_else_do_not_deny_the_news() -> None:
    text = (
        "أعلن رئيس هيئة المنافذ الحدودية العراقية عمر الوائلي، الاثنين، إعادة افتتاح منفذ الوليد الحدودي مع سوريا. "
        "وأضاف أن لا صحة لما تداولته بعض مواقع التواصل الاجتماعي عن وجود خروقات."
    )
    (report,) = told(text)
    assert (report.type.value, report.modality.value, report.date) == ("crossing_status", "done", dt.date(2025, 10, 13))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "A convoy of Iraqi families left al-Hol camp in Syria on Sunday heading to Jadaa camp in Iraq. A source "
            "said the batch, the 28th since 2021, included 218 families comprising 791 individuals.",
            {(218, "batch"), (791, "batch")},
        ),
        (
            "غادرت دفعة من العائلات العراقية مخيم الهول في سوريا أمس نحو مخيم الجدعة. وهذه الدفعة هي الثامنة "
            "والعشرون منذ عام 2021، وضمت 218 عائلة.",
            {(218, "batch")},
        ),
        (
            "انتهت في 12 تشرين الأول عملية نقل معتقلي داعش من سوريا إلى العراق بعدما شملت 5704 معتقلين، بينهم 467 "
            "عراقياً.",
            {(5704, "cumulative"), (467, "cumulative")},
        ),
        (
            "عبرت 127 عائلة من اللاجئين السوريين معبر سيمالكا إلى إقليم كردستان العراق منذ صباح أمس الاثنين.",
            {(127, "batch")},
        ),
    ],
)
def test_which_of_a_row_is_no_sum_and_no_convoy_takes_thousands(text: str, counts: set[tuple[float, str]]) -> None:
    assert {(c.value, c.scope.value) for c in told(text)[0].counts} == counts
