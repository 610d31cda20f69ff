"""What Arabic news of the two countries tells, and what names both and tells nothing of them: made-up leads."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from events.reports import Report
from ingest.coding.coder import CodedArticle, code_article
from ingest.coding.lexicon import shipped

FRIDAY = dt.date(2025, 9, 12)


def coded(title: str, text: str, day: dt.date = FRIDAY) -> CodedArticle:
    """The article as the shipped registry reads it."""
    return code_article(title, text, day, "ar", shipped())


def told(report: Report) -> str:
    """Type, modality and day in one line."""
    return f"{report.type.value}/{report.modality.value} {report.date}"


def news(title: str, text: str, day: dt.date = FRIDAY) -> list[str]:
    """What it tells as news."""
    return [told(r) for r in coded(title, text, day).reports if not r.background]


LEADS: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (Path(__file__).parent / "arabic_leads.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("lead", LEADS["tells"], ids=lambda lead: lead["expected"])
def test_a_lead_tells_its_event(lead: dict[str, str]) -> None:
    assert news(lead["title"], lead["text"]) == [lead["expected"]]


@pytest.mark.parametrize("lead", LEADS["nothing"], ids=lambda lead: lead["title"])
def test_naming_both_countries_is_not_enough(lead: dict[str, str]) -> None:
    assert not coded(lead["title"], lead["text"]).relevant


def test_a_rumour_called_untrue_in_a_later_sentence_is_denied() -> None:
    text = (
        "تتداول بعض الصفحات خبراً مفاده انسحاب ألوية الحشد الشعبي من الشريط الحدودي مع سوريا. "
        "ونؤكد أن هذا الخبر كاذب جملة وتفصيلاً وأن قطعاتنا باقية في مواضعها."
    )
    assert news("توضيح", text) == ["border_measure/denied 2025-09-01"]


def test_the_day_before_is_counted_from_the_main_event_and_another_group_moves_by_itself() -> None:
    text = (
        "أعادت السلطات العراقية الخميس ألفاً وتسعمئة عسكري سوري عبر منفذ القائم إلى سوريا. "
        "وفي اليوم السابق أعيد كذلك 36 موظفاً كانوا يعملون في الجانب السوري من المنفذ."
    )
    assert news("العراق يعيد جنوداً سوريين", text) == ["repatriation/done 2025-09-11", "repatriation/done 2025-09-10"]


def test_the_next_meeting_is_planned_whoever_is_named() -> None:
    text = (
        "بحث مستشار الأمن القومي العراقي قاسم الأعرجي مع وزير الداخلية السوري أنس خطاب في دمشق، أمس "
        "الخميس، ضبط الحدود. "
        "وقال الأعرجي إن اللجنة ستعقد أول اجتماعاتها في العاصمة السورية مطلع الشهر المقبل."
    )
    assert news("الأعرجي في دمشق", text) == ["meeting/done 2025-09-11", "meeting/planned 2025-10-01"]


def test_what_was_planned_and_put_off_is_cancelled() -> None:
    text = (
        "كان من المقرر أن تغادر دفعة جديدة من العائلات العراقية مخيم الهول يوم غد، إلا أن الجانب العراقي طلب تأجيلها."
    )
    assert news("تأجيل خروج دفعة من مخيم الهول", text) == ["repatriation/cancelled 2025-09-13"]


def test_what_began_on_an_earlier_day_is_done_and_on_the_day_itself_is_under_way() -> None:
    text = "بدأت القوات الأميركية، {}، نقل معتقلي تنظيم داعش من سجون شمال شرقي سوريا إلى العراق."
    assert news("نقل معتقلين", text.format("الخميس")) == ["detainee_transfer/done 2025-09-11"]
    assert news("نقل معتقلين", text.format("اليوم الجمعة")) == ["detainee_transfer/ongoing 2025-09-12"]


def test_a_committee_born_of_talks_stands_beside_them() -> None:
    text = (
        "أسفرت مباحثات أجراها مستشار الأمن القومي العراقي قاسم الأعرجي في دمشق، أمس الخميس، مع وزير "
        "الداخلية أنس خطاب "
        "عن تشكيل لجنة أمنية عليا مشتركة."
    )
    assert sorted(news("لجنة عليا", text)) == ["agreement/done 2025-09-11", "meeting/done 2025-09-11"]


def test_what_is_done_about_an_attack_is_no_operation_of_its_own() -> None:
    text = (
        "تعرضت قاعدة خراب الجير بريف الحسكة لهجوم بطائرة مسيرة، أمس الخميس. "
        "وقال مصدر إن المسيرة انطلقت من الأراضي العراقية قرب ربيعة، وجرى إسقاطها."
    )
    assert news("هجوم بطائرة مسيرة انطلقت من العراق", text) == ["incident/done 2025-09-11"]


def test_a_feature_on_old_happenings_is_no_news() -> None:
    text = "في آذار الماضي التقى رئيس جهاز المخابرات العراقي حميد الشطري الرئيس السوري أحمد الشرع في دمشق."
    assert not coded("تقرير: ماذا يجري على الحدود؟", text).relevant
