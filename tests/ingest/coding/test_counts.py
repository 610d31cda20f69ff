"""Numbers of something."""

from __future__ import annotations

import pytest

from ingest.coding.arabic import fold
from ingest.coding.counts import find_numbers


@pytest.mark.parametrize(
    ("words", "value", "unit", "kind"),
    [
        ("أعاد 1905 من الضباط والجنود", 1905, "soldiers", "exact"),
        ("١٬٩٠٥ جنود", 1905, "soldiers", "exact"),
        ("ألف وتسعمائة وخمسة جنود", 1905, "soldiers", "exact"),
        ("نحو ألفي جندي", 2000, "soldiers", "approx"),
        ("مئات الجنود", 200, "soldiers", "at_least"),
        ("عشرات العائلات", 20, "families", "at_least"),
        ("أكثر من 1900 عسكري", 1900, "soldiers", "at_least"),
        ("1,905 Syrian soldiers", 1905, "soldiers", "exact"),
        ("nearly 2,000 troops", 2000, "soldiers", "approx"),
        ("handed over 45 detainees", 45, "detainees", "exact"),
        ("over 45 detainees", 45, "detainees", "at_least"),
        ("two hundred families", 200, "families", "exact"),
        ("مليون حبة كبتاغون", 1_000_000, "pills", "exact"),
        ("300 ألف حبة", 300_000, "pills", "exact"),
        ("1.1 طن من المخدرات", 1100, "kilograms", "exact"),
        ("36 موظفا", 36, "people", "exact"),
        ("130 ضابطاً وجندياً", 130, "soldiers", "exact"),
        ("يتجاوز عدد أفرادها 900 شخص", 900, "people", "at_least"),
        ("180 Turks at least", 180, "people", "at_least"),
        ("several dozen families", 20, "families", "at_least"),
        ("ألفان و150 جندياً", 2150, "soldiers", "exact"),
        ("مليونا حبة كبتاغون", 2_000_000, "pills", "exact"),
        ("1,5 مليون حبة", 1_500_000, "pills", "exact"),
    ],
)
def test_a_number(words: str, value: float, unit: str, kind: str) -> None:
    text = fold(words).text
    (found,) = find_numbers(text, 0, len(text), planned=False)
    assert (found.value, found.unit.value, found.kind.value) == (value, unit, kind)


@pytest.mark.parametrize(
    "words",
    [
        "عام 2024",
        "اللواء 53",
        "on 19 December 2024",
        "15 million dollars",
        "40 عاما",
        "يتسع المخيم لثلاثمئة عائلة",
        "space for 900 families",
        "one of the buses",
    ],
)
def test_what_is_no_count(words: str) -> None:
    text = fold(words).text
    assert find_numbers(text, 0, len(text), planned=False) == ()


def test_a_range_in_words_has_two_ends() -> None:
    text = fold("ما بين ألفين وألفين وأربعمئة جندي").text
    (found,) = find_numbers(text, 0, len(text), planned=False)
    assert (found.value, found.high) == (2000, 2400)


def test_a_part_of_a_total_says_so() -> None:
    text = fold("5703 معتقلا، بينهم 467 عراقيا").text
    total, part = find_numbers(text, 0, len(text), planned=False)
    assert (total.part, part.part) == (False, True)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("القبض على مهرب قرب الحدود", [(1, "arrested")]),
        ("مقتل مسلحين وجرح ثالث", [(2, "killed"), (1, "wounded")]),
        ("ضبط طن ونصف الطن من الحشيش", [(1500, "kilograms")]),
        ("اعتقال خمسة متهمين، أحدهم سوري", [(5, "arrested"), (1, "people")]),
        ("قائمة تضم أسماء 90 مطلوباً", []),
        ("اعتقال ثلاثة سوريين وعراقيين اثنين", [(3, "arrested"), (2, "arrested")]),
        ("مقتل قيادي واثنين من مرافقيه", [(1, "killed"), (2, "killed")]),
        ("وقتل أحد المهربين وأصيب اثنان آخران", [(1, "killed"), (2, "wounded")]),
        ("Two of his bodyguards also died", [(2, "killed")]),
        ("ضبط 35 بندقية وأكثر من 10 آلاف طلقة وبندقيتي كلاشنكوف", [(35, "weapons"), (2, "weapons")]),
        ("كانت قبل عام 2024 معقلاً", []),
        ("تفجيرات 2013 من السلطات السورية معتقل", []),
    ],
)
def test_one_in_words_counts_and_names_and_years_do_not(words: str, wanted: list[tuple[float, str]]) -> None:
    text = fold(words).text
    numbers = [n for n in find_numbers(text, 0, len(text), planned=False) if not n.listed]
    assert [(n.value, n.unit) for n in numbers] == wanted


