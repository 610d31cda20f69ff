"""Which day is whose: what was called off or denied on no day that is known, what goes on, pairs. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped
from tests.ingest.coding.coded import told

DAY = dt.date(2026, 3, 2)
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        (
            "أعلنت وزارة الهجرة والمهجرين العراقية يوم الجمعة الماضي تأجيل دفعة جديدة من العائلات العراقية "
            "من مخيم الهول في سوريا.",
            dt.date(2026, 2, 1),
            "month",
        ),
        (
            "جُمّدت الدفعة الثلاثون من العائلات العراقية العائدة من مخيم الهول السوري، "
            "بحسب ما أعلنه المتحدث باسم وزارة الهجرة اليوم الاثنين.",
            dt.date(2026, 3, 1),
            "month",
        ),
        (
            "أجّل العراق عودة العائلات من مخيم الهول السوري التي كانت مقررة أمس.",
            dt.date(2026, 3, 1),
            "day",
        ),
        (
            "نفى محافظ نينوى عبد القادر الدخيل دخول لاجئين سوريين إلى أراضي المحافظة، "
            "قائلاً اليوم الاثنين إن الشريط الحدودي مع سوريا مغلق تماماً.",
            dt.date(2026, 3, 1),
            "month",
        ),
        (
            "قال قائد قوات الحدود الفريق محمد سكر السعيدي إن العمل يجري حالياً في الجدار على الحدود مع سوريا. "
            "وكانت خلية الإعلام الأمني قد أعلنت في 8 كانون الثاني 2025 أن المنجز من الجدار بلغ 400 كيلومتر.",
            dt.date(2026, 3, 2),
            "day",
        ),
        (
            "أعلنت الهيئة العامة للمنافذ والجمارك إيقاف عبور الشاحنات في منفذ البوكمال الحدودي مع العراق "
            "يومي الجمعة والسبت 6 و7 آذار.",
            dt.date(2026, 3, 6),
            "day",
        ),
    ],
)
def test_the_day_that_it_has(text: str, day: dt.date, precision: str) -> None:
    report = told(text, DAY)[0]
    assert (report.date, report.date_precision.value) == (day, precision)


def test_without_a_publication_the_day_of_telling_stands_for_it() -> None:
    text = (
        'وقال المصدر لـ "ناس" (2 أيلول 2025)، إن جهاز المخابرات العراقي سلّم جهاز الاستخبارات العامة السوري في دمشق، '
        "يوم الأحد الماضي، ملفاً يتضمن أسماء مطلوبين."
    )
    report = code_article("", text, None, None, shipped()).reports[0]
    assert report.date == dt.date(2025, 8, 31)
