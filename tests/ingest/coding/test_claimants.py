"""Whose word a report is: made-up news in the manner of the press."""

from __future__ import annotations

import datetime as dt

import pytest

from events.reports import Report, check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped

DAY = dt.date(2025, 9, 12)


def first(title: str, text: str) -> Report:
    coded = code_article(title, text, DAY, None, shipped())
    check_reports(coded.reports, title, text)
    return coded.reports[0]


def claimant(report: Report) -> str | None:
    return report.claimant.actor or report.claimant.name if report.claimant else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "بغداد – واع\nاستقبل وزير الداخلية عبد الأمير الشمري، الجمعة، في بغداد نظيره السوري أنس خطاب. وذكر بيان "
            "للوزارة أن اللقاء تناول ضبط الحدود المشتركة.",
            "iq_moi",
        ),
        (
            "بغداد – واع\nوصل مستشار الأمن القومي قاسم الأعرجي، اليوم الجمعة، إلى دمشق حيث التقى الرئيس السوري أحمد "
            "الشرع. وقال مكتبه في بيان إن اللقاء بحث أمن الحدود.",
            "iq_onsa",
        ),
        (
            "Baghdad - INA\nPrime Minister Mohammed Shia al-Sudani held a phone call on Friday with Syrian President "
            "Ahmed al-Sharaa. According to a statement by the Prime Minister's media office, they spoke of the border.",
            "iq_pmo",
        ),
        (
            "BAGHDAD (AP) - Iraqi Defense Minister Thabit al-Abbasi met his Syrian counterpart Murhaf Abu Qasra in "
            "Baghdad on Friday to discuss the border, the Iraqi ministry said.",
            "iq_mod",
        ),
    ],
    ids=["the ministry of the host", "his office", "the office of a title", "the Iraqi one of two ministries"],
)
def test_words_that_lead_back_mean_who_was_named(text: str, expected: str) -> None:
    assert claimant(first("العراق وسوريا", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "نورث برس\nنقلت وكالة الأنباء العراقية عن مصدر في وزارة الداخلية قوله إن 230 عائلة عراقية غادرت مخيم "
            "الهول إلى مخيم الجدعة، الجمعة.",
            "مصدر في وزارة الداخلية",
        ),
        (
            "دير الزور - الوطن\nافتتحت إدارة العمليات العسكرية، الجمعة، مركزاً لتسوية أوضاع العسكريين العائدين من "
            "العراق.\nوقال مدير المركز لـ«الوطن»: إن عدد من أجروا التسوية بلغ 312 شخصاً.",
            "مدير المركز",
        ),
        (
            "Iraqi border guards arrested four infiltrators near the Syrian border in Rabia on Friday, said Miqdad "
            "Miri, the Iraqi Interior Ministry's spokesman.",
            "p_miri",
        ),
        (
            "بغداد: «الشرق الأوسط»\nأحبطت قوات حرس الحدود العراقية محاولة تسلل من سوريا قرب القائم، وفق ما أعلن "
            "المتحدث باسم وزارة الداخلية العراقية العميد مقداد ميري.",
            "p_miri",
        ),
        (
            "شفق نيوز\nغادرت قافلة عائلات عراقية مخيم الهول إلى مخيم الجدعة، الجمعة، وفقاً لوزارة الهجرة والمهجرين.",
            "iq_momd",
        ),
        (
            "شفق نيوز\nغادرت قافلة عائلات عراقية مخيم الهول إلى مخيم الجدعة، الجمعة، نقلاً عن مصادر أمنية عراقية.",
            "مصادر أمنية عراقية",
        ),
        (
            "Iraqi border guards arrested four infiltrators near the Syrian border in Rabia on Friday, local media "
            "reported, citing security officials.",
            "security officials",
        ),
        (
            "According to the Iraqi Defense Ministry, US forces moved 150 Islamic State detainees from Hasakah in "
            "Syria to Iraq on Friday.",
            "iq_mod",
        ),
    ],
    ids=[
        "through another outlet",
        "by his post alone",
        "behind the verb",
        "the other state's spokesman",
        "by a body",
        "handed on",
        "citing",
        "according to",
    ],
)
def test_the_outlet_quotes_whoever_stands_by_the_verb(text: str, expected: str) -> None:
    assert claimant(first("العراق وسوريا", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "TAMPA, Fla. – U.S. forces moved 200 ISIS detainees from Hasakah, Syria to Iraq on Sept. 11. U.S. Central "
            'Command (CENTCOM) thanked its partners. "They are vital," said Adm. Brad Cooper, CENTCOM commander.',
            "centcom",
        ),
        (
            "WASHINGTON (AFP) - The United States said Friday it had transferred 200 Islamic State detainees from "
            "Syria to Iraq. The operation will go on, CENTCOM said in a statement.",
            "centcom",
        ),
        (
            "Baghdad - INA\nThe Commander of the Border Forces, Lieutenant General Mohammed Sukkar, confirmed Friday "
            "that 90 percent of the concrete wall with Syria had been completed.",
            "p_sukkar",
        ),
        (
            "بغداد (رويترز) - قال مسؤولون عسكريون عراقيون يوم الجمعة إن القوات الأمريكية انسحبت من قاعدة قرب الحدود "
            "السورية وسلمتها إلى الجيش العراقي.\nوذكرت وزارة الدفاع العراقية في بيان أن القاعدة باتت تحت سيطرتها.",
            "iq_mod",
        ),
    ],
    ids=["a press release", "a body behind its state", "a commander", "a communiqué behind a source"],
)
def test_the_body_that_issued_it_outranks_who_else_speaks(text: str, expected: str) -> None:
    assert claimant(first("العراق وسوريا", text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "عنب بلدي\nخرجت من مخيم الهول، الجمعة، قافلة تقل 170 عائلة عراقية باتجاه العراق.\nوقال مصدر في إدارة المخيم "
        "لعنب بلدي إن الرحلات ستتواصل.",
        "ERBIL (Kurdistan24) - A US convoy of 70 vehicles left the Qasrak base in Hasakah for the Kurdistan Region of "
        "Iraq on Friday.\nA Syrian security official said the base would be handed over within two weeks.",
        "المدى\nبدأت السلطات العراقية، الجمعة، نقل جنود سوريين إلى منفذ القائم لإعادتهم إلى بلدهم.",
    ],
    ids=["a source adds", "an official on something else", "nobody is quoted"],
)
def test_what_the_outlet_tells_itself_is_nobody_elses_claim(text: str) -> None:
    assert first("العراق وسوريا", text).claimant is None