def test_numbers_of_people_already_named_need_no_unit() -> None:
    text = fold("وقال إن العدد 144 لا غير، غادر منهم 16 ألفاً").text
    found = find_numbers(text, 0, len(text), planned=False)
    assert [(n.value, n.bare, n.part) for n in found] == [(144, True, False), (16000, True, True)]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("ضبط اثنتي عشرة بندقية آلية", [(12, "weapons", "exact")]),
        ("إحباط تهريب مئتي لغم", [(200, "weapons", "exact")]),
        ("فرار نحو مئتي محتجز", [(200, "detainees", "approx")]),
        ("مليونان ونصف المليون حبة", [(2_500_000, "pills", "exact")]),
        ("خمسة آلاف وستة وأربعين سجيناً", [(5046, "detainees", "exact")]),
        ("مئة وسبعاً وسبعين عائلة", [(177, "families", "exact")]),
        ("عشرات الآلاف من اللاجئين", [(20_000, "people", "at_least")]),
        ("اصطفت أكثر من خمسين حافلة", [(50, "vehicles", "at_least")]),
        ("ضبط طنين ونصف الطن", [(2500, "kilograms", "exact")]),
        ("أصيب أربعة آخرون بجروح", [(4, "wounded", "exact")]),
        ("إن 90 عنصراً قتلوا", [(90, "killed", "exact")]),
        ("وضمت القافلة 25 حافلة", [(25, "vehicles", "exact")]),
        ("الاستيلاء على 17 بندقية وعجلة نوع بيك آب", [(17, "weapons", "exact"), (1, "vehicles", "exact")]),
        ("أكثر من ربع مليون لاجئ", [(250_000, "people", "at_least")]),
        ("more than a million captagon pills", [(1_000_000, "pills", "at_least")]),
        ("two hundred and twenty-six families", [(226, "families", "exact")]),
        ("Two members of the network were arrested", [(2, "arrested", "exact")]),
        ("1,905 Syrian army soldiers", [(1905, "soldiers", "exact")]),
        ("one operative was wounded and detained", [(1, "wounded", "exact"), (1, "arrested", "exact")]),
        ("some 107 kilograms", [(107, "kilograms", "approx")]),
        ("some 1,905 soldiers", [(1905, "soldiers", "approx")]),
    ],
)
def test_numbers_as_the_press_says_them(words: str, wanted: list[tuple[float, str, str]]) -> None:
    text = fold(words).text
    found = find_numbers(text, 0, len(text), planned=False)
    assert [(n.value, n.unit.value, n.kind.value) for n in found] == wanted


@pytest.mark.parametrize(
    "words",
    [
        "two Iraqi security officials said",
        "a 12-member delegation",
        "وصول الوجبة (27) من العوائل",
        "اللواء الخامس عشر للحدود",
        "وهي أم لأربعة أطفال",
        "At its peak in 2019, after the last battle, the camp held 73,000 people",
        "the 15-km trench",
        "على مسافة تتجاوز خمسة كيلومترات من الجدار",
        "between 150 and 200 trucks pass through it every day",
        "تفجير عبوتين ناسفتين تحت السيطرة",
        "dozens of truck drivers",
        "more than 2,500 people remain missing",
        "عائلة وصلت في 3 و4 آب",
    ],
)
def test_numbers_of_nothing_that_counts(words: str) -> None:
    text = fold(words).text
    assert find_numbers(text, 0, len(text), planned=False) == ()


def test_two_ends_of_a_range() -> None:
    text = fold("مقدراً عددهم بما بين 150 و200 جندي").text
    (found,) = find_numbers(text, 0, len(text), planned=False)
    assert (found.value, found.high, found.kind.value) == (150, 200, "approx")


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("نقل 150 معتقلا", "batch"),
        ("ليبلغ المجموع 5704 معتقلين", "cumulative"),
        ("1,150 suspects questioned so far", "cumulative"),
        ("ولا يزال في المخيم قرابة 15 ألف عراقي", "stock"),
        ("around 9,500 Iraqis are still in al-Hol", "stock"),
        ("up to 400 families could leave", "planned"),
        ("ضبط سيارة فيها 40 كغم", "batch"),
    ],
)
def test_the_scope_is_said_beside_the_number(words: str, scope: str) -> None:
    text = fold(words).text
    assert find_numbers(text, 0, len(text), planned=False)[-1].scope.value == scope


