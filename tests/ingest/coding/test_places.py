"""Where it happened, from where to where people were moved, what became of a crossing, which batch it was."""

from __future__ import annotations

import datetime as dt

import pytest

from events.reports import Report, check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped


def coded(text: str, day: str, title: str | None = None) -> list[Report]:
    """The reports, their spans checked."""
    reports = list(code_article(title, text, dt.date.fromisoformat(day), None, shipped()).reports)
    check_reports(reports, title or "", text)
    return reports


def where(report: Report) -> tuple[str | None, str | None, str | None]:
    """Place, origin and destination."""
    place, origin, destination = (p.id if p else None for p in (report.place, report.origin, report.destination))
    return place, origin, destination


PLACES = [
    (
        "a lead's talks at the palace in a capital, the guest's ambassador beside",
        "damascus",
        "استقبل الرئيس السوري أحمد الشرع في قصر الشعب بدمشق، السبت، وزير الداخلية العراقي عبد الأمير الشمري، "
        "بحضور سفير العراق في دمشق.",
    ),
    (
        "talks without a town, by the dateline",
        "damascus",
        "دمشق-سانا\nاستقبل وزير الداخلية السوري أنس خطاب اليوم في مبنى الوزارة وفداً أمنياً عراقياً برئاسة "
        "عزت الشابندر، وبحث الجانبان ضبط الحدود ومكافحة المخدرات.",
    ),
    (
        "west of a town is its district, not where the source speaks",
        "d_sinjar",
        "أفاد مصدر أمني في محافظة نينوى، اليوم الثلاثاء، بأن قوات حرس الحدود العراقية أحبطت محاولة تسلل أربعة "
        "أشخاص من الأراضي السورية غرب سنجار.",
    ),
    (
        "a command's seat is not where infiltrators were caught; English names the town",
        "sinjar",
        "Iraqi border guards arrested five Syrians on Monday as they tried to slip across the border "
        "northwest of Sinjar, the Joint Operations Command in Baghdad said in a statement.",
    ),
    (
        "a district that is named, not what the measure answers to",
        "d_baaj",
        "عززت قيادة عمليات غرب نينوى، اليوم الأحد، انتشارها على الشريط الحدودي مع سوريا ضمن قضاء البعاج بلواء "
        "من الجيش، تحسباً لفرار سجناء داعش من سجون الحسكة.",
    ),
    (
        "deep in Syria",
        "badia",
        "أعلن جهاز مكافحة الإرهاب العراقي، الجمعة، تنفيذ عملية مشتركة مع التحالف الدولي في بادية حمص أسفرت عن "
        "اعتقال قيادي في داعش، بالتنسيق مع وزارة الداخلية السورية.",
    ),
    (
        "the village before the countryside",
        "hari_sy",
        "أحبطت وحدات حرس الحدود السورية، الاثنين، تهريب شحنة أسلحة قادمة من العراق قرب قرية الهري بريف "
        "البوكمال، وفق ما أعلن مصدر عسكري في دمشق.",
    ),
    (
        "the prison of an escape",
        "prison_sinaa",
        "تمكن عشرون سجينا من داعش من الفرار من سجن غويران في مدينة الحسكة، السبت، وسط مخاوف عراقية من تسللهم "
        "عبر الحدود.",
    ),
    (
        "a base that is shelled",
        "base_tanf",
        "A drone launched from Iraq hit a Syrian army position near the al-Tanf base on Saturday, a Syrian "
        "military source in Damascus told Reuters.",
    ),
    (
        "an embassy by its city, not the ministry's",
        "damascus",
        "استأنفت السفارة العراقية في دمشق، السبت، عملها بعد توقف دام شهرا، بحسب وزارة الخارجية في بغداد.",
    ),
    (
        "a border that is closed as a whole",
        "border_iq_sy",
        "بغداد (رويترز) - أغلق العراق يوم الأحد حدوده مع سوريا بالكامل بعد سقوط نظام بشار الأسد، بحسب ما "
        "أعلنت وزارة الداخلية العراقية.",
    ),
    (
        "two armies on both banks are on the line",
        "border_iq_sy",
        "Iraqi and Syrian forces launched a joint sweep on both sides of the border on Saturday, from al-Qaim to "
        "the Sinjar mountains.",
    ),
    (
        "posts that face a Syrian village are in Iraq",
        "d_qaim",
        "أقامت قوات الحدود العراقية نقاط مراقبة جديدة مقابل بلدة الباغوز السورية.",
    ),
    (
        "prisoners escape from a town's prison",
        "prison_shaddadi",
        "Scores of Islamic State inmates escaped from a prison in the Syrian town of al-Shaddadi on Monday, near the "
        "Iraqi border, as Syrian government troops moved in.",
    ),
    (
        "the capital is named",
        "baghdad",
        "Syrian Interior Minister Anas Khattab arrived in the Iraqi capital on Tuesday and met his counterpart Abdul "
        "Amir al-Shammari.",
    ),
]


@pytest.mark.parametrize(("place", "text"), [p[1:] for p in PLACES], ids=[p[0] for p in PLACES])
def test_the_place_is_that_of_the_act(place: str, text: str) -> None:
    assert where(coded(text, "2026-03-14")[0])[0] == place