def test_a_source_without_a_name_is_nobodys_body_but_of_its_side() -> None:
    said = first(
        "العراق وسوريا",
        "القامشلي – نورث برس\nسلّمت قوات سوريا الديمقراطية، الجمعة، 50 معتقلاً من تنظيم داعش إلى السلطات العراقية، بحسب "
        "ما أفاد مصدر في قوات سوريا الديمقراطية لنورث برس.",
    ).claimant
    assert said is not None
    assert (said.actor, said.name, said.side) == (None, "مصدر في قوات سوريا الديمقراطية", "SDF")


def test_one_authority_that_warns_another_tells_nothing_to_the_outlet() -> None:
    text = (
        "BEIRUT (The National) - Iraqi intelligence warned Damascus of an ISIS plot to bomb a shrine near the capital, "
        "two Iraqi security officials told The National on Friday."
    )
    assert claimant(first("Iraq and Syria", text)) == "two Iraqi security officials"


def test_a_number_is_claimed_by_whoever_is_quoted_with_it() -> None:
    report = first(
        "العراق وسوريا",
        "دمشق (رويترز) - قالت وزارة الداخلية السورية يوم الجمعة إن 120 من سجناء تنظيم الدولة الإسلامية فروا من سجن "
        "الشدادي قرب الحدود العراقية.\nوتحدثت قوات سوريا الديمقراطية عن فرار 1500 سجين.\n"
        "لكن مسؤولا أمريكيا قال إن 200 سجين هربوا.",
    )
    assert [(c.value, c.claimant) for c in report.counts] == [(120, "sy_moi"), (1500, "sdf"), (200, None)]