def test_a_number_that_may_be_reached_is_at_most() -> None:
    text = fold("مرجحة أن يصل العدد في نهاية المطاف إلى سبعة آلاف").text
    (found,) = find_numbers(text, 0, len(text), planned=False)
    assert (found.value, found.kind.value, found.scope.value) == (7000, "at_most", "planned")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("ضبط ( 42 ) ألف حبة كبتاغون", [(42_000, "pills", "exact")]),
        ("seized 90kg of hashish", [(90, "kilograms", "exact")]),
        ("لم يتجاوز عددهم 70 عائلة", [(70, "families", "at_most")]),
        ("عبرت المنفذ 95 شاحنة في اليوم الأول", [(95, "vehicles", "exact")]),
        ("ضبط تسع بنادق واثني عشر مسدساً", [(9, "weapons", "exact"), (12, "weapons", "exact")]),
        ("ضبط أكثر من طنين و150 كيلوغراماً من الحشيش", [(2150, "kilograms", "at_least")]),
        ("أُصيب فيها حارس بجروح طفيفة", [(1, "wounded", "exact")]),
        ("توقيف المدعوين (س.ع) و(م.ك)", [(2, "arrested", "exact")]),
        ("أصيب راعيا أغنام عراقيان", [(2, "wounded", "exact")]),
        ("a guide from Rabia, aged 40, was picked up", [(1, "arrested", "exact")]),
        ("three of the thousands held were among thousands of suspects flown in", []),
        ("the camp has shrunk to 9,000 people, from more than 30,000 people", [(9000, "people", "exact")]),
    ],
)
def test_numbers_in_other_words(words: str, wanted: list[tuple[float, str, str]]) -> None:
    text = fold(words).text
    found = find_numbers(text, 0, len(text), planned=False)
    assert [(n.value, n.unit.value, n.kind.value) for n in found] == wanted


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("إن 1200 من أصل ثلاثة آلاف عراقي يرفضون العودة", 1200, "people"),
        ("نحو 180 عراقياً موقوفين في السجون السورية", 180, "detainees"),
        ("أن جنديين قُتلا في موقع بريف الشدادي", 2, "killed"),
        ("وضبطت معهما عجلة نوع بيكب", 1, "vehicles"),
        ("Under the accord, 14 Iraqis jailed in Syria are to be received", 14, "detainees"),
        ("134 men presented themselves, 17 of them officers", 17, "officers"),
        ("helped to seize three and a half tonnes of hashish", 3500, "kilograms"),
    ],
)
def test_shares_of_a_whole_people_held_and_pairs_are_counted(words: str, value: float, unit: str) -> None:
    text = fold(words).text
    assert (value, unit) in [(n.value, n.unit.value) for n in find_numbers(text, 0, len(text), False)]


def test_a_weight_guessed_in_round_tonnes_is_about_that() -> None:
    text = fold("قدرت وزارة الداخلية وزن الشحنة ب 2 طن").text
    assert [(n.value, n.unit, n.kind) for n in find_numbers(text, 0, len(text), planned=False)] == [
        (2000, "kilograms", "approx")
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("أطاحت بثلاثة متاجرين", [(3, "arrested", "exact")]),
        ("مصرع خمسة مارقين", [(5, "killed", "exact")]),
        ("اعتقال ثلاث شبكات", []),
        ("العثور على جثث أربعة إرهابيين", [(4, "killed", "exact")]),
        ("قتل عنصر من الأمن العام وثلاثة مهربين", [(1, "killed", "exact"), (3, "killed", "exact")]),
        ("الشاحنات، وعددها 210", [(210, "vehicles", "exact")]),
        ("3500 عائلة تقريباً", [(3500, "families", "approx")]),
        ("20 طفلاً أسترالياً على الأقل", [(20, "people", "at_least")]),
        ("300 مقاتل كحد أقصى", [(300, "people", "at_most")]),
        ("قرابة الخمسين مسلحاً", [(50, "people", "approx")]),
        ("14 يتيماً و40 حاجاً", [(14, "people", "exact"), (40, "people", "exact")]),
        ("استشهاد ضابط وجندي", [(2, "killed", "exact")]),
        ("إصابة الثالث الذي ألقي القبض عليه", [(1, "wounded", "exact"), (1, "arrested", "exact")]),
        ("two CTS operators were wounded", [(2, "wounded", "exact")]),
        ("killed six sheep", []),
        ("killing a financier and one other militant", [(2, "killed", "exact")]),
        ("a second man was wounded and taken into custody", [(1, "wounded", "exact"), (1, "arrested", "exact")]),
        ("the buses, numbering 41,", [(41, "vehicles", "exact")]),
        ("the wounded, at least 14 of them, were treated", [(14, "wounded", "at_least")]),
        ("of those who entered, 388 were new", [(388, "people", "exact")]),
        ("the exact number as 1,905, all ranks", [(1905, "people", "exact")]),
        ("a Kalashnikov and a motorcycle were seized", [(1, "weapons", "exact"), (1, "vehicles", "exact")]),
        ("60-odd inmates", [(60, "detainees", "approx")]),
        ("held more than 70,000 people at its peak", []),
    ],
)
def test_what_no_list_names_is_read_by_what_stands_beside(words: str, wanted: list[tuple[float, str, str]]) -> None:
    text = fold(words).text
    found = find_numbers(text, 0, len(text), planned=False)
    assert [(n.value, n.unit.value, n.kind.value) for n in found] == wanted