MOVES = [
    (
        "a batch by way of a border point",
        ("x_rabia", "camp_hol", "c_iq"),
        "The 27th batch of Iraqi families left al-Hol camp on Monday for Iraq through the Rabia border point, "
        "a camp official said. The convoy included 210 families.",
    ),
    (
        "lodged in a prison told after the airport",
        ("sy_hasakah", "sy_hasakah", "prison_karkh"),
        "وصلت رابع رحلة تقل معتقلين من تنظيم داعش من سجون الحسكة إلى مطار بغداد الدولي مساء الأربعاء وعلى "
        "متنها 160 معتقلا، وأودعوا سجن الكرخ المركزي، بحسب مصدر أمني عراقي.",
    ),
    (
        "handed over to the other country's authorities",
        ("x_qaim", "c_sy", "c_iq"),
        "The Syrian Interior Ministry on Tuesday handed over two suspects wanted on terrorism charges to the "
        "Iraqi authorities at the al-Bukamal crossing, the ministry said.",
    ),
    (
        "prisoners who go home",
        ("x_qaim", "c_iq", "c_sy"),
        "Syria on Saturday received 50 Syrian prisoners held in Iraqi jails under a judicial agreement, at "
        "the al-Qaim–al-Bukamal crossing, Syria's justice ministry said.",
    ),
    (
        "soldiers who go home",
        ("x_qaim", "c_iq", "c_sy"),
        "بدأت السلطات العراقية اليوم الخميس إعادة مئات الجنود السوريين إلى بلدهم عبر منفذ القائم، حسبما قال "
        "مسؤول أمني في الأنبار.",
    ),
    (
        "families sheltered in a camp",
        ("x_semalka", "sy_hasakah", "camp_bardarash"),
        "عبرت 80 عائلة كردية سورية، أمس الثلاثاء، إلى إقليم كردستان عبر معبر فيشخابور هربا من المعارك في ريف "
        "الحسكة، وأُسكنت في مخيم بردرش.",
    ),
    (
        "citizens flown home",
        ("apt_damascus", "apt_damascus", "apt_baghdad"),
        "Iraq brought home 174 of its citizens stranded in Syria aboard an Iraqi Airways plane that landed at "
        "Baghdad airport on Wednesday from Damascus airport, the foreign ministry said.",
    ),
    (
        "who gives is the start, who takes the end",
        ("x_rabia", "c_iq", "c_sy"),
        "سلّمت السلطات العراقية الجانب السوري عشرة سجناء سوريين عبر منفذ ربيعة الحدودي.",
    ),
    (
        "the camp inside the name of those who leave it",
        ("camp_hol", "camp_hol", "akhtarin"),
        "بدأت الحكومة السورية اليوم الثلاثاء نقل من تبقى من قاطني مخيم الهول بريف الحسكة إلى مخيم في منطقة أخترين بريف "
        "حلب الشمالي، فيما يبحث مصير العائلات العراقية مع الجانب العراقي.",
    ),
]


@pytest.mark.parametrize(("ends", "text"), [m[1:] for m in MOVES], ids=[m[0] for m in MOVES])
def test_a_movement_has_its_ends(ends: tuple[str, str, str], text: str) -> None:
    assert where(coded(text, "2026-01-30")[0]) == ends


STATES = [
    ("partial", "أعلنت هيئة المنافذ الحدودية العراقية، السبت، افتتاح منفذ الوليد الحدودي مع سوريا أمام الشاحنات فقط."),
    (
        "open",
        "أعادت الهيئة العامة للمنافذ السورية اليوم افتتاح معبر التنف – الوليد مع العراق أمام حركة المسافرين "
        "والشاحنات في الاتجاهين.",
    ),
    (
        "partial",
        "افتتحت الهيئة العامة للمنافذ والجمارك معبر البوكمال الحدودي مع العراق اليوم أمام حركة المسافرين، على "
        "أن تبدأ حركة الشحن لاحقا.",
    ),
    (
        "partial",
        "Iraq suspended passenger traffic at the al-Qaim crossing with Syria on Saturday, while cargo trucks "
        "continued to pass, the Border Ports Commission said.",
    ),
    (
        "partial",
        "أعلنت هيئة المنافذ الحدودية العراقية، اليوم، إغلاق معبر القائم مع سوريا. وأضافت أن الحالات المرضية "
        "مستثناة من القرار.",
    ),
    (
        "closed",
        "Iraq's Border Ports Commission closed the al-Qaim crossing with Syria on Saturday until further notice.",
    ),
]


@pytest.mark.parametrize(("status", "text"), STATES)
def test_a_crossing_is_open_partly_or_closed(status: str, text: str) -> None:
    assert coded(text, "2026-03-14")[0].status == status


BATCHES = [
    (
        27,
        "أعلنت وزارة الهجرة والمهجرين العراقية، اليوم السبت، وصول الوجبة (27) من العوائل العراقية العائدة من "
        "مخيم الهول إلى مركز الجدعة جنوبي الموصل، وتضم 229 عائلة.",
    ),
    (
        33,
        "أعلنت وزارة الهجرة العراقية، السبت، وصول 300 عائلة عراقية قادمة من مخيم الهول السوري إلى مخيم "
        "الجدعة، وهي الدفعة الثالثة والثلاثون.",
    ),
    (21, "The twenty-first batch of Iraqi families left al-Hol camp on Monday for Iraq, a camp official said."),
    (
        None,
        "غادرت دفعة جديدة من العائلات العراقية مخيم الهول، السبت، نحو العراق، وهي السابعة منذ مطلع العام، وفق "
        "إدارة المخيم.",
    ),
    (None, "غادرت دفعة من 120 عائلة عراقية مخيم الهول، السبت، نحو العراق، وفق إدارة المخيم."),
]


@pytest.mark.parametrize(("ordinal", "text"), BATCHES)
def test_a_batch_carries_its_number_and_programme(ordinal: int | None, text: str) -> None:
    report = coded(text, "2025-07-12")[0]
    assert (report.series, report.ordinal) == ("alhol_returns", ordinal)
    assert bool(report.spans_of("ordinal")) is (ordinal is not None)
